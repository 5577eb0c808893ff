//! `doorstep verify`: whether certificates are what their issuer signed, and still hold.

use super::certificate_lists::{read_card, read_list};
use super::context::Context;
use super::ended::Ended;
use super::failure::Failure;
use crate::content::scenario::Pack;
use crate::exam::certifying::{Finding, VerifyAgainst, verify};
use crate::record::certificate::{Certificate, Issuer};
use crate::record::sitting::SittingLine;
use crate::report::certificate::json::{self, VerifiedFile};
use crate::report::certificate::{finding, lines};
use crate::speech::messages::Messages;
use crate::store::{Revocation, StoreError, StoredCertificate, shown};
use crate::tr;
use clap::Args;
use jiff::Timestamp;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    /// Certificates, or what was scanned from their pages
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The card of an issuer whom you trust; it can be given several times
    #[arg(long, value_name = "CARD")]
    pub issuer: Vec<PathBuf>,
    /// The issuer's list of revoked certificates
    #[arg(long, value_name = "FILE")]
    pub revoked: Option<PathBuf>,
    /// One JSON document on standard output
    #[arg(long)]
    pub json: bool,
}

/// What one file came to.
struct Checked {
    read: Result<StoredCertificate, StoreError>,
    findings: Vec<Finding>,
}

pub(super) fn run(args: &VerifyArgs, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let trusted: Vec<Issuer> = args.issuer.iter().map(|card| read_card(card, context)).collect::<Result<_, _>>()?;
    let list = args.revoked.as_deref().map(|list| read_list(list, context)).transpose()?.unwrap_or_default();
    let against = Against { trusted: &trusted, list: &list, now: (context.now)(), pack: &opened.pack };
    let checked: Vec<Checked> = args
        .files
        .iter()
        .map(|file| {
            let read = StoredCertificate::open(&context.cwd.join(file), file);
            let findings = read.as_ref().map(|own| against.findings(own)).unwrap_or_default();
            Checked { read, findings }
        })
        .collect();
    let words = Messages::new(context.lang);
    let files: Vec<VerifiedFile> =
        args.files.iter().zip(&checked).map(|(file, own)| own.document(shown(file), context)).collect();
    let twins = twins(&checked);
    if args.json {
        context.print_json(&json::render(&files, &words))?;
    } else {
        for (place, file) in files.iter().enumerate() {
            tell(file, &words, &opened.pack, place > 0, context)?;
        }
        for (file, other) in &twins {
            let (file, other) = (&*shown(&args.files[*file]), &*shown(&args.files[*other]));
            context.print_line(&tr!(words, "verify-twins", file = file, other = other))?;
        }
    }
    let is_good = twins.is_empty() && files.iter().all(VerifiedFile::is_good);
    Ok(if is_good { Ended::Fine } else { Ended::Diagnostics })
}

/// What all files are held against.
struct Against<'a> {
    trusted: &'a [Issuer],
    list: &'a [Revocation],
    now: Timestamp,
    pack: &'a Pack,
}

impl Against<'_> {
    fn findings(&self, own: &StoredCertificate) -> Vec<Finding> {
        let certificate = &own.signed.certificate;
        let revoked = self.list.iter().find(|on_list| is_of(on_list, certificate)).map(|on_list| on_list.since);
        let against = VerifyAgainst { trusted: self.trusted, revoked, now: self.now, pack: self.pack };
        verify(certificate, own.signed.sitting.as_deref(), against)
    }
}

fn is_of(revocation: &Revocation, certificate: &Certificate) -> bool {
    revocation.id == certificate.id && revocation.key == certificate.issuer.key
}

impl Checked {
    fn document(&self, file: String, context: &Context) -> VerifiedFile<'_> {
        VerifiedFile {
            file,
            certificate: self.read.as_ref().ok().map(|own| &own.signed.certificate),
            findings: &self.findings,
            fault: self.read.as_ref().err().map(|why| why.sentence().in_lang(context.lang).to_owned()),
        }
    }
}

/// Certificates of one paper that went on differently: the places of their files.
fn twins(all: &[Checked]) -> Vec<(usize, usize)> {
    let sittings: Vec<(usize, &[SittingLine])> = all
        .iter()
        .enumerate()
        .filter_map(|(place, own)| Some((place, own.read.as_ref().ok()?.signed.sitting.as_deref()?)))
        .collect();
    let mut twins = Vec::new();
    for (at, (file, own)) in sittings.iter().enumerate() {
        let other = sittings[..at].iter().find(|(_, other)| own.first() == other.first() && own != other);
        twins.extend(other.map(|(other, _)| (*other, *file)));
    }
    twins
}

fn tell(
    own: &VerifiedFile,
    words: &Messages,
    pack: &Pack,
    is_next: bool,
    context: &mut Context,
) -> Result<(), Failure> {
    if is_next {
        context.print_line("")?;
    }
    context.print_line(&own.file)?;
    if let Some(certificate) = own.certificate {
        for line in lines(words, certificate, pack) {
            context.print_line(&format!("  {line}"))?;
        }
        for found in own.findings {
            context.print_line(&format!("  {}", finding(words, found, certificate)))?;
        }
    }
    if let Some(fault) = &own.fault {
        context.print_line(&format!("  {fault}"))?;
    }
    let verdict = match (own.is_good(), own.findings.is_empty()) {
        (true, true) => tr!(words, "verify-good"),
        (true, false) => tr!(words, "verify-signed"),
        (false, _) => tr!(words, "verify-bad"),
    };
    context.print_line(&format!("  {verdict}"))
}
