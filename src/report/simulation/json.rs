//! A crowd as JSON.

use super::document::SimulationDocument;
use crate::play::solver::WrongTurn;
use crate::report::json::{DocumentKind, JsonDocument, document, percent};
use serde_json::{Value, json};

/// The whole document.
pub fn render(simulated: &SimulationDocument) -> JsonDocument {
    let crowd = simulated.crowd;
    let endings: Vec<Value> =
        simulated.endings().map(|(ending, times)| json!({"ending": ending, "times": times})).collect();
    let pass_rate = f64::from(crowd.passed) / f64::from(crowd.players.max(1));
    let keys = json!({
        "scenario": simulated.scenario.id,
        "policy": simulated.policy,
        "seed": simulated.seed.number(),
        "counts": {
            "players": crowd.players,
            "passed": crowd.passed,
            "critical": crowd.critical,
            "moves": crowd.moves,
        },
        "pass_rate": (pass_rate * 10_000.0).round() / 100.0,
        "mean": crowd.mean().percent(),
        "percentiles": {"10": crowd.percentile(10), "50": crowd.percentile(50), "90": crowd.percentile(90)},
        "scores": crowd.scores,
        "endings": endings,
        "wrong_turns": crowd.wrong_turns.iter().map(|turn| wrong_turn(simulated, turn)).collect::<Vec<_>>(),
        "plays_per_second": simulated.plays_per_second.round(),
    });
    document(DocumentKind::Simulate, keys)
}

fn wrong_turn(simulated: &SimulationDocument, turn: &WrongTurn) -> Value {
    let (scene, choice) = simulated.names(turn);
    json!({"scene": scene, "choice": choice, "times": turn.times, "loss": percent(turn.loss)})
}
