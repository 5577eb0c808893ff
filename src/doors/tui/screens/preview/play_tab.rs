//! The play while it is previewed: the page with its story and choices, and which choice is in focus.

use super::story::PlayRows;
use crate::content::scenario::ChoiceId;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::cells;
use crate::doors::tui::page::Page;
use crate::doors::tui::theme::Tone;
use ratatui::layout::Rect;
use std::ops::Range;

#[derive(Debug, Default)]
pub(super) struct PlayTab {
    /// The story and the choices below it.
    page: Page,
    /// The open choices, each with its rows on the page.
    choices: Vec<(ChoiceId, Range<usize>)>,
    /// The choice in focus, counted among the open ones.
    focus: Option<usize>,
}

impl PlayTab {
    /// Another moment is shown: no choice is in focus.
    pub(super) fn lose_focus(&mut self) {
        self.focus = None;
    }

    pub(super) fn has_focus(&self) -> bool {
        self.focus.is_some()
    }

    /// How many choices are open.
    pub(super) fn open(&self) -> usize {
        self.choices.len()
    }

    /// How many rows stand below the view.
    pub(super) fn below(&self, height: usize) -> usize {
        self.page.below(height)
    }

    /// Other rows: what is new is read from its first row, as far as the choices below it leave room.
    pub(super) fn set(&mut self, play: PlayRows, height: usize) {
        self.page.rows = play.rows;
        self.choices = play.choices;
        let end = self.page.rows.len().saturating_sub(height);
        self.page.go(end.min(play.news), height);
        if let Some((_, rows)) = self.focus.and_then(|focus| self.choices.get(focus)) {
            self.page.reveal(rows.clone(), height);
        }
    }

    /// Reads on, or moves the focus; the choice that is to be taken, if one is.
    pub(super) fn act(&mut self, action: Action, height: usize) -> Option<ChoiceId> {
        match action {
            Action::Pick(number) => return self.choice(usize::from(number).checked_sub(1)),
            Action::Row(row) => return self.choice(Some(row)),
            Action::Accept => return self.choice(self.focus),
            Action::Down => self.move_focus(1, height),
            Action::Up => self.move_focus(-1, height),
            Action::PageDown | Action::PageUp | Action::Scroll(_) | Action::First | Action::Last => {
                self.page.turn(action, height);
            }
            _ => {}
        }
        None
    }

    fn choice(&self, number: Option<usize>) -> Option<ChoiceId> {
        self.choices.get(number?).map(|(choice, _)| *choice)
    }

    fn move_focus(&mut self, by: isize, height: usize) {
        let Some(last) = self.choices.len().checked_sub(1) else { return };
        let focus = match self.focus {
            Some(focus) => focus.saturating_add_signed(by).min(last),
            None if by > 0 => 0,
            None => last,
        };
        self.focus = Some(focus);
        self.page.reveal(self.choices[focus].1.clone(), height);
    }

    pub(super) fn draw(&self, canvas: &mut Canvas, area: Rect) {
        self.page.draw(canvas, area);
        canvas.cursor(area.x, area.y);
        for (number, (_, rows)) in self.choices.iter().enumerate() {
            for y in rows.clone().filter_map(|row| self.page.y_of(row, area)) {
                canvas.hit(Rect { y, height: 1, ..area }, Action::Row(number));
            }
            if self.focus == Some(number)
                && let Some(y) = self.page.y_of(rows.start, area)
            {
                let height = cells(rows.len()).min(area.bottom() - y);
                canvas.put(area.x, y, area.right(), Tone::Strong, canvas.theme.pointer());
                canvas.focus(Rect { x: area.x + 5, y, width: area.width.saturating_sub(5), height });
                canvas.cursor(area.x + 2, y);
            }
        }
    }
}
