//! What an input method that is on sends at the screen: full-width digits and marks are keys, and letters of names.

#![cfg(unix)]

use crate::program::pty::{Terminal, USUAL};

#[test]
fn full_width_digits_choose_and_names_are_kept_as_they_were_typed() {
    let mut terminal = Terminal::open(&USUAL);
    terminal.shows("Your name");
    terminal.send("Ｌｉ２\r".as_bytes());
    terminal.shows("A pass needs");
    terminal.send("２".as_bytes());
    terminal.wait_for(|picture| picture.lines().any(|line| line.contains("▸ 2")));
    terminal.send(b"\r");
    terminal.shows("What do you do?");
    terminal.send("？".as_bytes());
    terminal.shows("The clock is");
    terminal.send(b"\x1b");
    let before = terminal.shows("What do you do?");
    terminal.send("１".as_bytes());
    terminal.wait_for(|picture| picture != before && picture.contains("Why:"));
    terminal.send(b"\x1b");
    let home = terminal.shows("Your play is kept");
    assert!(home.contains("Learner: Ｌｉ２"), "{home}");
    terminal.signal("TERM");
    assert_eq!(terminal.ended(), 0);
}
