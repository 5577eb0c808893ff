//! What only the solver can answer, and the thread that it is asked in: an answer may take a second. It knows neither
//! screens nor the disk.

use super::events::Happening;
use crate::base::chance::Seed;
use crate::content::scenario::Scenario;
use crate::content::standard::Standard;
use crate::play::debrief::Debrief;
use crate::play::engine::Session;
use crate::play::solver::{Solver, Unsolved};
use std::collections::VecDeque;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// One play, told from all others: its scenario, its seed and its moves.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PlayId {
    pub scenario: Box<str>,
    pub seed: Seed,
    pub moves: Box<[Box<str>]>,
}

#[derive(Clone, Debug)]
pub(super) enum SolveRequest {
    /// The most points under a seed.
    Best { scenario: Arc<Scenario>, seed: Seed },
    /// A finished play, move by move.
    Review(Session),
    /// The best way on from where a play stands.
    Line(Session),
}

/// The answer to a [`SolveRequest`], or why nobody knows it.
#[derive(Clone, Debug)]
pub enum SolveResponse {
    Best {
        scenario: Box<str>,
        seed: Seed,
        best: Result<i32, String>,
    },
    Review {
        play: PlayId,
        debrief: Result<Arc<Debrief>, String>,
    },
    /// The whole play: what was asked about, and the best moves after it.
    Line {
        from: PlayId,
        line: Result<Arc<Session>, String>,
    },
}

impl PlayId {
    pub fn of(session: &Session) -> PlayId {
        let moves = session.choice_ids().into_iter().map(Box::from).collect();
        PlayId { scenario: session.scenario().id.clone(), seed: session.seed(), moves }
    }
}

impl SolveRequest {
    pub(super) fn answer(&self, standard: &Standard) -> SolveResponse {
        match self {
            SolveRequest::Best { scenario, seed } => {
                let best = || Ok(Solver::new(scenario, standard).best(&mut scenario.rolls(*seed))?.best);
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
        }
    }

    /// Whether somebody looks at a screen that waits for it; the best of a seed is only asked for in good time.
    fn is_awaited(&self) -> bool {
        match self {
            SolveRequest::Best { .. } => false,
            SolveRequest::Review(_) | SolveRequest::Line(_) => true,
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
    let solution = Solver::new(scenario, standard).best_after(session.turns(), &scenario.rolls(session.seed()))?;
    let mut play = session.clone();
    for taken in solution.line {
        // What the solver found is open; if it were not, the line would end here, and its end would be missing.
        play.take(taken.choice).map_err(|_| Unsolved::NoEnding)?;
    }
    Ok(play)
}

/// A thread that answers one question after another into the queue of events, those that somebody waits for first.
///
/// # Errors
/// When the system refuses a thread.
pub(super) fn answer_aside(standard: Arc<Standard>, answers: Sender<Happening>) -> io::Result<Sender<SolveRequest>> {
    let (sender, questions) = channel();
    let work = move || {
        let mut waiting = VecDeque::new();
        while let Some(question) = next(&questions, &mut waiting) {
            if answers.send(Happening::Solved(question.answer(&standard))).is_err() {
                return;
            }
        }
    };
    thread::Builder::new().name("solver".to_owned()).spawn(work)?;
    Ok(sender)
}

/// None when nobody asks any more.
fn next(questions: &Receiver<SolveRequest>, waiting: &mut VecDeque<SolveRequest>) -> Option<SolveRequest> {
    if waiting.is_empty() {
        waiting.push_back(questions.recv().ok()?);
    }
    waiting.extend(questions.try_iter());
    let place = waiting.iter().position(SolveRequest::is_awaited).unwrap_or(0);
    waiting.remove(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::scenario::load;
    use crate::store::Content;

    #[test]
    fn what_somebody_waits_for_goes_first() {
        let files = Content::embedded().read().expect("the content is read");
        let pack = load(&files.sources).expect("it is proven").pack;
        let scenario = pack.scenarios[0].clone();
        let (sender, questions) = channel();
        let best = |seed| SolveRequest::Best { scenario: scenario.clone(), seed: Seed::new(seed) };
        let asked = [best(1), best(2), SolveRequest::Line(Session::new(scenario.clone(), Seed::new(3))), best(4)];
        asked.into_iter().for_each(|question| sender.send(question).expect("it listens"));
        drop(sender);
        let mut waiting = VecDeque::new();
        let seeds: Vec<u64> = std::iter::from_fn(|| next(&questions, &mut waiting))
            .map(|question| match question {
                SolveRequest::Best { seed, .. } => seed.number(),
                SolveRequest::Review(session) | SolveRequest::Line(session) => session.seed().number(),
            })
            .collect();
        assert_eq!(seeds, [3, 1, 2, 4]);
    }
}
