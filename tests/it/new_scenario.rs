//! `doorstep new scenario` through the real program: what it writes passes every check, and nothing is ever written over.

use std::path::Path;
use std::process::{Command, Output};

fn doorstep(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_doorstep"));
    command.args(arguments).current_dir(folder).env_remove("DOORSTEP_SAVES").output().expect("it runs")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

#[test]
fn a_new_scenario_passes_check_and_says_what_to_do_next() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = doorstep(folder.path(), &["new", "scenario", "lift_stuck"]);
    assert_eq!(made.status.code(), Some(0), "{}", err(&made));
    assert!(out(&made).contains("doorstep preview scenarios/lift_stuck.ron"), "{}", out(&made));
    assert!(!out(&made).contains("doorstep play"), "no pack lies here, so it is not in the list");
    let checked = doorstep(folder.path(), &["check", "scenarios/lift_stuck.ron"]);
    assert_eq!(checked.status.code(), Some(0), "{}", out(&checked));
    assert!(out(&checked).contains("0 errors, 0 warnings and notes"), "{}", out(&checked));
    let text = std::fs::read_to_string(folder.path().join("scenarios/lift_stuck.ron")).expect("it is there");
    assert!(text.contains("id: \"lift_stuck\""), "{text}");
}

#[test]
fn nothing_is_written_over_and_bad_ids_are_refused_with_advice() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("scenarios/mine.ron");
    std::fs::create_dir(folder.path().join("scenarios")).expect("made");
    std::fs::write(&file, "my own words").expect("written");
    let again = doorstep(folder.path(), &["new", "scenario", "mine"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(err(&again).contains("is there already and was left as it is"), "{}", err(&again));
    assert_eq!(std::fs::read_to_string(&file).expect("read"), "my own words");
    for (id, advice) in
        [("No Answer", "no_answer"), ("../evil", "evil"), ("客户不在家", "letters a-z"), ("", "letters a-z")]
    {
        let refused = doorstep(folder.path(), &["new", "scenario", id]);
        assert_eq!(refused.status.code(), Some(2), "{id}");
        assert!(err(&refused).contains(advice), "{}", err(&refused));
    }
    let names: Vec<_> = std::fs::read_dir(folder.path().join("scenarios")).expect("listed").collect();
    assert_eq!(names.len(), 1, "{names:?}");
}

#[test]
fn in_a_folder_of_ones_own_it_is_written_there_or_told_why_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let nowhere = doorstep(folder.path(), &["new", "scenario", "mine", "--scenarios", "nowhere"]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(err(&nowhere).contains("nowhere"), "{}", err(&nowhere));
    let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screens/pack");
    let own = folder.path().join("own");
    for file in ["pack.ron", "knock.ron", "standard/standard.ron", "standard/01_door.ron", "standard/02_house.ron"] {
        let to = own.join(file);
        std::fs::create_dir_all(to.parent().expect("a folder")).expect("made");
        std::fs::copy(pack.join(file), to).expect("copied");
    }
    let made = doorstep(folder.path(), &["new", "scenario", "mine", "--scenarios", "own"]);
    assert_eq!(made.status.code(), Some(0), "{}", err(&made));
    assert!(out(&made).contains("wrote own/mine.ron") && out(&made).contains("doorstep play mine"), "{}", out(&made));
    let checked = doorstep(folder.path(), &["check", "own/mine.ron"]);
    assert_eq!(checked.status.code(), Some(0), "{}", out(&checked));
    let text = std::fs::read_to_string(own.join("mine.ron")).expect("it is there");
    assert!(text.contains("\"basic.door.01.r1\",") && text.contains("Every text may name {company}, {time}"), "{text}");
}

#[test]
fn an_id_that_is_taken_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let bundled = doorstep(folder.path(), &["new", "scenario", "churn_retention"]);
    assert!(err(&bundled).contains("\"churn_retention\" is a scenario"), "{}", err(&bundled));
    assert!(doorstep(folder.path(), &["new", "pack", "own"]).status.success());
    for (id, whose) in [("first_day", "a scenario of this pack"), ("churn_retention", "a scenario that is built in")] {
        let refused = doorstep(folder.path(), &["new", "scenario", id, "--scenarios", "own"]);
        assert_eq!(refused.status.code(), Some(2), "{id}");
        assert!(err(&refused).contains(whose) && err(&refused).contains("choose another id"), "{}", err(&refused));
    }
}
