//! What one knows before the clock starts; then a mode, or another seed.

use super::command::PlainPrompt;
use super::context::{Entered, PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::play_recorder::CannotBegin;
use super::room::{Entrance, Onward, PlainRoom, RoomName};
use crate::base::chance::Seed;
use crate::base::text::narrowed;
use crate::content::scenario::Scenario;
use crate::doors::store_words::refusal;
use crate::record::attempt::Mode;
use crate::record::history::WantedPlay;
use crate::speech::narration::{clock, mode_name, tier};
use crate::tr;
use crate::trainer::recorded_play::{modes_of, offered_mode};
use std::sync::Arc;

pub(super) struct BriefingRoom {
    scenario: Arc<Scenario>,
    seed: Option<Seed>,
    /// Whether the seed was typed, and so is meant.
    is_typed: bool,
    is_told: bool,
}

impl PlainRoom for BriefingRoom {
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward> {
        let mut seed = self.seed.unwrap_or_else(|| (own.fresh_seed)());
        let modes = modes_of(&self.scenario, &own.pack.standard);
        loop {
            self.seed = Some(seed);
            if !std::mem::replace(&mut self.is_told, true) {
                dialog.say("")?;
                dialog.say_all(&told(&self.scenario, own))?;
            }
            dialog.say_all(&self.entries(own, &modes, seed))?;
            match own.listen(dialog, &PlainPrompt::of(modes.len() + 1, &[]))? {
                Wish::Number(number) => match modes.get(number - 1) {
                    Some(mode) => match self.begin(*mode, seed, own) {
                        Ok(onward) => return Ok(onward),
                        Err(why) => dialog.say(&reason(&why, own))?,
                    },
                    None => {
                        (seed, self.is_typed) = ask_seed(own, dialog)?.unwrap_or((seed, self.is_typed));
                    }
                },
                Wish::Back => return Ok(Onward::Back),
                Wish::Reworded => self.is_told = false,
                Wish::Do(..) | Wish::Words(_) => {}
            }
        }
    }
}

impl BriefingRoom {
    pub(super) fn new(scenario: Arc<Scenario>) -> BriefingRoom {
        BriefingRoom { scenario, seed: None, is_typed: false, is_told: false }
    }

    fn entries(&self, own: &PlainContext, modes: &[Mode], seed: Seed) -> Vec<String> {
        let words = &own.words;
        let offered = offered_mode(own.history(), &self.scenario);
        let wanted = WantedPlay { mode: Some(Mode::Exam), seed: None };
        let open_exam = own.history().open_plays(&self.scenario.id, wanted).next();
        let mut all: Vec<String> = Vec::new();
        for (mode, number) in modes.iter().copied().zip(1..) {
            let says = match mode {
                Mode::Learn => tr!(words, "learn-says"),
                Mode::Practice => tr!(words, "practice-says"),
                Mode::Say => tr!(words, "say-says"),
                Mode::Exam if open_exam.is_some() => tr!(words, "plain-open-exam"),
                Mode::Exam => tr!(words, "exam-says"),
            };
            let name = mode_name(mode, words);
            let name = if mode == offered { tr!(words, "plain-offered", mode = name) } else { name };
            all.push(format!("{number}. {name}{}{says}", tr!(words, "colon")));
        }
        let number = modes.len() + 1;
        all.push(format!("{number}. {}", tr!(words, "plain-seed", seed = seed.to_string(), number = number)));
        all
    }

    fn begin(&self, mode: Mode, shown: Seed, own: &mut PlainContext) -> Result<Onward, CannotBegin> {
        // An exam that is open is gone on with, whatever seed is offered beside it.
        let seed = (mode != Mode::Exam || self.is_typed).then_some(shown);
        let wanted = WantedPlay { mode: Some(mode), seed };
        let (play, entrance) = match own.go_on_or_begin(&self.scenario, wanted, Some(shown))? {
            Entered::New(play) => (play, Entrance::Briefed),
            Entered::GoneOn(play) => (play, Entrance::GoneOn),
            Entered::Edited(play) => (play, Entrance::Edited),
        };
        Ok(Onward::Become(RoomName::Play(Box::new(play), entrance)))
    }
}

/// The title, and what is known beforehand.
fn told(scenario: &Scenario, own: &PlainContext) -> Vec<String> {
    let (words, lines) = (&own.words, own.lines());
    let narrator =
        crate::speech::narration::Narrator { scenario, standard: lines.standard, words, player: lines.player };
    let facts = [
        narrator.plain(&scenario.title),
        tier(words, scenario.tier),
        tr!(words, "minutes", minutes = scenario.minutes),
    ];
    let start = clock(scenario.clock.start)[..5].to_owned();
    vec![
        lines.sentence(&lines.list(&facts)),
        narrator.plain(&scenario.briefing),
        tr!(words, "briefing-facts", time = start, mark = scenario.pass_mark),
    ]
}

/// Another seed, and whether it was typed; none for whoever goes back.
fn ask_seed(own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Option<(Seed, bool)>> {
    loop {
        dialog.say(&tr!(own.words, "plain-ask-seed"))?;
        let prompt = PlainPrompt::for_words(tr!(own.words, "plain-a-seed"));
        match own.listen(dialog, &prompt)? {
            Wish::Words(typed) => match narrowed(&typed).parse().ok().filter(|number| *number < Seed::LIMIT) {
                Some(0) => return Ok(Some(((own.fresh_seed)(), false))),
                Some(number) => return Ok(Some((Seed::new(number), true))),
                None => {}
            },
            Wish::Back => return Ok(None),
            Wish::Reworded | Wish::Number(_) | Wish::Do(..) => {}
        }
    }
}

/// Why no play is begun.
fn reason(why: &CannotBegin, own: &PlainContext) -> String {
    match why {
        CannotBegin::Refused(_, refused) => refused.told(&own.words),
        CannotBegin::NoNumber(error) => refusal(error, &own.words),
    }
}
