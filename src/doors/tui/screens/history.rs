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
use crate::content::scenario::Scenario;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::rows;
use crate::play::engine::{RecordedMove, Session};
use crate::play::scoring::{Ledger, Scorecard};
use crate::record::attempt::{Attempt, AttemptId};
use crate::record::circumstances::Circumstances;
use crate::speech::messages::Messages;
use crate::speech::narration::{Mood, verdict};
use crate::speech::remarks::short_remarks;
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
    run: HistoryRun,
    title: String,
    facts: Vec<String>,
}

/// Which run of an attempt an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HistoryRun {
    /// The one that counts, not over yet.
    UnderWay,
    /// One that came to its end; the first (0) counts, all others were tried again.
    Over(usize),
    /// One that is being tried again.
    TriedAgain,
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
        let all: Vec<_> = attempts.iter().flat_map(|(id, attempt)| runs(*id, attempt, ui)).collect();
        let near = self.focus.saturating_sub(NEAR)..self.focus + NEAR;
        let item = |(row, own): (usize, &RunOfAttempt)| {
            let scenario = ui.pack.scenario(&own.attempt.scenario).cloned();
            let title = scenario.as_ref().map(|scenario| ui.narrator(scenario).plain(&scenario.title));
            let session = scenario.filter(|_| near.contains(&row)).and_then(|scenario| own.session(&scenario));
            let mut title = vec![title.unwrap_or_else(|| own.attempt.scenario.to_string())];
            title.extend(session.as_ref().and_then(|session| own.again_from(session, ui)));
            HistoryItem {
                id: own.id,
                run: own.run,
                title: title.join(ui.theme.between()),
                facts: own.facts(session, ui),
            }
        };
        self.items = all.iter().enumerate().map(item).collect();
        self.focus = self.focus.min(self.items.len().saturating_sub(1));
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let goes_on = self.items.get(self.focus).is_some_and(|item| !matches!(item.run, HistoryRun::Over(_)));
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

/// One run of an attempt.
struct RunOfAttempt {
    id: AttemptId,
    attempt: Arc<Attempt>,
    run: HistoryRun,
}

/// The runs of an attempt: the one that counts, and after it what was tried again. Only what was taken back can have more
/// than one.
fn runs(id: AttemptId, attempt: &Arc<Attempt>, ui: &UiContext) -> Vec<RunOfAttempt> {
    let own = |run| RunOfAttempt { id, attempt: attempt.clone(), run };
    if !attempt.finished {
        return vec![own(HistoryRun::UnderWay)];
    }
    let mut all = vec![own(HistoryRun::Over(0))];
    let tried_again = attempt.moves.iter().any(|done| matches!(done, RecordedMove::Rewind { .. }));
    let Some(scenario) = ui.pack.scenario(&attempt.scenario).filter(|_| tried_again) else { return all };
    let replay = attempt.replay(scenario);
    all.extend((1..replay.endings.len()).map(|run| own(HistoryRun::Over(run))));
    if replay.is_whole() && !replay.session.is_over() {
        all.push(own(HistoryRun::TriedAgain));
    }
    all
}

impl RunOfAttempt {
    fn session(&self, scenario: &Arc<Scenario>) -> Option<Session> {
        match self.run {
            HistoryRun::Over(run) => self.attempt.run(scenario, run),
            HistoryRun::UnderWay | HistoryRun::TriedAgain => Some(self.attempt.replay(scenario).session),
        }
    }

    /// Of what was tried again: with which move it left the run that counts.
    fn again_from(&self, session: &Session, ui: &UiContext) -> Option<String> {
        if matches!(self.run, HistoryRun::UnderWay | HistoryRun::Over(0)) {
            return None;
        }
        let first = self.attempt.run(session.scenario(), 0)?;
        let shared = first.turns().iter().zip(session.turns()).take_while(|(own, other)| own.taken == other.taken);
        let number = shared.count() + 1;
        Some(tr!(ui.words, "again-from", number = number))
    }

    fn facts(&self, session: Option<Session>, ui: &mut UiContext) -> Vec<String> {
        let moves = session.as_ref().map_or(self.attempt.line().len(), |session| session.turns().len());
        let mut facts = match (self.run, &session) {
            (HistoryRun::Over(_), Some(session)) => came_to(session, ui),
            (HistoryRun::Over(_), None) => vec![tr!(ui.words, "played")],
            (HistoryRun::UnderWay | HistoryRun::TriedAgain, _) => vec![tr!(ui.words, "not-finished")],
        };
        facts.push(mode_name(self.attempt.mode, &ui.words));
        facts.push(tr!(ui.words, "moves", count = moves));
        facts.push(ago(&ui.words, self.attempt.updated, ui.now.time));
        if let (HistoryRun::Over(0), Some(session)) = (self.run, session) {
            let own = Circumstances::of(&self.attempt, session.scenario(), &ui.pack);
            facts.extend(short_remarks(&ui.words, &own.after(ui.history(), self.id, &self.attempt)));
        }
        facts
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

/// What a run came to: score, verdict, ending and mood. Its scale is asked for, if nobody did yet.
fn came_to(run: &Session, ui: &mut UiContext) -> Vec<String> {
    let scenario = run.scenario();
    ui.ask_best(scenario, run.seed());
    let Some(Async::Known(best)) = ui.known().best(scenario, run.seed()) else {
        return vec![tr!(ui.words, "played")];
    };
    let ledger = Ledger::judge(scenario, ui.standard(), run.turns());
    let card = Scorecard::new(scenario, ui.standard(), ledger, *best);
    let (narrator, state) = (ui.narrator(scenario), run.state());
    let ending = run.ending().map(|ending| narrator.fill(&scenario.ending(ending).title, &state));
    let mut told = vec![tr!(ui.words, "score", score = card.score.whole()), verdict(&ui.words, card.verdict)];
    told.extend(ending);
    told.push(tr!(ui.words, "mood", mood = Mood::of(scenario, &state).word(&ui.words)));
    told
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
