//! The author's bench: what a proven scenario still has wrong when it is played in every way.
//!
//! What is wrong with the writing itself (names, texts, types) is found earlier, by `scenario`.

mod paths;
mod scale;

use crate::chance::Seed;
use crate::engine::{Move, Session};
use crate::finding::{Finding, Witness};
use crate::scenario::Scenario;
use crate::standard::Standard;
use std::sync::Arc;

/// Plays a scenario in every way and tells everything that is unfair or broken.
pub fn check(scenario: &Arc<Scenario>, standard: &Standard) -> Vec<Finding> {
    let mut findings = paths::check(scenario, standard);
    if findings.iter().all(|finding| finding.severity != crate::finding::Severity::Error) {
        findings.extend(scale::check(scenario, standard));
    }
    findings
}

/// How many seeds are tried to find one that shows a finding.
const SEEDS: u64 = 2_000;

/// The play that shows a finding, with the first seed under which these choices lead that way.
fn witness(scenario: &Arc<Scenario>, way: &[Move], fits: impl Fn(&Session) -> bool) -> Witness {
    let shows = |seed: &Seed| {
        let mut session = Session::new(scenario.clone(), *seed);
        let played = way
            .iter()
            .all(|taken| session.state().scene(scenario) == Some(taken.scene) && session.take(taken.choice).is_ok());
        played && fits(&session)
    };
    let seed = (0..SEEDS).map(Seed::new).find(shows).map(Seed::number);
    let id = |taken: &Move| scenario.scene(taken.scene).choices[taken.choice.index()].id.clone();
    Witness { seed, choices: way.iter().map(id).collect() }
}
