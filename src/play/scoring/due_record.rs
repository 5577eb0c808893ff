//! What happened to each due line of a scenario in a play: when it became due, was met, tried badly, acted against, or gave
//! way. What that is worth is for the ledger to say.

use crate::base::bits::{StateBits, changes, meet, merge};
use crate::content::scenario::{Due, Scenario, Yield};
use crate::play::engine::{RequirementEvent, State, Turn};

/// What happened to one due line in a play.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct DueRecord {
    pub is_due: bool,
    /// The move of the first meeting. None counts after a break, or after it gave way.
    pub met: Option<usize>,
    /// The first move that tried it badly before it was met.
    pub spoiled: Option<usize>,
    /// The first move that acted against it.
    pub broken: Option<usize>,
    /// From where on it gave way to another rule.
    pub gone: Option<Gone>,
}

/// When a due line gave way, and to which rule.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gone {
    /// The first move that it no longer holds for; one past the last move where it gave way at the end.
    pub from: usize,
    /// An index into the scenario's yields.
    pub rule: usize,
}

impl DueRecord {
    /// Whether its weight is part of what there was to win.
    pub(super) fn counts(&self) -> bool {
        self.is_due && self.gone.is_none()
    }

    /// Whether this move tried it badly, for the first time and for good.
    pub(super) fn is_spoiled_at(&self, turn: usize) -> bool {
        self.is_due && self.met.is_none() && self.spoiled == Some(turn)
    }

    /// The rule that excuses acting against it at this move.
    pub(super) fn excuse(&self, turn: usize) -> Option<usize> {
        self.gone.filter(|gone| gone.from <= turn).map(|gone| gone.rule)
    }

    /// Takes in what this move did to the requirement. Only the first meeting counts, and none after it was acted against
    /// or gave way.
    fn note(&mut self, event: RequirementEvent, turn: usize) {
        if self.gone.is_some() {
            return;
        }
        match event {
            RequirementEvent::Met(_) if self.broken.is_none() => self.met = self.met.or(Some(turn)),
            RequirementEvent::Spoiled(_) if self.met.is_none() => self.spoiled = self.spoiled.or(Some(turn)),
            RequirementEvent::Broke(_) => self.broken = self.broken.or(Some(turn)),
            RequirementEvent::Met(_) | RequirementEvent::Spoiled(_) | RequirementEvent::Yielded { .. } => {}
        }
    }

    /// Whether it can still give way. A remedy that was acted against is settled.
    fn is_open(&self, due: &Due) -> bool {
        let is_settled = self.met.is_some() || due.remedy && self.broken.is_some();
        self.is_due && !is_settled && self.gone.is_none()
    }
}

/// What a state can still change about the due lines. Each is asked again only when a bit that it reads has changed.
struct DueWatch<'w> {
    scenario: &'w Scenario,
    before: StateBits,
    /// Every bit that is read.
    reads: StateBits,
    undue: Vec<Undue>,
    /// In the order of the rules.
    excuses: Vec<Excuse>,
}

/// A line that is not due yet, and the bits that it becomes due by.
struct Undue {
    line: usize,
    reads: StateBits,
}

/// A rule that a line may give way to, and the bits that it reads.
struct Excuse {
    line: usize,
    rule: usize,
    reads: StateBits,
}

impl<'w> DueWatch<'w> {
    /// Looks at the opening.
    fn open(scenario: &'w Scenario, due_of: &[Option<usize>], records: &mut [DueRecord]) -> DueWatch<'w> {
        let undue = |(line, due): (usize, &Due)| Undue { line, reads: due.when.mask() };
        let excuse = |(rule, own): (usize, &Yield)| {
            Some(Excuse { line: due_of[own.requirement.index()]?, rule, reads: own.when.mask() })
        };
        let undue = scenario.due.iter().enumerate().map(undue).collect();
        let excuses = scenario.yields.iter().enumerate().filter_map(excuse).collect();
        let opening = State::opening(scenario);
        let mut watch = DueWatch { scenario, before: opening.0, reads: StateBits::default(), undue, excuses };
        watch.look_at(records, &opening, 0, |_| true);
        for reads in watch.undue.iter().map(|own| &own.reads).chain(watch.excuses.iter().map(|own| &own.reads)) {
            merge(&mut watch.reads, reads);
        }
        watch
    }

    /// Looks at the state before the move `next`: what is due by then, and what gives way from then on.
    fn look(&mut self, records: &mut [DueRecord], state: &State, next: usize) {
        let changed = changes(&self.before, &state.0);
        self.before = state.0;
        if meet(&self.reads, &changed) {
            self.look_at(records, state, next, |reads| meet(reads, &changed));
        }
    }

    fn look_at(
        &mut self,
        records: &mut [DueRecord],
        state: &State,
        next: usize,
        may_differ: impl Fn(&StateBits) -> bool,
    ) {
        let scenario = self.scenario;
        let mut fell_due = Vec::new();
        self.undue.retain(|Undue { line, reads }| {
            let is_due = may_differ(reads) && scenario.due[*line].when.holds(&state.0);
            records[*line].is_due = is_due;
            fell_due.extend(is_due.then_some(*line));
            !is_due
        });
        self.excuses.retain(|Excuse { line, rule, reads }| {
            let record = &mut records[*line];
            let may_hold = record.is_open(&scenario.due[*line]) && (may_differ(reads) || fell_due.contains(line));
            if may_hold && scenario.yields[*rule].when.holds(&state.0) {
                record.gone = Some(Gone { from: next, rule: *rule });
            }
            !record.is_due || record.is_open(&scenario.due[*line])
        });
    }
}

/// By due line what happened to it. `due_of` gives the due line of each requirement of the standard.
pub(super) fn gather(scenario: &Scenario, due_of: &[Option<usize>], turns: &[Turn]) -> Vec<DueRecord> {
    let mut records = vec![DueRecord::default(); scenario.due.len()];
    let mut watch = DueWatch::open(scenario, due_of, &mut records);
    for (turn, own) in turns.iter().enumerate() {
        for event in own.events.iter().filter_map(|event| event.on_requirement()) {
            if let Some(number) = due_of[event.requirement().index()] {
                records[number].note(event, turn);
            }
        }
        watch.look(&mut records, &own.after, turn + 1);
    }
    records
}
