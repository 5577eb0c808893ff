//! What there is to say of the price of every choice.

use crate::author::costs::Cost;
use crate::content::scenario::Scenario;
use crate::content::standard::Standard;

/// The choices of a scenario that ever lose anything, the dearest first.
pub struct CostsDocument<'s> {
    /// The scenario.
    pub scenario: &'s Scenario,
    /// What judges it.
    pub standard: &'s Standard,
    /// By choice, at its dearest moment.
    pub costs: Vec<Cost>,
}

impl CostsDocument<'_> {
    /// Where a choice stands, such as `landing: ring_again`.
    pub fn name(&self, cost: &Cost) -> String {
        let scene = self.scenario.scene(cost.taken.scene);
        format!("{}: {}", scene.name, scene.choices[cost.taken.choice.index()].id)
    }

    /// The id of a best choice beside it.
    pub fn best(&self, cost: &Cost) -> &str {
        &self.scenario.scene(cost.taken.scene).choices[cost.best.index()].id
    }

    /// The ids of the moves that lead to its dearest moment.
    pub fn line(&self, cost: &Cost) -> Vec<&str> {
        let id =
            |taken: &crate::play::engine::Move| &*self.scenario.scene(taken.scene).choices[taken.choice.index()].id;
        cost.line.iter().map(id).collect()
    }
}
