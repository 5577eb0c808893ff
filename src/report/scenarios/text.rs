//! The list of scenarios for people: two lines each.

use super::document::ScenarioList;
use crate::base::bilingual::{Phrase, speaks_chinese};
use crate::base::text::Lang;
use crate::speech::messages::Messages;
use crate::speech::narration::tier;
use unicode_width::UnicodeWidthStr;

/// The whole list, titles and summaries in this language.
pub fn render(list: &ScenarioList, lang: Lang) -> String {
    let width = list.scenarios.iter().map(|own| own.scenario.id.len()).max().unwrap_or(0);
    let (words, is_chinese) = (Messages::new(lang), speaks_chinese(lang));
    let unit = Phrase::new("min", "分钟").in_lang(lang).to_owned();
    let mut text = String::new();
    for own in &list.scenarios {
        let (id, minutes) = (&own.scenario.id, own.scenario.minutes);
        let tier = if is_chinese { tier(&words, own.scenario.tier) } else { own.scenario.tier.word().to_owned() };
        let gap = " ".repeat(9_usize.saturating_sub(tier.width()));
        let (title, summary) = (own.scenario.title.in_lang(lang), own.scenario.summary.in_lang(lang));
        text += &format!("{id:width$}  {tier}{gap}  {minutes:>2} {unit}  {title}\n{:width$}  {summary}\n", "");
    }
    text
}
