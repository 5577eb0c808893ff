//! Every path of everything bundled, and every outcome of the dice solved.

use crate::worlds::bundled;
use divan::Bencher;
use doorstep::author::check::check;

#[divan::bench(sample_count = 3)]
fn bundled_content(bencher: Bencher) {
    let pack = bundled();
    let check_all = || pack.scenarios.iter().flat_map(|scenario| check(scenario, &pack.standard)).count();
    bencher.bench_local(check_all);
}
