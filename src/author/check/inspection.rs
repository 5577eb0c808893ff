//! One scenario under inspection: what every rule may look at. All states are explored once, the best play under every
//! outcome of the dice is searched at most once, however many rules ask.

use super::clock_range::{ClockRanges, ClockVisitor};
use super::frozen::true_traps;
use super::guess::DecisionPoint;
use super::visitor::{CheckVisitor, Occurrence, PlayFault};
use crate::base::bilingual::Bilingual;
use crate::base::chance::{Rolls, Seed};
use crate::base::diagnostic::{Code, Diagnostic, LONGEST_WITNESS, Witness};
use crate::content::scenario::{Choice, ChoiceId, Scenario, SceneId, SourceRef};
use crate::content::standard::Standard;
use crate::play::engine::{Move, Session};
use crate::play::solver::{
    CleanPlays, Exploration, Simulator, Solution, Solver, StateIndex, Tracked, Unsolved, Values, every_outcome,
    explore, outcome_count, seed_like,
};
use rustc_hash::FxHashSet;
use std::cell::OnceCell;
use std::sync::Arc;

/// The most states that are explored.
pub(super) const BOUND: usize = 1_000_000;

/// The most ways in which the dice may fall, each of which is proven by itself.
const MOST_OUTCOMES: usize = 2_000;

/// How many moves that count, on a best play, a visit has that is calibrated by itself.
const JUDGED_MOVES: usize = 16;

/// How many seeds are tried to find one that shows a fault.
const SEEDS: u64 = 2_000;

/// How many seeds are tried to find one that draws an outcome.
const SEEDS_OF_OUTCOME: u64 = 200_000;

/// What the rules look at.
pub struct Inspection<'i> {
    /// The scenario.
    pub scenario: &'i Arc<Scenario>,
    /// What judges it.
    pub standard: &'i Standard,
    /// What was seen in all states and moves.
    pub observed: CheckVisitor<'i>,
    /// Whether these were all.
    pub explored: Result<(), Unsolved>,
    exploration: Exploration,
    solver: &'i Solver<'i>,
    bound: usize,
    points: OnceCell<Vec<DecisionPoint>>,
    values: OnceCell<Option<Values<'i>>>,
    best_plays: OnceCell<Option<BestPlays>>,
    clean_plays: OnceCell<Vec<(Rolls, Option<CleanPlays>)>>,
}

/// The best play under every outcome of the dice.
pub enum BestPlays {
    /// Judging needs this many bits, more than there are.
    Overflow(u32),
    /// There are too many outcomes to look at each.
    TooMany(Unsolved),
    /// By outcome of the dice: the best play, or why there is none.
    Outcomes(Vec<(Rolls, Result<Solution, Unsolved>)>),
}

impl<'i> Inspection<'i> {
    /// Explores all states of a scenario, or `bound` of them.
    pub fn new(
        scenario: &'i Arc<Scenario>,
        standard: &'i Standard,
        solver: &'i Solver<'i>,
        bound: usize,
    ) -> Inspection<'i> {
        let mut observed = CheckVisitor::new(scenario, standard);
        let tracked = observed.glimpse();
        let (exploration, explored) = explore(scenario, standard, &tracked, bound, &mut observed);
        Inspection {
            scenario,
            standard,
            observed,
            explored,
            exploration,
            solver,
            bound,
            points: OnceCell::new(),
            values: OnceCell::new(),
            best_plays: OnceCell::new(),
            clean_plays: OnceCell::new(),
        }
    }

    /// Whether nothing was seen that makes points meaningless.
    fn is_sound(&self) -> bool {
        self.is_playable() && self.solver.scoring.overflow().is_none()
    }

    /// Whether all of it was seen, and no play runs into a fault. Words that read alike hurt no play.
    fn is_playable(&self) -> bool {
        self.explored.is_ok() && self.observed.faults.iter().all(|fault| fault.code == Code::SAME_WORDS)
    }

    /// What every moment is worth before the dice fall; none where that cannot be said.
    pub fn values(&self) -> Option<&Values<'i>> {
        let values = || self.is_sound().then(|| Values::new(self.solver).ok()).flatten();
        self.values.get_or_init(values).as_ref()
    }

    /// What lets crowds play it; none where no points can be said.
    pub fn simulator(&self) -> Option<Simulator<'_, 'i>> {
        let best = self.solutions().map(|(rolls, solution)| (rolls, solution.best));
        Some(Simulator::knowing(self.values()?, best))
    }

    /// The best plays; none where something was seen that makes them meaningless.
    pub fn best_plays(&self) -> Option<&BestPlays> {
        self.best_plays.get_or_init(|| self.is_playable().then(|| self.solve())).as_ref()
    }

    fn solve(&self) -> BestPlays {
        if let Some(bits) = self.solver.scoring.overflow() {
            return BestPlays::Overflow(bits);
        }
        let count = outcome_count(self.scenario);
        if count > MOST_OUTCOMES {
            return BestPlays::TooMany(Unsolved::TooManyOutcomes { count });
        }
        let outcomes = every_outcome(self.scenario);
        let best = match self.values() {
            Some(values) => values.best_of_each(&outcomes),
            // Together they are too many, or no play ends.
            None => self.solver.best_one_by_one(&outcomes),
        };
        BestPlays::Outcomes(outcomes.into_iter().zip(best).collect())
    }

    /// The outcomes that could be solved, each with its best play.
    pub fn solutions(&self) -> impl Iterator<Item = (&Rolls, &Solution)> {
        let outcomes: &[_] = match self.best_plays() {
            Some(BestPlays::Outcomes(outcomes)) => outcomes,
            Some(BestPlays::Overflow(_) | BestPlays::TooMany(_)) | None => &[],
        };
        outcomes.iter().filter_map(|(rolls, solved)| solved.as_ref().ok().map(|solution| (rolls, solution)))
    }

    /// The outcomes that have clean plays, each with the poorest and the richest of them.
    pub fn clean_plays(&self) -> impl Iterator<Item = (&Rolls, &CleanPlays)> {
        let found = self.clean_plays_of_outcomes().iter();
        found.filter_map(|(rolls, clean)| clean.as_ref().map(|clean| (rolls, clean)))
    }

    /// The clean plays of every outcome; nothing where that cannot be said.
    pub fn clean_plays_of_outcomes(&self) -> &[(Rolls, Option<CleanPlays>)] {
        self.clean_plays.get_or_init(|| {
            let outcomes: Vec<Rolls> = match (self.values(), self.best_plays()) {
                (Some(_), Some(BestPlays::Outcomes(all))) => all.iter().map(|(rolls, _)| rolls.clone()).collect(),
                _ => Vec::new(),
            };
            let clean = self.solver.clean_plays(&outcomes).unwrap_or_default();
            outcomes.into_iter().zip(clean).collect()
        })
    }

    /// Whether the visit has enough moves that count to be calibrated by itself.
    pub fn is_full_visit(&self) -> bool {
        let Some((values, (rolls, solution))) = self.values().zip(self.solutions().next()) else { return false };
        values.judged_moves(self.replay(rolls, &solution.line).turns(), rolls) >= JUDGED_MOVES
    }

    /// The play that these moves make, with the first seed under which they can be made.
    pub fn witness_along(&self, line: &[Move]) -> Witness {
        self.shown_by(line, None)
    }

    /// Each best choice once, with what was open when it was first met on a best line.
    fn decision_points(&self) -> Vec<DecisionPoint> {
        let mut seen = FxHashSet::default();
        let mut points = Vec::new();
        for (rolls, solution) in self.solutions() {
            for turn in self.replay(rolls, &solution.line).turns() {
                let (scene, best) = (turn.taken.scene, turn.taken.choice);
                let counts = !self.choice(turn.taken).meets.is_empty();
                let open: Vec<ChoiceId> = turn.before.open_choices(self.scenario).collect();
                if counts && open.len() > 1 && seen.insert((scene, best)) {
                    points.push(DecisionPoint { scene, best, open });
                }
            }
        }
        points.sort_by_key(|point| (point.scene, point.best));
        points
    }

    /// The moments at which a best play chooses.
    pub(super) fn points(&self) -> &[DecisionPoint] {
        self.points.get_or_init(|| self.decision_points())
    }

    /// The situations, where play first comes into them, from which nothing but the clock leads out.
    pub(super) fn traps(&self) -> Vec<StateIndex> {
        let traps = self.observed.move_graph.traps();
        if traps.is_empty() { traps } else { true_traps(self.scenario, &self.exploration, &traps) }
    }

    /// Between which times some lines are shown, and whether play can run out of time; none where that is too much to ask.
    pub(super) fn clock_ranges(&self, wanted: Vec<bool>) -> Option<ClockRanges> {
        let tracked = Tracked::lines(self.scenario, wanted.clone());
        let mut visitor = ClockVisitor::new(self.scenario, wanted);
        let (_, explored) = explore(self.scenario, self.standard, &tracked, self.bound, &mut visitor);
        explored.ok()?;
        visitor.ranges()
    }

    /// The faults of one kind that were seen, each with the play that shows it.
    pub fn seen(&self, code: Code) -> Vec<Diagnostic> {
        let faults = self.observed.faults.iter().filter(|fault| fault.code == code);
        let tell = |fault: &PlayFault| {
            let diagnostic =
                Diagnostic::error(code, self.scenario.place(fault.source_ref), fault.message.clone()).help(fault.help);
            diagnostic.witness(self.witness_of(fault.at))
        };
        faults.map(tell).collect()
    }

    /// The play that leads to such a moment, with the first seed under which these choices lead there.
    pub fn witness_of(&self, at: Occurrence) -> Witness {
        let mut witness = self.shown_by(&self.exploration.path(at.here), Some(at.scene));
        witness.choices.extend(at.taken.map(|taken| self.choice(taken).id.clone()));
        witness
    }

    /// The play that leads into a state.
    pub fn witness_into(&self, here: StateIndex) -> Witness {
        self.shown_by(&self.exploration.path(here), None)
    }

    fn shown_by(&self, path: &[Move], into: Option<SceneId>) -> Witness {
        let shows = |seed: &Seed| {
            let mut session = Session::new(self.scenario.clone(), *seed);
            let played = session.take_moves(path).is_ok();
            played && (into.is_none() || session.state().scene(self.scenario) == into)
        };
        // A longer one is not told.
        let is_told = path.len() <= LONGEST_WITNESS;
        let seed = (0..SEEDS).filter(|_| is_told).map(Seed::new).find(shows).map(Seed::number);
        Witness { seed, choices: path.iter().map(|taken| self.choice(*taken).id.clone()).collect() }
    }

    /// A play under given dice, with the first seed that draws them.
    pub fn witness_under(&self, rolls: &Rolls, line: &[Move]) -> Witness {
        let seed = seed_like(self.scenario, rolls, SEEDS_OF_OUTCOME).map(Seed::number);
        Witness { seed, choices: line.iter().map(|taken| self.choice(*taken).id.clone()).collect() }
    }

    /// A best play under the dice that it was found for.
    pub fn replay(&self, rolls: &Rolls, line: &[Move]) -> Session {
        let mut session = Session::with_rolls(self.scenario.clone(), Seed::new(0), rolls.clone());
        let played = session.take_moves(line);
        debug_assert!(played.is_ok(), "what the solver plays can be played: {played:?}");
        session
    }

    /// The moves by which a state was first reached.
    pub fn path(&self, here: StateIndex) -> Vec<Move> {
        self.exploration.path(here)
    }

    /// The choice that a move takes.
    pub fn choice(&self, taken: Move) -> &'i Choice {
        &self.scenario.scene(taken.scene).choices[taken.choice.index()]
    }

    /// A diagnostic about the whole scenario.
    pub fn whole(&self, code: Code, message: impl Into<Bilingual>, help: impl Into<Bilingual>) -> Diagnostic {
        Diagnostic::error(code, self.scenario.place(SourceRef::Whole), message).help(help)
    }
}
