//! A finding as people read it: the line of the source with the fault marked (drawn by ariadne), what to do, and the play
//! that shows it.

use crate::finding::{Finding, Place, Severity};
use crate::notation::Source;
use ariadne::{CharSet, Color, Config, IndexType, Label, Report, ReportKind};
use std::fmt::Write;

/// The picture of one finding. A file that cannot be shown leaves the sentence alone.
pub fn picture<'s>(finding: &Finding, sources: impl Iterator<Item = &'s Source>, colour: bool) -> String {
    let sources: Vec<&Source> = sources.collect();
    let shown = |place: &Place| sources.iter().any(|source| source.file == place.file) && !place.span.is_empty();
    let mut text = if shown(&finding.place) { draw(finding, &sources, colour) } else { format!("{finding}\n") };
    if let Some(witness) = &finding.witness {
        let seed =
            witness.seed.map_or("no seed below the limit draws this".to_owned(), |seed| format!("--seed {seed}"));
        // Writing to a String cannot fail.
        let _ = writeln!(text, "  shown by: {seed} --choices {}", witness.choices.join(","));
    }
    text + "\n"
}

fn draw(finding: &Finding, sources: &[&Source], colour: bool) -> String {
    let kind = match finding.severity {
        Severity::Error => ReportKind::Error,
        Severity::Warning => ReportKind::Warning,
        Severity::Note => ReportKind::Advice,
    };
    let at = |place: &Place| (place.file.to_string(), place.span.clone());
    let config = Config::default().with_color(colour).with_index_type(IndexType::Byte).with_char_set(CharSet::Unicode);
    let mut report = Report::build(kind, at(&finding.place))
        .with_config(config)
        .with_code(finding.code)
        .with_message(&finding.message);
    let help = if finding.help.is_empty() { "here" } else { &finding.help };
    report = report.with_label(Label::new(at(&finding.place)).with_message(help).with_color(Color::Yellow));
    if let Some(also) = finding.also.as_ref().filter(|also| also.file == finding.place.file && !also.span.is_empty()) {
        report = report.with_label(Label::new(at(also)).with_message("the first is here").with_color(Color::Cyan));
    }
    let files = sources.iter().map(|source| (source.file.to_string(), source.text.to_string()));
    let mut drawn = Vec::new();
    match report.finish().write(ariadne::sources(files), &mut drawn) {
        Ok(()) => String::from_utf8_lossy(&drawn).into_owned(),
        Err(_) => format!("{finding}\n"),
    }
}
