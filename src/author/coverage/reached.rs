//! The scenes, choices and endings that given plays come to. Whose plays they are it does not know.

use crate::content::scenario::{ChoiceId, EndingId, Scenario, SceneId};
use crate::play::engine::{Move, Node, Turn};

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

    /// Whether some play came to this scene.
    pub fn scene(&self, id: SceneId) -> bool {
        self.scenes[id.index()]
    }

    /// Whether some play took this choice.
    pub fn choice(&self, taken: Move) -> bool {
        self.choices[taken.scene.index()][taken.choice.index()]
    }

    /// Whether some play came to this ending.
    pub fn ending(&self, id: EndingId) -> bool {
        self.endings[id.index()]
    }

    /// How many choices, and how many endings.
    pub fn count(&self) -> (usize, usize) {
        (self.choices().count(), self.endings().count())
    }

    /// The choices that were taken, in the order of the file.
    pub fn choices(&self) -> impl Iterator<Item = Move> + '_ {
        let all = SceneId::enumerate(&self.choices)
            .flat_map(|(scene, choices)| ChoiceId::of(choices).map(move |choice| Move { scene, choice }));
        all.filter(|taken| self.choice(*taken))
    }

    /// The endings that were reached, in the order of the file.
    pub fn endings(&self) -> impl Iterator<Item = EndingId> + '_ {
        EndingId::of(&self.endings).filter(|id| self.ending(*id))
    }
}
