//! Where learners are: the moments of the old best plays that both versions have, and what can be chosen there in both.

use super::best::BestDiff;
use super::replay::played;
use super::version::ScenarioVersion;
use crate::base::bits::StateBits;
use crate::play::engine::{Session, State};
use std::collections::{BTreeMap, BTreeSet};

/// An old best play in both versions, as far as it fits.
pub(super) struct PairedPlay<'p> {
    pub(super) best: &'p BestDiff,
    pub(super) was: Session,
    pub(super) is: Session,
}

/// A moment of a play at which both versions stand in a scene of one name.
pub(super) struct Meeting {
    pub(super) scene: Box<str>,
    was: State,
    is: State,
}

impl PairedPlay<'_> {
    pub(super) fn new<'p>(old: ScenarioVersion, new: ScenarioVersion, best: &'p BestDiff) -> PairedPlay<'p> {
        let ids: Vec<&str> = best.old.ids.iter().map(|id| &**id).collect();
        let (was, _) = played(old, &best.outcome.old, &ids);
        let (is, _) = played(new, &best.outcome.new, &ids);
        PairedPlay { best, was, is }
    }

    /// The moment after this many moves, if both versions come to it.
    pub(super) fn meeting(&self, moves: usize) -> Option<Meeting> {
        let (was, is) = (state_after(&self.was, moves)?, state_after(&self.is, moves)?);
        let scene = scene_name(&self.was, &was)?;
        (scene == scene_name(&self.is, &is)?).then(|| Meeting { scene: scene.into(), was, is })
    }

    /// The ids of the choices that are open in both, in the order of the old file.
    fn shared(&self, meeting: &Meeting) -> Vec<Box<str>> {
        let (was, is) = (open_ids(&self.was, &meeting.was), open_ids(&self.is, &meeting.is));
        was.into_iter().filter(|id| is.contains(id)).collect()
    }
}

fn state_after(session: &Session, moves: usize) -> Option<State> {
    match moves.checked_sub(1) {
        None => Some(State::opening(session.scenario())),
        Some(last) => session.turns().get(last).map(|turn| turn.after),
    }
}

fn scene_name<'s>(session: &'s Session, state: &State) -> Option<&'s str> {
    let scenario = session.scenario();
    Some(&scenario.scene(state.scene(scenario)?).name)
}

fn open_ids(session: &Session, state: &State) -> Vec<Box<str>> {
    let scenario = session.scenario();
    let Some(scene) = state.scene(scenario) else { return Vec::new() };
    let choices = &scenario.scene(scene).choices;
    state.open_choices(scenario).map(|id| choices[id.index()].id.clone()).collect()
}

/// What is to be judged in both versions. Situations that several plays meet stand here once.
pub(super) struct Situations {
    /// Moves that the old best plays make.
    pub(super) own: Vec<OwnMoves>,
    /// Choices beside them: all in one situation each, then in a second.
    pub(super) alternatives: Vec<Alternative>,
}

/// Moves of one play.
pub(super) struct OwnMoves {
    /// Index of the play.
    pub(super) play: usize,
    /// Before each of these moves, so many were made.
    pub(super) moves: Vec<usize>,
}

/// A choice that the play does not take.
pub(super) struct Alternative {
    /// Index of the play.
    pub(super) play: usize,
    /// After this many of its moves.
    pub(super) moves: usize,
    /// The id of the choice.
    pub(super) id: Box<str>,
}

/// What tells situations apart: the states in both versions, which hold what the dice have shown, and the choices so far.
type Situation = (StateBits, StateBits, Vec<Box<str>>);

impl Situations {
    pub(super) fn of(plays: &[PairedPlay]) -> Situations {
        let mut seen: BTreeSet<Situation> = BTreeSet::new();
        let mut times: BTreeMap<(Box<str>, Box<str>), usize> = BTreeMap::new();
        let (mut own, mut rounds) = (Vec::new(), Vec::new());
        for (number, play) in plays.iter().enumerate() {
            let mut of_play = OwnMoves { play: number, moves: Vec::new() };
            let ids = &play.best.old.ids;
            for (moves, taken) in ids.iter().enumerate().take(play.was.turns().len()) {
                let Some(meeting) = play.meeting(moves) else { break };
                if !seen.insert((meeting.was.0, meeting.is.0, ids[..moves].to_vec())) {
                    continue;
                }
                for id in play.shared(&meeting) {
                    if id == *taken {
                        of_play.moves.push(moves);
                        continue;
                    }
                    let round = times.entry((meeting.scene.clone(), id.clone())).or_insert(0);
                    rounds.push((*round, Alternative { play: number, moves, id }));
                    *round += 1;
                }
            }
            own.extend(Some(of_play).filter(|own| !own.moves.is_empty()));
        }
        rounds.sort_by_key(|(round, _)| *round);
        Situations { own, alternatives: rounds.into_iter().map(|(_, own)| own).collect() }
    }
}
