//! From a sitting to what its certificate says, and back: a certificate held against the sitting that it was issued for.

mod certified;
mod recheck;
mod verify;

pub use certified::{CertifyFault, certified, valid_until};
pub use recheck::{CertificateDoubt, recheck};
pub use verify::{Finding, VerifyAgainst, verify};
