//! What only the solver can answer: requests, and their responses. A response may take a second, so a door asks aside; in
//! which thread is its own matter.

use crate::base::chance::Seed;
use crate::content::scenario::Scenario;
use crate::content::standard::Standard;
use crate::learn::moment::judge_last;
use crate::play::debrief::Debrief;
use crate::play::engine::Session;
use crate::play::solver::{Judged, Solver, Unsolved};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// One play, told from all others: its scenario, its seed and its moves.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PlayId {
    /// The id of the scenario.
    pub scenario: Box<str>,
    /// What all chance of it comes from.
    pub seed: Seed,
    /// The ids of the choices that were taken.
    pub moves: Box<[Box<str>]>,
}

/// What can be asked.
#[derive(Clone, Debug)]
pub enum SolveRequest {
    /// The most points under a seed.
    Best {
        /// What is played.
        scenario: Arc<Scenario>,
        /// Under these dice.
        seed: Seed,
    },
    /// A finished play, move by move.
    Review(Session),
    /// The best way on from where a play stands.
    Line(Session),
    /// The last move of a play, which need not be over.
    LastMove(Session),
}

/// The answer to a [`SolveRequest`], or why nobody knows it.
#[derive(Clone, Debug)]
pub enum SolveResponse {
    /// The most points under a seed.
    Best {
        /// The id of the scenario.
        scenario: Box<str>,
        /// Under these dice.
        seed: Seed,
        /// In points.
        best: Result<i32, String>,
    },
    /// A play, move by move.
    Review {
        /// Which play was asked about.
        play: PlayId,
        /// Shared, because it is shown for as long as its screen is.
        debrief: Result<Arc<Debrief>, String>,
    },
    /// The best way on.
    Line {
        /// The play that was asked about.
        from: PlayId,
        /// The whole play: what was asked about, and the best moves after it.
        line: Result<Arc<Session>, String>,
    },
    /// The last move of a play, judged as its review would.
    LastMove {
        /// The play that was asked about.
        play: PlayId,
        /// None where no move was made.
        judged: Result<Option<Arc<Judged>>, String>,
    },
}

impl PlayId {
    /// The id of a play as it stands.
    pub fn of(session: &Session) -> PlayId {
        let moves = session.choice_ids().into_iter().map(Box::from).collect();
        PlayId { scenario: session.scenario().id.clone(), seed: session.seed(), moves }
    }
}

impl SolveRequest {
    /// The answer; it may take a second.
    pub fn answer(&self, standard: &Standard) -> SolveResponse {
        match self {
            SolveRequest::Best { scenario, seed } => {
                let best = || Ok(Solver::for_learner(scenario, standard).best(&mut scenario.rolls(*seed))?.best);
                SolveResponse::Best { scenario: scenario.id.clone(), seed: *seed, best: careful(best) }
            }
            SolveRequest::Review(session) => {
                let debrief = careful(|| Debrief::new(session, standard).map(Arc::new));
                SolveResponse::Review { play: PlayId::of(session), debrief }
            }
            SolveRequest::Line(session) => {
                let line = careful(|| best_play(session, standard).map(Arc::new));
                SolveResponse::Line { from: PlayId::of(session), line }
            }
            SolveRequest::LastMove(session) => {
                let judged = careful(|| Ok(judge_last(session, standard)?.map(Arc::new)));
                SolveResponse::LastMove { play: PlayId::of(session), judged }
            }
        }
    }

    /// Whether somebody looks at a screen that waits for it; the best of a seed is only asked for in good time.
    pub fn is_awaited(&self) -> bool {
        match self {
            SolveRequest::Best { .. } => false,
            SolveRequest::Review(_) | SolveRequest::Line(_) | SolveRequest::LastMove(_) => true,
        }
    }
}

/// A fault of the search must not leave a screen waiting.
fn careful<T>(search: impl FnOnce() -> Result<T, Unsolved>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(search)) {
        Ok(found) => found.map_err(|unsolved| unsolved.to_string()),
        Err(_) => Err("the search failed".to_owned()),
    }
}

/// The play with the best moves after those that were made.
fn best_play(session: &Session, standard: &Standard) -> Result<Session, Unsolved> {
    let scenario = session.scenario();
    let solution =
        Solver::for_learner(scenario, standard).best_after(session.turns(), &scenario.rolls(session.seed()))?;
    let mut play = session.clone();
    for taken in solution.line {
        // What the solver found is open; if it were not, the line would end here, and its end would be missing.
        play.take(taken.choice).map_err(|_| Unsolved::NoEnding)?;
    }
    Ok(play)
}
