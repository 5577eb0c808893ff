//! A sitting as text: its format in the first line, then a line an event. Each line ends with a seal over itself and all
//! that stands before it, so nothing in the middle can be changed, taken out or put in without a trace. Whoever has the
//! program can of course seal a text of her own: what a sitting is worth is another question, and is told with its result.

use super::error::StoreError;
use super::sitting_line::{json_of, line_of};
use crate::base::hex;
use crate::record::sitting::SittingLine;
use sha2::{Digest, Sha256};
use std::path::Path;

/// The first line. A later format is told to be newer.
const FIRST: &str = "{\"sitting\":1}";
const NEWER: &str = "{\"sitting\":";

/// The digits of a seal.
const SEAL: usize = 32;

/// A sitting's text, and the seal of its last line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SittingText {
    /// The whole text.
    pub(super) text: String,
    /// The seal of its last line.
    pub(super) seal: String,
}

/// What a text holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ReadSitting {
    /// Its events.
    pub(super) lines: Vec<SittingLine>,
    /// The seal of each.
    pub(super) seals: Vec<String>,
    /// The text as far as it is whole.
    pub(super) held: SittingText,
    /// Whether a last line was cut off.
    pub(super) is_torn: bool,
}

/// Why a text is no sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SittingTextFault {
    /// It is of this newer format.
    Newer(u32),
    /// This line, from 1, is not what was written.
    Changed(usize),
}

impl SittingTextFault {
    /// The same of a file.
    pub(super) fn of(self, path: &Path) -> StoreError {
        match self {
            SittingTextFault::Newer(format) => StoreError::Newer { path: path.to_owned(), format },
            SittingTextFault::Changed(line) => StoreError::SittingChanged { path: path.to_owned(), line },
        }
    }
}

impl SittingText {
    /// A sitting in which nothing happened yet.
    pub(super) fn empty() -> SittingText {
        SittingText { text: format!("{FIRST}\n"), seal: seal("", FIRST) }
    }

    /// Adds an event, and returns its line with its end; none for one that cannot be written.
    pub(super) fn push(&mut self, line: &SittingLine) -> Option<String> {
        let json = json_of(line)?;
        self.seal = seal(&self.seal, &json);
        let added = format!("{json} {}\n", self.seal);
        self.text += &added;
        Some(added)
    }

    /// Reads a sitting. A last line without an end is what a kill leaves: it was never told to be kept.
    ///
    /// # Errors
    /// The first line that is not what was written.
    pub(super) fn read(bytes: &[u8]) -> Result<ReadSitting, SittingTextFault> {
        let mut read = ReadSitting { lines: Vec::new(), seals: Vec::new(), held: SittingText::empty(), is_torn: false };
        let mut parts = bytes.split_inclusive(|byte| *byte == b'\n').zip(1..);
        let first = parts.next().map_or(&[][..], |(line, _)| line);
        if first != format!("{FIRST}\n").as_bytes() {
            return Err(newer(first).map_or(SittingTextFault::Changed(1), SittingTextFault::Newer));
        }
        for (line, number) in parts {
            if !line.ends_with(b"\n") {
                read.is_torn = true;
                break;
            }
            let changed = SittingTextFault::Changed(number);
            let told = str::from_utf8(line).ok().and_then(|line| line.strip_suffix('\n')).ok_or(changed)?;
            let (json, sealed) = told.split_at_checked(told.len().saturating_sub(SEAL + 1)).ok_or(changed)?;
            let event = line_of(json).ok_or(changed)?;
            let is_ours = read.held.push(&event).is_some_and(|own| own.as_bytes() == line);
            if !is_ours || sealed.len() != SEAL + 1 {
                return Err(changed);
            }
            read.lines.push(event);
            read.seals.push(read.held.seal.clone());
        }
        Ok(read)
    }
}

/// The newer format that a first line names.
fn newer(first: &[u8]) -> Option<u32> {
    let number = str::from_utf8(first).ok()?.trim_end().strip_prefix(NEWER)?.strip_suffix('}')?;
    number.parse().ok().filter(|format| *format > 1)
}

/// The seal of a line behind another one.
fn seal(before: &str, json: &str) -> String {
    let digest = Sha256::new().chain_update(before).chain_update("\n").chain_update(json).finalize();
    hex::digits(&digest[..SEAL / 2])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::chance::Seed;
    use crate::base::text::Lang;
    use crate::record::sitting::{ClosedBecause, ExamPaper, PaperItem, PaperVisit, SittingBegun, SittingEvent};
    use std::time::Duration;

    fn lines() -> Vec<SittingLine> {
        let items = vec![PaperItem { question: "q_one".into(), block: 0 }];
        let visits = vec![PaperVisit { scenario: "customer_not_home".into(), seed: Seed::new(7) }];
        let begun = SittingBegun {
            exam: "basic".into(),
            candidate: "李娜".into(),
            language: Lang::new("zh").expect("a tag"),
            seed: Seed::new(9),
            paper: ExamPaper { items: items.clone(), visits },
            minutes: 70,
            extra_minutes: 17,
            key_hash: "k".into(),
            standard_hash: "s".into(),
            rules: 3,
            proctor: Some("罗主任".into()),
        };
        let events = vec![
            SittingEvent::Begun(Box::new(begun)),
            SittingEvent::Shown(0),
            SittingEvent::Answered { item: 0, reply: vec![vec![1], vec![0, 2]] },
            SittingEvent::Flagged { item: 0, on: true },
            SittingEvent::Resumed,
            SittingEvent::VisitBegun(0),
            SittingEvent::Chose { visit: 0, choice: "ring".into() },
            SittingEvent::VisitLeft(0),
            SittingEvent::Closed(ClosedBecause::HandedIn),
            SittingEvent::Further { items, minutes: 20, key_hash: Some("k2".into()) },
            SittingEvent::Closed(ClosedBecause::TimeUp),
            SittingEvent::Witnessed { proctor: "罗主任".into(), code: "0123456789AB".into() },
        ];
        let at = "2026-03-01T09:00:00.25Z".parse().expect("a moment");
        let line = |(second, what)| SittingLine { at, used: Duration::from_secs(second), what };
        (0..).zip(events).map(line).collect()
    }

    fn text() -> String {
        let mut text = SittingText::empty();
        for line in lines() {
            assert!(text.push(&line).is_some());
        }
        text.text
    }

    #[test]
    fn what_was_written_is_what_is_read() {
        let read = SittingText::read(text().as_bytes()).expect("it was written so");
        assert_eq!((read.lines, read.held.text, read.is_torn), (lines(), text(), false));
    }

    #[test]
    fn each_flipped_byte_is_seen() {
        let whole = text();
        for at in 0..whole.len() {
            for bit in [1_u8, 0x20, 0x80] {
                let mut bytes = whole.clone().into_bytes();
                bytes[at] ^= bit;
                match SittingText::read(&bytes) {
                    Err(SittingTextFault::Changed(_) | SittingTextFault::Newer(_)) => {}
                    // Without its last end of line a text is one that was cut off, and its last event is gone.
                    Ok(read) => assert!(at == whole.len() - 1 && read.is_torn, "byte {at}"),
                }
            }
        }
    }

    #[test]
    fn a_line_taken_out_put_in_or_moved_is_seen() {
        let whole = text();
        let all: Vec<&str> = whole.split_inclusive('\n').collect();
        for at in 1..all.len() - 1 {
            let without: String = all.iter().enumerate().filter(|(own, _)| *own != at).map(|(_, line)| *line).collect();
            assert!(SittingText::read(without.as_bytes()).is_err(), "without line {at}");
            let mut moved = all.clone();
            moved.swap(at, at + usize::from(at + 1 < all.len()));
            assert!(SittingText::read(moved.concat().as_bytes()).is_err(), "line {at} moved");
        }
    }

    #[test]
    fn a_text_cut_anywhere_holds_what_came_before() {
        let whole = text();
        for end in FIRST.len() + 1..whole.len() {
            let read = SittingText::read(&whole.as_bytes()[..end]).expect("whole lines and a torn one");
            assert_eq!(read.lines, lines()[..read.lines.len()]);
            assert_eq!(read.is_torn, whole.as_bytes()[end - 1] != b'\n');
            assert!(whole.starts_with(&read.held.text));
        }
    }

    #[test]
    fn a_newer_format_is_told() {
        assert_eq!(SittingText::read(b"{\"sitting\":7}\n"), Err(SittingTextFault::Newer(7)));
        assert_eq!(SittingText::read(b""), Err(SittingTextFault::Changed(1)));
    }
}
