//! What still matters in a scene to a play that is to end clean. Nothing that was met or is due is forgotten: what can no
//! longer be met and is due is the end of a clean play.

use super::liveness::Liveness;
use crate::base::bits::{StateBits, and};
use crate::content::scenario::SceneId;
use crate::play::scoring::{DueItem, PartialScore, ScoringModel};

impl Liveness {
    /// Forgets the facts that neither the rules nor an undecided due line can read any more.
    pub(super) fn forget_of_clean(
        &self,
        scoring: &ScoringModel,
        scene: SceneId,
        state: &mut StateBits,
        partial: &mut PartialScore,
    ) {
        let mut facts = self.facts_of(scene);
        for (number, item) in scoring.items.iter().enumerate() {
            let undecided = !item.when.is_always() && item.due.get(&partial.0) == 0;
            if undecided && !item.remedy && item.when.is_dead(state, self.volatile_of(scene)) {
                // Never due from here on: as good as done.
                scoring.discard(partial, number);
                item.due.set(&mut partial.0, 1);
                item.met.set(&mut partial.0, 1);
            } else if undecided {
                item.reads.mark(&mut facts);
            }
            // What is due and can no longer be met is no clean play, unless it gives way after all.
            if !item.is_closed(partial) {
                item.excuse_reads.mark(&mut facts);
            }
            // A remedy that is due is no clean play; until then it does not matter that it was met.
            if item.remedy {
                item.met.set(&mut partial.0, 0);
            }
        }
        self.settle_orders(scoring, scene, partial);
        *state = and(state, &facts);
    }

    /// Whether everything that is due and unmet can still be met, or excused.
    pub(super) fn can_still_be_clean(&self, scoring: &ScoringModel, scene: SceneId, partial: &PartialScore) -> bool {
        let lost = |(number, item): (usize, &DueItem)| {
            let open = scoring.is_due(partial, item) && !item.is_closed(partial);
            open && item.excuses.is_empty() && !self.can_touch(scene, number)
        };
        !scoring.items.iter().enumerate().any(lost)
    }
}
