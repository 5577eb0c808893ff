//! Exams in words: what one consists of, how it stands with this candidate, why it may not be begun, and what a sitting came
//! to. Of questions only sections are told, never which.

use super::exam_past::{CannotSit, PastSitting, may_sit};
use super::exam_run::VisitStage;
use crate::content::blueprint::Blueprint;
use crate::content::scenario::Pack;
use crate::exam::marking::{ExamVerdict, FailReason, Share, SittingMarks};
use crate::exam::sitting::{ProctorTurn, Sitting};
use crate::record::day::Day;
use crate::speech::messages::Messages;
use crate::tr;
use std::time::Duration;

/// What an exam consists of.
pub fn facts(words: &Messages, blueprint: &Blueprint) -> String {
    let visits = blueprint.scenarios.as_ref().map_or(0, |pool| pool.count);
    tr!(words, "exam-facts", items = blueprint.items(), visits = visits, minutes = blueprint.minutes)
}

/// What whoever begins one agrees to.
pub fn rules(words: &Messages) -> [String; 4] {
    [tr!(words, "exam-rules-1"), tr!(words, "exam-rules-2"), tr!(words, "exam-rules-3"), tr!(words, "exam-rules-4")]
}

/// How an exam stands with somebody who sat these before.
pub fn state(words: &Messages, blueprint: &Blueprint, past: &[PastSitting], pack: &Pack, today: Day) -> String {
    let own = past.iter().rev().find(|own| own.exam == blueprint.id);
    match own {
        Some(open) if !open.is_closed => return tr!(words, "exam-state-open"),
        Some(waiting) if waiting.verdict == Some(ExamVerdict::Borderline) => {
            return tr!(words, "exam-state-borderline");
        }
        Some(passed) if passed.is_passed() => {
            return tr!(words, "exam-state-passed", date = passed.day.date().to_string(), quiz = passed.quiz.points());
        }
        Some(_) | None => {}
    }
    match (may_sit(blueprint, past, today), own) {
        (Err(why), _) => refusal(words, &why, pack),
        (Ok(()), Some(failed)) => tr!(words, "exam-state-failed", date = failed.day.date().to_string()),
        (Ok(()), None) => tr!(words, "exam-state-new"),
    }
}

/// What a sitting of the past came to, in a few words.
pub fn outcome(words: &Messages, past: &PastSitting) -> String {
    let quiz = past.quiz.points();
    match &past.verdict {
        _ if !past.is_closed => tr!(words, "exam-outcome-open"),
        None => tr!(words, "exam-outcome-unmarked"),
        Some(ExamVerdict::Passed) => tr!(words, "exam-outcome-passed", quiz = quiz),
        Some(ExamVerdict::Borderline) => tr!(words, "exam-outcome-borderline", quiz = quiz),
        Some(ExamVerdict::Failed(_)) => tr!(words, "exam-outcome-failed", quiz = quiz),
    }
}

/// How far what a sitting came to can be trusted until somebody certifies it.
pub fn level(words: &Messages, sitting: &Sitting) -> Vec<String> {
    let mut told = vec![match sitting.proctor() {
        Some(proctor) => tr!(words, "exam-proctored", proctor = proctor),
        None => tr!(words, "exam-practice"),
    }];
    if sitting.awaits_proctor() == Some(ProctorTurn::Closes) {
        told.push(tr!(words, "exam-proctor-open-end"));
    }
    told.push(tr!(words, "exam-record"));
    told
}

/// Why an exam may not be begun.
pub fn refusal(words: &Messages, why: &CannotSit, pack: &Pack) -> String {
    let title =
        |id: &str| pack.blueprints.find(id).map_or(id.to_owned(), |own| own.title.in_lang(words.lang()).to_owned());
    match why {
        CannotSit::Open(exam) => tr!(words, "exam-refused-open", exam = title(exam)),
        CannotSit::After(exam) => tr!(words, "exam-refused-after", exam = title(exam)),
        CannotSit::Wait(day) => tr!(words, "exam-refused-wait", date = day.date().to_string()),
        CannotSit::TooOften(times, days) => tr!(words, "exam-refused-often", times = times, days = days),
    }
}

/// How much time is left; whole minutes, rounded up.
pub fn time_left(words: &Messages, left: Duration) -> String {
    let minutes = left.as_secs().div_ceil(60);
    if left.as_secs() < 60 { tr!(words, "exam-last-minute") } else { tr!(words, "exam-time-left", minutes = minutes) }
}

/// How much time is left, where there is room for a word or two.
pub fn time_short(words: &Messages, left: Duration) -> String {
    let minutes = left.as_secs().div_ceil(60);
    if left.as_secs() < 60 {
        tr!(words, "exam-minute-left")
    } else {
        tr!(words, "exam-minutes-left", minutes = minutes)
    }
}

/// How many questions are open and marked, and the time.
pub fn standing(words: &Messages, sitting: &Sitting) -> String {
    let between = tr!(words, "between-sentences");
    format!("{}{between}{}", counts(words, sitting), time_left(words, sitting.time_left()))
}

/// How many questions are open and marked.
pub fn counts(words: &Messages, sitting: &Sitting) -> String {
    let flagged = (0..sitting.items().len()).filter(|item| sitting.is_flagged(*item)).count();
    let (items, open) = (sitting.items().len(), sitting.open_items());
    tr!(words, "exam-standing", items = items, open = open, flagged = flagged)
}

/// How a question stands.
pub fn item(words: &Messages, sitting: &Sitting, item: usize) -> String {
    let flagged = sitting.is_flagged(item);
    match (sitting.reply(item).is_some(), flagged) {
        (true, false) => tr!(words, "exam-item-answered"),
        (true, true) => tr!(words, "exam-item-answered-flagged"),
        (false, false) => tr!(words, "exam-item-open"),
        (false, true) => tr!(words, "exam-item-open-flagged"),
    }
}

/// How a scenario of the paper stands.
pub fn stage(words: &Messages, stage: VisitStage) -> String {
    match stage {
        VisitStage::Waiting => tr!(words, "exam-visit-waiting"),
        VisitStage::Open => tr!(words, "exam-visit-open"),
        VisitStage::Over => tr!(words, "exam-visit-over"),
        VisitStage::Left => tr!(words, "exam-visit-left"),
    }
}

/// What a sitting came to: the verdict and why, then the figures.
pub fn result(
    words: &Messages,
    marks: &SittingMarks,
    verdict: &ExamVerdict,
    blueprint: &Blueprint,
    pack: &Pack,
) -> Vec<String> {
    let mut told = vec![match verdict {
        ExamVerdict::Passed => tr!(words, "exam-verdict-passed"),
        ExamVerdict::Borderline => tr!(words, "exam-verdict-borderline", items = blueprint.further),
        ExamVerdict::Failed(_) => tr!(words, "exam-verdict-failed"),
    }];
    if let ExamVerdict::Failed(reasons) = verdict {
        told.extend(reasons.iter().map(|reason| why(words, reason, pack)));
    }
    let (quiz, error) = (points(marks.quiz()), points(marks.quiz_error()));
    told.push(tr!(words, "exam-quiz", quiz = quiz, error = error, cut = blueprint.cuts.quiz));
    for (block, mark) in blueprint.blocks.iter().zip(&marks.blocks) {
        let title = block.title.in_lang(words.lang());
        told.push(tr!(words, "exam-block", title = title, points = points(mark.share), items = mark.items));
    }
    for visit in &marks.visits {
        let title = scenario(words, &visit.scenario, pack);
        told.push(if visit.is_finished {
            tr!(words, "exam-visit", title = title, points = points(visit.share))
        } else {
            tr!(words, "exam-visit-unfinished", title = title)
        });
    }
    told.extend(to_practise(words, marks, pack));
    told
}

/// The sections in which most was lost, to be practised; none where nothing was.
fn to_practise(words: &Messages, marks: &SittingMarks, pack: &Pack) -> Option<String> {
    let mut sections: Vec<_> = marks.items.iter().filter(|own| own.share < Share::of_points(100)).collect();
    sections.sort_by_key(|own| own.section);
    sections.dedup_by_key(|own| own.section);
    let titles = sections.iter().map(|own| {
        let section = &pack.standard.sections[own.section.index()];
        section.title.in_lang(words.lang())
    });
    let titles: Vec<&str> = titles.collect();
    let comma = tr!(words, "list-comma");
    (!titles.is_empty()).then(|| tr!(words, "exam-to-practise", sections = titles.join(&comma)))
}

fn why(words: &Messages, reason: &FailReason, pack: &Pack) -> String {
    match reason {
        FailReason::Quiz { share, cut } => {
            tr!(words, "exam-why-quiz", points = points(*share), cut = points(*cut))
        }
        FailReason::Section { section, share, cut } => {
            let known = pack.standard.sections.iter().find(|own| own.id == *section);
            let title = known.map_or(&**section, |own| own.title.in_lang(words.lang()));
            tr!(words, "exam-why-section", title = title, points = points(*share), cut = points(*cut))
        }
        FailReason::Visits { share, cut } => {
            tr!(words, "exam-why-visits", points = points(*share), cut = points(*cut))
        }
        FailReason::Visit { scenario: id, share, cut } => {
            let title = scenario(words, id, pack);
            tr!(words, "exam-why-visit", title = title, points = points(*share), cut = points(*cut))
        }
        FailReason::Critical { scenario: id, requirement } => {
            let title = scenario(words, id, pack);
            let row = pack.standard.requirement(*requirement).text.in_lang(words.lang());
            tr!(words, "exam-why-critical", title = title, row = row)
        }
    }
}

/// The title of a scenario, or its id where it is not there any more.
pub fn scenario(words: &Messages, id: &str, pack: &Pack) -> String {
    let head = pack.scenarios.heads().find(|own| *own.id == *id);
    head.map_or(id.to_owned(), |own| own.title.in_lang(words.lang()).to_owned())
}

/// Whole points, rounded down.
fn points(share: Share) -> u32 {
    share.points()
}
