//! Plays that are neither good nor bad, marked from the standard by somebody who had not seen the ledger: the judge must
//! come near those marks.

use crate::common::bundled;
use doorstep::base::chance::Seed;
use doorstep::play::engine::Session;
use doorstep::play::scoring::{Ledger, Scorecard};
use doorstep::play::solver::Solver;

const MARKS: &str = include_str!("../middling/marks.tsv");

/// How far a score may be from a mark, in points of 100, and in how many of the plays it must not be farther.
const NEAR: i32 = 10;
const AT_LEAST: usize = 20;

/// What the judge gives a play, in whole points of 100.
fn score(scenario: &str, seed: u64, choices: &str) -> i32 {
    let pack = bundled();
    let scenario = pack.scenario(scenario).expect("it is bundled");
    let mut session = Session::new(scenario.clone(), Seed::new(seed));
    for id in choices.split(',') {
        session.take_id(id).unwrap_or_else(|closed| panic!("{} {seed}: {closed}", scenario.id));
    }
    assert!(session.is_over(), "{} {seed}: a marked play is finished", scenario.id);
    let best =
        Solver::new(scenario, &pack.standard).best(&mut scenario.rolls(session.seed())).expect("it is solved").best;
    let ledger = Ledger::judge(scenario, &pack.standard, session.turns());
    let card = Scorecard::new(scenario, &pack.standard, ledger, best);
    i32::try_from(card.score.whole_percent()).expect("at most 100")
}

#[test]
fn middling_plays_score_near_what_a_trainer_would_give() {
    let rows: Vec<Vec<&str>> =
        MARKS.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows.len(), 24);
    let mut told = String::new();
    let mut near = 0;
    for row in &rows {
        let [scenario, seed, mark, choices, reason] = row[..] else { panic!("five parts: {row:?}") };
        let mark: i32 = mark.parse().expect("a mark");
        let score = score(scenario, seed.parse().expect("a seed"), choices);
        near += usize::from((score - mark).abs() <= NEAR);
        told += &format!("{scenario} {seed}: score {score}, mark {mark}: {reason}\n");
    }
    assert!(near >= AT_LEAST, "{near} of 24 are near:\n{told}");
}
