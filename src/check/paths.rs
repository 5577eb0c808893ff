//! Do all paths hold? No scene where nothing can be chosen, no number out of bounds, no condition that reads a chance
//! before it is revealed, nothing that no play reaches.

use super::witness;
use crate::engine::{Event, Move, Open, State};
use crate::finding::{Code, Finding, Severity, Witness};
use crate::scenario::{ChoiceId, Condition, EndingId, Scenario, SceneId, Spot};
use crate::solver::{Here, Reader, Visitor, explore};
use crate::standard::Standard;
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::Arc;

/// The most states that are walked.
const BOUND: usize = 4_000_000;

pub fn check(scenario: &Arc<Scenario>, standard: &Standard) -> Vec<Finding> {
    let mut sight = Sight::new(scenario);
    let (walk, done) = explore(scenario, standard, Reader::Texts, BOUND, &mut sight);
    let mut findings = Vec::new();
    for fault in &sight.faults {
        let scene = fault.at.scene;
        let shown =
            witness(scenario, &walk.way(fault.at.here), |session| session.state().scene(scenario) == Some(scene));
        let last = fault.at.taken.map(|taken| scenario.scene(taken.scene).choices[taken.choice.index()].id.clone());
        let choices = shown.choices.into_iter().chain(last).collect();
        let finding = Finding::error(fault.code, scenario.place(fault.spot), fault.message.clone()).help(fault.help);
        findings.push(finding.witness(Witness { seed: shown.seed, choices }));
    }
    match done {
        Ok(()) => findings.extend(sight.unreached()),
        Err(fault) => {
            let help = "use `once` on more choices, fewer variables, or a number that bounds a loop";
            findings.push(Finding::error(Code::UNBOUNDED, scenario.place(Spot::Whole), fault.to_string()).help(help));
        }
    }
    findings
}

struct Fault {
    code: Code,
    spot: Spot,
    message: String,
    help: &'static str,
    at: Moment,
}

/// When a fault was seen: in a state of this scene, or at a move from it.
#[derive(Clone, Copy)]
struct Moment {
    here: Here,
    scene: SceneId,
    taken: Option<Move>,
}

/// What the walk has seen so far.
struct Sight<'s> {
    scenario: &'s Scenario,
    faults: Vec<Fault>,
    /// Faults that were told already: once in a place is enough.
    told: FxHashSet<(Code, Spot)>,
    scenes: Vec<bool>,
    endings: Vec<bool>,
    choices: Vec<Vec<bool>>,
}

impl<'s> Sight<'s> {
    fn new(scenario: &'s Scenario) -> Sight<'s> {
        Sight {
            scenario,
            faults: Vec::new(),
            told: FxHashSet::default(),
            scenes: vec![false; scenario.scenes.len()],
            endings: vec![false; scenario.endings.len()],
            choices: scenario.scenes.iter().map(|scene| vec![false; scene.choices.len()]).collect(),
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

    /// What no play reaches. Not the scenes of fragments, which serve several scenarios; nor the timeout's ending, which
    /// the walk does not meet where the clock stands still.
    fn unreached(&self) -> Vec<Finding> {
        let scenario = self.scenario;
        let tell = |spot: Spot, message: String| {
            let finding = Finding::error(Code::UNREACHABLE, scenario.place(spot), message);
            finding.severity(Severity::Warning).help("remove it, or open a way to it")
        };
        let mut findings = Vec::new();
        let own = scenario.scenes.iter().zip((0..).map(SceneId)).filter(|(scene, _)| scene.origin.file == 0);
        for (scene, id) in own {
            if !self.scenes[id.index()] {
                findings.push(tell(Spot::Scene(id), format!("no play reaches the scene \"{}\"", scene.name)));
                continue;
            }
            let choices = scene.choices.iter().zip((0..).map(ChoiceId)).zip(&self.choices[id.index()]);
            for ((choice, number), _) in choices.filter(|(_, taken)| !**taken) {
                let message = format!("the choice \"{}\" is never open", choice.id);
                findings.push(tell(Spot::Choice(id, number), message));
            }
        }
        let endings = scenario.endings.iter().zip((0..).map(EndingId)).zip(&self.endings);
        for ((ending, id), _) in endings.filter(|((_, id), reached)| !**reached && *id != scenario.clock.timeout) {
            findings.push(tell(Spot::Ending(id), format!("no play reaches the ending \"{}\"", ending.name)));
        }
        findings
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
                _ => {}
            }
        }
    }
}
