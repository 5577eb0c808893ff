//! What was practised, and when last: so that of several questions the one that rested longest comes. The replay of a journal.

use super::asked::{DayAsked, OfferedMoment};
use crate::learn::moment::KeptMoment;
use crate::record::day::Day;
use crate::record::journal::{Happened, JournalEvent, ReviewSource};
use std::collections::BTreeMap;

/// What was practised, by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Practised {
    /// The day on which each question was asked last.
    pub questions: BTreeMap<Box<str>, Day>,
    /// Whether each sentence was said as it should be when it was asked for last.
    pub phrases: BTreeMap<Box<str>, bool>,
    /// The day on which each scenario was played last.
    pub scenarios: BTreeMap<Box<str>, Day>,
}

/// The minutes of a day until the learner says otherwise.
const MINUTES: u32 = 10;

impl Practised {
    /// Replays a journal.
    pub fn replay(events: &[JournalEvent]) -> Practised {
        let mut own = Practised::default();
        // A reply shows something of each of its requirements, at one moment: it is passed when all of them are.
        let mut said = None;
        for event in events {
            let Happened::Reviewed(review) = &event.what else { continue };
            match &review.source {
                ReviewSource::Question(id) => drop(own.questions.insert(id.clone(), event.day)),
                ReviewSource::Phrase(id) => {
                    let is_same = said.replace((id, event.at)) == Some((id, event.at));
                    let before = own.phrases.get(id).is_none_or(|passed| *passed) || !is_same;
                    own.phrases.insert(id.clone(), before && review.rating.is_right());
                }
                ReviewSource::Play(play) => drop(own.scenarios.insert(play.scenario.clone(), event.day)),
                ReviewSource::Moment(_) => {}
            }
        }
        own
    }
}

impl DayAsked {
    /// What the learner asked for last, by a journal: ten minutes and no exam until she says otherwise.
    pub fn replay(events: &[JournalEvent], day: Day) -> DayAsked {
        let mut asked = DayAsked { minutes: MINUTES, exam: None, day };
        for event in events {
            match event.what {
                Happened::MinutesChosen(minutes) => asked.minutes = minutes,
                Happened::ExamSet(exam) => asked.exam = exam,
                _ => {}
            }
        }
        asked
    }
}

impl OfferedMoment {
    /// The same as a plan is handed it.
    pub fn of(kept: &KeptMoment) -> OfferedMoment {
        OfferedMoment {
            key: kept.key,
            requirements: kept.moment.requirements.clone(),
            mistakes: kept.mistakes,
            is_passed: kept.is_passed,
            played: kept.played,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::journal::{EventKey, JournalOrigin, Rating, RequirementReview};

    #[test]
    fn the_last_of_each_thing_counts() {
        let reviewed = |source, rating| {
            Happened::Reviewed(RequirementReview { requirement: "r".into(), rating, source, seconds: None })
        };
        let question = || ReviewSource::Question("q".into());
        let phrase = || ReviewSource::Phrase("p".into());
        let happened = [
            Happened::MinutesChosen(25),
            reviewed(question(), Rating::Good),
            reviewed(phrase(), Rating::Again),
            Happened::ExamSet(Day::new(90)),
            reviewed(question(), Rating::Again),
            reviewed(phrase(), Rating::Good),
            Happened::MinutesChosen(15),
        ];
        let event = |(number, what): (i32, Happened)| JournalEvent {
            key: EventKey { origin: JournalOrigin::new(1), number: number.unsigned_abs().into() },
            at: jiff::Timestamp::from_second(number.into()).expect("a moment"),
            day: Day::new(number).expect("a day"),
            what,
        };
        let events: Vec<JournalEvent> = (1..).zip(happened).map(event).collect();
        let own = Practised::replay(&events);
        assert_eq!(own.questions.get("q").map(|day| day.number()), Some(5));
        assert_eq!(own.phrases.get("p"), Some(&true));
        let today = Day::new(8).expect("a day");
        assert_eq!(DayAsked::replay(&events, today), DayAsked { minutes: 15, exam: Day::new(90), day: today });
        assert_eq!(DayAsked::replay(&[], today).minutes, 10);
    }
}
