//! The one queue of what happens: what the terminal says, signals, and answers of work that was done aside.

use super::input::{InputGate, Replies, read_terminal};
use super::ui_event::UiEvent;
use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// The queue that [`super::run`] reads.
#[derive(Debug)]
pub struct EventQueue {
    sender: Sender<UiEvent>,
    receiver: Receiver<UiEvent>,
    /// What came already and was only looked at.
    waiting: VecDeque<UiEvent>,
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

    /// A queue that hears SIGINT, SIGTERM and SIGHUP from now on, which say that it is time to leave, that the window has
    /// another size, and that the program is to stop or goes on. Make it before the [`super::TerminalGuard`], or a signal may find the terminal taken and nobody to
    /// give it back.
    ///
    /// # Errors
    /// When the system refuses the signals or a thread.
    pub fn of_signals() -> io::Result<EventQueue> {
        let events = EventQueue::queue();
        #[cfg(unix)]
        watch_signals(events.sender.clone())?;
        Ok(events)
    }

    /// The same queue, which hears from now on also what happens at this process' terminal. The rest of a sequence that
    /// has begun is waited for as long as `moment`; `replies` are there where the terminal was asked something. Nothing
    /// that is typed comes through a closed `gate`.
    ///
    /// # Errors
    /// When the system refuses a thread.
    pub(super) fn with_terminal(
        self,
        moment: Duration,
        replies: Option<Replies>,
        gate: InputGate,
    ) -> io::Result<EventQueue> {
        let sender = self.sender.clone();
        thread::Builder::new().name("keys".to_owned()).spawn(move || read_terminal(&sender, moment, replies, &gate))?;
        Ok(self)
    }

    fn queue() -> EventQueue {
        let (sender, receiver) = channel();
        EventQueue { sender, receiver, waiting: VecDeque::new() }
    }

    pub(super) fn sender(&self) -> Sender<UiEvent> {
        self.sender.clone()
    }

    /// Waits for what happens next.
    pub(super) fn next(&mut self) -> UiEvent {
        let waiting = self.waiting.pop_front();
        waiting.unwrap_or_else(|| self.receiver.recv().unwrap_or(UiEvent::Leave))
    }

    /// Waits no longer than this for what happens next; that time went by, if nothing did.
    pub(super) fn next_within(&mut self, most: Duration) -> UiEvent {
        let waiting = self.waiting.pop_front();
        waiting.unwrap_or_else(|| match self.receiver.recv_timeout(most) {
            Ok(event) => event,
            Err(RecvTimeoutError::Timeout) => UiEvent::Tick,
            Err(RecvTimeoutError::Disconnected) => UiEvent::Leave,
        })
    }

    /// Drops what was typed and is not taken yet; everything else stays in its order.
    pub(super) fn drop_input(&mut self) {
        self.waiting.extend(self.receiver.try_iter());
        self.waiting.retain(|event| !event.is_input());
    }
}

#[cfg(unix)]
fn watch_signals(sender: Sender<UiEvent>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    let mut signals = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT])?;
    let watch = move || {
        for signal in signals.forever() {
            let event = match (signal, crossterm::terminal::size()) {
                (SIGWINCH, Ok((width, height))) => UiEvent::Resized(width, height),
                (SIGWINCH, Err(_)) => continue,
                (SIGTSTP, _) => UiEvent::Stop,
                (SIGCONT, _) => UiEvent::GoneOn,
                _ => UiEvent::Leave,
            };
            if sender.send(event).is_err() {
                return;
            }
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(watch).map(|_| ())
}
