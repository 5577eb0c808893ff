//! The questions by section: a mixed round, or one of a single section; and the sentences to be said.

use super::command::PlainPrompt;
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::room::{Onward, PlainRoom, RoomName};
use crate::tr;
use crate::trainer::practice::{BegunPractice, PracticeTopic, practice_topics};

#[derive(Debug)]
pub(super) struct QuestionsRoom;

impl PlainRoom for QuestionsRoom {
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward> {
        if own.pack.bank.is_empty() && own.pack.phrases.is_empty() {
            dialog.say(&tr!(own.words, "plain-no-questions"))?;
            return Ok(Onward::Back);
        }
        loop {
            let topics = practice_topics(&own.pack);
            dialog.say("")?;
            for (topic, number) in topics.iter().zip(1..) {
                let (title, below) = topic.told(&own.words, &own.pack);
                dialog.say(&format!("{number}. {title}{}", own.lines().aside(&below)))?;
            }
            match own.listen(dialog, &PlainPrompt::of(topics.len(), &[]))? {
                Wish::Number(number) => return Ok(opened(own, topics[number - 1])),
                Wish::Back => return Ok(Onward::Back),
                Wish::Words(_) | Wish::Reworded | Wish::Do(..) => {}
            }
        }
    }
}

fn opened(own: &mut PlainContext, topic: PracticeTopic) -> Onward {
    let seed = (own.fresh_seed)();
    let name = match topic.begun(&own.pack, seed) {
        Some(BegunPractice::Round(round)) => RoomName::Round(round),
        Some(BegunPractice::Drill(drill)) => RoomName::Phrases(drill),
        None => return Onward::Back,
    };
    Onward::Open(name)
}
