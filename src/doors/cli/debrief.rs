//! `doorstep debrief`: a play reviewed move by move, on paper or as JSON.

use super::context::{Context, OpenedPack};
use super::ended::Ended;
use super::failure::Failure;
use super::replay::{Replayed, replayed};
use super::value;
use crate::base::bilingual::Phrase;
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::both;
use crate::play::debrief::Debrief;
use crate::play::engine::Session;
use crate::record::circumstances::Circumstances;
use crate::record::play_origin::PlayOrigin;
use crate::report::debrief::{DebriefDocument, html, json, markdown};
use crate::report::play::OpenPlay;
use crate::speech::messages::Messages;
use crate::speech::narration::{Narrator, spoken_name};
use crate::speech::remarks::remarks;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct DebriefArgs {
    /// A stored play, saves/…/attempts/000001.ron
    #[arg(required_unless_present = "scenario", conflicts_with = "scenario")]
    pub attempt: Option<PathBuf>,
    /// Instead of a stored play: the scenario of these choices, by its id or its file
    #[arg(long, value_name = "ID", requires = "choices")]
    pub scenario: Option<String>,
    #[arg(long, value_parser = value::seed, default_value_t = 0, requires = "scenario")]
    pub seed: u64,
    /// The choices of a whole play
    #[arg(long, value_delimiter = ',', value_name = "ID,ID,…", requires = "scenario")]
    pub choices: Option<Vec<String>>,
    /// Markdown (what is printed if nothing else is asked for)
    #[arg(long, group = "format")]
    pub md: bool,
    /// One page of HTML that stands alone
    #[arg(long, group = "format")]
    pub html: bool,
    /// One JSON document on standard output
    #[arg(long, group = "format")]
    pub json: bool,
    /// Language of the texts
    #[arg(long, value_parser = value::lang, value_name = "zh|en")]
    pub lang: Option<Lang>,
}

pub(super) fn run(args: &DebriefArgs, context: &mut Context) -> Result<Ended, Failure> {
    let Reviewable { opened, session, lang, circumstances, origin } = played(args, context)?;
    if !session.is_over() {
        let open: Vec<Box<str>> = OpenPlay::new(&session).open.into_iter().map(|choice| choice.id).collect();
        let hint = both!("open here: {open}", "这里能选的有：{open}", open = open.join(", "));
        let message =
            Phrase::new("the play is not over, so there is nothing to review yet", "演练还没走完，没有什么可讲评的");
        return Err(Failure::wrong(message, hint));
    }
    let standard = &*opened.pack.standard;
    let debrief = Debrief::new(&session, standard)?;
    let words = Messages::of(&opened.pack, lang);
    let remarks = remarks(&words, &circumstances);
    let document =
        DebriefDocument { session: &session, standard, debrief: &debrief, origin: origin.as_ref(), remarks: &remarks };
    if args.json {
        context.print_json(&json::render(&document))?;
        return Ok(Ended::Fine);
    }
    let named = origin.as_ref().and_then(|own| own.learner.clone());
    let player = named.as_deref().map_or("", spoken_name);
    let narrator = Narrator { scenario: session.scenario(), standard, words: &words, player };
    let text = if args.html { html::render(&document, &narrator) } else { markdown::render(&document, &narrator) };
    context.print(&text)?;
    Ok(Ended::Fine)
}

/// What is reviewed.
struct Reviewable {
    opened: OpenedPack,
    session: Session,
    lang: Lang,
    circumstances: Circumstances,
    origin: Option<PlayOrigin>,
}

/// The play that is meant: stored, or given by its choices.
fn played(args: &DebriefArgs, context: &mut Context) -> Result<Reviewable, Failure> {
    if let Some(file) = &args.attempt {
        let Replayed { opened, session, attempt, circumstances, origin, .. } = replayed(file, context)?;
        let lang = args.lang.unwrap_or(attempt.language);
        return Ok(Reviewable { opened, session, lang, circumstances, origin: Some(origin) });
    }
    let (opened, scenario) = context.open_around(args.scenario.as_deref().unwrap_or_default())?;
    let mut session = Session::new(scenario, Seed::new(args.seed));
    session.take_line(args.choices.iter().flatten().map(String::as_str).filter(|choice| !choice.is_empty()))?;
    let circumstances = Circumstances::default();
    Ok(Reviewable { opened, session, lang: args.lang.unwrap_or(context.lang), circumstances, origin: None })
}
