//! The first time: a language, and a name with the reason why it is asked for.

use super::command::{PlainCommand, PlainPrompt, TypedLine, read};
use super::context::PlainContext;
use super::dialog::{Dialog, PlainExit, Spoken};
use crate::doors::store_words::refusal;
use crate::tr;

/// Asks for a name until there is a learner. An empty line is an answer: somebody without a name.
pub(super) fn welcome(own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
    let prompt = |own: &PlainContext| PlainPrompt::for_words(tr!(own.words, "plain-a-name"));
    greet(own, dialog)?;
    loop {
        let line = dialog.hear()?;
        let name = match read(&line) {
            TypedLine::Command(PlainCommand::Leave, _) => return Err(PlainExit::Left),
            TypedLine::Command(PlainCommand::Help | PlainCommand::Back, _) => {
                dialog.say(&prompt(own).help(&own.words))?;
                continue;
            }
            TypedLine::Command(PlainCommand::Language, _) => {
                own.speak_next();
                greet(own, dialog)?;
                continue;
            }
            TypedLine::Words(_) | TypedLine::Number(_) | TypedLine::Command(..) if line.is_empty() => {
                tr!(own.words, "somebody")
            }
            TypedLine::Words(_) | TypedLine::Number(_) | TypedLine::Command(..) => line,
        };
        match own.open(&name) {
            Ok(()) => return Ok(()),
            Err(why) => dialog.say(&refusal(&why, &own.words))?,
        }
    }
}

fn greet(own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
    dialog.say(own.pack.title.in_lang(own.lang()))?;
    dialog.say(&tr!(own.words, "tagline"))?;
    dialog.say(&tr!(own.words, "plain-welcome", language = own.words.next_told()))?;
    if let Some(note) = own.words.spoken_in_english() {
        dialog.say(&note)?;
    }
    if let Some(role) = own.words.role() {
        dialog.say(&tr!(own.words, "you-are", role = role))?;
    }
    dialog.say(&tr!(own.words, "plain-ask-name"))
}
