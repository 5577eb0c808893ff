//! `doorstep learner`: who has played here, and a learner renamed, merged with another or deleted.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::text::Lang;
use crate::record::profile::is_confirmed;
use crate::speech::messages::Messages;
use crate::store::{Saves, shown};
use crate::tr;
use clap::{Args, Subcommand};
use std::io::BufRead;

#[derive(Debug, Args)]
pub(super) struct LearnerArgs {
    #[command(subcommand)]
    pub command: LearnerCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum LearnerCommand {
    /// Who has played here, and how much
    List,
    /// Give a learner another name; plays and scores stay
    Rename {
        /// The name so far
        name: String,
        /// The name from now on
        new: String,
    },
    /// Give all plays of one learner to another, under new numbers
    Merge {
        /// Whose plays they are; this learner is gone afterwards
        from: String,
        /// Who gets them
        into: String,
    },
    /// Delete a learner with every play, after asking
    Delete {
        /// Whose plays are deleted
        name: String,
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
}

pub(super) fn run(args: &LearnerArgs, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let saves = context.find_saves(&opened.content)?;
    let words = Messages::new(context.lang);
    let told = match &args.command {
        LearnerCommand::List => return list(&saves, &words, context),
        LearnerCommand::Rename { name, new } => {
            saves.rename(name, new)?;
            tr!(words, "learner-renamed", name = name.trim(), new = new.trim())
        }
        LearnerCommand::Merge { from, into } => {
            let merged = saves.merge(from, into)?;
            if let Some(folder) = &merged.left {
                context.remark([tr!(words, "learner-left", folder = shown(folder))]);
            }
            tr!(words, "learner-merged", count = merged.plays, from = from.trim(), into = into.trim())
        }
        LearnerCommand::Delete { name, yes } => {
            if !yes && !is_sure(name, &saves, &words, context)? {
                let told = |tag: &str| {
                    Lang::new(tag)
                        .map(|lang| tr!(Messages::new(lang), "learner-not-deleted", name = name.trim()))
                        .unwrap_or_default()
                };
                return Err(Failure::wrong(Bilingual { en: told("en"), zh: told("zh") }, Phrase::default()));
            }
            saves.delete(name)?;
            tr!(words, "learner-deleted", name = name.trim())
        }
    };
    context.print_line(&told)?;
    Ok(Ended::Fine)
}

fn list(saves: &Saves, words: &Messages, context: &mut Context) -> Result<Ended, Failure> {
    let (plays, unread) = saves.counts();
    for (name, count) in plays {
        context.print_line(&format!("{name}  {}", tr!(words, "learner-plays", count = count)))?;
    }
    context.remark_unread(&unread);
    Ok(Ended::Fine)
}

/// Asks whether somebody is really to be deleted: the name is typed once more, or y.
fn is_sure(name: &str, saves: &Saves, words: &Messages, context: &mut Context) -> Result<bool, Failure> {
    // Who is not there is not asked about.
    let name = saves.name_of(name)?;
    context.print_line(&tr!(words, "learner-delete", name = name.as_str()))?;
    let mut typed = String::new();
    let what = Phrase::new("the answer cannot be read", "读不到回答");
    let hint = Phrase::new("give --yes instead", "改用 --yes");
    let read = std::io::stdin().lock().read_line(&mut typed);
    read.map_err(|why| Failure::Stream { what, why, hint })?;
    Ok(is_confirmed(&typed, &name))
}
