//! What a document about progress says in one language: what is said, not how it looks.

use super::document::ProgressDocument;
use crate::learn::mastery::PartMastery;
use crate::learn::progress::{LastScore, PractisedDay, ScenarioProgress};
use crate::play::scoring::Score;
use crate::speech::messages::Messages;
use crate::tr;

/// Everything that a document about progress says.
pub(super) struct ProgressWording {
    pub lang: String,
    pub title: String,
    pub headings: ProgressHeadings,
    /// The whole standard, then its sections.
    pub parts: Vec<PartRow>,
    pub scenarios: Vec<PlayedRow>,
    /// The scores of all first runs, the oldest first.
    pub scores: Vec<Score>,
    /// The same in a sentence.
    pub scores_told: String,
    /// Weeks from Monday to Sunday, the oldest first; the last ends today.
    pub weeks: Vec<Vec<DayCell>>,
    /// On how many days of them there was practice.
    pub days_told: String,
    /// The names of the days of a week, from Monday on.
    pub weekdays: Vec<String>,
}

pub(super) struct ProgressHeadings {
    pub standard: String,
    pub part: String,
    pub held: String,
    pub known: String,
    pub learning: String,
    pub never: String,
    pub meaning: String,
    pub scenarios: String,
    pub scenario: String,
    pub best_first: String,
    pub last: String,
    pub plays: String,
    pub first_runs: String,
    pub first_means: String,
    pub days: String,
    pub week: String,
}

/// A part of the standard.
pub(super) struct PartRow {
    pub title: String,
    /// Its id; empty for the whole standard.
    pub id: String,
    /// What is held of it, in whole percent, rounded down.
    pub held: usize,
    pub known: usize,
    pub learning: usize,
    pub never: usize,
}

/// A scenario.
pub(super) struct PlayedRow {
    pub title: String,
    pub best_first: String,
    pub last: String,
    pub plays: String,
}

/// A day of the calendar.
pub(super) struct DayCell {
    pub date: String,
    pub is_practised: bool,
    /// What was done, in words.
    pub told: String,
}

impl ProgressWording {
    pub(super) fn new(document: &ProgressDocument, words: &Messages) -> ProgressWording {
        let own = document.progress;
        let standard = &document.pack.standard;
        let whole = part(tr!(words, "progress-whole"), "", &own.whole);
        let sections = own.sections.iter().map(|(id, mastery)| {
            let section = &standard.sections[id.index()];
            part(section.title.in_lang(words.lang()).to_owned(), &section.id, mastery)
        });
        let scores: Vec<Score> = own.first_runs.iter().filter_map(|run| run.score).collect();
        let practised = own.days.iter().filter(|day| day.is_practised()).count();
        let day = own.today.to_string();
        ProgressWording {
            lang: words.lang().tag().to_owned(),
            title: tr!(words, "progress-title", name = document.learner, day = day),
            headings: headings(words),
            parts: [whole].into_iter().chain(sections).collect(),
            scenarios: own.scenarios.iter().map(|own| played(own, document, words)).collect(),
            scores_told: scores_told(&scores, words),
            scores,
            weeks: own.days.chunks(7).map(|week| week.iter().map(|day| cell(day, words)).collect()).collect(),
            days_told: tr!(words, "progress-days-told", count = practised, days = own.days.len()),
            weekdays: tr!(words, "progress-weekdays").split_whitespace().map(str::to_owned).collect(),
        }
    }
}

fn headings(words: &Messages) -> ProgressHeadings {
    ProgressHeadings {
        standard: tr!(words, "progress-standard"),
        part: tr!(words, "progress-part"),
        held: tr!(words, "progress-held"),
        known: tr!(words, "progress-known"),
        learning: tr!(words, "progress-learning"),
        never: tr!(words, "progress-never"),
        meaning: tr!(words, "progress-meaning"),
        scenarios: tr!(words, "progress-scenarios"),
        scenario: tr!(words, "progress-scenario"),
        best_first: tr!(words, "progress-best-first"),
        last: tr!(words, "progress-last"),
        plays: tr!(words, "progress-plays"),
        first_runs: tr!(words, "progress-first-runs"),
        first_means: tr!(words, "progress-first-means"),
        days: tr!(words, "progress-days"),
        week: tr!(words, "progress-week"),
    }
}

fn part(title: String, id: &str, own: &PartMastery) -> PartRow {
    let percent = (1..=100).rev().find(|percent| own.share * 100.0 >= f64::from(*percent)).unwrap_or(0);
    let held = usize::try_from(percent).unwrap_or(0);
    PartRow { title, id: id.to_owned(), held, known: own.known, learning: own.learning, never: own.never }
}

fn played(own: &ScenarioProgress, document: &ProgressDocument, words: &Messages) -> PlayedRow {
    let head = document.pack.scenarios.head(&own.id);
    let title = head.map_or_else(|| own.id.to_string(), |head| head.title.in_lang(words.lang()).to_owned());
    let score = |score: Score| score.whole().to_string();
    let last = |last: LastScore| {
        if last.is_first { score(last.score) } else { tr!(words, "progress-not-first", score = last.score.whole()) }
    };
    let nothing = || "-".to_owned();
    let plays =
        if own.plays == 0 { nothing() } else { tr!(words, "progress-tries", count = own.plays, dice = own.seeds) };
    PlayedRow {
        title,
        best_first: own.best_first.map_or_else(nothing, score),
        last: own.last.map_or_else(nothing, last),
        plays,
    }
}

fn scores_told(scores: &[Score], words: &Messages) -> String {
    match scores {
        [] => tr!(words, "progress-first-none"),
        [only] => tr!(words, "progress-first-one", score = only.whole()),
        [first, .., last] => {
            let best = scores.iter().max().copied().unwrap_or_default().whole();
            let (count, first, last) = (scores.len(), first.whole(), last.whole());
            tr!(words, "progress-first-told", count = count, first = first, last = last, best = best)
        }
    }
}

fn cell(own: &PractisedDay, words: &Messages) -> DayCell {
    let told = match (own.plays, own.reviews) {
        (0, 0) => tr!(words, "progress-rest"),
        (plays, reviews) => tr!(words, "progress-did", plays = plays, reviews = reviews),
    };
    DayCell { date: own.day.to_string(), is_practised: own.is_practised(), told }
}
