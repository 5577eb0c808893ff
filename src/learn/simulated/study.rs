//! The comparison: every learner practises in every way, and what is held in the end is measured in her true memory, which
//! no plan ever sees.

use super::learner::SimulatedLearner;
use super::policy::{Student, StudyPolicy};
use super::school::School;
use crate::base::chance::Seed;
use crate::base::parallel;
use crate::learn::mastery::weight_of;

/// How much is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StudyAsked {
    /// How many learners.
    pub learners: u32,
    /// How many days each practises.
    pub days: u32,
    /// How many minutes a day.
    pub minutes: u32,
    /// What all chance comes from.
    pub seed: Seed,
}

/// What came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Study {
    /// What was compared.
    pub asked: StudyAsked,
    /// In the order of [`StudyPolicy::ALL`].
    pub results: Vec<StudyResult>,
    /// In how many learners the plan holds more of the whole standard than both other ways.
    pub plan_is_best: u32,
}

/// What one way of practising came to: shares of weight from 0 to 1, averaged over the learners.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StudyResult {
    /// The way.
    pub policy: StudyPolicy,
    /// Minutes a day that were practised: a plan leaves some over where nothing is worth doing.
    pub minutes: f64,
    /// What was met at all, of the whole standard.
    pub introduced: f64,
    /// What is held of what was met.
    pub held: f64,
    /// The same of the learner who holds least.
    pub held_least: f64,
    /// What is held of the whole standard.
    pub whole: f64,
    /// The same of the learner who holds least.
    pub whole_least: f64,
}

/// What one learner holds, as weights.
#[derive(Clone, Copy, Debug, Default)]
struct Holding {
    held: f64,
    introduced: f64,
    all: f64,
    /// Minutes a day.
    minutes: f64,
}

/// Lets the same learners practise in every way.
pub fn study(asked: StudyAsked, school: &School) -> Study {
    let available = school.available();
    let numbers: Vec<u32> = (0..asked.learners).collect();
    let one = |number: &u32| {
        StudyPolicy::ALL.map(|policy| {
            let learner = SimulatedLearner::new(asked.seed, *number, school.standard.requirements.len());
            let rolls = asked.seed.rolls_without_end(&format!("{}:{number}", policy.word()));
            let mut student = Student::new(learner, school, &available, rolls);
            (0..asked.days).for_each(|day| student.practise(policy, day, asked.minutes));
            Holding {
                minutes: minutes_a_day(student.practised, asked.days),
                ..holding(&student.learner, school, asked.days)
            }
        })
    };
    let holdings = parallel::map(&numbers, 4, one);
    let result = |(place, policy): (usize, &StudyPolicy)| {
        let own: Vec<Holding> = holdings.iter().map(|all| all[place]).collect();
        result_of(*policy, &own)
    };
    let is_best = |own: &&[Holding; 3]| own[1..].iter().all(|other| own[0].held > other.held);
    let plan_is_best = u32::try_from(holdings.iter().filter(is_best).count()).unwrap_or(u32::MAX);
    Study { asked, results: StudyPolicy::ALL.iter().enumerate().map(result).collect(), plan_is_best }
}

fn minutes_a_day(seconds: u64, days: u32) -> f64 {
    let minutes = u32::try_from(seconds / 60).unwrap_or(u32::MAX);
    f64::from(minutes) / f64::from(days.max(1))
}

fn holding(learner: &SimulatedLearner, school: &School, day: u32) -> Holding {
    let mut own = Holding::default();
    for id in school.standard.ids() {
        let weight = weight_of(school.standard.requirement(id));
        own.all += weight;
        if let Some(recall) = learner.recall(id.index(), day) {
            own.introduced += weight;
            own.held += weight * recall;
        }
    }
    own
}

fn result_of(policy: StudyPolicy, all: &[Holding]) -> StudyResult {
    let share = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
    let of = |measure: fn(&Holding) -> (f64, f64)| -> Vec<f64> {
        all.iter().map(measure).map(|(part, whole)| share(part, whole)).collect()
    };
    let mean = |shares: &[f64]| {
        let count = u32::try_from(shares.len()).unwrap_or(u32::MAX);
        share(shares.iter().sum(), f64::from(count))
    };
    let least = |shares: &[f64]| shares.iter().copied().reduce(f64::min).unwrap_or(0.0);
    let introduced = of(|own| (own.introduced, own.all));
    let held = of(|own| (own.held, own.introduced));
    let whole = of(|own| (own.held, own.all));
    StudyResult {
        policy,
        minutes: mean(&all.iter().map(|own| own.minutes).collect::<Vec<_>>()),
        introduced: mean(&introduced),
        held: mean(&held),
        held_least: least(&held),
        whole: mean(&whole),
        whole_least: least(&whole),
    }
}
