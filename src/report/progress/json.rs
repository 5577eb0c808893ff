//! Progress as JSON. Only the score of a first run stands under `first_runs` and `best_first_run`.

use super::document::ProgressDocument;
use crate::content::standard::SectionId;
use crate::learn::mastery::PartMastery;
use crate::learn::progress::{LastScore, PractisedDay, ProgressRun, ScenarioProgress};
use crate::play::scoring::Score;
use crate::report::json::{DocumentKind, JsonDocument, document};
use serde_json::{Value, json};

/// The whole document.
pub fn render(told: &ProgressDocument) -> JsonDocument {
    let (own, standard) = (told.progress, &told.pack.standard);
    let section = |(id, part): &(SectionId, PartMastery)| {
        let section = &standard.sections[id.index()].id;
        json!({"section": section, "counts": counts(part), "held": percent(part.share)})
    };
    let keys = json!({
        "learner": told.learner,
        "day": own.today.to_string(),
        "counts": counts(&own.whole),
        "held": percent(own.whole.share),
        "sections": own.sections.iter().map(section).collect::<Vec<Value>>(),
        "scenarios": own.scenarios.iter().map(scenario).collect::<Vec<Value>>(),
        "first_runs": own.first_runs.iter().map(first_run).collect::<Vec<Value>>(),
        "days": own.days.iter().map(day).collect::<Vec<Value>>(),
    });
    document(DocumentKind::Progress, keys)
}

fn counts(part: &PartMastery) -> Value {
    json!({"known": part.known, "learning": part.learning, "never": part.never})
}

fn scenario(own: &ScenarioProgress) -> Value {
    let last = |last: LastScore| json!({"score": last.score.percent(), "is_first_run": last.is_first});
    json!({
        "scenario": own.id,
        "counts": {"plays": own.plays, "over": own.over, "first_runs": own.first_runs, "seeds": own.seeds},
        "best_first_run": own.best_first.map(Score::percent),
        "last": own.last.map(last),
    })
}

fn first_run(own: &ProgressRun) -> Value {
    json!({
        "attempt": own.attempt.get(),
        "scenario": own.scenario,
        "started": own.started.to_string(),
        "mode": own.mode.word(),
        "hints": own.hints,
        "score": own.score.map(Score::percent),
        "is_current": own.is_current,
    })
}

fn day(own: &PractisedDay) -> Value {
    json!({"day": own.day.to_string(), "counts": {"plays": own.plays, "reviews": own.reviews}})
}

/// A share as percent with two decimals.
fn percent(share: f64) -> f64 {
    (share * 10_000.0).round() / 100.0
}
