//! One of the two versions that are compared.

use crate::content::scenario::Scenario;
use crate::content::standard::Standard;

/// One version of a scenario, with the standard that judges it.
#[derive(Clone, Copy)]
pub struct ScenarioVersion<'e> {
    pub scenario: &'e Scenario,
    pub standard: &'e Standard,
}
