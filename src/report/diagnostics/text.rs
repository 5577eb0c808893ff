//! What was found as text: a picture of each fault in its source, then how many there are.

use super::document::CheckDocument;
use super::picture::{Ink, picture};
use crate::base::diagnostic::Severity;

/// The most findings that are drawn: nobody mends more at once.
const PICTURES: usize = 100;

/// The whole text.
pub fn render(document: &CheckDocument, ink: Ink) -> String {
    let shown = document.diagnostics.iter().take(PICTURES);
    let pictures = shown.map(|diagnostic| picture(diagnostic, &document.sources, ink));
    let rest = document.diagnostics.len().saturating_sub(PICTURES);
    let rest = if rest > 0 { format!("{rest} more are not shown; `--json` lists them\n\n") } else { String::new() };
    pictures.collect::<String>() + &rest + &summary(document)
}

fn summary(document: &CheckDocument) -> String {
    let errors = document.count(Severity::Error);
    let others = counted(document.diagnostics.len() - errors, "warning or note", "warnings and notes");
    let (scenarios, errors) =
        (counted(document.scenarios, "scenario", "scenarios"), counted(errors, "error", "errors"));
    let mut text = format!("{scenarios} played in every way: {errors}, {others}\n");
    if let Some(first) = document.diagnostics.first() {
        let hint = "tells what a code means, why it matters to a learner, and what to do";
        text += &format!("`doorstep explain {}` {hint}\n", first.code);
    }
    text
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
