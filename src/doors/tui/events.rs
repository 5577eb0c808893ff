//! What happens at the terminal, in a type of our own, from one queue: keys, the window, signals, and answers of work
//! that was done aside.

use super::keys::{Key, key_of};
use super::solve::SolveResponse;
use crate::author::preview::PreviewVersion;
use crate::base::diagnostic::Diagnostic;
use crossterm::event::{self, Event, MouseButton, MouseEvent, MouseEventKind};
use std::io::{self, IsTerminal};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

#[derive(Clone, Debug)]
pub enum Happening {
    Key(Key),
    Click {
        x: u16,
        y: u16,
    },
    /// Rows, downwards.
    Wheel(i8),
    Paste(String),
    Resized(u16, u16),
    /// The solver found something out.
    Solved(SolveResponse),
    /// The file of the preview says something else now.
    Version(Box<PreviewVersion>),
    /// What playing the version with this number in every way has found.
    Checked {
        version: usize,
        diagnostics: Vec<Diagnostic>,
    },
    /// Look at the file of the preview now, and play it in every way before the next picture, so that a test knows when.
    Look,
    /// A signal came, the terminal is gone, or a script is at its end.
    Leave,
}

/// The queue that [`super::recorded_play`] reads.
#[derive(Debug)]
pub struct Events {
    sender: Sender<Happening>,
    receiver: Receiver<Happening>,
}

impl Events {
    /// A script, as tests write it. At its end the session is left.
    pub fn scripted(script: impl IntoIterator<Item = Happening>) -> Events {
        let events = Events::queue();
        for happening in script.into_iter().chain([Happening::Leave]) {
            // The receiver is at hand, so nothing can be lost.
            let _ = events.sender.send(happening);
        }
        events
    }

    /// A queue that hears SIGINT, SIGTERM and SIGHUP from now on: they say that it is time to leave. Make it before the
    /// [`super::TerminalGuard`], or a signal may find the terminal taken and nobody to give it back.
    ///
    /// # Errors
    /// When the system refuses the signals or a thread.
    pub fn of_signals() -> io::Result<Events> {
        let events = Events::queue();
        #[cfg(unix)]
        watch_signals(events.sender.clone())?;
        Ok(events)
    }

    /// The same queue, which hears from now on also what happens at this process' terminal. Whatever the terminal is to
    /// be asked, ask it before.
    ///
    /// # Errors
    /// When the system refuses a thread.
    pub fn with_terminal(self) -> io::Result<Events> {
        let (sender, watcher) = (self.sender.clone(), self.sender.clone());
        thread::Builder::new().name("keys".to_owned()).spawn(move || read_keys(&sender))?;
        thread::Builder::new().name("terminal".to_owned()).spawn(move || watch_terminal(&watcher))?;
        Ok(self)
    }

    fn queue() -> Events {
        let (sender, receiver) = channel();
        Events { sender, receiver }
    }

    pub(super) fn sender(&self) -> Sender<Happening> {
        self.sender.clone()
    }

    /// Waits for what happens next.
    pub(super) fn next(&mut self) -> Happening {
        self.receiver.recv().unwrap_or(Happening::Leave)
    }
}

#[cfg(unix)]
fn watch_signals(sender: Sender<Happening>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    let watch = move || {
        for _ in signals.forever() {
            if sender.send(Happening::Leave).is_err() {
                return;
            }
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(watch).map(|_| ())
}

/// Tells when the terminal is gone. Where SIGHUP is ignored nobody else does: crossterm 0.29 then spins inside its
/// reading and never comes back (its issue 793).
fn watch_terminal(sender: &Sender<Happening>) {
    let is_there = || io::stdin().is_terminal() || io::stdout().is_terminal();
    while is_there() {
        thread::sleep(Duration::from_secs(1));
    }
    // Where nobody listens the session is over already.
    let _ = sender.send(Happening::Leave);
}

/// Reads the terminal until it cannot be read or nobody listens.
fn read_keys(sender: &Sender<Happening>) {
    // With the first look crossterm begins to hear of new sizes; one that came before is asked for.
    let looked = event::poll(Duration::ZERO);
    if let (Ok(_), Ok((width, height))) = (looked, crossterm::terminal::size()) {
        // Where nobody listens, the loop below finds it out.
        let _ = sender.send(Happening::Resized(width, height));
    }
    loop {
        let happening = event::read().map_or(Some(Happening::Leave), happening_of);
        let gone = matches!(happening, Some(Happening::Leave));
        let unheard = happening.is_some_and(|happening| sender.send(happening).is_err());
        if gone || unheard {
            return;
        }
    }
}

fn happening_of(event: Event) -> Option<Happening> {
    match event {
        Event::Key(key) => key_of(&key).map(Happening::Key),
        Event::Paste(words) => Some(Happening::Paste(words)),
        Event::Resize(width, height) => Some(Happening::Resized(width, height)),
        Event::Mouse(MouseEvent { kind, column, row, .. }) => match kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Happening::Click { x: column, y: row }),
            MouseEventKind::ScrollDown => Some(Happening::Wheel(3)),
            MouseEventKind::ScrollUp => Some(Happening::Wheel(-3)),
            _ => None,
        },
        Event::FocusGained | Event::FocusLost => None,
    }
}
