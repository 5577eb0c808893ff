//! Crowds of players, held to plays that are really played: the same choices under the same dice, step by step, judged by
//! the ledger.

use crate::common::generated::{Whim, scenario};
use doorstep::base::chance::{Roll, Rolls, RollsWithoutEnd, Seed};
use doorstep::content::scenario::{EndingId, Scenario};
use doorstep::content::standard::Standard;
use doorstep::play::engine::{Event, Move, State, Turn, step};
use doorstep::play::scoring::{Ledger, Score};
use doorstep::play::solver::{Policy, Simulator, Solver, Values};
use proptest::prelude::{ProptestConfig, TestCaseError, prop_assert_eq, prop_assume, proptest};

/// One play, as the player of a policy makes it: its final points, whether it broke something critical, where it ended.
fn played(
    scenario: &Scenario,
    standard: &Standard,
    policy: Policy,
    rolls: &Rolls,
    stream: &mut RollsWithoutEnd,
) -> End {
    let (mut rolls, mut before, mut turns) = (rolls.clone(), State::opening(scenario), Vec::new());
    while let Some(scene) = before.scene(scenario) {
        let open: Vec<_> = before.open_choices(scenario).collect();
        let length = |n: &usize| {
            let text = &scenario.scene(scene).choices[open[*n].index()].text;
            (text.in_lang(scenario.languages[0]).chars().count(), std::cmp::Reverse(*n))
        };
        let pick = match policy {
            Policy::Random => stream.roll().below(u32::try_from(open.len()).expect("few are open")) as usize,
            Policy::First => 0,
            Policy::Longest => (0..open.len()).max_by_key(length).expect("something is open"),
            Policy::Novice { .. } | Policy::Expert => unreachable!("they need to know what is best"),
        };
        let taken = Move { scene, choice: open[pick] };
        let mut events = Vec::new();
        let after = step(scenario, &before, taken, &mut rolls, &mut events);
        turns.push(Turn { taken, before, after, events });
        before = after;
    }
    let ledger = Ledger::judge(scenario, standard, &turns);
    let last = turns.iter().flat_map(|turn| &turn.events).rev();
    let mut endings = last.filter_map(|event| if let Event::Ended(ending) = event { Some(*ending) } else { None });
    End {
        points: ledger.points(),
        critical: !ledger.critical(standard).is_empty(),
        moves: turns.len() as u64,
        ending: endings.next().expect("it has ended"),
    }
}

struct End {
    points: i32,
    critical: bool,
    moves: u64,
    ending: EndingId,
}

fn agree(
    scenario: &Scenario,
    standard: &Standard,
    policy: Policy,
    seeds: std::ops::Range<u64>,
) -> Result<(), TestCaseError> {
    let solver = Solver::new(scenario, standard);
    let Ok(values) = Values::new(&solver) else { return Err(TestCaseError::reject("nothing to win")) };
    let mut simulator = Simulator::new(&values);
    for seed in seeds.map(Seed::new) {
        let crowd = simulator.play(policy, 1, seed);
        let mut stream = seed.rolls_without_end("crowd");
        let rolls = Rolls(scenario.chances.iter().map(|_| stream.roll()).collect::<Box<[Roll]>>());
        let end = played(scenario, standard, policy, &rolls, &mut stream);
        let best = solver.best(&mut rolls.clone()).map_or(0, |solution| solution.best);
        let score = Score::share(end.points, best);
        prop_assert_eq!(crowd.mean(), score, "seed {}", seed);
        prop_assert_eq!((crowd.critical, crowd.moves), (u32::from(end.critical), end.moves), "seed {}", seed);
        prop_assert_eq!(crowd.endings[end.ending.index()], 1, "seed {}", seed);
        let passed = !end.critical && score.0 >= scenario.pass_mark * 100;
        prop_assert_eq!(crowd.passed, u32::from(passed), "seed {}", seed);
    }
    Ok(())
}

const HABITS: [Policy; 3] = [Policy::Random, Policy::First, Policy::Longest];

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, max_global_rejects: 100_000, ..ProptestConfig::default() })]

    #[test]
    fn a_simulated_play_comes_to_what_the_same_choices_really_come_to(case: u64) {
        let (text, fragment) = scenario(&mut Whim(case | 1));
        let loaded = crate::common::world(&text, &[("side", &fragment)]);
        prop_assume!(loaded.diagnostics.is_empty());
        let scenario = loaded.pack.scenario("test").expect("it is proven");
        for policy in HABITS {
            agree(scenario, &loaded.pack.standard, policy, 0..8)?;
        }
    }
}

#[test]
fn the_same_holds_in_every_bundled_scenario() {
    let pack = crate::common::bundled();
    for scenario in pack.scenarios.iter() {
        for policy in HABITS {
            agree(scenario, &pack.standard, policy, 0..8).unwrap_or_else(|why| panic!("{}: {why}", scenario.id));
        }
    }
}

#[test]
fn experts_score_a_hundred_novices_less_and_chance_does_not_pass() {
    let pack = crate::common::bundled();
    for scenario in pack.scenarios.iter() {
        let solver = Solver::new(scenario, &pack.standard);
        let values = Values::new(&solver).expect("it is solved");
        let mut simulator = Simulator::new(&values);
        let mut crowd = |policy| simulator.play(policy, 2_000, Seed::new(7));
        let expert = crowd(Policy::Expert);
        assert_eq!((expert.mean(), expert.passed), (Score::FULL, 2_000), "{}", scenario.id);
        assert!(expert.wrong_turns.is_empty() && expert.percentile(1) == 100, "{}", scenario.id);
        let novice = crowd(Policy::Novice { slips: 30 });
        let careful = crowd(Policy::Novice { slips: 5 });
        let random = crowd(Policy::Random);
        assert!(careful.mean() > novice.mean() && novice.mean() > random.mean(), "{}", scenario.id);
        assert!(random.passed <= 2, "{}: one in a thousand may be lucky, {} were", scenario.id, random.passed);
        assert!(!novice.wrong_turns.is_empty(), "{}", scenario.id);
        assert_eq!(novice.scores.iter().sum::<u32>(), 2_000);
        assert_eq!(crowd(Policy::Random), random, "the same seed gives the same crowd");
    }
}
