//! The judgement of a script's play: its score and verdict, and the answers that only they can give.

use super::comparison::{compares, sign};
use super::deferred::{Deferred, DeferredExpectation};
use super::playable::Playscript;
use super::unmet::Unmet;
use crate::base::chance::Rolls;
use crate::content::scenario::Comparison;
use crate::play::debrief::{Debrief, Reviewed};
use crate::play::engine::Session;
use crate::play::scoring::Label;
use crate::play::scoring::{Ledger, Score, Scorecard, Verdict};
use crate::play::solver::{Solver, Unsolved, Values};

/// A play as far as it can be judged.
pub(super) struct JudgedPlay<'j> {
    script: &'j Playscript,
    session: &'j Session,
    card: Option<Scorecard>,
    /// The moves one by one; none where no label is asked for.
    debrief: Option<Debrief>,
    /// Why something of this is missing.
    unsolved: Option<Unsolved>,
}

impl<'j> JudgedPlay<'j> {
    /// Judges a play, finished or not, as far as the questions ask for it.
    pub(super) fn new(script: &'j Playscript, session: &'j Session, questions: &[Deferred]) -> JudgedPlay<'j> {
        let scenario = session.scenario();
        let solver = Solver::new(scenario, &script.standard);
        let rolls = scenario.rolls(session.seed());
        let best = match solver.best(&mut rolls.clone()) {
            Ok(solution) => solution.best,
            Err(why) => return JudgedPlay { script, session, card: None, debrief: None, unsolved: Some(why) },
        };
        let ledger = Ledger::judge(scenario, &script.standard, session.turns());
        let card = Some(Scorecard::new(scenario, &script.standard, ledger, best));
        let labels = questions.iter().any(|own| matches!(own.question, DeferredExpectation::Label(_)));
        let debrief = labels.then(|| review(script, session, &solver, &rolls, best)).transpose();
        let unsolved = debrief.as_ref().err().copied();
        JudgedPlay { script, session, card, debrief: debrief.ok().flatten(), unsolved }
    }

    /// Of a play that is over.
    pub(super) fn result(&self) -> Option<(Score, Verdict)> {
        let card = self.card.as_ref().filter(|_| self.session.is_over())?;
        Some((card.score, card.verdict))
    }

    /// Looks whether the judgement is as expected.
    ///
    /// # Errors
    /// What it is instead.
    pub(super) fn answer(&self, own: &Deferred) -> Result<(), Unmet> {
        match own.question {
            DeferredExpectation::Label(wanted) => self.expect_label(own.turn, wanted),
            DeferredExpectation::Score(order, wanted) => self.expect_score(order, wanted),
            DeferredExpectation::Verdict(wanted) => self.expect_verdict(wanted),
        }
    }

    fn expect_score(&self, order: Comparison, wanted: Score) -> Result<(), Unmet> {
        let card = self.card.as_ref().ok_or_else(|| self.no_judgement())?;
        if compares(order, card.score.0, wanted.0) {
            return Ok(());
        }
        let found = format!("it is {} ({} of {} points)", card.score, card.points, card.best);
        Err(Unmet::new(format!("the score {}{wanted}", sign(order)), found).help(self.costs(card)))
    }

    fn expect_verdict(&self, wanted: Verdict) -> Result<(), Unmet> {
        let card = self.card.as_ref().ok_or_else(|| self.no_judgement())?;
        if card.verdict == wanted {
            return Ok(());
        }
        let found = format!("it is {}, with {}", card.verdict.word(), card.score);
        Err(Unmet::new(format!("the verdict {}", wanted.word()), found).help(self.costs(card)))
    }

    fn expect_label(&self, turn: usize, wanted: Option<Label>) -> Result<(), Unmet> {
        let reviewed = self.debrief.as_ref().and_then(|debrief| debrief.moves.get(turn));
        let Reviewed { label, loss, best_choice, .. } = reviewed.ok_or_else(|| self.no_judgement())?;
        if *label == wanted {
            return Ok(());
        }
        let turn = &self.session.turns()[turn];
        let found = match label {
            Some(label) => format!("it is {} and lost {} percent", label.word(), Score(*loss)),
            None => "nothing else was open, so it has none".to_owned(),
        };
        let better = &self.script.scenario.scene(turn.taken.scene).choices[best_choice.index()].id;
        let help = if *best_choice == turn.taken.choice { String::new() } else { format!("best here: {better}") };
        let wanted = wanted.map_or("none", Label::word);
        Err(Unmet::new(format!("\"{}\" labelled {wanted}", self.session.taken(turn).id), found).help(help))
    }

    fn no_judgement(&self) -> Unmet {
        let why = self.unsolved.map(|why| why.to_string()).unwrap_or_default();
        Unmet::new("a judgement", format!("there is none: {why}")).help("`doorstep check` shows where it goes wrong")
    }

    /// What a score under 100 went to.
    fn costs(&self, card: &Scorecard) -> String {
        let told = card.costliest(&self.script.standard, 3).into_iter().map(|(index, cost)| {
            let entry = &card.ledger.entries[index];
            let taken = entry.turn.map(|turn| self.session.taken(&self.session.turns()[turn]));
            let by = taken.map(|choice| format!(" by \"{}\"", choice.id)).unwrap_or_default();
            let id = &self.script.standard.requirement(entry.requirement).id;
            format!("{id} {}{by} (-{cost})", entry.kind.word())
        });
        let told: Vec<String> = told.collect();
        if told.is_empty() { String::new() } else { format!("what cost most: {}", told.join(", ")) }
    }
}

/// The moves of the play one by one.
fn review(
    script: &Playscript,
    session: &Session,
    solver: &Solver,
    rolls: &Rolls,
    best: i32,
) -> Result<Debrief, Unsolved> {
    let judged = Values::new(solver)?.judge(session.turns(), rolls)?;
    Ok(Debrief::of(session, &script.standard, best, &judged))
}
