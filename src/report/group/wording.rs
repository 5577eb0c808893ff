//! What a document about a group says in one language: what is said, not how it looks.

use super::document::GroupDocument;
use super::exam_wording::{GroupExamRow, exam_row};
use super::shares::{cell, told};
use crate::content::scenario::{Choice, Pack, Scene};
use crate::content::standard::{RequirementId, SectionId};
use crate::play::scoring::Score;
use crate::speech::messages::Messages;
use crate::speech::narration::{Slots, label, mode_name};
use crate::tr;
use crate::trainer::group::{DigestPlay, LearnerDigest, LostRow, MetShare, WrongChoice};
use jiff::Timestamp;
use jiff::tz::Offset;

/// Everything that a document about a group says.
pub(super) struct GroupWording {
    pub lang: String,
    pub title: String,
    pub headings: GroupHeadings,
    pub exams: Vec<GroupExamRow>,
    pub learners: Vec<GroupLearnerRow>,
    pub sections: Vec<GroupSectionRow>,
    pub wrong: Vec<GroupWrongRow>,
    /// How many plays that is of.
    pub wrong_told: String,
    pub lost: Vec<LostWords>,
    /// By day of the last weeks: the date, and how many practised.
    pub days: Vec<(String, usize)>,
    /// Sentences that wait for a decision; none where there are none.
    pub replies: Option<String>,
    /// Every play of one learner, where one was asked for.
    pub plays: Vec<GroupPlayRow>,
    /// What is due to that learner.
    pub due: Vec<String>,
    /// Whether some share is of few.
    pub has_few: bool,
}

pub(super) struct GroupHeadings {
    pub exams: String,
    pub exam: String,
    pub outcome: String,
    pub level: String,
    pub no_exams: String,
    pub learners: String,
    pub learner: String,
    pub plays: String,
    pub days: String,
    pub time: String,
    pub last: String,
    pub known: String,
    pub due: String,
    pub best: String,
    pub sections: String,
    pub sections_mean: String,
    pub section: String,
    pub group: String,
    pub wrong: String,
    pub wrong_none: String,
    pub lost: String,
    pub lost_none: String,
    pub calendar: String,
    pub calendar_means: String,
    pub few: String,
    pub every_play: String,
    pub due_now: String,
}

pub(super) struct GroupLearnerRow {
    pub name: String,
    pub plays: String,
    pub days: usize,
    pub time: String,
    pub last: String,
    pub known: usize,
    pub due: usize,
    /// The best first run of each scenario.
    pub bests: Vec<(String, Score)>,
}

pub(super) struct GroupSectionRow {
    pub id: String,
    pub title: String,
    pub met: MetShare,
    pub told: String,
    /// By learner.
    pub cells: Vec<(MetShare, String)>,
}

pub(super) struct GroupWrongRow {
    pub place: String,
    pub choice: String,
    pub best: String,
    pub told: String,
    pub share: MetShare,
    pub at_stake: Vec<String>,
}

pub(super) struct LostWords {
    pub requirement: String,
    pub id: String,
    pub told: String,
    pub share: MetShare,
}

pub(super) struct GroupPlayRow {
    pub date: String,
    pub scenario: String,
    pub mode: String,
    pub score: String,
    pub remarks: String,
}

impl GroupWording {
    pub(super) fn new(document: &GroupDocument, words: &Messages) -> GroupWording {
        let (report, pack) = (document.report, document.pack);
        let learners = &report.learners;
        let exams = learners.iter().flat_map(|own| own.exams.iter().map(|exam| exam_row(own, exam, pack, words)));
        let sections = sections(document, words);
        let wrong: Vec<GroupWrongRow> = report.wrong.iter().filter_map(|own| wrong_row(own, pack, words)).collect();
        let lost: Vec<LostWords> = report.lost.iter().map(|own| lost_words(own, pack, words)).collect();
        let one = learners.first().filter(|_| document.is_one);
        let (judged, over) = (report.judged, report.over);
        let open = report.replies.iter().filter(|own| own.state.is_open()).count();
        let has_few = sections.iter().any(|own| is_few(own.met))
            || wrong.iter().any(|own| is_few(own.share))
            || lost.iter().any(|own| is_few(own.share))
            || sections.iter().flat_map(|own| &own.cells).any(|(own, _)| is_few(*own));
        GroupWording {
            lang: words.lang().tag().to_owned(),
            title: title(document, words),
            headings: headings(words),
            exams: exams.collect(),
            learners: learners.iter().map(|own| learner_row(own, pack, words)).collect(),
            wrong_told: tr!(words, "report-judged", judged = judged, over = over),
            wrong,
            lost,
            days: report.days.iter().map(|own| (own.day.to_string(), own.learners)).collect(),
            replies: (open > 0).then(|| tr!(words, "report-replies-open", count = open)),
            plays: one.map(|own| plays(own, pack, words)).unwrap_or_default(),
            due: one.map(|own| due(own, pack, words)).unwrap_or_default(),
            sections,
            has_few,
        }
    }
}

fn is_few(own: MetShare) -> bool {
    own.due > 0 && own.is_few()
}

fn title(document: &GroupDocument, words: &Messages) -> String {
    let (count, day) = (document.report.learners.len(), document.report.today.to_string());
    match document.report.learners.first().filter(|_| document.is_one) {
        Some(own) => {
            let name = own.name.as_str();
            tr!(words, "report-title-one", name = name, day = day)
        }
        None => tr!(words, "report-title", count = count, day = day),
    }
}

fn headings(words: &Messages) -> GroupHeadings {
    GroupHeadings {
        exams: tr!(words, "report-exams"),
        exam: tr!(words, "report-exam"),
        outcome: tr!(words, "report-outcome"),
        level: tr!(words, "report-level"),
        no_exams: tr!(words, "report-exams-none"),
        learners: tr!(words, "report-learners"),
        learner: tr!(words, "report-learner"),
        plays: tr!(words, "report-plays"),
        days: tr!(words, "report-days"),
        time: tr!(words, "report-time"),
        last: tr!(words, "report-last"),
        known: tr!(words, "report-known"),
        due: tr!(words, "report-due"),
        best: tr!(words, "report-best"),
        sections: tr!(words, "report-sections"),
        sections_mean: tr!(words, "report-sections-mean"),
        section: tr!(words, "progress-part"),
        group: tr!(words, "report-group"),
        wrong: tr!(words, "report-wrong"),
        wrong_none: tr!(words, "report-wrong-none"),
        lost: tr!(words, "report-lost"),
        lost_none: tr!(words, "report-lost-none"),
        calendar: tr!(words, "progress-days"),
        calendar_means: tr!(words, "report-calendar-means"),
        few: tr!(words, "report-few"),
        every_play: tr!(words, "report-every-play"),
        due_now: tr!(words, "report-due-now"),
    }
}

/// What a scenario is called; its id where it is not there any more.
pub fn scenario_title(words: &Messages, id: &str, pack: &Pack) -> String {
    pack.scenarios.head(id).map_or_else(|| id.to_owned(), |head| head.title.in_lang(words.lang()).to_owned())
}

fn learner_row(own: &LearnerDigest, pack: &Pack, words: &Messages) -> GroupLearnerRow {
    let over = own.plays.iter().filter(|play| play.is_over).count();
    let firsts = own.plays.iter().filter(|play| play.is_first).count();
    let all = own.plays.len();
    let name = own.name.as_str();
    GroupLearnerRow {
        name: if own.is_named { own.name.clone() } else { tr!(words, "report-nameless", folder = name) },
        plays: tr!(words, "report-plays-told", all = all, over = over, firsts = firsts),
        days: own.days.len(),
        time: time(words, own.seconds),
        last: own.days.last().map_or_else(|| "-".to_owned(), ToString::to_string),
        known: own.known,
        due: own.due.len(),
        bests: own.bests().into_iter().map(|(id, score)| (scenario_title(words, id, pack), score)).collect(),
    }
}

/// An amount of practice.
pub(super) fn time(words: &Messages, seconds: u64) -> String {
    let (hours, minutes) = (seconds / 3_600, seconds % 3_600 / 60);
    if hours == 0 {
        tr!(words, "report-minutes", minutes = minutes)
    } else {
        tr!(words, "report-hours", hours = hours, minutes = minutes)
    }
}

fn sections(document: &GroupDocument, words: &Messages) -> Vec<GroupSectionRow> {
    let pack = document.pack;
    let by_learner: Vec<_> = document.report.learners.iter().map(|own| own.sections(pack)).collect();
    let row = |(place, (id, met)): (usize, &(SectionId, MetShare))| {
        let section = &pack.standard.sections[id.index()];
        GroupSectionRow {
            id: section.id.to_string(),
            title: section.title.in_lang(words.lang()).to_owned(),
            met: *met,
            told: told(words, *met),
            cells: by_learner.iter().map(|own| (own[place].1, cell(own[place].1))).collect(),
        }
    };
    document.report.sections.iter().enumerate().map(row).filter(|own| own.met.due > 0).collect()
}

/// The scene and the choice of these names.
fn find<'p>(pack: &'p Pack, scenario: &str, scene: &str, choice: &str) -> Option<(&'p Scene, &'p Choice)> {
    let place = pack.scenario(scenario)?.scenes.iter().find(|own| *own.name == *scene)?;
    Some((place, place.choices.iter().find(|own| *own.id == *choice)?))
}

fn wrong_row(own: &WrongChoice, pack: &Pack, words: &Messages) -> Option<GroupWrongRow> {
    let lang = words.lang();
    let (scene, choice) = find(pack, &own.scenario, &own.scene, &own.choice)?;
    let (_, best) = find(pack, &own.scenario, &own.scene, &own.best)?;
    let title = scenario_title(words, &own.scenario, pack);
    let (label, learners, share) = (label(words, own.label), own.learners.len(), told(words, own.taken));
    let mut said = tr!(words, "report-wrong-told", label = label, share = share, learners = learners);
    if own.critical > 0 {
        let (between, count) = (tr!(words, "between-sentences"), own.critical);
        said += &format!("{between}{}", tr!(words, "report-wrong-critical", count = count));
    }
    let row = |id: &RequirementId| {
        let requirement = pack.standard.requirement(*id);
        format!("{}  {}", requirement.text.in_lang(lang), requirement.id)
    };
    let slots = Slots { scenario: pack.scenario(&own.scenario)?, lang, player: "" };
    let whenever = |text: &crate::base::text::Text| slots.fill_whenever(text.in_lang(lang)).into_owned();
    let place = scene.place.as_ref().map(whenever);
    let (scene, best) = (own.scene.to_string(), whenever(&best.text));
    Some(GroupWrongRow {
        place: match place {
            Some(place) => tr!(words, "report-wrong-place", scenario = title, place = place, scene = scene),
            None => tr!(words, "report-wrong-scene", scenario = title, scene = scene),
        },
        choice: whenever(&choice.text),
        best: tr!(words, "report-wrong-best", choice = best),
        told: said,
        share: own.taken,
        at_stake: own.at_stake.iter().map(row).collect(),
    })
}

fn lost_words(own: &LostRow, pack: &Pack, words: &Messages) -> LostWords {
    let requirement = pack.standard.requirement(own.requirement);
    let scenario = scenario_title(words, &own.scenario, pack);
    let (missed, due, learners) = (own.met.missed(), own.met.due, own.learners);
    let comma = tr!(words, "list-comma");
    let mut said = tr!(words, "report-lost-told", scenario = scenario, missed = missed, due = due, learners = learners);
    if !own.scenes.is_empty() {
        let scenes = own.scenes.iter().map(|scene| &**scene).collect::<Vec<&str>>().join(&comma);
        said += &format!("{}{}", tr!(words, "between-sentences"), tr!(words, "report-lost-scenes", scenes = scenes));
    }
    LostWords {
        requirement: requirement.text.in_lang(words.lang()).to_owned(),
        id: requirement.id.to_string(),
        told: said,
        share: own.met,
    }
}

fn plays(own: &LearnerDigest, pack: &Pack, words: &Messages) -> Vec<GroupPlayRow> {
    let row = |play: &DigestPlay| {
        let hints = play.hints;
        let mut remarks = Vec::new();
        if !play.is_over {
            remarks.push(tr!(words, "report-play-open"));
        } else if !play.is_first {
            remarks.push(tr!(words, "report-play-again"));
        }
        if hints > 0 {
            remarks.push(tr!(words, "report-play-hints", count = hints));
        }
        if !play.is_current {
            remarks.push(tr!(words, "report-play-older"));
        }
        let comma = tr!(words, "list-comma");
        GroupPlayRow {
            date: date(play.started),
            scenario: scenario_title(words, &play.scenario, pack),
            mode: mode_name(play.mode, words),
            score: play.score.map_or_else(|| "-".to_owned(), |score| score.whole().to_string()),
            remarks: remarks.join(&comma),
        }
    };
    own.plays.iter().rev().map(row).collect()
}

fn due(own: &LearnerDigest, pack: &Pack, words: &Messages) -> Vec<String> {
    let row = |id: &RequirementId| {
        let requirement = pack.standard.requirement(*id);
        format!("{}  {}", requirement.text.in_lang(words.lang()), requirement.id)
    };
    own.due.iter().map(row).collect()
}

/// The day of a moment, in UTC.
pub(super) fn date(moment: Timestamp) -> String {
    Offset::UTC.to_datetime(moment).date().to_string()
}
