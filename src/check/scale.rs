//! Is the scale fair? Under every outcome of the dice something can be won, and the best line is clean.

use crate::bits::BITS;
use crate::chance::{Rolls, Seed};
use crate::engine::{Event, Move, State, Turn, step};
use crate::finding::{Code, Finding, Place, Witness};
use crate::scenario::{Scenario, Spot};
use crate::scoring::{EntryKind, Ledger};
use crate::solver::{Solution, Solver, Unsolved, every_outcome, seed_like};
use crate::standard::Standard;

/// How many seeds are tried to find one that draws an outcome.
const SEEDS: u64 = 200_000;

/// The first fault of each kind, with its witness.
pub fn check(scenario: &Scenario, standard: &Standard) -> Vec<Finding> {
    let solver = Solver::new(scenario, standard);
    if let Some(bits) = solver.rules.overflow() {
        let message = format!("judging this scenario needs {bits} bits; it may have {BITS}");
        return vec![
            Finding::error(Code::SIZE, scenario.place(Spot::Whole), message).help("list fewer requirements in `due`"),
        ];
    }
    let mut findings: Vec<Finding> = Vec::new();
    let outcomes = every_outcome(scenario);
    let solved = solver.best_of_each(&outcomes);
    for (rolls, solved) in outcomes.iter().zip(solved) {
        let found = one_outcome(scenario, standard, rolls, solved);
        let news = found
            .into_iter()
            .filter(|new| !findings.iter().any(|old| old.code == new.code && old.message == new.message));
        findings.extend(news.collect::<Vec<_>>());
    }
    findings
}

fn one_outcome(
    scenario: &Scenario,
    standard: &Standard,
    rolls: &Rolls,
    solved: Result<Solution, Unsolved>,
) -> Vec<Finding> {
    let solution = match solved {
        Ok(solution) => solution,
        Err(fault @ Unsolved::TooLarge { .. }) => {
            let help = "use `once` on more choices, fewer variables, or larger steps of time";
            return vec![Finding::error(Code::UNBOUNDED, scenario.place(Spot::Whole), fault.to_string()).help(help)];
        }
        Err(fault @ Unsolved::NoEnding) => {
            let help = "every outcome of the dice needs an ending that a decent player can reach";
            return vec![
                Finding::error(Code::NOTHING_TO_WIN, scenario.place(Spot::Whole), fault.to_string())
                    .help(help)
                    .witness(like(scenario, rolls, &[])),
            ];
        }
    };
    let turns = replay(scenario, rolls, &solution.line);
    let ledger = Ledger::judge(scenario, standard, &turns);
    if solution.best <= 0 {
        let message = format!("the best play has {} points", solution.best);
        let help = "nothing can be won under this outcome of the dice; make something due that can be met";
        return vec![
            Finding::error(Code::NOTHING_TO_WIN, scenario.place(Spot::Whole), message).help(help).witness(like(
                scenario,
                rolls,
                &solution.line,
            )),
        ];
    }
    faults(scenario, standard, &ledger)
        .into_iter()
        .map(|(place, message)| {
            let help =
                "under every outcome of the dice one play must meet all that is due, in order, and break nothing";
            Finding::error(Code::CONTRADICTION, place, message).help(help).witness(like(
                scenario,
                rolls,
                &solution.line,
            ))
        })
        .collect()
}

/// What keeps the best line from being clean.
fn faults(scenario: &Scenario, standard: &Standard, ledger: &Ledger) -> Vec<(Place, String)> {
    let due = |id| scenario.due.iter().find(|due| due.requirement == id);
    let describe = |entry: &crate::scoring::Entry| {
        let id = &standard.requirement(entry.requirement).id;
        let remedy = due(entry.requirement).is_some_and(|due| due.remedy);
        let verb = match entry.kind {
            EntryKind::Missed => "misses",
            EntryKind::Late => "meets out of order",
            EntryKind::Broken => "breaks",
            EntryKind::Met if remedy => "needs the remedy",
            EntryKind::Met | EntryKind::Extra | EntryKind::Yielded => return None,
        };
        let due = scenario.due.iter().position(|due| due.requirement == entry.requirement);
        let place = scenario.place(due.map_or(Spot::Whole, Spot::Due));
        Some((place, format!("even the best play {verb} {id}")))
    };
    ledger.entries.iter().filter_map(describe).collect()
}

/// The turns of a line under given dice.
pub fn replay(scenario: &Scenario, rolls: &Rolls, line: &[Move]) -> Vec<Turn> {
    let mut state = State::opening(scenario);
    let mut dice = rolls.clone();
    let mut turns = Vec::with_capacity(line.len());
    for taken in line {
        let before = state;
        let mut events = vec![Event::Took { scene: taken.scene, choice: taken.choice }];
        state = step(scenario, &before, *taken, &mut dice, &mut events);
        turns.push(Turn { taken: *taken, before, after: state, events });
    }
    turns
}

fn like(scenario: &Scenario, rolls: &Rolls, line: &[Move]) -> Witness {
    let id = |taken: &Move| scenario.scene(taken.scene).choices[taken.choice.index()].id.clone();
    Witness { seed: seed_like(scenario, rolls, SEEDS).map(Seed::number), choices: line.iter().map(id).collect() }
}
