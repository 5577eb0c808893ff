//! Exams: a paper drawn from the bank, a sitting of it, and what it comes to. All of it follows from a seed and from what a
//! candidate did; nothing here knows a screen, a disk or a clock.

#![warn(missing_docs)]

pub mod paper; //     which questions and scenarios a candidate meets
pub mod short; //     what a bank lacks, told by check
pub mod forms; //     many papers beside each other
pub mod sitting; //   a paper being sat: what may happen, and how much time is left
pub mod marking; //   what a sitting comes to
pub mod certifying; // what its certificate says, and whether that still holds
pub mod statistics; // how hard an item is, and whether it tells people apart
pub mod items; //     what many learners answered and decided
pub mod simulated; // simulated candidates, to see what a verdict is worth
