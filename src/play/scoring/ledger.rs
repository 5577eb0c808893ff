//! The ledger of a play: one entry for everything that was met, late, mended, spoiled, missed, broken, extra or given way,
//! each with the move that caused it and its points.

use super::due_record::{DueRecord, gather};
use super::law::EntryKind;
use super::order::{Performed, in_place};
use crate::content::scenario::{Due, Scenario};
use crate::content::standard::{RequirementId, SectionId, Standard};
use crate::play::engine::{RequirementEvent, Turn};

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
    /// Whether the play called for a remedy, made good or not.
    pub needs_remedy: bool,
}

impl Ledger {
    /// Judges a play, finished or not; what is due in an unfinished one counts as missed so far.
    pub fn judge(scenario: &Scenario, standard: &Standard, turns: &[Turn]) -> Ledger {
        let due_of = due_numbers(scenario, standard);
        let records = gather(scenario, &due_of, turns);
        let mut told = vec![false; records.len()];
        let bookkeeper = Bookkeeper { scenario, standard, late: late(scenario, standard, &records), due_of, records };
        let mut ledger = Ledger::default();
        for (turn, own) in turns.iter().enumerate() {
            let judged = own.events.iter().filter_map(|event| event.on_requirement());
            ledger.entries.extend(judged.filter_map(|event| bookkeeper.entry(event, turn, &mut told)));
        }
        for (number, due) in scenario.due.iter().enumerate() {
            let record = &bookkeeper.records[number];
            if record.counts() && !due.remedy {
                ledger.due.push((due.requirement, bookkeeper.weight(due.requirement)));
            }
            ledger.needs_remedy |= due.remedy && record.is_due;
            ledger.entries.extend(bookkeeper.never_met(due, record, told[number]));
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
            broken.map(|entry| entry.requirement).filter(|id| standard.requirement(*id).is_critical()).collect();
        critical.sort_unstable();
        critical.dedup();
        critical
    }

    /// Whether it is that of a clean play: nothing broken, spoiled, missed, late, and no remedy that became due.
    pub fn is_clean(&self) -> bool {
        let clean = |entry: &Entry| match entry.kind {
            EntryKind::Met | EntryKind::Extra | EntryKind::Yielded => true,
            EntryKind::Late | EntryKind::Mended | EntryKind::Spoiled | EntryKind::Missed | EntryKind::Broken => false,
        };
        !self.needs_remedy && self.entries.iter().all(clean)
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

/// For each due line whether its first meeting was out of the procedure's order. A mended step earns half wherever it
/// stands, so it takes no other's place.
fn late(scenario: &Scenario, standard: &Standard, records: &[DueRecord]) -> Vec<bool> {
    let mut late = vec![false; records.len()];
    let mut steps: Vec<PerformedStep> = Vec::new();
    for (number, (due, record)) in scenario.due.iter().zip(records).enumerate() {
        let requirement = standard.requirement(due.requirement);
        let met = record.met.filter(|_| record.is_due && !due.remedy && record.spoiled.is_none());
        if let (Some(turn), Some(rank)) = (met, requirement.rank) {
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

    /// The entry of an event of this move; `told` says of which due lines it was entered already what became of them.
    fn entry(&self, event: RequirementEvent, turn: usize, told: &mut [bool]) -> Option<Entry> {
        let id = event.requirement();
        let number = self.due_of[id.index()];
        match event {
            RequirementEvent::Met(_) => self.met(id, number, turn, told),
            RequirementEvent::Spoiled(_) => {
                let number = number.filter(|number| self.records[*number].is_spoiled_at(turn) && !told[*number])?;
                told[number] = true;
                Some(self.judged(EntryKind::Spoiled, number, turn))
            }
            RequirementEvent::Broke(_) => {
                let rule = number.and_then(|number| self.records[number].excuse(turn));
                let kind = if rule.is_some() { EntryKind::Yielded } else { EntryKind::Broken };
                if let (Some(number), Some(_)) = (number, rule) {
                    told[number] = true;
                }
                let points = kind.points(self.weight(id));
                Some(Entry { requirement: id, kind, turn: Some(turn), points, rule })
            }
            RequirementEvent::Yielded { rule, .. } => {
                if let Some(number) = number.filter(|number| self.records[*number].gone.is_some()) {
                    told[number] = true;
                }
                let rule = Some(rule.index());
                Some(Entry { requirement: id, kind: EntryKind::Yielded, turn: Some(turn), points: 0, rule })
            }
        }
    }

    fn met(&self, id: RequirementId, number: Option<usize>, turn: usize, told: &mut [bool]) -> Option<Entry> {
        let extra = Entry { requirement: id, kind: EntryKind::Extra, turn: Some(turn), points: 0, rule: None };
        let Some(number) = number.filter(|number| self.records[*number].is_due) else { return Some(extra) };
        let record = &self.records[number];
        if record.met == Some(turn) && !std::mem::replace(&mut told[number], true) {
            let kind = match (record.spoiled, self.late[number]) {
                (Some(_), _) => EntryKind::Mended,
                (None, true) => EntryKind::Late,
                (None, false) => EntryKind::Met,
            };
            return Some(self.judged(kind, number, turn));
        }
        (record.met.is_none() && record.gone.is_none()).then_some(extra)
    }

    /// The entry of a due line.
    fn judged(&self, kind: EntryKind, number: usize, turn: usize) -> Entry {
        let due = &self.scenario.due[number];
        Entry { requirement: due.requirement, kind, turn: Some(turn), points: self.points(kind, due), rule: None }
    }

    /// The entry of a due line that nothing was entered about: it was missed, or gave way.
    fn never_met(&self, due: &Due, record: &DueRecord, told: bool) -> Option<Entry> {
        if !record.is_due || record.met.is_some() {
            return None;
        }
        let entry =
            |kind, rule| Entry { requirement: due.requirement, kind, turn: None, points: self.points(kind, due), rule };
        match record.gone {
            Some(gone) => (!told).then(|| entry(EntryKind::Yielded, Some(gone.rule))),
            None => (!told && record.broken.is_none()).then(|| entry(EntryKind::Missed, None)),
        }
    }

    fn points(&self, kind: EntryKind, due: &Due) -> i32 {
        let weight = self.weight(due.requirement);
        if due.remedy { kind.points_of_remedy(weight) } else { kind.points(weight) }
    }
}
