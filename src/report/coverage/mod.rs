//! What the scenarios cover of the standard, in words, ready for any format of paper: what is said, not how it looks.

mod html;
mod json;
mod text;

pub use html::page;
pub use json::document;
pub use text::{Depth, Paint, Signs, told};

use crate::author::coverage::{CoverageLevel, Exposure, Reached, ScenarioCoverage};
use crate::base::text::Lang;
use crate::content::scenario::Scenario;
use crate::content::standard::{RequirementId, SectionId, Standard, is_below};
use crate::play::engine::Move;
use crate::speech::messages::Messages;
use crate::tr;
use std::sync::Arc;

/// One scenario with what play can touch in it, and what some plays did reach.
pub struct ScenarioColumn {
    pub scenario: Arc<Scenario>,
    pub covered: ScenarioCoverage,
    pub tried: Vec<Tried>,
}

/// Plays of one kind, and where they came.
pub struct Tried {
    pub by: PlayedBy,
    /// How many plays.
    pub plays: usize,
    pub ways: Reached,
}

/// Who played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlayedBy {
    /// The stored plays of learners.
    Learners,
    /// The walks of authors: plays as text.
    Walks,
}

impl PlayedBy {
    pub fn word(self) -> &'static str {
        match self {
            PlayedBy::Learners => "plays",
            PlayedBy::Walks => "walks",
        }
    }
}

/// What is covered, and what of it is asked for.
pub struct CoverageDocument<'c> {
    pub standard: &'c Standard,
    pub columns: Vec<ScenarioColumn>,
    /// Only what is at or below this id of the standard; everything if empty.
    pub below: &'c str,
}

impl CoverageDocument<'_> {
    fn asked(&self) -> impl Iterator<Item = RequirementId> + '_ {
        self.standard.ids().filter(|id| is_below(&self.standard.requirement(*id).id, self.below))
    }

    /// What all scenarios together do with a requirement.
    fn touch(&self, id: RequirementId) -> Exposure {
        self.columns.iter().map(|column| column.covered.exposure(id)).fold(Exposure::default(), Exposure::and)
    }
}

/// Everything that a document about coverage says.
pub struct CoverageWording {
    pub lang: String,
    pub title: String,
    pub heads: CoverageHeadings,
    /// What each sign means, from most to least.
    pub legend: Vec<(CoverageLevel, String)>,
    pub scenarios: Vec<ScenarioRow>,
    pub sections: Vec<SectionRow>,
    /// One sentence each.
    pub totals: Vec<String>,
}

pub struct CoverageHeadings {
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
pub struct ScenarioRow {
    pub id: String,
    pub title: String,
    /// Which choices and endings are possible, and which of them were tried; a sentence each.
    pub reach: Vec<String>,
    /// What nothing has tried yet, as `scene/choice`, endings first.
    pub untried: Vec<String>,
    pub untried_head: String,
}

pub struct SectionRow {
    pub id: String,
    pub title: String,
    pub rows: Vec<RequirementRow>,
}

pub struct RequirementRow {
    pub id: String,
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
    pub fn in_scenario(&self, column: usize) -> usize {
        self.rows.iter().filter(|row| row.cells[column].happens()).count()
    }

    /// How many happen in any.
    pub fn happening(&self) -> usize {
        self.rows.iter().filter(|row| row.together.happens()).count()
    }
}

impl CoverageWording {
    pub fn new(coverage: &CoverageDocument, words: &Messages) -> CoverageWording {
        let lang = words.lang();
        let sections = sections(coverage, lang);
        CoverageWording {
            lang: lang.tag().to_owned(),
            title: format!("{} · {}", tr!(words, "coverage"), coverage.standard.title.in_lang(lang)),
            heads: heads(words),
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
            own.rows.push(row)
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
        id: own.id.to_string(),
        short: short.to_owned(),
        words: own.text.in_lang(lang).replace('\n', " "),
        critical: own.critical,
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
        untried: untried(column),
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

/// What is possible and was tried by nobody: endings, then choices, as people find them in the file. Where there are no
/// plays at all there is nothing to compare with.
fn untried(column: &ScenarioColumn) -> Vec<String> {
    if column.tried.iter().all(|tried| tried.plays == 0) {
        return Vec::new();
    }
    let scenario = &column.scenario;
    let possible = &column.covered.possible;
    let endings = possible.endings().filter(|id| column.tried.iter().all(|tried| !tried.ways.ending(*id)));
    let choices = possible.choices().filter(|taken| column.tried.iter().all(|tried| !tried.ways.choice(*taken)));
    let endings = endings.map(|id| scenario.ending(id).name.to_string());
    endings.chain(choices.map(|taken| way(scenario, taken))).collect()
}

/// `scene/choice`.
fn way(scenario: &Scenario, taken: Move) -> String {
    let scene = scenario.scene(taken.scene);
    format!("{}/{}", scene.name, scene.choices[taken.choice.index()].id)
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
pub fn percent(part: usize, all: usize) -> usize {
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

fn heads(words: &Messages) -> CoverageHeadings {
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
