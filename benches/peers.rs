//! The solver's speed beside that of its peers, on the machine where it runs: `cargo run --release --example peers`,
//! or one part of it with `-- explore`, `values`, `check`, `long` or `simulate`. Times are those of one thread.
//!
//! The peers' figures were measured on a machine of the same kind with the same number of states.

mod worlds;

use doorstep::author::check::check;
use doorstep::base::chance::Seed;
use doorstep::content::scenario::PackSources;
use doorstep::play::engine::{Event, Move, State};
use doorstep::play::solver::{Policy, Simulator, Solver, StateIndex, Tracked, Values, Visitor, explore};
use rustix::time::{ClockId, clock_gettime};
use std::hint::black_box;
use std::time::Duration;

/// Each thing is done so often, and its best time counts: what else the machine did only adds.
const TIMES: usize = 5;

fn main() {
    let wanted = std::env::args().nth(1);
    let sections: [(&str, fn()); 5] =
        [("explore", explored), ("values", valued), ("check", checked), ("long", long), ("simulate", simulated)];
    for (_, section) in sections.iter().filter(|(name, _)| wanted.as_deref().is_none_or(|wanted| wanted == *name)) {
        section();
    }
}

/// The time that this thread had a core so far.
fn spent() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    let seconds = u64::try_from(time.tv_sec).expect("it only grows");
    Duration::new(seconds, u32::try_from(time.tv_nsec).expect("less than a second"))
}

/// The shortest of some runs.
fn best<T>(mut run: impl FnMut() -> T) -> (Duration, T) {
    let mut timed = (0..TIMES).map(|_| {
        let start = spent();
        let result = run();
        (spent().checked_sub(start).unwrap(), result)
    });
    let first = timed.next().expect("there is a first run");
    timed.fold(first, |best, next| if next.0 < best.0 { next } else { best })
}

fn row(what: &str, own: &str, peers: &str) {
    println!("{what:<58} {own:>22}   {peers}");
}

/// Sees every state and move and does nothing.
struct Blind;

impl Visitor for Blind {
    fn state(&mut self, _: StateIndex, state: &State) {
        black_box(state);
    }

    fn step(&mut self, _: StateIndex, _: &State, _: Move, events: &[Event], _: &State, _: Option<StateIndex>) {
        black_box(events);
    }
}

fn per_second(count: usize, time: Duration) -> String {
    format!("{:.2} M/s", real(count) / time.as_secs_f64() / 1e6)
}

fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).expect("no part makes so many"))
}

fn explored() {
    let pack = worlds::validate(&worlds::wide()).pack;
    let scenario = pack.scenarios.get(0).expect("valid");
    let walk = || explore(scenario, &pack.standard, &Tracked::none(scenario), 4_000_000, &mut Blind).0;
    let (time, walk) = best(walk);
    let told = format!("{} states", walk.states());
    row(
        &format!("states explored ({told})"),
        &per_second(walk.states(), time),
        "stateright 1.33, by hand 5.2 to 25 M/s",
    );
    row("  bytes a state", &format!("{:.1}", real(walk.bytes()) / real(walk.states())), "stateright 14 to 78");
    let (time, diagnostics) = best(|| check(scenario, &pack.standard).len());
    row(&format!("the same with every rule ({diagnostics} findings)"), &per_second(walk.states(), time), "");
}

fn valued() {
    let pack = worlds::validate(&worlds::wide_with_chance()).pack;
    let scenario = pack.scenarios.get(0).expect("valid");
    let solver = Solver::new(scenario, &pack.standard).bounded(4_000_000);
    let (time, states) = best(|| Values::new(&solver).expect("it is solved").states());
    row(&format!("values with chance ({states} states)"), &per_second(states, time), "by hand 3 to 4 M/s");
}

fn checked() {
    let story = worlds::story_sources();
    row("60 scenes proven, checked and solved", &format!("{:?}", best(|| whole(&story)).0), "");
    let bundled = worlds::bundled_sources();
    row("everything bundled proven, checked and solved", &format!("{:?}", best(|| whole(&bundled)).0), "");
    let pack = worlds::bundled();
    for scenario in pack.scenarios.iter() {
        let one = || check(scenario, &pack.standard).len();
        row(&format!("  {} checked", scenario.id), &format!("{:?}", best(one).0), "");
    }
}

fn long() {
    let long = worlds::long();
    row("5,000 scenes and 15,000 choices, the same", &format!("{:?}", best(|| whole(&long)).0), "");
}

/// Everything that `doorstep check` does with some content.
fn whole(sources: &PackSources) -> usize {
    let pack = worlds::validate(sources).pack;
    pack.scenarios.iter().flat_map(|scenario| check(scenario, &pack.standard)).count()
}

fn simulated() {
    const PLAYERS: u32 = 200_000;
    let pack = worlds::bundled();
    for scenario in pack.scenarios.iter() {
        let solver = Solver::new(scenario, &pack.standard);
        let values = Values::new(&solver).expect("it is solved");
        let mut simulator = Simulator::new(&values);
        // The scales of all outcomes of the dice are worked out once.
        simulator.play(Policy::Random, PLAYERS, Seed::new(0));
        let (time, crowd) = best(|| simulator.play(Policy::Random, PLAYERS, Seed::new(1)));
        let told = format!("random plays of {} ({} moves each)", scenario.id, crowd.moves / u64::from(PLAYERS));
        row(&told, &per_second(PLAYERS as usize, time), "ChoiceScript randomtest 0.0012 M/s");
    }
}
