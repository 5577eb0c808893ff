//! `doorstep completions` and `doorstep man`: made from the same definition as the arguments.

use super::complete::VARIABLE;
use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use super::man::page;
use crate::base::bilingual::Phrase;
use clap::Command;
use clap_complete::Shell;
use clap_complete::env::Shells;

/// Prints the script by which a shell asks the program what can be typed.
pub(super) fn completions(shell: Shell, context: &mut Context) -> Result<Ended, Failure> {
    const NAME: &str = "doorstep";
    let what = Phrase::new("could not write the script", "写不出脚本");
    let (shells, mut script) = (Shells::builtins(), Vec::new());
    if let Some(own) = shells.completer(&shell.to_string()) {
        let written = own.write_registration(VARIABLE, NAME, NAME, NAME, &mut script);
        written.map_err(|why| Failure::Stream { what, why, hint: Phrase::default() })?;
    }
    context.print(&String::from_utf8_lossy(&script))?;
    Ok(Ended::Fine)
}

pub(super) fn man(command: Command, context: &mut Context) -> Result<Ended, Failure> {
    let what = Phrase::new("could not write the man page", "写不出手册页");
    let page = page(command, context.lang).map_err(|why| Failure::Stream { what, why, hint: Phrase::default() })?;
    context.print(&page)?;
    Ok(Ended::Fine)
}
