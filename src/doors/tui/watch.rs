//! Watching a scenario's file in the background, while its author plays: one thread reads and validates, a second plays
//! what is valid in every way, so that a long search never keeps the next version waiting.

use super::ui_event::UiEvent;
use crate::author::preview::PreviewVersion;
use crate::store::Watched;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// How long nothing is looked at between two looks. A person who saves and looks up notices a quarter of a second as now.
const PAUSE: Duration = Duration::from_millis(250);

/// While this is held, the file is looked at.
#[derive(Debug)]
pub(super) struct Watch(#[expect(dead_code, reason = "dropping it is what tells the thread to stop")] Sender<()>);

/// Looks at the file until the watch is dropped, and puts what it says into the queue of events.
///
/// # Errors
/// When the system refuses a thread.
pub(super) fn watch_aside(watched: Watched, events: Sender<UiEvent>) -> io::Result<Watch> {
    let (watch, held) = channel();
    let (versions, valid) = channel();
    let checks = events.clone();
    thread::Builder::new().name("check".to_owned()).spawn(move || check_versions(&valid, &checks))?;
    thread::Builder::new().name("watch".to_owned()).spawn(move || watch_file(watched, &events, &versions, &held))?;
    Ok(Watch(watch))
}

fn watch_file(
    mut watched: Watched,
    events: &Sender<UiEvent>,
    versions: &Sender<(usize, Box<PreviewVersion>)>,
    held: &Receiver<()>,
) {
    let mut number = 0;
    loop {
        if let Some(version) = watched.version().map(Box::new) {
            number += 1;
            let unheard = events.send(UiEvent::Version(version.clone())).is_err();
            if unheard || versions.send((number, version)).is_err() {
                return;
            }
        }
        match held.recv_timeout(PAUSE) {
            Err(RecvTimeoutError::Timeout) => {}
            Ok(()) | Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// Plays the newest version in every way; those that were overtaken are left out.
fn check_versions(valid: &Receiver<(usize, Box<PreviewVersion>)>, events: &Sender<UiEvent>) {
    while let Ok(first) = valid.recv() {
        let (version, newest) = valid.try_iter().last().unwrap_or(first);
        let diagnostics = newest.check();
        if events.send(UiEvent::Checked { version, diagnostics }).is_err() {
            return;
        }
    }
}
