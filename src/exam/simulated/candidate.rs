//! Somebody who knows a part, and guesses the rest.

use crate::base::chance::{RollsWithoutEnd, Seed};
use crate::content::bank::{Question, QuestionKind};
use crate::content::scenario::Scenario;
use crate::content::standard::Standard;
use crate::exam::marking::Share;
use crate::play::solver::{Policy, Simulator, Solver, Unsolved, Values};

/// A candidate of one sitting.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// In how many of ten thousand questions she slips.
    pub slips: u32,
    stream: RollsWithoutEnd,
}

/// What many players of one habit came to in one scenario.
#[derive(Clone, Debug)]
pub struct VisitCrowd {
    /// The share of each, and whether something critical was broken.
    pub results: Vec<(Share, bool)>,
}

impl VisitCrowd {
    /// So many players of a scenario.
    ///
    /// # Errors
    /// When the scenario cannot be solved.
    pub fn of(
        scenario: &Scenario,
        standard: &Standard,
        policy: Policy,
        players: u32,
        seed: Seed,
    ) -> Result<VisitCrowd, Unsolved> {
        let solver = Solver::new(scenario, standard);
        let values = Values::new(&solver)?;
        let results = Simulator::new(&values).results(policy, players, seed);
        Ok(VisitCrowd { results: results.into_iter().map(|(score, critical)| (Share(score.0), critical)).collect() })
    }
}

impl Candidate {
    /// A candidate who slips so often, with chance of her own.
    pub fn new(slips: u32, seed: Seed, name: &str) -> Candidate {
        Candidate { slips, stream: seed.rolls_without_end(name) }
    }

    /// What she wins of a question.
    pub fn answer(&mut self, question: &Question) -> Share {
        if self.below(10_000) >= self.slips {
            return Share::of_points(100);
        }
        Share::of_points(self.guess(question))
    }

    /// What somebody wins who chooses at random.
    fn guess(&mut self, question: &Question) -> u32 {
        match &question.kind {
            QuestionKind::Single(answers) | QuestionKind::Number(answers) => self.one_of(answers.len()),
            QuestionKind::TrueFalse { reasons, .. } => self.one_of(2 * reasons.len()),
            QuestionKind::Mistake { lines, .. } => self.one_of(1 + lines.iter().filter(|line| line.own).count()),
            QuestionKind::Judgement(_) => self.judge(),
            QuestionKind::Several(answers) => {
                let (mut right, mut wrong) = (0, 0);
                for answer in answers {
                    let chosen = self.below(2) == 0;
                    right += u32::from(chosen && answer.is_right());
                    wrong += u32::from(chosen && !answer.is_right());
                }
                let keys = answers.iter().filter(|answer| answer.is_right()).count();
                100 * right.saturating_sub(wrong) / u32::try_from(keys).unwrap_or(u32::MAX).max(1)
            }
            QuestionKind::Order { steps, .. } => self.one_of((1..=steps.len()).product()),
            QuestionKind::Match { pairs, .. } => {
                let right = pairs.iter().filter(|_| self.below(size(pairs.len())) == 0).count();
                100 * size(right.saturating_sub(pairs.len() - right)) / size(pairs.len())
            }
        }
    }

    /// The best and the worst of four at random.
    fn judge(&mut self) -> u32 {
        let (best, worst) = (self.below(4), self.below(3));
        let points = match best {
            0 => 100,
            1 => 50,
            _ => 0,
        };
        if worst == 0 { points } else { points / 2 }
    }

    fn one_of(&mut self, count: usize) -> u32 {
        if self.below(size(count)) == 0 { 100 } else { 0 }
    }

    /// One of what many players came to.
    pub fn visit(&mut self, crowd: &VisitCrowd) -> (Share, bool) {
        let at = self.below(size(crowd.results.len())) as usize;
        crowd.results.get(at).copied().unwrap_or_default()
    }

    /// A number below this one.
    pub fn below(&mut self, limit: u32) -> u32 {
        self.stream.roll().below(limit.max(1))
    }
}

fn size(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX).max(1)
}
