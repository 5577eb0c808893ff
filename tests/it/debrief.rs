//! `doorstep debrief` through the built binary: its JSON, its papers, and what it refuses.

use crate::program::SCENARIOS;
use serde_json::Value;
use std::process::{Command, Output};

fn doorstep(args: &[&str]) -> Output {
    let folder = env!("CARGO_MANIFEST_DIR");
    let mut command = Command::new(env!("CARGO_BIN_EXE_doorstep"));
    command.current_dir(folder).env("LANG", "en").args(args).output().expect("the program runs")
}

fn text(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&text(&doorstep(args))).expect("one JSON document")
}

fn best_line(scenario: &str) -> String {
    let solved = json(&["solve", scenario, "--seed", "3", "--json"]);
    let ids = solved["play"]["choices"].as_array().expect("choices").iter().filter_map(Value::as_str);
    ids.collect::<Vec<_>>().join(",")
}

/// A play that takes the last open choice each time.
fn poor_line(scenario: &str) -> String {
    let mut line = String::new();
    loop {
        let place = json(&["play", scenario, "--seed", "3", "--choices", &line, "--json"]);
        if place["finished"] == true {
            return line;
        }
        let open = place["open"].as_array().and_then(|open| open.last()).expect("some choice is open");
        if !line.is_empty() {
            line.push(',');
        }
        line.push_str(open["id"].as_str().expect("an id"));
    }
}

fn debrief(scenario: &str, line: &str, format: &str) -> String {
    text(&doorstep(&["debrief", "--scenario", scenario, "--seed", "3", "--choices", line, format, "--lang", "zh"]))
}

#[test]
fn the_best_line_keeps_everything_reachable() {
    for scenario in SCENARIOS {
        let told: Value = serde_json::from_str(&debrief(scenario, &best_line(scenario), "--json")).expect("JSON");
        assert_eq!((&told["score"], &told["no_return_move"]), (&Value::from(100.0), &Value::Null));
        for own in told["moves"].as_array().expect("moves") {
            assert_eq!(own["reachable"], 100.0, "{scenario}: {own}");
        }
        let labels = told["counts"].as_object().expect("counts");
        assert_eq!((labels.len(), &told["counts"]["blunder"]), (6, &Value::from(0)), "{scenario}");
    }
}

#[test]
fn a_poor_play_is_told_where_it_went_wrong() {
    for scenario in SCENARIOS {
        let told: Value = serde_json::from_str(&debrief(scenario, &poor_line(scenario), "--json")).expect("JSON");
        let moves = told["moves"].as_array().expect("moves");
        let no_return = told["no_return_move"].as_u64().expect("a pass was lost");
        assert!(usize::try_from(no_return).is_ok_and(|number| (1..=moves.len()).contains(&number)));
        let is_wrong = |own: &Value| ["blunder", "mistake", "inaccuracy"].iter().any(|label| own["label"] == *label);
        assert!(moves.iter().any(is_wrong), "{scenario}");
        let mut before = 100.0;
        for own in moves {
            let (loss, reachable) =
                (own["loss"].as_f64().expect("a number"), own["reachable"].as_f64().expect("a number"));
            assert!((0.0..=100.0).contains(&loss) && reachable <= before, "{own}");
            assert_eq!(own["loss"] == 0.0 || own["label"].is_null(), own["best_choice"] == own["choice"], "{own}");
            before = reachable;
            let why = own["why"].as_object().into_iter().flat_map(|why| why.values());
            assert!(why.filter_map(Value::as_str).all(|why| !why.contains('{')), "slots are filled: {own}");
        }
        assert_eq!(moves[moves.len() - 1]["reachable"], told["score"]);
    }
}

#[test]
fn the_page_stands_alone_and_the_papers_say_the_same() {
    let line = poor_line("customer_not_home");
    let page = debrief("customer_not_home", &line, "--html");
    assert!(page.starts_with("<!doctype html>\n<html lang=\"zh\">"), "{}", &page[..80]);
    assert!(!page.contains("http") && !page.contains("<script") && !page.contains("{appointment}"));
    for part in ["<svg", "<desc", "<caption>", "scope=\"col\"", "@media print", "?? 严重失误"] {
        assert!(page.contains(part), "{part}");
    }
    let paper = debrief("customer_not_home", &line, "--md");
    assert!(paper.starts_with("# ") && paper.contains("严重失误"));
}

#[test]
fn a_play_that_is_not_over_is_refused_with_the_way_on() {
    let output = doorstep(&["debrief", "--scenario", "customer_not_home", "--seed", "3", "--choices", "", "--json"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(told.contains("not over") && told.contains("go_in"), "{told}");
    assert_eq!(doorstep(&["debrief"]).status.code(), Some(2));
}
