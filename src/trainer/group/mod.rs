//! What a group of learners did, for whoever trains them: who passed what, what was met of what was due, which choices went
//! wrong where, who practised when, and which sentences should have counted. Plain values in, plain values out.

mod met_share;
mod sat_exam;
mod practice;
mod learner_digest;
mod wrong_choice;
mod filed_sentence;
mod group_report;

pub use filed_sentence::{FiledSentence, FiledState, sentences};
pub use group_report::{GroupReport, LostRow, PractisingDay};
pub use learner_digest::{DigestInput, DigestPlay, LearnerDigest};
pub use met_share::{FEW, MetShare};
pub use sat_exam::{HeldCertificate, MarkedSitting, ResultLevel, SatExam};
pub use wrong_choice::{JUDGED, RunToJudge, WrongChoice, judge_runs};
