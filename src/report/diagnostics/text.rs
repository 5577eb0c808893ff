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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::diagnostic::{Code, Diagnostic, LONGEST_WITNESS, Witness};
    use crate::content::notation::Source;

    fn drawn(text: &str, diagnostics: Vec<Diagnostic>) -> String {
        let source = Source::new("visit.ron", text);
        render(&CheckDocument::new(diagnostics, 1, vec![&source]), Ink::Plain)
    }

    fn fault(text: &str) -> Diagnostic {
        Diagnostic::error(Code::SIZE, Source::new("visit.ron", text).place_at(0..4), "a fault")
    }

    #[test]
    fn a_hundred_findings_are_drawn_and_the_rest_is_counted() {
        let all = drawn("door\n", vec![fault("door\n"); 103]);
        assert_eq!(all.matches("a fault").count(), 100);
        assert!(all.contains("3 more are not shown") && all.contains("103 errors"), "{all}");
        let few = drawn("door\n", vec![fault("door\n"); 100]);
        assert!(!few.contains("not shown"), "{few}");
    }

    #[test]
    fn a_line_that_nobody_can_read_is_not_drawn() {
        let long = format!("door{}\n", " ".repeat(3_000));
        let all = drawn(&long, vec![fault(&long)]);
        assert!(all.starts_with("visit.ron:1:1: error") && all.len() < 300, "{all}");
        assert!(drawn("door\n", vec![fault("door\n")]).contains("│ door"), "others are");
    }

    #[test]
    fn a_play_that_nobody_would_type_is_not_told() {
        let shown = |moves| fault("door\n").witness(Witness { seed: Some(1), choices: vec!["go".into(); moves] });
        assert!(drawn("door\n", vec![shown(LONGEST_WITNESS)]).contains("shown by"));
        assert!(!drawn("door\n", vec![shown(LONGEST_WITNESS + 1)]).contains("shown by"));
    }
}
