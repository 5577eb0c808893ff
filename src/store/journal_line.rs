//! One line of a journal: an event as JSON, and the way back. What the line itself says is understood or it is damaged; what
//! happened may be of a kind that only a newer version knows, and then the line is kept as it is.

use crate::base::chance::Seed;
use crate::base::text::make_safe;
use crate::record::attempt::AttemptId;
use crate::record::day::Day;
use crate::record::journal::{
    CourseUnit, EventKey, FiledReply, FiledTo, Happened, JournalEvent, OwnMoment, PlayRef, Rating, RequirementReview,
    ReviewSource,
};
use crate::record::moment::whole_milliseconds;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The line of an event, with its end. None for an event that is not understood: its line is in its file already.
pub(super) fn line_of(event: &JournalEvent) -> Option<String> {
    let spec = EventSpec {
        key: event.key.to_string().into(),
        at: whole_milliseconds(event.at).to_string().into(),
        day: event.day.number(),
        did: DidSpec::of(&event.what)?,
    };
    serde_json::to_string(&spec).ok().map(|line| line + "\n")
}

/// The event of a line; none where it is damaged.
pub(super) fn event_of(line: &str) -> Option<JournalEvent> {
    if let Ok(EventSpec { key, at, day, did }) = serde_json::from_str::<EventSpec<DidSpec>>(line)
        && let Some(what) = did.happened()
    {
        return envelope(&key, &at, day, what);
    }
    let EventSpec { key, at, day, did } = serde_json::from_str::<EventSpec<serde_json::Value>>(line).ok()?;
    let kind = match &did {
        serde_json::Value::String(kind) => kind,
        serde_json::Value::Object(own) => own.keys().next().filter(|_| own.len() == 1)?,
        _ => return None,
    };
    envelope(&key, &at, day, Happened::Unknown(clean(kind)))
}

fn envelope(key: &str, at: &str, day: i32, what: Happened) -> Option<JournalEvent> {
    let at = at.parse().map(whole_milliseconds).ok()?;
    Some(JournalEvent { key: key.parse().ok()?, at, day: Day::new(day)?, what })
}

/// Ids are shown even where nothing has them any more, so they are cleaned like any text.
fn clean(id: &str) -> Box<str> {
    let is_plain = id.bytes().all(|byte| byte.is_ascii_graphic());
    if is_plain { id.into() } else { make_safe(id).replace('\n', "\u{FFFD}").into() }
}

#[derive(Serialize, Deserialize)]
struct EventSpec<'a, D> {
    #[serde(borrow)]
    key: Cow<'a, str>,
    #[serde(borrow)]
    at: Cow<'a, str>,
    day: i32,
    did: D,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum DidSpec<'a> {
    #[serde(borrow)]
    Reviewed(ReviewSpec<'a>),
    MomentMade(OwnMomentSpec<'a>),
    MomentPassed(Cow<'a, str>),
    MomentFailed(Cow<'a, str>),
    MomentDropped(Cow<'a, str>),
    MinutesChosen(u32),
    ExamSet(Option<i32>),
    LessonRead(UnitSpec<'a>),
    VisitPassed(UnitSpec<'a>),
    UnitChecked(UnitSpec<'a>),
    ReplyFiled(FiledSpec<'a>),
}

#[derive(Serialize, Deserialize)]
struct ReviewSpec<'a> {
    #[serde(borrow)]
    requirement: Cow<'a, str>,
    rating: RatingSpec,
    by: BySpec<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seconds: Option<u32>,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Rating", rename_all = "snake_case")]
enum RatingWords {
    Again,
    Hard,
    Good,
}

#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct RatingSpec(#[serde(with = "RatingWords")] Rating);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum BySpec<'a> {
    Play {
        attempt: u32,
        #[serde(borrow)]
        scenario: Cow<'a, str>,
        started: Cow<'a, str>,
    },
    Question(Cow<'a, str>),
    Moment(Cow<'a, str>),
    Phrase(Cow<'a, str>),
}

#[derive(Serialize, Deserialize)]
struct OwnMomentSpec<'a> {
    #[serde(borrow)]
    scenario: Cow<'a, str>,
    scenario_hash: Cow<'a, str>,
    seed: u64,
    before: Vec<Cow<'a, str>>,
    wrong: Cow<'a, str>,
    requirements: Vec<Cow<'a, str>>,
}

#[derive(Serialize, Deserialize)]
struct FiledSpec<'a> {
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    phrase: Option<Cow<'a, str>>,
    /// What is said in a play has no phrase: who knows phrases alone keeps the line as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    choice: Option<FiledChoiceSpec<'a>>,
    language: Cow<'a, str>,
    words: Cow<'a, str>,
    missed: Vec<Cow<'a, str>>,
}

#[derive(Serialize, Deserialize)]
struct FiledChoiceSpec<'a> {
    #[serde(borrow)]
    scenario: Cow<'a, str>,
    scene: Cow<'a, str>,
    id: Cow<'a, str>,
}

#[derive(Serialize, Deserialize)]
struct UnitSpec<'a> {
    #[serde(borrow)]
    course: Cow<'a, str>,
    unit: Cow<'a, str>,
}

impl<'a> DidSpec<'a> {
    fn of(what: &'a Happened) -> Option<DidSpec<'a>> {
        let key = |key: &EventKey| key.to_string().into();
        Some(match what {
            Happened::Reviewed(review) => DidSpec::Reviewed(ReviewSpec::of(review)),
            Happened::MomentMade(moment) => DidSpec::MomentMade(OwnMomentSpec::of(moment)),
            Happened::MomentPassed(moment) => DidSpec::MomentPassed(key(moment)),
            Happened::MomentFailed(moment) => DidSpec::MomentFailed(key(moment)),
            Happened::MomentDropped(moment) => DidSpec::MomentDropped(key(moment)),
            Happened::MinutesChosen(minutes) => DidSpec::MinutesChosen(*minutes),
            Happened::ExamSet(day) => DidSpec::ExamSet(day.map(Day::number)),
            Happened::LessonRead(unit) => DidSpec::LessonRead(UnitSpec::of(unit)),
            Happened::VisitPassed(unit) => DidSpec::VisitPassed(UnitSpec::of(unit)),
            Happened::UnitChecked(unit) => DidSpec::UnitChecked(UnitSpec::of(unit)),
            Happened::ReplyFiled(filed) => DidSpec::ReplyFiled(FiledSpec::of(filed)),
            Happened::Unknown(_) => return None,
        })
    }

    fn happened(self) -> Option<Happened> {
        Some(match self {
            DidSpec::Reviewed(review) => Happened::Reviewed(review.review()?),
            DidSpec::MomentMade(moment) => Happened::MomentMade(moment.moment()?),
            DidSpec::MomentPassed(key) => Happened::MomentPassed(key.parse().ok()?),
            DidSpec::MomentFailed(key) => Happened::MomentFailed(key.parse().ok()?),
            DidSpec::MomentDropped(key) => Happened::MomentDropped(key.parse().ok()?),
            DidSpec::MinutesChosen(minutes) => Happened::MinutesChosen(minutes),
            DidSpec::ExamSet(None) => Happened::ExamSet(None),
            DidSpec::ExamSet(Some(day)) => Happened::ExamSet(Some(Day::new(day)?)),
            DidSpec::LessonRead(unit) => Happened::LessonRead(unit.unit()),
            DidSpec::VisitPassed(unit) => Happened::VisitPassed(unit.unit()),
            DidSpec::UnitChecked(unit) => Happened::UnitChecked(unit.unit()),
            DidSpec::ReplyFiled(filed) => Happened::ReplyFiled(filed.filed()?),
        })
    }
}

impl<'a> ReviewSpec<'a> {
    fn of(review: &'a RequirementReview) -> ReviewSpec<'a> {
        let by = match &review.source {
            ReviewSource::Play(play) => BySpec::Play {
                attempt: play.attempt.get(),
                scenario: (&*play.scenario).into(),
                started: whole_milliseconds(play.started).to_string().into(),
            },
            ReviewSource::Question(id) => BySpec::Question((&**id).into()),
            ReviewSource::Moment(key) => BySpec::Moment(key.to_string().into()),
            ReviewSource::Phrase(id) => BySpec::Phrase((&**id).into()),
        };
        ReviewSpec {
            requirement: (&*review.requirement).into(),
            rating: RatingSpec(review.rating),
            by,
            seconds: review.seconds,
        }
    }

    fn review(self) -> Option<RequirementReview> {
        let source = match self.by {
            BySpec::Play { attempt, scenario, started } => ReviewSource::Play(PlayRef {
                attempt: AttemptId::new(attempt)?,
                scenario: clean(&scenario),
                started: started.parse::<Timestamp>().map(whole_milliseconds).ok()?,
            }),
            BySpec::Question(id) => ReviewSource::Question(clean(&id)),
            BySpec::Moment(key) => ReviewSource::Moment(key.parse().ok()?),
            BySpec::Phrase(id) => ReviewSource::Phrase(clean(&id)),
        };
        let (requirement, rating) = (clean(&self.requirement), self.rating.0);
        Some(RequirementReview { requirement, rating, source, seconds: self.seconds })
    }
}

impl<'a> OwnMomentSpec<'a> {
    fn of(moment: &'a OwnMoment) -> OwnMomentSpec<'a> {
        let list = |ids: &'a [Box<str>]| ids.iter().map(|id| Cow::from(&**id)).collect();
        OwnMomentSpec {
            scenario: (&*moment.scenario).into(),
            scenario_hash: (&*moment.scenario_hash).into(),
            seed: moment.seed.number(),
            before: list(&moment.before),
            wrong: (&*moment.wrong).into(),
            requirements: list(&moment.requirements),
        }
    }

    fn moment(self) -> Option<OwnMoment> {
        let list = |ids: Vec<Cow<str>>| ids.iter().map(|id| clean(id)).collect();
        (self.seed < Seed::LIMIT).then(|| OwnMoment {
            scenario: clean(&self.scenario),
            scenario_hash: clean(&self.scenario_hash),
            seed: Seed::new(self.seed),
            before: list(self.before),
            wrong: clean(&self.wrong),
            requirements: list(self.requirements),
        })
    }
}

impl<'a> FiledSpec<'a> {
    fn of(filed: &'a FiledReply) -> FiledSpec<'a> {
        let (phrase, choice) = match &filed.to {
            FiledTo::Phrase(phrase) => (Some((&**phrase).into()), None),
            FiledTo::Choice { scenario, scene, choice } => {
                let (scenario, scene, id) = ((&**scenario).into(), (&**scene).into(), (&**choice).into());
                (None, Some(FiledChoiceSpec { scenario, scene, id }))
            }
        };
        FiledSpec {
            phrase,
            choice,
            language: (&*filed.language).into(),
            words: (&*filed.words).into(),
            missed: filed.missed.iter().map(|part| Cow::from(&**part)).collect(),
        }
    }

    fn filed(self) -> Option<FiledReply> {
        let to = match (self.phrase, self.choice) {
            (Some(phrase), _) => FiledTo::Phrase(clean(&phrase)),
            (None, Some(own)) => {
                FiledTo::Choice { scenario: clean(&own.scenario), scene: clean(&own.scene), choice: clean(&own.id) }
            }
            (None, None) => return None,
        };
        Some(FiledReply {
            to,
            language: clean(&self.language),
            words: clean(&self.words),
            missed: self.missed.iter().map(|part| clean(part)).collect(),
        })
    }
}

impl<'a> UnitSpec<'a> {
    fn of(unit: &'a CourseUnit) -> UnitSpec<'a> {
        UnitSpec { course: (&*unit.course).into(), unit: (&*unit.unit).into() }
    }

    fn unit(self) -> CourseUnit {
        CourseUnit { course: clean(&self.course), unit: clean(&self.unit) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::journal::JournalOrigin;

    fn event(what: Happened) -> JournalEvent {
        let key = EventKey { origin: JournalOrigin::new(0xd00), number: 12 };
        let at = "2026-03-01T09:00:00.25Z".parse().expect("a moment");
        JournalEvent { key, at, day: Day::new(20_513).expect("a day"), what }
    }

    fn review(source: ReviewSource) -> Happened {
        let requirement = "basic.conduct.visit.normal.07.r1".into();
        Happened::Reviewed(RequirementReview { requirement, rating: Rating::Good, source, seconds: Some(18) })
    }

    fn everything() -> Vec<Happened> {
        let key = EventKey { origin: JournalOrigin::new(7), number: 1 };
        let unit = CourseUnit { course: "basics".into(), unit: "at_the_door".into() };
        let play = PlayRef {
            attempt: AttemptId::FIRST,
            scenario: "customer_not_home".into(),
            started: "2026-03-01T08:00:00Z".parse().expect("a moment"),
        };
        let moment = OwnMoment {
            scenario: "customer_not_home".into(),
            scenario_hash: "ab".into(),
            seed: Seed::new(42),
            before: vec!["ring".into(), "wait".into()],
            wrong: "leave".into(),
            requirements: vec!["basic.x.01.r1".into()],
        };
        vec![
            review(ReviewSource::Play(play)),
            review(ReviewSource::Question("q.1".into())),
            review(ReviewSource::Moment(key)),
            review(ReviewSource::Phrase("一句话".into())),
            Happened::MomentMade(moment),
            Happened::MomentPassed(key),
            Happened::MomentFailed(key),
            Happened::MomentDropped(key),
            Happened::MinutesChosen(10),
            Happened::ExamSet(Day::new(20_600)),
            Happened::ExamSet(None),
            Happened::LessonRead(unit.clone()),
            Happened::VisitPassed(unit.clone()),
            Happened::UnitChecked(unit),
            Happened::ReplyFiled(FiledReply {
                to: FiledTo::Phrase("appt_day_and_hour".into()),
                language: "zh".into(),
                words: "明儿 10 点，成？".into(),
                missed: vec!["basic.x.01.r1 问可不可以".into()],
            }),
            Happened::ReplyFiled(FiledReply {
                to: FiledTo::Choice { scenario: "one".into(), scene: "door/hall".into(), choice: "ask".into() },
                language: "en".into(),
                words: "Ten?".into(),
                missed: vec!["basic.x.01.r1 the day".into()],
            }),
        ]
    }

    #[test]
    fn every_event_is_one_line_and_comes_back_as_it_was() {
        for what in everything() {
            let event = event(what);
            let line = line_of(&event).expect("it is understood");
            assert_eq!((line.matches('\n').count(), line.ends_with('\n')), (1, true), "{line}");
            assert_eq!(event_of(&line), Some(event), "{line}");
        }
    }

    #[test]
    fn a_line_is_something_that_a_person_can_read() {
        let line = line_of(&event(review(ReviewSource::Question("q.1".into())))).expect("a line");
        insta::assert_snapshot!(line, @r#"{"key":"0000000000000d00-12","at":"2026-03-01T09:00:00.25Z","day":20513,"did":{"reviewed":{"requirement":"basic.conduct.visit.normal.07.r1","rating":"good","by":{"question":"q.1"},"seconds":18}}}"#);
    }

    #[test]
    fn what_only_a_newer_version_knows_is_known_by_its_kind() {
        let line = line_of(&event(Happened::MinutesChosen(10))).expect("a line");
        let newer = line.replace(r#"{"minutes_chosen":10}"#, r#"{"sat_exam":{"paper":7}}"#);
        assert_eq!(event_of(&newer), Some(event(Happened::Unknown("sat_exam".into()))));
        let easier =
            line_of(&event(review(ReviewSource::Question("q".into())))).expect("a line").replace("good", "easy");
        assert_eq!(event_of(&easier).map(|event| event.what), Some(Happened::Unknown("reviewed".into())));
        let more = line.replace(r#""day":20513"#, r#""day":20513,"place":"home""#);
        assert_eq!(event_of(&more), Some(event(Happened::MinutesChosen(10))), "also where a line says more");
    }

    #[test]
    fn a_line_cut_anywhere_is_damaged_and_never_another_event() {
        for what in everything() {
            let line = line_of(&event(what)).expect("a line");
            for end in (0..line.trim_end().len()).filter(|end| line.is_char_boundary(*end)) {
                assert_eq!(event_of(&line[..end]), None, "{}", &line[..end]);
            }
        }
    }
}
