//! This process' own terminal: taken over whole, and given back whole however the process ends.

use super::theme::{Colours, Glyphs};
use super::window::clamped;
use crossterm::cursor::MoveTo;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::execute;
use crossterm::style::Print;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use std::cell::RefCell;
use std::io::{self, Write};
use std::panic;
use std::rc::Rc;
use std::thread;
use std::time::Duration;

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
        enable_raw_mode()?;
        let guard = TerminalGuard(());
        execute!(io::stdout(), EnterAlternateScreen, EnableMouseCapture, EnableBracketedPaste)?;
        Ok(guard)
    }
}

impl Drop for TerminalGuard {
    fn drop(&mut self) {
        give_back();
    }
}

/// Best effort: where the terminal is gone, nobody is left to be told.
fn give_back() {
    let _ = disable_raw_mode();
    let _ = execute!(
        io::stdout(),
        DisableBracketedPaste,
        DisableMouseCapture,
        LeaveAlternateScreen,
        crossterm::cursor::Show
    );
}

/// Whether accents may be used on this terminal: only where it says what its background is. Ask after the [`TerminalGuard`] is
/// there, and not at all under `NO_COLOR` or inside a multiplexer, which answers for itself.
pub fn background() -> Colours {
    use terminal_colorsaurus::{QueryOptions, ThemeMode, theme_mode};
    let mut options = QueryOptions::default();
    options.timeout = Duration::from_millis(200);
    match theme_mode(options) {
        Ok(ThemeMode::Dark) => Colours::OnDark,
        Ok(ThemeMode::Light) => Colours::OnLight,
        Err(_) => Colours::None,
    }
}

/// Whether this terminal draws curly quotes and the like one cell wide, as everything here is measured: one is printed,
/// and the terminal is asked where its cursor went. Ask after the [`TerminalGuard`] is there and before the events are read; a
/// terminal that does not answer costs two seconds, so ask only where it did answer [`background`], or is known to.
pub fn glyphs() -> Glyphs {
    let print = || -> io::Result<u16> {
        execute!(io::stdout(), MoveTo(0, 0), Print("“"))?;
        let (column, _) = crossterm::cursor::position()?;
        execute!(io::stdout(), MoveTo(0, 0), Print("  "))?;
        Ok(column)
    };
    match print() {
        Ok(2..) => Glyphs::Ascii,
        Ok(_) | Err(_) => Glyphs::Unicode,
    }
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
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
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
