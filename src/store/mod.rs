//! The only room that opens files: content in, saves in and out, whole or not at all.
//!
//! It reads no clock and no environment of its own: moments, folders and variables are handed in. What it cannot do it
//! tells as a [`StoreError`]; a fault that did not stop it comes back as a notice, so that play goes on.

#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "the one room that knows the disk")]

mod attempt_file;
mod attempt_folder;
mod content;
mod error;
mod learner;
mod name;
mod profile_file;
mod read;
mod reload;
mod save_format;
mod saves;
mod walks;
mod watch;
mod write;
mod writer;

pub use attempt_file::load_attempt;
pub use content::{Content, PackFiles, read_paths, read_version};
pub use error::{Cause, StoreError, shown};
pub use learner::Learner;
pub use reload::reloaded;
pub use saves::{LearnerEntry, Saves, StoredAttempt};
pub use walks::read_walks;
pub use watch::Watched;
pub use write::{write_new, write_whole};
