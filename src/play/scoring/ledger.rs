//! The ledger of a play: one entry for everything that was met, late, missed, broken, extra or given way, each with the
//! move that caused it and its points.

use super::law::EntryKind;
use super::order::{Performed, in_place};
use crate::content::scenario::{Due, Scenario};
use crate::content::standard::{RequirementId, SectionId, Standard};
use crate::play::engine::{Event, State, Turn};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    pub requirement: RequirementId,
    pub kind: EntryKind,
    /// The move that caused it, from 0; none for what never happened.
    pub turn: Option<usize>,
    pub points: i32,
    /// For what gave way: the rule, an index into the scenario's yields.
    pub rule: Option<usize>,
}

/// Every entry of a play: by move, then what never happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    pub entries: Vec<Entry>,
    /// The weights of what was due, remedies aside, by requirement in the order of the scenario's due lines.
    pub due: Vec<(RequirementId, i32)>,
}

impl Ledger {
    /// Judges a play, finished or not; what is due in an unfinished one counts as missed so far.
    pub fn judge(scenario: &Scenario, standard: &Standard, turns: &[Turn]) -> Ledger {
        let end = turns.last().map_or_else(|| State::opening(scenario), |turn| turn.after);
        let numbers = numbers(scenario, standard);
        let mut records = gather(scenario, &numbers, turns);
        let late = late(scenario, standard, &records);
        let mut ledger = Ledger::default();
        let weight = |requirement| standard.requirement(requirement).weight.points();
        for (turn, told) in turns.iter().enumerate() {
            for event in &told.events {
                ledger.entries.extend(entry(event, turn, scenario, (&numbers, &mut records), &late, &weight));
            }
        }
        for (due, record) in scenario.due.iter().zip(&records) {
            let counted = record.is_due && !record.gone_before_met();
            if counted && !due.remedy && !(record.met.is_none() && yielding(scenario, due, &end).is_some()) {
                ledger.due.push((due.requirement, weight(due.requirement)));
            }
            ledger.entries.extend(never(scenario, due, record, &end, weight(due.requirement)));
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

/// What happened to one due line in a play.
#[derive(Clone, Copy, Debug, Default)]
struct DueRecord {
    is_due: bool,
    /// The move of the first meeting.
    met: Option<usize>,
    /// The first move at which it gave way, if it was not met before.
    gone: Option<usize>,
    broken: bool,
    /// Whether its first meeting was told already.
    told: bool,
}

impl DueRecord {
    fn gone_before_met(&self) -> bool {
        self.gone.is_some()
    }
}

/// By requirement of the standard: the due line that asks for it, if any.
fn numbers(scenario: &Scenario, standard: &Standard) -> Vec<Option<u16>> {
    let mut numbers = vec![None; standard.requirements.len()];
    for (due, number) in scenario.due.iter().zip(0..) {
        numbers[due.requirement.index()] = Some(number);
    }
    numbers
}

fn gather(scenario: &Scenario, numbers: &[Option<u16>], turns: &[Turn]) -> Vec<DueRecord> {
    let opening = State::opening(scenario);
    let is_due = |due: &Due| {
        let mut states = [&opening].into_iter().chain(turns.iter().map(|turn| &turn.after));
        states.any(|state| due.when.holds(&state.0))
    };
    let records = scenario.due.iter().map(|due| DueRecord { is_due: is_due(due), ..DueRecord::default() });
    let mut records: Vec<DueRecord> = records.collect();
    for (turn, told) in turns.iter().enumerate() {
        for event in &told.events {
            let (Event::Met(id) | Event::Broke(id) | Event::Yielded { requirement: id, .. }) = event else { continue };
            let Some(record) = numbers[id.index()].map(|number| &mut records[usize::from(number)]) else { continue };
            match event {
                Event::Met(_) if record.gone.is_none() => record.met = record.met.or(Some(turn)),
                Event::Broke(_) => record.broken = true,
                Event::Yielded { .. } if record.met.is_none() => record.gone = record.gone.or(Some(turn)),
                _ => {}
            }
        }
    }
    records
}

/// For each due line whether its first meeting was out of the procedure's order.
fn late(scenario: &Scenario, standard: &Standard, records: &[DueRecord]) -> Vec<bool> {
    let mut late = vec![false; records.len()];
    let mut steps: Vec<(SectionId, usize, i32, RequirementId, usize)> = Vec::new();
    for (number, (due, record)) in scenario.due.iter().zip(records).enumerate() {
        let requirement = standard.requirement(due.requirement);
        if let (true, false, Some(turn), Some(rank)) = (record.is_due, due.remedy, record.met, requirement.rank) {
            steps.push((requirement.section, turn, rank, due.requirement, number));
        }
    }
    steps.sort_unstable();
    for procedure in steps.chunk_by(|a, b| a.0 == b.0) {
        let weight = |id: RequirementId| standard.requirement(id).weight.points();
        let performed = procedure.iter().map(|step| Performed { rank: step.2, weight: weight(step.3) });
        let placed = in_place(&performed.collect::<Vec<_>>());
        procedure.iter().zip(placed).for_each(|(step, placed)| late[step.4] = !placed);
    }
    late
}

fn entry(
    event: &Event,
    turn: usize,
    scenario: &Scenario,
    (numbers, records): (&[Option<u16>], &mut [DueRecord]),
    late: &[bool],
    weight: &impl Fn(RequirementId) -> i32,
) -> Option<Entry> {
    let told = |requirement, kind, points, rule| Entry { requirement, kind, turn: Some(turn), points, rule };
    match *event {
        Event::Broke(id) => Some(told(id, EntryKind::Broken, -weight(id), None)),
        Event::Yielded { requirement, rule } => Some(told(requirement, EntryKind::Yielded, 0, Some(rule.index()))),
        Event::Met(id) => {
            let number = numbers[id.index()].map(usize::from);
            let counted = number.filter(|number| records[*number].is_due && records[*number].gone.is_none());
            let Some(number) = counted else { return Some(told(id, EntryKind::Extra, 0, None)) };
            if std::mem::replace(&mut records[number].told, true) {
                return None;
            }
            let points = if scenario.due[number].remedy { 0 } else { weight(id) };
            match late[number] {
                true => Some(told(id, EntryKind::Late, points / 2, None)),
                false => Some(told(id, EntryKind::Met, points, None)),
            }
        }
        _ => None,
    }
}

/// The entry of a due line that was never met.
fn never(scenario: &Scenario, due: &Due, record: &DueRecord, end: &State, weight: i32) -> Option<Entry> {
    if !record.is_due || record.met.is_some() || record.gone.is_some() {
        return None;
    }
    let requirement = due.requirement;
    if let Some(rule) = yielding(scenario, due, end) {
        return Some(Entry { requirement, kind: EntryKind::Yielded, turn: None, points: 0, rule: Some(rule) });
    }
    let points = if due.remedy { -weight } else { 0 };
    (!record.broken).then_some(Entry { requirement, kind: EntryKind::Missed, turn: None, points, rule: None })
}

fn yielding(scenario: &Scenario, due: &Due, end: &State) -> Option<usize> {
    scenario.yields.iter().position(|rule| rule.requirement == due.requirement && rule.when.holds(&end.0))
}
