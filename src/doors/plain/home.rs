//! Home: what to do now. Every number stands for the same thing on every day.

use super::command::PlainPrompt;
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, PlainExit, Spoken};
use super::room::{Entrance, Onward, PlainRoom, RoomName};
use crate::base::language::own_name;
use crate::record::history::Resumable;
use crate::speech::narration::mode_name;
use crate::tr;
use crate::trainer::recorded_play::RecordedPlay;

#[derive(Debug, Default)]
pub(super) struct HomeRoom {
    /// Whether the room was entered before: the second time the pack needs no name.
    was_here: bool,
}

/// What can be done, in the order of its numbers.
const GO_ON: usize = 1;
const SCENARIOS: usize = 2;
const HISTORY: usize = 3;
const STANDARD: usize = 4;
const LANGUAGE: usize = 5;
const LEARNER: usize = 6;
const LEAVE: usize = 7;

impl PlainRoom for HomeRoom {
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward> {
        let candidates = own.history().candidates(&own.pack);
        own.fetch(dialog, candidates.into_iter().flatten().collect())?;
        if !self.was_here {
            self.was_here = true;
            dialog.say(own.pack.title.in_lang(own.lang()))?;
            dialog.say(&tr!(own.words, "tagline"))?;
        }
        loop {
            dialog.say("")?;
            dialog.say_all(&entries(own))?;
            match own.listen(dialog, &PlainPrompt::of(LEAVE, &[]))? {
                Wish::Number(LANGUAGE) => own.change_language(dialog)?,
                Wish::Number(LEAVE) => return Err(PlainExit::Left),
                Wish::Number(GO_ON) => match go_on(own) {
                    Some(onward) => return Ok(onward),
                    None => dialog.say(&tr!(own.words, "plain-none-open"))?,
                },
                Wish::Number(SCENARIOS) => return Ok(Onward::Open(RoomName::List)),
                Wish::Number(HISTORY) => return Ok(Onward::Open(RoomName::History)),
                Wish::Number(STANDARD) => return Ok(Onward::Open(RoomName::Standard(String::new()))),
                Wish::Number(LEARNER) => return Ok(Onward::Open(RoomName::Learners)),
                Wish::Back => dialog.say(&tr!(own.words, "plain-is-home"))?,
                Wish::Number(_) | Wish::Do(..) | Wish::Words(_) | Wish::Reworded => {}
            }
        }
    }
}

fn entries(own: &PlainContext) -> Vec<String> {
    let words = &own.words;
    let name = if own.player().is_empty() { tr!(words, "plain-nobody") } else { own.player().to_owned() };
    let all = [
        own.history().resumable(&own.pack).map_or_else(|| tr!(words, "plain-go-on-none"), |open| going_on(&open, own)),
        tr!(words, "play-a-scenario", count = own.pack.scenarios.len()),
        tr!(words, "plain-your-plays", count = own.history().len()),
        tr!(words, "read-the-standard"),
        tr!(words, "plain-language", language = words.next_told(), own = own_name(own.lang())),
        tr!(words, "learner-is", name = name),
        tr!(words, "plain-leave"),
    ];
    all.iter().zip(1..).map(|(entry, number)| format!("{number}. {entry}")).collect()
}

fn going_on(open: &Resumable, own: &PlainContext) -> String {
    let (words, lines) = (&own.words, own.lines());
    let facts = [mode_name(open.attempt.mode, words), tr!(words, "moves", count = open.attempt.line().len())];
    let title = tr!(words, "go-on", title = open.head.title.in_lang(own.lang()));
    format!("{title}{}", lines.aside(&lines.list(&facts)))
}

fn go_on(own: &mut PlainContext) -> Option<Onward> {
    let id = own.history().resumable(&own.pack)?.id;
    let attempt = own.history().get(id)?.clone();
    let scenario = own.pack.scenario(&attempt.scenario)?.clone();
    let (play, misfit) = RecordedPlay::resume(&scenario, id, &attempt, (own.now)());
    let entrance = if misfit.is_some() { Entrance::Edited } else { Entrance::GoneOn };
    Some(Onward::Open(RoomName::Play(Box::new(play), entrance)))
}
