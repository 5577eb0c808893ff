//! Moves that are judged otherwise: the same choice after the same choices, under the same dice, with another label.
//!
//! Compared are the moves of each old best play, and the choices beside them that are open in both versions: every single
//! step aside. That is where learners are, and each comparison there is exact. Each costs as much as the scenario has
//! states, so in a large one not every situation is looked at: first all choices in one situation each, then in a second.

use super::best::BestDiff;
use super::replay::played;
use super::version::ScenarioVersion;
use crate::base::bits::StateBits;
use crate::base::chance::{Rolls, Seed};
use crate::content::scenario::ChoiceId;
use crate::play::debrief::label;
use crate::play::engine::{Move, State, Turn};
use crate::play::scoring::Label;
use crate::play::solver::{Judged, Unsolved, Values};
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
pub struct LabelDiff {
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

/// How many states may be gone through, over all comparisons: a few seconds' work.
const VISITS: usize = 8_000_000;

/// What tells situations apart: the states in both versions, which hold what the dice have shown, and the choices so far.
type Situation = (StateBits, StateBits, Vec<Box<str>>);

/// A choice by scene and id, and the labels that it had and has.
type LabelDiffKey = (Box<str>, Box<str>, Option<Label>, Option<Label>);

/// A choice that is to be judged in both versions: after this many moves of this old best play.
struct Alternative {
    best: usize,
    moves: usize,
    id: Box<str>,
}

/// An old best play in both versions, as far as it fits.
struct PairedPlay {
    was: Vec<Turn>,
    is: Vec<Turn>,
}

/// All moves with another label, by scene and choice, and how many moves were compared.
///
/// # Errors
/// When a version cannot be judged to its end.
pub(super) fn labels(
    old: (ScenarioVersion, &Values),
    new: (ScenarioVersion, &Values),
    bests: &[BestDiff],
) -> Result<(Vec<LabelDiff>, usize), Unsolved> {
    let plays: Vec<PairedPlay> = bests.iter().map(|best| paired(old.0, new.0, best)).collect();
    let (lines, asides) = situations(old.0, new.0, bests, &plays);
    let affordable = VISITS / (old.1.states() + new.1.states()).max(1);
    let mut comparison = LabelComparison { old, new, labels: BTreeMap::new(), compared: 0 };
    for (number, moves) in lines.iter().take(affordable.max(1)) {
        comparison.line(&bests[*number], &plays[*number], moves)?;
    }
    for aside in asides.iter().take(affordable.saturating_sub(lines.len()).max(1)) {
        comparison.aside(&bests[aside.best], &plays[aside.best], aside)?;
    }
    Ok((comparison.labels.into_values().collect(), comparison.compared))
}

/// What was compared so far.
struct LabelComparison<'c> {
    old: (ScenarioVersion<'c>, &'c Values<'c>),
    new: (ScenarioVersion<'c>, &'c Values<'c>),
    labels: BTreeMap<LabelDiffKey, LabelDiff>,
    compared: usize,
}

impl LabelComparison<'_> {
    /// Some moves of an old best play.
    fn line(&mut self, best: &BestDiff, play: &PairedPlay, moves: &[usize]) -> Result<(), Unsolved> {
        let was = self.old.1.judge(&play.was, &best.outcome.old)?;
        let is = self.new.1.judge(&play.is, &best.outcome.new)?;
        for number in moves {
            if let (Some(was), Some(is)) = (was.get(*number), is.get(*number)) {
                self.note(best, play, (*number, &best.old.ids[*number]), (Judgement::of(was), Judgement::of(is)));
            }
        }
        Ok(())
    }

    /// A choice beside an old best play.
    fn aside(&mut self, best: &BestDiff, play: &PairedPlay, aside: &Alternative) -> Result<(), Unsolved> {
        let was = judged(self.old, &best.outcome.old, &play.was[..aside.moves], &aside.id)?;
        let is = judged(self.new, &best.outcome.new, &play.is[..aside.moves], &aside.id)?;
        if let (Some(was), Some(is)) = (was, is) {
            self.note(best, play, (aside.moves, &aside.id), (was, is));
        }
        Ok(())
    }

    /// A choice after this many moves, as it was and is judged.
    fn note(
        &mut self,
        best: &BestDiff,
        play: &PairedPlay,
        (moves, id): (usize, &str),
        (was, is): (Judgement, Judgement),
    ) {
        let Some((scene, _)) = meeting(self.old.0, self.new.0, play, moves) else { return };
        self.compared += 1;
        if was.label == is.label {
            return;
        }
        let key = (scene.clone(), id.into(), was.label, is.label);
        let after = best.old.ids[..moves].to_vec();
        let first = LabelDiff { scene, choice: id.into(), was, is, after, seed: best.outcome.seed, times: 0 };
        self.labels.entry(key).or_insert(first).times += 1;
    }
}

fn paired(old: ScenarioVersion, new: ScenarioVersion, best: &BestDiff) -> PairedPlay {
    let ids: Vec<&str> = best.old.ids.iter().map(|id| &**id).collect();
    let (was, _) = played(old, &best.outcome.old, &ids);
    let (is, _) = played(new, &best.outcome.new, &ids);
    PairedPlay { was, is }
}

/// The plays whose own moves are to be judged, with these moves; and the choices beside them, the first situation of each
/// before the second of any. Situations that several plays meet are looked at once.
fn situations(
    old: ScenarioVersion,
    new: ScenarioVersion,
    bests: &[BestDiff],
    plays: &[PairedPlay],
) -> (Vec<(usize, Vec<usize>)>, Vec<Alternative>) {
    let mut seen: BTreeSet<Situation> = BTreeSet::new();
    let mut times: BTreeMap<(Box<str>, Box<str>), usize> = BTreeMap::new();
    let (mut lines, mut rounds) = (Vec::new(), Vec::new());
    for (number, (best, play)) in bests.iter().zip(plays).enumerate() {
        let mut own = Vec::new();
        for moves in 0..play.was.len() {
            let Some((scene, states)) = meeting(old, new, play, moves) else { break };
            if !seen.insert((states.0.0, states.1.0, best.old.ids[..moves].to_vec())) {
                continue;
            }
            for id in shared(old, new, &states) {
                if id == best.old.ids[moves] {
                    own.push(moves);
                    continue;
                }
                let round = times.entry((scene.clone(), id.clone())).or_insert(0);
                rounds.push((*round, Alternative { best: number, moves, id }));
                *round += 1;
            }
        }
        if !own.is_empty() {
            lines.push((number, own));
        }
    }
    rounds.sort_by_key(|(round, _)| *round);
    (lines, rounds.into_iter().map(|(_, aside)| aside).collect())
}

impl Judgement {
    fn of(judged: &Judged) -> Judgement {
        Judgement { label: label(judged), loss: judged.loss }
    }
}

/// The scene and the states after this many moves, if both versions stand in a scene of one name.
fn meeting(
    old: ScenarioVersion,
    new: ScenarioVersion,
    play: &PairedPlay,
    moves: usize,
) -> Option<(Box<str>, (State, State))> {
    let stand = |version: ScenarioVersion, turns: &[Turn]| match moves.checked_sub(1) {
        None => Some(State::opening(version.scenario)),
        Some(last) => turns.get(last).map(|turn| turn.after),
    };
    let states = (stand(old, &play.was)?, stand(new, &play.is)?);
    let was = &old.scenario.scene(states.0.scene(old.scenario)?).name;
    let is = &new.scenario.scene(states.1.scene(new.scenario)?).name;
    (was == is).then(|| (was.clone(), states))
}

/// The ids of the choices that are open in both, in the order of the old file.
fn shared(old: ScenarioVersion, new: ScenarioVersion, states: &(State, State)) -> Vec<Box<str>> {
    let open = |version: ScenarioVersion, state: &State| -> Vec<Box<str>> {
        let Some(scene) = state.scene(version.scenario) else { return Vec::new() };
        let choices = &version.scenario.scene(scene).choices;
        state.open_choices(version.scenario).map(|id| choices[id.index()].id.clone()).collect()
    };
    let (was, is) = (open(old, &states.0), open(new, &states.1));
    was.into_iter().filter(|id| is.contains(id)).collect()
}

/// How a choice is judged after these turns.
fn judged(
    (version, values): (ScenarioVersion, &Values),
    rolls: &Rolls,
    turns: &[Turn],
    id: &str,
) -> Result<Option<Judgement>, Unsolved> {
    let scenario = version.scenario;
    let before = turns.last().map_or_else(|| State::opening(scenario), |turn| turn.after);
    let Some(scene) = before.scene(scenario) else { return Ok(None) };
    let found = ChoiceId::find(&scenario.scene(scene).choices, |choice| *choice.id == *id);
    let Some(choice) = found else { return Ok(None) };
    let mut line = turns.to_vec();
    line.push(Turn::take(scenario, before, Move { scene, choice }, &mut rolls.clone()));
    let judged = values.judge(&line, rolls)?;
    Ok(judged.get(turns.len()).map(Judgement::of))
}
