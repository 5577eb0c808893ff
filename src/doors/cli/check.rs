//! `doorstep check`: every fault of the content, each with its place, a picture of its source, and a play that shows it.

use super::args::CheckArgs;
use super::{Context, Ended, Failure};
use crate::author::check::check_all;
use crate::base::diagnostic::{Diagnostic, Severity};
use crate::content::scenario::{PackSources, load};
use crate::report::diagnostics::text::picture;
use crate::report::json;
use crate::store::{Content, PackFiles, read_paths};

pub(super) fn run(args: &CheckArgs, context: &mut Context) -> Result<Ended, Failure> {
    let packs = match args.paths.is_empty() {
        true => vec![Content::find(context.scenarios.as_deref(), &context.cwd)?.read()?],
        false => read_paths(&args.paths, &context.cwd)?,
    };
    let mut diagnostics = Vec::new();
    let mut scenarios = 0;
    for files in &packs {
        let (found, count) = check_pack(files);
        diagnostics.extend(found);
        scenarios += count;
    }
    diagnostics.sort_by(|a: &Diagnostic, b| {
        (a.severity, &a.place.file, a.place.line).cmp(&(b.severity, &b.place.file, b.place.line))
    });
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if args.json {
        context.print_json(&json::diagnostics(&diagnostics))?;
    } else {
        for diagnostic in &diagnostics {
            let sources = packs.iter().flat_map(|files| texts(&files.sources));
            let drawn = picture(diagnostic, sources, !context.no_color && context.interactive);
            context.print(&drawn)?;
        }
        let others = diagnostics.len() - errors;
        let scenarios = counted(scenarios, "scenario", "scenarios");
        let (errors, others) =
            (counted(errors, "error", "errors"), counted(others, "warning or note", "warnings and notes"));
        context.print(&format!("{scenarios} played in every way: {errors}, {others}\n"))?;
        if let Some(first) = diagnostics.first() {
            let hint = "tells what a code means, why it matters to a learner, and what to do";
            context.print(&format!("`doorstep explain {}` {hint}\n", first.code))?;
        }
    }
    let fails = errors > 0 || args.strict && warnings > 0;
    Ok(if fails { Ended::Diagnostics } else { Ended::Fine })
}

fn check_pack(files: &PackFiles) -> (Vec<Diagnostic>, usize) {
    let mut diagnostics = files.diagnostics.clone();
    match load(&files.sources) {
        Ok(loaded) => {
            diagnostics.extend(loaded.diagnostics);
            diagnostics.extend(check_all(&loaded.pack));
            (diagnostics, loaded.pack.scenarios.len())
        }
        Err(more) => {
            diagnostics.extend(more);
            (diagnostics, 0)
        }
    }
}

fn texts(sources: &PackSources) -> impl Iterator<Item = &crate::content::notation::Source> {
    [&sources.pack, &sources.standard]
        .into_iter()
        .chain(&sources.sections)
        .chain(&sources.fragments)
        .chain(&sources.scenarios)
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
