//! Which play a command means: one rule at every door. What is open is gone on with, an exam above all.

use crate::common::typed::session;
use crate::program::Machine;
use crate::program::{Said, numbers};
use std::fs;
use std::path::{Path, PathBuf};

const HOME: &str = "customer_not_home";

/// Plays as lines of text, as lin.
fn plain(machine: &Machine, more: &[&str], input: &[u8]) -> Said {
    machine.feed(&[&["play", HOME, "--plain", "--learner", "lin"], more].concat(), input)
}

fn plays(saves: &Path, learner: &str) -> Vec<PathBuf> {
    let listed = fs::read_dir(saves.join(learner).join("attempts"));
    let mut plays: Vec<PathBuf> = listed.into_iter().flatten().map(|entry| entry.expect("read").path()).collect();
    plays.sort();
    plays
}

fn seed_of(said: &Said) -> &str {
    let line = said.out.lines().find(|line| line.contains(", seed ")).expect("it is told");
    line.split(", ").nth(1).expect("the mode comes first").trim_end_matches('.')
}

#[test]
fn a_command_goes_on_with_the_newest_open_play_of_its_mode_and_its_seed() {
    let machine = Machine::new();
    for (mode, seed) in [("practice", "7"), ("exam", "8"), ("practice", "9")] {
        plain(&machine, &["--mode", mode, "--seed", seed], b"1\n1\n");
    }
    for (asked, seed) in [
        (&["--mode", "practice"][..], "seed 9"),
        (&["--mode", "practice", "--seed", "7"], "seed 7"),
        (&["--mode", "exam"], "seed 8"),
        (&["--seed", "8"], "seed 8"),
        (&[], "seed 9"),
    ] {
        let said = plain(&machine, asked, b"");
        assert!(said.out.starts_with("Going on where you left off."), "{asked:?}: {}", said.out);
        assert_eq!(seed_of(&said), seed, "{asked:?}");
    }
    let other = plain(&machine, &["--mode", "learn"], b"");
    assert!(!other.out.contains("Going on"), "none of this mode is open: {}", other.out);
    assert_eq!(plays(&machine.saves(), "lin").len(), 3);
}

#[test]
fn an_exam_is_on_the_disk_before_its_first_scene_and_is_never_begun_twice() {
    let machine = Machine::new();
    let first = plain(&machine, &["--mode", "exam"], b"");
    let kept = plays(&machine.saves(), "lin");
    let text = fs::read_to_string(&kept[0]).expect("it is there though nothing was done");
    assert!(text.contains("mode: Exam") && text.contains("moves: []"), "{text}");
    let again = plain(&machine, &["--mode", "exam"], b"1\n");
    assert_eq!(seed_of(&again), seed_of(&first), "it is the same visit");
    assert_eq!(plays(&machine.saves(), "lin"), kept);
}

#[test]
fn the_seed_of_an_exam_that_is_over_is_not_that_of_the_next_play() {
    let machine = Machine::new();
    let twice = |number: String| format!("{number}\n{number}\n");
    let typed: String = numbers(HOME, 7, &machine.best_line(HOME, 7)).into_iter().map(twice).collect();
    let over = plain(&machine, &["--mode", "exam", "--seed", "7"], typed.as_bytes());
    assert!(over.out.contains("100 of 100"), "{}", over.out);
    for mode in ["exam", "practice", "learn"] {
        let next = plain(&machine, &["--mode", mode], b"");
        assert_ne!(seed_of(&next), "seed 7", "{mode}");
    }
}

#[test]
fn the_visit_of_an_open_exam_is_rehearsed_at_no_door() {
    let machine = Machine::new();
    plain(&machine, &["--mode", "exam", "--seed", "7"], b"");
    for mode in ["learn", "practice"] {
        let more = ["--mode", mode, "--seed", "7"];
        plain(&machine, &more, b"").refused("an exam of customer_not_home is open under seed 7");
        let save = [&["play", HOME, "--choices", "go_in", "--save", "--learner", "lin"], &more[..]].concat();
        machine.run(&save).refused("an exam of customer_not_home is open under seed 7");
    }
    assert_eq!(plays(&machine.saves(), "lin").len(), 1);
    assert_eq!(plain(&machine, &["--mode", "learn", "--seed", "8"], b"").code, Some(0), "another visit is free");
}

#[test]
fn on_the_screen_an_open_exam_is_gone_on_with_and_the_briefing_says_so() {
    let exam = session("en").playing("li", 3);
    let saves = tempfile::tempdir().expect("a folder");
    exam.seen_in(saves.path());
    assert_eq!(plays(saves.path(), "li").len(), 1, "it is on the disk when its first scene is shown");
    let briefing = session("en").keys("4 Enter 3");
    let picture = briefing.seen_in(saves.path()).picture();
    assert!(picture.contains("one is open: Enter goes on with it"), "{picture}");
    let other_seed = briefing.clone().keys("Ctrl-N Enter").seen_in(saves.path()).picture();
    assert!(other_seed.contains("What do you do?"), "{other_seed}");
    assert_eq!(plays(saves.path(), "li").len(), 1, "a fresh seed does not begin it anew");
    let learn = session("en").keys("4 Enter 1 Enter").seen_in(saves.path()).picture();
    assert!(learn.contains("An exam of this very visit is open"), "the script's only seed is the exam's: {learn}");
}

#[cfg(unix)]
#[test]
fn on_the_screen_a_named_scenario_is_gone_on_with_as_in_lines() {
    use crate::program::pty::{Setting, Terminal, USUAL};
    let mut terminal = Terminal::open(&Setting {
        arguments: "play customer_not_home --mode practice --learner lin",
        before: r#""$0" play customer_not_home --mode practice --seed 7 --choices go_in --save --learner lin >/dev/null;"#,
        ..USUAL
    });
    terminal.shows("Going on where you left off.");
    terminal.signal("TERM");
    assert_eq!(terminal.ended(), 0);
    assert_eq!(plays(&terminal.machine.saves(), "lin").len(), 1);
}

#[test]
fn on_the_screen_a_play_goes_on_after_an_edit_and_is_a_whole_play_again() {
    let saves = tempfile::tempdir().expect("a folder");
    session("en").playing("li", 1).keys("1").seen_in(saves.path());
    let play = &plays(saves.path(), "li")[0];
    let text = fs::read_to_string(play).expect("kept");
    let (before, after) = text.split_once("Take(\"").expect("a move");
    let (_, after) = after.split_once('"').expect("its end");
    fs::write(play, format!("{before}Take(\"gone{after}").replace("gone)", "gone\")")).expect("written");
    let on = session("en").keys("3").seen_in(saves.path()).picture();
    assert!(on.contains("The scenario was edited since; you go on from the last move"), "{on}");
    session("en").keys("3 1").seen_in(saves.path());
    let again = session("en").keys("3").seen_in(saves.path()).picture();
    assert!(!again.contains("was edited since") && again.contains("▸ "), "{again}");
}
