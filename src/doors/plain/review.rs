//! A finished play, reviewed: first as a whole, then move by move as the learner asks; tried again, and kept as a document.

use super::command::{PlainCommand, PlainPrompt};
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::review_lines::ReviewLines;
use super::room::{Entrance, Onward, PlainRoom, RoomName};
use crate::play::debrief::Debrief;
use crate::play::scoring::{Ledger, Score};
use crate::report::debrief::{Paper, copy};
use crate::speech::remarks::remarks;
use crate::store::shown;
use crate::tr;
use crate::trainer::recorded_play::{RecordedPlay, RunKind};
use crate::trainer::solver_cache::Async;
use std::sync::Arc;

pub(super) struct ReviewRoom {
    play: RecordedPlay,
    /// The move that was told last; none before the first.
    focus: Option<usize>,
    is_told: bool,
    /// Whether it ends by itself where nothing more is typed: after a single play.
    ends: bool,
}

const COMMANDS: [PlainCommand; 10] = [
    PlainCommand::Next,
    PlainCommand::Previous,
    PlainCommand::Mistake,
    PlainCommand::TryAgain,
    PlainCommand::BestLine,
    PlainCommand::Everything,
    PlainCommand::Html,
    PlainCommand::Markdown,
    PlainCommand::SayAgain,
    PlainCommand::Standard,
];

impl PlainRoom for ReviewRoom {
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward> {
        let debrief = match own.review(self.play.session(), dialog)? {
            Async::Known(debrief) => debrief,
            Async::Pending => return Ok(Onward::Back),
            Async::Unknown(why) => {
                self.unknown(&why, own, dialog)?;
                return Ok(if self.ends { Onward::Over } else { Onward::Back });
            }
        };
        own.judge(self.play.id(), dialog)?;
        self.make_moments(&debrief, own);
        own.learn_visit(self.play.session(), dialog)?;
        if !std::mem::replace(&mut self.is_told, true) {
            let goes_on = dialog.goes_on()?;
            self.tell(&debrief, goes_on, own, dialog)?;
            if !goes_on && self.ends {
                return Ok(Onward::Over);
            }
        }
        self.offer(own, dialog)?;
        loop {
            let moves = self.play.session().turns().len();
            match own.listen(dialog, &PlainPrompt::of(moves, &COMMANDS))? {
                Wish::Number(number) => self.look_at(number - 1, &debrief, own, dialog)?,
                Wish::Do(PlainCommand::TryAgain, number) => {
                    let number = number.parse::<usize>().ok().or(self.focus.map(|turn| turn + 1));
                    match number.filter(|number| (1..=moves).contains(number)) {
                        Some(number) => return Ok(self.again(number - 1, own)),
                        None => dialog.say(&tr!(own.words, "plain-again-which", count = moves))?,
                    }
                }
                Wish::Do(PlainCommand::BestLine, number) => {
                    let turn = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).or(self.focus);
                    let mut from = self.play.session().clone();
                    from.rewind_to(turn.unwrap_or(0).min(moves));
                    return Ok(Onward::Open(RoomName::BestLine(from)));
                }
                Wish::Do(PlainCommand::Standard, wanted) => return Ok(Onward::Open(RoomName::Standard(wanted))),
                Wish::Do(command, _) => self.obey(command, &debrief, own, dialog)?,
                Wish::Reworded => match self.focus {
                    Some(turn) => self.look_at(turn, &debrief, own, dialog)?,
                    None => self.tell(&debrief, true, own, dialog)?,
                },
                Wish::Back => return Ok(Onward::Back),
                Wish::Words(_) => {}
            }
        }
    }
}

impl ReviewRoom {
    /// The mistakes of the run that counts become moments, to be played again another day.
    fn make_moments(&self, debrief: &Debrief, own: &mut PlainContext) {
        if self.play.kind() == RunKind::Scored {
            let session = self.play.session();
            let made = own.learning().map(|learning| learning.of_review(debrief, session, &own.pack.standard));
            own.learn_from(made.unwrap_or_default());
        }
    }

    pub(super) fn new(play: RecordedPlay, ends: bool) -> ReviewRoom {
        ReviewRoom { play, focus: None, is_told: false, ends }
    }

    fn lines<'l>(&'l self, debrief: &'l Debrief, own: &'l PlainContext) -> ReviewLines<'l> {
        ReviewLines { lines: own.lines(), session: self.play.session(), debrief }
    }

    /// The play as a whole; with every move where nobody will ask for one.
    fn tell(&self, debrief: &Debrief, goes_on: bool, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let beside = self.remarks(own, dialog)?;
        let review = self.lines(debrief, own);
        if !goes_on {
            return dialog.say_all(&review.whole(&beside));
        }
        dialog.say_all(&review.overview(&beside))?;
        dialog.say("")?;
        dialog.say(&format!("{}{}", tr!(own.words, "move-by-move"), tr!(own.words, "colon").trim_end()))?;
        dialog.say_all(&review.list())
    }

    /// What the result is to be read with; beside a retry also what the run that counts came to.
    fn remarks(&self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Vec<String>> {
        let mut circumstances = own.circumstances(&self.play);
        let mut all = Vec::new();
        if self.play.kind() == RunKind::Retry {
            circumstances.is_retry = false;
            let scenario = self.play.session().scenario().clone();
            let best = own.best(&scenario, self.play.session().seed(), dialog)?;
            let first = self.play.attempt().replay(&scenario).first_run;
            let score = best.zip(first).map(|(best, first)| {
                Score::share(Ledger::judge(&scenario, &own.pack.standard, first.turns()).points(), best)
            });
            all.push(match score {
                Some(score) => tr!(own.words, "first-run-scored", score = score.whole()),
                None => tr!(own.words, "first-run-counts"),
            });
        }
        all.extend(remarks(&own.words, &circumstances));
        Ok(all)
    }

    fn unknown(&self, why: &str, own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let session = self.play.session();
        let points = Ledger::judge(session.scenario(), &own.pack.standard, session.turns()).points();
        dialog.say(&tr!(own.words, "scale-unknown", points = points, why = why))
    }

    fn offer(&self, own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        dialog.say("")?;
        dialog.say(&tr!(own.words, "plain-review-offer", count = self.play.session().turns().len()))
    }

    fn look_at(&mut self, turn: usize, debrief: &Debrief, own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        self.focus = Some(turn);
        dialog.say_all(&self.lines(debrief, own).one_move(turn))
    }

    fn obey(
        &mut self,
        command: PlainCommand,
        debrief: &Arc<Debrief>,
        own: &mut PlainContext,
        dialog: &mut Dialog,
    ) -> Spoken<()> {
        let moves = self.play.session().turns().len();
        match command {
            PlainCommand::Next => match self.focus.map_or(0, |turn| turn + 1) {
                next if next < moves => self.look_at(next, debrief, own, dialog),
                _ => dialog.say(&tr!(own.words, "plain-no-more-moves")),
            },
            PlainCommand::Previous => match self.focus.and_then(|turn| turn.checked_sub(1)) {
                Some(before) => self.look_at(before, debrief, own, dialog),
                None => dialog.say(&tr!(own.words, "plain-no-more-moves")),
            },
            PlainCommand::Mistake => {
                let mistakes = self.lines(debrief, own).mistakes();
                match mistakes.into_iter().find(|turn| self.focus.is_none_or(|focus| *turn > focus)) {
                    Some(turn) => self.look_at(turn, debrief, own, dialog),
                    None => dialog.say(&tr!(own.words, "plain-no-more-mistakes")),
                }
            }
            PlainCommand::Everything => {
                let beside = self.remarks(own, dialog)?;
                dialog.say_all(&self.lines(debrief, own).whole(&beside))
            }
            PlainCommand::SayAgain => match self.focus {
                Some(turn) => self.look_at(turn, debrief, own, dialog),
                None => self.tell(debrief, true, own, dialog),
            },
            PlainCommand::Html => self.export(Paper::Html, debrief, own, dialog),
            PlainCommand::Markdown => self.export(Paper::Markdown, debrief, own, dialog),
            _ => Ok(()),
        }
    }

    /// Back to the moment before a move, on a branch of its own: the first run keeps its score.
    fn again(&self, turn: usize, own: &mut PlainContext) -> Onward {
        let newest = own.history().get(self.play.id()).unwrap_or(self.play.attempt()).clone();
        let (retry, keep) = self.play.retry(turn, &newest, (own.now)());
        own.keep(&keep);
        Onward::Open(RoomName::Play(Box::new(retry), Entrance::Again(turn + 1)))
    }

    fn export(&self, paper: Paper, debrief: &Debrief, own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let Some(recorder) = &own.recorder else { return dialog.say(&tr!(own.words, "plain-nowhere-to-keep")) };
        let (circumstances, lines) = (own.circumstances(&self.play), own.lines());
        let narrator = lines.narrator(self.play.session());
        let export = copy(&self.play, debrief, paper, &circumstances, &narrator);
        dialog.say(&match recorder.export(&export) {
            Ok(path) => tr!(own.words, "notice-exported", path = shown(&path)),
            Err(why) => why.sentence().in_lang(own.lang()).to_owned(),
        })
    }
}
