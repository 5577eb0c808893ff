//! Sentences to be said in one's own words, one after the other: the situation, the reply, what was heard of it, and then the
//! model. Each can be said again, and what was refused can be filed for the trainer.

use crate::base::text::Lang;
use crate::content::phrases::{PhraseBook, SpokenPhrase};
use crate::content::standard::{SectionId, Standard};
use crate::learn::today::{Activity, PlanReason, PlannedActivity};
use crate::play::hearing::{ElementHeard, ElementHearing, PhraseHearing, SlotValue, Unheard, hear_phrase};
use crate::record::journal::{FiledReply, FiledTo, Happened};
use std::collections::VecDeque;
use std::sync::Arc;

/// How many sentences of one section are said in a row.
pub const IN_A_ROW: usize = 5;

/// Who speaks, and in which language.
#[derive(Clone, Copy, Debug)]
pub struct Speaking<'s> {
    /// The language.
    pub lang: Lang,
    /// The learner's name; empty for nobody's.
    pub player: &'s str,
    /// The standard that prescribes the words.
    pub standard: &'s Standard,
}

/// A reply and what was heard of it.
#[derive(Clone, Debug)]
pub struct HeardReply {
    /// What was said.
    pub words: Box<str>,
    /// What was heard.
    pub hearing: PhraseHearing,
    /// In which language.
    lang: Lang,
}

/// Sentences being said.
#[derive(Clone, Debug)]
pub struct PhraseDrill {
    phrase: Arc<SpokenPhrase>,
    waiting: VecDeque<Arc<SpokenPhrase>>,
    /// Why the first is there, where a plan says it.
    reason: Option<PlanReason>,
    heard: Option<HeardReply>,
    /// Whether the reply was filed.
    is_filed: bool,
    /// Whether the phrase was said before in this drill.
    is_again: bool,
    count: usize,
    begun: usize,
    /// How many had everything at the first try.
    right: usize,
}

impl PhraseDrill {
    /// These sentences in their order; none without any.
    pub fn new(phrases: impl IntoIterator<Item = Arc<SpokenPhrase>>) -> Option<PhraseDrill> {
        let mut waiting: VecDeque<Arc<SpokenPhrase>> = phrases.into_iter().collect();
        let count = waiting.len();
        let phrase = waiting.pop_front()?;
        let (heard, reason) = (None, None);
        Some(PhraseDrill {
            phrase,
            waiting,
            reason,
            heard,
            is_filed: false,
            is_again: false,
            count,
            begun: 1,
            right: 0,
        })
    }

    /// Some of a section; which ones is told by a number, so that all of them come in turn.
    pub fn of_section(book: &PhraseBook, standard: &Standard, section: SectionId, turn: u64) -> Option<PhraseDrill> {
        let mut all: Vec<Arc<SpokenPhrase>> = book.of_section(standard, section).cloned().collect();
        let start = usize::try_from(turn).unwrap_or(0) % all.len().max(1);
        all.rotate_left(start);
        PhraseDrill::new(all.into_iter().take(IN_A_ROW))
    }

    /// What a plan means by a part of a day; none where it is another thing.
    pub fn planned(part: &[PlannedActivity], book: &PhraseBook) -> Option<PhraseDrill> {
        let [own] = part else { return None };
        let Activity::Phrase(id) = &own.activity else { return None };
        Some(PhraseDrill { reason: Some(own.reason), ..PhraseDrill::new([book.find(id)?.clone()])? })
    }

    /// The phrase that is to be said now.
    pub fn phrase(&self) -> &SpokenPhrase {
        &self.phrase
    }

    /// Why it is there, where a plan says it.
    pub fn reason(&self) -> Option<&PlanReason> {
        self.reason.as_ref().filter(|_| self.begun == 1)
    }

    /// What was heard, once something was said.
    pub fn heard(&self) -> Option<&HeardReply> {
        self.heard.as_ref()
    }

    /// Which phrase it is and of how many, from 1.
    pub fn place(&self) -> (usize, usize) {
        (self.begun, self.count)
    }

    /// How many had everything at the first try.
    pub fn right(&self) -> usize {
        self.right
    }

    /// Whether it was said before.
    pub fn is_again(&self) -> bool {
        self.is_again
    }

    /// Whether the reply was filed.
    pub fn is_filed(&self) -> bool {
        self.is_filed
    }

    /// Whether more comes after this phrase.
    pub fn has_more(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Says something; what was heard of it.
    ///
    /// # Errors
    /// When it cannot be judged; nothing has changed then.
    pub fn say(&mut self, words: &str, by: &Speaking) -> Result<&HeardReply, Unheard> {
        let player = if by.player.is_empty() { SlotValue::Unknown } else { SlotValue::words(by.player) };
        let hearing = hear_phrase(&self.phrase, by.standard, by.lang, player, words)?;
        self.right += usize::from(hearing.is_whole() && !self.is_again);
        self.is_filed = false;
        Ok(self.heard.insert(HeardReply { words: words.trim().into(), hearing, lang: by.lang }))
    }

    /// The same phrase once more.
    pub fn again(&mut self) {
        self.is_again |= self.heard.take().is_some();
    }

    /// On to the next phrase; whether there is one.
    pub fn go_on(&mut self) -> bool {
        let Some(next) = self.waiting.pop_front() else { return false };
        self.phrase = next;
        self.begun += 1;
        (self.heard, self.is_again, self.is_filed) = (None, false, false);
        true
    }

    /// Files a reply that was refused, once: `this should count`.
    pub fn file(&mut self, standard: &Standard) -> Option<Happened> {
        let heard = self.heard.as_ref().filter(|own| !self.is_filed && !own.hearing.is_whole())?;
        let heard = heard.clone();
        self.is_filed = true;
        Some(Happened::ReplyFiled(FiledReply {
            to: FiledTo::Phrase(self.phrase.id.clone()),
            language: heard.lang.tag().into(),
            missed: missed(&heard.hearing, heard.lang, standard),
            words: heard.words,
        }))
    }
}

/// What was not heard in a reply, or spoiled, as it is filed.
pub(super) fn missed(hearing: &PhraseHearing, lang: Lang, standard: &Standard) -> Vec<Box<str>> {
    let part = |own: &ElementHearing| {
        let id = &standard.requirement(own.requirement).id;
        let spoiled = match &own.heard {
            ElementHeard::Spoiled(words) => format!(" ({words})"),
            ElementHeard::Said | ElementHeard::Missing => String::new(),
        };
        format!("{id} {}{spoiled}", own.name.in_lang(lang)).into()
    };
    hearing.faults().map(part).collect()
}
