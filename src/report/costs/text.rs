//! The prices as text for people: one choice a line, the rows that it gives up below it.

use super::document::CostsDocument;
use crate::author::costs::{Cost, row_ids};
use crate::base::text::Lang;

/// The whole text, the choices' words in this language.
pub fn render(document: &CostsDocument, lang: Lang) -> String {
    let mut text = String::from("lost of 100, at the dearest moment of each choice, before the dice fall\n");
    for cost in &document.costs {
        text += &choice(document, cost, lang);
    }
    text
}

fn choice(document: &CostsDocument, cost: &Cost, lang: Lang) -> String {
    let words = &document.scenario.scene(cost.taken.scene).choices[cost.taken.choice.index()].text;
    let price = if cost.critical { "fails".to_owned() } else { format!("{:.1}", f64::from(cost.loss) / 100.0) };
    let mut text = format!("\n{price:>6}  {}  {}\n", document.name(cost), words.in_lang(lang));
    for (id, points) in row_ids(document.standard, cost) {
        let sign = if points > 0 { '−' } else { '+' };
        text += &format!("        {sign}{} {id}\n", points.abs());
    }
    let seed = cost.seed.map_or_else(String::new, |seed| format!(" --seed {}", seed.number()));
    let line = document.line(cost);
    let behind = if line.is_empty() { "at the start".to_owned() } else { line.join(",") };
    text += &format!("        best here: {}; behind{seed} {behind}\n", document.best(cost));
    text
}
