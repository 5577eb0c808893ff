//! The questions by section: a mixed round, or one of a single section.

use super::command::PlainPrompt;
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::room::{Onward, PlainRoom, RoomName};
use crate::content::standard::SectionId;
use crate::tr;
use crate::trainer::round::{MIXED, Round, SECTION, drawn};

#[derive(Debug)]
pub(super) struct QuestionsRoom;

impl PlainRoom for QuestionsRoom {
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward> {
        if own.pack.bank.is_empty() {
            dialog.say(&tr!(own.words, "plain-no-questions"))?;
            return Ok(Onward::Back);
        }
        loop {
            let sections = own.pack.bank.sections(&own.pack.standard);
            dialog.say("")?;
            let mixed = tr!(own.words, "questions-mixed");
            dialog.say(&entry(own, 1, &mixed, MIXED, own.pack.bank.practised().count()))?;
            for ((section, count), number) in sections.iter().zip(2..) {
                let title = own.pack.standard.sections[section.index()].title.in_lang(own.lang());
                dialog.say(&entry(own, number, title, SECTION, *count))?;
            }
            match own.listen(dialog, &PlainPrompt::of(sections.len() + 1, &[]))? {
                Wish::Number(1) => return Ok(opened(own, None)),
                Wish::Number(number) => return Ok(opened(own, Some(sections[number - 2].0))),
                Wish::Back => return Ok(Onward::Back),
                Wish::Words(_) | Wish::Reworded | Wish::Do(..) => {}
            }
        }
    }
}

fn opened(own: &mut PlainContext, section: Option<SectionId>) -> Onward {
    let seed = (own.fresh_seed)();
    let round = Round::new(drawn(&own.pack.bank, &own.pack.standard, section, seed), seed);
    round.map_or(Onward::Back, |round| Onward::Open(RoomName::Round(Box::new(round))))
}

fn entry(own: &PlainContext, number: usize, title: &str, most: usize, count: usize) -> String {
    let drawn = tr!(own.words, "questions-drawn", drawn = most.min(count), count = count);
    format!("{number}. {title}{}", own.lines().aside(&drawn))
}
