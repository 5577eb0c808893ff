//! One simulated learner: how she forgets, and how she answers. Her memory is a power curve, with a decay, a start and a
//! growth of her own, and with requirements that come to her more or less easily; what she shows is blurred by slips and
//! lucky guesses. Nothing here knows the scheduler.

use crate::base::bilingual::Phrase;
use crate::base::chance::{RollsWithoutEnd, Seed};
use crate::record::journal::Rating;

/// What is assumed of learners, for whoever reads the result.
pub const ASSUMPTIONS: [Phrase; 6] = [
    Phrase::new(
        "recall after t days is (1 + t / s)^-d: a power curve, not the scheduler's; d is 0.5 on average, s is 2 days after a first meeting",
        "过了 t 天还记得的机会是 (1 + t / s)^-d：是幂曲线，不是排程用的那条；d 平均 0.5，第一次见过之后 s 是 2 天",
    ),
    Phrase::new(
        "each learner has a decay (spread 0.2), a start (0.4) and a growth (0.25) of her own, and each requirement is harder or easier to her (0.5); spreads are those of logarithms",
        "每个人忘得快慢（对数离散 0.2）、起点（0.4）、长进（0.25）都不同，每条要求对她难易也不同（0.5）",
    ),
    Phrase::new(
        "recalling makes s (1 + 5 (1 - p)^0.7) times as long, the more the nearer it was to be forgotten; what was not recalled is shown, and keeps half of its s, or its first s",
        "想起来了，s 变成 (1 + 5 (1 - p)^0.7) 倍，越是快忘了长得越多；没想起来的会看到答案，s 留一半，但不少于最初的 s",
    ),
    Phrase::new(
        "what is known goes wrong by a slip in 4 of 100 cases; what is not is guessed in 25 of 100 questions and at 20 of 100 moves",
        "会的也有 4% 失手；不会的，题目有 25% 蒙对，情景里有 20% 蒙对",
    ),
    Phrase::new(
        "a question takes 20 seconds and tests one requirement, one question a requirement in all three ways; a scenario takes its minutes and asks for 60 of 100 of what it can ask for",
        "一道题 20 秒，考一条要求，三种练法都是一条要求一道题；一场情景按它自己的分钟数算，能考到的会考到 60%",
    ),
    Phrase::new(
        "what is held is measured on the morning after the last day, as the chance of recall by weight; what was never met counts as nothing",
        "记住多少，在最后一天的第二天早上量：按分量算还记得的机会；没见过的算零",
    ),
];

const DECAY: (f64, f64) = (0.5, 0.2);
const START: (f64, f64) = (2.0, 0.4);
const GROWTH: (f64, f64) = (5.0, 0.25);
const EASE: f64 = 0.5;
const SLIP: f64 = 0.04;

/// A learner and what she remembers.
#[derive(Clone, Debug)]
pub(super) struct SimulatedLearner {
    decay: f64,
    growth: f64,
    /// By requirement: the strength after a first meeting, in days.
    start: Vec<f64>,
    /// By requirement: its strength in days and the day of the last meeting; none while there was none.
    traces: Vec<Option<Trace>>,
}

#[derive(Clone, Copy, Debug)]
struct Trace {
    strength: f64,
    last: u32,
}

/// Where something is asked, by how likely it is guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AskedIn {
    Question,
    Scenario,
}

impl AskedIn {
    fn guess(self) -> f64 {
        match self {
            AskedIn::Question => 0.25,
            AskedIn::Scenario => 0.2,
        }
    }
}

impl SimulatedLearner {
    /// The learner with this number among those of a seed: the same whatever she practises by.
    pub(super) fn new(seed: Seed, number: u32, requirements: usize) -> SimulatedLearner {
        let mut own = seed.rolls_without_end(&format!("learner:{number}"));
        let mut spread = |(middle, spread): (f64, f64)| middle * (spread * normal(&mut own)).exp();
        let (decay, start, growth) = (spread(DECAY), spread(START), spread(GROWTH));
        let start = (0..requirements).map(|_| spread((start, EASE))).collect();
        SimulatedLearner { decay, growth, start, traces: vec![None; requirements] }
    }

    /// The chance that she recalls a requirement on a day; none where she never met it.
    pub(super) fn recall(&self, requirement: usize, day: u32) -> Option<f64> {
        let trace = self.traces[requirement]?;
        let days = f64::from(day.saturating_sub(trace.last));
        Some((1.0 + days / trace.strength).powf(-self.decay))
    }

    /// Asks her for a requirement and shows her the answer; what she shows.
    pub(super) fn ask(&mut self, requirement: usize, day: u32, place: AskedIn, rolls: &mut RollsWithoutEnd) -> Rating {
        let recall = self.recall(requirement, day);
        let is_recalled = uniform(rolls) < recall.unwrap_or(0.0);
        let first = self.start[requirement];
        let strength = match (self.traces[requirement], recall) {
            (Some(trace), Some(recall)) if is_recalled => {
                trace.strength * (1.0 + self.growth * (1.0 - recall).powf(0.7))
            }
            (Some(trace), _) => (trace.strength / 2.0).max(first),
            (None, _) => first,
        };
        self.traces[requirement] = Some(Trace { strength, last: day });
        let luck = uniform(rolls);
        let is_right = if is_recalled { luck >= SLIP } else { luck < place.guess() };
        if is_right { Rating::Good } else { Rating::Again }
    }
}

/// A number from 0 to below 1.
pub(super) fn uniform(rolls: &mut RollsWithoutEnd) -> f64 {
    f64::from(rolls.roll().below(u32::MAX)) / f64::from(u32::MAX)
}

/// A number that is spread like a bell around 0, with a deviation of 1.
fn normal(rolls: &mut RollsWithoutEnd) -> f64 {
    let sum: f64 = (0..12).map(|_| uniform(rolls)).sum();
    sum - 6.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_learner_forgets_slower_what_she_recalled_late() {
        let mut rolls = Seed::new(1).rolls_without_end("test");
        let mut learner = SimulatedLearner::new(Seed::new(1), 0, 1);
        assert_eq!(learner.recall(0, 9), None);
        learner.ask(0, 0, AskedIn::Question, &mut rolls);
        let once = learner.recall(0, 3).expect("met");
        assert!(once < 1.0 && learner.recall(0, 30).expect("met") < once);
        let mut crammed = learner.clone();
        let tries = |own: &mut SimulatedLearner, day, rolls: &mut RollsWithoutEnd| {
            for _ in 0..20 {
                let _ = own.ask(0, day, AskedIn::Question, rolls);
            }
        };
        tries(&mut crammed, 0, &mut rolls);
        assert!((crammed.recall(0, 3).expect("met") - once).abs() < 1e-9, "cramming adds nothing");
        tries(&mut learner, 2, &mut rolls);
        assert!(learner.recall(0, 5).expect("met") > once);
    }

    #[test]
    fn a_learner_is_the_same_whatever_she_practises_by() {
        let learner = |number| SimulatedLearner::new(Seed::new(7), number, 3).start;
        assert_eq!(learner(4), learner(4));
        assert_ne!(learner(4), learner(5));
    }
}
