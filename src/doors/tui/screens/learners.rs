//! Who is learning: everybody known, and a field for somebody new.
//!
//! ```text
//!   Somebody new:  Wang▏
//!
//!   Li
//! ▸ Zhang
//! ```

use super::component::Component;
use super::navigation::{Destination, Navigation};
use crate::doors::learner_change::LearnerChange;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::{cells, width};
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::ui_effect::UiEffect;
use crate::doors::tui::widgets::{field, rows};
use crate::record::profile::{clean_name, is_confirmed, is_same_name};
use crate::tr;
use ratatui::layout::Rect;
use tui_input::Input;

#[derive(Debug, Default)]
pub(crate) struct LearnersScreen {
    name: Input,
    /// Which known learner is in focus; none while the field is.
    focus: Option<usize>,
    task: LearnerTask,
}

/// What is being done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum LearnerTask {
    /// Somebody is chosen, or typed.
    #[default]
    Choosing,
    /// This learner gets the name in the field.
    Renaming(String),
    /// The plays of this learner go to the one in focus.
    Merging(String),
    /// This learner is deleted once that is typed.
    Deleting(String),
}

/// The narrowest field that a name is typed into, in cells.
const FIELD: u16 = 20;

impl Component for LearnersScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::Learners
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        match action {
            Action::Back if self.task == LearnerTask::Choosing => return Navigation::Back,
            Action::Back => self.begin(LearnerTask::Choosing, ""),
            Action::Edit(request) if self.has_field() => {
                self.focus = self.focus.filter(|_| self.task != LearnerTask::Choosing);
                field::edit(&mut self.name, request);
            }
            Action::Down => self.move_down(ui.learners.len()),
            Action::Up if self.has_list() => self.focus = self.focus.and_then(|focus| focus.checked_sub(1)),
            Action::Row(row) => return self.click(row, ui),
            Action::Accept => return self.accept(ui),
            Action::RenameLearner => self.ask(LearnerTask::Renaming, true, ui),
            Action::MergeLearners if ui.learners.len() < 2 => ui.notice = Some(tr!(ui.words, "learner-alone")),
            Action::MergeLearners => self.ask(LearnerTask::Merging, false, ui),
            Action::DeleteLearner => self.ask(LearnerTask::Deleting, false, ui),
            _ => {}
        }
        Navigation::Stay
    }

    fn paste(&mut self, words: &str) {
        if self.has_field() {
            field::paste(&mut self.name, words);
        }
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let words = &ui.words;
        let (accept, is_busy) = match self.task {
            LearnerTask::Choosing => (None, false),
            LearnerTask::Renaming(_) => (Some(tr!(words, "do-rename")), true),
            LearnerTask::Merging(_) => (Some(tr!(words, "do-merge")), true),
            LearnerTask::Deleting(_) => (Some(tr!(words, "do-delete")), true),
        };
        let changes = [Action::RenameLearner, Action::MergeLearners, Action::DeleteLearner];
        ScreenFrame {
            title: tr!(words, "who-is-learning"),
            right: ui.player().to_owned(),
            accept,
            without: if is_busy || self.focus.is_none() { changes.to_vec() } else { Vec::new() },
            ..ScreenFrame::default()
        }
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        let room = usize::from(area.width);
        let asked = Paragraph::new(Tone::Plain, self.label(ui)).rows(room, ui.theme);
        for (y, row) in (area.y + 1..).zip(&asked) {
            canvas.row(area, y, row);
        }
        let mut last = area.y + cells(asked.len().max(1));
        if self.has_field() {
            let before = asked.last().map_or(0, |row| row.spans.iter().map(|(_, words)| width(words)).sum());
            let mut x = area.x + before + 2;
            if x + FIELD > area.right() {
                (x, last) = (area.x, last + 1);
            }
            field::draw(canvas, &self.name, x, last, area.right());
        }
        let item = |name: &String| Paragraph::new(Tone::Plain, name.clone()).rows(room - 2, ui.theme);
        let items: Vec<Vec<Row>> = ui.learners.iter().map(item).collect();
        let below = Rect { y: last + 2, height: area.bottom().saturating_sub(last + 2), ..area };
        rows::draw(canvas, &items, self.focus.unwrap_or(usize::MAX), below);
    }
}

impl LearnersScreen {
    /// Whether something is typed here now.
    fn has_field(&self) -> bool {
        !matches!(self.task, LearnerTask::Merging(_))
    }

    /// Whether somebody is chosen from the list now.
    fn has_list(&self) -> bool {
        matches!(self.task, LearnerTask::Choosing | LearnerTask::Merging(_))
    }

    /// What stands before the field.
    fn label(&self, ui: &UiContext) -> String {
        let words = &ui.words;
        match &self.task {
            LearnerTask::Choosing => tr!(words, "somebody-new"),
            LearnerTask::Renaming(name) => tr!(words, "learner-rename", name = name.as_str()),
            LearnerTask::Merging(name) => tr!(words, "learner-merge", name = name.as_str()),
            LearnerTask::Deleting(name) => tr!(words, "learner-delete", name = name.as_str()),
        }
    }

    fn move_down(&mut self, count: usize) {
        if count > 0 && self.has_list() {
            self.focus = Some(self.focus.map_or(0, |focus| rows::moved(focus, 1, count)));
        }
    }

    fn in_focus(&self, ui: &UiContext) -> Option<String> {
        self.focus.and_then(|focus| ui.learners.get(focus).cloned())
    }

    fn begin(&mut self, task: LearnerTask, typed: &str) {
        self.task = task;
        self.name = Input::new(typed.to_owned());
    }

    /// Begins to change whoever is in focus.
    fn ask(&mut self, task: impl FnOnce(String) -> LearnerTask, keeps_name: bool, ui: &mut UiContext) {
        match self.in_focus(ui) {
            Some(name) => self.begin(task(name.clone()), if keeps_name { &name } else { "" }),
            None => ui.notice = Some(tr!(ui.words, "learner-choose-first")),
        }
    }

    /// A click opens a learner at once; whom plays are given to is picked first.
    fn click(&mut self, row: usize, ui: &mut UiContext) -> Navigation {
        let is_picked = self.focus.replace(row) == Some(row);
        match self.task {
            LearnerTask::Choosing => self.accept(ui),
            LearnerTask::Merging(_) if is_picked => self.accept(ui),
            LearnerTask::Merging(_) | LearnerTask::Renaming(_) | LearnerTask::Deleting(_) => Navigation::Stay,
        }
    }

    fn accept(&mut self, ui: &mut UiContext) -> Navigation {
        let typed = self.name.value().trim().to_owned();
        let change = match self.task.clone() {
            LearnerTask::Choosing => {
                return open(self.in_focus(ui).or((!typed.is_empty()).then_some(typed)), ui);
            }
            LearnerTask::Renaming(from) => Some(LearnerChange::Rename { from, to: typed }),
            LearnerTask::Merging(from) => self.in_focus(ui).map(|into| LearnerChange::Merge { from, into }),
            LearnerTask::Deleting(name) => {
                let is_sure = is_confirmed(&typed, &name);
                if !is_sure {
                    ui.notice = Some(tr!(ui.words, "learner-not-deleted", name = name.as_str()));
                }
                is_sure.then_some(LearnerChange::Delete { name })
            }
        };
        ui.effects.extend(change.map(UiEffect::Change));
        self.begin(LearnerTask::Choosing, "");
        self.focus = None;
        Navigation::Stay
    }
}

/// On to somebody else; and home, for whoever is here already.
fn open(name: Option<String>, ui: &mut UiContext) -> Navigation {
    let Some(name) = name else { return Navigation::Stay };
    if clean_name(&name).is_ok_and(|name| is_same_name(&name, ui.player())) {
        return Navigation::FromHome(Destination::Home);
    }
    let language = ui.lang();
    ui.effects.push(UiEffect::Open { name, language });
    Navigation::Stay
}
