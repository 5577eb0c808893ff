//! One blueprint from what was typed.

use super::spec::{BlockSpec, BlueprintSpec, CutsSpec, RetakeSpec, ScenarioPoolSpec};
use super::whole::{Blueprint, Cuts, PaperBlock, RetakeRules, ScenarioPool, SectionCut};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::Code;
use crate::both;
use crate::content::notation::{KEEP_ONE, SourcePath, Validator, noun};
use crate::content::standard::{SectionId, Standard};
use std::ops::RangeInclusive;

/// How long an exam may take.
const MINUTES: RangeInclusive<u32> = 1..=480;
/// How many blocks it may have.
const BLOCKS: RangeInclusive<u32> = 1..=20;
/// How many questions a block may have, and a further form.
const ITEMS: RangeInclusive<u32> = 1..=100;
/// How many scenarios may be played.
const SCENARIOS: RangeInclusive<u32> = 1..=9;
/// A share of a hundred.
const SHARE: RangeInclusive<u32> = 0..=100;
/// How many days may be waited, and counted together.
const DAYS: RangeInclusive<u32> = 0..=3650;
/// How many attempts there may be.
const ATTEMPTS: RangeInclusive<u32> = 1..=100;
/// How many months a pass may be valid.
const MONTHS: RangeInclusive<u32> = 0..=600;

/// What a blueprint can name.
#[derive(Clone, Copy, Debug)]
pub struct BlueprintContext<'c> {
    /// What is asked about.
    pub standard: &'c Standard,
    /// The ids of the scenarios, also of those with a fault.
    pub scenarios: &'c [&'c str],
    /// The ids of the exams, also of those with a fault.
    pub exams: &'c [&'c str],
}

/// A blueprint being read.
pub(super) struct BlueprintReader<'v, 's, 'c> {
    pub(super) validator: &'v mut Validator<'s>,
    pub(super) context: &'c BlueprintContext<'c>,
}

impl BlueprintReader<'_, '_, '_> {
    /// The blueprint. It can be used only where nothing was told of it.
    pub(super) fn blueprint(&mut self, spec: &BlueprintSpec) -> Blueprint {
        let file = &SourcePath::FILE;
        self.validator.identifier(&file.field("id"), noun::EXAM, &spec.id);
        self.validator.within(&file.field("minutes"), spec.minutes, &MINUTES);
        self.after(&file.field("after"), spec);
        let blocks = self.blocks(&file.field("blocks"), &spec.blocks);
        let items = spec.blocks.iter().map(|block| block.items).fold(0, u32::saturating_add);
        self.validator.within(&file.field("judgement"), spec.judgement, &SHARE);
        self.validator.within(&file.field("orders"), spec.orders, &(0..=items));
        self.validator.within(&file.field("numbers"), spec.numbers, &(0..=items));
        self.validator.within(&file.field("further"), spec.further, &(0..=*ITEMS.end()));
        self.validator.within(&file.field("valid_months"), spec.valid_months, &MONTHS);
        Blueprint {
            id: spec.id.as_str().into(),
            title: self.validator.plain(&file.field("title"), &spec.title),
            about: self.validator.plain(&file.field("about"), &spec.about),
            tier: spec.tier,
            after: spec.after.as_deref().map(Into::into),
            minutes: spec.minutes,
            blocks,
            judgement: spec.judgement,
            orders: spec.orders,
            numbers: spec.numbers,
            scenarios: spec.scenarios.as_ref().map(|pool| self.pool(&file.field("scenarios"), pool)),
            cuts: self.cuts(&file.field("cuts"), &spec.cuts),
            further: spec.further,
            retake: self.retake(&file.field("retake"), &spec.retake),
            valid_months: spec.valid_months,
        }
    }

    fn after(&mut self, at: &SourcePath, spec: &BlueprintSpec) {
        let Some(after) = &spec.after else { return };
        let others = self.context.exams.iter().copied().filter(|id| *id != spec.id);
        if !others.clone().any(|id| id == after) {
            self.validator.unknown(at, noun::EXAM, after, others);
        }
    }

    fn blocks(&mut self, at: &SourcePath, specs: &[BlockSpec]) -> Vec<PaperBlock> {
        self.validator.within(at, u32::try_from(specs.len()).unwrap_or(u32::MAX), &BLOCKS);
        let mut taken = Vec::new();
        let block = |(index, spec): (usize, &BlockSpec)| {
            let here = at.item(index);
            self.validator.within(&here.field("items"), spec.items, &ITEMS);
            let list = here.field("sections");
            if spec.sections.is_empty() {
                let message = Phrase::new("the block names no section", "这一部分没有写章节");
                let help = Phrase::new("name at least one section", "至少写一个章节");
                self.validator.error(Code::STRUCTURE, &list, message, help);
            }
            let mut sections = Vec::new();
            for (index, id) in spec.sections.iter().enumerate() {
                let place = list.item(index);
                let found = self.sections(&place, id);
                if found.iter().any(|section| taken.contains(section)) {
                    let message =
                        both!("questions of \"{id}\" belong to a block already", "\"{id}\" 的题已经归了另一部分");
                    self.validator.error(Code::DUPLICATE, &place, message, KEEP_ONE);
                }
                taken.extend(&found);
                sections.extend(found);
            }
            sections.sort_unstable();
            PaperBlock { title: self.validator.plain(&here.field("title"), &spec.title), sections, items: spec.items }
        };
        specs.iter().enumerate().map(block).collect()
    }

    /// The sections whose ids are this or begin with it.
    fn sections(&mut self, at: &SourcePath, id: &str) -> Vec<SectionId> {
        let all = &self.context.standard.sections;
        let belongs = |own: &str| own.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        let found: Vec<SectionId> =
            SectionId::enumerate(all).filter(|(_, section)| belongs(&section.id)).map(|(id, _)| id).collect();
        if found.is_empty() {
            self.validator.unknown(at, noun::SECTION, id, all.iter().map(|section| &*section.id));
        }
        found
    }

    fn pool(&mut self, at: &SourcePath, spec: &ScenarioPoolSpec) -> ScenarioPool {
        self.validator.within(&at.field("count"), spec.count, &SCENARIOS);
        let list = at.field("from");
        let known = self.context.scenarios;
        for (index, id) in spec.from.iter().enumerate() {
            let here = list.item(index);
            if spec.from[..index].contains(id) {
                let message = both!("\"{id}\" stands twice", "\"{id}\" 写了两次");
                self.validator.error(Code::DUPLICATE, &here, message, KEEP_ONE);
            } else if !known.contains(&id.as_str()) {
                self.validator.unknown(&here, noun::SCENARIO, id, known.iter().copied());
            }
        }
        if spec.from.len() < spec.count as usize {
            let (count, from) = (spec.count, spec.from.len());
            let message = both!(
                "{count} scenarios are to be played, and {from} stand here",
                "要做 {count} 个情景，这里只有 {from} 个"
            );
            let help = Phrase::new("add scenarios, or lower `count`", "补几个情景，或把 `count` 调小");
            self.validator.error(Code::STRUCTURE, &list, message, help);
        }
        ScenarioPool { count: spec.count, from: spec.from.iter().map(|id| id.as_str().into()).collect() }
    }

    fn cuts(&mut self, at: &SourcePath, spec: &CutsSpec) -> Cuts {
        for (field, share) in [("quiz", spec.quiz), ("scenarios", spec.scenarios), ("each", spec.each)] {
            self.validator.within(&at.field(field), share, &SHARE);
        }
        let list = at.field("sections");
        let mut sections = Vec::new();
        for (index, cut) in spec.sections.iter().enumerate() {
            let here = list.item(index);
            self.validator.within(&here.field("share"), cut.share, &SHARE);
            let found = self.sections(&here.field("section"), &cut.section);
            sections.push(SectionCut { section: cut.section.as_str().into(), sections: found, share: cut.share });
        }
        Cuts { quiz: spec.quiz, scenarios: spec.scenarios, each: spec.each, sections }
    }

    fn retake(&mut self, at: &SourcePath, spec: &RetakeSpec) -> RetakeRules {
        self.validator.within(&at.field("attempts"), spec.attempts, &ATTEMPTS);
        self.validator.within(&at.field("within_days"), spec.within_days, &DAYS);
        let list = at.field("wait_days");
        for (index, days) in spec.wait_days.iter().enumerate() {
            self.validator.within(&list.item(index), *days, &DAYS);
        }
        RetakeRules { wait_days: spec.wait_days.clone(), attempts: spec.attempts, within_days: spec.within_days }
    }
}
