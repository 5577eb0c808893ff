//! `doorstep completions` and `doorstep man`: made from the same definition as the arguments.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use super::man::page;
use crate::base::bilingual::Phrase;
use clap::Command;
use clap_complete::Shell;

pub(super) fn completions(shell: Shell, mut command: Command, context: &mut Context) -> Result<Ended, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "doorstep", &mut script);
    context.print(&String::from_utf8_lossy(&script))?;
    Ok(Ended::Fine)
}

pub(super) fn man(command: Command, context: &mut Context) -> Result<Ended, Failure> {
    let what = Phrase::new("could not write the man page", "写不出手册页");
    let page = page(command, context.lang).map_err(|why| Failure::Stream { what, why, hint: Phrase::default() })?;
    context.print(&page)?;
    Ok(Ended::Fine)
}
