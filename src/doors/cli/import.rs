//! `doorstep import`: learners from files that `doorstep export` has written.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use crate::record::travel::{ImportedLearner, ImportedPlays};
use crate::report::imported::json;
use crate::speech::messages::Messages;
use crate::store::shown;
use crate::tr;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// Files that `doorstep export` has written
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Who gets what is in them, known here or new; without it whoever has the name in the file
    #[arg(long = "as", value_name = "NAME")]
    pub named: Option<String>,
    /// One JSON document on standard output
    #[arg(long)]
    pub json: bool,
}

pub(super) fn run(args: &ImportArgs, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let saves = context.find_saves(&opened.content)?;
    let files: Vec<(PathBuf, PathBuf)> = args.files.iter().map(|file| (file.clone(), context.cwd.join(file))).collect();
    let outcome = saves.import(&files, args.named.as_deref())?;
    let files = args.files.iter().map(|file| shown(file));
    let all: Vec<(String, ImportedLearner)> = files.zip(outcome.imported).collect();
    if args.json {
        context.print_json(&json::render(&all))?;
    } else {
        let words = Messages::new(context.lang);
        for line in all.iter().flat_map(|(file, own)| told(file, own, &words)) {
            context.print_line(&line)?;
        }
    }
    context.remark_unread(&outcome.unread);
    Ok(Ended::Fine)
}

/// What a file has brought, a line for each thing that it did.
fn told(file: &str, own: &ImportedLearner, words: &Messages) -> Vec<String> {
    let (name, events) = (own.learner.as_str(), own.events);
    let ImportedPlays { added, went_on, parted, known } = own.plays;
    if !own.is_news() {
        return vec![tr!(words, "import-nothing-new", name = name, file = file)];
    }
    let mut lines = Vec::new();
    if own.is_new {
        lines.push(tr!(words, "import-new-learner", name = name));
    }
    lines.push(tr!(
        words,
        "import-done",
        name = name,
        file = file,
        added = added,
        continued = went_on,
        known = known,
        events = events
    ));
    if parted > 0 {
        lines.push(tr!(words, "import-parted", count = parted));
    }
    lines
}
