//! What the things in a file are called, wherever one of them is told, and what to do about two of one name.

use crate::base::bilingual::Phrase;

/// In a sentence.
pub const SCENARIO: Phrase = Phrase::new("scenario", "情景");
/// In a sentence.
pub const SCENE: Phrase = Phrase::new("scene", "场景");
/// In a sentence.
pub const ENDING: Phrase = Phrase::new("ending", "结局");
/// In a sentence.
pub const SCENE_OR_ENDING: Phrase = Phrase::new("scene or ending", "场景或结局");
/// In a sentence.
pub const CHOICE: Phrase = Phrase::new("choice", "选项");
/// In a sentence.
pub const VARIABLE: Phrase = Phrase::new("variable", "变量");
/// In a sentence.
pub const CHANCE: Phrase = Phrase::new("chance", "随机");
/// In a sentence.
pub const OUTCOME: Phrase = Phrase::new("outcome", "结果");
/// In a sentence.
pub const WORD: Phrase = Phrase::new("word", "词");
/// In a sentence.
pub const SPEAKER: Phrase = Phrase::new("speaker", "说话的人");
/// In a sentence.
pub const SLOT: Phrase = Phrase::new("slot", "填空");
/// In a sentence.
pub const FRAGMENT: Phrase = Phrase::new("fragment", "片段");
/// In a sentence.
pub const LISTED_FRAGMENT: Phrase = Phrase::new("fragment in `fragments`", "列在 `fragments` 里的片段");
/// In a sentence.
pub const REQUIREMENT: Phrase = Phrase::new("requirement", "要求");
/// In a sentence.
pub const QUESTION: Phrase = Phrase::new("question", "题");
/// In a sentence.
pub const PHRASE: Phrase = Phrase::new("phrase", "话");
/// In a sentence.
pub const COURSE: Phrase = Phrase::new("course", "课程");
/// In a sentence.
pub const EXAM: Phrase = Phrase::new("exam", "考试");
/// In a sentence.
pub const UNIT: Phrase = Phrase::new("unit", "单元");
/// In a sentence.
pub const CLAUSE: Phrase = Phrase::new("clause", "条款");
/// In a sentence.
pub const SECTION: Phrase = Phrase::new("section", "章节");
/// In a sentence.
pub const DIMENSION: Phrase = Phrase::new("dimension", "维度");

/// What to do where two things have one name.
pub const RENAME_ONE: Phrase = Phrase::new("rename one of them", "给其中一个改名");

/// What to do where one thing stands twice.
pub const KEEP_ONE: Phrase = Phrase::new("keep one of them", "留一个，删一个");
