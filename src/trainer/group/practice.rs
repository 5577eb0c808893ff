//! On which days a learner practised, and for how long.

use crate::learn::progress::days_practised;
use crate::record::day::Day;
use crate::record::journal::{Happened, JournalEvent, ReviewSource};
use crate::record::summary::PlaySummary;

/// Nobody thinks longer than an hour about a visit: whoever left one open over night did not practise all night.
const LONGEST: u64 = 3_600;

/// The seconds that a play took, an hour at most.
pub(super) fn seconds_of(play: &PlaySummary) -> u64 {
    play.lasted().as_secs().min(LONGEST)
}

/// The seconds that the journal knows of beside plays. What one activity shows of several requirements is written in a row and
/// counts once.
pub(super) fn seconds_beside(events: &[JournalEvent]) -> u64 {
    let mut seconds: u64 = 0;
    let mut last: Option<(&ReviewSource, u64)> = None;
    for event in events {
        let Happened::Reviewed(review) = &event.what else { continue };
        let follows = last == Some((&review.source, event.key.number.wrapping_sub(1)));
        if !follows && !matches!(review.source, ReviewSource::Play(_)) {
            seconds = seconds.saturating_add(review.seconds.unwrap_or(0).into());
        }
        last = Some((&review.source, event.key.number));
    }
    seconds
}

/// The days of practice, each once, the first first.
pub(super) fn days_of(plays: &[PlaySummary], events: &[JournalEvent], today: Day, offset: i32) -> Vec<Day> {
    let begun: Vec<Day> = plays.iter().map(|play| Day::at(play.started, offset)).collect();
    days_practised(&begun, events, today)
}
