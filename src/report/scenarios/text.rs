//! The list of scenarios for people: two lines each.

use super::document::ScenarioList;
use crate::base::bilingual::Phrase;
use crate::speech::messages::Messages;
use crate::speech::narration::tier;
use unicode_width::UnicodeWidthStr;

/// The whole list, in the language of these messages.
pub fn render(list: &ScenarioList, words: &Messages) -> String {
    let width = list.scenarios.iter().map(|own| own.scenario.id.len()).max().unwrap_or(0);
    let lang = words.lang();
    let unit = Phrase::new("min", "分钟").in_lang(lang).to_owned();
    let mut text = String::new();
    for own in &list.scenarios {
        let (id, minutes) = (&own.scenario.id, own.scenario.minutes);
        let tier = tier(words, own.scenario.tier);
        let gap = " ".repeat(9_usize.saturating_sub(tier.width()));
        let (title, summary) = (own.scenario.title.in_lang(lang), own.scenario.summary.in_lang(lang));
        text += &format!("{id:width$}  {tier}{gap}  {minutes:>2} {unit}  {title}\n{:width$}  {summary}\n", "");
    }
    text
}
