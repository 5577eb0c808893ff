//! `doorstep replay`: a stored play judged again, from its seed and its choices.

use super::context::{Context, OpenedPack};
use super::ended::Ended;
use super::failure::Failure;
use super::judged::judged;
use super::walk_file::record;
use crate::base::bilingual::Phrase;
use crate::both;
use crate::play::engine::Session;
use crate::record::attempt::{Attempt, Outdated};
use crate::record::circumstances::Circumstances;
use crate::record::play_origin::PlayOrigin;
use crate::report::play::{PlayDocument, StoredPlay, json, text};
use crate::store::{learner_of, load_attempt};
use clap::Args;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(super) struct ReplayArgs {
    /// A stored play, saves/…/attempts/000001.ron
    pub file: PathBuf,
    /// Write the play as a walk into this file, which must not be there yet
    #[arg(long, value_name = "FILE.walk")]
    pub record: Option<PathBuf>,
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
    pub circumstances: Circumstances,
    /// Whose play it is, and how it was played.
    pub origin: PlayOrigin,
}

pub(super) fn run(args: &ReplayArgs, context: &mut Context) -> Result<Ended, Failure> {
    let Replayed { opened, session, attempt, outdated, origin, .. } = replayed(&args.file, context)?;
    let stored = Some(StoredPlay { outdated, rules: attempt.rules, origin });
    let document = PlayDocument { stored, ..judged(&session, &opened.pack.standard)? };
    if let Some(file) = &args.record {
        record(file, &document, attempt.language, context)?;
    }
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
pub(super) fn replayed(file: &Path, context: &mut Context) -> Result<Replayed, Failure> {
    let path = context.cwd.join(file);
    let attempt = load_attempt(&path)?;
    let opened = context.open()?;
    let scenario = opened.scenario(&attempt.scenario)?;
    let outdated = attempt.outdated(&scenario, &opened.pack);
    let replay = attempt.replay(&scenario);
    let session = match (replay.first_run, replay.misfit) {
        (Some(run), _) => run,
        (None, None) => replay.session,
        (None, Some(misfit)) => {
            let hint = if outdated.iter().all(|what| *what == Outdated::Rules) {
                Phrase::new("the file was changed by hand", "这个文件被手工改过")
            } else {
                Phrase::new("the scenario has changed since this play", "那次演练之后，情景改过了")
            };
            let message =
                both!("the play cannot be repeated: {why}", "这次演练没法重演：{why}"; why = misfit.closed.told());
            return Err(Failure::wrong(message, hint));
        }
    };
    let circumstances = Circumstances::of(&attempt, session.scenario(), &opened.pack);
    let origin = PlayOrigin::new(learner_of(&path), &attempt, &circumstances);
    Ok(Replayed { opened, session, attempt, outdated, circumstances, origin })
}
