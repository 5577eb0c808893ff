//! What a learner knows and what today is for, as the journal says it; and what an activity adds to the journal. A door
//! writes that down and shows the rest.

use super::course;
use super::open_play::may_begin;
use super::recorded_play::{RecordedPlay, RunKind};
use super::round::{AnsweredQuestion, Round};
use crate::base::chance::Seed;
use crate::content::bank::{Bank, QuestionHead};
use crate::content::phrases::SpokenPhrase;
use crate::content::scenario::{Pack, Scenario, ScenarioHead};
use crate::content::standard::Standard;
use crate::learn::evidence::{Evidence, is_counted};
use crate::learn::mastery::MasteryChange;
use crate::learn::memory::Memories;
use crate::learn::moment::{KeptMoment, KeptMoments, MomentGone, moments_of, passes, restore};
use crate::learn::today::{
    Activity, Available, DayAsked, DayPlan, OfferedMoment, OfferedPhrase, OfferedQuestion, OfferedScenario, OwnTempo,
    PlannedActivity, Practised, plan,
};
use crate::play::debrief::Debrief;
use crate::play::engine::Session;
use crate::play::hearing::PhraseHearing;
use crate::play::solver::Judged;
use crate::record::attempt::{Attempt, AttemptId};
use crate::record::day::Day;
use crate::record::history::History;
use crate::record::journal::{EventKey, Happened, JournalEvent, PlayRef, ReviewSource};
use jiff::Timestamp;
use std::sync::Arc;

/// The minutes that a day can have.
pub const MINUTES_OFFERED: [u32; 5] = [5, 10, 15, 20, 30];

/// What a learner knows today.
#[derive(Clone, Debug)]
pub struct Learning {
    events: Vec<JournalEvent>,
    today: Day,
    memories: Memories,
    /// What was known before today.
    at_dawn: Memories,
    moments: KeptMoments,
    tempo: OwnTempo,
    practised: Practised,
    /// What the learner asked for.
    asked: DayAsked,
}

/// What today is for.
#[derive(Clone, Debug, Default)]
pub struct TodayPlan {
    /// What is still to be done.
    pub plan: DayPlan,
    /// Moments that would have been in it and cannot be played any more.
    pub gone: Vec<(EventKey, MomentGone)>,
}

impl TodayPlan {
    /// The activities as they are begun: questions that follow each other are one thing.
    pub fn parts(&self) -> Vec<&[PlannedActivity]> {
        let is_question = |own: &PlannedActivity| matches!(own.activity, Activity::Question(_));
        self.plan.activities.chunk_by(|one, other| is_question(one) && is_question(other)).collect()
    }

    /// The questions of a part, as one round; none where it is another thing.
    pub fn round(part: &[PlannedActivity], bank: &Bank, seed: Seed) -> Option<Round> {
        let questions = part.iter().filter_map(|own| match &own.activity {
            Activity::Question(id) => Some((bank.find(id)?.clone(), Some(own.reason))),
            _ => None,
        });
        Round::planned(questions, seed)
    }
}

impl Learning {
    /// What a journal says on a day.
    pub fn replay(events: Vec<JournalEvent>, today: Day) -> Learning {
        let before = events.partition_point(|event| event.day < today);
        Learning {
            today,
            memories: Memories::replay(&events, today),
            at_dawn: Memories::replay(&events[..before], today),
            moments: KeptMoments::replay(&events),
            tempo: OwnTempo::replay(&events),
            practised: Practised::replay(&events),
            asked: DayAsked::replay(&events, today),
            events,
        }
    }

    /// Takes in what was written down meanwhile; on another day than before, everything is looked at anew.
    pub fn take(&mut self, more: Vec<JournalEvent>, today: Day) {
        if today != self.today {
            let mut events = std::mem::take(&mut self.events);
            events.extend(more);
            *self = Learning::replay(events, today);
            return;
        }
        for event in &more {
            if let Happened::Reviewed(review) = &event.what {
                self.memories.review(&review.requirement, review.rating, today);
            }
        }
        self.events.extend(more);
        self.moments = KeptMoments::replay(&self.events);
        self.tempo = OwnTempo::replay(&self.events);
        self.practised = Practised::replay(&self.events);
        self.asked = DayAsked::replay(&self.events, today);
    }

    /// Today.
    pub fn today(&self) -> Day {
        self.today
    }

    /// Everything that happened.
    pub fn events(&self) -> &[JournalEvent] {
        &self.events
    }

    /// What is remembered of each requirement.
    pub fn memories(&self) -> &Memories {
        &self.memories
    }

    /// The moment of this key.
    pub fn moment(&self, key: EventKey) -> Option<&KeptMoment> {
        self.moments.get(key)
    }

    /// The most minutes that a day may take.
    pub fn minutes(&self) -> u32 {
        self.asked.minutes
    }

    /// The day of the exam, while it is still to come.
    pub fn exam(&self) -> Option<Day> {
        self.asked.exam.filter(|exam| *exam >= self.today)
    }

    /// Whether it was said once when the exam is, or that there is none.
    pub fn was_asked_for_exam(&self) -> bool {
        self.events.iter().any(|event| matches!(event.what, Happened::ExamSet(_)))
    }

    /// The seconds that were practised today, as far as they were taken.
    pub fn spent(&self) -> u32 {
        let mut seconds: u32 = 0;
        let mut last: Option<(&ReviewSource, u64)> = None;
        for event in self.events.iter().filter(|event| event.day == self.today) {
            let Happened::Reviewed(review) = &event.what else { continue };
            // What one activity shows of several requirements is written in a row.
            let follows = last == Some((&review.source, event.key.number.wrapping_sub(1)));
            if !follows {
                seconds = seconds.saturating_add(review.seconds.unwrap_or(0));
            }
            last = Some((&review.source, event.key.number));
        }
        seconds
    }

    /// What is still to be done today. A moment stays shut while an exam of its very visit is open; one that cannot be
    /// played any more is left out, and why.
    pub fn plan(&self, pack: &Pack, history: &History) -> TodayPlan {
        let left = (self.minutes() * 60).saturating_sub(self.spent()).div_ceil(60);
        let asked = DayAsked { minutes: left, ..self.asked };
        let mut available = self.available(pack, history);
        let mut gone = Vec::new();
        loop {
            let plan = plan(&asked, &self.memories, &available, &self.tempo, &pack.standard);
            let before = gone.len();
            gone.extend(plan.activities.iter().filter_map(|own| self.why_gone(&own.activity, pack)));
            if gone.len() == before {
                return TodayPlan { plan, gone };
            }
            available.moments.retain(|own| !gone.iter().any(|(key, _)| *key == own.key));
        }
    }

    /// Only what is planned is looked at: putting thousands of moments back on the board takes its time.
    fn why_gone(&self, activity: &Activity, pack: &Pack) -> Option<(EventKey, MomentGone)> {
        let Activity::Moment(key) = activity else { return None };
        let moment = &self.moments.get(*key)?.moment;
        Some((*key, restore(moment, pack.scenario(&moment.scenario)).err()?))
    }

    fn available(&self, pack: &Pack, history: &History) -> Available {
        let standard = &pack.standard;
        let ids = |tests: &[_]| tests.iter().map(|id| standard.requirement(*id).id.clone()).collect();
        let question = |own: &QuestionHead| OfferedQuestion {
            id: own.id.clone(),
            requirements: ids(&own.tests),
            asked: self.practised.questions.get(&own.id).copied(),
        };
        let phrase = |own: &Arc<SpokenPhrase>| OfferedPhrase {
            id: own.id.clone(),
            requirements: ids(&own.requirements),
            is_passed: self.practised.phrases.get(&own.id).copied().unwrap_or(false),
        };
        let scenario = |own: &Arc<ScenarioHead>| OfferedScenario {
            id: own.id.clone(),
            requirements: ids(&own.requirements),
            minutes: own.minutes,
            played: self.practised.scenarios.get(&own.id).copied(),
        };
        Available {
            questions: pack.questions.iter().map(question).collect(),
            phrases: pack.phrases.phrases.iter().map(phrase).collect(),
            moments: self.moments.iter().filter(|own| is_free(own, history)).map(OfferedMoment::of).collect(),
            scenarios: pack.scenarios.heads().map(scenario).collect(),
            course_next: course::next_unit(pack, &self.events),
        }
    }

    /// What got better and worse today.
    pub fn change(&self, standard: &Standard) -> MasteryChange {
        MasteryChange::between(&self.at_dawn, &self.memories, standard, self.today)
    }

    /// What an answered question shows. A second try on the same day mends and shows no more.
    pub fn of_answer(&self, answered: &AnsweredQuestion, seconds: u32, standard: &Standard) -> Vec<Happened> {
        let source = ReviewSource::Question(answered.question.id.clone());
        let shown = Evidence::of_answer(answered.question.tests.iter().copied(), answered.is_right);
        let reviews = shown.into_iter().map(|own| own.happened(standard, source.clone(), Some(seconds)));
        reviews.chain(answered.completes.clone().map(Happened::UnitChecked)).collect()
    }

    /// What a reply to a phrase shows, of each requirement for itself. A second try on the same day mends and shows no more.
    pub fn of_reply(phrase: &SpokenPhrase, heard: &PhraseHearing, seconds: u32, standard: &Standard) -> Vec<Happened> {
        let source = ReviewSource::Phrase(phrase.id.clone());
        let shown = phrase.requirements.iter().flat_map(|id| Evidence::of_answer([*id], heard.meets(*id)));
        shown.map(|own| own.happened(standard, source.clone(), Some(seconds))).collect()
    }

    /// What a play shows that has just come to the end that counts; nothing where that was written down before, or of a
    /// retry.
    pub fn of_play(&self, play: &RecordedPlay, standard: &Standard) -> Vec<Happened> {
        let session = play.session();
        if play.kind() != RunKind::Scored || !session.is_over() || is_counted(&self.events, play.attempt()) {
            return Vec::new();
        }
        let scenario = session.scenario();
        let source = ReviewSource::Play(PlayRef {
            attempt: play.id(),
            scenario: scenario.id.clone(),
            started: play.attempt().started,
        });
        let seconds = Some(scenario.minutes * 60);
        let shown = Evidence::of_play(play.attempt(), scenario, standard);
        shown.into_iter().map(|own| own.happened(standard, source.clone(), seconds)).collect()
    }

    /// What a play shows that is older than the journal. How long it took is not known, and is no part of a day's minutes.
    pub fn of_earlier(
        id: AttemptId,
        attempt: &Attempt,
        scenario: &Arc<Scenario>,
        standard: &Standard,
    ) -> Vec<Happened> {
        let play = PlayRef { attempt: id, scenario: scenario.id.clone(), started: attempt.started };
        let source = ReviewSource::Play(play);
        let shown = Evidence::of_play(attempt, scenario, standard);
        shown.into_iter().map(|own| own.happened(standard, source.clone(), None)).collect()
    }

    /// The moments of a play that was reviewed, as far as they are not kept.
    pub fn of_review(&self, debrief: &Debrief, run: &Session, standard: &Standard) -> Vec<Happened> {
        let made = moments_of(debrief, run, standard).into_iter();
        made.filter(|own| !self.moments.iter().any(|kept| kept.moment.is_same(own))).map(Happened::MomentMade).collect()
    }

    /// What a moment shows that was played: whether it was passed, and what is remembered of what it is about.
    pub fn of_moment(&self, own: &KeptMoment, judged: &Judged, seconds: u32, standard: &Standard) -> Vec<Happened> {
        let is_passed = passes(judged);
        let outcome = if is_passed { Happened::MomentPassed(own.key) } else { Happened::MomentFailed(own.key) };
        let requirements = own.moment.requirements.iter().filter_map(|id| standard.find(id));
        let shown = Evidence::of_answer(requirements, is_passed).into_iter();
        let source = ReviewSource::Moment(own.key);
        [outcome].into_iter().chain(shown.map(|own| own.happened(standard, source.clone(), Some(seconds)))).collect()
    }
}

fn is_free(own: &KeptMoment, history: &History) -> bool {
    may_begin(history, &own.moment.scenario, own.moment.seed).is_ok()
}

/// The seconds between two moments; none where the clock went back, and an hour at most: nobody thinks so long.
pub fn seconds(since: Option<Timestamp>, now: Timestamp) -> u32 {
    let taken = since.map_or(0, |since| now.as_second() - since.as_second());
    u32::try_from(taken).unwrap_or(0).min(3_600)
}
