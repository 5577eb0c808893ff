//! Everything a learner sees in a terminal.
//!
//! [`run`] takes its backend, its events and its world from outside, so that a test, and later a remote session, is the
//! same door with another handle. A key becomes an action, the app answers with effects, and drawing changes nothing.

#![expect(clippy::disallowed_methods, reason = "it owns this process' terminal, and threads that wait and solve")]

mod action; // what a key or a click means
mod cells; // counts in the units of the screen
mod window; // how large a window may be
mod theme; // how things look, by what they mean
mod prose; // paragraphs, broken into rows
mod canvas; // the surface that screens draw on
mod page; // a text longer than its window
mod keys; // the table of keys
mod frame; // what stands around every screen
mod columns; // columns side by side
mod widgets; // pieces that more than one screen draws
mod exam_exchange; // what is asked for a sitting, and told of it
mod desk_start; // what the trainer's desk is handed
mod ui_effect; // what the app asks of the outside
mod ui_event; // what the outside tells the app
mod ui_context; // what all screens share
mod layout_key; // what rows were laid out for
mod screens; // the screens
mod pace; // a pause after every reply
mod app; // between an event and a picture
mod app_desk; // what it does at a trainer's desk
mod app_exams; // what it does when an exam is told of
mod input; // what a terminal sends, taken apart
mod event_queue; // keys, clicks and signals, in a queue
mod solver_thread; // the solver, in the background
mod watch; // the file of a preview, in the background
mod session_runner; // the app in its world
mod journal_keeper; // what it writes of what was learnt
mod sitting_keeper; // the sittings that it keeps
mod desk_keeper; // what a trainer's desk asks for
mod learner_keeper; // who is known, changed
mod terminal; // this process' own terminal
mod holder; // who holds the terminal
mod run; // a session from its first picture to its last

pub use app::{Previewing, Start};
pub use desk_start::DeskStart;
pub use event_queue::EventQueue;
pub use keys::{Key, keys_of_a_play};
pub use pace::Pause;
pub use run::{Accents, Connection, run, run_here};
pub use session_runner::{Language, Redraw, SessionDeps, SessionRunner, Solving};
pub use terminal::{BufferedBackend, TerminalGuard};
pub use theme::{Colours, Glyphs, Theme};
pub use ui_event::UiEvent;
