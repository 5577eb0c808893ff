//! What was found as text: a picture of each fault in its source, then how many there are.

use super::document::CheckDocument;
use super::picture::{Ink, picture};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::Severity;
use crate::base::text::Lang;
use crate::both;

/// The most findings that are drawn: nobody mends more at once.
const PICTURES: usize = 100;

/// The whole text, in this language.
pub fn render(document: &CheckDocument, ink: Ink, lang: Lang) -> String {
    let shown = document.diagnostics.iter().take(PICTURES);
    let mut text: String = shown.map(|diagnostic| picture(diagnostic, &document.sources, ink, lang)).collect();
    let rest = document.diagnostics.len().saturating_sub(PICTURES);
    if rest > 0 {
        let said = both!("{rest} more are not shown; `--json` lists them", "还有 {rest} 个没有列出；`--json` 列出全部");
        text += &format!("{}\n\n", said.in_lang(lang));
    }
    text + &summary(document, lang)
}

fn summary(document: &CheckDocument, lang: Lang) -> String {
    let errors = document.count(Severity::Error);
    let others = document.diagnostics.len() - errors;
    let all = both!(
        "{scenarios} played in every way: {errors}, {others}",
        "走遍了 {scenarios}：{errors}，{others}";
        scenarios = counted(document.scenarios, Phrase::new("scenario", "个情景"), "scenarios"),
        errors = counted(errors, Phrase::new("error", "个错误"), "errors"),
        others = counted(others, Phrase::new("warning or note", "个警告和提示"), "warnings and notes")
    );
    let mut text = format!("{}\n", all.in_lang(lang));
    if let Some(first) = document.diagnostics.first() {
        let hint = both!(
            "`doorstep explain {code}` tells what a code means, why it matters to a learner, and what to do",
            "`doorstep explain {code}` 说明这个代码是什么意思，对学员有什么影响，该怎么办",
            code = first.code
        );
        text += &format!("{}\n", hint.in_lang(lang));
    }
    text
}

fn counted(count: usize, one: Phrase, many: &'static str) -> Bilingual {
    let noun = Phrase { en: if count == 1 { one.en } else { many }, ..one };
    both!("{count} {noun}", "{count} {noun}"; noun = noun)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::diagnostic::{Code, Diagnostic, LONGEST_WITNESS, Witness};
    use crate::content::notation::Source;

    fn drawn(text: &str, diagnostics: Vec<Diagnostic>) -> String {
        let source = Source::new("visit.ron", text);
        render(&CheckDocument::new(diagnostics, 1, vec![&source]), Ink::Plain, Lang::new("en").expect("a tag"))
    }

    fn fault(text: &str) -> Diagnostic {
        Diagnostic::error(Code::SIZE, Source::new("visit.ron", text).place_at(0..4), Phrase::new("a fault", "一处毛病"))
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
