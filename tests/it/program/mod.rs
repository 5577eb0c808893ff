//! The built program as a person or a script meets it: arguments, an input, two streams and an exit code; in a
//! pseudo-terminal it is the matter of [`pty`].

#![allow(dead_code, reason = "each test file uses a part of it")]

#[cfg(unix)]
pub(crate) mod pty;

use crate::common::bundled;
use doorstep::base::chance::Seed;
use doorstep::base::text::find_unsafe;
use doorstep::play::engine::{Open, Session};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// The ids of the scenarios in this repository.
pub(crate) const SCENARIOS: [&str; 10] = [
    "churn_retention",
    "complaint_escalation",
    "customer_not_home",
    "one_more_thing",
    "shoe_covers_declined",
    "sign_here",
    "stopped_clocks",
    "ten_or_four",
    "umbrella_morning",
    "where_to_drill",
];

/// A machine of its own: an empty folder to stand in, with saves of its own, where English is spoken.
pub(crate) struct Machine {
    home: TempDir,
}

/// What the program said, and how it ended.
#[derive(Debug)]
pub(crate) struct Said {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Machine {
    pub(crate) fn new() -> Machine {
        Machine { home: tempfile::tempdir().expect("a folder") }
    }

    pub(crate) fn path(&self) -> &Path {
        self.home.path()
    }

    pub(crate) fn saves(&self) -> PathBuf {
        self.path().join("saves")
    }

    /// Writes a file below the folder.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        fs::write(&path, bytes).expect("written");
        path
    }

    /// A copy of the bundled content as `scenarios`, to be spoiled.
    pub(crate) fn with_content(self) -> Machine {
        copy(&bundled_folder(), &self.path().join("scenarios"));
        self
    }

    /// The program with these arguments, not started yet.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_doorstep"));
        command.args(arguments).current_dir(self.path()).env_clear();
        command.env("HOME", self.path()).env("DOORSTEP_SAVES", self.saves()).env("LC_ALL", "en_GB.UTF-8");
        // Where the tests are measured for coverage, the program is too.
        command.envs(std::env::vars_os().filter(|(name, _)| name == "PATH" || name == "LLVM_PROFILE_FILE"));
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        self.feed(arguments, b"")
    }

    /// Runs it on an input that ends.
    pub(crate) fn feed(&self, arguments: &[&str], input: &[u8]) -> Said {
        feed(&mut self.command(arguments), input)
    }

    /// The one JSON document that a command prints.
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        self.run(arguments).json()
    }

    /// Plays this line, and keeps it for a learner.
    pub(crate) fn keep_play(&self, learner: &str, scenario: &str, seed: u64, line: &[String]) {
        let (seed, line) = (seed.to_string(), line.join(","));
        let said = self.run(&["play", scenario, "--seed", &seed, "--choices", &line, "--save", "--learner", learner]);
        assert_eq!(said.code, Some(0), "{}", said.err);
    }

    /// A play that takes the last open choice each time.
    pub(crate) fn poor_line(&self, scenario: &str, seed: u64) -> Vec<String> {
        let (mut line, seed): (Vec<String>, String) = (Vec::new(), seed.to_string());
        loop {
            let stand = self.json(&["play", scenario, "--seed", &seed, "--choices", &line.join(","), "--json"]);
            let Some(open) = stand["open"].as_array() else { return line };
            line.push(open.last().expect("a choice")["id"].as_str().expect("an id").to_owned());
        }
    }

    /// The choice ids of the best play.
    pub(crate) fn best_line(&self, scenario: &str, seed: u64) -> Vec<String> {
        let solved = self.json(&["solve", scenario, "--seed", &seed.to_string(), "--json"]);
        let line = solved["play"]["choices"].as_array().expect("choices");
        line.iter().map(|id| id.as_str().expect("an id").to_owned()).collect()
    }
}

/// Runs a command on an input that ends.
pub(crate) fn feed(command: &mut Command, input: &[u8]) -> Said {
    let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = started.expect("the program starts");
    let mut pipe = child.stdin.take().expect("a pipe");
    let output = std::thread::scope(|scope| {
        // A program that does not read to the end closes the pipe: that is its right.
        scope.spawn(move || pipe.write_all(input));
        child.wait_with_output().expect("the program ends")
    });
    Said::of(&output)
}

impl Said {
    /// Nothing that drives a terminal may be in it, and no panic.
    pub(crate) fn of(output: &Output) -> Said {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8 comes out, whatever goes in");
        let said = Said { code: output.status.code(), out: text(&output.stdout), err: text(&output.stderr) };
        for stream in [&said.out, &said.err] {
            assert_eq!(find_unsafe(stream), None, "{stream:?}");
            assert!(!stream.contains("panicked"), "{stream}");
        }
        assert!(said.code.is_some(), "no signal ends it: {}", said.err);
        said
    }

    /// Its one document; nothing else may be on either stream.
    pub(crate) fn json(&self) -> Value {
        assert_eq!(self.err, "", "nothing beside the document");
        serde_json::from_str(&self.out).expect("exactly one JSON document")
    }

    /// It refused: nothing on standard output, one clear sentence on standard error.
    pub(crate) fn refused(&self, words: &str) {
        assert_eq!((self.code, self.out.as_str()), (Some(2), ""), "{}", self.err);
        assert!(self.err.starts_with("error: "), "{}", self.err);
        assert!(self.err.contains(words), "{:?} in {}", words, self.err);
    }

    /// It refused a program: what went wrong stands on standard error, and as a document on standard output.
    pub(crate) fn refused_in_json(&self, words: &str) -> Value {
        assert_eq!(self.code, Some(2), "{}", self.err);
        assert!(self.err.contains(words), "{:?} in {}", words, self.err);
        let told: Value = serde_json::from_str(&self.out).expect("exactly one JSON document");
        assert_eq!((&told["document"], &told["exit"]), (&"error".into(), &2.into()), "{told}");
        told
    }
}

/// How often the number of a choice is typed on the screen to take it: in an exam it is picked first.
pub(crate) fn presses(mode: &str) -> usize {
    if mode == "exam" { 2 } else { 1 }
}

/// What is typed in plain mode to take these choices: the number of each among the open ones.
pub(crate) fn numbers(scenario: &str, seed: u64, line: &[String]) -> Vec<String> {
    let scenario = bundled().scenario(scenario).expect("a bundled scenario").clone();
    let mut session = Session::new(scenario, Seed::new(seed));
    let mut typed = Vec::new();
    for id in line {
        let shown = session.shown();
        let mut open = shown.iter().filter(|(_, open)| *open == Open::Yes);
        let place = open.position(|(number, _)| session.choice(*number).is_some_and(|choice| *choice.id == **id));
        typed.push((place.expect("it is open") + 1).to_string());
        session.take_id(id).expect("it is open");
    }
    typed
}

pub(crate) fn bundled_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")
}

/// The text of a bundled scenario.
pub(crate) fn bundled_text(scenario: &str) -> String {
    fs::read_to_string(bundled_folder().join(format!("{scenario}.ron"))).expect("a bundled scenario")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("made");
    for entry in fs::read_dir(from).expect("listed").map(|entry| entry.expect("an entry")) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}
