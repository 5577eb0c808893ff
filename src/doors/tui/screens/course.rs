//! The courses as a map: every unit, whether it is done, what is to be done in it next, or what it waits for.
//!
//! ```text
//! ── The first month ─────────────────────────────────────────── Li ──
//!   After it you can go out alone: …
//!
//!   1  The door stays shut
//!      ✓ done
//! ▸ 2  Shoe covers
//!      open: read the lesson
//!   3  A complaint
//!      locked: it opens when “Shoe covers” is done
//!   4  Exams
//! ```

use super::component::Component;
use super::navigation::{Destination, Navigation};
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::prose::{self, Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::rows;
use crate::tr;
use crate::trainer::course::{FollowedUnit, UnitState, followed};
use crate::trainer::course_words;
use crate::trainer::exam_run::WantedExam;
use ratatui::layout::Rect;

#[derive(Debug, Default)]
pub(crate) struct CourseScreen {
    /// Where the pointer was put; else it stands at what comes next.
    focus: Option<usize>,
}

impl Component for CourseScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::Course
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let count = units(ui).len() + 1;
        let focus = self.focus(&units(ui));
        match action {
            Action::Back => return Navigation::Back,
            Action::Accept => return self.open(focus, ui),
            Action::Pick(number) => return self.open(usize::from(number) - 1, ui),
            Action::Row(row) => return self.open(row, ui),
            _ => self.focus = rows::led(action, focus, count, 5).or(self.focus),
        }
        Navigation::Stay
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let all = units(ui);
        let course = all.get(self.focus(&all)).map(|own| own.course.title.in_lang(ui.lang()).to_owned());
        ScreenFrame {
            title: course.unwrap_or_else(|| tr!(ui.words, "course-title")),
            right: ui.player().to_owned(),
            picks: Some((all.len() + 1, tr!(ui.words, "do-pick"))),
            ..ScreenFrame::default()
        }
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        let width = usize::from(area.width) - 2;
        let all = units(ui);
        let focus = self.focus(&all);
        let about = all.get(focus).map(|own| own.course.about.in_lang(ui.lang()).to_owned());
        let head = [Paragraph::new(Tone::Dim, about.unwrap_or_default()), Paragraph::blank()];
        let head = prose::rows(&head, width, ui.theme);
        let top = u16::try_from(head.len()).unwrap_or(0).min(area.height);
        canvas.rows(Rect { height: top, ..area }, &head);
        let mut items: Vec<Vec<Row>> =
            all.iter().zip(1..).map(|(own, number)| prose::rows(&item(own, number, ui), width, ui.theme)).collect();
        items.push(
            Paragraph::new(Tone::Key, numbered(all.len() + 1))
                .and(Tone::Plain, tr!(ui.words, "exams-title"))
                .indented(0, 3)
                .rows(width, ui.theme),
        );
        let list = Rect { y: area.y + top, height: area.height - top, ..area };
        rows::draw(canvas, &items, focus, list);
    }
}

impl CourseScreen {
    fn focus(&self, all: &[FollowedUnit]) -> usize {
        let next = || all.iter().position(|own| matches!(own.state, UnitState::Open));
        self.focus.or_else(next).unwrap_or(0)
    }

    /// One that is not open says why.
    fn open(&mut self, number: usize, ui: &mut UiContext) -> Navigation {
        let all = units(ui);
        if number == all.len() {
            self.focus = None;
            return Navigation::Open(Destination::Exams(WantedExam::default()));
        }
        let Some(own) = all.get(number) else { return Navigation::Stay };
        if let UnitState::Behind(_) = own.state {
            let why = course_words::state(&ui.words, own);
            ui.notice = Some(why);
            self.focus = Some(number);
            return Navigation::Stay;
        }
        // On the way back the pointer stands at what comes next then.
        self.focus = None;
        Navigation::Open(Destination::Unit(own.named()))
    }
}

fn units(ui: &UiContext) -> Vec<FollowedUnit<'_>> {
    followed(&ui.pack.courses, ui.events())
}

/// A digit chooses one of the first nine.
fn numbered(number: usize) -> String {
    if number < 10 { format!("{number}  ") } else { "·  ".to_owned() }
}

fn item(own: &FollowedUnit, number: usize, ui: &UiContext) -> [Paragraph; 3] {
    let is_locked = matches!(own.state, UnitState::Behind(_));
    let tone = if is_locked { Tone::Unavailable } else { Tone::Plain };
    let title = Paragraph::new(Tone::Key, numbered(number)).and(tone, own.unit.title.in_lang(ui.lang())).indented(0, 3);
    let state = course_words::state(&ui.words, own);
    let below = match own.state {
        UnitState::Done => Paragraph::new(Tone::Good, format!("{} {state}", ui.theme.right_or_wrong(true))),
        UnitState::Open | UnitState::Behind(_) => Paragraph::new(Tone::Dim, state),
    };
    [title, below.indented(3, 3), Paragraph::blank()]
}
