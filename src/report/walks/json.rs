//! Walks as `walk --json` prints them: one document for all files, each with how it was played and what does not hold.

use crate::author::playscript::{Mismatch, MismatchKind, Outcome, Playscript};
use crate::report::json::clock;
use serde_json::{Value, json};

/// One walk that was played.
pub fn played(walk: &Playscript, outcome: &Outcome) -> Value {
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

/// One walk that could not be played.
pub fn unplayed(file: &str, mismatches: &[Mismatch]) -> Value {
    json!({ "file": file, "holds": false, "faults": mismatches.iter().map(mismatch).collect::<Vec<_>>() })
}

/// All of them.
pub fn all(walks: Vec<Value>) -> Value {
    let held = walks.iter().filter(|walk| walk["holds"] == true).count();
    json!({ "held": held, "failed": walks.len() - held, "walks": walks })
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
