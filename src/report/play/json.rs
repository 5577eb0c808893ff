//! A play as JSON, finished or not.

use super::document::{
    ClosedOption, FinishedPlay, LedgerRow, OpenOption, OpenPlay, PlayDocument, PlayProgress, StoredPlay,
};
use crate::content::scenario::ChoiceKind;
use crate::play::scoring::{EDITION, Score};
use crate::report::clock::clock;
use crate::report::json::{DocumentKind, JsonDocument, document, play, record};
use crate::report::numbered::number;
use serde_json::{Value, json};

/// The whole document. `stale` is what has changed since a play was stored; `rules` are the editions of the rules by which it
/// was judged when it was played, and by which it is judged here.
pub fn render(told: &PlayDocument) -> JsonDocument {
    let (finished, mut keys) = match &told.progress {
        PlayProgress::Open(play) => (false, open(play)),
        PlayProgress::Over(play) => (true, over(play)),
    };
    let stored = told.stored.as_ref();
    let stale = |stored: &StoredPlay| stored.outdated.iter().map(|what| json!(what.word())).collect::<Value>();
    keys["finished"] = json!(finished);
    keys["scenario"] = json!(told.scenario);
    keys["play"] = play(Some(told.seed), &told.choices);
    keys["record"] = stored.map(|stored| record(&stored.origin)).into();
    keys["stale"] = stored.map(stale).into();
    keys["rules"] = stored.map(|stored| json!({"played": stored.rules, "judged": EDITION})).into();
    document(DocumentKind::Play, keys)
}

fn open(play: &OpenPlay) -> Value {
    let open = |option: &OpenOption| json!({"id": option.id, "kind": kind(option.kind), "text": option.text.json()});
    let locked =
        |option: &ClosedOption| json!({"id": option.id, "text": option.text.json(), "reason": option.reason.json()});
    json!({
        "scene": play.scene,
        "clock": clock(play.clock),
        "open": play.open.iter().map(open).collect::<Vec<_>>(),
        "locked": play.locked.iter().map(locked).collect::<Vec<_>>(),
    })
}

/// How a finished play is judged, as every document of one says it.
pub(in crate::report) fn over(play: &FinishedPlay) -> Value {
    let dimension =
        |(id, share): &(Box<str>, Option<Score>)| json!({"dimension": id, "score": share.map(Score::percent)});
    json!({
        "ending": play.ending,
        "score": play.score.percent(),
        "points": play.points,
        "best": play.best,
        "verdict": play.verdict.word(),
        "critical": play.critical,
        "dimensions": play.dimensions.iter().map(dimension).collect::<Vec<_>>(),
        "ledger": play.ledger.iter().map(entry).collect::<Vec<_>>(),
        "elapsed_seconds": play.elapsed,
        "mood": play.mood,
    })
}

fn entry(row: &LedgerRow) -> Value {
    json!({
        "requirement": row.requirement,
        "entry": row.kind.word(),
        "move": row.turn.map(number),
        "points": row.points,
    })
}

fn kind(kind: ChoiceKind) -> &'static str {
    match kind {
        ChoiceKind::Say => "say",
        ChoiceKind::Do => "do",
        ChoiceKind::Wait => "wait",
    }
}
