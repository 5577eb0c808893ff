//! `doorstep walk`: plays that an author wrote down, each played straight and with saving and loading after every move.
//! Nothing is written anywhere.

use super::{Context, Ended, Failure};
use crate::author::playscript::{self, Mismatch, Outcome, Playscript};
use crate::base::diagnostic::Location;
use crate::base::text::make_safe;
use crate::content::notation::Source;
use crate::content::scenario::Pack;
use crate::report::walks::json as walks;
use crate::store::{StoreError as World, read_walks, reloaded};
use clap::Args;
use std::path::PathBuf;
use unicode_width::UnicodeWidthStr;

#[derive(Debug, Args)]
pub(super) struct WalkArgs {
    /// Files that end in .walk, or folders that hold some
    #[arg(required = true, value_name = "FILE")]
    pub paths: Vec<PathBuf>,
    /// One JSON document on standard output
    #[arg(long)]
    pub json: bool,
}

/// One file, as far as it came.
enum WalkedFile {
    Played(Box<Playscript>, Box<Outcome>),
    /// It cannot be read, or names what is not there.
    Unplayed(Box<str>, Option<Source>, Vec<Mismatch>),
}

pub(super) fn run(args: &WalkArgs, context: &mut Context) -> Result<Ended, Failure> {
    let files = read_walks(&args.paths, &context.cwd)?;
    let opened = context.open()?;
    let walked: Vec<WalkedFile> = files.into_iter().map(|file| play_file(file, &opened.pack)).collect();
    let failed = walked.iter().filter(|walked| !walked.holds()).count();
    if args.json {
        let document = walks::all(walked.iter().map(WalkedFile::document).collect());
        context.print_json(&document)?;
    } else {
        // What is wrong with a scenario explains why a walk does not find it.
        let missing = walked.iter().any(|walked| matches!(walked, WalkedFile::Unplayed(..)));
        for diagnostic in opened.diagnostics.iter().filter(|_| missing).take(3) {
            context.print(&format!("{diagnostic}\n"))?;
        }
        for walked in &walked {
            context.print(&walked.text())?;
        }
        context.print(&summary(walked.len(), failed))?;
    }
    Ok(if failed == 0 { Ended::Fine } else { Ended::Diagnostics })
}

fn play_file(file: Result<Source, World>, pack: &Pack) -> WalkedFile {
    let source = match file {
        Ok(source) => source,
        Err(error) => {
            let file: Box<str> = match &error {
                World::Read { path, .. } => crate::store::shown(path).into(),
                _ => "".into(),
            };
            let place = Location { file: (*file).into(), line: 1, column: 1, ..Location::default() };
            let unread = Mismatch::written(place, error.to_string()).help(error.help());
            return WalkedFile::Unplayed(file, None, vec![unread]);
        }
    };
    match playscript::open(&source, pack) {
        Ok(walk) => {
            let outcome = playscript::run(&walk, |session| reloaded(session, walk.language, &pack.standard_hash));
            WalkedFile::Played(Box::new(walk), Box::new(outcome))
        }
        Err(mismatches) => WalkedFile::Unplayed((*source.file).into(), Some(source), mismatches),
    }
}

impl WalkedFile {
    fn holds(&self) -> bool {
        matches!(self, WalkedFile::Played(_, outcome) if outcome.mismatches.is_empty())
    }

    fn document(&self) -> serde_json::Value {
        match self {
            WalkedFile::Played(walk, outcome) => walks::played(walk, outcome),
            WalkedFile::Unplayed(file, _, mismatches) => walks::unplayed(file, mismatches),
        }
    }

    /// A line when it holds; otherwise each fault with its line.
    fn text(&self) -> String {
        match self {
            WalkedFile::Played(walk, outcome) => {
                let head = format!("{}  {}  {}", self.word(), walk.source.file, course(walk, outcome));
                let mut text = head + "\n";
                outcome.mismatches.iter().for_each(|error| text += &picture(error, Some(&walk.source)));
                if outcome.unplayed > 0 {
                    text += &format!("        {} more lines of it were not played\n", outcome.unplayed);
                }
                text
            }
            WalkedFile::Unplayed(file, source, mismatches) => {
                let mut text = format!("{}  {file}\n", self.word());
                mismatches.iter().for_each(|error| text += &picture(error, source.as_ref()));
                text
            }
        }
    }

    fn word(&self) -> &'static str {
        if self.holds() { "holds " } else { "FAILED" }
    }
}

/// How the play went: `24 moves, seed 7, no_answer, score 100`.
fn course(walk: &Playscript, outcome: &Outcome) -> String {
    let mut parts = vec![format!("{} moves", outcome.session.turns().len()), format!("seed {}", walk.seed.number())];
    parts.extend(outcome.session.ending().map(|ending| walk.scenario.ending(ending).name.to_string()));
    parts.extend(outcome.judged.map(|(score, verdict)| format!("score {score}, {}", verdict.word())));
    parts.join(", ")
}

fn summary(all: usize, failed: usize) -> String {
    let walks = if all == 1 { "walk" } else { "walks" };
    match failed {
        0 => format!("{all} {walks}, each played straight and with saving and loading after every move: all hold\n"),
        _ => format!("{all} {walks}: {failed} failed\n"),
    }
}

/// A fault with the line that it points at.
fn picture(error: &Mismatch, source: Option<&Source>) -> String {
    let place = &error.place;
    let mut text = format!("    {}:{}:{}: {}\n", place.file, place.line, place.column, error.to_string());
    let line = source.and_then(|source| source.text.lines().nth(place.line - 1)).unwrap_or_default();
    if !line.trim().is_empty() {
        let before: String = line.chars().take(place.column - 1).collect();
        let marked = source.and_then(|source| source.text.get(place.span.clone())).unwrap_or_default();
        let (before, marked) = (shown(&before), shown(marked.lines().next().unwrap_or_default()));
        text += &format!("{:>7} | {}\n", place.line, shown(line));
        text += &format!("        | {}{}\n", " ".repeat(before.width()), "^".repeat(marked.width().max(1)));
    }
    if !error.help.is_empty() {
        text += &format!("        {}\n", error.help);
    }
    text
}

/// A line of a file, fit for a terminal.
fn shown(line: &str) -> String {
    make_safe(&line.trim_end_matches('\r').replace('\t', " "))
}
