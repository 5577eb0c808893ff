//! Who is learning: everybody known by a number, somebody new by a name; renamed, merged and deleted as on the screen.

use super::command::{PlainCommand, PlainPrompt};
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::room::{Onward, PlainRoom};
use crate::doors::learner_change::LearnerChange;
use crate::doors::store_words::refusal;
use crate::record::profile::{clean_name, is_confirmed, is_same_name};
use crate::store::StoreError;
use crate::tr;

#[derive(Debug, Default)]
pub(super) struct LearnersRoom;

impl PlainRoom for LearnersRoom {
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward> {
        loop {
            let known = own.learners();
            dialog.say("")?;
            dialog.say(&tr!(own.words, "who-is-learning"))?;
            for (name, number) in known.iter().zip(1..) {
                dialog.say(&format!("{number}. {name}"))?;
            }
            dialog.say(&tr!(own.words, "plain-somebody-new"))?;
            let mut prompt = PlainPrompt::for_words(tr!(own.words, "plain-a-name"));
            prompt.numbers = known.len();
            prompt.commands = vec![PlainCommand::Rename, PlainCommand::Merge, PlainCommand::Delete];
            let name = match own.listen(dialog, &prompt)? {
                Wish::Back if own.recorder.is_some() => return Ok(Onward::Back),
                Wish::Back | Wish::Reworded => continue,
                Wish::Do(command, rest) => {
                    LearnersRoom::change(command, &rest, &known, own, dialog)?;
                    continue;
                }
                Wish::Number(number) => known[number - 1].clone(),
                Wish::Words(name) => name,
            };
            if LearnersRoom::open(&name, own, dialog)? {
                return Ok(Onward::FromHome(None));
            }
        }
    }
}

impl LearnersRoom {
    /// On to somebody else; whether that could be done.
    fn open(name: &str, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<bool> {
        let here = own.recorder.as_ref().map(|recorder| recorder.name().to_owned());
        if clean_name(name).is_ok_and(|name| here.is_some_and(|here| is_same_name(&name, &here))) {
            return Ok(true);
        }
        match own.open(name) {
            Ok(()) => Ok(true),
            Err(why) => dialog.say(&refusal(&why, &own.words)).map(|()| false),
        }
    }

    fn change(
        command: PlainCommand,
        number: &str,
        known: &[String],
        own: &mut PlainContext,
        dialog: &mut Dialog,
    ) -> Spoken<()> {
        let chosen = number.parse::<usize>().ok().and_then(|number| known.get(number.wrapping_sub(1)));
        let Some(name) = chosen else { return dialog.say(&tr!(own.words, "plain-which-learner")) };
        let change = if command == PlainCommand::Rename {
            LearnersRoom::rename(name, own, dialog)?
        } else if command == PlainCommand::Merge {
            LearnersRoom::merge(name, known, own, dialog)?
        } else {
            LearnersRoom::delete(name, own, dialog)?
        };
        match change {
            Some(change) => {
                let done = own.change(&change);
                dialog.say(&done.map_or_else(|why| refusal(&why, &own.words), |()| change.told(&own.words)))
            }
            None => Ok(()),
        }
    }

    fn rename(name: &str, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Option<LearnerChange>> {
        let ask = |own: &PlainContext| tr!(own.words, "learner-rename", name = name);
        let to = LearnersRoom::ask(ask, own, dialog)?;
        Ok(to.map(|to| LearnerChange::Rename { from: name.to_owned(), to }))
    }

    fn merge(
        name: &str,
        known: &[String],
        own: &mut PlainContext,
        dialog: &mut Dialog,
    ) -> Spoken<Option<LearnerChange>> {
        if known.len() < 2 {
            return dialog.say(&tr!(own.words, "learner-alone")).map(|()| None);
        }
        loop {
            dialog.say(&tr!(own.words, "plain-merge", name = name))?;
            match own.listen(dialog, &PlainPrompt::of(known.len(), &[]))? {
                Wish::Number(number) => {
                    let (from, into) = (name.to_owned(), known[number - 1].clone());
                    return Ok(Some(LearnerChange::Merge { from, into }));
                }
                Wish::Reworded => {}
                Wish::Back | Wish::Words(_) | Wish::Do(..) => return Ok(None),
            }
        }
    }

    fn delete(name: &str, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Option<LearnerChange>> {
        let ask = |own: &PlainContext| tr!(own.words, "learner-delete", name = name);
        let typed = LearnersRoom::ask(ask, own, dialog)?;
        if typed.is_some_and(|typed| is_confirmed(&typed, name)) {
            return Ok(Some(LearnerChange::Delete { name: name.to_owned() }));
        }
        dialog.say(&tr!(own.words, "learner-not-deleted", name = name)).map(|()| None)
    }

    /// Asks for words; none for whoever goes back.
    fn ask(
        question: impl Fn(&PlainContext) -> String,
        own: &mut PlainContext,
        dialog: &mut Dialog,
    ) -> Spoken<Option<String>> {
        loop {
            dialog.say(&question(own))?;
            let prompt = PlainPrompt::for_words(tr!(own.words, "plain-a-name"));
            match own.listen(dialog, &prompt)? {
                Wish::Words(words) => return Ok(Some(words)),
                Wish::Reworded => {}
                Wish::Back | Wish::Number(_) | Wish::Do(..) => return Ok(None),
            }
        }
    }
}

impl PlainContext {
    /// Renames, merges or deletes a learner. Who is here holds a lock, and so lets go first and comes back afterwards.
    fn change(&mut self, change: &LearnerChange) -> Result<(), StoreError> {
        let Some(saves) = self.saves.clone() else { return Ok(()) };
        let here = self.recorder.as_ref().map(|recorder| recorder.name().to_owned());
        let here = here.filter(|here| change.concerns(here));
        if here.is_some() {
            self.let_go();
        }
        let done = change.apply(&saves);
        if let Some(here) = here {
            let back = if done.is_ok() { change.whoever_stays().map(str::to_owned) } else { Some(here) };
            back.map_or(Ok(()), |name| self.open(&name))?;
        }
        done
    }
}
