//! All plays of the learner, the newest first: one that is over is opened for review, one that is not goes on.
//!
//! ```text
//! ── Your plays ───────────────────────────────────────── Li ──
//! ▸ No answer
//!   62.5 · not passed · practice · 13 moves · 5 min ago
//!
//!   One cover too few
//!   not finished · learn · 4 moves · 2 days ago
//! ```

use super::component::Component;
use super::navigation::{Destination, Navigation};
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::rows;
use crate::play::engine::Session;
use crate::play::scoring::{Ledger, Scorecard};
use crate::record::attempt::{Attempt, AttemptId};
use crate::speech::messages::Messages;
use crate::speech::narration::verdict;
use crate::tr;
use crate::trainer::recorded_play::{RecordedPlay, mode_name};
use crate::trainer::solver_cache::Async;
use jiff::Timestamp;
use std::sync::Arc;

#[derive(Debug, Default)]
pub(crate) struct HistoryScreen {
    focus: usize,
    items: Vec<HistoryItem>,
}

/// One play in the list.
#[derive(Clone, Debug)]
struct HistoryItem {
    id: AttemptId,
    title: String,
    facts: Vec<String>,
}

/// So many plays on either side of the focus are judged: no window shows more at once.
const NEAR: usize = 40;

impl Component for HistoryScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::History
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let count = self.items.len();
        match action {
            Action::Back => return Navigation::Back,
            Action::Up | Action::Scroll(..0) => self.focus = rows::moved(self.focus, -1, count),
            Action::Down | Action::Scroll(_) => self.focus = rows::moved(self.focus, 1, count),
            Action::PageUp => self.focus = rows::moved(self.focus, -5, count),
            Action::PageDown => self.focus = rows::moved(self.focus, 5, count),
            Action::Accept => return self.open(self.focus, ui),
            Action::Row(row) => return self.open(row, ui),
            _ => {}
        }
        Navigation::Stay
    }

    fn arrange(&mut self, ui: &mut UiContext) {
        let attempts: Vec<_> = ui.history().newest_first().map(|(id, attempt)| (id, attempt.clone())).collect();
        let near = self.focus.saturating_sub(NEAR)..self.focus + NEAR;
        let item = |(row, (id, attempt)): (usize, &(AttemptId, Arc<Attempt>))| {
            let scenario = ui.pack.scenario(&attempt.scenario).cloned();
            let title = scenario.as_ref().map(|scenario| ui.narrator(scenario).plain(&scenario.title));
            let judged = scenario.filter(|_| near.contains(&row) && attempt.finished);
            let run = judged.and_then(|scenario| attempt.replay(&scenario).first_run);
            let mut facts = vec![came_to(attempt, run.as_ref(), ui)];
            facts.push(mode_name(attempt.mode, &ui.words));
            let moves = run.map_or(attempt.line().len(), |run| run.turns().len());
            facts.push(tr!(ui.words, "moves", count = moves));
            facts.push(ago(&ui.words, attempt.updated, ui.now.time));
            HistoryItem { id: *id, title: title.unwrap_or_else(|| attempt.scenario.to_string()), facts }
        };
        self.items = attempts.iter().enumerate().map(item).collect();
        self.focus = self.focus.min(self.items.len().saturating_sub(1));
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let unfinished = self.items.get(self.focus).and_then(|item| ui.history().get(item.id));
        let goes_on = unfinished.is_some_and(|attempt| !attempt.finished);
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
        rows::draw(canvas, &items, self.focus, area);
    }
}

impl HistoryScreen {
    fn open(&self, row: usize, ui: &mut UiContext) -> Navigation {
        let Some(id) = self.items.get(row).map(|item| item.id) else { return Navigation::Stay };
        let Some(attempt) = ui.history().get(id).cloned() else { return Navigation::Stay };
        let Some(scenario) = ui.pack.scenario(&attempt.scenario).cloned() else {
            ui.notice = Some(tr!(ui.words, "scenario-gone", id = attempt.scenario.to_string()));
            return Navigation::Stay;
        };
        if !attempt.finished {
            return match ui.resume(id) {
                Some(play) => Navigation::Open(Destination::Play(Box::new(play))),
                None => Navigation::Stay,
            };
        }
        if let Some(run) = RecordedPlay::finished(&scenario, id, &attempt) {
            if attempt.scenario_hash != scenario.hash {
                ui.notice = Some(tr!(ui.words, "judged-anew"));
            }
            Navigation::Open(Destination::Debrief(Box::new(run)))
        } else {
            ui.notice = Some(tr!(ui.words, "play-unfit"));
            Navigation::Stay
        }
    }
}

impl HistoryItem {
    fn rows(&self, ui: &UiContext, width: usize) -> Vec<Row> {
        let mut rows = Paragraph::new(Tone::Strong, self.title.clone()).rows(width, ui.theme);
        let facts = Paragraph::new(Tone::Plain, self.facts.join(ui.theme.between()));
        rows.extend(facts.rows(width, ui.theme));
        rows.push(Row::default());
        rows
    }
}

/// What a play came to. Its scale is asked for, if nobody did yet.
fn came_to(attempt: &Attempt, run: Option<&Session>, ui: &mut UiContext) -> String {
    let Some(run) = run else {
        return if attempt.finished { tr!(ui.words, "played") } else { tr!(ui.words, "not-finished") };
    };
    let scenario = run.scenario();
    ui.ask_best(scenario, run.seed());
    let Some(Async::Known(best)) = ui.known().best(scenario, run.seed()) else { return tr!(ui.words, "played") };
    let ledger = Ledger::judge(scenario, ui.standard(), run.turns());
    let card = Scorecard::new(scenario, ui.standard(), ledger, *best);
    let verdict = verdict(&ui.words, card.verdict);
    let score = tr!(ui.words, "score", score = card.score.whole());
    format!("{score}{}{verdict}", ui.theme.between())
}

/// How long ago something was: the hour of the day would need to know where one is.
fn ago(words: &Messages, then: Timestamp, now: Timestamp) -> String {
    let minutes = (now.as_second() - then.as_second()).max(0) / 60;
    match (minutes / (60 * 24), minutes / 60, minutes) {
        (0, 0, 0) => tr!(words, "ago-now"),
        (0, 0, minutes) => tr!(words, "ago-minutes", count = minutes),
        (0, hours, _) => tr!(words, "ago-hours", count = hours),
        (days, ..) => tr!(words, "ago-days", count = days),
    }
}
