//! Today: what there is to do and why, within the minutes that the learner gives it; and at its end what got better.
//!
//! ```text
//! ── Today ───────────────────────────────────────── 10 minutes a day ──
//!   Today: about 10 min
//!
//! ▸ 1  Your own mistake: No answer
//!      You went wrong here: Calling at the door (item 5)
//!   2  12 questions
//!      3 you missed before · 9 new
//! ```

use super::component::Component;
use super::navigation::{Destination, Navigation};
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::cells;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::prose::{self, Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::{field, rows};
use crate::learn::today::{Activity, PlannedActivity};
use crate::record::journal::Happened;
use crate::tr;
use crate::trainer::day_words;
use crate::trainer::exam_day::{self, read_exam_day};
use crate::trainer::learning::{Learning, MINUTES_OFFERED, TodayPlan};
use crate::trainer::phrase_drill::PhraseDrill;
use ratatui::layout::Rect;
use std::sync::Arc;
use tui_input::Input;

#[derive(Debug, Default)]
pub(crate) struct TodayScreen {
    focus: usize,
    plan: Arc<TodayPlan>,
    /// The day of the exam, while it is being typed.
    exam: Option<Input>,
}

impl Component for TodayScreen {
    fn key_context(&self) -> KeyContext {
        if self.exam.is_some() { KeyContext::ExamDay } else { KeyContext::Today }
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        if self.exam.is_some() {
            self.type_exam(action, ui);
            return Navigation::Stay;
        }
        let count = self.plan.parts().len();
        match action {
            Action::Back => return Navigation::Back,
            Action::Accept if count == 0 => return Navigation::Back,
            Action::Left => change_minutes(ui, -1),
            Action::Right => change_minutes(ui, 1),
            Action::ExamDay => self.ask_for_exam(ui),
            Action::Accept => return self.start(self.focus, ui),
            Action::Pick(number) => return self.start(usize::from(number) - 1, ui),
            Action::Row(row) => return self.start(row, ui),
            _ => self.focus = rows::led(action, self.focus, count, 5).unwrap_or(self.focus),
        }
        Navigation::Stay
    }

    fn paste(&mut self, words: &str) {
        self.exam.iter_mut().for_each(|exam| field::paste(exam, words));
    }

    /// Plans again: what was done meanwhile changes what is left. What cannot be played any more is dropped with a word.
    fn arrange(&mut self, ui: &mut UiContext) {
        self.plan = ui.plan();
        for (key, why) in self.plan.gone.clone() {
            ui.notice = Some(tr!(ui.words, "moment-dropped", why = why.told().in_lang(ui.lang()).to_owned()));
            ui.learn_from(vec![Happened::MomentDropped(key)]);
        }
        self.focus = self.focus.min(self.plan.parts().len().saturating_sub(1));
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let minutes = ui.learning().map(|own| tr!(ui.words, "today-minutes", minutes = own.minutes()));
        if self.exam.is_some() {
            let right = minutes.unwrap_or_default();
            return ScreenFrame { title: tr!(ui.words, "exam-day-title"), right, ..ScreenFrame::default() };
        }
        let count = self.plan.parts().len();
        ScreenFrame {
            title: tr!(ui.words, "today-title"),
            right: minutes.unwrap_or_default(),
            picks: Some((count, tr!(ui.words, "do-pick"))),
            accept: Some(if count > 0 { tr!(ui.words, "do-start") } else { tr!(ui.words, "do-back") }),
            ..ScreenFrame::default()
        }
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        let Some(learning) = ui.learning() else { return };
        if let Some(exam) = &self.exam {
            return draw_exam(canvas, exam, area, ui);
        }
        let width = usize::from(area.width) - 2;
        let head = prose::rows(&self.head(ui), width, ui.theme);
        let top = u16::try_from(head.len()).unwrap_or(0).min(area.height);
        canvas.rows(Rect { height: top, ..area }, &head);
        let parts = self.plan.parts();
        let item = |(part, number): (&&[PlannedActivity], usize)| {
            let (title, why) = day_words::part(&ui.words, &ui.pack, learning, part);
            let number = if number < 10 { format!("{number}  ") } else { "·  ".to_owned() };
            let title = Paragraph::new(Tone::Key, number).and(Tone::Plain, title).indented(0, 3);
            let why = Paragraph::new(Tone::Dim, why.join(ui.theme.between())).indented(3, 3);
            prose::rows(&[title, why], width, ui.theme)
        };
        let items: Vec<Vec<Row>> = parts.iter().zip(1..).map(item).collect();
        let list = Rect { y: area.y + top, height: area.height - top, ..area };
        rows::draw(canvas, &items, self.focus, list);
    }
}

impl TodayScreen {
    /// How much there is to do; or that it is done, with what got better and what comes next.
    fn head(&self, ui: &UiContext) -> Vec<Paragraph> {
        let (words, Some(learning)) = (&ui.words, ui.learning()) else { return Vec::new() };
        let told = day_words::day(words, &ui.pack, learning, &self.plan);
        let mut all: Vec<Paragraph> = told.into_iter().map(|line| Paragraph::new(Tone::Plain, line)).collect();
        all.first_mut().into_iter().for_each(|first| first.spans.iter_mut().for_each(|span| span.0 = Tone::Strong));
        all.extend(exam_day::told(words, learning).map(|exam| Paragraph::new(Tone::Dim, exam)));
        all.push(Paragraph::blank());
        all
    }

    /// Begins to type the day of the exam, from what it is now.
    fn ask_for_exam(&mut self, ui: &UiContext) {
        let known = ui.learning().and_then(Learning::exam);
        self.exam = ui.learning().map(|_| Input::new(known.map(|day| day.to_string()).unwrap_or_default()));
    }

    /// What happens to the day while it is typed; an empty one says that there is no exam.
    fn type_exam(&mut self, action: Action, ui: &mut UiContext) {
        let (Some(exam), Some(today)) = (&mut self.exam, ui.learning().map(Learning::today)) else { return };
        match action {
            Action::Edit(request) => field::edit(exam, request),
            Action::Back => self.exam = None,
            Action::Accept => match read_exam_day(exam.value(), today) {
                Ok(day) => {
                    self.exam = None;
                    ui.learn_from(vec![Happened::ExamSet(day)]);
                }
                Err(bad) => ui.notice = Some(bad.told(&ui.words)),
            },
            _ => {}
        }
    }

    /// Starts a part of the day.
    fn start(&self, number: usize, ui: &mut UiContext) -> Navigation {
        let parts = self.plan.parts();
        let Some(part) = parts.get(number) else { return Navigation::Stay };
        if let Some(round) = TodayPlan::round(part, &ui.pack.bank, ui.now.seed) {
            return Navigation::Open(Destination::Round(Box::new(round)));
        }
        if let Some(drill) = PhraseDrill::planned(part, &ui.pack.phrases) {
            return Navigation::Open(Destination::Phrases(Box::new(drill)));
        }
        match part.first().map(|own| &own.activity) {
            Some(Activity::Moment(key)) => Navigation::Open(Destination::Moment(*key)),
            Some(Activity::Scenario(id)) => match ui.pack.scenario(id).cloned() {
                Some(scenario) => Navigation::Open(Destination::Briefing(scenario)),
                None => Navigation::Stay,
            },
            Some(Activity::Unit(unit)) => Navigation::Open(Destination::Unit(unit.clone())),
            Some(Activity::Question(_) | Activity::Phrase(_)) | None => Navigation::Stay,
        }
    }
}

/// The question, and the field below it.
fn draw_exam(canvas: &mut Canvas, exam: &Input, area: Rect, ui: &UiContext) {
    let asked = Paragraph::new(Tone::Plain, tr!(ui.words, "exam-day-type")).rows(usize::from(area.width), ui.theme);
    canvas.rows(area, &asked);
    field::draw(canvas, exam, area.x, area.y + cells(asked.len()) + 1, area.right());
}

/// The next of the minutes that a day can have, or the one before.
fn change_minutes(ui: &mut UiContext, by: isize) {
    let Some(now) = ui.learning().map(Learning::minutes) else { return };
    let at = MINUTES_OFFERED.partition_point(|minutes| *minutes < now);
    let minutes = MINUTES_OFFERED[at.saturating_add_signed(by).min(MINUTES_OFFERED.len() - 1)];
    if minutes != now {
        ui.learn_from(vec![Happened::MinutesChosen(minutes)]);
    }
}
