//! The judgement of a script's play: its score and verdict, and the answers that only they can give.

use super::comparison::{compares, sign};
use super::deferred::{Deferred, DeferredExpectation};
use super::playable::Playscript;
use super::unmet::Unmet;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::chance::Rolls;
use crate::both;
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
        let found = both!(
            "it is {score} ({points} of {best} points)",
            "实际是 {score}（{best} 点里的 {points} 点）",
            score = card.score,
            points = card.points,
            best = card.best
        );
        let expected = both!("the score {sign}{wanted}", "得分是 {sign}{wanted}", sign = sign(order));
        Err(Unmet::new(expected, found).help(self.costs(card)))
    }

    fn expect_verdict(&self, wanted: Verdict) -> Result<(), Unmet> {
        let card = self.card.as_ref().ok_or_else(|| self.no_judgement())?;
        if card.verdict == wanted {
            return Ok(());
        }
        let found = both!(
            "it is {verdict}, with {score}",
            "实际是 {verdict}，得分 {score}",
            verdict = card.verdict.word(),
            score = card.score
        );
        let expected = both!("the verdict {verdict}", "评判是 {verdict}", verdict = wanted.word());
        Err(Unmet::new(expected, found).help(self.costs(card)))
    }

    fn expect_label(&self, turn: usize, wanted: Option<Label>) -> Result<(), Unmet> {
        let reviewed = self.debrief.as_ref().and_then(|debrief| debrief.moves.get(turn));
        let Reviewed { label, loss, best_choice, .. } = reviewed.ok_or_else(|| self.no_judgement())?;
        if *label == wanted {
            return Ok(());
        }
        let turn = &self.session.turns()[turn];
        let found = match label {
            Some(label) => both!(
                "it is {label} and lost {loss} percent",
                "实际是 {label}，丢了 {loss} 分",
                label = label.word(),
                loss = Score(*loss)
            ),
            None => Phrase::new("nothing else was open, so it has none", "当时别无选择，所以没有评价").into(),
        };
        let better = &self.script.scenario.scene(turn.taken.scene).choices[best_choice.index()].id;
        let is_best = *best_choice == turn.taken.choice;
        let help =
            if is_best { Bilingual::default() } else { both!("best here: {better}", "这里最好的是：{better}") };
        let wanted = wanted.map_or("none", Label::word);
        let expected =
            both!("\"{id}\" labelled {wanted}", "\"{id}\" 的评价是 {wanted}", id = self.session.taken(turn).id);
        Err(Unmet::new(expected, found).help(help))
    }

    fn no_judgement(&self) -> Unmet {
        let why = self.unsolved.map(|why| why.told()).unwrap_or_default();
        let found = both!("there is none: {why}", "却评判不了：{why}"; why = why);
        let help = Phrase::new("`doorstep check` shows where it goes wrong", "`doorstep check` 指出毛病在哪里");
        Unmet::new(Phrase::new("a judgement", "有评判"), found).help(help)
    }

    /// What a score under 100 went to.
    fn costs(&self, card: &Scorecard) -> Bilingual {
        let told = card.costliest(&self.script.standard, 3).into_iter().map(|(index, cost)| {
            let entry = &card.ledger.entries[index];
            let taken = entry.turn.map(|turn| self.session.taken(&self.session.turns()[turn]));
            let by = taken.map(|choice| both!(" by \"{id}\"", "（\"{id}\"）", id = choice.id)).unwrap_or_default();
            let id = &self.script.standard.requirement(entry.requirement).id;
            both!("{id} {kind}{by} (-{cost})", "{id} {kind}{by} −{cost}", kind = entry.kind.word(); by = by)
        });
        let told: Vec<Bilingual> = told.collect();
        if told.is_empty() {
            return Bilingual::default();
        }
        let told = Bilingual::join(&told, Phrase::new(", ", "、"));
        both!("what cost most: {told}", "丢分最多的：{told}"; told = told)
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
