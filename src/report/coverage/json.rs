//! Coverage as JSON. `touched` is what happens in play (`met` or `breakable`); what is only written is not touched.

use super::document::{CoverageDocument, ScenarioColumn, Tried};
use crate::author::coverage::{Exposure, Reached};
use crate::base::text::Lang;
use crate::content::scenario::EndingId;
use crate::content::standard::{RequirementId, is_below};
use crate::play::engine::Move;
use crate::report::json::{DocumentKind, JsonDocument, choice, document, exposure};
use serde_json::{Map, Value, json};

/// The whole matrix; what is told to people is in this language.
pub fn render(coverage: &CoverageDocument, lang: Lang) -> JsonDocument {
    let requirements: Vec<Value> = coverage.asked().map(|id| requirement(coverage, id)).collect();
    let touches: Vec<Exposure> = coverage.asked().map(|id| coverage.touch(id)).collect();
    let never = coverage.asked().filter(|id| !coverage.touch(*id).happens());
    let keys = json!({
        "counts": counts(&touches),
        "requirements": requirements,
        "sections": sections(coverage),
        "scenarios": coverage.columns.iter().map(scenario).collect::<Vec<_>>(),
        "left_out": coverage.left_out.iter().map(|own| own.json(lang)).collect::<Vec<_>>(),
        "never_touched": never.map(|id| &coverage.standard.requirement(id).id).collect::<Vec<_>>(),
    });
    document(DocumentKind::Coverage, keys)
}

fn requirement(coverage: &CoverageDocument, id: RequirementId) -> Value {
    let own = coverage.standard.requirement(id);
    let cells: Map<String, Value> = (coverage.columns.iter())
        .map(|column| (column.scenario.id.to_string(), exposure(column.covered.exposure(id))))
        .collect();
    json!({
        "requirement": own.id,
        "section": coverage.standard.section_of(id).id,
        "critical": own.is_critical(),
        "exposure": exposure(coverage.touch(id)),
        "scenarios": cells,
    })
}

fn sections(coverage: &CoverageDocument) -> Vec<Value> {
    let asked = |path: &str| {
        let own = coverage.asked().filter(|id| is_below(&coverage.standard.requirement(*id).id, path));
        own.map(|id| coverage.touch(id)).collect::<Vec<_>>()
    };
    let sections = coverage.standard.sections.iter().map(|section| (&section.id, asked(&section.id)));
    let sections = sections.filter(|(_, touches)| !touches.is_empty());
    sections.map(|(id, touches)| json!({"section": id, "counts": counts(&touches)})).collect()
}

fn counts(touches: &[Exposure]) -> Value {
    let count = |fits: fn(&Exposure) -> bool| touches.iter().filter(|touch| fits(touch)).count();
    json!({
        "requirements": touches.len(),
        "touched": count(|touch| touch.happens()),
        "met": count(|touch| touch.met),
        "posed": count(|touch| touch.is_posed()),
        "breakable": count(|touch| touch.breakable),
        "due": count(|touch| touch.due || touch.remedy),
    })
}

fn scenario(column: &ScenarioColumn) -> Value {
    let scenario = &column.scenario;
    let (possible_choices, possible_endings) = column.covered.possible.count();
    let (all, possible) = (Reached::whole(scenario), &column.covered.possible);
    let impossible = all.choices().filter(|taken| !possible.choice(*taken));
    let unreached = all.endings().filter(|id| !possible.ending(*id));
    let reached: Map<String, Value> =
        column.tried.iter().map(|tried| (tried.by.word().to_owned(), reached(column, tried))).collect();
    json!({
        "scenario": scenario.id,
        "exhausted": column.covered.exhausted,
        "counts": {"states": column.covered.states},
        "choices": {
            "counts": {"written": scenario.choices().count(), "possible": possible_choices},
            "impossible": choices(column, impossible),
        },
        "endings": {
            "counts": {"written": scenario.endings.len(), "possible": possible_endings},
            "impossible": endings(column, unreached),
        },
        "reached": reached,
        "untried": {
            "choices": choices(column, column.untried_choices()),
            "endings": endings(column, column.untried_endings()),
        },
    })
}

fn reached(column: &ScenarioColumn, tried: &Tried) -> Value {
    json!({
        "counts": {"plays": tried.plays},
        "choices": choices(column, tried.ways.choices()),
        "endings": endings(column, tried.ways.endings()),
    })
}

fn choices(column: &ScenarioColumn, own: impl IntoIterator<Item = Move>) -> Value {
    own.into_iter().map(|taken| choice(&column.scenario, taken)).collect()
}

fn endings(column: &ScenarioColumn, own: impl IntoIterator<Item = EndingId>) -> Value {
    own.into_iter().map(|id| json!(column.scenario.ending(id).name)).collect()
}
