//! All scenarios; typing searches them.
//!
//! ```text
//!   Search: ▏
//!
//! ▸ No answer
//!   basic · 8 min · 56 requirements · best so far 87.5
//!   A ten o'clock job on the seventh floor …
//! ```

use super::component::Component;
use super::navigation::{Destination, Navigation};
use crate::content::scenario::ScenarioHead;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::width;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::{field, rows};
use crate::record::history::JUDGED_AT_ONCE;
use crate::record::play_result::PastResult;
use crate::record::summary::PlayedContent;
use crate::speech::past_plays::scenario_facts;
use crate::speech::search::{Search, finds_scenario};
use crate::tr;
use ratatui::layout::Rect;
use std::sync::Arc;
use tui_input::Input;

#[derive(Debug, Default)]
pub(crate) struct ListScreen {
    search: Input,
    focus: usize,
    shown: Vec<ScenarioItem>,
}

#[derive(Debug)]
struct ScenarioItem {
    head: Arc<ScenarioHead>,
    past_result: PastResult,
}

impl Component for ListScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::List
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let count = self.shown.len();
        match action {
            Action::Back if !self.search.value().is_empty() => self.search.reset(),
            Action::Back => return Navigation::Back,
            Action::Edit(request) => {
                field::edit(&mut self.search, request);
                self.focus = 0;
            }
            Action::Accept => return self.open(self.focus, ui),
            Action::Row(row) => return self.open(row, ui),
            _ => self.focus = rows::led(action, self.focus, count, 5).unwrap_or(self.focus),
        }
        Navigation::Stay
    }

    fn paste(&mut self, words: &str) {
        field::paste(&mut self.search, words);
    }

    /// Searches, and looks up what was reached so far; the scale of plays that were not asked for yet is asked for.
    fn arrange(&mut self, ui: &mut UiContext) {
        let pack = ui.pack.clone();
        let all = |search: &Search| pack.scenarios.heads().filter(|head| finds_scenario(head, search)).collect();
        let found: Vec<&Arc<ScenarioHead>> = Search::new(self.search.value()).find(all);
        let item = |head: &Arc<ScenarioHead>| ScenarioItem { head: head.clone(), past_result: past_result(head, ui) };
        self.shown = found.into_iter().map(item).collect();
        self.focus = self.focus.min(self.shown.len().saturating_sub(1));
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        ScreenFrame { title: tr!(ui.words, "scenarios"), right: ui.player().to_owned(), ..ScreenFrame::default() }
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        let label = tr!(ui.words, "search");
        canvas.put(area.x, area.y, area.right(), Tone::Dim, &label);
        let x = area.x + width(&label) + 1;
        if self.search.value().is_empty() {
            canvas.put(x, area.y, area.right(), Tone::Dim, &tr!(ui.words, "type-to-search"));
        }
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        if self.shown.is_empty() {
            canvas.put(area.x + 2, list.y, area.right(), Tone::Plain, &tr!(ui.words, "nothing-found"));
        }
        let room = usize::from(area.width) - 2;
        let items: Vec<Vec<Row>> = self.shown.iter().map(|item| item.rows(ui, room)).collect();
        rows::draw(canvas, &items, self.focus, list);
        if !self.search.value().is_empty() {
            field::draw(canvas, &self.search, x, area.y, area.right());
        }
    }
}

impl ListScreen {
    fn open(&self, number: usize, ui: &UiContext) -> Navigation {
        match self.shown.get(number).and_then(|item| ui.pack.scenario(&item.head.id)) {
            Some(scenario) => Navigation::Open(Destination::Briefing(scenario.clone())),
            None => Navigation::Stay,
        }
    }
}

impl ScenarioItem {
    fn rows(&self, ui: &UiContext, width: usize) -> Vec<Row> {
        let (words, head) = (&ui.words, &self.head);
        let facts = scenario_facts(words, head, self.past_result);
        let mut rows = Paragraph::new(Tone::Strong, head.title.in_lang(ui.lang())).rows(width, ui.theme);
        rows.extend(Paragraph::new(Tone::Plain, facts.join(ui.theme.between())).rows(width, ui.theme));
        rows.extend(Paragraph::new(Tone::Dim, head.summary.in_lang(ui.lang())).rows(width, ui.theme));
        rows.push(Row::default());
        rows
    }
}

/// The best so far. What is known is taken as it is; of the rest the newest are judged first.
fn past_result(head: &ScenarioHead, ui: &mut UiContext) -> PastResult {
    let now = PlayedContent::now(&head.id, &head.hash, &ui.pack.standard_hash);
    let unjudged = ui.history().unjudged(head, &now);
    let newest: Vec<_> = unjudged.take(JUDGED_AT_ONCE).map(|play| (play.id, play.seed)).collect();
    ui.fetch(newest.iter().map(|(id, _)| *id));
    if !newest.is_empty()
        && let Some(scenario) = ui.pack.scenario(&head.id).cloned()
    {
        for (id, seed) in newest {
            ui.judge(id, &scenario, seed);
        }
    }
    ui.history().past_result(head, &now)
}
