//! Lines out and lines in: what is said is broken at the width of the terminal, what is typed is read a line at a time. It
//! knows no rooms and no plays.

use crate::base::text::make_safe;
use crate::doors::tui::{Colours, Glyphs, Theme};
use crate::speech::line_breaking::lines;
use crate::speech::messages::Messages;
use crate::tr;
use std::io::{self, BufRead, Read, Write};

/// Two streams, and how they are written on.
pub struct Dialog<'w> {
    pub input: &'w mut dyn BufRead,
    pub out: &'w mut dyn Write,
    /// In how many cells a line has room; none where nobody counts them.
    pub width: Option<usize>,
    pub glyphs: Glyphs,
    /// Whether somebody sits at a terminal: only then can nobody know whether more is going to be typed.
    pub is_terminal: bool,
}

/// Why a dialog is over.
#[derive(Debug)]
pub enum PlainExit {
    /// The learner asked to leave.
    Left,
    /// The input ended: nothing more will be typed.
    InputEnded,
    /// The input or the output failed.
    Broken(io::Error),
}

/// What comes of a dialog, unless it is over.
pub(super) type Spoken<T> = Result<T, PlainExit>;

/// The longest line that is read as one, in bytes.
const LINE: u64 = 4096;

impl Dialog<'_> {
    /// Says something, a paragraph or more.
    pub(super) fn say(&mut self, words: &str) -> Spoken<()> {
        let theme = Theme { colours: Colours::None, glyphs: self.glyphs };
        for paragraph in make_safe_lines(words) {
            let paragraph = theme.text(&paragraph);
            match self.width {
                None => writeln!(self.out, "{paragraph}")?,
                Some(width) => {
                    lines(&paragraph, width).into_iter().try_for_each(|line| writeln!(self.out, "{line}"))?;
                }
            }
        }
        Ok(())
    }

    /// Says one thing after the other.
    pub(super) fn say_all(&mut self, all: &[String]) -> Spoken<()> {
        all.iter().try_for_each(|words| self.say(words))
    }

    /// Says at once that something is worked out, because it may take a while.
    pub(super) fn tell_at_once(&mut self, words: &Messages) -> Spoken<()> {
        self.say(&tr!(words, "plain-working"))?;
        Ok(self.out.flush()?)
    }

    /// Reads the next line, without the spaces around it. Bytes that are no text make a wrong answer, not the end.
    pub(super) fn hear(&mut self) -> Spoken<String> {
        self.out.flush()?;
        if self.is_terminal {
            drop_typeahead();
        }
        let mut line = Vec::new();
        let read = (&mut *self.input).take(LINE).read_until(b'\n', &mut line)?;
        if read == 0 {
            return Err(PlainExit::InputEnded);
        }
        Ok(String::from_utf8_lossy(&line).trim().to_owned())
    }

    /// Whether anything more can be typed; at a terminal it always can.
    pub(super) fn goes_on(&mut self) -> Spoken<bool> {
        self.out.flush()?;
        Ok(self.is_terminal || !self.input.fill_buf()?.is_empty())
    }
}

/// What was typed before anybody could know what is asked answers nothing.
fn drop_typeahead() {
    // Where a terminal cannot drop it, it is read.
    #[cfg(unix)]
    let _ = rustix::termios::tcflush(io::stdin(), rustix::termios::QueueSelector::IFlush);
}

fn make_safe_lines(words: &str) -> Vec<String> {
    words.split('\n').map(make_safe).collect()
}

impl From<io::Error> for PlainExit {
    fn from(why: io::Error) -> PlainExit {
        PlainExit::Broken(why)
    }
}
