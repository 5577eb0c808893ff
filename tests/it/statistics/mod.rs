//! Item statistics against numbers of other makers: `scripts/item_numbers.py` says of which, and from which data.

use doorstep::exam::statistics::{Interval, ItemCell, ItemStatistics, Responses, WholeStatistics, statistics};
use serde_json::Value;

const NUMBERS: &str = include_str!("numbers.json");

/// How near they must be.
const NEAR: f64 = 1e-9;

fn numbers(name: &str) -> Value {
    let all: Value = serde_json::from_str(NUMBERS).expect("numbers");
    all[name].clone()
}

fn lsat(section: usize) -> Vec<Vec<ItemCell>> {
    let rows = include_str!("lsat.csv").lines().skip(1);
    let persons = rows.flat_map(|row| {
        let fields: Vec<&str> = row.split(',').collect();
        let times: usize = fields[section].parse().expect("a count");
        vec![person(&fields[..5], 1.0); times]
    });
    persons.collect()
}

fn partial() -> Vec<Vec<ItemCell>> {
    let rows = include_str!("partial.csv").lines().skip(1);
    rows.map(|row| person(&row.split(',').collect::<Vec<_>>(), 100.0)).collect()
}

/// Nothing where nothing stands.
fn person(fields: &[&str], most: f64) -> Vec<ItemCell> {
    let seen = fields.iter().enumerate().filter(|(_, field)| !field.is_empty());
    seen.map(|(item, field)| ItemCell::of_share(item, field.parse::<f64>().expect("a number") / most)).collect()
}

fn assert_near(told: Option<f64>, wanted: &Value, what: &str) {
    let (told, wanted) = (told.unwrap_or(f64::NAN), wanted.as_f64().expect("a number"));
    assert!((told - wanted).abs() < NEAR, "{what}: {told} is not {wanted}");
}

fn assert_item(own: &ItemStatistics, wanted: &Value, what: &str) {
    let low = |interval: &Option<Interval>| interval.map(|own| own.low);
    let high = |interval: &Option<Interval>| interval.map(|own| own.high);
    assert_eq!(Some(own.persons as u64), wanted["persons"].as_u64(), "{what}");
    let told = [
        ("facility", own.facility),
        ("facility_low", low(&own.facility_interval)),
        ("facility_high", high(&own.facility_interval)),
        ("deviation", own.deviation),
        ("discrimination", own.discrimination),
        ("discrimination_low", low(&own.discrimination_interval)),
        ("discrimination_high", high(&own.discrimination_interval)),
        ("efficiency", own.efficiency),
        ("effective_weight", own.effective_weight),
        ("intended_weight", own.intended_weight),
        ("alpha_without", own.alpha_without),
        ("exposure", Some(own.exposure)),
    ];
    assert_eq!(wanted.as_object().expect("an item").len(), told.len() + 1, "every number is compared");
    for (key, number) in told {
        assert_near(number, &wanted[key], &format!("{what}, {key}"));
    }
}

fn assert_whole(own: &WholeStatistics, wanted: &Value) {
    assert_eq!(Some(own.persons as u64), wanted["persons"].as_u64());
    assert_eq!(Some(own.items as u64), wanted["items"].as_u64());
    assert_near(Some(own.length), &wanted["length"], "length");
    assert_near(own.mean, &wanted["mean"], "mean");
    assert_near(own.deviation, &wanted["deviation"], "deviation");
    assert_near(own.alpha, &wanted["alpha"], "alpha");
    assert_near(own.alpha_of_length, &wanted["alpha_of_length"], "alpha of a paper");
    assert_near(own.error, &wanted["error"], "error");
}

fn assert_all(name: &str, persons: Vec<Vec<ItemCell>>) -> WholeStatistics {
    let wanted = numbers(name);
    let weights = wanted["weights"].as_array().expect("weights").iter().filter_map(Value::as_f64).collect();
    let (items, whole) = statistics(&Responses { weights, persons });
    assert_eq!(items.len(), wanted["items"].as_array().expect("items").len());
    for (at, item) in items.iter().enumerate() {
        assert_item(item, &wanted["items"][at], &format!("{name}, item {}", at + 1));
    }
    assert_whole(&whole, &wanted["whole"]);
    whole
}

#[test]
fn the_law_school_test_comes_out_as_other_packages_have_it() {
    for (name, section) in [("lsat6", 5), ("lsat7", 6)] {
        let whole = assert_all(name, lsat(section));
        assert!(whole.is_all_or_nothing && whole.is_complete);
    }
}

#[test]
fn parts_of_marks_weights_and_missing_cells_come_out_as_other_packages_have_them() {
    let whole = assert_all("partial", partial());
    assert!(!whole.is_all_or_nothing && !whole.is_complete);
}

#[test]
fn the_published_reliabilities_are_met() {
    // Printed to two decimals in textbooks: .295 and .453.
    let alpha =
        |section| statistics(&Responses { weights: vec![1.0; 5], persons: lsat(section) }).1.alpha.expect("an alpha");
    assert_eq!(format!("{:.3} {:.3}", alpha(5), alpha(6)), "0.295 0.453");
}

#[test]
fn nothing_and_next_to_nothing_give_no_numbers_and_no_panic() {
    for persons in
        [vec![], vec![vec![]], vec![vec![ItemCell::of_share(0, 1.0)]], vec![vec![ItemCell::of_share(1, 0.5)]; 3]]
    {
        let (items, whole) = statistics(&Responses { weights: vec![1.0; 2], persons });
        assert_eq!(whole.alpha, None);
        assert!(items.iter().all(|own| own.discrimination.is_none() && own.efficiency.is_none()));
        let shares = items.iter().flat_map(|own| [own.facility, own.effective_weight, own.intended_weight]);
        assert!(shares.flatten().all(|share| (0.0..=1.0).contains(&share)));
    }
}

#[test]
fn options_are_told_of_those_who_could_see_them() {
    use doorstep::exam::statistics::OptionMark;
    let person = |share, rest, options: &[(usize, bool)]| {
        let marks = options.iter().map(|(option, is_taken)| OptionMark {
            option: *option,
            is_taken: *is_taken,
            is_key: *option == 0,
        });
        vec![ItemCell { item: 0, share, options: marks.collect() }, ItemCell::of_share(1, rest)]
    };
    let persons = vec![
        person(1.0, 1.0, &[(0, true), (1, false)]),
        person(1.0, 0.5, &[(0, true), (1, false), (2, false)]),
        person(0.0, 0.25, &[(0, false), (1, false), (2, true)]),
    ];
    let (items, _) = statistics(&Responses { weights: vec![1.0; 2], persons });
    let told: Vec<_> = items[0].options.iter().map(|own| (own.seen, own.taken, own.rest, own.best_third)).collect();
    assert_eq!(told, [(3, 2, Some(0.75), 1), (3, 0, None, 0), (2, 1, Some(0.25), 0)]);
    assert!(items[0].options[0].is_key && !items[0].options[2].is_key);
}
