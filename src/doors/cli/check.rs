//! `doorstep check`: every fault of the content, each with its place, a picture of its source, and a play that shows it.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use super::working_line::WorkTally;
use crate::author::check::check_all;
use crate::base::diagnostic::{Diagnostic, Severity};
use crate::content::notation::Source;
use crate::content::scenario::{PackSources, load};
use crate::exam::short::find_short;
use crate::report::diagnostics::{CheckDocument, Ink, json, text};
use crate::store::{Content, PackFiles, read_paths};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// Scenario files or folders; all of the scenarios if left out
    pub paths: Vec<PathBuf>,
    /// Exit with 1 on warnings too, not only on errors
    #[arg(long)]
    pub strict: bool,
    /// One JSON document on standard output
    #[arg(long)]
    pub json: bool,
}

pub(super) fn run(args: &CheckArgs, context: &mut Context) -> Result<Ended, Failure> {
    let packs = if args.paths.is_empty() {
        vec![Content::find(context.scenarios.as_deref(), &context.cwd)?.read()?]
    } else {
        read_paths(&args.paths, &context.cwd)?
    };
    let (mut diagnostics, mut scenarios) = (Vec::new(), 0);
    for files in &packs {
        let (found, count) = check_pack(files, &context.working.tally());
        diagnostics.extend(found);
        scenarios += count;
    }
    let sources = packs.iter().flat_map(|files| texts(&files.sources)).collect();
    let document = CheckDocument::new(diagnostics, scenarios, sources);
    let ink = if context.coloured() { Ink::Coloured } else { Ink::Plain };
    if args.json {
        context.print_json(&json::render(&document, context.lang))?;
    } else {
        context.print(&text::render(&document, ink, context.lang))?;
    }
    let (errors, warnings) = (document.count(Severity::Error), document.count(Severity::Warning));
    let fails = errors > 0 || args.strict && warnings > 0;
    Ok(if fails { Ended::Diagnostics } else { Ended::Fine })
}

fn check_pack(files: &PackFiles, tally: &WorkTally) -> (Vec<Diagnostic>, usize) {
    let mut diagnostics = files.diagnostics.clone();
    match load(&files.sources) {
        Ok(loaded) => {
            let is_whole = loaded.diagnostics.is_empty();
            diagnostics.extend(loaded.diagnostics);
            tally.expect(loaded.pack.scenarios.len());
            diagnostics.extend(check_all(&loaded.pack, || tally.advance()));
            if is_whole {
                diagnostics.extend(find_short(&loaded.pack));
            }
            (diagnostics, loaded.pack.scenarios.len())
        }
        Err(more) => {
            diagnostics.extend(more);
            (diagnostics, 0)
        }
    }
}

fn texts(sources: &PackSources) -> impl Iterator<Item = &Source> {
    [&sources.pack, &sources.standard]
        .into_iter()
        .chain(&sources.sections)
        .chain(&sources.questions)
        .chain(&sources.phrases)
        .chain(&sources.courses)
        .chain(&sources.exams)
        .chain(&sources.fragments)
        .chain(&sources.scenarios)
}
