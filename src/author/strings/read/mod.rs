//! Documents of translators, read: what each format says, or where it stops making sense.

mod fault; //   where a document makes no sense
pub mod csv; //   a table
pub mod po; //    gettext
pub mod xliff; // XLIFF 1.2

pub use fault::BadDocument;
