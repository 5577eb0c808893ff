//! What a moment is worth, held to brute force: every choice and every outcome of small generated scenarios tried, and
//! the promise that play without foresight reaches 100 in each bundled one.
//!
//! Brute force judges whole plays by the ledger and averages as it returns; it shares neither the tally, nor the table of
//! states, nor the whole numbers of the solver.

use crate::common::generated::{Whim, scenario};
use doorstep::base::chance::{Dice, Rolls, Seed};
use doorstep::content::scenario::Scenario;
use doorstep::content::standard::Standard;
use doorstep::play::engine::{Event, Move, State, Turn, advance};
use doorstep::play::scoring::{EntryKind, Ledger};
use doorstep::play::solver::{Solver, Unsolved, Values, every_outcome, seed_like};
use proptest::prelude::{ProptestConfig, TestCaseError, prop_assert, prop_assert_eq, prop_assume, proptest};
use std::fmt::Write;

/// Dice that fall as they are told, and then on the first outcome that can come.
#[derive(Default)]
struct Told {
    wanted: Vec<usize>,
    drawn: Vec<Vec<u32>>,
}

impl Dice for Told {
    fn draw(&mut self, _chance: usize, weights: &[u32]) -> usize {
        let wanted = self.wanted.get(self.drawn.len()).copied();
        self.drawn.push(weights.to_vec());
        wanted.unwrap_or_else(|| {
            let first = weights.iter().position(|weight| *weight > 0).expect("some outcome can come");
            self.wanted.push(first);
            first
        })
    }
}

struct World<'w> {
    scenario: &'w Scenario,
    standard: &'w Standard,
    penalty: f64,
    /// How many plays may still be tried.
    left: u32,
}

impl World<'_> {
    /// Every way in which a choice can turn out, with its probability.
    fn turns(&self, before: State, taken: Move) -> Vec<(f64, Turn)> {
        let mut all = Vec::new();
        let mut wanted = Vec::new();
        loop {
            let mut dice = Told { wanted, drawn: Vec::new() };
            let mut events = Vec::new();
            let after = advance(self.scenario, &before, taken, &mut dice, &mut events);
            let odds = dice.drawn.iter().zip(&dice.wanted);
            let share = odds.map(|(weights, n)| f64::from(weights[*n]) / f64::from(weights.iter().sum::<u32>()));
            all.push((share.product(), Turn { taken, before, after, events }));
            wanted = dice.wanted;
            loop {
                let Some(last) = wanted.pop() else { return all };
                let weights = &dice.drawn[wanted.len()];
                if let Some(next) = (last + 1..weights.len()).find(|n| weights[*n] > 0) {
                    wanted.push(next);
                    break;
                }
            }
        }
    }

    fn open(&self, state: &State) -> Vec<Move> {
        let Some(scene) = state.scene(self.scenario) else { return Vec::new() };
        state.open_choices(self.scenario).map(|choice| Move { scene, choice }).collect()
    }

    /// The final points of a play, each critical break at its penalty.
    fn points(&self, play: &[Turn]) -> f64 {
        let ledger = Ledger::judge(self.scenario, self.standard, play);
        let critical = |id| self.standard.requirement(id).is_critical();
        let broken = ledger.entries.iter().filter(|e| e.kind == EntryKind::Broken && critical(e.requirement)).count();
        f64::from(ledger.points()) - self.penalty * exactly(broken)
    }

    fn state(&self, play: &[Turn]) -> State {
        play.last().map_or_else(|| State::opening(self.scenario), |turn| turn.after)
    }

    /// The expected final points of best play from here; none when there are too many plays to try.
    fn expected(&mut self, play: &mut Vec<Turn>) -> Option<f64> {
        let moves = self.open(&self.state(play));
        if moves.is_empty() {
            self.left = self.left.checked_sub(1)?;
            return Some(self.points(play));
        }
        let mut best = f64::NEG_INFINITY;
        for taken in moves {
            best = best.max(self.of_move(play, taken)?);
        }
        Some(best)
    }

    fn of_move(&mut self, play: &mut Vec<Turn>, taken: Move) -> Option<f64> {
        let mut sum = 0.0;
        for (share, turn) in self.turns(self.state(play), taken) {
            play.push(turn);
            let rest = self.expected(play);
            play.pop();
            sum += share * rest?;
        }
        Some(sum)
    }

    /// The most points with the dice as they fell.
    fn reachable(&self, play: &mut Vec<Turn>, rolls: &Rolls) -> f64 {
        let moves = self.open(&self.state(play));
        if moves.is_empty() {
            return self.points(play);
        }
        let mut best = f64::NEG_INFINITY;
        for taken in moves {
            play.push(self.step(play, taken, rolls));
            best = best.max(self.reachable(play, rolls));
            play.pop();
        }
        best
    }

    fn step(&self, play: &[Turn], taken: Move, rolls: &Rolls) -> Turn {
        let before = self.state(play);
        let mut events = Vec::new();
        let after = advance(self.scenario, &before, taken, &mut rolls.clone(), &mut events);
        Turn { taken, before, after, events }
    }
}

/// How many plays are tried at most from one moment.
const PLAYS: u32 = 20_000;

fn agree(case: u64) -> Result<(), TestCaseError> {
    let mut whim = Whim(case | 1);
    let (text, fragment) = scenario(&mut whim);
    let loaded = crate::common::world(&text, &[("side", &fragment)]);
    prop_assert!(loaded.diagnostics.is_empty(), "{:?}\n{text}", loaded.diagnostics.first().map(ToString::to_string));
    let scenario = loaded.pack.scenario("test").expect("it is proven").clone();
    let solver = Solver::new(&scenario, &loaded.pack.standard);
    let penalty = f64::from(solver.scoring.everything() + 1);
    let mut world = World { scenario: &scenario, standard: &loaded.pack.standard, penalty, left: PLAYS };
    let by_hand = world.expected(&mut Vec::new());
    prop_assume!(by_hand.is_some());
    let by_hand = by_hand.expect("it was assumed");
    let values = Values::new(&solver).map_err(|why| TestCaseError::fail(format!("case {case}: {why}\n{text}")))?;
    let expected = values.expected();
    prop_assert!((expected - by_hand).abs() < 1e-9, "case {case}: {expected} by hand {by_hand}\n{text}\n{fragment}");
    for rolls in every_outcome(&scenario) {
        let mut play = Vec::new();
        while let Some(taken) = pick(&mut whim, &world.open(&world.state(&play))) {
            play.push(world.step(&play, taken, &rolls));
        }
        let judged = values.judge(&play, &rolls).expect("it is small");
        prop_assert_eq!(judged.len(), play.len());
        for (turn, judged) in judged.iter().enumerate() {
            let mut way = play[..turn].to_vec();
            world.left = u32::MAX;
            let before = world.expected(&mut way).expect("it is bounded");
            let after = world.of_move(&mut way, play[turn].taken).expect("it is bounded");
            let share = |points: f64| if by_hand > 0.0 { 100.0 * points / by_hand } else { 0.0 };
            let loss = (share(before) - share(after)).min(100.0);
            let near = |own: f64, theirs: f64| (own - theirs).abs() < 0.005 + 1e-6;
            let told = format!("case {case} move {turn}: {judged:?} by hand {before} {after}\n{text}\n{fragment}");
            prop_assert!(loss > -1e-9, "{told}");
            prop_assert!(near(judged.before.percent(), share(before)), "{told}");
            prop_assert!(near(judged.after.percent(), share(after)), "{told}");
            prop_assert!(near(f64::from(judged.loss) / 100.0, loss), "{told}");
            way.push(play[turn].clone());
            let broken =
                |turn: &Turn| turn.events.iter().filter(|event| is_critical(event, &loaded.pack.standard)).count();
            let reached = world.reachable(&mut way, &rolls) + penalty * exactly(way.iter().map(broken).sum());
            prop_assert!((f64::from(judged.reachable) - reached).abs() < 1e-9, "{reached} {told}");
            if let Ok(on) = solver.best_after(&way, &rolls) {
                prop_assert_eq!(on.best, judged.reachable, "the best way on: {}", told);
                for taken in on.line {
                    way.push(world.step(&way, taken, &rolls));
                }
                let points = world.points(&way) + penalty * exactly(way.iter().map(broken).sum());
                prop_assert!(f64::from(on.best).total_cmp(&points).is_eq(), "{} and {points}", on.best);
            }
        }
    }
    Ok(())
}

/// A number of moves or events, few enough to lose nothing.
fn exactly(count: usize) -> f64 {
    f64::from(u32::try_from(count).expect("a play has few"))
}

fn is_critical(event: &Event, standard: &Standard) -> bool {
    matches!(event, Event::Broke(id) if standard.requirement(*id).is_critical())
}

fn pick(whim: &mut Whim, from: &[Move]) -> Option<Move> {
    (!from.is_empty()).then(|| from[whim.place(from.len())])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, max_global_rejects: 100_000, ..ProptestConfig::default() })]

    #[test]
    fn values_and_losses_agree_with_every_play_and_every_outcome(case: u64) {
        agree(case)?;
    }
}

/// Play without foresight, ties included, reaches 100 under every outcome of the dice; and best moves lose nothing.
#[test]
fn whoever_takes_value_best_moves_scores_100_whatever_the_dice_do() {
    let pack = crate::common::bundled();
    let mut told = String::new();
    for scenario in pack.scenarios.iter() {
        let solver = Solver::new(scenario, &pack.standard);
        let values = Values::new(&solver).expect("it is solved");
        for rolls in every_outcome(scenario) {
            let best = values.best(&rolls).expect("it is solved").best;
            if let Some((line, lacking)) = values.shortfall(&rolls, best) {
                let ids: Vec<&str> =
                    line.iter().map(|m| &*scenario.scene(m.scene).choices[m.choice.index()].id).collect();
                let seed = seed_like(scenario, &rolls, 100_000).map(doorstep::base::chance::Seed::number);
                let id = &scenario.id;
                writeln!(told, "{id} --seed {seed:?} lacks {lacking} points: {}", ids.join(","))
                    .expect("a String takes everything");
            }
        }
    }
    assert!(told.is_empty(), "{told}");
}

/// Two doors, and the dice decide only afterwards which was right.
const TWO_DOORS: &str = r#"clock: (start: "10:00", closes_at: "11:00", timeout: "end"),
chance: { "luck": { "left": 2, "right": 1 } },
due: ["basic.c.01.r2 when luck is left", "basic.c.01.r3 when luck is right"],
start: "doors",
scenes: { "doors": Scene(choices: [
    Choice(id: "left", text: { "en": "x" }, reveal: ["luck"], meets: ["basic.c.01.r2"], goto: "end"),
    Choice(id: "right", text: { "en": "x" }, reveal: ["luck"], meets: ["basic.c.01.r3"], goto: "end"),
    Choice(id: "look", text: { "en": "x" }, goto: "late"),
    Choice(id: "smoke", text: { "en": "x" }, breaks: ["basic.c.01.r1"], goto: "end"),
]), "late": Scene(choices: [Choice(id: "go", text: { "en": "x" }, goto: "end")]) },
endings: { "end": Ending(title: { "en": "x" }, lines: []) },"#;

/// The left door wins 4 points twice in three times, the right one 2 points once.
#[test]
fn a_choice_that_needs_foresight_is_told_and_bad_luck_is_no_mistake() {
    let loaded = crate::common::world(&crate::common::scenario_around(TWO_DOORS), &[]);
    assert!(
        loaded.diagnostics.is_empty(),
        "{:?}",
        loaded.diagnostics.iter().map(ToString::to_string).collect::<Vec<_>>()
    );
    let scenario = loaded.pack.scenario("test").expect("it is proven").clone();
    let solver = Solver::new(&scenario, &loaded.pack.standard);
    let values = Values::new(&solver).expect("it is solved");
    assert!((values.expected() - 8.0 / 3.0).abs() < 1e-12);
    let lacking: Vec<i64> = every_outcome(&scenario)
        .iter()
        .map(|rolls| {
            let best = values.best(rolls).expect("it is solved").best;
            values
                .shortfall(rolls, best)
                .map_or(0, |(line, lacking)| lacking + 100 * (i64::try_from(line.len()).expect("a short line") - 1))
        })
        .collect();
    assert_eq!(lacking, [0, 2], "only the right door, had one known");
    let world = World { scenario: &scenario, standard: &loaded.pack.standard, penalty: 0.0, left: 0 };
    let unlucky = &every_outcome(&scenario)[1];
    let judged = |choice: usize| {
        let taken = world.open(&State::opening(&scenario))[choice];
        values.judge(&[world.step(&[], taken, unlucky)], unlucky).expect("it is judged").remove(0)
    };
    let (left, right, look, smoke) = (judged(0), judged(1), judged(2), judged(3));
    assert_eq!((left.loss, left.reachable), (0, 0), "the better door, and nothing to be had behind it");
    assert_eq!(
        (right.loss, right.reachable, right.best.index()),
        (7_500, 2, 0),
        "the worse door, though it came out well"
    );
    assert_eq!((look.loss, look.reachable), (10_000, 0));
    assert_eq!((smoke.loss, smoke.critical), (10_000, true));
}

/// The same on real plays with the real clock: of the best moves any one, drawn.
#[test]
fn every_drawn_play_of_best_moves_loses_nothing_and_scores_100() {
    let pack = crate::common::bundled();
    for scenario in pack.scenarios.iter() {
        let solver = Solver::new(scenario, &pack.standard);
        let values = Values::new(&solver).expect("it is solved");
        let world = World { scenario, standard: &pack.standard, penalty: 0.0, left: 0 };
        for (case, rolls) in every_outcome(scenario).iter().step_by(17).take(2).enumerate() {
            let mut whim = Whim(7919 * (case as u64 + 1));
            let mut play: Vec<Turn> = Vec::new();
            loop {
                let mut best = world.open(&world.state(&play));
                best.retain(|taken| {
                    play.push(world.step(&play, *taken, rolls));
                    let judged = values.judge(&play, rolls).expect("it is judged").pop().expect("a move");
                    play.pop();
                    assert_eq!(judged.equals.contains(&taken.choice), judged.loss == 0, "all best moves are named");
                    judged.best == taken.choice
                });
                let Some(taken) = pick(&mut whim, &best) else { break };
                play.push(world.step(&play, taken, rolls));
            }
            let judged = values.judge(&play, rolls).expect("it is judged");
            assert!(judged.iter().all(|own| own.loss == 0), "{} {case}", scenario.id);
            let best = solver.best(&mut rolls.clone()).expect("it is solved").best;
            assert_eq!(Ledger::judge(scenario, &pack.standard, &play).points(), best, "{} {case}", scenario.id);
        }
    }
}

#[test]
fn the_best_line_reaches_everything_at_every_move_and_no_dice_are_foreseen() {
    let pack = crate::common::bundled();
    for scenario in pack.scenarios.iter() {
        let solver = Solver::new(scenario, &pack.standard);
        let values = Values::new(&solver).expect("it is solved");
        for rolls in every_outcome(scenario).into_iter().take(12) {
            let solution = solver.best(&mut rolls.clone()).expect("it is solved");
            let world = World { scenario, standard: &pack.standard, penalty: 0.0, left: 0 };
            let mut play = Vec::new();
            for taken in &solution.line {
                play.push(world.step(&play, *taken, &rolls));
            }
            let judged = values.judge(&play, &rolls).expect("it is judged");
            assert!(judged.iter().all(|own| own.reachable == solution.best && !own.critical), "{}", scenario.id);
        }
    }
}

/// A visit with this as its only choice.
fn with_one_choice(marks: &str) -> doorstep::content::scenario::Loaded {
    let text = crate::common::scenario_around(&format!(
        r#"clock: (start: "10:00", closes_at: "11:00", timeout: "late"), due: ["basic.a.01.r1"], start: "hall",
        scenes: {{ "hall": Scene(choices: [Choice(id: "go", text: {{ "en": "Go" }}, {marks}, goto: "late")]) }},
        endings: {{ "late": Ending(title: {{ "en": "Late" }}, lines: []) }},"#
    ));
    crate::common::world(&text, &[])
}

#[test]
fn a_visit_that_only_loses_points_is_solved_and_one_that_can_only_fail_is_not() {
    let solved = |marks: &str| {
        let loaded = with_one_choice(marks);
        let scenario = loaded.pack.scenario("test").expect("it is proven");
        let solver = Solver::new(scenario, &loaded.pack.standard);
        assert!(Values::new(&solver).is_ok(), "each move has its label: {marks}");
        solver.best(&mut scenario.rolls(Seed::new(1))).map(|solution| solution.best)
    };
    assert_eq!(solved(r#"breaks: ["basic.c.01.r2"]"#), Ok(-4), "the best that is left loses points");
    assert_eq!(solved(r#"meets: ["basic.c.01.r3"]"#), Ok(0), "nothing is won");
    assert_eq!(
        solved(r#"breaks: ["basic.c.01.r1"]"#),
        Err(Unsolved::NoEnding),
        "what cannot be taken back has no best"
    );
}

#[test]
fn a_visit_that_locks_up_has_no_end_however_much_is_won_before() {
    let text = crate::common::scenario_around(
        r#"clock: (start: "10:00", closes_at: "11:00", timeout: "late"), due: ["basic.a.01.r1"], start: "hall",
        variables: { "up": Flag },
        scenes: {
            "hall": Scene(choices: [
                Choice(id: "go", text: { "en": "Go" }, meets: ["basic.a.01.r1"], goto: "shut"),
            ]),
            "shut": Scene(choices: [Choice(id: "never", text: { "en": "Never" }, when: "up", goto: "late")]),
        },
        endings: { "late": Ending(title: { "en": "Late" }, lines: []) },"#,
    );
    let loaded = crate::common::world(&text, &[]);
    let scenario = loaded.pack.scenario("test").expect("it is proven");
    let solver = Solver::new(scenario, &loaded.pack.standard);
    assert_eq!(Values::new(&solver).err(), Some(Unsolved::NoEnding), "what is won before is worth nothing");
    assert_eq!(solver.best(&mut scenario.rolls(Seed::new(1))).err(), Some(Unsolved::NoEnding));
}
