//! Everything that can follow from a moment, whatever is chosen and however the dice fall: the states, the choices open in
//! them, and the outcomes of each. It keeps what happens and judges nothing; the searches work on it from the end
//! backwards. Nothing recurses.

use super::branches::{Draw, OutcomeBranching};
use super::liveness::Liveness;
use super::move_table::{MoveOutcome, MoveTable};
use super::prepared::{Position, Root, Solver};
use super::small::small;
use super::state_order::WholeOrder;
use super::state_store::{BLOCK, StateStore};
use super::unsolved::Unsolved;
use crate::base::bits::StateBits;
use crate::base::chance::Rolls;
use crate::content::scenario::{ChoiceId, EndingId, Scenario, SceneId, Takes};
use crate::play::engine::{Event, Move, Node, RequirementEvent, State};
use crate::play::scoring::{DueReaders, PartialScore};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// All states from one moment on.
pub(super) struct StateGraph<'l> {
    pub liveness: &'l Liveness,
    /// Which plays it holds.
    plays: Plays,
    /// The points before the first move.
    pub points: i32,
    /// The seconds before the first move.
    pub elapsed: u32,
    /// The customer's mood before the first move.
    pub mood: i32,
    state_store: StateStore,
    edges: Vec<ChoiceEdge>,
    outcomes: Vec<EdgeOutcome>,
    /// By state: where its edges end; they begin where those of the state before end.
    ends: Vec<u32>,
    /// By state: the points that stopping there wins, where the clock is forgotten.
    pub stops: Vec<Option<i32>>,
    /// All that moves drew; the first is nothing.
    draw_sets: Vec<Box<[Draw]>>,
    /// The outcomes whose states wait for their numbers.
    staged: Vec<u32>,
    draw_set_of: FxHashMap<Box<[Draw]>, u32>,
    /// The order of its states, once somebody needed it.
    pub order: OnceLock<WholeOrder>,
}

/// What the graph notes of each outcome of a move, once.
struct MoveNote {
    marks: Box<[RequirementEvent]>,
    /// Whether one of them breaks or spoils something.
    harms: bool,
    criticals: u16,
    timed_out: bool,
    /// Which due lines read what it changes.
    readers: DueReaders,
    draw_set: u32,
}

/// Which plays a graph holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plays {
    All,
    /// Those that are clean so far. What makes a play unclean has an outcome that counts as critical and leads nowhere.
    Clean,
}

/// A choice that is open in a state.
#[derive(Clone, Copy)]
pub(super) struct ChoiceEdge {
    pub choice: ChoiceId,
    pub takes: Takes,
    /// Where its outcomes end; they begin where those of the edge before end.
    end: u32,
}

/// One way in which the dice can fall on an edge.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct EdgeOutcome {
    /// What the edge wins.
    pub points: i32,
    /// The state after it, or past all states an ending.
    to: u32,
    /// What was drawn for it, by its place in the graph's draw sets.
    pub draw_set: u32,
    pub criticals: u16,
    /// Whether the move breaks or spoils something, or calls for a remedy.
    pub blemish: bool,
}

/// Where a move leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    At(u32),
    /// To an ending of its own.
    Over(EndingId),
    /// The clock has ended the play.
    OutOfTime,
}

/// The number of no state: the clock has ended the play. Endings have the numbers above it.
const OUT_OF_TIME: u32 = u32::MAX - u16::MAX as u32 - 1;

/// Endings count down from the top.
fn number_of(ending: EndingId) -> u32 {
    u32::MAX - ending.number()
}

/// The ending of a number above [`OUT_OF_TIME`].
#[inline]
fn ending_of(number: u32) -> EndingId {
    EndingId::from_index((u32::MAX - number) as usize).expect("only endings have these numbers")
}

impl EdgeOutcome {
    #[inline]
    pub(super) fn to(&self) -> After {
        match self.to {
            OUT_OF_TIME => After::OutOfTime,
            to if to > OUT_OF_TIME => After::Over(ending_of(to)),
            to => After::At(to),
        }
    }
}

impl<'l> StateGraph<'l> {
    /// Every state that these dice can lead to from here, in the order of its finding.
    ///
    /// # Errors
    /// When there are more states than the solver's bound.
    pub(super) fn grow(
        solver: &Solver,
        liveness: &'l Liveness,
        root: &Root,
        dice: &mut impl OutcomeBranching,
    ) -> Result<StateGraph<'l>, Unsolved> {
        StateGraph::grow_plays(solver, liveness, Plays::All, root, dice)
    }

    /// The same, as far as it belongs to some of all plays.
    ///
    /// # Errors
    /// When there are more states than the solver's bound.
    pub(super) fn grow_plays(
        solver: &Solver,
        liveness: &'l Liveness,
        plays: Plays,
        root: &Root,
        dice: &mut impl OutcomeBranching,
    ) -> Result<StateGraph<'l>, Unsolved> {
        let mut graph = StateGraph {
            liveness,
            plays,
            points: root.points,
            elapsed: root.at.state.elapsed(solver.scenario),
            mood: root.mood,
            state_store: StateStore::new(&liveness.everything(), &solver.scoring.mask()),
            edges: Vec::new(),
            outcomes: Vec::new(),
            ends: Vec::new(),
            stops: Vec::new(),
            draw_sets: vec![[].into()],
            staged: Vec::new(),
            draw_set_of: FxHashMap::default(),
            order: OnceLock::new(),
        };
        graph.state_store.intern(&root.at.state.0, &root.at.partial.0);
        let mut moves = MoveTable::new(solver.scenario);
        while graph.ends.len() < graph.state_store.len() {
            Unsolved::check(solver.bound, graph.state_store.len(), graph.outcomes.len())?;
            for _ in graph.ends.len()..graph.state_store.len().min(graph.ends.len() + BLOCK) {
                graph.expand(solver, dice, &mut moves);
            }
            graph.number_staged();
        }
        Ok(graph)
    }

    pub(super) fn states(&self) -> u32 {
        small(self.ends.len())
    }

    pub(super) fn position(&self, number: u32) -> Position {
        let (state, partial) = self.state_store.get(number);
        Position { state: State(state), partial: PartialScore(partial) }
    }

    /// The scene of a state.
    pub(super) fn scene(&self, scenario: &Scenario, number: u32) -> Option<SceneId> {
        State(self.state_store.state(number)).scene(scenario)
    }

    /// The edges of a state, by their numbers in the graph.
    #[inline]
    pub(super) fn edges_of(&self, state: u32) -> std::ops::Range<usize> {
        let from = (state as usize).checked_sub(1).map_or(0, |before| self.ends[before]);
        from as usize..self.ends[state as usize] as usize
    }

    #[inline]
    pub(super) fn edge(&self, edge: usize) -> ChoiceEdge {
        self.edges[edge]
    }

    #[inline]
    pub(super) fn outcomes_of(&self, edge: usize) -> &[EdgeOutcome] {
        &self.outcomes[self.places_of(edge)]
    }

    /// The places of an edge's outcomes among all.
    #[inline]
    pub(super) fn places_of(&self, edge: usize) -> std::ops::Range<usize> {
        let from = edge.checked_sub(1).map_or(0, |before| self.edges[before].end);
        from as usize..self.edges[edge].end as usize
    }

    /// The places of the outcomes of all edges of a state.
    pub(super) fn places_from(&self, state: u32) -> std::ops::Range<usize> {
        let edges = self.edges_of(state);
        let end = |edge: Option<usize>| edge.map_or(0, |edge| self.edges[edge].end as usize);
        let from = end(edges.start.checked_sub(1));
        from..end(edges.end.checked_sub(1)).max(from)
    }

    /// The outcomes of all edges of a state.
    pub(super) fn outcomes_from(&self, state: u32) -> impl Iterator<Item = &EdgeOutcome> {
        self.outcomes[self.places_from(state)].iter()
    }

    #[inline]
    pub(super) fn outcome_at(&self, place: usize) -> &EdgeOutcome {
        &self.outcomes[place]
    }

    /// The choice that an edge of this state takes.
    pub(super) fn taken(&self, scenario: &Scenario, state: u32, edge: usize) -> Option<Move> {
        let scene = self.scene(scenario, state)?;
        Some(Move { scene, choice: self.edges[edge].choice })
    }

    /// All that moves drew, in the order of the outcomes' numbers.
    pub(super) fn draw_sets(&self) -> &[Box<[Draw]>] {
        &self.draw_sets
    }

    /// By draw set: whether these rolls draw it.
    pub(super) fn drawn_under(&self, rolls: &Rolls) -> Vec<bool> {
        let draws = |draw: &Draw| rolls.0[draw.chance].pick(&draw.weights) == draw.outcome;
        self.draw_sets.iter().map(|draw_set| draw_set.iter().all(draws)).collect()
    }

    /// Adds the moves of the next state, each with every outcome that these dice can have.
    fn expand(&mut self, solver: &Solver, dice: &mut impl OutcomeBranching, moves: &mut MoveTable<MoveNote>) {
        let position = self.position(small(self.ends.len()));
        let mut stop = None;
        if let Some(scene) = position.state.scene(solver.scenario) {
            if !self.liveness.reads_clock(scene) {
                let ends = self.plays == Plays::All || solver.scoring.is_complete(&position.partial);
                stop = ends.then_some(0);
            }
            for choice in ChoiceId::of(&solver.scenario.scene(scene).choices) {
                self.spread(solver, &position, Move { scene, choice }, dice, moves);
            }
        }
        self.stops.push(stop);
        self.ends.push(small(self.edges.len()));
    }

    /// Finds or adds the states that the last moves led to.
    fn number_staged(&mut self) {
        let StateGraph { state_store, outcomes, staged, .. } = self;
        let mut waiting = staged.drain(..);
        state_store.intern_staged(|number| {
            if let Some(place) = waiting.next() {
                outcomes[place as usize].to = number;
            }
        });
    }

    /// Adds one choice with all of its outcomes, if it is open.
    fn spread(
        &mut self,
        solver: &Solver,
        position: &Position,
        taken: Move,
        dice: &mut impl OutcomeBranching,
        moves: &mut MoveTable<MoveNote>,
    ) {
        let note = |changed: &StateBits, events: &[Event], drawn: &[Draw]| self.note(solver, changed, events, drawn);
        let outcomes = moves.outcomes(&position.state, taken, dice, note);
        for outcome in outcomes {
            let outcome = self.outcome(solver, position, outcome);
            self.outcomes.push(outcome);
        }
        if !outcomes.is_empty() {
            let choice = &solver.scenario.scene(taken.scene).choices[taken.choice.index()];
            let end = small(self.outcomes.len());
            self.edges.push(ChoiceEdge { choice: taken.choice, takes: choice.takes, end });
        }
    }

    fn note(&mut self, solver: &Solver, changed: &StateBits, events: &[Event], drawn: &[Draw]) -> MoveNote {
        let marks: Box<[RequirementEvent]> = events.iter().filter_map(|event| event.on_requirement()).collect();
        let harms = |mark: &RequirementEvent| matches!(mark, RequirementEvent::Broke(_) | RequirementEvent::Spoiled(_));
        MoveNote {
            harms: marks.iter().any(harms),
            criticals: solver.criticals(events),
            timed_out: events.contains(&Event::TimedOut),
            readers: solver.scoring.readers(changed),
            draw_set: self.draw_set(drawn),
            marks,
        }
    }

    fn outcome(&mut self, solver: &Solver, before: &Position, made: &MoveOutcome<MoveNote>) -> EdgeOutcome {
        let MoveNote { marks, readers, criticals, draw_set, .. } = &made.note;
        let (draw_set, criticals) = (*draw_set, *criticals);
        let mut state = made.after(solver.scenario, &before.state);
        let mut partial = before.partial;
        let points = solver.scoring.record_marks(&mut partial, marks, readers, &state);
        let blemish = made.note.harms || solver.scoring.owes_more(&before.partial, &partial);
        if self.plays == Plays::Clean && !self.is_clean(solver, before, points, &partial, made) {
            return EdgeOutcome { points: 0, to: OUT_OF_TIME, draw_set, criticals: 1, blemish };
        }
        let to = match made.node {
            Node::Scene(scene) => {
                match self.plays {
                    Plays::All => self.liveness.canonicalize(&solver.scoring, scene, &mut state.0, &mut partial),
                    Plays::Clean => self.liveness.forget_of_clean(&solver.scoring, scene, &mut state.0, &mut partial),
                }
                self.state_store.stage(&state.0, &partial.0);
                self.staged.push(small(self.outcomes.len()));
                // The number follows when all moves of some states are known.
                0
            }
            Node::Ending(_) if made.note.timed_out => OUT_OF_TIME,
            Node::Ending(ending) => number_of(ending),
        };
        EdgeOutcome { points, to, draw_set, criticals, blemish }
    }

    /// Whether a move leaves a play clean that was clean before it, and can still end so.
    fn is_clean(
        &self,
        solver: &Solver,
        before: &Position,
        points: i32,
        after: &PartialScore,
        made: &MoveOutcome<MoveNote>,
    ) -> bool {
        let scoring = &solver.scoring;
        let breaks = made.note.marks.iter().any(
            |mark| matches!(mark, RequirementEvent::Broke(requirement) if !scoring.is_excused(after, *requirement)),
        );
        let ends_well = || match made.node {
            Node::Scene(scene) => self.liveness.can_still_be_clean(scoring, scene, after),
            Node::Ending(_) => scoring.is_complete(after),
        };
        !breaks && !scoring.is_blemished(after) && points == scoring.done_between(&before.partial, after) && ends_well()
    }

    /// The number of what a move drew.
    fn draw_set(&mut self, drawn: &[Draw]) -> u32 {
        if drawn.is_empty() {
            return 0;
        }
        if let Some(known) = self.draw_set_of.get(drawn) {
            return *known;
        }
        let number = small(self.draw_sets.len());
        self.draw_sets.push(drawn.into());
        self.draw_set_of.insert(drawn.into(), number);
        number
    }
}
