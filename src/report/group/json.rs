//! A group as JSON.

use super::csv::{level, verdict};
use super::document::GroupDocument;
use crate::content::scenario::Pack;
use crate::content::standard::{SectionId, Tier};
use crate::play::scoring::Score;
use crate::record::journal::FiledTo;
use crate::report::json::{DocumentKind, JsonDocument, document, percent};
use crate::trainer::group::{
    DigestPlay, FiledSentence, FiledState, GroupReport, LearnerDigest, LostRow, MetShare, PractisingDay, SatExam,
    WrongChoice,
};
use serde_json::{Value, json};

/// The whole document.
pub fn render(told: &GroupDocument) -> JsonDocument {
    let (report, pack) = (told.report, told.pack);
    let learner = |own: &LearnerDigest| learner(own, pack);
    let one = report.learners.first().filter(|_| told.is_one);
    let keys = json!({
        "day": report.today.to_string(),
        "counts": counts(report),
        "learners": report.learners.iter().map(learner).collect::<Vec<Value>>(),
        "sections": report.sections.iter().map(|own| section(own, pack)).collect::<Vec<Value>>(),
        "wrong_choices": report.wrong.iter().map(|own| wrong(own, pack)).collect::<Vec<Value>>(),
        "lost": report.lost.iter().map(|own| lost(own, pack)).collect::<Vec<Value>>(),
        "days": report.days.iter().map(day).collect::<Vec<Value>>(),
        "replies": report.replies.iter().map(|own| reply(own, pack)).collect::<Vec<Value>>(),
        "plays": one.map(|own| own.plays.iter().map(play).collect::<Vec<Value>>()),
        "due": one.map(|own| ids(&own.due, pack)),
    });
    document(DocumentKind::Report, keys)
}

fn counts(report: &GroupReport) -> Value {
    let plays: usize = report.learners.iter().map(|own| own.plays.len()).sum();
    json!({"learners": report.learners.len(), "plays": plays, "over": report.over, "judged": report.judged})
}

fn ids(requirements: &[crate::content::standard::RequirementId], pack: &Pack) -> Vec<Value> {
    requirements.iter().map(|id| json!(pack.standard.requirement(*id).id)).collect()
}

fn learner(own: &LearnerDigest, pack: &Pack) -> Value {
    let best = |(scenario, score): (&str, Score)| json!({"scenario": scenario, "score": score.percent()});
    json!({
        "learner": own.name,
        "is_named": own.is_named,
        "counts": {
            "plays": own.plays.len(),
            "over": own.plays.iter().filter(|play| play.is_over).count(),
            "first_runs": own.plays.iter().filter(|play| play.is_first).count(),
            "days": own.days.len(),
            "known": own.known,
            "due": own.due.len(),
        },
        "practised_seconds": own.seconds,
        "first_day": own.days.first().map(ToString::to_string),
        "last_day": own.days.last().map(ToString::to_string),
        "best_first_runs": own.bests().into_iter().map(best).collect::<Vec<Value>>(),
        "exams": own.exams.iter().map(exam).collect::<Vec<Value>>(),
        "sections": own.sections(pack).iter().map(|own| section(own, pack)).collect::<Vec<Value>>(),
    })
}

fn exam(own: &SatExam) -> Value {
    let (level, issuer, witness) = level(&own.level);
    let named = |words: String| Some(words).filter(|words| !words.is_empty());
    let marked = own.marked.as_ref();
    let visits = marked.map(|own| {
        let visit =
            |(id, share): &(Box<str>, crate::exam::marking::Share)| json!({"scenario": id, "score": percent(share.0)});
        own.visits.iter().map(visit).collect::<Vec<Value>>()
    });
    json!({
        "exam": own.exam,
        "tier": own.tier.map(Tier::word),
        "day": own.day.to_string(),
        "verdict": verdict(own),
        "quiz": marked.map(|own| percent(own.quiz.0)),
        "error": marked.map(|own| percent(own.error.0)),
        "visits": visits,
        "level": level,
        "issuer": named(issuer),
        "witness": named(witness),
        "is_stale": own.is_stale,
        "clock_went_back": own.clock_went_back,
        "extra_seconds": u64::from(own.extra_minutes) * 60,
        "used_seconds": own.used.as_secs(),
    })
}

/// A share as a program reads it; null of none.
fn share(own: MetShare) -> (Option<f64>, Option<Value>) {
    let hundredths = |share: f64| (share * 10_000.0).round() / 100.0;
    let interval = own.interval();
    let known = own.share().map(hundredths);
    (known, known.map(|_| json!({"low": hundredths(interval.low), "high": hundredths(interval.high)})))
}

fn section((id, met): &(SectionId, MetShare), pack: &Pack) -> Value {
    let (share, interval) = share(*met);
    json!({
        "section": pack.standard.sections[id.index()].id,
        "counts": {"due": met.due, "met": met.met},
        "share": share,
        "interval": interval,
        "is_few": met.is_few(),
    })
}

fn wrong(own: &WrongChoice, pack: &Pack) -> Value {
    let (share, interval) = share(own.taken);
    json!({
        "scenario": own.scenario,
        "scene": own.scene,
        "choice": own.choice,
        "best_choice": own.best,
        "label": own.label.word(),
        "counts": {
            "chosen": own.taken.due,
            "wrong": own.taken.met,
            "learners": own.learners.len(),
            "critical": own.critical,
        },
        "share": share,
        "interval": interval,
        "is_few": own.taken.is_few(),
        "requirements": ids(&own.at_stake, pack),
    })
}

fn lost(own: &LostRow, pack: &Pack) -> Value {
    let (share, interval) = share(own.met);
    json!({
        "requirement": pack.standard.requirement(own.requirement).id,
        "scenario": own.scenario,
        "scenes": own.scenes,
        "counts": {"due": own.met.due, "met": own.met.met, "learners": own.learners},
        "share": share,
        "interval": interval,
        "is_few": own.met.is_few(),
    })
}

fn day(own: &PractisingDay) -> Value {
    json!({"day": own.day.to_string(), "counts": {"learners": own.learners}})
}

fn play(own: &DigestPlay) -> Value {
    json!({
        "scenario": own.scenario,
        "started": own.started.to_string(),
        "mode": own.mode.word(),
        "took_seconds": own.seconds,
        "hints": own.hints,
        "is_over": own.is_over,
        "is_first_run": own.is_first,
        "score": own.score.map(Score::percent),
        "is_current": own.is_current,
    })
}

fn reply(own: &FiledSentence, pack: &Pack) -> Value {
    let (state, missed) = match &own.state {
        FiledState::Accepted => ("accepted", Vec::new()),
        FiledState::Heard => ("heard", Vec::new()),
        FiledState::Gone => ("gone", Vec::new()),
        FiledState::Unheard(missed) => ("unheard", missed.iter().collect()),
    };
    let part = |part: &&crate::play::hearing::ElementHearing| {
        json!({
            "requirement": pack.standard.requirement(part.requirement).id,
            "part": crate::report::localized::LocalizedText::from(&part.name).json(),
        })
    };
    let (scenario, scene, choice) = match &own.reply.to {
        FiledTo::Phrase(_) => (None, None, None),
        FiledTo::Choice { scenario, scene, choice } => (Some(scenario), Some(scene), Some(choice)),
    };
    json!({
        "number": own.number,
        "language": own.reply.language,
        "words": own.reply.words,
        "phrase": own.phrase.as_ref().map(|phrase| phrase.id.clone()),
        "scenario": scenario,
        "scene": scene,
        "choice": choice,
        "since": own.since.to_string(),
        "counts": {"times": own.times, "learners": own.by.len()},
        "state": state,
        "missed": missed.iter().map(part).collect::<Vec<Value>>(),
    })
}
