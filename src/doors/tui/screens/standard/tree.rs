//! The standard as a tree, and which of its parts are unfolded. How a part looks is known to the screen.

use crate::content::standard::{Standard, Tier};
use crate::speech::standard_parts::StandardPart;

/// How many parts it hangs from.
pub(super) fn depth(part: StandardPart) -> usize {
    match part {
        StandardPart::Tier(_) => 0,
        StandardPart::Section(_) => 1,
        StandardPart::Clause(_) => 2,
        StandardPart::Requirement(_) => 3,
    }
}

/// What is unfolded.
#[derive(Debug)]
pub(super) struct Tree(Vec<StandardPart>);

impl Default for Tree {
    /// The tiers are unfolded, and nothing below them.
    fn default() -> Tree {
        Tree(Tier::ALL.map(StandardPart::Tier).to_vec())
    }
}

impl Tree {
    pub(super) fn is_unfolded(&self, part: StandardPart) -> bool {
        self.0.contains(&part)
    }

    pub(super) fn unfold(&mut self, part: StandardPart) {
        if !self.is_unfolded(part) {
            self.0.push(part);
        }
    }

    pub(super) fn fold(&mut self, part: StandardPart) {
        self.0.retain(|other| *other != part);
    }

    /// Unfolds everything above a part.
    pub(super) fn reveal(&mut self, part: StandardPart, standard: &Standard) {
        let mut above = part.parent(standard);
        while let Some(parent) = above {
            self.unfold(parent);
            above = parent.parent(standard);
        }
    }

    /// The parts that can be seen, from above.
    pub(super) fn visible(&self, standard: &Standard) -> Vec<StandardPart> {
        let mut visible = Vec::new();
        let mut open: Vec<StandardPart> = standard.tiers().rev().map(StandardPart::Tier).collect();
        while let Some(part) = open.pop() {
            visible.push(part);
            if self.is_unfolded(part) {
                open.extend(part.parts(standard).into_iter().rev());
            }
        }
        visible
    }
}
