//! Sentences that were refused and, as learners say, should count: each once, with who said it and what is heard of it today.

use super::learner_digest::LearnerDigest;
use crate::base::text::Lang;
use crate::content::phrases::{SpokenPhrase, TestReply};
use crate::content::scenario::Pack;
use crate::content::standard::{PLAYER_SLOT, RequirementId};
use crate::play::hearing::{ElementHearing, SlotValue, hear_phrase};
use crate::record::day::Day;
use crate::record::journal::{FiledReply, FiledTo};
use std::sync::Arc;

/// A sentence that somebody wants to count.
#[derive(Clone, Debug)]
pub struct FiledSentence {
    /// Its number, from 1: in the order in which they were filed, so that it stays when others come.
    pub number: usize,
    /// What was said, the learner's name taken out.
    pub reply: FiledReply,
    /// The same as it would stand among the good replies: with the phrase's slots in the place of a scenario's own words.
    pub written: Box<str>,
    /// When it was filed first.
    pub since: Day,
    /// Who filed it, by name; how often all together.
    pub by: Vec<String>,
    /// How often.
    pub times: usize,
    /// The phrase among whose good replies it would stand; none where no phrase asks for the same.
    pub phrase: Option<Arc<SpokenPhrase>>,
    /// How it stands.
    pub state: FiledState,
}

/// How a sentence stands with the content of today.
#[derive(Clone, Debug)]
pub enum FiledState {
    /// It stands among the good replies.
    Accepted,
    /// Everything that is asked for is heard in it by now.
    Heard,
    /// This is not heard in it, or spoiled.
    Unheard(Vec<ElementHearing>),
    /// Its phrase is not there any more, or says nothing in this language.
    Gone,
}

impl FiledState {
    /// Whether somebody has still to decide.
    pub fn is_open(&self) -> bool {
        matches!(self, FiledState::Unheard(_) | FiledState::Heard)
    }
}

/// All sentences that were filed, the first first.
pub fn sentences(learners: &[LearnerDigest], pack: &Pack) -> Vec<FiledSentence> {
    let mut filed: Vec<(Day, FiledReply, &str)> = Vec::new();
    for learner in learners {
        let own = learner.replies.iter().map(|(day, reply)| (*day, without_name(reply, &learner.name), &*learner.name));
        filed.extend(own);
    }
    let key = |own: &FiledReply| format!("{:?} {} {}", own.to, own.language, own.words);
    filed.sort_by_cached_key(|(day, reply, name)| (*day, key(reply), (*name).to_owned()));
    let mut all: Vec<FiledSentence> = Vec::new();
    for (since, reply, name) in filed {
        let is_same = |own: &&mut FiledSentence| {
            own.reply.to == reply.to && own.reply.language == reply.language && own.reply.words == reply.words
        };
        if let Some(own) = all.iter_mut().find(is_same) {
            own.times += 1;
            if !own.by.iter().any(|known| known == name) {
                own.by.push(name.to_owned());
            }
            continue;
        }
        let phrase = phrase_of(&reply.to, pack).cloned();
        let written = written(&reply, phrase.as_deref(), pack);
        let state = FiledState::of(&reply.language, &written, phrase.as_deref(), pack);
        let (number, by) = (all.len() + 1, vec![name.to_owned()]);
        all.push(FiledSentence { number, reply, written, since, by, times: 1, phrase, state });
    }
    all
}

/// The same with `{player}` in the place of the learner's own name: a pack is no place for it.
fn without_name(reply: &FiledReply, name: &str) -> FiledReply {
    let is_name = name.chars().count() > 1;
    let words = if is_name { reply.words.replace(name, "{player}") } else { reply.words.to_string() };
    FiledReply { words: words.into(), ..reply.clone() }
}

/// The phrase that asks for what the sentence was said to.
fn phrase_of<'p>(to: &FiledTo, pack: &'p Pack) -> Option<&'p Arc<SpokenPhrase>> {
    match to {
        FiledTo::Phrase(id) => pack.phrases.find(id),
        FiledTo::Choice { scenario, scene, choice } => {
            let scenario = pack.scenario(scenario)?;
            let place = scenario.scenes.iter().find(|own| own.name == *scene)?;
            let taken = place.choices.iter().find(|own| own.id == *choice)?;
            let said = |id: &RequirementId| !pack.standard.requirement(*id).elements.is_empty();
            let rows: Vec<RequirementId> = taken.meets.iter().map(|mark| mark.requirement).filter(said).collect();
            let asks_the_same = |own: &&Arc<SpokenPhrase>| {
                own.requirements.len() == rows.len() && own.requirements.iter().all(|id| rows.contains(id))
            };
            let mut same = pack.phrases.phrases.iter().filter(asks_the_same);
            // Where several ask for the same, nobody can tell which is meant.
            same.next().filter(|_| same.next().is_none())
        }
    }
}

/// What was said in a scenario, with slots of the phrase in the place of what the scenario calls them.
fn written(reply: &FiledReply, phrase: Option<&SpokenPhrase>, pack: &Pack) -> Box<str> {
    let (FiledTo::Choice { scenario, .. }, Some(phrase), Some(lang)) = (&reply.to, phrase, Lang::new(&reply.language))
    else {
        return reply.words.clone();
    };
    let slots = pack.scenario(scenario).map(|own| &own.slots[..]).unwrap_or_default();
    let known = slots.iter().filter(|slot| phrase.find_slot(&slot.name).is_some());
    let mut known: Vec<(&str, &str)> = known.map(|slot| (slot.text.in_lang(lang), &*slot.name)).collect();
    // The longest first, so that no name is taken out of the middle of another.
    known.sort_by_key(|(text, _)| std::cmp::Reverse(text.len()));
    let long_enough = known.into_iter().filter(|(text, _)| text.chars().count() > 1);
    let put = |words: String, (text, name): (&str, &str)| words.replace(text, &format!("{{{name}}}"));
    long_enough.fold(reply.words.to_string(), put).into()
}

impl FiledState {
    /// How words stand with a phrase.
    pub fn of(language: &str, words: &str, phrase: Option<&SpokenPhrase>, pack: &Pack) -> FiledState {
        let (Some(phrase), Some(lang)) = (phrase, Lang::new(language)) else { return FiledState::Gone };
        let tests = pack.phrases.tests.iter().find(|own| own.phrase.id == phrase.id);
        let is_own = |own: &TestReply| own.is_good && own.lang == lang && own.words.trim() == words.trim();
        if tests.is_some_and(|own| own.replies.iter().any(is_own)) {
            return FiledState::Accepted;
        }
        let player = format!("{{{PLAYER_SLOT}}}");
        match hear_phrase(phrase, &pack.standard, lang, SlotValue::words(&player), words) {
            Ok(heard) if heard.is_whole() => FiledState::Heard,
            Ok(heard) => FiledState::Unheard(heard.faults().cloned().collect()),
            Err(_) => FiledState::Gone,
        }
    }
}
