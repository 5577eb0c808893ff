//! Today: what there is to do and why, within the minutes that the learner gives it; and at its end what got better.

use super::command::{PlainCommand, PlainPrompt};
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::room::{Onward, PlainRoom, RoomName};
use crate::learn::today::Activity;
use crate::record::journal::Happened;
use crate::tr;
use crate::trainer::day_words;
use crate::trainer::exam_day::{self, read_exam_day};
use crate::trainer::learning::{Learning, TodayPlan};
use crate::trainer::phrase_drill::PhraseDrill;

#[derive(Debug)]
pub(super) struct TodayRoom;

impl PlainRoom for TodayRoom {
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward> {
        loop {
            let today = plan(own, dialog)?;
            tell(&today, own, dialog)?;
            let count = today.parts().len();
            match own.listen(dialog, &PlainPrompt::of(count, &[PlainCommand::Minutes, PlainCommand::Exam]))? {
                Wish::Back => return Ok(Onward::Back),
                Wish::Number(number) => {
                    if let Some(onward) = started(&today, number - 1, own) {
                        return Ok(onward);
                    }
                }
                Wish::Do(PlainCommand::Minutes, typed) => {
                    match typed.parse().ok().filter(|own| (1..=120).contains(own)) {
                        Some(minutes) => own.learn_from(vec![Happened::MinutesChosen(minutes)]),
                        None => dialog.say(&tr!(own.words, "plain-minutes-wrong"))?,
                    }
                }
                Wish::Do(PlainCommand::Exam, typed) => set_exam(&typed, own, dialog)?,
                Wish::Do(..) | Wish::Words(_) | Wish::Reworded => {}
            }
        }
    }
}

/// Takes down the day of the exam, or that there is none. The bare word asks for it once more.
fn set_exam(typed: &str, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
    let Some(today) = own.learning().map(Learning::today) else { return Ok(()) };
    match read_exam_day(typed, today) {
        Ok(_) if typed.is_empty() => dialog.say(&tr!(own.words, "plain-exam-how"))?,
        Ok(day) => own.learn_from(vec![Happened::ExamSet(day)]),
        Err(bad) => dialog.say(&bad.told(&own.words))?,
    }
    Ok(())
}

/// What is still to be done; what cannot be played any more is dropped with a word.
fn plan(own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<TodayPlan> {
    let today = own.plan();
    for (key, why) in &today.gone {
        dialog.say(&tr!(own.words, "moment-dropped", why = why.told().in_lang(own.lang()).to_owned()))?;
        own.learn_from(vec![Happened::MomentDropped(*key)]);
    }
    Ok(today)
}

fn tell(today: &TodayPlan, own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
    let (words, Some(learning)) = (&own.words, own.learning()) else { return Ok(()) };
    dialog.say("")?;
    dialog.say_all(&day_words::day(words, &own.pack, learning, today))?;
    dialog.say(&own.lines().sentence(&tr!(words, "today-minutes", minutes = learning.minutes())))?;
    if let Some(exam) = exam_day::told(words, learning) {
        dialog.say(&own.lines().sentence(&exam))?;
        if !learning.was_asked_for_exam() {
            dialog.say(&tr!(words, "plain-exam-how"))?;
        }
    }
    for (part, number) in today.parts().into_iter().zip(1..) {
        let (title, why) = day_words::part(words, &own.pack, learning, part);
        let why = own.lines().sentence(&own.lines().list(&why));
        let title = own.lines().sentence(&title);
        dialog.say(&format!("{number}. {title}{}{why}", tr!(words, "between-sentences")))?;
    }
    Ok(())
}

fn started(today: &TodayPlan, number: usize, own: &mut PlainContext) -> Option<Onward> {
    let parts = today.parts();
    let part = parts.get(number)?;
    let seed = (own.fresh_seed)();
    if let Some(round) = TodayPlan::round(part, &own.pack.bank, seed) {
        return Some(Onward::Open(RoomName::Round(Box::new(round))));
    }
    if let Some(drill) = PhraseDrill::planned(part, &own.pack.phrases) {
        return Some(Onward::Open(RoomName::Phrases(Box::new(drill))));
    }
    let name = match &part.first()?.activity {
        Activity::Moment(key) => RoomName::Moment(*key),
        Activity::Scenario(id) => RoomName::Briefing(own.pack.scenario(id)?.clone()),
        Activity::Unit(unit) => RoomName::Unit(unit.clone()),
        Activity::Question(_) | Activity::Phrase(_) => return None,
    };
    Some(Onward::Open(name))
}
