//! Items as a table: a row an item, and below it a row for each of its options where one exam, scenario or question was asked
//! for. Shares are percent, correlations from −1 to 1; a field without a figure is empty.

use super::document::ItemsDocument;
use super::figures::{exact, exact_percent};
use super::option_words::option_words;
use super::wording::suspicion_word;
use crate::base::text::Lang;
use crate::exam::items::{FoundItem, ItemTest, TestOf};
use crate::report::table::row;

const HEAD: [&str; 22] = [
    "kind",
    "of",
    "item",
    "option",
    "words",
    "key",
    "persons",
    "taken",
    "facility",
    "facility_low",
    "facility_high",
    "deviation",
    "discrimination",
    "discrimination_low",
    "discrimination_high",
    "efficiency",
    "effective_weight",
    "intended_weight",
    "alpha_without",
    "exposure",
    "rest",
    "suspicions",
];

/// The whole table, words of the content in this language.
pub fn render(document: &ItemsDocument, lang: Lang) -> String {
    let mut table = row(HEAD);
    for test in &document.tests {
        for item in &test.items {
            table += &of_item(test, item);
            if document.is_close {
                table += &of_options(test, item, document, lang);
            }
        }
    }
    table
}

fn of_item(test: &ItemTest, item: &FoundItem) -> String {
    let own = &item.statistics;
    let percent = |share: Option<f64>| share.map_or_else(String::new, |share| exact_percent(share).to_string());
    let number = |own: Option<f64>| own.map_or_else(String::new, |own| exact(own).to_string());
    let suspicions: Vec<&str> = item.suspicions.iter().map(|own| suspicion_word(*own)).collect();
    row([
        kind(&test.of).to_owned(),
        test.of.id().to_owned(),
        item.id.to_string(),
        String::new(),
        String::new(),
        String::new(),
        own.persons.to_string(),
        String::new(),
        percent(own.facility),
        percent(own.facility_interval.map(|own| own.low)),
        percent(own.facility_interval.map(|own| own.high)),
        percent(own.deviation),
        number(own.discrimination),
        number(own.discrimination_interval.map(|own| own.low)),
        number(own.discrimination_interval.map(|own| own.high)),
        percent(own.efficiency),
        percent(own.effective_weight),
        percent(own.intended_weight),
        number(own.alpha_without),
        percent(Some(own.exposure)),
        String::new(),
        suspicions.join(" "),
    ])
}

fn of_options(test: &ItemTest, item: &FoundItem, document: &ItemsDocument, lang: Lang) -> String {
    let options = item.statistics.options.iter().map(|option| {
        let words = option_words(&test.of, item, option.option, document.pack, lang);
        let mut fields = [const { String::new() }; HEAD.len()];
        kind(&test.of).clone_into(&mut fields[0]);
        test.of.id().clone_into(&mut fields[1]);
        fields[2] = item.id.to_string();
        fields[3] = words.id.unwrap_or_else(|| (option.option + 1).to_string());
        fields[4] = words.words;
        fields[5] = option.is_key.to_string();
        fields[6] = option.seen.to_string();
        fields[7] = option.taken.to_string();
        fields[20] = option.rest.map_or_else(String::new, |rest| exact_percent(rest).to_string());
        row(fields)
    });
    options.collect()
}

fn kind(of: &TestOf) -> &'static str {
    match of {
        TestOf::Exam(_) => "exam",
        TestOf::Scenario(_) => "scenario",
    }
}
