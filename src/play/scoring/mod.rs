//! Judging a play: which requirements were met in their place, late, mended,
//! spoiled, missed or broken, and what that is worth.
//!
//! Two forms of one law. The [`Ledger`] is for people: it reads a whole play and names a move for every point. The
//! [`ScoringModel`]'s tally is for the solver: it keeps, in a few words, just what later moves can still change. A property
//! test holds them together.

mod score;
mod law;
mod order;
mod due_record;
mod ledger;
mod procedure;
mod due_item;
mod model;
mod scorecard;

pub use due_item::{DueItem, PartialScore};
pub use law::{EDITION, EntryKind, Label, Verdict, half_points};
pub use ledger::{Entry, Ledger};
pub use model::{DueReaders, ScoringModel};
pub use order::{Performed, in_place};
pub use procedure::{Procedure, ProcedureStep};
pub use score::{RelativeValue, Score, whole_share};
pub use scorecard::Scorecard;
