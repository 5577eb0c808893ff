//! Walks as JSON: one document for all files, each with how it was played and what does not hold.

use super::document::{PlayedWalk, WalksDocument};
use crate::author::playscript::{Mismatch, MismatchKind, Outcome, Playscript};
use crate::base::text::Lang;
use crate::report::clock::clock;
use serde_json::{Value, json};

/// The whole document.
pub fn render(document: &WalksDocument, lang: Lang) -> Value {
    let failed = document.failed();
    let walks: Vec<Value> = document.walks.iter().map(|own| walk(own, lang)).collect();
    json!({ "held": walks.len() - failed, "failed": failed, "walks": walks })
}

fn walk(walk: &PlayedWalk, lang: Lang) -> Value {
    match walk {
        PlayedWalk::Played { walk, outcome } => played(walk, outcome, lang),
        PlayedWalk::Unplayed { file, mismatches, .. } => {
            json!({ "file": file, "holds": false, "faults": faults(mismatches, lang) })
        }
    }
}

fn played(walk: &Playscript, outcome: &Outcome, lang: Lang) -> Value {
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
        "faults": faults(&outcome.mismatches, lang),
    })
}

fn faults(mismatches: &[Mismatch], lang: Lang) -> Vec<Value> {
    mismatches.iter().map(|own| mismatch(own, lang)).collect()
}

fn mismatch(mismatch: &Mismatch, lang: Lang) -> Value {
    let (kind, expected, found) = match &mismatch.kind {
        MismatchKind::Written(_) => ("written", None, None),
        MismatchKind::Unmet { expected, found } => ("unmet", Some(expected.in_lang(lang)), Some(found.in_lang(lang))),
        MismatchKind::Reloaded(_) => ("reloaded", None, None),
    };
    json!({
        "kind": kind,
        "line": mismatch.place.line,
        "column": mismatch.place.column,
        "expected": expected,
        "found": found,
        "message": mismatch.message().in_lang(lang),
        "help": mismatch.help.in_lang(lang),
    })
}
