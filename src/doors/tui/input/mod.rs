//! What a terminal sends, taken apart: keys, clicks, pastes, and replies to what it was asked.
//!
//! crossterm keeps a sequence that never ends for ever, and every key after it (its issue 1060), and takes a reply that
//! says where the cursor is for F3. Here what is unfinished is given up after a moment, and only what a keyboard, a mouse
//! or a clipboard sends is an event. Windows tells its keys one by one, so there crossterm reads them.

#[cfg(unix)]
mod piece; // where a key, a sequence or a reply ends
#[cfg(unix)]
mod meaning; // what a whole piece means
#[cfg(unix)]
mod decoder; // bytes as they come, cut anywhere
mod gate; // whether what is typed counts
mod question; // what a terminal is asked, and what its replies say
#[cfg(unix)]
mod reader; // the terminal, in the background
#[cfg(not(unix))]
mod console; // the same where keys come one by one

#[cfg(not(unix))]
pub(super) use console::read_terminal;
pub(super) use gate::InputGate;
pub(super) use question::{Replies, ask};
#[cfg(unix)]
pub(super) use reader::read_terminal;
