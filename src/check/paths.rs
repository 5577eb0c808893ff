//! Do all paths hold? No scene where nothing can be chosen, no number out of bounds, no condition that reads a chance
//! before it is revealed, nothing that no play reaches.

use super::witness;
use crate::engine::{Event, Move, Open, State};
use crate::finding::{Code, Finding, Place, Severity};
use crate::scenario::{ChoiceId, Condition, Scenario};
use crate::solver::{Here, Visitor, explore};
use crate::standard::Standard;
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// The most states that are walked.
const BOUND: usize = 4_000_000;

pub fn check(scenario: &Arc<Scenario>, standard: &Standard) -> Vec<Finding> {
    let mut sight = Sight::new(scenario);
    let (walk, done) = explore(scenario, standard, BOUND, &mut sight);
    let mut findings = Vec::new();
    for fault in &sight.faults {
        let mut way = walk.way(fault.here);
        let scene = fault.scene;
        let shown = witness(scenario, &way, |session| {
            session.state().scene(scenario).map(|scene| scene.index()) == Some(scene)
        });
        way.extend(fault.taken);
        let id = |taken: Move| scenario.scene(taken.scene).choices[taken.choice.index()].id.clone();
        let choices = shown.choices.into_iter().chain(fault.taken.map(id)).collect();
        let finding = Finding::error(fault.code, fault.place.clone(), fault.message.clone()).help(fault.help);
        findings.push(finding.witness(crate::finding::Witness { seed: shown.seed, choices }));
    }
    match done {
        Ok(()) => findings.extend(sight.unreached()),
        Err(fault) => {
            let help = "use `once` on more choices, fewer variables, or a number that bounds a loop";
            let mut place = scenario.scenes[0].at.clone();
            (place.line, place.column, place.span, place.path) = (1, 1, 0..0, String::new());
            findings.push(Finding::error(Code::UNBOUNDED, place, fault.to_string()).help(help));
        }
    }
    findings
}

struct Fault {
    code: Code,
    place: Place,
    message: String,
    help: &'static str,
    here: Here,
    scene: usize,
    taken: Option<Move>,
}

/// What the walk has seen so far.
struct Sight<'s> {
    scenario: &'s Scenario,
    faults: Vec<Fault>,
    /// Faults that were told already, by code and place.
    told: FxHashSet<(Code, usize, usize)>,
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

    fn fault(
        &mut self,
        code: Code,
        place: &Place,
        (here, scene, taken): (Here, usize, Option<Move>),
        message: String,
        help: &'static str,
    ) {
        let part = place.path.len();
        if self.told.insert((code, place.line, part)) {
            self.faults.push(Fault { code, place: place.clone(), message, help, here, scene, taken });
        }
    }

    /// A condition that hangs on a chance which is not drawn.
    fn unrevealed(
        &mut self,
        condition: &Condition,
        state: &State,
        place: &Place,
        at: (Here, usize, Option<Move>),
        what: &str,
    ) {
        if condition.ask(&state.0).is_none() {
            let message = format!("{what} reads a chance that may not be revealed yet");
            self.fault(Code::UNREVEALED, place, at, message, "reveal it before, or write `revealed … and …`");
        }
    }

    fn lines(&mut self, range: &std::ops::Range<u32>, state: &State, place: &Place, at: (Here, usize, Option<Move>)) {
        for line in range.clone() {
            let when = &self.scenario.lines[line as usize].when;
            self.unrevealed(when, state, place, at, "a line here");
        }
    }

    fn unreached(&self) -> Vec<Finding> {
        let scenario = self.scenario;
        let tell = |place: &Place, message: String| {
            let help = "remove it, or open a way to it";
            Finding::error(Code::UNREACHABLE, place.clone(), message).severity(Severity::Warning).help(help)
        };
        let mut findings = Vec::new();
        for (index, scene) in scenario.scenes.iter().enumerate() {
            if !self.scenes[index] {
                findings.push(tell(&scene.at, format!("no play reaches the scene \"{}\"", scene.name)));
                continue;
            }
            let never = scene.choices.iter().zip(&self.choices[index]).filter(|(_, taken)| !**taken);
            findings.extend(
                never.map(|(choice, _)| tell(&choice.at, format!("the choice \"{}\" is never open", choice.id))),
            );
        }
        let timeout = scenario.clock.timeout.index();
        let endings = scenario.endings.iter().zip(&self.endings).enumerate();
        let never = endings.filter(|(number, (_, reached))| !**reached && *number != timeout);
        findings.extend(
            never.map(|(_, (ending, _))| tell(&ending.at, format!("no play reaches the ending \"{}\"", ending.name))),
        );
        findings
    }
}

impl Visitor for Sight<'_> {
    fn state(&mut self, here: Here, state: &State) {
        let scenario = self.scenario;
        let Some(id) = state.scene(scenario) else { return };
        let scene = scenario.scene(id);
        let at = (here, id.index(), None);
        self.scenes[id.index()] = true;
        let mut open = false;
        for (index, choice) in scene.choices.iter().enumerate() {
            self.unrevealed(&choice.when, state, &choice.at, at, "`when`");
            let status = state.open(scenario, id, ChoiceId(index as u16));
            if status != Open::Hidden {
                choice.locks.iter().for_each(|(when, _)| self.unrevealed(when, state, &choice.at, at, "`locked`"));
            }
            open |= status == Open::Yes;
        }
        if !open {
            let message = format!("nothing can be chosen in \"{}\"", scene.name);
            self.fault(Code::SOFT_LOCK, &scene.at, at, message, "leave one choice open in every situation");
        }
    }

    fn step(&mut self, here: Here, before: &State, taken: Move, events: &[Event], after: &State) {
        let scenario = self.scenario;
        let choice = &scenario.scene(taken.scene).choices[taken.choice.index()];
        let at = (here, taken.scene.index(), Some(taken));
        self.choices[taken.scene.index()][taken.choice.index()] = true;
        for mark in choice.meets.iter().chain(&choice.breaks) {
            self.unrevealed(&mark.when, before, &choice.at, at, "what it meets or breaks");
        }
        choice.feedback.iter().for_each(|(when, _)| self.unrevealed(when, before, &choice.at, at, "its feedback"));
        let routes = choice.exit.routes.iter().take(if choice.call.is_some() { 0 } else { usize::MAX });
        for (when, _) in routes {
            self.unrevealed(when, after, &choice.at, at, "a route");
            if when.holds(&after.0) {
                break;
            }
        }
        self.lines(&choice.reply, after, &choice.at, at);
        for event in events {
            match event {
                Event::Overran(variable) => {
                    let name = &scenario.variables[variable.index()].name;
                    let message = format!("`{name}` leaves its bounds");
                    self.fault(
                        Code::BOUNDS,
                        &choice.at,
                        at,
                        message,
                        "widen the bounds, or guard the choice with `when`",
                    );
                }
                Event::Entered(scene) => {
                    self.lines(&scenario.scene(*scene).lines, after, &scenario.scene(*scene).at, at)
                }
                Event::Stayed(scene) => {
                    self.lines(&scenario.scene(*scene).again, after, &scenario.scene(*scene).at, at)
                }
                Event::Ended(ending) => {
                    self.endings[ending.index()] = true;
                    self.lines(&scenario.ending(*ending).lines, after, &scenario.ending(*ending).at, at);
                }
                _ => {}
            }
        }
    }
}
