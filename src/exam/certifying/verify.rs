//! What there is to say about a certificate whose signature holds.

use super::certified::{CLOCKS_APART, scenarios_hash};
use super::recheck::{CertificateDoubt, recheck};
use crate::content::scenario::Pack;
use crate::play::scoring::EDITION;
use crate::record::certificate::{Certificate, Issuer};
use crate::record::sitting::SittingLine;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

/// What a certificate is held against.
#[derive(Clone, Copy, Debug)]
pub struct VerifyAgainst<'a> {
    /// The issuers that one trusts, by their cards; none where nobody was named.
    pub trusted: &'a [Issuer],
    /// Since when it is on a list of revoked ones.
    pub revoked: Option<Date>,
    /// Now.
    pub now: Timestamp,
    /// The content of today.
    pub pack: &'a Pack,
}

/// Something to say about a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Nobody was named whose signature is trusted.
    UnknownIssuer,
    /// It was signed by somebody else than those who are trusted.
    OtherIssuer,
    /// The key is that of somebody who is trusted, under this other name.
    OtherName(Box<str>),
    /// It was issued at a time that has not come.
    FromTheFuture,
    /// It was valid until this day.
    Over(Date),
    /// It was taken back on this day.
    Revoked(Date),
    /// Its sitting did not come along, so nothing was marked again.
    NoSitting,
    /// Its sitting and it do not agree.
    Doubt(CertificateDoubt),
    /// Content that was changed since marks its sitting otherwise, or cannot mark it.
    Stale(CertificateDoubt),
    /// The certificate in this file is for the same paper, which went on differently.
    Twin(String),
    /// The certificate in this file is for the same sitting, and says something else.
    Double(String),
}

impl Finding {
    /// Whether nobody should rely on the certificate because of it.
    pub fn is_fatal(&self) -> bool {
        match self {
            Finding::UnknownIssuer
            | Finding::OtherIssuer
            | Finding::OtherName(_)
            | Finding::FromTheFuture
            | Finding::Over(_)
            | Finding::Revoked(_)
            | Finding::Doubt(_)
            | Finding::Twin(_) => true,
            Finding::NoSitting | Finding::Stale(_) | Finding::Double(_) => false,
        }
    }

    /// Whether its result was not confirmed by marking it again.
    pub fn is_unconfirmed(&self) -> bool {
        matches!(self, Finding::NoSitting | Finding::Stale(_))
    }
}

/// All that there is to say about a certificate whose signature holds; nothing where all is well.
pub fn verify(certificate: &Certificate, sitting: Option<&[SittingLine]>, against: VerifyAgainst) -> Vec<Finding> {
    let mut findings = Vec::new();
    if against.trusted.is_empty() {
        findings.push(Finding::UnknownIssuer);
    } else {
        match against.trusted.iter().find(|own| own.key == certificate.issuer.key) {
            None => findings.push(Finding::OtherIssuer),
            Some(card) if card.name != certificate.issuer.name => {
                findings.push(Finding::OtherName(card.name.clone()));
            }
            Some(_) => {}
        }
    }
    let latest = certificate.issued.max(certificate.result.sat);
    if latest > against.now.saturating_add(CLOCKS_APART).unwrap_or(Timestamp::MAX) {
        findings.push(Finding::FromTheFuture);
    }
    let today = Offset::UTC.to_datetime(against.now).date();
    if let Some(last) = certificate.valid_until.filter(|_| certificate.is_over(today)) {
        findings.push(Finding::Over(last));
    }
    findings.extend(against.revoked.map(Finding::Revoked));
    match sitting {
        None => findings.push(Finding::NoSitting),
        Some(lines) => {
            let doubts = recheck(&certificate.result, lines, against.pack);
            let has_changed =
                is_other_content(certificate, against.pack) || doubts.contains(&CertificateDoubt::KeysChanged);
            let told = doubts.into_iter().map(|doubt| match doubt {
                CertificateDoubt::OtherSitting => Finding::Doubt(doubt),
                CertificateDoubt::OtherPoints(_) | CertificateDoubt::NotPassed if !has_changed => Finding::Doubt(doubt),
                changed => Finding::Stale(changed),
            });
            findings.extend(told);
        }
    }
    findings
}

/// Whether the content of today is not that of then, words included: only then may points be others.
fn is_other_content(certificate: &Certificate, pack: &Pack) -> bool {
    let result = &certificate.result;
    let scenarios = scenarios_hash(result.visits.iter().map(|(id, _)| &**id), pack);
    let is_same = pack.blueprints.find(&result.exam).is_some()
        && *pack.standard_hash == *result.hashes.standard
        && scenarios == result.hashes.scenarios
        && result.hashes.rules == EDITION;
    !is_same
}
