//! A play judged, for whatever command tells of one.

use super::failure::Failure;
use crate::content::scenario::Scenario;
use crate::content::standard::Standard;
use crate::play::engine::Session;
use crate::play::scoring::{Ledger, Scorecard};
use crate::play::solver::Solver;
use crate::report::play::PlayDocument;

/// The document of a play, finished or not.
///
/// # Errors
/// When the scenario cannot be solved, so that there is no scale.
pub(super) fn judged(session: &Session, standard: &Standard) -> Result<PlayDocument, Failure> {
    if !session.is_over() {
        return Ok(PlayDocument::open(session));
    }
    Ok(PlayDocument::over(session, standard, &scorecard(session, session.scenario(), standard)?))
}

fn scorecard(session: &Session, scenario: &Scenario, standard: &Standard) -> Result<Scorecard, Failure> {
    let best = Solver::for_learner(scenario, standard).best(&mut scenario.rolls(session.seed()))?.best;
    Ok(Scorecard::new(scenario, standard, Ledger::judge(scenario, standard, session.turns()), best))
}
