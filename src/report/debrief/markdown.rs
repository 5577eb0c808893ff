//! A debrief as Markdown. Words of the content cannot turn into markup.

use super::wording::{DebriefWording, MoveRow};
use std::fmt::Write;

/// The whole document.
pub fn debrief(sheet: &DebriefWording) -> String {
    let mut out = String::new();
    line(&mut out, format_args!("# {}\n", plain(&sheet.title)));
    line(&mut out, format_args!("**{}**\n", plain(&sheet.verdict)));
    line(&mut out, format_args!("{}\n", plain(&sheet.outcome)));
    list(&mut out, &sheet.diagnostics);
    if !sheet.dimensions.is_empty() {
        line(&mut out, format_args!("\n## {}\n", plain(&sheet.heads.dimensions)));
        let shares: Vec<String> = sheet.dimensions.iter().map(|(title, score)| format!("{title}: {score}")).collect();
        list(&mut out, &shares);
    }
    section(&mut out, &sheet.heads.costs, &sheet.costs);
    table(&mut out, sheet);
    sheet.moves.iter().for_each(|row| told(&mut out, sheet, row));
    section(&mut out, &sheet.heads.missed, &sheet.missed);
    section(&mut out, &sheet.heads.given_way, &sheet.given_way);
    out
}

fn table(out: &mut String, sheet: &DebriefWording) {
    line(out, format_args!("\n## {}\n", plain(&sheet.heads.moves)));
    let columns: Vec<String> = sheet.heads.columns.iter().map(|column| plain(column)).collect();
    line(out, format_args!("| {} |", columns.join(" | ")));
    line(out, format_args!("|--:|---|---|--:|--:|"));
    for row in &sheet.moves {
        let (words, judged) = (plain(&row.words), plain(&row.judged));
        line(out, format_args!("| {} | {words} | {judged} | {} | {} |", row.number, row.lost, row.reachable));
    }
}

fn told(out: &mut String, sheet: &DebriefWording, row: &MoveRow) {
    let judged = if row.judged.is_empty() { String::new() } else { format!(" — {}", plain(&row.judged)) };
    line(out, format_args!("\n### {}. {} {}{judged}", row.number, row.clock, plain(&row.words)));
    if !row.entries.is_empty() {
        out.push('\n');
        list(out, &row.entries);
    }
    let heads = &sheet.heads;
    if let Some(why) = &row.why {
        line(out, format_args!("\n{}{}", plain(&heads.why), plain(why)));
    }
    let Some(better) = &row.better else { return };
    line(out, format_args!("\n**{}{}**", plain(&heads.better), plain(&better.words)));
    if let Some(why) = &better.why {
        line(out, format_args!("\n{}{}", plain(&heads.why), plain(why)));
    }
    if let Some(reply) = &better.reply {
        line(out, format_args!("\n> {}{}", plain(&heads.reply), plain(reply)));
    }
}

fn section(out: &mut String, heading: &str, items: &[String]) {
    if !items.is_empty() {
        line(out, format_args!("\n## {}\n", plain(heading)));
        list(out, items);
    }
}

fn list(out: &mut String, items: &[String]) {
    items.iter().for_each(|item| line(out, format_args!("- {}", plain(item))));
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
