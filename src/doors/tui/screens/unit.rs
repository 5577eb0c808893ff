//! A unit of a course: its lesson on one page, and below it what comes then.
//!
//! ```text
//! ── The door stays shut ───────────────────────────── unit 1 of 4 ──
//!   A community manager looks after one neighbourhood's lines: …
//!
//!   How it goes
//!    1 │ Be at the customer's door one minute before the hour
//!      ├─ if nobody answers
//!    2 │    Ring or knock again, gently, every 30 seconds
//!
//!   Now it is your turn
//! ▸ 1  Watch it done: a clean visit, move by move, each with its reason
//! ```

use super::component::Component;
use super::navigation::{Destination, Navigation};
use crate::content::course::{Course, StudyUnit};
use crate::content::standard::RequirementId;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::layout_key::LayoutKey;
use crate::doors::tui::page::Page;
use crate::doors::tui::prose::Paragraph;
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::choices;
use crate::doors::tui::widgets::{lesson_page, rows};
use crate::play::engine::Session;
use crate::record::journal::CourseUnit;
use crate::tr;
use crate::trainer::course::{FollowedUnit, check, follow, of_lesson};
use crate::trainer::course_words::UnitEntry;
use std::ops::Range;
use std::sync::Arc;

#[derive(Debug)]
pub(crate) struct UnitScreen {
    course: Arc<Course>,
    number: usize,
    /// Where the pointer was put; else it stands at what comes next.
    focus: Option<usize>,
    /// Whether a play was watched since this was opened.
    has_watched: bool,
    page: Page,
    /// The rows of what can be done.
    entries: Vec<Range<usize>>,
    layout_key: Option<LayoutKey<usize>>,
}

impl Component for UnitScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::Unit
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let height = usize::from(frame::column(ui.size).height);
        match action {
            Action::Back => return Navigation::Back,
            Action::Accept if self.page.below(height) > 0 => self.page.turn(Action::PageDown, height),
            Action::Accept => return self.take(self.focus(ui), ui),
            Action::Pick(number) => return self.take(usize::from(number) - 1, ui),
            Action::Row(row) => return self.take(row, ui),
            Action::Down if self.page.below(height) > 0 => self.page.scroll(1, height),
            Action::Up if self.page.below(height) > 0 || self.focus(ui) == 0 => self.page.scroll(-1, height),
            Action::Down => self.focus = Some(rows::moved(self.focus(ui), 1, self.entries.len())),
            Action::Up => self.focus = Some(rows::moved(self.focus(ui), -1, self.entries.len())),
            Action::PageDown | Action::PageUp | Action::Scroll(_) | Action::First | Action::Last => {
                self.page.turn(action, height);
            }
            _ => {}
        }
        Navigation::Stay
    }

    /// Lays the page out; where its end is in view, the lesson was read. One that was read before opens at its end.
    fn arrange(&mut self, ui: &mut UiContext) {
        let height = usize::from(frame::column(ui.size).height);
        let layout_key = Some(LayoutKey::showing(ui.events().len(), ui));
        if self.layout_key != layout_key {
            let is_first = self.layout_key.is_none();
            self.layout_key = layout_key;
            self.lay_out(ui);
            if is_first && self.followed(ui).is_some_and(|own| own.progress.has_read) {
                self.page.go(self.page.rows.len(), height);
            }
        }
        if self.page.below(height) == 0 {
            let read = self.followed(ui).map(|own| of_lesson(&own));
            ui.learn_from(read.unwrap_or_default());
        }
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let number: usize = self.number + 1;
        let below = self.page.below(usize::from(frame::column(ui.size).height));
        ScreenFrame {
            title: self.unit().title.in_lang(ui.lang()).to_owned(),
            right: tr!(ui.words, "course-unit-of", number = number, count = self.course.units.len()),
            picks: Some((self.entries.len(), tr!(ui.words, "do-pick"))),
            accept: (below > 0).then(|| tr!(ui.words, "do-page-down")),
            below: (below > 0).then(|| tr!(ui.words, "more", rows = below, sign = ui.theme.more_below())),
            ..ScreenFrame::default()
        }
    }

    fn cited(&self, _ui: &UiContext) -> Option<RequirementId> {
        self.unit().requirements().first().copied()
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        choices::draw(canvas, &self.page, area, &self.entries, Some(self.focus(ui)));
    }
}

impl UnitScreen {
    /// None where no course has this unit.
    pub(crate) fn new(unit: &CourseUnit, ui: &UiContext) -> Option<UnitScreen> {
        let own = follow(&ui.pack.courses, ui.events(), unit)?;
        Some(UnitScreen {
            course: own.course.clone(),
            number: own.number,
            focus: None,
            has_watched: false,
            page: Page::default(),
            entries: Vec::new(),
            layout_key: None,
        })
    }

    fn unit(&self) -> &StudyUnit {
        &self.course.units[self.number]
    }

    fn followed<'u>(&self, ui: &'u UiContext) -> Option<FollowedUnit<'u>> {
        let named = CourseUnit { course: self.course.id.clone(), unit: self.unit().id.clone() };
        follow(&ui.pack.courses, ui.events(), &named)
    }

    fn focus(&self, ui: &UiContext) -> usize {
        let next = || {
            let likeliest = UnitEntry::likeliest(&self.followed(ui)?, self.has_watched);
            UnitEntry::ALL.iter().position(|own| *own == likeliest)
        };
        self.focus.or_else(next).unwrap_or(0)
    }

    /// Opens one of the things below the lesson; one that is out of view is shown first.
    fn take(&mut self, number: usize, ui: &mut UiContext) -> Navigation {
        let height = usize::from(frame::column(ui.size).height);
        let (Some(entry), Some(rows)) = (UnitEntry::ALL.get(number), self.entries.get(number)) else {
            return Navigation::Stay;
        };
        if !self.page.shows(rows, height) {
            self.focus = Some(number);
            self.page.go(self.page.rows.len(), height);
            return Navigation::Stay;
        }
        let scenario = ui.pack.scenario(&self.unit().scenario).cloned();
        let destination = match (entry, scenario) {
            (UnitEntry::WorkedVisit, Some(scenario)) => {
                self.has_watched = true;
                Some(Destination::BestLine(Session::new(scenario, ui.now.seed)))
            }
            (UnitEntry::Visit, Some(scenario)) => Some(Destination::Briefing(scenario)),
            (UnitEntry::WorkedVisit | UnitEntry::Visit, None) => {
                ui.notice = Some(tr!(ui.words, "unit-no-visit"));
                None
            }
            (UnitEntry::Check, _) => {
                let round = self.followed(ui).and_then(|own| check(&own, &ui.pack.bank, ui.now.seed));
                round.map(|round| Destination::Round(Box::new(round)))
            }
        };
        // On the way back the pointer stands at what comes next then.
        self.focus = None;
        destination.map_or(Navigation::Stay, Navigation::Open)
    }

    fn lay_out(&mut self, ui: &UiContext) {
        let area = frame::column(ui.size);
        let width = usize::from(area.width);
        let mut rows = lesson_page::rows(&self.unit().lesson, width, ui);
        rows.extend(Paragraph::new(Tone::Strong, tr!(ui.words, "unit-then")).rows(width, ui.theme));
        self.entries.clear();
        let Some(own) = self.followed(ui) else { return };
        for (entry, number) in UnitEntry::ALL.into_iter().zip(1..) {
            let from = rows.len();
            let mut line = Paragraph::new(Tone::Key, format!("  {number}  "))
                .and(Tone::Plain, entry.told(&ui.words, &ui.pack, &own))
                .indented(0, 5);
            if entry.is_done(&own) {
                let done = format!("  {} {}", ui.theme.right_or_wrong(true), tr!(ui.words, "unit-is-done"));
                line = line.and(Tone::Good, done);
            }
            rows.extend(line.rows(width, ui.theme));
            self.entries.push(from..rows.len());
        }
        self.page.set(rows, usize::from(area.height));
    }
}
