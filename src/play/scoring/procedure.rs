//! The order of a procedure, as far as later moves can change what it is worth.
//!
//! It needs no list of moves: the heaviest non-falling subsequence that ends at or below each rank is enough, kept as
//! increments from rank to rank. A new step adds its weight at its own rank and takes the same weight from the ranks above;
//! what it cannot take is gained. Weights here are what being in place adds to a late step.

use crate::base::bits::{Field, Layout, SparseMask, StateBits};
use crate::content::scenario::Scenario;
use crate::content::standard::{Requirement, SectionId, Standard};

/// The due steps of one section that have ranks.
#[derive(Clone, Debug)]
pub struct Procedure {
    section: SectionId,
    ranks: Vec<i32>,
    /// Its items, by their numbers in the model.
    pub items: Vec<usize>,
    /// By rank: how much the heaviest alignment up to this rank exceeds the one below.
    pub gains: Vec<Field>,
    /// By rank: the bits of the gains up to it.
    pub gains_up_to: Vec<SparseMask>,
    /// The items performed since one was met that is not due yet (0 ends the list). Empty in most plays.
    pub waiting: Vec<Field>,
}

/// Where an item stands in a procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProcedureStep {
    /// The number of the procedure in the model.
    pub procedure: usize,
    /// The index of its rank there.
    pub rank: usize,
}

/// A due step, as far as a procedure must know it to make room.
#[derive(Clone, Copy, Debug)]
pub(super) struct StepSize {
    pub item: usize,
    pub rank: usize,
    /// What being in place adds.
    pub placed: u32,
    /// Whether it is due only under a condition.
    pub conditional: bool,
}

impl ProcedureStep {
    /// The place of a requirement, if it has a rank and its section is among the procedures.
    pub(super) fn of(requirement: &Requirement, procedures: &[Procedure]) -> Option<ProcedureStep> {
        let rank = requirement.rank?;
        let procedure = procedures.iter().position(|procedure| procedure.section == requirement.section)?;
        let rank = procedures[procedure].ranks.iter().position(|known| *known == rank)?;
        Some(ProcedureStep { procedure, rank })
    }
}

impl Procedure {
    /// The procedures of a scenario with the ranks that are due in them, in the order of the standard.
    pub(super) fn all(scenario: &Scenario, standard: &Standard) -> Vec<Procedure> {
        let due = scenario.due.iter().filter(|due| !due.remedy).map(|due| standard.requirement(due.requirement));
        let mut steps: Vec<(SectionId, i32)> =
            due.filter_map(|requirement| requirement.rank.map(|rank| (requirement.section, rank))).collect();
        steps.sort_unstable();
        steps.dedup();
        let of_section = |steps: &[(SectionId, i32)]| Procedure {
            section: steps[0].0,
            ranks: steps.iter().map(|(_, rank)| *rank).collect(),
            items: Vec::new(),
            gains: Vec::new(),
            gains_up_to: Vec::new(),
            waiting: Vec::new(),
        };
        steps.chunk_by(|a, b| a.0 == b.0).map(of_section).collect()
    }

    /// Takes these steps in, and makes room for what is kept of them. `most` is the highest number that stands for an item
    /// in a list of steps that wait.
    pub(super) fn lay_out(&mut self, steps: &[StepSize], most: u32, layout: &mut Layout) {
        let at_rank = |rank| steps.iter().filter(move |step| step.rank == rank).map(|step| step.placed).sum();
        self.gains = (0..self.ranks.len()).map(|rank| layout.field(at_rank(rank))).collect();
        let mut up_to = StateBits::default();
        let add = |gain: &Field| {
            gain.mark(&mut up_to);
            SparseMask::of(&up_to)
        };
        self.gains_up_to = self.gains.iter().map(add).collect();
        self.items = steps.iter().map(|step| step.item).collect();
        if steps.iter().any(|step| step.conditional) {
            self.waiting = steps.iter().map(|_| layout.field(most)).collect();
        }
    }

    /// What the heaviest alignment adds to the points of late steps, the waiting steps left out.
    #[inline]
    pub(super) fn gain(&self, words: &StateBits) -> u32 {
        self.gains.iter().map(|gain| gain.get(words)).sum()
    }

    /// Adds a step to the increments: what it gains.
    pub(super) fn insert(&self, words: &mut StateBits, rank: usize, placed: u32) -> u32 {
        let own = self.gains[rank];
        own.set(words, own.get(words) + placed);
        let mut left = placed;
        for above in &self.gains[rank + 1..] {
            let taken = above.get(words).min(left);
            above.set(words, above.get(words) - taken);
            left -= taken;
            if left == 0 {
                break;
            }
        }
        left
    }

    /// Takes the step in this place out of the list of those that wait, by moving the others up.
    pub(super) fn close_gap(&self, words: &mut StateBits, place: usize) {
        let slots = &self.waiting[place..];
        for pair in slots.windows(2) {
            let later = pair[1].get(words);
            pair[0].set(words, later);
        }
        if let Some(last) = slots.last() {
            last.set(words, 0);
        }
    }
}
