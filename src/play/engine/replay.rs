//! Moves that were made before, made once more: the one way in which a record, a save or a line of choice ids becomes a
//! play again. It is linear in the moves, whatever is asked of the result.

use super::advance::Move;
use super::session::{Closed, ClosedChoice, Session, Turn};
use crate::base::chance::Seed;
use crate::content::scenario::Scenario;
use std::sync::Arc;
use thiserror::Error;

/// One thing that a player did. Choices go by their ids, so that wording and order may change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordedMove {
    /// Took the choice with this id.
    Take(Box<str>),
    /// Went back to the moment before the turn with this index, counted from 0. One that lies ahead changes nothing.
    Rewind {
        /// How many turns are left.
        to: usize,
    },
    /// Asked for a hint.
    Hint,
}

/// A record, played again as far as its moves fit the scenario.
#[derive(Clone, Debug)]
pub struct Replay {
    /// Where the play stands after the last move that fits.
    pub session: Session,
    /// The run that counts: the play at its first ending, with the rewinds before it applied. None until an ending is
    /// reached; what is tried afterwards never changes it.
    pub first_run: Option<Session>,
    /// Before which turns of the first run a hint was asked for, in the order of asking. A rewind takes no hint back.
    pub hints: Vec<usize>,
    /// How many times a move of the first run was taken back. To leave behind what does not fit any more is no such time.
    pub rewinds: usize,
    /// After which moves of the record an ending was reached, each counted from 0: one for every run that was played to
    /// its end.
    pub endings: Vec<usize>,
    /// The first move that does not fit and that no rewind has left behind; nothing behind it was played.
    pub misfit: Option<Misfit>,
    /// The first move of the first run that did not fit and was left behind: the record went on from before it.
    pub left_behind: Option<Misfit>,
}

/// A move that cannot be made again, because the scenario was edited or the record was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{closed}")]
pub struct Misfit {
    /// The index of the move, counted from 0.
    pub at: usize,
    /// Why its choice cannot be taken.
    #[source]
    pub closed: ClosedChoice,
}

impl Replay {
    /// Plays a record from its beginning to its end, or to the first move that does not fit.
    pub fn new<'m>(scenario: Arc<Scenario>, seed: Seed, moves: impl IntoIterator<Item = &'m RecordedMove>) -> Replay {
        Replay::watched(scenario, seed, moves, |_| {})
    }

    /// The same, while `see` is shown each turn as it is taken, also those that are taken back later.
    pub fn watched<'m>(
        scenario: Arc<Scenario>,
        seed: Seed,
        moves: impl IntoIterator<Item = &'m RecordedMove>,
        mut see: impl FnMut(&Turn),
    ) -> Replay {
        let mut replay = Replay {
            session: Session::new(scenario, seed),
            first_run: None,
            hints: Vec::new(),
            rewinds: 0,
            endings: Vec::new(),
            misfit: None,
            left_behind: None,
        };
        for (at, done) in moves.into_iter().enumerate() {
            if replay.misfit.is_some() {
                replay.pass_over(done);
            } else if let Err(closed) = replay.make(at, done, &mut see) {
                replay.misfit = Some(Misfit { at, closed });
            }
        }
        replay
    }

    /// Whether every move fits, but for what was left behind.
    pub fn is_whole(&self) -> bool {
        self.misfit.is_none()
    }

    /// Behind a move that does not fit nothing is played, until a rewind goes back before it.
    fn pass_over(&mut self, done: &RecordedMove) {
        let RecordedMove::Rewind { to } = done else { return };
        if *to <= self.session.turns().len() {
            let misfit = self.misfit.take().filter(|_| self.first_run.is_none());
            self.left_behind = self.left_behind.take().or(misfit);
            self.session.rewind_to(*to);
        }
    }

    fn make(&mut self, at: usize, done: &RecordedMove, see: &mut impl FnMut(&Turn)) -> Result<(), ClosedChoice> {
        match done {
            RecordedMove::Take(id) => {
                see(self.session.take_id(id)?);
                if self.session.is_over() {
                    self.endings.push(at);
                    self.first_run.get_or_insert_with(|| self.session.clone());
                }
            }
            RecordedMove::Rewind { to } => {
                self.rewinds += usize::from(self.first_run.is_none());
                self.session.rewind_to(*to);
            }
            RecordedMove::Hint if self.first_run.is_none() => self.hints.push(self.session.turns().len()),
            RecordedMove::Hint => {}
        }
        Ok(())
    }
}

impl Session {
    /// Takes these choices one after the other.
    ///
    /// # Errors
    /// The first that cannot be taken; the play then stands before it.
    pub fn take_line<'i>(&mut self, ids: impl IntoIterator<Item = &'i str>) -> Result<(), Misfit> {
        for (at, id) in ids.into_iter().enumerate() {
            self.take_id(id).map_err(|closed| Misfit { at, closed })?;
        }
        Ok(())
    }

    /// Takes these moves one after the other, as the solver hands them out.
    ///
    /// # Errors
    /// The first that starts from another scene than the present one, or whose choice is not open; the play then stands
    /// before it.
    pub fn take_moves<'m>(&mut self, moves: impl IntoIterator<Item = &'m Move>) -> Result<(), Misfit> {
        for (at, taken) in moves.into_iter().enumerate() {
            self.take_move(*taken).map_err(|closed| Misfit { at, closed })?;
        }
        Ok(())
    }

    fn take_move(&mut self, taken: Move) -> Result<&Turn, ClosedChoice> {
        if self.state().scene(self.scenario()) != Some(taken.scene) {
            let wanted = &self.scenario().scene(taken.scene).choices[taken.choice.index()].id;
            return Err(self.closed(wanted, Closed::Unknown));
        }
        self.take(taken.choice)
    }
}
