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

use super::briefing::mode_name;
use super::debrief::Debrief;
use super::play::Play;
use super::{Screen, Step};
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::desk::{Desk, first_run};
use crate::doors::tui::frame::{self, Frame};
use crate::doors::tui::keys::Place;
use crate::doors::tui::known::Asked;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::run::Run;
use crate::doors::tui::theme::Tone;
use crate::doors::tui::widgets::rows;
use crate::play::engine::Session;
use crate::play::scoring::{Ledger, Scorecard, Verdict};
use crate::speech::messages::Messages;
use crate::store::{Attempt, AttemptId};
use crate::tr;
use jiff::Timestamp;

#[derive(Debug, Default)]
pub struct History {
    focus: usize,
    items: Vec<Item>,
}

/// One play in the list.
#[derive(Clone, Debug)]
struct Item {
    number: AttemptId,
    title: String,
    facts: Vec<String>,
}

/// So many plays on either side of the focus are judged: no window shows more at once.
const NEAR: usize = 40;

impl History {
    pub fn place(&self) -> Place {
        Place::History
    }

    pub fn act(&mut self, action: Action, desk: &mut Desk) -> Step {
        let count = self.items.len();
        match action {
            Action::Back => return Step::Back,
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

    fn open(&self, row: usize, desk: &mut Desk) -> Step {
        let Some(number) = self.items.get(row).map(|item| item.number) else { return Step::Stay };
        let Some(attempt) = desk.attempt(number).cloned() else { return Step::Stay };
        let Some(scenario) = desk.pack.scenario(&attempt.scenario).cloned() else {
            desk.notice = Some(tr!(desk.words, "scenario-gone", id = attempt.scenario.to_string()));
            return Step::Stay;
        };
        if !attempt.finished {
            return Step::Open(Screen::Play(Play::new(Run::resume(desk, &scenario, number, attempt))));
        }
        match Run::finished(&scenario, number, &attempt) {
            Some(run) => {
                if attempt.scenario_hash != scenario.hash {
                    desk.notice = Some(tr!(desk.words, "judged-anew"));
                }
                Step::Open(Screen::Debrief(Debrief::new(run)))
            }
            None => {
                desk.notice = Some(tr!(desk.words, "play-unfit"));
                Step::Stay
            }
        }
    }

    pub fn arrange(&mut self, desk: &mut Desk) {
        let attempts: Vec<(AttemptId, Attempt)> = desk.attempts().to_vec();
        let near = self.focus.saturating_sub(NEAR)..self.focus + NEAR;
        let item = |(row, (number, attempt)): (usize, &(AttemptId, Attempt))| {
            let scenario = desk.pack.scenario(&attempt.scenario).cloned();
            let title = scenario.as_ref().map(|scenario| desk.narrator(scenario).plain(&scenario.title));
            let scenario = scenario.filter(|_| near.contains(&row));
            let run = scenario.as_ref().filter(|_| attempt.finished).and_then(|scenario| first_run(scenario, attempt));
            let mut facts = vec![came_to(attempt, run.as_ref(), desk)];
            facts.push(mode_name(attempt.mode, &desk.words));
            let moves = run.map_or(attempt.line().len(), |run| run.turns().len());
            facts.push(tr!(desk.words, "moves", count = moves));
            facts.push(ago(&desk.words, attempt.updated, desk.moment.now));
            Item { number: *number, title: title.unwrap_or_else(|| attempt.scenario.to_string()), facts }
        };
        self.items = attempts.iter().enumerate().map(item).collect();
        self.focus = self.focus.min(self.items.len().saturating_sub(1));
    }

    pub fn frame(&self, desk: &Desk) -> Frame {
        let unfinished = self.items.get(self.focus).and_then(|item| desk.attempt(item.number));
        let goes_on = unfinished.is_some_and(|attempt| !attempt.finished);
        Frame {
            title: tr!(desk.words, "history"),
            right: desk.player().to_owned(),
            accept: Some(if goes_on { tr!(desk.words, "do-go-on") } else { tr!(desk.words, "do-debrief") }),
            without: vec![Action::Accept; usize::from(self.items.is_empty())],
            ..Frame::default()
        }
    }

    pub fn draw(&self, canvas: &mut Canvas, desk: &Desk) {
        let area = frame::column(desk.size);
        if self.items.is_empty() {
            canvas.put(area.x + 2, area.y + 1, area.right(), Tone::Plain, &tr!(desk.words, "no-plays"));
            return;
        }
        let width = usize::from(area.width) - 2;
        let items: Vec<Vec<Row>> = self.items.iter().map(|item| item.rows(desk, width)).collect();
        rows::draw(canvas, &items, self.focus, area);
    }
}

impl Item {
    fn rows(&self, desk: &Desk, width: usize) -> Vec<Row> {
        let mut rows = Paragraph::new(Tone::Strong, self.title.clone()).rows(width, desk.theme);
        let facts = Paragraph::new(Tone::Plain, self.facts.join(desk.theme.between()));
        rows.extend(facts.rows(width, desk.theme));
        rows.push(Row::default());
        rows
    }
}

/// What a play came to. Its scale is asked for, if nobody did yet.
fn came_to(attempt: &Attempt, run: Option<&Session>, desk: &mut Desk) -> String {
    let Some(run) = run else {
        return if attempt.finished { tr!(desk.words, "played") } else { tr!(desk.words, "not-finished") };
    };
    let scenario = run.scenario();
    desk.ask_best(scenario, run.seed());
    let Some(Asked::Known(best)) = desk.known().best(scenario, run.seed()) else { return tr!(desk.words, "played") };
    let ledger = Ledger::judge(scenario, desk.standard(), run.turns());
    let card = Scorecard::new(scenario, desk.standard(), ledger, *best);
    let verdict = match card.verdict {
        Verdict::Pass => tr!(desk.words, "passed"),
        Verdict::Fail => tr!(desk.words, "failed"),
    };
    let score = tr!(desk.words, "score", score = card.score.to_string());
    format!("{score}{}{verdict}", desk.theme.between())
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
