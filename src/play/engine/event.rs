//! What a step tells: small numbers that point into the scenario, never copies of it.

use crate::content::scenario::{ChanceId, ChoiceId, EndingId, LineId, OutcomeId, SceneId, VariableId, YieldId};
use crate::content::standard::RequirementId;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    Took {
        scene: SceneId,
        choice: ChoiceId,
    },
    Met(RequirementId),
    Broke(RequirementId),
    /// Broken while it gave way to another rule.
    Yielded {
        requirement: RequirementId,
        rule: YieldId,
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
        outcome: OutcomeId,
    },
    /// A line was said or shown.
    Line(LineId),
    Entered(SceneId),
    /// The choice led back to its own scene.
    Stayed(SceneId),
    /// The clock reached the scenario's end.
    TimedOut,
    Ended(EndingId),
}
