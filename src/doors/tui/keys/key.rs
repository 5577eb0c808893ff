//! A key, as far as this program knows it, and its name on the screen. How a terminal tells it is the matter of `input`.

use crate::base::text::narrow;
use crate::speech::messages::Messages;
use crate::tr;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    Enter,
    Esc,
    Backspace,
    Delete,
    Tab,
    BackTab,
    F(u8),
    Char(char),
    Ctrl(char),
}

impl Key {
    pub fn name(self, words: &Messages) -> String {
        match self {
            Key::Up => tr!(words, "key-up"),
            Key::Down => tr!(words, "key-down"),
            Key::Left => tr!(words, "key-left"),
            Key::Right => tr!(words, "key-right"),
            Key::PageUp => "PgUp".to_owned(),
            Key::PageDown => "PgDn".to_owned(),
            Key::Home => "Home".to_owned(),
            Key::End => "End".to_owned(),
            Key::Enter => tr!(words, "key-enter"),
            Key::Esc => "Esc".to_owned(),
            Key::Backspace => tr!(words, "key-backspace"),
            Key::Delete => "Del".to_owned(),
            Key::Tab => "Tab".to_owned(),
            Key::BackTab => "Shift-Tab".to_owned(),
            Key::F(number) => format!("F{number}"),
            Key::Char(' ') => tr!(words, "key-space"),
            Key::Char(c) => c.to_string(),
            Key::Ctrl(c) => format!("Ctrl-{}", c.to_ascii_uppercase()),
        }
    }

    /// The key that is meant where nothing is typed: an input method that is on sends full-width digits, letters and marks.
    pub(crate) fn narrowed(self) -> Key {
        match self {
            Key::Char(c) => Key::Char(narrow(c)),
            other => other,
        }
    }

    /// The number of a digit from 1 to 9.
    pub(super) fn digit(self) -> Option<u8> {
        let Key::Char(c @ '1'..='9') = self else { return None };
        u8::try_from(c).ok().map(|ascii| ascii - b'0')
    }
}
