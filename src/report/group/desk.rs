//! A group as lists to look through on a screen: each thing as some lines, of which the first names it.

use super::document::GroupDocument;
use super::exam_wording::GroupExamRow;
use super::replies::{place, state};
use super::shares::cell;
use super::wording::{GroupSectionRow, GroupWording};
use crate::report::coverage::Signs;
use crate::speech::messages::Messages;
use crate::tr;
use crate::trainer::group::{FiledSentence, GroupReport, LearnerDigest};

/// The lists of a desk.
#[derive(Clone, Debug, Default)]
pub struct DeskLists {
    /// Everybody.
    pub learners: Vec<Vec<String>>,
    /// The sections of the standard.
    pub sections: Vec<Vec<String>>,
    /// The choices that went wrong.
    pub choices: Vec<Vec<String>>,
    /// The requirements that are lost.
    pub lost: Vec<Vec<String>>,
    /// The sentences that should count.
    pub replies: Vec<Vec<String>>,
    /// What is to be known about the choices: of how many plays they are.
    pub judged: String,
}

/// All lists, in the language of these messages.
pub fn lists(document: &GroupDocument, words: &Messages, signs: Signs) -> DeskLists {
    let wording = GroupWording::new(document, words);
    let headings = &wording.headings;
    let learners = wording.learners.iter().zip(&document.report.learners).map(|(own, digest)| {
        let facts = [
            own.plays.clone(),
            format!("{} {}", headings.days, own.days),
            format!("{} {}", headings.time, own.time),
            format!("{} {}", headings.last, own.last),
            format!("{} {}", headings.due, own.due),
        ];
        let mut lines = vec![own.name.clone(), facts.join(" · ")];
        lines.extend(
            digest.exams.last().and_then(|_| wording.exams.iter().rfind(|exam| exam.learner == digest.name)).map(exam),
        );
        lines
    });
    let sections = wording.sections.iter().map(|own| {
        let (met, due) = (usize::try_from(own.met.met).unwrap_or(0), usize::try_from(own.met.due).unwrap_or(0));
        vec![format!("{}  {}", own.title, own.id), format!("{} {}", signs.bar(met, due), own.told)]
    });
    let choices = wording.wrong.iter().map(|own| {
        let mut lines = vec![own.place.clone(), own.choice.clone(), own.told.clone(), own.best.clone()];
        lines.extend(own.at_stake.iter().map(|row| format!("- {row}")));
        lines
    });
    let lost = wording.lost.iter().map(|own| vec![format!("{}  {}", own.requirement, own.id), own.told.clone()]);
    DeskLists {
        learners: learners.collect(),
        sections: sections.collect(),
        choices: choices.collect(),
        lost: lost.collect(),
        replies: document.report.replies.iter().map(|own| reply(own, document, words)).collect(),
        judged: wording.wrong_told.clone(),
    }
}

fn exam(own: &GroupExamRow) -> String {
    format!("{}, {}: {}", own.exam, own.date, own.outcome)
}

fn reply(own: &FiledSentence, document: &GroupDocument, words: &Messages) -> Vec<String> {
    let comma = tr!(words, "list-comma");
    let (times, names, since) = (own.times, own.by.join(&comma), own.since.to_string());
    vec![
        format!("{}. {}", own.number, own.reply.words),
        place(own, document.pack, words),
        state(own, words),
        tr!(words, "replies-by", times = times, names = names, since = since),
    ]
}

/// One learner: first what there is to know, then each play, the newest first.
pub fn of_learner(document: &GroupDocument, learner: usize, words: &Messages) -> Vec<Vec<String>> {
    let Some(digest) = document.report.learners.get(learner) else { return Vec::new() };
    let report = alone(document.report, digest);
    let wording = GroupWording::new(&GroupDocument { report: &report, pack: document.pack, is_one: true }, words);
    let mut first = vec![wording.title.clone()];
    first.extend(wording.exams.iter().flat_map(|own| [exam(own), own.level.clone()]));
    let mut weak: Vec<&GroupSectionRow> = wording.sections.iter().filter(|own| own.met.missed() > 0).collect();
    weak.sort_by_key(|own| own.met.percent());
    let least = |own: &&GroupSectionRow| {
        let (share, section) = (cell(own.met), own.title.as_str());
        tr!(words, "desk-least", share = share, section = section)
    };
    first.extend(weak.iter().take(3).map(least));
    let due = wording.due.len();
    first.push(format!("{} {due}", wording.headings.due));
    let plays = wording.plays.iter().map(|own| {
        let remarks = if own.remarks.is_empty() { String::new() } else { format!(" · {}", own.remarks) };
        vec![own.scenario.clone(), format!("{} · {} · {}{remarks}", own.score, own.date, own.mode)]
    });
    [first].into_iter().chain(plays).collect()
}

/// The same report of one learner alone.
fn alone(report: &GroupReport, digest: &LearnerDigest) -> GroupReport {
    GroupReport {
        learners: vec![digest.clone()],
        wrong: Vec::new(),
        lost: Vec::new(),
        sections: report.sections.clone(),
        replies: Vec::new(),
        days: Vec::new(),
        ..*report
    }
}
