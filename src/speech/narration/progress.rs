//! How far a play has come with what is due.

use super::narrator::Narrator;
use crate::content::standard::{RequirementId, SectionId};
use crate::play::engine::Session;
use crate::play::scoring::{EntryKind, Ledger};
use crate::speech::messages::Messages;
use crate::tr;

/// How many of the requirements that a play has to do with are how far: what a meter shows. What was broken is never counted
/// as done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing(Vec<(EntryKind, usize)>);

impl Standing {
    /// Adds up how far each of these is.
    pub fn of(progress: &[(RequirementId, EntryKind)]) -> Standing {
        let counted = EntryKind::ALL.map(|kind| (kind, progress.iter().filter(|(_, own)| *own == kind).count()));
        let mut counted: Vec<_> = counted.into_iter().filter(|(_, count)| *count > 0).collect();
        counted.sort_by_key(|(kind, _)| *kind == EntryKind::Missed);
        Standing(counted)
    }

    /// What there is any of, the best first; at the end what is missed, that is, still open.
    pub fn counts(&self) -> &[(EntryKind, usize)] {
        &self.0
    }

    /// `9 met · 1 late · 3 broken · 13 open`.
    pub fn told(&self, words: &Messages) -> Vec<String> {
        let told = self.0.iter().map(|&(kind, count)| match kind {
            EntryKind::Met => tr!(words, "standing-met", count = count),
            EntryKind::Late => tr!(words, "standing-late", count = count),
            EntryKind::Mended => tr!(words, "standing-mended", count = count),
            EntryKind::Spoiled => tr!(words, "standing-spoiled", count = count),
            EntryKind::Broken => tr!(words, "standing-broken", count = count),
            EntryKind::Missed => tr!(words, "standing-open", count = count),
            EntryKind::Extra | EntryKind::Yielded => String::new(),
        });
        told.collect()
    }
}

impl Narrator<'_> {
    /// Everything that is due so far or was broken, each once, in the order of the procedures, and what has become of it: as in
    /// the ledger, where missed is what is still open.
    pub fn progress(&self, session: &Session, turns: usize) -> Vec<(RequirementId, EntryKind)> {
        let ledger = Ledger::judge(self.scenario, self.standard, &session.turns()[..turns]);
        let touched =
            ledger.entries.iter().filter(|entry| !matches!(entry.kind, EntryKind::Extra | EntryKind::Yielded));
        let mut all: Vec<RequirementId> = touched.map(|entry| entry.requirement).collect();
        all.sort_by_key(|id| self.place_in_procedure(*id));
        all.dedup();
        all.into_iter().map(|id| (id, progress(&ledger, id))).collect()
    }

    /// How many requirements this move made due, beyond what it did itself, and how many are no longer due since.
    pub fn due_changes(&self, session: &Session, number: usize) -> (usize, usize) {
        let (before, after) = (self.progress(session, number), self.progress(session, number + 1));
        let fresh = |(id, own): &&(RequirementId, EntryKind)| {
            *own == EntryKind::Missed && before.iter().all(|(other, _)| other != id)
        };
        let gone = |(id, own): &&(RequirementId, EntryKind)| {
            *own == EntryKind::Missed && after.iter().all(|(other, _)| other != id)
        };
        (after.iter().filter(fresh).count(), before.iter().filter(gone).count())
    }

    fn place_in_procedure(&self, id: RequirementId) -> (SectionId, bool, Option<i32>, RequirementId) {
        let requirement = self.standard.requirement(id);
        (requirement.section, requirement.rank.is_none(), requirement.rank, id)
    }
}

/// What has become of a requirement: broken once is broken, whatever else was done for it.
fn progress(ledger: &Ledger, id: RequirementId) -> EntryKind {
    let own = || ledger.entries.iter().filter(|entry| entry.requirement == id).map(|entry| entry.kind);
    let counts = |kind: &EntryKind| !matches!(kind, EntryKind::Extra | EntryKind::Yielded);
    let broken = own().find(|kind| *kind == EntryKind::Broken);
    broken.or_else(|| own().rfind(counts)).unwrap_or(EntryKind::Missed)
}
