//! A group of 200 learners with 500 plays each, written to a folder, and `report` over it: how long it takes and how much
//! memory the whole program needs. `cargo run --release --example group -- FOLDER` makes the folder where it is not there
//! yet; `read` behind it reads it and tells, `open` opens every learner once, which writes their indexes.

#[path = "worlds.rs"]
mod worlds;

use doorstep::base::chance::Seed;
use doorstep::content::scenario::Pack;
use doorstep::doors::group::{ReadGroup, ReadWith};
use doorstep::learn::evidence::Evidence;
use doorstep::play::engine::{RecordedMove, Session};
use doorstep::play::scoring::Ledger;
use doorstep::play::solver::Solver;
use doorstep::record::attempt::{Attempt, AttemptId, Mode};
use doorstep::record::day::Day;
use doorstep::record::journal::{Happened, JournalOrigin, JournalStamp, PlayRef, ReviewSource};
use doorstep::record::play_result::PlayResult;
use doorstep::store::{Gathered, Saves};
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;
use worlds::{bundled, chinese};

const LEARNERS: u32 = 200;
const PLAYS: u32 = 500;

/// A play of a scenario in which something is chosen by the number of the play.
struct Played {
    attempt: Attempt,
    shown: Vec<Evidence>,
}

/// Plays of all scenarios under eight dice, each taken in several ways.
fn plays(pack: &Pack) -> Vec<Played> {
    let mut all = Vec::new();
    for scenario in pack.scenarios.iter() {
        for seed in 0..8_u64 {
            let seed = Seed::new(seed);
            let best =
                Solver::for_learner(scenario, &pack.standard).best(&mut scenario.rolls(seed)).expect("solved").best;
            for way in 0..4_usize {
                let mut session = Session::new(scenario.clone(), seed);
                let mut step = 0;
                while !session.is_over() && step < 400 {
                    let open: Vec<_> = session.state().open_choices(scenario).collect();
                    let Some(choice) = open.get((way + step * 7) % open.len().max(1)) else { break };
                    session.take(*choice).expect("it is open");
                    step += 1;
                }
                if !session.is_over() {
                    continue;
                }
                let begun = Attempt::begin(
                    scenario,
                    &pack.standard_hash,
                    seed,
                    Mode::Practice,
                    chinese(),
                    Timestamp::UNIX_EPOCH,
                );
                let points = Ledger::judge(scenario, &pack.standard, session.turns()).points();
                let moves = session.choice_ids().into_iter().map(|id| RecordedMove::Take(id.into())).collect();
                let attempt = Attempt { moves, finished: true, result: Some(PlayResult { points, best }), ..begun };
                let shown = Evidence::of_play(&attempt, scenario, &pack.standard);
                all.push(Played { attempt, shown });
            }
        }
    }
    all
}

fn make(root: &Path, pack: &Pack) {
    let played = plays(pack);
    println!("{} ways to play", played.len());
    let first = 1_770_000_000_i64;
    for learner in 0..LEARNERS {
        let name = format!("learner{learner:03}");
        let at =
            |play: u32| Timestamp::from_second(first + i64::from(play) * 7_200 + i64::from(learner)).expect("in range");
        let (mut open, _) = Saves::at(root).open(&name, chinese(), at(0)).expect("a learner");
        let attempts = open.folder().join("attempts");
        for play in 0..PLAYS {
            let own = &played[(play as usize * 13 + learner as usize * 7) % played.len()];
            let id = AttemptId::new(play + 1).expect("a number");
            let started = at(play);
            let updated = Timestamp::from_second(started.as_second() + 400).expect("in range");
            let attempt = Attempt { started, updated, ..own.attempt.clone() };
            if play == 0 {
                open.save(id, &Arc::new(attempt.clone())).expect("saved");
            } else {
                let text = std::fs::read_to_string(attempts.join("000001.ron")).expect("read");
                std::fs::write(attempts.join(format!("{id}.ron")), rewritten(&text, &attempt)).expect("written");
            }
            let stamp = JournalStamp {
                origin: JournalOrigin::new(u64::from(learner) + 1),
                at: updated,
                day: Day::at(updated, 0),
            };
            let source = ReviewSource::Play(PlayRef { attempt: id, scenario: attempt.scenario.clone(), started });
            let happened: Vec<Happened> =
                own.shown.iter().map(|own| own.happened(&pack.standard, source.clone(), Some(600))).collect();
            open.append(happened, stamp).expect("kept");
        }
    }
}

/// The text of an attempt, made of that of another: the bench writes a hundred thousand without waiting for the disk.
fn rewritten(like: &str, own: &Attempt) -> String {
    let moves: String = own
        .moves
        .iter()
        .map(|done| match done {
            RecordedMove::Take(id) => format!("        Take(\"{id}\"),\n"),
            RecordedMove::Hint => "        Hint,\n".to_owned(),
            RecordedMove::Rewind { to } => format!("        Rewind(\n            to: {to},\n        ),\n"),
        })
        .collect();
    let result = own.result.expect("judged");
    let hash = like.split("standard_hash: \"").nth(1).and_then(|rest| rest.split('"').next()).expect("a hash");
    format!(
        "Attempt(\n    format: 3,\n    rules: {},\n    scenario: \"{}\",\n    seed: {},\n    mode: Practice,\n    language: \"zh\",\n    moves: [\n{moves}    ],\n    scenario_hash: \"{}\",\n    standard_hash: \"{hash}\",\n    started: \"{}\",\n    updated: \"{}\",\n    finished: true,\n    result: Some(Result(\n        points: {},\n        best: {},\n    )),\n)\n",
        own.rules,
        own.scenario,
        own.seed.number(),
        own.scenario_hash,
        own.started,
        own.updated,
        result.points,
        result.best
    )
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let root = PathBuf::from(arguments.first().expect("a folder"));
    let pack = bundled();
    if !root.exists() {
        make(&root, &pack);
    }
    if arguments.get(1).is_some_and(|own| own == "open") {
        // Whoever plays here is opened once, so that each has an index that fits.
        let saves = Saves::at(&root);
        for (name, _) in saves.counts().0 {
            drop(saves.open(&name, chinese(), Timestamp::now()).expect("a learner"));
        }
    }
    if arguments.get(1).is_some_and(|own| own == "read") {
        let began = Instant::now();
        let gathered = Gathered::at(&[(root.clone(), root)]);
        println!("{} learners found in {:.2} s", gathered.learners.len(), began.elapsed().as_secs_f64());
        let with = ReadWith { pack: &pack, now: Timestamp::now(), offset: 0, trusted: &[], revoked: &[] };
        let group = ReadGroup::of(&gathered, with);
        let plays: usize = group.report.learners.iter().map(|own| own.plays.len()).sum();
        println!("{plays} plays, {} judged, in {:.2} s", group.report.judged, began.elapsed().as_secs_f64());
        println!(
            "{} wrong choices, {} lost rows, {} unread",
            group.report.wrong.len(),
            group.report.lost.len(),
            group.unread.len()
        );
    }
}
