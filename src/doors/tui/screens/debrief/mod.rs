//! A finished play, reviewed: the score and the curve first, and below them either the play as a whole or the one move in
//! focus. It judges nothing; that is the work of [`crate::play::debrief`].
//!
//! ```text
//! ── No answer · debrief ─────────────────────────────── seed 40321 ──
//!   62 of 100  ✗ not passed  (needs 80)
//!   The note is up · customer: calm · 12 min · 13 moves
//!
//!   100 ████████▆▆▆▆▆▆▆▆
//!    80 ────────────────✗─────────  a pass needs 80
//!     0 ████████████████▃▃▃▃▃▃▃▃▃▃▃
//!           ?!      ▲??
//!
//!   Move 3 of 13 · 10:00:30   ?? blunder · cost 21 of 100
//! ▸ Write the note and go
//!   ✗ −8  Do not …  Calling at the door (5)
//!   Better: Wait half a minute, then ring once more
//! ```
//!
//! From a middling width on all moves stand at the side; in a wide window the move in focus stands beside them, and below
//! the curve what the points came to.

mod areas;
mod layout;
mod moves;
mod overview;
mod told;

use super::component::Component;
use super::navigation::{Destination, Navigation};
use crate::content::standard::RequirementId;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::{cells, downwards};
use crate::doors::tui::frame::ScreenFrame;
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::layout_key::LayoutKey;
use crate::doors::tui::page::Page;
use crate::doors::tui::prose::Row;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::ui_effect::UiEffect;
use crate::doors::tui::widgets::curve::DrawnCurve;
use crate::play::debrief::Reviewed;
use crate::play::scoring::{Label, Score};
use crate::report::debrief::{Paper, copy};
use crate::tr;
use crate::trainer::recorded_play::{RecordedPlay, RunKind};
use crate::trainer::solver_cache::Async;
use areas::{column, columns, panel};
use ratatui::layout::Rect;
use std::sync::Arc;

#[derive(Debug)]
pub(crate) struct DebriefScreen {
    play: RecordedPlay,
    review: Async<Arc<crate::play::debrief::Debrief>>,
    /// The move in focus; none for the play as a whole, which is what is read first.
    focus: Option<usize>,
    head: Vec<Row>,
    curve: DrawnCurve,
    /// What the points come to, where that stands below the curve whatever is in focus.
    figures: Vec<Row>,
    /// What is said about the focus.
    page: Page,
    /// By move: its row in the list of all moves, where that stands on the page.
    listed: Vec<usize>,
    /// What stands at the side of a wide window.
    panel: Vec<Row>,
    layout_key: Option<LayoutKey<DebriefView>>,
}

/// What the rows tell about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct DebriefView {
    focus: Option<usize>,
    stage: Stage,
}

/// How far the review is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// The score may be known before the moves are.
    Pending(Option<Score>),
    Known,
    Unknown,
}

impl Component for DebriefScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::Debrief
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let height = usize::from(self.page_area(ui.size).height);
        match action {
            Action::Back => return Navigation::Back,
            Action::Right => self.step(1),
            Action::Left => self.step(-1),
            Action::Down => self.read(1, height),
            Action::Up => self.read(-1, height),
            Action::PageDown => self.read(downwards(height) - 1, height),
            Action::PageUp => self.read(1 - downwards(height), height),
            Action::Scroll(by) => self.page.scroll(by.into(), height),
            Action::First => self.look_at(None),
            Action::Last => self.look_at(self.play.session().turns().len().checked_sub(1)),
            Action::Row(turn) => self.look_at(Some(turn)),
            Action::NextMistake => self.go_to_mistake(self.mistake_after(), ui),
            Action::LastMistake => self.go_to_mistake(self.mistake_before(), ui),
            Action::Accept => match self.focus {
                Some(turn) => return self.again(turn, ui),
                None => self.look_at(self.mistake_after().or((!self.play.session().turns().is_empty()).then_some(0))),
            },
            Action::BestLine if self.known().is_some() => {
                let mut from = self.play.session().clone();
                from.rewind_to(self.focus.unwrap_or(0));
                return Navigation::Open(Destination::BestLine(from));
            }
            Action::AsHtml => self.export(Paper::Html, ui),
            Action::AsMarkdown => self.export(Paper::Markdown, ui),
            _ => {}
        }
        Navigation::Stay
    }

    fn arrange(&mut self, ui: &mut UiContext) {
        ui.ask_review(self.play.session());
        self.review = ui.known().review(self.play.session()).cloned().unwrap_or(Async::Pending);
        let stage = match &self.review {
            Async::Pending => Stage::Pending(ui.score(self.play.session())),
            Async::Known(_) => Stage::Known,
            Async::Unknown(_) => Stage::Unknown,
        };
        let layout_key = Some(LayoutKey::showing(DebriefView { focus: self.focus, stage }, ui));
        if self.layout_key != layout_key {
            self.layout_key = layout_key;
            self.make_moments(ui);
            ui.learn_visit(self.play.session());
            self.lay_out(stage, ui);
        }
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let narrator = ui.narrator(self.play.session().scenario());
        let below = self.page.below(usize::from(self.page_area(ui.size).height));
        let mut without = Vec::new();
        if self.mistake_after().is_none() || self.focus.is_none() {
            without.push(Action::NextMistake);
        }
        if self.known().is_none() {
            without.extend([Action::BestLine, Action::AsHtml, Action::AsMarkdown]);
        }
        if self.focus.map_or(0, |turn| turn + 1) >= self.play.session().turns().len() {
            without.push(Action::Right);
        }
        let first = match self.mistake_after() {
            Some(_) => tr!(ui.words, "do-first-mistake"),
            None => tr!(ui.words, "do-first-move"),
        };
        ScreenFrame {
            title: format!(
                "{}{}{}",
                narrator.plain(&narrator.scenario.title),
                ui.theme.between(),
                tr!(ui.words, "debrief")
            ),
            right: tr!(ui.words, "seed-is", seed = self.play.session().seed().to_string()),
            accept: self.focus.is_none().then_some(first),
            without,
            unavailable_reason: self.known().map(|_| tr!(ui.words, "keep-a-copy")),
            below: (below > 0).then(|| tr!(ui.words, "more", rows = below, sign = ui.theme.more_below())),
            ..ScreenFrame::default()
        }
    }

    fn column(&self, ui: &UiContext) -> Rect {
        columns(ui.size).whole
    }

    fn cited(&self, _ui: &UiContext) -> Option<RequirementId> {
        self.play.session().turns().get(self.focus?)?.requirements().next()
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = column(ui.size);
        canvas.rows(area, &self.head);
        let top = area.y + cells(self.head.len()) + 1;
        canvas.rows(Rect { y: top, height: area.bottom() - top, ..area }, &self.curve.rows);
        let height = cells(self.curve.rows.len());
        for (turn, columns) in self.curve.columns.iter().enumerate() {
            let (x, width) = (area.x + cells(columns.start), cells(columns.len()));
            canvas.hit(Rect { x, y: top, width, height }, Action::Row(turn));
        }
        canvas.rows(self.below_curve(ui.size), &self.figures);
        if let Some(panel) = panel(ui.size) {
            moves::draw(canvas, &self.panel, self.focus, panel);
        }
        if let Some(third) = columns(ui.size).third {
            canvas.rule_before(third);
        }
        let page = self.page_area(ui.size);
        self.page.draw(canvas, page);
        for (turn, row) in self.listed.iter().enumerate() {
            if let Some(y) = self.page.y_of(*row, page) {
                canvas.hit(Rect { y, height: 1, ..page }, Action::Row(turn));
            }
        }
        canvas.cursor(page.x, page.y);
    }
}

impl DebriefScreen {
    /// The mistakes of the run that counts become moments, to be played again another day.
    fn make_moments(&self, ui: &mut UiContext) {
        let Some(debrief) = self.known().filter(|_| self.play.kind() == RunKind::Scored) else { return };
        let made = ui.learning().map(|own| own.of_review(debrief, self.play.session(), ui.standard()));
        ui.learn_from(made.unwrap_or_default());
    }

    pub(crate) fn new(play: RecordedPlay) -> DebriefScreen {
        DebriefScreen {
            play,
            review: Async::Pending,
            focus: None,
            head: Vec::new(),
            curve: DrawnCurve::default(),
            figures: Vec::new(),
            page: Page::default(),
            listed: Vec::new(),
            panel: Vec::new(),
            layout_key: None,
        }
    }

    fn known(&self) -> Option<&crate::play::debrief::Debrief> {
        match &self.review {
            Async::Known(review) => Some(review),
            Async::Pending | Async::Unknown(_) => None,
        }
    }

    fn look_at(&mut self, focus: Option<usize>) {
        self.focus = focus.filter(|turn| *turn < self.play.session().turns().len());
        self.page.top = 0;
    }

    /// One move on or back; before the first stands the play as a whole.
    fn step(&mut self, by: isize) {
        let last = self.play.session().turns().len();
        let place = self.focus.map_or(0, |turn| turn + 1);
        let next = place.saturating_add_signed(by).min(last);
        if next != place {
            self.look_at(next.checked_sub(1));
        }
    }

    /// Reads on: first what stands below the view, then the next move.
    fn read(&mut self, rows: isize, height: usize) {
        let more = if rows > 0 { self.page.below(height) > 0 } else { self.page.top > 0 };
        if more { self.page.scroll(rows, height) } else { self.step(rows.signum()) }
    }

    fn mistakes(&self) -> impl DoubleEndedIterator<Item = usize> {
        let moves = self.known().map_or(&[][..], |review| &review.moves);
        moves.iter().filter(|own| is_mistake(own)).map(|own| own.turn)
    }

    fn mistake_after(&self) -> Option<usize> {
        self.mistakes().find(|turn| self.focus.is_none_or(|focus| *turn > focus))
    }

    fn mistake_before(&self) -> Option<usize> {
        self.mistakes().rfind(|turn| self.focus.is_some_and(|focus| *turn < focus))
    }

    fn go_to_mistake(&mut self, mistake: Option<usize>, ui: &mut UiContext) {
        match mistake {
            Some(turn) => self.look_at(Some(turn)),
            None if self.known().is_none() => ui.notice = Some(tr!(ui.words, "review-pending")),
            None => ui.notice = Some(tr!(ui.words, "no-more-mistakes")),
        }
    }

    /// Back to the moment before a move, on a branch of its own: the first run keeps its score.
    fn again(&self, turn: usize, ui: &mut UiContext) -> Navigation {
        let newest = ui.history().get(self.play.id()).unwrap_or(self.play.attempt()).clone();
        let (retry, keep) = self.play.retry(turn, &newest, ui.now.time);
        ui.keep(keep);
        let number = turn + 1;
        ui.notice = Some(tr!(ui.words, "notice-again", number = number));
        Navigation::Open(Destination::Play(Box::new(retry)))
    }

    fn export(&self, paper: Paper, ui: &mut UiContext) {
        let narrator = ui.narrator(self.play.session().scenario());
        let circumstances = ui.circumstances(&self.play);
        match self.known().map(|review| copy(&self.play, review, paper, &circumstances, &narrator)) {
            Some(export) => ui.effects.push(UiEffect::Export(Box::new(export))),
            None => ui.notice = Some(tr!(ui.words, "nothing-to-export")),
        }
    }
}

/// Whether a move has a sign that one looks at.
fn is_mistake(own: &Reviewed) -> bool {
    own.label.is_some_and(Label::is_mistake)
}
