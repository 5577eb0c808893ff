//! `doorstep items`: how good questions and decisions are, from what learners did with them.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use super::gather::gathered;
use super::value;
use crate::base::bilingual::Phrase;
use crate::base::text::Lang;
use crate::both;
use crate::content::scenario::Pack;
use crate::exam::items::{Collector, TestOf};
use crate::report::items::{ItemsDocument, csv, json, text};
use crate::store::{Gathered, StoreError};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct ItemsArgs {
    /// Folders of learners, their files, plays or sittings; without them whoever has played here
    pub paths: Vec<PathBuf>,
    /// Only this scenario, and all of it: every decision with its choices
    #[arg(long, value_name = "ID", group = "one")]
    pub scenario: Option<String>,
    /// Only this exam, and all of it: every question with its answers
    #[arg(long, value_name = "ID", group = "one")]
    pub exam: Option<String>,
    /// Only this question, with its answers
    #[arg(long, value_name = "ID", group = "one")]
    pub question: Option<String>,
    /// Count later plays and sittings of a learner too, as if somebody else had made them
    #[arg(long)]
    pub all: bool,
    /// A table for spreadsheets
    #[arg(long, group = "format")]
    pub csv: bool,
    /// One JSON document on standard output
    #[arg(long, group = "format")]
    pub json: bool,
    /// Language of the texts
    #[arg(long, value_parser = value::lang, value_name = "zh|en")]
    pub lang: Option<Lang>,
}

pub(super) fn run(args: &ItemsArgs, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let pack = &opened.pack;
    known(args, pack)?;
    let lang = opened.asked(args.lang)?.unwrap_or(context.lang);
    let gathered = gathered(&args.paths, &opened, context)?;
    let learners = gathered.learners.len();
    let (collector, unread) = collect(gathered, pack, args.all);
    let tests = collector.tests(|of| is_wanted(args, of));
    let is_close = args.scenario.is_some() || args.exam.is_some() || args.question.is_some();
    let mut document = ItemsDocument { pack, learners, tests, is_close };
    if let Some(question) = &args.question
        && !document.keep_question(question)
    {
        context.remark_unread(&unread);
        return Err(unseen(question));
    }
    if args.json {
        context.print_json(&json::render(&document, lang))?;
    } else if args.csv {
        context.print(&csv::render(&document, lang))?;
    } else {
        let told = text::render(&document, lang, args.lang.unwrap_or(context.lang));
        context.print(&told)?;
    }
    context.remark_unread(&unread);
    Ok(Ended::Fine)
}

/// What all of them did, and what could not be read.
fn collect(gathered: Gathered, pack: &Pack, counts_all: bool) -> (Collector<'_>, Vec<StoreError>) {
    let mut collector = Collector::new(pack, counts_all);
    let mut unread = gathered.unread;
    for learner in &gathered.learners {
        for play in learner.attempts() {
            match play {
                Ok(play) => collector.play(&play.attempt),
                Err(why) => unread.push(why),
            }
        }
        for sitting in learner.sittings() {
            match sitting {
                Ok(sitting) => collector.sitting(&sitting.lines),
                Err(why) => unread.push(why),
            }
        }
        collector.next_learner();
    }
    (collector, unread)
}

fn is_wanted(args: &ItemsArgs, of: &TestOf) -> bool {
    match of {
        _ if args.scenario.is_none() && args.exam.is_none() && args.question.is_none() => true,
        TestOf::Scenario(id) => args.scenario.as_deref() == Some(id),
        TestOf::Exam(id) => args.question.is_some() || args.exam.as_deref() == Some(id),
    }
}

/// What is asked for must be there.
fn known(args: &ItemsArgs, pack: &Pack) -> Result<(), Failure> {
    if let Some(id) = args.scenario.as_deref().filter(|id| pack.scenario(id).is_none()) {
        return Err(Failure::no_scenario(id, pack.scenarios.ids()));
    }
    if let Some(id) = args.exam.as_deref().filter(|id| pack.blueprints.find(id).is_none()) {
        let message = both!("there is no exam \"{id}\"", "没有叫 \"{id}\" 的考试");
        let hint = Phrase::new("`doorstep exam list` lists them", "`doorstep exam list` 列出所有考试");
        return Err(Failure::wrong(message, hint));
    }
    if let Some(id) = args.question.as_deref().filter(|id| pack.bank.find(id).is_none()) {
        let message = both!("there is no question \"{id}\"", "没有叫 \"{id}\" 的题");
        let hint = Phrase::new(
            "`doorstep items --exam ID` names those that were seen",
            "`doorstep items --exam ID` 列出有人答过的题",
        );
        return Err(Failure::wrong(message, hint));
    }
    Ok(())
}

fn unseen(question: &str) -> Failure {
    let message = both!("nobody has answered \"{question}\" in an exam", "还没有人在考试里答过 \"{question}\"");
    let hint = Phrase::new(
        "answers in practice are not kept one by one; an exam that was handed in counts",
        "练习时的回答不逐个保存；交了卷的考试才算",
    );
    Failure::wrong(message, hint)
}
