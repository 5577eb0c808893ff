//! A play.

use super::statement::{Statement, StatementParts, XapiHome, activity, duration, scaled, uuid};
use super::vocabulary::{ATTEMPTED, COMPLETED, MODE, SCENARIOS, SEED, SIMULATION};
use crate::content::scenario::Pack;
use crate::record::attempt::Attempt;
use crate::record::play_result::PlayResult;
use serde_json::{Map, Value, json};

/// What a learner did with a scenario. What it came to is told where the play says so itself.
pub fn of_play(attempt: &Attempt, learner: &str, home: &XapiHome, pack: &Pack) -> Statement {
    let title = pack.scenario(&attempt.scenario).map(|own| &own.title);
    let object = activity(&home.below(SCENARIOS, &attempt.scenario), SIMULATION, title);
    let mut result = json!({"completion": attempt.finished});
    if !attempt.clock_moved {
        result["duration"] = json!(duration(attempt.lasted()));
    }
    if let Some(score) = attempt.result.filter(|_| attempt.finished).and_then(score) {
        result["score"] = score;
    }
    let mut context = Map::new();
    let extensions = json!({
        home.below(MODE, ""): attempt.mode.word(),
        // As words: a number so large is another in many readers.
        home.below(SEED, ""): attempt.seed.number().to_string(),
    });
    context.insert("extensions".to_owned(), extensions);
    let began = attempt.started.to_string();
    let told = StatementParts {
        home,
        learner,
        lang: attempt.language,
        at: attempt.updated,
        verb: if attempt.finished { COMPLETED } else { ATTEMPTED },
        object,
        result: Some(result),
        registration: uuid(&[
            home.address(),
            learner,
            &attempt.scenario,
            &attempt.seed.number().to_string(),
            attempt.mode.word(),
            &began,
        ]),
        context,
    };
    told.statement()
}

fn score(own: PlayResult) -> Option<Value> {
    let PlayResult { points, best } = own;
    let share = f64::from(points) / f64::from(best);
    (best > 0 && points <= best).then(|| json!({"scaled": scaled(share), "raw": points, "max": best}))
}
