//! All scenarios; typing searches them.
//!
//! ```text
//!   Search: ▏
//!
//! ▸ No answer
//!   basic · 8 min · 56 requirements · best so far 87.5
//!   A ten o'clock job on the seventh floor …
//! ```

use super::briefing::Briefing;
use super::{Screen, Step};
use crate::content::scenario::Scenario;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::desk::Desk;
use crate::doors::tui::frame::{self, Frame};
use crate::doors::tui::keys::Place;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::widgets::{field, rows};
use crate::play::scoring::Score;
use crate::speech::narration::tier;
use crate::tr;
use ratatui::layout::Rect;
use std::sync::Arc;
use tui_input::Input;
use unicode_width::UnicodeWidthStr;

#[derive(Debug, Default)]
pub struct List {
    search: Input,
    focus: usize,
    shown: Vec<Item>,
}

#[derive(Debug)]
struct Item {
    scenario: Arc<Scenario>,
    played: Played,
}

/// What the learner did with a scenario so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Played {
    Never,
    /// Finished, but the scale is not known yet.
    Unscaled,
    Best(Score),
}

impl List {
    pub fn place(&self) -> Place {
        Place::List
    }

    pub fn act(&mut self, action: Action, desk: &mut Desk) -> Step {
        let count = self.shown.len();
        match action {
            Action::Back if !self.search.value().is_empty() => self.search.reset(),
            Action::Back => return Step::Back,
            Action::Edit(request) => {
                field::edit(&mut self.search, request);
                self.focus = 0;
            }
            Action::Up | Action::Scroll(..0) => self.focus = rows::moved(self.focus, -1, count),
            Action::Down | Action::Scroll(_) => self.focus = rows::moved(self.focus, 1, count),
            Action::PageUp => self.focus = rows::moved(self.focus, -5, count),
            Action::PageDown => self.focus = rows::moved(self.focus, 5, count),
            Action::Accept => return self.open(self.focus, desk),
            Action::Row(row) => return self.open(row, desk),
            _ => {}
        }
        Step::Stay
    }

    fn open(&self, number: usize, desk: &mut Desk) -> Step {
        match self.shown.get(number) {
            Some(item) => Step::Open(Screen::Briefing(Briefing::new(item.scenario.clone(), desk))),
            None => Step::Stay,
        }
    }

    pub fn paste(&mut self, words: &str, _desk: &mut Desk) {
        field::paste(&mut self.search, words);
    }

    /// Searches, and looks up what was reached so far; the scale of plays that were not asked for yet is asked for.
    pub fn arrange(&mut self, desk: &mut Desk) {
        let pack = desk.pack.clone();
        let wanted = self.search.value().to_lowercase();
        let found = pack.scenarios.iter().filter(|scenario| matches(scenario, &wanted));
        self.shown =
            found.map(|scenario| Item { scenario: scenario.clone(), played: played(scenario, desk) }).collect();
        self.focus = self.focus.min(self.shown.len().saturating_sub(1));
    }

    pub fn frame(&self, desk: &Desk) -> Frame {
        Frame { title: tr!(desk.words, "scenarios"), right: desk.player().to_owned(), ..Frame::default() }
    }

    pub fn draw(&self, canvas: &mut Canvas, desk: &Desk) {
        let area = frame::column(desk.size);
        let label = tr!(desk.words, "search");
        canvas.put(area.x, area.y, area.right(), Tone::Dim, &label);
        let x = area.x + label.width() as u16 + 1;
        if self.search.value().is_empty() {
            canvas.put(x, area.y, area.right(), Tone::Dim, &tr!(desk.words, "type-to-search"));
        }
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        if self.shown.is_empty() {
            canvas.put(area.x + 2, list.y, area.right(), Tone::Plain, &tr!(desk.words, "nothing-found"));
        }
        let width = usize::from(area.width) - 2;
        let items: Vec<Vec<Row>> = self.shown.iter().map(|item| item.rows(desk, width)).collect();
        rows::draw(canvas, &items, self.focus, list);
        if !self.search.value().is_empty() {
            field::draw(canvas, &self.search, x, area.y, area.right());
        }
    }
}

impl Item {
    fn rows(&self, desk: &Desk, width: usize) -> Vec<Row> {
        let (words, scenario) = (&desk.words, &self.scenario);
        let narrator = desk.narrator(scenario);
        let mut facts = vec![
            tier(words, scenario.tier),
            tr!(words, "minutes", minutes = scenario.minutes),
            tr!(words, "requirements", count = scenario.requirements().len()),
        ];
        match self.played {
            Played::Never => facts.push(tr!(words, "not-played")),
            Played::Unscaled => facts.push(tr!(words, "played")),
            Played::Best(score) => facts.push(tr!(words, "best-so-far", score = score.to_string())),
        }
        let mut rows = Paragraph::new(Tone::Strong, narrator.plain(&scenario.title)).rows(width, desk.theme);
        rows.extend(Paragraph::new(Tone::Plain, facts.join(desk.theme.between())).rows(width, desk.theme));
        rows.extend(Paragraph::new(Tone::Dim, narrator.plain(&scenario.summary)).rows(width, desk.theme));
        rows.push(Row::default());
        rows
    }
}

/// Whether a scenario is meant by these words: its id, title or summary in any language.
pub fn matches(scenario: &Scenario, wanted: &str) -> bool {
    let texts = scenario.title.iter().chain(scenario.summary.iter());
    let mut all = texts.map(|(_, words)| words.to_lowercase()).chain([scenario.id.to_lowercase()]);
    all.any(|words| words.contains(wanted))
}

fn played(scenario: &Arc<Scenario>, desk: &mut Desk) -> Played {
    let runs = desk.first_runs(scenario);
    for run in &runs {
        desk.ask_best(scenario, run.seed());
    }
    match runs.iter().filter_map(|run| desk.score(run)).max() {
        Some(score) => Played::Best(score),
        None if runs.is_empty() => Played::Never,
        None => Played::Unscaled,
    }
}
