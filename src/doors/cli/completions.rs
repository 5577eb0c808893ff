//! `doorstep completions` and `doorstep man`: made from the same definition as the arguments.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use super::man::page;
use clap::Command;
use clap_complete::Shell;

pub(super) fn completions(shell: Shell, mut command: Command, context: &mut Context) -> Result<Ended, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "doorstep", &mut script);
    context.print(&String::from_utf8_lossy(&script))?;
    Ok(Ended::Fine)
}

pub(super) fn man(command: Command, context: &mut Context) -> Result<Ended, Failure> {
    let page = page(command).map_err(|why| Failure::Stream { what: "could not write the man page", why, hint: "" })?;
    context.print(&page)?;
    Ok(Ended::Fine)
}
