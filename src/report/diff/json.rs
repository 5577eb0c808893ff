//! A change as a JSON document. Moves are counted, not numbered; losses are percent with two decimals.

use super::document::{ComparedVersion, DiffDocument, PlayedIn, StoredPlayDiff};
use crate::author::coverage::Exposure;
use crate::author::diff::{BestDiff, ExposureDiff, Fate, Judgement, LabelDiff, ReplayOutcome, Reworded, SetDiff};
use crate::base::chance::Seed;
use crate::base::text::{Lang, make_safe};
use crate::play::engine::Closed;
use crate::play::scoring::Label;
use serde_json::{Map, Value, json};

/// The whole document. `bests` holds the ways of the dice under which anything about the best play is different, of
/// `falls` ways in all; `compared` of them were looked at.
pub fn render(document: &DiffDocument) -> Value {
    let change = document.change;
    let parts = &change.parts;
    json!({
        "old": version(&document.old),
        "new": version(&document.new),
        "same": document.is_same(),
        "judged_alike": change.is_judged_alike(),
        "pass_mark": {"old": change.pass_mark.0, "new": change.pass_mark.1},
        "scenes": came(&parts.scenes),
        "choices": came(&parts.choices),
        "endings": came(&parts.endings),
        "reworded": parts.reworded.iter().map(reworded).collect::<Vec<_>>(),
        "falls": change.outcomes,
        "compared": change.bests.len(),
        "bests": change.bests.iter().filter(|best| best.changed()).map(best).collect::<Vec<_>>(),
        "moves_compared": change.compared,
        "labels": change.labels.iter().map(moved).collect::<Vec<_>>(),
        "requirements": change.exposures.iter().map(touched).collect::<Vec<_>>(),
        "stored": document.stored.iter().map(stored).collect::<Vec<_>>(),
    })
}

fn version(version: &ComparedVersion) -> Value {
    let scenario = version.edition.scenario;
    json!({"file": version.shown, "id": scenario.id, "hash": scenario.hash, "standard": version.standard_hash})
}

fn came(came: &SetDiff) -> Value {
    json!({"added": came.added, "removed": came.removed})
}

/// `languages` are null where a part is told in other words in all of its languages.
fn reworded(part: &Reworded) -> Value {
    let languages: Vec<&str> = part.only_in.iter().map(Lang::tag).collect();
    json!({"name": part.name, "languages": (!languages.is_empty()).then_some(languages)})
}

fn best(best: &BestDiff) -> Value {
    let dice: Map<String, Value> =
        best.outcome.dice.iter().map(|(name, outcome)| (name.to_string(), json!(outcome))).collect();
    json!({
        "dice": dice,
        "seed": best.outcome.seed.map(Seed::number),
        "points": {"old": best.old.points, "new": best.new.points},
        "line": {"old": best.old.ids, "new": best.new.ids},
        "old_line_now": fate(best.fate()),
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
    match replay {
        ReplayOutcome::Over { points, score, verdict, .. } => {
            json!({"over": true, "points": points, "score": score.percent(), "verdict": verdict.word()})
        }
        ReplayOutcome::Open { turns } => json!({"over": false, "moves": turns}),
        ReplayOutcome::Stopped { turn, choice, why } => {
            let why = match why {
                Closed::Over => "over",
                Closed::Unknown => "gone",
                Closed::NotOpen => "closed",
            };
            json!({"over": false, "moves": turn, "stopped_at": make_safe(choice), "why": why})
        }
    }
}

fn moved(moved: &LabelDiff) -> Value {
    let judged =
        |judged: &Judgement| json!({"label": judged.label.map(Label::word), "loss": f64::from(judged.loss) / 100.0});
    json!({
        "scene": moved.scene,
        "choice": moved.choice,
        "old": judged(&moved.was),
        "new": judged(&moved.is),
        "after": moved.after,
        "seed": moved.seed.map(Seed::number),
        "times": moved.times,
    })
}

fn touched(touched: &ExposureDiff) -> Value {
    let touch = |touch: &Exposure| json!({"due": touch.due, "remedy": touch.remedy, "met": touch.met, "breakable": touch.breakable});
    json!({"id": touched.id, "old": touch(&touched.was), "new": touch(&touched.is)})
}

fn stored(stored: &StoredPlayDiff) -> Value {
    json!({
        "learner": stored.learner,
        "number": stored.number,
        "file": stored.file,
        "seed": stored.seed,
        "played": stored.played.word(),
        "finished": stored.finished,
        "stale": stored.played != PlayedIn::New,
        "old": stored.was.as_ref().map(replay),
        "new": replay(&stored.is),
    })
}
