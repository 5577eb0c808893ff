//! Output that fails: only a reader that is gone is no fault. What went wrong with a command of `--json` is a document too.

use crate::program::{Machine, Said};
use serde_json::json;
#[cfg(target_os = "linux")]
use std::fs::File;
use std::process::Stdio;

const HOME: &str = "customer_not_home";

/// Commands that print, one of each kind of output.
const PRINTING: [&[&str]; 14] = [
    &["list"],
    &["list", "--json"],
    &["standard", "--json"],
    &["play", HOME, "--choices", "", "--json"],
    &["solve", HOME],
    &["coverage", HOME, "--html"],
    &["graph", HOME, "--format", "dot"],
    &["explain"],
    &["learner", "list"],
    &["schema"],
    &["completions", "bash"],
    &["man"],
    &["--help"],
    &["--version"],
];

#[cfg(target_os = "linux")]
fn onto_a_full_disk(machine: &Machine, arguments: &[&str]) -> Said {
    let full = File::options().write(true).open("/dev/full").expect("Linux has it");
    let output = machine.command(arguments).stdin(Stdio::null()).stdout(full).output().expect("it ends");
    Said::of(&output)
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_one_sentence_and_exit_code_2() {
    let machine = Machine::new();
    let kept = ["play", HOME, "--choices", "", "--save", "--learner", "lin"];
    assert_eq!(machine.run(&kept).code, Some(0), "there is a learner to list");
    for arguments in PRINTING.into_iter().chain([&["play", HOME, "--plain"][..], &["--plain"]]) {
        let said = onto_a_full_disk(&machine, arguments);
        assert_eq!((said.code, said.err.lines().count()), (Some(2), 1), "{arguments:?}: {}", said.err);
        assert!(said.err.starts_with("error: ") && said.err.contains("No space left"), "{}", said.err);
    }
    let mut command = machine.command(&["list", "--lang", "zh"]);
    let full = File::options().write(true).open("/dev/full").expect("Linux has it");
    let said = Said::of(&command.stdout(full).output().expect("it ends"));
    assert!(said.err.starts_with("错误：写不出输出"), "{}", said.err);
}

#[test]
fn a_reader_that_is_gone_is_told_nothing() {
    let machine = Machine::new();
    let failing: [&[&str]; 3] =
        [&["play", HOME, "--plain"], &["solve", "nowhere", "--json"], &["list", "--jsn", "--json"]];
    for arguments in PRINTING.into_iter().chain(failing) {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let output = machine.command(arguments).stdin(Stdio::null()).stdout(writer).output().expect("it ends");
        let said = Said::of(&output);
        let is_wrong = failing[1..].contains(&arguments);
        assert_eq!(said.code, Some(if is_wrong { 2 } else { 0 }), "{arguments:?}: {}", said.err);
        assert_eq!(said.err.starts_with("error: "), is_wrong, "{arguments:?}: {}", said.err);
    }
}

#[test]
fn what_goes_wrong_is_a_document_where_a_document_was_asked_for() {
    let machine = Machine::new().with_content();
    let unknown = machine.run(&["solve", "customer_not_hom", "--json"]);
    let told = unknown.refused_in_json("there is no scenario");
    assert_eq!(told["message"], "there is no scenario \"customer_not_hom\"");
    assert_eq!((&told["hint"], &told["diagnostics"]), (&json!("did you mean \"customer_not_home\"?"), &json!([])));
    let in_chinese = machine.run(&["solve", "customer_not_hom", "--json", "--lang", "zh"]);
    let told: serde_json::Value = serde_json::from_str(&in_chinese.out).expect("a document");
    assert_eq!(told["message"], "没有情景 \"customer_not_hom\"");
    assert!(in_chinese.err.starts_with("错误：没有情景"), "{}", in_chinese.err);
    machine.run(&["solve", "customer_not_hom"]).refused("there is no scenario");
}

#[test]
fn content_with_faults_is_told_with_its_diagnostics() {
    let machine = Machine::new().with_content();
    machine.write("scenarios/pack.ron", "(");
    let told = machine.run(&["list", "--json"]).refused_in_json("scenarios/pack.ron");
    let first = &told["diagnostics"][0];
    assert_eq!((&first["place"]["file"], &first["severity"]), (&json!("scenarios/pack.ron"), &json!("error")));
}

#[test]
fn a_scenario_with_faults_is_told_in_what_it_is_left_out_of() {
    let machine = Machine::new().with_content();
    let whole = machine.json(&["list", "--json"]);
    assert_eq!((&whole["counts"]["left_out"], &whole["left_out"]), (&json!(0), &json!([])));
    machine.write("scenarios/half.ron", "(");
    for command in ["list", "coverage"] {
        let told = machine.json(&[command, "--json"]);
        assert_eq!(told["left_out"].as_array().map(Vec::len), Some(1), "{told}");
        let left = &told["left_out"][0];
        assert_eq!(left["file"], "scenarios/half.ron");
        assert_eq!(left["diagnostics"][0]["place"]["file"], "scenarios/half.ron");
        let said = machine.run(&[command]);
        assert!(said.err.contains("scenarios/half.ron:1"), "{}", said.err);
    }
    assert_eq!(machine.json(&["list", "--json"])["counts"]["left_out"], 1);
}

#[test]
fn arguments_that_are_not_understood_are_a_document_too() {
    let machine = Machine::new();
    let told = machine.run(&["list", "--json", "--frm", "x"]).refused_in_json("--frm");
    assert_eq!(told["message"], "unexpected argument '--frm' found");
    assert!(told["hint"].as_str().is_some_and(|hint| hint.contains("Usage: doorstep list")), "{told}");
    machine.run(&["replay", "--json"]).refused_in_json("<FILE>");
    machine.run(&["stadard", "--json"]).refused_in_json("'standard'");
    machine.run(&["list", "--jsn"]).refused("'--json'");
    machine.run(&["replay", "--", "--json"]).refused("--json");
}
