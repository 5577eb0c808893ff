//! A sitting as lines of text: the overview, a question, a scenario, and what it came to. An answer is picked and then typed
//! once more; whatever is done is on the disk before the next line is told.

use super::command::{PlainCommand, PlainPrompt};
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::proctor::let_proctor;
use super::room::{Onward, PlainRoom};
use super::sure::is_sure;
use crate::doors::exam_watch::ExamWatch;
use crate::doors::store_words::refusal;
use crate::exam::marking::ExamVerdict;
use crate::exam::sitting::ProctorTurn;
use crate::play::asking::Choices;
use crate::record::sitting::SittingLine;
use crate::speech::asking;
use crate::store::OpenSitting;
use crate::tr;
use crate::trainer::exam_run::{ExamMoment, ExamRefusal, ExamRun, VisitStage};
use crate::trainer::exam_words;

pub(super) struct ExamRoom {
    pub(super) run: ExamRun,
    file: OpenSitting,
    watch: ExamWatch,
}

/// What the overview leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PaperPart {
    Item(usize),
    AllItems,
    Visit(usize),
    HandIn,
}

impl PlainRoom for ExamRoom {
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward> {
        loop {
            if self.is_over(own, dialog)? {
                if !self.tell_result(own, dialog)? {
                    return Ok(Onward::Back);
                }
                continue;
            }
            if self.run.visit().is_some() {
                self.play(own, dialog)?;
                continue;
            }
            let parts = self.overview(own, dialog)?;
            match own.listen(dialog, &PlainPrompt::of(parts.len(), &[]))? {
                Wish::Number(number) => self.turn_to(parts[number - 1], own, dialog)?,
                // The way back out of a sitting is to hand it in; what is typed otherwise shows the overview again.
                Wish::Back => self.turn_to(PaperPart::HandIn, own, dialog)?,
                Wish::Do(..) | Wish::Words(_) | Wish::Reworded => {}
            }
        }
    }

    fn is_play(&self) -> bool {
        self.run.sitting().closed().is_none()
    }
}

impl ExamRoom {
    pub(super) fn new(run: ExamRun, file: OpenSitting) -> ExamRoom {
        ExamRoom { run, file, watch: ExamWatch::start() }
    }

    pub(super) fn now(&mut self, own: &mut PlainContext) -> ExamMoment {
        self.watch.moment((own.now)())
    }

    /// Whether the sitting is over; it is when the time is up.
    fn is_over(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<bool> {
        let now = self.now(own);
        if let Some(line) = self.run.tick(now) {
            self.keep(&line, own, dialog)?;
            dialog.say(&tr!(own.words, "exam-time-up"))?;
        }
        Ok(self.run.sitting().closed().is_some())
    }

    /// Brings an event to the disk. Where that fails it is told, and tried again with the next one.
    pub(super) fn keep(&mut self, line: &SittingLine, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let kept = own.recorder.as_mut().map_or(Ok(()), |recorder| recorder.keep_event(&mut self.file, line));
        kept.or_else(|why| dialog.say(&refusal(&why, &own.words)))
    }

    /// Keeps what came of a command; whether anything did.
    pub(super) fn put(
        &mut self,
        done: Result<SittingLine, ExamRefusal>,
        own: &mut PlainContext,
        dialog: &mut Dialog,
    ) -> Spoken<bool> {
        match done {
            Ok(line) => self.keep(&line, own, dialog).map(|()| true),
            // The time is told at the next turn, and nothing else is left to be told.
            Err(_) => Ok(false),
        }
    }

    fn overview(&self, own: &PlainContext, dialog: &mut Dialog) -> Spoken<Vec<PaperPart>> {
        let (words, sitting) = (&own.words, self.run.sitting());
        dialog.say("")?;
        dialog.say(&exam_words::standing(words, sitting))?;
        let mut parts = Vec::new();
        let mut told = Vec::new();
        let mut items = 0..sitting.items().len();
        if let Some(open) = items.clone().find(|item| sitting.reply(*item).is_none()) {
            parts.push(PaperPart::Item(open));
            told.push(tr!(words, "exam-next-open", number = number_of(open)));
        }
        if let Some(flagged) = items.find(|item| sitting.is_flagged(*item)) {
            parts.push(PaperPart::Item(flagged));
            told.push(tr!(words, "exam-next-flagged", number = number_of(flagged)));
        }
        parts.push(PaperPart::AllItems);
        told.push(tr!(words, "exam-all-items"));
        for (visit, (paper, _)) in sitting.visits().enumerate() {
            parts.push(PaperPart::Visit(visit));
            let title = exam_words::scenario(words, &paper.scenario, &own.pack);
            let stage = own.lines().aside(&exam_words::stage(words, self.run.stage(visit)));
            told.push(format!("{}{stage}", tr!(words, "exam-visit-row", title = title)));
        }
        parts.push(PaperPart::HandIn);
        told.push(tr!(words, "exam-hand-in"));
        for (line, number) in told.iter().zip(1..) {
            dialog.say(&format!("{number}. {line}"))?;
        }
        Ok(parts)
    }

    fn turn_to(&mut self, part: PaperPart, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        match part {
            PaperPart::Item(item) => self.items_from(item, own, dialog),
            PaperPart::AllItems => match self.choose_item(own, dialog)? {
                Some(item) => self.items_from(item, own, dialog),
                None => Ok(()),
            },
            PaperPart::Visit(visit) => self.begin_visit(visit, own, dialog),
            PaperPart::HandIn => self.hand_in(own, dialog),
        }
    }

    fn choose_item(&self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Option<usize>> {
        let sitting = self.run.sitting();
        for item in 0..sitting.items().len() {
            let state = own.lines().aside(&exam_words::item(&own.words, sitting, item));
            dialog.say(&format!("{}. {}{state}", item + 1, tr!(own.words, "exam-item", number = number_of(item))))?;
        }
        match own.listen(dialog, &PlainPrompt::of(sitting.items().len(), &[]))? {
            Wish::Number(number) => Ok(Some(number - 1)),
            Wish::Do(..) | Wish::Words(_) | Wish::Reworded | Wish::Back => Ok(None),
        }
    }

    /// One question after the other, until one is left for the overview.
    fn items_from(&mut self, first: usize, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let mut item = first;
        loop {
            let now = self.now(own);
            let shown = self.run.show(item, now);
            if !self.put(shown, own, dialog)? || !self.answer(item, own, dialog)? {
                self.run.put_away();
                return Ok(());
            }
            let open = |at: &usize| self.run.sitting().reply(*at).is_none();
            let Some(next) = (item + 1..self.run.sitting().items().len()).find(open) else { return Ok(()) };
            item = next;
        }
    }

    /// Puts a question until it is answered or passed over; whether the next one follows.
    fn answer(&mut self, item: usize, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<bool> {
        self.tell_item(item, own, dialog)?;
        let mut picked: Option<Vec<usize>> = None;
        while let Some(choices) = self.run.choices() {
            if picked.is_none() {
                self.tell_step(&choices, own, dialog)?;
            }
            let mut prompt = PlainPrompt::of(choices.offered.len(), &[PlainCommand::Flag, PlainCommand::Next]);
            prompt.words = choices.is_many().then(|| tr!(own.words, "plain-numbers-together"));
            let chosen = match own.listen(dialog, &prompt)? {
                Wish::Number(number) => vec![number - 1],
                Wish::Words(typed) => asking::numbers(&typed),
                Wish::Do(PlainCommand::Flag, _) => {
                    self.flag(item, own, dialog)?;
                    continue;
                }
                Wish::Do(..) => return Ok(true),
                Wish::Reworded => {
                    self.tell_item(item, own, dialog)?;
                    picked = None;
                    continue;
                }
                Wish::Back => return Ok(false),
            };
            if chosen.is_empty() || chosen.iter().any(|at| *at >= choices.offered.len()) {
                dialog.say(&prompt.help(&own.words))?;
            } else if picked.as_ref() == Some(&chosen) {
                let now = self.now(own);
                match self.run.reply(&chosen, now) {
                    Ok(Some(line)) => {
                        self.keep(&line, own, dialog)?;
                        dialog.say(&tr!(own.words, "exam-kept"))?;
                    }
                    Ok(None) => {}
                    Err(_) => return Ok(false),
                }
                picked = None;
            } else {
                tell_picked(&choices, &chosen, own, dialog)?;
                picked = Some(chosen);
            }
        }
        Ok(true)
    }

    fn tell_item(&self, item: usize, own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let (words, sitting) = (&own.words, self.run.sitting());
        let Some((_, asked)) = self.run.asked() else { return Ok(()) };
        let question = asked.question();
        dialog.say("")?;
        let place = tr!(words, "exam-item-of", number = number_of(item), count = sitting.items().len());
        let left = exam_words::time_left(words, sitting.time_left());
        dialog.say(&own.lines().sentence(&place))?;
        dialog.say(&left)?;
        dialog.say(question.ask.in_lang(own.lang()))?;
        for line in asking::dialogue(words, question) {
            dialog.say(&format!("{}{}{}", line.who, tr!(words, "colon"), line.says))?;
        }
        Ok(())
    }

    fn tell_step(&self, choices: &Choices, own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let Some((_, asked)) = self.run.asked() else { return Ok(()) };
        let step = asking::step(&own.words, asked.question(), &choices.step);
        step.map_or(Ok(()), |step| dialog.say(&step))?;
        for (offered, number) in choices.offered.iter().zip(1..) {
            dialog.say(&format!("{number}. {}", asking::offered(&own.words, offered)))?;
        }
        Ok(())
    }

    fn flag(&mut self, item: usize, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let now = self.now(own);
        let flagged = self.run.flag(item, now);
        if self.put(flagged, own, dialog)? {
            let on = self.run.sitting().is_flagged(item);
            let told = if on { tr!(own.words, "exam-flagged") } else { tr!(own.words, "exam-unflagged") };
            dialog.say(&told)?;
        }
        Ok(())
    }

    fn hand_in(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let open = (0..self.run.sitting().visits().count())
            .filter(|visit| matches!(self.run.stage(*visit), VisitStage::Waiting | VisitStage::Open));
        let count = open.count();
        if count > 0 {
            dialog.say(&tr!(own.words, "exam-visits-open", count = count))?;
        }
        let question = tr!(own.words, "exam-hand-in-sure", open = self.run.sitting().open_items());
        if is_sure(&question, own, dialog)? {
            let now = self.now(own);
            let closed = self.run.hand_in(now);
            self.put(closed, own, dialog)?;
        }
        Ok(())
    }

    /// Tells what it came to; whether it goes on with the further form.
    fn tell_result(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<bool> {
        dialog.say("")?;
        let (marks, verdict) = match self.run.result() {
            Ok(result) => result,
            Err(why) => {
                let why = why.told();
                let why = why.in_lang(own.lang());
                return dialog.say(&tr!(own.words, "exam-unmarked", why = why)).map(|()| false);
            }
        };
        let blueprint = self.run.blueprint().clone();
        for line in exam_words::result(&own.words, &marks, &verdict, &blueprint, &own.pack) {
            dialog.say(&own.lines().sentence(&line))?;
        }
        if self.run.sitting().clock_went_back() {
            dialog.say(&tr!(own.words, "exam-clock-back"))?;
        }
        if self.run.is_stale() {
            dialog.say(&tr!(own.words, "exam-stale"))?;
        }
        for line in exam_words::level(&own.words, self.run.sitting()) {
            dialog.say(&own.lines().sentence(&line))?;
        }
        if verdict != ExamVerdict::Borderline {
            return self.let_proctor_close(own, dialog).map(|()| false);
        }
        let (items, minutes) = (blueprint.further, blueprint.further);
        dialog.say(&format!("1. {}", tr!(own.words, "exam-further", items = items, minutes = minutes)))?;
        loop {
            match own.listen(dialog, &PlainPrompt::of(1, &[]))? {
                Wish::Number(_) => break,
                Wish::Back => return Ok(false),
                Wish::Do(..) | Wish::Words(_) | Wish::Reworded => {}
            }
        }
        let seed = (own.fresh_seed)();
        let now = self.now(own);
        let further = self.run.go_further(seed, now);
        self.put(further, own, dialog)
    }
}

impl ExamRoom {
    /// Where a proctor has opened it, she closes it as well.
    fn let_proctor_close(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let_proctor(ProctorTurn::Closes, (&mut self.run, &mut self.file), own, dialog)
    }
}

/// The number of a place, from 1.
fn number_of(place: usize) -> usize {
    place + 1
}

fn tell_picked(choices: &Choices, chosen: &[usize], own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
    let words = &own.words;
    if let [one] = chosen {
        let number = number_of(*one);
        let answer = asking::offered(words, &choices.offered[*one]);
        return dialog.say(&tr!(words, "exam-picked", number = number, answer = answer));
    }
    let answers: Vec<String> = chosen.iter().map(|at| asking::offered(words, &choices.offered[*at])).collect();
    dialog.say(&tr!(words, "exam-picked-many", answers = own.lines().list(&answers)))
}
