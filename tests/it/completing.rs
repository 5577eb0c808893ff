//! What a shell offers while a command is typed: the program is asked as the shell's script asks it.

use crate::program::{Machine, SCENARIOS, feed};
use doorstep::base::text::find_unsafe;
use std::process::Command;

/// What is offered for the last of these words, a line each.
fn offered(machine: &Machine, shell: &str, words: &[&str]) -> Vec<String> {
    let mut command = machine.command(&[&["--", "doorstep"][..], words].concat());
    ask(&mut command, shell, words.len())
}

/// The lines of the answer; fish gets what a thing is behind a tab.
fn ask(command: &mut Command, shell: &str, index: usize) -> Vec<String> {
    command.env("DOORSTEP_COMPLETE", shell).env("_CLAP_COMPLETE_INDEX", index.to_string()).env("_CLAP_IFS", "\n");
    let output = command.output().expect("it starts");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    let (out, err) = (text(output.stdout), text(output.stderr));
    assert_eq!((output.status.code(), &*err), (Some(0), ""), "{command:?}");
    assert_eq!(find_unsafe(&out.replace('\t', " ")), None, "{out:?}");
    out.lines().map(str::to_owned).collect()
}

fn names(machine: &Machine, words: &[&str]) -> Vec<String> {
    offered(machine, "bash", words)
}

#[test]
fn scenarios_clauses_codes_pages_and_learners_are_offered() {
    let machine = Machine::new();
    let keep = ["play", "churn_retention", "--seed", "3", "--choices", "", "--save", "--learner"];
    for name in ["Li", "小李"] {
        let begun = machine.best_line("churn_retention", 3)[..1].join(",");
        let mut kept = keep;
        kept[5] = &begun;
        assert_eq!(machine.run(&[&kept[..], &[name]].concat()).code, Some(0));
    }
    for command in [
        &["play"][..],
        &["solve"],
        &["graph"],
        &["simulate"],
        &["debrief", "--scenario"],
        &["items", "--scenario"],
        &["coverage", "churn_retention"],
    ] {
        assert_eq!(names(&machine, &[command, &["customer_"]].concat()), ["customer_not_home"], "{command:?}");
    }
    assert_eq!(names(&machine, &["play", ""]).iter().filter(|name| !name.starts_with('-')).count(), SCENARIOS.len());
    assert_eq!(names(&machine, &["explain", "DS01"]).len(), 10);
    assert_eq!(names(&machine, &["guide", "s"]), ["scenario", "standard"]);
    assert_eq!(names(&machine, &["schema", "co"]), ["costs", "coverage"]);
    assert!(names(&machine, &["stand"]).contains(&"standard".to_owned()));
    for command in
        [&["learner", "delete"][..], &["learner", "rename"], &["learner", "merge", "Li"], &["play", "--learner"]]
    {
        let mut known = names(&machine, &[command, &[""]].concat());
        known.retain(|name| !name.starts_with('-'));
        known.sort();
        assert_eq!(known, ["Li", "小李"], "{command:?}");
    }
    let clauses = names(&machine, &["standard", "basic.con"]);
    assert!(clauses.contains(&"basic.conduct".to_owned()) && clauses.len() < 20, "a level at a time: {clauses:?}");
    let below = names(&machine, &["coverage", "--section", "basic.conduct.visit.normal.07.r"]);
    assert!(!below.is_empty() && below.iter().all(|id| id.starts_with("basic.conduct.visit.normal.07.r")), "{below:?}");
}

#[test]
fn what_is_offered_is_of_the_folder_that_is_named_and_in_its_language() {
    let machine = Machine::new();
    let hotel = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/packs/hotel_en");
    assert_eq!(names(&machine, &["--scenarios", hotel, "play", "l"]), ["late_guest"]);
    assert_eq!(names(&machine, &["play", &format!("--scenarios={hotel}"), "l"]), ["late_guest"]);
    assert_eq!(names(&machine, &["--scenarios", "nowhere", "play", "l"]), [""; 0], "nothing, and not a word");
    machine.write("mine.ron", "(");
    assert_eq!(names(&machine, &["play", "mi"]), ["mine.ron"], "a scenario may be a file");
    let told = offered(&machine, "fish", &["play", "churn"]);
    assert!(told[0].starts_with("churn_retention\t") && told[0].len() > "churn_retention\t".len(), "{told:?}");
    let mut chinese = machine.command(&["--", "doorstep", "explain", "DS014"]);
    chinese.env("LC_ALL", "zh_CN.UTF-8");
    let told = ask(&mut chinese, "fish", 2);
    assert!(told[0].starts_with("DS014\t") && !told[0].is_ascii(), "{told:?}");
}

#[test]
fn nonsense_is_answered_with_nothing() {
    let machine = Machine::new();
    for (shell, words) in
        [("bash", &["nosuch", "x"][..]), ("tcsh", &["play", ""]), ("bash", &["play", "--scenarios"]), ("zsh", &[])]
    {
        let said = offered(&machine, shell, words);
        assert!(said.iter().all(|line| !line.contains("error")), "{said:?}");
    }
}

#[cfg(unix)]
#[test]
fn bash_completes_by_the_script_that_the_program_prints() {
    let machine = Machine::new();
    machine.write("doorstep.bash", machine.run(&["completions", "bash"]).out);
    std::fs::create_dir_all(machine.path().join("bin")).expect("made");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_doorstep"), machine.path().join("bin/doorstep")).expect("linked");
    let ask = "source doorstep.bash; COMP_WORDS=(doorstep play shoe); COMP_CWORD=2; \
        _clap_complete_doorstep doorstep shoe play; printf '%s\\n' \"${COMPREPLY[@]}\"";
    let mut bash = Command::new("bash");
    bash.args(["-c", ask]).current_dir(machine.path()).env_clear();
    let path = std::env::var("PATH").unwrap_or_default();
    bash.env("PATH", format!("{}:{path}", machine.path().join("bin").display())).env("HOME", machine.path());
    let said = feed(&mut bash, b"");
    assert_eq!(said.out, "shoe_covers_declined\n", "{}", said.err);
}
