//! From a sitting to what its certificate says, and back: a certificate held against the sitting that it was issued for.

mod own_paper;
mod certified;
mod recheck;
mod verify;

pub use certified::{CertifyFault, certified, valid_until};
pub use own_paper::MOST_EXTRA_MINUTES;
pub use recheck::{CertificateDoubt, recheck};
pub use verify::{Finding, VerifyAgainst, verify};
