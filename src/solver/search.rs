//! The search: every state that play can reach under given dice, and from the end backwards the most that each is worth.
//!
//! Every choice takes time, so the clock orders all states: no state follows from a later one, and one pass from the
//! latest to the earliest is enough. Nothing recurses.

use super::live::Live;
use super::table::Table;
use crate::bits::{WORDS, Words};
use crate::chance::Dice;
use crate::engine::{Event, Move, State, advance};
use crate::scenario::{Scenario, SceneId};
use crate::scoring::{Rulebook, Tally};
use crate::standard::Standard;
use std::fmt;

/// The best that can be done under given dice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// The most points of any play without a critical break.
    pub best: i32,
    /// Such a play: among equals the shortest, then the first by choice ids.
    pub line: Vec<Move>,
    /// How many different states were met.
    pub states: usize,
}

/// Why there is no solution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsolved {
    /// More states than the bound.
    TooLarge { bound: usize },
    /// No play reaches an ending without a critical break.
    NoEnding,
}

/// A scenario made ready for searching.
pub struct Solver<'s> {
    pub scenario: &'s Scenario,
    pub rules: Rulebook,
    live: Live,
    bound: usize,
}

/// The most states that a search keeps unless told otherwise.
const BOUND: usize = 8_000_000;

/// The value of a state from which no clean ending can be reached.
const HOPELESS: i32 = i32::MIN / 4;

/// The number of no state: the play is over.
const OVER: u32 = u32::MAX;

struct Edge {
    points: i32,
    to: u32,
}

/// A moment of the search: the state and what it has earned as far as it matters.
#[derive(Clone, Copy)]
struct Position {
    state: State,
    tally: Tally,
}

impl<'s> Solver<'s> {
    pub fn new(scenario: &'s Scenario, standard: &Standard) -> Solver<'s> {
        let rules = Rulebook::new(scenario, standard);
        let live = Live::new(scenario, &rules);
        Solver { scenario, rules, live, bound: BOUND }
    }

    /// The same solver with another bound on the number of states.
    pub fn bounded(self, bound: usize) -> Solver<'s> {
        Solver { bound, ..self }
    }

    /// The best play under these dice.
    ///
    /// # Errors
    /// When there are more states than the bound, or no play ends without a critical break.
    pub fn best(&self, dice: &mut impl Dice) -> Result<Solution, Unsolved> {
        let opening = State::opening(self.scenario);
        let (tally, start) = self.rules.open(&opening);
        let mut graph = Graph::new(self);
        let mut events = Vec::new();
        graph.table.intern(&self.row(Position { state: opening, tally })[..graph.stride]);
        let mut number = 0;
        while (number as usize) < graph.table.len() {
            if graph.table.len() > self.bound {
                return Err(Unsolved::TooLarge { bound: self.bound });
            }
            self.expand(&mut graph, number, dice, &mut events);
            number += 1;
        }
        let worth = graph.worth(self);
        if worth[0].0 <= HOPELESS / 2 {
            return Err(Unsolved::NoEnding);
        }
        let line = self.line(&graph, &worth, dice);
        Ok(Solution { best: start + worth[0].0, line, states: graph.table.len() })
    }

    /// Adds the moves of one state to the graph.
    fn expand(&self, graph: &mut Graph, number: u32, dice: &mut impl Dice, events: &mut Vec<Event>) {
        let position = self.position(graph.table.row(number));
        if let Some(scene) = position.state.scene(self.scenario) {
            for choice in position.state.open_choices(self.scenario) {
                let Some((points, next)) = self.follow(&position, Move { scene, choice }, dice, events) else {
                    continue;
                };
                let to = next.map_or(OVER, |next| graph.table.intern(&self.row(next)[..graph.stride]));
                graph.edges.push(Edge { points, to });
            }
        }
        graph.ends.push(graph.edges.len());
    }

    /// What a move wins, and the position after it (none when the play is over); nothing for a critical break.
    fn follow(
        &self,
        position: &Position,
        taken: Move,
        dice: &mut impl Dice,
        events: &mut Vec<Event>,
    ) -> Option<(i32, Option<Position>)> {
        events.clear();
        let state = advance(self.scenario, &position.state, taken, dice, events);
        let critical = |event: &Event| matches!(event, Event::Broke(id) if self.rules.is_critical(*id));
        if events.iter().any(critical) {
            return None;
        }
        let mut tally = position.tally;
        let points = self.rules.record(&mut tally, events, &state);
        match state.scene(self.scenario) {
            Some(scene) => Some((points, Some(self.settled(scene, state, tally)))),
            None => Some((points + self.rules.close(&tally, self.scenario, &state), None)),
        }
    }

    fn settled(&self, scene: SceneId, mut state: State, mut tally: Tally) -> Position {
        self.live.settle(&self.rules, scene, &mut state.0, &mut tally);
        Position { state, tally }
    }

    /// The best line, found by walking forward where the worth was found by walking back.
    fn line(&self, graph: &Graph, worth: &[(i32, u32)], dice: &mut impl Dice) -> Vec<Move> {
        let mut line = Vec::new();
        let mut events = Vec::new();
        let mut number = 0;
        while number != OVER {
            let position = self.position(graph.table.row(number));
            let Some(scene) = position.state.scene(self.scenario) else { break };
            let wanted = worth[number as usize];
            let ids = &self.scenario.scene(scene).choices;
            let mut next: Option<(Move, u32)> = None;
            for choice in position.state.open_choices(self.scenario) {
                let taken = Move { scene, choice };
                let Some((points, after)) = self.follow(&position, taken, dice, &mut events) else { continue };
                let to = after.map_or(Some(OVER), |after| graph.table.find(&self.row(after)[..graph.stride]));
                let Some(to) = to else { continue };
                let (value, moves) = if to == OVER { (0, 0) } else { worth[to as usize] };
                let first = next.is_none_or(|(other, _)| ids[choice.index()].id < ids[other.choice.index()].id);
                if (points + value, moves + 1) == wanted && first {
                    next = Some((taken, to));
                }
            }
            let Some((taken, to)) = next else { break };
            line.push(taken);
            number = to;
        }
        line
    }

    /// State and tally side by side, only the words in use.
    fn row(&self, position: Position) -> [u64; 2 * WORDS] {
        let mut row = [0; 2 * WORDS];
        let split = self.scenario.fields.used;
        row[..split].copy_from_slice(&position.state.0[..split]);
        row[split..split + self.rules.used].copy_from_slice(&position.tally.0[..self.rules.used]);
        row
    }

    fn position(&self, row: &[u64]) -> Position {
        let (state, tally) = row.split_at(self.scenario.fields.used);
        let widen = |words: &[u64]| {
            let mut wide = Words::default();
            wide[..words.len()].copy_from_slice(words);
            wide
        };
        Position { state: State(widen(state)), tally: Tally(widen(&tally[..self.rules.used])) }
    }
}

/// All states that were met, with their moves.
struct Graph {
    table: Table,
    stride: usize,
    edges: Vec<Edge>,
    /// By state: where its edges end; they begin where those of the state before end.
    ends: Vec<usize>,
}

impl Graph {
    fn new(solver: &Solver) -> Graph {
        let stride = (solver.scenario.fields.used + solver.rules.used).max(1);
        Graph { table: Table::new(stride), stride, edges: Vec::new(), ends: Vec::new() }
    }

    /// By state: the most points still to be won, and in how few moves.
    fn worth(&self, solver: &Solver) -> Vec<(i32, u32)> {
        let mut latest_first: Vec<u32> = (0..self.table.len() as u32).collect();
        let clock = |number: &u32| solver.position(self.table.row(*number)).state.elapsed(solver.scenario);
        latest_first.sort_by_cached_key(|number| std::cmp::Reverse(clock(number)));
        let mut worth = vec![(HOPELESS, 0); self.table.len()];
        for number in latest_first {
            let number = number as usize;
            let from = number.checked_sub(1).map_or(0, |before| self.ends[before]);
            let values = self.edges[from..self.ends[number]].iter().map(|edge| {
                let (value, moves) = if edge.to == OVER { (0, 0) } else { worth[edge.to as usize] };
                (edge.points + value, moves + 1)
            });
            let better = |a: &(i32, u32), b: &(i32, u32)| a.0.cmp(&b.0).then(b.1.cmp(&a.1));
            worth[number] = values.max_by(better).unwrap_or((HOPELESS, 0));
        }
        worth
    }
}

impl fmt::Display for Unsolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unsolved::TooLarge { bound } => {
                write!(f, "the scenario has more than {bound} states and was not searched to its end")
            }
            Unsolved::NoEnding => f.write_str("no play reaches an ending without a critical break"),
        }
    }
}

impl std::error::Error for Unsolved {}
