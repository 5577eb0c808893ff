//! From a session and a terminal to its end: what happens is taken, and what changed is drawn.

use super::event_queue::EventQueue;
use super::holder::{StopAsked, StopOutcome, TerminalHolder};
use super::input::{InputGate, Replies, ask};
use super::session_runner::{Redraw, SessionDeps, SessionRunner};
use super::terminal::{BufferedBackend, TerminalGuard};
use super::theme::Colours;
use super::ui_event::UiEvent;
use crate::store::StoreError;
use ratatui::Terminal;
use ratatui::backend::Backend;
use std::io;
use std::time::Duration;

/// How this process' own terminal is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connection {
    pub accents: Accents,
    /// Whether what is typed comes over a network, which may hold up half of a sequence.
    pub remote: bool,
}

/// Whether this terminal may be asked for its background, so that accents can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accents {
    Ask,
    /// Over a network, where an answer may come late, and inside a multiplexer, which would answer for itself: the
    /// terminal's own palette is used without a question.
    Own,
    /// Under `NO_COLOR`, and where there are no colours.
    None,
}

impl Connection {
    /// How long the rest of a sequence is waited for. No terminal takes so long, and who pressed Esc does not notice.
    fn moment(self) -> Duration {
        Duration::from_millis(if self.remote { 300 } else { 100 })
    }
}

/// Runs a session on this process' own terminal, and gives it back whole. Why something that was done is not saved comes
/// back, if it is not.
///
/// # Errors
/// When the terminal cannot be taken over or drawn on.
pub fn run_here(mut world: SessionDeps, connection: Connection) -> io::Result<Option<StoreError>> {
    let events = EventQueue::of_signals()?;
    let guard = TerminalGuard::new()?;
    let replies = match connection.accents {
        Accents::Ask => {
            ask(&mut io::stdout(), world.theme.glyphs)?;
            Some(Replies::default())
        }
        Accents::Own => {
            world.theme.colours = Colours::Own;
            None
        }
        Accents::None => None,
    };
    let gate = InputGate::default();
    let events = events.with_terminal(connection.moment(), replies, gate.clone())?;
    let mut own = Terminal::new(BufferedBackend::new(io::stdout()))?;
    let (ran, unsaved) = run_to_the_end(&mut own, events, world, TerminalHolder::own(guard, gate));
    match ran {
        // Nobody is left to be told anything but the exit code.
        Err(why) if !is_gone(&why) => Err(why),
        _ => Ok(unsaved),
    }
}

/// Whether drawing failed because the terminal is gone: a hung-up terminal answers with EIO, which has no kind of its own.
fn is_gone(why: &io::Error) -> bool {
    const EIO: i32 = 5;
    why.kind() == io::ErrorKind::BrokenPipe || why.raw_os_error() == Some(EIO)
}

/// Runs a session until the learner leaves or the terminal is gone. Why something that was done is not saved comes back,
/// if it is not.
///
/// # Errors
/// What the backend says when it cannot draw.
pub fn run<B: Backend>(
    terminal: &mut Terminal<B>,
    events: EventQueue,
    world: SessionDeps,
) -> Result<Option<StoreError>, B::Error> {
    let (ran, unsaved) = run_to_the_end(terminal, events, world, TerminalHolder::Elsewhere);
    ran.map(|()| unsaved)
}

/// However it ends, what is not saved is known, and the terminal is given back.
fn run_to_the_end<B: Backend>(
    terminal: &mut Terminal<B>,
    events: EventQueue,
    world: SessionDeps,
    holder: TerminalHolder,
) -> (Result<(), B::Error>, Option<StoreError>) {
    match SessionRunner::open(world, &events, terminal) {
        Err(why) => (Err(why), None),
        Ok(mut session) => (go_on(&mut session, events, terminal, holder), session.close()),
    }
}

fn go_on<B: Backend>(
    session: &mut SessionRunner,
    mut events: EventQueue,
    terminal: &mut Terminal<B>,
    mut holder: TerminalHolder,
) -> Result<(), B::Error> {
    holder.set_mouse(session.takes_clicks());
    session.draw(terminal)?;
    loop {
        let event = match session.looks_again_after() {
            Some(most) => events.next_within(most),
            None => events.next(),
        };
        let redraw = match event {
            UiEvent::Stop => stop(session, &mut events, &mut holder, StopAsked::BySignal),
            UiEvent::GoneOn if holder.went_on() => Redraw::Anew,
            event => match session.take(event) {
                Redraw::Stop => stop(session, &mut events, &mut holder, StopAsked::ByKey),
                other => other,
            },
        };
        holder.set_mouse(session.takes_clicks());
        match redraw {
            Redraw::Over => return Ok(()),
            Redraw::Same | Redraw::Stop => {}
            Redraw::Changed => session.draw(terminal)?,
            Redraw::Anew => {
                terminal.clear()?;
                session.draw(terminal)?;
            }
        }
    }
}

/// Stops until the program is to go on. What was typed meanwhile means nothing here.
fn stop(session: &mut SessionRunner, events: &mut EventQueue, holder: &mut TerminalHolder, asked: StopAsked) -> Redraw {
    match holder.stop(asked) {
        StopOutcome::Yes => {
            events.drop_input();
            Redraw::Anew
        }
        StopOutcome::No => session.take(UiEvent::CannotStop),
    }
}
