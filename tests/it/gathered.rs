//! Many learners read where they lie: in any mixture, each play once, what is damaged told, and nothing changed.

use crate::program::Machine;
use doorstep::base::text::Lang;
use doorstep::store::{Gathered, GatheredLearner, Saves, StoreError};
use jiff::Timestamp;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const HOME: &str = "customer_not_home";

fn play(machine: &Machine, learner: &str, seed: u64) {
    machine.keep_play(learner, HOME, seed, &machine.best_line(HOME, seed));
}

/// A machine on which Lin has played twice and Ann once, and Lin has gone to another machine after the first time.
fn played() -> Machine {
    let machine = Machine::new();
    play(&machine, "Lin", 7);
    assert_eq!(machine.run(&["export", "Lin", "lin.learner"]).code, Some(0));
    play(&machine, "Lin", 8);
    play(&machine, "Ann", 7);
    machine
}

fn at(paths: &[&Path]) -> Gathered {
    Gathered::at(&paths.iter().map(|path| ((*path).to_owned(), (*path).to_owned())).collect::<Vec<_>>())
}

/// By learner: plays in short, plays one after the other, and events.
fn counts(gathered: &Gathered) -> Vec<(String, usize, usize, bool)> {
    let count = |own: &GatheredLearner| {
        let records = own.records();
        let whole = own.attempts().flatten().count();
        (own.name.clone(), records.plays.len(), whole, !records.events.is_empty())
    };
    gathered.learners.iter().map(count).collect()
}

fn unread(gathered: &Gathered) -> Vec<StoreError> {
    let own = gathered.learners.iter().flat_map(|own| own.records().unread);
    gathered.unread.iter().cloned().chain(own).collect()
}

fn folder_of(machine: &Machine, learner: &str) -> PathBuf {
    let gathered = at(&[&machine.saves()]);
    let own = gathered.learners.iter().find(|own| own.name == learner).expect("known");
    let path = own.records().plays[0].path.clone();
    path.parent().and_then(Path::parent).expect("a folder").to_owned()
}

fn told(name: &str, short: usize, whole: usize, journal: bool) -> (String, usize, usize, bool) {
    (name.to_owned(), short, whole, journal)
}

#[test]
fn saves_files_and_folders_in_any_mixture_are_everybody_once() {
    let machine = played();
    let (saves, travelled) = (machine.saves(), machine.path().join("lin.learner"));
    let both = [told("Ann", 1, 1, true), told("Lin", 2, 2, true)];
    assert_eq!(counts(&at(&[&saves])), both);
    assert_eq!(counts(&at(&[&travelled])), [told("Lin", 1, 1, true)]);
    assert_eq!(counts(&at(&[&travelled, &saves])), both, "what is known from another place is no second play");
    assert_eq!(counts(&at(&[&saves, &travelled])), both);
    assert_eq!(counts(&at(&[machine.path()])), both, "also where they lie somewhere in a folder");
    let lin = folder_of(&machine, "Lin");
    assert_eq!(counts(&at(&[&lin])), [told("Lin", 2, 2, true)]);
    let one = lin.join("attempts/000002.ron");
    assert_eq!(counts(&at(&[&one])), [told("Lin", 1, 1, false)], "a play by itself is whose folder it lies in");
    fs::create_dir(machine.path().join("mailed")).expect("made");
    let alone = machine.write("mailed/play.ron", fs::read(&one).expect("read"));
    let gathered = at(&[&alone]);
    assert_eq!((counts(&gathered), gathered.learners[0].is_named), (vec![told("mailed", 1, 1, false)], false));
    let events = |paths: &[&Path]| at(paths).learners.last().expect("Lin").records().events.len();
    assert_eq!(events(&[&saves, &travelled]), events(&[&saves]), "an event of two copies is one");
}

#[test]
fn what_is_damaged_or_nobodys_is_told_and_hides_nothing() {
    let machine = played();
    let lin = folder_of(&machine, "Lin");
    fs::write(lin.join("attempts/000001.ron"), "Attempt(").expect("written");
    fs::write(folder_of(&machine, "Ann").join("learner.ron"), "Learner(").expect("written");
    let mut bytes = fs::read(machine.path().join("lin.learner")).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    machine.write("lin.learner", bytes);
    machine.write("empty.sitting", "");
    machine.write("notes.txt", "Lin was ill in March");
    machine.write("cut.certificate", "doorstep certificate 1\n{");
    let missing = machine.path().join("nowhere");
    let notes = machine.path().join("notes.txt");
    let gathered = at(&[machine.path(), &missing, &notes]);
    let nameless = folder_of_nobody(&gathered);
    assert_eq!(counts(&gathered), [told("Lin", 1, 1, true), told(&nameless, 1, 1, true)]);
    let told: Vec<String> = unread(&gathered).iter().map(|why| why.told().en).collect();
    for (name, count) in [
        ("000001.ron", 1),
        ("learner.ron", 1),
        ("lin.learner", 1),
        ("empty.sitting", 1),
        ("cut.certificate", 1),
        ("nowhere", 1),
        ("notes.txt", 1),
    ] {
        assert_eq!(told.iter().filter(|why| why.contains(name)).count(), count, "{name}: {told:#?}");
    }
    let given = at(&[&notes]);
    assert!(given.is_empty() && given.unread[0].told().en.contains("nothing of a learner"), "{:?}", given.unread);
}

/// The learner who has lost the name: called like the folder.
fn folder_of_nobody(gathered: &Gathered) -> String {
    let nobody = gathered.learners.iter().find(|own| !own.is_named).expect("nobody's name is known");
    assert!(nobody.name.starts_with("ann-"), "{}", nobody.name);
    nobody.name.clone()
}

/// Every file below a folder with its text and when it was changed.
fn state(folder: &Path) -> Vec<(PathBuf, Vec<u8>, SystemTime)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).expect("listed").map(|entry| entry.expect("an entry").path()) {
        let changed = entry.metadata().and_then(|meta| meta.modified()).expect("a time");
        if entry.is_dir() {
            all.extend(state(&entry));
            all.push((entry, Vec::new(), changed));
        } else {
            all.push((entry.clone(), fs::read(&entry).expect("read"), changed));
        }
    }
    all.sort();
    all
}

#[test]
fn looking_changes_nothing_and_waits_for_nobody() {
    let machine = played();
    let lock =
        File::options().append(true).open(folder_of(&machine, "Lin").join("learner.lock")).expect("there is one");
    lock.lock().expect("locked");
    // A damaged play would be set aside by whoever opens the learner, and an index that does not fit would be made anew.
    fs::write(folder_of(&machine, "Ann").join("attempts/000009.ron"), "?").expect("written");
    let before = state(machine.path());
    assert_eq!(counts(&at(&[machine.path()])), [told("Ann", 1, 1, true), told("Lin", 2, 2, true)]);
    assert!(state(machine.path()) == before, "a file was changed");
}

#[cfg(unix)]
#[test]
fn links_are_followed_to_a_learner_and_into_no_circle() {
    let machine = played();
    let group = machine.path().join("group");
    fs::create_dir(&group).expect("made");
    std::os::unix::fs::symlink(folder_of(&machine, "Lin"), group.join("lin")).expect("linked");
    std::os::unix::fs::symlink(machine.path(), group.join("around")).expect("linked");
    std::os::unix::fs::symlink("/nowhere/at/all", group.join("broken")).expect("linked");
    assert_eq!(counts(&at(&[&group])), [told("Lin", 2, 2, true)]);
}

#[test]
fn what_was_changed_since_the_index_was_written_is_read_anew() {
    let machine = played();
    let lin = folder_of(&machine, "Lin");
    let path = lin.join("attempts/000002.ron");
    // An index is believed of files that have rested for a while, and is written when the learner is opened.
    for file in [path.clone(), lin.join("attempts/000001.ron"), lin.join("attempts")] {
        let long_ago = UNIX_EPOCH + Duration::from_hours(400_000);
        File::open(file).and_then(|file| file.set_modified(long_ago)).expect("set back");
    }
    drop(
        Saves::at(machine.saves()).open("Lin", Lang::new("en").expect("a tag"), Timestamp::UNIX_EPOCH).expect("opened"),
    );
    let text = fs::read_to_string(&path).expect("read").replace("mode: Learn", "mode: Practice");
    assert!(text.contains("mode: Practice"), "it was another: {text}");
    fs::write(&path, text).expect("written");
    // Long ago as well, but not then.
    let other = UNIX_EPOCH + Duration::from_hours(400_001);
    File::open(&path).and_then(|file| file.set_modified(other)).expect("set back");
    let gathered = at(&[&lin]);
    let words: Vec<&str> = gathered.learners[0].records().plays.iter().map(|own| own.summary.mode.word()).collect();
    assert_eq!(words[1], "practice", "{words:?}");
}
