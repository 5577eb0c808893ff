//! `doorstep exam`: what exams there are, how alike their papers are, and what simulated candidates come to.

use super::context::{Context, OpenedPack};
use super::ended::Ended;
use super::exam_results;
use super::failure::Failure;
use super::issuer::{self, key_file};
use super::play;
use crate::base::bilingual::Phrase;
use crate::base::chance::Seed;
use crate::base::diagnostic::Diagnostic;
use crate::both;
use crate::content::blueprint::Blueprint;
use crate::content::scenario::Pack;
use crate::exam::forms::spread;
use crate::exam::paper::{Shortage, shortage_words};
use crate::exam::simulated::{CandidatesAsked, study};
use crate::exam::sitting::ProctorTurn;
use crate::report::exam::{ExamCandidates, ExamForms, ExamList, json, text};
use crate::speech::messages::Messages;
use crate::store::{ProctorKey, code, turn_of};
use crate::tr;
use crate::trainer::exam_run::WantedExam;
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Debug, Args)]
pub(super) struct ExamArgs {
    #[command(subcommand)]
    pub command: ExamCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum ExamCommand {
    /// What exams there are, and whether papers can be drawn for them
    List {
        /// One JSON document on standard output
        #[arg(long)]
        json: bool,
    },
    /// How alike many papers of an exam are: how hard, and how often each question is seen
    Forms {
        /// The exam's id
        id: String,
        /// How many papers are drawn
        #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(1..=100_000))]
        papers: u32,
        /// The first of the seeds that papers are drawn from
        #[arg(long, value_parser = super::value::seed, default_value_t = 0)]
        seed: u64,
        /// One JSON document on standard output
        #[arg(long)]
        json: bool,
    },
    /// Sit an exam, or go on with one
    Sit {
        /// The exam's id; without one all are offered
        id: Option<String>,
        /// Who sits it
        #[arg(long, value_name = "NAME")]
        learner: String,
        /// How many minutes more this candidate is given; it stands in the record
        #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=480))]
        extra_minutes: u32,
        /// The proctor who is there, by the name in her key: she opens and closes it with codes
        #[arg(long, value_name = "NAME")]
        proctor: Option<String>,
    },
    /// What was sat, and what it came to
    Results {
        /// Whose; without a name whoever played last
        learner: Option<String>,
    },
    /// A proctor's answer to the challenge that a sitting shows, made on her own machine
    Code {
        /// What the sitting shows
        challenge: String,
        /// The proctor's secret key
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
    },
    /// What becomes of simulated candidates: who passes, whether two papers agree, how reliable the questions are
    Simulate {
        /// The exam's id
        id: String,
        /// How many candidates there are in each group
        #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(1..=100_000))]
        candidates: u32,
        /// What all chance comes from
        #[arg(long, value_parser = super::value::seed, default_value_t = 0)]
        seed: u64,
        /// One JSON document on standard output
        #[arg(long)]
        json: bool,
    },
}

pub(super) fn run(args: &ExamArgs, context: &mut Context) -> Result<Ended, Failure> {
    if let ExamCommand::Sit { id, learner, extra_minutes, proctor } = &args.command {
        let opened = context.open()?;
        if let Some(id) = id {
            named(&opened, id)?;
        }
        let proctor = proctor.as_deref().map(issuer::named).transpose()?;
        context.remark_on(&left_out(&opened));
        let wanted = WantedExam {
            id: id.as_deref().map(Into::into),
            extra_minutes: *extra_minutes,
            proctor: proctor.map(Into::into),
        };
        return play::sit(learner, wanted, context);
    }
    match &args.command {
        ExamCommand::Results { learner } => return exam_results::run(learner.as_deref(), context),
        ExamCommand::Code { challenge, key } => return tell_code(challenge, key, context),
        _ => {}
    }
    let opened = context.open()?;
    let pack = &opened.pack;
    let lang = context.lang;
    let (document, told) = match &args.command {
        ExamCommand::List { json } => {
            let list = ExamList::new(pack);
            (json.then(|| json::list(&list, lang)), text::list(&list, lang))
        }
        ExamCommand::Sit { .. } | ExamCommand::Results { .. } | ExamCommand::Code { .. } => return Ok(Ended::Fine),
        ExamCommand::Forms { id, papers, seed, json } => {
            let blueprint = named(&opened, id)?;
            let spread =
                spread(blueprint, pack, *papers, Seed::new(*seed)).map_err(|own| short(blueprint, pack, &own))?;
            let forms = ExamForms { blueprint, spread: &spread };
            (json.then(|| json::forms(&forms)), text::forms(&forms, lang))
        }
        ExamCommand::Simulate { id, candidates, seed, json } => {
            let blueprint = named(&opened, id)?;
            let asked = CandidatesAsked { candidates: *candidates, seed: Seed::new(*seed) };
            let study = study(blueprint, pack, asked).map_err(|own| short(blueprint, pack, &own))?;
            let candidates = ExamCandidates { blueprint, study: &study };
            (json.then(|| json::candidates(&candidates, lang)), text::candidates(&candidates, lang))
        }
    };
    context.remark_on(&left_out(&opened));
    match document {
        Some(document) => context.print_json(&document)?,
        None => context.print(&told)?,
    }
    Ok(Ended::Fine)
}

/// A proctor's answer to a challenge.
fn tell_code(challenge: &str, key: &Path, context: &mut Context) -> Result<Ended, Failure> {
    let key = key_file(key, context).read(ProctorKey::of_text)?;
    let told = code(&key, challenge).ok_or_else(|| {
        let message = both!("\"{challenge}\" isn't a challenge", "“{challenge}”不是监考口令");
        Failure::wrong(message, Phrase::new("look at the sitting's screen again", "再看一遍考试的屏幕"))
    })?;
    context.print_line(&told)?;
    let words = Messages::new(context.lang);
    context.remark([match turn_of(challenge) {
        Some(ProctorTurn::Closes) => tr!(words, "exam-code-closes"),
        _ => tr!(words, "exam-code-opens"),
    }]);
    Ok(Ended::Fine)
}

/// What is wrong with exams that are left out.
fn left_out(opened: &OpenedPack) -> Vec<Diagnostic> {
    let is_exam = |own: &&Diagnostic| own.place.file.rsplit(['/', '\\']).nth(1) == Some("exams");
    opened.diagnostics.iter().filter(is_exam).cloned().collect()
}

/// The exam that is meant; where its file has faults, those.
fn named<'p>(opened: &'p OpenedPack, id: &str) -> Result<&'p Arc<Blueprint>, Failure> {
    opened.pack.blueprints.find(id).ok_or_else(|| {
        let file = format!("{id}.ron");
        let mut own = left_out(opened);
        own.retain(|own| own.place.file.rsplit(['/', '\\']).next() == Some(&*file));
        if !own.is_empty() {
            return Failure::Content(own);
        }
        let message = both!("there is no exam \"{id}\"", "没有叫 \"{id}\" 的考试");
        Failure::wrong(message, Phrase::new("`doorstep exam list` lists them", "`doorstep exam list` 列出所有考试"))
    })
}

/// Why no paper can be drawn, told by its first reason.
fn short(blueprint: &Blueprint, pack: &Pack, missing: &[Shortage]) -> Failure {
    let first = missing.first().unwrap_or(&Shortage::Together);
    let words = shortage_words(first, blueprint, &pack.standard);
    let message = both!(
        "no paper can be drawn: {words}",
        "出不了卷：{words}";
        words = words
    );
    Failure::wrong(
        message,
        Phrase::new("`doorstep exam list` tells all that is missing", "`doorstep exam list` 说明还缺什么"),
    )
}
