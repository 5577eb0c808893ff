//! Moves that are judged otherwise: the same choice after the same choices, under the same dice, with another label.
//!
//! Compared are the moves of each old best play, and the choices beside them that are open in both versions: every single
//! step aside. That is where learners are, and each comparison there is exact. Each costs as much as the scenario has
//! states, so in a large one not every situation is looked at: first all choices in one situation each, then in a second.

use super::best::BestDiff;
use super::situations::{Alternative, OwnMoves, PairedPlay, Situations};
use super::version::ScenarioVersion;
use crate::base::chance::{Rolls, Seed};
use crate::play::debrief::label;
use crate::play::engine::Session;
use crate::play::scoring::Label;
use crate::play::solver::{Judged, Unsolved, Values};
use std::collections::BTreeMap;

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
    /// The name of the scene that has it.
    pub scene: Box<str>,
    /// Its id.
    pub choice: Box<str>,
    /// In the old version.
    pub was: Judgement,
    /// In the new version.
    pub is: Judgement,
    /// The choices before it, in the first situation that shows it.
    pub after: Vec<Box<str>>,
    /// A seed under which those choices lead there; none where no seed was found for that fall of the dice.
    pub seed: Option<Seed>,
    /// In how many situations.
    pub times: usize,
}

/// How many states may be gone through, over all comparisons: a few seconds' work.
const VISITS: usize = 8_000_000;

/// All moves with another label, by scene and choice, and how many moves were compared.
///
/// # Errors
/// When a version cannot be judged to its end.
pub(super) fn labels(
    old: (ScenarioVersion, &Values),
    new: (ScenarioVersion, &Values),
    bests: &[BestDiff],
) -> Result<(Vec<LabelDiff>, usize), Unsolved> {
    let plays: Vec<PairedPlay> = bests.iter().map(|best| PairedPlay::new(old.0, new.0, best)).collect();
    let situations = Situations::of(&plays);
    let affordable = VISITS / (old.1.states() + new.1.states()).max(1);
    let mut comparison = LabelComparison { old: old.1, new: new.1, labels: BTreeMap::new(), compared: 0 };
    for own in situations.own.iter().take(affordable.max(1)) {
        comparison.own_moves(&plays[own.play], own)?;
    }
    let left = affordable.saturating_sub(situations.own.len()).max(1);
    for alternative in situations.alternatives.iter().take(left) {
        comparison.alternative(&plays[alternative.play], alternative)?;
    }
    Ok((comparison.labels.into_values().collect(), comparison.compared))
}

/// A choice by scene and id, and the labels that it had and has.
type LabelDiffKey = (Box<str>, Box<str>, Option<Label>, Option<Label>);

/// What was compared so far.
struct LabelComparison<'c> {
    old: &'c Values<'c>,
    new: &'c Values<'c>,
    labels: BTreeMap<LabelDiffKey, LabelDiff>,
    compared: usize,
}

impl LabelComparison<'_> {
    fn own_moves(&mut self, play: &PairedPlay, own: &OwnMoves) -> Result<(), Unsolved> {
        let was = self.old.judge(play.was.turns(), &play.best.outcome.old)?;
        let is = self.new.judge(play.is.turns(), &play.best.outcome.new)?;
        for moves in own.moves.iter().copied() {
            if let (Some(was), Some(is)) = (was.get(moves), is.get(moves)) {
                self.note(play, moves, &play.best.old.ids[moves], Judgement::of(was), Judgement::of(is));
            }
        }
        Ok(())
    }

    fn alternative(&mut self, play: &PairedPlay, own: &Alternative) -> Result<(), Unsolved> {
        let was = judged(self.old, &play.was, &play.best.outcome.old, own)?;
        let is = judged(self.new, &play.is, &play.best.outcome.new, own)?;
        if let (Some(was), Some(is)) = (was, is) {
            self.note(play, own.moves, &own.id, was, is);
        }
        Ok(())
    }

    /// A choice after this many moves, as it was and is judged.
    fn note(&mut self, play: &PairedPlay, moves: usize, id: &str, was: Judgement, is: Judgement) {
        let Some(meeting) = play.meeting(moves) else { return };
        self.compared += 1;
        if was.label == is.label {
            return;
        }
        let scene = meeting.scene;
        let key = (scene.clone(), id.into(), was.label, is.label);
        let (after, seed) = (play.best.old.ids[..moves].to_vec(), play.best.outcome.seed);
        let first = LabelDiff { scene, choice: id.into(), was, is, after, seed, times: 0 };
        self.labels.entry(key).or_insert(first).times += 1;
    }
}

impl Judgement {
    fn of(judged: &Judged) -> Judgement {
        Judgement { label: label(judged), loss: judged.loss }
    }
}

/// How the choice is judged in one version; none where it is not open.
fn judged(values: &Values, play: &Session, rolls: &Rolls, own: &Alternative) -> Result<Option<Judgement>, Unsolved> {
    let mut aside = play.clone();
    aside.rewind_to(own.moves);
    if aside.take_id(&own.id).is_err() {
        return Ok(None);
    }
    let judged = values.judge(aside.turns(), rolls)?;
    Ok(judged.get(own.moves).map(Judgement::of))
}
