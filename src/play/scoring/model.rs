//! What counts in one scenario, ready for the solver: the due items, their procedures, and a tally of a play so far.
//!
//! The tally keeps only what later moves can change. The order of a procedure needs no list of moves: the heaviest
//! non-falling subsequence that ends at or below each rank is enough, kept as increments from rank to rank. A new step
//! adds its weight at its own rank and takes the same weight from the ranks above; what it cannot take is gained.

use crate::base::bits::{Field, Layout, StateBits};
use crate::content::scenario::{Condition, Scenario};
use crate::content::standard::{RequirementId, Standard};
use crate::play::engine::{Event, State};

/// What a play has earned so far, as far as it can still matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PartialScore(pub StateBits);

/// One due requirement of a scenario.
#[derive(Clone, Debug)]
pub struct DueItem {
    pub requirement: RequirementId,
    /// Half of its weight in points: what a late step earns, and what being in place adds.
    pub half: i32,
    pub when: Condition,
    pub remedy: bool,
    /// Its procedure and the index of its rank there.
    pub step: Option<(u16, u16)>,
    /// It was met; for a remedy: met, broken or given way, so that missing it costs nothing any more.
    pub met: Field,
    /// Its condition has held. No bit where it always holds.
    pub due: Field,
    /// It gave way to another rule before it was met. No bit where nothing yields.
    pub gone: Field,
}

/// The due steps of one section that have ranks.
#[derive(Clone, Debug)]
pub struct Procedure {
    pub ranks: Vec<i32>,
    /// Its items.
    pub items: Vec<u16>,
    /// By rank: how much the heaviest alignment up to this rank exceeds the one below, in half weights.
    pub gains: Vec<Field>,
    /// The items performed since one was met that is not due yet (item + 1; 0 ends the list). Empty in most plays.
    pub waiting: Vec<Field>,
}

/// What counts in one scenario.
#[derive(Clone, Debug)]
pub struct ScoringModel {
    pub items: Vec<DueItem>,
    pub procedures: Vec<Procedure>,
    /// The item of each requirement of the standard, or none.
    item_of: Vec<Option<u16>>,
    /// The weight in points of each requirement of the standard.
    weights: Vec<i32>,
    critical: Vec<bool>,
    overflow: Option<u32>,
}

impl ScoringModel {
    pub fn new(scenario: &Scenario, standard: &Standard) -> ScoringModel {
        let mut layout = Layout::default();
        let mut procedures = procedures(scenario, standard);
        let mut item_of = vec![None; standard.requirements.len()];
        let mut items = Vec::with_capacity(scenario.due.len());
        for (number, due) in scenario.due.iter().enumerate() {
            let requirement = standard.requirement(due.requirement);
            let section = standard.requirement(due.requirement).section;
            let step = requirement.rank.filter(|_| !due.remedy).and_then(|rank| {
                let procedure = procedures.iter().position(|(of, _)| *of == section)?;
                let rank = procedures[procedure].1.ranks.iter().position(|known| *known == rank)?;
                Some((procedure as u16, rank as u16))
            });
            let gives_way = scenario.yields.iter().any(|rule| rule.requirement == due.requirement);
            item_of[due.requirement.index()] = Some(number as u16);
            items.push(DueItem {
                requirement: due.requirement,
                half: requirement.weight.points() / 2,
                when: due.when.clone(),
                remedy: due.remedy,
                step,
                met: layout.field(1),
                due: layout.field(u32::from(!due.when.is_always())),
                gone: layout.field(u32::from(gives_way && !due.remedy)),
            });
        }
        for (number, (_, procedure)) in procedures.iter_mut().enumerate() {
            lay_out(procedure, number as u16, &items, &mut layout);
        }
        ScoringModel {
            procedures: procedures.into_iter().map(|(_, procedure)| procedure).collect(),
            item_of,
            weights: standard.requirements.iter().map(|requirement| requirement.weight.points()).collect(),
            critical: standard.requirements.iter().map(|requirement| requirement.critical).collect(),
            overflow: layout.overflow(),
            items,
        }
    }

    /// The bits that a tally would need, when they are more than it has.
    pub fn overflow(&self) -> Option<u32> {
        self.overflow
    }

    /// All bits of a tally.
    pub fn mask(&self) -> StateBits {
        let mut mask = StateBits::default();
        let items = self.items.iter().flat_map(|item| [item.met, item.due, item.gone]);
        let orders = self.procedures.iter().flat_map(|procedure| procedure.gains.iter().chain(&procedure.waiting));
        items.chain(orders.copied()).for_each(|field| field.mark(&mut mask));
        mask
    }

    pub fn item(&self, requirement: RequirementId) -> Option<usize> {
        self.item_of[requirement.index()].map(usize::from)
    }

    pub fn is_critical(&self, requirement: RequirementId) -> bool {
        self.critical[requirement.index()]
    }

    /// The sum of all weights that could ever be due: more than any play can win.
    pub fn everything(&self) -> i32 {
        self.items.iter().map(|item| item.half * 2).sum()
    }

    /// The tally before the first move, and the points it starts with (below 0 where a remedy is due at once).
    pub fn open(&self, state: &State) -> (PartialScore, i32) {
        let mut partial = PartialScore::default();
        let owed = self.items.iter().filter(|item| item.remedy && item.when.is_always());
        let owed: i32 = owed.map(|item| item.half * 2).sum();
        let points = self.fall_due(&mut partial, state) - owed;
        (partial, points)
    }

    /// Records a move: the points it wins or loses now, counting what it makes due.
    pub fn record(&self, partial: &mut PartialScore, events: &[Event], after: &State) -> i32 {
        let mut points = 0;
        for event in events {
            match event {
                Event::Met(requirement) => points += self.meet(partial, *requirement),
                Event::Broke(requirement) => {
                    points += self.release(partial, *requirement) - self.weights[requirement.index()];
                }
                Event::Yielded { requirement, .. } => points += self.give_way(partial, *requirement),
                _ => {}
            }
        }
        points + self.fall_due(partial, after)
    }

    /// What the end of a play changes: remedies that give way at the end cost nothing after all.
    pub fn close(&self, partial: &PartialScore, scenario: &Scenario, end: &State) -> i32 {
        let excused = |item: &&DueItem| {
            let owed = item.remedy && self.is_due(partial, item) && item.met.get(&partial.0) == 0;
            owed && scenario.yields.iter().any(|rule| rule.requirement == item.requirement && rule.when.holds(&end.0))
        };
        self.items.iter().filter(excused).map(|item| item.half * 2).sum()
    }

    pub fn is_due(&self, partial: &PartialScore, item: &DueItem) -> bool {
        item.when.is_always() || item.due.get(&partial.0) == 1
    }

    fn meet(&self, partial: &mut PartialScore, requirement: RequirementId) -> i32 {
        let Some(number) = self.item(requirement) else { return 0 };
        let item = &self.items[number];
        if item.remedy {
            return self.release(partial, requirement);
        }
        if item.met.get(&partial.0) == 1 || item.gone.get(&partial.0) == 1 {
            return 0;
        }
        item.met.set(&mut partial.0, 1);
        let place = self.perform(partial, number);
        match (self.is_due(partial, item), item.step) {
            (true, Some(_)) => item.half + place,
            (true, None) => item.half * 2,
            (false, _) => 0,
        }
    }

    /// A remedy that was met, broken or excused is owed no longer.
    fn release(&self, partial: &mut PartialScore, requirement: RequirementId) -> i32 {
        let Some(item) = self.item(requirement).map(|number| &self.items[number]).filter(|item| item.remedy) else {
            return 0;
        };
        let owed = self.is_due(partial, item) && item.met.get(&partial.0) == 0;
        item.met.set(&mut partial.0, 1);
        if owed { item.half * 2 } else { 0 }
    }

    fn give_way(&self, partial: &mut PartialScore, requirement: RequirementId) -> i32 {
        let Some(item) = self.item(requirement).map(|number| &self.items[number]) else { return 0 };
        if item.remedy {
            return self.release(partial, requirement);
        }
        if item.met.get(&partial.0) == 0 {
            item.gone.set(&mut partial.0, 1);
        }
        0
    }

    /// Makes due what the state asks for, and pays for what was met before.
    fn fall_due(&self, partial: &mut PartialScore, state: &State) -> i32 {
        let mut points = 0;
        for item in self.items.iter().filter(|item| !item.when.is_always()) {
            if item.due.get(&partial.0) == 1 || !item.when.holds(&state.0) {
                continue;
            }
            let met = item.met.get(&partial.0) == 1;
            points += match (item.remedy, met, item.step) {
                (true, false, _) => -item.half * 2,
                (true, true, _) | (false, false, _) => 0,
                (false, true, None) => item.half * 2,
                (false, true, Some((procedure, _))) => -self.gain(partial, &self.procedures[usize::from(procedure)]),
            };
            item.due.set(&mut partial.0, 1);
            if let (true, Some((procedure, _))) = (met, item.step) {
                let procedure = &self.procedures[usize::from(procedure)];
                points += item.half + self.gain(partial, procedure);
                self.fold(partial, procedure);
            }
        }
        points
    }

    /// Puts a step that was just met into its procedure: what its place there is worth.
    fn perform(&self, partial: &mut PartialScore, number: usize) -> i32 {
        let item = &self.items[number];
        let Some((procedure, rank)) = item.step else { return 0 };
        let procedure = &self.procedures[usize::from(procedure)];
        let slot = procedure.waiting.iter().find(|slot| slot.get(&partial.0) == 0);
        let nothing_waits = procedure.waiting.first().is_none_or(|first| first.get(&partial.0) == 0);
        match slot {
            Some(slot) if !(nothing_waits && self.is_due(partial, item)) => {
                let before = self.gain(partial, procedure);
                slot.set(&mut partial.0, number as u32 + 1);
                self.gain(partial, procedure) - before
            }
            _ => insert(&mut partial.0, procedure, usize::from(rank), item.half),
        }
    }

    /// The heaviest alignment so far in half weights, the waiting steps that are due included.
    fn gain(&self, partial: &PartialScore, procedure: &Procedure) -> i32 {
        let mut words = partial.0;
        for slot in &procedure.waiting {
            let Some(number) = (slot.get(&words) as usize).checked_sub(1) else { break };
            let item = &self.items[number];
            if let (true, Some((_, rank))) = (self.is_due(partial, item), item.step) {
                insert(&mut words, procedure, usize::from(rank), item.half);
            }
        }
        procedure.gains.iter().map(|gain| gain.get(&words) as i32).sum()
    }

    /// Forgets an item that can never become due, or never be met again: nothing waits for it any more.
    pub fn discard(&self, partial: &mut PartialScore, number: usize) {
        let item = &self.items[number];
        [item.met, item.due, item.gone].iter().for_each(|field| field.set(&mut partial.0, 0));
        // A remedy would be owed as soon as its forgotten condition seemed to hold; one that counts as met never is.
        item.met.set(&mut partial.0, u32::from(item.remedy));
        let Some((procedure, _)) = item.step else { return };
        let procedure = &self.procedures[usize::from(procedure)];
        let place = procedure.waiting.iter().position(|slot| slot.get(&partial.0) as usize == number + 1);
        if let Some(place) = place {
            close_gap(&mut partial.0, &procedure.waiting[place..]);
            self.fold(partial, procedure);
        }
    }

    /// Whether an item stands in the list of steps that wait.
    pub fn is_listed(&self, partial: &PartialScore, number: usize) -> bool {
        let Some((procedure, _)) = self.items[number].step else { return false };
        let waiting = &self.procedures[usize::from(procedure)].waiting;
        let listed = waiting.iter().map(|slot| slot.get(&partial.0) as usize).take_while(|entry| *entry != 0);
        listed.into_iter().any(|entry| entry == number + 1)
    }

    /// Takes steps that wait no longer out of the list, from its beginning.
    fn fold(&self, partial: &mut PartialScore, procedure: &Procedure) {
        while let Some(number) =
            procedure.waiting.first().and_then(|first| (first.get(&partial.0) as usize).checked_sub(1))
        {
            let item = &self.items[number];
            let (true, Some((_, rank))) = (self.is_due(partial, item), item.step) else { return };
            insert(&mut partial.0, procedure, usize::from(rank), item.half);
            close_gap(&mut partial.0, &procedure.waiting);
        }
    }
}

/// Removes the first of these slots by moving the others up.
fn close_gap(words: &mut StateBits, slots: &[Field]) {
    for pair in slots.windows(2) {
        let later = pair[1].get(words);
        pair[0].set(words, later);
    }
    if let Some(last) = slots.last() {
        last.set(words, 0);
    }
}

/// Adds a step to the increments: what it gains in half weights.
fn insert(words: &mut StateBits, procedure: &Procedure, rank: usize, half: i32) -> i32 {
    let own = procedure.gains[rank];
    own.set(words, own.get(words) + half as u32);
    let mut left = half as u32;
    for above in &procedure.gains[rank + 1..] {
        let taken = above.get(words).min(left);
        above.set(words, above.get(words) - taken);
        left -= taken;
        if left == 0 {
            break;
        }
    }
    left as i32
}

/// The procedures of a scenario with the ranks that are due in them, in the order of the standard.
fn procedures(scenario: &Scenario, standard: &Standard) -> Vec<(crate::content::standard::SectionId, Procedure)> {
    let due = scenario.due.iter().filter(|due| !due.remedy).map(|due| standard.requirement(due.requirement));
    let mut steps: Vec<_> =
        due.filter_map(|requirement| requirement.rank.map(|rank| (requirement.section, rank))).collect();
    steps.sort_unstable();
    steps.dedup();
    let mut procedures: Vec<(crate::content::standard::SectionId, Procedure)> = Vec::new();
    for (section, rank) in steps {
        match procedures.last_mut().filter(|(of, _)| *of == section) {
            Some((_, procedure)) => procedure.ranks.push(rank),
            None => procedures
                .push((section, Procedure { ranks: vec![rank], items: vec![], gains: vec![], waiting: vec![] })),
        }
    }
    procedures
}

fn lay_out(procedure: &mut Procedure, number: u16, items: &[DueItem], layout: &mut Layout) {
    procedure.gains = (0..procedure.ranks.len() as u16)
        .map(|rank| {
            let at_rank = items.iter().filter(|item| item.step == Some((number, rank)));
            layout.field(at_rank.map(|item| item.half as u32).sum())
        })
        .collect();
    let own = |(_, item): &(u16, &DueItem)| item.step.is_some_and(|(of, _)| of == number);
    procedure.items = (0..).zip(items).filter(own).map(|(number, _)| number).collect();
    let conditional = procedure.items.iter().any(|number| !items[usize::from(*number)].when.is_always());
    if conditional {
        procedure.waiting = procedure.items.iter().map(|_| layout.field(items.len() as u32)).collect();
    }
}
