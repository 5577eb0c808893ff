//! All plays of one learner in short, the newest counted first, and the moves of those that are at hand; and which of them
//! can be gone on with. So what ten thousand plays cost does not grow with their moves.

use super::attempt::{Attempt, AttemptId, Mode};
use super::play_result::{PastResult, PlayResult};
use super::summary::{JudgedResult, PlaySummary, PlayedContent};
use crate::base::chance::Seed;
use crate::content::scenario::{Pack, ScenarioHead};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The plays of one learner. Each attempt is shared, so that keeping one is a matter of its pointer.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// In the order of their numbers.
    plays: Vec<PlaySummary>,
    unfinished: BTreeSet<AttemptId>,
    /// Played in this session.
    kept: BTreeMap<AttemptId, Arc<Attempt>>,
    /// Looked up, and forgotten again when there are many.
    provided: BTreeMap<AttemptId, Arc<Attempt>>,
    /// The highest number that was given to an attempt, also to one that was set aside; none while nothing was played.
    highest: Option<AttemptId>,
}

/// What is asked of a play that is gone on with or begun; what is not asked may be anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WantedPlay {
    /// How much help there is.
    pub mode: Option<Mode>,
    /// What all chance comes from.
    pub seed: Option<Seed>,
}

/// So many attempts that were only looked up are at hand at most: more than any window shows.
const PROVIDED: usize = 256;

/// So many of the plays of a scenario that nobody has judged yet are judged when it is looked at: thousands would take
/// minutes.
pub const JUDGED_AT_ONCE: usize = 8;

/// An attempt that can be gone on with, and the scenario it is at, which need not be opened for that.
#[derive(Clone, Copy, Debug)]
pub struct Resumable<'h> {
    /// Which of the learner's attempts it is.
    pub id: AttemptId,
    /// What was done so far.
    pub attempt: &'h Arc<Attempt>,
    /// The scenario as it is now.
    pub head: &'h Arc<ScenarioHead>,
}

impl History {
    /// These plays in the order of their numbers; no number up to `highest` is given to another one.
    pub fn new(plays: Vec<PlaySummary>, highest: Option<AttemptId>) -> History {
        let unfinished = plays.iter().filter(|play| !play.finished).map(|play| play.id).collect();
        let highest = highest.max(plays.last().map(|play| play.id));
        History { plays, unfinished, highest, ..History::default() }
    }

    /// A number for a new attempt, or none where the last is taken. It is not given again, whether or not something is
    /// kept under it.
    pub fn begin(&mut self) -> Option<AttemptId> {
        let id = self.highest.map_or(Some(AttemptId::FIRST), AttemptId::next)?;
        self.highest = Some(id);
        Some(id)
    }

    /// Keeps this state of an attempt.
    ///
    /// What is tried again was begun before the first run was judged, so what that came to is carried over. The attempt as
    /// it is kept, and as it is to be written.
    pub fn keep(&mut self, id: AttemptId, mut attempt: Arc<Attempt>) -> Arc<Attempt> {
        let known = self.get(id).and_then(|kept| kept.result);
        if attempt.result.is_none() && known.is_some() {
            Arc::make_mut(&mut attempt).result = known;
        }
        self.summarize(id, &attempt);
        self.highest = self.highest.max(Some(id));
        self.provided.remove(&id);
        self.kept.insert(id, attempt.clone());
        attempt
    }

    /// Takes in attempts that were looked up, so that they are at hand.
    pub fn provide(&mut self, attempts: impl IntoIterator<Item = (AttemptId, Arc<Attempt>)>) {
        if self.provided.len() > PROVIDED {
            self.provided.clear();
        }
        for (id, attempt) in attempts {
            if !self.kept.contains_key(&id) {
                self.summarize(id, &attempt);
                self.provided.insert(id, attempt);
            }
        }
    }

    /// Forgets a play whose moves cannot be read.
    pub fn forget(&mut self, id: AttemptId) {
        self.plays.retain(|play| play.id != id);
        self.unfinished.remove(&id);
    }

    /// Notes what a play came to. The attempt with it, where that belongs into its file: it was played in this session, by
    /// the content and the rules that judged it.
    pub fn note(&mut self, id: AttemptId, judged: &JudgedResult) -> Option<Arc<Attempt>> {
        if let Ok(place) = self.place(id) {
            self.plays[place].result = Some(judged.clone());
        }
        let own = self.kept.get(&id).filter(|own| PlayedContent::of(own) == *judged.by)?;
        Some(Arc::new(Attempt { result: Some(judged.result), ..Attempt::clone(own) }))
    }

    /// The attempt of this number, if its moves are at hand.
    pub fn get(&self, id: AttemptId) -> Option<&Arc<Attempt>> {
        self.kept.get(&id).or_else(|| self.provided.get(&id))
    }

    /// All whose moves are at hand, by number.
    pub fn at_hand(&self) -> impl Iterator<Item = (AttemptId, &Arc<Attempt>)> {
        self.kept.iter().chain(&self.provided).map(|(id, attempt)| (*id, attempt))
    }

    /// All plays in the order of their numbers.
    pub fn plays(&self) -> &[PlaySummary] {
        &self.plays
    }

    /// The play of this number.
    pub fn play(&self, id: AttemptId) -> Option<&PlaySummary> {
        self.place(id).ok().map(|place| &self.plays[place])
    }

    /// All plays, the newest first.
    pub fn newest_first(&self) -> impl DoubleEndedIterator<Item = &PlaySummary> + ExactSizeIterator {
        self.plays.iter().rev()
    }

    /// How many plays there are.
    pub fn len(&self) -> usize {
        self.plays.len()
    }

    /// Whether nothing was played yet.
    pub fn is_empty(&self) -> bool {
        self.plays.is_empty()
    }

    /// Whether a play of this scenario came to an ending.
    pub fn has_finished(&self, scenario: &str) -> bool {
        self.plays.iter().any(|play| play.finished && *play.content.scenario == *scenario)
    }

    /// Whether an earlier attempt than this was at the same scenario under the same dice.
    pub fn has_met(&self, id: AttemptId, attempt: &Attempt) -> bool {
        let earlier = self.plays.iter().take_while(|play| play.id < id);
        earlier.into_iter().any(|play| play.seed == attempt.seed && play.content.scenario == attempt.scenario)
    }

    /// The plays of this scenario that have no ending yet and are as they are wanted, the newest first.
    pub fn open_plays(&self, scenario: &str, wanted: WantedPlay) -> impl Iterator<Item = AttemptId> {
        let open = self.unfinished.iter().rev().filter_map(|id| self.play(*id));
        open.filter(move |play| *play.content.scenario == *scenario && wanted.is(play.mode, play.seed))
            .map(|play| play.id)
    }

    /// The newest attempt that can be gone on with: one without an ending, or the very last one, if it was being tried
    /// again. Only what is at hand is found.
    pub fn resumable<'h>(&'h self, pack: &'h Pack) -> Option<Resumable<'h>> {
        let at_hand = |id: AttemptId| {
            let attempt = self.get(id)?;
            Some(Resumable { id, attempt, head: pack.scenarios.head(&attempt.scenario)? })
        };
        let found = self.candidates(pack).into_iter().flatten().filter_map(at_hand);
        found.into_iter().find(|own| !own.attempt.finished || own.is_under_way(pack))
    }

    /// The plays that have to be at hand to say which can be gone on with.
    pub fn candidates(&self, pack: &Pack) -> [Option<AttemptId>; 2] {
        let is_known =
            |id: &AttemptId| self.play(*id).is_some_and(|play| pack.scenarios.head(&play.content.scenario).is_some());
        let newest = self.newest_first().map(|play| play.id).find(is_known);
        [newest, self.unfinished.iter().rev().copied().find(is_known)]
    }

    /// The finished plays of a scenario as it is now, the newest first.
    pub fn finished<'h>(&'h self, head: &'h ScenarioHead) -> impl Iterator<Item = &'h PlaySummary> {
        self.newest_first()
            .filter(|play| play.finished && play.content.scenario == head.id && play.content.scenario_hash == head.hash)
    }

    /// The finished plays of a scenario that nobody has judged as it is now, the newest first.
    pub fn unjudged<'h>(
        &'h self,
        head: &'h ScenarioHead,
        now: &'h PlayedContent,
    ) -> impl Iterator<Item = &'h PlaySummary> {
        self.finished(head).filter(|play| play.result_now(now).is_none())
    }

    /// What the learner did with a scenario so far, as far as it is known.
    pub fn past_result(&self, head: &ScenarioHead, now: &PlayedContent) -> PastResult {
        let results = self.finished(head).filter_map(|play| play.result_now(now));
        match results.map(PlayResult::score).max() {
            Some(score) => PastResult::Best { score, uncounted: self.unjudged(head, now).count() },
            None if self.finished(head).next().is_none() => PastResult::Never,
            None => PastResult::Unscaled,
        }
    }

    /// Writes down in short what an attempt is. What it came to by another judgement is still known.
    fn summarize(&mut self, id: AttemptId, attempt: &Attempt) {
        let mut own = PlaySummary::of(id, attempt);
        match self.place(id) {
            Ok(place) => {
                let old = &mut self.plays[place];
                own.result = own.result.or(old.result.take());
                *old = own;
            }
            Err(place) => self.plays.insert(place, own),
        }
        if attempt.finished {
            self.unfinished.remove(&id)
        } else {
            self.unfinished.insert(id)
        };
    }

    fn place(&self, id: AttemptId) -> Result<usize, usize> {
        self.plays.binary_search_by_key(&id, |play| play.id)
    }
}

impl WantedPlay {
    fn is(self, mode: Mode, seed: Seed) -> bool {
        self.mode.is_none_or(|wanted| wanted == mode) && self.seed.is_none_or(|wanted| wanted == seed)
    }
}

impl Resumable<'_> {
    /// Whether all of it fits the scenario and stands before a choice.
    fn is_under_way(&self, pack: &Pack) -> bool {
        pack.scenario(&self.head.id).is_some_and(|scenario| {
            let replay = self.attempt.replay(scenario);
            replay.is_whole() && !replay.session.is_over()
        })
    }
}
