//! The one queue of what happens: what the terminal says, signals, and answers of work that was done aside.

use super::keys::key_of;
use super::ui_event::UiEvent;
use crossterm::event::{self as terminal, Event, MouseButton, MouseEvent, MouseEventKind};
use std::io::{self, IsTerminal};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// The queue that [`super::run`] reads.
#[derive(Debug)]
pub struct EventQueue {
    sender: Sender<UiEvent>,
    receiver: Receiver<UiEvent>,
}

impl EventQueue {
    /// A script, as tests write it. At its end the session is left.
    pub fn scripted(script: impl IntoIterator<Item = UiEvent>) -> EventQueue {
        let events = EventQueue::queue();
        for event in script.into_iter().chain([UiEvent::Leave]) {
            // The receiver is at hand, so nothing can be lost.
            let _ = events.sender.send(event);
        }
        events
    }

    /// A queue that hears SIGINT, SIGTERM and SIGHUP from now on: they say that it is time to leave. Make it before the
    /// [`super::TerminalGuard`], or a signal may find the terminal taken and nobody to give it back.
    ///
    /// # Errors
    /// When the system refuses the signals or a thread.
    pub fn of_signals() -> io::Result<EventQueue> {
        let events = EventQueue::queue();
        #[cfg(unix)]
        watch_signals(events.sender.clone())?;
        Ok(events)
    }

    /// The same queue, which hears from now on also what happens at this process' terminal. Whatever the terminal is to
    /// be asked, ask it before.
    ///
    /// # Errors
    /// When the system refuses a thread.
    pub fn with_terminal(self) -> io::Result<EventQueue> {
        let (sender, watcher) = (self.sender.clone(), self.sender.clone());
        thread::Builder::new().name("keys".to_owned()).spawn(move || read_keys(&sender))?;
        thread::Builder::new().name("terminal".to_owned()).spawn(move || watch_terminal(&watcher))?;
        Ok(self)
    }

    fn queue() -> EventQueue {
        let (sender, receiver) = channel();
        EventQueue { sender, receiver }
    }

    pub(super) fn sender(&self) -> Sender<UiEvent> {
        self.sender.clone()
    }

    /// Waits for what happens next.
    pub(super) fn next(&mut self) -> UiEvent {
        self.receiver.recv().unwrap_or(UiEvent::Leave)
    }
}

#[cfg(unix)]
fn watch_signals(sender: Sender<UiEvent>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    let watch = move || {
        for _ in signals.forever() {
            if sender.send(UiEvent::Leave).is_err() {
                return;
            }
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(watch).map(|_| ())
}

/// Tells when the terminal is gone. Where SIGHUP is ignored nobody else does: crossterm 0.29 then spins inside its
/// reading and never comes back (its issue 793).
fn watch_terminal(sender: &Sender<UiEvent>) {
    let is_there = || io::stdin().is_terminal() || io::stdout().is_terminal();
    while is_there() {
        thread::sleep(Duration::from_secs(1));
    }
    // Where nobody listens the session is over already.
    let _ = sender.send(UiEvent::Leave);
}

/// Reads the terminal until it cannot be read or nobody listens.
fn read_keys(sender: &Sender<UiEvent>) {
    // With the first look crossterm begins to hear of new sizes; one that came before is asked for.
    let looked = terminal::poll(Duration::ZERO);
    if let (Ok(_), Ok((width, height))) = (looked, crossterm::terminal::size()) {
        // Where nobody listens, the loop below finds it out.
        let _ = sender.send(UiEvent::Resized(width, height));
    }
    loop {
        let event = terminal::read().map_or(Some(UiEvent::Leave), ui_event_of);
        let gone = matches!(event, Some(UiEvent::Leave));
        let unheard = event.is_some_and(|event| sender.send(event).is_err());
        if gone || unheard {
            return;
        }
    }
}

fn ui_event_of(event: Event) -> Option<UiEvent> {
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
