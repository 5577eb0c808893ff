//! The full screen on a disk that fails in the middle of a play: what it does not mark as not saved is on the disk, and so
//! is what it calls kept on leaving.

#![cfg(unix)]

use crate::program::pty::{Setting, Terminal, USUAL};
use crate::program::{numbers, presses};
use std::fs;
use std::time::Duration;

const SCENARIO: &str = "customer_not_home";

/// How many moves are played.
const MOVES: usize = 12;

/// How the disk fails.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Failure {
    /// No file may grow beyond some hundred bytes.
    Full,
    /// The folder of saves is deleted.
    Deleted,
    /// A file stands where the attempts were.
    Replaced,
}

impl Failure {
    /// What a shell does before the program.
    fn before(self) -> &'static str {
        if self == Failure::Full { "trap '' XFSZ; ulimit -f 1;" } else { "" }
    }

    /// After the second move.
    fn happen(self, terminal: &Terminal) {
        let saves = terminal.machine.saves();
        match self {
            Failure::Full => {}
            Failure::Deleted => fs::remove_dir_all(saves).expect("deleted"),
            Failure::Replaced => {
                fs::rename(saves.join("li/attempts"), saves.join("li/before")).expect("moved");
                fs::write(saves.join("li/attempts"), "").expect("written");
            }
        }
    }
}

fn moves_kept(terminal: &Terminal) -> usize {
    let attempt = terminal.machine.saves().join("li/attempts/000001.ron");
    doorstep::store::load_attempt(&attempt).map_or(0, |attempt| attempt.moves.len())
}

/// Plays on a disk that fails; how many moves were told to be not saved.
fn marked(failure: Failure, mode: &str) -> usize {
    let arguments = &format!("play {SCENARIO} --seed 7 --mode {mode} --learner li");
    let mut terminal = Terminal::open(&Setting { arguments, size: (100, 60), before: failure.before(), ..USUAL });
    terminal.shows("What do you do?");
    let line = terminal.machine.best_line(SCENARIO, 7);
    let mut marked = 0;
    for (number, typed) in numbers(SCENARIO, 7, &line)[..MOVES].iter().enumerate() {
        for _ in 0..presses(mode) {
            let before = terminal.screen.screen().contents();
            terminal.send(typed.as_bytes());
            terminal.wait_for(|picture| picture != before);
        }
        // The rest of the picture, where it came in two pieces.
        terminal.pass(Duration::from_millis(50));
        let picture = terminal.screen.screen().contents();
        // The first time it is told in words, which cover the mark.
        if picture.contains("not saved") || picture.contains("could not write") {
            marked += 1;
        } else {
            let kept = moves_kept(&terminal);
            assert!(kept > number, "{failure:?} in {mode}: move {number} is shown, {kept} are kept\n{picture}");
        }
        if number == 1 {
            failure.happen(&terminal);
        }
    }
    terminal.send(b"\x1b");
    let home = terminal.wait_for(|picture| !picture.contains("What do you do?"));
    if home.contains("Your play is kept") {
        assert_eq!(moves_kept(&terminal), MOVES, "{failure:?} in {mode}\n{home}");
    }
    marked
}

#[test]
fn on_a_full_disk_nothing_is_called_kept_that_is_not() {
    for mode in ["learn", "practice", "exam"] {
        assert!(marked(Failure::Full, mode) > 0, "the disk is full in {mode}");
    }
}

#[test]
fn where_the_folder_is_replaced_nothing_is_called_kept_that_is_not() {
    for mode in ["learn", "practice", "exam"] {
        assert_eq!(marked(Failure::Replaced, mode), MOVES - 2, "{mode}");
    }
}

#[test]
fn where_the_folder_is_deleted_nothing_is_called_kept_that_is_not() {
    for mode in ["learn", "practice", "exam"] {
        marked(Failure::Deleted, mode);
    }
}
