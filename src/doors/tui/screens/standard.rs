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

use super::Step;
use crate::content::standard::{ClauseId, RequirementId, SectionId, Standard, Tier, Weight};
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::desk::Desk;
use crate::doors::tui::frame::{self, Frame};
use crate::doors::tui::keys::Place;
use crate::doors::tui::prose::{self, Paragraph, Row, fit};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::widgets::{field, rows};
use crate::speech::narration::tier;
use crate::tr;
use ratatui::layout::Rect;
use tui_input::Input;
use unicode_width::UnicodeWidthStr;

#[derive(Debug)]
pub struct Browser {
    search: Input,
    /// What is unfolded.
    unfolded: Vec<Node>,
    nodes: Vec<Node>,
    focus: usize,
    right: Vec<Row>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Node {
    Tier(Tier),
    Section(SectionId),
    Clause(ClauseId),
    Requirement(RequirementId),
}

impl Node {
    fn depth(self) -> usize {
        match self {
            Node::Tier(_) => 0,
            Node::Section(_) => 1,
            Node::Clause(_) => 2,
            Node::Requirement(_) => 3,
        }
    }

    fn parent(self, standard: &Standard) -> Option<Node> {
        match self {
            Node::Tier(_) => None,
            Node::Section(id) => Some(Node::Tier(standard.sections[id.index()].tier)),
            Node::Clause(id) => Some(Node::Section(standard.clauses[id.index()].section)),
            Node::Requirement(id) => Some(Node::Clause(standard.requirement(id).clause)),
        }
    }

    fn children(self, standard: &Standard) -> Vec<Node> {
        let own = |node: &Node| node.parent(standard) == Some(self);
        match self {
            Node::Tier(_) => {
                (0..standard.sections.len() as u16).map(|n| Node::Section(SectionId(n))).filter(own).collect()
            }
            Node::Section(_) => {
                (0..standard.clauses.len() as u16).map(|n| Node::Clause(ClauseId(n))).filter(own).collect()
            }
            Node::Clause(_) => standard.ids().map(Node::Requirement).filter(own).collect(),
            Node::Requirement(_) => Vec::new(),
        }
    }
}

impl Browser {
    pub fn new(desk: &Desk) -> Browser {
        let unfolded = Tier::ALL.map(Node::Tier).to_vec();
        let mut browser =
            Browser { search: Input::default(), unfolded, nodes: Vec::new(), focus: 0, right: Vec::new() };
        browser.list(desk);
        browser
    }

    /// The browser open at one requirement.
    pub fn at(id: RequirementId, desk: &Desk) -> Browser {
        let mut browser = Browser::new(desk);
        browser.go_to(Node::Requirement(id), desk);
        browser
    }

    pub fn place(&self) -> Place {
        Place::Standard
    }

    pub fn act(&mut self, action: Action, desk: &mut Desk) -> Step {
        let count = self.nodes.len();
        let page = isize::from(frame::column(desk.size).height as i16) - 3;
        match action {
            Action::Back if !self.search.value().is_empty() => self.search.reset(),
            Action::Back => return Step::Back,
            Action::Edit(request) => {
                field::edit(&mut self.search, request);
                self.focus = 0;
            }
            Action::Up | Action::Scroll(..0) => self.focus = rows::moved(self.focus, -1, count),
            Action::Down | Action::Scroll(_) => self.focus = rows::moved(self.focus, 1, count),
            Action::PageUp => self.focus = rows::moved(self.focus, -page, count),
            Action::PageDown => self.focus = rows::moved(self.focus, page, count),
            Action::Row(row) if row != self.focus => self.focus = row,
            Action::Row(_) | Action::Accept => self.toggle(desk),
            Action::Right => self.unfold(),
            Action::Left => self.fold(desk),
            _ => {}
        }
        Step::Stay
    }

    pub fn paste(&mut self, words: &str, _desk: &mut Desk) {
        field::paste(&mut self.search, words);
        self.focus = 0;
    }

    fn focused(&self) -> Option<Node> {
        self.nodes.get(self.focus).copied()
    }

    /// Unfolds or folds what is in focus; a find is shown in its place in the tree.
    fn toggle(&mut self, desk: &Desk) {
        let Some(node) = self.focused() else { return };
        if !self.search.value().is_empty() {
            self.search.reset();
            self.go_to(node, desk);
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
    fn fold(&mut self, desk: &Desk) {
        let Some(node) = self.focused() else { return };
        if self.unfolded.contains(&node) {
            self.unfolded.retain(|other| *other != node);
        } else if let Some(parent) = node.parent(desk.standard()) {
            self.focus = self.nodes.iter().position(|other| *other == parent).unwrap_or(self.focus);
        }
    }

    fn go_to(&mut self, node: Node, desk: &Desk) {
        let mut above = node.parent(desk.standard());
        while let Some(parent) = above {
            if !self.unfolded.contains(&parent) {
                self.unfolded.push(parent);
            }
            above = parent.parent(desk.standard());
        }
        self.list(desk);
        self.focus = self.nodes.iter().position(|other| *other == node).unwrap_or(0);
    }

    fn list(&mut self, desk: &Desk) {
        let standard = desk.standard();
        let wanted = self.search.value().trim().to_lowercase();
        self.nodes.clear();
        if wanted.is_empty() {
            let mut open: Vec<Node> = Tier::ALL.into_iter().rev().map(Node::Tier).collect();
            while let Some(node) = open.pop() {
                self.nodes.push(node);
                if self.unfolded.contains(&node) {
                    open.extend(node.children(standard).into_iter().rev());
                }
            }
        } else {
            self.nodes = standard.ids().filter(|id| is_meant(standard, *id, &wanted)).map(Node::Requirement).collect();
        }
        self.focus = self.focus.min(self.nodes.len().saturating_sub(1));
    }

    pub fn arrange(&mut self, desk: &mut Desk) {
        self.list(desk);
        let width = usize::from(panes(desk.size).1.width);
        self.right = self.focused().map_or(Vec::new(), |node| prose::rows(&told(node, desk), width, desk.theme));
    }

    pub fn frame(&self, desk: &Desk) -> Frame {
        let standard = desk.standard();
        let counted = tr!(
            desk.words,
            "standard-counts",
            clauses = standard.clauses.len(),
            requirements = standard.requirements.len()
        );
        Frame { title: standard.title.in_lang(desk.lang()).to_owned(), right: counted, ..Frame::default() }
    }

    pub fn draw(&self, canvas: &mut Canvas, desk: &Desk) {
        let (left, right) = panes(desk.size);
        let label = tr!(desk.words, "search");
        canvas.put(left.x, left.y, left.right(), Tone::Dim, &label);
        let x = left.x + label.width() as u16 + 1;
        let list = Rect { y: left.y + 2, height: left.height.saturating_sub(2), ..left };
        let width = usize::from(list.width) - 2;
        let items: Vec<Vec<Row>> = self.nodes.iter().map(|node| vec![self.row(*node, desk, width)]).collect();
        rows::draw(canvas, &items, self.focus, list);
        if self.search.value().is_empty() {
            canvas.put(x, left.y, left.right(), Tone::Dim, &tr!(desk.words, "type-to-search"));
        } else {
            field::draw(canvas, &self.search, x, left.y, left.right());
        }
        if self.nodes.is_empty() {
            canvas.put(list.x + 2, list.y, list.right(), Tone::Plain, &tr!(desk.words, "nothing-found"));
        }
        canvas.wall(right.x - 2, right.y, right.bottom());
        for (y, row) in (right.y..right.bottom()).zip(&self.right) {
            canvas.row(right, y, row);
        }
    }

    fn row(&self, node: Node, desk: &Desk, width: usize) -> Row {
        let (standard, lang) = (desk.standard(), desk.lang());
        let depth = if self.search.value().is_empty() { node.depth() } else { 0 };
        let sign = match (self.unfolded.contains(&node), node) {
            (_, Node::Requirement(_)) => "",
            (true, _) => "- ",
            (false, _) => "+ ",
        };
        let words = match node {
            Node::Tier(of) => tier(&desk.words, of),
            Node::Section(id) => standard.sections[id.index()].title.in_lang(lang).to_owned(),
            Node::Clause(id) => {
                let clause = &standard.clauses[id.index()];
                let first = standard.ids().find(|r| standard.requirement(*r).clause == id);
                let text = first.map_or("", |r| standard.requirement(r).text.in_lang(lang));
                format!("{} {text}", clause.printed)
            }
            Node::Requirement(id) => standard.requirement(id).text.in_lang(lang).to_owned(),
        };
        let tone = if depth == 0 && !matches!(node, Node::Requirement(_)) { Tone::Strong } else { Tone::Plain };
        let words = fit(&desk.theme.text(&format!("{sign}{words}")), width - depth * 2, desk.theme.ellipsis());
        Row { indent: depth * 2, spans: vec![(tone, words)] }
    }
}

fn panes(size: (u16, u16)) -> (Rect, Rect) {
    let whole = frame::wide_column(size);
    let left = whole.width * 9 / 20;
    let right = Rect { x: whole.x + left + 2, width: whole.width - left - 2, ..whole };
    (Rect { width: left - 1, ..whole }, right)
}

pub fn is_meant(standard: &Standard, id: RequirementId, wanted: &str) -> bool {
    let requirement = standard.requirement(id);
    let section = standard.section_of(id);
    let texts = requirement.text.iter().chain(section.title.iter()).map(|(_, words)| words);
    let facts = requirement.facts.iter().flat_map(|fact| fact.text.iter().map(|(_, words)| words));
    let names = [&*requirement.id, &*standard.clause_of(id).printed, &*section.printed];
    texts.chain(facts).chain(names).any(|words| words.to_lowercase().contains(wanted))
}

/// What is known about a node.
fn told(node: Node, desk: &Desk) -> Vec<Paragraph> {
    let (standard, lang, words) = (desk.standard(), desk.lang(), &desk.words);
    match node {
        Node::Tier(of) => {
            let count =
                standard.requirements.iter().filter(|r| standard.sections[r.section.index()].tier == of).count();
            vec![
                Paragraph::new(Tone::Strong, tier(words, of)),
                Paragraph::new(Tone::Plain, tr!(words, "requirements", count = count)),
            ]
        }
        Node::Section(id) => {
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
        Node::Clause(id) => {
            let own: Vec<RequirementId> = standard.ids().filter(|r| standard.requirement(*r).clause == id).collect();
            let mut all = own.first().map_or(Vec::new(), |first| heading(*first, desk));
            for r in own {
                all.push(Paragraph::blank());
                all.extend(details(r, desk));
            }
            all
        }
        Node::Requirement(id) => {
            let mut all = heading(id, desk);
            all.push(Paragraph::blank());
            all.extend(details(id, desk));
            all
        }
    }
}

fn heading(id: RequirementId, desk: &Desk) -> Vec<Paragraph> {
    let (standard, lang) = (desk.standard(), desk.lang());
    let (section, clause) = (standard.section_of(id), standard.clause_of(id));
    vec![
        Paragraph::new(Tone::Strong, format!("{} {}", section.title.in_lang(lang), clause.printed)),
        Paragraph::new(Tone::Dim, format!("{} {}  {}", section.printed, clause.printed, clause.id)),
    ]
}

fn details(id: RequirementId, desk: &Desk) -> Vec<Paragraph> {
    let (standard, lang, words) = (desk.standard(), desk.lang(), &desk.words);
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
        say_also(tr!(words, "facts"), &facts.join(desk.theme.between()));
    }
    let elements: Vec<&str> = requirement.elements.iter().map(|element| element.name.in_lang(lang)).collect();
    if !elements.is_empty() {
        say_also(tr!(words, "elements"), &elements.join(desk.theme.between()));
    }
    let dimension = standard.dimensions[requirement.dimension.index()].title.in_lang(lang);
    say_also(
        tr!(words, "counts-in"),
        &format!("{dimension}{}{}", desk.theme.between(), weight(requirement.weight, desk)),
    );
    if requirement.critical {
        all.push(Paragraph::new(Tone::Bad, tr!(words, "is-critical")));
    }
    all
}

fn weight(weight: Weight, desk: &Desk) -> String {
    let points = weight.points();
    match weight {
        Weight::Minor => tr!(desk.words, "weight-minor", points = points),
        Weight::Normal => tr!(desk.words, "weight-normal", points = points),
        Weight::Major => tr!(desk.words, "weight-major", points = points),
    }
}
