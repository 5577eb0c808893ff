//! The solver against brute force: small generated scenarios, every play of them tried.
//!
//! Brute force plays through `Session`, holds every move to the book (`common/by_the_book.rs`), because the solver shares
//! `advance` with a session, and judges by the ledger, which shares nothing with the solver's tally and table; so this also
//! holds the two forms of judging together.

use crate::common::by_the_book::Page;
use crate::common::generated::{Whim, scenario};
use doorstep::base::chance::Seed;
use doorstep::content::scenario::Scenario;
use doorstep::content::standard::Standard;
use doorstep::play::engine::{Event, Move, Session, State};
use doorstep::play::scoring::{EntryKind, Ledger, Scorecard};
use doorstep::play::solver::{Solver, every_outcome};
use proptest::prelude::{ProptestConfig, TestCaseError, prop_assert, prop_assert_eq, prop_assume, proptest};
use std::cmp::Reverse;
use std::sync::Arc;

/// A play as the solver ranks it: more points, then not ended by the clock, then fewer moves that break, spoil or call
/// for a remedy, then a better mood at the end, then fewer moves that displease, then fewer moves, then first by ids.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Play {
    points: i32,
    plays_on: bool,
    blemishes: Reverse<usize>,
    mood: i32,
    displeasing: Reverse<usize>,
    moves: Reverse<usize>,
    line: Reverse<Vec<String>>,
}

/// What trying every play found.
#[derive(Default)]
struct Tried {
    best: Option<Play>,
    /// The fewest and the most points of a clean play.
    clean: Option<(i32, i32)>,
    plays: u32,
}

/// Tries every play from here on, at this moment by the book.
fn by_hand(session: &mut Session, page: &Page, standard: &Standard, tried: &mut Tried) {
    if session.is_over() {
        tried.plays += 1;
        let ledger = Ledger::judge(session.scenario(), standard, session.turns());
        if ledger.is_clean() {
            let (points, before) = (ledger.points(), tried.clean);
            let (least, most) = before.unwrap_or((points, points));
            tried.clean = Some((least.min(points), most.max(points)));
        }
        if !ledger.critical(standard).is_empty() {
            return;
        }
        let best = &mut tried.best;
        let timed_out = session.turns().iter().any(|turn| turn.events.contains(&Event::TimedOut));
        let line: Vec<String> = session.choice_ids().into_iter().map(str::to_owned).collect();
        let play = Play {
            points: ledger.points(),
            plays_on: !timed_out,
            blemishes: Reverse(blemishes(session, standard)),
            mood: session.state().mood(session.scenario()),
            displeasing: Reverse(displeasing(session)),
            moves: Reverse(line.len()),
            line: Reverse(line),
        };
        if best.as_ref().is_none_or(|best| play > *best) {
            *best = Some(play);
        }
        return;
    }
    let state = session.state();
    let open: Vec<_> = state.open_choices(session.scenario()).collect();
    for choice in open {
        let scene = state.scene(session.scenario()).expect("it is not over");
        session.take(choice).expect("it is open");
        let page = by_the_book(session, page, Move { scene, choice });
        by_hand(session, &page, standard, tried);
        session.rewind();
    }
}

/// Holds the last move of a session to the book; the moment after it.
fn by_the_book<'s>(session: &Session, page: &Page<'s>, taken: Move) -> Page<'s> {
    let mut page = page.clone();
    let events = page.turn(taken, &mut session.scenario().rolls(session.seed()));
    let turn = session.turns().last().expect("a move");
    let is_told = |event: &&Event| !matches!(event, Event::Took { .. } | Event::Line(_));
    let played: Vec<Event> = turn.events.iter().filter(is_told).copied().collect();
    assert_eq!(played, events, "after {:?}", session.choice_ids());
    assert_eq!(turn.after, page.state(), "after {:?}", session.choice_ids());
    page
}

/// How many moves broke or spoiled something, or called for a remedy.
fn blemishes(session: &Session, standard: &Standard) -> usize {
    let turns = session.turns();
    let owed = |turns: usize| {
        let ledger = Ledger::judge(session.scenario(), standard, &session.turns()[..turns]);
        let scenario = session.scenario();
        let remedy = |id| scenario.due.iter().any(|due| due.remedy && due.requirement == id);
        let owed = |kind| matches!(kind, EntryKind::Missed | EntryKind::Spoiled);
        let rows = ledger.entries.iter().filter(|entry| owed(entry.kind) && remedy(entry.requirement));
        rows.map(|entry| entry.requirement).collect::<Vec<_>>()
    };
    let is_blemish = |number: &usize| {
        let harm = |event: &Event| matches!(event, Event::Broke(_) | Event::Spoiled(_));
        let before = owed(*number);
        turns[*number].events.iter().any(harm) || owed(number + 1).iter().any(|id| !before.contains(id))
    };
    (0..turns.len()).filter(is_blemish).count()
}

/// How many moves left the customer in a worse mood.
fn displeasing(session: &Session) -> usize {
    let mood = |state: &State| state.mood(session.scenario());
    session.turns().iter().filter(|turn| mood(&turn.after) < mood(&turn.before)).count()
}

fn agree(case: u64) -> Result<(), TestCaseError> {
    let mut whim = Whim(case | 1);
    let (scenario, fragment) = scenario(&mut whim);
    let loaded = crate::common::world(&scenario, &[("side", &fragment)]);
    prop_assert!(
        loaded.diagnostics.is_empty(),
        "{:?}\n{scenario}",
        loaded.diagnostics.first().map(ToString::to_string)
    );
    let (scenario_text, scenario) = (scenario, loaded.pack.scenario("test").expect("it is proven").clone());
    for seed in [1, 2, 5].map(Seed::new) {
        let mut tried = Tried::default();
        by_hand(
            &mut Session::new(scenario.clone(), seed),
            &Page::opening(&scenario),
            &loaded.pack.standard,
            &mut tried,
        );
        prop_assume!(tried.plays < 200_000);
        let solver = Solver::new(&scenario, &loaded.pack.standard);
        let clean = solver.clean_plays(&[scenario.rolls(seed)]).expect("it is small").pop().expect("one outcome");
        let totals = clean.as_ref().map(|clean| (clean.least.points, clean.most.points));
        prop_assert_eq!(totals, tried.clean, "case {} seed {}\n{}\n{}", case, seed, scenario_text, fragment);
        for play in clean.iter().flat_map(|clean| [&clean.least, &clean.most]) {
            let mut session = Session::new(scenario.clone(), seed);
            session.take_moves(&play.line).expect("what the solver plays can be played");
            let ledger = Ledger::judge(&scenario, &loaded.pack.standard, session.turns());
            prop_assert!(session.is_over() && ledger.is_clean() && ledger.points() == play.points, "case {case}");
        }
        let (best, found) = (tried.best, solver.best(&mut scenario.rolls(seed)));
        match (best, found) {
            (None, Err(_)) => {}
            (Some(Play { points, line: Reverse(line), .. }), Ok(solution)) => {
                prop_assert_eq!(
                    solution.best,
                    points,
                    "case {} seed {} by hand {:?}\n{}\n{}",
                    case,
                    seed,
                    line,
                    scenario_text,
                    fragment
                );
                let ids = ids(&scenario, &solution.line);
                prop_assert_eq!(&ids, &line, "case {} seed {}\n{}\n{}", case, seed, scenario_text, fragment);
            }
            (by_hand, found) => {
                prop_assert!(false, "case {case} seed {seed}: {by_hand:?} {found:?}\n{scenario_text}");
            }
        }
    }
    // One graph for all outcomes finds what a search for each of them finds.
    let solver = Solver::new(&scenario, &loaded.pack.standard);
    let outcomes = every_outcome(&scenario);
    for (rolls, solved) in outcomes.iter().zip(solver.best_of_each(&outcomes)) {
        prop_assert_eq!(solved, solver.best(&mut rolls.clone()), "case {} {:?}\n{}", case, rolls, scenario_text);
    }
    Ok(())
}

fn ids(scenario: &Scenario, line: &[doorstep::play::engine::Move]) -> Vec<String> {
    line.iter().map(|taken| scenario.scene(taken.scene).choices[taken.choice.index()].id.to_string()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, max_global_rejects: 100_000, ..ProptestConfig::default() })]

    #[test]
    fn the_solver_and_brute_force_agree_to_the_last_point(case: u64) {
        agree(case)?;
    }
}

/// Every play under one seed has one scale, and nothing scores above it.
#[test]
fn no_play_scores_above_its_scale() {
    let pack = crate::common::bundled();
    for scenario in pack.scenarios.iter() {
        let seed = Seed::new(3);
        let best = Solver::new(scenario, &pack.standard).best(&mut scenario.rolls(seed)).expect("it is solved").best;
        for player in 0..200u64 {
            let session = random_play(scenario, seed, player);
            let card = Scorecard::new(
                scenario,
                &pack.standard,
                Ledger::judge(scenario, &pack.standard, session.turns()),
                best,
            );
            assert!(card.points <= best || !card.critical.is_empty(), "{} {:?}", scenario.id, session.choice_ids());
        }
    }
}

fn random_play(scenario: &Arc<Scenario>, seed: Seed, player: u64) -> Session {
    let mut whim = Whim(player * 7919 + 12345);
    let mut session = Session::new(scenario.clone(), seed);
    while !session.is_over() {
        let state = session.state();
        let open: Vec<_> = state.open_choices(scenario).collect();
        session.take(open[whim.place(open.len())]).expect("it is open");
    }
    session
}

/// The bundled visits have what the generated ones lack: takes that depend on the clock, locks, mood and calls in calls.
#[test]
fn every_move_of_the_bundled_visits_goes_by_the_book() {
    for scenario in crate::common::bundled().scenarios.iter() {
        for player in 0..50u64 {
            let (mut session, mut page) = (Session::new(scenario.clone(), Seed::new(player)), Page::opening(scenario));
            let mut whim = Whim(player * 104_729 + 7);
            while let Some(scene) = session.state().scene(scenario) {
                let open: Vec<_> = session.state().open_choices(scenario).collect();
                let choice = open[whim.place(open.len())];
                session.take(choice).expect("it is open");
                page = by_the_book(&session, &page, Move { scene, choice });
            }
        }
    }
}

/// Cases in which the solver was once wrong.
#[test]
fn what_was_once_wrong_stays_right() {
    for case in [3_591_361_094_255_488_174, 9_215_274_601_887_141_062, 7_560_287_621_853_589_042] {
        agree(case).expect("the case agrees");
    }
}
