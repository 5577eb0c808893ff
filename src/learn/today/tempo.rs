//! How long activities take a learner: as long as hers took lately, and until that is known, what they take most people.

use crate::record::journal::{EventKey, Happened, JournalEvent, ReviewSource};
use std::collections::VecDeque;

/// Seconds an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnTempo {
    /// A question.
    pub question: u32,
    /// A sentence to be said.
    pub phrase: u32,
    /// A moment.
    pub moment: u32,
}

/// So many of the latest are looked at,
const LATEST: usize = 20;

/// and so few of them say nothing yet.
const FEWEST: usize = 5;

impl Default for OwnTempo {
    fn default() -> OwnTempo {
        OwnTempo { question: 20, phrase: 45, moment: 60 }
    }
}

impl OwnTempo {
    /// The learner's own, by a journal.
    pub fn replay(events: &[JournalEvent]) -> OwnTempo {
        let most = OwnTempo::default();
        let question = latest(events, |source| matches!(source, ReviewSource::Question(_)));
        let phrase = latest(events, |source| matches!(source, ReviewSource::Phrase(_)));
        let moment = latest(events, |source| matches!(source, ReviewSource::Moment(_)));
        OwnTempo {
            question: question.unwrap_or(most.question),
            phrase: phrase.unwrap_or(most.phrase),
            moment: moment.unwrap_or(most.moment),
        }
    }
}

/// The median of the latest times of one kind; an activity that tests several things is one.
fn latest(events: &[JournalEvent], is_meant: impl Fn(&ReviewSource) -> bool) -> Option<u32> {
    let mut times = VecDeque::new();
    let mut last: Option<(&ReviewSource, EventKey)> = None;
    for event in events.iter().rev() {
        let Happened::Reviewed(review) = &event.what else { continue };
        let Some(seconds) = review.seconds.filter(|_| is_meant(&review.source)) else { continue };
        let follows = |(source, key): (&ReviewSource, EventKey)| {
            *source == review.source && key.origin == event.key.origin && key.number == event.key.number + 1
        };
        if !last.is_some_and(follows) {
            times.push_back(seconds);
        }
        last = Some((&review.source, event.key));
        if times.len() == LATEST {
            break;
        }
    }
    let times = times.make_contiguous();
    times.sort_unstable();
    // Nobody answers in no time, and a learner who went for tea says nothing about her pace.
    (times.len() >= FEWEST).then(|| times[times.len() / 2].clamp(5, 600))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::day::Day;
    use crate::record::journal::{JournalOrigin, Rating, RequirementReview};

    fn answers(seconds: &[u32]) -> OwnTempo {
        let event = |(number, seconds): (u64, &u32)| JournalEvent {
            key: EventKey { origin: JournalOrigin::new(1), number },
            at: jiff::Timestamp::UNIX_EPOCH,
            day: Day::FIRST,
            what: Happened::Reviewed(RequirementReview {
                requirement: "r".into(),
                rating: Rating::Good,
                source: ReviewSource::Question(number.to_string().into()),
                seconds: Some(*seconds),
            }),
        };
        OwnTempo::replay(&(1..).zip(seconds).map(event).collect::<Vec<_>>())
    }

    #[test]
    fn a_pace_is_ones_own_once_it_is_known() {
        assert_eq!(answers(&[9, 9, 9, 9]), OwnTempo::default());
        assert_eq!(answers(&[9, 11, 30, 10, 3_600]).question, 11);
        let mut slower = vec![9; 30];
        slower.extend([40; 20]);
        assert_eq!(answers(&slower).question, 40, "the latest count");
        assert_eq!(answers(&[0; 9]).question, 5);
    }
}
