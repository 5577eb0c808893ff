//! One due requirement as the solver's tally keeps it: what it can earn, and the bits that say what became of it.

use super::law::half_points;
use super::procedure::{ProcedureStep, StepSize};
use crate::base::bits::{Field, Layout, SparseMask, StateBits, merge};
use crate::content::scenario::{Choice, Condition, Due, Mark, Scenario};
use crate::content::standard::{Requirement, RequirementId};

/// What a play has earned so far, as far as it can still matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PartialScore(pub StateBits);

/// One due requirement of a scenario.
#[derive(Clone, Debug)]
pub struct DueItem {
    /// What is due.
    pub requirement: RequirementId,
    /// In points: what it earns when it is met in its place; of a remedy what missing it costs.
    pub weight: i32,
    /// What it earns as a late or mended step.
    pub half: i32,
    /// What being in its place adds to that.
    pub placed: u32,
    /// When it becomes due: once this held, it stays due.
    pub when: Condition,
    /// The situations in which it gives way for good, if it is due and unmet.
    pub excuses: Vec<Condition>,
    /// The bits that `when` reads.
    pub reads: SparseMask,
    /// The bits that `excuses` read.
    pub excuse_reads: SparseMask,
    /// Whether it makes good what was broken: it pays nothing, and costs its weight when it is missed.
    pub remedy: bool,
    /// Its place in a procedure, if it is a step of one.
    pub step: Option<ProcedureStep>,
    /// What stands for it in the lists of steps that wait; 0 ends such a list.
    pub listed_as: u32,
    /// It was met; for a remedy: met, acted against or given way, so that missing it costs nothing any more.
    pub met: Field,
    /// It was tried badly before it was met. No bit where no choice can.
    pub spoiled: Field,
    /// It was acted against before it was met, so that meeting it earns nothing. No bit where no choice can.
    pub barred: Field,
    /// Its condition has held. No bit where it always holds.
    pub due: Field,
    /// It gave way to another rule before it was met. No bit where nothing yields.
    pub gone: Field,
    /// All five together.
    pub bits: SparseMask,
}

impl DueItem {
    pub(super) fn new(
        due: &Due,
        requirement: &Requirement,
        step: Option<ProcedureStep>,
        listed_as: u32,
        scenario: &Scenario,
        layout: &mut Layout,
    ) -> DueItem {
        let weight = requirement.weight.points();
        let half = half_points(weight);
        let excuses = excuses(scenario, due.requirement);
        let mut bit = |is_used: bool| layout.field(u32::from(is_used));
        let (met, spoiled) = (bit(true), bit(is_marked(scenario, due.requirement, |choice| &choice.spoils)));
        let barred = bit(!due.remedy && is_marked(scenario, due.requirement, |choice| &choice.breaks));
        let (when_due, gone) = (bit(!due.when.is_always()), bit(!excuses.is_empty()));
        DueItem {
            requirement: due.requirement,
            weight,
            half,
            placed: (weight - half).unsigned_abs(),
            when: due.when.clone(),
            remedy: due.remedy,
            step,
            listed_as,
            met,
            spoiled,
            barred,
            due: when_due,
            gone,
            bits: bits_of(&[met, spoiled, barred, when_due, gone]),
            reads: SparseMask::of(&due.when.mask()),
            excuse_reads: reads_of(&excuses),
            excuses,
        }
    }

    /// Whether more than its meeting can decide about it: a bad try, an act against it, another rule.
    pub fn can_close(&self) -> bool {
        [self.spoiled, self.barred, self.gone].iter().any(|field| field.is_used())
    }

    /// Whether meeting it wins nothing any more, or never will.
    pub fn is_closed(&self, partial: &PartialScore) -> bool {
        [self.met, self.barred, self.gone].iter().any(|field| field.get(&partial.0) == 1)
    }

    /// Whether it was tried badly before it was met.
    pub fn is_spoiled(&self, partial: &PartialScore) -> bool {
        self.spoiled.get(&partial.0) == 1
    }
}

fn reads_of(conditions: &[Condition]) -> SparseMask {
    let mut all = StateBits::default();
    for when in conditions {
        merge(&mut all, &when.mask());
    }
    SparseMask::of(&all)
}

fn bits_of(fields: &[Field]) -> SparseMask {
    let mut mask = StateBits::default();
    for field in fields {
        field.mark(&mut mask);
    }
    SparseMask::of(&mask)
}

/// Whether some choice has this requirement among these marks.
fn is_marked(scenario: &Scenario, id: RequirementId, marks: impl Fn(&Choice) -> &[Mark]) -> bool {
    scenario.choices().any(|choice| marks(choice).iter().any(|mark| mark.requirement == id))
}

/// The situations in which a requirement gives way.
fn excuses(scenario: &Scenario, id: RequirementId) -> Vec<Condition> {
    let rules = scenario.yields.iter().filter(|rule| rule.requirement == id);
    rules.map(|rule| rule.when.clone()).collect()
}

/// The steps of a procedure among these items, as far as it must know them to make room.
pub(super) fn steps_of(procedure: usize, items: &[DueItem]) -> Vec<StepSize> {
    let size = |(item, due): (usize, &DueItem)| {
        let step = due.step.filter(|step| step.procedure == procedure)?;
        Some(StepSize { item, rank: step.rank, placed: due.placed, conditional: !due.when.is_always() })
    };
    items.iter().enumerate().filter_map(size).collect()
}
