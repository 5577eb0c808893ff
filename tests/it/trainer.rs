//! The rules of a running play, without any screen: what each mode allows, what is kept of it and when, and that trying
//! again never touches the run that counts.

use crate::common::bundled;
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::content::scenario::{ChoiceId, Scenario, ScenarioHead};
use doorstep::play::engine::{RecordedMove, Session};
use doorstep::record::attempt::{Attempt, AttemptId, Mode};
use doorstep::record::history::History;
use doorstep::record::play_result::PlayResult;
use doorstep::record::summary::{JudgedResult, PlayedContent};
use doorstep::trainer::recorded_play::{Beginning, PlayCommand, RecordedPlay, Refusal, RunKind, offered_mode};
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;

fn at(seconds: i64) -> Timestamp {
    let noon: Timestamp = "2026-03-01T12:00:00Z".parse().expect("a moment");
    noon + SignedDuration::from_secs(seconds)
}

fn scenario() -> Arc<Scenario> {
    bundled().scenario("shoe_covers_declined").expect("it is bundled").clone()
}

fn begin(mode: Mode) -> RecordedPlay {
    RecordedPlay::begin(Beginning {
        pack: bundled(),
        scenario: scenario(),
        seed: Seed::new(3),
        mode,
        language: Lang::new("en").expect("a tag"),
        id: AttemptId::FIRST,
        now: at(0),
    })
}

fn first_open(session: &Session) -> ChoiceId {
    session.state().open_choices(session.scenario()).next().expect("some choice is open")
}

/// Takes the first open choice, so many times.
fn play_on(play: &mut RecordedPlay, moves: usize) {
    for _ in 0..moves {
        let choice = first_open(play.session());
        play.on(PlayCommand::Take(choice), at(1)).expect("it is open");
    }
}

/// Takes first choices to an ending; in a scenario where these go round in circles, the last ones.
fn play_to_the_end(play: &mut RecordedPlay) {
    for turn in 0.. {
        if play.session().is_over() {
            return;
        }
        let open: Vec<ChoiceId> = play.session().state().open_choices(play.session().scenario()).collect();
        let choice = if turn % 2 == 0 { open[0] } else { open[open.len() - 1] };
        play.on(PlayCommand::Take(choice), at(turn)).expect("it is open");
    }
}

#[test]
fn each_mode_offers_what_it_says_and_a_refusal_changes_nothing() {
    for mode in [Mode::Learn, Mode::Practice] {
        assert_eq!(begin(mode).may_read_standard(), Ok(()), "{mode:?}");
    }
    let mut exam = begin(Mode::Exam);
    assert_eq!(exam.may_read_standard(), Err(Refusal::NotInExam));
    play_to_the_end(&mut exam);
    assert_eq!(exam.may_read_standard(), Ok(()), "it is over");
    for (mode, hint, back) in [
        (Mode::Learn, Ok(()), Ok(())),
        (Mode::Practice, Err(Refusal::NotInPractice), Ok(())),
        (Mode::Exam, Err(Refusal::NotInExam), Err(Refusal::NotInExam)),
    ] {
        let mut play = begin(mode);
        if mode != Mode::Exam {
            assert_eq!(play.may_take_back(), Err(Refusal::NothingYet), "{mode:?}");
        }
        play_on(&mut play, 1);
        assert_eq!((play.may_hint(), play.may_take_back()), (hint.clone(), back.clone()), "{mode:?}");
        for (command, expected) in [(PlayCommand::Hint, hint), (PlayCommand::TakeBack, back)] {
            let before = play.attempt().clone();
            let done = play.on(command, at(2)).map(|_| ());
            assert_eq!(done, expected, "{mode:?}");
            assert_eq!(done.is_err(), before == *play.attempt(), "{mode:?}: what is refused is not written down");
        }
    }
}

#[test]
fn everything_that_is_done_is_handed_out_to_be_kept() {
    for mode in [Mode::Learn, Mode::Practice, Mode::Exam] {
        let mut play = begin(mode);
        let choice = first_open(play.session());
        let keep = play.on(PlayCommand::Take(choice), at(5)).expect("it is open");
        assert_eq!(keep.id, AttemptId::FIRST);
        assert!(Arc::ptr_eq(&keep.attempt, play.attempt()), "the record is shared, not copied");
        assert_eq!((keep.attempt.moves.len(), keep.attempt.updated), (1, at(5)));
        assert_eq!(play.on(PlayCommand::Take(choice), at(6)).is_err(), play.session().choice(choice).is_none());
    }
}

#[test]
fn trying_again_leaves_the_run_that_counts_and_the_whole_record() {
    let mut play = begin(Mode::Exam);
    play_to_the_end(&mut play);
    let counted = play.session().choice_ids().iter().map(ToString::to_string).collect::<Vec<_>>();
    let newest = play.attempt().clone();
    assert!(newest.finished);
    let (mut retry, keep) = play.retry(2, &newest, at(100));
    assert_eq!((retry.kind(), retry.session().turns().len(), retry.endings()), (RunKind::Retry, 2, 1));
    assert_eq!(keep.attempt.moves.last(), Some(&RecordedMove::Rewind { to: 2 }));
    assert_eq!(retry.may_take_back(), Ok(()), "what is tried afterwards is no exam any more");
    retry.on(PlayCommand::TakeBack, at(101)).expect("it may");
    play_to_the_end(&mut retry);
    let replay = retry.attempt().replay(&scenario());
    assert_eq!(replay.first_run.expect("it ended").choice_ids(), counted);
    assert_eq!((replay.endings.len(), retry.attempt().moves.starts_with(&newest.moves)), (2, true));
}

#[test]
fn a_second_retry_begins_where_the_first_one_left_the_record() {
    let mut play = begin(Mode::Practice);
    play_to_the_end(&mut play);
    let (mut first, _) = play.retry(1, play.attempt(), at(50));
    let other = first.session().state().open_choices(first.session().scenario()).last().expect("open");
    first.on(PlayCommand::Take(other), at(51)).expect("it is open");
    let (second, _) = play.retry(3, first.attempt(), at(60));
    let stands = second.attempt().replay(&scenario());
    assert!(stands.is_whole());
    assert_eq!(stands.session.choice_ids(), second.session().choice_ids(), "record and play agree");
    assert_eq!(second.session().choice_ids(), play.session().choice_ids()[..3]);
}

#[test]
fn a_play_that_was_left_is_gone_on_with_as_far_as_it_fits() {
    let mut play = begin(Mode::Learn);
    play_on(&mut play, 3);
    let (resumed, misfit) = RecordedPlay::resume(&scenario(), AttemptId::FIRST, play.attempt(), at(9));
    assert_eq!((resumed.session().choice_ids(), misfit), (play.session().choice_ids(), None));
    let mut edited = Attempt::clone(play.attempt());
    edited.moves[2] = RecordedMove::Take("no_such_choice".into());
    let (resumed, misfit) = RecordedPlay::resume(&scenario(), AttemptId::FIRST, &Arc::new(edited), at(9));
    assert_eq!((resumed.session().turns().len(), misfit.map(|misfit| misfit.at)), (2, Some(2)));
}

/// A play of so many moves, of which the third does not fit the scenario any more.
fn edited_midway(moves: usize) -> Arc<Attempt> {
    let mut play = begin(Mode::Practice);
    play_on(&mut play, moves);
    let mut edited = Attempt { scenario_hash: "as it was".into(), ..Attempt::clone(play.attempt()) };
    edited.moves[2] = RecordedMove::Take("no_such_choice".into());
    Arc::new(edited)
}

#[test]
fn what_is_gone_on_with_after_an_edit_can_be_replayed_to_its_end_and_loses_nothing() {
    let edited = edited_midway(5);
    let (mut play, misfit) = RecordedPlay::resume(&scenario(), AttemptId::FIRST, &edited, at(9));
    assert_eq!(misfit.map(|misfit| misfit.at), Some(2));
    play_to_the_end(&mut play);
    assert!(play.attempt().moves.starts_with(&edited.moves), "nothing is taken out");
    assert_eq!(play.attempt().moves[5], RecordedMove::Rewind { to: 2 }, "first of all it goes back to what fits");
    let replay = play.attempt().replay(&scenario());
    assert!(replay.is_whole());
    assert_eq!(replay.first_run.expect("it ended").choice_ids(), play.session().choice_ids());
    assert_eq!(replay.rewinds, 0, "the learner took nothing back");
    let circumstances = play.circumstances(bundled());
    assert!(circumstances.edited_midway && circumstances.outdated.is_empty(), "{circumstances:?}");
}

#[test]
fn a_play_that_is_left_again_before_anything_is_done_stays_as_it_was() {
    let edited = edited_midway(5);
    let (play, _) = RecordedPlay::resume(&scenario(), AttemptId::FIRST, &edited, at(9));
    assert_eq!((edited.moves.len(), play.attempt().moves.len()), (5, 6), "it is written down with the first move");
}

#[test]
fn what_is_tried_again_is_never_taken_for_the_run_that_counts() {
    let mut play = begin(Mode::Practice);
    play_to_the_end(&mut play);
    let ended = play.attempt().moves.len();
    let (mut retry, _) = play.retry(1, play.attempt(), at(50));
    play_to_the_end(&mut retry);
    let mut edited = Attempt { scenario_hash: "as it was".into(), ..Attempt::clone(retry.attempt()) };
    edited.moves[ended - 2] = RecordedMove::Take("no_such_choice".into());
    let replay = edited.replay(&scenario());
    assert_eq!((replay.first_run.is_some(), replay.misfit.map(|misfit| misfit.at)), (false, Some(ended - 2)));
    assert!(edited.run(&scenario(), 0).is_none());
}

#[test]
fn what_the_run_that_counts_came_to_outlives_a_try_that_was_begun_before_it_was_judged() {
    let mut history = History::default();
    let mut play = begin(Mode::Practice);
    play_to_the_end(&mut play);
    history.keep(play.id(), play.attempt().clone());
    let (_, retry) = play.retry(1, play.attempt(), at(50));
    let by = Arc::new(PlayedContent::of(play.attempt()));
    let judged = JudgedResult { by, result: PlayResult { points: 3, best: 5 } };
    let noted = history.note(play.id(), &judged).expect("it was played by what there is");
    history.keep(play.id(), noted);
    assert_eq!(history.keep(play.id(), retry.attempt).result, Some(judged.result));
}

#[test]
fn a_history_gives_no_number_twice_and_offers_practice_after_an_ending() {
    let mut history = History::default();
    let [first, second] = [(); 2].map(|()| history.begin().expect("a number"));
    assert_eq!((first.get(), second.get()), (1, 2), "also where nothing was kept under it");
    assert_eq!(offered_mode(&history, &scenario()), Mode::Learn);
    let mut play = begin(Mode::Learn);
    play_on(&mut play, 1);
    history.keep(second, play.attempt().clone());
    assert_eq!(history.resumable(bundled()).map(|own| own.id), Some(second));
    play_to_the_end(&mut play);
    history.keep(second, play.attempt().clone());
    assert!(history.resumable(bundled()).is_none(), "it is over");
    assert_eq!(offered_mode(&history, &scenario()), Mode::Practice);
    assert_eq!(history.finished(&ScenarioHead::of(&scenario())).count(), 1);
    let (retry, keep) = play.retry(0, play.attempt(), at(70));
    history.keep(keep.id.next().expect("a number"), keep.attempt);
    assert_eq!(history.resumable(bundled()).map(|own| own.attempt.moves.len()), Some(retry.attempt().moves.len()));
    assert_eq!(history.begin().map(AttemptId::get), Some(3));
}
