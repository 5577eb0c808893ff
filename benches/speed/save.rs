//! Keeping an attempt: what the drawing thread waits for, and what the disk takes.

use crate::worlds::chinese;
use divan::Bencher;
use doorstep::base::chance::Seed;
use doorstep::play::engine::RecordedMove;
use doorstep::record::attempt::{Attempt, AttemptId, Mode};
use doorstep::store::{Learner, Saves};
use jiff::Timestamp;
use std::path::Path;

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
    }
}

/// After a choice: the attempt is handed over.
#[divan::bench]
fn handed_over(bencher: Bencher) {
    let saves = tempfile::tempdir().expect("a folder");
    let mut learner = learner(saves.path());
    bencher.with_inputs(attempt).bench_local_values(|attempt| learner.save(AttemptId::FIRST, &attempt));
}

/// In an exam: the attempt is on the disk.
#[divan::bench]
fn on_disk(bencher: Bencher) {
    let saves = tempfile::tempdir().expect("a folder");
    let learner = learner(saves.path());
    bencher.with_inputs(attempt).bench_local_values(|attempt| learner.save_now(AttemptId::FIRST, &attempt));
}
