//! Words with their tones, set in paragraphs and broken into rows. Where a line may end is decided by the speech room; this
//! keeps the tones and the indents right.

use super::theme::{Theme, Tone};
use crate::speech::line_breaking::break_lines;
use std::ops::Range;

/// Words with a meaning for the eye.
pub(super) type Span = (Tone, String);

/// Words that are set as one block: the first row starts at `indent`, the others at `hang` (in cells).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub indent: usize,
    pub hang: usize,
    pub spans: Vec<Span>,
}

/// One finished row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    pub indent: usize,
    pub spans: Vec<Span>,
}

impl Paragraph {
    pub(super) fn new(tone: Tone, words: impl Into<String>) -> Paragraph {
        Paragraph { indent: 0, hang: 0, spans: vec![(tone, words.into())] }
    }

    /// An empty row.
    pub(super) fn blank() -> Paragraph {
        Paragraph::default()
    }

    pub(super) fn and(mut self, tone: Tone, words: impl Into<String>) -> Paragraph {
        self.spans.push((tone, words.into()));
        self
    }

    pub(super) fn indented(mut self, indent: usize, hang: usize) -> Paragraph {
        (self.indent, self.hang) = (indent, hang);
        self
    }

    /// Its rows within `width` cells, in the glyphs of the theme (their widths differ, so they are chosen first).
    pub(super) fn rows(&self, width: usize, theme: Theme) -> Vec<Row> {
        let spans: Vec<Span> = self.spans.iter().map(|(tone, words)| (*tone, theme.text(words).into_owned())).collect();
        let whole: String = spans.iter().map(|(_, words)| words.as_str()).collect();
        // Where there is hardly room for a letter, an indent is the first to go.
        let (indent, hang) = if width > self.hang.max(self.indent) + 8 { (self.indent, self.hang) } else { (0, 0) };
        let lines = break_lines(&whole, width - indent, width - hang);
        let rows = lines
            .into_iter()
            .enumerate()
            .map(|(number, line)| Row { indent: if number == 0 { indent } else { hang }, spans: cut(&spans, line) });
        rows.collect()
    }
}

/// The spans of one line, which is a range of all their words.
fn cut(spans: &[Span], line: Range<usize>) -> Vec<Span> {
    let mut start = 0;
    let mut cut = Vec::new();
    for (tone, words) in spans {
        let (from, to) = (line.start.max(start), line.end.min(start + words.len()));
        if from < to {
            cut.push((*tone, words[from - start..to - start].to_owned()));
        }
        start += words.len();
    }
    cut
}

/// All rows of some paragraphs.
pub(super) fn rows(paragraphs: &[Paragraph], width: usize, theme: Theme) -> Vec<Row> {
    paragraphs.iter().flat_map(|paragraph| paragraph.rows(width, theme)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tones_survive_breaking() {
        let paragraph = Paragraph::new(Tone::Speaker, "Ms Lin").and(Tone::Plain, " nods slowly").indented(0, 2);
        let rows = paragraph.rows(14, Theme::PLAIN);
        assert_eq!(rows[0].spans, [(Tone::Speaker, "Ms Lin".to_owned()), (Tone::Plain, " nods".to_owned())]);
        assert_eq!((rows[1].indent, &*rows[1].spans[0].1), (2, "slowly"));
    }
}
