//! From text to proven content.

use crate::worlds;
use divan::Bencher;

/// A story of 60 scenes and 149 choices, with its small standard.
#[divan::bench]
fn story(bencher: Bencher) {
    let sources = worlds::story_sources();
    bencher.bench_local(|| worlds::validate(&sources));
}

/// Everything that the program carries, read and proven.
#[divan::bench]
fn bundled(bencher: Bencher) {
    bencher.bench_local(|| worlds::validate(&worlds::bundled_sources()));
}
