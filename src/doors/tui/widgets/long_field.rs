//! A field for a sentence: it wraps over up to three rows, and shows those around the cursor.

use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::cells;
use crate::doors::tui::theme::Tone;
use ratatui::layout::Rect;
use std::ops::Range;
use tui_input::Input;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many rows it has at most.
const MOST_ROWS: usize = 3;

/// How many rows it takes in this width.
pub(crate) fn height(field: &Input, width: usize) -> usize {
    lines(field.value(), width).len().min(MOST_ROWS)
}

/// Draws it over the rows of an area, blank where nothing is typed.
pub(crate) fn draw(canvas: &mut Canvas, field: &Input, area: Rect) {
    let all = lines(field.value(), usize::from(area.width));
    let at = field.value().char_indices().nth(field.cursor()).map_or(field.value().len(), |(at, _)| at);
    let line = all.iter().rposition(|line| line.start <= at).unwrap_or(0);
    let room = usize::from(area.height).max(1);
    let first = (line + 1).saturating_sub(room);
    for (y, own) in (area.y..area.bottom()).zip(all.get(first..).unwrap_or_default()) {
        canvas.put(area.x, y, area.right(), Tone::Plain, &" ".repeat(usize::from(area.width)));
        canvas.put(area.x, y, area.right(), Tone::Strong, &field.value()[own.clone()]);
    }
    let before = &field.value()[all.get(line).map_or(0, |own| own.start)..at];
    canvas.cursor(area.x + cells(before.width()).min(area.width.saturating_sub(1)), area.y + cells(line - first));
}

/// The rows of what was typed, one behind the other: broken behind a space where one is near, else anywhere. The last has
/// room for the cursor.
fn lines(typed: &str, width: usize) -> Vec<Range<usize>> {
    let room = width.saturating_sub(1).max(1);
    let (mut all, mut from, mut used, mut space) = (Vec::new(), 0, 0, None);
    for (at, grapheme) in typed.grapheme_indices(true) {
        let own = grapheme.width();
        if used + own > room && at > from {
            let end = if grapheme == " " { at } else { space.unwrap_or(at) };
            all.push(from..end);
            (from, used, space) = (end, typed[end..at].width(), None);
        }
        used += own;
        if grapheme == " " {
            space = Some(at + grapheme.len());
        }
    }
    all.push(from..typed.len());
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(typed: &str, width: usize) -> Vec<&str> {
        lines(typed, width).into_iter().map(|line| &typed[line]).collect()
    }

    #[test]
    fn a_sentence_is_broken_behind_spaces_and_chinese_anywhere() {
        assert_eq!(rows("Hello, is that Mr Ding?", 12), ["Hello, is ", "that Mr ", "Ding?"]);
        assert_eq!(rows("您好请问是丁先生吗", 11), ["您好请问是", "丁先生吗"]);
        assert_eq!(rows("Aaaaaaaaaaaaaaa b", 9), ["Aaaaaaaa", "aaaaaaa ", "b"]);
        assert_eq!(rows("", 9), [""]);
    }

    #[test]
    fn every_byte_is_in_one_row_and_no_row_is_wider_than_its_room() {
        for typed in ["a b  c   dddddddddddd e", "您 好 ab 您好您好cd", "👩‍👩‍👧 和 e\u{301}e\u{301}e\u{301}"]
        {
            for width in 3..12 {
                let rows = rows(typed, width);
                assert_eq!(rows.concat(), typed);
                assert!(rows.iter().all(|row| row.trim_end().width() < width), "{width}: {rows:?}");
            }
        }
    }
}
