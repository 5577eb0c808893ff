//! A certificate as JSON, and what there is to say about some that were checked.

use super::words::{day, finding};
use crate::base::hex;
use crate::exam::certifying::Finding;
use crate::record::certificate::{Certificate, ExamWitness};
use crate::report::json::{DocumentKind, JsonDocument, document, percent};
use crate::speech::messages::Messages;
use serde_json::{Value, json};

/// A file that was checked.
#[derive(Debug)]
pub struct VerifiedFile<'a> {
    /// As it is shown.
    pub file: String,
    /// What it says, where its signature holds.
    pub certificate: Option<&'a Certificate>,
    /// What there is to say about it.
    pub findings: &'a [Finding],
    /// Why it cannot be read at all.
    pub fault: Option<String>,
    /// Whether a certificate was handed in, as far as can be told, so that there is something to judge.
    pub is_judged: bool,
}

impl VerifiedFile<'_> {
    /// Whether one may rely on it.
    pub fn is_good(&self) -> bool {
        self.certificate.is_some() && !self.findings.iter().any(Finding::is_fatal)
    }
}

/// The whole document; sentences are in the language of the messages.
pub fn render(files: &[VerifiedFile], words: &Messages) -> JsonDocument {
    let files: Vec<Value> = files
        .iter()
        .map(|own| {
            let told = own.certificate.map(|certificate| {
                let told = own
                    .findings
                    .iter()
                    .map(|found| json!({"message": finding(words, found, certificate), "fatal": found.is_fatal()}));
                told.collect::<Vec<_>>()
            });
            json!({
                "file": own.file,
                "checked": own.is_judged,
                "good": own.is_good(),
                "fault": own.fault,
                "certificate": own.certificate.map(certificate),
                "findings": told.unwrap_or_default(),
            })
        })
        .collect();
    document(DocumentKind::Verify, json!({"counts": {"files": files.len()}, "files": files}))
}

fn certificate(own: &Certificate) -> Value {
    let (result, circumstances) = (&own.result, own.result.circumstances);
    let visits = result.visits.iter().map(|(id, share)| json!({"scenario": id, "score": percent(*share)}));
    let (level, witness) = match &own.witness {
        ExamWitness::Nobody => ("replayed", None),
        ExamWitness::Proctor(name) => ("supervised", Some(name)),
        ExamWitness::Place(place) => ("served", Some(place)),
    };
    json!({
        "id": own.id,
        "issuer": own.issuer.name,
        "key": hex::digits(&own.issuer.key),
        "issued": day(own.issued),
        "valid_until": own.valid_until.map(|last| last.to_string()),
        "candidate": result.candidate,
        "exam": result.exam,
        "title": result.title,
        "sat": day(result.sat),
        "score": percent(result.quiz),
        "standard_error": percent(result.error),
        "cut": result.cut,
        "scenarios": visits.collect::<Vec<_>>(),
        "level": level,
        "witness": witness,
        "time_seconds": u64::from(circumstances.minutes) * 60,
        "extra_seconds": u64::from(circumstances.extra_minutes) * 60,
        "clock_went_back": circumstances.clock_went_back,
        "further": circumstances.went_further,
        "counts": {"resumed": circumstances.resumed, "attempt": circumstances.attempt},
    })
}
