//! What simulated learners learn: requirements with weights, one question a requirement, and scenarios.

use crate::content::scenario::Pack;
use crate::content::standard::{RequirementId, Standard};
use crate::learn::today::{Available, OfferedQuestion, OfferedScenario};

/// The standard, and what it is practised with.
#[derive(Clone, Debug)]
pub struct School<'s> {
    /// What is to be learned.
    pub standard: &'s Standard,
    /// What can be played.
    pub scenarios: Vec<SchoolScenario>,
}

/// A scenario as far as it matters here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolScenario {
    /// Its id.
    pub id: Box<str>,
    /// How long a play takes.
    pub minutes: u32,
    /// What it can ask for.
    pub requirements: Vec<RequirementId>,
}

impl School<'_> {
    /// That of a pack: its standard, and its scenarios with what they expect to be met.
    pub fn of(pack: &Pack) -> School<'_> {
        let scenario = |own: &std::sync::Arc<crate::content::scenario::Scenario>| SchoolScenario {
            id: own.id.clone(),
            minutes: own.minutes,
            requirements: own.due.iter().map(|due| due.requirement).collect(),
        };
        School { standard: &pack.standard, scenarios: pack.scenarios.iter().map(scenario).collect() }
    }

    /// The same as a plan is handed it.
    pub(super) fn available(&self) -> Available {
        let id = |requirement: RequirementId| self.standard.requirement(requirement).id.clone();
        let question = |own| OfferedQuestion { id: id(own), requirements: vec![id(own)], asked: None };
        let scenario = |own: &SchoolScenario| OfferedScenario {
            id: own.id.clone(),
            requirements: own.requirements.iter().map(|own| id(*own)).collect(),
            minutes: own.minutes,
            played: None,
        };
        Available {
            questions: self.standard.ids().map(question).collect(),
            scenarios: self.scenarios.iter().map(scenario).collect(),
            ..Available::default()
        }
    }
}
