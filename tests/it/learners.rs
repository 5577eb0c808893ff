//! Learners renamed, merged and deleted, from the command line and from the list on the screen; and a learner who is open
//! elsewhere.

use crate::common::typed::session;
use crate::program::Machine;
use doorstep::base::text::Lang;
use doorstep::store::{Saves, StoreError, load_attempt};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const HOME: &str = "customer_not_home";

/// A learner with a play for each of these seeds.
fn with_plays(machine: &Machine, name: &str, seeds: &[u64]) {
    for seed in seeds {
        let seed = seed.to_string();
        machine.json(&["play", HOME, "--seed", &seed, "--choices", "go_in", "--save", "--learner", name, "--json"]);
    }
}

/// The seeds of everything in a folder of attempts, by number.
fn seeds(attempts: &Path) -> Vec<u64> {
    let mut files: Vec<_> =
        fs::read_dir(attempts).into_iter().flatten().map(|entry| entry.expect("read").path()).collect();
    files.sort();
    let plays = files.iter().filter(|path| path.extension().is_some_and(|own| own == "ron"));
    plays.map(|path| load_attempt(path).expect("it is whole").seed.number()).collect()
}

#[test]
fn a_learner_gets_another_name_and_keeps_every_play() {
    let machine = Machine::new();
    with_plays(&machine, "lin", &[1, 2]);
    with_plays(&machine, "Wang", &[3]);
    machine.run(&["learner", "rename", "lin", "WANG"]).refused("\"WANG\" is another learner");
    machine.run(&["learner", "rename", "nobody", "x"]).refused("there is no learner \"nobody\"");
    machine.run(&["learner", "rename", "lin", "\u{200b}"]).refused("nothing in it can be seen");
    assert_eq!(machine.run(&["learner", "rename", "LIN", "Lin Na"]).out, "LIN is called Lin Na now.\n");
    let listed = machine.run(&["learner", "list"]);
    assert_eq!(listed.out, "Lin Na  2 plays\nWang  1 play\n");
    assert_eq!(seeds(&machine.saves().join("lin/attempts")), [1, 2]);
    with_plays(&machine, "Lin Na", &[4]);
    assert_eq!(seeds(&machine.saves().join("lin/attempts")), [1, 2, 4], "the new name finds the old plays");
}

#[test]
fn two_learners_become_one_and_no_play_is_lost_or_covered() {
    let machine = Machine::new();
    with_plays(&machine, "ann", &[1, 2]);
    with_plays(&machine, "bob", &[3, 4, 5]);
    let saves = machine.saves();
    let [ann, bob] = ["ann", "bob"].map(|name| saves.join(name));
    fs::rename(bob.join("attempts/000002.ron"), bob.join("attempts/000002.ron.damaged")).expect("set aside");
    fs::create_dir_all(bob.join("debriefs")).expect("made");
    fs::write(bob.join("debriefs/000003-home.en.md"), "# bob").expect("written");
    fs::write(bob.join("debriefs/notes.md"), "notes").expect("written");
    fs::create_dir_all(ann.join("debriefs")).expect("made");
    fs::write(ann.join("debriefs/notes.md"), "ann's notes").expect("written");
    machine.run(&["learner", "merge", "ann", "ann"]).refused("with itself");
    let merged = machine.run(&["learner", "merge", "bob", "ann"]);
    assert_eq!((merged.code, merged.out.as_str()), (Some(0), "ann has 3 more plays now; bob is gone.\n"));
    assert_eq!(seeds(&ann.join("attempts")), [1, 2, 3, 5]);
    assert!(ann.join("attempts/000004.ron.damaged").exists(), "also what was set aside");
    assert_eq!(fs::read_to_string(ann.join("debriefs/000005-home.en.md")).expect("moved with its play"), "# bob");
    let notes = ["notes.md", "2-notes.md"].map(|name| fs::read_to_string(ann.join("debriefs").join(name)).ok());
    assert_eq!(notes, ["ann's notes", "notes"].map(|text| Some(text.to_owned())), "neither covers the other");
    assert!(!bob.exists());
    assert_eq!(machine.run(&["learner", "list"]).out, "ann  4 plays\n");
    with_plays(&machine, "ann", &[9]);
    assert_eq!(seeds(&ann.join("attempts")), [1, 2, 3, 5, 9]);
}

#[test]
fn a_merge_that_was_cut_off_is_finished_by_the_next_and_doubles_nothing() {
    let machine = Machine::new();
    with_plays(&machine, "ann", &[1]);
    with_plays(&machine, "bob", &[2, 3]);
    let saves = machine.saves();
    // As a kill leaves it after the first play.
    fs::rename(saves.join("bob/attempts/000001.ron"), saves.join("ann/attempts/000002.ron")).expect("moved");
    assert_eq!(machine.run(&["learner", "merge", "bob", "ann"]).code, Some(0));
    assert_eq!(seeds(&saves.join("ann/attempts")), [1, 2, 3]);
    assert!(!saves.join("bob").exists());
}

#[test]
fn what_is_not_ours_outlives_a_merge() {
    let machine = Machine::new();
    with_plays(&machine, "ann", &[1]);
    with_plays(&machine, "bob", &[2]);
    fs::write(machine.saves().join("bob/diary.txt"), "mine").expect("written");
    let merged = machine.run(&["learner", "merge", "bob", "ann"]);
    assert!(merged.err.contains("bob was left there"), "{}", merged.err);
    assert_eq!(fs::read_to_string(machine.saves().join("bob/diary.txt")).expect("left"), "mine");
    assert_eq!(machine.run(&["learner", "list"]).out, "ann  2 plays\n");
}

#[test]
fn a_learner_is_deleted_only_by_whoever_is_sure() {
    let machine = Machine::new();
    for (answer, goes) in
        [("", false), ("n\n", false), ("Lina\n", false), ("LIN na\n", true), ("y\n", true), ("ｙ\n", true)]
    {
        with_plays(&machine, "Lin Na", &[1]);
        let said = machine.feed(&["learner", "delete", "lin na"], answer.as_bytes());
        assert!(said.out.contains("Lin Na and every play will be deleted for good"), "{}", said.out);
        assert_eq!(said.code, Some(if goes { 0 } else { 2 }), "{answer:?}: {}", said.err);
        assert_eq!(machine.run(&["learner", "list"]).out.is_empty(), goes, "{answer:?}");
        assert_eq!(
            fs::read_dir(machine.saves()).expect("listed").count(),
            usize::from(!goes),
            "nothing is left behind"
        );
    }
    with_plays(&machine, "lin", &[1]);
    assert_eq!(machine.run(&["learner", "delete", "lin", "--yes"]).out, "lin is deleted.\n");
    machine.run(&["learner", "delete", "lin", "--yes"]).refused("there is no learner \"lin\"");
}

#[test]
fn what_a_kill_left_of_a_deleted_learner_is_nobody_and_is_swept() {
    let machine = Machine::new();
    with_plays(&machine, "ann", &[1]);
    let left = machine.saves().join(".doorstep-deleted-bob-1");
    fs::create_dir_all(left.join("attempts")).expect("made");
    fs::copy(machine.saves().join("ann/learner.ron"), left.join("learner.ron")).expect("copied");
    assert_eq!(machine.run(&["learner", "list"]).out, "ann  1 play\n");
    let synced = machine.saves().join(".stfolder");
    fs::create_dir(&synced).expect("made");
    with_plays(&machine, "ann", &[2]);
    assert!(!left.exists());
    assert_eq!(machine.run(&["learner", "delete", "ann", "--yes"]).code, Some(0));
    assert!(synced.exists(), "what else is hidden there is somebody else's");
}

#[test]
fn who_is_open_elsewhere_is_not_changed() {
    let machine = Machine::new();
    with_plays(&machine, "ann", &[1]);
    with_plays(&machine, "bob", &[2]);
    let before = fs::read_to_string(machine.saves().join("ann/learner.ron")).expect("read");
    let now = "2026-03-01T09:00:00Z".parse().expect("a moment");
    let open = Saves::at(machine.saves()).open("ann", Lang::new("en").expect("a tag"), now).expect("opened");
    for command in [
        &["learner", "rename", "ann", "Anna"][..],
        &["learner", "merge", "ann", "bob"],
        &["learner", "merge", "bob", "ann"],
        &["learner", "delete", "ann", "--yes"],
    ] {
        machine.run(command).refused("could not open the saves of \"ann\"");
    }
    let saves = Saves::at(machine.saves());
    assert!(matches!(saves.rename("ann", "Anna"), Err(StoreError::InUse { .. })));
    drop(open);
    assert_eq!(fs::read_to_string(machine.saves().join("ann/learner.ron")).expect("read"), before);
    assert_eq!(seeds(&machine.saves().join("bob/attempts")), [2]);
}

#[test]
fn in_lines_too_a_learner_who_is_open_elsewhere_leads_to_the_list() {
    let machine = Machine::new();
    with_plays(&machine, "ann", &[1]);
    let now = "2026-03-01T09:00:00Z".parse().expect("a moment");
    let _open = Saves::at(machine.saves()).open("ann", Lang::new("en").expect("a tag"), now).expect("opened");
    let said = machine.feed(&["--plain"], b"Wang\nq\n").out;
    assert!(said.contains("ann is open") && said.contains("Who is learning?"), "{said}");
    assert!(said.contains("9. Learner: Wang") && !said.contains("What is your name?"), "{said}");
}

/// The names in a folder of saves.
fn names(saves: &Path) -> BTreeSet<String> {
    Saves::at(saves).learners().0.into_iter().map(|entry| entry.profile.name).collect()
}

#[test]
fn the_list_renames_merges_and_deletes_others_and_oneself() {
    let saves = tempfile::tempdir().expect("a folder");
    session("en").playing("li", 1).keys("1").seen_in(saves.path());
    let list = |keys: &str| session("en").keys("9").keys(keys).seen_in(saves.path()).picture();
    let unchosen = list("Ctrl-E");
    assert!(unchosen.contains("Choose a learner with ↓ first."), "{unchosen}");
    let alone = list("Down Ctrl-O");
    assert!(alone.contains("There is nobody else"), "{alone}");
    let renaming = list("Down Ctrl-E");
    assert!(renaming.contains("A new name for li: ") && renaming.contains("F1 help"), "{renaming}");
    let renamed = list("Down Ctrl-E Backspace Backspace Wang Enter");
    assert!(renamed.contains("li is called Wang now.") && renamed.contains("Learner: Wang"), "{renamed}");
    assert_eq!(names(saves.path()), ["Wang".to_owned()].into());
    // A second learner, and back to the first.
    list("Zhao Enter");
    assert_eq!(names(saves.path()).len(), 2);
    let kept = list("Down Ctrl-X no Enter");
    assert!(kept.contains("was not deleted"), "{kept}");
    let merged = session("en").keys("9").keys("Down Down Ctrl-O Up Enter").seen_in(saves.path()).picture();
    assert!(merged.contains("now."), "{merged}");
    assert_eq!(names(saves.path()).len(), 1, "{merged}");
    let asked = list("Down Ctrl-X");
    assert!(asked.contains("will be deleted for good"), "{asked}");
    let gone = list("Down Ctrl-X y Enter");
    assert!(gone.contains("is deleted.") && gone.contains("Your name"), "nobody is left: {gone}");
    assert_eq!(names(saves.path()).len(), 0);
}

#[cfg(unix)]
#[test]
fn a_learner_who_is_open_in_another_window_leads_to_the_list_and_never_to_a_first_day() {
    use crate::program::pty::{Setting, Terminal, USUAL};
    let mut first = Terminal::open(&USUAL);
    first.shows("Your name");
    first.send(b"Li\r");
    first.shows("A pass needs");
    let saves = format!("--saves {}", first.machine.saves().display());
    for arguments in [saves.clone(), format!("play customer_not_home --learner li {saves}")] {
        let mut second = Terminal::open(&Setting { arguments: &arguments, ..USUAL });
        let told = second.shows("open in another window");
        assert!(told.contains("Who is learning?") && told.contains("Li is open"), "{told}");
        assert!(!told.contains("Your name"), "{told}");
        second.send(b"Wang\r");
        second.wait_for(|picture| picture.contains("Learner: Wang") || picture.contains("What do you do?"));
        second.signal("TERM");
        assert_eq!(second.ended(), 0);
        second.is_whole();
    }
    first.signal("TERM");
    assert_eq!(first.ended(), 0);
}
