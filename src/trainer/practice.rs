//! What can be practised by topic: a mixed round of questions, the questions of a section, and its sentences to be said.

use super::phrase_drill::PhraseDrill;
use super::round::{MIXED, Round, SECTION, drawn};
use crate::base::chance::Seed;
use crate::content::scenario::Pack;
use crate::content::standard::SectionId;
use crate::speech::messages::Messages;
use crate::tr;

/// A topic, and how much there is of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PracticeTopic {
    /// Questions of all sections.
    Mixed(usize),
    /// The questions of a section.
    Questions(SectionId, usize),
    /// The sentences of a section.
    Phrases(SectionId, usize),
}

/// Practice that begins.
#[derive(Debug)]
pub enum BegunPractice {
    /// Questions.
    Round(Box<Round>),
    /// Sentences to be said.
    Drill(Box<PhraseDrill>),
}

/// Everything there is, questions first.
pub fn practice_topics(pack: &Pack) -> Vec<PracticeTopic> {
    let (bank, phrases, standard) = (&pack.bank, &pack.phrases, &pack.standard);
    let mixed = (!bank.is_empty()).then_some(PracticeTopic::Mixed(bank.practised().count()));
    let questions = bank.sections(standard).into_iter().map(|(id, count)| PracticeTopic::Questions(id, count));
    let phrases = phrases.sections(standard).into_iter().map(|(id, count)| PracticeTopic::Phrases(id, count));
    mixed.into_iter().chain(questions).chain(phrases).collect()
}

impl PracticeTopic {
    /// What it is called, and how much of it is drawn.
    pub fn told(self, words: &Messages, pack: &Pack) -> (String, String) {
        let title = |id: SectionId| pack.standard.sections[id.index()].title.in_lang(words.lang()).to_owned();
        let questions =
            |most: usize, count: usize| tr!(words, "questions-drawn", drawn = most.min(count), count = count);
        match self {
            PracticeTopic::Mixed(count) => (tr!(words, "questions-mixed"), questions(MIXED, count)),
            PracticeTopic::Questions(id, count) => (title(id), questions(SECTION, count)),
            PracticeTopic::Phrases(id, count) => {
                let told = tr!(words, "saying-topic", section = title(id));
                (told, tr!(words, "saying-topic-says", count = count))
            }
        }
    }

    /// Begins it; none where there is nothing of it.
    pub fn begun(self, pack: &Pack, seed: Seed) -> Option<BegunPractice> {
        let (bank, standard) = (&pack.bank, &pack.standard);
        let round = |section| Round::new(drawn(bank, standard, section, seed), seed);
        match self {
            PracticeTopic::Mixed(_) => Some(BegunPractice::Round(round(None)?.into())),
            PracticeTopic::Questions(id, _) => Some(BegunPractice::Round(round(Some(id))?.into())),
            PracticeTopic::Phrases(id, _) => {
                let drill = PhraseDrill::of_section(&pack.phrases, standard, id, seed.number())?;
                Some(BegunPractice::Drill(drill.into()))
            }
        }
    }
}
