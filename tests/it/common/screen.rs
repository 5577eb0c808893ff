//! A terminal for tests, and keys by name.

use doorstep::doors::tui::Key;
use std::cell::RefCell;
use std::io::{self, Write};
use std::num::NonZero;
use std::rc::Rc;

/// A terminal that understands what is written to it, as a real one would. Its clones are the same terminal.
#[derive(Clone)]
pub(crate) struct Screen(pub Rc<RefCell<Seen>>);

pub(crate) struct Seen {
    pub parser: vt100::Parser,
    pub written: Vec<u8>,
    pub writes: usize,
}

impl Screen {
    pub(crate) fn new(width: u16, height: u16) -> Screen {
        let cells = |count| NonZero::new(count).expect("a window has cells");
        let parser = vt100::Parser::new(cells(height), cells(width), 0);
        Screen(Rc::new(RefCell::new(Seen { parser, written: Vec::new(), writes: 0 })))
    }

    pub(crate) fn picture(&self) -> String {
        let seen = self.0.borrow();
        let width = seen.parser.screen().size().1.get();
        let rows: Vec<String> = seen.parser.screen().rows(0, width).map(|row| row.trim_end().to_owned()).collect();
        rows.join("\n")
    }
}

impl Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut seen = self.0.borrow_mut();
        seen.parser.process(bytes);
        seen.written.extend_from_slice(bytes);
        seen.writes += 1;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A key by its name; none for what is typed letter by letter.
pub(crate) fn named(word: &str) -> Option<Key> {
    Some(match word {
        "Enter" => Key::Enter,
        "Esc" => Key::Esc,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "PgDn" => Key::PageDown,
        "PgUp" => Key::PageUp,
        "Home" => Key::Home,
        "End" => Key::End,
        "Backspace" => Key::Backspace,
        "Space" => Key::Char(' '),
        "Tab" => Key::Tab,
        "Shift-Tab" => Key::BackTab,
        _ => return numbered(word),
    })
}

/// A key with Ctrl, or an F-key.
fn numbered(word: &str) -> Option<Key> {
    if let Some(letter) = word.strip_prefix("Ctrl-") {
        return Some(Key::Ctrl(letter.chars().next()?.to_ascii_lowercase()));
    }
    word.strip_prefix('F')?.parse().ok().map(Key::F)
}
