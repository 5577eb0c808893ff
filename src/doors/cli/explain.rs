//! `doorstep explain`: what a code of `check` means, with what trips it and what does not; alone, the list of all codes.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use crate::author::check::rules::find;
use crate::both;
use crate::report::rule::text;
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// A code such as DS014, or only its number; all codes if left out
    pub code: Option<String>,
}

pub(super) fn run(args: &ExplainArgs, context: &mut Context) -> Result<Ended, Failure> {
    let told = match &args.code {
        None => text::render_list(context.lang),
        Some(typed) => find(typed).map(|rule| text::render(rule, context.lang)).map_err(|near| {
            let near = near.map(|near| both!("did you mean {near}? ", "是不是想写 {near}？")).unwrap_or_default();
            let hint = both!(
                "{near}`doorstep explain` alone lists all codes",
                "{near}只写 `doorstep explain` 就列出所有代码";
                near = near
            );
            Failure::wrong(both!("there is no code \"{typed}\"", "没有代码 \"{typed}\""), hint)
        })?,
    };
    context.print(&told)?;
    Ok(Ended::Fine)
}
