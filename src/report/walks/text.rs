//! Walks as text: a line for each that holds; otherwise each fault with the line that it points at.

use super::document::{PlayedWalk, WalksDocument};
use crate::author::playscript::{Mismatch, Outcome, Playscript};
use crate::base::text::make_safe;
use crate::content::notation::Source;
use unicode_width::UnicodeWidthStr;

/// How many faults of scenarios are told where a walk finds none.
const DIAGNOSTICS: usize = 3;

/// The whole text.
pub fn render(document: &WalksDocument) -> String {
    let missing = document.walks.iter().any(|walk| matches!(walk, PlayedWalk::Unplayed { .. }));
    let explained = document.diagnostics.iter().filter(|_| missing).take(DIAGNOSTICS);
    let mut text: String = explained.map(|diagnostic| format!("{diagnostic}\n")).collect();
    text.extend(document.walks.iter().map(one));
    text + &summary(document.walks.len(), document.failed())
}

fn one(walk: &PlayedWalk) -> String {
    let word = if walk.holds() { "holds " } else { "FAILED" };
    match walk {
        PlayedWalk::Played { walk, outcome } => {
            let mut text = format!("{word}  {}  {}\n", walk.source.file, course(walk, outcome));
            text.extend(outcome.mismatches.iter().map(|mismatch| picture(mismatch, Some(&walk.source))));
            if outcome.unplayed > 0 {
                text += &format!("        {} more lines of it were not played\n", outcome.unplayed);
            }
            text
        }
        PlayedWalk::Unplayed { file, source, mismatches } => {
            let mut text = format!("{word}  {file}\n");
            text.extend(mismatches.iter().map(|mismatch| picture(mismatch, source.as_ref())));
            text
        }
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
fn picture(mismatch: &Mismatch, source: Option<&Source>) -> String {
    let place = &mismatch.place;
    let mut text = format!("    {}:{}:{}: {}\n", place.file, place.line, place.column, mismatch.message());
    let line = source.and_then(|source| source.text.lines().nth(place.line - 1)).unwrap_or_default();
    if !line.trim().is_empty() {
        let before: String = line.chars().take(place.column - 1).collect();
        let marked = source.and_then(|source| source.text.get(place.span.clone())).unwrap_or_default();
        let (before, marked) = (shown(&before), shown(marked.lines().next().unwrap_or_default()));
        text += &format!("{:>7} | {}\n", place.line, shown(line));
        text += &format!("        | {}{}\n", " ".repeat(before.width()), "^".repeat(marked.width().max(1)));
    }
    if !mismatch.help.is_empty() {
        text += &format!("        {}\n", mismatch.help);
    }
    text
}

/// A line of a file, fit for a terminal.
fn shown(line: &str) -> String {
    make_safe(&line.trim_end_matches('\r').replace('\t', " "))
}
