//! Exams on the screen: which there are, the rules of one, and a sitting from its first question to what it came to.

mod sheet; //   rows to read and things to choose among them
mod list; //    the exams
mod rules; //   the rules of one, before it is begun
mod sitting; // a sitting

pub(crate) use list::ExamsScreen;
pub(crate) use rules::ExamRulesScreen;
pub(crate) use sitting::SittingScreen;
