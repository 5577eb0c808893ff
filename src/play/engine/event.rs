//! What a step tells: small numbers that point into the scenario, never copies of it.

use crate::content::scenario::{ChanceId, ChoiceId, EndingId, SceneId, VariableId};
use crate::content::standard::RequirementId;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    Took {
        scene: SceneId,
        choice: ChoiceId,
    },
    Met(RequirementId),
    Broke(RequirementId),
    /// Broken while it gave way to another rule: the index of the yield in the scenario.
    Yielded {
        requirement: RequirementId,
        rule: u16,
    },
    /// The seconds that the choice took.
    Passed(u32),
    Changed {
        variable: VariableId,
        from: i32,
        to: i32,
    },
    /// A number would have left its bounds: a fault of the content, which `check` reports; play goes on at the bound.
    Overran(VariableId),
    Revealed {
        chance: ChanceId,
        outcome: u16,
    },
    /// A line was said or shown: its index in the scenario.
    Line(u32),
    Entered(SceneId),
    /// The choice led back to its own scene.
    Stayed(SceneId),
    /// The clock reached the scenario's end.
    TimedOut,
    Ended(EndingId),
}
