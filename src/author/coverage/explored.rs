//! One scenario played in every way, marked as it goes.

use super::exposure::Exposure;
use super::reached::Reached;
use crate::content::scenario::{ChoiceId, Scenario};
use crate::content::standard::{RequirementId, Standard};
use crate::play::engine::{Event, Move, Node, State};
use crate::play::solver::{StateIndex, Tracked, Visitor, explore};
use rustc_hash::FxHashMap;

/// The most states of one scenario that are explored.
const BOUND: usize = 1_000_000;

/// One scenario, played in every way.
#[derive(Clone, Debug)]
pub struct ScenarioCoverage {
    /// By requirement of the standard.
    pub exposures: Vec<Exposure>,
    /// What play can come to. The ending at closing time always counts: letting the time run out is always possible.
    pub possible: Reached,
    /// How many states were explored.
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
        let (exploration, done) = explore(scenario, standard, &Tracked::none(scenario), bound, &mut visitor);
        visitor.possible.arrive(Node::Ending(scenario.clock.timeout));
        ScenarioCoverage {
            exposures: visitor.exposures,
            possible: visitor.possible,
            states: exploration.states(),
            exhausted: done.is_ok(),
        }
    }

    /// What the scenario does with this requirement.
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

/// What was seen so far.
struct CoverageVisitor<'s> {
    scenario: &'s Scenario,
    exposures: Vec<Exposure>,
    possible: Reached,
}

impl CoverageVisitor<'_> {
    /// Notes what some open choice here meets and another does not.
    fn fail(&mut self, state: &State) {
        let Some(scene) = state.scene(self.scenario) else { return };
        let choices = &self.scenario.scene(scene).choices;
        let open: Vec<ChoiceId> = state.open_choices(self.scenario).collect();
        let mut meetings: FxHashMap<RequirementId, usize> = FxHashMap::default();
        for choice in &open {
            let met = choices[choice.index()].meets.iter().filter(|mark| mark.when.holds(&state.0));
            met.for_each(|mark| *meetings.entry(mark.requirement).or_default() += 1);
        }
        for choice in &open {
            for mark in &choices[choice.index()].meets {
                let met_by_some = meetings.get(&mark.requirement).is_some_and(|times| *times < open.len());
                self.exposures[mark.requirement.index()].failable |= met_by_some;
            }
        }
    }
}

impl Visitor for CoverageVisitor<'_> {
    fn state(&mut self, _here: StateIndex, state: &State) {
        self.possible.arrive(state.node(self.scenario));
        self.fail(state);
    }

    fn step(&mut self, _: StateIndex, _: &State, taken: Move, events: &[Event], after: &State, _: Option<StateIndex>) {
        self.possible.take(taken);
        self.possible.arrive(after.node(self.scenario));
        for event in events {
            match event {
                Event::Met(id) => self.exposures[id.index()].met = true,
                Event::Broke(id) | Event::Yielded { requirement: id, .. } => {
                    self.exposures[id.index()].breakable = true;
                }
                Event::Took { .. }
                | Event::Spoiled(_)
                | Event::Passed(_)
                | Event::Changed { .. }
                | Event::Overran(_)
                | Event::Revealed { .. }
                | Event::Line(_)
                | Event::Entered(_)
                | Event::Stayed(_)
                | Event::TimedOut
                | Event::Ended(_) => {}
            }
        }
    }
}
