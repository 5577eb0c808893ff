//! What was judged and proven, told on paper: a value in, a document out. Nothing here prints.
//!
//! Each document has a room of its own: what it is made of in `document.rs`, and a file for each format with one
//! function `render`. JSON holds all languages; a document for people is told in one.

#![warn(missing_docs)]

mod clock; //      a moment of the day, as programs read it
mod localized; //  a text in all its languages
mod numbered; //   how moves are numbered
mod origin; //     when a play was begun
mod json; //       how a document of JSON begins, and the shapes that such documents share
mod left_out; //   the files of a pack that have faults
mod markup; //     what pages of HTML have in common
mod table; //      a line of a table for spreadsheets

pub mod play; //           a play, finished or not
pub mod debrief; //        a finished play, reviewed move by move
pub mod solution; //       the best play of a seed
pub mod simulation; //     what became of a crowd
pub mod study; //          ways of practising, compared
pub mod exam; //           exams, for whoever sets them
pub mod items; //          how good questions and decisions are
pub mod certificate; //    who passed what, and what of it holds
pub mod scenarios; //      what can be played
pub mod requirements; //   the standard, whole or in part
pub mod diagnostics; //    what `check` found
pub mod rule; //           a rule of `check`, explained
pub mod walks; //          written plays, played again
pub mod diff; //           what a change means to a learner
pub mod costs; //        what each choice loses, the dearest first
pub mod coverage; //       what of the standard is trained
pub mod progress; //       how far a learner has come
pub mod group; //          what a group did, for whoever trains it
pub mod exported; //       a learner written into one file
pub mod xapi; //           plays, sittings and answers for record stores
pub mod imported; //       learners taken in from files
pub mod map; //            a scenario as places and ways
pub mod strings; //        the texts of a pack, for translators
pub mod questions; //      the questions of a bank, for other programs

pub mod schema; //         what stands in documents of JSON, for programs

pub use json::{DocumentKind, JsonDocument, error};
pub use left_out::LeftOut;
pub use localized::LocalizedText;
