//! `doorstep diff`: what a change of a scenario means to a learner.

use super::context::{Context, LoneScenario, OpenedPack};
use super::ended::Ended;
use super::failure::Failure;
use crate::author::diff::{ScenarioDiff, ScenarioVersion, again};
use crate::base::text::Lang;
use crate::content::scenario::{Packed, Scenario};
use crate::content::standard::Standard;
use crate::play::engine::Session;
use crate::play::solver::Solver;
use crate::record::attempt::Attempt;
use crate::report::diff::{ComparedVersion, DiffDocument, PlayedIn, StoredPlayDiff, json, text};
use crate::speech::messages::Messages;
use crate::store::{StoredAttempt, shown};
use clap::Args;
use std::path::Path;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(super) struct DiffArgs {
    /// The scenario as it was: a file, wherever it lies, a pipe, or the id of a scenario
    pub old: String,
    /// The scenario as it is: a file, wherever it lies, a pipe, or the id of a scenario
    pub new: String,
    /// One JSON document on standard output
    #[arg(long)]
    pub json: bool,
    /// Language of the words
    #[arg(long, value_parser = super::value::lang, value_name = "zh|en")]
    pub lang: Option<Lang>,
}

/// One version with all that it needs.
struct Own {
    shown: String,
    scenario: Arc<Scenario>,
    standard: Packed<Standard>,
    standard_hash: Box<str>,
}

pub(super) fn run(args: &DiffArgs, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let lang = opened.asked(args.lang)?.unwrap_or(context.lang);
    let (old, new) = (version(&args.old, &opened, context)?, version(&args.new, &opened, context)?);
    let change = ScenarioDiff::between(old.edition(), new.edition())?;
    let (attempts, faults) = context.find_saves(&opened.content)?.attempts();
    let own =
        attempts.into_iter().filter(|play| [&old, &new].iter().any(|own| own.scenario.id == play.attempt.scenario));
    let mut stored = Vec::new();
    for play in own {
        stored.push(stored_play(&play, &old, &new)?);
    }
    let document = DiffDocument { old: old.version(), new: new.version(), change: &change, stored };
    if args.json {
        context.print_json(&json::render(&document))?;
        return Ok(Ended::Fine);
    }
    context.print(&text::render(&document, &Messages::of(&opened.pack, lang)))?;
    context.remark_unread(&faults);
    Ok(Ended::Fine)
}

impl Own {
    fn edition(&self) -> ScenarioVersion<'_> {
        ScenarioVersion { scenario: &self.scenario, standard: &self.standard }
    }

    fn version(&self) -> ComparedVersion<'_> {
        ComparedVersion { shown: &self.shown, edition: self.edition(), standard_hash: &self.standard_hash }
    }

    fn is_of(&self, attempt: &Attempt) -> bool {
        *attempt.scenario_hash == *self.scenario.hash && *attempt.standard_hash == *self.standard_hash
    }
}

/// The scenario of this id or in this file, with the pack around it.
fn version(named: &str, opened: &OpenedPack, context: &Context) -> Result<Own, Failure> {
    let LoneScenario { pack, scenario } = context.scenario_alone(named, opened)?;
    let shown = shown(Path::new(named));
    Ok(Own { shown, scenario, standard: pack.standard.clone(), standard_hash: pack.standard_hash.clone() })
}

/// A stored play in the version that it was played in, and in the new one.
fn stored_play(play: &StoredAttempt, old: &Own, new: &Own) -> Result<StoredPlayDiff, Failure> {
    let attempt = &play.attempt;
    let played = match (new.is_of(attempt), old.is_of(attempt)) {
        (true, _) => PlayedIn::New,
        (false, true) => PlayedIn::Old,
        (false, false) => PlayedIn::Other,
    };
    let home = if played == PlayedIn::Old { old } else { new };
    let run = attempt.replay(&home.scenario).first_run;
    let line = run.as_ref().map_or_else(|| attempt.line(), Session::choice_ids);
    let replay = |own: &Own| -> Result<_, Failure> {
        let rolls = own.scenario.rolls(attempt.seed);
        let best = Solver::new(&own.scenario, &own.standard).best(&mut rolls.clone())?.best;
        Ok(again(own.edition(), &rolls, &line, best))
    };
    Ok(StoredPlayDiff {
        learner: play.learner.clone(),
        number: play.id.get(),
        file: shown(&play.path),
        seed: attempt.seed,
        choices: line.iter().map(|id| (*id).to_owned()).collect(),
        played,
        finished: attempt.finished,
        was: match played {
            PlayedIn::Old | PlayedIn::New => Some(replay(home)?),
            PlayedIn::Other => None,
        },
        is: replay(new)?,
    })
}
