//! What stands in the documents of JSON, as JSON Schemas (draft 2020-12): a file a kind, and the shapes that several kinds
//! share.

use super::json::DocumentKind;
use serde_json::{Map, Value, json};

const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of one kind of document, with the shapes that it is made of.
pub fn of_kind(kind: DocumentKind) -> Value {
    let mut schema = own(kind);
    let (shapes, mut used) = (shapes(), Map::new());
    collect(&schema, &shapes, &mut used);
    schema["$schema"] = json!(DRAFT);
    if !used.is_empty() {
        schema["$defs"] = Value::Object(used);
    }
    schema
}

/// The schemas of all kinds in one: any document, by its name.
pub fn of_all() -> Value {
    let mut definitions = shapes();
    definitions.extend(DocumentKind::ALL.map(|kind| (kind.word().to_owned(), own(kind))));
    let any: Vec<Value> = DocumentKind::ALL.map(|kind| json!({"$ref": reference(kind.word())})).to_vec();
    json!({
        "$schema": DRAFT,
        "title": "Any document that doorstep prints with --json",
        "oneOf": any,
        "$defs": definitions,
    })
}

/// The shapes that a schema names, and those that these name.
fn collect(schema: &Value, shapes: &Map<String, Value>, used: &mut Map<String, Value>) {
    match schema {
        Value::Object(keys) => {
            let named = keys.get("$ref").and_then(Value::as_str).and_then(|own| own.strip_prefix(DEFINITIONS));
            if let Some((name, shape)) = named.and_then(|name| shapes.get_key_value(name))
                && used.insert(name.clone(), shape.clone()).is_none()
            {
                collect(shape, shapes, used);
            }
            keys.values().for_each(|own| collect(own, shapes, used));
        }
        Value::Array(list) => list.iter().for_each(|own| collect(own, shapes, used)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

const DEFINITIONS: &str = "#/$defs/";

fn reference(name: &str) -> String {
    format!("{DEFINITIONS}{name}")
}

fn shapes() -> Map<String, Value> {
    serde_json::from_str(include_str!("schemas/shapes.json")).expect("a test reads the file")
}

/// The schema as it stands in its file.
fn own(kind: DocumentKind) -> Value {
    let text = match kind {
        DocumentKind::List => include_str!("schemas/list.json"),
        DocumentKind::Play => include_str!("schemas/play.json"),
        DocumentKind::Solve => include_str!("schemas/solve.json"),
        DocumentKind::Costs => include_str!("schemas/costs.json"),
        DocumentKind::Simulate => include_str!("schemas/simulate.json"),
        DocumentKind::Exams => include_str!("schemas/exams.json"),
        DocumentKind::Forms => include_str!("schemas/forms.json"),
        DocumentKind::Candidates => include_str!("schemas/candidates.json"),
        DocumentKind::Study => include_str!("schemas/study.json"),
        DocumentKind::Standard => include_str!("schemas/standard.json"),
        DocumentKind::Check => include_str!("schemas/check.json"),
        DocumentKind::Debrief => include_str!("schemas/debrief.json"),
        DocumentKind::Coverage => include_str!("schemas/coverage.json"),
        DocumentKind::Diff => include_str!("schemas/diff.json"),
        DocumentKind::Walk => include_str!("schemas/walk.json"),
        DocumentKind::Progress => include_str!("schemas/progress.json"),
        DocumentKind::Items => include_str!("schemas/items.json"),
        DocumentKind::Report => include_str!("schemas/report.json"),
        DocumentKind::Verify => include_str!("schemas/verify.json"),
        DocumentKind::Export => include_str!("schemas/export.json"),
        DocumentKind::Import => include_str!("schemas/import.json"),
        DocumentKind::Error => include_str!("schemas/error.json"),
    };
    serde_json::from_str(text).expect("a test reads the file")
}
