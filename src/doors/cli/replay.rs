//! `doorstep replay`: a stored play judged again, from its seed and its choices.

use super::args::ReplayArgs;
use super::context::OpenedPack;
use super::play::{judged, told};
use super::{Context, Ended, Failure};
use crate::play::engine::Session;
use crate::record::attempt::{Attempt, Outdated};
use crate::store::load_attempt;
use serde_json::json;
use std::path::Path;

/// A stored play, played again.
pub(super) struct Replayed {
    pub opened: OpenedPack,
    pub session: Session,
    pub attempt: Attempt,
    /// What has changed since it was stored.
    pub outdated: Vec<Outdated>,
}

pub(super) fn run(args: &ReplayArgs, context: &mut Context) -> Result<Ended, Failure> {
    let Replayed { opened, session, outdated, .. } = replayed(&args.file, context)?;
    let mut value = judged(&session, &opened.pack.standard)?;
    if let Some(object) = value.as_object_mut() {
        object.insert("stale".to_owned(), json!(outdated.iter().map(|what| what.word()).collect::<Vec<_>>()));
    }
    if args.json {
        context.print_json(&value)?
    } else {
        let text = told(&value, context.lang);
        context.print(&text)?;
        for what in outdated {
            context.print(&format!("changed since: {}\n", what.word()))?;
        }
    }
    Ok(Ended::Fine)
}

/// Plays a stored attempt again, from its seed and its choices.
///
/// # Errors
/// When it cannot be read, or its choices are not open any more.
pub(super) fn replayed(file: &Path, context: &Context) -> Result<Replayed, Failure> {
    let attempt = load_attempt(&context.cwd.join(file))?;
    let opened = context.open()?;
    let scenario = opened.scenario(&attempt.scenario)?;
    let outdated = attempt.outdated(&scenario, &opened.pack);
    let replay = attempt.replay(&scenario);
    let session = match (replay.first_run, replay.misfit) {
        (Some(run), _) => run,
        (None, None) => replay.session,
        (None, Some(misfit)) => {
            let hint = if outdated.is_empty() {
                "the file was changed by hand"
            } else {
                "the scenario has changed since this play"
            };
            return Err(Failure::wrong(format!("the play cannot be repeated: {misfit}"), hint));
        }
    };
    Ok(Replayed { opened, session, attempt, outdated })
}
