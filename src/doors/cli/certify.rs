//! `doorstep certify`: a sitting that passed, signed.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use super::issuer::{named, read_issuer};
use super::new_file;
use super::sat_before::SatBefore;
use crate::base::bilingual::Phrase;
use crate::both;
use crate::content::scenario::Pack;
use crate::exam::certifying::{CertifyFault, certified, valid_until};
use crate::record::certificate::{Certificate, ExamWitness};
use crate::record::moment::whole_milliseconds;
use crate::report::certificate::{badge, html, lines};
use crate::speech::messages::Messages;
use crate::store::{HandedInSitting, IssuerKey, certificate_id, shown, sign};
use crate::tr;
use clap::Args;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(super) struct CertifyArgs {
    /// The file of the sitting, as `doorstep exam results` names it
    pub sitting: PathBuf,
    /// The certificate: a file that is not there yet
    pub file: PathBuf,
    /// The issuer's secret key
    #[arg(long, value_name = "FILE")]
    pub key: PathBuf,
    /// Where it was sat, on a machine that the candidate does not control: you vouch for that instead of a proctor
    #[arg(long)]
    pub place: Option<String>,
    /// The certificate of the exam that has to be passed before, where its sitting doesn't lie beside this one
    #[arg(long, value_name = "FILE")]
    pub before: Option<PathBuf>,
    /// The certificate as a page to print as well
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// The certificate as a badge of Open Badges 3.0 as well
    #[arg(long, value_name = "FILE")]
    pub badge: Option<PathBuf>,
}

pub(super) fn run(args: &CertifyArgs, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let (key, words) = (read_issuer(&args.key, context)?, Messages::new(context.lang));
    let sitting = HandedInSitting::open(&context.cwd.join(&args.sitting), &args.sitting)?;
    let place = args.place.as_deref().map(named).transpose()?;
    let sat = SatBefore { own: &sitting, typed: &args.sitting, before: args.before.as_deref() };
    let attempt = sat.attempt(&opened.pack, &key, context)?;
    may_write_all(args, context)?;
    let result = certified(sitting.lines(), &opened.pack, &sitting.hash, (attempt, (context.now)()))
        .map_err(|fault| refused(&fault, &args.sitting))?;
    let exam = opened.pack.blueprints.find(&result.exam);
    let certificate = Certificate {
        id: certificate_id(&key.issuer().key, &sitting.hash),
        issued: whole_milliseconds((context.now)()),
        valid_until: exam.and_then(|exam| valid_until(exam, result.sat)),
        witness: witness(place, &sitting, &key),
        issuer: key.issuer(),
        result,
    };
    let Some(text) = sign(&certificate, &key, sitting.text()) else {
        return Err(refused(&CertifyFault::NoSitting, &args.sitting));
    };
    write(&args.file, &text, context)?;
    if let Some(page) = &args.html {
        let signed: String = text.split_inclusive('\n').take(3).collect();
        write(page, &html::render(&certificate, &signed, &words, &opened.pack), context)?;
    }
    if let Some(file) = &args.badge {
        let badge = badge::render(&certificate, &words, &opened.pack, |told| key.sign(told));
        write(file, &badge, context)?;
    }
    tell(&certificate, &args.file, &words, &opened.pack, context)?;
    if let (ExamWitness::Nobody, Some(proctor)) = (&certificate.witness, sitting.proctor()) {
        context.remark([tr!(words, "certify-unproctored", proctor = proctor)]);
    }
    Ok(Ended::Fine)
}

/// All or nothing: what cannot be written is told before anything is.
fn may_write_all(args: &CertifyArgs, context: &Context) -> Result<(), Failure> {
    let files: Vec<&PathBuf> =
        [Some(&args.file), args.html.as_ref(), args.badge.as_ref()].into_iter().flatten().collect();
    for (place, file) in files.iter().enumerate() {
        if files[..place].contains(file) {
            let message = both!("{file} is named twice", "{file} 写了两次", file = shown(file));
            return Err(Failure::wrong(message, Phrase::new("give each its own name", "每一份各起一个名字")));
        }
        let stood = || new_file::taken(file);
        new_file::may_be_written(file, context, stood)?;
    }
    Ok(())
}

fn tell(own: &Certificate, file: &Path, words: &Messages, pack: &Pack, context: &mut Context) -> Result<(), Failure> {
    let (title, candidate) = (own.title(context.lang), &*own.result.candidate);
    context.print_line(&tr!(words, "certify-done", candidate = candidate, title = title, file = shown(file)))?;
    for line in lines(words, own, pack).iter().skip(1) {
        context.print_line(&format!("  {line}"))?;
    }
    Ok(())
}

/// A place that the issuer vouches for goes before a proctor.
fn witness(place: Option<&str>, sitting: &HandedInSitting, key: &IssuerKey) -> ExamWitness {
    match place {
        Some(place) => ExamWitness::Place(place.into()),
        None => sitting.witness(key),
    }
}

fn write(file: &Path, text: &str, context: &Context) -> Result<(), Failure> {
    new_file::write(file, text, context, || new_file::taken(file))
}

fn refused(fault: &CertifyFault, typed: &Path) -> Failure {
    let file = shown(typed);
    let message = match fault {
        CertifyFault::NoSitting => {
            both!("{file} isn't a sitting that can have happened", "{file} 里的记录不可能是一场考试")
        }
        CertifyFault::Open => both!("the sitting in {file} is not closed yet", "{file} 这场考试还没交卷"),
        CertifyFault::NoExam(exam) => {
            both!("the content here has no exam \"{exam}\"", "这里的内容没有“{exam}”这门考试")
        }
        CertifyFault::Unmarked(why) => both!(
            "the sitting in {file} cannot be marked with this content: {why}",
            "用这里的内容判不了 {file}：{why}";
            why = why.told()
        ),
        CertifyFault::Borderline => both!(
            "the result in {file} is borderline; its follow-up paper has to be sat first",
            "{file} 的成绩在及格线附近，要先考完加试"
        ),
        CertifyFault::Failed => both!("the sitting in {file} did not pass", "{file} 这场没有通过"),
        CertifyFault::OtherPaper => {
            both!("the paper in {file} is not one that this exam puts", "{file} 里的卷子，不是这门考试会出的卷子")
        }
        CertifyFault::OtherTime => both!(
            "the sitting in {file} was closed at a time that has not come, or under rules that are not there",
            "{file} 的交卷时间还没到，或者用的评判规则不存在"
        ),
        CertifyFault::Stale => both!(
            "what decides about right and wrong on the paper in {file} was changed since it was sat",
            "{file} 这份卷子考完以后，对错的标准改过"
        ),
    };
    Failure::wrong(message, what_then(fault))
}

/// What to do where there is no certificate.
fn what_then(fault: &CertifyFault) -> Phrase {
    match fault {
        CertifyFault::Open | CertifyFault::Borderline => {
            Phrase::new("the candidate goes on with `doorstep exam sit`", "让考生用 `doorstep exam sit` 接着考")
        }
        CertifyFault::Failed => Phrase::new(
            "`doorstep exam list` tells when it may be sat again",
            "`doorstep exam list` 会说什么时候能再考",
        ),
        CertifyFault::Stale | CertifyFault::Unmarked(_) | CertifyFault::NoExam(_) => Phrase::new(
            "certify it with the content that it was sat with: name that with --scenarios",
            "请用当时考试的那份内容发证：用 --scenarios 指定",
        ),
        CertifyFault::NoSitting | CertifyFault::OtherPaper | CertifyFault::OtherTime => Phrase::new(
            "no program of ours writes such a record; ask the candidate how it came about",
            "本程序不会写出这样的记录；请先问考生是怎么回事",
        ),
    }
}
