//! The prices as JSON.

use super::document::CostsDocument;
use crate::author::costs::{Cost, row_ids};
use crate::report::json::{DocumentKind, JsonDocument, document, percent, play, row};
use serde_json::{Value, json};

/// The whole document.
pub fn render(priced: &CostsDocument) -> JsonDocument {
    let costs: Vec<Value> = priced.costs.iter().map(|own| cost(priced, own)).collect();
    document(DocumentKind::Costs, json!({"scenario": priced.scenario.id, "costs": costs}))
}

fn cost(priced: &CostsDocument, cost: &Cost) -> Value {
    let given_up: Vec<Value> = row_ids(priced.standard, cost).into_iter().map(|(id, points)| row(id, points)).collect();
    let scene = priced.scenario.scene(cost.taken.scene);
    json!({
        "scene": scene.name,
        "choice": scene.choices[cost.taken.choice.index()].id,
        "loss": percent(cost.loss),
        "critical": cost.critical,
        "given_up": given_up,
        "best_choice": priced.best(cost),
        "play": play(cost.seed, &priced.line(cost)),
    })
}
