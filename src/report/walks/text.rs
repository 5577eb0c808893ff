//! Walks as text: a line for each that holds; otherwise each fault with the line that it points at.

use super::document::{PlayedWalk, WalksDocument};
use crate::author::playscript::{Mismatch, Outcome, Playscript};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::text::Lang;
use crate::base::text::make_safe;
use crate::both;
use crate::content::notation::Source;
use crate::play::scoring::Verdict;
use unicode_width::UnicodeWidthStr;

/// How many faults of scenarios are told where a walk finds none.
const DIAGNOSTICS: usize = 3;

/// The whole text.
pub fn render(document: &WalksDocument, lang: Lang) -> String {
    let missing = document.walks.iter().any(|walk| matches!(walk, PlayedWalk::Unplayed { .. }));
    let explained = document.diagnostics.iter().filter(|_| missing).take(DIAGNOSTICS);
    let mut text: String = explained.map(|diagnostic| format!("{}\n", diagnostic.told().in_lang(lang))).collect();
    text.extend(document.walks.iter().map(|walk| one(walk, lang)));
    let summary = summary(document.walks.len(), document.failed());
    text + summary.in_lang(lang) + "\n"
}

fn one(walk: &PlayedWalk, lang: Lang) -> String {
    let word = if walk.holds() { Phrase::new("holds ", "一致  ") } else { Phrase::new("FAILED", "不一致") };
    let word = word.in_lang(lang);
    match walk {
        PlayedWalk::Played { walk, outcome } => {
            let mut text = format!("{word}  {}  {}\n", walk.source.file, course(walk, outcome).in_lang(lang));
            text.extend(outcome.mismatches.iter().map(|mismatch| picture(mismatch, Some(&walk.source), lang)));
            if outcome.unplayed > 0 {
                let rest = both!(
                    "        {count} more lines of it were not played",
                    "        后面还有 {count} 行没有演",
                    count = outcome.unplayed
                );
                text += &format!("{}\n", rest.in_lang(lang));
            }
            text
        }
        PlayedWalk::Unplayed { file, source, mismatches } => {
            let mut text = format!("{word}  {file}\n");
            text.extend(mismatches.iter().map(|mismatch| picture(mismatch, source.as_ref(), lang)));
            text
        }
    }
}

/// How the play went: `24 moves, seed 7, no_answer, score 100`.
fn course(walk: &Playscript, outcome: &Outcome) -> Bilingual {
    let mut parts = vec![
        both!("{count} moves", "{count} 步", count = outcome.session.turns().len()),
        both!("seed {seed}", "种子 {seed}", seed = walk.seed.number()),
    ];
    let ending = outcome.session.ending().map(|ending| &walk.scenario.ending(ending).name);
    parts.extend(ending.map(|ending| both!("{ending}", "{ending}")));
    parts.extend(outcome.judged.map(|(score, verdict)| {
        let zh = match verdict {
            Verdict::Pass => "及格",
            Verdict::Fail => "不及格",
        };
        both!("score {score}, {verdict}", "得分 {score}，{verdict}"; verdict = Phrase::new(verdict.word(), zh))
    }));
    Bilingual::join(&parts, Phrase::new(", ", "，"))
}

fn summary(all: usize, failed: usize) -> Bilingual {
    let walks = Phrase::new(if all == 1 { "walk" } else { "walks" }, "个走查脚本");
    if failed == 0 {
        both!(
            "{all} {walks}, each played straight and with saving and loading after every move: all hold",
            "{all} {walks}，每个都直着走一遍，再每走一步存盘读回走一遍：全部一致";
            walks = walks
        )
    } else {
        both!("{all} {walks}: {failed} failed", "{all} {walks}：{failed} 个不一致"; walks = walks)
    }
}

/// A fault with the line that it points at.
fn picture(mismatch: &Mismatch, source: Option<&Source>, lang: Lang) -> String {
    let place = &mismatch.place;
    let mut text =
        format!("    {}:{}:{}: {}\n", place.file, place.line, place.column, mismatch.message().in_lang(lang));
    let line = source.and_then(|source| source.text.lines().nth(place.line - 1)).unwrap_or_default();
    if !line.trim().is_empty() {
        let before: String = line.chars().take(place.column - 1).collect();
        let marked = source.and_then(|source| source.text.get(place.span.clone())).unwrap_or_default();
        let (before, marked) = (shown(&before), shown(marked.lines().next().unwrap_or_default()));
        text += &format!("{:>7} | {}\n", place.line, shown(line));
        text += &format!("        | {}{}\n", " ".repeat(before.width()), "^".repeat(marked.width().max(1)));
    }
    if !mismatch.help.is_empty() {
        text += &format!("        {}\n", mismatch.help.in_lang(lang));
    }
    text
}

/// A line of a file, fit for a terminal.
fn shown(line: &str) -> String {
    make_safe(&line.trim_end_matches('\r').replace('\t', " "))
}
