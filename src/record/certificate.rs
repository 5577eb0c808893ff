//! A certificate: who passed which exam, how well, and who says so. It is a plain value; what makes it worth anything is the
//! signature over its text.

use crate::base::text::Lang;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A certificate, as its issuer has signed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Which it is: 32 hexadecimal digits that follow from the issuer's key and the sitting, so that no sitting has two.
    pub id: Box<str>,
    /// Who issued it.
    pub issuer: Issuer,
    /// When it was issued; whole milliseconds.
    pub issued: Timestamp,
    /// The last day on which it is valid; none where it never ends.
    pub valid_until: Option<Date>,
    /// What was passed, by whom and how.
    pub result: CertifiedResult,
    /// Who saw it happen.
    pub witness: ExamWitness,
}

/// Who issues certificates.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Issuer {
    /// A name, for people.
    pub name: Box<str>,
    /// The public key (Ed25519), by which programs know them.
    pub key: [u8; 32],
}

/// Who saw an exam happen: the level of trust that a result has. None of them makes it more than what was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExamWitness {
    /// Nobody: the sitting was marked again from its record, on whatever machine it was made.
    Nobody,
    /// A proctor, who opened and closed it with codes of her own.
    Proctor(Box<str>),
    /// It was sat at this place, on a machine that the candidate does not control, as the issuer says.
    Place(Box<str>),
}

/// What a sitting came to, as it stands on its certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertifiedResult {
    /// The candidate, by name.
    pub candidate: Box<str>,
    /// The id of the exam.
    pub exam: Box<str>,
    /// What it is called, by language.
    pub title: BTreeMap<Box<str>, Box<str>>,
    /// What the standard is called, in its base language: it tells one trade's pack from another's.
    pub standard: Box<str>,
    /// When the paper was closed; whole milliseconds.
    pub sat: Timestamp,
    /// The share of the questions, in hundredths of a point.
    pub quiz: u32,
    /// How far it may lie off, in hundredths of a point.
    pub error: u32,
    /// What passes, in points.
    pub cut: u32,
    /// The share of each scenario, in hundredths of a point, by its id.
    pub visits: Vec<(Box<str>, u32)>,
    /// What it is to be read with.
    pub circumstances: SittingCircumstances,
    /// What it was marked with.
    pub hashes: ResultHashes,
}

/// What the result of a sitting is to be read with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SittingCircumstances {
    /// Whole minutes used.
    pub minutes: u32,
    /// Minutes more that this candidate was given.
    pub extra_minutes: u32,
    /// How often the program was closed and the sitting gone on with.
    pub resumed: usize,
    /// Whether a clock was set back meanwhile.
    pub clock_went_back: bool,
    /// Whether a further form decided.
    pub went_further: bool,
    /// Which of the candidate's sittings of this exam it was, by what was found beside it; from 1.
    pub attempt: usize,
}

/// What a result was made and marked with, as SHA-256 in hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultHashes {
    /// Of the sitting, to the last byte.
    pub sitting: Box<str>,
    /// Of what decides about right and wrong on the paper, words apart.
    pub keys: Box<str>,
    /// Of the standard.
    pub standard: Box<str>,
    /// Of the scenarios that were played, one after the other.
    pub scenarios: Box<str>,
    /// The edition of the rules of judging.
    pub rules: u32,
}

impl Certificate {
    /// The name of the exam in a language, else in any.
    pub fn title(&self, lang: Lang) -> &str {
        let titles = &self.result.title;
        titles.get(&*lang.to_string()).or_else(|| titles.values().next()).unwrap_or(&self.result.exam)
    }

    /// Whether its time was over on this day.
    pub fn is_over(&self, today: Date) -> bool {
        self.valid_until.is_some_and(|last| today > last)
    }
}
