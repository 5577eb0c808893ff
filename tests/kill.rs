//! `kill -9` at any moment loses at most the last choice: the real program plays in plain mode, is killed, and its
//! attempt file must hold at least every choice whose reply was printed. A few dozen times with `cargo test`;
//! `DOORSTEP_KILLS=500 cargo test --test kill` does it five hundred times.

mod common;
mod program;

use doorstep::store::{Move, load_attempt};
use program::{Machine, numbers};
use std::hint::black_box;
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

const SCENARIO: &str = "customer_not_home";

/// How often, unless `DOORSTEP_KILLS` says otherwise.
const KILLS: usize = 40;

/// About as many turns of idle work as a choice takes to be read, kept and told.
const LONGEST: u32 = 3_000_000;

/// Enough work to let a moment pass, without looking at a clock.
fn dawdle(turns: u32) {
    (0..turns).for_each(|turn| drop(black_box(turn)));
}

/// What became of one play.
struct Found {
    /// The moves whose reply was printed before the kill.
    told: usize,
    /// The moves that the attempt file holds.
    kept: Vec<String>,
}

/// Plays this many moves, hears their replies, types one more, and kills a moment later.
fn kill_after(machine: &Machine, learner: &str, typed: &[String], moves: usize, dawdling: u32) -> Found {
    let arguments = ["play", SCENARIO, "--seed", "7", "--plain", "--learner", learner];
    let mut command = machine.command(&arguments);
    let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut child = started.expect("it starts");
    let mut input = child.stdin.take().expect("a pipe");
    let before: String = typed[..moves].iter().map(|number| format!("{number}\n")).collect();
    input.write_all(before.as_bytes()).expect("it listens");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
    let mut told = 0;
    while told < moves {
        told += usize::from(output.next().expect("it replies").starts_with("> "));
    }
    input.write_all(format!("{}\n", typed[moves]).as_bytes()).expect("it listens");
    dawdle(dawdling);
    child.kill().expect("it is killed");
    child.wait().expect("it ends");
    // What was printed between the last line that was read and the kill counts as well.
    told += output.filter(|line| line.starts_with("> ")).count();
    let file = machine.saves().join(learner).join("attempts/000001.ron");
    let kept = file.exists().then(|| load_attempt(&file).expect("it is whole"));
    let id = |done: &Move| if let Move::Take(id) = done { id.to_string() } else { String::new() };
    Found { told, kept: kept.map(|attempt| attempt.moves.iter().map(id).collect()).unwrap_or_default() }
}

#[test]
fn a_kill_at_any_moment_loses_at_most_the_last_choice() {
    let machine = Machine::new();
    let line = machine.best_line(SCENARIO, 7);
    let typed = numbers(SCENARIO, 7, &line);
    let asked = std::env::var("DOORSTEP_KILLS").ok().and_then(|number| number.parse().ok());
    let kills = asked.unwrap_or(KILLS);
    let (mut unkept, mut untold, mut told) = (0, 0, 0);
    for kill in 0..kills {
        // Steps without a common measure walk through every move of the play and the time that one takes.
        let moves = kill * 7 % line.len();
        let dawdling = (kill as u32).wrapping_mul(79_190_003) % LONGEST;
        let learner = format!("l{kill}");
        let found = kill_after(&machine, &learner, &typed, moves, dawdling);
        let kept = found.kept.len();
        assert!(kept >= found.told, "kill {kill}: {} told, {kept} kept", found.told);
        assert_eq!(found.kept, line[..kept], "kill {kill}: what is kept is what was played");
        match (kept > moves, found.told > moves) {
            (false, _) => unkept += 1,
            (true, false) => untold += 1,
            (true, true) => told += 1,
        }
        // The same command goes on from there, whatever the kill left lying about.
        if kill % 10 == 0 && kept < line.len() {
            let rest = typed[kept..].join("\n") + "\n";
            let arguments = ["play", SCENARIO, "--seed", "7", "--plain", "--learner", &learner];
            let again = machine.feed(&arguments, rest.as_bytes());
            assert!(again.err.is_empty() && again.out.contains("100 of 100"), "kill {kill}: {}{}", again.out, again.err);
        }
    }
    eprintln!(
        "{kills} kills: nothing lost that was told; the last choice was not kept {unkept} times, \
         kept and not yet told {untold} times, kept and told {told} times"
    );
    assert!(unkept > 0 && untold + told > 0, "kills come before and after the last choice is kept");
}
