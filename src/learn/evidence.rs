//! What an activity shows of requirements. The learner is never asked: it follows from what was done.

use crate::content::scenario::Scenario;
use crate::content::standard::{RequirementId, Standard};
use crate::play::engine::{RecordedMove, Replay};
use crate::play::scoring::{EntryKind, Ledger};
use crate::record::attempt::Attempt;
use crate::record::journal::{Happened, JournalEvent, Rating, RequirementReview, ReviewSource};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What an activity shows of one requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// Which requirement.
    pub requirement: RequirementId,
    /// How well it was known.
    pub rating: Rating,
}

impl Evidence {
    /// What the run that counts of a play shows, in the order of the standard: of each requirement the worst. Nothing where
    /// no ending was reached, or the scenario was edited so that the run cannot be played again.
    pub fn of_play(attempt: &Attempt, scenario: &Arc<Scenario>, standard: &Standard) -> Vec<Evidence> {
        let replay = attempt.replay(scenario);
        let (Some(run), Some(end)) = (&replay.first_run, replay.endings.first()) else { return Vec::new() };
        let helped = helped_turns(&replay, &attempt.moves[..=*end]);
        Evidence::of_ledger(&Ledger::judge(scenario, standard, run.turns()), &helped)
    }

    /// What a ledger shows; `helped` are the turns at which the learner had help.
    pub fn of_ledger(ledger: &Ledger, helped: &BTreeSet<usize>) -> Vec<Evidence> {
        let shown = ledger.entries.iter().filter_map(|entry| {
            let has_help = entry.turn.is_some_and(|turn| helped.contains(&turn));
            let rating = rating_of(entry.kind, has_help)?;
            Some(Evidence { requirement: entry.requirement, rating })
        });
        worst_of_each(shown)
    }

    /// What an answer shows, or a phrase or a moment: the same of everything that it tests.
    pub fn of_answer(requirements: impl IntoIterator<Item = RequirementId>, is_right: bool) -> Vec<Evidence> {
        let rating = if is_right { Rating::Good } else { Rating::Again };
        worst_of_each(requirements.into_iter().map(|requirement| Evidence { requirement, rating }))
    }

    /// The same as an event of the journal.
    pub fn happened(self, standard: &Standard, source: ReviewSource, seconds: Option<u32>) -> Happened {
        let requirement = standard.requirement(self.requirement).id.clone();
        Happened::Reviewed(RequirementReview { requirement, rating: self.rating, source, seconds })
    }
}

/// Whether what a play showed is in a journal already: a kill may come between the end of a play and its evidence.
pub fn is_counted(events: &[JournalEvent], attempt: &Attempt) -> bool {
    events.iter().any(|event| match &event.what {
        Happened::Reviewed(review) => match &review.source {
            ReviewSource::Play(play) => play.scenario == attempt.scenario && play.started == attempt.started,
            ReviewSource::Question(_) | ReviewSource::Moment(_) | ReviewSource::Phrase(_) => false,
        },
        _ => false,
    })
}

/// What an entry of the ledger shows; none for what was not due.
fn rating_of(kind: EntryKind, has_help: bool) -> Option<Rating> {
    match kind {
        EntryKind::Missed | EntryKind::Spoiled | EntryKind::Broken => Some(Rating::Again),
        EntryKind::Late | EntryKind::Mended => Some(Rating::Hard),
        EntryKind::Met if has_help => Some(Rating::Hard),
        EntryKind::Met => Some(Rating::Good),
        EntryKind::Extra | EntryKind::Yielded => None,
    }
}

fn worst_of_each(shown: impl Iterator<Item = Evidence>) -> Vec<Evidence> {
    let mut all: Vec<Evidence> = shown.collect();
    all.sort_unstable();
    all.dedup_by_key(|own| own.requirement);
    all
}

/// The turns of the run that counts at which the learner had asked for a hint, or had been before.
fn helped_turns(replay: &Replay, moves: &[RecordedMove]) -> BTreeSet<usize> {
    let mut helped: BTreeSet<usize> = replay.hints.iter().copied().collect();
    let (mut turns, mut edited) = (0, replay.left_behind.as_ref().map(|misfit| misfit.at));
    for (at, done) in moves.iter().enumerate() {
        let is_behind = edited.is_some_and(|from| at >= from);
        match done {
            RecordedMove::Take(_) if is_behind => {}
            RecordedMove::Take(_) => turns += 1,
            RecordedMove::Rewind { to } => {
                // What an edit left behind was taken back by nobody.
                if !is_behind {
                    helped.extend(*to..turns);
                }
                if is_behind && *to <= turns {
                    edited = None;
                }
                turns = turns.min(*to);
            }
            RecordedMove::Hint => {}
        }
    }
    helped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::play::scoring::Entry;

    fn requirement(index: usize) -> RequirementId {
        RequirementId::from_index(index).expect("an id")
    }

    fn ledger(entries: &[(usize, EntryKind, Option<usize>)]) -> Ledger {
        let entry = |(index, kind, turn): &(usize, EntryKind, Option<usize>)| Entry {
            requirement: requirement(*index),
            kind: *kind,
            turn: *turn,
            points: 0,
            rule: None,
        };
        Ledger { entries: entries.iter().map(entry).collect(), ..Ledger::default() }
    }

    fn rated(own: &Ledger, helped: &[usize]) -> Vec<(usize, &'static str)> {
        let shown = Evidence::of_ledger(own, &helped.iter().copied().collect());
        shown.iter().map(|own| (own.requirement.index(), own.rating.word())).collect()
    }

    #[test]
    fn entries_are_rated_as_the_contract_says() {
        let all = ledger(&[
            (0, EntryKind::Met, Some(0)),
            (1, EntryKind::Late, Some(1)),
            (2, EntryKind::Mended, Some(2)),
            (3, EntryKind::Spoiled, Some(3)),
            (4, EntryKind::Broken, Some(3)),
            (5, EntryKind::Missed, None),
            (6, EntryKind::Extra, Some(4)),
            (7, EntryKind::Yielded, Some(4)),
        ]);
        let told = [(0, "good"), (1, "hard"), (2, "hard"), (3, "again"), (4, "again"), (5, "again")];
        assert_eq!(rated(&all, &[]), told);
    }

    #[test]
    fn help_makes_what_was_met_hard_and_the_worst_counts() {
        let own = ledger(&[
            (0, EntryKind::Met, Some(0)),
            (1, EntryKind::Met, Some(1)),
            (2, EntryKind::Met, Some(1)),
            (2, EntryKind::Broken, Some(2)),
        ]);
        assert_eq!(rated(&own, &[1]), [(0, "good"), (1, "hard"), (2, "again")]);
    }

    #[test]
    fn an_answer_shows_the_same_of_everything_that_it_tests() {
        let right = Evidence::of_answer([requirement(3), requirement(1), requirement(3)], true);
        let told: Vec<_> = right.iter().map(|own| (own.requirement.index(), own.rating)).collect();
        assert_eq!(told, [(1, Rating::Good), (3, Rating::Good)]);
        assert_eq!(Evidence::of_answer([requirement(0)], false)[0].rating, Rating::Again);
    }
}
