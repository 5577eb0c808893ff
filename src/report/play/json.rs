//! A play as JSON. Moves are numbered from 1, null where there is none; scores are numbers with two decimals; clocks are
//! `"HH:MM:SS"` of the scenario's day; texts are objects by language.

use super::document::{ClosedOption, FinishedPlay, LedgerRow, OpenOption, OpenPlay, PlayDocument, PlayProgress};
use crate::content::scenario::ChoiceKind;
use crate::play::scoring::{EDITION, Score};
use crate::report::clock::{clock, minutes};
use crate::report::numbered::number;
use crate::report::origin::origin_json;
use serde_json::{Map, Value, json};

/// The whole document. A play that was never stored has no keys `played`, `stale` and `rules`; `rules` are the editions of the
/// rules by which it was judged when it was played, and by which it is judged here.
pub fn render(document: &PlayDocument) -> Value {
    let mut keys = match &document.progress {
        PlayProgress::Open(play) => open(play),
        PlayProgress::Over(play) => over(play),
    };
    keys.insert("scenario".to_owned(), json!(document.scenario));
    keys.insert("seed".to_owned(), json!(document.seed.number()));
    if let Some(stored) = &document.stored {
        keys.insert("played".to_owned(), origin_json(&stored.origin));
        let stale: Vec<&str> = stored.outdated.iter().map(|what| what.word()).collect();
        keys.insert("stale".to_owned(), json!(stale));
        keys.insert("rules".to_owned(), json!({"played": stored.rules, "judged": EDITION}));
    }
    Value::Object(keys)
}

fn open(play: &OpenPlay) -> Map<String, Value> {
    let open = |option: &OpenOption| json!({"id": option.id, "kind": kind(option.kind), "text": option.text.json()});
    let locked =
        |option: &ClosedOption| json!({"id": option.id, "text": option.text.json(), "reason": option.reason.json()});
    keys([
        ("finished", json!(false)),
        ("scene", json!(play.scene)),
        ("clock", json!(clock(play.clock))),
        ("open", play.open.iter().map(open).collect()),
        ("locked", play.locked.iter().map(locked).collect()),
    ])
}

fn over(play: &FinishedPlay) -> Map<String, Value> {
    let entry = |row: &LedgerRow| json!({"requirement": row.requirement, "entry": row.kind.word(), "move": row.turn.map(number), "points": row.points});
    let dimension = |(id, share): &(Box<str>, Option<Score>)| json!({"id": id, "score": share.map(Score::percent)});
    keys([
        ("finished", json!(true)),
        ("ending", json!(play.ending)),
        ("score", json!(play.score.percent())),
        ("points", json!(play.points)),
        ("best", json!(play.best)),
        ("verdict", json!(play.verdict.word())),
        ("critical", json!(play.critical)),
        ("dimensions", play.dimensions.iter().map(dimension).collect()),
        ("ledger", play.ledger.iter().map(entry).collect()),
        ("minutes", json!(minutes(play.elapsed))),
        ("mood", json!(play.mood)),
    ])
}

fn keys<const N: usize>(keys: [(&str, Value); N]) -> Map<String, Value> {
    keys.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn kind(kind: ChoiceKind) -> &'static str {
    match kind {
        ChoiceKind::Say => "say",
        ChoiceKind::Do => "do",
        ChoiceKind::Wait => "wait",
    }
}
