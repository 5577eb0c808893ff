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

/// One run of an attempt.
struct RunOfAttempt {
    id: AttemptId,
    attempt: Arc<Attempt>,
    run: HistoryRun,
    /// The most points under its seed, if it is known.
    best: Option<i32>,
}

/// The items of an attempt, made for this language and this scale.
fn items_of(id: AttemptId, of: &(Arc<Attempt>, Lang, Option<i32>), ui: &UiContext) -> Vec<HistoryItem> {
    let (attempt, _, best) = of;
    let scenario = ui.pack.scenario(&attempt.scenario).cloned();
    let name = scenario.as_ref().map(|scenario| ui.narrator(scenario).plain(&scenario.title));
    let name = name.unwrap_or_else(|| attempt.scenario.to_string());
    let item = |(number, own): (usize, RunOfAttempt)| {
        let session = scenario.as_ref().and_then(|scenario| own.session(scenario));
        let mut title = vec![name.clone()];
        title.extend(session.as_ref().and_then(|session| own.again_from(session, ui)));
        let (title, facts) = (title.join(ui.theme.between()), own.facts(session, ui));
        HistoryItem { id, run: own.run, number, title, facts, of: of.clone(), updated: attempt.updated }
    };
    runs(id, attempt, *best, ui).into_iter().enumerate().map(item).collect()
}

/// The runs of an attempt: the one that counts, and after it what was tried again. Only what was taken back can have more
/// than one.
fn runs(id: AttemptId, attempt: &Arc<Attempt>, best: Option<i32>, ui: &UiContext) -> Vec<RunOfAttempt> {
    let own = |run| RunOfAttempt { id, attempt: attempt.clone(), run, best };
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

    /// What is told of it, before and after how long ago it was.
    fn facts(&self, session: Option<Session>, ui: &UiContext) -> [Vec<String>; 2] {
        let moves = session.as_ref().map_or(self.attempt.line().len(), |session| session.turns().len());
        let mut facts = match (self.run, &session) {
            (HistoryRun::Over(_), Some(session)) => came_to(session, self.best, ui),
            (HistoryRun::Over(_), None) => vec![tr!(ui.words, "played")],
            (HistoryRun::UnderWay | HistoryRun::TriedAgain, _) => vec![tr!(ui.words, "not-finished")],
        };
        facts.push(mode_name(self.attempt.mode, &ui.words));
        facts.push(tr!(ui.words, "moves", count = moves));
        let mut remarks = Vec::new();
        if let (HistoryRun::Over(0), Some(session)) = (self.run, session) {
            let own = Circumstances::of(&self.attempt, session.scenario(), &ui.pack);
            remarks.extend(short_remarks(&ui.words, &own.after(ui.history(), self.id, &self.attempt)));
        }
        [facts, remarks]
    }
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

/// What a run came to: score, verdict, ending and mood, once its scale is known.
fn came_to(run: &Session, best: Option<i32>, ui: &UiContext) -> Vec<String> {
    let Some(best) = best else { return vec![tr!(ui.words, "played")] };
    let scenario = run.scenario();
    let ledger = Ledger::judge(scenario, ui.standard(), run.turns());
    let card = Scorecard::new(scenario, ui.standard(), ledger, best);
    let (narrator, state) = (ui.narrator(scenario), run.state());
    let mut told = vec![tr!(ui.words, "score", score = card.score.whole()), verdict(&ui.words, card.verdict)];
    told.extend(narrator.ending(run));
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
