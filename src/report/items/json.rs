//! Items as JSON.

use super::document::ItemsDocument;
use super::figures::{exact, exact_percent};
use super::option_words::option_words;
use super::wording::suspicion_word;
use crate::base::text::Lang;
use crate::exam::items::{FoundItem, ItemTest, TestOf};
use crate::exam::statistics::{Interval, OptionStatistics, Suspicion};
use crate::report::json::{DocumentKind, JsonDocument, document};
use serde_json::{Value, json};

/// The whole document, words of options in this language.
pub fn render(told: &ItemsDocument, lang: Lang) -> JsonDocument {
    let tests: Vec<Value> = told.tests.iter().map(|own| test(own, told, lang)).collect();
    document(DocumentKind::Items, json!({"counts": {"learners": told.learners}, "tests": tests}))
}

fn test(own: &ItemTest, told: &ItemsDocument, lang: Lang) -> Value {
    let whole = &own.whole;
    let (exam, scenario) = match &own.of {
        TestOf::Exam(id) => (Some(id), None),
        TestOf::Scenario(id) => (None, Some(id)),
    };
    json!({
        "exam": exam,
        "scenario": scenario,
        "counts": {"persons": whole.persons, "items": whole.items},
        "length": exact(whole.length),
        "mean": whole.mean.map(exact_percent),
        "deviation": whole.deviation.map(exact_percent),
        "all_or_nothing": whole.is_all_or_nothing,
        "complete": whole.is_complete,
        "alpha": whole.alpha.map(exact),
        "alpha_of_length": whole.alpha_of_length.map(exact),
        "error": whole.error.map(exact_percent),
        "not_counted": {
            "outdated": own.not_counted.outdated,
            "repeated": own.not_counted.repeated,
            "open": own.not_counted.open,
            "gone": own.not_counted.gone,
            "hinted": own.not_counted.hinted,
            "rewound": own.not_counted.rewound,
            "unsolved": own.not_counted.unsolved,
        },
        "edited": own.not_counted.edited,
        "items": own.items.iter().map(|item| of_item(own, item, told, lang)).collect::<Vec<Value>>(),
    })
}

fn of_item(test: &ItemTest, item: &FoundItem, told: &ItemsDocument, lang: Lang) -> Value {
    let own = &item.statistics;
    let options = own.options.iter().map(|option| of_option(test, item, option, told, lang));
    json!({
        "id": item.id,
        "persons": own.persons,
        "facility": own.facility.map(exact_percent),
        "facility_interval": interval(own.facility_interval, exact_percent),
        "deviation": own.deviation.map(exact_percent),
        "discrimination": own.discrimination.map(exact),
        "discrimination_interval": interval(own.discrimination_interval, exact),
        "efficiency": own.efficiency.map(exact_percent),
        "effective_weight": own.effective_weight.map(exact_percent),
        "intended_weight": own.intended_weight.map(exact_percent),
        "alpha_without": own.alpha_without.map(exact),
        "exposure": exact_percent(own.exposure),
        "suspicions": item.suspicions.iter().map(|own| suspicion_word(*own)).collect::<Vec<_>>(),
        "beating_option": item.suspicions.iter().find_map(|own| match own {
            Suspicion::WrongBeatsKey { wrong, .. } => Some(wrong + 1),
            _ => None,
        }),
        "options": options.collect::<Vec<Value>>(),
    })
}

fn of_option(test: &ItemTest, item: &FoundItem, own: &OptionStatistics, told: &ItemsDocument, lang: Lang) -> Value {
    let words = option_words(&test.of, item, own.option, told.pack, lang);
    json!({
        "number": own.option + 1,
        "choice": words.id,
        "words": words.words,
        "key": own.is_key,
        "seen": own.seen,
        "taken": own.taken,
        "best_third": own.best_third,
        "rest": own.rest.map(exact_percent),
    })
}

fn interval(own: Option<Interval>, exact: fn(f64) -> f64) -> Value {
    own.map_or(Value::Null, |own| json!({"low": exact(own.low), "high": exact(own.high)}))
}
