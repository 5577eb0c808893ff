//! `doorstep xapi`: what learners did, as statements for a learning record store.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use super::gather::gathered;
use crate::base::bilingual::Phrase;
use crate::both;
use crate::report::xapi::{Statement, XapiHome, of_play, of_sitting, vocabulary};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct XapiArgs {
    /// Folders of learners, their files, plays or sittings; without them whoever has played here
    pub paths: Vec<PathBuf>,
    /// Your address on the web: learners are accounts there, and what they did has its address below it
    #[arg(long, value_name = "URL")]
    pub homepage: String,
    /// Which verbs, kinds and addresses the statements use, and what each means here
    #[arg(long, conflicts_with = "paths")]
    pub vocabulary: bool,
}

pub(super) fn run(args: &XapiArgs, context: &mut Context) -> Result<Ended, Failure> {
    let home = XapiHome::new(&args.homepage).ok_or_else(|| no_address(&args.homepage))?;
    if args.vocabulary {
        context.print(&vocabulary(home.address(), context.lang))?;
        return Ok(Ended::Fine);
    }
    let opened = context.open()?;
    let gathered = gathered(&args.paths, &opened, context)?;
    let mut unread = gathered.unread;
    let mut statements: Vec<Statement> = Vec::new();
    for learner in &gathered.learners {
        for play in learner.attempts() {
            match play {
                Ok(play) => statements.push(of_play(&play.attempt, &learner.name, &home, &opened.pack)),
                Err(why) => unread.push(why),
            }
        }
        for sitting in learner.sittings() {
            match sitting {
                Ok(sitting) => statements.extend(of_sitting(&sitting.lines, &learner.name, &home, &opened.pack)),
                Err(why) => unread.push(why),
            }
        }
    }
    context.print(&listed(&statements))?;
    context.remark_unread(&unread);
    let (count, lang) = (statements.len(), context.lang);
    context.remark([both!("{count} statements", "{count} 条记录").in_lang(lang)]);
    Ok(Ended::Fine)
}

/// A list of JSON, a statement a line.
fn listed(statements: &[Statement]) -> String {
    let lines: Vec<String> = statements.iter().map(ToString::to_string).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

fn no_address(typed: &str) -> Failure {
    let message = both!("\"{typed}\" is no address of the web", "“{typed}”不是网址");
    let hint =
        Phrase::new("such as --homepage https://training.example.org", "例如 --homepage https://training.example.org");
    Failure::wrong(message, hint)
}
