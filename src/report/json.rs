//! What all documents of JSON have in common: how one begins, and the shapes that stand in more than one. What is in a
//! document stands in its own room; `schemas/` says every key of it, and a test holds the two together.
//!
//! A program reads the same thing in the same way wherever it meets it:
//!
//! - A document is an object that begins with `format` and `document`. Each of its keys is always there; `null` says
//!   that there is nothing.
//! - Things of one kind stand in a list under their plural; how many there are of something stands under `counts`.
//! - A thing has its own `id`. Elsewhere it is named by its kind: `scenario`, `requirement`, `section`, `ending`. A
//!   choice is named with its scene: `scene` and `choice`.
//! - A play is a seed and choices: `{"seed": 7, "choices": ["go_in"]}`, also as the `witness` of a diagnostic. A move is
//!   its number from 1, under `move` or a key that ends in `_move`.
//! - `points` were earned, `best` is the most that could be. `score`, `loss` and all other shares are percent with two
//!   decimals. A `verdict` is `pass` or `fail`.
//! - An amount of time is a number of seconds, and its key ends in `_seconds`. A `clock` is `"HH:MM:SS"` of the
//!   scenario's day.
//! - A `place` is a file with line, column and path. What is wrong there is a `message` with a `hint`.
//! - Two versions are `old` and `new`, beside each other.
//! - A text of the content is an object by language; a sentence of the program is in the language of the session.

use crate::author::coverage::Exposure;
use crate::base::bilingual::Bilingual;
use crate::base::chance::Seed;
use crate::base::diagnostic::{Diagnostic, Location, Witness};
use crate::base::text::Lang;
use crate::content::scenario::Scenario;
use crate::play::engine::Move;
use crate::record::play_origin::PlayOrigin;
use serde::Serialize;
use serde_json::{Value, json};
use std::fmt;

/// The format of all documents. It rises when a program that reads one would have to be changed.
const FORMAT: u32 = 1;

/// One document.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct JsonDocument {
    format: u32,
    document: &'static str,
    #[serde(flatten)]
    keys: Value,
}

/// The kinds of documents, named like the command that prints them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    /// The scenarios that can be played.
    List,
    /// A play, finished or not.
    Play,
    /// The best play under a seed.
    Solve,
    /// What each choice loses.
    Costs,
    /// What became of a crowd.
    Simulate,
    /// Ways of practising, compared.
    Study,
    /// Requirements of the standard.
    Standard,
    /// What is wrong with the content.
    Check,
    /// A play reviewed move by move.
    Debrief,
    /// What of the standard is trained.
    Coverage,
    /// What a change means.
    Diff,
    /// Written plays, played again.
    Walk,
    /// How far a learner has come.
    Progress,
    /// What a group did.
    Report,
    /// A learner written into one file.
    Export,
    /// Learners taken in from files.
    Import,
    /// The exams of a pack.
    Exams,
    /// How alike papers are.
    Forms,
    /// What simulated candidates come to.
    Candidates,
    /// How good questions and decisions are.
    Items,
    /// Certificates that were checked.
    Verify,
    /// Why a command could not do its work.
    Error,
}

impl DocumentKind {
    /// All kinds.
    pub const ALL: [DocumentKind; 22] = [
        DocumentKind::List,
        DocumentKind::Play,
        DocumentKind::Solve,
        DocumentKind::Costs,
        DocumentKind::Simulate,
        DocumentKind::Study,
        DocumentKind::Standard,
        DocumentKind::Check,
        DocumentKind::Debrief,
        DocumentKind::Coverage,
        DocumentKind::Diff,
        DocumentKind::Walk,
        DocumentKind::Progress,
        DocumentKind::Report,
        DocumentKind::Export,
        DocumentKind::Import,
        DocumentKind::Exams,
        DocumentKind::Forms,
        DocumentKind::Candidates,
        DocumentKind::Items,
        DocumentKind::Verify,
        DocumentKind::Error,
    ];

    /// The value of `document`.
    pub const fn word(self) -> &'static str {
        match self {
            DocumentKind::List => "list",
            DocumentKind::Play => "play",
            DocumentKind::Solve => "solve",
            DocumentKind::Costs => "costs",
            DocumentKind::Simulate => "simulate",
            DocumentKind::Study => "study",
            DocumentKind::Standard => "standard",
            DocumentKind::Check => "check",
            DocumentKind::Debrief => "debrief",
            DocumentKind::Coverage => "coverage",
            DocumentKind::Diff => "diff",
            DocumentKind::Walk => "walk",
            DocumentKind::Progress => "progress",
            DocumentKind::Report => "report",
            DocumentKind::Export => "export",
            DocumentKind::Import => "import",
            DocumentKind::Exams => "exams",
            DocumentKind::Forms => "forms",
            DocumentKind::Candidates => "candidates",
            DocumentKind::Items => "items",
            DocumentKind::Verify => "verify",
            DocumentKind::Error => "error",
        }
    }
}

impl fmt::Display for JsonDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string_pretty(self).map_err(|_| fmt::Error)?)
    }
}

/// A document of these keys, an object.
pub(super) fn document(kind: DocumentKind, keys: Value) -> JsonDocument {
    JsonDocument { format: FORMAT, document: kind.word(), keys }
}

/// Why a command could not do its work, and the exit code that it ends with. The faults of the content are those that
/// stand against it.
pub fn error(message: &str, hint: Option<&str>, faults: &[Diagnostic], exit: u8, lang: Lang) -> JsonDocument {
    let diagnostics: Value = faults.iter().map(|own| diagnostic(own, lang)).collect();
    let keys = json!({"message": message, "hint": hint, "diagnostics": diagnostics, "exit": exit});
    document(DocumentKind::Error, keys)
}

/// A play: what all its chance comes from, none where no seed is known, and the ids of its choices.
pub(super) fn play(seed: Option<Seed>, choices: &[impl AsRef<str>]) -> Value {
    let choices: Vec<&str> = choices.iter().map(AsRef::as_ref).collect();
    json!({"seed": seed.map(Seed::number), "choices": choices})
}

/// A choice, where it stands in its scenario.
pub(super) fn choice(scenario: &Scenario, taken: Move) -> Value {
    let scene = scenario.scene(taken.scene);
    json!({"scene": scene.name, "choice": scene.choices[taken.choice.index()].id})
}

/// A requirement, and the points that it is about.
pub(super) fn row(requirement: &str, points: i32) -> Value {
    json!({"requirement": requirement, "points": points})
}

/// Hundredths of a percent as percent with two decimals.
pub(super) fn percent(hundredths: u32) -> f64 {
    f64::from(hundredths) / 100.0
}

/// What plays do with a requirement.
pub(super) fn exposure(own: Exposure) -> Value {
    json!({
        "due": own.due,
        "remedy": own.remedy,
        "written": own.written,
        "met": own.met,
        "failable": own.failable,
        "posed": own.is_posed(),
        "breakable": own.breakable,
        "touched": own.happens(),
        "heat": own.level().word(),
    })
}

/// Whose a stored play is, and how it was played.
pub(super) fn record(origin: &PlayOrigin) -> Value {
    json!({
        "learner": origin.learner,
        "started": origin.started.to_string(),
        "mode": origin.mode.word(),
        "hints": origin.hints,
        "rewinds": origin.rewinds,
    })
}

/// Where something stands in a file.
pub(super) fn place(place: &Location) -> Value {
    let path = Some(&place.path).filter(|path| !path.is_empty());
    json!({"file": &*place.file, "line": place.line, "column": place.column, "path": path})
}

/// What to do about something, if anything can be said.
pub(super) fn hint(help: &Bilingual, lang: Lang) -> Option<&str> {
    Some(help.in_lang(lang)).filter(|help| !help.is_empty())
}

/// Something that is wrong with the content.
pub(super) fn diagnostic(diagnostic: &Diagnostic, lang: Lang) -> Value {
    let witness = |witness: &Witness| play(witness.seed.map(Seed::new), &witness.choices);
    json!({
        "code": diagnostic.code.to_string(),
        "severity": diagnostic.severity.word(),
        "place": place(&diagnostic.place),
        "message": diagnostic.message.in_lang(lang),
        "hint": hint(&diagnostic.help, lang),
        "witness": diagnostic.witness.as_ref().map(witness),
    })
}
