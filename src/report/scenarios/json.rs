//! The list of scenarios as JSON. `plays` are the fewest and the most moves of any play, null where they are not known.

use super::document::{ListedScenario, ScenarioList};
use crate::content::standard::Standard;
use crate::report::localized::LocalizedText;
use serde_json::{Value, json};

/// The whole document: an array with an object for each scenario.
pub fn render(list: &ScenarioList) -> Value {
    list.scenarios.iter().map(|own| scenario(own, list.standard)).collect()
}

fn scenario(own: &ListedScenario, standard: &Standard) -> Value {
    let scenario = own.scenario;
    let requirements = scenario.requirements();
    let requirements: Vec<&str> = requirements.iter().map(|id| &*standard.requirement(*id).id).collect();
    json!({
        "id": scenario.id,
        "title": LocalizedText::from(&scenario.title).json(),
        "tier": scenario.tier.word(),
        "minutes": scenario.minutes,
        "scenes": scenario.scenes.len(),
        "choices": scenario.choices().count(),
        "endings": scenario.endings.len(),
        "requirements": requirements,
        "plays": own.plays.map(|plays| json!({"shortest": plays.shortest, "longest": plays.longest})),
    })
}
