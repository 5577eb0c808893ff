//! Walks as JSON: one document for all files, each with how it was played and what does not hold.

use super::document::{PlayedWalk, WalksDocument};
use crate::author::playscript::{Mismatch, MismatchKind, Outcome, Playscript};
use crate::report::clock::clock;
use serde_json::{Value, json};

/// The whole document.
pub fn render(document: &WalksDocument) -> Value {
    let failed = document.failed();
    let walks: Vec<Value> = document.walks.iter().map(walk).collect();
    json!({ "held": walks.len() - failed, "failed": failed, "walks": walks })
}

fn walk(walk: &PlayedWalk) -> Value {
    match walk {
        PlayedWalk::Played { walk, outcome } => played(walk, outcome),
        PlayedWalk::Unplayed { file, mismatches, .. } => {
            json!({ "file": file, "holds": false, "faults": mismatches.iter().map(mismatch).collect::<Vec<_>>() })
        }
    }
}

fn played(walk: &Playscript, outcome: &Outcome) -> Value {
    let scenario = &walk.scenario;
    let ending = outcome.session.ending().map(|ending| &scenario.ending(ending).name);
    json!({
        "file": &*walk.source.file,
        "holds": outcome.mismatches.is_empty(),
        "scenario": scenario.id,
        "seed": walk.seed.number(),
        "language": walk.language.tag(),
        "moves": outcome.session.choice_ids(),
        "expectations": outcome.asked,
        "unplayed": outcome.unplayed,
        "clock": clock(outcome.session.state().clock(scenario)),
        "ending": ending,
        "score": outcome.judged.map(|(score, _)| score.percent()),
        "verdict": outcome.judged.map(|(_, verdict)| verdict.word()),
        "faults": outcome.mismatches.iter().map(mismatch).collect::<Vec<_>>(),
    })
}

fn mismatch(mismatch: &Mismatch) -> Value {
    let (kind, expected, found) = match &mismatch.kind {
        MismatchKind::Written(_) => ("written", None, None),
        MismatchKind::Unmet { expected, found } => ("unmet", Some(expected), Some(found)),
        MismatchKind::Reloaded(_) => ("reloaded", None, None),
    };
    json!({
        "kind": kind,
        "line": mismatch.place.line,
        "column": mismatch.place.column,
        "expected": expected,
        "found": found,
        "message": mismatch.message(),
        "help": mismatch.help,
    })
}
