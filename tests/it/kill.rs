//! `kill -9` at any moment loses at most the last choice: the real program plays in plain mode and in the full screen, is
//! killed, and its attempt file must hold at least every choice whose reply was shown. A few dozen times with
//! `cargo test`; `DOORSTEP_KILLS=500 cargo test --test it kill` does it five hundred times at each door.

use crate::program::{Machine, numbers};
use doorstep::play::engine::RecordedMove;
use doorstep::store::load_attempt;
use std::ffi::OsString;
use std::fs;
use std::hint::black_box;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Stdio;

const SCENARIO: &str = "customer_not_home";

/// How often, unless `DOORSTEP_KILLS` says otherwise.
const KILLS: usize = 40;

/// The most turns of idle work before a kill.
const LONGEST: u32 = 30_000_000;

/// How often a folder is looked at before it is plain that nothing will be written.
pub(crate) const LOOKS: usize = 5_000_000;

pub(crate) fn kills(usual: usize) -> usize {
    std::env::var("DOORSTEP_KILLS").ok().and_then(|number| number.parse().ok()).unwrap_or(usual)
}

/// Enough work to let a moment pass, without looking at a clock.
pub(crate) fn dawdle(turns: u32) {
    for turn in 0..turns {
        black_box(turn);
    }
}

/// What became of one play.
struct Found {
    /// The moves whose reply was printed before the kill.
    told: usize,
    /// The moves that the attempt file holds.
    kept: Vec<String>,
}

/// When the kill comes, after the last choice was typed.
pub(crate) enum KillMoment {
    /// After so many turns of idle work.
    Soon(u32),
    /// When something changes in the folder of attempts: in the middle of a write.
    Writing,
    /// When the reply is heard.
    Told,
}

impl KillMoment {
    /// Steps without a common measure walk through all of them.
    pub(crate) fn of(kill: usize) -> KillMoment {
        match kill % 4 {
            0 => KillMoment::Soon(
                u32::try_from(kill).expect("nobody waits for so many kills").wrapping_mul(79_190_003) % LONGEST,
            ),
            3 => KillMoment::Told,
            _ => KillMoment::Writing,
        }
    }
}

/// The names and sizes of the files of a folder.
pub(crate) fn listing(folder: &Path) -> Vec<(OsString, u64)> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let size = |entry: &fs::DirEntry| entry.metadata().map_or(0, |meta| meta.len());
    let mut files: Vec<(OsString, u64)> = entries.map(|entry| (entry.file_name(), size(&entry))).collect();
    files.sort();
    files
}

/// Plays this many moves, hears their replies, types one more, and kills.
fn kill_after(machine: &Machine, learner: &str, typed: &[String], moves: usize, moment: &KillMoment) -> Found {
    let arguments = ["play", SCENARIO, "--seed", "7", "--plain", "--learner", learner];
    let mut command = machine.command(&arguments);
    let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut child = started.expect("it starts");
    let mut input = child.stdin.take().expect("a pipe");
    let before: Vec<String> = typed[..moves].iter().map(|number| format!("{number}\n")).collect();
    input.write_all(before.concat().as_bytes()).expect("it listens");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
    let mut told = 0;
    let mut hear_until = |told: &mut usize, count: usize| {
        while *told < count {
            *told += usize::from(output.next().expect("it replies").starts_with("You: "));
        }
    };
    hear_until(&mut told, moves);
    let folder = machine.saves().join(learner).join("attempts");
    let found = listing(&folder);
    input.write_all(format!("{}\n", typed[moves]).as_bytes()).expect("it listens");
    match moment {
        KillMoment::Soon(turns) => dawdle(*turns),
        KillMoment::Writing => {
            let waits = (0..LOOKS).take_while(|_| listing(&folder) == found).count();
            assert!(waits < LOOKS, "nothing was ever written");
        }
        KillMoment::Told => hear_until(&mut told, moves + 1),
    }
    child.kill().expect("it is killed");
    child.wait().expect("it ends");
    // What was printed between the last line that was read and the kill counts as well.
    // A review names every move once more.
    let play = output.take_while(|line| !line.starts_with("The visit is over."));
    told += play.filter(|line| line.starts_with("You: ")).count();
    let file = folder.join("000001.ron");
    let kept = file.exists().then(|| load_attempt(&file).expect("it is whole"));
    let id = |done: &RecordedMove| if let RecordedMove::Take(id) = done { id.to_string() } else { String::new() };
    Found { told, kept: kept.map(|attempt| attempt.moves.iter().map(id).collect()).unwrap_or_default() }
}

#[test]
fn a_kill_at_any_moment_loses_at_most_the_last_choice() {
    let machine = Machine::new();
    let line = machine.best_line(SCENARIO, 7);
    let typed = numbers(SCENARIO, 7, &line);
    let kills = kills(KILLS);
    let (mut unkept, mut untold, mut told) = (0, 0, 0);
    for kill in 0..kills {
        let moves = kill * 7 % line.len();
        let learner = format!("l{kill}");
        let found = kill_after(&machine, &learner, &typed, moves, &KillMoment::of(kill));
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
            assert!(
                again.err.is_empty() && again.out.contains("100 of 100"),
                "kill {kill}: {}{}",
                again.out,
                again.err
            );
        }
    }
    eprintln!(
        "{kills} kills: nothing lost that was told; the last choice was not kept {unkept} times, \
         kept and not yet told {untold} times, kept and told {told} times"
    );
    assert!(unkept > 0 && untold + told > 0, "kills come before and after the last choice is kept");
}

#[cfg(unix)]
mod full_screen {
    use super::{LONGEST, SCENARIO, dawdle, kills};
    use crate::common::bundled;
    use crate::program::pty::{PATIENCE, Setting, Terminal, USUAL};
    use crate::program::{Machine, numbers, presses};
    use doorstep::base::text::Lang;
    use doorstep::play::engine::RecordedMove;
    use doorstep::record::attempt::Attempt;
    use doorstep::speech::narration::clock;
    use doorstep::store::{Saves, load_attempt};
    use jiff::Timestamp;
    use std::fs;
    use std::path::Path;
    use std::time::Instant;

    /// How often, unless `DOORSTEP_KILLS` says otherwise.
    const KILLS: usize = 24;

    const MODES: [&str; 3] = ["learn", "practice", "exam"];

    /// How fast the keys are typed.
    #[derive(Clone, Copy, PartialEq)]
    enum Pace {
        /// All at once, read or not.
        AtOnce,
        /// Each when the reply to the one before is shown.
        Human,
    }

    /// The clock in the corner of the picture: it moves with every choice, so it says how many were answered.
    fn clock_shown(terminal: &Terminal) -> Option<String> {
        let picture = terminal.screen.screen().contents();
        let words = picture.lines().next()?.split_whitespace();
        let clock = |word: &&str| word.len() == 8 && word.chars().filter(|c| *c == ':').count() == 2;
        words.rev().find(clock).map(str::to_owned)
    }

    /// The clock of a play after each of its moves, from its opening on.
    fn clocks(moves: &[RecordedMove]) -> Vec<String> {
        let scenario = bundled().scenario(SCENARIO).expect("it is bundled");
        let state_after = |count: usize| {
            let own = Attempt { moves: moves[..count].to_vec(), ..blank() };
            own.replay(scenario).session.state()
        };
        (0..=moves.len()).map(|count| clock(state_after(count).clock(scenario))).collect()
    }

    fn blank() -> Attempt {
        let scenario = bundled().scenario(SCENARIO).expect("it is bundled");
        let (seed, mode) = (doorstep::base::chance::Seed::new(7), doorstep::record::attempt::Mode::Practice);
        Attempt::begin(scenario, "", seed, mode, Lang::new("en").expect("a tag"), Timestamp::UNIX_EPOCH)
    }

    /// Plays this many moves in the full screen, types one more, and kills; the clock that was shown last.
    fn kill_after(mode: &str, typed: &[String], moves: usize, pace: Pace, wait: u32) -> (Machine, Option<String>) {
        let arguments = &format!("play customer_not_home --seed 7 --mode {mode} --learner lin");
        let mut terminal = Terminal::open(&Setting { arguments, size: (80, 60), ..USUAL });
        terminal.shows("What do you do?");
        for number in &typed[..moves] {
            let before = clock_shown(&terminal);
            terminal.send(number.as_bytes());
            let until = Instant::now() + PATIENCE;
            while pace == Pace::Human && clock_shown(&terminal) == before {
                assert!(terminal.hear(until), "it ended");
            }
        }
        let before = clock_shown(&terminal);
        terminal.send(typed[moves].as_bytes());
        match pace {
            Pace::AtOnce => dawdle(wait),
            // At the very moment of the reply.
            Pace::Human => {
                let until = Instant::now() + PATIENCE;
                while clock_shown(&terminal) == before {
                    assert!(terminal.hear(until), "it ended");
                }
            }
        }
        terminal.signal("KILL");
        // What was drawn before the kill and is not read yet counts as well.
        terminal.ended();
        let shown = clock_shown(&terminal);
        (terminal.machine, shown)
    }

    /// Temporary files anywhere below a folder.
    fn stray(folder: &Path) -> usize {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let count = |entry: fs::DirEntry| {
            let is_stray = entry.file_name().to_string_lossy().ends_with(".tmp");
            if entry.path().is_dir() { stray(&entry.path()) } else { usize::from(is_stray) }
        };
        entries.map(count).sum()
    }

    #[test]
    fn what_the_full_screen_showed_as_answered_outlasts_a_kill() {
        let line = Machine::new().best_line(SCENARIO, 7);
        let typed = numbers(SCENARIO, 7, &line);
        let kills = kills(KILLS);
        let (mut answered, mut in_the_middle) = (0, 0);
        for kill in 0..kills {
            let pace = if kill % 2 == 0 { Pace::AtOnce } else { Pace::Human };
            // Not the last one: the debrief has no clock.
            let moves = kill * 7 % (line.len() - 1);
            let turns = u32::try_from(kill).expect("nobody waits for so many kills");
            let mode = MODES[kill / 2 % MODES.len()];
            let typed: Vec<String> = typed.iter().map(|number| number.repeat(presses(mode))).collect();
            let (machine, shown) = kill_after(mode, &typed, moves, pace, turns.wrapping_mul(79_190_003) % LONGEST);
            let file = machine.saves().join("lin/attempts/000001.ron");
            let kept = file.exists().then(|| load_attempt(&file).expect("it can be read"));
            let kept = kept.map(|attempt| attempt.moves).unwrap_or_default();
            let clocks = clocks(&kept);
            let shown = shown.expect("a clock is always shown");
            let at = clocks.iter().position(|clock| *clock == shown);
            let lost = || {
                format!("kill {kill} in {mode}: at {shown} more was shown than the {} moves that are kept", kept.len())
            };
            answered += at.unwrap_or_else(|| panic!("{}", lost()));
            in_the_middle += usize::from(at.is_some_and(|at| at < kept.len()));
            if pace == Pace::Human {
                assert_eq!(at, Some(moves + 1), "kill {kill}");
            }
            let next = Saves::at(machine.saves()).open("lin", Lang::new("en").expect("a tag"), Timestamp::UNIX_EPOCH);
            let (mut learner, _) = next.expect("the lock died with it");
            assert!(learner.take_notices().is_empty(), "kill {kill}: nothing is damaged");
            assert_eq!(stray(&machine.saves()), 0, "kill {kill}: nothing lies about after the next start");
        }
        eprintln!(
            "{kills} kills of the full screen: {answered} choices were shown as answered and none of them was lost; \
             {in_the_middle} times the last was kept and not shown yet"
        );
    }
}
