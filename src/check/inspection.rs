//! One scenario under inspection: what every rule may look at. The walk through all states is made once, the best play
//! under every outcome of the dice at most once, however many rules ask.

use super::sight::{Moment, Sight};
use crate::chance::{Rolls, Seed};
use crate::engine::{Event, Move, Session, State, Turn, step};
use crate::finding::{Code, Finding, Witness};
use crate::scenario::{Choice, Scenario, Spot};
use crate::solver::{Reader, Solution, Solver, Unsolved, Walk, every_outcome, explore, seed_like};
use crate::standard::Standard;
use std::cell::OnceCell;
use std::sync::Arc;

/// The most states that are walked.
pub(super) const BOUND: usize = 4_000_000;

/// How many seeds are tried to find one that shows a finding.
const SEEDS: u64 = 2_000;

/// How many seeds are tried to find one that draws an outcome.
const SEEDS_OF_OUTCOME: u64 = 200_000;

/// What the rules look at.
pub struct Inspection<'i> {
    pub scenario: &'i Arc<Scenario>,
    pub standard: &'i Standard,
    /// What was seen on the walk through every state.
    pub sight: Sight<'i>,
    /// Whether the walk came to its end.
    pub walked: Result<(), Unsolved>,
    walk: Walk,
    solved: OnceCell<Option<Solved>>,
}

/// The best play under every outcome of the dice.
pub enum Solved {
    /// Judging needs this many bits, more than there are.
    Overflow(u32),
    Outcomes(Vec<(Rolls, Result<Solution, Unsolved>)>),
}

impl<'i> Inspection<'i> {
    pub fn new(scenario: &'i Arc<Scenario>, standard: &'i Standard, bound: usize) -> Inspection<'i> {
        let mut sight = Sight::new(scenario, standard);
        let (walk, walked) = explore(scenario, standard, Reader::Texts, bound, &mut sight);
        Inspection { scenario, standard, sight, walked, walk, solved: OnceCell::new() }
    }

    /// The best plays; none when the walk found what makes them meaningless.
    pub fn solved(&self) -> Option<&Solved> {
        let sound = self.walked.is_ok() && self.sight.faults.is_empty();
        self.solved.get_or_init(|| sound.then(|| self.solve())).as_ref()
    }

    fn solve(&self) -> Solved {
        let solver = Solver::new(self.scenario, self.standard);
        if let Some(bits) = solver.rules.overflow() {
            return Solved::Overflow(bits);
        }
        let outcomes = every_outcome(self.scenario);
        let best = solver.best_of_each(&outcomes);
        Solved::Outcomes(outcomes.into_iter().zip(best).collect())
    }

    /// The outcomes that could be solved, each with its best play.
    pub fn solutions(&self) -> impl Iterator<Item = (&Rolls, &Solution)> {
        let outcomes: &[_] = match self.solved() {
            Some(Solved::Outcomes(outcomes)) => outcomes,
            Some(Solved::Overflow(_)) | None => &[],
        };
        outcomes.iter().filter_map(|(rolls, solved)| solved.as_ref().ok().map(|solution| (rolls, solution)))
    }

    /// What the walk saw of one kind, each with the play that shows it.
    pub fn seen(&self, code: Code) -> Vec<Finding> {
        let faults = self.sight.faults.iter().filter(|fault| fault.code == code);
        let tell = |fault: &super::sight::Fault| {
            let finding = Finding::error(code, self.scenario.place(fault.spot), fault.message.clone()).help(fault.help);
            finding.witness(self.witness_of(fault.at))
        };
        faults.map(tell).collect()
    }

    /// The play that leads to a moment of the walk, with the first seed under which these choices lead there.
    pub fn witness_of(&self, at: Moment) -> Witness {
        let way = self.walk.way(at.here);
        let shows = |seed: &Seed| {
            let mut session = Session::new(self.scenario.clone(), *seed);
            let scene = |session: &Session| session.state().scene(self.scenario);
            let played =
                way.iter().all(|taken| scene(&session) == Some(taken.scene) && session.take(taken.choice).is_ok());
            played && scene(&session) == Some(at.scene)
        };
        let seed = (0..SEEDS).map(Seed::new).find(shows).map(Seed::number);
        Witness { seed, choices: way.iter().chain(&at.taken).map(|taken| self.choice(*taken).id.clone()).collect() }
    }

    /// A play under given dice, with the first seed that draws them.
    pub fn witness_under(&self, rolls: &Rolls, line: &[Move]) -> Witness {
        let seed = seed_like(self.scenario, rolls, SEEDS_OF_OUTCOME).map(Seed::number);
        Witness { seed, choices: line.iter().map(|taken| self.choice(*taken).id.clone()).collect() }
    }

    /// The turns of a line under given dice.
    pub fn replay(&self, rolls: &Rolls, line: &[Move]) -> Vec<Turn> {
        let mut state = State::opening(self.scenario);
        let mut dice = rolls.clone();
        let mut turns = Vec::with_capacity(line.len());
        for taken in line {
            let before = state;
            let mut events = vec![Event::Took { scene: taken.scene, choice: taken.choice }];
            state = step(self.scenario, &before, *taken, &mut dice, &mut events);
            turns.push(Turn { taken: *taken, before, after: state, events });
        }
        turns
    }

    pub fn choice(&self, taken: Move) -> &'i Choice {
        &self.scenario.scene(taken.scene).choices[taken.choice.index()]
    }

    /// A finding about the whole scenario.
    pub fn whole(&self, code: Code, message: impl Into<String>, help: &str) -> Finding {
        Finding::error(code, self.scenario.place(Spot::Whole), message).help(help)
    }
}
