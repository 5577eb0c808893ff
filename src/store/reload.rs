//! A play saved and loaded again without a disk, in the very form that its file has: so a playscript can prove that
//! nothing of a play is lost by leaving it at any moment.

use super::attempt_file::{decode, encode};
use super::save_format::DecodeError;
use crate::base::bilingual::Bilingual;
use crate::base::text::Lang;
use crate::both;
use crate::play::engine::{RecordedMove, Session};
use crate::record::attempt::{Attempt, Mode};
use jiff::Timestamp;

/// The play as it is after saving and loading it.
///
/// # Errors
/// In words, when it cannot be saved, or what was saved cannot be played again.
pub fn reloaded(session: &Session, language: Lang, standard_hash: &str) -> Result<Session, Bilingual> {
    let (scenario, seed) = (session.scenario(), session.seed());
    let mut attempt = Attempt::begin(scenario, standard_hash, seed, Mode::Practice, language, Timestamp::UNIX_EPOCH);
    attempt.moves = session.choice_ids().into_iter().map(|id| RecordedMove::Take(id.into())).collect();
    attempt.finished = session.is_over();
    let text = encode(&attempt)
        .map_err(|why| both!("the play cannot be saved: {why}", "演练存不下来：{why}"; why = why.told()))?;
    let loaded = decode(&text).map_err(|error| match error {
        DecodeError::Newer(format) => both!("the save claims format {format}", "存档写的是格式 {format}"),
        DecodeError::Damaged(words) => both!("the save cannot be read: {words}", "存档读不了：{words}"; words = words),
    })?;
    let replay = loaded.replay(scenario);
    match replay.misfit {
        None => Ok(replay.session),
        Some(misfit) => {
            Err(both!("the save cannot be played again: {why}", "存档没法重演：{why}"; why = misfit.closed.told()))
        }
    }
}
