//! Coverage as JSON. `touched` is what happens in play (`met` or `breakable`); what is only written is not touched.

use super::document::{CoverageDocument, ScenarioColumn, Tried};
use crate::author::coverage::{Exposure, Reached};
use crate::content::standard::{RequirementId, is_below};
use serde_json::{Map, Value, json};

/// The whole matrix.
pub fn render(document: &CoverageDocument) -> Value {
    let requirements: Vec<Value> = document.asked().map(|id| requirement(document, id)).collect();
    let touches: Vec<Exposure> = document.asked().map(|id| document.touch(id)).collect();
    let never = document.asked().filter(|id| !document.touch(*id).happens());
    json!({
        "totals": counts(&touches),
        "requirements": requirements,
        "sections": sections(document),
        "scenarios": document.columns.iter().map(scenario).collect::<Vec<_>>(),
        "never_touched": never.map(|id| &document.standard.requirement(id).id).collect::<Vec<_>>(),
    })
}

fn requirement(document: &CoverageDocument, id: RequirementId) -> Value {
    let own = document.standard.requirement(id);
    let cells: Map<String, Value> = (document.columns.iter())
        .map(|column| (column.scenario.id.to_string(), Value::Object(touch(column.covered.exposure(id)))))
        .collect();
    let mut keys = touch(document.touch(id));
    keys.extend([
        ("id".to_owned(), json!(own.id)),
        ("section".to_owned(), json!(document.standard.section_of(id).id)),
        ("critical".to_owned(), json!(own.is_critical())),
        ("scenarios".to_owned(), Value::Object(cells)),
    ]);
    Value::Object(keys)
}

fn touch(touch: Exposure) -> Map<String, Value> {
    keys([
        ("due", json!(touch.due)),
        ("remedy", json!(touch.remedy)),
        ("written", json!(touch.written)),
        ("met", json!(touch.met)),
        ("failable", json!(touch.failable)),
        ("posed", json!(touch.is_posed())),
        ("breakable", json!(touch.breakable)),
        ("touched", json!(touch.happens())),
        ("heat", json!(touch.level().word())),
    ])
}

fn sections(document: &CoverageDocument) -> Vec<Value> {
    let asked = |path: &str| {
        let own = document.asked().filter(|id| is_below(&document.standard.requirement(*id).id, path));
        own.map(|id| document.touch(id)).collect::<Vec<_>>()
    };
    let sections = document.standard.sections.iter().map(|section| (&section.id, asked(&section.id)));
    let sections = sections.filter(|(_, touches)| !touches.is_empty());
    sections
        .map(|(id, touches)| {
            let mut keys = counts(&touches);
            keys.insert("id".to_owned(), json!(id));
            Value::Object(keys)
        })
        .collect()
}

fn counts(touches: &[Exposure]) -> Map<String, Value> {
    let count = |fits: fn(&Exposure) -> bool| json!(touches.iter().filter(|touch| fits(touch)).count());
    keys([
        ("requirements", json!(touches.len())),
        ("touched", count(|touch| touch.happens())),
        ("met", count(|touch| touch.met)),
        ("posed", count(|touch| touch.is_posed())),
        ("breakable", count(|touch| touch.breakable)),
        ("due", count(|touch| touch.due || touch.remedy)),
    ])
}

fn scenario(column: &ScenarioColumn) -> Value {
    let scenario = &column.scenario;
    let (choices, endings) = column.covered.possible.count();
    let (all, possible) = (Reached::whole(scenario), &column.covered.possible);
    let impossible = all.choices().filter(|taken| !possible.choice(*taken)).map(|taken| column.way(taken));
    let unreached = all.endings().filter(|id| !possible.ending(*id)).map(|id| &scenario.ending(id).name);
    let reached: Map<String, Value> =
        column.tried.iter().map(|tried| (tried.by.word().to_owned(), reached(column, tried))).collect();
    json!({
        "id": scenario.id,
        "states": column.covered.states,
        "exhausted": column.covered.exhausted,
        "choices": {
            "written": scenario.choices().count(),
            "possible": choices,
            "impossible": impossible.collect::<Vec<_>>(),
        },
        "endings": {
            "written": scenario.endings.len(),
            "possible": endings,
            "impossible": unreached.collect::<Vec<_>>(),
        },
        "reached": reached,
        "untried": column.untried(),
    })
}

fn reached(column: &ScenarioColumn, tried: &Tried) -> Value {
    json!({
        "count": tried.plays,
        "choices": tried.ways.choices().map(|taken| column.way(taken)).collect::<Vec<_>>(),
        "endings": tried.ways.endings().map(|id| &column.scenario.ending(id).name).collect::<Vec<_>>(),
    })
}

fn keys<const N: usize>(keys: [(&str, Value); N]) -> Map<String, Value> {
    keys.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}
