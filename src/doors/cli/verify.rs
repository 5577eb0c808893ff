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
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    /// Certificates, or what was scanned from their pages; - is what is typed or piped in
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The card of an issuer whom you trust; it can be given several times
    #[arg(long, value_name = "CARD")]
    pub issuer: Vec<PathBuf>,
    /// The issuer's list of revoked certificates; it can be given several times
    #[arg(long, value_name = "FILE")]
    pub revoked: Vec<PathBuf>,
    /// One JSON document on standard output
    #[arg(long)]
    pub json: bool,
}

/// What one file came to.
struct Checked {
    /// As it is shown.
    file: String,
    read: Result<StoredCertificate, StoreError>,
    findings: Vec<Finding>,
}

pub(super) fn run(args: &VerifyArgs, context: &mut Context) -> Result<Ended, Failure> {
    let opened = context.open()?;
    let trusted: Vec<Issuer> = args.issuer.iter().map(|card| read_card(card, context)).collect::<Result<_, _>>()?;
    let list = listed(args, &trusted, context)?;
    let against = Against { trusted: &trusted, list: &list, now: (context.now)(), pack: &opened.pack };
    let mut checked: Vec<Checked> = args.files.iter().map(|file| against.checked(file, context)).collect();
    compare(&mut checked);
    let words = Messages::new(context.lang);
    let files: Vec<VerifiedFile> = checked.iter().map(|own| own.document(context)).collect();
    if args.json {
        context.print_json(&json::render(&files, &words))?;
    } else {
        for (place, file) in files.iter().enumerate() {
            tell(file, &words, &opened.pack, place > 0, context)?;
        }
    }
    Ok(if files.iter().any(|own| own.is_judged && !own.is_good()) {
        Ended::Diagnostics
    } else if files.iter().any(|own| !own.is_judged) {
        Ended::WrongUse
    } else {
        Ended::Fine
    })
}

/// What stands on the lists that were named. A list that says nothing of anybody who is trusted is told.
fn listed(args: &VerifyArgs, trusted: &[Issuer], context: &mut Context) -> Result<Vec<Revocation>, Failure> {
    let mut all = Vec::new();
    for typed in &args.revoked {
        let own = read_list(typed, context)?;
        if !trusted.is_empty() && !own.iter().any(|entry| trusted.iter().any(|issuer| issuer.key == entry.key)) {
            let (file, words) = (shown(typed), Messages::new(context.lang));
            context.remark([tr!(words, "verify-other-list", file = file)]);
        }
        all.extend(own);
    }
    Ok(all)
}

/// What all files are held against.
struct Against<'a> {
    trusted: &'a [Issuer],
    list: &'a [Revocation],
    now: Timestamp,
    pack: &'a Pack,
}

impl Against<'_> {
    fn checked(&self, typed: &Path, context: &Context) -> Checked {
        let read = if typed.as_os_str() == "-" {
            StoredCertificate::of_stream(std::io::stdin().lock(), typed)
        } else {
            StoredCertificate::open(&context.cwd.join(typed), typed)
        };
        let findings = read.as_ref().map(|own| self.findings(own)).unwrap_or_default();
        Checked { file: shown(typed), read, findings }
    }

    fn findings(&self, own: &StoredCertificate) -> Vec<Finding> {
        let certificate = &own.signed.certificate;
        let revoked = self.list.iter().find(|on_list| on_list.is_of(certificate)).map(|on_list| on_list.since);
        let against = VerifyAgainst { trusted: self.trusted, revoked, now: self.now, pack: self.pack };
        verify(certificate, own.signed.sitting.as_deref(), against)
    }
}

impl Checked {
    fn document(&self, context: &Context) -> VerifiedFile<'_> {
        VerifiedFile {
            file: self.file.clone(),
            certificate: self.read.as_ref().ok().map(|own| &own.signed.certificate),
            findings: &self.findings,
            fault: self.read.as_ref().err().map(|why| why.sentence().in_lang(context.lang).to_owned()),
            is_judged: self.read.as_ref().err().is_none_or(|why| match why {
                StoreError::Certificate { fault, .. } => !fault.is_wrong_use(),
                _ => false,
            }),
        }
    }

    fn sitting(&self) -> Option<&[SittingLine]> {
        self.read.as_ref().ok()?.signed.sitting.as_deref()
    }

    fn certificate(&self) -> Option<&Certificate> {
        self.read.as_ref().ok().map(|own| &own.signed.certificate)
    }
}

/// Holds the certificates against each other: two of one paper that went on differently, two of one sitting that do not say
/// the same.
fn compare(all: &mut [Checked]) {
    let mut told: Vec<(usize, Finding)> = Vec::new();
    for (place, own) in all.iter().enumerate() {
        for (at, other) in all.iter().enumerate().filter(|(at, _)| *at != place) {
            let is_twin = own.sitting().zip(other.sitting()).is_some_and(|(a, b)| a.first() == b.first() && a != b);
            let is_double =
                own.certificate().zip(other.certificate()).is_some_and(|(a, b)| a.id == b.id && a.witness != b.witness);
            let file = || all[at].file.clone();
            told.extend(is_twin.then(|| (place, Finding::Twin(file()))));
            told.extend(is_double.then(|| (place, Finding::Double(file()))));
        }
    }
    for (place, finding) in told {
        all[place].findings.push(finding);
    }
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
    if !own.is_judged {
        return Ok(());
    }
    let verdict = match (own.is_good(), own.findings.iter().any(Finding::is_unconfirmed)) {
        (true, false) => tr!(words, "verify-good"),
        (true, true) => tr!(words, "verify-signed"),
        (false, _) => tr!(words, "verify-bad"),
    };
    context.print_line(&format!("  {verdict}"))
}
