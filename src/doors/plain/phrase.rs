//! Sentences to be said, one after the other. What is typed is said; a number or a letter does the rest.

use super::command::{PlainCommand, PlainPrompt};
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::room::{Onward, PlainRoom};
use crate::speech::saying;
use crate::tr;
use crate::trainer::day_words;
use crate::trainer::learning::{Learning, seconds};
use crate::trainer::phrase_drill::{PhraseDrill, Speaking};
use crate::trainer::reading_aloud::ReadingAloud;
use crate::trainer::reading_words;
use jiff::Timestamp;
use std::time::Duration;

pub(super) struct PhraseRoom {
    drill: PhraseDrill,
    was_told: bool,
    /// When the present phrase was put.
    since: Option<Timestamp>,
}

impl PlainRoom for PhraseRoom {
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward> {
        loop {
            let onward = if self.drill.heard().is_none() { self.ask(own, dialog)? } else { self.offer(own, dialog)? };
            if let Some(onward) = onward {
                return Ok(onward);
            }
        }
    }
}

impl PhraseRoom {
    pub(super) fn new(drill: PhraseDrill) -> PhraseRoom {
        PhraseRoom { drill, was_told: false, since: None }
    }

    /// Tells the situation once, and takes what is said.
    fn ask(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Option<Onward>> {
        if !std::mem::replace(&mut self.was_told, true) {
            self.since = Some((own.now)());
            self.tell(own, dialog)?;
        }
        match own.listen(dialog, &PlainPrompt::for_sentence(tr!(own.words, "plain-sentence")))? {
            Wish::Back => return Ok(Some(Onward::Back)),
            Wish::Words(typed) => self.say(&typed, own, dialog)?,
            Wish::Reworded | Wish::Number(_) | Wish::Do(..) => self.was_told = false,
        }
        Ok(None)
    }

    fn tell(&self, own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let words = &own.words;
        let (number, count) = self.drill.place();
        dialog.say("")?;
        dialog.say(&own.lines().sentence(&tr!(words, "saying-of", number = number, count = count)))?;
        if let Some(reason) = self.drill.reason() {
            dialog.say(&day_words::reason(words, &own.pack.standard, reason))?;
        }
        dialog.say(&saying::situation(words, self.drill.phrase(), own.player()))?;
        dialog.say(&tr!(words, "saying-field"))
    }

    fn say(&mut self, typed: &str, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let by = Speaking { lang: own.lang(), player: own.player(), standard: &own.pack.standard };
        let hearing = match self.drill.say(typed, &by) {
            Ok(heard) => heard.hearing.clone(),
            Err(why) => return dialog.say(&saying::unheard(&own.words, why)),
        };
        let now = (own.now)();
        let taken = seconds(self.since.replace(now), now);
        let shown = Learning::of_reply(self.drill.phrase(), &hearing, taken, &own.pack.standard);
        own.learn_from(shown);
        self.tell_heard(own, dialog)
    }

    /// What was heard, and one way to say it.
    fn tell_heard(&self, own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let Some(heard) = self.drill.heard() else { return Ok(()) };
        let words = &own.words;
        let colon = tr!(words, "colon");
        dialog.say("")?;
        dialog.say(&saying::verdict(words, &heard.hearing))?;
        for line in saying::lines(words, &heard.hearing) {
            dialog.say(&own.lines().sentence(&format!("{}{colon}{}", line.part, line.told)))?;
        }
        let model = saying::model(words, self.drill.phrase(), own.player());
        dialog.say(&format!("{}{colon}{model}", tr!(words, "saying-model")))
    }

    /// Said once more, filed, or on.
    fn offer(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Option<Onward>> {
        let is_refused = self.drill.heard().is_some_and(|heard| !heard.hearing.is_whole());
        let mut prompt = PlainPrompt::of(0, &[PlainCommand::Next]);
        if is_refused {
            prompt = PlainPrompt::for_sentence(tr!(own.words, "plain-sentence-again"));
            prompt.commands.push(PlainCommand::Next);
        }
        if is_refused && !self.drill.is_filed() {
            prompt.commands.push(PlainCommand::ShouldCount);
        }
        let reading = self.reading(own);
        if reading.is_some() {
            prompt.commands.push(PlainCommand::ReadAloud);
        }
        dialog.say(&prompt.help(&own.words))?;
        match own.listen(dialog, &prompt)? {
            Wish::Back => return Ok(Some(Onward::Back)),
            Wish::Words(typed) => {
                self.drill.again();
                self.was_told = true;
                self.say(&typed, own, dialog)?;
            }
            Wish::Do(PlainCommand::ShouldCount, _) => {
                let filed = self.drill.file(&own.pack.standard);
                own.learn_from(filed.into_iter().collect());
                dialog.say(&tr!(own.words, "saying-filed"))?;
            }
            Wish::Do(PlainCommand::ReadAloud, _) => {
                reading.map_or(Ok(()), |reading| read_aloud(reading, own, dialog))?;
            }
            Wish::Do(..) => {
                self.was_told = false;
                if !self.drill.go_on() {
                    let (_, count) = self.drill.place();
                    dialog.say(&tr!(own.words, "saying-over", right = self.drill.right(), count = count))?;
                    return Ok(Some(Onward::Back));
                }
            }
            Wish::Reworded | Wish::Number(_) => self.tell_heard(own, dialog)?,
        }
        Ok(None)
    }

    /// The model, to be read aloud; none where the pack asks for no pace.
    fn reading(&self, own: &PlainContext) -> Option<ReadingAloud> {
        let model = saying::model(&own.words, self.drill.phrase(), own.player());
        ReadingAloud::new(&model, own.lang(), &own.pack.words)
    }
}

/// Lets a text be read, from the line that says so to the next that is typed.
fn read_aloud(mut reading: ReadingAloud, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
    dialog.say("")?;
    dialog.say(&own.lines().sentence(&reading_words::asked(&own.words, &reading)))?;
    dialog.say(reading.text())?;
    dialog.say(&tr!(own.words, "plain-reading-end"))?;
    let begun = (own.now)();
    reading.begin(Duration::ZERO);
    if let Wish::Do(PlainCommand::Next, _) = own.listen(dialog, &PlainPrompt::of(0, &[PlainCommand::Next]))? {
        reading.end(Duration::try_from((own.now)().duration_since(begun)).unwrap_or(Duration::ZERO));
    }
    reading_words::told(&own.words, &reading).map_or(Ok(()), |told| dialog.say(&told))
}
