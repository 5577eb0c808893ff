//! The standard as a tree, and which of its nodes are unfolded. How a node looks is known to the screen.

use crate::content::standard::{ClauseId, RequirementId, SectionId, Standard, Tier};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TreeNode {
    Tier(Tier),
    Section(SectionId),
    Clause(ClauseId),
    Requirement(RequirementId),
}

impl TreeNode {
    /// How many nodes it hangs from.
    pub(super) fn depth(self) -> usize {
        match self {
            TreeNode::Tier(_) => 0,
            TreeNode::Section(_) => 1,
            TreeNode::Clause(_) => 2,
            TreeNode::Requirement(_) => 3,
        }
    }

    pub(super) fn parent(self, standard: &Standard) -> Option<TreeNode> {
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

/// What is unfolded.
#[derive(Debug)]
pub(super) struct Tree(Vec<TreeNode>);

impl Default for Tree {
    /// The tiers are unfolded, and nothing below them.
    fn default() -> Tree {
        Tree(Tier::ALL.map(TreeNode::Tier).to_vec())
    }
}

impl Tree {
    pub(super) fn is_unfolded(&self, node: TreeNode) -> bool {
        self.0.contains(&node)
    }

    pub(super) fn unfold(&mut self, node: TreeNode) {
        if !self.is_unfolded(node) {
            self.0.push(node);
        }
    }

    pub(super) fn fold(&mut self, node: TreeNode) {
        self.0.retain(|other| *other != node);
    }

    /// Unfolds everything above a node.
    pub(super) fn reveal(&mut self, node: TreeNode, standard: &Standard) {
        let mut above = node.parent(standard);
        while let Some(parent) = above {
            self.unfold(parent);
            above = parent.parent(standard);
        }
    }

    /// The nodes that can be seen, from above.
    pub(super) fn visible(&self, standard: &Standard) -> Vec<TreeNode> {
        let mut visible = Vec::new();
        let mut open: Vec<TreeNode> = standard.tiers().rev().map(TreeNode::Tier).collect();
        while let Some(node) = open.pop() {
            visible.push(node);
            if self.is_unfolded(node) {
                open.extend(node.children(standard).into_iter().rev());
            }
        }
        visible
    }
}
