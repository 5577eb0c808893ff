//! Line breaking, for Chinese and for English, and the cutting of what is too long. ratatui's own wrap writes past the
//! edge and panics on Chinese, so text is broken here, and only finished lines are drawn or written. It knows widths in
//! cells, and neither tones nor pages.
//!
//! ICU decides where a line may end (strict rules); unicode-width decides where it must.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Where the lines of `words` stand: the first within `first` cells, the others within `rest`. Spaces and line feeds at
/// the end of a line belong to none. Words without a line feed in them give at least one line.
pub fn break_lines(words: &str, first: usize, rest: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut from = 0;
    for hard in words.split('\n') {
        break_hard_line(hard, from, first.max(2), rest.max(2), &mut lines);
        from += hard.len() + 1;
    }
    lines
}

/// The lines of `words`, each within `width` cells.
pub fn lines(words: &str, width: usize) -> Vec<&str> {
    break_lines(words, width, width).into_iter().map(|line| &words[line]).collect()
}

/// Breaks a line that holds no line feed; `offset` is where it stands in the whole.
fn break_hard_line(words: &str, offset: usize, first: usize, rest: usize, lines: &mut Vec<Range<usize>>) {
    let room = |lines: &Vec<Range<usize>>| if lines.is_empty() { first } else { rest };
    let mut line = 0..0;
    let mut start = 0;
    for end in opportunities(words) {
        let piece = start..end;
        start = end;
        if ends_within(words, &line, piece.end, room(lines)) {
            line.end = piece.end;
            continue;
        }
        if !line.is_empty() {
            lines.push(trimmed(words, &line, offset));
            line = piece.start..piece.start;
        }
        // A token wider than a line is cut at the edge.
        for cut in words[piece.clone()].grapheme_indices(true).map(|(at, g)| piece.start + at + g.len()) {
            if !ends_within(words, &line, cut, room(lines)) && !line.is_empty() {
                lines.push(trimmed(words, &line, offset));
                line.start = line.end;
            }
            line.end = cut;
        }
    }
    lines.push(trimmed(words, &line, offset));
}

/// Whether the line still fits when it goes on to `end`; spaces at its end hang over the edge.
fn ends_within(words: &str, line: &Range<usize>, end: usize, room: usize) -> bool {
    words[line.start..end].trim_end_matches(' ').width() <= room
}

fn trimmed(words: &str, line: &Range<usize>, offset: usize) -> Range<usize> {
    let kept = words[line.clone()].trim_end_matches(' ').len();
    offset + line.start..offset + line.start + kept
}

/// Where a line may end. Curly quotes are ambiguous to ICU; beside Chinese they are brackets, and are shown to it as
/// corner brackets, which have as many bytes, so that offsets hold.
fn opportunities(words: &str) -> Vec<usize> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    let segmenter = LineSegmenter::new_for_non_complex_scripts(options);
    let copy = with_brackets(words);
    segmenter.segment_str(&copy).filter(|at| *at > 0).collect()
}

fn with_brackets(words: &str) -> String {
    let wide = |c: Option<char>| c.is_some_and(|c| c.width() == Some(2));
    let mut before = None;
    let mut rest = words.chars().peekable();
    let mut copy = String::with_capacity(words.len());
    while let Some(c) = rest.next() {
        let chinese = wide(before) || wide(rest.peek().copied());
        copy.push(match c {
            '“' if chinese => '「',
            '”' if chinese => '」',
            '‘' if chinese => '『',
            '’' if chinese => '』',
            c => c,
        });
        before = Some(c);
    }
    copy
}

/// The words cut to `width` cells, with `…` where something is missing.
pub fn fit(words: &str, width: usize, ellipsis: &str) -> String {
    if words.width() <= width {
        return words.to_owned();
    }
    let room = width.saturating_sub(ellipsis.width());
    let mut used = 0;
    let kept = words.graphemes(true).take_while(|g| {
        used += g.width();
        used <= room
    });
    let kept: String = kept.collect();
    if width < ellipsis.width() { kept } else { kept.trim_end().to_owned() + ellipsis }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{Strategy, prop, prop_assert, prop_assert_eq, proptest};

    #[test]
    fn chinese_keeps_its_marks_where_they_belong() {
        assert_eq!(lines("她说：“你好，请进。”门开了。", 10), ["她说：“你", "好，请", "进。”门开", "了。"]);
        assert_eq!(lines("（十分钟）之后", 4), ["（十", "分", "钟）", "之后"]);
    }

    #[test]
    fn english_breaks_at_spaces_and_keeps_its_apostrophes() {
        assert_eq!(lines("“I don’t know,” she says.", 9), ["“I don’t", "know,”", "she says."]);
        assert_eq!(lines("a\n\nb ", 9), ["a", "", "b"]);
    }

    #[test]
    fn chinese_and_english_break_where_they_meet() {
        assert_eq!(lines("ring the bell once", 8), ["ring the", "bell", "once"]);
        assert_eq!(lines("站着等半分钟，再按", 8), ["站着等半", "分钟，再", "按"]);
        assert_eq!(lines("一二三四，五", 8), ["一二三", "四，五"], "a comma never begins a line");
        assert_eq!(lines("一二三“四五", 8), ["一二三", "“四五"], "an opening mark never ends one");
        assert_eq!(lines("abcdefghij", 4), ["abcd", "efgh", "ij"]);
    }

    #[test]
    fn an_overlong_token_is_cut_at_the_edge() {
        assert_eq!(lines("ab basic.conduct.visit", 6), ["ab", "basic.", "conduc", "t.visi", "t"]);
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        assert_eq!(fit("门开了一条缝", 7, "…"), "门开了…");
        assert_eq!(fit("door", 4, "…"), "door");
        assert_eq!(fit("门", 1, "..."), "");
    }

    /// Prose as it is written: Chinese and English words, with the marks that belong to them.
    fn prose() -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "门",
            "开了",
            "一条缝",
            "您好",
            "，",
            "。",
            "！",
            "？",
            "“请进。”",
            "（轻声）",
            "《标准》",
            "：",
            "……",
            "——",
            " door ",
            "it’s ",
            "“Yes,” ",
            "she said. ",
            "45 cm ",
            "10:05",
            "，“好”",
            "、",
            "WiFi",
            "\n",
        ]);
        prop::collection::vec(word, 0..40).prop_map(|words| words.concat())
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_room_and_nothing_is_lost(words in "\\PC{0,80}|[门，。“”（） a-z\n]{0,80}", width in 2usize..40) {
            let broken = lines(&words, width);
            for line in &broken {
                prop_assert!(line.width() <= width || line.graphemes(true).count() == 1, "{line:?}");
            }
            let kept: String = broken.concat().split([' ', '\n']).collect();
            prop_assert_eq!(kept, words.split([' ', '\n']).collect::<String>());
        }

        #[test]
        fn no_line_begins_or_ends_with_a_mark_that_may_not(words in prose(), width in 24usize..80) {
            // Nobody writes a mark at the beginning of a paragraph, or after a space.
            let marks = ['，', '。', '！', '？', '：', '、', '…', '—'];
            let words = marks.iter().fold(words, |words, mark| words.replace(&format!(" {mark}"), &mark.to_string()));
            for hard in words.split('\n') {
                let broken = lines(hard.trim_start_matches(marks), width);
                for line in &broken[1..] {
                    prop_assert!(!line.starts_with(['，', '。', '！', '？', '”', '）', '》', '、', '：']), "{broken:?}");
                }
                for line in &broken[..broken.len() - 1] {
                    prop_assert!(!line.ends_with(['“', '（', '《']), "{broken:?}");
                }
            }
        }
    }
}
