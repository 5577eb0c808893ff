//! `doorstep list`: what can be played.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use super::value;
use crate::base::text::Lang;
use crate::report::scenarios::{ScenarioList, json, text};
use crate::speech::messages::Messages;
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct ListArgs {
    /// One JSON document on standard output
    #[arg(long)]
    pub json: bool,
    /// Language of the titles
    #[arg(long, value_parser = value::lang, value_name = "zh|en")]
    pub lang: Option<Lang>,
}

pub(super) fn run(args: &ListArgs, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let list = ScenarioList::new(&opened.pack, &opened.diagnostics);
    if args.json {
        context.print_json(&json::render(&list.with_lengths(), context.lang))?;
        return Ok(Ended::Fine);
    }
    let lang = opened.asked(args.lang)?.unwrap_or(context.lang);
    context.print(&text::render(&list, &Messages::of(&opened.pack, lang)))?;
    context.remark_on(&opened.diagnostics);
    Ok(Ended::Fine)
}
