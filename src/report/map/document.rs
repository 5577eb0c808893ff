//! The map of a scenario in words, ready for any way of drawing: what stands on it, not where.

use crate::author::map::{EdgeChoice, MapEdge, MapNode, ScenarioMap};
use crate::base::chance::Seed;
use crate::base::text::{Text, make_safe};
use crate::content::scenario::Scenario;
use crate::play::engine::Node;
use crate::speech::messages::Messages;
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

/// Whose plays are counted on a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedPlays<'c> {
    /// Nobody's.
    None,
    /// A crowd that plays by this habit, named as on the command line.
    Crowd(&'c str),
    /// Those that learners have stored.
    Stored,
}

/// Which part of all counted plays go somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TrafficShare {
    count: u32,
    of: u32,
}

impl TrafficShare {
    /// In percent, rounded; what is not quite nothing or not quite all is never told as that.
    pub fn told(self) -> String {
        let percent = (u64::from(self.count) * 100 + u64::from(self.of) / 2) / u64::from(self.of.max(1));
        match percent {
            0 if self.count > 0 => "<1%".to_owned(),
            100 if self.count < self.of => ">99%".to_owned(),
            percent => format!("{percent}%"),
        }
    }

    /// A length between two, as large as the share.
    pub(super) fn between(self, least: f64, most: f64) -> f64 {
        least + (most - least) * f64::from(self.count) / f64::from(self.of.max(1))
    }
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
    /// How many of the counted plays go this way, where plays are counted.
    pub share: Option<TrafficShare>,
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
    /// How many of the counted plays take it this way, where plays are counted.
    pub share: Option<TrafficShare>,
    /// How many of them take it, wherever it leads.
    pub share_anywhere: Option<TrafficShare>,
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
    /// A map on which one play is marked, and perhaps others are counted.
    pub fn new(
        narrator: &Narrator,
        graph: &ScenarioMap,
        naming: ChoiceNaming,
        marked: &MarkedPlay,
        counted: CountedPlays,
    ) -> MapDocument {
        let (scenario, words) = (narrator.scenario, narrator.words);
        let ways: Vec<WayRow> = graph.edges.iter().map(|way| way_row(narrator, graph, way, naming)).collect();
        let places: Vec<PlaceRow> = graph.nodes.iter().map(|place| row(narrator, place)).collect();
        let mut notes = vec![counts(narrator), best(words, marked, counted)];
        notes.extend(counted_told(words, graph, marked.seed, counted));
        notes.push(tr!(words, "graph-unreached"));
        if !graph.exhausted {
            notes.push(tr!(words, "graph-bounded"));
        }
        let steps = ways.iter().flat_map(|way| way.steps.iter().map(|step| &step.words));
        if steps.chain(places.iter().filter_map(|place| place.title.as_ref())).any(|own| has_any(scenario, own)) {
            notes.push(tr!(words, "graph-whenever"));
        }
        MapDocument {
            lang: words.lang().tag().to_owned(),
            title: format!("{} · {}", safe(&narrator.plain(&scenario.title)), safe(&scenario.id)),
            notes,
            fragments: scenario.fragments.iter().map(|fragment| safe(&fragment.name)).collect(),
            places,
            ways,
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

fn counts(narrator: &Narrator) -> String {
    let scenario = narrator.scenario;
    tr!(
        narrator.words,
        "graph-counts",
        scenes = scenario.scenes.len(),
        choices = scenario.choices().count(),
        endings = scenario.endings.len()
    )
}

fn best(words: &Messages, marked: &MarkedPlay, counted: CountedPlays) -> String {
    let MarkedPlay { seed, points, moves } = *marked;
    let seed = seed.to_string();
    match counted {
        CountedPlays::None => tr!(words, "graph-best", seed = seed, points = points, moves = moves),
        CountedPlays::Crowd(_) | CountedPlays::Stored => {
            tr!(words, "graph-best-green", seed = seed, points = points, moves = moves)
        }
    }
}

/// Whose plays the percentages are of.
fn counted_told(words: &Messages, graph: &ScenarioMap, seed: Seed, counted: CountedPlays) -> Option<String> {
    let plays = graph.plays?;
    match counted {
        CountedPlays::None => None,
        CountedPlays::Stored if plays == 0 => Some(tr!(words, "graph-no-plays")),
        CountedPlays::Stored => Some(tr!(words, "graph-plays", plays = plays)),
        CountedPlays::Crowd(policy) => {
            Some(tr!(words, "graph-crowd", plays = plays, policy = policy, seed = seed.to_string()))
        }
    }
}

/// Whether a text holds a value that hangs on the moment, by its name.
fn has_any(scenario: &Scenario, words: &str) -> bool {
    let variables = scenario.variables.iter().map(|variable| &*variable.name);
    variables.chain(["time"]).any(|name| words.contains(&format!("[{name}]")))
}

fn share(graph: &ScenarioMap, count: u32) -> Option<TrafficShare> {
    graph.plays.filter(|plays| *plays > 0).map(|of| TrafficShare { count, of })
}

/// A text as it reads in the moment in which the marked play is there, or else whenever it is told.
fn told_at(narrator: &Narrator, place: &MapNode, text: &Text) -> String {
    match &place.moment {
        Some(moment) => safe(&narrator.fill(text, moment)),
        None => safe(&narrator.fill_whenever(text)),
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
        title: title.map(|title| told_at(narrator, place, title)),
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
        share: share(graph, step.plays),
        share_anywhere: share(graph, step.plays_anywhere),
    };
    let steps = way.choices.iter().map(step).collect();
    WayRow { from: way.from, to: way.to, steps, share: share(graph, way.plays) }
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
        ChoiceNaming::Texts => told_at(narrator, &graph.nodes[way.from], &choice.text),
    }
}

/// On one line, with nothing that drives a terminal or turns the direction of reading.
fn safe(words: &str) -> String {
    make_safe(words).replace('\n', " ")
}
