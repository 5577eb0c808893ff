//! A sitting, and its answers.

use super::answers::{OfSitting, of_answers};
use super::statement::{Statement, StatementParts, XapiHome, activity, duration, scaled, uuid};
use super::vocabulary::{ASSESSMENT, ATTEMPTED, COMPLETED, EXAMS, FAILED, PASSED, WITNESS};
use crate::content::scenario::Pack;
use crate::exam::marking::{ExamVerdict, Share};
use crate::exam::sitting::Sitting;
use crate::record::sitting::SittingLine;
use crate::trainer::exam_past::PastSitting;
use serde_json::{Map, json};

/// A sitting and each of its answers; nothing where the lines are no sitting. It is marked by the questions of today.
pub fn of_sitting(lines: &[SittingLine], learner: &str, home: &XapiHome, pack: &Pack) -> Vec<Statement> {
    let Ok(sitting) = Sitting::replay(lines) else { return Vec::new() };
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return Vec::new() };
    let begun = sitting.begun();
    let seed = begun.seed.number().to_string();
    let registration = uuid(&[home.address(), learner, &begun.exam, &seed, &first.at.to_string()]);
    let past = PastSitting::of(lines, pack, 0);
    let verdict = past.as_ref().and_then(|own| own.verdict.as_ref());
    let (verb, success) = match verdict {
        _ if sitting.closed().is_none() => (ATTEMPTED, None),
        Some(ExamVerdict::Passed) => (PASSED, Some(true)),
        Some(ExamVerdict::Failed(_)) => (FAILED, Some(false)),
        Some(ExamVerdict::Borderline) | None => (COMPLETED, None),
    };
    let mut result = json!({"completion": sitting.closed().is_some(), "duration": duration(sitting.used())});
    if let Some(success) = success {
        result["success"] = json!(success);
    }
    if let (Some(past), Some(_)) = (&past, verdict) {
        let Share(hundredths) = past.quiz;
        let raw = f64::from(hundredths) / 100.0;
        result["score"] = json!({"scaled": scaled(raw / 100.0), "raw": raw, "min": 0, "max": 100});
    }
    let title = pack.blueprints.find(&begun.exam).map(|own| &own.title);
    let mut context = Map::new();
    if let Some(proctor) = sitting.proctor() {
        context.insert("extensions".to_owned(), json!({home.below(WITNESS, ""): proctor}));
    }
    let told = StatementParts {
        home,
        learner,
        lang: begun.language,
        at: last.at,
        verb,
        object: activity(&home.below(EXAMS, &begun.exam), ASSESSMENT, title),
        result: Some(result),
        registration: registration.clone(),
        context,
    };
    let mut all = vec![told.statement()];
    all.extend(of_answers(&sitting, lines, &OfSitting { home, learner, registration: &registration, pack }));
    all
}
