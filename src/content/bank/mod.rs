//! Questions about the standard, as typed and valid: what is practised beside the visits, and what papers are drawn from.
//!
//! A file of `questions/` holds those of one section. Every question names the requirements that it tests, the one claim
//! about them, and for each wrong answer why somebody decent would choose it and what that does to the customer.

mod question;
mod part;
mod form;
mod whole;
mod spec;
mod slot_reader;
mod question_reader;
mod validate;

pub use part::QuestionPart;
pub use question::{Act, AnswerOption, DialogueLine, MatchPair, Question, QuestionKind, QuestionSlot, Remark, Worth};
pub use validate::validate;
pub use whole::{Bank, QuestionHead};
