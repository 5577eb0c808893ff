//! The best play of each bundled scenario under one seed.

use crate::worlds::bundled;
use divan::Bencher;
use doorstep::base::chance::Seed;
use doorstep::play::solver::Solver;

const IDS: [&str; 4] = ["customer_not_home", "shoe_covers_declined", "complaint_escalation", "churn_retention"];

#[divan::bench(args = IDS, sample_count = 10)]
fn best(bencher: Bencher, id: &str) {
    let pack = bundled();
    let scenario = pack.scenario(id).expect("it is bundled");
    bencher.bench_local(|| Solver::new(scenario, &pack.standard).best(&mut scenario.rolls(Seed::new(0))));
}
