//! Playing a scenario's best line: events, texts and ledger.

use crate::worlds::{Line, bundled};
use divan::Bencher;
use divan::counter::ItemsCount;

/// Items are steps.
#[divan::bench]
fn best_lines(bencher: Bencher) {
    let lines = Line::all(&bundled());
    let steps: usize = lines.iter().map(|line| line.moves.len()).sum();
    bencher.counter(ItemsCount::new(steps)).bench_local(|| lines.iter().map(Line::play).collect::<Vec<_>>());
}
