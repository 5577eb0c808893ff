//! A crowd of players who choose by a habit: how they score, where they end, and where most of them go wrong.
//!
//! Nobody plays a scene here. The graph of everything that can follow holds what each choice wins under each outcome of
//! the dice, so a play is a walk along it; its points are those of the ledger. What a choice loses is judged as if there
//! were time left: an expert does not hurry when the scenario is about to close.

use super::crowd::{Crowd, WRONG, WrongTurn};
use super::graph::{After, EdgeOutcome};
use super::habit::{Habit, Policy};
use super::judge::Values;
use super::outcomes::{Classes, outcome_count};
use crate::base::chance::{Roll, Rolls, RollsWithoutEnd, Seed};
use crate::content::scenario::EndingId;
use crate::play::engine::{Move, Node};
use crate::play::scoring::{Score, Verdict};
use rustc_hash::FxHashMap;

/// From how many outcomes of the dice on each is searched by itself.
const MANY: usize = 2_000;

/// A scenario made ready for crowds.
pub struct Simulator<'v, 's> {
    values: &'v Values<'s>,
    classes: Classes,
    /// By outcome of the dice: the best score's points, once somebody needed them.
    best: FxHashMap<Box<[usize]>, i32>,
    /// Whether there are too many outcomes to search all that can follow for each.
    many: bool,
    /// By edge: what it loses, in hundredths of a percent.
    losses: &'v [u32],
}

/// Somebody with a habit, and the dice of the present play.
struct Player<'v, 's> {
    habit: Habit<'v, 's>,
    stream: RollsWithoutEnd,
    rolls: Rolls,
}

impl<'v, 's> Simulator<'v, 's> {
    /// Makes ready what every player will ask for.
    pub fn new(values: &'v Values<'s>) -> Simulator<'v, 's> {
        Simulator::knowing(values, [])
    }

    /// The same where the points of the best play are known under some rolls.
    pub fn knowing<'r>(values: &'v Values<'s>, best: impl IntoIterator<Item = (&'r Rolls, i32)>) -> Simulator<'v, 's> {
        let classes = Classes::new(values.scenario());
        let best = best.into_iter().map(|(rolls, points)| (classes.of(rolls), points)).collect();
        let many = outcome_count(values.scenario()) > MANY;
        let losses = values.edge_losses();
        Simulator { values, classes, best, many, losses }
    }

    /// Lets a crowd play. The same seed gives the same crowd.
    pub fn play(&mut self, policy: Policy, players: u32, seed: Seed) -> Crowd {
        let scenario = self.values.scenario();
        let mut crowd = Crowd {
            players,
            moves: 0,
            passed: 0,
            critical: 0,
            scores: vec![0; 101],
            total: 0,
            endings: vec![0; scenario.endings.len()],
            wrong_turns: Vec::new(),
        };
        let mut taken = vec![0u64; self.losses.len()];
        let mut player = self.player(policy, seed);
        for _ in 0..players {
            let end = self.one(&mut player, |_, edge, _| taken[edge] += 1);
            let score = Score::share(end.points, self.best_under(&player.rolls));
            crowd.moves += u64::from(end.moves);
            crowd.critical += u32::from(end.criticals > 0);
            crowd.passed += u32::from(Verdict::of(score, scenario.pass_mark, end.criticals) == Verdict::Pass);
            crowd.scores[score.whole_percent() as usize] += 1;
            crowd.total += u64::from(score.0);
            crowd.endings[end.ending.index()] += 1;
        }
        crowd.wrong_turns = self.wrong_turns(&taken);
        crowd
    }

    /// What each player of the same crowd comes to: the score, and whether something critical was broken.
    pub fn results(&mut self, policy: Policy, players: u32, seed: Seed) -> Vec<(Score, bool)> {
        let mut player = self.player(policy, seed);
        let mut result = || {
            let end = self.one(&mut player, |_, _, _| {});
            (Score::share(end.points, self.best_under(&player.rolls)), end.criticals > 0)
        };
        (0..players).map(|_| result()).collect()
    }

    /// Lets the same crowd play, and shows the way of each player: what was taken, and where it led; where the clock ended
    /// the play first, nowhere.
    pub fn watch(&self, policy: Policy, players: u32, seed: Seed, mut see: impl FnMut(&[(Move, Option<Node>)])) {
        let (graph, scenario) = (self.values.graph(), self.values.scenario());
        let node = |after| match after {
            After::At(next) => graph.scene(scenario, next).map(Node::Scene),
            After::Over(ending) => Some(Node::Ending(ending)),
            After::OutOfTime => None,
        };
        let mut player = self.player(policy, seed);
        let mut way = Vec::new();
        for _ in 0..players {
            way.clear();
            self.one(&mut player, |state, edge, after| {
                way.extend(graph.taken(scenario, state, edge).map(|taken| (taken, node(after))));
            });
            see(&way);
        }
    }

    /// The player who plays all plays of a crowd.
    fn player(&self, policy: Policy, seed: Seed) -> Player<'v, 's> {
        Player {
            habit: Habit::new(self.values, self.losses, policy),
            stream: seed.rolls_without_end("crowd"),
            rolls: Rolls(self.values.scenario().chances.iter().map(|_| Roll(0)).collect()),
        }
    }

    /// One play under dice of its own; `see` is told each move: its state, its edge, and where it led.
    fn one(&self, player: &mut Player, mut see: impl FnMut(u32, usize, After)) -> End {
        let Player { habit, stream, rolls } = player;
        rolls.0.iter_mut().for_each(|roll| *roll = stream.roll());
        let (graph, clock) = (self.values.graph(), &self.values.scenario().clock);
        let mut end = End { points: graph.points, criticals: 0, moves: 0, ending: clock.timeout };
        let (mut state, mut now) = (0, clock.start + graph.elapsed);
        loop {
            let edge = habit.choose(state, stream);
            end.moves += 1;
            let outcome = self.outcome_under(edge, rolls);
            end.points += outcome.points;
            end.criticals += usize::from(outcome.criticals);
            now += graph.edge(edge).takes.seconds(now);
            let led = match outcome.to() {
                After::At(last) if now >= clock.closes_at => {
                    end.points += graph.stops[last as usize].unwrap_or(0);
                    After::OutOfTime
                }
                led => led,
            };
            see(state, edge, led);
            match led {
                After::At(next) => state = next,
                After::Over(ending) => return End { ending, ..end },
                After::OutOfTime => return end,
            }
        }
    }

    #[inline]
    fn outcome_under(&self, edge: usize, rolls: &Rolls) -> &EdgeOutcome {
        let graph = self.values.graph();
        match graph.outcomes_of(edge) {
            [only] => only,
            outcomes => {
                let comes = |outcome: &&EdgeOutcome| {
                    let drawn = &graph.draw_sets()[outcome.draw_set as usize];
                    drawn.iter().all(|draw| rolls.0[draw.chance].pick(&draw.weights) == draw.outcome)
                };
                outcomes.iter().find(comes).unwrap_or(&outcomes[0])
            }
        }
    }

    fn best_under(&mut self, rolls: &Rolls) -> i32 {
        let class = self.classes.of(rolls);
        if let Some(best) = self.best.get(&class) {
            return *best;
        }
        // Each of many outcomes reaches little of what they reach together.
        let alone = || self.values.solver().best(&mut rolls.clone());
        let best = if self.many { alone() } else { self.values.best(rolls) };
        let best = best.map_or(0, |solution| solution.best);
        self.best.insert(class, best);
        best
    }

    fn wrong_turns(&self, taken: &[u64]) -> Vec<WrongTurn> {
        let mut turns: Vec<(Move, u64, u128)> = Vec::new();
        for state in 0..self.values.graph().states() {
            for edge in
                self.values.graph().edges_of(state).filter(|edge| taken[*edge] > 0 && self.losses[*edge] >= WRONG)
            {
                let Some(own) = self.values.graph().taken(self.values.scenario(), state, edge) else { continue };
                turns.push((own, taken[edge], u128::from(taken[edge]) * u128::from(self.losses[edge])));
            }
        }
        turns.sort_unstable_by_key(|(own, ..)| (own.scene, own.choice));
        let sum = |same: &[(Move, u64, u128)]| {
            let times: u64 = same.iter().map(|(_, times, _)| times).sum();
            let lost: u128 = same.iter().map(|(_, _, lost)| lost).sum();
            WrongTurn { taken: same[0].0, times, loss: u32::try_from(lost / u128::from(times)).unwrap_or(u32::MAX) }
        };
        let mut summed: Vec<WrongTurn> = turns.chunk_by(|a, b| a.0 == b.0).map(sum).collect();
        summed.sort_by_key(|turn| std::cmp::Reverse(turn.times));
        summed
    }
}

/// Where one play came.
struct End {
    points: i32,
    criticals: usize,
    moves: u32,
    ending: EndingId,
}
