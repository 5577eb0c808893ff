//! How content is written: RON files, named things, texts in several languages, and the way from a fault back to its
//! line. It knows nothing of standards or scenarios, and reads no disk: a [`Source`] is handed in.

mod validator;
mod locate;
mod named;
mod read;

pub use locate::{PathStep, SourcePath};
pub use named::{LocalizedSpec, Named, Tag};
pub use read::{MAX_FILE, Source};
pub use validator::{Names, Validator};

/// The format that this program writes and reads, for every kind of content file.
pub const FORMAT: u32 = 1;
