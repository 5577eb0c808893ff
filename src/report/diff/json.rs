//! A change as JSON.

use super::document::{ComparedVersion, DiffDocument, StoredPlayDiff};
use crate::author::diff::{
    BestDiff, BestPlay, ExposureDiff, Fate, Judgement, LabelDiff, ReplayOutcome, Reworded, SetDiff,
};
use crate::base::text::{Lang, make_safe};
use crate::play::engine::Closed;
use crate::play::scoring::Label;
use crate::report::json::{DocumentKind, JsonDocument, document, exposure, percent, play};
use crate::report::numbered::number;
use serde_json::{Map, Value, json};

/// The whole document. `bests` holds the outcomes of the dice under which anything about the best play is different.
pub fn render(compared: &DiffDocument) -> JsonDocument {
    let change = compared.change;
    let parts = &change.parts;
    let keys = json!({
        "old": version(&compared.old),
        "new": version(&compared.new),
        "same": compared.is_same(),
        "judged_alike": change.is_judged_alike(),
        "pass_mark": {"old": change.pass_mark.0, "new": change.pass_mark.1},
        "scenes": names(&parts.scenes),
        "choices": choices(&parts.choices),
        "endings": names(&parts.endings),
        "reworded": parts.reworded.iter().map(reworded).collect::<Vec<_>>(),
        "counts": {
            "outcomes": change.outcomes,
            "outcomes_compared": change.bests.len(),
            "moves_compared": change.compared,
        },
        "bests": change.bests.iter().filter(|best| best.changed()).map(best).collect::<Vec<_>>(),
        "labels": change.labels.iter().map(moved).collect::<Vec<_>>(),
        "requirements": change.exposures.iter().map(touched).collect::<Vec<_>>(),
        "stored": compared.stored.iter().map(stored).collect::<Vec<_>>(),
    });
    document(DocumentKind::Diff, keys)
}

fn version(version: &ComparedVersion) -> Value {
    let scenario = version.edition.scenario;
    json!({
        "file": version.shown,
        "scenario": scenario.id,
        "scenario_hash": scenario.hash,
        "standard_hash": version.standard_hash,
    })
}

fn names(names: &SetDiff) -> Value {
    json!({"added": names.added, "removed": names.removed})
}

/// Choices are compared as `scene/choice`.
fn choices(ways: &SetDiff) -> Value {
    let choice = |way: &String| {
        let (scene, choice) = way.split_once('/').unwrap_or_default();
        json!({"scene": scene, "choice": choice})
    };
    let choices = |ways: &[String]| ways.iter().map(choice).collect::<Vec<_>>();
    json!({"added": choices(&ways.added), "removed": choices(&ways.removed)})
}

/// `languages` are null where a part is told in other words in all of its languages.
fn reworded(part: &Reworded) -> Value {
    let languages: Vec<&str> = part.only_in.iter().map(Lang::tag).collect();
    json!({"name": part.name, "languages": (!languages.is_empty()).then_some(languages)})
}

fn best(best: &BestDiff) -> Value {
    let dice: Map<String, Value> =
        best.outcome.dice.iter().map(|(name, outcome)| (name.to_string(), json!(outcome))).collect();
    let version = |own: &BestPlay| json!({"play": play(best.outcome.seed, &own.ids), "best": own.points});
    json!({
        "dice": dice,
        "old": version(&best.old),
        "new": version(&best.new),
        "old_play_now": fate(best.fate()),
        "replay": replay(&best.again),
    })
}

fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Full => "full",
        Fate::Less => "less",
        Fate::Fails => "fails",
        Fate::Unfit => "unfit",
    }
}

fn replay(replay: &ReplayOutcome) -> Value {
    let (points, score, verdict) = match replay {
        ReplayOutcome::Over { points, score, verdict, .. } => {
            (Some(points), Some(score.percent()), Some(verdict.word()))
        }
        ReplayOutcome::Open { .. } | ReplayOutcome::Stopped { .. } => (None, None, None),
    };
    let stopped = match replay {
        ReplayOutcome::Stopped { turn, choice, why } => {
            Some(json!({"move": number(*turn), "choice": make_safe(choice), "why": closed(*why)}))
        }
        ReplayOutcome::Over { .. } | ReplayOutcome::Open { .. } => None,
    };
    json!({"finished": points.is_some(), "points": points, "score": score, "verdict": verdict, "stopped": stopped})
}

fn closed(why: Closed) -> &'static str {
    match why {
        Closed::Over => "over",
        Closed::Unknown => "gone",
        Closed::NotOpen => "closed",
    }
}

fn moved(moved: &LabelDiff) -> Value {
    let judged = |judged: &Judgement| json!({"label": judged.label.map(Label::word), "loss": percent(judged.loss)});
    json!({
        "scene": moved.scene,
        "choice": moved.choice,
        "old": judged(&moved.was),
        "new": judged(&moved.is),
        "play": play(moved.seed, &moved.after),
        "times": moved.times,
    })
}

fn touched(touched: &ExposureDiff) -> Value {
    json!({"requirement": touched.id, "old": exposure(touched.was), "new": exposure(touched.is)})
}

fn stored(stored: &StoredPlayDiff) -> Value {
    json!({
        "learner": stored.learner,
        "number": stored.number,
        "file": stored.file,
        "play": play(Some(stored.seed), &stored.choices),
        "version": stored.played.word(),
        "finished": stored.finished,
        "old": stored.was.as_ref().map(replay),
        "new": replay(&stored.is),
    })
}
