//! One of the two versions that are compared.

use crate::content::scenario::Scenario;
use crate::content::standard::Standard;
use std::sync::Arc;

/// One version of a scenario, with the standard that judges it.
#[derive(Clone, Copy)]
pub struct ScenarioVersion<'e> {
    /// What is played.
    pub scenario: &'e Arc<Scenario>,
    /// What judges it.
    pub standard: &'e Standard,
}
