//! The prices as text for people: one choice a line, the rows that it gives up below it.

use super::document::CostsDocument;
use crate::author::costs::{Cost, row_ids};
use crate::base::bilingual::Phrase;
use crate::base::text::Lang;
use crate::both;
use unicode_width::UnicodeWidthStr;

/// The whole text for a session in the language `told`, the choices' words in the language `lang`.
pub fn render(document: &CostsDocument, lang: Lang, told: Lang) -> String {
    let head = Phrase::new(
        "lost of 100, at the dearest moment of each choice, before the dice fall",
        "100 分里丢多少：每个选项代价最大的那一刻，随机还没揭晓",
    );
    let mut text = format!("{}\n", head.in_lang(told));
    for cost in &document.costs {
        text += &choice(document, cost, lang, told);
    }
    text
}

fn choice(document: &CostsDocument, cost: &Cost, lang: Lang, told: Lang) -> String {
    let words = &document.scenario.scene(cost.taken.scene).choices[cost.taken.choice.index()].text;
    let price = if cost.critical {
        Phrase::new("fails", "红线").in_lang(told).to_owned()
    } else {
        format!("{:.1}", f64::from(cost.loss) / 100.0)
    };
    let mut text = format!(
        "\n{}{price}  {}  {}\n",
        " ".repeat(6_usize.saturating_sub(price.width())),
        document.name(cost),
        words.in_lang(lang)
    );
    for (id, points) in row_ids(document.standard, cost) {
        let sign = if points > 0 { '−' } else { '+' };
        text += &format!("        {sign}{} {id}\n", points.abs());
    }
    let seed = cost.seed.map_or_else(String::new, |seed| format!(" --seed {}", seed.number()));
    let line = document.line(cost);
    let behind = if line.is_empty() {
        Phrase::new("at the start", "一开始").into()
    } else {
        both!("{line}", "{line}", line = line.join(","))
    };
    let best = both!(
        "        best here: {best}; behind{seed} {behind}",
        "        这里最好：{best}；走到这里：{seed} {behind}",
        best = document.best(cost);
        behind = behind
    );
    text + best.in_lang(told) + "\n"
}
