//! How far a play has come with what is due, and what a hint points at.

use super::narrator::Narrator;
use crate::content::scenario::ChoiceId;
use crate::content::standard::RequirementId;
use crate::play::engine::Session;
use crate::play::scoring::{EntryKind, Ledger};

/// How far a due step of a procedure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Not done yet.
    Open,
    /// Done in its place.
    Met,
    /// Done out of order.
    Late,
    /// Broken, and not done since.
    Broken,
}

impl Narrator<'_> {
    /// The due steps of procedures so far, in their order: what a learner sees filling up.
    pub fn steps(&self, session: &Session) -> Vec<(RequirementId, Progress)> {
        let ledger = Ledger::judge(self.scenario, self.standard, session.turns());
        let ranked = ledger.due.iter().map(|(id, _)| *id);
        let mut steps: Vec<_> = ranked.filter(|id| self.standard.requirement(*id).rank.is_some()).collect();
        steps.sort_by_key(|id| {
            let requirement = self.standard.requirement(*id);
            (requirement.section, requirement.rank, *id)
        });
        steps.into_iter().map(|id| (id, progress(&ledger, id))).collect()
    }

    /// What a hint points at: of everything due and not yet met that an open choice would meet, the first in the order
    /// of the procedure; and that choice.
    pub fn hint(&self, session: &Session) -> Option<(RequirementId, ChoiceId)> {
        let state = session.state();
        let scene = state.scene(self.scenario)?;
        let ledger = Ledger::judge(self.scenario, self.standard, session.turns());
        let wanted =
            |id: RequirementId| ledger.entries.iter().any(|e| e.requirement == id && e.kind == EntryKind::Missed);
        let mut found = Vec::new();
        for choice in state.open_choices(self.scenario) {
            let marks = &self.scenario.scene(scene).choices[choice.index()].meets;
            let meets = marks.iter().filter(|mark| mark.when.holds(&state.0) && wanted(mark.requirement));
            found.extend(meets.map(|mark| (mark.requirement, choice)));
        }
        found.into_iter().min_by_key(|(id, _)| {
            let requirement = self.standard.requirement(*id);
            (requirement.rank.is_none(), requirement.section, requirement.rank, *id)
        })
    }
}

fn progress(ledger: &Ledger, id: RequirementId) -> Progress {
    let mut progress = Progress::Open;
    for entry in ledger.entries.iter().filter(|entry| entry.requirement == id) {
        match entry.kind {
            EntryKind::Met => return Progress::Met,
            EntryKind::Late | EntryKind::Mended => return Progress::Late,
            EntryKind::Broken => progress = Progress::Broken,
            EntryKind::Spoiled | EntryKind::Missed | EntryKind::Extra | EntryKind::Yielded => {}
        }
    }
    progress
}
