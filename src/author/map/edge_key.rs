//! The numbers by which a map is built: each scene and ending is a node, each choice between two an edge's.

use crate::content::scenario::{ChoiceId, Scenario};
use crate::play::engine::Node;

/// A choice from one node to another, by their indexes.
pub(super) type EdgeKey = (usize, usize, ChoiceId);

pub(super) fn index(scenario: &Scenario, node: Node) -> usize {
    match node {
        Node::Scene(scene) => scene.index(),
        Node::Ending(ending) => scenario.scenes.len() + ending.index(),
    }
}
