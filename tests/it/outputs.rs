//! Output that fails: only a reader that is gone is no fault.

use crate::program::{Machine, Said};
#[cfg(target_os = "linux")]
use std::fs::File;
use std::process::Stdio;

const HOME: &str = "customer_not_home";

/// Commands that print, one of each kind of output.
const PRINTING: [&[&str]; 13] = [
    &["list"],
    &["list", "--json"],
    &["standard", "--json"],
    &["play", HOME, "--choices", "", "--json"],
    &["solve", HOME],
    &["coverage", HOME, "--html"],
    &["graph", HOME, "--format", "dot"],
    &["explain"],
    &["learner", "list"],
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
