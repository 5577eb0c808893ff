//! Walks as JSON: one document for all files, each with how it was played and what does not hold.

use super::document::{PlayedWalk, WalksDocument};
use crate::author::playscript::{Mismatch, MismatchKind, Outcome, Playscript};
use crate::base::text::Lang;
use crate::report::clock::clock;
use crate::report::json::{DocumentKind, JsonDocument, document, hint, place, play};
use serde_json::{Value, json};

/// The whole document; what is told to people is in this language.
pub fn render(walked: &WalksDocument, lang: Lang) -> JsonDocument {
    let failed = walked.failed();
    let walks: Vec<Value> = walked.walks.iter().map(|own| walk(own, lang)).collect();
    let counts = json!({"walks": walks.len(), "held": walks.len() - failed, "failed": failed});
    document(DocumentKind::Walk, json!({"counts": counts, "walks": walks}))
}

fn walk(walk: &PlayedWalk, lang: Lang) -> Value {
    let (file, played, mismatches) = match walk {
        PlayedWalk::Played { walk, outcome } => (&*walk.source.file, Some(played(walk, outcome)), &outcome.mismatches),
        PlayedWalk::Unplayed { file, mismatches, .. } => (&**file, None, mismatches),
    };
    let mismatches: Vec<Value> = mismatches.iter().map(|own| mismatch(own, lang)).collect();
    json!({"file": file, "holds": walk.holds(), "played": played, "mismatches": mismatches})
}

fn played(walk: &Playscript, outcome: &Outcome) -> Value {
    let scenario = &walk.scenario;
    let ending = outcome.session.ending().map(|ending| &scenario.ending(ending).name);
    json!({
        "scenario": scenario.id,
        "language": walk.language.tag(),
        "play": play(Some(walk.seed), &outcome.session.choice_ids()),
        "counts": {"expectations": outcome.asked, "unplayed": outcome.unplayed},
        "clock": clock(outcome.session.state().clock(scenario)),
        "ending": ending,
        "score": outcome.judged.map(|(score, _)| score.percent()),
        "verdict": outcome.judged.map(|(_, verdict)| verdict.word()),
    })
}

fn mismatch(mismatch: &Mismatch, lang: Lang) -> Value {
    let (kind, expected, found) = match &mismatch.kind {
        MismatchKind::Written(_) => ("written", None, None),
        MismatchKind::Unmet { expected, found } => ("unmet", Some(expected.in_lang(lang)), Some(found.in_lang(lang))),
        MismatchKind::Reloaded(_) => ("reloaded", None, None),
    };
    json!({
        "kind": kind,
        "place": place(&mismatch.place),
        "expected": expected,
        "found": found,
        "message": mismatch.message().in_lang(lang),
        "hint": hint(&mismatch.help, lang),
    })
}
