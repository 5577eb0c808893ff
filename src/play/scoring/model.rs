//! What counts in one scenario, ready for the solver: the due items, their procedures, and a tally of a play so far.
//!
//! The tally keeps only what later moves can change. How it keeps the order of a procedure is told in `procedure.rs`.

use super::law::EntryKind;
use super::procedure::{Procedure, ProcedureStep, StepSize};
use crate::base::bits::{Field, Layout, StateBits};
use crate::content::scenario::{Condition, Due, Scenario};
use crate::content::standard::{Requirement, RequirementId, Standard};
use crate::play::engine::{Event, RequirementEvent, State};

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
    /// What it earns as a late step.
    pub late: i32,
    /// What being in its place adds to that.
    pub placed: u32,
    /// When it becomes due: once this held, it stays due.
    pub when: Condition,
    /// Whether it makes good what was broken: it pays nothing, and costs its weight when it is missed.
    pub remedy: bool,
    /// Its place in a procedure, if it is a step of one.
    pub step: Option<ProcedureStep>,
    /// What stands for it in the lists of steps that wait; 0 ends such a list.
    pub listed_as: u32,
    /// It was met; for a remedy: met, broken or given way, so that missing it costs nothing any more.
    pub met: Field,
    /// Its condition has held. No bit where it always holds.
    pub due: Field,
    /// It gave way to another rule before it was met. No bit where nothing yields.
    pub gone: Field,
}

/// What counts in one scenario.
#[derive(Clone, Debug)]
pub struct ScoringModel {
    /// By due line of the scenario.
    pub items: Vec<DueItem>,
    /// In the order of the standard.
    pub procedures: Vec<Procedure>,
    /// The item of each requirement of the standard, or none.
    item_of: Vec<Option<usize>>,
    /// The weight in points of each requirement of the standard.
    weights: Vec<i32>,
    critical: Vec<bool>,
    overflow: Option<u32>,
}

impl ScoringModel {
    /// What counts in this scenario.
    pub fn new(scenario: &Scenario, standard: &Standard) -> ScoringModel {
        let mut layout = Layout::default();
        let mut procedures = Procedure::all(scenario, standard);
        let mut item_of = vec![None; standard.requirements.len()];
        let mut items = Vec::with_capacity(scenario.due.len());
        for (due, listed_as) in scenario.due.iter().zip(1..) {
            item_of[due.requirement.index()] = Some(items.len());
            let requirement = standard.requirement(due.requirement);
            let step = if due.remedy { None } else { ProcedureStep::of(requirement, &procedures) };
            items.push(DueItem::new(due, requirement, step, listed_as, gives_way(scenario, due), &mut layout));
        }
        let most = items.last().map_or(0, |item: &DueItem| item.listed_as);
        for (number, procedure) in procedures.iter_mut().enumerate() {
            procedure.lay_out(&steps_of(number, &items), most, &mut layout);
        }
        ScoringModel {
            item_of,
            weights: standard.requirements.iter().map(|requirement| requirement.weight.points()).collect(),
            critical: standard.requirements.iter().map(|requirement| requirement.critical).collect(),
            overflow: layout.overflow(),
            items,
            procedures,
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

    /// The item of a requirement, if it is ever due.
    pub fn item(&self, requirement: RequirementId) -> Option<usize> {
        self.item_of[requirement.index()]
    }

    /// Whether breaking it fails the play.
    pub fn is_critical(&self, requirement: RequirementId) -> bool {
        self.critical[requirement.index()]
    }

    /// The sum of all weights that could ever be due: more than any play can win.
    pub fn everything(&self) -> i32 {
        self.items.iter().map(|item| item.weight).sum()
    }

    /// The tally before the first move, and the points it starts with (below 0 where a remedy is due at once).
    pub fn open(&self, state: &State) -> (PartialScore, i32) {
        let mut partial = PartialScore::default();
        let owed = self.items.iter().filter(|item| item.remedy && item.when.is_always());
        let owed: i32 = owed.map(|item| item.weight).sum();
        let points = self.fall_due(&mut partial, state) - owed;
        (partial, points)
    }

    /// Records a move: the points it wins or loses now, counting what it makes due.
    pub fn record(&self, partial: &mut PartialScore, events: &[Event], after: &State) -> i32 {
        let mut points = 0;
        for event in events.iter().filter_map(|event| event.on_requirement()) {
            points += match event {
                RequirementEvent::Met(requirement) => self.meet(partial, requirement),
                RequirementEvent::Broke(requirement) => {
                    let broken = EntryKind::Broken.points(self.weights[requirement.index()]);
                    self.release(partial, requirement) + broken
                }
                RequirementEvent::Yielded { requirement, .. } => self.give_way(partial, requirement),
            };
        }
        points + self.fall_due(partial, after)
    }

    /// What the end of a play changes: remedies that give way at the end cost nothing after all.
    pub fn close(&self, partial: &PartialScore, scenario: &Scenario, end: &State) -> i32 {
        let excused = |item: &&DueItem| {
            let owed = item.remedy && self.is_due(partial, item) && item.met.get(&partial.0) == 0;
            owed && scenario.yields.iter().any(|rule| rule.requirement == item.requirement && rule.when.holds(&end.0))
        };
        self.items.iter().filter(excused).map(|item| item.weight).sum()
    }

    /// Whether an item is due by now.
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
            (true, Some(_)) => item.late + place,
            (true, None) => item.weight,
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
        if owed { item.weight } else { 0 }
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
                (true, false, _) => -item.weight,
                (true, true, _) | (false, false, _) => 0,
                (false, true, None) => item.weight,
                (false, true, Some(step)) => -self.gain(partial, &self.procedures[step.procedure]),
            };
            item.due.set(&mut partial.0, 1);
            if let (true, Some(step)) = (met, item.step) {
                let procedure = &self.procedures[step.procedure];
                points += item.late + self.gain(partial, procedure);
                self.fold(partial, procedure);
            }
        }
        points
    }

    /// Puts a step that was just met into its procedure: what its place there is worth.
    fn perform(&self, partial: &mut PartialScore, number: usize) -> i32 {
        let item = &self.items[number];
        let Some(step) = item.step else { return 0 };
        let procedure = &self.procedures[step.procedure];
        let slot = procedure.waiting.iter().find(|slot| slot.get(&partial.0) == 0);
        let nothing_waits = procedure.waiting.first().is_none_or(|first| first.get(&partial.0) == 0);
        match slot {
            Some(slot) if !(nothing_waits && self.is_due(partial, item)) => {
                let before = self.gain(partial, procedure);
                slot.set(&mut partial.0, item.listed_as);
                self.gain(partial, procedure) - before
            }
            _ => as_points(procedure.insert(&mut partial.0, step.rank, item.placed)),
        }
    }

    /// What the heaviest alignment so far adds, the waiting steps that are due included.
    fn gain(&self, partial: &PartialScore, procedure: &Procedure) -> i32 {
        let mut words = partial.0;
        for slot in &procedure.waiting {
            let Some(item) = self.listed(*slot, partial) else { break };
            if let (true, Some(step)) = (self.is_due(partial, item), item.step) {
                procedure.insert(&mut words, step.rank, item.placed);
            }
        }
        as_points(procedure.gain(&words))
    }

    /// Forgets an item that can never become due, or never be met again: nothing waits for it any more.
    pub fn discard(&self, partial: &mut PartialScore, number: usize) {
        let item = &self.items[number];
        for field in [item.met, item.due, item.gone] {
            field.set(&mut partial.0, 0);
        }
        // A remedy would be owed as soon as its forgotten condition seemed to hold; one that counts as met never is.
        item.met.set(&mut partial.0, u32::from(item.remedy));
        let Some(step) = item.step else { return };
        let procedure = &self.procedures[step.procedure];
        if let Some(place) = procedure.waiting.iter().position(|slot| slot.get(&partial.0) == item.listed_as) {
            procedure.close_gap(&mut partial.0, place);
            self.fold(partial, procedure);
        }
    }

    /// Whether an item stands in the list of steps that wait.
    pub fn is_listed(&self, partial: &PartialScore, number: usize) -> bool {
        let item = &self.items[number];
        let Some(step) = item.step else { return false };
        let waiting = &self.procedures[step.procedure].waiting;
        let mut listed = waiting.iter().map(|slot| slot.get(&partial.0)).take_while(|entry| *entry != 0);
        listed.any(|entry| entry == item.listed_as)
    }

    /// Takes steps that wait no longer out of the list, from its beginning.
    fn fold(&self, partial: &mut PartialScore, procedure: &Procedure) {
        while let Some(item) = procedure.waiting.first().and_then(|first| self.listed(*first, partial)) {
            let (true, Some(step)) = (self.is_due(partial, item), item.step) else { return };
            procedure.insert(&mut partial.0, step.rank, item.placed);
            procedure.close_gap(&mut partial.0, 0);
        }
    }

    /// The item that stands in a slot of a list of steps that wait; none past its end.
    #[inline]
    fn listed(&self, slot: Field, partial: &PartialScore) -> Option<&DueItem> {
        (slot.get(&partial.0) as usize).checked_sub(1).map(|number| &self.items[number])
    }
}

impl DueItem {
    fn new(
        due: &Due,
        requirement: &Requirement,
        step: Option<ProcedureStep>,
        listed_as: u32,
        gives_way: bool,
        layout: &mut Layout,
    ) -> DueItem {
        let weight = requirement.weight.points();
        let late = EntryKind::Late.points(weight);
        DueItem {
            requirement: due.requirement,
            weight,
            late,
            placed: (weight - late).unsigned_abs(),
            when: due.when.clone(),
            remedy: due.remedy,
            step,
            listed_as,
            met: layout.field(1),
            due: layout.field(u32::from(!due.when.is_always())),
            gone: layout.field(u32::from(gives_way && !due.remedy)),
        }
    }
}

fn steps_of(procedure: usize, items: &[DueItem]) -> Vec<StepSize> {
    let size = |(item, due): (usize, &DueItem)| {
        let step = due.step.filter(|step| step.procedure == procedure)?;
        Some(StepSize { item, rank: step.rank, placed: due.placed, conditional: !due.when.is_always() })
    };
    items.iter().enumerate().filter_map(size).collect()
}

fn gives_way(scenario: &Scenario, due: &Due) -> bool {
    scenario.yields.iter().any(|rule| rule.requirement == due.requirement)
}

/// Gains are kept in fields, which hold no sign. All weights of a scenario together are far below 2^31.
#[inline]
fn as_points(gain: u32) -> i32 {
    gain.cast_signed()
}
