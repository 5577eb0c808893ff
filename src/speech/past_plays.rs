//! What a learner played, attempt by attempt and run by run: a title, and what is told of it. Lists at every door are made
//! of these.

use super::messages::Messages;
use super::narration::{Mood, Narrator, mode_name, tier, verdict};
use super::remarks::short_remarks;
use crate::content::scenario::{Pack, Scenario, ScenarioHead};
use crate::play::engine::{RecordedMove, Session};
use crate::play::scoring::{Ledger, Scorecard};
use crate::record::attempt::{Attempt, AttemptId};
use crate::record::circumstances::Circumstances;
use crate::record::history::History;
use crate::record::play_result::PastResult;
use crate::tr;
use jiff::Timestamp;
use std::sync::Arc;

/// Tells what was played, in one language.
#[derive(Clone, Copy, Debug)]
pub struct PastPlays<'p> {
    /// Where the scenarios are from.
    pub pack: &'p Pack,
    /// The interface in the language to tell it in.
    pub words: &'p Messages,
    /// The learner's name.
    pub player: &'p str,
    /// Everything that the learner played.
    pub history: &'p History,
}

/// Which run of an attempt it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryRun {
    /// The one that counts, not over yet.
    UnderWay,
    /// One that came to its end; the first (0) counts, all others were tried again.
    Over(usize),
    /// One that is being tried again.
    TriedAgain,
}

/// A run in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastRun {
    /// Which of its attempt.
    pub run: HistoryRun,
    /// The scenario; and of what was tried again, from which move.
    pub title: Vec<String>,
    /// What is told of it before and after how long ago it was: that changes while the rest stays.
    pub facts: [Vec<String>; 2],
}

impl PastPlays<'_> {
    /// The runs of an attempt: the one that counts, and after it what was tried again. `best` is the most points under its
    /// seed, if it is known.
    pub fn runs(&self, id: AttemptId, attempt: &Arc<Attempt>, best: Option<i32>) -> Vec<PastRun> {
        let scenario = self.pack.scenario(&attempt.scenario);
        let name = scenario.map(|scenario| self.narrator(scenario).plain(&scenario.title));
        let name = name.unwrap_or_else(|| attempt.scenario.to_string());
        let told = |run| {
            let session = scenario.and_then(|scenario| session(attempt, run, scenario));
            let mut title = vec![name.clone()];
            title.extend(session.as_ref().and_then(|session| self.again_from(attempt, run, session)));
            PastRun { run, title, facts: self.facts(id, attempt, run, session, best) }
        };
        self.numbered(attempt).into_iter().map(told).collect()
    }

    fn narrator<'n>(&'n self, scenario: &'n Scenario) -> Narrator<'n> {
        Narrator { scenario, standard: &self.pack.standard, words: self.words, player: self.player }
    }

    /// Only what was taken back can have more than one run.
    fn numbered(&self, attempt: &Attempt) -> Vec<HistoryRun> {
        if !attempt.finished {
            return vec![HistoryRun::UnderWay];
        }
        let mut all = vec![HistoryRun::Over(0)];
        let tried_again = attempt.moves.iter().any(|done| matches!(done, RecordedMove::Rewind { .. }));
        let Some(scenario) = self.pack.scenario(&attempt.scenario).filter(|_| tried_again) else { return all };
        let replay = attempt.replay(scenario);
        all.extend((1..replay.endings.len()).map(HistoryRun::Over));
        if replay.is_whole() && !replay.session.is_over() {
            all.push(HistoryRun::TriedAgain);
        }
        all
    }

    /// Of what was tried again: with which move it left the run that counts.
    fn again_from(&self, attempt: &Attempt, run: HistoryRun, session: &Session) -> Option<String> {
        if matches!(run, HistoryRun::UnderWay | HistoryRun::Over(0)) {
            return None;
        }
        let first = attempt.run(session.scenario(), 0)?;
        let shared = first.turns().iter().zip(session.turns()).take_while(|(own, other)| own.taken == other.taken);
        let number = shared.count() + 1;
        Some(tr!(self.words, "again-from", number = number))
    }

    /// What is told of it, before and after how long ago it was.
    fn facts(
        &self,
        id: AttemptId,
        attempt: &Attempt,
        run: HistoryRun,
        session: Option<Session>,
        best: Option<i32>,
    ) -> [Vec<String>; 2] {
        let moves = session.as_ref().map_or(attempt.line().len(), |session| session.turns().len());
        let mut facts = match (run, &session) {
            (HistoryRun::Over(_), Some(session)) => self.came_to(session, best),
            (HistoryRun::Over(_), None) => vec![tr!(self.words, "played")],
            (HistoryRun::UnderWay | HistoryRun::TriedAgain, _) => vec![tr!(self.words, "not-finished")],
        };
        facts.push(mode_name(attempt.mode, self.words));
        facts.push(tr!(self.words, "moves", count = moves));
        let mut remarks = Vec::new();
        if let (HistoryRun::Over(0), Some(session)) = (run, session) {
            let own = Circumstances::of(attempt, session.scenario(), self.pack);
            remarks.extend(short_remarks(self.words, &own.after(self.history, id, attempt)));
        }
        [facts, remarks]
    }

    /// What a run came to: score, verdict, ending and mood, once its scale is known.
    fn came_to(&self, run: &Session, best: Option<i32>) -> Vec<String> {
        let Some(best) = best else { return vec![tr!(self.words, "played")] };
        let (scenario, standard) = (run.scenario(), &self.pack.standard);
        let card = Scorecard::new(scenario, standard, Ledger::judge(scenario, standard, run.turns()), best);
        let (narrator, state) = (self.narrator(scenario), run.state());
        let mut told = vec![tr!(self.words, "score", score = card.score.whole()), verdict(self.words, card.verdict)];
        told.extend(narrator.ending(run));
        told.push(tr!(self.words, "mood", mood = Mood::of(scenario, &state).word(self.words)));
        told
    }
}

fn session(attempt: &Attempt, run: HistoryRun, scenario: &Arc<Scenario>) -> Option<Session> {
    match run {
        HistoryRun::Over(run) => attempt.run(scenario, run),
        HistoryRun::UnderWay | HistoryRun::TriedAgain => Some(attempt.replay(scenario).session),
    }
}

/// What is told of a scenario in a list: its tier and size, and what the learner did with it so far.
pub fn scenario_facts(words: &Messages, head: &ScenarioHead, past: PastResult) -> Vec<String> {
    let mut facts = vec![
        tier(words, head.tier),
        tr!(words, "minutes", minutes = head.minutes),
        tr!(words, "requirements", count = head.requirements.len()),
    ];
    match past {
        PastResult::Never => facts.push(tr!(words, "not-played")),
        PastResult::Unscaled => facts.push(tr!(words, "played")),
        PastResult::Best { score, uncounted } => {
            facts.push(tr!(words, "best-so-far", score = score.whole()));
            facts.extend((uncounted > 0).then(|| tr!(words, "plays-uncounted", count = uncounted)));
        }
    }
    facts
}

/// How long ago something was: the hour of the day would need to know where one is.
pub fn ago(words: &Messages, then: Timestamp, now: Timestamp) -> String {
    let minutes = (now.as_second() - then.as_second()).max(0) / 60;
    match (minutes / (60 * 24), minutes / 60, minutes) {
        (0, 0, 0) => tr!(words, "ago-now"),
        (0, 0, minutes) => tr!(words, "ago-minutes", count = minutes),
        (0, hours, _) => tr!(words, "ago-hours", count = hours),
        (days, ..) => tr!(words, "ago-days", count = days),
    }
}
