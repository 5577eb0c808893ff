//! Questions, one after the other. A number answers; where several can be right, several numbers do.

use super::command::{PlainCommand, PlainPrompt};
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::room::{Onward, PlainRoom};
use crate::play::asking::{Choices, Marking};
use crate::speech::asking;
use crate::tr;
use crate::trainer::day_words;
use crate::trainer::learning::seconds;
use crate::trainer::round::{AnsweredQuestion, Round};
use jiff::Timestamp;

pub(super) struct RoundRoom {
    round: Round,
    /// Whether the situation of the present question was told.
    was_told: bool,
    /// When the present question was put.
    since: Option<Timestamp>,
}

impl PlainRoom for RoundRoom {
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward> {
        loop {
            if let Some(choices) = self.round.asked().choices() {
                if !std::mem::replace(&mut self.was_told, true) {
                    self.since = Some((own.now)());
                    self.tell(own, dialog)?;
                }
                if let Some(onward) = self.answer(&choices, own, dialog)? {
                    return Ok(onward);
                }
            } else if !self.round.has_more() {
                let (_, count) = self.round.place();
                dialog.say(&tr!(own.words, "questions-over", right = self.round.right(), count = count))?;
                return Ok(Onward::Back);
            } else {
                match own.listen(dialog, &PlainPrompt::of(0, &[PlainCommand::Next]))? {
                    Wish::Back => return Ok(Onward::Back),
                    Wish::Do(..) => {
                        self.round.go_on();
                        self.was_told = false;
                    }
                    Wish::Reworded | Wish::Number(_) | Wish::Words(_) => self.tell_marking(own, dialog)?,
                }
            }
        }
    }
}

impl RoundRoom {
    pub(super) fn new(round: Round) -> RoundRoom {
        RoundRoom { round, was_told: false, since: None }
    }

    /// Which question it is, the situation, and the dialogue of one that has any.
    fn tell(&self, own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let words = &own.words;
        let question = self.round.asked().question();
        let (number, count) = self.round.place();
        dialog.say("")?;
        let place = if self.round.is_again() {
            tr!(words, "question-again")
        } else {
            tr!(words, "question-of", number = number, count = count)
        };
        dialog.say(&own.lines().sentence(&place))?;
        if let Some(reason) = self.round.reason() {
            dialog.say(&day_words::reason(words, &own.pack.standard, reason))?;
        }
        dialog.say(question.ask.in_lang(own.lang()))?;
        for line in asking::dialogue(words, question) {
            dialog.say(&format!("{}{}{}", line.who, tr!(words, "colon"), line.says))?;
        }
        Ok(())
    }

    /// Asks one step and takes its answer.
    fn answer(&mut self, choices: &Choices, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Option<Onward>> {
        let step = asking::step(&own.words, self.round.asked().question(), &choices.step);
        step.map_or(Ok(()), |step| dialog.say(&step))?;
        for (offered, number) in choices.offered.iter().zip(1..) {
            dialog.say(&format!("{number}. {}", asking::offered(&own.words, offered)))?;
        }
        let mut prompt = PlainPrompt::of(choices.offered.len(), &[]);
        prompt.words = choices.is_many().then(|| tr!(own.words, "plain-numbers-together"));
        let chosen = match own.listen(dialog, &prompt)? {
            Wish::Back => return Ok(Some(Onward::Back)),
            Wish::Number(number) => vec![number - 1],
            Wish::Words(typed) => asking::numbers(&typed),
            Wish::Reworded | Wish::Do(..) => {
                self.tell(own, dialog)?;
                return Ok(None);
            }
        };
        match self.round.reply(&chosen) {
            Ok(None) => {}
            Ok(Some(answered)) => {
                self.note(&answered, own);
                self.tell_marking(own, dialog)?;
            }
            Err(_) => dialog.say(&prompt.help(&own.words))?,
        }
        Ok(None)
    }

    /// Writes down what an answer shows.
    fn note(&mut self, answered: &AnsweredQuestion, own: &mut PlainContext) {
        let now = (own.now)();
        let taken = seconds(self.since.replace(now), now);
        let shown = own.learning().map(|learning| learning.of_answer(answered, taken, &own.pack.standard));
        own.learn_from(shown.unwrap_or_default());
    }

    fn tell_marking(&self, own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let Some(marking) = self.round.marking() else { return Ok(()) };
        let words = &own.words;
        dialog.say("")?;
        dialog.say(&asking::verdict(words, &marking))?;
        for answer in asking::answers(words, &marking) {
            dialog.say(&format!("{}{}{}", answer.label, tr!(words, "colon"), answer.words))?;
            answer.why.map_or(Ok(()), |why| dialog.say(&why))?;
        }
        tell_why(&marking, own, dialog)?;
        dialog.say(&asking::claim(words, &own.pack.standard, self.round.asked().question()))?;
        if self.round.has_more() { dialog.say(&tr!(words, "plain-question-next")) } else { Ok(()) }
    }
}

fn tell_why(marking: &Marking, own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
    marking.why.as_ref().map_or(Ok(()), |why| dialog.say(why.in_lang(own.lang())))
}
