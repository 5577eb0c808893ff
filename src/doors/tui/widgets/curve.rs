//! The evaluation curve: the best score still reachable, move by move. Heights, signs and numbers say it all, so that it
//! is read without colour and in ASCII.
//!
//! ```text
//! 100 ████████▆▆▆▆▆▆▆▆
//!  80 ────────────────✗─────────  a pass needs 80
//!     ████████████████▃▃▃▃▃▃▃▃▃▃▃
//!     ███████████████████████████
//!   0 ███████████████████████████
//!         ?!      ??      ▲
//! ```
//!
//! The line of the pass has a row of its own, and a part of the scale on either side of it.

use crate::doors::tui::cells::cells;
use crate::doors::tui::prose::{Row, Span};
use crate::doors::tui::theme::{Theme, Tone};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// What is drawn.
pub(crate) struct Curve<'c> {
    /// Hundredths of a percent: before the first move, then after each.
    pub reachable: &'c [u32],
    /// By move: the sign of its label.
    pub signs: &'c [&'static str],
    pub pass_mark: u32,
    /// The move with which the pass was lost.
    pub no_return: Option<usize>,
    pub focus: Option<usize>,
    /// Said beside the line of the pass.
    pub caption: &'c str,
}

/// A curve in rows, and where each move stands on it.
#[derive(Clone, Debug, Default)]
pub(crate) struct DrawnCurve {
    pub rows: Vec<Row>,
    /// By move: its cells from the left edge; several moves share theirs where there are more of them than cells.
    pub columns: Vec<Range<usize>>,
}

/// The scale at the left.
const SCALE: usize = 4;
/// No move is wider, so that few moves look like few.
const WIDEST: usize = 6;

impl Curve<'_> {
    /// Within `width` cells, with so many rows for the scale (at least 2), and two or three more.
    pub(crate) fn draw(&self, width: usize, levels: usize, theme: Theme) -> DrawnCurve {
        let columns = self.columns(width.saturating_sub(SCALE).max(1));
        let (above, below) = self.bands(u32::from(cells(levels)));
        let mut rows = Vec::with_capacity(levels + 2);
        rows.extend((0..above.rows).rev().map(|level| self.level(&columns, &above, level, theme)));
        rows.push(self.line(&columns, width, theme));
        rows.extend((0..below.rows).rev().map(|level| self.level(&columns, &below, level, theme)));
        label(rows.first_mut(), "100");
        label(rows.last_mut(), "0");
        rows.extend(self.signs(&columns, theme));
        let columns = (1..self.reachable.len()).map(|step| columns[column_of(step, &columns)].cells()).collect();
        DrawnCurve { rows, columns }
    }

    /// The parts of the scale above and below the line of the pass; each has at least one of so many rows.
    fn bands(&self, rows: u32) -> (Band, Band) {
        let pass_mark = self.pass_mark.min(99);
        let above = ((rows * (100 - pass_mark) + 50) / 100).clamp(1, rows - 1);
        let pass = pass_mark * 100;
        (Band { low: pass, high: 10_000, rows: above }, Band { low: 0, high: pass, rows: rows - above })
    }

    /// The columns from left to right: which steps each shows, and how wide it is.
    fn columns(&self, room: usize) -> Vec<CurveColumn> {
        let steps = self.reachable.len().max(1);
        let wide = (room / steps).clamp(1, WIDEST);
        let each = steps.div_ceil(room);
        let column = |number: usize| {
            let first = number * each;
            CurveColumn { steps: first..(first + each).min(steps), from: SCALE + number * wide, wide }
        };
        (0..steps.div_ceil(each)).map(column).collect()
    }

    /// One row of bars: the `level`th of a band, from below.
    fn level(&self, columns: &[CurveColumn], band: &Band, level: u32, theme: Theme) -> Row {
        let mut row = blank();
        for column in columns {
            // The curve never rises, so the last of several steps is the lowest.
            let value = self.reachable.get(column.steps.end - 1).copied().unwrap_or(0);
            row.spans.push((Tone::Plain, theme.filled(band.eighths(level, value)).repeat(column.wide)));
        }
        row
    }

    /// The line of the pass, with a sign where the pass was lost.
    fn line(&self, columns: &[CurveColumn], width: usize, theme: Theme) -> Row {
        let lost = self.no_return.map(|turn| column_of(turn + 1, columns));
        let mut spans: Vec<Span> = vec![(Tone::Dim, format!("{:>3} ", self.pass_mark))];
        for (number, column) in columns.iter().enumerate() {
            let rule = theme.rule();
            if lost == Some(number) {
                let (tone, sign) = theme.entry(crate::play::scoring::EntryKind::Broken);
                spans.push((tone, sign.to_owned()));
                spans.push((Tone::Dim, rule.repeat(column.wide - 1)));
            } else {
                spans.push((Tone::Dim, rule.repeat(column.wide)));
            }
        }
        let room = width.saturating_sub(columns.last().map_or(SCALE, |column| column.from + column.wide));
        let caption = format!("{}  {}", theme.rule(), theme.text(self.caption));
        if caption.width() <= room {
            spans.push((Tone::Dim, caption));
        }
        Row { indent: 0, spans }
    }

    /// Below the bars: what the moves were, and which is in focus. Signs that would touch stand in two rows.
    fn signs(&self, columns: &[CurveColumn], theme: Theme) -> Vec<Row> {
        let focus = self.focus.map(|turn| column_of(turn + 1, columns));
        let mut lines = vec![SignLine::default()];
        for (number, column) in columns.iter().enumerate() {
            // Of several moves the worst sign is shown: the longest, and `??` before `?!`.
            let turns = column.steps.clone().filter_map(|step| step.checked_sub(1));
            let sign = turns.filter_map(|turn| self.signs.get(turn)).max_by_key(|sign| (sign.len(), **sign));
            let mut words = sign.copied().unwrap_or_default().to_owned();
            let tone = if focus == Some(number) { Tone::Strong } else { Tone::Bad };
            if focus == Some(number) {
                words.insert_str(0, theme.more_above());
            }
            if words.is_empty() {
                continue;
            }
            if lines.len() == 1 && !lines[0].has_room(column.from) {
                lines.push(SignLine::default());
            }
            let free = lines.iter().position(|line| line.has_room(column.from));
            let shorter = if lines[0].end <= lines[lines.len() - 1].end { 0 } else { lines.len() - 1 };
            lines[free.unwrap_or(shorter)].put(column.from, tone, words);
        }
        lines.into_iter().map(|line| line.row).collect()
    }
}

/// A row of signs, and where the last of them ends.
#[derive(Default)]
struct SignLine {
    row: Row,
    end: usize,
}

impl SignLine {
    /// Whether a sign that begins here stands apart from the last.
    fn has_room(&self, from: usize) -> bool {
        self.end == 0 || self.end < from
    }

    /// Puts a sign here, or behind the last where that has no end before it.
    fn put(&mut self, from: usize, tone: Tone, words: String) {
        let from = from.max(self.end);
        self.row.spans.push((Tone::Dim, " ".repeat(from - self.end)));
        self.end = from + words.width();
        self.row.spans.push((tone, words));
    }
}

/// A part of the scale, and how many rows show it.
struct Band {
    /// Hundredths of a percent.
    low: u32,
    high: u32,
    rows: u32,
}

impl Band {
    /// How far a value fills the `level`th row from below, in eighths.
    fn eighths(&self, level: u32, value: u32) -> u32 {
        let all = value.saturating_sub(self.low) * 8 * self.rows / (self.high - self.low).max(1);
        all.saturating_sub(8 * level).min(8)
    }
}

/// One column of the curve: the steps that it shows, and its cells from the left edge.
struct CurveColumn {
    steps: Range<usize>,
    from: usize,
    wide: usize,
}

impl CurveColumn {
    fn cells(&self) -> Range<usize> {
        self.from..self.from + self.wide
    }
}

fn column_of(step: usize, columns: &[CurveColumn]) -> usize {
    columns.iter().position(|column| column.steps.contains(&step)).unwrap_or(0)
}

fn blank() -> Row {
    Row { indent: 0, spans: vec![(Tone::Dim, " ".repeat(SCALE))] }
}

fn label(row: Option<&mut Row>, words: &str) {
    if let Some(first) = row.and_then(|row| row.spans.first_mut()) {
        first.1 = format!("{words:>3} ");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doors::tui::theme::{Colours, Glyphs};

    fn drawn(curve: &Curve, width: usize, glyphs: Glyphs) -> Vec<String> {
        let theme = Theme { colours: Colours::None, glyphs };
        let row = |row: &Row| row.spans.iter().map(|(_, words)| words.as_str()).collect::<String>();
        curve.draw(width, 5, theme).rows.iter().map(|own| row(own).trim_end().to_owned()).collect()
    }

    const CURVE: Curve = Curve {
        reachable: &[10_000, 10_000, 9_000, 5_000, 0],
        signs: &["", "?!", "??", ""],
        pass_mark: 80,
        no_return: Some(2),
        focus: Some(2),
        caption: "pass",
    };

    #[test]
    fn heights_the_lost_pass_and_the_focus_are_seen_without_colour() {
        let expected = [
            "100 ████████████▄▄▄▄▄▄",
            " 80 ──────────────────✗────────────  pass",
            "    ██████████████████",
            "    ██████████████████▄▄▄▄▄▄",
            "    ████████████████████████",
            "  0 ████████████████████████",
            "                ?!    ▲??",
        ];
        assert_eq!(drawn(&CURVE, 60, Glyphs::Unicode), expected);
    }

    #[test]
    fn the_same_in_ascii() {
        let rows = drawn(&CURVE, 60, Glyphs::Ascii);
        assert!(rows.iter().all(|row| row.is_ascii()), "{rows:?}");
        assert_eq!(rows[0], "100 ############======");
    }

    #[test]
    fn more_moves_than_cells_share_them_and_none_is_lost() {
        let reachable: Vec<u32> = (0..=300).map(|step| 10_000 - step * 30).collect();
        let signs = vec!["?"; 300];
        let curve = Curve { reachable: &reachable, signs: &signs, no_return: Some(66), focus: Some(299), ..CURVE };
        let all = curve.draw(60, 5, Theme::PLAIN);
        assert_eq!(all.columns.len(), 300);
        assert!(all.columns.iter().all(|cells| cells.end <= 60));
        assert!(drawn(&curve, 60, Glyphs::Unicode)[6..].iter().any(|row| row.ends_with("▲?")));
    }

    #[test]
    fn signs_of_neighbours_never_read_as_one() {
        let reachable = [10_000; 27];
        let signs = ["?!", "??", "?", "??", "", "?!"].repeat(5);
        let curve = Curve { reachable: &reachable, signs: &signs[..26], no_return: None, focus: Some(1), ..CURVE };
        let rows = drawn(&curve, 60, Glyphs::Unicode);
        let (first, second) = (&rows[6], &rows[7]);
        assert!(first.starts_with("      ?!  ? ??"), "{first}");
        assert!(second.starts_with("        ▲?? "), "{second}");
        let touching = |row: &str| row.split_whitespace().any(|own| !["?!", "??", "?", "▲??"].contains(&own));
        assert!(!touching(first) && !touching(second), "{first}\n{second}");
    }

    #[test]
    fn any_pass_mark_leaves_a_part_of_the_scale_on_either_side() {
        for pass_mark in [0, 1, 50, 99, 100] {
            let rows = drawn(&Curve { pass_mark, ..CURVE }, 60, Glyphs::Unicode);
            assert_eq!(rows.len(), 7);
            assert!(rows[0].starts_with("100 █") && rows[5].starts_with("  0 █"), "{pass_mark}: {rows:?}");
        }
    }
}
