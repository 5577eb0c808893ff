//! The words of our statements: verbs and kinds of activities of ADL, and what is our own below the user's homepage.

use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::text::Lang;
use crate::both;

/// A word with its address and what it says of us.
struct VocabularyWord {
    address: &'static str,
    means: Phrase,
}

pub(super) const ATTEMPTED: &str = "http://adlnet.gov/expapi/verbs/attempted";
pub(super) const COMPLETED: &str = "http://adlnet.gov/expapi/verbs/completed";
pub(super) const PASSED: &str = "http://adlnet.gov/expapi/verbs/passed";
pub(super) const FAILED: &str = "http://adlnet.gov/expapi/verbs/failed";
pub(super) const ANSWERED: &str = "http://adlnet.gov/expapi/verbs/answered";
pub(super) const SIMULATION: &str = "http://adlnet.gov/expapi/activities/simulation";
pub(super) const ASSESSMENT: &str = "http://adlnet.gov/expapi/activities/assessment";
pub(super) const QUESTION: &str = "http://adlnet.gov/expapi/activities/cmi.interaction";

/// What is below the homepage.
pub(super) const SCENARIOS: &str = "/doorstep/scenario/";
pub(super) const EXAMS: &str = "/doorstep/exam/";
pub(super) const QUESTIONS: &str = "/doorstep/question/";
pub(super) const MODE: &str = "/doorstep/extension/mode";
pub(super) const SEED: &str = "/doorstep/extension/seed";
pub(super) const WITNESS: &str = "/doorstep/extension/proctor";

const WORDS: [VocabularyWord; 14] = [
    VocabularyWord {
        address: COMPLETED,
        means: Phrase::new(
            "a scenario was played to an ending; a sitting was closed and has no verdict",
            "演到了结局；考试收了卷，还没有结论",
        ),
    },
    VocabularyWord {
        address: ATTEMPTED,
        means: Phrase::new("a scenario or a sitting was begun and goes on", "开了头，还没完"),
    },
    VocabularyWord {
        address: PASSED,
        means: Phrase::new("a sitting passed, marked by the questions of today", "考试通过（按今天的题目评分）"),
    },
    VocabularyWord { address: FAILED, means: Phrase::new("a sitting did not pass", "考试没有通过") },
    VocabularyWord {
        address: ANSWERED,
        means: Phrase::new("a question of a sitting was answered; its last answer", "考试里答了一道题；以最后一次为准"),
    },
    VocabularyWord { address: SIMULATION, means: Phrase::new("a scenario", "情景") },
    VocabularyWord { address: ASSESSMENT, means: Phrase::new("an exam", "考试") },
    VocabularyWord { address: QUESTION, means: Phrase::new("a question", "题目") },
    VocabularyWord { address: SCENARIOS, means: Phrase::new("and the id of the scenario", "后面是情景的编号") },
    VocabularyWord { address: EXAMS, means: Phrase::new("and the id of the exam", "后面是考试的编号") },
    VocabularyWord { address: QUESTIONS, means: Phrase::new("and the id of the question", "后面是题目的编号") },
    VocabularyWord {
        address: MODE,
        means: Phrase::new(
            "how much help there was: learn, practice, say, exam",
            "帮助有多少：learn、practice、say、exam",
        ),
    },
    VocabularyWord { address: SEED, means: Phrase::new("what all chance came from", "全部偶然由它而来") },
    VocabularyWord {
        address: WITNESS,
        means: Phrase::new("the proctor who gave a code, by name", "给了监考码的监考人"),
    },
];

/// The whole vocabulary for people, below this homepage.
pub fn vocabulary(homepage: &str, lang: Lang) -> String {
    let line = |own: &VocabularyWord| {
        let home = if own.address.starts_with('/') { homepage } else { "" };
        let address = own.address;
        let told: Bilingual =
            both!("{home}{address}\n    {means}\n", "{home}{address}\n    {means}\n"; means = own.means);
        told.in_lang(lang).to_owned()
    };
    WORDS.iter().map(line).collect()
}
