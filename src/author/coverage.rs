//! What the scenarios touch of the standard when they are played in every way, and which of their choices and endings
//! given plays reach. It says nothing in words; [`crate::report`] does.

use crate::content::scenario::{ChoiceId, EndingId, Scenario, SceneId};
use crate::content::standard::{RequirementId, Standard};
use crate::play::engine::{Event, Move, Node, State, Turn};
use crate::play::solver::{FactReaders, StateIndex, Visitor, explore};

/// The most states of one scenario that are walked.
const BOUND: usize = 4_000_000;

/// What one scenario does with one requirement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exposure {
    /// It stands in the scenario's `due`.
    pub due: bool,
    /// It stands in the scenario's `remedy`.
    pub remedy: bool,
    /// Some choice names it, whether play ever comes to that or not.
    pub written: bool,
    /// Some play meets it.
    pub met: bool,
    /// Some play breaks it, also where it gives way to another rule.
    pub breakable: bool,
}

/// How deep a requirement is trained, from not at all to wholly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CoverageLevel {
    /// Nothing names it.
    Nothing,
    /// Some choice names it, and no play comes to that.
    Idle,
    /// It is due, and no play meets it.
    Owed,
    /// It can be broken, and is neither due nor met.
    Breakable,
    /// Some play meets it, and it is never due: it pays nothing.
    Extra,
    /// Due, and some play meets it; nothing tempts to break it.
    Met,
    /// Due, met by some plays and broken by others: what a learner can get wrong and right.
    Whole,
}

impl CoverageLevel {
    pub const ALL: [CoverageLevel; 7] = [
        CoverageLevel::Nothing,
        CoverageLevel::Idle,
        CoverageLevel::Owed,
        CoverageLevel::Breakable,
        CoverageLevel::Extra,
        CoverageLevel::Met,
        CoverageLevel::Whole,
    ];

    pub fn word(self) -> &'static str {
        match self {
            CoverageLevel::Nothing => "nothing",
            CoverageLevel::Idle => "idle",
            CoverageLevel::Owed => "owed",
            CoverageLevel::Breakable => "breakable",
            CoverageLevel::Extra => "extra",
            CoverageLevel::Met => "met",
            CoverageLevel::Whole => "whole",
        }
    }
}

impl Exposure {
    /// Whether play ever comes to it.
    pub fn happens(self) -> bool {
        self.met || self.breakable
    }

    pub fn level(self) -> CoverageLevel {
        let due = self.due || self.remedy;
        match (due, self.met, self.breakable) {
            (true, true, true) => CoverageLevel::Whole,
            (true, true, false) => CoverageLevel::Met,
            (true, false, _) => CoverageLevel::Owed,
            (false, true, _) => CoverageLevel::Extra,
            (false, false, true) => CoverageLevel::Breakable,
            (false, false, false) if self.written => CoverageLevel::Idle,
            (false, false, false) => CoverageLevel::Nothing,
        }
    }

    /// What two scenarios do with it together.
    pub fn and(self, other: Exposure) -> Exposure {
        Exposure {
            due: self.due || other.due,
            remedy: self.remedy || other.remedy,
            written: self.written || other.written,
            met: self.met || other.met,
            breakable: self.breakable || other.breakable,
        }
    }
}

/// Which choices and endings of a scenario some plays come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    scenes: Vec<bool>,
    choices: Vec<Vec<bool>>,
    endings: Vec<bool>,
}

impl Reached {
    /// No play at all.
    pub fn none(scenario: &Scenario) -> Reached {
        Reached::every(scenario, false)
    }

    /// Everything that is written.
    pub fn whole(scenario: &Scenario) -> Reached {
        Reached::every(scenario, true)
    }

    fn every(scenario: &Scenario, reached: bool) -> Reached {
        Reached {
            scenes: vec![reached; scenario.scenes.len()],
            choices: scenario.scenes.iter().map(|scene| vec![reached; scene.choices.len()]).collect(),
            endings: vec![reached; scenario.endings.len()],
        }
    }

    /// Adds the moves of a play, finished or not.
    pub fn add(&mut self, scenario: &Scenario, turns: &[Turn]) {
        for turn in turns {
            self.take(turn.taken);
            self.arrive(turn.after.node(scenario));
        }
    }

    /// Adds a choice.
    pub fn take(&mut self, taken: Move) {
        self.scenes[taken.scene.index()] = true;
        self.choices[taken.scene.index()][taken.choice.index()] = true;
    }

    /// Adds a scene or an ending.
    pub fn arrive(&mut self, node: Node) {
        match node {
            Node::Scene(scene) => self.scenes[scene.index()] = true,
            Node::Ending(ending) => self.endings[ending.index()] = true,
        }
    }

    pub fn scene(&self, id: SceneId) -> bool {
        self.scenes[id.index()]
    }

    pub fn choice(&self, taken: Move) -> bool {
        self.choices[taken.scene.index()][taken.choice.index()]
    }

    pub fn ending(&self, id: EndingId) -> bool {
        self.endings[id.index()]
    }

    /// How many choices, and how many endings.
    pub fn count(&self) -> (usize, usize) {
        (self.choices().count(), self.endings().count())
    }

    /// In the order of the file.
    pub fn choices(&self) -> impl Iterator<Item = Move> + '_ {
        let all = SceneId::enumerate(&self.choices)
            .flat_map(|(scene, choices)| ChoiceId::of(choices).map(move |choice| Move { scene, choice }));
        all.filter(|taken| self.choice(*taken))
    }

    /// In the order of the file.
    pub fn endings(&self) -> impl Iterator<Item = EndingId> + '_ {
        EndingId::of(&self.endings).filter(|id| self.ending(*id))
    }
}

/// One scenario, played in every way.
#[derive(Clone, Debug)]
pub struct ScenarioCoverage {
    /// By requirement of the standard.
    pub exposures: Vec<Exposure>,
    /// What play can come to. The ending at closing time always counts: letting the time run out is always possible.
    pub possible: Reached,
    /// How many states were walked.
    pub states: usize,
    /// Whether these were all; if not, what was not seen may still happen.
    pub exhausted: bool,
}

impl ScenarioCoverage {
    /// Plays a scenario in every way.
    pub fn of(scenario: &Scenario, standard: &Standard) -> ScenarioCoverage {
        ScenarioCoverage::within(scenario, standard, BOUND)
    }

    /// The same with another bound on the number of states.
    pub fn within(scenario: &Scenario, standard: &Standard, bound: usize) -> ScenarioCoverage {
        let exposures = written(scenario, standard);
        let mut visitor = CoverageVisitor { scenario, exposures, possible: Reached::none(scenario) };
        let (walk, done) = explore(scenario, standard, FactReaders::Rules, bound, &mut visitor);
        visitor.possible.arrive(Node::Ending(scenario.clock.timeout));
        ScenarioCoverage {
            exposures: visitor.exposures,
            possible: visitor.possible,
            states: walk.states(),
            exhausted: done.is_ok(),
        }
    }

    pub fn exposure(&self, id: RequirementId) -> Exposure {
        self.exposures[id.index()]
    }
}

/// What stands in the file.
fn written(scenario: &Scenario, standard: &Standard) -> Vec<Exposure> {
    let mut exposures = vec![Exposure::default(); standard.requirements.len()];
    for due in &scenario.due {
        let exposure = &mut exposures[due.requirement.index()];
        exposure.remedy |= due.remedy;
        exposure.due |= !due.remedy;
    }
    for id in scenario.requirements() {
        exposures[id.index()].written = true;
    }
    exposures
}

/// What the walk has seen so far.
struct CoverageVisitor<'s> {
    scenario: &'s Scenario,
    exposures: Vec<Exposure>,
    possible: Reached,
}

impl Visitor for CoverageVisitor<'_> {
    fn state(&mut self, _here: StateIndex, state: &State) {
        self.possible.arrive(state.node(self.scenario));
    }

    fn step(&mut self, _: StateIndex, _: &State, taken: Move, events: &[Event], after: &State, _: Option<StateIndex>) {
        self.possible.take(taken);
        self.possible.arrive(after.node(self.scenario));
        for event in events {
            match event {
                Event::Met(id) => self.exposures[id.index()].met = true,
                Event::Broke(id) | Event::Yielded { requirement: id, .. } => {
                    self.exposures[id.index()].breakable = true
                }
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_rises_with_what_a_learner_can_do() {
        let exposure = |due, written, met, breakable| Exposure { due, remedy: false, written, met, breakable };
        let levels = [
            exposure(false, false, false, false),
            exposure(false, true, false, false),
            exposure(true, true, false, true),
            exposure(false, true, false, true),
            exposure(false, true, true, true),
            exposure(true, true, true, false),
            exposure(true, true, true, true),
        ];
        assert_eq!(levels.map(Exposure::level), CoverageLevel::ALL);
        assert_eq!(
            levels[1].and(levels[3]).level(),
            CoverageLevel::Breakable,
            "what is idle in one scenario may happen in another"
        );
    }
}
