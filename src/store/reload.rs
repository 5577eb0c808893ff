//! A play saved and loaded again without a disk, in the very form that its file has: so a walk can prove that nothing of
//! a play is lost by leaving it at any moment.

use super::attempt::{Attempt, DecodeError, Mode, Move, decode, encode};
use crate::base::text::Lang;
use crate::play::engine::Session;
use jiff::Timestamp;

/// The play as it is after saving and loading it.
///
/// # Errors
/// In words, when it cannot be saved, or what was saved cannot be played again.
pub fn reloaded(session: &Session, language: Lang, standard_hash: &str) -> Result<Session, String> {
    let attempt = Attempt {
        scenario: session.scenario().id.clone(),
        seed: session.seed(),
        mode: Mode::Practice,
        language,
        moves: session.choice_ids().into_iter().map(|id| Move::Take(id.into())).collect(),
        scenario_hash: session.scenario().hash.clone(),
        standard_hash: standard_hash.into(),
        started: Timestamp::UNIX_EPOCH,
        updated: Timestamp::UNIX_EPOCH,
        clock_moved: false,
        finished: session.is_over(),
    };
    let text = encode(&attempt).map_err(|why| format!("the play cannot be saved: {why}"))?;
    let loaded = decode(&text).map_err(|unread| match unread {
        DecodeError::Newer(format) => format!("the save claims format {format}"),
        DecodeError::Damaged(words) => format!("the save cannot be read: {words}"),
    })?;
    let mut again = Session::new(session.scenario().clone(), loaded.seed);
    for id in loaded.line() {
        again.take_id(id).map_err(|closed| format!("the save cannot be played again: {closed}"))?;
    }
    Ok(again)
}
