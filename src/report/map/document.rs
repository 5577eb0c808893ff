//! The map of a scenario in words, ready for any way of drawing: what stands on it, not where.

use crate::author::map::{EdgeChoice, MapEdge, MapNode, ScenarioMap};
use crate::base::chance::Seed;
use crate::base::text::make_safe;
use crate::content::scenario::Scenario;
use crate::play::engine::Node;
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

/// The play that is marked on a map, usually the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkedPlay {
    /// What all its chance came from.
    pub seed: Seed,
    /// What it is worth.
    pub points: i32,
    /// How many moves it has.
    pub moves: usize,
}

/// Everything that a map says.
pub struct MapDocument {
    /// The tag of its language.
    pub lang: String,
    /// The scenario's title and id.
    pub title: String,
    /// What the map shows, and what its signs mean; a sentence each.
    pub notes: Vec<String>,
    /// The names of the fragments.
    pub fragments: Vec<String>,
    /// Scenes, then endings.
    pub places: Vec<PlaceRow>,
    /// What leads from one place to another.
    pub ways: Vec<WayRow>,
    /// The few words that stand on the map itself.
    pub words: Terms,
}

/// The few words that stand on the map itself.
pub struct Terms {
    /// Of the first scene.
    pub start: String,
    /// Of an ending.
    pub ending: String,
    /// Of the ending that the clock brings.
    pub closing: String,
    /// Of a place where no play comes.
    pub unreached: String,
    /// Of choices that lead nowhere else.
    pub stays: String,
}

/// A scene or an ending.
pub struct PlaceRow {
    /// What it is in a play.
    pub kind: PlaceKind,
    /// Its name in the file.
    pub name: String,
    /// Where it plays, or the title of the ending.
    pub title: Option<String>,
    /// Index of its fragment.
    pub fragment: Option<usize>,
    /// Whether some play comes there.
    pub reached: bool,
    /// Whether the marked play does.
    pub best: bool,
}

/// What a place is in a play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// The first scene.
    Start,
    /// Any other scene.
    Scene,
    /// An ending that choices lead to.
    Ending,
    /// The ending that follows when the clock has run out.
    Closing,
}

/// All choices from one place to another.
pub struct WayRow {
    /// The index of the place that it leads from.
    pub from: usize,
    /// The index of the place that it leads to.
    pub to: usize,
    /// The choices.
    pub steps: Vec<StepRow>,
}

/// A choice on its way from one place to another.
pub struct StepRow {
    /// Its number in its scene.
    pub choice: usize,
    /// Its id or its text.
    pub words: String,
    /// Whether some play goes this way.
    pub reached: bool,
    /// Whether the marked play does.
    pub best: bool,
}

impl WayRow {
    /// Whether some play goes this way.
    pub fn reached(&self) -> bool {
        self.steps.iter().any(|step| step.reached)
    }

    /// Whether the marked play goes this way.
    pub fn best(&self) -> bool {
        self.steps.iter().any(|step| step.best)
    }
}

impl MapDocument {
    /// A map on which one play is marked.
    pub fn new(narrator: &Narrator, graph: &ScenarioMap, naming: ChoiceNaming, marked: &MarkedPlay) -> MapDocument {
        let (scenario, words) = (narrator.scenario, narrator.words);
        let MarkedPlay { seed, points, moves } = *marked;
        let mut notes = vec![
            tr!(
                words,
                "graph-counts",
                scenes = scenario.scenes.len(),
                choices = scenario.choices().count(),
                endings = scenario.endings.len()
            ),
            tr!(words, "graph-best", seed = seed.to_string(), points = points, moves = moves),
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
        fragment: place.fragment.map(crate::content::scenario::FragmentId::index),
        reached: place.reached,
        best: place.best,
    }
}

fn way_row(narrator: &Narrator, graph: &ScenarioMap, way: &MapEdge, naming: ChoiceNaming) -> WayRow {
    let step = |step: &EdgeChoice| StepRow {
        choice: step.choice.index(),
        words: name(narrator, graph, way, *step, naming),
        reached: step.reached,
        best: step.best,
    };
    WayRow { from: way.from, to: way.to, steps: way.choices.iter().map(step).collect() }
}

fn name(narrator: &Narrator, graph: &ScenarioMap, way: &MapEdge, step: EdgeChoice, naming: ChoiceNaming) -> String {
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
