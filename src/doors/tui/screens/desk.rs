//! The trainer's desk: who is in the group, what is met of the standard, which choices go wrong, what is lost, and which
//! sentences should count, list by list; from a learner on to every play, and to its review.
//!
//! ```text
//! ── Learners 1/5 ─────────────────────────────── 3 learners ──
//! ▸ Ann
//!   12 begun, 10 over, 6 of them first runs · days practised 9 · …
//!
//!   Lin
//!   …
//! ```

use super::component::Component;
use super::navigation::Navigation;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::desk_start::DeskAsked;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::layout_key::LayoutKey;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::{Glyphs, Tone};
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::ui_effect::UiEffect;
use crate::doors::tui::widgets::rows;
use crate::report::coverage::Signs;
use crate::report::group::{DeskLists, GroupDocument, lists, of_learner};
use crate::tr;
use crate::trainer::group::{FiledState, GroupReport};
use std::sync::Arc;

#[derive(Debug)]
pub(crate) struct DeskScreen {
    report: Arc<GroupReport>,
    list: DeskList,
    /// The learner who is looked at, by place.
    learner: Option<usize>,
    /// What is in focus in each list, and last in that of a learner.
    focus: [usize; DeskList::ALL.len() + 1],
    /// How many sentences were accepted: then the list says something else.
    accepted: usize,
    told: DeskLists,
    of_learner: Vec<Vec<String>>,
    items: Vec<Vec<Row>>,
    layout_key: Option<LayoutKey<(DeskList, Option<usize>, usize)>>,
}

/// One list of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DeskList {
    Learners,
    Sections,
    Choices,
    Lost,
    Replies,
}

impl DeskList {
    const ALL: [DeskList; 5] =
        [DeskList::Learners, DeskList::Sections, DeskList::Choices, DeskList::Lost, DeskList::Replies];

    fn place(self) -> usize {
        DeskList::ALL.iter().position(|own| *own == self).unwrap_or(0)
    }

    /// The one so many further on; after the last comes the first.
    fn further(self, by: usize) -> DeskList {
        DeskList::ALL[(self.place() + by) % DeskList::ALL.len()]
    }
}

impl Component for DeskScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::Desk
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        match action {
            Action::Back if self.learner.is_some() => self.learner = None,
            Action::Back => return Navigation::Back,
            Action::Right | Action::Left => {
                let by = if action == Action::Right { 1 } else { DeskList::ALL.len() - 1 };
                (self.list, self.learner) = (self.list.further(by), None);
            }
            Action::Up | Action::Scroll(..0) => self.move_focus(-1),
            Action::Down | Action::Scroll(_) => self.move_focus(1),
            Action::PageUp => self.move_focus(-5),
            Action::PageDown => self.move_focus(5),
            Action::Accept => self.open(self.focused(), ui),
            Action::Row(row) => {
                *self.focus_mut() = row;
                self.open(row, ui);
            }
            _ => {}
        }
        Navigation::Stay
    }

    fn arrange(&mut self, ui: &mut UiContext) {
        let key = LayoutKey::showing((self.list, self.learner, self.accepted), ui);
        if self.layout_key == Some(key) {
            return;
        }
        self.layout_key = Some(key);
        let signs = if ui.theme.glyphs == Glyphs::Ascii { Signs::Ascii } else { Signs::Unicode };
        let document = GroupDocument { report: &self.report, pack: &ui.pack, is_one: false };
        self.told = lists(&document, &ui.words, signs);
        self.of_learner = self.learner.map(|own| of_learner(&document, own, &ui.words)).unwrap_or_default();
        let width = usize::from(frame::column(ui.size).width) - 2;
        self.items = self.shown().iter().map(|lines| item(lines, width, ui)).collect();
        let last = self.items.len().saturating_sub(1);
        *self.focus_mut() = self.focused().min(last);
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let count = self.report.learners.len();
        let words = &ui.words;
        let accept = match (self.list, self.learner) {
            (DeskList::Learners, None) => Some(tr!(words, "do-open")),
            (DeskList::Learners, Some(_)) => Some(tr!(words, "do-debrief")),
            (DeskList::Replies, _) => Some(tr!(words, "do-accept-reply")),
            (DeskList::Sections | DeskList::Choices | DeskList::Lost, _) => None,
        };
        let is_idle = accept.is_none() || self.items.is_empty() || self.learner.is_some() && self.focused() == 0;
        let (number, all) = (self.list.place() + 1, DeskList::ALL.len());
        ScreenFrame {
            title: format!("{} {number}/{all}", self.title(ui)),
            right: tr!(words, "desk-count", count = count),
            without: vec![Action::Accept; usize::from(is_idle)],
            accept,
            ..ScreenFrame::default()
        }
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        if self.items.is_empty() {
            canvas.put(area.x + 2, area.y + 1, area.right(), Tone::Plain, &tr!(ui.words, "desk-nothing"));
            return;
        }
        rows::draw(canvas, &self.items, self.focused(), area);
    }
}

impl DeskScreen {
    pub(crate) fn new(report: Arc<GroupReport>) -> DeskScreen {
        DeskScreen {
            report,
            list: DeskList::Learners,
            learner: None,
            focus: [0; DeskList::ALL.len() + 1],
            accepted: 0,
            told: DeskLists::default(),
            of_learner: Vec::new(),
            items: Vec::new(),
            layout_key: None,
        }
    }

    /// A sentence was written among the good replies.
    pub(crate) fn accepted(&mut self, number: usize) {
        let report = Arc::make_mut(&mut self.report);
        if let Some(own) = report.replies.iter_mut().find(|own| own.number == number) {
            own.state = FiledState::Accepted;
        }
        self.accepted += 1;
    }

    fn title(&self, ui: &UiContext) -> String {
        let words = &ui.words;
        match self.list {
            DeskList::Learners => tr!(words, "report-learners"),
            DeskList::Sections => tr!(words, "report-sections"),
            DeskList::Choices => tr!(words, "report-wrong"),
            DeskList::Lost => tr!(words, "report-lost"),
            DeskList::Replies => tr!(words, "desk-replies"),
        }
    }

    fn shown(&self) -> &[Vec<String>] {
        match self.list {
            DeskList::Learners if self.learner.is_some() => &self.of_learner,
            DeskList::Learners => &self.told.learners,
            DeskList::Sections => &self.told.sections,
            DeskList::Choices => &self.told.choices,
            DeskList::Lost => &self.told.lost,
            DeskList::Replies => &self.told.replies,
        }
    }

    fn slot(&self) -> usize {
        if self.learner.is_some() { DeskList::ALL.len() } else { self.list.place() }
    }

    fn focused(&self) -> usize {
        self.focus[self.slot()]
    }

    fn focus_mut(&mut self) -> &mut usize {
        let slot = self.slot();
        &mut self.focus[slot]
    }

    fn move_focus(&mut self, by: isize) {
        let moved = rows::moved(self.focused(), by, self.items.len());
        *self.focus_mut() = moved;
    }

    /// Opens a learner, the review of a play, or takes a sentence in.
    fn open(&mut self, row: usize, ui: &mut UiContext) {
        match (self.list, self.learner) {
            (DeskList::Learners, None) if row < self.report.learners.len() => {
                self.learner = Some(row);
                *self.focus_mut() = 0;
            }
            (DeskList::Learners, Some(learner)) => self.review(learner, row, ui),
            (DeskList::Replies, _) => {
                let Some(own) = self.report.replies.get(row) else { return };
                if own.state.is_open() {
                    ui.effects.push(UiEffect::Desk(DeskAsked::Accept(own.number)));
                } else {
                    ui.notice = Some(tr!(ui.words, "desk-not-open"));
                }
            }
            _ => {}
        }
    }

    /// The plays stand behind what is told of the learner, the newest first.
    fn review(&self, learner: usize, row: usize, ui: &mut UiContext) {
        let plays = &self.report.learners[learner].plays;
        let Some(place) = row.checked_sub(1).and_then(|row| plays.len().checked_sub(row + 1)) else { return };
        if plays.get(place).is_some_and(|play| play.is_over) {
            ui.effects.push(UiEffect::Desk(DeskAsked::Show { learner, play: place }));
        } else {
            ui.notice = Some(tr!(ui.words, "report-play-open"));
        }
    }
}

/// The rows of one thing: its name strong, the rest plain, and a blank row.
fn item(lines: &[String], width: usize, ui: &UiContext) -> Vec<Row> {
    let tone = |place: usize| if place == 0 { Tone::Strong } else { Tone::Plain };
    let paragraphs = lines.iter().enumerate().map(|(place, line)| Paragraph::new(tone(place), line.clone()));
    let mut rows: Vec<Row> = paragraphs.flat_map(|own| own.rows(width, ui.theme)).collect();
    rows.push(Row::default());
    rows
}
