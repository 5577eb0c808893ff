//! The ledger of a play: one entry for everything that was met, late, missed, broken, extra or given way, each with the
//! move that caused it and its points.

use super::law::EntryKind;
use super::order::{Performed, in_place};
use crate::content::scenario::{Due, Scenario};
use crate::content::standard::{RequirementId, SectionId, Standard};
use crate::play::engine::{RequirementEvent, State, Turn};

/// What became of one requirement at one move, and its points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which requirement.
    pub requirement: RequirementId,
    /// What became of it.
    pub kind: EntryKind,
    /// The move that caused it, from 0; none for what never happened.
    pub turn: Option<usize>,
    /// The points that it won, or below 0 lost.
    pub points: i32,
    /// For what gave way: the rule, an index into the scenario's yields.
    pub rule: Option<usize>,
}

/// Every entry of a play: by move, then what never happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// By move, then what never happened.
    pub entries: Vec<Entry>,
    /// The weights of what was due, remedies aside, by requirement in the order of the scenario's due lines.
    pub due: Vec<(RequirementId, i32)>,
}

impl Ledger {
    /// Judges a play, finished or not; what is due in an unfinished one counts as missed so far.
    pub fn judge(scenario: &Scenario, standard: &Standard, turns: &[Turn]) -> Ledger {
        let end = turns.last().map_or_else(|| State::opening(scenario), |turn| turn.after);
        let due_of = due_numbers(scenario, standard);
        let records = gather(scenario, &due_of, turns);
        let mut told = vec![false; records.len()];
        let bookkeeper = Bookkeeper { scenario, standard, late: late(scenario, standard, &records), due_of, records };
        let mut ledger = Ledger::default();
        for (turn, own) in turns.iter().enumerate() {
            let judged = own.events.iter().filter_map(|event| event.on_requirement());
            ledger.entries.extend(judged.filter_map(|event| bookkeeper.entry(event, turn, &mut told)));
        }
        for (due, record) in scenario.due.iter().zip(&bookkeeper.records) {
            if counts(scenario, due, record, &end) {
                ledger.due.push((due.requirement, bookkeeper.weight(due.requirement)));
            }
            ledger.entries.extend(bookkeeper.never_met(due, record, &end));
        }
        ledger
    }

    /// All points won and lost.
    pub fn points(&self) -> i32 {
        self.entries.iter().map(|entry| entry.points).sum()
    }

    /// The critical requirements that were broken, each once.
    pub fn critical(&self, standard: &Standard) -> Vec<RequirementId> {
        let broken = self.entries.iter().filter(|entry| entry.kind == EntryKind::Broken);
        let mut critical: Vec<_> =
            broken.map(|entry| entry.requirement).filter(|id| standard.requirement(*id).critical).collect();
        critical.sort_unstable();
        critical.dedup();
        critical
    }

    /// Whether everything in it is as it should be: nothing broken, missed, late, or a remedy that became due.
    pub fn is_clean(&self, scenario: &Scenario) -> bool {
        let remedy = |id| scenario.due.iter().any(|due| due.remedy && due.requirement == id);
        self.entries.iter().all(|entry| match entry.kind {
            EntryKind::Met => !remedy(entry.requirement),
            EntryKind::Extra | EntryKind::Yielded => true,
            EntryKind::Late | EntryKind::Missed | EntryKind::Broken => false,
        })
    }
}

/// Whether the weight of a due line is part of what there was to win.
fn counts(scenario: &Scenario, due: &Due, record: &DueRecord, end: &State) -> bool {
    let excused = record.met.is_none() && yielding(scenario, due, end).is_some();
    record.is_due && record.gone.is_none() && !due.remedy && !excused
}

/// What happened to one due line in a play.
#[derive(Clone, Copy, Debug, Default)]
struct DueRecord {
    is_due: bool,
    /// The move of the first meeting.
    met: Option<usize>,
    /// The first move at which it gave way, if it was not met before.
    gone: Option<usize>,
    broken: bool,
}

impl DueRecord {
    /// Takes in what this move did to the requirement. Only the first meeting counts, and none after it gave way.
    fn note(&mut self, event: RequirementEvent, turn: usize) {
        match event {
            RequirementEvent::Met(_) if self.gone.is_none() => self.met = self.met.or(Some(turn)),
            RequirementEvent::Yielded { .. } if self.met.is_none() => self.gone = self.gone.or(Some(turn)),
            RequirementEvent::Met(_) | RequirementEvent::Yielded { .. } => {}
            RequirementEvent::Broke(_) => self.broken = true,
        }
    }
}

/// By requirement of the standard: the number of the due line that asks for it, if any.
fn due_numbers(scenario: &Scenario, standard: &Standard) -> Vec<Option<usize>> {
    let mut numbers = vec![None; standard.requirements.len()];
    for (number, due) in scenario.due.iter().enumerate() {
        numbers[due.requirement.index()] = Some(number);
    }
    numbers
}

fn gather(scenario: &Scenario, due_of: &[Option<usize>], turns: &[Turn]) -> Vec<DueRecord> {
    let opening = State::opening(scenario);
    let is_due = |due: &Due| {
        let mut states = [&opening].into_iter().chain(turns.iter().map(|turn| &turn.after));
        states.any(|state| due.when.holds(&state.0))
    };
    let records = scenario.due.iter().map(|due| DueRecord { is_due: is_due(due), ..DueRecord::default() });
    let mut records: Vec<DueRecord> = records.collect();
    for (turn, own) in turns.iter().enumerate() {
        for event in own.events.iter().filter_map(|event| event.on_requirement()) {
            let Some(number) = due_of[event.requirement().index()] else { continue };
            records[number].note(event, turn);
        }
    }
    records
}

/// A due step of a procedure that was performed. The order of the fields is that of performing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct PerformedStep {
    section: SectionId,
    turn: usize,
    rank: i32,
    requirement: RequirementId,
    /// Its due line.
    number: usize,
}

/// For each due line whether its first meeting was out of the procedure's order.
fn late(scenario: &Scenario, standard: &Standard, records: &[DueRecord]) -> Vec<bool> {
    let mut late = vec![false; records.len()];
    let mut steps: Vec<PerformedStep> = Vec::new();
    for (number, (due, record)) in scenario.due.iter().zip(records).enumerate() {
        let requirement = standard.requirement(due.requirement);
        if let (true, false, Some(turn), Some(rank)) = (record.is_due, due.remedy, record.met, requirement.rank) {
            let section = requirement.section;
            steps.push(PerformedStep { section, turn, rank, requirement: due.requirement, number });
        }
    }
    steps.sort_unstable();
    for procedure in steps.chunk_by(|a, b| a.section == b.section) {
        let weight = |step: &PerformedStep| standard.requirement(step.requirement).weight.points();
        let performed = procedure.iter().map(|step| Performed { rank: step.rank, weight: weight(step) });
        let placed = in_place(&performed.collect::<Vec<_>>());
        procedure.iter().zip(placed).for_each(|(step, placed)| late[step.number] = !placed);
    }
    late
}

/// A whole play, read once: what each of its events is entered as.
struct Bookkeeper<'j> {
    scenario: &'j Scenario,
    standard: &'j Standard,
    /// By requirement of the standard: its due line.
    due_of: Vec<Option<usize>>,
    /// By due line.
    records: Vec<DueRecord>,
    /// By due line: whether its first meeting was out of the procedure's order.
    late: Vec<bool>,
}

impl Bookkeeper<'_> {
    fn weight(&self, requirement: RequirementId) -> i32 {
        self.standard.requirement(requirement).weight.points()
    }

    /// The entry of an event of this move; `told` says of which due lines the first meeting was entered already.
    fn entry(&self, event: RequirementEvent, turn: usize, told: &mut [bool]) -> Option<Entry> {
        let entry = |requirement, kind, points| Entry { requirement, kind, turn: Some(turn), points, rule: None };
        match event {
            RequirementEvent::Broke(id) => {
                Some(entry(id, EntryKind::Broken, EntryKind::Broken.points(self.weight(id))))
            }
            RequirementEvent::Yielded { requirement, rule } => {
                Some(Entry { rule: Some(rule.index()), ..entry(requirement, EntryKind::Yielded, 0) })
            }
            RequirementEvent::Met(id) => {
                let counts = |number: &usize| self.records[*number].is_due && self.records[*number].gone.is_none();
                let Some(number) = self.due_of[id.index()].filter(counts) else {
                    return Some(entry(id, EntryKind::Extra, 0));
                };
                if std::mem::replace(&mut told[number], true) {
                    return None;
                }
                let kind = if self.late[number] { EntryKind::Late } else { EntryKind::Met };
                Some(entry(id, kind, self.points(kind, &self.scenario.due[number])))
            }
        }
    }

    /// The entry of a due line that was never met.
    fn never_met(&self, due: &Due, record: &DueRecord, end: &State) -> Option<Entry> {
        if !record.is_due || record.met.is_some() || record.gone.is_some() {
            return None;
        }
        let entry = |kind, points, rule| Entry { requirement: due.requirement, kind, turn: None, points, rule };
        if let Some(rule) = yielding(self.scenario, due, end) {
            return Some(entry(EntryKind::Yielded, 0, Some(rule)));
        }
        let points = self.points(EntryKind::Missed, due);
        (!record.broken).then_some(entry(EntryKind::Missed, points, None))
    }

    fn points(&self, kind: EntryKind, due: &Due) -> i32 {
        let weight = self.weight(due.requirement);
        if due.remedy { kind.points_of_remedy(weight) } else { kind.points(weight) }
    }
}

fn yielding(scenario: &Scenario, due: &Due, end: &State) -> Option<usize> {
    scenario.yields.iter().position(|rule| rule.requirement == due.requirement && rule.when.holds(&end.0))
}
