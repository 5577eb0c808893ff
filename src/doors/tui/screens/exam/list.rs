//! The exams: what each consists of, and how it stands with this learner.
//!
//! ```text
//! ── Exams ────────────────────────────────────────────────── Li ──
//! ▸ 1  Entry quiz
//!      12 questions, 10 minutes
//!      may be begun
//!   2  Basic paper
//!      …
//! ```

use crate::content::blueprint::Blueprint;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::exam_exchange::ExamAsked;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::screens::component::Component;
use crate::doors::tui::screens::navigation::{Destination, Navigation};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::ui_effect::UiEffect;
use crate::doors::tui::widgets::rows;
use crate::record::day::Day;
use crate::tr;
use crate::trainer::exam_past::{CannotSit, PastSitting, may_sit};
use crate::trainer::exam_run::WantedExam;
use crate::trainer::exam_words;
use std::sync::Arc;

#[derive(Debug)]
pub(crate) struct ExamsScreen {
    wanted: WantedExam,
    /// Where the pointer was put; else it stands at the one that is open, or that is wanted.
    focus: Option<usize>,
}

impl Component for ExamsScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::Exams
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let (focus, count) = (self.focus(ui), ui.pack.blueprints.blueprints.len());
        match action {
            Action::Back => return Navigation::Back,
            Action::Accept => return self.open(focus, ui),
            Action::Pick(number) => return self.open(usize::from(number) - 1, ui),
            Action::Row(row) => return self.open(row, ui),
            _ => self.focus = rows::led(action, focus, count, 5).or(self.focus),
        }
        Navigation::Stay
    }

    /// Asks what was sat before, where nobody has asked since something changed.
    fn arrange(&mut self, ui: &mut UiContext) {
        if ui.learner.as_ref().is_some_and(|learner| learner.exams.past.is_none()) {
            ui.effects.push(UiEffect::Exam(ExamAsked::List));
        }
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        ScreenFrame {
            title: tr!(ui.words, "exams-title"),
            right: ui.player().to_owned(),
            picks: Some((ui.pack.blueprints.blueprints.len(), tr!(ui.words, "do-pick"))),
            ..ScreenFrame::default()
        }
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        let width = usize::from(area.width) - 2;
        let exams = &ui.pack.blueprints.blueprints;
        if exams.is_empty() {
            canvas.put(area.x + 2, area.y, area.right(), Tone::Plain, &tr!(ui.words, "exams-none"));
        }
        let items: Vec<Vec<Row>> = exams.iter().zip(1..).map(|(exam, number)| item(exam, number, ui, width)).collect();
        rows::draw(canvas, &items, self.focus(ui), area);
    }
}

impl ExamsScreen {
    pub(crate) fn new(wanted: WantedExam) -> ExamsScreen {
        ExamsScreen { wanted, focus: None }
    }

    fn focus(&self, ui: &UiContext) -> usize {
        let exams = &ui.pack.blueprints.blueprints;
        let waiting = || known(ui)?.0.iter().rfind(|own| own.is_waiting()).map(|own| own.exam.clone());
        let likeliest = || {
            let id = waiting().or(self.wanted.id.clone())?;
            exams.iter().position(|own| own.id == id)
        };
        self.focus.or_else(likeliest).unwrap_or(0)
    }

    /// Goes on with an exam, or to its rules; one that may not be begun says why.
    fn open(&mut self, number: usize, ui: &mut UiContext) -> Navigation {
        let Some(exam) = ui.pack.blueprints.blueprints.get(number).cloned() else { return Navigation::Stay };
        let Some((past, today)) = known(ui) else { return Navigation::Stay };
        self.focus = Some(number);
        ui.replied = true;
        if past.iter().rfind(|own| own.exam == exam.id).is_some_and(|own| own.is_opened_again(today)) {
            ui.effects.push(UiEffect::Exam(ExamAsked::GoOn(exam)));
            return Navigation::Stay;
        }
        match may_sit(&exam, &past, today) {
            Ok(()) => Navigation::Open(Destination::ExamRules(exam, self.wanted.clone())),
            Err(why) => {
                ui.notice = Some(exam_words::refusal(&ui.words, &why, &ui.pack));
                self.focus = match &why {
                    CannotSit::Open(_) => None,
                    CannotSit::After(_) | CannotSit::Wait(_) | CannotSit::TooOften(..) => Some(number),
                };
                Navigation::Stay
            }
        }
    }
}

/// Whether it can be gone on with: it is open, or its further form waits.
fn known(ui: &UiContext) -> Option<(Arc<Vec<PastSitting>>, Day)> {
    ui.learner.as_ref()?.exams.past.clone()
}

fn item(exam: &Blueprint, number: usize, ui: &UiContext, width: usize) -> Vec<Row> {
    let number = if number < 10 { format!("{number}  ") } else { "·  ".to_owned() };
    let title = Paragraph::new(Tone::Key, number).and(Tone::Strong, exam.title.in_lang(ui.lang())).indented(0, 3);
    let mut item = title.rows(width, ui.theme);
    let facts = Paragraph::new(Tone::Plain, exam_words::facts(&ui.words, exam)).indented(3, 3);
    item.extend(facts.rows(width, ui.theme));
    if let Some((past, today)) = known(ui) {
        let state = exam_words::state(&ui.words, exam, &past, &ui.pack, today);
        item.extend(Paragraph::new(Tone::Dim, state).indented(3, 3).rows(width, ui.theme));
    }
    item.push(Row::default());
    item
}
