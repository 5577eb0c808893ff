//! What happened to each due line of a scenario in a play: when it became due, was met, tried badly, acted against, or gave
//! way. What that is worth is for the ledger to say.

use crate::content::scenario::{Due, Scenario};
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

    /// Looks at the state before the move `next`: whether it is due by then, and whether it gives way from then on.
    fn look(&mut self, scenario: &Scenario, due: &Due, state: &State, next: usize) {
        self.is_due |= due.when.holds(&state.0);
        // A remedy that was acted against is settled.
        let settled = self.met.is_some() || due.remedy && self.broken.is_some();
        if self.is_due && !settled && self.gone.is_none() {
            let holds = |rule: &crate::content::scenario::Yield| {
                rule.requirement == due.requirement && rule.when.holds(&state.0)
            };
            self.gone = scenario.yields.iter().position(holds).map(|rule| Gone { from: next, rule });
        }
    }
}

/// By due line what happened to it. `due_of` gives the due line of each requirement of the standard.
pub(super) fn gather(scenario: &Scenario, due_of: &[Option<usize>], turns: &[Turn]) -> Vec<DueRecord> {
    let mut records = vec![DueRecord::default(); scenario.due.len()];
    let look = |records: &mut [DueRecord], state: &State, next: usize| {
        let lines = records.iter_mut().zip(&scenario.due);
        lines.for_each(|(record, due)| record.look(scenario, due, state, next));
    };
    look(&mut records, &State::opening(scenario), 0);
    for (turn, own) in turns.iter().enumerate() {
        for event in own.events.iter().filter_map(|event| event.on_requirement()) {
            if let Some(number) = due_of[event.requirement().index()] {
                records[number].note(event, turn);
            }
        }
        look(&mut records, &own.after, turn + 1);
    }
    records
}
