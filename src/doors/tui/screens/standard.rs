//! The standard: its tree at the left, what is in focus at the right; typing searches ids, numbers and words in every
//! language.
//!
//! ```text
//!   Search: bell▏
//!   Basic                              │ Calling at the door (2)
//!     Calling at the door    一(二)1-3)  │ basic.conduct.visit.normal.02
//!       (1) Be at the customer's door … │
//! ▸     (2) Look whether there is …     │ Look whether there is a doorbell.
//!                                       │ when: at the door
//! ```

use super::navigation::Navigation;
use crate::content::standard::{ClauseId, RequirementId, SectionId, Standard, Tier, Weight};
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::prose::{self, Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::{field, rows};
use crate::speech::line_breaking::fit;
use crate::speech::narration::tier;
use crate::tr;
use ratatui::layout::Rect;
use tui_input::Input;
use unicode_width::UnicodeWidthStr;

#[derive(Debug)]
pub(crate) struct StandardScreen {
    search: Input,
    /// What is unfolded.
    unfolded: Vec<TreeNode>,
    nodes: Vec<TreeNode>,
    focus: usize,
    right: Vec<Row>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TreeNode {
    Tier(Tier),
    Section(SectionId),
    Clause(ClauseId),
    Requirement(RequirementId),
}

impl TreeNode {
    fn depth(self) -> usize {
        match self {
            TreeNode::Tier(_) => 0,
            TreeNode::Section(_) => 1,
            TreeNode::Clause(_) => 2,
            TreeNode::Requirement(_) => 3,
        }
    }

    fn parent(self, standard: &Standard) -> Option<TreeNode> {
        match self {
            TreeNode::Tier(_) => None,
            TreeNode::Section(id) => Some(TreeNode::Tier(standard.sections[id.index()].tier)),
            TreeNode::Clause(id) => Some(TreeNode::Section(standard.clauses[id.index()].section)),
            TreeNode::Requirement(id) => Some(TreeNode::Clause(standard.requirement(id).clause)),
        }
    }

    fn children(self, standard: &Standard) -> Vec<TreeNode> {
        let own = |node: &TreeNode| node.parent(standard) == Some(self);
        match self {
            TreeNode::Tier(_) => SectionId::of(&standard.sections).map(TreeNode::Section).filter(own).collect(),
            TreeNode::Section(_) => ClauseId::of(&standard.clauses).map(TreeNode::Clause).filter(own).collect(),
            TreeNode::Clause(_) => standard.ids().map(TreeNode::Requirement).filter(own).collect(),
            TreeNode::Requirement(_) => Vec::new(),
        }
    }
}

impl StandardScreen {
    pub(crate) fn new(ui: &UiContext) -> StandardScreen {
        let unfolded = Tier::ALL.map(TreeNode::Tier).to_vec();
        let mut browser =
            StandardScreen { search: Input::default(), unfolded, nodes: Vec::new(), focus: 0, right: Vec::new() };
        browser.list(ui);
        browser
    }

    /// The browser open at one requirement.
    pub(crate) fn at(id: RequirementId, ui: &UiContext) -> StandardScreen {
        let mut browser = StandardScreen::new(ui);
        browser.go_to(TreeNode::Requirement(id), ui);
        browser
    }

    pub(crate) fn key_context(&self) -> KeyContext {
        KeyContext::Standard
    }

    pub(crate) fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let count = self.nodes.len();
        let page = isize::from(frame::column(ui.size).height as i16) - 3;
        match action {
            Action::Back if !self.search.value().is_empty() => self.search.reset(),
            Action::Back => return Navigation::Back,
            Action::Edit(request) => {
                field::edit(&mut self.search, request);
                self.focus = 0;
            }
            Action::Up | Action::Scroll(..0) => self.focus = rows::moved(self.focus, -1, count),
            Action::Down | Action::Scroll(_) => self.focus = rows::moved(self.focus, 1, count),
            Action::PageUp => self.focus = rows::moved(self.focus, -page, count),
            Action::PageDown => self.focus = rows::moved(self.focus, page, count),
            Action::Row(row) if row != self.focus => self.focus = row,
            Action::Row(_) | Action::Accept => self.toggle(ui),
            Action::Right => self.unfold(),
            Action::Left => self.fold(ui),
            _ => {}
        }
        Navigation::Stay
    }

    pub(crate) fn paste(&mut self, words: &str, _ui: &mut UiContext) {
        field::paste(&mut self.search, words);
        self.focus = 0;
    }

    fn focused(&self) -> Option<TreeNode> {
        self.nodes.get(self.focus).copied()
    }

    /// Unfolds or folds what is in focus; a find is shown in its place in the tree.
    fn toggle(&mut self, ui: &UiContext) {
        let Some(node) = self.focused() else { return };
        if !self.search.value().is_empty() {
            self.search.reset();
            self.go_to(node, ui);
        } else if self.unfolded.contains(&node) {
            self.unfolded.retain(|other| *other != node);
        } else {
            self.unfold();
        }
    }

    fn unfold(&mut self) {
        if let Some(node) = self.focused().filter(|node| !self.unfolded.contains(node)) {
            self.unfolded.push(node);
        }
    }

    /// Folds what is in focus, or goes to what it belongs to.
    fn fold(&mut self, ui: &UiContext) {
        let Some(node) = self.focused() else { return };
        if self.unfolded.contains(&node) {
            self.unfolded.retain(|other| *other != node);
        } else if let Some(parent) = node.parent(ui.standard()) {
            self.focus = self.nodes.iter().position(|other| *other == parent).unwrap_or(self.focus);
        }
    }

    fn go_to(&mut self, node: TreeNode, ui: &UiContext) {
        let mut above = node.parent(ui.standard());
        while let Some(parent) = above {
            if !self.unfolded.contains(&parent) {
                self.unfolded.push(parent);
            }
            above = parent.parent(ui.standard());
        }
        self.list(ui);
        self.focus = self.nodes.iter().position(|other| *other == node).unwrap_or(0);
    }

    fn list(&mut self, ui: &UiContext) {
        let standard = ui.standard();
        let wanted = self.search.value().trim().to_lowercase();
        self.nodes.clear();
        if wanted.is_empty() {
            let mut open: Vec<TreeNode> = Tier::ALL.into_iter().rev().map(TreeNode::Tier).collect();
            while let Some(node) = open.pop() {
                self.nodes.push(node);
                if self.unfolded.contains(&node) {
                    open.extend(node.children(standard).into_iter().rev());
                }
            }
        } else {
            self.nodes =
                standard.ids().filter(|id| is_meant(standard, *id, &wanted)).map(TreeNode::Requirement).collect();
        }
        self.focus = self.focus.min(self.nodes.len().saturating_sub(1));
    }

    pub(crate) fn arrange(&mut self, ui: &mut UiContext) {
        self.list(ui);
        let width = usize::from(panes(ui.size).1.width);
        self.right = self.focused().map_or(Vec::new(), |node| prose::rows(&told(node, ui), width, ui.theme));
    }

    pub(crate) fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let standard = ui.standard();
        let counted = tr!(
            ui.words,
            "standard-counts",
            clauses = standard.clauses.len(),
            requirements = standard.requirements.len()
        );
        ScreenFrame { title: standard.title.in_lang(ui.lang()).to_owned(), right: counted, ..ScreenFrame::default() }
    }

    pub(crate) fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let (left, right) = panes(ui.size);
        let label = tr!(ui.words, "search");
        canvas.put(left.x, left.y, left.right(), Tone::Dim, &label);
        let x = left.x + label.width() as u16 + 1;
        let list = Rect { y: left.y + 2, height: left.height.saturating_sub(2), ..left };
        let width = usize::from(list.width) - 2;
        let items: Vec<Vec<Row>> = self.nodes.iter().map(|node| vec![self.row(*node, ui, width)]).collect();
        rows::draw(canvas, &items, self.focus, list);
        if self.search.value().is_empty() {
            canvas.put(x, left.y, left.right(), Tone::Dim, &tr!(ui.words, "type-to-search"));
        } else {
            field::draw(canvas, &self.search, x, left.y, left.right());
        }
        if self.nodes.is_empty() {
            canvas.put(list.x + 2, list.y, list.right(), Tone::Plain, &tr!(ui.words, "nothing-found"));
        }
        canvas.vertical_rule(right.x - 2, right.y, right.bottom());
        for (y, row) in (right.y..right.bottom()).zip(&self.right) {
            canvas.row(right, y, row);
        }
    }

    fn row(&self, node: TreeNode, ui: &UiContext, width: usize) -> Row {
        let (standard, lang) = (ui.standard(), ui.lang());
        let depth = if self.search.value().is_empty() { node.depth() } else { 0 };
        let sign = match (self.unfolded.contains(&node), node) {
            (_, TreeNode::Requirement(_)) => "",
            (true, _) => "- ",
            (false, _) => "+ ",
        };
        let words = match node {
            TreeNode::Tier(of) => tier(&ui.words, of),
            TreeNode::Section(id) => standard.sections[id.index()].title.in_lang(lang).to_owned(),
            TreeNode::Clause(id) => {
                let clause = &standard.clauses[id.index()];
                let first = standard.ids().find(|r| standard.requirement(*r).clause == id);
                let text = first.map_or("", |r| standard.requirement(r).text.in_lang(lang));
                format!("{} {text}", clause.printed)
            }
            TreeNode::Requirement(id) => standard.requirement(id).text.in_lang(lang).to_owned(),
        };
        let tone = if depth == 0 && !matches!(node, TreeNode::Requirement(_)) { Tone::Strong } else { Tone::Plain };
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

pub(crate) fn is_meant(standard: &Standard, id: RequirementId, wanted: &str) -> bool {
    let requirement = standard.requirement(id);
    let section = standard.section_of(id);
    let texts = requirement.text.iter().chain(section.title.iter()).map(|(_, words)| words);
    let facts = requirement.facts.iter().flat_map(|fact| fact.text.iter().map(|(_, words)| words));
    let names = [&*requirement.id, &*standard.clause_of(id).printed, &*section.printed];
    texts.chain(facts).chain(names).any(|words| words.to_lowercase().contains(wanted))
}

/// What is known about a node.
fn told(node: TreeNode, ui: &UiContext) -> Vec<Paragraph> {
    let (standard, lang, words) = (ui.standard(), ui.lang(), &ui.words);
    match node {
        TreeNode::Tier(of) => {
            let count =
                standard.requirements.iter().filter(|r| standard.sections[r.section.index()].tier == of).count();
            vec![
                Paragraph::new(Tone::Strong, tier(words, of)),
                Paragraph::new(Tone::Plain, tr!(words, "requirements", count = count)),
            ]
        }
        TreeNode::Section(id) => {
            let section = &standard.sections[id.index()];
            let title = Paragraph::new(Tone::Strong, section.title.in_lang(lang));
            let mut all = vec![
                title,
                Paragraph::new(Tone::Dim, format!("{}  {}", section.printed, section.id)),
                Paragraph::blank(),
            ];
            for r in standard.requirements.iter().filter(|r| r.section == id) {
                let printed = &standard.clauses[r.clause.index()].printed;
                all.push(
                    Paragraph::new(Tone::Dim, format!("{printed} "))
                        .and(Tone::Plain, r.text.in_lang(lang))
                        .indented(0, 2),
                );
            }
            all
        }
        TreeNode::Clause(id) => {
            let own: Vec<RequirementId> = standard.ids().filter(|r| standard.requirement(*r).clause == id).collect();
            let mut all = own.first().map_or(Vec::new(), |first| heading(*first, ui));
            for r in own {
                all.push(Paragraph::blank());
                all.extend(details(r, ui));
            }
            all
        }
        TreeNode::Requirement(id) => {
            let mut all = heading(id, ui);
            all.push(Paragraph::blank());
            all.extend(details(id, ui));
            all
        }
    }
}

fn heading(id: RequirementId, ui: &UiContext) -> Vec<Paragraph> {
    let (standard, lang) = (ui.standard(), ui.lang());
    let (section, clause) = (standard.section_of(id), standard.clause_of(id));
    vec![
        Paragraph::new(Tone::Strong, format!("{} {}", section.title.in_lang(lang), clause.printed)),
        Paragraph::new(Tone::Dim, format!("{} {}  {}", section.printed, clause.printed, clause.id)),
    ]
}

fn details(id: RequirementId, ui: &UiContext) -> Vec<Paragraph> {
    let (standard, lang, words) = (ui.standard(), ui.lang(), &ui.words);
    let requirement = standard.requirement(id);
    let mut all = vec![Paragraph::new(Tone::Plain, requirement.text.in_lang(lang))];
    let mut say_also = |label: String, text: &str| {
        all.push(Paragraph::new(Tone::Dim, label).and(Tone::Plain, text).indented(0, 2));
    };
    if let Some(condition) = &requirement.condition {
        say_also(tr!(words, "when"), condition.in_lang(lang));
    }
    let facts: Vec<&str> = requirement.facts.iter().map(|fact| fact.text.in_lang(lang)).collect();
    if !facts.is_empty() {
        say_also(tr!(words, "facts"), &facts.join(ui.theme.between()));
    }
    let elements: Vec<&str> = requirement.elements.iter().map(|element| element.name.in_lang(lang)).collect();
    if !elements.is_empty() {
        say_also(tr!(words, "elements"), &elements.join(ui.theme.between()));
    }
    let dimension = standard.dimensions[requirement.dimension.index()].title.in_lang(lang);
    say_also(tr!(words, "counts-in"), &format!("{dimension}{}{}", ui.theme.between(), weight(requirement.weight, ui)));
    if requirement.critical {
        all.push(Paragraph::new(Tone::Bad, tr!(words, "is-critical")));
    }
    all
}

fn weight(weight: Weight, ui: &UiContext) -> String {
    let points = weight.points();
    match weight {
        Weight::Minor => tr!(ui.words, "weight-minor", points = points),
        Weight::Normal => tr!(ui.words, "weight-normal", points = points),
        Weight::Major => tr!(ui.words, "weight-major", points = points),
    }
}
