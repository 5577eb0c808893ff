//! The texts of a pack, out to whoever translates them and back into the files that they stand in. What is put back
//! changes the words of a translation and nothing else.

mod text; //    one text, and where it stands
mod extract; // the texts of a file
mod table; //   the texts beside their translations
mod tongue; //  what has come back
mod reject; //  why a translation is not put back
mod import; //  what has come back, put into the files
pub mod read; // documents of translators, read

pub use extract::{StringFile, files_of};
pub use import::{Import, imported};
pub use read::BadDocument;
pub use reject::{Rejected, Rejection};
pub use table::{StringRow, StringTable, TranslationStatus};
pub use text::{StringText, StringWording};
pub use tongue::Translated;
