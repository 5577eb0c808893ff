//! Moves that are judged otherwise: the same choice after the same choices, under the same dice, with another label.
//!
//! Compared are all choices that are open in both versions along each old best play: the play itself and every single step
//! aside from it. That is exact where it looks, and looks where learners are; situations further aside are many, and most
//! of them repeat what is told there.

use super::replay::played;
use super::{Best, Edition};
use crate::bits::Words;
use crate::chance::{Rolls, Seed};
use crate::debrief::Label;
use crate::engine::{Event, Move, State, Turn, step};
use crate::scenario::ChoiceId;
use crate::solver::{Unsolved, Values};
use std::collections::{BTreeMap, BTreeSet};

/// How a move is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// None where nothing else stood to choose.
    pub label: Option<Label>,
    /// In hundredths of a percent.
    pub loss: u32,
}

/// A choice with another label than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub scene: Box<str>,
    pub choice: Box<str>,
    pub was: Judgement,
    pub is: Judgement,
    /// The choices before it, in the first situation that shows it.
    pub after: Vec<Box<str>>,
    pub seed: Option<Seed>,
    /// In how many situations.
    pub times: usize,
}

/// What tells situations apart: the states in both versions, which hold what the dice have shown, and the choices so far.
type Situation = (Words, Words, Vec<Box<str>>);

/// A choice by scene and id, and the labels that it had and has.
type Key = (Box<str>, Box<str>, Option<Label>, Option<Label>);

/// All moves with another label, by scene and choice, and how many situations were compared.
pub fn moved(
    old: (Edition, &Values),
    new: (Edition, &Values),
    bests: &[Best],
) -> Result<(Vec<Moved>, usize), Unsolved> {
    let mut seen: BTreeSet<Situation> = BTreeSet::new();
    let mut moved: BTreeMap<Key, Moved> = BTreeMap::new();
    for best in bests {
        let ids: Vec<&str> = best.old.ids.iter().map(|id| &**id).collect();
        let (was, _) = played(old.0, &best.fall.old, &ids);
        let (is, _) = played(new.0, &best.fall.new, &ids);
        let together = was.len().min(is.len());
        for moves in 0..=together.min(was.len().saturating_sub(1)) {
            let Some((scenes, states)) = meeting(old.0, new.0, (&was, &is), moves) else { break };
            let after: Vec<Box<str>> = best.old.ids[..moves].to_vec();
            if !seen.insert((states.0.0, states.1.0, after.clone())) {
                continue;
            }
            for id in shared(old.0, new.0, &states) {
                let was = judged(old, &best.fall.old, &was[..moves], &id)?;
                let is = judged(new, &best.fall.new, &is[..moves], &id)?;
                let (Some(was), Some(is)) = (was, is) else { continue };
                if was.label != is.label {
                    let key = (scenes.clone(), id.clone(), was.label, is.label);
                    let first = Moved {
                        scene: scenes.clone(),
                        choice: id,
                        was,
                        is,
                        after: after.clone(),
                        seed: best.fall.seed,
                        times: 0,
                    };
                    moved.entry(key).or_insert(first).times += 1;
                }
            }
        }
    }
    Ok((moved.into_values().collect(), seen.len()))
}

/// The scene and the states after this many moves, if both versions stand in a scene of one name.
fn meeting(old: Edition, new: Edition, turns: (&[Turn], &[Turn]), moves: usize) -> Option<(Box<str>, (State, State))> {
    let stand = |edition: Edition, turns: &[Turn]| match moves.checked_sub(1) {
        None => Some(State::opening(edition.scenario)),
        Some(last) => turns.get(last).map(|turn| turn.after),
    };
    let states = (stand(old, turns.0)?, stand(new, turns.1)?);
    let was = &old.scenario.scene(states.0.scene(old.scenario)?).name;
    let is = &new.scenario.scene(states.1.scene(new.scenario)?).name;
    (was == is).then(|| (was.clone(), states))
}

/// The ids of the choices that are open in both, in the order of the old file.
fn shared(old: Edition, new: Edition, states: &(State, State)) -> Vec<Box<str>> {
    let open = |edition: Edition, state: &State| -> Vec<Box<str>> {
        let Some(scene) = state.scene(edition.scenario) else { return Vec::new() };
        let choices = &edition.scenario.scene(scene).choices;
        state.open_choices(edition.scenario).map(|id| choices[id.index()].id.clone()).collect()
    };
    let (was, is) = (open(old, &states.0), open(new, &states.1));
    was.into_iter().filter(|id| is.contains(id)).collect()
}

/// How a choice is judged after these turns.
fn judged(
    (edition, values): (Edition, &Values),
    rolls: &Rolls,
    turns: &[Turn],
    id: &str,
) -> Result<Option<Judgement>, Unsolved> {
    let scenario = edition.scenario;
    let before = turns.last().map_or_else(|| State::opening(scenario), |turn| turn.after);
    let Some(scene) = before.scene(scenario) else { return Ok(None) };
    let number = scenario.scene(scene).choices.iter().position(|choice| *choice.id == *id);
    let Some(choice) = number.map(|number| ChoiceId(number as u16)) else { return Ok(None) };
    let taken = Move { scene, choice };
    let mut events = vec![Event::Took { scene, choice }];
    let after = step(scenario, &before, taken, &mut rolls.clone(), &mut events);
    let mut line = turns.to_vec();
    line.push(Turn { taken, before, after, events });
    let judged = values.judge(&line, rolls)?;
    let last = judged.get(turns.len());
    Ok(last.map(|judged| {
        let label = if judged.critical { Label::Blunder } else { Label::of(judged.loss) };
        Judgement { label: (judged.open > 1).then_some(label), loss: judged.loss }
    }))
}
