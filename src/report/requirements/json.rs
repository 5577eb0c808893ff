//! The standard as JSON.

use super::document::StandardExtract;
use crate::base::text::Text;
use crate::content::standard::{ElementNeed, Protects, RequirementId, Standard};
use crate::report::json::{DocumentKind, JsonDocument, document};
use crate::report::localized::LocalizedText;
use serde_json::{Map, Value, json};

/// The whole document.
pub fn render(extract: &StandardExtract) -> JsonDocument {
    let requirements: Vec<Value> = extract.requirements.iter().map(|id| requirement(extract.standard, *id)).collect();
    let counts = json!({"requirements": requirements.len()});
    document(DocumentKind::Standard, json!({"counts": counts, "requirements": requirements}))
}

fn requirement(standard: &Standard, id: RequirementId) -> Value {
    let (own, section) = (standard.requirement(id), standard.section_of(id));
    let facts: Vec<Value> =
        own.facts.iter().map(|fact| json!({"kind": fact.kind.word(), "text": text(&fact.text)})).collect();
    let elements: Vec<Value> = (own.elements.iter())
        .map(|element| {
            let says = element.says.iter().map(|(lang, words)| (lang.tag().to_owned(), json!(words)));
            let spoiled = element.spoiled_by.iter().map(|(lang, words)| (lang.tag().to_owned(), json!(words)));
            json!({
                "name": text(&element.name),
                "says": says.collect::<Map<_, _>>(),
                "slot": element.slot,
                "needs": element.needs.iter().map(need).collect::<Vec<_>>(),
                "spoiled_by": spoiled.collect::<Map<_, _>>(),
                "may_be_denied": element.may_be_denied,
            })
        })
        .collect();
    json!({
        "id": own.id,
        "tier": section.tier.word(),
        "section": section.id,
        "printed": text(&standard.clause_of(id).printed),
        "kind": own.kind.word(),
        "procedure": own.rank.map(|_| &section.id),
        "order": own.order,
        "rank": own.rank,
        "weight": own.weight.points(),
        "nature": own.nature.word(),
        "protects": own.nature.protects().map(Protects::word),
        "never_due": own.never_due,
        "instance_of": own.instance_of.map(|general| &standard.requirement(general).id),
        "critical": own.critical.as_ref().map(text),
        "dimension": standard.dimensions[own.dimension.index()].id,
        "text": text(&own.text),
        "condition": own.condition.as_ref().map(text),
        "facts": facts,
        "elements": elements,
    })
}

/// A need by its word; one that has an order names what comes first.
fn need(need: &ElementNeed) -> Value {
    match need {
        ElementNeed::Question => json!("question"),
        ElementNeed::Statement => json!("statement"),
        ElementNeed::Hour => json!("hour"),
        ElementNeed::Number => json!("number"),
        ElementNeed::Firm => json!("firm"),
        ElementNeed::Own => json!("own"),
        ElementNeed::After(name) => json!(format!("after {name}")),
    }
}

fn text(text: &Text) -> Value {
    LocalizedText::from(text).json()
}
