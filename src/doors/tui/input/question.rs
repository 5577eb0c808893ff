//! What a terminal is asked when a session begins, and what its replies say. Nobody waits for them: the session is drawn
//! plainly, and anew when they come.

use crate::doors::tui::theme::{Colours, Glyphs};
use crate::doors::tui::ui_event::UiEvent;
use std::io::{self, Write};
use xterm_color::Color;

/// Asks for the colours. They end with BEL, because old releases of urxvt end their reply as the question ends, and wrongly
/// with the other end.
const COLOURS: &[u8] = b"\x1b]10;?\x07\x1b]11;?\x07";

/// Draws a curly quote in the corner, asks where the cursor went, and takes the quote away again.
const WIDTH: &[u8] = "\x1b[H“\x1b[6n\x1b[H  ".as_bytes();

/// What the terminal replied so far.
#[derive(Debug, Default)]
pub(crate) struct Replies {
    foreground: Option<Color>,
    background: Option<Color>,
}

/// Asks whether the background is dark, and, where curly quotes and the like are to be drawn, whether they are one cell
/// wide, as everything here is measured.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn ask(out: &mut impl Write, glyphs: Glyphs) -> io::Result<()> {
    if glyphs == Glyphs::Unicode {
        out.write_all(WIDTH)?;
    }
    out.write_all(COLOURS)?;
    out.flush()
}

impl Replies {
    /// Takes a reply; what follows from it for what is drawn.
    pub(super) fn take(&mut self, reply: &[u8]) -> Option<UiEvent> {
        // The quote was drawn in the first column, so the cursor should stand in the second.
        if reply == b"\x1b[1;3R" {
            return Some(UiEvent::Glyphs(Glyphs::Ascii));
        }
        let colour = |prefix: &[u8]| {
            let rest = reply.strip_prefix(prefix)?;
            let colour = rest.strip_suffix(b"\x07").or_else(|| rest.strip_suffix(b"\x1b\\"))?;
            Color::parse(colour).ok()
        };
        if let Some(foreground) = colour(b"\x1b]10;") {
            self.foreground = Some(foreground);
        } else if let Some(background) = colour(b"\x1b]11;") {
            self.background = Some(background);
        } else {
            return None;
        }
        let (foreground, background) = (self.foreground.as_ref()?, self.background.as_ref()?);
        Some(UiEvent::Colours(colours(foreground.perceived_lightness(), background.perceived_lightness())))
    }
}

/// Of a lightness from 0 to 1.
fn colours(foreground: f32, background: f32) -> Colours {
    let middle = 0.5;
    let dark = background < foreground || background <= foreground && background <= middle;
    if dark { Colours::OnDark } else { Colours::OnLight }
}
