//! A journal as text: its format in the first line, then a line an event. What cannot be understood is named by its line;
//! the lines that can be are kept to the letter, also where a newer version has written more than is understood.

use super::journal_line::event_of;
use crate::record::day::Day;
use crate::record::journal::{EventKey, JournalEvent};
use crate::record::trusted_days::trusted_days;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use std::str;

/// The format that is written. A later one is told to be newer.
const FORMAT: u32 = 1;

/// What a journal holds, as far as it can be understood.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct JournalText {
    /// In the order of the file, each once.
    pub(super) events: Vec<JournalEvent>,
    /// The whole file without what is damaged.
    pub(super) text: String,
    /// The lines that make no sense, counted from 1.
    pub(super) damaged: Vec<usize>,
    /// Whether the last line was cut off.
    pub(super) is_torn: bool,
    /// Whether the file is not as `text` is.
    pub(super) differs: bool,
}

/// The first line.
#[derive(Serialize, Deserialize)]
struct FormatSpec {
    format: u32,
}

/// A journal in which nothing happened yet.
pub(super) fn empty_text() -> String {
    format!("{{\"format\":{FORMAT}}}\n")
}

/// Reads a journal.
///
/// # Errors
/// The format of one that a newer version has written.
pub(super) fn read_journal_text(bytes: &[u8]) -> Result<JournalText, u32> {
    let mut read = JournalText { text: empty_text(), ..JournalText::default() };
    let mut known: FxHashMap<EventKey, (usize, usize)> = FxHashMap::default();
    let body = without_format(bytes, &mut read)?;
    let first = bytes.len() - body.len();
    for (number, line) in body.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let is_whole = line.ends_with(b"\n");
        let told = str::from_utf8(line).map(str::trim_end).ok();
        if told.is_some_and(str::is_empty) {
            continue;
        }
        match told.and_then(|told| Some((event_of(told)?, told))) {
            Some((event, told)) => match known.get(&event.key) {
                Some((from, to)) if read.text[*from..*to] == *told => {}
                Some(_) => read.damaged.push(number + 1 + usize::from(first > 0)),
                None => {
                    known.insert(event.key, (read.text.len(), read.text.len() + told.len()));
                    read.text.push_str(told);
                    read.text.push('\n');
                    read.events.push(event);
                }
            },
            None if is_whole => read.damaged.push(number + 1 + usize::from(first > 0)),
            None => read.is_torn = true,
        }
    }
    read.differs = read.text.as_bytes() != bytes;
    Ok(read)
}

/// What follows the first line, where that states the format.
fn without_format<'b>(bytes: &'b [u8], read: &mut JournalText) -> Result<&'b [u8], u32> {
    let end = bytes.iter().position(|byte| *byte == b'\n');
    let first = end.map_or(bytes, |end| &bytes[..end]);
    match serde_json::from_slice::<FormatSpec>(first) {
        Ok(FormatSpec { format }) if format > FORMAT => Err(format),
        Ok(FormatSpec { format: FORMAT }) => Ok(end.map_or(&[], |end| &bytes[end + 1..])),
        Ok(_) => {
            read.damaged.push(1);
            Ok(end.map_or(&[], |end| &bytes[end + 1..]))
        }
        // An event where the format belongs is kept; anything else is told as a line that makes no sense.
        Err(_) => Ok(bytes),
    }
}

/// Both journals as one: each event once, each journal in its own order, the two side by side by the days that are to be
/// believed.
pub(super) fn merged_text(ours: &JournalText, theirs: &JournalText) -> String {
    let known: FxHashSet<EventKey> = ours.events.iter().map(|event| event.key).collect();
    let mut rest = dated(theirs).into_iter().filter(|(event, ..)| !known.contains(&event.key)).peekable();
    let mut text = empty_text();
    let mut add = |line: &str| {
        text.push_str(line);
        text.push('\n');
    };
    for (event, day, line) in dated(ours) {
        while let Some((_, _, earlier)) = rest.next_if(|(other, on, _)| (*on, other.at) < (day, event.at)) {
            add(earlier);
        }
        add(line);
    }
    rest.for_each(|(_, _, line)| add(line));
    text
}

/// Every event with the day on which it is believed to have taken place, and its line.
fn dated(journal: &JournalText) -> Vec<(&JournalEvent, Day, &str)> {
    let days: Vec<Day> = journal.events.iter().map(|event| event.day).collect();
    let lines = journal.text.lines().skip(1);
    let dated = journal.events.iter().zip(trusted_days(&days, Day::LAST)).zip(lines);
    dated.map(|((event, day), line)| (event, day, line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::journal::{Happened, JournalOrigin};
    use crate::store::journal_line::line_of;
    use proptest::prelude::{any, prop, prop_assert, prop_assert_eq, proptest};

    fn event(origin: u64, number: u64, day: i32) -> JournalEvent {
        let at = jiff::Timestamp::from_second(i64::from(day) * 86_400 + 40_000).expect("in range");
        let key = EventKey { origin: JournalOrigin::new(origin), number };
        JournalEvent { key, at, day: Day::new(day).expect("a day"), what: Happened::MinutesChosen(day.unsigned_abs()) }
    }

    fn text_of(events: &[JournalEvent]) -> String {
        let lines = events.iter().map(|event| line_of(event).expect("a line"));
        empty_text() + &lines.collect::<String>()
    }

    fn read(text: &str) -> JournalText {
        read_journal_text(text.as_bytes()).expect("of our format")
    }

    #[test]
    fn a_journal_comes_back_as_it_was_written() {
        let events = [event(1, 1, 10), event(1, 2, 11)];
        let own = read(&text_of(&events));
        assert_eq!((&*own.events, own.differs, own.is_torn), (&events[..], false, false));
    }

    #[test]
    fn a_journal_cut_anywhere_loses_no_line_that_was_whole() {
        let events = [event(1, 1, 10), event(1, 2, 11)];
        let text = text_of(&events);
        for end in 0..=text.len() {
            let own = read(&text[..end]);
            let whole = text[..end].matches('\n').count().saturating_sub(1);
            assert!(own.events.len() >= whole && events.starts_with(&own.events), "cut at {end}");
            assert!(own.damaged.is_empty(), "cut at {end}: a torn line is no damage in the middle");
        }
    }

    #[test]
    fn damage_in_the_middle_is_named_by_its_line_and_hides_no_other() {
        let events = [event(1, 1, 10), event(1, 2, 11), event(1, 3, 12)];
        let mut bytes = text_of(&events).into_bytes();
        let second = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(1).expect("a line").0;
        bytes[second + 5] = 0xFF;
        let own = read_journal_text(&bytes).expect("of our format");
        assert_eq!((own.events.len(), &*own.damaged, own.differs, own.is_torn), (2, &[3][..], true, false));
    }

    #[test]
    fn a_newer_format_is_told_and_a_missing_one_costs_no_event() {
        assert_eq!(read_journal_text(b"{\"format\":2,\"zip\":true}\n\x00\x01"), Err(2));
        let bare = line_of(&event(1, 1, 10)).expect("a line");
        assert_eq!((read(&bare).events.len(), read(&bare).differs), (1, true));
        assert_eq!(read("").events, []);
    }

    #[test]
    fn a_line_of_a_newer_version_is_kept_to_the_letter() {
        let newer = line_of(&event(1, 1, 10)).expect("a line").replace("minutes_chosen", "sat_exam");
        let own = read(&(empty_text() + &newer));
        assert!(own.text.ends_with(&newer) && !own.differs);
        assert!(merged_text(&read(""), &own).ends_with(&newer));
    }

    #[test]
    fn a_day_far_ahead_in_one_journal_does_not_send_its_events_behind_the_other() {
        let ours = [event(1, 1, 10), event(1, 2, 375), event(1, 3, 12)];
        let theirs = [event(2, 1, 11), event(2, 2, 13)];
        let merged = read(&merged_text(&read(&text_of(&ours)), &read(&text_of(&theirs))));
        let order: Vec<i32> = merged.events.iter().map(|event| event.day.number()).collect();
        assert_eq!(order, [10, 375, 11, 12, 13]);
    }

    proptest! {
        #[test]
        fn merged_twice_is_merged_once_and_nothing_is_lost_or_doubled(
            ours in prop::collection::vec(0..40i32, 0..20), theirs in prop::collection::vec(0..40i32, 0..20), shared in 0..20usize
        ) {
            let journal = |origin, days: &[i32]| -> Vec<JournalEvent> {
                (1..).zip(days).map(|(number, day)| event(origin, number, *day)).collect()
            };
            let own = journal(1, &ours);
            let mut other = journal(2, &theirs);
            other.extend_from_slice(&own[..shared.min(own.len())]);
            let (own, other) = (read(&text_of(&own)), read(&text_of(&other)));
            let once = merged_text(&own, &other);
            let merged = read(&once);
            prop_assert!(!merged.differs);
            prop_assert_eq!(merged.events.len(), ours.len() + theirs.len());
            prop_assert_eq!(merged_text(&merged, &other), once.clone());
            prop_assert_eq!(merged_text(&merged, &own), once);
        }

        #[test]
        fn no_bytes_are_read_as_less_than_they_say(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(own) = read_journal_text(&bytes) {
                prop_assert_eq!(read(&own.text).text, own.text);
            }
        }
    }
}
