//! The search: every state that play can reach under given dice, and from the end backwards the most that each is worth.
//! Nothing recurses.
//!
//! First the clock is forgotten wherever no condition reads it, which merges most states, and a play may stop at any
//! moment as if the scenario had closed. That only adds plays; so when the best of them never stops early and is over
//! before the scenario closes, it is the best of the real ones too. Otherwise the search is made again with the clock.
//!
//! Where many outcomes of the dice are asked for, one graph holds all of them: most states are common to most outcomes.
//! Each edge knows what must have been drawn for it, and the way back from the end is walked once an outcome.

use super::branches::{Branches, Draw, Falls, Fixed};
use super::live::{Clock, Live, Reader};
use super::table::Table;
use crate::bits::{WORDS, Words};
use crate::chance::{Dice, Rolls};
use crate::engine::{Event, Move, State, Turn, advance};
use crate::scenario::{Choice, Scenario, SceneId, Takes};
use crate::scoring::{Rulebook, Tally};
use crate::standard::Standard;
use std::cell::OnceCell;
use std::fmt;

/// The best that can be done under given dice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// The most points of any play without a critical break.
    pub best: i32,
    /// Such a play: among equals one that the clock does not end, then the shortest, then the first by choice ids.
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
    /// What matters when the clock is forgotten where possible.
    timeless: Live,
    /// What matters when it is always kept.
    clocked: Live,
    pub(super) bound: usize,
}

/// The most states that a search keeps unless told otherwise.
const BOUND: usize = 8_000_000;

/// The value of a state from which no clean ending can be reached.
const HOPELESS: i32 = i32::MIN / 4;

/// The number of no state: the play has reached an ending.
pub(super) const OVER: u32 = u32::MAX;

/// The number of no state: the clock has ended the play.
pub(super) const OUT_OF_TIME: u32 = u32::MAX - 1;

struct Edge {
    points: i32,
    to: u32,
    /// What must have been drawn, by its place in [`Graph::falls`].
    fall: u32,
}

/// What one step drew.
type Fall = Box<[Draw]>;

/// Where a move leads.
pub(super) enum After {
    At(Position),
    Over,
    OutOfTime,
}

/// A moment of the search: the state and what it has earned as far as it matters.
#[derive(Clone, Copy)]
pub(super) struct Position {
    pub state: State,
    pub tally: Tally,
}

impl<'s> Solver<'s> {
    pub fn new(scenario: &'s Scenario, standard: &Standard) -> Solver<'s> {
        let rules = Rulebook::new(scenario, standard);
        let live = |clock| Live::new(scenario, &rules, Reader::Rules, clock);
        Solver { scenario, timeless: live(Clock::Forgotten), clocked: live(Clock::Kept), rules, bound: BOUND }
    }

    /// The same solver with another bound on the number of states.
    pub fn bounded(self, bound: usize) -> Solver<'s> {
        Solver { bound, ..self }
    }

    /// What matters, with the clock or without.
    pub(super) fn live(&self, clock: Clock) -> &Live {
        match clock {
            Clock::Forgotten => &self.timeless,
            Clock::Kept => &self.clocked,
        }
    }

    /// The best play under these dice.
    ///
    /// # Errors
    /// When there are more states than the bound, or no play ends without a critical break.
    pub fn best(&self, dice: &mut impl Dice) -> Result<Solution, Unsolved> {
        self.best_from(&self.opening(), dice)
    }

    /// The best way on from a moment of a play that was made under these dice: the most points that the whole play can
    /// still come to, and the moves that are still to make.
    ///
    /// # Errors
    /// When there are more states than the bound, or no way on ends without a critical break.
    pub fn best_after(&self, turns: &[Turn], rolls: &Rolls) -> Result<Solution, Unsolved> {
        self.best_from(&self.root_after(turns), &mut rolls.clone())
    }

    fn best_from(&self, root: &Root, dice: &mut impl Dice) -> Result<Solution, Unsolved> {
        if root.at.state.scene(self.scenario).is_none() {
            let best = root.points + self.rules.close(&root.at.tally, self.scenario, &root.at.state);
            return Ok(Solution { best, line: Vec::new(), states: 0 });
        }
        for live in [&self.timeless, &self.clocked] {
            let graph = self.graph(live, root, &mut Fixed(dice))?;
            if let Some(solution) = self.solution(&graph, &[true], dice)? {
                return Ok(solution);
            }
        }
        Err(Unsolved::NoEnding)
    }

    /// Where a play begins.
    fn opening(&self) -> Root {
        let state = State::opening(self.scenario);
        let (tally, points) = self.rules.open(&state);
        Root { at: Position { state, tally }, points }
    }

    /// Where a play stands after these moves.
    fn root_after(&self, turns: &[Turn]) -> Root {
        let mut root = self.opening();
        for turn in turns {
            root.points += self.rules.record(&mut root.at.tally, &turn.events, &turn.after);
            root.at.state = turn.after;
        }
        root
    }

    /// The best play under each of these outcomes, as [`Solver::best`] finds it.
    pub fn best_of_each(&self, outcomes: &[Rolls]) -> Vec<Result<Solution, Unsolved>> {
        let Ok(timeless) = self.graph(&self.timeless, &self.opening(), &mut Branches::default()) else {
            return outcomes.iter().map(|rolls| self.best(&mut rolls.clone())).collect();
        };
        let clocked = OnceCell::new();
        let best = |rolls: &Rolls| {
            let mut dice = rolls.clone();
            if let Some(solution) = self.solution(&timeless, &timeless.fallen(rolls), &mut dice)? {
                return Ok(solution);
            }
            match clocked.get_or_init(|| self.graph(&self.clocked, &self.opening(), &mut Branches::default())) {
                Ok(clocked) => self.solution(clocked, &clocked.fallen(rolls), &mut dice)?.ok_or(Unsolved::NoEnding),
                Err(_) => self.best(&mut dice),
            }
        };
        outcomes.iter().map(best).collect()
    }

    /// Every state that these dice can lead to from here, in the order of its finding.
    fn graph<'l>(&self, live: &'l Live, root: &Root, dice: &mut impl Falls) -> Result<Graph<'l>, Unsolved> {
        let mut graph = Graph::new(self, live, root);
        let mut events = Vec::new();
        graph.table.intern(&self.row(root.at)[..graph.stride]);
        let mut number = 0;
        while (number as usize) < graph.table.len() {
            if graph.table.len() > self.bound {
                return Err(Unsolved::TooLarge { bound: self.bound });
            }
            self.expand(&mut graph, number, dice, &mut events);
            number += 1;
        }
        Ok(graph)
    }

    /// The best play of a graph, along the edges whose draws have `fallen`; none when it would have to stop early.
    fn solution(&self, graph: &Graph, fallen: &[bool], dice: &mut impl Dice) -> Result<Option<Solution>, Unsolved> {
        let (worth, states) = graph.worth(fallen);
        if worth[0].points <= HOPELESS / 2 {
            return Err(Unsolved::NoEnding);
        }
        // A play that stops must be looked at with the clock: it may be no play at all.
        let real = worth[0].plays_on || std::ptr::eq(graph.live, &self.clocked);
        let line = real.then(|| self.line(graph, &worth, dice)).flatten();
        let best = graph.points + worth[0].points;
        Ok(line.map(|line| Solution { best, line, states }))
    }

    /// Adds the moves of one state to the graph, each with every outcome that these dice can have.
    fn expand(&self, graph: &mut Graph, number: u32, dice: &mut impl Falls, events: &mut Vec<Event>) {
        let position = self.position(graph.table.row(number));
        if let Some(scene) = position.state.scene(self.scenario) {
            let may_stop = !graph.live.reads_clock(self.scenario, scene);
            let excused = self.rules.close(&position.tally, self.scenario, &position.state);
            graph.stops.push(if may_stop { excused } else { HOPELESS });
            for choice in position.state.open_choices(self.scenario) {
                dice.begin();
                loop {
                    let followed = self.follow(graph.live, &position, Move { scene, choice }, dice, events);
                    if let Some((points, next)) = followed {
                        let to = match next {
                            After::At(next) => graph.table.intern(&self.row(next)[..graph.stride]),
                            After::Over => OVER,
                            After::OutOfTime => OUT_OF_TIME,
                        };
                        let fall = graph.fall(dice.drawn());
                        graph.edges.push(Edge { points, to, fall });
                    }
                    if !dice.turn() {
                        break;
                    }
                }
            }
        }
        graph.ends.push(graph.edges.len());
    }

    /// What a move wins, and the position after it (none when the play is over); nothing for a critical break.
    fn follow(
        &self,
        live: &Live,
        position: &Position,
        taken: Move,
        dice: &mut impl Dice,
        events: &mut Vec<Event>,
    ) -> Option<(i32, After)> {
        events.clear();
        let state = advance(self.scenario, &position.state, taken, dice, events);
        (self.criticals(events) == 0).then(|| self.judged(live, position, events, state))
    }

    /// How many critical breaks a move made.
    pub(super) fn criticals(&self, events: &[Event]) -> usize {
        events.iter().filter(|event| matches!(event, Event::Broke(id) if self.rules.is_critical(*id))).count()
    }

    /// What a move won by what it told, and the position after it.
    pub(super) fn judged(&self, live: &Live, before: &Position, events: &[Event], state: State) -> (i32, After) {
        let mut tally = before.tally;
        let points = self.rules.record(&mut tally, events, &state);
        match state.scene(self.scenario) {
            Some(scene) => (points, After::At(self.settled(live, scene, state, tally))),
            None => {
                let after = if events.contains(&Event::TimedOut) { After::OutOfTime } else { After::Over };
                (points + self.rules.close(&tally, self.scenario, &state), after)
            }
        }
    }

    pub(super) fn settled(&self, live: &Live, scene: SceneId, mut state: State, mut tally: Tally) -> Position {
        live.settle(&self.rules, scene, &mut state.0, &mut tally);
        Position { state, tally }
    }

    /// The best line, found by walking forward where the worth was found by walking back. None when it stops early, or
    /// would not be over before the scenario closes.
    fn line(&self, graph: &Graph, worth: &[Worth], dice: &mut impl Dice) -> Option<Vec<Move>> {
        let mut line = Vec::new();
        let mut events = Vec::new();
        let mut number = 0;
        let mut seconds = graph.elapsed;
        while number < OUT_OF_TIME {
            let position = self.position(graph.table.row(number));
            let scene = position.state.scene(self.scenario)?;
            let ids = &self.scenario.scene(scene).choices;
            let mut next: Option<(Move, u32, u32)> = None;
            for choice in position.state.open_choices(self.scenario) {
                let taken = Move { scene, choice };
                let Some((points, after)) = self.follow(graph.live, &position, taken, dice, &mut events) else {
                    continue;
                };
                let to = match after {
                    After::At(after) => graph.table.find(&self.row(after)[..graph.stride]),
                    After::Over => Some(OVER),
                    After::OutOfTime => Some(OUT_OF_TIME),
                };
                let Some(to) = to else { continue };
                let first = next.is_none_or(|(other, ..)| ids[choice.index()].id < ids[other.choice.index()].id);
                if first && Worth::after(points, to, worth) == worth[number as usize] {
                    next = Some((taken, to, seconds_of(&ids[choice.index()], self.scenario, seconds)));
                }
            }
            let (taken, to, passed) = next?;
            line.push(taken);
            seconds += passed;
            let closed = self.scenario.clock.start + seconds >= self.scenario.clock.closes_at;
            if closed && to < OUT_OF_TIME {
                return None;
            }
            number = to;
        }
        Some(line)
    }

    /// State and tally side by side, only the words in use.
    pub(super) fn row(&self, position: Position) -> [u64; 2 * WORDS] {
        let mut row = [0; 2 * WORDS];
        let split = self.scenario.fields.used;
        row[..split].copy_from_slice(&position.state.0[..split]);
        row[split..split + self.rules.used].copy_from_slice(&position.tally.0[..self.rules.used]);
        row
    }

    pub(super) fn position(&self, row: &[u64]) -> Position {
        let (state, tally) = row.split_at(self.scenario.fields.used);
        let widen = |words: &[u64]| {
            let mut wide = Words::default();
            wide[..words.len()].copy_from_slice(words);
            wide
        };
        Position { state: State(widen(state)), tally: Tally(widen(&tally[..self.rules.used])) }
    }
}

/// How long a choice takes when the play is `elapsed` seconds old.
fn seconds_of(choice: &Choice, scenario: &Scenario, elapsed: u32) -> u32 {
    match choice.takes {
        Takes::Seconds(seconds) => seconds,
        Takes::Until(time) => time.saturating_sub(scenario.clock.start + elapsed).max(1),
    }
}

/// A moment to search from, and the points that led to it.
struct Root {
    at: Position,
    points: i32,
}

/// What can still be won from a state, and how: more points first, then playing on, then fewer moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Worth {
    points: i32,
    plays_on: bool,
    moves: std::cmp::Reverse<u32>,
}

impl Worth {
    fn stopping(points: i32) -> Worth {
        Worth { points, plays_on: false, moves: std::cmp::Reverse(0) }
    }

    fn after(points: i32, to: u32, worth: &[Worth]) -> Worth {
        let rest = match to {
            OVER => Worth { points: 0, plays_on: true, moves: std::cmp::Reverse(0) },
            OUT_OF_TIME => Worth::stopping(0),
            to => worth[to as usize],
        };
        Worth { points: points + rest.points, moves: std::cmp::Reverse(rest.moves.0 + 1), ..rest }
    }
}

/// All states that were met, with their moves.
struct Graph<'l> {
    live: &'l Live,
    table: Table,
    stride: usize,
    /// The points before the first move.
    points: i32,
    /// The seconds before the first move.
    elapsed: u32,
    edges: Vec<Edge>,
    /// By state: where its edges end; they begin where those of the state before end.
    ends: Vec<usize>,
    /// By state: what it is worth to stop there, if the clock is forgotten.
    stops: Vec<i32>,
    /// All that steps drew; the first is nothing.
    falls: Vec<Fall>,
}

impl<'l> Graph<'l> {
    fn new(solver: &Solver, live: &'l Live, root: &Root) -> Graph<'l> {
        let stride = (solver.scenario.fields.used + solver.rules.used).max(1);
        let (edges, ends, stops, falls) = (Vec::new(), Vec::new(), Vec::new(), vec![Fall::default()]);
        let (points, elapsed) = (root.points, root.at.state.elapsed(solver.scenario));
        Graph { live, table: Table::new(stride), stride, points, elapsed, edges, ends, stops, falls }
    }

    /// The number of what a step drew.
    fn fall(&mut self, drawn: &[Draw]) -> u32 {
        let known = self.falls.iter().position(|fall| **fall == *drawn);
        known.unwrap_or_else(|| {
            self.falls.push(drawn.into());
            self.falls.len() - 1
        }) as u32
    }

    /// By what steps drew: whether these rolls draw it.
    fn fallen(&self, rolls: &Rolls) -> Vec<bool> {
        let draws = |draw: &Draw| rolls.0[draw.chance].pick(&draw.weights) == draw.outcome;
        self.falls.iter().map(|fall| fall.iter().all(draws)).collect()
    }

    fn edges_of(&self, number: usize) -> &[Edge] {
        let from = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.edges[from..self.ends[number]]
    }

    /// By state: the most that can still be won. States behind others come first, so one round settles all but the
    /// circles of a forgotten clock; those win nothing (a requirement pays once), so a few rounds more settle them too.
    ///
    /// Only edges whose draws have `fallen` count. With the number of states that they lead to.
    fn worth(&self, fallen: &[bool]) -> (Vec<Worth>, usize) {
        let order = self.behind_first(fallen);
        let mut worth: Vec<Worth> = self.stops.iter().map(|points| Worth::stopping(*points)).collect();
        loop {
            let mut changed = false;
            for number in &order {
                let number = *number as usize;
                let edges = self.edges_of(number).iter().filter(|edge| fallen[edge.fall as usize]);
                let moves = edges.map(|edge| Worth::after(edge.points, edge.to, &worth));
                let best = moves.max().unwrap_or(worth[number]).max(worth[number]);
                changed |= best != worth[number];
                worth[number] = best;
            }
            if !changed {
                return (worth, order.len());
            }
        }
    }

    /// All states, each after those that it leads to as far as there are no circles (depth first, without recursion).
    fn behind_first(&self, fallen: &[bool]) -> Vec<u32> {
        let mut order = Vec::with_capacity(self.table.len());
        let mut seen = vec![false; self.table.len()];
        let mut way: Vec<(u32, usize)> = vec![(0, 0)];
        seen[0] = true;
        while let Some((number, next)) = way.last_mut() {
            let edges = self.edges_of(*number as usize);
            match edges.get(*next) {
                Some(edge) => {
                    *next += 1;
                    let open = fallen[edge.fall as usize] && edge.to < OUT_OF_TIME;
                    if open && !std::mem::replace(&mut seen[edge.to as usize], true) {
                        way.push((edge.to, 0));
                    }
                }
                None => {
                    order.push(*number);
                    way.pop();
                }
            }
        }
        order
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
