//! Reads a console that tells its keys one by one, such as that of Windows.

use super::gate::InputGate;
use super::question::Replies;
use crate::doors::tui::keys::Key;
use crate::doors::tui::ui_event::UiEvent;
use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind, read,
};
use std::sync::mpsc::Sender;
use std::time::Duration;

/// Reads until the console is gone or nobody listens. Nothing comes in pieces here, and nothing is asked.
pub(crate) fn read_terminal(sender: &Sender<UiEvent>, _moment: Duration, _replies: Option<Replies>, gate: &InputGate) {
    loop {
        let event = read().map_or(Some(UiEvent::Leave), event_of);
        let gone = matches!(event, Some(UiEvent::Leave));
        let unheard = event.filter(|_| gone || !gate.is_closed()).is_some_and(|event| sender.send(event).is_err());
        if gone || unheard {
            return;
        }
    }
}

fn event_of(event: Event) -> Option<UiEvent> {
    match event {
        Event::Key(key) => key_of(&key).map(UiEvent::Key),
        Event::Paste(words) => Some(UiEvent::Paste(words)),
        Event::Resize(width, height) => Some(UiEvent::Resized(width, height)),
        Event::Mouse(MouseEvent { kind, column, row, .. }) => match kind {
            MouseEventKind::Down(MouseButton::Left) => Some(UiEvent::Click { x: column, y: row }),
            MouseEventKind::ScrollDown => Some(UiEvent::Wheel(3)),
            MouseEventKind::ScrollUp => Some(UiEvent::Wheel(-3)),
            _ => None,
        },
        Event::FocusGained | Event::FocusLost => None,
    }
}

/// The key of a terminal event; none for releases and for keys that this program does not know.
fn key_of(event: &KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    Some(match event.code {
        KeyCode::Char('h' | 'H') if ctrl => Key::Backspace,
        KeyCode::Char('j' | 'J') if ctrl => Key::Enter,
        KeyCode::Char(c) if ctrl => Key::Ctrl(c.to_ascii_lowercase()),
        KeyCode::Char(_) if event.modifiers.contains(KeyModifiers::ALT) => return None,
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::F(number) => Key::F(number),
        _ => return None,
    })
}
