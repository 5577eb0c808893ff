//! What some play shows or takes of a scenario's conditional parts: lines, locks, feedback, routes. It belongs to the hot
//! loop of `check`: what was seen once is not asked for again.

use super::undrawn::UndrawnReads;
use crate::content::scenario::{Change, Choice, ChoiceId, Condition, Scenario, SceneId, Target, VariableKind};
use crate::play::engine::{Event, Move, State};
use crate::play::solver::Tracked;
use std::ops::Range;

/// What was seen so far.
pub(super) struct Shown<'s> {
    scenario: &'s Scenario,
    /// By line of the scenario.
    pub lines: Vec<bool>,
    /// By scene: whether a choice led back to it.
    pub again: Vec<bool>,
    /// By choice of a scene.
    pub choices: Vec<Vec<ShownChoice>>,
    /// By fragment and call site: the choice that calls from there.
    callers: Vec<Vec<Option<Move>>>,
}

/// What was seen of one choice.
pub(super) struct ShownChoice {
    pub locks: Vec<bool>,
    pub feedback: Vec<bool>,
    pub routes: Vec<bool>,
}

impl ShownChoice {
    fn of(choice: &Choice) -> ShownChoice {
        ShownChoice {
            locks: vec![false; choice.locks.len()],
            feedback: vec![false; choice.feedback.len()],
            routes: vec![false; choice.exit.routes.len()],
        }
    }

    fn tracks_feedback(&self, choice: &Choice) -> bool {
        let conditions = || choice.feedback.iter().map(|(when, _)| when);
        let unseen = conditions().zip(&self.feedback).any(|(when, seen)| !seen && !when.is_always());
        let may_be_silent = choice.marks().next().is_some() && !conditions().any(Condition::is_always);
        unseen || may_be_silent
    }
}

impl<'s> Shown<'s> {
    pub(super) fn new(scenario: &'s Scenario) -> Shown<'s> {
        let of_scene = |choices: &Vec<Choice>| choices.iter().map(ShownChoice::of).collect();
        let mut shown = Shown {
            scenario,
            lines: vec![false; scenario.lines.len()],
            again: vec![false; scenario.scenes.len()],
            choices: scenario.scenes.iter().map(|scene| of_scene(&scene.choices)).collect(),
            callers: callers(scenario),
        };
        shown.lines(&scenario.scene(scenario.start).lines, &State::opening(scenario));
        shown
    }

    /// Lines that are told in a state, if their conditions hold.
    fn lines(&mut self, range: &Range<usize>, state: &State) {
        for line in range.clone() {
            if !self.lines[line] {
                self.lines[line] = self.scenario.lines[line].when.holds(&state.0);
            }
        }
    }

    /// A lock that is shown with its reason.
    pub(super) fn lock(&mut self, scene: SceneId, choice: ChoiceId, lock: usize) {
        self.choices[scene.index()][choice.index()].locks[lock] = true;
    }

    /// How many lines and feedbacks were seen.
    pub(super) fn count(&self) -> usize {
        let feedback = self.choices.iter().flatten().flat_map(|choice| &choice.feedback);
        self.lines.iter().chain(feedback).filter(|seen| **seen).count()
    }

    /// What must be kept track of: the texts not seen yet, and those of which every showing matters, since they read a chance
    /// that may not be drawn, or may leave a choice that counts without an answer; and numbers that may leave their bounds.
    pub(super) fn to_track(&self, undrawn: &UndrawnReads) -> Tracked {
        let unseen = self.lines.iter().zip(&undrawn.lines).map(|(seen, undrawn)| !seen || *undrawn);
        let mut tracked = Tracked::lines(self.scenario, unseen.collect());
        tracked.feedback.clone_from(&undrawn.feedback);
        for ((scene, shown), tracked) in self.scenario.scenes.iter().zip(&self.choices).zip(&mut tracked.feedback) {
            for ((choice, shown), tracked) in scene.choices.iter().zip(shown).zip(tracked) {
                *tracked |= shown.tracks_feedback(choice);
            }
        }
        for effect in self.scenario.choices().flat_map(|choice| &choice.effects) {
            let variable = &self.scenario.variables[effect.variable.index()];
            if variable.kind == VariableKind::Number && matches!(effect.change, Change::Add(_)) {
                variable.field.mark(&mut tracked.facts);
            }
        }
        tracked
    }

    /// What a move shows: feedback, reply, the way that it takes, and what is told where it leads.
    pub(super) fn step(&mut self, taken: Move, before: &State, events: &[Event], after: &State) {
        let choice = choice_of(self.scenario, taken);
        let feedback = &mut self.choices[taken.scene.index()][taken.choice.index()].feedback;
        if feedback.contains(&false)
            && let Some(number) = choice.feedback.iter().position(|(when, _)| when.holds(&before.0))
        {
            feedback[number] = true;
        }
        self.lines(&choice.reply, after);
        if choice.call.is_none() {
            self.follow(taken, before, after);
        }
        for event in events {
            self.told(event, after);
        }
    }

    fn told(&mut self, event: &Event, after: &State) {
        let scenario = self.scenario;
        match event {
            Event::Entered(scene) => self.lines(&scenario.scene(*scene).lines, after),
            Event::Stayed(scene) => {
                self.again[scene.index()] = true;
                self.lines(&scenario.scene(*scene).again, after);
            }
            Event::Ended(ending) => self.lines(&scenario.ending(*ending).lines, after),
            _ => {}
        }
    }

    /// Marks the route of an exit, and of those that it returns to.
    fn follow(&mut self, taken: Move, before: &State, after: &State) {
        let mut at = taken;
        loop {
            let exit = &choice_of(self.scenario, at).exit;
            let route = exit.routes.iter().position(|(when, _)| when.holds(&after.0));
            if let Some(number) = route {
                self.choices[at.scene.index()][at.choice.index()].routes[number] = true;
            }
            let Target::Return(id) = route.map_or(exit.goto, |number| exit.routes[number].1) else { return };
            let site = self.scenario.fragments[id.index()].site.get(&before.0) as usize;
            let caller = self.callers[id.index()].get(site).copied().flatten();
            let Some(caller) = caller else { return };
            at = caller;
        }
    }
}

fn choice_of(scenario: &Scenario, taken: Move) -> &Choice {
    &scenario.scene(taken.scene).choices[taken.choice.index()]
}

fn callers(scenario: &Scenario) -> Vec<Vec<Option<Move>>> {
    let mut callers: Vec<Vec<Option<Move>>> =
        scenario.fragments.iter().map(|fragment| vec![None; fragment.sites.len()]).collect();
    for (scene, own) in SceneId::enumerate(&scenario.scenes) {
        for (choice, called) in ChoiceId::enumerate(&own.choices) {
            if let Some(call) = called.call {
                callers[call.fragment.index()][call.site.index()] = Some(Move { scene, choice });
            }
        }
    }
    callers
}
