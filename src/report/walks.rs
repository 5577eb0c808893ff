//! Walks as `walk --json` prints them: one document for all files, each with how it was played and what does not hold.

use super::json::clock;
use crate::author::playscript::{Fault, Outcome, Walk, What};
use serde_json::{Value, json};

/// One walk that was played.
pub fn played(walk: &Walk, outcome: &Outcome) -> Value {
    let scenario = &walk.scenario;
    let ending = outcome.session.ending().map(|ending| &scenario.ending(ending).name);
    json!({
        "file": &*walk.source.file,
        "holds": outcome.faults.is_empty(),
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
        "faults": outcome.faults.iter().map(fault).collect::<Vec<_>>(),
    })
}

/// One walk that could not be played.
pub fn unplayed(file: &str, faults: &[Fault]) -> Value {
    json!({ "file": file, "holds": false, "faults": faults.iter().map(fault).collect::<Vec<_>>() })
}

/// All of them.
pub fn all(walks: Vec<Value>) -> Value {
    let held = walks.iter().filter(|walk| walk["holds"] == true).count();
    json!({ "held": held, "failed": walks.len() - held, "walks": walks })
}

fn fault(fault: &Fault) -> Value {
    let (kind, expected, found) = match &fault.what {
        What::Written(_) => ("written", None, None),
        What::Unmet { expected, found } => ("unmet", Some(expected), Some(found)),
        What::Reloaded(_) => ("reloaded", None, None),
    };
    json!({
        "kind": kind,
        "line": fault.place.line,
        "column": fault.place.column,
        "expected": expected,
        "found": found,
        "message": fault.message(),
        "help": fault.help,
    })
}
