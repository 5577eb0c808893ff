//! Where the choices of a scenario lead as they are written, whether play goes there or not.

use crate::content::scenario::{Choice, Exit, Scenario, SceneId, Target};
use crate::play::engine::Node;

/// Where a choice leads as it is written. Of one that play does take, the ways back out of a fragment are left out:
/// which of them it goes was seen.
pub(super) fn written(scenario: &Scenario, scene: SceneId, choice: &Choice, taken: bool) -> Vec<Node> {
    if let Some(call) = choice.call {
        return vec![Node::Scene(scenario.fragments[call.fragment.index()].start)];
    }
    let mut nodes = Vec::new();
    exits(scenario, scene, &choice.exit, taken, &mut nodes);
    nodes
}

fn exits(scenario: &Scenario, home: SceneId, exit: &Exit, taken: bool, nodes: &mut Vec<Node>) {
    for target in exit.routes.iter().map(|(_, target)| *target).chain([exit.goto]) {
        match target {
            Target::Stay => nodes.push(Node::Scene(home)),
            Target::Scene(scene) => nodes.push(Node::Scene(scene)),
            Target::Ending(ending) => nodes.push(Node::Ending(ending)),
            Target::Return(_) if taken => {}
            Target::Return(fragment) => {
                let sites = &scenario.fragments[fragment.index()].sites;
                for (caller, after) in sites {
                    exits(scenario, *caller, after, taken, nodes);
                }
            }
        }
    }
}
