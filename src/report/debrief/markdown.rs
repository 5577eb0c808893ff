//! A debrief as Markdown. Words of the content cannot turn into markup.

use super::document::DebriefDocument;
use super::wording::{DebriefWording, MoveRow};
use crate::speech::narration::Narrator;
use std::fmt::Write;

/// The whole document, as this narrator tells it.
pub fn render(document: &DebriefDocument, narrator: &Narrator) -> String {
    let wording = &DebriefWording::new(document, narrator);
    let mut out = String::new();
    line(&mut out, format_args!("# {}\n", plain(&wording.title)));
    line(&mut out, format_args!("**{}**\n", plain(&wording.verdict)));
    line(&mut out, format_args!("{}\n", plain(&wording.outcome)));
    wording.origin.iter().for_each(|origin| line(&mut out, format_args!("{}\n", plain(origin))));
    if !wording.ending.is_empty() {
        line(&mut out, format_args!("## {}\n", plain(&wording.headings.ending)));
        wording.ending.iter().for_each(|told| line(&mut out, format_args!("{}\n", plain(told))));
    }
    list(&mut out, &wording.findings);
    if !wording.dimensions.is_empty() {
        line(&mut out, format_args!("\n## {}\n", plain(&wording.headings.dimensions)));
        let shares: Vec<String> =
            wording.dimensions.iter().map(|(title, score)| format!("{title}: {}", score.whole())).collect();
        list(&mut out, &shares);
    }
    section(&mut out, &wording.headings.costs, &wording.costs);
    table(&mut out, wording);
    wording.moves.iter().for_each(|row| move_section(&mut out, wording, row));
    section(&mut out, &wording.headings.missed, &wording.missed);
    section(&mut out, &wording.headings.given_way, &wording.given_way);
    out
}

fn table(out: &mut String, wording: &DebriefWording) {
    line(out, format_args!("\n## {}\n", plain(&wording.headings.moves)));
    let columns: Vec<String> = wording.headings.columns.iter().map(|column| plain(column)).collect();
    line(out, format_args!("| {} |", columns.join(" | ")));
    line(out, format_args!("|--:|---|---|--:|--:|"));
    for row in &wording.moves {
        let (words, judged) = (plain(&row.words), plain(&row.judged));
        line(
            out,
            format_args!("| {} | {words} | {judged} | {} | {} |", row.number, plain(&row.lost), row.reachable.whole()),
        );
    }
}

fn move_section(out: &mut String, wording: &DebriefWording, row: &MoveRow) {
    let judged = [(" — ", &row.judged), (" · ", &row.cost)].into_iter().filter(|(_, words)| !words.is_empty());
    let judged: String = judged.map(|(gap, words)| format!("{gap}{}", plain(words))).collect();
    line(out, format_args!("\n### {}. {} {}{judged}", row.number, row.clock, plain(&row.words)));
    if !row.entries.is_empty() {
        out.push('\n');
        list(out, &row.entries);
    }
    let headings = &wording.headings;
    if !row.given_up.is_empty() {
        line(out, format_args!("\n{}\n", plain(&headings.given_up)));
        list(out, &row.given_up);
    }
    row.notes.iter().for_each(|note| line(out, format_args!("\n{}", plain(note))));
    if let Some(why) = &row.why {
        line(out, format_args!("\n{}{}", plain(&headings.why), plain(why)));
    }
    let Some(better) = &row.better else { return };
    line(out, format_args!("\n**{}{}**", plain(&headings.better), plain(&better.words)));
    if let Some(why) = &better.why {
        line(out, format_args!("\n{}{}", plain(&headings.why), plain(why)));
    }
    if let Some(reply) = &better.reply {
        line(out, format_args!("\n> {}{}", plain(&headings.reply), plain(reply)));
    }
}

fn section(out: &mut String, heading: &str, items: &[String]) {
    if !items.is_empty() {
        line(out, format_args!("\n## {}\n", plain(heading)));
        list(out, items);
    }
}

fn list(out: &mut String, items: &[String]) {
    for item in items {
        line(out, format_args!("- {}", plain(item)));
    }
}

fn line(out: &mut String, words: std::fmt::Arguments) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{words}");
}

/// Words on one line, with everything escaped that Markdown would read as markup.
fn plain(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\n' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_cannot_become_markup() {
        assert_eq!(super::plain("a|b\n<i>*x*"), "a\\|b \\<i\\>\\*x\\*");
    }
}
