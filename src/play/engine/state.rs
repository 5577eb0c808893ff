//! A moment of a play, as a plain value.

use crate::base::bits::StateBits;
use crate::content::scenario::{ChoiceId, EndingId, MOOD, Scenario, SceneId, VariableId};

/// Everything that decides what can still happen. It holds only outcomes already drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct State(pub StateBits);

/// Where a play stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Node {
    /// In a scene, with a choice to make.
    Scene(SceneId),
    /// At an ending; there are no choices any more.
    Ending(EndingId),
}

/// Whether a choice can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// It can.
    Yes,
    /// Shown with the reason at this index of its locks.
    Locked(usize),
    /// Not shown: its condition does not hold, or it was taken once already.
    Hidden,
}

/// Why a state's node is always an id.
const WITHIN: &str = "a state stands at a scene or an ending of its scenario";

impl State {
    /// The moment before the first choice.
    pub fn opening(scenario: &Scenario) -> State {
        State(scenario.opening)
    }

    /// Where the play stands.
    ///
    /// # Panics
    /// Never on a state of this scenario; on one of another, whose places it does not have.
    #[inline]
    pub fn node(&self, scenario: &Scenario) -> Node {
        let node = scenario.fields.node.get(&self.0) as usize;
        match node.checked_sub(scenario.scenes.len()) {
            None => Node::Scene(SceneId::from_index(node).expect(WITHIN)),
            Some(ending) => Node::Ending(EndingId::from_index(ending).expect(WITHIN)),
        }
    }

    /// The scene, or none when the play is over.
    #[inline]
    pub fn scene(&self, scenario: &Scenario) -> Option<SceneId> {
        match self.node(scenario) {
            Node::Scene(scene) => Some(scene),
            Node::Ending(_) => None,
        }
    }

    #[inline]
    pub(super) fn enter(&mut self, scenario: &Scenario, node: Node) {
        let number = match node {
            Node::Scene(scene) => scene.number(),
            Node::Ending(ending) => u32::try_from(scenario.scenes.len()).expect(WITHIN).saturating_add(ending.number()),
        };
        scenario.fields.node.set(&mut self.0, number);
    }

    /// Seconds since the start.
    #[inline]
    pub fn elapsed(&self, scenario: &Scenario) -> u32 {
        scenario.fields.elapsed.get(&self.0)
    }

    /// Seconds since midnight of the scenario's day.
    #[inline]
    pub fn clock(&self, scenario: &Scenario) -> u32 {
        scenario.clock.start + self.elapsed(scenario)
    }

    /// The value of a variable, within its bounds.
    pub fn variable(&self, scenario: &Scenario, id: VariableId) -> i32 {
        let variable = &scenario.variables[id.index()];
        variable.field.get(&self.0).cast_signed() + variable.from
    }

    /// The customer's mood: below 0 upset, above 0 pleased.
    pub fn mood(&self, scenario: &Scenario) -> i32 {
        self.variable(scenario, MOOD)
    }

    /// Whether a choice of this scene can be taken now.
    #[inline]
    pub fn open(&self, scenario: &Scenario, scene: SceneId, choice: ChoiceId) -> Open {
        let choice = &scenario.scene(scene).choices[choice.index()];
        let taken = choice.once.is_some_and(|once| once.get(&self.0) == 1);
        if taken || !choice.when.holds(&self.0) {
            return Open::Hidden;
        }
        match choice.locks.iter().position(|(when, _)| when.holds(&self.0)) {
            Some(lock) => Open::Locked(lock),
            None => Open::Yes,
        }
    }

    /// The choices of the present scene that can be taken, in the order of the file.
    #[inline]
    pub fn open_choices<'s>(&'s self, scenario: &'s Scenario) -> impl Iterator<Item = ChoiceId> + 's {
        let scene = self.scene(scenario);
        let choices = scene.map_or(&[][..], |scene| &scenario.scene(scene).choices);
        let open = move |id: &ChoiceId| scene.is_some_and(|scene| self.open(scenario, scene, *id) == Open::Yes);
        ChoiceId::of(choices).filter(open)
    }
}
