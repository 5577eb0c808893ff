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
pub struct Touch {
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
pub enum Heat {
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

impl Heat {
    pub const ALL: [Heat; 7] =
        [Heat::Nothing, Heat::Idle, Heat::Owed, Heat::Breakable, Heat::Extra, Heat::Met, Heat::Whole];

    pub fn word(self) -> &'static str {
        match self {
            Heat::Nothing => "nothing",
            Heat::Idle => "idle",
            Heat::Owed => "owed",
            Heat::Breakable => "breakable",
            Heat::Extra => "extra",
            Heat::Met => "met",
            Heat::Whole => "whole",
        }
    }
}

impl Touch {
    /// Whether play ever comes to it.
    pub fn happens(self) -> bool {
        self.met || self.breakable
    }

    pub fn heat(self) -> Heat {
        let due = self.due || self.remedy;
        match (due, self.met, self.breakable) {
            (true, true, true) => Heat::Whole,
            (true, true, false) => Heat::Met,
            (true, false, _) => Heat::Owed,
            (false, true, _) => Heat::Extra,
            (false, false, true) => Heat::Breakable,
            (false, false, false) if self.written => Heat::Idle,
            (false, false, false) => Heat::Nothing,
        }
    }

    /// What two scenarios do with it together.
    pub fn and(self, other: Touch) -> Touch {
        Touch {
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
pub struct Ways {
    scenes: Vec<bool>,
    choices: Vec<Vec<bool>>,
    endings: Vec<bool>,
}

impl Ways {
    /// No play at all.
    pub fn none(scenario: &Scenario) -> Ways {
        Ways::every(scenario, false)
    }

    /// Everything that is written.
    pub fn whole(scenario: &Scenario) -> Ways {
        Ways::every(scenario, true)
    }

    fn every(scenario: &Scenario, reached: bool) -> Ways {
        Ways {
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
        let all = self.choices.iter().zip((0..).map(SceneId));
        let all =
            all.flat_map(|(scene, id)| (0..scene.len() as u16).map(move |n| Move { scene: id, choice: ChoiceId(n) }));
        all.filter(|taken| self.choice(*taken))
    }

    /// In the order of the file.
    pub fn endings(&self) -> impl Iterator<Item = EndingId> + '_ {
        (0..self.endings.len() as u16).map(EndingId).filter(|id| self.ending(*id))
    }
}

/// One scenario, played in every way.
#[derive(Clone, Debug)]
pub struct Covered {
    /// By requirement of the standard.
    pub touches: Vec<Touch>,
    /// What play can come to. The ending at closing time always counts: letting the time run out is always possible.
    pub possible: Ways,
    /// How many states were walked.
    pub states: usize,
    /// Whether these were all; if not, what was not seen may still happen.
    pub exhausted: bool,
}

impl Covered {
    /// Plays a scenario in every way.
    pub fn of(scenario: &Scenario, standard: &Standard) -> Covered {
        Covered::within(scenario, standard, BOUND)
    }

    /// The same with another bound on the number of states.
    pub fn within(scenario: &Scenario, standard: &Standard, bound: usize) -> Covered {
        let touches = written(scenario, standard);
        let mut sight = Sight { scenario, touches, possible: Ways::none(scenario) };
        let (walk, done) = explore(scenario, standard, FactReaders::Rules, bound, &mut sight);
        sight.possible.arrive(Node::Ending(scenario.clock.timeout));
        Covered { touches: sight.touches, possible: sight.possible, states: walk.states(), exhausted: done.is_ok() }
    }

    pub fn touch(&self, id: RequirementId) -> Touch {
        self.touches[id.index()]
    }
}

/// What stands in the file.
fn written(scenario: &Scenario, standard: &Standard) -> Vec<Touch> {
    let mut touches = vec![Touch::default(); standard.requirements.len()];
    for due in &scenario.due {
        let touch = &mut touches[due.requirement.index()];
        touch.remedy |= due.remedy;
        touch.due |= !due.remedy;
    }
    for id in scenario.requirements() {
        touches[id.index()].written = true;
    }
    touches
}

/// What the walk has seen so far.
struct Sight<'s> {
    scenario: &'s Scenario,
    touches: Vec<Touch>,
    possible: Ways,
}

impl Visitor for Sight<'_> {
    fn state(&mut self, _here: StateIndex, state: &State) {
        self.possible.arrive(state.node(self.scenario));
    }

    fn step(&mut self, _: StateIndex, _: &State, taken: Move, events: &[Event], after: &State, _: Option<StateIndex>) {
        self.possible.take(taken);
        self.possible.arrive(after.node(self.scenario));
        for event in events {
            match event {
                Event::Met(id) => self.touches[id.index()].met = true,
                Event::Broke(id) | Event::Yielded { requirement: id, .. } => self.touches[id.index()].breakable = true,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heat_rises_with_what_a_learner_can_do() {
        let touch = |due, written, met, breakable| Touch { due, remedy: false, written, met, breakable };
        let heats = [
            touch(false, false, false, false),
            touch(false, true, false, false),
            touch(true, true, false, true),
            touch(false, true, false, true),
            touch(false, true, true, true),
            touch(true, true, true, false),
            touch(true, true, true, true),
        ];
        assert_eq!(heats.map(Touch::heat), Heat::ALL);
        assert_eq!(
            heats[1].and(heats[3]).heat(),
            Heat::Breakable,
            "what is idle in one scenario may happen in another"
        );
    }
}
