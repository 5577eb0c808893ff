//! `doorstep progress`: how far a learner has come.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use super::value;
use crate::base::bilingual::Phrase;
use crate::base::text::Lang;
use crate::doors::tui::Glyphs;
use crate::learn::progress::{LearnerProgress, LearnerRecords};
use crate::record::day::Day;
use crate::report::coverage::Signs;
use crate::report::progress::{ProgressDocument, html, json, text};
use crate::speech::messages::Messages;
use crate::store::{FoundPlays, Saves};
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct ProgressArgs {
    /// Whose; without a name whoever played last
    pub learner: Option<String>,
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

pub(super) fn run(args: &ProgressArgs, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let saves = context.find_saves(&opened.content)?;
    let learner = whose(args.learner.as_deref(), &saves)?;
    let (events, mut unread) = saves.journal(&learner)?;
    let FoundPlays { plays, unread: more } = saves.plays_of(&learner)?;
    unread.extend(more);
    let today = Day::at((context.now)(), context.offset);
    let records = LearnerRecords { plays: &plays, events: &events };
    let progress = LearnerProgress::of(records, &opened.pack, today, context.offset);
    let document = ProgressDocument { learner: &learner, progress: &progress, pack: &opened.pack };
    if args.json {
        context.print_json(&json::render(&document))?;
    } else {
        let words = Messages::of(&opened.pack, opened.asked(args.lang)?.unwrap_or(context.lang));
        let signs = if context.glyphs() == Glyphs::Ascii { Signs::Ascii } else { Signs::Unicode };
        let told = if args.html { html::render(&document, &words) } else { text::render(&document, &words, signs) };
        context.print(&told)?;
    }
    context.remark_unread(&unread);
    Ok(Ended::Fine)
}

/// The name of the learner who is meant, as it is kept.
pub(super) fn whose(typed: Option<&str>, saves: &Saves) -> Result<String, Failure> {
    match typed {
        Some(typed) => Ok(saves.name_of(typed)?),
        None => saves.names_by_last_play().into_iter().next().ok_or_else(|| {
            let message = Phrase::new("there is no learner yet", "还没有学员");
            Failure::wrong(
                message,
                Phrase::new("`doorstep` asks for a name and begins", "`doorstep` 会问名字，然后开始"),
            )
        }),
    }
}
