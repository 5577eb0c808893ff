//! What a whole piece means: a key, a click, a turn of the wheel, or that it is a terminal's reply. What is not listed here
//! means nothing.

use super::piece::ESC;
use crate::doors::tui::keys::Key;
use crate::doors::tui::ui_event::UiEvent;

/// How many rows the wheel turns.
const WHEEL: i8 = 3;

pub(super) fn event_of(piece: &[u8]) -> Option<UiEvent> {
    match piece {
        [ESC] => Some(UiEvent::Key(Key::Esc)),
        [ESC, b'[', b'M', code, x, y] => {
            let [code, x, y] = [code, x, y].map(|byte| u16::from(*byte).checked_sub(32));
            mouse(code?, x?, y?, true)
        }
        [ESC, b'[', b'[', letter @ b'A'..=b'E'] => Some(UiEvent::Key(Key::F(letter - b'A' + 1))),
        [ESC, b'[', b'<', numbers @ .., last @ (b'M' | b'm')] => match numbers_of(numbers)?[..] {
            [code, x, y] => mouse(code, x, y, *last == b'M'),
            _ => None,
        },
        [ESC, b'[', numbers @ .., last] => control_sequence(&numbers_of(numbers)?, *last),
        [ESC, b'O', letter] => cursor_key(*letter).map(UiEvent::Key),
        // With Alt held down.
        [ESC, rest @ ..] => key_of(rest).filter(|key| !matches!(key, Key::Char(_))).map(UiEvent::Key),
        _ => key_of(piece).map(UiEvent::Key),
    }
}

/// Whether this is what a terminal says when it is asked, and no key.
pub(super) fn is_reply(piece: &[u8]) -> bool {
    match piece {
        [ESC, b']' | b'P' | b'X' | b'^' | b'_', ..] | [ESC, b'[', b'?' | b'>' | b'=', b'0'..=b'9', ..] => true,
        // Where the cursor is, how large the window is, and that all is well.
        [ESC, b'[', b'0'..=b'9', .., last] => matches!(last, b'R' | b't' | b'n'),
        _ => false,
    }
}

/// Whether this can become a reply that says a colour: `ESC ] 11 ; rgb:0000/0000/0000`. Nobody types that.
pub(super) fn begins_colour(bytes: &[u8]) -> bool {
    const LONGEST: usize = 40;
    let Some(rest) = bytes.strip_prefix(b"\x1b]1") else { return false };
    let rest = rest.strip_suffix(&[ESC]).unwrap_or(rest);
    bytes.len() <= LONGEST && rest.iter().all(|byte| byte.is_ascii_hexdigit() || b"rgba:;/".contains(byte))
}

/// Numbers with `;` between them; an empty one is 1, as everywhere in control sequences.
fn numbers_of(parameters: &[u8]) -> Option<Vec<u16>> {
    let text = std::str::from_utf8(parameters).ok()?;
    let number = |word: &str| if word.is_empty() { Some(1) } else { word.parse().ok() };
    text.split(';').map(number).collect()
}

/// Modifiers that are held down with arrows and the like change nothing here.
fn control_sequence(numbers: &[u16], last: u8) -> Option<UiEvent> {
    match (last, numbers) {
        (b'~', [number] | [number, _]) => numbered_key(*number).map(UiEvent::Key),
        (b'M', [code, x, y]) => mouse(code.checked_sub(32)?, *x, *y, true),
        // F3 is told as `ESC O R`; with `R` a terminal says where its cursor is.
        (letter, [1] | [1, _]) if letter != b'R' => cursor_key(letter).map(UiEvent::Key),
        _ => None,
    }
}

fn cursor_key(letter: u8) -> Option<Key> {
    Some(match letter {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'F' => Key::End,
        b'H' => Key::Home,
        b'P'..=b'S' => Key::F(letter - b'P' + 1),
        b'Z' => Key::BackTab,
        _ => return None,
    })
}

fn numbered_key(number: u16) -> Option<Key> {
    let function_key = |number: u16| u8::try_from(number).ok().map(Key::F);
    match number {
        1 | 7 => Some(Key::Home),
        3 => Some(Key::Delete),
        4 | 8 => Some(Key::End),
        5 => Some(Key::PageUp),
        6 => Some(Key::PageDown),
        // The numbers leave gaps where the keyboard of a VT220 does.
        11..=15 => function_key(number - 10),
        17..=21 => function_key(number - 11),
        23..=24 => function_key(number - 12),
        _ => None,
    }
}

/// `x` and `y` count from 1.
fn mouse(code: u16, x: u16, y: u16, pressed: bool) -> Option<UiEvent> {
    /// Shift, Alt and Ctrl.
    const MODIFIERS: u16 = 0b1_1100;
    match code & !MODIFIERS {
        0 if pressed => Some(UiEvent::Click { x: x.checked_sub(1)?, y: y.checked_sub(1)? }),
        64 => Some(UiEvent::Wheel(-WHEEL)),
        65 => Some(UiEvent::Wheel(WHEEL)),
        _ => None,
    }
}

fn key_of(character: &[u8]) -> Option<Key> {
    let c = std::str::from_utf8(character).ok()?.chars().next()?;
    Some(match c {
        // What sends Ctrl-J means Enter, and what sends Ctrl-H means Backspace: some terminals have no other key for them.
        '\r' | '\n' => Key::Enter,
        '\t' => Key::Tab,
        '\x7f' | '\x08' => Key::Backspace,
        '\0' => Key::Ctrl(' '),
        '\x01'..='\x1a' => Key::Ctrl(char::from(b'a' - 1 + u8::try_from(c).ok()?)),
        '\x1c'..='\x1f' => Key::Ctrl(char::from(b'4' - 0x1c + u8::try_from(c).ok()?)),
        _ => Key::Char(c),
    })
}
