//! Whatever takes the id of a scenario takes its file as well, and `diff` what comes through a pipe.

use crate::program::{Machine, bundled_text};

/// A folder without a pack, with a small scenario in it that is in no list.
fn machine() -> Machine {
    let machine = Machine::new();
    assert_eq!(machine.run(&["new", "scenario", "lift_stuck"]).code, Some(0));
    machine
}

const FILE: &str = "scenarios/lift_stuck.ron";

#[test]
fn every_command_that_takes_an_id_takes_a_file() {
    let machine = machine();
    let line = machine.best_line(FILE, 7).join(",");
    let cases: [&[&str]; 8] = [
        &["play", FILE, "--seed", "7", "--choices", &line],
        &["solve", FILE, "--costs"],
        &["simulate", FILE, "--players", "50"],
        &["graph", FILE, "--format", "dot"],
        &["coverage", FILE, "--summary"],
        &["coverage", FILE, "customer_not_home", "--summary"],
        &["debrief", "--scenario", FILE, "--seed", "7", "--choices", &line],
        &["diff", FILE, FILE],
    ];
    for arguments in cases {
        let said = machine.run(arguments);
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{arguments:?}\n{}", said.out);
    }
    let covered = machine.run(&["coverage", FILE, "--summary"]);
    assert!(covered.out.contains("lift_stuck"), "it stands among the others: {}", covered.out);
    let lines = machine.feed(&["play", FILE, "--plain"], b"q\n");
    assert_eq!(lines.code, Some(0), "{}", lines.err);
}

#[test]
fn an_id_that_lies_outside_the_pack_and_a_file_that_is_none_are_told() {
    let machine = machine();
    machine.run(&["solve", "lift_stuck"]).refused("doorstep play scenarios/lift_stuck.ron");
    machine.run(&["solve", "nowhere.ron"]).refused("nowhere.ron");
    machine.write("half.ron", "Scenario(");
    let half = machine.run(&["play", "half.ron", "--choices", "x"]);
    assert!(half.code == Some(2) && half.err.contains("half.ron:1:"), "{}", half.err);
}

#[test]
fn a_file_in_a_pack_stands_for_what_has_its_id() {
    let machine = Machine::new().with_content();
    let text = bundled_text("customer_not_home").replacen("minutes: 8", "minutes: 9", 1);
    machine.write("draft.ron", text);
    let told = machine.run(&["diff", "customer_not_home", "draft.ron"]);
    assert!(told.code == Some(0) && told.out.contains("customer_not_home"), "{}{}", told.out, told.err);
}

#[test]
fn what_was_reworded_in_one_language_alone_is_said() {
    let machine = machine();
    let text = std::fs::read_to_string(machine.path().join(FILE)).expect("read");
    machine.write("new.ron", text.replacen("\"en\": \"A wet umbrella\"", "\"en\": \"Stuck\"", 1));
    let told = machine.run(&["diff", FILE, "new.ron"]);
    assert!(told.out.contains("title (only en)"), "{}{}", told.out, told.err);
}

#[cfg(unix)]
#[test]
fn a_version_may_come_through_a_pipe() {
    let machine = machine();
    let pipe = machine.path().join("old.ron");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()));
    let text = std::fs::read_to_string(machine.path().join(FILE)).expect("read");
    // Not waited for: where nobody reads the pipe, writing into it never ends.
    std::thread::spawn(move || std::fs::write(pipe, text));
    let told = machine.run(&["diff", "old.ron", FILE]);
    assert!(told.out.contains("Nothing changed."), "{}{}", told.out, told.err);
}
