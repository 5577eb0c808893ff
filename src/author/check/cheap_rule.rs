//! A cheap rule: up to three marks, asked one after the other, that narrow down the choices of a screen. It is fitted to a
//! scenario's own screens, as a learner would who plays it often and never reads the words.

use super::guess::DecisionPoint;
use super::surface::{Feature, FeatureBits};
use crate::base::chance::{RollsWithoutEnd, Seed};

/// The most questions of a rule.
const QUESTIONS: usize = 3;

/// How often the right answers are dealt out anew, to see what fitting finds where there is nothing to be found.
pub(super) const DEALS: usize = 300;

/// One question of a rule: a mark that a choice must have, or must not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MarkTest {
    pub feature: Feature,
    pub has: bool,
}

/// A rule with what it finds.
pub(super) struct CheapRule {
    pub questions: Vec<MarkTest>,
    /// How many best answers it finds on average, if it guesses among those that it leaves.
    pub found: f64,
    /// How many a guess among all open choices finds.
    pub by_chance: f64,
    /// In how many of [`DEALS`] deals of the right answers the fitted rule finds as many.
    pub as_good: usize,
}

/// A screen: its open choices and which of them is best, as bits, and their marks.
struct GuessedScreen<'f> {
    open: u32,
    best: u32,
    marks: &'f FeatureBits,
}

/// The rule that is best at finding the best answers of these moments, question by question.
pub(super) fn fit(points: &[DecisionPoint], marks: &[FeatureBits]) -> CheapRule {
    let screen = |(point, marks)| {
        let point: &DecisionPoint = point;
        GuessedScreen { open: point.bits(), best: point.best_bit(), marks }
    };
    let mut screens: Vec<GuessedScreen> = points.iter().zip(marks).map(screen).collect();
    let (questions, found) = fitted(&screens);
    let by_chance = screens.iter().map(|screen| 1.0 / f64::from(screen.open.count_ones())).sum();
    let mut rolls = Seed::new(0).rolls_without_end("cheap_rule");
    let mut as_good = 0;
    for _ in 0..DEALS {
        for screen in &mut screens {
            screen.best = dealt(screen.open, &mut rolls);
        }
        as_good += usize::from(fitted(&screens).1 >= found - 1e-9);
    }
    CheapRule { questions, found, by_chance, as_good }
}

/// One of the open choices.
fn dealt(open: u32, rolls: &mut RollsWithoutEnd) -> u32 {
    1 << rolls.roll().below(open.count_ones())
}

/// Adds the question that helps most, as long as one helps.
fn fitted(screens: &[GuessedScreen]) -> (Vec<MarkTest>, f64) {
    let mut left: Vec<u32> = screens.iter().map(|screen| screen.open).collect();
    let mut questions: Vec<MarkTest> = Vec::new();
    let mut found = hits(screens, &left);
    while questions.len() < QUESTIONS {
        let mut better: Option<(MarkTest, Vec<u32>, f64)> = None;
        for (number, feature) in Feature::ALL.into_iter().enumerate() {
            for has in [true, false] {
                let next = narrowed(screens, &left, number, has);
                let now = hits(screens, &next);
                if now > better.as_ref().map_or(found, |(_, _, best)| *best) + 1e-9 {
                    better = Some((MarkTest { feature, has }, next, now));
                }
            }
        }
        let Some((question, next, now)) = better else { break };
        questions.push(question);
        (left, found) = (next, now);
    }
    (questions, found)
}

/// What a question leaves of the choices; all of them, where none would be left.
fn narrowed(screens: &[GuessedScreen], left: &[u32], number: usize, has: bool) -> Vec<u32> {
    let narrow = |(screen, left): (&GuessedScreen, &u32)| {
        let with = screen.marks[number];
        let rest = left & if has { with } else { !with };
        if rest == 0 { *left } else { rest }
    };
    screens.iter().zip(left).map(narrow).collect()
}

fn hits(screens: &[GuessedScreen], left: &[u32]) -> f64 {
    let hit = |(screen, left): (&GuessedScreen, &u32)| {
        if screen.best & left == 0 { 0.0 } else { 1.0 / f64::from(left.count_ones()) }
    };
    screens.iter().zip(left).map(hit).sum()
}
