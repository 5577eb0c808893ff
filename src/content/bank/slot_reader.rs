//! The slots of a question from what was typed. What is tested never depends on one: no slot stands in the claim or among
//! numbers, none comes up first in an answer, and none takes a number that the standard prescribes.

use super::question::{Question, QuestionKind, QuestionSlot};
use super::spec::QuestionSpec;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::Code;
use crate::base::quantity::{Measure, quantities};
use crate::base::text::Text;
use crate::both;
use crate::content::bank::part::QuestionPart;
use crate::content::notation::{Names, SourcePath, Validator, noun};
use crate::content::standard::{FactKind, Standard};

/// How many values a slot may have.
const VALUES: std::ops::RangeInclusive<usize> = 2..=20;

/// The slots, and what is wrong with them by themselves.
pub(super) fn slots(validator: &mut Validator, at: &SourcePath, spec: &QuestionSpec) -> Vec<QuestionSlot> {
    Names::of(validator, at, noun::SLOT, &spec.slots);
    let mut slots = Vec::new();
    for (index, (name, values)) in spec.slots.0.iter().enumerate() {
        let here = at.entry(index, name);
        if !VALUES.contains(&values.len()) {
            let found = values.len();
            let message = both!("the slot has {found} values", "这个填空有 {found} 个值");
            let (least, most) = (VALUES.start(), VALUES.end());
            let help = both!("write {least} to {most}", "写 {least} 到 {most} 个", least = *least, most = *most);
            validator.error(Code::SLOT, &here, message, help);
        }
        let valid = |(item, words)| validator.plain(&here.item(item), words);
        slots.push(QuestionSlot { name: name.as_str().into(), values: values.iter().enumerate().map(valid).collect() });
    }
    slots
}

/// What is wrong with how a question uses its slots.
pub(super) fn judge_slots(validator: &mut Validator, at: &SourcePath, question: &Question, standard: &Standard) {
    for (index, slot) in question.slots.iter().enumerate() {
        let here = at.entry(index, &slot.name);
        let stands = format!("{{{}}}", slot.name);
        let in_text = |text: &Text| text.iter().any(|(_, words)| words.contains(&stands));
        let parts: Vec<QuestionPart> =
            question.texts().into_iter().filter(|(_, text)| in_text(text)).map(|(part, _)| part).collect();
        let is_asked = parts.iter().any(|part| matches!(part, QuestionPart::Ask | QuestionPart::With));
        let is_told = matches!(question.kind, QuestionKind::Mistake { .. });
        if parts.is_empty() {
            let message = Phrase::new("no text uses this slot", "没有文字用到这个填空");
            validator.error(Code::SLOT, &here, message, Phrase::new("use it, or remove it", "用上它，或者删掉"));
        } else if !is_asked && !is_told {
            let message = Phrase::new("the slot comes up only in what is answered", "这个填空只出现在答案里");
            let help =
                Phrase::new("bring it up in `ask`: it must decide nothing", "先在 `ask` 里提到它：它不能决定对错");
            validator.error(Code::SLOT, &here, message, help);
        } else if let Some(item) = slot.values.iter().position(|value| is_prescribed(value, question, standard)) {
            let message =
                Phrase::new("the standard prescribes numbers of this kind", "这一类数字，标准有规定，不能拿来变");
            let help = Phrase::new("let something vary that decides nothing", "换一样不决定对错的来变");
            validator.error(Code::SLOT, &here.item(item), message, help);
        }
    }
}

/// Whether a value is a number of a kind that a tested requirement prescribes.
fn is_prescribed(value: &Text, question: &Question, standard: &Standard) -> bool {
    let facts = question.tests.iter().flat_map(|id| &standard.requirement(*id).facts);
    let hard: Vec<&Text> = facts.filter(|fact| fact.kind == FactKind::Hard).map(|fact| &fact.text).collect();
    value.iter().any(|(lang, words)| {
        let own: Vec<Measure> = quantities(lang, words).into_iter().map(|own| own.measure).collect();
        let prescribed = hard.iter().flat_map(|fact| quantities(lang, fact.in_lang(lang)));
        prescribed.filter(|fact| fact.measure != Measure::Number).any(|fact| own.contains(&fact.measure))
    })
}
