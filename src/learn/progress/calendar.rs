//! On which days there was practice. There is no streak in it that could be lost.

use crate::record::day::Day;
use crate::record::journal::{Happened, JournalEvent};
use crate::record::trusted_days::trusted_days;

/// So many weeks are told, from Monday to Sunday; the last is that of today.
pub const WEEKS: u32 = 8;

const DAYS_A_WEEK: u32 = 7;

/// One day of a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PractisedDay {
    /// Which.
    pub day: Day,
    /// How many plays were begun on it.
    pub plays: usize,
    /// How often the journal was told something that was practised.
    pub reviews: usize,
}

impl PractisedDay {
    /// Whether anything was practised on it.
    pub fn is_practised(&self) -> bool {
        self.plays + self.reviews > 0
    }
}

/// The days of the last weeks up to today, the oldest first, each once. Days are believed as far as they can be.
pub(super) fn calendar(plays: &[Day], events: &[JournalEvent], today: Day) -> Vec<PractisedDay> {
    let since_monday = i32::from(today.date().weekday().to_monday_zero_offset());
    let before = i32::try_from(DAYS_A_WEEK * (WEEKS - 1)).unwrap_or(0) + since_monday;
    let first = Day::new(today.number().saturating_sub(before)).unwrap_or(Day::FIRST);
    let empty = |ahead| PractisedDay { day: first.after(ahead), plays: 0, reviews: 0 };
    let mut days: Vec<PractisedDay> = (0..=today.since(first)).map(empty).collect();
    let place = |day: Day| (day >= first).then(|| usize::try_from(day.since(first)).unwrap_or(usize::MAX));
    for at in trusted_days(plays, today).into_iter().filter_map(place) {
        days.get_mut(at).into_iter().for_each(|own| own.plays += 1);
    }
    let practised: Vec<Day> = events.iter().filter(|event| is_practice(&event.what)).map(|event| event.day).collect();
    for at in trusted_days(&practised, today).into_iter().filter_map(place) {
        days.get_mut(at).into_iter().for_each(|own| own.reviews += 1);
    }
    days
}

/// The days on which something was practised, each once, the first first. Days are believed as far as they can be.
pub fn days_practised(plays: &[Day], events: &[JournalEvent], today: Day) -> Vec<Day> {
    let practised: Vec<Day> = events.iter().filter(|event| is_practice(&event.what)).map(|event| event.day).collect();
    let mut days = trusted_days(plays, today);
    days.extend(trusted_days(&practised, today));
    days.sort_unstable();
    days.dedup();
    days
}

/// Whether a learner practised when this happened.
fn is_practice(what: &Happened) -> bool {
    match what {
        Happened::Reviewed(_)
        | Happened::MomentPassed(_)
        | Happened::MomentFailed(_)
        | Happened::LessonRead(_)
        | Happened::VisitPassed(_)
        | Happened::UnitChecked(_) => true,
        Happened::MomentMade(_)
        | Happened::MomentDropped(_)
        | Happened::MinutesChosen(_)
        | Happened::ExamSet(_)
        | Happened::ReplyFiled(_)
        | Happened::Unknown(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(words: &[&str]) -> Vec<Day> {
        words.iter().map(|word| Day::of_date(word.parse().expect("a date"))).collect()
    }

    #[test]
    fn the_last_eight_weeks_begin_on_a_monday_and_end_today() {
        let today = days(&["2026-03-05"])[0];
        let own = calendar(&days(&["2026-01-11", "2026-01-12", "2026-03-05", "2026-03-05", "2027-01-01"]), &[], today);
        assert_eq!((own.len(), own[0].day.to_string(), own[52].day), (53, "2026-01-12".to_owned(), today));
        let practised: Vec<(usize, usize)> =
            (0..).zip(&own).filter(|(_, day)| day.is_practised()).map(|(at, day)| (at, day.plays)).collect();
        assert_eq!(practised, [(0, 1), (52, 3)], "a clock that was ahead is believed to be of its neighbours");
    }
}
