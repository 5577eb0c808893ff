//! The list of scenarios as JSON.

use super::document::{ListedScenario, ScenarioList};
use crate::base::text::Lang;
use crate::content::standard::Standard;
use crate::report::json::{DocumentKind, JsonDocument, document};
use crate::report::localized::LocalizedText;
use serde_json::{Value, json};

/// The whole document; what is told to people is in this language.
pub fn render(list: &ScenarioList, lang: Lang) -> JsonDocument {
    let scenarios: Vec<Value> = list.scenarios.iter().map(|own| scenario(own, list.standard)).collect();
    let left_out = list.left_out.iter().map(|own| own.json(lang)).collect::<Vec<_>>();
    let counts = json!({"scenarios": scenarios.len(), "left_out": left_out.len()});
    document(DocumentKind::List, json!({"counts": counts, "scenarios": scenarios, "left_out": left_out}))
}

fn scenario(own: &ListedScenario, standard: &Standard) -> Value {
    let scenario = own.scenario;
    let requirements = scenario.requirements();
    let requirements: Vec<&str> = requirements.iter().map(|id| &*standard.requirement(*id).id).collect();
    json!({
        "id": scenario.id,
        "title": LocalizedText::from(&scenario.title).json(),
        "tier": scenario.tier.word(),
        "estimated_seconds": u64::from(scenario.minutes) * 60,
        "counts": {
            "scenes": scenario.scenes.len(),
            "choices": scenario.choices().count(),
            "endings": scenario.endings.len(),
        },
        "requirements": requirements,
        "length": own.plays.map(|plays| json!({"shortest": plays.shortest, "longest": plays.longest})),
    })
}
