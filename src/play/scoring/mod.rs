//! Judging a play: which requirements were met in their place, late, missed or broken, and what that is worth.
//!
//! Two forms of one law. The [`Ledger`] is for people: it reads a whole play and names a move for every point. The
//! [`ScoringModel`]'s tally is for the solver: it keeps, in a few words, just what later moves can still change. A property
//! test holds them together.

mod score;
mod law;
mod order;
mod ledger;
mod procedure;
mod model;
mod scorecard;

pub use law::{EntryKind, Label, Verdict, late_points};
pub use ledger::{Entry, Ledger};
pub use model::{DueItem, PartialScore, ScoringModel};
pub use order::{Performed, in_place};
pub use procedure::{Procedure, ProcedureStep};
pub use score::{RelativeValue, Score};
pub use scorecard::Scorecard;
