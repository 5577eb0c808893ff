//! The decisions of one play.

use super::not_counted::NotCounted;
use crate::base::chance::Seed;
use crate::content::scenario::Scenario;
use crate::exam::statistics::{ItemCell, OptionMark};
use crate::play::engine::{RecordedMove, Session};
use crate::play::solver::{Judged, Values};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A play as it was recorded, in an attempt or in a sitting.
#[derive(Clone, Debug)]
pub(super) struct CountedPlay {
    pub seed: Seed,
    pub moves: Vec<RecordedMove>,
    /// Whether it was played with the scenario of today; none where that was not kept.
    pub is_edited: bool,
}

/// What somebody did in one scene, over all the times that she came to it.
#[derive(Default)]
struct SceneRecord {
    moments: u32,
    won: f64,
    /// By option: how often it was open, taken, and best.
    options: BTreeMap<usize, (u32, u32, u32)>,
}

/// The decisions of a play by scene; none where it cannot be played again as it was.
pub(super) fn decided(
    play: &CountedPlay,
    scenario: &Arc<Scenario>,
    values: &Values,
    not_counted: &mut NotCounted,
) -> Option<Vec<ItemCell>> {
    let Some(fresh) = first_way(play, scenario) else {
        not_counted.outdated += 1;
        return None;
    };
    let Ok(judged) = values.judge(fresh.session.turns(), &scenario.rolls(play.seed)) else {
        not_counted.unsolved += 1;
        return None;
    };
    not_counted.edited += usize::from(play.is_edited);
    not_counted.rewound += usize::from(fresh.is_cut);
    let mut scenes: BTreeMap<usize, SceneRecord> = BTreeMap::new();
    for (at, (turn, judged)) in fresh.session.turns().iter().zip(&judged).enumerate() {
        let most = judged.losses.iter().map(|own| own.loss).max().unwrap_or(0);
        if most == 0 {
            continue;
        }
        if fresh.hints.contains(&at) {
            not_counted.hinted += 1;
            continue;
        }
        scenes.entry(turn.taken.scene.index()).or_default().add(judged, turn.taken.choice.index(), most);
    }
    Some(scenes.into_iter().map(|(scene, own)| own.cell(scene)).collect())
}

impl SceneRecord {
    fn add(&mut self, judged: &Judged, taken: usize, most: u32) {
        self.moments += 1;
        self.won += 1.0 - f64::from(judged.loss.min(most)) / f64::from(most);
        for own in &judged.losses {
            let option = self.options.entry(own.taken.choice.index()).or_default();
            option.0 += 1;
            option.1 += u32::from(own.taken.choice.index() == taken);
            option.2 += u32::from(own.loss == 0);
        }
    }

    fn cell(self, item: usize) -> ItemCell {
        let mark = |(option, (open, taken, best)): (usize, (u32, u32, u32))| OptionMark {
            option,
            is_taken: taken > 0,
            is_key: 2 * best > open,
        };
        ItemCell {
            item,
            share: self.won / f64::from(self.moments.max(1)),
            options: self.options.into_iter().map(mark).collect(),
        }
    }
}

/// A play up to the first move that was taken back.
struct FirstWay {
    session: Session,
    /// Before which turns a hint was asked for.
    hints: Vec<usize>,
    /// Whether there was more.
    is_cut: bool,
}

fn first_way(play: &CountedPlay, scenario: &Arc<Scenario>) -> Option<FirstWay> {
    let session = Session::new(scenario.clone(), play.seed);
    let mut way = FirstWay { session, hints: Vec::new(), is_cut: false };
    for done in &play.moves {
        if way.session.is_over() {
            break;
        }
        match done {
            RecordedMove::Take(id) => {
                way.session.take_id(id).ok()?;
            }
            RecordedMove::Hint => way.hints.push(way.session.turns().len()),
            RecordedMove::Rewind { to } if *to < way.session.turns().len() => {
                way.is_cut = true;
                break;
            }
            RecordedMove::Rewind { .. } => {}
        }
    }
    Some(way)
}
