//! One phrase from what was typed.

use super::phrase::{SpokenPhrase, TestReply};
use super::spec::PhraseSpec;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::Code;
use crate::base::text::{Lang, slots};
use crate::both;
use crate::content::notation::{KEEP_ONE, Named, Names, SourcePath, Validator, noun};
use crate::content::standard::{Element, PLAYER_SLOT, Requirement, RequirementId, Standard, ValuedSlot, read_forms};
use std::collections::BTreeSet;

/// The fewest good and bad replies in each language: fewer prove nothing.
const FEWEST: usize = 8;

/// What phrases are read with.
#[derive(Debug)]
pub struct PhraseContext<'s> {
    /// The standard that prescribes the words.
    pub standard: &'s Standard,
    /// The slots of the pack.
    pub slots: &'s [ValuedSlot],
    /// The languages of the pack.
    pub languages: &'s [Lang],
}

/// A phrase being read.
pub(super) struct PhraseReader<'v, 's> {
    pub(super) validator: &'v mut Validator<'s>,
    pub(super) context: &'v PhraseContext<'s>,
}

impl PhraseReader<'_, '_> {
    pub(super) fn phrase(&mut self, at: &SourcePath, spec: &PhraseSpec) -> (SpokenPhrase, Vec<TestReply>) {
        self.validator.identifier(&at.field("id"), noun::PHRASE, &spec.id);
        let requirements = self.requirements(&at.field("requirements"), &spec.requirements);
        let mut slots = self.slots(&at.field("slots"), spec);
        read_forms(self.validator, &at.field("forms"), &spec.forms, &mut slots);
        self.all_valued(&at.field("slots"), &requirements, &slots);
        let known = |name: &str| name == PLAYER_SLOT || slots.iter().any(|slot| *slot.name == *name);
        let situation = self.validator.text(&at.field("situation"), &spec.situation, &known);
        let model = self.validator.text(&at.field("model"), &spec.model, &known);
        let mut replies = self.replies(&at.field("good"), &spec.good, &requirements, true, &known);
        replies.extend(self.replies(&at.field("bad"), &spec.bad, &requirements, false, &known));
        self.keep_apart(at, &replies);
        (SpokenPhrase { id: spec.id.as_str().into(), requirements, situation, slots, model }, replies)
    }

    fn requirements(&mut self, at: &SourcePath, ids: &[String]) -> Vec<RequirementId> {
        let mut valid = Vec::new();
        for (index, id) in ids.iter().enumerate() {
            let here = at.item(index);
            match self.context.standard.find(id) {
                Some(found) if valid.contains(&found) => {
                    let message = both!("\"{id}\" stands twice", "\"{id}\" 写了两次");
                    self.validator.error(Code::DUPLICATE, &here, message, KEEP_ONE);
                }
                Some(found) => {
                    self.has_elements(&here, self.context.standard.requirement(found));
                    valid.push(found);
                }
                None => {
                    let known = self.context.standard.requirements.iter().map(|own| &*own.id);
                    self.validator.unknown(&here, noun::REQUIREMENT, id, known);
                }
            }
        }
        if ids.is_empty() {
            let message = Phrase::new("the phrase asks for nothing", "这句话什么也没有要求");
            let help = Phrase::new("name at least one requirement", "至少写一条要求");
            self.validator.error(Code::STRUCTURE, at, message, help);
        }
        valid
    }

    fn has_elements(&mut self, at: &SourcePath, requirement: &Requirement) {
        if requirement.elements.is_empty() {
            let id = &requirement.id;
            let message = both!("{id} prescribes no words", "{id} 没有规定说什么");
            let help = Phrase::new(
                "name a requirement that has `elements`, or list them in the standard",
                "换一条写了 `elements` 的要求，或者在标准里把要素列出来",
            );
            self.validator.error(Code::STRUCTURE, at, message, help);
        }
    }

    /// The phrase's own slots, then those of the pack that it does not give anew.
    fn slots(&mut self, at: &SourcePath, spec: &PhraseSpec) -> Vec<ValuedSlot> {
        Names::of(self.validator, at, noun::SLOT, &spec.slots);
        let mut slots: Vec<ValuedSlot> = Vec::new();
        for (index, (name, words)) in spec.slots.0.iter().enumerate() {
            let here = at.entry(index, name);
            if name == PLAYER_SLOT {
                let message = Phrase::new("{player} is the learner's own name", "{player} 是学员自己的名字");
                self.validator.error(Code::SLOT, &here, message, Phrase::new("remove it", "删掉它"));
            }
            slots.push(ValuedSlot::new(name, self.validator.plain(&here, words)));
        }
        for shared in self.context.slots {
            if slots.iter().all(|own| own.name != shared.name) {
                slots.push(shared.clone());
            }
        }
        slots
    }

    /// The language of this tag, if the pack has it.
    fn language(&mut self, at: &SourcePath, tag: &str) -> Option<Lang> {
        let known = Lang::new(tag).filter(|lang| self.validator.languages.contains(lang));
        if known.is_none() {
            let message = both!("\"{tag}\" is not among the pack's languages", "\"{tag}\" 不在内容包的语言里");
            self.validator.error(Code::TEXT, at, message, Phrase::new("remove it", "删掉它"));
        }
        known
    }

    /// Every slot that an element names has a value.
    fn all_valued(&mut self, at: &SourcePath, requirements: &[RequirementId], slots: &[ValuedSlot]) {
        for id in requirements {
            let requirement = self.context.standard.requirement(*id);
            let named: BTreeSet<&str> = requirement.elements.iter().flat_map(Element::slots).collect();
            for name in named.into_iter().filter(|name| *name != PLAYER_SLOT) {
                if slots.iter().all(|slot| *slot.name != *name) {
                    let message = both!(
                        "{{{name}}} has no value here, and {id} asks for it",
                        "这里没有写 {{{name}}} 是什么，而 {id} 要求说到它",
                        id = requirement.id
                    );
                    let help = both!(
                        "write it in `slots`: \"{name}\": {{ … }}, in every language",
                        "在 `slots` 里写上 \"{name}\": {{ … }}，每种语言都写"
                    );
                    self.validator.error(Code::SLOT, at, message, help);
                }
            }
        }
    }

    fn replies(
        &mut self,
        at: &SourcePath,
        typed: &Named<Vec<String>>,
        requirements: &[RequirementId],
        is_good: bool,
        known: &dyn Fn(&str) -> bool,
    ) -> Vec<TestReply> {
        let mut valid = Vec::new();
        for (entry, (tag, list)) in typed.0.iter().enumerate() {
            let here = at.entry(entry, tag);
            if typed.0[..entry].iter().any(|(earlier, _)| earlier == tag) {
                let message = both!("the language \"{tag}\" stands twice", "语言 \"{tag}\" 写了两次");
                self.validator.error(Code::DUPLICATE, &here, message, KEEP_ONE);
            }
            let Some(lang) = self.language(&here, tag) else { continue };
            self.enough(&here, list.len());
            for (item, words) in list.iter().enumerate() {
                self.reply(&here.item(item), words, known);
                valid.push(TestReply { lang, words: words.as_str().into(), is_good, place: (entry, item) });
            }
        }
        for lang in self.validator.languages.clone() {
            if self.is_heard_in(lang, requirements) && typed.0.iter().all(|(tag, _)| tag != lang.tag()) {
                let message = both!("no reply is in the language \"{lang}\"", "没有一句是用 \"{lang}\" 说的");
                let help = both!("write {FEWEST} in it", "用它写 {FEWEST} 句");
                self.validator.error(Code::TEXT, at, message, help);
            }
        }
        valid
    }

    /// Whether the standard says how some part sounds in a language: where it does not, nothing can be tested.
    fn is_heard_in(&self, lang: Lang, requirements: &[RequirementId]) -> bool {
        let elements = requirements.iter().flat_map(|id| &self.context.standard.requirement(*id).elements);
        elements.flat_map(|own| &own.says).any(|(own, _)| *own == lang)
    }

    fn enough(&mut self, at: &SourcePath, found: usize) {
        if found < FEWEST {
            let message = both!("{found} replies stand here", "这里有 {found} 句");
            let help = both!("write at least {FEWEST}: fewer prove nothing", "至少写 {FEWEST} 句：再少就说明不了什么");
            self.validator.error(Code::STRUCTURE, at, message, help);
        }
    }

    /// Words that are safe to show, with slots that are known.
    fn reply(&mut self, at: &SourcePath, words: &str, known: &dyn Fn(&str) -> bool) {
        self.validator.shown(at, words);
        let Ok(names) = slots(words) else {
            let message = Phrase::new("a brace has no partner", "花括号没有配对");
            let help = Phrase::new("slots are written {name}", "填空写成 {name}");
            return self.validator.error(Code::SLOT, at, message, help);
        };
        for name in names.into_iter().filter(|name| !known(name)) {
            let message = both!("the slot {{{name}}} is not known here", "这里没有填空 {{{name}}}");
            let help = Phrase::new("define it in `slots`", "在 `slots` 里写上它");
            self.validator.error(Code::SLOT, at, message, help);
        }
    }

    /// No reply stands twice, and none on both sides.
    fn keep_apart(&mut self, at: &SourcePath, replies: &[TestReply]) {
        for (index, reply) in replies.iter().enumerate() {
            let same = |other: &TestReply| (other.lang, other.words.trim()) == (reply.lang, reply.words.trim());
            if replies[..index].iter().any(same) {
                let side = at.field(if reply.is_good { "good" } else { "bad" });
                let (entry, item) = reply.place;
                let list = side.entry(entry, reply.lang.tag());
                let message = Phrase::new("this reply stands twice", "这一句写了两次");
                self.validator.error(Code::DUPLICATE, &list.item(item), message, KEEP_ONE);
            }
        }
    }
}
