//! Which days of a journal are to be believed. Clocks are set a year ahead and back again; what was done under the wrong
//! one is not lost and not believed: it took place when its neighbours did.

use super::day::Day;

/// The days of events in the order in which they happened, each with the day that it is believed to have taken place on:
/// never earlier than the one before it, and never after `today`.
///
/// As many as can be are taken at their word; the others took place on the day of the last that is.
pub fn trusted_days(days: &[Day], today: Day) -> Vec<Day> {
    let trusted = longest_run(days, today);
    let first = days.iter().zip(&trusted).find(|(_, trusted)| **trusted).map_or(today, |(day, _)| *day);
    let mut last = first;
    let told = days.iter().zip(&trusted).map(|(day, trusted)| {
        if *trusted {
            last = *day;
        }
        last
    });
    told.collect()
}

/// By day: whether it is one of the longest run that never falls, among those up to `today`.
fn longest_run(days: &[Day], today: Day) -> Vec<bool> {
    // By length of a run: the place at which one of that length ends earliest.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; days.len()];
    for (place, day) in days.iter().enumerate().filter(|(_, day)| **day <= today) {
        let length = ends.partition_point(|end| days[*end] <= *day);
        before[place] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() {
            ends.push(place);
        } else {
            ends[length] = place;
        }
    }
    let mut trusted = vec![false; days.len()];
    let mut place = ends.last().copied();
    while let Some(own) = place {
        trusted[own] = true;
        place = before[own];
    }
    trusted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop, prop_assert, prop_assert_eq, proptest};

    fn days(numbers: &[i32]) -> Vec<Day> {
        numbers.iter().map(|number| Day::new(*number).expect("a day")).collect()
    }

    fn trusted(numbers: &[i32], today: i32) -> Vec<i32> {
        let today = Day::new(today).expect("a day");
        trusted_days(&days(numbers), today).iter().map(|day| day.number()).collect()
    }

    #[test]
    fn a_clock_a_year_ahead_and_back_moves_no_other_day() {
        assert_eq!(trusted(&[100, 101, 466, 466, 102, 103], 103), [100, 101, 101, 101, 102, 103]);
        assert_eq!(trusted(&[100, 101, 466], 102), [100, 101, 101], "also while nothing followed it");
    }

    #[test]
    fn a_clock_a_year_behind_moves_no_other_day() {
        assert_eq!(trusted(&[500, 501, 501, 136, 136, 502], 502), [500, 501, 501, 501, 501, 502]);
    }

    #[test]
    fn where_no_day_can_be_believed_all_was_today() {
        assert_eq!(trusted(&[900, 800], 7), [7, 7]);
        assert_eq!(trusted(&[], 7), Vec::<i32>::new());
    }

    proptest! {
        #[test]
        fn days_in_order_are_believed_and_no_day_falls_or_lies_ahead(
            mut numbers in prop::collection::vec(0..50i32, 0..60), today in 0..50i32
        ) {
            let told = trusted(&numbers, today);
            prop_assert!(told.is_sorted() && told.iter().all(|day| *day <= today), "{told:?}");
            numbers.retain(|day| *day <= today);
            numbers.sort_unstable();
            prop_assert_eq!(trusted(&numbers, today), numbers);
        }
    }
}
