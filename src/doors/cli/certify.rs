//! `doorstep certify`: a sitting that passed, signed.

use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use super::issuer::read_issuer;
use super::new_file;
use crate::base::bilingual::Phrase;
use crate::base::text::make_safe;
use crate::both;
use crate::content::scenario::Pack;
use crate::exam::certifying::{CertifyFault, certified, valid_until};
use crate::record::certificate::{Certificate, ExamWitness};
use crate::record::moment::whole_milliseconds;
use crate::record::sitting::SittingEvent;
use crate::report::certificate::{badge, html, lines};
use crate::speech::messages::Messages;
use crate::store::{HandedInSitting, IssuerKey, StoredSitting, certificate_id, shown, sign, sittings_beside};
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
    /// Where it was sat, on a machine that the candidate does not control
    #[arg(long)]
    pub place: Option<String>,
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
    let attempt = attempt(&sitting, &args.sitting, context)?;
    may_write_all(args, context)?;
    let result = certified(sitting.lines(), &opened.pack, &sitting.hash, (attempt, (context.now)()))
        .map_err(|fault| refused(&fault, &shown(&args.sitting)))?;
    let exam = opened.pack.blueprints.find(&result.exam);
    let certificate = Certificate {
        id: certificate_id(&key.issuer().key, &sitting.hash),
        issued: whole_milliseconds((context.now)()),
        valid_until: exam.and_then(|exam| valid_until(exam, result.sat)),
        witness: witness(args.place.as_deref(), &sitting, &key),
        issuer: key.issuer(),
        result,
    };
    let Some(text) = sign(&certificate, &key, sitting.text()) else {
        return Err(refused(&CertifyFault::NoSitting, &shown(&args.sitting)));
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
        let stood = || new_file::stands(file, Phrase::new("give another name", "换个名字"));
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
    match place.map(str::trim).filter(|place| !place.is_empty()) {
        Some(place) => ExamWitness::Place(make_safe(place).replace('\n', " ").into()),
        None => sitting.witness(key),
    }
}

/// Which of the candidate's sittings of this exam it is, by those beside it.
fn attempt(own: &HandedInSitting, typed: &Path, context: &Context) -> Result<usize, Failure> {
    let Some(SittingEvent::Begun(begun)) = own.lines().first().map(|line| &line.what) else { return Ok(1) };
    let mut earlier = 0;
    for StoredSitting { path, lines } in sittings_beside(&context.cwd.join(typed))? {
        let Some(first) = lines.first() else { continue };
        if own.lines().first() == Some(first) && lines != own.lines() {
            let (file, other) = (shown(typed), shown(&path));
            let message = both!(
                "this paper was sat twice: {file} and {other} begin alike and go on differently",
                "同一份卷子考了两次：{file} 和 {other} 开头一样，后面不同"
            );
            let hint = Phrase::new("ask the candidate; neither is certified", "请问清考生；两场都不发证");
            return Err(Failure::wrong(message, hint));
        }
        let is_like = matches!(&first.what, SittingEvent::Begun(other)
            if (&other.exam, &other.candidate) == (&begun.exam, &begun.candidate));
        earlier += usize::from(is_like && own.lines().first().is_some_and(|mine| first.at < mine.at));
    }
    Ok(earlier + 1)
}

fn write(file: &Path, text: &str, context: &Context) -> Result<(), Failure> {
    new_file::write(file, text, context, || new_file::stands(file, Phrase::new("give another name", "换个名字")))
}

fn refused(fault: &CertifyFault, file: &str) -> Failure {
    let message = match fault {
        CertifyFault::NoSitting => {
            both!("{file} is no sitting that can have happened", "{file} 里的记录不可能是一场考试")
        }
        CertifyFault::Open => both!("the sitting in {file} is not closed yet", "{file} 这场考试还没交卷"),
        CertifyFault::NoExam(exam) => {
            both!("the content here has no exam \"{exam}\"", "这里的内容没有“{exam}”这门考试")
        }
        CertifyFault::Unmarked(why) => {
            both!("the sitting in {file} cannot be marked with this content: {why}", "用这里的内容判不了 {file}：{why}")
        }
        CertifyFault::Borderline => both!(
            "the result in {file} is borderline; its further form has to be sat first",
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
    Failure::wrong(
        message,
        Phrase::new("`doorstep exam results` lists what was sat", "`doorstep exam results` 列出考过的场次"),
    )
}
