//! A crowd of players who choose by a habit: how they score, where they end, and where most of them go wrong.
//!
//! Nobody plays a scene here. The graph of everything that can follow holds what each choice wins under each outcome of
//! the dice, so a play is a walk along it; its points are those of the ledger. What a choice loses is judged as if there
//! were time left: an expert does not hurry when the scenario is about to close.

use super::graph::{After, EdgeOutcome};
use super::judge::Values;
use super::outcomes::Classes;
use crate::base::chance::{Roll, Rolls, RollsWithoutEnd, Seed};
use crate::content::scenario::EndingId;
use crate::play::engine::Move;
use crate::play::scoring::Score;

/// How a player chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Any open choice, all alike.
    Random,
    /// The first open choice as the file has them.
    First,
    /// The open choice with the longest text in the scenario's first language.
    Longest,
    /// The best choice, but for a slip once in so many percent of the moves where there is something to get wrong: then
    /// one of the others, the more likely the less it costs, and twice as likely if it is quicker than the best.
    Novice { slips: u32 },
    /// The best choice, the first by id among equals.
    Expert,
}

/// What became of a crowd.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crowd {
    pub players: u32,
    pub moves: u64,
    pub passed: u32,
    /// Plays with a critical break.
    pub critical: u32,
    /// How many plays scored so many whole percent (rounded down), 0 to 100.
    pub scores: Vec<u32>,
    /// The sum of all scores, in hundredths of a percent.
    pub total: u64,
    /// By ending of the scenario: how many plays came there. The clock's ending counts where it is.
    pub endings: Vec<u32>,
    /// The choices that lost at least an inaccuracy, the most frequent first.
    pub wrong_turns: Vec<WrongTurn>,
}

/// A choice that cost something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongTurn {
    pub taken: Move,
    /// How often it was taken.
    pub times: u64,
    /// What it lost in hundredths of a percent, on average over those times.
    pub loss: u32,
}

/// From what loss on a choice is a wrong turn, in hundredths of a percent: the bound of an inaccuracy.
pub const WRONG: u32 = 500;

impl Crowd {
    /// The mean score.
    pub fn mean(&self) -> Score {
        Score((self.total / u64::from(self.players.max(1))) as u32)
    }

    /// The score that this share of the crowd (in percent) does not exceed, in whole percent.
    pub fn percentile(&self, share: u32) -> u32 {
        let wanted = (u64::from(self.players) * u64::from(share)).div_ceil(100).max(1);
        let mut sum = 0;
        let reached = self.scores.iter().position(|count| {
            sum += u64::from(*count);
            sum >= wanted
        });
        reached.unwrap_or(100) as u32
    }
}

/// A scenario made ready for crowds.
pub struct Simulator<'v, 's> {
    values: &'v Values<'s>,
    classes: Classes,
    /// By outcome of the dice: the best score's points, once somebody needed them.
    best: Vec<Option<i32>>,
    /// By edge: what it loses, in hundredths of a percent.
    losses: Vec<u32>,
    /// By state: its best edge.
    best_edges: Vec<u32>,
}

impl<'v, 's> Simulator<'v, 's> {
    pub fn new(values: &'v Values<'s>) -> Simulator<'v, 's> {
        let classes = Classes::new(values.scenario());
        let states = values.states() as u32;
        let losses = (0..states).flat_map(|state| values.losses(state)).collect();
        let best_edges = (0..states).map(|state| values.best_edge(state).unwrap_or(0) as u32).collect();
        Simulator { best: vec![None; classes.count()], classes, losses, best_edges, values }
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
        let mut habit = Habit::new(self, policy);
        let mut stream = seed.rolls_without_end("crowd");
        let mut rolls = Rolls(scenario.chances.iter().map(|_| Roll(0)).collect());
        for _ in 0..players {
            rolls.0.iter_mut().for_each(|roll| *roll = stream.roll());
            let end = self.one(&mut habit, &rolls, &mut stream, &mut taken);
            let score = Score::share(end.points, self.best_under(&rolls));
            crowd.moves += u64::from(end.moves);
            crowd.critical += u32::from(end.critical);
            crowd.passed += u32::from(!end.critical && score.0 >= scenario.pass_mark * 100);
            crowd.scores[(score.0 / 100) as usize] += 1;
            crowd.total += u64::from(score.0);
            crowd.endings[end.ending.index()] += 1;
        }
        crowd.wrong_turns = self.wrong_turns(&taken);
        crowd
    }

    fn one(&self, habit: &mut Habit, rolls: &Rolls, stream: &mut RollsWithoutEnd, taken: &mut [u64]) -> End {
        let (graph, clock) = (self.values.graph(), &self.values.scenario().clock);
        let mut end = End { points: graph.points, critical: false, moves: 0, ending: clock.timeout };
        let (mut state, mut now) = (0, clock.start + graph.elapsed);
        loop {
            let edge = habit.choose(self, state, stream);
            taken[edge] += 1;
            end.moves += 1;
            let outcome = self.outcome_under(edge, rolls);
            end.points += outcome.points;
            end.critical |= outcome.criticals > 0;
            now += graph.edge(edge).takes.seconds(now);
            match outcome.to() {
                After::At(next) if now < clock.closes_at => state = next,
                After::At(last) => {
                    end.points += graph.stops[last as usize].unwrap_or(0);
                    return end;
                }
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
        let class = self.classes.number(rolls);
        if let Some(best) = self.best[class] {
            return best;
        }
        let best = self.values.best(rolls).map_or(0, |solution| solution.best);
        self.best[class] = Some(best);
        best
    }

    fn wrong_turns(&self, taken: &[u64]) -> Vec<WrongTurn> {
        let mut turns: Vec<(Move, u64, u128)> = Vec::new();
        for state in 0..self.values.states() as u32 {
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
            WrongTurn { taken: same[0].0, times, loss: (lost / u128::from(times)) as u32 }
        };
        let mut summed: Vec<WrongTurn> = turns.chunk_by(|a, b| a.0 == b.0).map(sum).collect();
        summed.sort_by_key(|turn| std::cmp::Reverse(turn.times));
        summed
    }
}

/// Where one play came.
struct End {
    points: i32,
    critical: bool,
    moves: u32,
    ending: EndingId,
}

/// A policy, with what it looks at worked out beforehand.
struct Habit {
    policy: Policy,
    /// By state: the edge that a player without whims takes.
    canonical: Vec<u32>,
    /// By edge: how tempting a slip it is.
    tempting: Vec<u32>,
}

impl Habit {
    fn new(simulator: &Simulator, policy: Policy) -> Habit {
        let values = simulator.values;
        let states = 0..values.states() as u32;
        let first = |state: u32| values.graph().edges_of(state).start as u32;
        let canonical = match policy {
            Policy::Random => Vec::new(),
            Policy::First => states.map(first).collect(),
            Policy::Longest => states.map(|state| longest(values, state)).collect(),
            Policy::Novice { .. } | Policy::Expert => simulator.best_edges.clone(),
        };
        let tempting = match policy {
            Policy::Novice { .. } => tempting(simulator),
            Policy::Random | Policy::First | Policy::Longest | Policy::Expert => Vec::new(),
        };
        Habit { policy, canonical, tempting }
    }

    #[inline]
    fn choose(&self, simulator: &Simulator, state: u32, stream: &mut RollsWithoutEnd) -> usize {
        let edges = simulator.values.graph().edges_of(state);
        match self.policy {
            Policy::Random => edges.start + stream.roll().below(edges.len() as u32) as usize,
            Policy::Novice { slips } if stream.roll().below(100) < slips => {
                let weights = &self.tempting[edges.clone()];
                match weights.iter().sum::<u32>() {
                    0 => self.canonical[state as usize] as usize,
                    _ => edges.start + stream.roll().pick(weights),
                }
            }
            Policy::First | Policy::Longest | Policy::Novice { .. } | Policy::Expert => {
                self.canonical[state as usize] as usize
            }
        }
    }
}

fn longest(values: &Values, state: u32) -> u32 {
    let (graph, scenario) = (values.graph(), values.scenario());
    let length = |edge: usize| {
        let taken = graph.taken(scenario, state, edge);
        let text = taken.map(|own| &scenario.scene(own.scene).choices[own.choice.index()].text);
        text.map_or(0, |text| text.in_lang(scenario.languages[0]).chars().count())
    };
    let edges = graph.edges_of(state);
    edges.max_by_key(|edge| (length(*edge), std::cmp::Reverse(*edge))).unwrap_or(0) as u32
}

/// How tempting each edge is as a slip: 0 for what loses nothing.
fn tempting(simulator: &Simulator) -> Vec<u32> {
    let graph = simulator.values.graph();
    let mut tempting = vec![0; simulator.losses.len()];
    for state in 0..simulator.values.states() {
        let best = simulator.best_edges[state] as usize;
        for edge in graph.edges_of(state as u32).filter(|edge| simulator.losses[*edge] > 0) {
            let near = 100_000 / (WRONG + simulator.losses[edge]);
            tempting[edge] = if graph.edge(edge).takes < graph.edge(best).takes { 2 * near } else { near };
        }
    }
    tempting
}
