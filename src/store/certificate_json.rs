//! What a certificate says as one line of JSON, and the way back. A line that is not spelled as ours is no certificate.

use crate::base::hex;
use crate::base::text::find_unsafe;
use crate::record::certificate::{
    Certificate, CertifiedResult, ExamWitness, Issuer, ResultHashes, SittingCircumstances,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

type Words = Box<str>;

/// The JSON of a certificate; none for one that cannot be written.
pub(super) fn json_of(certificate: &Certificate) -> Option<String> {
    serde_json::to_string(&CertificateSpec::of(certificate)).ok()
}

/// The certificate of a JSON; none where it is not spelled as ours, or holds what must not be shown.
pub(super) fn certificate_of(json: &str) -> Option<Certificate> {
    let spec: CertificateSpec = serde_json::from_str(json).ok()?;
    let certificate = spec.certificate()?;
    let is_ours = find_unsafe(json).is_none() && json_of(&certificate).is_some_and(|own| own == json);
    is_ours.then_some(certificate)
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CertificateSpec {
    id: Words,
    issuer: Words,
    key: String,
    issued: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_until: Option<String>,
    candidate: Words,
    exam: Words,
    title: BTreeMap<Words, Words>,
    standard: Words,
    sat: String,
    quiz: u32,
    error: u32,
    cut: u32,
    visits: Vec<(Words, u32)>,
    minutes: u32,
    extra_minutes: u32,
    resumed: usize,
    clock_went_back: bool,
    went_further: bool,
    attempt: usize,
    witness: WitnessSpec,
    sha256: HashesSpec,
    rules: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum WitnessSpec {
    Nobody,
    Proctor(Words),
    Place(Words),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct HashesSpec {
    sitting: Words,
    keys: Words,
    standard: Words,
    scenarios: Words,
}

impl CertificateSpec {
    fn of(own: &Certificate) -> CertificateSpec {
        let (result, hashes) = (own.result.clone(), own.result.hashes.clone());
        let circumstances = result.circumstances;
        CertificateSpec {
            id: own.id.clone(),
            issuer: own.issuer.name.clone(),
            key: hex::digits(&own.issuer.key),
            issued: own.issued.to_string(),
            valid_until: own.valid_until.map(|last| last.to_string()),
            candidate: result.candidate,
            exam: result.exam,
            title: result.title,
            standard: result.standard,
            sat: result.sat.to_string(),
            quiz: result.quiz,
            error: result.error,
            cut: result.cut,
            visits: result.visits,
            minutes: circumstances.minutes,
            extra_minutes: circumstances.extra_minutes,
            resumed: circumstances.resumed,
            clock_went_back: circumstances.clock_went_back,
            went_further: circumstances.went_further,
            attempt: circumstances.attempt,
            witness: match &own.witness {
                ExamWitness::Nobody => WitnessSpec::Nobody,
                ExamWitness::Proctor(name) => WitnessSpec::Proctor(name.clone()),
                ExamWitness::Place(place) => WitnessSpec::Place(place.clone()),
            },
            sha256: HashesSpec {
                sitting: hashes.sitting,
                keys: hashes.keys,
                standard: hashes.standard,
                scenarios: hashes.scenarios,
            },
            rules: hashes.rules,
        }
    }

    fn certificate(self) -> Option<Certificate> {
        let hashes = ResultHashes {
            sitting: self.sha256.sitting,
            keys: self.sha256.keys,
            standard: self.sha256.standard,
            scenarios: self.sha256.scenarios,
            rules: self.rules,
        };
        let circumstances = SittingCircumstances {
            minutes: self.minutes,
            extra_minutes: self.extra_minutes,
            resumed: self.resumed,
            clock_went_back: self.clock_went_back,
            went_further: self.went_further,
            attempt: self.attempt,
        };
        Some(Certificate {
            id: self.id,
            issuer: Issuer { name: self.issuer, key: hex::bytes(&self.key)? },
            issued: self.issued.parse().ok()?,
            valid_until: self.valid_until.map(|last| last.parse().ok()).map_or(Some(None), |last| last.map(Some))?,
            result: CertifiedResult {
                candidate: self.candidate,
                exam: self.exam,
                title: self.title,
                standard: self.standard,
                sat: self.sat.parse().ok()?,
                quiz: self.quiz,
                error: self.error,
                cut: self.cut,
                visits: self.visits,
                circumstances,
                hashes,
            },
            witness: match self.witness {
                WitnessSpec::Nobody => ExamWitness::Nobody,
                WitnessSpec::Proctor(name) => ExamWitness::Proctor(name),
                WitnessSpec::Place(place) => ExamWitness::Place(place),
            },
        })
    }
}
