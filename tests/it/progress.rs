//! `doorstep progress` at the real program: what may be called a first run, whose progress it is, and what cannot be read.

use crate::program::Machine;
use serde_json::Value;
use std::fs::{self, File};
use std::path::PathBuf;

const HOME: &str = "customer_not_home";

fn folder(machine: &Machine) -> PathBuf {
    let entries = fs::read_dir(machine.saves()).expect("listed");
    entries.map(|entry| entry.expect("an entry").path()).next().expect("a learner")
}

fn edit(machine: &Machine, number: u32, change: impl Fn(&str) -> String) {
    let path = folder(machine).join(format!("attempts/{number:06}.ron"));
    let text = fs::read_to_string(&path).expect("read");
    let changed = change(&text);
    assert_ne!(text, changed);
    fs::write(&path, changed).expect("written");
}

fn home(told: &Value) -> &Value {
    let all = told["scenarios"].as_array().expect("scenarios");
    all.iter().find(|own| own["scenario"] == HOME).expect("it is in the pack")
}

/// The numbers of the plays that are called first runs.
fn first_runs(told: &Value) -> Vec<u64> {
    let all = told["first_runs"].as_array().expect("first runs");
    all.iter().map(|own| own["attempt"].as_u64().expect("a number")).collect()
}

#[test]
fn a_score_after_a_rewind_or_of_a_visit_that_was_met_is_never_a_first_run() {
    let machine = Machine::new();
    machine.keep_play("Lin", HOME, 7, &machine.poor_line(HOME, 7));
    let first = machine.json(&["progress", "Lin", "--json"]);
    let poor = home(&first)["best_first_run"].as_f64().expect("a score");
    assert!(poor < 90.0, "{poor}");
    // The same visit again, then another in which a move was taken back, then one that was tried again when it was over.
    machine.keep_play("Lin", HOME, 7, &machine.best_line(HOME, 7));
    for seed in [8, 9] {
        machine.keep_play("Lin", HOME, seed, &machine.best_line(HOME, seed));
    }
    let taken = machine.best_line(HOME, 8)[0].clone();
    let back = format!("moves: [\n        Take(\"{taken}\"),\n        Rewind(to: 0),");
    edit(&machine, 3, |text| text.replace("moves: [", &back));
    let told = machine.json(&["progress", "Lin", "--json"]);
    assert_eq!(first_runs(&told), [1, 4]);
    edit(&machine, 4, |text| {
        text.replace("\n    ],\n    scenario_hash", "\n        Rewind(to: 0),\n    ],\n    scenario_hash")
    });
    let told = machine.json(&["progress", "Lin", "--json"]);
    assert_eq!(first_runs(&told), [1, 4], "what was tried afterwards takes nothing from the run that counts");
    let counts = &home(&told)["counts"];
    let expected = serde_json::json!({"plays": 4, "over": 4, "first_runs": 2, "seeds": 3});
    assert_eq!((counts, &home(&told)["last"]["is_first_run"]), (&expected, &Value::Bool(true)));
    // Without the fourth, the best score of all is that of a play that was no first run.
    fs::remove_file(folder(&machine).join("attempts/000004.ron")).expect("removed");
    let told = machine.json(&["progress", "Lin", "--json"]);
    assert_eq!(home(&told)["best_first_run"].as_f64(), Some(poor));
    assert_eq!(home(&told)["last"], serde_json::json!({"score": 100.0, "is_first_run": false}));
    let text = machine.run(&["progress", "Lin", "--ascii"]).out;
    assert!(text.contains("last 100 (no first run)"), "{text}");
}

#[test]
fn whoever_played_last_is_meant_and_whoever_is_not_there_is_told() {
    let machine = Machine::new();
    machine.run(&["progress"]).refused("there is no learner yet");
    machine.keep_play("Lin", HOME, 7, &machine.best_line(HOME, 7));
    assert_eq!(machine.json(&["progress", "--json"])["learner"], "Lin");
    assert_eq!(machine.json(&["progress", " lin ", "--json"])["learner"], "Lin");
    machine.run(&["progress", "Ann"]).refused("there is no learner \"Ann\"");
    machine.run(&["progress", "Ann", "--json"]).refused_in_json("there is no learner \"Ann\"");
}

#[test]
fn a_learner_who_is_open_elsewhere_can_be_looked_at() {
    let machine = Machine::new();
    machine.keep_play("Lin", HOME, 7, &machine.best_line(HOME, 7));
    let lock = File::options().append(true).open(folder(&machine).join("learner.lock")).expect("there is a lock");
    lock.lock().expect("locked");
    let told = machine.json(&["progress", "Lin", "--json"]);
    assert_eq!(first_runs(&told), [1]);
    assert_eq!(
        told["days"].as_array().and_then(|days| days.last()).map(|day| &day["counts"]["plays"]),
        Some(&1.into())
    );
    assert!(told["counts"]["learning"].as_u64() > Some(0), "the journal is read as well");
}

#[test]
fn what_is_damaged_is_told_and_left_and_what_is_newer_is_refused() {
    let machine = Machine::new();
    machine.keep_play("Lin", HOME, 7, &machine.best_line(HOME, 7));
    machine.keep_play("Lin", HOME, 8, &machine.best_line(HOME, 8));
    let (journal, spoiled) = (folder(&machine).join("journal"), folder(&machine).join("attempts/000001.ron"));
    let damaged = fs::read_to_string(&journal).expect("read").replacen("\"reviewed\"", "reviewed", 1);
    fs::write(&journal, &damaged).expect("written");
    fs::write(&spoiled, "Attempt(").expect("written");
    let said = machine.run(&["progress", "Lin"]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.err.contains("left out what makes no sense") && said.err.contains("000001.ron"), "{}", said.err);
    assert_eq!(fs::read_to_string(&journal).expect("read"), damaged, "looking changes nothing");
    assert_eq!(fs::read_to_string(&spoiled).expect("read"), "Attempt(");
    fs::write(&journal, "{\"format\":2}\n").expect("written");
    machine.run(&["progress", "Lin"]).refused("newer than this program");
}

#[test]
fn a_page_stands_alone_in_both_languages_and_lines_say_what_is_drawn() {
    let machine = Machine::new();
    machine.keep_play("Lin", HOME, 7, &machine.best_line(HOME, 7));
    machine.keep_play("Lin", HOME, 8, &machine.best_line(HOME, 8));
    for (lang, words) in [("en", "Days practised"), ("zh", "练习的日子")] {
        let page = machine.run(&["progress", "Lin", "--html", "--lang", lang]).out;
        assert!(page.starts_with("<!doctype html>") && page.contains(&format!("lang=\"{lang}\"")), "{page}");
        assert!(page.contains(words) && page.contains("color-scheme:light dark") && page.contains("<polyline"));
        for fetched in ["http:", "https:", "src=", "@import", "url(", "<script"] {
            assert!(!page.contains(fetched), "{fetched}");
        }
        let lines = machine.run(&["progress", "Lin", "--ascii", "--lang", lang]).out;
        assert!(lines.contains(words) && lines.contains("  100 100\n"), "{lines}");
        assert!(lang == "zh" || lines.is_ascii(), "{lines}");
    }
}
