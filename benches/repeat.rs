//! Does one thing a number of times: `repeat THING TIMES`, for counting instructions. It says how many of the thing's
//! parts (steps, frames) one time has.

mod screen;
mod worlds;

use doorstep::author::check::check;
use doorstep::play::engine::{State, step};
use doorstep::play::solver::Solver;
use std::hint::black_box;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (thing, times) = (arguments.next(), arguments.next().and_then(|times| times.parse().ok()));
    let (Some(thing), Some(times)) = (thing, times) else { return eprintln!("usage: repeat THING TIMES") };
    let parts = match thing.as_str() {
        "step" => steps(times),
        "rules" => rules(times),
        "load" => loads(times, &worlds::story_sources()),
        "bundled" => loads(times, &worlds::bundled_sources()),
        "solve" => solve(times),
        "check" => check_all(times),
        "frame" => frames(times, 2),
        "frame-long" => frames(times, 500),
        "bare" => bare(times),
        _ => return eprintln!("there is no {thing} to repeat"),
    };
    println!("{parts}");
}

/// Steps with their texts and ledger.
fn steps(times: usize) -> usize {
    let lines = worlds::Line::all(&worlds::bundled());
    for _ in 0..times {
        for line in &lines {
            black_box(line.play());
        }
    }
    lines.iter().map(|line| line.moves.len()).sum()
}

/// Steps alone.
fn rules(times: usize) -> usize {
    let lines = worlds::Line::all(&worlds::bundled());
    let mut events = Vec::new();
    for _ in 0..times {
        for line in &lines {
            let mut dice = line.scenario.rolls(line.seed);
            let mut state = State::opening(&line.scenario);
            for taken in &line.moves {
                events.clear();
                state = step(&line.scenario, &state, *taken, &mut dice, &mut events);
                black_box(&events);
            }
        }
    }
    lines.iter().map(|line| line.moves.len()).sum()
}

fn loads(times: usize, sources: &doorstep::content::scenario::PackSources) -> usize {
    for _ in 0..times {
        black_box(worlds::validate(sources));
    }
    1
}

fn solve(times: usize) -> usize {
    let pack = worlds::bundled();
    for _ in 0..times {
        for scenario in pack.scenarios.iter() {
            let mut dice = scenario.rolls(doorstep::base::chance::Seed::new(0));
            black_box(Solver::new(scenario, &pack.standard).best(&mut dice)).expect("it is solved");
        }
    }
    1
}

fn check_all(times: usize) -> usize {
    let pack = worlds::bundled();
    for _ in 0..times {
        for scenario in pack.scenarios.iter() {
            black_box(check(scenario, &pack.standard));
        }
    }
    1
}

fn frames(times: usize, moves: usize) -> usize {
    let saves = tempfile::tempdir().expect("a folder");
    let mut terminal = screen::terminal();
    let mut door = screen::door(saves.path(), moves, &mut terminal);
    for _ in 0..times {
        door.draw(&mut terminal).expect("drawn");
    }
    1
}

fn bare(times: usize) -> usize {
    let saves = tempfile::tempdir().expect("a folder");
    let rows = screen::rows(saves.path(), 2);
    let mut terminal = screen::terminal();
    for _ in 0..times {
        screen::draw_bare(&mut terminal, &rows);
    }
    1
}
