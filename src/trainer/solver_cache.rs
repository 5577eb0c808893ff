//! What the solver was asked in this session, and what it answered: nothing is asked twice.

use super::solve::{PlayId, SolveRequest, SolveResponse};
use crate::base::chance::Seed;
use crate::content::scenario::Scenario;
use crate::play::debrief::Debrief;
use crate::play::engine::Session;
use crate::play::solver::Judged;
use rustc_hash::FxHashMap;
use std::hash::Hash;
use std::sync::Arc;

/// How far an answer is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Async<T> {
    /// It was asked for and is not there yet.
    Pending,
    /// It is there.
    Known(T),
    /// Why nobody knows it.
    Unknown(String),
}

/// The answers of one session, by what was asked.
#[derive(Debug, Default)]
pub struct SolverCache {
    bests: FxHashMap<(Box<str>, Seed), Async<i32>>,
    reviews: FxHashMap<PlayId, Async<Arc<Debrief>>>,
    lines: FxHashMap<PlayId, Async<Arc<Session>>>,
    last_moves: FxHashMap<PlayId, Async<Option<Arc<Judged>>>>,
}

impl SolverCache {
    /// The most points under a seed; none if nobody asked.
    pub fn best(&self, scenario: &Scenario, seed: Seed) -> Option<&Async<i32>> {
        self.bests.get(&(scenario.id.clone(), seed))
    }

    /// A finished play, reviewed; none if nobody asked.
    pub fn review(&self, session: &Session) -> Option<&Async<Arc<Debrief>>> {
        self.reviews.get(&PlayId::of(session))
    }

    /// The play with the best moves after those that were made; none if nobody asked.
    pub fn line(&self, session: &Session) -> Option<&Async<Arc<Session>>> {
        self.lines.get(&PlayId::of(session))
    }

    /// What is to be asked; nothing if it was asked before.
    pub fn ask_best(&mut self, scenario: &Arc<Scenario>, seed: Seed) -> Option<SolveRequest> {
        is_new(&mut self.bests, (scenario.id.clone(), seed))
            .then(|| SolveRequest::Best { scenario: scenario.clone(), seed })
    }

    /// What is to be asked; nothing if it was asked before.
    pub fn ask_review(&mut self, session: &Session) -> Option<SolveRequest> {
        is_new(&mut self.reviews, PlayId::of(session)).then(|| SolveRequest::Review(session.clone()))
    }

    /// What is to be asked; nothing if it was asked before.
    pub fn ask_line(&mut self, session: &Session) -> Option<SolveRequest> {
        is_new(&mut self.lines, PlayId::of(session)).then(|| SolveRequest::Line(session.clone()))
    }

    /// The last move of a play, judged; none if nobody asked.
    pub fn last_move(&self, session: &Session) -> Option<&Async<Option<Arc<Judged>>>> {
        self.last_moves.get(&PlayId::of(session))
    }

    /// What is to be asked; nothing if it was asked before.
    pub fn ask_last_move(&mut self, session: &Session) -> Option<SolveRequest> {
        is_new(&mut self.last_moves, PlayId::of(session)).then(|| SolveRequest::LastMove(session.clone()))
    }

    /// Remembers an answer.
    pub fn learn(&mut self, answer: SolveResponse) {
        match answer {
            SolveResponse::Best { scenario, seed, best } => {
                self.bests.insert((scenario, seed), best.into());
            }
            SolveResponse::Review { play, debrief } => {
                if let Ok(debrief) = &debrief {
                    self.bests.insert((play.scenario.clone(), play.seed), Async::Known(debrief.card.best));
                }
                self.reviews.insert(play, debrief.into());
            }
            SolveResponse::Line { from, line } => {
                self.lines.insert(from, line.into());
            }
            SolveResponse::LastMove { play, judged } => {
                self.last_moves.insert(play, judged.into());
            }
        }
    }
}

impl<T> From<Result<T, String>> for Async<T> {
    fn from(answer: Result<T, String>) -> Async<T> {
        match answer {
            Ok(known) => Async::Known(known),
            Err(why) => Async::Unknown(why),
        }
    }
}

/// Notes that something is asked; whether it was not before.
fn is_new<K: Eq + Hash, T>(asked: &mut FxHashMap<K, Async<T>>, key: K) -> bool {
    let new = !asked.contains_key(&key);
    if new {
        asked.insert(key, Async::Pending);
    }
    new
}
