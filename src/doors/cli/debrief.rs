//! `doorstep debrief`: a play reviewed move by move, on paper or as JSON.

use super::args::DebriefArgs;
use super::context::OpenedPack;
use super::replay::{Replayed, replayed};
use super::{Context, Ended, Failure};
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::play::debrief::Debrief;
use crate::play::engine::Session;
use crate::report::debrief::{DebriefWording, html, markdown};
use crate::report::json;
use crate::speech::messages::Messages;
use crate::speech::narration::Narrator;
use crate::tr;

pub(super) fn run(args: &DebriefArgs, context: &mut Context) -> Result<Ended, Failure> {
    let (opened, session, lang) = played(args, context)?;
    if !session.is_over() {
        let ids = json::unfinished(&session)["open"].as_array().map(|open| {
            open.iter().filter_map(|choice| choice["id"].as_str()).map(str::to_owned).collect::<Vec<_>>().join(", ")
        });
        let hint = format!("open here: {}", ids.unwrap_or_default());
        return Err(Failure::wrong("the play is not over, so there is nothing to review yet", hint));
    }
    let standard = &opened.pack.standard;
    let debrief = Debrief::new(&session, standard)?;
    if args.json {
        context.print_json(&json::debrief(&session, standard, &debrief))?;
        return Ok(Ended::Fine);
    }
    let words = Messages::new(lang);
    let player = tr!(words, "somebody");
    let narrator = Narrator { scenario: session.scenario(), standard, words: &words, player: &player };
    let sheet = DebriefWording::new(&narrator, &session, &debrief);
    context.print(&if args.html { html::debrief(&sheet) } else { markdown::debrief(&sheet) })?;
    Ok(Ended::Fine)
}

/// The play that is meant: stored, or given by its choices.
fn played(args: &DebriefArgs, context: &Context) -> Result<(OpenedPack, Session, Lang), Failure> {
    if let Some(file) = &args.attempt {
        let Replayed { opened, session, attempt, .. } = replayed(file, context)?;
        return Ok((opened, session, args.lang.unwrap_or(attempt.language)));
    }
    let opened = context.open()?;
    let scenario = opened.scenario(args.scenario.as_deref().unwrap_or_default())?;
    let mut session = Session::new(scenario, Seed::new(args.seed));
    session.take_line(args.choices.iter().flatten().map(String::as_str).filter(|choice| !choice.is_empty()))?;
    Ok((opened, session, args.lang.unwrap_or(context.lang)))
}
