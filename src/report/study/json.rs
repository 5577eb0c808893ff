//! A comparison as JSON.

use super::document::StudyDocument;
use crate::base::text::Lang;
use crate::learn::simulated::{ASSUMPTIONS, StudyResult};
use crate::report::json::{DocumentKind, JsonDocument, document};
use serde_json::{Value, json};

/// The whole document, its sentences in this language.
pub fn render(compared: &StudyDocument, lang: Lang) -> JsonDocument {
    let (study, asked) = (compared.study, compared.study.asked);
    let assumptions: Vec<&str> = ASSUMPTIONS.iter().map(|own| own.in_lang(lang)).collect();
    let keys = json!({
        "seed": asked.seed.number(),
        "days": asked.days,
        "minutes": asked.minutes,
        "counts": {
            "learners": asked.learners,
            "requirements": compared.requirements,
            "scenarios": compared.scenarios,
            "plan_is_best": study.plan_is_best,
        },
        "policies": study.results.iter().map(policy).collect::<Vec<Value>>(),
        "assumptions": assumptions,
    });
    document(DocumentKind::Study, keys)
}

fn policy(own: &StudyResult) -> Value {
    json!({
        "policy": own.policy.word(),
        "minutes_a_day": (own.minutes * 100.0).round() / 100.0,
        "introduced": percent(own.introduced),
        "held": percent(own.held),
        "held_least": percent(own.held_least),
        "whole": percent(own.whole),
        "whole_least": percent(own.whole_least),
    })
}

/// A share as percent with two decimals.
fn percent(share: f64) -> f64 {
    (share * 10_000.0).round() / 100.0
}
