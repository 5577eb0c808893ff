//! The journal of a learner on a real disk: kept when it is told to be, mended where it is torn or damaged, and one with
//! another's after a merge.

use crate::program::Machine;
use doorstep::base::text::Lang;
use doorstep::record::day::Day;
use doorstep::record::journal::{
    EventKey, Happened, JournalEvent, JournalOrigin, JournalStamp, Rating, RequirementReview, ReviewSource,
};
use doorstep::store::{JournalFault, Learner, Saves, StoreError};
use jiff::Timestamp;
use std::fs;
use std::path::{Path, PathBuf};

fn reviewed(requirement: &str) -> Happened {
    let source = ReviewSource::Question("q".into());
    Happened::Reviewed(RequirementReview {
        requirement: requirement.into(),
        rating: Rating::Good,
        source,
        seconds: None,
    })
}

/// Where and when a session writes, this many days after the first.
fn stamp(origin: u64, day: i32) -> JournalStamp {
    let at = Timestamp::from_second(1_772_000_000 + i64::from(day) * 86_400).expect("in range");
    JournalStamp { origin: JournalOrigin::new(origin), at, day: Day::at(at, 0) }
}

fn open(saves: &Saves, name: &str) -> Learner {
    let opened = || saves.open(name, Lang::new("en").expect("a tag"), Timestamp::UNIX_EPOCH);
    // A program that another test is starting holds the lock of the session before for a moment: it is a copy of us.
    for _ in 0..40 {
        match opened() {
            Err(StoreError::InUse { .. }) => std::thread::sleep(std::time::Duration::from_millis(50)),
            opened => return opened.expect("opened").0,
        }
    }
    opened().expect("opened").0
}

/// A learner to whom this happened, a day an event; the journal's file.
fn learner_with(saves: &Saves, name: &str, origin: u64, requirements: &[&str]) -> PathBuf {
    let mut learner = open(saves, name);
    for (day, requirement) in (0..).zip(requirements) {
        learner.append(vec![reviewed(requirement)], stamp(origin, day)).expect("kept");
    }
    learner.folder().join("journal")
}

fn read(saves: &Saves, name: &str) -> (Vec<JournalEvent>, Vec<StoreError>) {
    let mut learner = open(saves, name);
    (learner.read_journal().to_vec(), learner.take_notices())
}

fn requirements(events: &[JournalEvent]) -> Vec<&str> {
    let told = events.iter().map(|event| match &event.what {
        Happened::Reviewed(review) => &*review.requirement,
        other => panic!("{other:?}"),
    });
    told.collect()
}

fn saves() -> (tempfile::TempDir, Saves) {
    let folder = tempfile::tempdir().expect("a folder");
    let saves = Saves::at(folder.path());
    (folder, saves)
}

/// The faults of a journal that were told, and the copies that were set aside.
fn faults(notices: &[StoreError]) -> Vec<(String, Option<PathBuf>)> {
    let told = notices.iter().map(|notice| match notice {
        StoreError::Journal { fault: JournalFault::Torn, .. } => ("torn".to_owned(), None),
        StoreError::Journal { fault: JournalFault::Damaged { lines, aside }, .. } => {
            (format!("damaged {lines:?}"), aside.clone())
        }
        StoreError::Journal { fault: JournalFault::Unknown { events }, .. } => (format!("unknown {events}"), None),
        other => panic!("{other}"),
    });
    told.collect()
}

#[test]
fn what_was_kept_is_on_the_disk_at_once_and_read_again() {
    let (_folder, saves) = saves();
    let mut learner = open(&saves, "Ann");
    assert!(learner.read_journal().is_empty() && !learner.folder().join("journal").exists(), "nothing happened yet");
    let keys = learner.append(vec![reviewed("a"), reviewed("b")], stamp(1, 0)).expect("kept");
    let text = fs::read_to_string(learner.folder().join("journal")).expect("it is there before the learner is closed");
    assert_eq!((text.lines().next(), text.lines().count()), (Some("{\"format\":1}"), 3));
    let more = learner.append(vec![reviewed("c")], stamp(1, 1)).expect("kept");
    let number = |key: &EventKey| key.number;
    assert_eq!((keys.iter().map(number).collect(), more.iter().map(number).collect()), (vec![1, 2], vec![3]));
    drop(learner);
    let (events, notices) = read(&saves, "Ann");
    assert_eq!((requirements(&events), notices.len()), (vec!["a", "b", "c"], 0));
}

#[test]
fn a_last_line_that_a_kill_tore_is_cut_and_told_once() {
    let (_folder, saves) = saves();
    let path = learner_with(&saves, "Ann", 1, &["a", "b"]);
    let whole = fs::read(&path).expect("read");
    let second = whole.len() - whole.iter().rev().skip(1).position(|byte| *byte == b'\n').expect("a line") - 1;
    for end in second + 1..whole.len() - 1 {
        fs::write(&path, &whole[..end]).expect("written");
        let (events, notices) = read(&saves, "Ann");
        assert_eq!((requirements(&events), faults(&notices)), (vec!["a"], vec![("torn".to_owned(), None)]), "{end}");
        assert_eq!(fs::read(&path).expect("read"), &whole[..second], "cut at {end}");
    }
    assert!(read(&saves, "Ann").1.is_empty(), "told once");
    fs::write(&path, &whole[..whole.len() - 1]).expect("written");
    assert_eq!(requirements(&read(&saves, "Ann").0), ["a", "b"], "a line that lacks its end alone is whole");
}

#[test]
fn damage_in_the_middle_is_set_aside_and_told_and_the_rest_goes_on() {
    let (_folder, saves) = saves();
    let path = learner_with(&saves, "Ann", 1, &["a", "b", "c"]);
    let damaged = fs::read_to_string(&path).expect("read").replace("\"b\"", "b");
    fs::write(&path, &damaged).expect("written");
    let (events, notices) = read(&saves, "Ann");
    let aside = path.with_file_name("journal.damaged");
    assert_eq!(requirements(&events), ["a", "c"]);
    assert_eq!(faults(&notices), [("damaged [3]".to_owned(), Some(aside.clone()))]);
    assert_eq!(fs::read_to_string(&aside).expect("read"), damaged, "nothing of it is lost");
    let mut learner = open(&saves, "Ann");
    learner.append(vec![reviewed("d")], stamp(2, 9)).expect("kept");
    drop(learner);
    let (events, notices) = read(&saves, "Ann");
    assert_eq!((requirements(&events), notices.len()), (vec!["a", "c", "d"], 0));
}

#[test]
fn a_journal_of_a_newer_format_is_left_as_it_is_and_takes_nothing_in() {
    let (_folder, saves) = saves();
    let path = learner_with(&saves, "Ann", 1, &["a"]);
    fs::write(&path, "{\"format\":2}\n<new>\n").expect("written");
    let mut learner = open(&saves, "Ann");
    assert!(learner.read_journal().is_empty());
    assert!(matches!(learner.take_notices().as_slice(), [StoreError::Newer { format: 2, .. }]));
    assert!(matches!(learner.append(vec![reviewed("b")], stamp(1, 1)), Err(StoreError::Newer { .. })));
    assert_eq!(fs::read_to_string(&path).expect("read"), "{\"format\":2}\n<new>\n");
}

#[test]
fn what_a_newer_version_has_written_is_told_and_stays() {
    let (_folder, saves) = saves();
    let path = learner_with(&saves, "Ann", 1, &["a", "b"]);
    let newer = fs::read_to_string(&path).expect("read").replacen("reviewed", "dreamt_of", 1);
    fs::write(&path, &newer).expect("written");
    let mut learner = open(&saves, "Ann");
    learner.append(vec![reviewed("c")], stamp(2, 2)).expect("kept");
    assert_eq!(faults(&learner.take_notices()), [("unknown 1".to_owned(), None)]);
    drop(learner);
    assert!(fs::read_to_string(&path).expect("read").starts_with(&newer));
}

#[test]
fn two_who_become_one_have_every_event_once_however_often_it_is_done() {
    let (_folder, saves) = saves();
    let into = learner_with(&saves, "Ann", 1, &["a", "c"]);
    let from = learner_with(&saves, "Ann on the train", 2, &["b"]);
    let carried = fs::read(&from).expect("read");
    saves.merge("Ann on the train", "Ann").expect("merged");
    assert!(!from.parent().expect("a folder").exists(), "nothing is left of the other");
    let once = fs::read_to_string(&into).expect("read");
    assert_eq!(requirements(&read(&saves, "Ann").0), ["a", "b", "c"]);
    // The same journal comes again, from a copy of the folder or after a kill in the middle.
    drop(open(&saves, "Ann on the train"));
    fs::write(&from, carried).expect("written");
    saves.merge("Ann on the train", "Ann").expect("merged");
    assert_eq!(fs::read_to_string(&into).expect("read"), once);
}

#[test]
fn a_merge_carries_damage_along_and_a_newer_journal_stops_it_before_anything_moves() {
    let (_folder, saves) = saves();
    let into = learner_with(&saves, "Ann", 1, &["a"]);
    let from = learner_with(&saves, "Ben", 2, &["b", "c"]);
    let damaged = fs::read_to_string(&from).expect("read").replace("\"b\"", "b");
    fs::write(&from, &damaged).expect("written");
    saves.merge("Ben", "Ann").expect("merged");
    assert_eq!(requirements(&read(&saves, "Ann").0), ["a", "c"]);
    assert_eq!(fs::read_to_string(into.with_file_name("journal.damaged")).expect("read"), damaged);
    let from = learner_with(&saves, "Cid", 3, &["d"]);
    fs::write(&from, "{\"format\":9}\n").expect("written");
    assert!(matches!(saves.merge("Cid", "Ann"), Err(StoreError::Newer { format: 9, .. })));
    assert!(from.exists() && saves.learners().0.len() == 2);
}

#[test]
fn a_learner_with_another_name_keeps_the_journal_and_a_deleted_one_leaves_none() {
    let (folder, saves) = saves();
    learner_with(&saves, "Ann", 1, &["a"]);
    saves.rename("Ann", "Anna").expect("renamed");
    assert_eq!(requirements(&read(&saves, "Anna").0), ["a"]);
    saves.delete("Anna").expect("deleted");
    assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 0);
}

#[test]
fn where_nothing_can_be_written_events_are_kept_for_the_session_and_told_not_to_be_on_the_disk() {
    let folder = tempfile::tempdir().expect("a folder");
    let root: &Path = &folder.path().join("saves");
    fs::write(root, "no folder").expect("written");
    let mut learner = open(&Saves::at(root), "Ann");
    assert!(matches!(learner.append(vec![reviewed("a")], stamp(1, 0)), Err(StoreError::InMemory { .. })));
    assert_eq!(requirements(learner.read_journal()), ["a"]);
}

#[test]
fn what_another_process_added_is_not_written_over() {
    let (_folder, saves) = saves();
    let path = learner_with(&saves, "Ann", 1, &["a"]);
    let mut learner = open(&saves, "Ann");
    assert_eq!(learner.read_journal().len(), 1);
    // As where the file system knows no locks.
    let other = fs::read_to_string(&path).expect("read").lines().nth(1).expect("a line").replace("01-1", "07-1");
    let grown = fs::read_to_string(&path).expect("read") + &other.replace("\"a\"", "\"b\"") + "\n";
    fs::write(&path, grown).expect("written");
    learner.append(vec![reviewed("c")], stamp(1, 1)).expect("kept");
    drop(learner);
    assert_eq!(requirements(&read(&saves, "Ann").0), ["a", "b", "c"]);
}

#[test]
fn a_journal_can_be_looked_at_while_the_learner_is_open_and_is_not_touched() {
    let (_folder, saves) = saves();
    let path = learner_with(&saves, "Ann", 1, &["a"]);
    let torn = fs::read_to_string(&path).expect("read") + "{\"key\":";
    fs::write(&path, &torn).expect("written");
    let learner = open(&saves, "Ann");
    let (events, notices) = saves.journal("ann").expect("looked at");
    assert_eq!((requirements(&events), faults(&notices)), (vec!["a"], vec![("torn".to_owned(), None)]));
    assert_eq!(fs::read_to_string(&path).expect("read"), torn);
    drop(learner);
    assert!(matches!(saves.journal("Ben"), Err(StoreError::Learner(_))));
}

#[test]
fn plays_that_are_older_than_the_journal_are_taken_in_once() {
    let machine = Machine::new();
    for (seed, number) in [("3", 3), ("4", 4)] {
        let line = machine.best_line("churn_retention", number).join(",");
        let play = ["play", "churn_retention", "--seed", seed, "--save", "--learner", "lin", "--choices"];
        assert_eq!(machine.run(&[&play[..], &[&line]].concat()).code, Some(0));
    }
    let journal = machine.saves().join("lin/journal");
    let first = fs::read_to_string(&journal).expect("a journal");
    fs::remove_file(&journal).expect("it was there");
    let said = machine.feed(&["play", "--plain", "--learner", "lin"], b"q\n");
    assert!(said.err.contains("what you showed in") && said.err.contains("earlier plays is remembered"), "{said:?}");
    let taken = fs::read_to_string(&journal).expect("begun anew");
    let shown = |text: &str| text.matches("basic.conduct.").count();
    assert!(shown(&taken) > 10 && shown(&taken) >= shown(&first), "{taken}");
    let again = machine.feed(&["play", "--plain", "--learner", "lin"], b"q\n");
    assert!(!again.err.contains("earlier plays"), "{again:?}");
    assert_eq!(fs::read_to_string(&journal).expect("there"), taken, "once");
    let known = machine.run(&["progress", "lin"]);
    assert_eq!(known.code, Some(0));
}
