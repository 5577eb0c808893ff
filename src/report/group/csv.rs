//! A group as tables for spreadsheets, in UTF-8: one table each, a row a thing, shares as what they are of.

use super::document::GroupDocument;
use super::exam_wording::exam_title;
use super::wording::{date, scenario_title};
use crate::exam::marking::{ExamVerdict, Share};
use crate::record::certificate::ExamWitness;
use crate::speech::messages::Messages;
use crate::trainer::group::{LearnerDigest, MetShare, ResultLevel, SatExam};

/// Which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportTable {
    /// A row a learner.
    Learners,
    /// A row an exam that was sat.
    Exams,
    /// A row a section of each learner.
    Sections,
    /// A row a choice that went wrong.
    Choices,
    /// A row a requirement that was lost in a scenario.
    Requirements,
    /// A row a play.
    Plays,
}

/// The whole table, with titles in the language of these messages.
pub fn render(document: &GroupDocument, table: ReportTable, words: &Messages) -> String {
    let (head, rows) = match table {
        ReportTable::Learners => learners(document),
        ReportTable::Exams => exams(document, words),
        ReportTable::Sections => sections(document, words),
        ReportTable::Choices => choices(document, words),
        ReportTable::Requirements => requirements(document, words),
        ReportTable::Plays => plays(document, words),
    };
    let rows = rows.iter().map(|own| own.iter().map(|field| cell(field)).collect::<Vec<_>>().join(",") + "\n");
    format!("{head}\n{}", rows.collect::<String>())
}

type Rows = (&'static str, Vec<Vec<String>>);

/// A field, in quotation marks where something in it would mean something else. What a spreadsheet would take for a formula is
/// made a text: names are what learners type.
fn cell(words: &str) -> String {
    let is_formula = words.starts_with(['=', '+', '-', '@', '\t', '\r']) && words.parse::<f64>().is_err();
    let words = if is_formula { format!("'{words}") } else { words.to_owned() };
    let is_plain = !words.contains(['"', ',', ';', '\t', '\n', '\r']) && words.trim() == words;
    if is_plain { words } else { format!("\"{}\"", words.replace('"', "\"\"")) }
}

fn learners(document: &GroupDocument) -> Rows {
    let row = |own: &LearnerDigest| {
        let over = own.plays.iter().filter(|play| play.is_over).count();
        let firsts = own.plays.iter().filter(|play| play.is_first).count();
        let passed = own.exams.iter().filter(|exam| exam.is_passed()).count();
        let day = |day: Option<&crate::record::day::Day>| day.map(ToString::to_string).unwrap_or_default();
        vec![
            own.name.clone(),
            own.plays.len().to_string(),
            over.to_string(),
            firsts.to_string(),
            own.days.len().to_string(),
            day(own.days.first()),
            day(own.days.last()),
            own.seconds.to_string(),
            own.known.to_string(),
            own.due.len().to_string(),
            own.exams.len().to_string(),
            passed.to_string(),
        ]
    };
    let head = "learner,plays,over,first_runs,days,first_day,last_day,practised_seconds,known,due,exams,passed";
    (head, document.report.learners.iter().map(row).collect())
}

fn exams(document: &GroupDocument, words: &Messages) -> Rows {
    let row = |learner: &LearnerDigest, own: &SatExam| {
        let hundredths = |share: Share| share.to_string();
        let marked = own.marked.as_ref();
        let (level, issuer, witness) = level(&own.level);
        vec![
            learner.name.clone(),
            own.exam.to_string(),
            exam_title(words, &own.exam, document.pack),
            own.tier.map(|tier| tier.word().to_owned()).unwrap_or_default(),
            own.day.to_string(),
            verdict(own).to_owned(),
            marked.map(|own| hundredths(own.quiz)).unwrap_or_default(),
            marked.map(|own| hundredths(own.error)).unwrap_or_default(),
            level.to_owned(),
            issuer,
            witness,
        ]
    };
    let all = document.report.learners.iter();
    let rows = all.flat_map(|learner| learner.exams.iter().map(move |own| row(learner, own))).collect();
    ("learner,exam,title,tier,day,verdict,quiz,error,level,issuer,witness", rows)
}

/// What a sitting came to, as documents name it.
pub(super) fn verdict(own: &SatExam) -> &'static str {
    match own.marked.as_ref().map(|own| &own.verdict) {
        Some(ExamVerdict::Passed) => "pass",
        Some(ExamVerdict::Borderline) => "borderline",
        Some(ExamVerdict::Failed(_)) => "fail",
        None if own.closed.is_none() => "open",
        None => "unmarked",
    }
}

/// A level as documents name it, whose signature it is, and who saw it.
pub(super) fn level(own: &ResultLevel) -> (&'static str, String, String) {
    match own {
        ResultLevel::Practice => ("practice", String::new(), String::new()),
        ResultLevel::Unsure { certificate, .. } => ("practice", certificate.issuer.name.to_string(), String::new()),
        ResultLevel::Signed { issuer, witness } => match witness {
            ExamWitness::Nobody => ("replayed", issuer.to_string(), String::new()),
            ExamWitness::Proctor(name) => ("supervised", issuer.to_string(), name.to_string()),
            ExamWitness::Place(place) => ("served", issuer.to_string(), place.to_string()),
        },
    }
}

/// What a share is of, itself in percent with two decimals, and where it may lie.
fn share(own: MetShare) -> [String; 5] {
    let percent = |share: f64| format!("{:.2}", share * 100.0);
    let interval = own.interval();
    let known = own.share();
    let only = |told: String| known.map(|_| told).unwrap_or_default();
    [
        own.due.to_string(),
        own.met.to_string(),
        known.map(percent).unwrap_or_default(),
        only(percent(interval.low)),
        only(percent(interval.high)),
    ]
}

fn sections(document: &GroupDocument, words: &Messages) -> Rows {
    let pack = document.pack;
    let mut rows = Vec::new();
    let group = document.report.sections.iter().map(|own| ("", *own));
    let each = document.report.learners.iter();
    let each = each.flat_map(|own| own.sections(pack).into_iter().map(|section| (own.name.as_str(), section)));
    for (learner, (id, met)) in group.chain(each) {
        let section = &pack.standard.sections[id.index()];
        let mut row = vec![learner.to_owned(), section.id.to_string(), section.title.in_lang(words.lang()).to_owned()];
        row.extend(share(met));
        rows.push(row);
    }
    ("learner,section,title,due,met,share,low,high", rows)
}

fn choices(document: &GroupDocument, words: &Messages) -> Rows {
    let row = |own: &crate::trainer::group::WrongChoice| {
        let ids: Vec<&str> = own.at_stake.iter().map(|id| &*document.pack.standard.requirement(*id).id).collect();
        let mut row = vec![
            own.scenario.to_string(),
            scenario_title(words, &own.scenario, document.pack),
            own.scene.to_string(),
            own.choice.to_string(),
            own.best.to_string(),
            own.label.word().to_owned(),
            own.learners.len().to_string(),
            own.critical.to_string(),
            ids.join(" "),
        ];
        row.extend(share(own.taken));
        row
    };
    let head =
        "scenario,title,scene,choice,best_choice,label,learners,critical,requirements,chosen,wrong,share,low,high";
    (head, document.report.wrong.iter().map(row).collect())
}

fn requirements(document: &GroupDocument, words: &Messages) -> Rows {
    let row = |own: &crate::trainer::group::LostRow| {
        let requirement = document.pack.standard.requirement(own.requirement);
        let scenes: Vec<&str> = own.scenes.iter().map(|scene| &**scene).collect();
        let mut row = vec![
            requirement.id.to_string(),
            requirement.text.in_lang(words.lang()).to_owned(),
            own.scenario.to_string(),
            scenes.join(" "),
            own.learners.to_string(),
        ];
        row.extend(share(own.met));
        row
    };
    ("requirement,text,scenario,scenes,learners,due,met,share,low,high", document.report.lost.iter().map(row).collect())
}

fn plays(document: &GroupDocument, words: &Messages) -> Rows {
    let row = |learner: &LearnerDigest, own: &crate::trainer::group::DigestPlay| {
        vec![
            learner.name.clone(),
            date(own.started),
            own.scenario.to_string(),
            scenario_title(words, &own.scenario, document.pack),
            own.mode.word().to_owned(),
            own.seconds.to_string(),
            own.is_over.to_string(),
            own.is_first.to_string(),
            own.hints.to_string(),
            own.score.map(|score| format!("{:.2}", score.percent())).unwrap_or_default(),
            own.is_current.to_string(),
        ]
    };
    let all = document.report.learners.iter();
    let rows = all.flat_map(|learner| learner.plays.iter().map(move |own| row(learner, own))).collect();
    ("learner,day,scenario,title,mode,seconds,over,first_run,hints,score,current", rows)
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_name_is_never_a_formula_and_a_number_stays_one() {
        assert_eq!(cell("=HYPERLINK(\"http://x\")"), "\"'=HYPERLINK(\"\"http://x\"\")\"");
        assert_eq!(cell("@lin"), "'@lin");
        assert_eq!(cell("-5.25"), "-5.25");
        assert_eq!(cell("Lin, Na"), "\"Lin, Na\"");
        assert_eq!(cell("李娜"), "李娜");
    }
}
