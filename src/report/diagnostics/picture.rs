//! A finding as people read it: the line of the source with the fault marked (drawn by ariadne), what to do, and the play
//! that shows it.

use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Diagnostic, Location, Severity};
use crate::base::text::{Lang, find_unsafe};
use crate::both;
use crate::content::notation::Source;
use ariadne::{CharSet, Color, Config, IndexType, Label, Report, ReportKind};
use std::fmt::Write;
use std::ops::Range;

/// The most bytes of a line that is drawn.
const LONGEST_LINE: usize = 2_000;

/// With what a picture is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Characters alone.
    Plain,
    /// The escape sequences of a terminal colour it.
    Coloured,
}

/// The picture of one finding. A file that cannot be shown leaves the sentence alone.
pub(super) fn picture(diagnostic: &Diagnostic, sources: &[&Source], ink: Ink, lang: Lang) -> String {
    let is_drawn = |source: &&&Source| has_short_lines(&source.text, &diagnostic.place.span);
    let shown = |place: &Location| {
        let source = sources.iter().find(|source| source.file == place.file);
        !place.span.is_empty() && source.is_some_and(|source| is_drawn(&source))
    };
    let mut text = if shown(&diagnostic.place) {
        draw(diagnostic, sources, ink, lang)
    } else {
        format!("{}\n", diagnostic.told().in_lang(lang))
    };
    if let Some(witness) = &diagnostic.witness {
        let seed = witness.seed.map_or_else(
            || Phrase::new("no seed below the limit draws this", "限度以内没有种子会这样落").into(),
            |seed| both!("--seed {seed}", "--seed {seed}"),
        );
        let choices = witness.choices.join(",");
        let shown =
            both!("shown by: {seed} --choices {choices}", "这样走能看见：{seed} --choices {choices}"; seed = seed);
        // Writing to a String cannot fail.
        let _ = writeln!(text, "  {}", shown.in_lang(lang));
    }
    text + "\n"
}

/// Whether the lines on which a span begins and ends can be read at all: a picture shows them whole.
fn has_short_lines(text: &str, span: &Range<usize>) -> bool {
    [span.start, span.end.saturating_sub(1)].into_iter().all(|at| {
        let (before, after) = (text.get(..at), text.get(at..));
        let before = before.map_or(0, |before| before.len() - before.rfind('\n').map_or(0, |line| line + 1));
        let after = after.map_or(0, |after| after.find('\n').unwrap_or(after.len()));
        before + after <= LONGEST_LINE
    })
}

fn draw(diagnostic: &Diagnostic, sources: &[&Source], ink: Ink, lang: Lang) -> String {
    let at = |place: &Location| (place.file.to_string(), place.span.clone());
    let config = Config::default()
        .with_color(ink == Ink::Coloured)
        .with_index_type(IndexType::Byte)
        .with_char_set(CharSet::Unicode);
    let mut report = Report::build(kind(diagnostic.severity).0, at(&diagnostic.place))
        .with_config(config)
        .with_code(diagnostic.code)
        .with_message(diagnostic.message.in_lang(lang));
    let help = if diagnostic.help.is_empty() { HERE.in_lang(lang) } else { diagnostic.help.in_lang(lang) };
    report = report.with_label(Label::new(at(&diagnostic.place)).with_message(help).with_color(Color::Yellow));
    if let Some(also) =
        diagnostic.also.as_ref().filter(|also| also.file == diagnostic.place.file && !also.span.is_empty())
    {
        report = report.with_label(Label::new(at(also)).with_message(FIRST.in_lang(lang)).with_color(Color::Cyan));
    }
    let files = sources.iter().filter(|source| source.file == diagnostic.place.file);
    let files = files.map(|source| (source.file.to_string(), harmless(&source.text)));
    let mut drawn = Vec::new();
    match report.finish().write(ariadne::sources(files), &mut drawn) {
        Ok(()) => in_our_words(&String::from_utf8_lossy(&drawn), diagnostic.severity, lang),
        Err(_) => format!("{}\n", diagnostic.told().in_lang(lang)),
    }
}

/// What stands at the mark where nothing is advised.
const HERE: Phrase = Phrase::new("here", "这里");

/// What stands at a second mark.
const FIRST: Phrase = Phrase::new("the first is here", "第一个在这里");

/// The kind of a picture, and the word that ariadne writes for it. A kind of our own would be coloured where nothing may be.
fn kind(severity: Severity) -> (ReportKind<'static>, &'static str) {
    match severity {
        Severity::Error => (ReportKind::Error, "Error"),
        Severity::Warning => (ReportKind::Warning, "Warning"),
        Severity::Note => (ReportKind::Advice, "Advice"),
    }
}

/// A picture with our word for the severity at its head, in place of ariadne's.
fn in_our_words(drawn: &str, severity: Severity, lang: Lang) -> String {
    let heads = match severity {
        Severity::Error => Phrase::new("Error", "错误"),
        Severity::Warning => Phrase::new("Warning", "警告"),
        Severity::Note => Phrase::new("Note", "提示"),
    };
    drawn.replacen(&format!("] {}:", kind(severity).1), &format!("] {}:", heads.in_lang(lang)), 1)
}

/// The text with everything that would drive a terminal replaced, each by as many bytes, so that spans still fit. A
/// return before a line break and the tabs of an indentation become blanks.
fn harmless(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let mut rest = line;
        while let Some((at, _)) = find_unsafe(rest) {
            let after = at + rest[at..].chars().next().map_or(1, char::len_utf8);
            safe.push_str(&rest[..at]);
            safe.push_str(match (&rest[at..after], after - at) {
                ("\t", _) => " ",
                ("\r", _) if rest[after..] == *"\n" => " ",
                (_, 1) => "?",
                (_, 2) => "??",
                (_, 3) => "\u{FFFD}",
                (_, _) => "\u{FFFD}?",
            });
            rest = &rest[after..];
        }
        safe.push_str(rest);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_drawn_without_what_drives_a_terminal_and_no_byte_moves() {
        let tower = format!("e{}", "\u{301}".repeat(20));
        let hostile = format!("\t\"\u{1b}[2J\u{9b}\u{85}\u{202e}\u{2028}\u{e0041}\u{ad}\r\" // {tower}\r\nend");
        let safe = harmless(&hostile);
        assert_eq!(safe.len(), hostile.len());
        assert_eq!(find_unsafe(&safe), None);
        assert_eq!(safe.find("end"), hostile.find("end"));
        assert!(safe.starts_with(" \"?[2J??") && safe.ends_with(" \nend"), "{safe}");
        assert_eq!(harmless("门{customer}\n"), "门{customer}\n");
    }
}
