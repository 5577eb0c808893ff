//! Home: what to do now. Every number stands for the same thing on every day.

use super::command::PlainPrompt;
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, PlainExit, Spoken};
use super::room::{Entrance, Onward, PlainRoom, RoomName};
use crate::base::language::own_name;
use crate::tr;
use crate::trainer::home::{Home, HomeEntry};
use crate::trainer::learning::TodayPlan;
use crate::trainer::recorded_play::RecordedPlay;

#[derive(Debug)]
pub(super) struct HomeRoom {
    /// Whether the pack and what it is for were told already: here, or in the welcome.
    is_told: bool,
}

/// Behind all entries: out of the program.
const LEAVE: usize = HomeEntry::ALL.len() + 1;

impl PlainRoom for HomeRoom {
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward> {
        let candidates = own.history().candidates(&own.pack);
        own.fetch(dialog, candidates.into_iter().flatten().collect())?;
        if !std::mem::replace(&mut self.is_told, true) {
            dialog.say(own.pack.title.in_lang(own.lang()))?;
            dialog.say(&tr!(own.words, "tagline"))?;
        }
        loop {
            dialog.say("")?;
            dialog.say_all(&entries(own))?;
            match own.listen(dialog, &PlainPrompt::of(LEAVE, &[]))? {
                Wish::Number(LEAVE) => return Err(PlainExit::Left),
                Wish::Number(number) => {
                    if let Some(onward) = open(HomeEntry::ALL[number - 1], own, dialog)? {
                        return Ok(onward);
                    }
                }
                Wish::Back => dialog.say(&tr!(own.words, "plain-is-home"))?,
                Wish::Do(..) | Wish::Words(_) | Wish::Reworded => {}
            }
        }
    }
}

/// Where an entry leads; nowhere where there is nothing behind it, which is said.
fn open(entry: HomeEntry, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Option<Onward>> {
    let name = match entry {
        HomeEntry::Today => own.recorder.is_some().then_some(RoomName::Today),
        HomeEntry::Course => {
            let is_there = own.recorder.is_some() && !own.pack.courses.is_empty();
            is_there.then_some(RoomName::Course)
        }
        HomeEntry::GoOn => go_on(own).or_else(|| begin(own)),
        HomeEntry::Scenarios => Some(RoomName::List),
        HomeEntry::Questions => Some(RoomName::Questions),
        HomeEntry::History => Some(RoomName::History),
        HomeEntry::Standard => Some(RoomName::Standard(String::new())),
        HomeEntry::Language => return own.change_language(dialog).map(|()| None),
        HomeEntry::Learner => Some(RoomName::Learners),
    };
    if name.is_none() {
        let today = own.plan();
        dialog.say(&home(own, &today).told(entry).0)?;
    }
    Ok(name.map(Onward::Open))
}

fn home<'h>(own: &'h PlainContext, today: &'h TodayPlan) -> Home<'h> {
    let learning = own.learning().map(|learning| (learning, today));
    Home { pack: &own.pack, words: &own.words, player: own.player(), history: own.history(), learning }
}

impl HomeRoom {
    /// Where nothing is told yet.
    pub(super) fn new() -> HomeRoom {
        HomeRoom { is_told: false }
    }

    /// Behind the welcome, which tells it.
    pub(super) fn after_welcome() -> HomeRoom {
        HomeRoom { is_told: true }
    }
}

fn entries(own: &PlainContext) -> Vec<String> {
    let (words, lines) = (&own.words, own.lines());
    let today = own.plan();
    let home = home(own, &today);
    let told = |entry: &HomeEntry| match (entry, home.told(*entry)) {
        (HomeEntry::Language, _) => {
            tr!(words, "plain-language", language = words.next_told(), own = own_name(own.lang()))
        }
        (_, (text, below)) if below.is_empty() => text,
        (_, (text, below)) => format!("{text}{}", lines.aside(&lines.list(&below))),
    };
    let all = HomeEntry::ALL.iter().map(told).chain([tr!(words, "plain-leave")]);
    all.zip(1..).map(|(entry, number)| format!("{number}. {entry}")).collect()
}

/// The first scenario, for who never played.
fn begin(own: &PlainContext) -> Option<RoomName> {
    let first = own.pack.scenarios.get(0).filter(|_| own.history().is_empty());
    first.cloned().map(RoomName::Briefing)
}

fn go_on(own: &mut PlainContext) -> Option<RoomName> {
    let id = own.history().resumable(&own.pack)?.id;
    let attempt = own.history().get(id)?.clone();
    let scenario = own.pack.scenario(&attempt.scenario)?.clone();
    let (play, misfit) = RecordedPlay::resume(&scenario, id, &attempt, (own.now)());
    let entrance = if misfit.is_some() { Entrance::Edited } else { Entrance::GoneOn };
    Some(RoomName::Play(Box::new(play), entrance))
}
