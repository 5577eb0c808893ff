//! Everything a learner sees in a terminal.
//!
//! [`run`] takes its backend, its events and its world from outside, so that a test, and later a remote session, is the
//! same door with another handle. A key becomes an action, the app answers with effects, and drawing changes nothing.

#![expect(clippy::disallowed_methods, reason = "it owns this process' terminal, and threads that wait and solve")]

mod action;
mod app;
mod canvas;
mod cells;
mod event_queue;
mod frame;
mod keys;
mod layout_key;
mod page;
mod prose;
mod screens;
mod session_runner;
mod solver_thread;
mod terminal;
mod theme;
mod ui_context;
mod ui_effect;
mod ui_event;
mod watch;
mod widgets;

pub use app::{Previewing, Start};
pub use event_queue::EventQueue;
pub use keys::Key;
pub use session_runner::{Language, Redraw, SessionDeps, SessionRunner, Solving};
pub use terminal::{BufferedBackend, TerminalGuard, background, glyphs};
pub use theme::{Colours, Glyphs, Theme};
pub use ui_event::UiEvent;

use ratatui::Terminal;
use ratatui::backend::Backend;
use std::io;

/// The largest window that is drawn, in cells: a terminal that claims more would have us allocate without measure.
const LARGEST: (u16, u16) = (500, 200);

/// A window size that can be drawn.
fn clamped(width: u16, height: u16) -> (u16, u16) {
    (width.clamp(1, LARGEST.0), height.clamp(1, LARGEST.1))
}

/// Whether this terminal may be asked for its background, so that accents can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accents {
    Ask,
    /// Under `NO_COLOR`, and inside a multiplexer, which would answer for itself.
    None,
}

/// Runs a session on this process' own terminal, and gives it back whole.
///
/// # Errors
/// When the terminal cannot be taken over or drawn on.
pub fn run_here(mut world: SessionDeps, accents: Accents) -> io::Result<()> {
    let events = EventQueue::of_signals()?;
    let guard = TerminalGuard::new()?;
    world.theme.colours = match accents {
        Accents::Ask => background(),
        Accents::None => Colours::None,
    };
    // A terminal that answered once answers again, so this costs no time.
    if world.theme.colours != Colours::None && world.theme.glyphs == Glyphs::Unicode {
        world.theme.glyphs = terminal::glyphs();
    }
    let events = events.with_terminal()?;
    let mut terminal = Terminal::new(BufferedBackend::new(io::stdout()))?;
    let ran = run(&mut terminal, events, world);
    drop(guard);
    match ran {
        // Nobody is left to be told anything; the play is kept.
        Err(why) if is_gone(&why) => Ok(()),
        ran => ran,
    }
}

/// Whether drawing failed because the terminal is gone: a hung-up terminal answers with EIO, which has no kind of its own.
fn is_gone(why: &io::Error) -> bool {
    const EIO: i32 = 5;
    why.kind() == io::ErrorKind::BrokenPipe || why.raw_os_error() == Some(EIO)
}

/// Runs a session until the learner leaves or the terminal is gone.
///
/// # Errors
/// What the backend says when it cannot draw.
pub fn run<B: Backend>(terminal: &mut Terminal<B>, mut events: EventQueue, world: SessionDeps) -> Result<(), B::Error> {
    let mut door = SessionRunner::open(world, &events, terminal)?;
    door.draw(terminal)?;
    loop {
        match door.take(events.next()) {
            Redraw::Over => return Ok(()),
            Redraw::Same => {}
            Redraw::Changed => door.draw(terminal)?,
        }
    }
}
