//! `doorstep walk`: plays that an author wrote down, each played straight and with saving and loading after every move.
//! Nothing is written anywhere.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use crate::author::playscript::{self, Mismatch};
use crate::base::diagnostic::Location;
use crate::content::notation::Source;
use crate::content::scenario::Pack;
use crate::report::walks::{PlayedWalk, WalksDocument, json, text};
use crate::store::{StoreError as World, read_walks, reloaded};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct WalkArgs {
    /// Files that end in .walk, or folders that hold some
    #[arg(required = true, value_name = "FILE")]
    pub paths: Vec<PathBuf>,
    /// One JSON document on standard output
    #[arg(long)]
    pub json: bool,
}

pub(super) fn run(args: &WalkArgs, context: &mut Context) -> Result<Ended, Failure> {
    let files = read_walks(&args.paths, &context.cwd)?;
    let opened = context.open()?;
    let walks = files.into_iter().map(|file| play_file(file, &opened.pack)).collect();
    let document = WalksDocument { walks, diagnostics: opened.diagnostics };
    if args.json {
        context.print_json(&json::render(&document, context.lang))?;
    } else {
        context.print(&text::render(&document, context.lang))?;
    }
    Ok(if document.failed() == 0 { Ended::Fine } else { Ended::Diagnostics })
}

fn play_file(file: Result<Source, World>, pack: &Pack) -> PlayedWalk {
    let source = match file {
        Ok(source) => source,
        Err(error) => return unread(&error),
    };
    match playscript::open(&source, pack) {
        Ok(walk) => {
            let outcome = playscript::run(&walk, |session| reloaded(session, walk.language, &pack.standard_hash));
            PlayedWalk::Played { walk: Box::new(walk), outcome: Box::new(outcome) }
        }
        Err(mismatches) => PlayedWalk::Unplayed { file: (*source.file).into(), source: Some(source), mismatches },
    }
}

/// A file that could not be read.
fn unread(error: &World) -> PlayedWalk {
    let file: Box<str> = match error {
        World::Read { path, .. } => crate::store::shown(path).into(),
        _ => "".into(),
    };
    let place = Location { file: (*file).into(), line: 1, column: 1, ..Location::default() };
    let mismatch = Mismatch::written(place, error.told()).help(error.help());
    PlayedWalk::Unplayed { file, source: None, mismatches: vec![mismatch] }
}
