//! What an option of an item says.

use crate::base::text::{Lang, Text};
use crate::content::bank::QuestionKind;
use crate::content::scenario::Pack;
use crate::exam::items::{FoundItem, TestOf};

/// Its id, where it has one, and its words in this language.
pub(super) struct OptionWords {
    pub id: Option<String>,
    pub words: String,
}

/// The words of an option, where the content still has it.
pub(super) fn option_words(of: &TestOf, item: &FoundItem, option: usize, pack: &Pack, lang: Lang) -> OptionWords {
    let found = match of {
        TestOf::Scenario(id) => of_choice(id, item.place, option, pack, lang),
        TestOf::Exam(_) => pack.bank.find(&item.id).and_then(|question| {
            let words = of_answer(&question.kind, option, lang)?;
            Some(OptionWords { id: None, words })
        }),
    };
    found.unwrap_or_else(|| OptionWords { id: None, words: (option + 1).to_string() })
}

fn of_choice(scenario: &str, scene: usize, option: usize, pack: &Pack, lang: Lang) -> Option<OptionWords> {
    let choice = pack.scenario(scenario)?.scenes.get(scene)?.choices.get(option)?;
    Some(OptionWords { id: Some(choice.id.to_string()), words: choice.text.in_lang(lang).to_owned() })
}

/// In the order in which `exam::items` counts them.
fn of_answer(kind: &QuestionKind, option: usize, lang: Lang) -> Option<String> {
    let words = |text: &Text| text.in_lang(lang).to_owned();
    match kind {
        QuestionKind::Single(answers) | QuestionKind::Several(answers) | QuestionKind::Number(answers) => {
            answers.get(option).map(|own| words(&own.says))
        }
        QuestionKind::TrueFalse { reasons, .. } => {
            let reason = reasons.get(option % reasons.len().max(1))?;
            let sign = if option < reasons.len() { '✓' } else { '✗' };
            Some(format!("{sign} {}", words(&reason.says)))
        }
        QuestionKind::Judgement(acts) => acts.get(option).map(|act| words(&act.says)),
        QuestionKind::Mistake { lines, .. } => {
            Some(lines.get(option).map_or_else(|| "∅".to_owned(), |line| words(&line.says)))
        }
        QuestionKind::Order { .. } | QuestionKind::Match { .. } => None,
    }
}
