//! The one way in which a record becomes a play again: what it plays, where it stops, and that it is linear.

use crate::common::{scenario_around, world};
use doorstep::base::chance::Seed;
use doorstep::content::scenario::Scenario;
use doorstep::play::engine::{Closed, RecordedMove, Replay, Session};
use std::sync::Arc;

/// Two moves to an ending, with a detour that leads back.
const PARTS: &str = r#"clock: (start: "10:00", closes_at: "18:00", timeout: "late"), start: "door",
due: ["basic.a.01.r1"],
scenes: {
    "door": Scene(choices: [
        Choice(id: "ring", text: { "en": "Ring" }, takes: "1m", meets: ["basic.a.01.r1"], goto: "inside"),
        Choice(id: "wait", text: { "en": "Wait" }, takes: "1m"),
    ]),
    "inside": Scene(choices: [Choice(id: "leave", text: { "en": "Leave" }, takes: "1m", goto: "done")]),
},
endings: { "done": Ending(title: { "en": "Done" }, lines: []), "late": Ending(title: { "en": "Late" }, lines: []) },"#;

fn scenario() -> Arc<Scenario> {
    let loaded = world(&scenario_around(PARTS), &[]);
    let told: Vec<String> = loaded.diagnostics.iter().map(ToString::to_string).collect();
    loaded.pack.scenarios.get(0).unwrap_or_else(|| panic!("{}", told.join("\n"))).clone()
}

fn take(id: &str) -> RecordedMove {
    RecordedMove::Take(id.into())
}

fn replay(moves: &[RecordedMove]) -> Replay {
    Replay::new(scenario(), Seed::new(1), moves)
}

#[test]
fn the_first_run_ends_at_the_first_ending_and_keeps_the_rewinds_before_it() {
    let back = |to| RecordedMove::Rewind { to };
    let first = [take("wait"), take("ring"), back(1), RecordedMove::Hint, take("ring"), take("leave")];
    let again = [back(0), RecordedMove::Hint, take("ring"), take("leave"), back(1)];
    let replay = replay(&[&first[..], &again[..]].concat());
    let run = replay.first_run.as_ref().expect("an ending was reached");
    assert_eq!(run.choice_ids(), ["wait", "ring", "leave"]);
    assert_eq!(replay.hints, [1], "what was asked for after it does not count");
    assert_eq!((&replay.endings[..], replay.rewinds, replay.is_whole()), (&[5, 9][..], 1, true));
    assert_eq!(replay.session.choice_ids(), ["ring"], "where the play stands now");
}

#[test]
fn a_play_without_an_ending_has_no_first_run_and_stands_where_it_was_left() {
    let replay = replay(&[take("wait"), RecordedMove::Hint, take("ring"), RecordedMove::Rewind { to: 9 }]);
    assert!(replay.first_run.is_none() && replay.is_whole());
    assert_eq!(replay.session.choice_ids(), ["wait", "ring"], "a rewind forward changes nothing");
}

#[test]
fn what_does_not_fit_any_more_stops_the_replay_and_says_why() {
    for (moves, at, why) in [
        (vec![take("ring"), take("shout")], 1, Closed::Unknown),
        (vec![take("ring"), take("leave"), take("ring")], 2, Closed::Over),
    ] {
        let replay = replay(&moves);
        let misfit = replay.misfit.expect("it does not fit");
        assert_eq!((misfit.at, misfit.closed.why), (at, why));
        assert_eq!(replay.session.turns().len(), at, "everything before it was played");
    }
    let mut session = Session::new(scenario(), Seed::new(1));
    let misfit = session.take_line(["ring", "ring"]).expect_err("it is not open inside");
    assert_eq!((misfit.at, misfit.closed.why), (1, Closed::Unknown));
}

#[test]
fn what_does_not_fit_is_left_behind_by_going_back_before_it_and_by_nothing_else() {
    let back = |to| RecordedMove::Rewind { to };
    let gone = [take("ring"), take("shout"), take("wave")];
    let on = [take("leave")];
    let healed = replay(&[&gone[..], &[back(1)], &on].concat());
    assert!(healed.is_whole() && healed.first_run.is_some());
    assert_eq!((healed.session.choice_ids(), healed.rewinds), (vec!["ring", "leave"], 0));
    assert_eq!(healed.left_behind.map(|misfit| misfit.at), Some(1));
    for dead in [&[RecordedMove::Hint][..], &[back(2)], &[back(9), take("leave")]] {
        let stopped = replay(&[&gone[..], dead].concat());
        assert_eq!(stopped.misfit.map(|misfit| misfit.at), Some(1), "{dead:?}");
        assert_eq!((stopped.session.choice_ids(), stopped.hints.len()), (vec!["ring"], 0), "{dead:?}");
    }
}

#[test]
fn every_move_is_played_once_however_often_an_ending_is_reached() {
    let mut moves = Vec::new();
    for _ in 0..200 {
        moves.extend([take("ring"), take("leave"), RecordedMove::Rewind { to: 0 }]);
    }
    let mut taken = 0;
    let replay = Replay::watched(scenario(), Seed::new(1), &moves, |_| taken += 1);
    assert_eq!((taken, replay.endings.len()), (400, 200));
}
