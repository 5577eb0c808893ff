//! What a document about coverage says in one language: what is said, not how it looks.

use super::document::{CoverageDocument, PlayedBy, ScenarioColumn, Tried};
use crate::author::coverage::{CoverageLevel, Exposure};
use crate::base::text::Lang;
use crate::content::standard::{RequirementId, SectionId};
use crate::speech::messages::Messages;
use crate::tr;

/// Everything that a document about coverage says.
pub(super) struct CoverageWording {
    pub lang: String,
    pub title: String,
    pub headings: CoverageHeadings,
    /// What each sign means, from most to least.
    pub legend: Vec<(CoverageLevel, String)>,
    pub scenarios: Vec<ScenarioRow>,
    pub sections: Vec<SectionRow>,
    /// One sentence each.
    pub totals: Vec<String>,
}

pub(super) struct CoverageHeadings {
    pub signs: String,
    pub scenarios: String,
    pub by_requirement: String,
    pub by_section: String,
    pub never: String,
    pub none_never: String,
    pub reach: String,
    pub requirement: String,
    pub section: String,
    pub together: String,
    pub critical: String,
    pub number: String,
}

/// One scenario: a column of the matrix, and a row of what was tried.
pub(super) struct ScenarioRow {
    pub id: String,
    pub title: String,
    /// Which choices and endings are possible, and which of them were tried; a sentence each.
    pub reach: Vec<String>,
    /// What nothing has tried yet, as `scene/choice`, endings first.
    pub untried: Vec<String>,
    pub untried_head: String,
}

pub(super) struct SectionRow {
    pub id: String,
    pub title: String,
    pub rows: Vec<RequirementRow>,
}

pub(super) struct RequirementRow {
    /// The id without its section.
    pub short: String,
    pub words: String,
    pub critical: bool,
    /// By scenario.
    pub cells: Vec<Exposure>,
    pub together: Exposure,
}

impl SectionRow {
    /// How many of its requirements happen in one scenario.
    pub(super) fn in_scenario(&self, column: usize) -> usize {
        self.rows.iter().filter(|row| row.cells[column].happens()).count()
    }

    /// How many happen in any.
    pub(super) fn happening(&self) -> usize {
        self.rows.iter().filter(|row| row.together.happens()).count()
    }
}

impl CoverageWording {
    pub(super) fn new(coverage: &CoverageDocument, words: &Messages) -> CoverageWording {
        let lang = words.lang();
        let sections = sections(coverage, lang);
        CoverageWording {
            lang: lang.tag().to_owned(),
            title: format!("{} · {}", tr!(words, "coverage"), coverage.standard.title.in_lang(lang)),
            headings: headings(words),
            legend: CoverageLevel::ALL.iter().rev().map(|heat| (*heat, meaning(words, *heat))).collect(),
            totals: totals(words, &sections),
            scenarios: coverage.columns.iter().map(|column| scenario(column, words)).collect(),
            sections,
        }
    }
}

fn sections(coverage: &CoverageDocument, lang: Lang) -> Vec<SectionRow> {
    let mut sections: Vec<(SectionId, SectionRow)> = Vec::new();
    for id in coverage.asked() {
        let section = coverage.standard.requirement(id).section;
        let row = requirement(coverage, id, lang);
        if let Some((_, own)) = sections.last_mut().filter(|(of, _)| *of == section) {
            own.rows.push(row);
        } else {
            let own = coverage.standard.section_of(id);
            let title = own.title.in_lang(lang).to_owned();
            sections.push((section, SectionRow { id: own.id.to_string(), title, rows: vec![row] }));
        }
    }
    sections.into_iter().map(|(_, row)| row).collect()
}

fn requirement(coverage: &CoverageDocument, id: RequirementId, lang: Lang) -> RequirementRow {
    let own = coverage.standard.requirement(id);
    let section = &coverage.standard.section_of(id).id;
    let short = own.id.strip_prefix(&**section).unwrap_or(&own.id).trim_start_matches('.');
    RequirementRow {
        short: short.to_owned(),
        words: own.text.in_lang(lang).replace('\n', " "),
        critical: own.is_critical(),
        cells: coverage.columns.iter().map(|column| column.covered.exposure(id)).collect(),
        together: coverage.touch(id),
    }
}

fn scenario(column: &ScenarioColumn, words: &Messages) -> ScenarioRow {
    let scenario = &column.scenario;
    let possible = &column.covered.possible;
    let (choices, endings) = possible.count();
    let written = (scenario.choices().count(), scenario.endings.len());
    let mut reach = vec![tr!(
        words,
        "coverage-possible",
        choices = choices,
        written = written.0,
        endings = endings,
        endings_written = written.1
    )];
    if !column.covered.exhausted {
        reach.push(tr!(words, "coverage-bounded", states = column.covered.states));
    }
    reach.extend(column.tried.iter().map(|tried| reached(words, tried)));
    ScenarioRow {
        id: scenario.id.to_string(),
        title: scenario.title.in_lang(words.lang()).to_owned(),
        reach,
        untried: column.untried(),
        untried_head: tr!(words, "coverage-untried"),
    }
}

fn reached(words: &Messages, tried: &Tried) -> String {
    let (choices, endings) = tried.ways.count();
    match tried.by {
        PlayedBy::Learners => tr!(words, "coverage-plays", count = tried.plays, choices = choices, endings = endings),
        PlayedBy::Walks => tr!(words, "coverage-walks", count = tried.plays, choices = choices, endings = endings),
    }
}

fn totals(words: &Messages, sections: &[SectionRow]) -> Vec<String> {
    let rows = || sections.iter().flat_map(|section| &section.rows);
    let count = |fits: fn(&Exposure) -> bool| rows().filter(|row| fits(&row.together)).count();
    let all = rows().count();
    let happening = count(|touch| touch.happens());
    let never: usize = all - happening;
    vec![
        tr!(words, "coverage-total", touched = happening, all = all, share = percent(happening, all)),
        tr!(
            words,
            "coverage-total-kinds",
            met = count(|touch| touch.met),
            breakable = count(|touch| touch.breakable),
            whole = count(|touch| touch.level() == CoverageLevel::Whole),
            never = never
        ),
    ]
}

/// A share in whole percent, rounded down; of nothing it is 0.
pub(super) fn percent(part: usize, all: usize) -> usize {
    (part * 100).checked_div(all).unwrap_or(0)
}

fn meaning(words: &Messages, heat: CoverageLevel) -> String {
    match heat {
        CoverageLevel::Whole => tr!(words, "heat-whole"),
        CoverageLevel::Met => tr!(words, "heat-met"),
        CoverageLevel::Extra => tr!(words, "heat-extra"),
        CoverageLevel::Breakable => tr!(words, "heat-breakable"),
        CoverageLevel::Owed => tr!(words, "heat-owed"),
        CoverageLevel::Idle => tr!(words, "heat-idle"),
        CoverageLevel::Nothing => tr!(words, "heat-nothing"),
    }
}

fn headings(words: &Messages) -> CoverageHeadings {
    CoverageHeadings {
        signs: tr!(words, "coverage-signs"),
        scenarios: tr!(words, "coverage-scenarios"),
        by_requirement: tr!(words, "coverage-by-requirement"),
        by_section: tr!(words, "coverage-by-section"),
        never: tr!(words, "coverage-never"),
        none_never: tr!(words, "coverage-none-never"),
        reach: tr!(words, "coverage-reach"),
        requirement: tr!(words, "coverage-requirement"),
        section: tr!(words, "coverage-section"),
        together: tr!(words, "coverage-together"),
        critical: tr!(words, "coverage-critical"),
        number: tr!(words, "coverage-number"),
    }
}
