//! What is remembered of each requirement: the replay of a journal's reviews. It can be thrown away and made again.

use super::fsrs::Strength;
use crate::record::day::Day;
use crate::record::journal::{Happened, JournalEvent, Rating};
use crate::record::trusted_days::trusted_days;
use std::collections::{BTreeMap, VecDeque};

/// What is remembered of one requirement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    strength: Strength,
    /// The day of the last review that counted.
    pub last: Day,
    /// How that day went.
    pub latest: DayResult,
    /// How many reviews counted.
    pub reviews: u32,
    /// How often it was not known.
    pub misses: u32,
}

/// How a day went for one requirement: its first review counts, and after that only a failure and its mending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayResult {
    /// Known whenever it was asked for.
    Right,
    /// Not known, and not known since.
    Failed,
    /// Not known, and right at a second try.
    Mended,
}

/// A stability from which on something is called known, in days.
pub const KNOWN_STABILITY: f64 = 21.0;

/// What is remembered of every requirement that was ever reviewed, by its dotted id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Memories {
    by_id: BTreeMap<Box<str>, Memory>,
    /// Of the latest reviews on a later day: how likely they were to be right, and whether they were.
    foreseen: VecDeque<(f64, bool)>,
}

/// So many of the latest reviews say how far memory is to be believed,
const FORESEEN: usize = 100;

/// and so few say nothing yet.
const FEWEST_FORESEEN: usize = 20;

impl Memories {
    /// Replays a journal. Its days are believed as far as they can be: none later than today, none before an earlier one.
    pub fn replay(events: &[JournalEvent], today: Day) -> Memories {
        let reviews = || {
            events.iter().filter_map(|event| match &event.what {
                Happened::Reviewed(review) => Some((event.day, review)),
                _ => None,
            })
        };
        let days: Vec<Day> = reviews().map(|(day, _)| day).collect();
        let mut memories = Memories::default();
        for ((_, review), day) in reviews().zip(trusted_days(&days, today)) {
            memories.review(&review.requirement, review.rating, day);
        }
        memories
    }

    /// Takes in what an activity showed on a day; what it counted as, if it did.
    pub fn review(&mut self, requirement: &str, shown: Rating, day: Day) -> Option<Rating> {
        if let Some(memory) = self.by_id.get_mut(requirement) {
            if day > memory.last {
                self.foreseen.push_back((memory.retrievability(day), shown.is_right()));
                if self.foreseen.len() > FORESEEN {
                    self.foreseen.pop_front();
                }
            }
            return memory.review(shown, day);
        }
        self.by_id.insert(requirement.into(), Memory::first(shown, day));
        Some(shown)
    }

    /// What is remembered of a requirement; none where it was never reviewed.
    pub fn get(&self, requirement: &str) -> Option<&Memory> {
        self.by_id.get(requirement)
    }

    /// Everything that was ever reviewed, by its dotted id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Memory)> {
        self.by_id.iter().map(|(id, memory)| (&**id, memory))
    }

    /// How many requirements were ever reviewed.
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether none ever was.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// How far this is to be believed: what was right of the latest reviews, as a share of what was expected to be; 1 at
    /// most, and as long as there are few.
    pub fn reliability(&self) -> f64 {
        let right = self.foreseen.iter().filter(|(_, is_right)| *is_right).count();
        let expected: f64 = self.foreseen.iter().map(|(likely, _)| likely).sum();
        let right = f64::from(u32::try_from(right).unwrap_or(u32::MAX));
        if self.foreseen.len() < FEWEST_FORESEEN || expected <= 0.0 { 1.0 } else { (right / expected).min(1.0) }
    }

    /// The first day on which something of this is due; none where nothing was ever reviewed.
    pub fn next_due(&self) -> Option<Day> {
        self.by_id.values().map(Memory::due).min()
    }
}

impl Memory {
    /// What is remembered of something that was reviewed for the first time.
    pub fn first(shown: Rating, day: Day) -> Memory {
        let latest = if shown.is_right() { DayResult::Right } else { DayResult::Failed };
        let misses = u32::from(!shown.is_right());
        Memory { strength: Strength::first(shown), last: day, latest, reviews: 1, misses }
    }

    /// Takes in what an activity showed on a day; what it counted as, if it did.
    pub fn review(&mut self, shown: Rating, day: Day) -> Option<Rating> {
        let days = day.since(self.last);
        let counted = if days > 0 { shown } else { self.latest.counted(shown)? };
        let is_second_try = days == 0 && counted.is_right();
        self.latest = match counted {
            Rating::Again => DayResult::Failed,
            Rating::Hard | Rating::Good if is_second_try => DayResult::Mended,
            Rating::Hard | Rating::Good => DayResult::Right,
        };
        self.strength = self.strength.reviewed(days, counted);
        self.last = self.last.max(day);
        self.reviews = self.reviews.saturating_add(1);
        self.misses = self.misses.saturating_add(u32::from(!counted.is_right()));
        Some(counted)
    }

    /// The days after which nine of ten such things are still remembered.
    pub fn stability(&self) -> f64 {
        self.strength.stability
    }

    /// From 1, easily kept, to 10.
    pub fn difficulty(&self) -> f64 {
        self.strength.difficulty
    }

    /// The day on which it is due. What was failed and not mended is due on the same day.
    pub fn due(&self) -> Day {
        match self.latest {
            DayResult::Failed => self.last,
            DayResult::Right | DayResult::Mended => self.last.after(self.strength.interval()),
        }
    }

    /// The chance that it is remembered on a day, from 0 to 1.
    pub fn retrievability(&self, day: Day) -> f64 {
        self.strength.retrievability(day.since(self.last))
    }

    /// What a review on a day adds to the chance that it is remembered so many days later.
    pub fn gain(&self, day: Day, later: u32) -> f64 {
        self.strength.gain(day.since(self.last), later)
    }

    /// Whether it can be relied on: it is remembered now, and will be for weeks.
    pub fn is_known(&self, day: Day) -> bool {
        self.retrievability(day) >= super::fsrs::RETENTION && self.stability() >= KNOWN_STABILITY
    }
}

impl DayResult {
    /// What a further review of the same day counts as, if it does.
    fn counted(self, shown: Rating) -> Option<Rating> {
        match (self, shown.is_right()) {
            (DayResult::Right, false) => Some(Rating::Again),
            (DayResult::Failed, true) => Some(Rating::Hard),
            (DayResult::Right, true) | (DayResult::Failed, false) | (DayResult::Mended, _) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::journal::{EventKey, JournalOrigin, RequirementReview, ReviewSource};
    use jiff::Timestamp;

    fn day(number: i32) -> Day {
        Day::new(number).expect("a day")
    }

    fn journal(reviews: &[(i32, &str, Rating)]) -> Vec<JournalEvent> {
        let event = |(number, (on, requirement, rating)): (u64, &(i32, &str, Rating))| JournalEvent {
            key: EventKey { origin: JournalOrigin::new(1), number },
            at: Timestamp::UNIX_EPOCH,
            day: day(*on),
            what: Happened::Reviewed(RequirementReview {
                requirement: (*requirement).into(),
                rating: *rating,
                source: ReviewSource::Question("q".into()),
                seconds: None,
            }),
        };
        (1..).zip(reviews).map(event).collect()
    }

    fn replay(reviews: &[(i32, &str, Rating)], today: i32) -> Memories {
        Memories::replay(&journal(reviews), day(today))
    }

    #[test]
    fn what_was_right_is_due_when_one_of_ten_such_things_is_forgotten() {
        let memories = replay(&[(0, "a", Rating::Good), (2, "a", Rating::Good)], 2);
        let own = memories.get("a").expect("reviewed");
        assert_eq!((own.last, own.due(), own.reviews, own.misses), (day(2), day(13), 2, 0));
        assert!((own.retrievability(day(13)) - 0.9).abs() < 0.001);
        assert!(!own.is_known(day(2)), "remembered, but not for weeks");
        assert_eq!(memories.next_due(), Some(day(13)));
    }

    #[test]
    fn what_was_failed_is_due_on_the_same_day_and_right_at_the_second_try_is_hard() {
        let mut memories = replay(&[(0, "a", Rating::Again)], 0);
        assert_eq!(memories.get("a").map(Memory::due), Some(day(0)));
        assert_eq!(memories.review("a", Rating::Again, day(0)), None, "failing again says nothing new");
        assert_eq!(memories.review("a", Rating::Good, day(0)), Some(Rating::Hard));
        assert_eq!(memories.get("a").map(Memory::due), Some(day(1)));
        assert_eq!(memories.review("a", Rating::Again, day(0)), None, "the day is told");
    }

    #[test]
    fn cramming_counts_once_and_a_failure_after_it_counts() {
        let once = replay(&[(0, "a", Rating::Good)], 0);
        let crammed = replay(&[(0, "a", Rating::Good); 9], 0);
        assert_eq!(once, crammed);
        let failed = replay(&[(0, "a", Rating::Good), (0, "a", Rating::Again)], 0);
        assert!(failed.get("a").map(Memory::stability) < once.get("a").map(Memory::stability));
    }

    #[test]
    fn a_clock_a_year_ahead_and_back_costs_no_memory() {
        let right = [(0, "a", Rating::Good), (2, "a", Rating::Good), (13, "a", Rating::Good)];
        let wrong = [(0, "a", Rating::Good), (2, "a", Rating::Good), (367, "b", Rating::Good), (13, "a", Rating::Good)];
        assert_eq!(replay(&right, 13).get("a"), replay(&wrong, 13).get("a"));
        assert_eq!(replay(&wrong, 13).get("b").map(|own| own.last), Some(day(2)));
    }

    #[test]
    fn who_forgets_more_than_expected_is_believed_less() {
        let mut memories = Memories::default();
        assert!((memories.reliability() - 1.0).abs() < 1e-9);
        for number in 0..60 {
            memories.review(&number.to_string(), Rating::Good, day(0));
            let shown = if number % 2 == 0 { Rating::Good } else { Rating::Again };
            memories.review(&number.to_string(), shown, day(2));
        }
        assert!((0.5..0.6).contains(&memories.reliability()), "half of nine tenths: {}", memories.reliability());
    }

    #[test]
    fn replaying_is_reviewing_one_after_the_other() {
        let reviews =
            [(0, "a", Rating::Again), (0, "b", Rating::Good), (1, "a", Rating::Hard), (9, "b", Rating::Again)];
        let mut memories = Memories::default();
        for (on, requirement, rating) in reviews {
            memories.review(requirement, rating, day(on));
        }
        assert_eq!(memories, replay(&reviews, 9));
    }
}
