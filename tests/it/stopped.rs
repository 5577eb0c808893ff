//! The program stopped and gone on with, and drawn anew: whoever stops it has a whole terminal, and comes back to the same
//! picture.

#![cfg(unix)]

use crate::program::pty::{PATIENCE, Setting, Terminal, USUAL};
use std::time::{Duration, Instant};

const PLAYING: Setting<'static> = Setting { arguments: "play customer_not_home --seed 7 --learner lin", ..USUAL };

impl Terminal {
    /// Waits until the program is stopped, or goes on, as the system sees it.
    fn waits_until(&mut self, is_stopped: bool) {
        let id = self.child.process_id().expect("it runs");
        let until = Instant::now() + PATIENCE;
        loop {
            let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).expect("it runs");
            let state = stat.rsplit(") ").next().and_then(|rest| rest.chars().next());
            if (state == Some('T')) == is_stopped {
                return;
            }
            assert!(Instant::now() < until, "{stat}");
            self.pass(Duration::from_millis(20));
        }
    }

    fn moves_kept(&self) -> usize {
        let attempt = self.machine.saves().join("lin/attempts/000001.ron");
        doorstep::store::load_attempt(&attempt).map_or(0, |attempt| attempt.moves.len())
    }
}

#[cfg(target_os = "linux")]
#[test]
fn stopped_it_gives_the_terminal_back_and_going_on_draws_what_was_there() {
    let mut terminal = Terminal::open(&PLAYING);
    let before = terminal.shows("What do you do?");
    for _ in 0..2 {
        terminal.signal("TSTP");
        terminal.waits_until(true);
        terminal.pass(Duration::from_millis(50));
        terminal.is_whole();
        // What is typed at a shell is not meant for a customer.
        terminal.send(b"1\r2\r");
        std::thread::sleep(Duration::from_millis(50));
        terminal.signal("CONT");
        terminal.waits_until(false);
        terminal.wait_for(|picture| picture == before);
        terminal.pass(Duration::from_millis(300));
        assert_eq!(terminal.screen.screen().contents(), before, "nothing was chosen");
        assert!(terminal.screen.screen().alternate_screen() && terminal.screen.screen().bracketed_paste());
        assert_ne!(terminal.screen.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    }
    assert_eq!(terminal.moves_kept(), 0);
    terminal.send(b"1");
    terminal.wait_for(|picture| picture != before && picture.contains("Why:"));
    assert_eq!(terminal.moves_kept(), 1, "keys count again");
    terminal.signal("TERM");
    assert_eq!(terminal.ended(), 0);
    terminal.is_whole();
}

#[cfg(target_os = "linux")]
#[test]
fn stopped_without_being_asked_it_draws_anew_when_it_goes_on() {
    let mut terminal = Terminal::open(&PLAYING);
    let before = terminal.shows("What do you do?");
    terminal.signal("STOP");
    terminal.waits_until(true);
    terminal.screen.process(b"\x1b[2J\x1b[Hsomething else was written");
    terminal.signal("CONT");
    terminal.wait_for(|picture| picture == before);
    terminal.signal("TERM");
    assert_eq!(terminal.ended(), 0);
    terminal.is_whole();
}

#[test]
fn ctrl_z_goes_to_the_shell_and_fg_comes_back() {
    let before = "set -m; \"$0\" play customer_not_home --seed 7 --learner lin; \
        stty -a | grep -c -- ' icanon'; echo in the shell; sleep 1; fg >/dev/null; exit 7;";
    let mut terminal = Terminal::open(&Setting { before, ..USUAL });
    let play = terminal.shows("What do you do?");
    terminal.send(b"\x1a");
    let shell = terminal.shows("in the shell");
    assert!(!shell.contains("What do you do?"), "its picture is gone: {shell}");
    terminal.is_whole();
    terminal.wait_for(|picture| picture == play);
    terminal.send(b"1");
    terminal.shows("Why:");
    terminal.send(b"\x03");
    assert_eq!(terminal.ended(), 7);
    terminal.is_whole();
}

#[test]
fn where_no_shell_waits_ctrl_z_says_so_and_the_play_goes_on() {
    let mut terminal = Terminal::open(&PLAYING);
    terminal.shows("What do you do?");
    terminal.send(b"\x1a");
    terminal.shows("There is no shell to go back to");
    terminal.send(b"1");
    terminal.shows("Why:");
    terminal.signal("TERM");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn ctrl_l_draws_over_what_something_else_has_written() {
    let mut terminal = Terminal::open(&PLAYING);
    let before = terminal.shows("What do you do?");
    terminal.screen.process(b"\x1b[2J\x1b[5;5Hwall: the system goes down\x1b[?25h");
    terminal.send(b"\x0c");
    terminal.wait_for(|picture| picture == before);
    terminal.pass(Duration::from_millis(100));
    assert!(terminal.screen.screen().hide_cursor(), "nothing is in focus, so no cursor stands about");
    terminal.signal("TERM");
    assert_eq!(terminal.ended(), 0);
    terminal.is_whole();
}

#[test]
fn old_keys_edit_a_field_as_everywhere() {
    let mut terminal = Terminal::open(&USUAL);
    terminal.shows("Your name");
    terminal.send(b"Anna Maria\x08\x08");
    terminal.shows("Anna Mar");
    terminal.send(b"\x17");
    terminal.wait_for(|picture| picture.contains("Anna") && !picture.contains("Mar"));
    terminal.send(b"\x15Li");
    terminal.wait_for(|picture| picture.contains("Li") && !picture.contains("Anna"));
    // Ctrl-J is Enter.
    terminal.send(b"\n");
    terminal.shows("A pass needs");
    terminal.signal("TERM");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn a_window_of_no_cells_is_drawn_as_a_usual_one() {
    for size in [(0, 0), (80, 0), (0, 24)] {
        let mut terminal = Terminal::open(&Setting { size, ..USUAL });
        terminal.shows("Your name");
        terminal.send(b"Li\r");
        terminal.shows("A pass needs");
        terminal.signal("TERM");
        assert_eq!(terminal.ended(), 0, "{size:?}");
        terminal.is_whole();
    }
}
