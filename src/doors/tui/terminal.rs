//! This process' own terminal: taken over whole, and given back whole however the process ends.

use super::window::clamped;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use std::cell::RefCell;
use std::io::{self, Write};
use std::panic;
use std::rc::Rc;
use std::thread;

/// The terminal while we have it. Dropping it gives it back; so does a panic of the thread that took it, before its
/// message is printed. Other threads work in the background: when one of them fails, the session goes on, and its picture is not
/// written over.
#[derive(Debug)]
pub struct TerminalGuard(());

impl TerminalGuard {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// When it does not let itself be taken; it is whole then.
    pub fn new() -> io::Result<TerminalGuard> {
        let before = panic::take_hook();
        let owner = thread::current().id();
        panic::set_hook(Box::new(move |panicked| {
            if thread::current().id() == owner {
                give_back();
                before(panicked);
            }
        }));
        let guard = TerminalGuard(());
        take_over()?;
        Ok(guard)
    }
}

impl Drop for TerminalGuard {
    fn drop(&mut self) {
        give_back();
    }
}

/// Takes the terminal, as at the beginning and after it was given back for a while.
///
/// # Errors
/// When it does not let itself be taken.
pub(super) fn take_over() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableMouseCapture, EnableBracketedPaste)
}

/// Takes clicks, or leaves them to the terminal. Where it is gone, nobody clicks.
pub(super) fn take_clicks(mouse: bool) {
    let _ =
        if mouse { execute!(io::stdout(), EnableMouseCapture) } else { execute!(io::stdout(), DisableMouseCapture) };
}

/// Gives the terminal back, for a while or for good. Best effort: where it is gone, nobody is left to be told.
pub(super) fn give_back() {
    let _ = disable_raw_mode();
    let _ = execute!(
        io::stdout(),
        DisableBracketedPaste,
        DisableMouseCapture,
        LeaveAlternateScreen,
        crossterm::cursor::Show
    );
}

/// A backend that holds a frame back until it is whole: one write a frame, and none when nothing changed. ratatui's own
/// flushes at every cursor command. It asks the terminal nothing but its size, and not even that when it is told, so that
/// a session need not be on this process' own terminal.
pub struct BufferedBackend<W: Write> {
    inner: CrosstermBackend<Pending>,
    pending: Pending,
    out: W,
    /// Where the cursor is shown; none while it is hidden or unknown.
    cursor: Option<Position>,
    size: Option<(u16, u16)>,
}

/// What is not written yet.
#[derive(Clone, Default)]
struct Pending(Rc<RefCell<Vec<u8>>>);

impl Write for Pending {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<W: Write> BufferedBackend<W> {
    /// A backend for this process' own terminal.
    pub fn new(out: W) -> BufferedBackend<W> {
        let pending = Pending::default();
        BufferedBackend { inner: CrosstermBackend::new(pending.clone()), pending, out, cursor: None, size: None }
    }

    /// Where everything is drawn anew, nobody knows what has become of the cursor.
    fn forget_cursor(&mut self) -> io::Result<()> {
        self.cursor = None;
        self.inner.hide_cursor()
    }

    /// The same for a terminal elsewhere, of this size in cells.
    #[must_use]
    pub fn of_size(self, width: u16, height: u16) -> BufferedBackend<W> {
        BufferedBackend { size: Some((width, height)), ..self }
    }
}

impl<W: Write> Backend for BufferedBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut content = content.peekable();
        if content.peek().is_none() {
            return Ok(());
        }
        // Drawing moves the cursor; it must not be seen running about.
        self.hide_cursor()?;
        self.inner.draw(content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.cursor.take().is_some() { self.inner.hide_cursor() } else { Ok(()) }
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        // Shown together with its place, which ratatui sets next.
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.cursor == Some(position) {
            return Ok(());
        }
        self.inner.set_cursor_position(position)?;
        if self.cursor.replace(position).is_none() { self.inner.show_cursor() } else { Ok(()) }
    }

    fn clear(&mut self) -> io::Result<()> {
        self.forget_cursor()?;
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.forget_cursor()?;
        self.inner.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        let (width, height) = self.size.map_or_else(crossterm::terminal::size, Ok)?;
        let (width, height) = clamped(width, height);
        Ok(Size { width, height })
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::default() })
    }

    fn flush(&mut self) -> io::Result<()> {
        let mut pending = self.pending.0.borrow_mut();
        if pending.is_empty() {
            return Ok(());
        }
        self.out.write_all(&pending)?;
        pending.clear();
        self.out.flush()
    }
}
