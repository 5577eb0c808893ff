//! What counts in one scenario, ready for the solver: the due items, their procedures, and a tally of a play so far.
//!
//! The tally keeps only what later moves can change. How it keeps the order of a procedure is told in `procedure.rs`.

use super::due_item::{DueItem, PartialScore, steps_of};
use super::law::EntryKind;
use super::procedure::{Procedure, ProcedureStep};
use crate::base::bits::{Field, Layout, StateBits, WORDS, changes};
use crate::content::scenario::Scenario;
use crate::content::standard::{Requirement, RequirementId, Standard};
use crate::play::engine::{Event, RequirementEvent, State};

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
    /// The items that are not due from the start.
    conditional: Vec<usize>,
    /// The items that are remedies.
    remedies: Vec<usize>,
    /// The items that another rule can excuse.
    excusable: Vec<usize>,
    overflow: Option<u32>,
}

/// The items that a change of some bits of a state can make due, or let give way.
#[derive(Clone, Debug)]
pub struct DueReaders {
    conditional: Box<[usize]>,
    excusable: Box<[usize]>,
}

impl ScoringModel {
    /// What counts in this scenario.
    pub fn new(scenario: &Scenario, standard: &Standard) -> ScoringModel {
        let mut layout = Layout::default();
        let mut procedures = Procedure::all(scenario, standard);
        let mut item_of = vec![None; standard.requirements.len()];
        let mut items: Vec<DueItem> = Vec::with_capacity(scenario.due.len());
        for (due, listed_as) in scenario.due.iter().zip(1..) {
            item_of[due.requirement.index()] = Some(items.len());
            let requirement = standard.requirement(due.requirement);
            let step = if due.remedy { None } else { ProcedureStep::of(requirement, &procedures) };
            items.push(DueItem::new(due, requirement, step, listed_as, scenario, &mut layout));
        }
        let most = items.last().map_or(0, |item| item.listed_as);
        for (number, procedure) in procedures.iter_mut().enumerate() {
            procedure.lay_out(&steps_of(number, &items), most, &mut layout);
        }
        ScoringModel {
            item_of,
            weights: standard.requirements.iter().map(|requirement| requirement.weight.points()).collect(),
            critical: standard.requirements.iter().map(Requirement::is_critical).collect(),
            overflow: layout.overflow(),
            conditional: (0..items.len()).filter(|number| !items[*number].when.is_always()).collect(),
            remedies: (0..items.len()).filter(|number| items[*number].remedy).collect(),
            excusable: (0..items.len()).filter(|number| !items[*number].excuses.is_empty()).collect(),
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
        self.items.iter().for_each(|item| item.bits.mark(&mut mask));
        let orders = self.procedures.iter().flat_map(|procedure| procedure.gains.iter().chain(&procedure.waiting));
        orders.for_each(|field| field.mark(&mut mask));
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
        let points = self.fall_due(&mut partial, state, &self.readers(&[u64::MAX; WORDS])) - owed;
        (partial, points)
    }

    /// Records a move between two states: the points it wins or loses now, counting what it makes due and what gives way
    /// after it.
    pub fn record(&self, partial: &mut PartialScore, events: &[Event], before: &State, after: &State) -> i32 {
        let marks: Vec<RequirementEvent> = events.iter().filter_map(|event| event.on_requirement()).collect();
        self.record_marks(partial, &marks, &self.readers(&changes(&before.0, &after.0)), after)
    }

    /// The same of a move of which it is known what it does to requirements, and who reads what it changes.
    pub fn record_marks(
        &self,
        partial: &mut PartialScore,
        marks: &[RequirementEvent],
        readers: &DueReaders,
        after: &State,
    ) -> i32 {
        let mut points = 0;
        for mark in marks {
            points += match *mark {
                RequirementEvent::Met(requirement) => self.meet(partial, requirement),
                RequirementEvent::Spoiled(requirement) => self.spoil(partial, requirement),
                RequirementEvent::Broke(requirement) => self.act_against(partial, requirement),
                RequirementEvent::Yielded { .. } => 0,
            };
        }
        points + self.fall_due(partial, after, readers)
    }

    /// The items that must be asked again when these bits of a state have changed.
    pub fn readers(&self, changed: &StateBits) -> DueReaders {
        let conditional = self.conditional.iter().filter(|number| self.items[**number].reads.meets(changed));
        let excusable = self.excusable.iter().filter(|number| self.items[**number].excuse_reads.meets(changed));
        DueReaders { conditional: conditional.copied().collect(), excusable: excusable.copied().collect() }
    }

    /// Whether an item is due by now.
    pub fn is_due(&self, partial: &PartialScore, item: &DueItem) -> bool {
        item.when.is_always() || item.due.get(&partial.0) == 1
    }

    /// Whether a remedy is owed now that was not before.
    pub fn owes_more(&self, before: &PartialScore, now: &PartialScore) -> bool {
        let owed = |partial, item| self.is_due(partial, item) && item.met.get(&partial.0) == 0;
        self.remedies.iter().map(|number| &self.items[*number]).any(|item| owed(now, item) && !owed(before, item))
    }

    /// Whether everything that is due was met, or gave way.
    pub fn is_complete(&self, partial: &PartialScore) -> bool {
        let open = |item: &DueItem| self.is_due(partial, item) && !item.is_closed(partial);
        !self.items.iter().any(open)
    }

    /// Whether a remedy is due, or something due was tried badly.
    pub fn is_blemished(&self, partial: &PartialScore) -> bool {
        self.items.iter().any(|item| (item.remedy || item.is_spoiled(partial)) && self.is_due(partial, item))
    }

    /// The weights of what is due and met now, and was not before.
    pub fn done_between(&self, before: &PartialScore, now: &PartialScore) -> i32 {
        let done = |partial, item: &DueItem| self.is_due(partial, item) && item.met.get(&partial.0) == 1;
        let new = self.items.iter().filter(|item| !item.remedy && done(now, item) && !done(before, item));
        new.map(|item| item.weight).sum()
    }

    /// Whether acting against a requirement costs nothing, as it gave way.
    pub fn is_excused(&self, partial: &PartialScore, requirement: RequirementId) -> bool {
        self.item(requirement).is_some_and(|number| self.items[number].gone.get(&partial.0) == 1)
    }

    fn meet(&self, partial: &mut PartialScore, requirement: RequirementId) -> i32 {
        let Some(number) = self.item(requirement) else { return 0 };
        let item = &self.items[number];
        if item.remedy {
            return self.release(partial, item);
        }
        if item.is_closed(partial) {
            return 0;
        }
        item.met.set(&mut partial.0, 1);
        let is_due = self.is_due(partial, item);
        if item.is_spoiled(partial) {
            return if is_due { item.half } else { 0 };
        }
        let place = self.perform(partial, number);
        match (is_due, item.step) {
            (true, Some(_)) => item.half + place,
            (true, None) => item.weight,
            (false, _) => 0,
        }
    }

    /// The first bad try of a duty takes half of what it can still earn; of a remedy it makes good half.
    fn spoil(&self, partial: &mut PartialScore, requirement: RequirementId) -> i32 {
        let Some(item) = self.item(requirement).map(|number| &self.items[number]) else { return 0 };
        if item.is_closed(partial) || item.is_spoiled(partial) {
            return 0;
        }
        item.spoiled.set(&mut partial.0, 1);
        if item.remedy && self.is_due(partial, item) { item.weight - item.half } else { 0 }
    }

    /// A guard costs its weight each time; what was to be earned by keeping it is gone.
    fn act_against(&self, partial: &mut PartialScore, requirement: RequirementId) -> i32 {
        let broken = EntryKind::Broken.points(self.weights[requirement.index()]);
        let Some(item) = self.item(requirement).map(|number| &self.items[number]) else { return broken };
        if item.gone.get(&partial.0) == 1 {
            return 0;
        }
        if item.remedy {
            return self.release(partial, item) + broken;
        }
        if item.met.get(&partial.0) == 0 {
            item.barred.set(&mut partial.0, 1);
        }
        broken
    }

    /// A remedy that was met, acted against or excused is owed no longer.
    fn release(&self, partial: &mut PartialScore, item: &DueItem) -> i32 {
        let owed = self.is_due(partial, item) && item.met.get(&partial.0) == 0;
        item.met.set(&mut partial.0, 1);
        if owed && !item.is_spoiled(partial) { item.weight } else { 0 }
    }

    /// Makes due what the state asks for, pays for what was met before, and lets give way what it excuses. Only these
    /// readers are asked; where something becomes due, everything that can give way is.
    fn fall_due(&self, partial: &mut PartialScore, state: &State, readers: &DueReaders) -> i32 {
        let (mut points, mut news) = (0, false);
        for item in readers.conditional.iter().map(|number| &self.items[*number]) {
            if item.due.get(&partial.0) == 0 && item.when.holds(&state.0) {
                points += self.become_due(partial, item);
                news = true;
            }
        }
        let excusable = if news { &self.excusable } else { &readers.excusable[..] };
        for item in excusable.iter().map(|number| &self.items[*number]) {
            points += self.excuse(partial, item, state);
        }
        points
    }

    fn become_due(&self, partial: &mut PartialScore, item: &DueItem) -> i32 {
        let (met, spoiled) = (item.met.get(&partial.0) == 1, item.is_spoiled(partial));
        let waits = item.step.filter(|_| met && !spoiled && !item.remedy).map(|step| &self.procedures[step.procedure]);
        let before = waits.map_or(0, |procedure| self.gain(partial, procedure));
        item.due.set(&mut partial.0, 1);
        if let Some(procedure) = waits {
            let points = item.half + self.gain(partial, procedure) - before;
            self.fold(partial, procedure);
            return points;
        }
        match (item.remedy, met, spoiled) {
            (true, _, true) => -item.half,
            (true, false, false) => -item.weight,
            (false, true, true) => item.half,
            (false, true, false) => item.weight,
            (true, true, false) | (false, false, _) => 0,
        }
    }

    /// Lets an item give way that is due and unmet, where one of its rules says so.
    fn excuse(&self, partial: &mut PartialScore, item: &DueItem, state: &State) -> i32 {
        let open = self.is_due(partial, item) && item.met.get(&partial.0) == 0 && item.gone.get(&partial.0) == 0;
        if !open || !item.excuses.iter().any(|when| when.holds(&state.0)) {
            return 0;
        }
        item.gone.set(&mut partial.0, 1);
        if item.remedy { self.release(partial, item) } else { 0 }
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
        item.bits.clear(&mut partial.0);
        // A remedy would be owed as soon as its forgotten condition seemed to hold; one that counts as met never is.
        item.met.set(&mut partial.0, u32::from(item.remedy));
        let Some(step) = item.step else { return };
        let procedure = &self.procedures[step.procedure];
        let mut entries = procedure.waiting.iter().map(|slot| slot.get(&partial.0)).take_while(|entry| *entry != 0);
        if let Some(place) = entries.position(|entry| entry == item.listed_as) {
            procedure.close_gap(&mut partial.0, place);
            self.fold(partial, procedure);
        }
    }

    /// The items that stand in the lists of steps that wait, one bit each: an item has bits of its own in a tally, so there
    /// are no more of them than a tally has bits.
    pub fn listed_items(&self, partial: &PartialScore) -> StateBits {
        let mut listed = StateBits::default();
        for procedure in &self.procedures {
            let entries = procedure.waiting.iter().map(|slot| slot.get(&partial.0) as usize);
            entries
                .take_while(|entry| *entry != 0)
                .for_each(|entry| listed[(entry - 1) / 64] |= 1 << ((entry - 1) % 64));
        }
        listed
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

/// Gains are kept in fields, which hold no sign. All weights of a scenario together are far below 2^31.
#[inline]
fn as_points(gain: u32) -> i32 {
    gain.cast_signed()
}
