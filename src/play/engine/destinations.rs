//! Where choices lead as they are written, whether play ever goes there or not.

use super::state::Node;
use crate::content::scenario::{Choice, Exit, Scenario, SceneId, Target};

/// Where a choice of this scene leads as it is written. `returns` says whether the ways back out of a fragment are among
/// them: to every scene that calls it.
pub fn destinations(scenario: &Scenario, scene: SceneId, choice: &Choice, returns: bool) -> Vec<Node> {
    if let Some(call) = choice.call {
        return vec![Node::Scene(scenario.fragments[call.fragment.index()].start)];
    }
    let mut nodes = Vec::new();
    exits(scenario, scene, &choice.exit, returns, &mut nodes);
    nodes
}

fn exits(scenario: &Scenario, home: SceneId, exit: &Exit, returns: bool, nodes: &mut Vec<Node>) {
    for target in exit.targets() {
        match target {
            Target::Stay => nodes.push(Node::Scene(home)),
            Target::Scene(scene) => nodes.push(Node::Scene(scene)),
            Target::Ending(ending) => nodes.push(Node::Ending(ending)),
            Target::Return(fragment) if returns => {
                for (caller, after) in &scenario.fragments[fragment.index()].sites {
                    exits(scenario, *caller, after, returns, nodes);
                }
            }
            Target::Return(_) => {}
        }
    }
}
