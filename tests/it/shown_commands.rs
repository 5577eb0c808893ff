//! Every command that the pages and the help show, run as it is printed, in a folder where what it names is there.

#![cfg(unix)]

use crate::exam::certificate::keep;
use crate::program::{Machine, Said, feed};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

const PAGES: [&str; 7] = [
    "README.md",
    "README.zh.md",
    "CONTRIBUTING.md",
    "scenarios/README.md",
    "scenarios/README.zh.md",
    "scenarios/standard/README.md",
    "scenarios/standard/README.zh.md",
];

/// The commands of a page: lines of its blocks of shell that begin with the program's name, without their remarks.
fn shown_in(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut in_shell = false;
    for line in page.lines() {
        match line.strip_prefix("```") {
            Some(language) => in_shell = language == "sh",
            None if in_shell && line.starts_with("doorstep ") => found.push(without_remark(line)),
            None => {}
        }
    }
    found
}

fn without_remark(line: &str) -> String {
    line.split("   #").next().and_then(|line| line.split(" #").next()).unwrap_or_default().trim().to_owned()
}

/// The examples below the help of a command.
fn examples_of(help: &str) -> Vec<String> {
    let below = help.split("Example").nth(1).unwrap_or_default();
    let lines = below.lines().map(|line| line.trim_start_matches("s:").trim_start_matches(": ").trim());
    lines.filter(|line| line.starts_with("doorstep ")).map(str::to_owned).collect()
}

fn commands_of(help: &str) -> Vec<String> {
    let listed = help.split("Commands:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).unwrap_or_default();
    let names =
        listed.lines().filter(|line| !line.starts_with("   ")).filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

/// A machine on which everything that the examples name is there.
fn machine() -> Machine {
    let machine = Machine::new().with_content();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    copy(&root.join("tests/walks"), &machine.path().join("tests/walks"));
    copy(&root.join("scenarios"), &machine.path().join("my_folder"));
    fs::create_dir_all(machine.path().join("bin")).expect("made");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_doorstep"), machine.path().join("bin/doorstep")).expect("linked");
    for version in ["old.ron", "new.ron"] {
        fs::copy(root.join("scenarios/customer_not_home.ron"), machine.path().join(version)).expect("copied");
    }
    for learner in ["lin", "Li", "Li Na (home)", "Guest"] {
        let line = machine.best_line("churn_retention", 3).join(",");
        let kept = ["play", "churn_retention", "--seed", "3", "--save", "--learner", learner, "--choices", &line];
        assert_eq!(machine.run(&kept).code, Some(0), "{learner}");
    }
    keep(&machine, "lin", 12, 5);
    machine
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("listed") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a kind").is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

/// Runs a line as a shell does.
fn run(machine: &Machine, line: &str) -> Said {
    let mut command = Command::new("sh");
    command.args(["-c", line]).current_dir(machine.path()).env_clear();
    let path = std::env::var("PATH").unwrap_or_default();
    command.env("PATH", format!("{}:{path}", machine.path().join("bin").display()));
    command.env("HOME", machine.path()).env("DOORSTEP_SAVES", machine.saves()).env("LC_ALL", "en_GB.UTF-8");
    // Somebody who is asked whether a learner is to be deleted is sure; everybody else leaves.
    feed(&mut command, if line.contains(" delete ") { b"y\n" } else { b"q\n" })
}

#[test]
fn every_command_that_is_shown_does_what_it_is_shown_for() {
    let machine = machine();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut lines = Vec::new();
    for page in PAGES {
        lines.extend(shown_in(&fs::read_to_string(root.join(page)).expect("a page")));
    }
    assert!(lines.len() > 25, "the pages show commands: {lines:?}");
    let names = commands_of(&machine.run(&["--help"]).out);
    assert!(names.len() > 15, "{names:?}");
    for name in &names {
        lines.extend(examples_of(&machine.run(&[name, "--help"]).out));
    }
    let mut done = BTreeSet::new();
    for line in lines {
        // Who reads a page is no part of what is tested.
        let line =
            [" | man", " | less"].iter().fold(line.as_str(), |line, reader| line.split(reader).next().unwrap_or(line));
        let line = line.to_owned();
        if done.insert(line.clone()) {
            let said = run(&machine, &line);
            assert_eq!(said.code, Some(0), "{line}\n{}{}", said.out, said.err);
        }
    }
}

#[test]
fn blocks_of_shell_remarks_and_examples_are_told_apart() {
    let page = "```text\ndoorstep draws\n```\n```sh\ndoorstep list   # what there is\ncargo test\ndoorstep man\n```\n";
    assert_eq!(shown_in(page), ["doorstep list", "doorstep man"]);
    assert_eq!(examples_of("…\n\nExample: doorstep list --json\n"), ["doorstep list --json"]);
    assert_eq!(
        examples_of("…\n\nExamples:\n  doorstep a\n  git b\n  doorstep c > d\n"),
        ["doorstep a", "doorstep c > d"]
    );
    assert_eq!(commands_of("Commands:\n  list   one\n         more\n  help   this\n\nOptions:\n"), ["list"]);
}
