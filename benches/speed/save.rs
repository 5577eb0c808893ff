//! Keeping an attempt: what the next picture waits for.

use crate::worlds::chinese;
use divan::Bencher;
use doorstep::base::chance::Seed;
use doorstep::play::engine::RecordedMove;
use doorstep::record::attempt::{Attempt, AttemptId, Mode};
use doorstep::store::{Learner, Saves};
use jiff::Timestamp;
use std::path::Path;
use std::sync::Arc;

fn learner(saves: &Path) -> Learner {
    Saves::at(saves).open("Lin", chinese(), Timestamp::UNIX_EPOCH).expect("a learner").0
}

fn attempt() -> Attempt {
    Attempt {
        scenario: "customer_not_home".into(),
        seed: Seed::new(7),
        mode: Mode::Learn,
        language: chinese(),
        moves: (0..40).map(|n| RecordedMove::Take(format!("choice_{n}").into())).collect(),
        rules: 2,
        scenario_hash: "0".repeat(64).into(),
        standard_hash: "0".repeat(64).into(),
        started: Timestamp::UNIX_EPOCH,
        updated: Timestamp::UNIX_EPOCH,
        clock_moved: false,
        finished: false,
        result: None,
    }
}

/// With the first choice the attempt is written whole.
#[divan::bench]
fn written_whole(bencher: Bencher) {
    let saves = tempfile::tempdir().expect("a folder");
    let mut learner = learner(saves.path());
    let attempt = Arc::new(attempt());
    let mut ids = (1..).filter_map(AttemptId::new);
    bencher.bench_local(|| ids.next().map(|id| learner.save(id, &attempt)));
}

/// With every later one a line is added.
#[divan::bench]
fn added(bencher: Bencher) {
    let saves = tempfile::tempdir().expect("a folder");
    let mut learner = learner(saves.path());
    let mut attempt = Arc::new(attempt());
    learner.save(AttemptId::FIRST, &attempt).expect("saved");
    bencher.bench_local(|| {
        Arc::make_mut(&mut attempt).moves.push(RecordedMove::Hint);
        learner.save(AttemptId::FIRST, &attempt)
    });
}
