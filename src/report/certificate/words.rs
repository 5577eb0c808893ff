//! A certificate in sentences.

use crate::base::hex;
use crate::content::scenario::Pack;
use crate::exam::certifying::{CertificateDoubt, Finding};
use crate::record::certificate::{Certificate, ExamWitness, SittingCircumstances};
use crate::speech::messages::Messages;
use crate::tr;
use jiff::Timestamp;
use jiff::tz::Offset;

/// What a certificate says, a sentence a line: who passed what and how well, how far that can be trusted, who says so.
pub fn lines(words: &Messages, own: &Certificate, pack: &Pack) -> Vec<String> {
    let result = &own.result;
    let (title, candidate) = (own.title(words.lang()), &*result.candidate);
    let mut told = vec![tr!(words, "certificate-heading", title = title, candidate = candidate)];
    told.extend(scores(words, own, pack));
    told.push(level(words, &own.witness));
    told.extend(circumstances(words, result.circumstances));
    let issuer = &*own.issuer.name;
    told.push(tr!(words, "certificate-issued", issuer = issuer, date = date(own.issued)));
    told.push(match own.valid_until {
        Some(last) => tr!(words, "certificate-valid", date = last.to_string()),
        None => tr!(words, "certificate-valid-ever"),
    });
    let id = &*own.id;
    told.push(tr!(words, "certificate-number", id = id));
    told.push(tr!(words, "certificate-key", key = hex::digits(&own.issuer.key)));
    told
}

/// How well: the questions, then each scenario.
pub(super) fn scores(words: &Messages, own: &Certificate, pack: &Pack) -> Vec<String> {
    let result = &own.result;
    let (quiz, error, cut) = (result.quiz / 100, result.error.div_ceil(100), result.cut);
    let passed = tr!(words, "certificate-passed", date = date(result.sat), quiz = quiz, error = error, cut = cut);
    let visits = result.visits.iter().map(|(id, share)| {
        let head = pack.scenarios.heads().find(|own| own.id == *id);
        let title = head.map_or(&**id, |own| own.title.in_lang(words.lang()));
        let points: u32 = *share / 100;
        tr!(words, "certificate-visit", title = title, points = points)
    });
    std::iter::once(passed).chain(visits).collect()
}

/// How far it can be trusted, and what it does not promise.
pub(super) fn level(words: &Messages, witness: &ExamWitness) -> String {
    match witness {
        ExamWitness::Nobody => tr!(words, "certificate-level-nobody"),
        ExamWitness::Proctor(proctor) => tr!(words, "certificate-level-proctor", proctor = proctor.to_string()),
        ExamWitness::Place(place) => tr!(words, "certificate-level-place", place = place.to_string()),
    }
}

/// What it is to be read with.
pub(super) fn circumstances(words: &Messages, own: SittingCircumstances) -> Vec<String> {
    let SittingCircumstances { minutes, extra_minutes, resumed, clock_went_back, went_further, attempt } = own;
    let mut told = vec![tr!(words, "certificate-minutes", minutes = minutes)];
    if extra_minutes > 0 {
        told.push(tr!(words, "certificate-extra", minutes = extra_minutes));
    }
    if resumed > 0 {
        told.push(tr!(words, "certificate-resumed", count = resumed));
    }
    if clock_went_back {
        told.push(tr!(words, "certificate-clock"));
    }
    if went_further {
        told.push(tr!(words, "certificate-further"));
    }
    told.push(tr!(words, "certificate-attempt", number = attempt));
    told
}

/// What there is to say about a certificate.
pub fn finding(words: &Messages, own: &Finding, certificate: &Certificate) -> String {
    match own {
        Finding::UnknownIssuer => tr!(words, "finding-unknown-issuer"),
        Finding::OtherIssuer => tr!(words, "finding-other-issuer"),
        Finding::OtherName(name) => tr!(words, "finding-other-name", name = name.to_string()),
        Finding::FromTheFuture => tr!(words, "finding-future", date = date(certificate.issued)),
        Finding::Over(last) => tr!(words, "finding-over", date = last.to_string()),
        Finding::Revoked(since) => tr!(words, "finding-revoked", date = since.to_string()),
        Finding::NoSitting => tr!(words, "finding-no-sitting"),
        Finding::Twin(file) => tr!(words, "finding-twin", file = file.clone()),
        Finding::Double(file) => tr!(words, "finding-double", file = file.clone()),
        Finding::Doubt(doubt) | Finding::Stale(doubt) => self::doubt(words, doubt),
    }
}

fn doubt(words: &Messages, doubt: &CertificateDoubt) -> String {
    match doubt {
        CertificateDoubt::OtherStandard(standard) => tr!(words, "finding-standard", standard = standard.to_string()),
        CertificateDoubt::NoExam(exam) => tr!(words, "finding-no-exam", exam = exam.to_string()),
        CertificateDoubt::OtherSitting => tr!(words, "finding-sitting"),
        CertificateDoubt::Unmarked(why) => {
            let why = why.told();
            tr!(words, "finding-unmarked", why = why.in_lang(words.lang()))
        }
        CertificateDoubt::OtherPaper => tr!(words, "finding-paper"),
        CertificateDoubt::KeysChanged => tr!(words, "finding-keys"),
        CertificateDoubt::OtherPoints(points) => {
            let points: u32 = *points / 100;
            tr!(words, "finding-points", points = points)
        }
        CertificateDoubt::NotPassed => tr!(words, "finding-not-passed"),
    }
}

/// The day of a moment, with whose day it is: the record knows nothing of places.
pub(super) fn date(moment: Timestamp) -> String {
    format!("{} (UTC)", day(moment))
}

/// The day of a moment as programs read it: in UTC.
pub(super) fn day(moment: Timestamp) -> String {
    Offset::UTC.to_datetime(moment).date().to_string()
}
