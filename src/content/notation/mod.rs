//! How content is written: RON files, named things, texts in several languages, and the path from a fault back to its
//! line. It knows nothing of standards or scenarios, and reads no disk: a [`Source`] is handed in.

mod explain;
mod literal;
mod locate;
mod mistyped;
mod named;
pub mod noun;
mod read;
mod tree;
mod validator;
mod files;

pub use files::{IdKeeper, ReadFile, read_files};
pub use literal::{literal_like, read_literal};
pub use locate::{PathStep, SourcePath};
pub use named::{LocalizedSpec, Named, Tag};
pub use noun::{KEEP_ONE, RENAME_ONE};
pub use read::{MAX_FILE, Source};
pub use tree::{SourcePiece, Wrapped};
pub use validator::{FORMAT, Names, Validator};
