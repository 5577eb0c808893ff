//! One play by one player: the seed, the moves, and every moment on the way, so that taking back is only forgetting.

use super::advance::Move;
use super::event::Event;
use super::state::{Open, State};
use super::tell::{opening_lines, step};
use crate::base::bilingual::Bilingual;
use crate::base::chance::{Dice, Rolls, Seed};
use crate::base::diagnostic::suggest;
use crate::base::text::make_safe;
use crate::both;
use crate::content::scenario::{Choice, ChoiceId, EndingId, Scenario};
use crate::content::standard::RequirementId;
use std::fmt;
use std::sync::Arc;

/// Room for what most turns tell.
const EVENTS: usize = 16;

/// A choice that was taken, the moment before it, and what it told.
#[derive(Clone, Debug)]
pub struct Turn {
    /// The choice.
    pub taken: Move,
    /// The moment before it.
    pub before: State,
    /// The moment after it.
    pub after: State,
    /// Everything that happened, in order.
    pub events: Vec<Event>,
}

impl Turn {
    /// Takes an open choice and keeps everything that it tells.
    pub fn take(scenario: &Scenario, before: State, taken: Move, dice: &mut impl Dice) -> Turn {
        let mut events = Vec::with_capacity(EVENTS);
        events.push(Event::Took { scene: taken.scene, choice: taken.choice });
        let after = step(scenario, &before, taken, dice, &mut events);
        Turn { taken, before, after, events }
    }

    /// The requirements that it touched, in order.
    pub fn requirements(&self) -> impl Iterator<Item = RequirementId> {
        self.events.iter().filter_map(|event| event.on_requirement()).map(super::event::RequirementEvent::requirement)
    }
}

/// A play under way. Everything in it follows from the scenario, the seed and the moves.
#[derive(Clone, Debug)]
pub struct Session {
    scenario: Arc<Scenario>,
    seed: Seed,
    rolls: Rolls,
    turns: Vec<Turn>,
}

/// The one thing that can go wrong in play: a choice that cannot be taken. The play stays as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedChoice {
    /// The id that was asked for.
    pub wanted: Box<str>,
    /// What stands against it.
    pub why: Closed,
    /// The ids that are open instead; none when the play is over.
    pub open: Vec<Box<str>>,
}

/// Why a choice cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// The play is over.
    Over,
    /// The scene has no choice of this id.
    Unknown,
    /// The choice is hidden or locked here.
    NotOpen,
}

impl Session {
    /// A play that nobody has begun.
    pub fn new(scenario: Arc<Scenario>, seed: Seed) -> Session {
        let rolls = scenario.rolls(seed);
        Session::with_rolls(scenario, seed, rolls)
    }

    /// The same under other dice than the seed's own; the seed still decides the order of choices.
    pub fn with_rolls(scenario: Arc<Scenario>, seed: Seed, rolls: Rolls) -> Session {
        Session { scenario, seed, rolls, turns: Vec::new() }
    }

    /// What is played.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// Under which dice it is played.
    pub fn seed(&self) -> Seed {
        self.seed
    }

    /// The moves so far, in order.
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// Where the play stands now.
    pub fn state(&self) -> State {
        self.turns.last().map_or_else(|| State::opening(&self.scenario), |turn| turn.after)
    }

    /// The lines before the first choice.
    pub fn opening(&self) -> Vec<Event> {
        let mut events = Vec::new();
        opening_lines(&self.scenario, &mut events);
        events
    }

    /// Whether an ending is reached.
    pub fn is_over(&self) -> bool {
        self.state().scene(&self.scenario).is_none()
    }

    /// The ending, once it is reached.
    pub fn ending(&self) -> Option<EndingId> {
        match self.state().node(&self.scenario) {
            super::Node::Ending(ending) => Some(ending),
            super::Node::Scene(_) => None,
        }
    }

    /// The choices that are shown, open or locked, in the order that the seed decides for this scene.
    pub fn shown(&self) -> Vec<(ChoiceId, Open)> {
        let state = self.state();
        let Some(scene) = state.scene(&self.scenario) else { return Vec::new() };
        let place = self.scenario.scene(scene);
        let order = self.seed.shuffle(&format!("order:{}", place.name), place.choices.len());
        let choices = order.into_iter().filter_map(ChoiceId::from_index);
        let marked = choices.map(|id| (id, state.open(&self.scenario, scene, id)));
        marked.filter(|(_, open)| *open != Open::Hidden).collect()
    }

    /// A choice of the present scene.
    pub fn choice(&self, id: ChoiceId) -> Option<&Choice> {
        let scene = self.state().scene(&self.scenario)?;
        self.scenario.scene(scene).choices.get(id.index())
    }

    /// Takes a choice of the present scene.
    ///
    /// # Errors
    /// When it is not open; the play stays as it was.
    pub fn take(&mut self, id: ChoiceId) -> Result<&Turn, ClosedChoice> {
        let before = self.state();
        let scene = before.scene(&self.scenario);
        let choices = scene.map_or(0, |scene| self.scenario.scene(scene).choices.len());
        let (Some(scene), true) = (scene, id.index() < choices) else { return Err(self.closed("", Closed::Unknown)) };
        if before.open(&self.scenario, scene, id) != Open::Yes {
            return Err(self.closed(&self.scenario.scene(scene).choices[id.index()].id, Closed::NotOpen));
        }
        let taken = Move { scene, choice: id };
        self.turns.push(Turn::take(&self.scenario, before, taken, &mut self.rolls));
        Ok(&self.turns[self.turns.len() - 1])
    }

    /// Takes a choice by its id, as saves and command lines name it.
    ///
    /// # Errors
    /// When no choice of the present scene has this id, or it is not open; the play stays as it was.
    pub fn take_id(&mut self, id: &str) -> Result<&Turn, ClosedChoice> {
        let scene = self.state().scene(&self.scenario);
        let choices = scene.map_or(&[][..], |scene| &self.scenario.scene(scene).choices);
        match ChoiceId::find(choices, |choice| *choice.id == *id) {
            Some(choice) => self.take(choice),
            None => Err(self.closed(id, Closed::Unknown)),
        }
    }

    /// Takes back the last move, if there is one.
    pub fn rewind(&mut self) -> bool {
        self.turns.pop().is_some()
    }

    /// Goes back to the moment before this move.
    pub fn rewind_to(&mut self, turn: usize) {
        self.turns.truncate(turn);
    }

    /// The ids of the moves so far.
    pub fn choice_ids(&self) -> Vec<&str> {
        self.turns.iter().map(|turn| &*self.taken(turn).id).collect()
    }

    /// The choice that a turn took.
    pub fn taken(&self, turn: &Turn) -> &Choice {
        &self.scenario.scene(turn.taken.scene).choices[turn.taken.choice.index()]
    }

    pub(super) fn closed(&self, wanted: &str, why: Closed) -> ClosedChoice {
        let state = self.state();
        let scene = state.scene(&self.scenario);
        let why = if scene.is_some() { why } else { Closed::Over };
        let open = scene.map(|scene| {
            let choices = &self.scenario.scene(scene).choices;
            state.open_choices(&self.scenario).map(|id| choices[id.index()].id.clone()).collect()
        });
        ClosedChoice { wanted: wanted.into(), why, open: open.unwrap_or_default() }
    }
}

impl ClosedChoice {
    /// What stands against it, and what is open instead.
    pub fn told(&self) -> Bilingual {
        let wanted = make_safe(&self.wanted);
        if self.open.is_empty() {
            return both!(
                "the choice \"{wanted}\" cannot be taken: the play is over",
                "选不了 \"{wanted}\"：演练已经结束"
            );
        }
        let near = suggest(&self.wanted, self.open.iter().map(|id| &**id));
        let near = near.map(|near| both!(" (did you mean \"{near}\"?)", "（是不是想写 \"{near}\"？）"));
        both!(
            "the choice \"{wanted}\" is not open here; open: {open}{near}",
            "这里选不了 \"{wanted}\"；能选的有：{open}{near}",
            open = self.open.join(", ");
            near = near.unwrap_or_default()
        )
    }
}

impl fmt::Display for ClosedChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told().en)
    }
}

impl std::error::Error for ClosedChoice {}
