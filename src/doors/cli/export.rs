//! `doorstep export`: a learner as one file, to go to another machine.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use super::new_file;
use crate::report::exported::json;
use crate::speech::messages::Messages;
use crate::store::shown;
use crate::tr;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    /// Whose plays they are
    pub learner: String,
    /// A file that is not there yet; without it the text goes to standard output
    pub file: Option<PathBuf>,
    /// One JSON document on standard output (with FILE)
    #[arg(long, requires = "file")]
    pub json: bool,
}

pub(super) fn run(args: &ExportArgs, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let saves = context.find_saves(&opened.content)?;
    let (own, unread) = saves.export(&args.learner)?;
    context.remark_unread(&unread);
    let Some(file) = &args.file else {
        context.print(&own.text)?;
        return Ok(Ended::Fine);
    };
    let stood = || new_file::taken(file);
    new_file::write(file, &own.text, context, stood)?;
    if args.json {
        context.print_json(&json::render(&own, &shown(file)))?;
    } else {
        let words = Messages::new(context.lang);
        let (name, file, plays, events) = (own.learner.as_str(), shown(file), own.plays, own.events);
        context.print_line(&tr!(words, "export-done", name = name, file = file, plays = plays, events = events))?;
    }
    Ok(Ended::Fine)
}
