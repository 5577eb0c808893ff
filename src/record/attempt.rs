//! One play as it is kept: a seed and moves by choice id, so that wording and order of choices may change. It is played
//! again by the engine; how it lies on a disk is the matter of the store.

use super::moment::whole_milliseconds;
use super::play_result::PlayResult;
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::content::scenario::{Pack, Scenario};
use crate::play::engine::{RecordedMove, Replay, Session};
use crate::play::scoring::EDITION;
use jiff::Timestamp;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// The place of an attempt among those of its learner, from 1: the only order there is, as clocks are moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AttemptId(u32);

/// One play by one learner, finished or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The id of the scenario.
    pub scenario: Box<str>,
    /// What all chance of it comes from.
    pub seed: Seed,
    /// How much help the learner has.
    pub mode: Mode,
    /// The language it was begun in.
    pub language: Lang,
    /// Everything the learner did, in order; nothing is ever taken out.
    pub moves: Vec<RecordedMove>,
    /// The edition of the rules by which its first run is judged: that of the program with which the last move was made.
    pub rules: u32,
    /// The hash of the scenario that was played, to tell later that it was edited.
    pub scenario_hash: Box<str>,
    /// The hash of the standard that it is judged by.
    pub standard_hash: Box<str>,
    /// Whole milliseconds. Never later than `updated`.
    pub started: Timestamp,
    /// The last sign of life; whole milliseconds.
    pub updated: Timestamp,
    /// Whether the clock was seen to run backwards, so that the times mean little.
    pub clock_moved: bool,
    /// Whether an ending was reached.
    pub finished: bool,
    /// What the run that counts came to, judged by the content and rules above; none until that is known.
    pub result: Option<PlayResult>,
}

/// How much help the learner has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Hints, reasons and rewinds.
    Learn,
    /// What each move met and broke, and rewinds.
    Practice,
    /// The same, and where a choice speaks prescribed words they are typed.
    Say,
    /// Nothing until the end.
    Exam,
}

/// What is another than when an attempt was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outdated {
    /// The scenario was edited.
    Scenario,
    /// The standard was edited.
    Standard,
    /// It was judged by another edition of the rules.
    Rules,
}

impl AttemptId {
    /// The first attempt of a learner.
    pub const FIRST: AttemptId = AttemptId(1);

    /// The last that there can be.
    pub const LAST: AttemptId = AttemptId(u32::MAX);

    /// The attempt with this number; there is no number 0.
    pub fn new(number: u32) -> Option<AttemptId> {
        (number > 0).then_some(AttemptId(number))
    }

    /// Its number, from 1.
    pub fn get(self) -> u32 {
        self.0
    }

    /// The one after it; none after the last number of all.
    pub fn next(self) -> Option<AttemptId> {
        self.0.checked_add(1).map(AttemptId)
    }
}

impl fmt::Display for AttemptId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

impl Attempt {
    /// An attempt at a scenario of this pack in which nothing was done yet.
    pub fn begin(
        scenario: &Scenario,
        standard_hash: &str,
        seed: Seed,
        mode: Mode,
        language: Lang,
        now: Timestamp,
    ) -> Attempt {
        let now = whole_milliseconds(now);
        Attempt {
            scenario: scenario.id.clone(),
            seed,
            mode,
            language,
            moves: Vec::new(),
            rules: EDITION,
            scenario_hash: scenario.hash.clone(),
            standard_hash: standard_hash.into(),
            started: now,
            updated: now,
            clock_moved: false,
            finished: false,
            result: None,
        }
    }

    /// Adds what the learner did at this moment.
    pub fn record(&mut self, done: RecordedMove, now: Timestamp) {
        self.moves.push(done);
        if !self.finished {
            self.rules = EDITION;
        }
        let now = whole_milliseconds(now);
        // A clock that runs backwards never shortens an attempt.
        if now < self.updated {
            self.clock_moved = true;
        } else {
            self.updated = now;
        }
    }

    /// From the start to the last sign of life; never negative.
    pub fn lasted(&self) -> Duration {
        Duration::try_from(self.updated.duration_since(self.started)).unwrap_or_default()
    }

    /// The choice ids after all takes and rewinds: where the play stands now, if all of them still fit.
    pub fn line(&self) -> Vec<&str> {
        let mut line = Vec::new();
        for done in &self.moves {
            match done {
                RecordedMove::Take(id) => line.push(&**id),
                RecordedMove::Rewind { to } => line.truncate(*to),
                RecordedMove::Hint => {}
            }
        }
        line
    }

    /// Goes on with an attempt at the scenario as it is now, of whose moves only so many turns still fit: what stands behind
    /// them is left behind, and what follows is played by the scenario of today. Nothing is taken out.
    pub fn leave_behind(&mut self, turns: usize, scenario: &Scenario, now: Timestamp) {
        if !self.finished {
            self.scenario_hash = scenario.hash.clone();
        }
        self.record(RecordedMove::Rewind { to: turns }, now);
    }

    /// Everything that was done, done again; `scenario` is the one that the attempt names.
    pub fn replay(&self, scenario: &Arc<Scenario>) -> Replay {
        let replay = Replay::new(scenario.clone(), self.seed, &self.moves);
        match &replay.left_behind {
            // The ending that counts may stand among the moves that do not fit any more; no later one is taken for it.
            Some(misfit) if self.finished && self.scenario_hash != scenario.hash => {
                Replay::new(scenario.clone(), self.seed, &self.moves[..=misfit.at])
            }
            Some(_) | None => replay,
        }
    }

    /// The run that came to this ending, the first (0) being the one that counts. None where there were fewer, or the
    /// scenario was edited so that the moves do not fit any more.
    pub fn run(&self, scenario: &Arc<Scenario>, ending: usize) -> Option<Session> {
        let last = *self.replay(scenario).endings.get(ending)?;
        Some(Replay::new(scenario.clone(), self.seed, &self.moves[..=last]).session)
    }

    /// What is another than it was when the attempt was made.
    pub fn outdated(&self, scenario: &Scenario, pack: &Pack) -> Vec<Outdated> {
        let edited = |was: &str, is: &str, what| (was != is).then_some(what);
        let scenario = edited(&self.scenario_hash, &scenario.hash, Outdated::Scenario);
        let standard = edited(&self.standard_hash, &pack.standard_hash, Outdated::Standard);
        let rules = (self.rules != EDITION).then_some(Outdated::Rules);
        [scenario, standard, rules].into_iter().flatten().collect()
    }
}

impl Mode {
    /// All of them, the one with the most help first.
    pub const ALL: [Mode; 4] = [Mode::Learn, Mode::Practice, Mode::Say, Mode::Exam];

    /// As files and documents name it.
    pub fn word(self) -> &'static str {
        match self {
            Mode::Learn => "learn",
            Mode::Practice => "practice",
            Mode::Say => "say",
            Mode::Exam => "exam",
        }
    }
}

impl Outdated {
    /// As files and documents name it.
    pub fn word(self) -> &'static str {
        match self {
            Outdated::Scenario => "scenario",
            Outdated::Standard => "standard",
            Outdated::Rules => "rules",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(words: &str) -> Timestamp {
        words.parse().expect("a moment")
    }

    fn sample(moves: &[RecordedMove]) -> Attempt {
        Attempt {
            scenario: "customer_not_home".into(),
            seed: Seed::new(42),
            mode: Mode::Practice,
            language: Lang::new("zh").expect("a tag"),
            moves: moves.to_vec(),
            rules: EDITION,
            scenario_hash: "ab".into(),
            standard_hash: "cd".into(),
            started: moment("2026-03-01T09:00:00Z"),
            updated: moment("2026-03-01T09:04:30.25Z"),
            clock_moved: false,
            finished: false,
            result: None,
        }
    }

    fn take(id: &str) -> RecordedMove {
        RecordedMove::Take(id.into())
    }

    #[test]
    fn the_line_is_what_takes_and_rewinds_leave() {
        let rewind = |to| RecordedMove::Rewind { to };
        let attempt = sample(&[take("a"), take("b"), take("c"), rewind(1), RecordedMove::Hint, take("d")]);
        assert_eq!(attempt.line(), ["a", "d"]);
        assert_eq!(sample(&[take("a"), rewind(9)]).line(), ["a"], "a rewind forward changes nothing");
    }

    #[test]
    fn a_play_that_goes_on_is_judged_by_the_rules_of_today_and_one_that_is_over_keeps_its_own() {
        let mut attempt = Attempt { rules: 1, ..sample(&[take("ring")]) };
        attempt.record(take("wait"), moment("2026-03-01T09:05:00Z"));
        assert_eq!(attempt.rules, EDITION);
        let mut over = Attempt { rules: 1, finished: true, ..attempt };
        over.record(RecordedMove::Rewind { to: 0 }, moment("2026-03-01T09:06:00Z"));
        assert_eq!(over.rules, 1);
    }

    #[test]
    fn a_clock_that_is_set_back_is_noted_and_shortens_nothing() {
        let mut attempt = sample(&[]);
        attempt.record(take("ring"), moment("2026-03-01T08:00:00Z"));
        assert!(attempt.clock_moved);
        assert_eq!(attempt.lasted(), Duration::from_millis(270_250));
        attempt.record(take("wait"), moment("2026-03-01T09:05:00.0001Z"));
        assert_eq!(attempt.updated, moment("2026-03-01T09:05:00Z"), "whole milliseconds");
    }
}
