//! The prices as JSON.

use super::document::CostsDocument;
use crate::author::costs::row_ids;
use crate::base::chance::Seed;
use serde_json::{Value, json};

/// The whole document. Losses are in hundredths of a percent of what the scenario is worth.
pub fn render(document: &CostsDocument) -> Value {
    let costs: Vec<Value> = (document.costs.iter())
        .map(|cost| {
            let rows = row_ids(document.standard, cost);
            let rows: Vec<Value> =
                rows.iter().map(|(id, points)| json!({"requirement": id, "points": points})).collect();
            let scene = document.scenario.scene(cost.taken.scene);
            json!({
                "scene": scene.name,
                "choice": scene.choices[cost.taken.choice.index()].id,
                "loss": cost.loss,
                "critical": cost.critical,
                "rows": rows,
                "best": document.best(cost),
                "seed": cost.seed.map(Seed::number),
                "line": document.line(cost),
            })
        })
        .collect();
    json!({ "scenario": document.scenario.id, "costs": costs })
}
