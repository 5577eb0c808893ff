//! How many states and lines of play there are: pinned, as chess programs pin theirs, and bounded where a scenario has
//! more than anybody could search.

use crate::common::generated::{self, Whim};
use crate::common::{bundled, scenario_around, world};
use doorstep::author::check::check_within;
use doorstep::base::chance::{Rolls, Seed};
use doorstep::base::diagnostic::Code;
use doorstep::content::notation::Source;
use doorstep::content::scenario::{Loaded, PackSources, Scenario, load};
use doorstep::content::standard::Standard;
use doorstep::play::engine::{Event, Move, State, advance};
use doorstep::play::scoring::Score;
use doorstep::play::solver::{
    Branches, OutcomeBranching, Policy, Simulator, Solver, StateIndex, Tracked, Unsolved, Values, Visitor, explore,
};
use doorstep::store::Content;
use std::collections::VecDeque;
use std::fmt::Write;

/// How many different ways there are to make so many moves, those that are over before among them.
fn lines(scenario: &Scenario, state: State, rolls: &Rolls, depth: u32) -> u64 {
    let Some(scene) = state.scene(scenario).filter(|_| depth > 0) else { return 1 };
    let after = |choice| advance(scenario, &state, Move { scene, choice }, &mut rolls.clone(), &mut Vec::new());
    state.open_choices(scenario).map(|choice| lines(scenario, after(choice), rolls, depth - 1)).sum()
}

/// Whoever changes what is open where, or when a play ends, changes these numbers.
#[test]
fn the_lines_of_play_are_as_many_as_they_were() {
    let mut told = String::new();
    for scenario in bundled().scenarios.iter() {
        let rolls = scenario.rolls(Seed::new(7));
        let counts: Vec<u64> = (1..=8).map(|depth| lines(scenario, State::opening(scenario), &rolls, depth)).collect();
        writeln!(told, "{}: {counts:?}", scenario.id).expect("a String takes everything");
    }
    insta::assert_snapshot!(told);
}

/// A room in which ten steps of one procedure may come in any order.
fn ten_steps() -> Loaded {
    let step = |n: usize| {
        format!(
            r#"Choice(id: "step{n:02}", text: {{ "en": "Step {n}" }}, once: true, meets: ["basic.conduct.visit.normal.{n:02}.r1"]),"#
        )
    };
    let steps: String = (1..=10).map(step).collect();
    let due: Vec<String> = (1..=10).map(|n| format!("\"basic.conduct.visit.normal.{n:02}.r1\", ")).collect();
    let due = due.concat();
    let scenario = scenario_around(&format!(
        r#"clock: (start: "08:00", closes_at: "23:59", timeout: "late"), due: [{due}], start: "room",
scenes: {{ "room": Scene(choices: [{steps} Choice(id: "done", text: {{ "en": "Done" }}, goto: "end")]) }},
endings: {{ "end": Ending(title: {{ "en": "End" }}, lines: []), "late": Ending(title: {{ "en": "Late" }}, lines: []) }},"#
    ));
    let surroundings = Content::embedded().read().expect("the content is read").sources;
    let scenarios = vec![Source::new("test.ron", &scenario)];
    load(&PackSources { scenarios, courses: Vec::new(), exams: Vec::new(), ..surroundings }).expect("it is sound")
}

#[test]
fn ten_steps_in_any_order_do_not_explode() {
    let loaded = ten_steps();
    assert!(loaded.diagnostics.is_empty(), "{}", loaded.diagnostics[0]);
    let (scenario, standard) = (loaded.pack.scenarios.get(0).expect("valid"), &loaded.pack.standard);
    let solver = Solver::new(scenario, standard);
    let solution = solver.best(&mut scenario.rolls(Seed::new(0))).expect("it is solved");
    let everything: i32 = scenario.due.iter().map(|due| standard.requirement(due.requirement).weight.points()).sum();
    assert_eq!((solution.best, solution.line.len()), (everything, 11));
    // Ten steps can be done in 3,628,800 orders, and any of them left out.
    assert!(solution.states < 40_000, "{} states", solution.states);
    let values = Values::new(&solver).expect("it is solved");
    let expert = Simulator::new(&values).play(Policy::Expert, 10, Seed::new(0));
    assert_eq!((expert.mean(), expert.moves), (Score::FULL, 110));
}

/// Nine numbers of ten values, each raised as one likes.
fn a_thousand_million_states() -> Loaded {
    let variables: Vec<String> = (0..9).map(|n| format!("\"n{n}\": Number(from: 0, to: 9), ")).collect();
    let variables = variables.concat();
    let raise = |n: usize| {
        format!(
            r#"Choice(id: "raise{n}", text: {{ "en": "x" }}, takes: "1s", when: "n{n} < 9", effects: ["n{n} += 1"]),"#
        )
    };
    let raises: String = (0..9).map(raise).collect();
    let scenario = format!(
        r#"clock: (start: "08:00", closes_at: "23:59", timeout: "late"), variables: {{ {variables} }},
due: ["basic.c.01.r2"], start: "room",
scenes: {{ "room": Scene(choices: [{raises} Choice(id: "go", text: {{ "en": "x" }}, meets: ["basic.c.01.r2"], goto: "end")]) }},
endings: {{ "end": Ending(title: {{ "en": "x" }}, lines: []), "late": Ending(title: {{ "en": "x" }}, lines: []) }},"#
    );
    world(&scenario_around(&scenario), &[])
}

#[test]
fn what_is_too_large_is_said_to_be() {
    const BOUND: usize = 50_000;
    let loaded = a_thousand_million_states();
    assert!(loaded.diagnostics.is_empty(), "{}", loaded.diagnostics[0]);
    let (scenario, standard) = (loaded.pack.scenarios.get(0).expect("valid"), &loaded.pack.standard);
    let solver = Solver::new(scenario, standard).bounded(BOUND);
    let too_large = Unsolved::TooLarge { bound: BOUND };
    assert_eq!(solver.best(&mut scenario.rolls(Seed::new(0))).map(|_| ()), Err(too_large));
    assert_eq!(Values::new(&solver).map(|_| ()).err(), Some(too_large));
    let diagnostics = check_within(scenario, standard, BOUND);
    let told: Vec<String> = diagnostics.iter().filter(|f| f.code == Code::UNBOUNDED).map(ToString::to_string).collect();
    assert_eq!(told.len(), 1, "{diagnostics:?}");
    assert!(told[0].contains("more than 50000 states") && told[0].contains("not searched to its end"), "{}", told[0]);
}

/// Puts every move that a walk shows to the rules once more.
struct RulesBeside<'s> {
    scenario: &'s Scenario,
    /// What the rules make of the state at hand, as far as the walk has not shown it yet.
    left: VecDeque<(Move, Vec<Event>, State)>,
    moves: usize,
}

impl Visitor for RulesBeside<'_> {
    fn state(&mut self, _: StateIndex, state: &State) {
        assert!(self.left.is_empty(), "the walk leaves out {:?}", self.left);
        let Some(scene) = state.scene(self.scenario) else { return };
        for choice in state.open_choices(self.scenario) {
            let (taken, mut dice) = (Move { scene, choice }, Branches::default());
            loop {
                let mut events = Vec::new();
                let after = advance(self.scenario, state, taken, &mut dice, &mut events);
                self.left.push_back((taken, events, after));
                if !dice.turn() {
                    break;
                }
            }
        }
    }

    fn step(&mut self, _: StateIndex, _: &State, taken: Move, events: &[Event], after: &State, _: Option<StateIndex>) {
        self.moves += 1;
        let (by_rule, shown) = (self.left.pop_front(), (taken, events.to_vec(), *after));
        assert_eq!(by_rule, Some(shown), "a move that is looked up is the one that the rules make");
    }
}

/// Walks a scenario with the rules beside it; how many moves it has.
fn walked_with_the_rules(scenario: &Scenario, standard: &Standard) -> usize {
    let mut beside = RulesBeside { scenario, left: VecDeque::new(), moves: 0 };
    let (_, walked) = explore(scenario, standard, &Tracked::none(scenario), 1_000_000, &mut beside);
    walked.expect("it is small enough");
    assert!(beside.left.is_empty());
    beside.moves
}

#[test]
fn a_move_that_is_looked_up_is_the_one_that_the_rules_make() {
    let mut whim = Whim(0x5eed_0d00);
    let mut moves = 0;
    for _ in 0..400 {
        let (scenario, fragment) = generated::scenario(&mut whim);
        let loaded = world(&scenario, &[("side", &fragment)]);
        moves += walked_with_the_rules(loaded.pack.scenarios.get(0).expect("valid"), &loaded.pack.standard);
    }
    assert!(moves > 20_000, "{moves} moves");
    let pack = bundled();
    for scenario in pack.scenarios.iter() {
        walked_with_the_rules(scenario, &pack.standard);
    }
}
