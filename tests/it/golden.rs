//! Stored plays of every bundled scenario, a perfect and a poor one, judged again: the ledger must be the same to the
//! last entry, on any machine and in every later version. The files under `tests/golden/` were written by the program
//! (`doorstep play … --save`); they hold choices and no texts, so wording may change and rules may not.

use crate::common::bundled;
use doorstep::play::engine::Session;
use doorstep::play::scoring::{Ledger, Scorecard};
use doorstep::play::solver::Solver;
use doorstep::record::attempt::Attempt;
use doorstep::store::load_attempt;
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn attempts() -> Vec<(String, Attempt)> {
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .expect("listed")
        .filter_map(|entry| entry.expect("an entry").file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".ron").map(str::to_owned))
        .collect();
    names.sort();
    let read = |name: String| (name.clone(), load_attempt(&folder().join(format!("{name}.ron"))).expect("it is read"));
    names.into_iter().map(read).collect()
}

fn play(attempt: &Attempt) -> Session {
    let scenario = bundled().scenario(&attempt.scenario).expect("it is bundled").clone();
    let mut session = Session::new(scenario, attempt.seed);
    attempt.line().iter().for_each(|id| assert!(session.take_id(id).is_ok(), "{id} is open"));
    assert!(session.is_over(), "a golden play is finished");
    session
}

/// The judgement, a line for each entry.
fn told(session: &Session) -> String {
    let (scenario, standard) = (session.scenario(), &bundled().standard);
    let best = Solver::new(scenario, standard).best(&mut scenario.rolls(session.seed())).expect("it is solved").best;
    let card = Scorecard::new(scenario, standard, Ledger::judge(scenario, standard, session.turns()), best);
    let ending = session.ending().map(|ending| &*scenario.ending(ending).name).expect("an ending");
    let mut told = format!("{ending}: {} of {best}, {}, {}\n", card.points, card.score, card.verdict.word());
    let ids = session.choice_ids();
    for entry in &card.ledger.entries {
        let choice = entry.turn.map_or("-".to_owned(), |turn| format!("{turn} {}", ids[turn]));
        let requirement = &standard.requirement(entry.requirement).id;
        writeln!(told, "{choice}: {} {requirement} {:+}", entry.kind.word(), entry.points).expect("a String takes all");
    }
    told
}

#[test]
fn stored_plays_are_judged_as_ever() {
    let attempts = attempts();
    for scenario in bundled().scenarios.iter() {
        for name in ["perfect", "poor"].map(|play| format!("{}.{play}", scenario.id)) {
            assert!(attempts.iter().any(|(known, _)| *known == name), "{name}.ron is missing");
        }
    }
    for (name, attempt) in attempts {
        let told = told(&play(&attempt));
        let perfect = told.contains(", 100, pass\n");
        assert_eq!(perfect, name.ends_with(".perfect"), "{name}: {told}");
        insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => "../golden", omit_expression => true }, {
            insta::assert_snapshot!(name, told);
        });
    }
}
