//! The map itself: nodes and edges, each marked as far as play and the best play go.

use super::edge_key::{EdgeKey, index};
use super::traffic::{Lane, Traffic};
use super::visitor::MapVisitor;
use crate::author::coverage::Reached;
use crate::base::chance::{Rolls, Seed};
use crate::content::scenario::{ChoiceId, EndingId, FragmentId, Scenario, SceneId};
use crate::content::standard::Standard;
use crate::play::engine::{Move, Node, Session, State, Turn, destinations};
use crate::play::solver::{Tracked, explore};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The most states that are explored.
const BOUND: usize = 1_000_000;

/// A scenario's scenes and endings, and the edges between them.
#[derive(Clone, Debug)]
pub struct ScenarioMap {
    /// Scenes in the order of the file, those of fragments behind, then endings.
    pub nodes: Vec<MapNode>,
    /// By where they lead from, then by the first choice; all choices from one node to another are one edge.
    pub edges: Vec<MapEdge>,
    /// Whether every state was explored; if not, what was not reached may still be.
    pub exhausted: bool,
    /// How many plays are counted on it, where some are.
    pub plays: Option<u32>,
}

/// A scene or an ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapNode {
    /// Which one.
    pub node: Node,
    /// The fragment that it belongs to.
    pub fragment: Option<FragmentId>,
    /// Whether play comes there.
    pub reached: bool,
    /// Whether the best play comes there.
    pub best: bool,
    /// The moment in which the best play first is there.
    pub moment: Option<State>,
}

/// The choices that lead from one node to another, or back to the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapEdge {
    /// Indexes of [`ScenarioMap::nodes`].
    pub from: usize,
    /// The same as `from` where the choices stay.
    pub to: usize,
    /// In the order of the file.
    pub choices: Vec<EdgeChoice>,
    /// How many of the counted plays go along it.
    pub plays: u32,
}

/// A choice on an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EdgeChoice {
    /// Of the scene that the edge leaves.
    pub choice: ChoiceId,
    /// Whether some play takes it here.
    pub reached: bool,
    /// Whether the best play does.
    pub best: bool,
    /// How many of the counted plays take it here.
    pub plays: u32,
    /// How many of them take it, wherever it leads.
    pub plays_anywhere: u32,
}

impl MapEdge {
    /// Whether some play goes along it.
    pub fn reached(&self) -> bool {
        self.choices.iter().any(|choice| choice.reached)
    }

    /// Whether the best play goes along it.
    pub fn best(&self) -> bool {
        self.choices.iter().any(|choice| choice.best)
    }
}

impl ScenarioMap {
    /// Maps a scenario; `line` is a play under these dice that is to be marked, usually the best.
    pub fn of(scenario: &Arc<Scenario>, standard: &Standard, line: &[Move], rolls: &Rolls) -> ScenarioMap {
        let mut visitor = MapVisitor { scenario, reached: Reached::none(scenario), steps: BTreeMap::new() };
        let (_, done) = explore(scenario, standard, &Tracked::none(scenario), BOUND, &mut visitor);
        let played = played(scenario, line, rolls);
        let best = follow(&played);
        let MapVisitor { reached, mut steps, .. } = visitor;
        for (number, scene) in SceneId::enumerate(&scenario.scenes) {
            for (id, choice) in ChoiceId::enumerate(&scene.choices) {
                let taken = Move { scene: number, choice: id };
                // Which way out of a fragment play goes was seen, where it goes there at all.
                let written = destinations(scenario, number, choice, !reached.choice(taken));
                for to in written {
                    steps.entry((number.index(), index(scenario, to), id)).or_insert(false);
                }
            }
        }
        let nodes = nodes(scenario, &reached, &moments(&played));
        ScenarioMap { nodes, edges: bundled(&steps, &best), exhausted: done.is_ok(), plays: None }
    }

    /// The same map with plays counted on it.
    #[must_use]
    pub fn counting(mut self, traffic: &Traffic) -> ScenarioMap {
        self.plays = Some(traffic.plays);
        for edge in &mut self.edges {
            let (from, to) = (edge.from, Some(edge.to));
            edge.plays = traffic.count(Lane { from, by: None, to });
            for own in &mut edge.choices {
                let by = Some(own.choice);
                own.plays = traffic.count(Lane { from, by, to });
                own.plays_anywhere = traffic.count(Lane { from, by, to: None });
            }
        }
        self
    }

    /// The choices of a node, each with the edges that it takes, in the order of the file.
    pub fn choices_of(&self, node: usize) -> BTreeMap<ChoiceId, Vec<usize>> {
        let mut choices: BTreeMap<ChoiceId, Vec<usize>> = BTreeMap::new();
        for (number, edge) in self.edges.iter().enumerate().filter(|(_, edge)| edge.from == node) {
            edge.choices.iter().for_each(|own| choices.entry(own.choice).or_default().push(number));
        }
        choices
    }
}

fn nodes(scenario: &Scenario, reached: &Reached, moments: &BTreeMap<usize, State>) -> Vec<MapNode> {
    let scenes = SceneId::enumerate(&scenario.scenes).map(|(id, scene)| {
        let fragment = scene.origin.file.fragment();
        (Node::Scene(id), fragment, reached.scene(id))
    });
    let endings = EndingId::of(&scenario.endings);
    let endings = endings.map(|id| (Node::Ending(id), None, reached.ending(id) || id == scenario.clock.timeout));
    let node = |(n, (node, fragment, reached))| {
        let moment = moments.get(&n).copied();
        MapNode { node, fragment, reached, best: moment.is_some(), moment }
    };
    scenes.chain(endings).enumerate().map(node).collect()
}

/// By node: the state in which a play first comes there.
fn moments(played: &Session) -> BTreeMap<usize, State> {
    let scenario = played.scenario();
    let mut moments = BTreeMap::new();
    for state in [State::opening(scenario)].into_iter().chain(played.turns().iter().map(|turn| turn.after)) {
        moments.entry(index(scenario, state.node(scenario))).or_insert(state);
    }
    moments
}

fn bundled(steps: &BTreeMap<EdgeKey, bool>, best: &BTreeSet<EdgeKey>) -> Vec<MapEdge> {
    let mut edges: Vec<MapEdge> = Vec::new();
    for (key, reached) in steps {
        let (from, to, choice) = *key;
        let own = EdgeChoice { choice, reached: *reached, best: best.contains(key), plays: 0, plays_anywhere: 0 };
        match edges.last_mut().filter(|edge| (edge.from, edge.to) == (from, to)) {
            Some(edge) => edge.choices.push(own),
            None => edges.push(MapEdge { from, to, choices: vec![own], plays: 0 }),
        }
    }
    edges.sort_by_key(|edge| (edge.from, edge.choices.first().map(|first| first.choice), edge.to));
    edges
}

/// A line, played.
fn played(scenario: &Arc<Scenario>, line: &[Move], rolls: &Rolls) -> Session {
    let mut session = Session::with_rolls(scenario.clone(), Seed::new(0), rolls.clone());
    let played = session.take_moves(line);
    debug_assert!(played.is_ok(), "what the solver plays can be played: {played:?}");
    session
}

/// Which choices of which edges a play takes.
fn follow(played: &Session) -> BTreeSet<EdgeKey> {
    let scenario = played.scenario();
    let edge = |turn: &Turn| (turn.taken.scene.index(), index(scenario, turn.after.node(scenario)), turn.taken.choice);
    played.turns().iter().map(edge).collect()
}
