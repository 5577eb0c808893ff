//! What the walk through every state sees, for the rules to judge afterwards. It is the hot loop of `check`: it marks and
//! counts, and words are found only for a fault, once in a place.

use crate::engine::{Event, Move, Open, State};
use crate::finding::Code;
use crate::scenario::{ChoiceId, Condition, Scenario, SceneId, Spot};
use crate::solver::{Here, Visitor};
use crate::standard::Standard;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A fault that shows at a moment of the walk.
pub struct Fault {
    pub code: Code,
    pub spot: Spot,
    pub message: String,
    pub help: &'static str,
    pub at: Moment,
}

/// When something was seen: in a state of this scene, or at a move from it.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    pub here: Here,
    pub scene: SceneId,
    pub taken: Option<Move>,
}

/// What the walk has seen so far.
pub struct Sight<'s> {
    scenario: &'s Scenario,
    pub faults: Vec<Fault>,
    /// Faults that were told already: once in a place is enough.
    told: FxHashSet<(Code, Spot)>,
    /// Whether a play came here, by scene, ending, and choice of a scene.
    pub scenes: Vec<bool>,
    pub endings: Vec<bool>,
    pub choices: Vec<Vec<bool>>,
    /// Whether a play met it, by requirement.
    pub met: Vec<bool>,
}

impl<'s> Sight<'s> {
    pub fn new(scenario: &'s Scenario, standard: &Standard) -> Sight<'s> {
        Sight {
            scenario,
            faults: Vec::new(),
            told: FxHashSet::default(),
            scenes: vec![false; scenario.scenes.len()],
            endings: vec![false; scenario.endings.len()],
            choices: scenario.scenes.iter().map(|scene| vec![false; scene.choices.len()]).collect(),
            met: vec![false; standard.requirements.len()],
        }
    }

    fn fault(&mut self, code: Code, spot: Spot, at: Moment, message: impl FnOnce() -> String, help: &'static str) {
        if self.told.insert((code, spot)) {
            self.faults.push(Fault { code, spot, message: message(), help, at });
        }
    }

    /// A condition that hangs on a chance which is not drawn.
    fn unrevealed(&mut self, condition: &Condition, state: &State, spot: Spot, at: Moment, what: &str) {
        if condition.ask(&state.0).is_none() {
            let message = || format!("{what} reads a chance that may not be revealed yet");
            self.fault(Code::UNREVEALED, spot, at, message, "reveal it before, or write `revealed … and …`");
        }
    }

    fn lines(&mut self, range: &Range<u32>, state: &State, spot: Spot, at: Moment) {
        for line in range.clone() {
            let when = &self.scenario.lines[line as usize].when;
            self.unrevealed(when, state, spot, at, "a line here");
        }
    }

    /// What a choice reads before and after it is taken.
    fn read_by(&mut self, before: &State, taken: Move, after: &State, at: Moment) {
        let scenario = self.scenario;
        let choice = &scenario.scene(taken.scene).choices[taken.choice.index()];
        let spot = Spot::Choice(taken.scene, taken.choice);
        for mark in choice.meets.iter().chain(&choice.breaks) {
            self.unrevealed(&mark.when, before, spot, at, "what it meets or breaks");
        }
        for (when, _) in &choice.feedback {
            self.unrevealed(when, before, spot, at, "its feedback");
        }
        // The routes of a call are read when the fragment returns.
        let routes = choice.exit.routes.iter().filter(|_| choice.call.is_none());
        for (when, _) in routes {
            self.unrevealed(when, after, spot, at, "a route");
            if when.holds(&after.0) {
                break;
            }
        }
        self.lines(&choice.reply, after, spot, at);
    }
}

impl Visitor for Sight<'_> {
    fn state(&mut self, here: Here, state: &State) {
        let scenario = self.scenario;
        let Some(scene) = state.scene(scenario) else { return };
        let at = Moment { here, scene, taken: None };
        self.scenes[scene.index()] = true;
        let mut open = false;
        for (choice, id) in scenario.scene(scene).choices.iter().zip((0..).map(ChoiceId)) {
            let spot = Spot::Choice(scene, id);
            self.unrevealed(&choice.when, state, spot, at, "`when`");
            let status = state.open(scenario, scene, id);
            for (when, _) in choice.locks.iter().filter(|_| status != Open::Hidden) {
                self.unrevealed(when, state, spot, at, "`locked`");
            }
            open |= status == Open::Yes;
        }
        if !open {
            let message = || format!("nothing can be chosen in \"{}\"", scenario.scene(scene).name);
            self.fault(Code::SOFT_LOCK, Spot::Scene(scene), at, message, "leave one choice open in every situation");
        }
    }

    fn step(&mut self, here: Here, before: &State, taken: Move, events: &[Event], after: &State, _to: Option<Here>) {
        let scenario = self.scenario;
        let at = Moment { here, scene: taken.scene, taken: Some(taken) };
        self.choices[taken.scene.index()][taken.choice.index()] = true;
        self.read_by(before, taken, after, at);
        for event in events {
            match event {
                Event::Overran(variable) => {
                    let message = || format!("`{}` leaves its bounds", scenario.variables[variable.index()].name);
                    let spot = Spot::Choice(taken.scene, taken.choice);
                    self.fault(Code::BOUNDS, spot, at, message, "widen the bounds, or guard the choice with `when`");
                }
                Event::Entered(scene) => self.lines(&scenario.scene(*scene).lines, after, Spot::Scene(*scene), at),
                Event::Stayed(scene) => self.lines(&scenario.scene(*scene).again, after, Spot::Scene(*scene), at),
                Event::Ended(ending) => {
                    self.endings[ending.index()] = true;
                    self.lines(&scenario.ending(*ending).lines, after, Spot::Ending(*ending), at);
                }
                Event::Met(requirement) => self.met[requirement.index()] = true,
                _ => {}
            }
        }
    }
}
