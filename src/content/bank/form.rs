//! The forms of a question: a seed fills its slots, alike in every language. All of them count as the one question.

use super::question::{Question, QuestionKind, Remark};
use crate::base::chance::Seed;
use crate::base::text::{Text, fill_slots};
use std::sync::Arc;

impl Question {
    /// The form of this seed.
    pub fn form(self: &Arc<Question>, seed: Seed) -> Arc<Question> {
        if self.slots.is_empty() {
            return self.clone();
        }
        let value = |slot: &super::question::QuestionSlot| {
            let drawn = seed.shuffle(&format!("{}.{}", self.id, slot.name), slot.values.len());
            drawn.first().map(|at| (slot.name.clone(), slot.values[*at].clone()))
        };
        let values: Vec<(Box<str>, Text)> = self.slots.iter().filter_map(value).collect();
        let mut form = Question { slots: Vec::new(), ..(**self).clone() };
        form.each_text(|text| *text = filled(text, &values));
        Arc::new(form)
    }

    fn each_text(&mut self, mut change: impl FnMut(&mut Text)) {
        change(&mut self.claim);
        change(&mut self.ask);
        match &mut self.kind {
            QuestionKind::Single(answers)
            | QuestionKind::Several(answers)
            | QuestionKind::Number(answers)
            | QuestionKind::TrueFalse { reasons: answers, .. } => {
                for answer in answers {
                    change(&mut answer.says);
                    answer.why.iter_mut().for_each(&mut change);
                }
            }
            QuestionKind::Order { steps, why } => steps.iter_mut().chain([why]).for_each(change),
            QuestionKind::Match { pairs, extra, why } => {
                pairs.iter_mut().flat_map(|pair| [&mut pair.left, &mut pair.right]).for_each(&mut change);
                extra.iter_mut().chain([why]).for_each(change);
            }
            QuestionKind::Judgement(acts) => {
                acts.iter_mut().flat_map(|act| [&mut act.says, &mut act.why]).for_each(change);
            }
            QuestionKind::Mistake { with, lines } => {
                change(with);
                for line in lines {
                    change(&mut line.says);
                    match &mut line.remark {
                        Remark::None => {}
                        Remark::Fine(why) | Remark::Fault(why) => change(why),
                    }
                }
            }
        }
    }
}

/// The text with its slots filled, each language with its own words of the same value.
fn filled(text: &Text, values: &[(Box<str>, Text)]) -> Text {
    let fill = |(lang, words): (_, &str)| {
        let mut out = String::new();
        fill_slots(words, &mut out, |name, out| {
            let value = values.iter().find(|(own, _)| **own == *name);
            value.inspect(|(_, value)| out.push_str(value.in_lang(lang))).is_some()
        });
        (lang, out.into())
    };
    Text::new(text.iter().map(fill).collect())
}
