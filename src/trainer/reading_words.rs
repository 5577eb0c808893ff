//! A reading in words.

use super::reading_aloud::{ReadingAloud, ReadingPace};
use crate::speech::messages::Messages;
use crate::tr;

/// What is asked for.
pub fn asked(words: &Messages, reading: &ReadingAloud) -> String {
    let (pace, seconds) = (reading.pace(), seconds(reading.due().as_millis()));
    if reading.counts_characters() {
        tr!(words, "reading-asked-characters", pace = pace, seconds = seconds)
    } else {
        tr!(words, "reading-asked-words", pace = pace, seconds = seconds)
    }
}

/// How it was; nothing before it was read.
pub fn told(words: &Messages, reading: &ReadingAloud) -> Option<String> {
    let (took, found, pace) = reading.result()?;
    let seconds = seconds(took.as_millis());
    let figures = if reading.counts_characters() {
        tr!(words, "reading-took-characters", seconds = seconds, found = found)
    } else {
        tr!(words, "reading-took-words", seconds = seconds, found = found)
    };
    let verdict = match pace {
        ReadingPace::Right => tr!(words, "reading-right"),
        ReadingPace::Fast => tr!(words, "reading-fast"),
        ReadingPace::Slow => tr!(words, "reading-slow"),
    };
    Some(format!("{figures}{}{verdict}", tr!(words, "between-sentences")))
}

/// Whole seconds, as a clock is read.
fn seconds(millis: u128) -> u64 {
    u64::try_from((millis + 500) / 1_000).unwrap_or(u64::MAX).max(1)
}
