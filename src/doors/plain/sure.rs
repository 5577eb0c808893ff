//! A yes or no before what cannot be taken back.

use super::command::{PlainCommand, PlainPrompt};
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};

/// Whether somebody is sure.
pub(super) fn is_sure(question: &str, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<bool> {
    dialog.say(question)?;
    match own.listen(dialog, &PlainPrompt::of(0, &[PlainCommand::Confirm]))? {
        Wish::Do(PlainCommand::Confirm, _) => Ok(true),
        Wish::Do(..) | Wish::Number(_) | Wish::Words(_) | Wish::Reworded | Wish::Back => Ok(false),
    }
}
