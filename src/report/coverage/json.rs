//! Coverage as a JSON document.

use super::{CoverageDocument, ScenarioColumn, Tried, untried, way};
use crate::author::coverage::{Exposure, Reached};
use crate::content::standard::{RequirementId, is_below};
use serde_json::{Map, Value, json};

/// The whole matrix. `touched` is what happens in play (`met` or `breakable`); what is only written is not touched.
pub fn document(coverage: &CoverageDocument) -> Value {
    let requirements: Vec<Value> = coverage.asked().map(|id| requirement(coverage, id)).collect();
    let touches: Vec<Exposure> = coverage.asked().map(|id| coverage.touch(id)).collect();
    let never = coverage.asked().filter(|id| !coverage.touch(*id).happens());
    json!({
        "totals": counts(&touches),
        "requirements": requirements,
        "sections": sections(coverage),
        "scenarios": coverage.columns.iter().map(scenario).collect::<Vec<_>>(),
        "never_touched": never.map(|id| &coverage.standard.requirement(id).id).collect::<Vec<_>>(),
    })
}

fn requirement(coverage: &CoverageDocument, id: RequirementId) -> Value {
    let own = coverage.standard.requirement(id);
    let cells: Map<String, Value> = (coverage.columns.iter())
        .map(|column| (column.scenario.id.to_string(), touch(column.covered.exposure(id))))
        .collect();
    let mut value = touch(coverage.touch(id));
    if let Some(object) = value.as_object_mut() {
        object.insert("id".to_owned(), json!(own.id));
        object.insert("section".to_owned(), json!(coverage.standard.section_of(id).id));
        object.insert("critical".to_owned(), json!(own.critical));
        object.insert("scenarios".to_owned(), Value::Object(cells));
    }
    value
}

fn touch(touch: Exposure) -> Value {
    json!({
        "due": touch.due,
        "remedy": touch.remedy,
        "written": touch.written,
        "met": touch.met,
        "breakable": touch.breakable,
        "touched": touch.happens(),
        "heat": touch.level().word(),
    })
}

fn sections(coverage: &CoverageDocument) -> Vec<Value> {
    let asked = |path: &str| {
        let own = coverage.asked().filter(|id| is_below(&coverage.standard.requirement(*id).id, path));
        own.map(|id| coverage.touch(id)).collect::<Vec<_>>()
    };
    let sections = coverage.standard.sections.iter().map(|section| (&section.id, asked(&section.id)));
    let sections = sections.filter(|(_, touches)| !touches.is_empty());
    sections
        .map(|(id, touches)| {
            let mut value = counts(&touches);
            if let Some(object) = value.as_object_mut() {
                object.insert("id".to_owned(), json!(id));
            }
            value
        })
        .collect()
}

fn counts(touches: &[Exposure]) -> Value {
    let count = |fits: fn(&Exposure) -> bool| touches.iter().filter(|touch| fits(touch)).count();
    json!({
        "requirements": touches.len(),
        "touched": count(|touch| touch.happens()),
        "met": count(|touch| touch.met),
        "breakable": count(|touch| touch.breakable),
        "due": count(|touch| touch.due || touch.remedy),
    })
}

fn scenario(column: &ScenarioColumn) -> Value {
    let scenario = &column.scenario;
    let (choices, endings) = column.covered.possible.count();
    let (all, possible) = (Reached::whole(scenario), &column.covered.possible);
    let impossible = all.choices().filter(|taken| !possible.choice(*taken)).map(|taken| way(scenario, taken));
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
        "untried": untried(column),
    })
}

fn reached(column: &ScenarioColumn, tried: &Tried) -> Value {
    let scenario = &column.scenario;
    json!({
        "count": tried.plays,
        "choices": tried.ways.choices().map(|taken| way(scenario, taken)).collect::<Vec<_>>(),
        "endings": tried.ways.endings().map(|id| &scenario.ending(id).name).collect::<Vec<_>>(),
    })
}
