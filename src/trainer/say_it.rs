//! A play in which one says it oneself: a sentence becomes the choice that it is, or it is told what is missing. The second
//! time the words are shown, and what is chosen then counts as after a hint. The record holds the choices alone.

use super::phrase_drill::{Speaking, missed};
use super::recorded_play::{KeepAttempt, PlayCommand, RecordedPlay, Refusal};
use super::spoken_choices::{HeardChoice, SpokenChoices};
use crate::base::text::{Lang, Text};
use crate::content::scenario::ChoiceId;
use crate::content::standard::Standard;
use crate::play::engine::{Open, RecordedMove};
use crate::play::hearing::{PhraseHearing, Unheard};
use crate::record::attempt::Mode;
use crate::record::journal::{FiledReply, FiledTo, Happened};
use crate::speech::messages::Messages;
use crate::speech::saying;
use crate::tr;
use jiff::Timestamp;

/// After so many sentences that were none of the choices, the words are shown.
const MISSES: usize = 2;

/// What was said in a play last.
#[derive(Clone, Debug, Default)]
pub struct SayIt {
    /// How much was written down of the play when it was said: once more is, the moment is another.
    at: usize,
    /// How many sentences were none of the choices.
    misses: usize,
    reply: Option<SaidReply>,
    /// The choices that the sentence can be, where it can be several; or the one that was said already.
    several: Vec<ChoiceId>,
    /// The last sentence that was a choice, while what is said follows it at the same place.
    earlier: Option<Box<str>>,
}

/// A sentence, and what became of it.
#[derive(Clone, Debug)]
pub struct SaidReply {
    /// What was said.
    pub words: Box<str>,
    /// What was heard.
    pub hearing: PhraseHearing,
    /// What became of it.
    pub became: SaidAs,
    /// The number that is fixed here, where another one was said.
    instead: Option<Box<str>>,
    /// Whether it says what is to be said next as well.
    is_ahead: bool,
    /// Whether it was filed.
    pub is_filed: bool,
    lang: Lang,
    /// What it was held against.
    held: FiledTo,
}

/// What became of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidAs {
    /// It is a choice, and that was taken.
    Taken,
    /// Words alone do not tell which choice it is: that is chosen.
    Several,
    /// Something is missing: it is said again.
    Missed,
    /// Something is missing again, and the words are shown.
    Shown,
}

/// What can be done at a moment of a play.
#[derive(Clone, Debug, Default)]
pub struct SayMoment {
    /// Whether something can be said in one's own words.
    pub is_said: bool,
    /// What is chosen, in the order of the screen.
    pub listed: Vec<ChoiceId>,
}

impl SayIt {
    /// What can be done now. In other modes all is chosen.
    pub fn moment(&self, play: &RecordedPlay, standard: &Standard) -> SayMoment {
        let shown = play.session().shown().into_iter().filter(|(_, open)| *open == Open::Yes).map(|(id, _)| id);
        let Some(spoken) = to_say(play, standard) else {
            return SayMoment { is_said: false, listed: shown.collect() };
        };
        let several = if self.is_now(play) { &*self.several } else { &[] };
        let is_listed = |id: &ChoiceId| !spoken.folded().contains(id) || several.contains(id);
        SayMoment { is_said: true, listed: shown.filter(is_listed).collect() }
    }

    /// What was said last, until something else is done.
    pub fn reply(&self, play: &RecordedPlay) -> Option<&SaidReply> {
        self.reply.as_ref().filter(|_| self.is_now(play))
    }

    /// Whether the words of what is to be said can be shown now.
    ///
    /// # Errors
    /// Why not.
    pub fn may_show(play: &RecordedPlay, standard: &Standard) -> Result<(), Refusal> {
        if play.session().is_over() {
            return Err(Refusal::Over);
        }
        to_say(play, standard).map(|_| ()).ok_or(Refusal::NothingToSay)
    }

    /// Shows them.
    ///
    /// # Errors
    /// Why not.
    pub fn show(play: &mut RecordedPlay, standard: &Standard, now: Timestamp) -> Result<KeepAttempt, Refusal> {
        SayIt::may_show(play, standard)?;
        Ok(play.show_words(now))
    }

    /// Says something; what is to be kept, if something changed. What became of it is told by [`SayIt::reply`].
    ///
    /// # Errors
    /// When it cannot be judged; nothing has changed then.
    pub fn say(
        &mut self,
        play: &mut RecordedPlay,
        words: &str,
        by: &Speaking,
        now: Timestamp,
    ) -> Result<Option<KeepAttempt>, Unheard> {
        let Some(spoken) = to_say(play, by.standard) else { return Err(Unheard::Nothing) };
        let earlier = if self.is_now(play) { self.earlier.take() } else { None };
        let HeardChoice { model, hearing, meant, instead } =
            match spoken.hear(play.session(), words, earlier.as_deref(), by) {
                Ok(heard) => heard,
                Err(why) => {
                    self.earlier = earlier;
                    return Err(why);
                }
            };
        let (held, before) = (held(play, model), place(play));
        let misses = if self.is_now(play) { self.misses } else { 0 };
        let (became, keep, misses) = match &*meant {
            [] if misses + 1 < MISSES => (SaidAs::Missed, None, misses + 1),
            [] => (SaidAs::Shown, Some(play.show_words(now)), 0),
            [choice] => match play.on(PlayCommand::Take(*choice), now) {
                Ok(keep) => (SaidAs::Taken, Some(keep), 0),
                Err(_) => (SaidAs::Missed, None, misses),
            },
            _ => (SaidAs::Several, None, misses),
        };
        let words: Box<str> = words.trim().into();
        let earlier = match became {
            SaidAs::Taken => Some(words.clone()).filter(|_| place(play).is_none_or(|now| before == Some(now))),
            SaidAs::Missed | SaidAs::Several => earlier,
            SaidAs::Shown => None,
        };
        let several = match (became, earlier.as_deref()) {
            (SaidAs::Several, _) => meant,
            (SaidAs::Taken, Some(earlier)) => said_already(play, earlier, by),
            (SaidAs::Taken | SaidAs::Missed | SaidAs::Shown, _) => Vec::new(),
        };
        let is_ahead = became == SaidAs::Taken && !several.is_empty();
        let reply = SaidReply { words, hearing, became, instead, is_ahead, is_filed: false, lang: by.lang, held };
        *self = SayIt { at: play.attempt().moves.len(), misses, reply: Some(reply), several, earlier };
        Ok(keep)
    }

    /// Files a reply that was refused, or taken for less than was meant, once: `this should count`.
    pub fn file(&mut self, play: &RecordedPlay, standard: &Standard) -> Option<Happened> {
        let is_now = self.is_now(play);
        let reply = self.reply.as_mut().filter(|own| is_now && own.can_be_filed())?;
        reply.is_filed = true;
        Some(Happened::ReplyFiled(FiledReply {
            to: reply.held.clone(),
            language: reply.lang.tag().into(),
            words: reply.words.clone(),
            missed: missed(&reply.hearing, reply.lang, standard),
        }))
    }

    fn is_now(&self, play: &RecordedPlay) -> bool {
        self.at == play.attempt().moves.len()
    }
}

impl SaidReply {
    /// What was heard, and what became of it.
    pub fn told(&self, words: &Messages) -> String {
        let missed = saying::missed(words, &self.hearing);
        let told = self.became_told(words, missed);
        if self.is_ahead {
            format!("{told}{}{}", tr!(words, "between-sentences"), tr!(words, "said-already"))
        } else {
            told
        }
    }

    fn became_told(&self, words: &Messages, missed: String) -> String {
        match self.became {
            SaidAs::Several if self.hearing.is_whole() => tr!(words, "said-several"),
            SaidAs::Several => tr!(words, "said-several-missed", missed = missed),
            SaidAs::Taken if self.hearing.is_whole() => tr!(words, "saying-whole"),
            SaidAs::Taken => tr!(words, "said-taken", missed = missed),
            SaidAs::Missed => match self.instead.as_deref() {
                Some(number) => tr!(words, "said-other-number", missed = missed, number = number.to_owned()),
                None => tr!(words, "said-missed", missed = missed),
            },
            SaidAs::Shown => tr!(words, "said-shown", missed = missed),
        }
    }

    /// Whether it can still be filed.
    pub fn can_be_filed(&self) -> bool {
        !self.is_filed && !self.hearing.is_whole()
    }
}

/// What can be said now, while its words are not shown.
fn to_say(play: &RecordedPlay, standard: &Standard) -> Option<SpokenChoices> {
    let is_shown = play.attempt().moves.last() == Some(&RecordedMove::Hint);
    let is_said = play.mode() == Mode::Say && !is_shown && !play.session().is_over();
    is_said.then(|| SpokenChoices::of(play.session(), standard)).flatten()
}

/// The choice that is said now in words that were said already, where that is one alone.
fn said_already(play: &RecordedPlay, earlier: &str, by: &Speaking) -> Vec<ChoiceId> {
    let Some(spoken) = to_say(play, by.standard) else { return Vec::new() };
    let heard = spoken.hear(play.session(), earlier, None, by);
    let meant = heard.ok().filter(|heard| heard.hearing.is_whole()).map(|heard| heard.meant).unwrap_or_default();
    if meant.len() == 1 { meant } else { Vec::new() }
}

/// Where the scene that is played now is, if it says so.
fn place(play: &RecordedPlay) -> Option<Text> {
    let scenario = play.session().scenario();
    let scene = play.session().state().scene(scenario)?;
    scenario.scene(scene).place.clone()
}

/// The choice of the present scene that something is held against, by its names.
fn held(play: &RecordedPlay, choice: ChoiceId) -> FiledTo {
    let session = play.session();
    let scenario = session.scenario();
    let scene = session.state().scene(scenario).map(|scene| scenario.scene(scene).name.clone());
    FiledTo::Choice {
        scenario: scenario.id.clone(),
        scene: scene.unwrap_or_default(),
        choice: session.choice(choice).map(|own| own.id.clone()).unwrap_or_default(),
    }
}
