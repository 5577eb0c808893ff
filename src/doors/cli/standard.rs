//! `doorstep standard`: the standard, whole or below an id.

use super::context::Context;
use super::ended::Ended;
use super::failure::{Failure, did_you_mean};
use super::value;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::suggest;
use crate::base::text::Lang;
use crate::both;
use crate::content::standard::Standard;
use crate::report::requirements::{StandardExtract, json, text};
use crate::speech::messages::Messages;
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct StandardArgs {
    /// A tier, section, clause or requirement; everything if left out
    pub id: Option<String>,
    /// One JSON document on standard output
    #[arg(long)]
    pub json: bool,
    /// Language of the texts
    #[arg(long, value_parser = value::lang, value_name = "zh|en")]
    pub lang: Option<Lang>,
}

pub(super) fn run(args: &StandardArgs, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let standard = &opened.pack.standard;
    let path = args.id.as_deref().unwrap_or_default();
    known(standard, path)?;
    let lang = opened.asked(args.lang)?.unwrap_or(context.lang);
    let extract = StandardExtract::below(standard, path);
    if args.json {
        context.print_json(&json::render(&extract))?;
    } else {
        context.print(&text::render(&extract, &Messages::of(&opened.pack, lang)))?;
    }
    Ok(Ended::Fine)
}

/// Whether something of the standard stands at this id or below it.
///
/// # Errors
/// When nothing does; with what is named most like it.
pub(super) fn known(standard: &Standard, path: &str) -> Result<(), Failure> {
    if standard.below(path).next().is_none() {
        let known = standard.requirements.iter().map(|r| &*r.id).chain(standard.clauses.iter().map(|c| &*c.id));
        let known = known.chain(standard.sections.iter().flat_map(|section| with_its_chapters(&section.id)));
        let hint = suggest(path, known).map(did_you_mean);
        let hint = hint.unwrap_or_else(|| {
            Phrase::new("`doorstep standard` prints everything", "`doorstep standard` 列出全部").into()
        });
        return Err(Failure::wrong(
            both!("nothing in the standard is named \"{path}\"", "标准里没有 \"{path}\""),
            hint,
        ));
    }
    Ok(())
}

/// A section's id and the ids above it, which no section has of its own: `basic.conduct.visit`, `basic.conduct`, `basic`.
fn with_its_chapters(id: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(id), |id| id.rsplit_once('.').map(|(above, _)| above))
}
