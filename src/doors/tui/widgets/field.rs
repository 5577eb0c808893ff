//! A field of one line, with the real cursor in it.

use crate::base::text::make_safe;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::cells;
use crate::doors::tui::theme::Tone;
use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What is typed is kept this short, in characters: names and searches are.
pub(crate) const LONGEST: usize = 64;

/// Takes a change, as far as the field has room. What a keyboard or a clipboard brings is made safe.
pub(crate) fn edit(field: &mut Input, request: InputRequest) {
    edit_within(field, request, LONGEST);
}

/// The same in a field of this many characters.
pub(crate) fn edit_within(field: &mut Input, request: InputRequest, longest: usize) {
    match request {
        InputRequest::InsertChar(_) if field.value().chars().count() >= longest => {}
        InputRequest::InsertChar(c) => insert(field, &c.to_string()),
        other => {
            field.handle(other);
        }
    }
}

/// Takes what was pasted: its first line.
pub(crate) fn paste(field: &mut Input, words: &str) {
    let room = LONGEST.saturating_sub(field.value().chars().count());
    let line: String = words.lines().next().unwrap_or_default().chars().take(room).collect();
    insert(field, &line);
}

/// Takes what was pasted into a field of this many characters, its lines as one; whether there was room for all of it.
pub(crate) fn paste_within(field: &mut Input, words: &str, longest: usize) -> bool {
    let room = longest.saturating_sub(field.value().chars().count());
    let line: String = words.chars().take(room).map(|c| if c == '\n' || c == '\r' { ' ' } else { c }).collect();
    let fits = line.len() == words.len();
    insert(field, &line);
    fits
}

fn insert(field: &mut Input, words: &str) {
    for c in make_safe(words).chars() {
        field.handle(InputRequest::InsertChar(c));
    }
}

/// Draws a field from `x` to `end`, scrolled so that the cursor is in it.
pub(crate) fn draw(canvas: &mut Canvas, field: &Input, x: u16, y: u16, end: u16) {
    let room = usize::from(end.saturating_sub(x + 1));
    let before: String = field.value().chars().take(field.cursor()).collect();
    // Whole graphemes are dropped at the left until the cursor fits.
    let mut from = 0;
    for (at, grapheme) in before.grapheme_indices(true) {
        if before[from..].width() <= room {
            break;
        }
        from = at + grapheme.len();
    }
    canvas.put(x, y, end, Tone::Strong, &field.value()[from..]);
    canvas.cursor(x + cells(before[from..].width().min(room)), y);
}
