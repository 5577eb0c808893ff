//! The list of scenarios for people: two lines each.

use super::document::ScenarioList;
use crate::base::text::Lang;

/// The whole list, titles and summaries in this language.
pub fn render(list: &ScenarioList, lang: Lang) -> String {
    let width = list.scenarios.iter().map(|own| own.scenario.id.len()).max().unwrap_or(0);
    let mut text = String::new();
    for own in &list.scenarios {
        let (id, minutes, tier) = (&own.scenario.id, own.scenario.minutes, own.scenario.tier.word());
        let (title, summary) = (own.scenario.title.in_lang(lang), own.scenario.summary.in_lang(lang));
        text += &format!("{id:width$}  {tier:9}  {minutes:>2} min  {title}\n{:width$}  {summary}\n", "");
    }
    text
}
