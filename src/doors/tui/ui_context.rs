//! What all screens share: the content, the words, who is learning, and what was found out on the way.

use super::action::{Effect, Now, Opened};
use super::solve::{SolveRequest, SolveResponse};
use super::solver_cache::{Async, SolverCache};
use super::theme::Theme;
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::content::scenario::{Pack, Scenario};
use crate::content::standard::Standard;
use crate::play::engine::Session;
use crate::play::scoring::{Ledger, Score};
use crate::speech::messages::Messages;
use crate::speech::narration::Narrator;
use crate::store::{Attempt, AttemptId, Move};
use std::sync::Arc;

pub(super) struct UiContext {
    pub pack: Arc<Pack>,
    pub words: Messages,
    pub theme: Theme,
    /// The window in cells.
    pub size: (u16, u16),
    pub learner: Option<Opened>,
    /// Everybody known, the one who played last first.
    pub learners: Vec<String>,
    /// Said once, until the next key.
    pub notice: Option<String>,
    pub moment: Now,
    pub effects: Vec<Effect>,
    known: SolverCache,
}

impl UiContext {
    pub(super) fn new(pack: Arc<Pack>, words: Messages, theme: Theme, size: (u16, u16), moment: Now) -> UiContext {
        UiContext {
            pack,
            words,
            theme,
            size,
            learner: None,
            learners: Vec::new(),
            notice: None,
            moment,
            effects: Vec::new(),
            known: SolverCache::default(),
        }
    }

    pub(super) fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// Speaks another language from now on; the learner's is remembered.
    pub(super) fn speak(&mut self, lang: Lang) {
        self.words.speak(lang);
        if let Some(learner) = &mut self.learner {
            learner.language = lang;
            self.effects.push(Effect::Remember(lang));
        }
    }

    /// Speaks the language that stands so many places further in the content.
    pub(super) fn speak_next(&mut self, by: isize) {
        let languages = &self.pack.languages;
        let now = languages.iter().position(|lang| *lang == self.lang()).unwrap_or(0) as isize;
        let count = languages.len().max(1) as isize;
        if let Some(next) = languages.get((now + by).rem_euclid(count) as usize).copied() {
            self.speak(next);
        }
    }

    pub(super) fn standard(&self) -> &Standard {
        &self.pack.standard
    }

    pub(super) fn player(&self) -> &str {
        self.learner.as_ref().map_or("", |learner| &learner.name)
    }

    pub(super) fn narrator<'d>(&'d self, scenario: &'d Scenario) -> Narrator<'d> {
        Narrator { scenario, standard: &self.pack.standard, words: &self.words, player: self.player() }
    }

    pub(super) fn attempts(&self) -> &[(AttemptId, Attempt)] {
        self.learner.as_ref().map_or(&[], |learner| &learner.attempts)
    }

    pub(super) fn attempt(&self, number: AttemptId) -> Option<&Attempt> {
        self.attempts().iter().find(|(own, _)| *own == number).map(|(_, attempt)| attempt)
    }

    /// Keeps an attempt in the list of the learner, the newest first.
    pub(super) fn keep(&mut self, number: AttemptId, attempt: &Attempt) {
        let Some(learner) = &mut self.learner else { return };
        match learner.attempts.iter_mut().find(|(known, _)| *known == number) {
            Some((_, kept)) => *kept = attempt.clone(),
            None => learner.attempts.insert(0, (number, attempt.clone())),
        }
    }

    /// The newest play that can be gone on with: one without an ending, or the very last one, if it was being tried
    /// again.
    pub(super) fn unfinished(&self) -> Option<(AttemptId, &Attempt, &Arc<Scenario>)> {
        let known = self.attempts().iter();
        let known =
            known.filter_map(|(number, attempt)| Some((*number, attempt, self.pack.scenario(&attempt.scenario)?)));
        let mut newest = true;
        let mut open = known.filter(|(_, attempt, scenario)| {
            let last = std::mem::replace(&mut newest, false);
            !attempt.finished || last && is_under_way(scenario, attempt)
        });
        open.next()
    }

    /// What the solver said so far.
    pub(super) fn known(&self) -> &SolverCache {
        &self.known
    }

    pub(super) fn learn(&mut self, answer: SolveResponse) {
        self.known.learn(answer);
    }

    /// Asks for the best under a seed, unless it was asked before.
    pub(super) fn ask_best(&mut self, scenario: &Arc<Scenario>, seed: Seed) {
        let question = self.known.ask_best(scenario, seed);
        self.ask(question);
    }

    /// Asks for a finished play to be reviewed, unless it was asked before.
    pub(super) fn ask_review(&mut self, session: &Session) {
        let question = self.known.ask_review(session);
        self.ask(question);
    }

    /// Asks for the best way on from where a play stands, unless it was asked before.
    pub(super) fn ask_line(&mut self, session: &Session) {
        let question = self.known.ask_line(session);
        self.ask(question);
    }

    fn ask(&mut self, question: Option<SolveRequest>) {
        self.effects.extend(question.map(Effect::Solve));
    }

    /// The finished plays of a scenario as it is now, each with the run that counts.
    pub(super) fn first_runs(&self, scenario: &Arc<Scenario>) -> Vec<Session> {
        let own = self.attempts().iter().map(|(_, attempt)| attempt).filter(|attempt| {
            attempt.finished && attempt.scenario == scenario.id && attempt.scenario_hash == scenario.hash
        });
        own.filter_map(|attempt| first_run(scenario, attempt)).collect()
    }

    /// The score of a run, once its scale is known.
    pub(super) fn score(&self, session: &Session) -> Option<Score> {
        let Some(Async::Known(best)) = self.known.best(session.scenario(), session.seed()) else { return None };
        let ledger = Ledger::judge(session.scenario(), self.standard(), session.turns());
        Some(Score::share(ledger.points(), *best))
    }
}

/// The run that counts: up to the first ending. None when there is none, or the moves do not fit the scenario any more.
pub(super) fn first_run(scenario: &Arc<Scenario>, attempt: &Attempt) -> Option<Session> {
    let mut session = Session::new(scenario.clone(), attempt.seed);
    for done in &attempt.moves {
        apply(&mut session, done).ok()?;
        if session.is_over() {
            return Some(session);
        }
    }
    None
}

/// Whether a play stands before a choice.
fn is_under_way(scenario: &Arc<Scenario>, attempt: &Attempt) -> bool {
    let mut session = Session::new(scenario.clone(), attempt.seed);
    attempt.moves.iter().all(|done| apply(&mut session, done).is_ok()) && !session.is_over()
}

/// Does once more what a learner did.
///
/// # Errors
/// When the choice is not open any more, because the scenario was edited.
pub(super) fn apply(session: &mut Session, done: &Move) -> Result<(), crate::play::engine::ClosedChoice> {
    match done {
        Move::Take(id) => session.take_id(id).map(|_| ()),
        Move::Rewind { to } => {
            session.rewind_to(*to);
            Ok(())
        }
        Move::Hint => Ok(()),
    }
}

/// What a language calls itself.
pub(super) fn language_name(lang: Lang) -> String {
    match lang.tag() {
        "zh" => "中文".to_owned(),
        "en" => "English".to_owned(),
        tag => tag.to_owned(),
    }
}
