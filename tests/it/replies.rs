//! What a real pseudo-terminal sends beside keys: sequences without an end, and replies that come late and in pieces. Keys
//! typed after them count, and they themselves never do.

#![cfg(unix)]

use crate::program::numbers;
use crate::program::pty::{Setting, Terminal, USUAL};
use std::thread;
use std::time::Duration;

/// Longer than the rest of a sequence is waited for.
const LATER: Duration = Duration::from_millis(250);

/// How often a key is typed, where a busy machine may have read it together with what came before.
const TRIES: usize = 20;

const REPLIES: [&[u8]; 4] =
    [b"\x1b]10;rgb:1111/2222/1212\x07", b"\x1b]11;rgb:1111/2222/1212\x1b\\", b"\x1b[?62;22c", b"\x1b[12;21R"];

/// A learner before the first choices of a visit in this mode.
fn playing(mode: &str) -> Terminal {
    let arguments = &format!("play customer_not_home --seed 7 --mode {mode} --learner li");
    let mut terminal = Terminal::open(&Setting { arguments, size: (80, 60), ..USUAL });
    terminal.shows("What do you do?");
    terminal
}

/// Where a single stray digit is a move at once: in an exam it would only be picked.
fn in_practice() -> Terminal {
    playing("practice")
}

impl Terminal {
    /// The moves that are on the disk; a choice is there before it is shown.
    fn taken(&self) -> usize {
        let attempt = self.machine.saves().join("li/attempts/000001.ron");
        doorstep::store::load_attempt(&attempt).map_or(0, |attempt| attempt.moves.len())
    }

    /// Types the first choice until it counts, and says how many did.
    fn choose(&mut self) -> usize {
        let before = self.taken();
        for _ in 0..TRIES {
            self.send(b"1");
            self.pass(LATER);
            if self.taken() > before {
                break;
            }
        }
        self.taken() - before
    }
}

#[test]
fn keys_after_a_sequence_that_never_ends_count() {
    for begun in ["\x1b[200~", "\x1b[200~words", "\x1b[<", "\x1b[?", "\x1b[", "\x1b]", "\x1bP"] {
        let mut terminal = in_practice();
        terminal.send(begun.as_bytes());
        terminal.pass(LATER);
        assert_eq!(terminal.choose(), 1, "after {begun:?}");
    }
}

#[test]
fn a_reply_in_two_pieces_picks_nothing() {
    // Each in its own thread: there is much to wait for.
    thread::scope(|scope| {
        for reply in REPLIES {
            scope.spawn(move || {
                let mut terminal = in_practice();
                for cut in 2..reply.len() {
                    terminal.send(&reply[..cut]);
                    terminal.pass(LATER);
                    terminal.send(&reply[cut..]);
                    terminal.pass(Duration::from_millis(20));
                }
                assert_eq!(terminal.taken(), 0, "{:?}", String::from_utf8_lossy(reply));
                assert_eq!(terminal.choose(), 1, "{:?}", String::from_utf8_lossy(reply));
            });
        }
    });
}

#[test]
fn a_reply_byte_for_byte_picks_nothing() {
    let mut terminal = in_practice();
    for byte in REPLIES.concat() {
        terminal.send(&[byte]);
        terminal.pass(Duration::from_millis(1));
    }
    assert_eq!(terminal.choose(), 1);
}

#[test]
fn a_reply_whose_first_byte_was_taken_for_esc_picks_nothing_either() {
    let mut terminal = in_practice();
    assert_eq!(terminal.choose(), 1);
    terminal.send(b"\x1b");
    let home = terminal.shows("Your play is kept");
    terminal.send(b"]11;rgb:1111/2222/1212\x1b\\");
    terminal.pass(LATER);
    assert_eq!((terminal.screen.screen().contents(), terminal.taken()), (home, 1));
}

#[test]
fn where_the_cursor_is_asks_for_no_hint() {
    let mut terminal = playing("learn");
    terminal.send(b"\x1b[1;2R");
    // What comes after it was told after it.
    terminal.send(b"\x1bOQ");
    terminal.shows("你怎么做？");
    terminal.send(b"\x1bOQ");
    let after = terminal.shows("What do you do?");
    assert!(!after.contains("Hint: "), "{after}");
    terminal.send(b"\x1bOR");
    terminal.shows("Hint: ");
}

#[test]
fn a_terminal_that_answers_late_is_recoloured_and_kept_waiting_for_by_nobody() {
    let mut terminal = playing("learn");
    // Drawn and played before it answers.
    let line = terminal.machine.best_line("customer_not_home", 7);
    for number in &numbers("customer_not_home", 7, &line)[..4] {
        terminal.send(number.as_bytes());
    }
    terminal.shows("✓ met");
    let coloured = |terminal: &Terminal| {
        let screen = terminal.screen.screen();
        let cells = (0..60).flat_map(|row| (0..80).filter_map(move |column| screen.cell(row, column)));
        cells.into_iter().any(|cell| cell.fgcolor() != vt100::Color::Default)
    };
    assert!(!coloured(&terminal));
    terminal.send(b"\x1b]10;rgb:ffff/ffff/ffff\x07\x1b]11;rgb:0000/0000/0000\x07");
    for _ in 0..TRIES {
        terminal.pass(LATER);
        if coloured(&terminal) {
            break;
        }
    }
    assert!(coloured(&terminal), "{}", terminal.screen.screen().contents());
    assert!(terminal.screen.screen().contents().contains('─'));
    terminal.send(b"\x1b[1;3R");
    terminal.wait_for(|picture| !picture.contains('─') && picture.contains("---"));
}
