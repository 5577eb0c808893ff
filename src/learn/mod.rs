//! How a learner gets better: what is remembered of each requirement, what is due, and what today is for. All of it follows
//! from the journal; nothing here knows a screen, a disk or a clock.

#![warn(missing_docs)]

pub mod fsrs; //     how memory fades and is renewed, in numbers
pub mod memory; //   what is remembered of each requirement
pub mod evidence; // what an activity shows of requirements
pub mod moment; //   one's own mistakes as positions to be played again
pub mod mastery; //  what is known, section by section, and what got better
pub mod progress; // how far a learner has come

pub mod today; //    what today is for
pub mod simulated; // simulated learners, to see whether the plan is worth following
