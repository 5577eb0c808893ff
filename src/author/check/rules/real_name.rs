//! A name that belongs to somebody.

use super::Rule;
use crate::author::check::{Inspection, Sample};
use crate::base::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::REAL_NAME,
    severity: Severity::Warning,
    title: "a name that no text may hold",
    prose: "The pack lists names that must stay out (`never` in pack.ron), mostly those of real companies. What a scenario \
        says about them would be read as a statement of fact, by customers and by lawyers; and an invented company lets \
        everybody learn without taking sides.\n\n\
        Use the slot of your own, such as {company}, or tell it without a name: the other firm, the people across the road.",
    trips: Sample::Edits {
        edits: &[("哦，电信的。", "哦，中国电信的。")], at: "哦，中国电信的。"
    },
    passes: Sample::Edits { edits: &[("哦，电信的。", "哦，晴川电信的。")], at: "" },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let scenario = inspection.scenario;
    let mut diagnostics = Vec::new();
    for (writing, text) in scenario.texts() {
        for (lang, words) in text.iter() {
            let first = scenario.never.iter().filter_map(|name| Some((find(words, name)?, name))).min();
            if let Some((at, name)) = first {
                let place = scenario.place_in(writing, lang, at..at + name.len());
                let message = format!("the text names \"{name}\", which the pack keeps out");
                diagnostics.push(RULE.diagnostic(place, message).help("use your own name for it, or none"));
            }
        }
    }
    diagnostics
}

/// Where a name stands; one of Latin letters only as whole words.
fn find(words: &str, name: &str) -> Option<usize> {
    let inner = |c: char| c.is_ascii_alphanumeric();
    let whole = |at: usize| {
        let (before, after) = (&words[..at], &words[at + name.len()..]);
        !(name.starts_with(inner) && before.ends_with(inner) || name.ends_with(inner) && after.starts_with(inner))
    };
    words.match_indices(name).map(|(at, _)| at).find(|at| !name.is_empty() && whole(*at))
}
