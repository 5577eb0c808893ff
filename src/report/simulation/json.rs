//! A crowd as JSON. `scores` counts plays by whole percent, 0 to 100; `percentiles` are whole percent.

use super::document::SimulationDocument;
use crate::play::scoring::Score;
use crate::play::solver::WrongTurn;
use serde_json::{Map, Value, json};

/// The whole document.
pub fn render(document: &SimulationDocument) -> Value {
    let crowd = document.crowd;
    let endings: Map<String, Value> = document.endings().map(|(name, count)| (name.to_owned(), json!(count))).collect();
    json!({
        "scenario": document.scenario.id,
        "policy": document.policy,
        "players": crowd.players,
        "seed": document.seed.number(),
        "passed": crowd.passed,
        "pass_rate": f64::from(crowd.passed) / f64::from(crowd.players.max(1)),
        "critical": crowd.critical,
        "mean": crowd.mean().percent(),
        "percentiles": {"10": crowd.percentile(10), "50": crowd.percentile(50), "90": crowd.percentile(90)},
        "moves": crowd.moves,
        "scores": crowd.scores,
        "endings": endings,
        "wrong_turns": crowd.wrong_turns.iter().map(|turn| wrong_turn(document, turn)).collect::<Vec<_>>(),
        "plays_per_second": document.plays_per_second.round(),
    })
}

fn wrong_turn(document: &SimulationDocument, turn: &WrongTurn) -> Value {
    let (scene, choice) = document.names(turn);
    json!({"scene": scene, "choice": choice, "times": turn.times, "loss": Score(turn.loss).percent()})
}
