//! The rules of play: what one choice does to a state. The hot loop of the solver, so nothing here allocates but what
//! the caller's list of events needs.

use super::event::Event;
use super::state::{Node, State};
use crate::base::chance::Dice;
use crate::content::scenario::{
    ChanceId, Change, Choice, ChoiceId, Effect, Exit, MOOD, OutcomeId, Scenario, SceneId, Target, VariableKind, YieldId,
};

/// A choice of a scene: what a player does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Move {
    /// Where it is made.
    pub scene: SceneId,
    /// Which choice of the scene.
    pub choice: ChoiceId,
}

/// Takes an open choice: the state after it. `events` is added to, never cleared.
///
/// `taken` must be open in `state`; [`super::Session::take`] checks it for players.
pub fn advance(
    scenario: &Scenario,
    state: &State,
    taken: Move,
    dice: &mut impl Dice,
    events: &mut Vec<Event>,
) -> State {
    let choice = &scenario.scene(taken.scene).choices[taken.choice.index()];
    judge(scenario, state, choice, events);
    let mut next = *state;
    if let Some(once) = choice.once {
        once.set(&mut next.0, 1);
    }
    pass_time(scenario, &mut next, choice, events);
    choice.effects.iter().for_each(|effect| apply(scenario, &mut next, *effect, events));
    choice.reveal.iter().for_each(|chance| reveal(scenario, &mut next, *chance, dice, events));
    leave(scenario, &mut next, taken.scene, choice, events);
    next
}

/// What the choice meets, spoils and breaks, read before anything changes.
#[inline]
fn judge(scenario: &Scenario, state: &State, choice: &Choice, events: &mut Vec<Event>) {
    for mark in choice.meets.iter().filter(|mark| mark.when.holds(&state.0)) {
        events.push(Event::Met(mark.requirement));
    }
    for mark in choice.spoils.iter().filter(|mark| mark.when.holds(&state.0)) {
        events.push(Event::Spoiled(mark.requirement));
    }
    for mark in choice.breaks.iter().filter(|mark| mark.when.holds(&state.0)) {
        let requirement = mark.requirement;
        let gives_way =
            |rule: &crate::content::scenario::Yield| rule.requirement == requirement && rule.when.holds(&state.0);
        events.push(match YieldId::find(&scenario.yields, gives_way) {
            Some(rule) => Event::Yielded { requirement, rule },
            None => Event::Broke(requirement),
        });
    }
}

#[inline]
fn pass_time(scenario: &Scenario, state: &mut State, choice: &Choice, events: &mut Vec<Event>) {
    let elapsed = state.elapsed(scenario);
    let seconds = choice.takes.seconds(scenario.clock.start + elapsed);
    scenario.fields.elapsed.set(&mut state.0, elapsed + seconds);
    events.push(Event::Passed(seconds));
}

/// The customer's mood after a choice that is taken in this mood.
pub fn mood_after(scenario: &Scenario, mood: i32, taken: Move) -> i32 {
    let choice = &scenario.scene(taken.scene).choices[taken.choice.index()];
    let bounds = &scenario.variables[MOOD.index()];
    choice.effects.iter().filter(|effect| effect.variable == MOOD).fold(mood, |mood, effect| {
        let wanted = match effect.change {
            Change::Add(by) => mood.saturating_add(by),
            Change::Set(to) => to,
        };
        wanted.clamp(bounds.from, bounds.to)
    })
}

#[inline]
fn apply(scenario: &Scenario, state: &mut State, effect: Effect, events: &mut Vec<Event>) {
    let variable = &scenario.variables[effect.variable.index()];
    let from = variable.field.get(&state.0).cast_signed() + variable.from;
    let wanted = match effect.change {
        Change::Add(by) => from.saturating_add(by),
        Change::Set(to) => to,
    };
    let to = wanted.clamp(variable.from, variable.to);
    if to != wanted && variable.kind != VariableKind::Gauge {
        events.push(Event::Overran(effect.variable));
    }
    if to != from {
        variable.field.set(&mut state.0, (to - variable.from).unsigned_abs());
        events.push(Event::Changed { variable: effect.variable, from, to });
    }
}

/// Draws a chance, if it is not drawn yet.
fn reveal(scenario: &Scenario, state: &mut State, id: ChanceId, dice: &mut impl Dice, events: &mut Vec<Event>) {
    let chance = &scenario.chances[id.index()];
    if chance.field.get(&state.0) != 0 {
        return;
    }
    let odds = chance.odds.iter().find(|(when, _)| when.holds(&state.0));
    let drawn = dice.draw(id.index(), odds.map_or(&chance.weights, |(_, weights)| weights));
    let outcome = OutcomeId::from_index(drawn).expect("dice draw one of the outcomes");
    chance.field.set(&mut state.0, outcome.number() + 1);
    events.push(Event::Revealed { chance: id, outcome });
}

/// Goes where the choice leads, or to the timeout's ending when the clock has run out on the way.
#[inline]
fn leave(scenario: &Scenario, state: &mut State, from: SceneId, choice: &Choice, events: &mut Vec<Event>) {
    let (home, target) = match choice.call {
        Some(call) => {
            let fragment = &scenario.fragments[call.fragment.index()];
            fragment.site.set(&mut state.0, call.site.number());
            (from, Target::Scene(fragment.start))
        }
        None => follow(scenario, state, from, &choice.exit),
    };
    let over = state.clock(scenario) >= scenario.clock.closes_at;
    let node = match target {
        Target::Ending(ending) => Node::Ending(ending),
        _ if over => {
            events.push(Event::TimedOut);
            Node::Ending(scenario.clock.timeout)
        }
        Target::Scene(scene) => Node::Scene(scene),
        Target::Stay | Target::Return(_) => Node::Scene(home),
    };
    state.enter(scenario, node);
    events.push(match node {
        Node::Ending(ending) => Event::Ended(ending),
        Node::Scene(scene) if target == Target::Stay && scene == from => Event::Stayed(scene),
        Node::Scene(scene) => Event::Entered(scene),
    });
}

/// The end of an exit, through the calls that it returns from; with the scene that `Stay` means there.
#[inline]
fn follow(scenario: &Scenario, state: &mut State, from: SceneId, exit: &Exit) -> (SceneId, Target) {
    let (mut home, mut exit) = (from, exit);
    loop {
        let route = exit.routes.iter().find(|(when, _)| when.holds(&state.0));
        match route.map_or(exit.goto, |(_, target)| *target) {
            Target::Return(id) => {
                let fragment = &scenario.fragments[id.index()];
                let site = fragment.site.get(&state.0) as usize;
                fragment.site.set(&mut state.0, 0);
                let (caller, after) = &fragment.sites[site];
                (home, exit) = (*caller, after);
            }
            target => return (home, target),
        }
    }
}
