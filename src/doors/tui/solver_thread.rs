//! The thread in which the solver is asked, so that a picture never waits for it.

use super::ui_event::UiEvent;
use crate::content::scenario::Packed;
use crate::content::standard::Standard;
use crate::trainer::solve::SolveRequest;
use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// A thread that answers one question after another into the queue of events, those that somebody waits for first.
///
/// # Errors
/// When the system refuses a thread.
pub(super) fn answer_aside(standard: Packed<Standard>, answers: Sender<UiEvent>) -> io::Result<Sender<SolveRequest>> {
    let (sender, questions) = channel();
    let work = move || {
        let mut waiting = VecDeque::new();
        while let Some(question) = next(&questions, &mut waiting) {
            if answers.send(UiEvent::Solved(question.answer(&standard))).is_err() {
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
    use crate::base::chance::Seed;
    use crate::content::scenario::load;
    use crate::play::engine::Session;
    use crate::store::Content;

    #[test]
    fn what_somebody_waits_for_goes_first() {
        let files = Content::embedded().read().expect("the content is read");
        let pack = load(&files.sources).expect("it is proven").pack;
        let scenario = pack.scenarios.get(0).expect("valid").clone();
        let (sender, questions) = channel();
        let best = |seed| SolveRequest::Best { scenario: scenario.clone(), seed: Seed::new(seed) };
        let asked = [best(1), best(2), SolveRequest::Line(Session::new(scenario.clone(), Seed::new(3))), best(4)];
        for question in asked {
            sender.send(question).expect("it listens");
        }
        drop(sender);
        let mut waiting = VecDeque::new();
        let seeds: Vec<u64> = std::iter::from_fn(|| next(&questions, &mut waiting))
            .map(|question| match question {
                SolveRequest::Best { seed, .. } => seed.number(),
                SolveRequest::Review(session) | SolveRequest::Line(session) | SolveRequest::LastMove(session) => {
                    session.seed().number()
                }
            })
            .collect();
        assert_eq!(seeds, [3, 1, 2, 4]);
    }
}
