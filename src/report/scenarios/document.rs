//! What there is to say of the scenarios of a pack, before one of them is played.

use crate::base::diagnostic::Diagnostic;
use crate::content::scenario::{Pack, Scenario};
use crate::content::standard::Standard;
use crate::play::solver::lengths;
use crate::report::left_out::LeftOut;

/// The scenarios of a pack, in its order.
pub struct ScenarioList<'p> {
    /// What they are judged by.
    pub standard: &'p Standard,
    /// One entry each.
    pub scenarios: Vec<ListedScenario<'p>>,
    /// The files that have faults, so that what stands in them is not in the list.
    pub left_out: Vec<LeftOut<'p>>,
}

/// One scenario of the list.
pub struct ListedScenario<'p> {
    /// The scenario itself.
    pub scenario: &'p Scenario,
    /// How long its plays are, where that was asked for and can be known.
    pub plays: Option<PlayLengths>,
}

/// How many moves the plays of a scenario have. Moves that lead back to a situation met before count for nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlayLengths {
    /// The fewest.
    pub shortest: u32,
    /// The most.
    pub longest: u32,
}

impl<'p> ScenarioList<'p> {
    /// The list of this pack, without the lengths of plays. The faults are those that were found when it was read.
    pub fn new(pack: &'p Pack, faults: &'p [Diagnostic]) -> ScenarioList<'p> {
        let scenarios = pack.scenarios.iter().map(|scenario| ListedScenario { scenario, plays: None });
        ScenarioList { standard: &pack.standard, scenarios: scenarios.collect(), left_out: LeftOut::by_file(faults) }
    }

    /// Plays every scenario in every way to know how long its plays are.
    #[must_use]
    pub fn with_lengths(mut self) -> ScenarioList<'p> {
        for own in &mut self.scenarios {
            let known = lengths(own.scenario, self.standard);
            own.plays = known.map(|(shortest, longest)| PlayLengths { shortest, longest });
        }
        self
    }
}
