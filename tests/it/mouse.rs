//! The mouse switched off, so that the terminal selects text: by a key, by the palette, and for good.

#![cfg(unix)]

use crate::program::pty::{Setting, Terminal, USUAL};
use vt100::MouseProtocolMode;

impl Terminal {
    fn takes_clicks(&self) -> bool {
        self.screen.screen().mouse_protocol_mode() != MouseProtocolMode::None
    }

    fn leave(&mut self) {
        self.signal("TERM");
        assert_eq!(self.ended(), 0);
        self.is_whole();
    }
}

#[test]
fn the_mouse_goes_off_and_on_and_is_remembered() {
    let mut terminal = Terminal::open(&USUAL);
    terminal.shows("Your name");
    terminal.send(b"Li\r");
    terminal.shows("A pass needs");
    assert!(terminal.takes_clicks());
    terminal.send(b"\x1b[20~");
    terminal.shows("drag to select text");
    assert!(!terminal.takes_clicks(), "the terminal has it");
    terminal.leave();
    let saves = format!("--saves {}", terminal.machine.saves().display());
    let mut again = Terminal::open(&Setting { arguments: &saves, ..USUAL });
    again.shows("A pass needs");
    assert!(!again.takes_clicks(), "it is remembered");
    again.signal("TSTP");
    again.pass(std::time::Duration::from_millis(300));
    again.signal("CONT");
    again.wait_for(|picture| picture.contains("A pass needs"));
    again.pass(std::time::Duration::from_millis(300));
    assert!(!again.takes_clicks(), "also after a stop");
    again.send(b"\x10mouse");
    again.shows("Switch the mouse on, to click");
    again.send(b"\r");
    again.shows("click and scroll");
    assert!(again.takes_clicks());
    again.leave();
    let mut third = Terminal::open(&Setting { arguments: &saves, ..USUAL });
    third.shows("A pass needs");
    assert!(third.takes_clicks());
    third.leave();
}

#[test]
fn who_switches_it_off_on_the_first_screen_has_it_off() {
    let mut terminal = Terminal::open(&USUAL);
    terminal.shows("Your name");
    terminal.send(b"\x1b[20~");
    terminal.shows("drag to select text");
    terminal.send(b"Li\r");
    terminal.shows("A pass needs");
    assert!(!terminal.takes_clicks());
    terminal.leave();
    let folder =
        std::fs::read_dir(terminal.machine.saves()).expect("listed").next().expect("one").expect("read").path();
    let kept = std::fs::read_to_string(folder.join("learner.ron")).expect("it is there");
    assert!(kept.contains("mouse: false"), "{kept}");
}
