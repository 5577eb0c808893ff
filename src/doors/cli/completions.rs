//! `doorstep completions` and `doorstep man`: made from the same definition as the arguments.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use clap::Command;
use clap_complete::Shell;

pub(super) fn completions(shell: Shell, mut command: Command, context: &mut Context) -> Result<Ended, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "doorstep", &mut script);
    context.print(&String::from_utf8_lossy(&script))?;
    Ok(Ended::Fine)
}

pub(super) fn man(command: Command, context: &mut Context) -> Result<Ended, Failure> {
    let mut page = Vec::new();
    let rendered = clap_mangen::Man::new(command).render(&mut page);
    rendered.map_err(|why| Failure::Stream { what: "could not write the man page", why, hint: "" })?;
    context.print(&String::from_utf8_lossy(&page))?;
    Ok(Ended::Fine)
}
