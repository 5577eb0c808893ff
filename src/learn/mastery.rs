//! What is known, section by section, and what got better. It shades the heat map and says nothing in words.

use super::fsrs::RETENTION;
use super::memory::{Memories, Memory};
use crate::content::standard::{Requirement, RequirementId, SectionId, Standard};
use crate::record::day::Day;

/// How well one requirement is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MasteryLevel {
    /// No activity ever asked for it.
    Never,
    /// It was asked for, and cannot be relied on yet.
    Learning,
    /// It is remembered now, and will be for three weeks.
    Known,
}

/// How well a part of the standard is known.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PartMastery {
    /// Requirements that are known.
    pub known: usize,
    /// Requirements that are being learned.
    pub learning: usize,
    /// Requirements that were never asked for.
    pub never: usize,
    /// The chance that a requirement of it is remembered, averaged by weight, from 0 to 1; what was never asked for counts 0.
    pub share: f64,
}

/// What is another than it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MasteryChange {
    /// Forgotten or never asked for before, remembered now; the heaviest first.
    pub gained: Vec<RequirementId>,
    /// Remembered before, forgotten now; the heaviest first.
    pub lost: Vec<RequirementId>,
}

impl MasteryLevel {
    /// That of a requirement on a day.
    pub fn of(memory: Option<&Memory>, day: Day) -> MasteryLevel {
        match memory {
            None => MasteryLevel::Never,
            Some(own) if own.is_known(day) => MasteryLevel::Known,
            Some(_) => MasteryLevel::Learning,
        }
    }
}

impl PartMastery {
    /// That of some requirements on a day.
    pub fn of(
        memories: &Memories,
        standard: &Standard,
        requirements: impl IntoIterator<Item = RequirementId>,
        day: Day,
    ) -> PartMastery {
        let mut own = PartMastery::default();
        let (mut held, mut whole) = (0.0, 0.0);
        for requirement in requirements.into_iter().map(|id| standard.requirement(id)) {
            let memory = memories.get(&requirement.id);
            match MasteryLevel::of(memory, day) {
                MasteryLevel::Never => own.never += 1,
                MasteryLevel::Learning => own.learning += 1,
                MasteryLevel::Known => own.known += 1,
            }
            let weight = weight_of(requirement);
            held += weight * memory.map_or(0.0, |own| own.retrievability(day));
            whole += weight;
        }
        own.share = if whole > 0.0 { held / whole } else { 0.0 };
        own
    }

    /// That of each section on a day, in the order of the standard.
    pub fn by_section(memories: &Memories, standard: &Standard, day: Day) -> Vec<(SectionId, PartMastery)> {
        let own = |section| standard.ids().filter(move |id| standard.requirement(*id).section == section);
        let sections = SectionId::of(&standard.sections);
        sections.map(|section| (section, PartMastery::of(memories, standard, own(section), day))).collect()
    }
}

impl MasteryChange {
    /// What is another on this day than it would be without what was done between the two.
    pub fn between(before: &Memories, after: &Memories, standard: &Standard, day: Day) -> MasteryChange {
        let is_held = |memories: &Memories, id: RequirementId| {
            let memory = memories.get(&standard.requirement(id).id);
            memory.is_some_and(|own| own.retrievability(day) >= RETENTION && own.due() > day)
        };
        let mut change = MasteryChange::default();
        for id in standard.ids() {
            match (is_held(before, id), is_held(after, id)) {
                (false, true) => change.gained.push(id),
                (true, false) => change.lost.push(id),
                (true, true) | (false, false) => {}
            }
        }
        let heaviest = |id: &RequirementId| std::cmp::Reverse(standard.requirement(*id).weight.points());
        change.gained.sort_by_key(heaviest);
        change.lost.sort_by_key(heaviest);
        change
    }
}

/// What a requirement counts.
pub(super) fn weight_of(requirement: &Requirement) -> f64 {
    f64::from(requirement.weight.points())
}
