//! What is seen while every state is explored, for the rules to judge afterwards. It is the hot loop of `check`: it marks and
//! counts, and words are found only for a fault, once in a place.

use super::glimpse::glimpse;
use super::move_graph::MoveGraph;
use super::same_words::{LookAlikes, look_alikes};
use super::shown::Shown;
use super::undrawn::UndrawnReads;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::Code;
use crate::both;
use crate::content::scenario::{Choice, ChoiceId, Condition, LineOf, Scenario, SceneId, SourceRef, TextId};
use crate::content::standard::Standard;
use crate::play::engine::{Event, Move, Open, State};
use crate::play::solver::{StateIndex, Tracked, Visitor};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A fault that shows at a moment of some play.
pub struct PlayFault {
    pub code: Code,
    pub source_ref: SourceRef,
    pub message: Bilingual,
    pub help: Phrase,
    pub at: Occurrence,
}

/// When something was seen: in a state of this scene, or at a move from it.
#[derive(Clone, Copy, Debug)]
pub struct Occurrence {
    /// The state, before the move if there is one.
    pub here: StateIndex,
    /// Its scene.
    pub scene: SceneId,
    /// The move.
    pub taken: Option<Move>,
}

/// What was seen so far.
pub struct CheckVisitor<'s> {
    scenario: &'s Scenario,
    pub faults: Vec<PlayFault>,
    /// Faults that were told already: once in a place is enough.
    told: FxHashSet<(Code, SourceRef)>,
    /// Whether a play came here, by scene, ending, and choice of a scene.
    pub scenes: Vec<bool>,
    pub endings: Vec<bool>,
    pub choices: Vec<Vec<bool>>,
    /// Whether a play met it, by requirement.
    pub met: Vec<bool>,
    /// Moves that met or broke something and were answered by no feedback, once a choice.
    pub silent: Vec<(SourceRef, Occurrence)>,
    pub move_graph: MoveGraph,
    /// What was shown of lines, locks, feedback and routes.
    pub(super) shown: Shown<'s>,
    /// By rule that gives way: whether some moment was seen at which it does not.
    in_force: Vec<bool>,
    /// By scene: choices that read alike.
    look_alikes: Vec<Vec<LookAlikes>>,
    /// By choice of a scene: whether a condition of it hangs on a chance.
    asked: Vec<Vec<bool>>,
    /// The texts that may ask for a chance before it is drawn.
    undrawn: UndrawnReads,
}

impl<'s> CheckVisitor<'s> {
    pub fn new(scenario: &'s Scenario, standard: &Standard) -> CheckVisitor<'s> {
        CheckVisitor {
            scenario,
            faults: Vec::new(),
            told: FxHashSet::default(),
            scenes: vec![false; scenario.scenes.len()],
            endings: vec![false; scenario.endings.len()],
            choices: scenario.scenes.iter().map(|scene| vec![false; scene.choices.len()]).collect(),
            met: vec![false; standard.requirements.len()],
            silent: Vec::new(),
            move_graph: MoveGraph::default(),
            shown: Shown::new(scenario),
            in_force: vec![false; scenario.yields.len()],
            look_alikes: look_alikes(scenario),
            asked: scenario
                .scenes
                .iter()
                .map(|scene| scene.choices.iter().map(|c| asks(scenario, c)).collect())
                .collect(),
            undrawn: UndrawnReads::of(scenario),
        }
    }

    /// Plays a few times before all is walked; what is to be kept track of in the walk.
    pub(super) fn glimpse(&mut self) -> Tracked {
        glimpse(self.scenario, &mut self.shown);
        self.shown.to_track(&self.undrawn)
    }

    /// Whether this rule gives way at every moment that was seen.
    pub fn always_yields(&self, rule: usize) -> bool {
        !self.in_force[rule]
    }

    /// A choice that meets a row and fails it in the same breath.
    fn contradicted(&mut self, events: &[Event], source_ref: SourceRef, at: Occurrence) {
        let met = |id| events.contains(&Event::Met(id));
        let failed = |event: &Event| match event {
            Event::Spoiled(id) | Event::Broke(id) => met(*id),
            _ => false,
        };
        if events.iter().any(failed) {
            let message = || {
                Phrase::new(
                    "this choice meets a requirement and fails it at once",
                    "这个选项对同一条要求既做到又没做到",
                )
                .into()
            };
            self.fault(
                Code::MET_AND_FAILED,
                source_ref,
                at,
                message,
                Phrase::new("let the conditions of the two marks exclude each other", "让两处的条件互相排斥"),
            );
        }
    }

    fn fault(
        &mut self,
        code: Code,
        source_ref: SourceRef,
        at: Occurrence,
        message: impl FnOnce() -> Bilingual,
        help: Phrase,
    ) {
        if self.told.insert((code, source_ref)) {
            self.faults.push(PlayFault { code, source_ref, message: message(), help, at });
        }
    }

    /// A condition that hangs on a chance which is not drawn.
    fn unrevealed(
        &mut self,
        condition: &Condition,
        state: &State,
        source_ref: SourceRef,
        at: Occurrence,
        what: Phrase,
    ) {
        if condition.ask(&state.0).is_none() {
            let message = || {
                both!(
                    "{what} reads a chance that may not be revealed yet",
                    "{what}要看一个可能还没揭晓的随机";
                    what = what
                )
            };
            let help =
                Phrase::new("reveal it before, or write `revealed … and …`", "先揭晓它，或者写成 `revealed … and …`");
            self.fault(Code::UNREVEALED, source_ref, at, message, help);
        }
    }

    fn lines(&mut self, range: &Range<usize>, state: &State, of: LineOf, at: Occurrence) {
        for (number, line) in range.clone().enumerate() {
            if !self.undrawn.lines[line] {
                continue;
            }
            let when = &self.scenario.lines[line].when;
            self.unrevealed(
                when,
                state,
                SourceRef::Text(TextId::Line(of, number), None),
                at,
                Phrase::new("this line", "这一句"),
            );
        }
    }

    /// Choices that read alike and stand on this screen.
    fn alike(&mut self, scene: SceneId, state: &State, at: Occurrence) {
        let scenario = self.scenario;
        for number in 0..self.look_alikes[scene.index()].len() {
            let LookAlikes { first, second, lang } = self.look_alikes[scene.index()][number];
            let shown = |id| state.open(scenario, scene, id) != Open::Hidden;
            if shown(first) && shown(second) {
                let id = |choice: ChoiceId| &scenario.scene(scene).choices[choice.index()].id;
                let message = || {
                    both!(
                        "\"{second}\" reads like \"{first}\" in \"{lang}\"",
                        "在 \"{lang}\" 里，\"{second}\" 和 \"{first}\" 的文字一样",
                        second = id(second),
                        first = id(first)
                    )
                };
                let help = Phrase::new(
                    "say in the words what makes them two, or write one choice",
                    "把两者的区别写进文字里，或者合成一个选项",
                );
                self.fault(Code::SAME_WORDS, SourceRef::Choice(scene, second), at, message, help);
            }
        }
    }

    /// A choice that counted, and had nothing to say.
    fn answered(&mut self, taken: Move, before: &State, source_ref: SourceRef, at: Occurrence) {
        let choice = &self.scenario.scene(taken.scene).choices[taken.choice.index()];
        let silent = !choice.feedback.iter().any(|(when, _)| when.holds(&before.0));
        if silent && self.told.insert((Code::NO_FEEDBACK, source_ref)) {
            self.silent.push((source_ref, at));
        }
    }

    /// What a choice reads before and after it is taken.
    fn read_by(&mut self, before: &State, taken: Move, after: &State, at: Occurrence) {
        let scenario = self.scenario;
        let choice = &scenario.scene(taken.scene).choices[taken.choice.index()];
        let source_ref = SourceRef::Choice(taken.scene, taken.choice);
        for mark in choice.marks() {
            self.unrevealed(
                &mark.when,
                before,
                source_ref,
                at,
                Phrase::new("what it meets or breaks", "它做到或违反的要求"),
            );
        }
        let is_unsure = self.undrawn.feedback[taken.scene.index()][taken.choice.index()];
        for (when, _) in choice.feedback.iter().filter(|_| is_unsure) {
            self.unrevealed(when, before, source_ref, at, Phrase::new("its feedback", "它的 `feedback`"));
        }
        // The routes of a call are read when the fragment returns.
        let routes = choice.exit.routes.iter().filter(|_| choice.call.is_none());
        for (when, _) in routes {
            self.unrevealed(when, after, source_ref, at, Phrase::new("a route", "`routes` 里的一条"));
            if when.holds(&after.0) {
                break;
            }
        }
        self.lines(&choice.reply, after, LineOf::Reply(taken.scene, taken.choice), at);
    }

    /// What a move told.
    fn event(&mut self, event: &Event, before: &State, taken: Move, after: &State, at: Occurrence) {
        let scenario = self.scenario;
        let source_ref = SourceRef::Choice(taken.scene, taken.choice);
        match event {
            Event::Overran(variable) => {
                let message = || {
                    let name = &scenario.variables[variable.index()].name;
                    both!("`{name}` leaves its bounds", "`{name}` 超出了上下限")
                };
                let help = Phrase::new(
                    "widen the bounds, or guard the choice with `when`",
                    "放宽上下限，或者给选项加上 `when`",
                );
                self.fault(Code::BOUNDS, source_ref, at, message, help);
            }
            Event::Entered(scene) => self.lines(&scenario.scene(*scene).lines, after, LineOf::Scene(*scene), at),
            Event::Stayed(scene) => self.lines(&scenario.scene(*scene).again, after, LineOf::Again(*scene), at),
            Event::Ended(ending) => {
                self.endings[ending.index()] = true;
                self.lines(&scenario.ending(*ending).lines, after, LineOf::Ending(*ending), at);
            }
            Event::Met(requirement) => {
                self.met[requirement.index()] = true;
                self.answered(taken, before, source_ref, at);
            }
            Event::Spoiled(_) | Event::Broke(_) => self.answered(taken, before, source_ref, at),
            Event::Took { .. }
            | Event::Yielded { .. }
            | Event::Passed(_)
            | Event::Changed { .. }
            | Event::Revealed { .. }
            | Event::Line(_)
            | Event::TimedOut => {}
        }
    }
}

/// Whether anything of a choice hangs on a chance. What does not is never asked whether the chance is drawn.
fn asks(scenario: &Scenario, choice: &Choice) -> bool {
    let marks = choice.marks().map(|mark| &mark.when);
    let locks = choice.locks.iter().map(|(when, _)| when);
    let feedback = choice.feedback.iter().map(|(when, _)| when);
    let routes = choice.exit.routes.iter().map(|(when, _)| when);
    let reply = scenario.lines[choice.reply.clone()].iter().map(|line| &line.when);
    [&choice.when]
        .into_iter()
        .chain(marks)
        .chain(locks)
        .chain(feedback)
        .chain(routes)
        .chain(reply)
        .any(Condition::reads_chance)
}

impl Visitor for CheckVisitor<'_> {
    fn state(&mut self, here: StateIndex, state: &State) {
        let scenario = self.scenario;
        self.move_graph.enter();
        let Some(scene) = state.scene(scenario) else { return };
        let at = Occurrence { here, scene, taken: None };
        self.scenes[scene.index()] = true;
        for (in_force, rule) in self.in_force.iter_mut().zip(&scenario.yields) {
            *in_force |= !rule.when.holds(&state.0);
        }
        let mut open = false;
        for (id, choice) in ChoiceId::enumerate(&scenario.scene(scene).choices) {
            let status = state.open(scenario, scene, id);
            open |= status == Open::Yes;
            if let Open::Locked(lock) = status {
                self.shown.lock(scene, id, lock);
            }
            if self.asked[scene.index()][id.index()] {
                let source_ref = SourceRef::Choice(scene, id);
                self.unrevealed(&choice.when, state, source_ref, at, Phrase::new("`when`", "`when`"));
                for (when, _) in choice.locks.iter().filter(|_| status != Open::Hidden) {
                    self.unrevealed(when, state, source_ref, at, Phrase::new("`locked`", "`locked`"));
                }
            }
        }
        self.alike(scene, state, at);
        if !open {
            self.move_graph.over();
            let name = &scenario.scene(scene).name;
            let message = || both!("nothing can be chosen in \"{name}\"", "在 \"{name}\" 里什么都选不了");
            self.fault(
                Code::SOFT_LOCK,
                SourceRef::Scene(scene),
                at,
                message,
                Phrase::new("leave one choice open in every situation", "任何情况下都要留一个能选的选项"),
            );
        }
    }

    fn step(
        &mut self,
        here: StateIndex,
        before: &State,
        taken: Move,
        events: &[Event],
        after: &State,
        to: Option<StateIndex>,
    ) {
        let at = Occurrence { here, scene: taken.scene, taken: Some(taken) };
        self.choices[taken.scene.index()][taken.choice.index()] = true;
        self.shown.step(taken, before, events, after);
        self.contradicted(events, SourceRef::Choice(taken.scene, taken.choice), at);
        if self.asked[taken.scene.index()][taken.choice.index()] {
            self.read_by(before, taken, after, at);
        }
        match to {
            Some(to) => self.move_graph.leads(here, to),
            None if !events.contains(&Event::TimedOut) => self.move_graph.over(),
            None => {}
        }
        for event in events {
            self.event(event, before, taken, after, at);
        }
    }
}
