//! The screen around the tree: a field of search above, what is in focus at the right.

use super::details::details;
use super::tree::{Tree, depth};
use crate::content::standard::RequirementId;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::{downwards, width};
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::prose::{self, Row};
use crate::doors::tui::screens::component::Component;
use crate::doors::tui::screens::navigation::Navigation;
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::{field, rows};
use crate::speech::line_breaking::fit;
use crate::speech::search::{Search, finds_requirement};
use crate::speech::standard_parts::StandardPart;
use crate::tr;
use ratatui::layout::Rect;
use tui_input::Input;

#[derive(Debug)]
pub(crate) struct StandardScreen {
    search: Input,
    tree: Tree,
    /// What stands at the left: the tree, or what was found.
    parts: Vec<StandardPart>,
    focus: usize,
    /// What is known about the part in focus.
    details: Vec<Row>,
}

impl Component for StandardScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::Standard
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let count = self.parts.len();
        let page = downwards(usize::from(frame::column(ui.size).height)) - 3;
        match action {
            Action::Back if !self.search.value().is_empty() => self.search.reset(),
            Action::Back => return Navigation::Back,
            Action::Edit(request) => {
                field::edit(&mut self.search, request);
                self.focus = 0;
            }
            Action::Row(row) if row != self.focus => self.focus = row,
            Action::Row(_) | Action::Accept => self.toggle(ui),
            Action::Right => self.unfold(),
            Action::Left => self.fold(ui),
            _ => self.focus = rows::led(action, self.focus, count, page).unwrap_or(self.focus),
        }
        Navigation::Stay
    }

    fn paste(&mut self, words: &str) {
        field::paste(&mut self.search, words);
        self.focus = 0;
    }

    fn arrange(&mut self, ui: &mut UiContext) {
        self.list(ui);
        let width = usize::from(panes(ui.size).1.width);
        self.details = self.focused().map_or(Vec::new(), |part| prose::rows(&details(part, ui), width, ui.theme));
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let standard = ui.standard();
        let counted = tr!(
            ui.words,
            "standard-counts",
            clauses = standard.clauses.len(),
            requirements = standard.requirements.len()
        );
        ScreenFrame { title: standard.title.in_lang(ui.lang()).to_owned(), right: counted, ..ScreenFrame::default() }
    }

    fn column(&self, ui: &UiContext) -> Rect {
        frame::wide_column(ui.size)
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let (left, right) = panes(ui.size);
        let label = tr!(ui.words, "search");
        canvas.put(left.x, left.y, left.right(), Tone::Dim, &label);
        let x = left.x + width(&label) + 1;
        let list = Rect { y: left.y + 2, height: left.height.saturating_sub(2), ..left };
        let room = usize::from(list.width) - 2;
        let items: Vec<Vec<Row>> = self.parts.iter().map(|part| vec![self.row(*part, ui, room)]).collect();
        rows::draw(canvas, &items, self.focus, list);
        if self.search.value().is_empty() {
            canvas.put(x, left.y, left.right(), Tone::Dim, &tr!(ui.words, "type-to-search"));
        } else {
            field::draw(canvas, &self.search, x, left.y, left.right());
        }
        if self.parts.is_empty() {
            canvas.put(list.x + 2, list.y, list.right(), Tone::Plain, &tr!(ui.words, "nothing-found"));
        }
        canvas.vertical_rule(right.x - 2, right.y, right.bottom());
        for (y, row) in (right.y..right.bottom()).zip(&self.details) {
            canvas.row(right, y, row);
        }
    }
}

impl StandardScreen {
    pub(crate) fn new(ui: &UiContext) -> StandardScreen {
        let mut screen = StandardScreen {
            search: Input::default(),
            tree: Tree::default(),
            parts: Vec::new(),
            focus: 0,
            details: Vec::new(),
        };
        screen.list(ui);
        screen
    }

    /// Open at one requirement.
    pub(crate) fn at(id: RequirementId, ui: &UiContext) -> StandardScreen {
        let mut screen = StandardScreen::new(ui);
        screen.go_to(StandardPart::Requirement(id), ui);
        screen
    }

    fn focused(&self) -> Option<StandardPart> {
        self.parts.get(self.focus).copied()
    }

    /// Unfolds or folds what is in focus; a find is shown in its place in the tree.
    fn toggle(&mut self, ui: &UiContext) {
        let Some(part) = self.focused() else { return };
        if !self.search.value().is_empty() {
            self.search.reset();
            self.go_to(part, ui);
        } else if self.tree.is_unfolded(part) {
            self.tree.fold(part);
        } else {
            self.tree.unfold(part);
        }
    }

    fn unfold(&mut self) {
        if let Some(part) = self.focused() {
            self.tree.unfold(part);
        }
    }

    /// Folds what is in focus, or goes to what it belongs to.
    fn fold(&mut self, ui: &UiContext) {
        let Some(part) = self.focused() else { return };
        if self.tree.is_unfolded(part) {
            self.tree.fold(part);
        } else if let Some(parent) = part.parent(ui.standard()) {
            self.focus = self.parts.iter().position(|other| *other == parent).unwrap_or(self.focus);
        }
    }

    fn go_to(&mut self, part: StandardPart, ui: &UiContext) {
        self.tree.reveal(part, ui.standard());
        self.list(ui);
        self.focus = self.parts.iter().position(|other| *other == part).unwrap_or(0);
    }

    fn list(&mut self, ui: &UiContext) {
        let standard = ui.standard();
        let search = Search::new(self.search.value());
        self.parts = if search.is_empty() {
            self.tree.visible(standard)
        } else {
            let all = |search: &Search| standard.ids().filter(|id| finds_requirement(standard, *id, search)).collect();
            let found: Vec<RequirementId> = search.find(all);
            found.into_iter().map(StandardPart::Requirement).collect()
        };
        self.focus = self.focus.min(self.parts.len().saturating_sub(1));
    }

    fn row(&self, part: StandardPart, ui: &UiContext, width: usize) -> Row {
        let standard = ui.standard();
        let depth = if self.search.value().is_empty() { depth(part) } else { 0 };
        let sign = match (self.tree.is_unfolded(part), part) {
            (_, StandardPart::Requirement(_)) => "",
            (true, _) => "- ",
            (false, _) => "+ ",
        };
        let words = part.title(standard, &ui.words);
        let tone = if depth == 0 && !matches!(part, StandardPart::Requirement(_)) { Tone::Strong } else { Tone::Plain };
        let words = fit(&ui.theme.text(&format!("{sign}{words}")), width - depth * 2, ui.theme.ellipsis());
        Row { indent: depth * 2, spans: vec![(tone, words)] }
    }
}

fn panes(size: (u16, u16)) -> (Rect, Rect) {
    let whole = frame::wide_column(size);
    let left = whole.width * 9 / 20;
    let right = Rect { x: whole.x + left + 2, width: whole.width - left - 2, ..whole };
    (Rect { width: left - 1, ..whole }, right)
}
