//! Reads the terminal in the background, and says when a moment has passed.

use super::decoder::{Decoder, Heard, WaitsFor};
use super::gate::InputGate;
use super::question::Replies;
use crate::doors::tui::ui_event::UiEvent;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};
use std::io;
use std::sync::mpsc::Sender;
use std::time::Duration;

/// How long the rest of a sequence that was given up may still come.
const LATE: Duration = Duration::from_secs(3);

/// Reads until the terminal is gone or nobody listens. The rest of a sequence is waited for as long as `moment`; `replies`
/// are none where nothing was asked. What comes while the gate is closed is dropped.
pub(crate) fn read_terminal(
    sender: &Sender<UiEvent>,
    moment: Duration,
    mut replies: Option<Replies>,
    gate: &InputGate,
) {
    let mut decoder = Decoder::default();
    let mut bytes = [0; 4096];
    loop {
        let patience = match decoder.waits_for() {
            WaitsFor::Anything => None,
            WaitsFor::Rest => Some(moment),
            WaitsFor::LateRest => Some(LATE),
        };
        let heard = match receive(patience, &mut bytes) {
            Ok(Received::Bytes(_)) if gate.is_closed() => {
                decoder = Decoder::default();
                continue;
            }
            Ok(Received::Bytes(count)) => decoder.hear(&bytes[..count]),
            Ok(Received::Nothing) => decoder.silence(),
            Err(_) => {
                // Where nobody listens the session is over already.
                let _ = sender.send(UiEvent::Leave);
                return;
            }
        };
        for heard in heard {
            let event = match heard {
                Heard::Event(event) => Some(event),
                Heard::Reply(reply) => replies.as_mut().and_then(|replies| replies.take(&reply)),
            };
            if event.is_some_and(|event| sender.send(event).is_err()) {
                return;
            }
        }
    }
}

enum Received {
    Bytes(usize),
    /// Nobody had the patience.
    Nothing,
}

/// Waits for what the terminal sends next.
///
/// # Errors
/// When the terminal is gone.
fn receive(patience: Option<Duration>, bytes: &mut [u8]) -> Result<Received, Errno> {
    let terminal = io::stdin();
    let patience = patience.and_then(|patience| Timespec::try_from(patience).ok());
    loop {
        let mut watched = [PollFd::new(&terminal, PollFlags::IN)];
        match poll(&mut watched, patience.as_ref()) {
            Ok(0) => return Ok(Received::Nothing),
            Ok(_) => {}
            Err(Errno::INTR) => continue,
            Err(why) => return Err(why),
        }
        match read(&terminal, &mut *bytes) {
            Ok(0) => return Err(Errno::IO),
            Ok(count) => return Ok(Received::Bytes(count)),
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(why) => return Err(why),
        }
    }
}
