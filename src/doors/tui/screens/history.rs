//! All plays of the learner, the newest first, each with what was tried again in it: one that is over is opened for review,
//! one that is not goes on.
//!
//! ```text
//! ── Your plays ───────────────────────────────────────── Li ──
//! ▸ No answer
//!   62 of 100 · not passed · The note is up · practice · 13 moves · 5 min ago
//!
//!   No answer · again from move 3
//!   91 of 100 · passed · …
//!
//!   One cover too few
//!   not finished · learn · 4 moves · 2 days ago
//! ```

use super::component::Component;
use super::navigation::{Destination, Navigation};
use crate::base::text::Lang;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::rows;
use crate::record::attempt::{Attempt, AttemptId};
use crate::speech::past_plays::{HistoryRun, PastPlays, PastRun, ago};
use crate::tr;
use crate::trainer::recorded_play::RecordedPlay;
use jiff::Timestamp;
use std::sync::Arc;

#[derive(Debug)]
pub(crate) struct HistoryScreen {
    /// The play in focus, and which of its runs; the newest while nothing was chosen.
    focus: Option<(AttemptId, usize)>,
    /// The plays near the focus, those that a window can show.
    items: Vec<HistoryItem>,
    /// Where the focus is among them.
    place: usize,
}

/// One play in the list.
#[derive(Clone, Debug)]
struct HistoryItem {
    id: AttemptId,
    run: HistoryRun,
    /// Which of the runs of its attempt it is, from 0.
    number: usize,
    title: String,
    /// What is told of it before and after how long ago it was: that changes while the rest stays.
    facts: [Vec<String>; 2],
    /// For whom and of what it was made: it is made again only where that has changed.
    of: (Arc<Attempt>, Lang, Option<i32>),
    updated: Timestamp,
}

/// The fewest rows of an item.
const TALL: usize = 3;

impl Component for HistoryScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::History
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        match action {
            Action::Back => return Navigation::Back,
            Action::Up | Action::Scroll(..0) => self.move_focus(-1),
            Action::Down | Action::Scroll(_) => self.move_focus(1),
            Action::PageUp => self.move_focus(-5),
            Action::PageDown => self.move_focus(5),
            Action::Accept => return self.open(self.place, ui),
            Action::Row(row) => return self.open(row, ui),
            _ => {}
        }
        Navigation::Stay
    }

    /// Makes the items that can be in view, of plays whose moves are looked up for it.
    fn arrange(&mut self, ui: &mut UiContext) {
        let near = self.near(ui);
        ui.fetch(near.iter().copied());
        let before = std::mem::take(&mut self.items);
        for id in near {
            let Some(attempt) = ui.history().get(id).cloned() else { continue };
            let best = ui.pack.scenario(&attempt.scenario).cloned();
            let best = best.filter(|_| attempt.finished).and_then(|own| ui.best_of(id, &own, attempt.seed));
            let of = (attempt, ui.lang(), best);
            let known = before.iter().filter(|item| item.id == id && item.is_of(&of));
            let known: Vec<HistoryItem> = known.cloned().collect();
            self.items.extend(if known.is_empty() { items_of(id, &of, ui) } else { known });
        }
        let focus = self.focus.or(self.items.first().map(HistoryItem::key));
        self.place = self.items.iter().position(|item| Some(item.key()) == focus).unwrap_or(0);
        self.focus = self.items.get(self.place).map(HistoryItem::key);
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let goes_on = self.items.get(self.place).is_some_and(|item| !matches!(item.run, HistoryRun::Over(_)));
        ScreenFrame {
            title: tr!(ui.words, "history"),
            right: ui.player().to_owned(),
            accept: Some(if goes_on { tr!(ui.words, "do-go-on") } else { tr!(ui.words, "do-debrief") }),
            without: vec![Action::Accept; usize::from(self.items.is_empty())],
            ..ScreenFrame::default()
        }
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        if self.items.is_empty() {
            canvas.put(area.x + 2, area.y + 1, area.right(), Tone::Plain, &tr!(ui.words, "no-plays"));
            return;
        }
        let width = usize::from(area.width) - 2;
        let items: Vec<Vec<Row>> = self.items.iter().map(|item| item.rows(ui, width)).collect();
        rows::draw(canvas, &items, self.place, area);
    }
}

impl HistoryScreen {
    /// With this play in focus, or the newest.
    pub(crate) fn at(play: Option<AttemptId>) -> HistoryScreen {
        HistoryScreen { focus: play.map(|id| (id, 0)), items: Vec::new(), place: 0 }
    }

    /// The plays that can be in view, the newest first: as many on either side of the focus as a window has room for.
    fn near(&self, ui: &UiContext) -> Vec<AttemptId> {
        let plays = ui.history().plays();
        let reach = usize::from(ui.size.1) / TALL + 2;
        let after = self.focus.map_or(plays.len(), |(id, _)| plays.partition_point(|play| play.id <= id));
        let shown = &plays[after.saturating_sub(reach + 1)..(after + reach).min(plays.len())];
        shown.iter().rev().map(|play| play.id).collect()
    }

    fn move_focus(&mut self, by: isize) {
        self.place = rows::moved(self.place, by, self.items.len());
        self.focus = self.items.get(self.place).map(HistoryItem::key);
    }

    fn open(&self, row: usize, ui: &mut UiContext) -> Navigation {
        let Some((id, run)) = self.items.get(row).map(|item| (item.id, item.run)) else { return Navigation::Stay };
        let Some(attempt) = ui.history().get(id).cloned() else { return Navigation::Stay };
        let Some(scenario) = ui.pack.scenario(&attempt.scenario).cloned() else {
            ui.notice = Some(tr!(ui.words, "scenario-gone", id = attempt.scenario.to_string()));
            return Navigation::Stay;
        };
        let HistoryRun::Over(run) = run else {
            return match ui.resume(id) {
                Some(play) => Navigation::Open(Destination::Play(Box::new(play))),
                None => Navigation::Stay,
            };
        };
        if let Some(run) = RecordedPlay::finished(&scenario, id, &attempt, run) {
            Navigation::Open(Destination::Debrief(Box::new(run)))
        } else {
            ui.notice = Some(tr!(ui.words, "play-unfit"));
            Navigation::Stay
        }
    }
}

/// The items of an attempt, made for this language and this scale.
fn items_of(id: AttemptId, of: &(Arc<Attempt>, Lang, Option<i32>), ui: &UiContext) -> Vec<HistoryItem> {
    let (attempt, _, best) = of;
    let past = PastPlays { pack: &ui.pack, words: &ui.words, player: ui.player(), history: ui.history() };
    let item = |(number, own): (usize, PastRun)| {
        let title = own.title.join(ui.theme.between());
        HistoryItem { id, run: own.run, number, title, facts: own.facts, of: of.clone(), updated: attempt.updated }
    };
    past.runs(id, attempt, *best).into_iter().enumerate().map(item).collect()
}

impl HistoryItem {
    fn key(&self) -> (AttemptId, usize) {
        (self.id, self.number)
    }

    fn is_of(&self, (attempt, lang, best): &(Arc<Attempt>, Lang, Option<i32>)) -> bool {
        Arc::ptr_eq(&self.of.0, attempt) && (self.of.1, self.of.2) == (*lang, *best)
    }

    fn rows(&self, ui: &UiContext, width: usize) -> Vec<Row> {
        let mut rows = Paragraph::new(Tone::Strong, self.title.clone()).rows(width, ui.theme);
        let when = ago(&ui.words, self.updated, ui.now.time);
        let [before, after] = &self.facts;
        let facts: Vec<&str> = before.iter().chain([&when]).chain(after).map(String::as_str).collect();
        let facts = Paragraph::new(Tone::Plain, facts.join(ui.theme.between()));
        rows.extend(facts.rows(width, ui.theme));
        rows.push(Row::default());
        rows
    }
}
