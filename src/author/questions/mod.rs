//! Questions from elsewhere: read from GIFT or from a table, and written as a file of questions that `check` takes. What a
//! question of ours needs and theirs lacks is held open with a note, so it is told until it is written.

mod columns;
mod draft_text;
mod draft_kind;
mod draft;
mod marked;
mod gift_body;
mod gift;
mod merge;
mod csv_kind;
mod csv;
mod written;

pub use columns::{COLUMNS, OPTIONS};
pub use csv::read as read_csv;
pub use draft::{DraftQuestion, NotTaken, ReadQuestions};
pub use draft_kind::{DraftAct, DraftAnswer, DraftKind, DraftLine, DraftRemark};
pub use draft_text::DraftText;
pub use gift::read as read_gift;
pub use written::{DraftFile, Lacking, written};
