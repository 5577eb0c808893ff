//! The map of a scenario in words, ready for any way of drawing: what stands on it, not where.

mod node_box;
mod dot;
mod mermaid;
mod svg;

pub use dot::dot;
pub use mermaid::mermaid;
pub use svg::{Unplaced, svg};

use crate::author::map::{EdgeChoice, MapEdge, MapNode, ScenarioMap};
use crate::base::text::make_safe;
use crate::content::scenario::Scenario;
use crate::play::engine::{Move, Node};
use crate::speech::narration::Narrator;
use crate::tr;

/// How choices are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceNaming {
    /// By their ids.
    Ids,
    /// By what a learner reads.
    Texts,
}

/// Everything that a map says.
pub struct MapDocument {
    pub lang: String,
    pub title: String,
    /// What the map shows, and what its signs mean; a sentence each.
    pub notes: Vec<String>,
    pub fragments: Vec<String>,
    pub places: Vec<PlaceRow>,
    pub ways: Vec<WayRow>,
    pub words: Terms,
}

/// The few words that stand on the map itself.
pub struct Terms {
    pub start: String,
    pub ending: String,
    pub closing: String,
    pub unreached: String,
    pub stays: String,
}

/// A scene or an ending.
pub struct PlaceRow {
    pub kind: PlaceKind,
    /// Its name in the file.
    pub name: String,
    /// Where it plays, or the title of the ending.
    pub title: Option<String>,
    /// Index of its fragment.
    pub fragment: Option<usize>,
    pub reached: bool,
    pub best: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    Start,
    Scene,
    Ending,
    /// The ending that follows when the clock has run out.
    Closing,
}

/// All choices from one place to another.
pub struct WayRow {
    /// Indexes of the places.
    pub from: usize,
    pub to: usize,
    pub steps: Vec<StepRow>,
}

pub struct StepRow {
    pub choice: usize,
    pub words: String,
    pub reached: bool,
    pub best: bool,
}

impl WayRow {
    pub fn reached(&self) -> bool {
        self.steps.iter().any(|step| step.reached)
    }

    pub fn best(&self) -> bool {
        self.steps.iter().any(|step| step.best)
    }
}

impl MapDocument {
    /// `best` is what the marked play is worth, under which seed.
    pub fn new(
        narrator: &Narrator,
        graph: &ScenarioMap,
        naming: ChoiceNaming,
        best: (u64, i32, &[Move]),
    ) -> MapDocument {
        let (scenario, words) = (narrator.scenario, narrator.words);
        let (seed, points, line) = best;
        let mut notes = vec![
            tr!(
                words,
                "graph-counts",
                scenes = scenario.scenes.len(),
                choices = scenario.choices().count(),
                endings = scenario.endings.len()
            ),
            tr!(words, "graph-best", seed = seed.to_string(), points = points, moves = line.len()),
            tr!(words, "graph-unreached"),
        ];
        if !graph.exhausted {
            notes.push(tr!(words, "graph-bounded"));
        }
        MapDocument {
            lang: words.lang().tag().to_owned(),
            title: format!("{} · {}", safe(&narrator.plain(&scenario.title)), safe(&scenario.id)),
            notes,
            fragments: scenario.fragments.iter().map(|fragment| safe(&fragment.name)).collect(),
            places: graph.nodes.iter().map(|place| row(narrator, place)).collect(),
            ways: graph.edges.iter().map(|way| way_row(narrator, graph, way, naming)).collect(),
            words: Terms {
                start: tr!(words, "graph-start"),
                ending: tr!(words, "graph-ending"),
                closing: tr!(words, "graph-closing"),
                unreached: tr!(words, "graph-never"),
                stays: tr!(words, "graph-stays"),
            },
        }
    }
}

fn row(narrator: &Narrator, place: &MapNode) -> PlaceRow {
    let scenario = narrator.scenario;
    let (kind, name, title) = match place.node {
        Node::Scene(id) => {
            let scene = scenario.scene(id);
            let kind = if id == scenario.start { PlaceKind::Start } else { PlaceKind::Scene };
            (kind, &scene.name, scene.place.as_ref())
        }
        Node::Ending(id) => {
            let ending = scenario.ending(id);
            let kind = if id == scenario.clock.timeout { PlaceKind::Closing } else { PlaceKind::Ending };
            (kind, &ending.name, Some(&ending.title))
        }
    };
    PlaceRow {
        kind,
        name: safe(name),
        title: title.map(|title| safe(&narrator.plain(title))),
        fragment: place.fragment.map(|fragment| fragment.index()),
        reached: place.reached,
        best: place.best,
    }
}

fn way_row(narrator: &Narrator, graph: &ScenarioMap, way: &MapEdge, naming: ChoiceNaming) -> WayRow {
    let step = |step: &EdgeChoice| StepRow {
        choice: step.choice.index(),
        words: name(narrator, graph, way, step, naming),
        reached: step.reached,
        best: step.best,
    };
    WayRow { from: way.from, to: way.to, steps: way.choices.iter().map(step).collect() }
}

fn name(narrator: &Narrator, graph: &ScenarioMap, way: &MapEdge, step: &EdgeChoice, naming: ChoiceNaming) -> String {
    let scenario: &Scenario = narrator.scenario;
    let choice = match graph.nodes[way.from].node {
        Node::Scene(scene) => &scenario.scene(scene).choices[step.choice.index()],
        // No choice leads on from an ending.
        Node::Ending(_) => return String::new(),
    };
    match naming {
        ChoiceNaming::Ids => safe(&choice.id),
        ChoiceNaming::Texts => safe(&narrator.plain(&choice.text)),
    }
}

/// On one line, with nothing that drives a terminal or turns the direction of reading.
fn safe(words: &str) -> String {
    make_safe(words).replace('\n', " ")
}
