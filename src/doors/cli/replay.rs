//! `doorstep replay`: a stored play judged again, from its seed and its choices.

use super::args::ReplayArgs;
use super::context::Opened;
use super::play::{judged, told};
use super::{Context, Ended, Failure};
use crate::content::scenario::{Pack, Scenario};
use crate::play::engine::Session;
use crate::store::{Attempt, load_attempt};
use serde_json::json;
use std::path::Path;

/// A stored play, played again.
pub(super) struct Replayed {
    pub opened: Opened,
    pub session: Session,
    pub attempt: Attempt,
    /// What has changed since it was stored.
    pub stale: Vec<&'static str>,
}

pub(super) fn run(args: &ReplayArgs, context: &mut Context) -> Result<Ended, Failure> {
    let Replayed { opened, session, stale, .. } = replayed(&args.file, context)?;
    let mut value = judged(&session, &opened.pack.standard)?;
    if let Some(object) = value.as_object_mut() {
        object.insert("stale".to_owned(), json!(stale));
    }
    if args.json {
        context.print_json(&value)?
    } else {
        let text = told(&value, context.lang);
        context.print(&text)?;
        for what in stale {
            context.print(&format!("changed since: {what}\n"))?;
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
    let stale = stale(&attempt, &scenario, &opened.pack);
    let mut session = Session::new(scenario, attempt.seed);
    let run = attempt.first_run(|line| ends(&opened, &attempt, line));
    for id in run.line {
        session.take_id(id).map_err(|closed| {
            let hint = if stale.is_empty() {
                "the file was changed by hand"
            } else {
                "the scenario has changed since this play"
            };
            Failure::wrong(format!("the play cannot be repeated: {closed}"), hint)
        })?;
    }
    Ok(Replayed { opened, session, attempt, stale })
}

/// Whether a line of choices reaches an ending.
fn ends(opened: &Opened, attempt: &Attempt, line: &[&str]) -> bool {
    let Ok(scenario) = opened.scenario(&attempt.scenario) else { return false };
    let mut session = Session::new(scenario, attempt.seed);
    line.iter().all(|id| session.take_id(id).is_ok()) && session.is_over()
}

/// What has changed since the play was stored.
fn stale(attempt: &Attempt, scenario: &Scenario, pack: &Pack) -> Vec<&'static str> {
    let changed = |was: &str, is: &str, what| (was != is).then_some(what);
    let scenario = changed(&attempt.scenario_hash, &scenario.hash, "scenario");
    scenario.into_iter().chain(changed(&attempt.standard_hash, &pack.standard_hash, "standard")).collect()
}
