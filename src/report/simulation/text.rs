//! A crowd as a page of text: passes and scores, endings, the most frequent wrong turns.

use super::document::SimulationDocument;
use crate::play::scoring::Score;
use crate::play::solver::{Crowd, WrongTurn};
use std::cmp::Reverse;

/// How many wrong turns are named.
const WRONG_TURNS: usize = 8;

/// The width of the longest bar, in cells.
const BAR: u64 = 40;

/// The whole page.
pub fn render(document: &SimulationDocument) -> String {
    let mut lines = summary(document);
    lines.extend([String::new(), "Scores".to_owned()]);
    lines.extend(histogram(document.scenario.pass_mark, document.crowd));
    lines.extend([String::new(), "Endings".to_owned()]);
    lines.extend(endings(document));
    if !document.crowd.wrong_turns.is_empty() {
        lines.extend([String::new(), "Most frequent wrong turns".to_owned()]);
        let turns = document.crowd.wrong_turns.iter().take(WRONG_TURNS);
        lines.extend(turns.map(|turn| wrong_turn(document, turn)));
    }
    lines.push(format!("\n{:.2} million plays a second", document.plays_per_second / 1e6));
    lines.join("\n") + "\n"
}

fn summary(document: &SimulationDocument) -> Vec<String> {
    let (crowd, id) = (document.crowd, &document.scenario.id);
    let [low, middle, high] = [10, 50, 90].map(|share| crowd.percentile(share));
    vec![
        format!("{id} · {} players, policy {}, seed {}", crowd.players, document.policy, document.seed.number()),
        String::new(),
        format!("  passed    {}", share(crowd.passed, crowd)),
        format!("  critical  {}", share(crowd.critical, crowd)),
        format!("  score     mean {}, half score at most {middle}, eight of ten {low} to {high}", crowd.mean()),
        format!("  moves     {:.1} a play", as_f64(crowd.moves) / f64::from(crowd.players.max(1))),
    ]
}

fn endings(document: &SimulationDocument) -> Vec<String> {
    let mut endings: Vec<(&str, u32)> = document.endings().collect();
    endings.sort_by_key(|(_, count)| Reverse(*count));
    endings.iter().map(|(name, count)| format!("  {name:<28} {}", share(*count, document.crowd))).collect()
}

fn wrong_turn(document: &SimulationDocument, turn: &WrongTurn) -> String {
    let (scene, choice) = document.names(turn);
    format!("  {:>9} times  −{:<6} {scene} › {choice}", turn.times, Score(turn.loss).to_string())
}

fn share(count: u32, crowd: &Crowd) -> String {
    format!("{count:>9}  {:>5.1} %", f64::from(count) * 100.0 / f64::from(crowd.players.max(1)))
}

/// Tens of percent, the pass mark named where it lies.
fn histogram(pass_mark: u32, crowd: &Crowd) -> Vec<String> {
    let tens: Vec<u64> = (0..10).map(|ten| count(crowd, ten)).collect();
    let most = tens.iter().copied().max().unwrap_or(0).max(1);
    let line = |(from, count): (u32, &u64)| {
        let to = if from == 90 { 100 } else { from + 9 };
        let bar: String = (0..(count * BAR).div_ceil(most)).map(|_| '█').collect();
        let mark = if (from..=to).contains(&pass_mark) { "  pass mark" } else { "" };
        format!("  {from:>3} to {to:>3}  {count:>9}  {bar}{mark}")
    };
    (0..).step_by(10).zip(&tens).map(line).collect()
}

/// The plays that scored so many tens; a full score counts among the nineties.
fn count(crowd: &Crowd, ten: usize) -> u64 {
    let to = if ten == 9 { 101 } else { ten * 10 + 10 };
    crowd.scores[ten * 10..to].iter().map(|count| u64::from(*count)).sum()
}

/// A count of moves as a number that can be divided; exact, since no crowd makes as many as 2^53 moves.
#[expect(clippy::cast_precision_loss, reason = "at most a hundred million players, each with some dozen moves")]
fn as_f64(moves: u64) -> f64 {
    moves as f64
}
