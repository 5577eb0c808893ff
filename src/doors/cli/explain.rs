//! `doorstep explain`: what a code of `check` means, with what trips it and what does not; alone, the list of all codes.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use crate::author::check::rules::find;
use crate::report::rule::text;
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// A code such as DS014, or only its number; all codes if left out
    pub code: Option<String>,
}

pub(super) fn run(args: &ExplainArgs, context: &mut Context) -> Result<Ended, Failure> {
    let told = match &args.code {
        None => text::render_list(),
        Some(typed) => find(typed).map(text::render).map_err(|near| {
            let hint = near.map(|near| format!("did you mean {near}? "));
            let hint = hint.unwrap_or_default() + "`doorstep explain` alone lists all codes";
            Failure::wrong(format!("there is no code \"{typed}\""), hint)
        })?,
    };
    context.print(&told)?;
    Ok(Ended::Fine)
}
