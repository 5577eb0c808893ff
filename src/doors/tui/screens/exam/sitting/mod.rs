//! A sitting. Every event is on the disk before the next picture; what is chosen was picked before.
//!
//! ```text
//! ── Entry quiz ──────────────────────────────────── ─── 9 min left ──
//!   12 questions, 10 open, 1 marked to come back to.
//!
//! ▸ 1  Go to the next open question (number 3)
//!   2  Go to the next marked question (number 2)
//!   3  Hand in
//!
//!    1 [x]    2 [x]*   3 [ ]    4 [ ]    5 [ ]    6 [ ]    7 [ ]
//! ─────────────────────────────────────────────────────────────────────
//!   1-3 choose  Enter open  F2 中文  F1 help  Esc back
//! ```

mod view; //     what is on the screen
mod overview; // the paper, and what is asked before something is done
mod item; //     a question
mod visit; //    a scenario
mod outcome; //  what it came to, and the proctor

use super::sheet::{ExamSheet, SheetDraft};
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::exam_exchange::{ExamAsked, ExamsKnown, OpenedExam, SittingChallenges};
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::layout_key::LayoutKey;
use crate::doors::tui::screens::component::Component;
use crate::doors::tui::screens::navigation::Navigation;
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::ui_effect::UiEffect;
use crate::doors::tui::widgets::field;
use crate::play::asking::Offered;
use crate::record::sitting::{SittingEvent, SittingLine};
use crate::tr;
use crate::trainer::exam_run::{ExamMoment, ExamRefusal, ExamRun};
use crate::trainer::exam_words;
use std::time::Duration;
use tui_input::Input;
use view::{SittingEntry, SittingView, SureOf};

/// When there is no more time left than this, it is said all the time.
const LAST_MINUTES: Duration = Duration::from_mins(5);

#[derive(Debug)]
pub(crate) struct SittingScreen {
    run: ExamRun,
    view: SittingView,
    sheet: ExamSheet,
    /// What each thing to choose on the sheet is.
    entries: Vec<SittingEntry>,
    /// What is picked of several, and whether each.
    picked: Vec<bool>,
    /// What was answered to the steps of the question before the present one.
    so_far: Vec<Offered>,
    /// The proctor's code, while it is typed, and whether it was asked once whether to go on without it.
    code: Input,
    goes_without: bool,
    challenges: SittingChallenges,
    /// The row of what is typed, and the first row of what came of the last choice.
    field_row: usize,
    news: usize,
    /// The program's own clock when it was asked last.
    counted: Duration,
    layout_key: Option<LayoutKey>,
}

impl Component for SittingScreen {
    fn key_context(&self) -> KeyContext {
        if self.view == SittingView::Code { KeyContext::ProctorCode } else { KeyContext::Sitting }
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        // What came too late does nothing any more.
        if self.tick(ui) && self.view == SittingView::TimeUp {
            return Navigation::Stay;
        }
        let height = Self::height(ui);
        match (action, self.view) {
            (Action::Back, _) => return self.back(ui),
            (Action::Edit(request), SittingView::Code) => field::edit(&mut self.code, request),
            (Action::Accept, SittingView::Code) => self.take_code(ui),
            (Action::Accept, _) => return self.accept(ui),
            (Action::Pick(number), _) if usize::from(number) <= self.sheet.numbered() => {
                return self.choose(usize::from(number) - 1, ui);
            }
            (Action::Row(row), _) => return self.choose(row, ui),
            (Action::Flag, SittingView::Item(item)) => self.flag(item, ui),
            (Action::Left, SittingView::Item(item)) => self.show_item(item.checked_sub(1), ui),
            (Action::Right, SittingView::Item(item)) => self.show_item(Some(item + 1), ui),
            (Action::Left, _) => self.sheet.sideways(-1, height),
            (Action::Right, _) => self.sheet.sideways(1, height),
            (other, _) => self.sheet.turn(other, height),
        }
        Navigation::Stay
    }

    /// What is pasted answers nothing; a proctor's code may be.
    fn paste(&mut self, words: &str) {
        if self.view == SittingView::Code {
            field::paste(&mut self.code, words);
        }
    }

    fn arrange(&mut self, ui: &mut UiContext) {
        let layout_key = Some(LayoutKey::of(ui));
        if self.layout_key != layout_key {
            self.layout_key = layout_key;
            self.lay_out(ui);
        }
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let (words, sitting) = (&ui.words, self.run.sitting());
        let below = self.sheet.below(Self::height(ui));
        let is_open = sitting.closed().is_none();
        let is_confirmed = matches!(self.view, SittingView::Item(_) | SittingView::Visit);
        let mut without = vec![Action::Flag; usize::from(!matches!(self.view, SittingView::Item(_)))];
        if self.sheet.is_read() && self.sheet.focus().is_none() && self.view != SittingView::Code {
            without.push(Action::Accept);
        }
        let pick = if is_confirmed { tr!(words, "do-pick-first") } else { tr!(words, "do-pick") };
        ScreenFrame {
            title: self.title(ui),
            right: if is_open { self.time(ui) } else { ui.player().to_owned() },
            picks: Some((self.sheet.numbered(), pick)),
            accept: self.accept_says(ui),
            without,
            unavailable_reason: (is_open && sitting.time_left() <= LAST_MINUTES)
                .then(|| tr!(words, "exam-last-minutes")),
            below: (below > 0).then(|| tr!(words, "more", rows = below, sign = ui.theme.more_below())),
            ..ScreenFrame::default()
        }
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        self.sheet.draw(canvas, area);
        if self.view == SittingView::Code {
            self.draw_code(canvas, area);
        }
    }
}

impl SittingScreen {
    pub(crate) fn new(opened: OpenedExam, ui: &UiContext) -> SittingScreen {
        let OpenedExam { run, challenges, .. } = opened;
        let view = match (run.sitting().awaits_proctor(), run.sitting().closed(), run.visit()) {
            (_, Some(_), _) => SittingView::Result,
            (Some(_), None, _) => SittingView::Code,
            (None, None, Some(_)) => SittingView::Visit,
            (None, None, None) => SittingView::Overview,
        };
        let mut sitting = SittingScreen {
            run,
            view,
            sheet: ExamSheet::default(),
            entries: Vec::new(),
            picked: Vec::new(),
            so_far: Vec::new(),
            code: Input::default(),
            challenges,
            goes_without: false,
            field_row: 0,
            news: 0,
            counted: ui.now.counted,
            layout_key: None,
        };
        sitting.open_sheet();
        sitting
    }

    /// What a proctor is told of the record now.
    pub(crate) fn hear_challenges(&mut self, challenges: SittingChallenges) {
        self.challenges = challenges;
        if self.view == SittingView::Code {
            self.layout_key = None;
        }
    }

    /// Whether its time is running.
    pub(crate) fn is_open(&self) -> bool {
        self.run.sitting().closed().is_none()
    }

    /// Lets time go on; where it is up, the paper is handed in as it stands. Whether there is something else to see.
    pub(crate) fn tick(&mut self, ui: &mut UiContext) -> bool {
        let before = self.time(ui);
        let now = self.moment(ui);
        if let Some(line) = self.run.tick(now) {
            Self::keep(line, ui);
            self.turn_to(SittingView::TimeUp, ui);
            return true;
        }
        self.is_open() && self.time(ui) != before
    }

    /// Now, and what was counted since the last time.
    fn moment(&mut self, ui: &UiContext) -> ExamMoment {
        let ticked = ui.now.counted.saturating_sub(self.counted);
        self.counted = ui.now.counted;
        ExamMoment { at: ui.now.time, ticked: Some(ticked) }
    }

    fn time(&self, ui: &UiContext) -> String {
        exam_words::time_short(&ui.words, self.run.sitting().time_left())
    }

    fn height(ui: &UiContext) -> usize {
        frame::column(ui.size).height.into()
    }

    /// Asks for an event to be brought to the disk, before the next picture.
    fn keep(line: SittingLine, ui: &mut UiContext) {
        if let Some(learner) = &mut ui.learner {
            match line.what {
                SittingEvent::Closed(_) => learner.exams = ExamsKnown::default(),
                SittingEvent::Further { .. } => learner.exams = ExamsKnown { is_open: true, past: None },
                _ => {}
            }
        }
        ui.replied = true;
        ui.effects.push(UiEffect::Exam(ExamAsked::Keep(line)));
    }

    /// Keeps what came of something; whether anything did.
    fn put(done: Result<SittingLine, ExamRefusal>, ui: &mut UiContext) -> bool {
        done.map(|line| Self::keep(line, ui)).is_ok()
    }

    /// Shows something else, from its beginning.
    fn turn_to(&mut self, view: SittingView, ui: &mut UiContext) {
        self.view = view;
        ui.replied = true;
        self.open_sheet();
        self.lay_out(ui);
    }

    /// What can be chosen on the overview is known already; everything else is read first.
    fn open_sheet(&mut self) {
        match self.view {
            SittingView::Overview => self.sheet.show_known(Some(0)),
            _ => self.sheet.turn_to(self.first_focus()),
        }
    }

    /// What is in focus at first. Where something is picked and then confirmed, nothing is picked yet.
    fn first_focus(&self) -> Option<usize> {
        (!matches!(self.view, SittingView::Item(_) | SittingView::Visit)).then_some(0)
    }

    fn lay_out(&mut self, ui: &UiContext) {
        let area = frame::column(ui.size);
        let mut draft = SheetDraft::default();
        self.entries.clear();
        match self.view {
            SittingView::Code => self.lay_out_code(&mut draft, ui),
            SittingView::Overview => self.lay_out_overview(&mut draft, ui),
            SittingView::Item(item) => self.lay_out_item(item, &mut draft, ui),
            SittingView::Visit => self.lay_out_visit(&mut draft, ui),
            SittingView::Sure(of) => self.lay_out_sure(of, &mut draft, ui),
            SittingView::TimeUp => self.lay_out_time_up(&mut draft, ui),
            SittingView::Result => self.lay_out_result(&mut draft, ui),
        }
        self.sheet.set(draft, area.height.into());
    }

    /// Puts something to choose on the sheet.
    fn offer(
        &mut self,
        entry: SittingEntry,
        words: &str,
        aside: Option<String>,
        draft: &mut SheetDraft,
        ui: &UiContext,
    ) {
        let width = frame::column(ui.size).width.into();
        draft.offer(Tone::Plain, words, aside, (width, ui.theme));
        self.entries.push(entry);
    }

    fn accept(&mut self, ui: &mut UiContext) -> Navigation {
        let height = Self::height(ui);
        if !self.sheet.is_read() {
            self.sheet.turn(Action::PageDown, height);
            return Navigation::Stay;
        }
        if let Some(focus) = self.sheet.focus() {
            return self.choose(focus, ui);
        }
        self.sheet.put_focus(0, height);
        ui.replied = true;
        Navigation::Stay
    }

    /// What is picked is chosen when it is chosen once more; what needs no second word is done at once.
    fn choose(&mut self, number: usize, ui: &mut UiContext) -> Navigation {
        let height = Self::height(ui);
        let Some(entry) = self.entries.get(number).copied() else { return Navigation::Stay };
        // A key that is held, and the second half of a double click, confirm nothing.
        ui.replied = true;
        let is_sure = !self.needs_sure(entry) || self.sheet.focus() == Some(number);
        if !self.sheet.may_choose(number, height) {
            return Navigation::Stay;
        }
        self.sheet.put_focus(number, height);
        if is_sure { self.take(entry, ui) } else { Navigation::Stay }
    }

    /// Of several each is ticked at once; only that these are all is confirmed.
    fn needs_sure(&self, entry: SittingEntry) -> bool {
        match entry {
            SittingEntry::Answer(_) => self.picked.is_empty(),
            SittingEntry::AllPicked | SittingEntry::Choice(_) => true,
            _ => false,
        }
    }

    fn take(&mut self, entry: SittingEntry, ui: &mut UiContext) -> Navigation {
        match entry {
            SittingEntry::Item(item) => self.show_item(Some(item), ui),
            SittingEntry::Visit(visit) => self.ask_to_begin(visit, ui),
            SittingEntry::HandIn => self.turn_to(SittingView::Sure(SureOf::HandIn), ui),
            SittingEntry::Answer(at) if !self.picked.is_empty() => self.tick_answer(at, ui),
            SittingEntry::Answer(at) => self.answer(&[at], ui),
            SittingEntry::AllPicked => self.answer_several(ui),
            SittingEntry::Choice(choice) => self.take_choice(choice, ui),
            SittingEntry::VisitOver => self.end_visit(ui),
            SittingEntry::No => return self.back(ui),
            SittingEntry::Yes(of) => self.do_sure(of, ui),
            SittingEntry::ToResult => self.turn_to(SittingView::Result, ui),
            SittingEntry::Further => self.go_further(ui),
            SittingEntry::Code => self.ask_for_code(ui),
            SittingEntry::Away => return Navigation::Back,
        }
        Navigation::Stay
    }

    fn back(&mut self, ui: &mut UiContext) -> Navigation {
        match self.view {
            SittingView::Overview => {
                ui.notice = Some(tr!(ui.words, "exam-left"));
                return Navigation::Back;
            }
            SittingView::Result => return Navigation::Back,
            SittingView::Item(_) => {
                self.run.put_away();
                self.turn_to(SittingView::Overview, ui);
            }
            SittingView::Visit if self.has_ended() => self.end_visit(ui),
            SittingView::Visit => self.turn_to(SittingView::Sure(SureOf::Leave), ui),
            SittingView::Sure(SureOf::Leave) => self.turn_to(SittingView::Visit, ui),
            SittingView::Sure(_) => self.turn_to(SittingView::Overview, ui),
            SittingView::TimeUp => self.turn_to(SittingView::Result, ui),
            SittingView::Code => self.go_without_code(ui),
        }
        Navigation::Stay
    }

    fn title(&self, ui: &UiContext) -> String {
        match self.view {
            SittingView::Item(item) => self.item_title(item, ui),
            SittingView::Visit => self.visit_title(ui),
            _ => self.run.blueprint().title.in_lang(ui.lang()).to_owned(),
        }
    }

    fn accept_says(&self, ui: &UiContext) -> Option<String> {
        if !self.sheet.is_read() {
            return Some(tr!(ui.words, "do-page-down"));
        }
        let entry = self.sheet.focus().and_then(|at| self.entries.get(at))?;
        match entry {
            SittingEntry::Item(_) | SittingEntry::Visit(_) => None,
            own if self.needs_sure(*own) => Some(tr!(ui.words, "do-confirm")),
            SittingEntry::Answer(_) => Some(tr!(ui.words, "do-pick-first")),
            _ => Some(tr!(ui.words, "do-pick")),
        }
    }
}
