//! The whole trainer as lines of text on any input and output: for screen readers, for pipes, for terminals that can do
//! nothing else. It only ever adds lines; choices are numbers; nothing is drawn. An equal door: what the full screen offers
//! is offered here, in the words of `speech` and by the rules of `trainer`.

#![expect(clippy::disallowed_methods, reason = "it drops what was typed ahead at this process' own terminal")]

mod dialog; //        lines out and lines in
mod command; //       what can be typed, in every language
mod lines; //         a play as lines
mod review_lines; //  its review as lines
mod play_recorder; // where plays are kept
mod patience; //      work that may take long
mod context; //       what all rooms share
mod room; //          what a room is, and where it leads
mod welcome; //       the first time
mod home; //          what to do now
mod learners; //      who is learning
mod scenario_list; // what can be played
mod briefing; //      what is known beforehand
mod play; //          a play
mod review; //        a play that is over
mod best_line; //     how it would have gone best
mod history; //       what was played
mod today; //         what there is to do today
mod sure; //          a yes or no before what stays
mod proctor; //       who opens and closes a sitting
mod exams; //         the exams
mod exam; //          a sitting
mod exam_visit; //    a scenario of a paper
mod course; //        the units of the courses
mod unit; //          a lesson, and what comes then
mod moment; //        a moment of one's own
mod questions; //     the questions by section
mod round; //         questions, one after the other
mod phrase; //        sentences to be said, one after the other
mod standard; //      what it is judged by
mod trainer; //       from room to room

pub use context::PlainContext;
pub use dialog::{Dialog, PlainExit};
pub use lines::Lines;
pub use patience::PATIENCE;
pub use play_recorder::{CannotBegin, PlayRecorder, SessionStart};
pub use review_lines::ReviewLines;
pub use trainer::PlainTrainer;
