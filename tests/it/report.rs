//! `doorstep report` at the real program: who did what, what is lost and where, in every format; and sentences that should
//! count, written where they belong.

use crate::exam::certificate::certify_on;
use crate::program::Machine;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

const HOME: &str = "customer_not_home";

/// Lin has played once well and once badly, Ann badly.
fn group() -> Machine {
    let machine = Machine::new();
    machine.keep_play("Lin", HOME, 7, &machine.best_line(HOME, 7));
    machine.keep_play("Lin", HOME, 8, &machine.poor_line(HOME, 8));
    machine.keep_play("Ann", HOME, 8, &machine.poor_line(HOME, 8));
    machine
}

fn number(value: &Value) -> u64 {
    value.as_u64().expect("a number")
}

#[test]
fn a_group_is_told_with_what_is_met_and_lost_and_chosen_wrongly() {
    let machine = group();
    let told = machine.json(&["report", "--json"]);
    let names: Vec<&str> =
        told["learners"].as_array().expect("some").iter().filter_map(|own| own["learner"].as_str()).collect();
    assert_eq!(names, ["Ann", "Lin"]);
    assert_eq!((number(&told["counts"]["plays"]), number(&told["counts"]["judged"])), (3, 3));
    let lin = &told["learners"][1];
    assert_eq!((number(&lin["counts"]["over"]), number(&lin["counts"]["first_runs"])), (2, 2));
    assert_eq!(lin["best_first_runs"][0]["score"], 100.0);
    let counts = |own: &Value| {
        let all = own["sections"].as_array().expect("sections").iter();
        all.fold((0, 0), |(due, met), own| (due + number(&own["counts"]["due"]), met + number(&own["counts"]["met"])))
    };
    let ((ann_due, ann_met), (lin_due, lin_met)) = (counts(&told["learners"][0]), counts(lin));
    assert_eq!(counts(&told), (ann_due + lin_due, ann_met + lin_met), "a group is everybody");
    assert!(ann_met * lin_due < lin_met * ann_due, "who played well met more");
    let lost = told["lost"].as_array().expect("rows");
    assert!(lost.iter().any(|own| own["counts"]["learners"] == 2) && lost[0]["scenario"] == HOME);
    assert!(lost.iter().all(|own| own["scenes"].as_array().is_some()) && lost[0]["scenes"][0].is_string());
    let wrong = told["wrong_choices"].as_array().expect("choices");
    assert!(!wrong.is_empty(), "the last choice each time is no best play");
    let first = &wrong[0];
    assert!(number(&first["counts"]["wrong"]) <= number(&first["counts"]["chosen"]) && first["is_few"] == true);
    assert_ne!(first["choice"], first["best_choice"]);
    let review = machine.json(&[
        "debrief",
        "--scenario",
        HOME,
        "--seed",
        "8",
        "--choices",
        &machine.poor_line(HOME, 8).join(","),
        "--json",
    ]);
    let mistakes = review["moves"].as_array().expect("moves").iter();
    let mistakes = mistakes.filter(|own| own["label"] == "mistake" || own["label"] == "blunder").count() as u64;
    assert_eq!(
        wrong.iter().map(|own| number(&own["counts"]["wrong"])).sum::<u64>(),
        2 * mistakes,
        "as the review says"
    );
}

#[test]
fn one_learner_is_told_with_every_play_and_somebody_else_is_not() {
    let machine = group();
    let told = machine.json(&["report", "--learner", " lin ", "--json"]);
    assert_eq!(told["plays"].as_array().map(Vec::len), Some(2));
    assert!(told["due"].as_array().is_some_and(|due| !due.is_empty()), "what was failed is due");
    assert_eq!(told["learners"].as_array().map(Vec::len), Some(1));
    assert_eq!(machine.json(&["report", "--json"])["plays"], Value::Null);
    machine.run(&["report", "--learner", "Eve"]).refused("there is no learner \"Eve\"");
    Machine::new().run(&["report"]).refused("there is no learner yet");
    machine.run(&["report", "nowhere"]).refused("nowhere");
}

#[test]
fn every_play_and_event_counts_once_however_often_it_lies_there() {
    let machine = group();
    assert_eq!(machine.run(&["export", "Lin", "lin.learner"]).code, Some(0));
    let saves = machine.saves().to_string_lossy().into_owned();
    let (once, twice) =
        (machine.json(&["report", &saves, "--json"]), machine.json(&["report", &saves, "lin.learner", "--json"]));
    for key in ["counts", "sections", "lost", "wrong_choices"] {
        assert_eq!(once[key], twice[key], "{key}");
    }
    let travelled = machine.json(&["report", "lin.learner", "--json"]);
    assert_eq!(travelled["learners"][0]["sections"], once["learners"][1]["sections"], "a file says what a folder says");
    // A play by itself has no journal: what it showed follows from its moves.
    let attempts: PathBuf = fs::read_dir(machine.saves())
        .expect("listed")
        .map(|own| own.expect("an entry").path())
        .find(|own| own.to_string_lossy().contains("ann"))
        .expect("Ann")
        .join("attempts");
    fs::create_dir(machine.path().join("alone")).expect("made");
    fs::copy(attempts.join("000001.ron"), machine.path().join("alone/000001.ron")).expect("copied");
    let alone = machine.json(&["report", "alone", "--json"]);
    assert_eq!(
        (&alone["learners"][0]["is_named"], &alone["learners"][0]["sections"]),
        (&Value::Bool(false), &once["learners"][0]["sections"])
    );
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_there() {
    let machine = group();
    machine.write("torn.learner", "doorstep learner 1\npart profile 9");
    let saves = machine.saves().to_string_lossy().into_owned();
    let said = machine.run(&["report", &saves, "torn.learner", "--csv"]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.err.contains("torn.learner") && said.out.contains("\nLin,2,2,2,"), "{} {}", said.err, said.out);
}

#[test]
fn tables_pages_and_lines_say_the_same_in_both_languages() {
    let machine = group();
    for table in ["learners", "exams", "sections", "choices", "requirements", "plays"] {
        let out = machine.run(&["report", &format!("--csv={table}")]).out;
        let columns = out.lines().next().expect("a head").split(',').count();
        assert!(out.lines().count() > 1 || table == "exams", "{table}: {out}");
        assert!(columns > 5, "{table}");
    }
    for (lang, words) in [("en", "What was met of what was due"), ("zh", "该做的做到了多少")] {
        let file = format!("group_{lang}.html");
        assert_eq!(machine.run(&["report", "--html", &file, "--lang", lang]).code, Some(0));
        let page = fs::read_to_string(machine.path().join(&file)).expect("written");
        assert!(
            page.starts_with("<!doctype html>") && page.contains(&format!("lang=\"{lang}\"")) && page.contains(words)
        );
        assert!(page.matches("<svg").count() >= 2 && page.contains("--met:"), "charts and shades");
        for fetched in ["http:", "https:", "src=", "@import", "url(", "<script"] {
            assert!(!page.contains(fetched), "{fetched}");
        }
        machine.run(&["report", "--html", &file]).refused("is there already");
        let lines = machine.run(&["report", "--ascii", "--lang", lang]).out;
        assert!(lines.contains(words), "{lines}");
        assert!(lang == "zh" || lines.is_ascii(), "{lines}");
    }
}

#[test]
fn a_result_says_its_level_and_what_nobody_trusted_signed_is_practice() {
    let machine = Machine::new();
    certify_on(&machine);
    let here = machine.path().to_string_lossy().into_owned();
    let level = |arguments: &[&str]| {
        let told = machine.json(&[&["report", &here], arguments, &["--json"]].concat());
        let exam = &told["learners"][0]["exams"][0];
        assert_eq!(exam["verdict"], "pass", "{told}");
        (exam["level"].as_str().expect("a level").to_owned(), exam["issuer"].is_string())
    };
    assert_eq!(level(&[]), ("practice".to_owned(), true), "a signature of whom nobody trusts is none");
    assert_eq!(level(&["--issuer", "keys/academy.card"]).0, "replayed");
    let text = machine.run(&["report", &here]).out;
    assert!(text.contains("Practice, self-assessed"), "{text}");
    fs::remove_file(machine.path().join("li.certificate")).expect("removed");
    assert_eq!(level(&[]), ("practice".to_owned(), false));
}

/// The file in which a phrase stands.
fn phrases(machine: &Machine) -> PathBuf {
    machine.path().join("scenarios/phrases/15_answering.ron")
}

/// Files a sentence in the journal of Lin, as the drill does.
fn file(machine: &Machine, number: u64, words: &str) {
    let folder = fs::read_dir(machine.saves()).expect("listed").next().expect("Lin").expect("an entry").path();
    let line = serde_json::json!({
        "key": format!("00000000000000ff-{number}"),
        "at": "2026-03-01T09:00:00Z",
        "day": 20513,
        "did": {"reply_filed": {"phrase": "answering_pick_up", "language": "en", "words": words, "missed": []}},
    });
    let path = folder.join("journal");
    let text = fs::read_to_string(&path).expect("read");
    fs::write(&path, format!("{text}{line}\n")).expect("written");
}

#[test]
fn a_sentence_is_accepted_into_its_phrase_and_nothing_beside_it_changes() {
    let machine = Machine::new().with_content();
    machine.keep_play("Lin", HOME, 7, &machine.best_line(HOME, 7));
    file(&machine, 1, "Yes? Lin of Qingchuan Telecom here, community manager.");
    file(&machine, 2, "Lin here.");
    let listed = machine.run(&["report", "--replies"]);
    assert!(
        listed.out.contains("1. Yes? {player} of Qingchuan") && listed.out.contains("Not heard:"),
        "{} {}",
        listed.out,
        listed.err
    );
    assert!(!listed.out.contains("Lin of"), "a learner's name does not go into a pack");
    let before = fs::read_to_string(phrases(&machine)).expect("read");
    let said = machine.run(&["report", "--accept", "2"]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.out.contains("answering_pick_up") && said.out.contains("Not heard in it yet"), "{}", said.out);
    let after = fs::read_to_string(phrases(&machine)).expect("read");
    let (added, rest): (Vec<&str>, Vec<&str>) = after.lines().partition(|line| line.trim() == "\"{player} here.\",");
    assert_eq!((added.len(), rest), (1, before.lines().collect()), "one line more, comments and all");
    let replies = machine.json(&["report", "--json"])["replies"].clone();
    assert_eq!((&replies[1]["state"], &replies[1]["number"]), (&"accepted".into(), &2.into()), "numbers stay");
    let checked = machine.run(&["check", "scenarios"]);
    assert!(
        checked.out.contains("15_answering.ron") || checked.err.contains("15_answering.ron"),
        "{} {}",
        checked.out,
        checked.err
    );
    machine.run(&["report", "--accept", "2"]).refused("stands there already");
    machine.run(&["report", "--accept", "9"]).refused("there is no sentence number 9");
    machine.run(&["report", "--accept", "1", "--into", "nothing"]).refused("there is no phrase \"nothing\"");
    assert_eq!(fs::read_to_string(phrases(&machine)).expect("read"), after);
}

#[test]
fn built_in_content_is_not_changed_and_a_strange_sentence_is_refused() {
    let machine = Machine::new();
    machine.keep_play("Lin", HOME, 7, &machine.best_line(HOME, 7));
    file(&machine, 1, "Hello {customer} here.");
    machine.run(&["report", "--accept", "1"]).refused("built-in content");
    let machine = machine.with_content();
    machine.run(&["report", "--accept", "1"]).refused("{customer} is not known");
    assert!(Path::new(&phrases(&machine)).exists());
}
