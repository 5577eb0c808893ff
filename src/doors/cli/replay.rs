//! `doorstep replay`: a stored play judged again, from its seed and its choices.

use super::context::{Context, OpenedPack};
use super::ended::Ended;
use super::failure::Failure;
use super::play::judged;
use crate::play::engine::Session;
use crate::record::attempt::{Attempt, Outdated};
use crate::report::play::{PlayDocument, StoredPlay, json, text};
use crate::store::load_attempt;
use clap::Args;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(super) struct ReplayArgs {
    /// A stored play, saves/…/attempts/000001.ron
    pub file: PathBuf,
    /// One JSON document on standard output
    #[arg(long)]
    pub json: bool,
}

/// A stored play, played again.
pub(super) struct Replayed {
    pub opened: OpenedPack,
    pub session: Session,
    pub attempt: Attempt,
    /// What has changed since it was stored.
    pub outdated: Vec<Outdated>,
}

pub(super) fn run(args: &ReplayArgs, context: &mut Context) -> Result<Ended, Failure> {
    let Replayed { opened, session, attempt, outdated } = replayed(&args.file, context)?;
    let stored = Some(StoredPlay { outdated, rules: attempt.rules });
    let document = PlayDocument { stored, ..judged(&session, &opened.pack.standard)? };
    if args.json {
        context.print_json(&json::render(&document))?;
    } else {
        context.print(&text::render(&document, context.lang))?;
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
            let hint = if outdated.iter().all(|what| *what == Outdated::Rules) {
                "the file was changed by hand"
            } else {
                "the scenario has changed since this play"
            };
            return Err(Failure::wrong(format!("the play cannot be repeated: {misfit}"), hint));
        }
    };
    Ok(Replayed { opened, session, attempt, outdated })
}
