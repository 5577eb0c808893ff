//! The rows of a debrief, and where they stand: the head and the curve, all moves, and the page about the focus.

use super::areas::{column, columns, levels, panel};
use super::told::{OtherTry, ScoreLine, Told};
use super::{DebriefScreen, Stage};
use crate::doors::tui::cells::cells;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::curve::{Curve, DrawnCurve};
use crate::play::scoring::{Label, Ledger, Score};
use crate::record::circumstances::Circumstances;
use crate::speech::remarks::remarks;
use crate::tr;
use crate::trainer::recorded_play::RunKind;
use crate::trainer::solver_cache::Async;
use ratatui::layout::Rect;

impl DebriefScreen {
    pub(super) fn lay_out(&mut self, stage: Stage, ui: &UiContext) {
        let session = self.play.session().clone();
        let narrator = ui.narrator(session.scenario());
        let ledger = Ledger::judge(narrator.scenario, narrator.standard, session.turns());
        let column = column(ui.size);
        let width = usize::from(column.width);
        let review = narrator.review(&session, &ledger);
        let known = self.known().cloned();
        let told = Told {
            narrator,
            theme: ui.theme,
            width,
            session: &session,
            ledger: &ledger,
            review: &review,
            known: known.as_ref(),
        };
        let circumstances = Circumstances { is_retry: false, ..ui.circumstances(&self.play) };
        let remarks = remarks(&ui.words, &circumstances);
        self.head = told.head(&self.score_line(stage), self.other_try(ui), &remarks);
        self.curve = self.drawn(&told, ui, width);
        self.lay_out_page(&told, ui);
        let list = |panel: Rect| told.list(usize::from(panel.width));
        self.panel = panel(ui.size).map_or(Vec::new(), list);
    }

    /// In a wide window the figures stand below the curve, and the page beside the moves; otherwise all is one page.
    fn lay_out_page(&mut self, told: &Told, ui: &UiContext) {
        let (page, below) = (self.page_area(ui.size), usize::from(self.below_curve(ui.size).height));
        self.figures = columns(ui.size).third.map_or(Vec::new(), |_| told.figures());
        if self.figures.len() > below {
            self.figures.clear();
        }
        let told = Told { width: usize::from(page.width), ..*told };
        let mut rows = match self.focus {
            Some(turn) => told.one_move(turn),
            None if self.figures.is_empty() => told.overview(),
            None => told.left_open(),
        };
        self.listed.clear();
        if self.focus.is_none() && panel(ui.size).is_none() {
            rows.extend(told.list_heading());
            let moves = told.list(told.width);
            self.listed.extend(rows.len()..rows.len() + moves.len());
            rows.extend(moves);
        }
        self.page.set(rows, usize::from(page.height));
    }

    fn score_line(&self, stage: Stage) -> ScoreLine {
        match (stage, &self.review) {
            (Stage::Pending(score), _) => ScoreLine::Pending(score),
            (_, Async::Unknown(why)) => ScoreLine::Unknown(why.clone()),
            (Stage::Known | Stage::Unknown, _) => ScoreLine::Known,
        }
    }

    /// Beside a branch: that the first run is what counts, and its score once that is known.
    fn other_try(&self, ui: &UiContext) -> OtherTry {
        match self.play.kind() {
            RunKind::Scored => OtherTry::None,
            RunKind::Retry => {
                let first = self.play.attempt().replay(self.play.session().scenario()).first_run;
                first.and_then(|first| ui.score(&first)).map_or(OtherTry::Unscored, OtherTry::Scored)
            }
        }
    }

    fn drawn(&self, told: &Told, ui: &UiContext, width: usize) -> DrawnCurve {
        let levels = levels(ui.size);
        match &self.review {
            Async::Known(review) => {
                let first = Score::FULL.0;
                let reachable: Vec<u32> =
                    [first].into_iter().chain(review.moves.iter().map(|own| own.reachable.0)).collect();
                let signs: Vec<&str> = review.moves.iter().map(|own| own.label.map_or("", Label::sign)).collect();
                let mark = told.narrator.scenario.pass_mark;
                let curve = Curve {
                    reachable: &reachable,
                    signs: &signs,
                    pass_mark: mark,
                    no_return: review.no_return,
                    focus: self.focus,
                    caption: &tr!(ui.words, "pass-line", mark = mark),
                };
                curve.draw(width, levels, ui.theme)
            }
            Async::Pending => DrawnCurve { rows: told.waiting(levels + 2), columns: Vec::new() },
            Async::Unknown(_) => DrawnCurve::default(),
        }
    }

    /// Where the page about the focus stands.
    pub(super) fn page_area(&self, size: (u16, u16)) -> Rect {
        columns(size).third.unwrap_or_else(|| self.below_curve(size))
    }

    /// What is left of the first column.
    pub(super) fn below_curve(&self, size: (u16, u16)) -> Rect {
        let area = column(size);
        let curve = self.curve.rows.len() + usize::from(!self.curve.rows.is_empty());
        let above = cells(self.head.len() + 1 + curve).min(area.height.saturating_sub(1));
        Rect { y: area.y + above, height: area.height - above, ..area }
    }
}
