//! What a step tells: small numbers that point into the scenario, never copies of it.

use crate::content::scenario::{ChanceId, ChoiceId, EndingId, LineId, OutcomeId, SceneId, VariableId, YieldId};
use crate::content::standard::RequirementId;

/// One thing that a step does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The player took a choice: always the first event of a turn.
    Took {
        /// Where.
        scene: SceneId,
        /// Which choice of the scene.
        choice: ChoiceId,
    },
    /// The choice met a requirement, due or not.
    Met(RequirementId),
    /// The choice tried a duty, but not as asked.
    Spoiled(RequirementId),
    /// The choice acted against a guard.
    Broke(RequirementId),
    /// Broken while it gave way to another rule.
    Yielded {
        /// What was broken.
        requirement: RequirementId,
        /// The yield that it gave way by.
        rule: YieldId,
    },
    /// The seconds that the choice took.
    Passed(u32),
    /// A variable has another value now.
    Changed {
        /// Which.
        variable: VariableId,
        /// The value before.
        from: i32,
        /// The value from now on.
        to: i32,
    },
    /// A number would have left its bounds: a fault of the content, which `check` reports; play goes on at the bound.
    Overran(VariableId),
    /// A chance was drawn; it never is again in this play.
    Revealed {
        /// Which.
        chance: ChanceId,
        /// Its outcome, by its place among those of the chance.
        outcome: OutcomeId,
    },
    /// A line was said or shown.
    Line(LineId),
    /// The play goes on in this scene.
    Entered(SceneId),
    /// The choice led back to its own scene.
    Stayed(SceneId),
    /// The clock reached the scenario's end.
    TimedOut,
    /// The play is over.
    Ended(EndingId),
}

/// What an event does to a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequirementEvent {
    /// It was met, due or not.
    Met(RequirementId),
    /// It was tried, but not as asked.
    Spoiled(RequirementId),
    /// It was broken.
    Broke(RequirementId),
    /// It was broken while it gave way to another rule.
    Yielded {
        /// What was broken.
        requirement: RequirementId,
        /// The yield that it gave way by.
        rule: YieldId,
    },
}

impl RequirementEvent {
    /// Which requirement it is about.
    pub fn requirement(self) -> RequirementId {
        match self {
            RequirementEvent::Met(requirement)
            | RequirementEvent::Spoiled(requirement)
            | RequirementEvent::Broke(requirement)
            | RequirementEvent::Yielded { requirement, .. } => requirement,
        }
    }
}

impl Event {
    /// What it does to a requirement: all that counts for points. None for what only happens.
    #[inline]
    pub fn on_requirement(self) -> Option<RequirementEvent> {
        match self {
            Event::Met(requirement) => Some(RequirementEvent::Met(requirement)),
            Event::Spoiled(requirement) => Some(RequirementEvent::Spoiled(requirement)),
            Event::Broke(requirement) => Some(RequirementEvent::Broke(requirement)),
            Event::Yielded { requirement, rule } => Some(RequirementEvent::Yielded { requirement, rule }),
            Event::Took { .. }
            | Event::Passed(_)
            | Event::Changed { .. }
            | Event::Overran(_)
            | Event::Revealed { .. }
            | Event::Line(_)
            | Event::Entered(_)
            | Event::Stayed(_)
            | Event::TimedOut
            | Event::Ended(_) => None,
        }
    }
}
