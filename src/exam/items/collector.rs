//! What many learners did, gathered one learner after the other.

use super::answered::answered;
use super::decided::{CountedPlay, decided};
use super::not_counted::NotCounted;
use super::test::{ItemTest, TestOf};
use crate::base::chance::Seed;
use crate::content::scenario::{Pack, Scenario};
use crate::exam::sitting::Sitting;
use crate::exam::statistics::{ItemCell, Responses};
use crate::play::engine::RecordedMove;
use crate::play::solver::{Solver, Values};
use crate::record::attempt::Attempt;
use crate::record::sitting::{SittingEvent, SittingLine};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Collects what learners did.
pub struct Collector<'p> {
    pack: &'p Pack,
    /// Whether later plays and sittings of the same learner count too.
    counts_all: bool,
    exams: BTreeMap<Box<str>, ExamPool>,
    scenarios: BTreeMap<Box<str>, PlayPool>,
    /// What the present learner did first.
    first_plays: BTreeMap<Box<str>, (Timestamp, CountedPlay)>,
    first_sittings: BTreeMap<Box<str>, (Timestamp, Sitting)>,
}

/// The sittings of one exam.
#[derive(Default)]
struct ExamPool {
    /// The ids of the questions, in the order in which they were met.
    questions: Vec<Box<str>>,
    places: BTreeMap<Box<str>, usize>,
    persons: Vec<Vec<ItemCell>>,
    not_counted: NotCounted,
}

/// The plays of one scenario.
#[derive(Default)]
struct PlayPool {
    plays: Vec<CountedPlay>,
    not_counted: NotCounted,
}

impl<'p> Collector<'p> {
    /// Nothing yet. With `counts_all` later plays and sittings of a learner count as well, as if another had made them.
    pub fn new(pack: &'p Pack, counts_all: bool) -> Collector<'p> {
        Collector {
            pack,
            counts_all,
            exams: BTreeMap::new(),
            scenarios: BTreeMap::new(),
            first_plays: BTreeMap::new(),
            first_sittings: BTreeMap::new(),
        }
    }

    /// A play of the present learner.
    pub fn play(&mut self, attempt: &Attempt) {
        let hash = self.pack.scenario(&attempt.scenario).map(|own| own.hash.clone());
        let is_edited = hash.is_some_and(|hash| hash != attempt.scenario_hash);
        let play = CountedPlay { seed: attempt.seed, moves: attempt.moves.clone(), is_edited };
        self.add_play(&attempt.scenario, attempt.started, play);
    }

    /// A sitting of the present learner, with the scenarios that were played in it.
    pub fn sitting(&mut self, lines: &[SittingLine]) {
        let Some(first) = lines.first() else { return };
        let Ok(sitting) = Sitting::replay(lines) else {
            if let SittingEvent::Begun(begun) = &first.what {
                self.exam(&begun.exam).not_counted.outdated += 1;
            }
            return;
        };
        let visits = sitting.visits().filter(|(_, progress)| !progress.moves.is_empty());
        let plays: Vec<(Box<str>, Seed, Vec<RecordedMove>)> = visits
            .map(|(visit, progress)| {
                let moves = progress.moves.iter().cloned().map(RecordedMove::Take).collect();
                (visit.scenario.clone(), visit.seed, moves)
            })
            .collect();
        for (scenario, seed, moves) in plays {
            self.add_play(&scenario, first.at, CountedPlay { seed, moves, is_edited: false });
        }
        let exam = sitting.begun().exam.clone();
        if sitting.closed().is_none() {
            self.exam(&exam).not_counted.open += 1;
        } else if self.counts_all {
            self.count_sitting(&sitting);
        } else {
            let is_later = self.first_sittings.get(&exam).is_some_and(|(at, _)| *at <= first.at);
            if self.first_sittings.contains_key(&exam) {
                self.exam(&exam).not_counted.repeated += 1;
            }
            if !is_later {
                self.first_sittings.insert(exam, (first.at, sitting));
            }
        }
    }

    /// What follows is another learner's.
    pub fn next_learner(&mut self) {
        for (scenario, (_, play)) in std::mem::take(&mut self.first_plays) {
            self.scenarios.entry(scenario).or_default().plays.push(play);
        }
        for (_, (_, sitting)) in std::mem::take(&mut self.first_sittings) {
            self.count_sitting(&sitting);
        }
    }

    /// The items of everything that was collected; of exams first. Only what `is_wanted` is worked out.
    pub fn tests(mut self, is_wanted: impl Fn(&TestOf) -> bool) -> Vec<ItemTest> {
        self.next_learner();
        let Collector { pack, exams, scenarios, .. } = self;
        let exams = exams.into_iter().map(|(id, pool)| (TestOf::Exam(id), pool)).filter(|(of, _)| is_wanted(of));
        let mut tests: Vec<ItemTest> = exams.map(|(of, pool)| pool.test(of)).collect();
        let scenarios = scenarios.into_iter().map(|(id, pool)| (TestOf::Scenario(id), pool));
        for (of, pool) in scenarios.filter(|(of, _)| is_wanted(of)) {
            let scenario = pack.scenario(of.id()).cloned();
            tests.push(pool.test(of, scenario.as_ref(), pack));
        }
        tests
    }

    fn add_play(&mut self, scenario: &str, at: Timestamp, play: CountedPlay) {
        if self.counts_all {
            self.scenarios.entry(scenario.into()).or_default().plays.push(play);
            return;
        }
        let earlier = self.first_plays.get(scenario).map(|(earlier, _)| *earlier);
        if earlier.is_some() {
            self.scenarios.entry(scenario.into()).or_default().not_counted.repeated += 1;
        }
        if earlier.is_none_or(|earlier| at < earlier) {
            self.first_plays.insert(scenario.into(), (at, play));
        }
    }

    fn exam(&mut self, id: &str) -> &mut ExamPool {
        self.exams.entry(id.into()).or_default()
    }

    fn count_sitting(&mut self, sitting: &Sitting) {
        let pack = self.pack;
        let begun = sitting.begun();
        let pool = self.exam(&begun.exam);
        let mut cells = Vec::new();
        for (place, item) in sitting.items().iter().enumerate() {
            let question = pack.bank.find(&item.question);
            let own = question.and_then(|question| answered(question, begun.seed, sitting.reply(place)));
            match own {
                Some(own) => {
                    let item = pool.place(&item.question);
                    cells.push(ItemCell { item, share: own.share, options: own.options });
                }
                None => pool.not_counted.gone += 1,
            }
        }
        cells.sort_by_key(|cell| cell.item);
        cells.dedup_by_key(|cell| cell.item);
        pool.persons.push(cells);
    }
}

impl ExamPool {
    fn place(&mut self, question: &str) -> usize {
        if let Some(place) = self.places.get(question) {
            return *place;
        }
        let place = self.questions.len();
        self.questions.push(question.into());
        self.places.insert(question.into(), place);
        place
    }

    fn test(self, of: TestOf) -> ItemTest {
        let responses = Responses { weights: vec![1.0; self.questions.len()], persons: self.persons };
        ItemTest::of(of, self.questions, &responses, self.not_counted)
    }
}

impl PlayPool {
    fn test(mut self, of: TestOf, scenario: Option<&Arc<Scenario>>, pack: &Pack) -> ItemTest {
        let Some(scenario) = scenario else {
            self.not_counted.outdated += self.plays.len();
            return ItemTest::of(of, Vec::new(), &Responses::default(), self.not_counted);
        };
        let solver = Solver::for_learner(scenario, &pack.standard);
        let mut persons = Vec::new();
        match Values::new(&solver) {
            Ok(values) => {
                let decisions = self.plays.iter().map(|play| decided(play, scenario, &values, &mut self.not_counted));
                persons.extend(decisions.flatten().filter(|cells| !cells.is_empty()));
            }
            Err(_) => self.not_counted.unsolved += self.plays.len(),
        }
        let names = scenario.scenes.iter().map(|scene| scene.name.clone()).collect();
        let responses = Responses { weights: vec![1.0; scenario.scenes.len()], persons };
        ItemTest::of(of, names, &responses, self.not_counted)
    }
}
