//! The best way on from a moment, walked one move at a time: what else was open, what is taken, what is answered, and how
//! the score stands. Nothing here is kept.

use super::command::{PlainCommand, PlainPrompt};
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::room::{Onward, PlainRoom};
use crate::play::engine::Session;
use crate::play::scoring::{Ledger, Score};
use crate::speech::narration::Detail;
use crate::tr;
use crate::trainer::solver_cache::Async;

pub(super) struct BestLineRoom {
    from: Session,
}

impl PlainRoom for BestLineRoom {
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward> {
        let line = match own.best_line(&self.from, dialog)? {
            Async::Known(line) => line,
            Async::Pending => return Ok(Onward::Back),
            Async::Unknown(why) => {
                dialog.say(&tr!(own.words, "no-best-line", why = why))?;
                return Ok(Onward::Back);
            }
        };
        let (first, last) = (self.from.turns().len(), line.turns().len());
        let mut at = first;
        self.begin(&line, own, dialog)?;
        loop {
            match own.listen(dialog, &PlainPrompt::of(0, &[PlainCommand::Next, PlainCommand::Previous]))? {
                Wish::Do(PlainCommand::Next, _) if at == last => dialog.say(&tr!(own.words, "best-line-ends"))?,
                Wish::Do(PlainCommand::Next, _) => {
                    at += 1;
                    BestLineRoom::step(&line, at, own, dialog)?;
                }
                Wish::Do(PlainCommand::Previous, _) if at > first + 1 => {
                    at -= 1;
                    BestLineRoom::step(&line, at, own, dialog)?;
                }
                Wish::Reworded if at > first => BestLineRoom::step(&line, at, own, dialog)?,
                Wish::Do(..) | Wish::Reworded => {
                    at = first;
                    self.begin(&line, own, dialog)?;
                }
                Wish::Back => return Ok(Onward::Back),
                Wish::Number(_) | Wish::Words(_) => {}
            }
        }
    }
}

impl BestLineRoom {
    pub(super) fn new(from: Session) -> BestLineRoom {
        BestLineRoom { from }
    }

    /// What there is to reach, and where one stands before the first move.
    fn begin(&self, line: &Session, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let goal = score(line, own, dialog)?.unwrap_or_default();
        let first = self.from.turns().len() + 1;
        dialog.say("")?;
        dialog.say(&match first {
            1 => tr!(own.words, "best-line-whole", score = goal),
            number => tr!(own.words, "best-line-from", number = number, score = goal),
        })?;
        if first > 1 {
            dialog.say(&tr!(own.words, "where-you-stood"))?;
        }
        dialog.say_all(&own.lines().last_told(&self.from, Detail::Bare))?;
        dialog.say(&tr!(own.words, "plain-best-offer"))
    }

    /// One move of the line.
    fn step(line: &Session, at: usize, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let mut shown = line.clone();
        shown.rewind_to(at);
        let mut before = line.clone();
        before.rewind_to(at - 1);
        let (words, lines) = (&own.words, own.lines());
        let narrator = lines.narrator(&before);
        let taken = shown.turns()[at - 1].taken.choice;
        let others = narrator.others(&before, taken);
        dialog.say("")?;
        dialog.say(&lines.sentence(&tr!(words, "move-of", number = at, count = line.turns().len())))?;
        dialog.say_all(&lines.tell(&shown, &narrator.turn(&shown, at - 1, Detail::Whole)))?;
        if !others.is_empty() {
            let others = others.join(&tr!(words, "plain-semicolon"));
            dialog.say(&tr!(words, "plain-also-open", choices = others))?;
        }
        match score(&shown, own, dialog)? {
            Some(score) => dialog.say(&tr!(own.words, "plain-score-so-far", score = score)),
            None => Ok(()),
        }
    }
}

fn score(session: &Session, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Option<i32>> {
    let best = own.best(session.scenario(), session.seed(), dialog)?;
    let points = Ledger::judge(session.scenario(), &own.pack.standard, session.turns()).points();
    Ok(best.map(|best| Score::share(points, best).whole()))
}
