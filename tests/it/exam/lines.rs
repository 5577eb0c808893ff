//! An exam sat as lines of text: rules, questions, a break, the result, and what waits meanwhile.

use crate::common::bundled;
use crate::common::heard::{heard, heard_after};
use crate::common::typed::picture_in;
use doorstep::doors::tui::{Key, UiEvent};
use std::fs;
use std::path::Path;

/// Home, the course, the exams behind its units, the quiz, and its rules accepted.
fn begun() -> Vec<String> {
    let units = bundled().courses.courses.iter().map(|course| course.units.len()).sum::<usize>();
    let exams = (units + 1).to_string();
    ["b", "2", &exams, "1", "1"].map(str::to_owned).into()
}

/// The first answer picked and confirmed, over and over.
fn firsts(times: usize) -> Vec<String> {
    vec!["1".to_owned(); times]
}

fn said(lang: &str, saves: &Path, days: i64, typed: &[Vec<String>]) -> String {
    let typed: Vec<&str> = typed.iter().flatten().map(String::as_str).collect();
    heard_after(days, bundled(), lang, saves, &typed)
}

fn record(saves: &Path) -> Vec<String> {
    let learner = fs::read_dir(saves).expect("listed").map(|own| own.expect("one").path());
    let sittings = learner.map(|own| own.join("sittings")).find(|own| own.is_dir()).expect("a sitting was begun");
    let mut files: Vec<_> = fs::read_dir(sittings).expect("listed").map(|own| own.expect("one").path()).collect();
    files.sort();
    files.iter().map(|path| fs::read_to_string(path).expect("read")).collect()
}

fn words(list: &[&str]) -> Vec<String> {
    list.iter().map(|own| (*own).to_owned()).collect()
}

#[test]
fn a_quiz_is_sat_from_its_rules_to_its_result() {
    for (lang, over, told) in [
        ("en", ["Passed.", "Not passed."], "practice, self-assessed"),
        ("zh", ["通过。", "没有通过。"], "算练习，自测"),
    ] {
        let saves = tempfile::tempdir().expect("a folder");
        let out = words(&["b", "y", "b", "y"]);
        let said = said(lang, saves.path(), 0, &[words(&["Li"]), begun(), firsts(200), out]);
        assert!(over.iter().any(|verdict| said.contains(verdict)) && said.contains(told), "{said}");
        assert!(!said.contains('{') && !said.contains("exam-"), "{said}");
        let [record] = &record(saves.path())[..] else { panic!("one sitting: {said}") };
        let lines: Vec<&str> = record.lines().collect();
        assert!(lines[1].contains("\"begun\"") && lines[1].contains("\"Li\""), "{record}");
        assert!(lines.last().is_some_and(|line| line.contains("handed_in")), "{record}");
        assert!(record.matches("\"answered\"").count() >= 12, "{record}");
        assert!(!record.contains("right") && !record.contains("points"), "nothing of right and wrong: {record}");
        // Before the paper was handed in nothing was said about right and wrong.
        let before = said.split(over[1]).next().and_then(|before| before.split(over[0]).next()).expect("a part");
        for word in ["Right.", "Not right.", "答对了", "不对。"] {
            assert!(!before.contains(word), "{word}: {before}");
        }
    }
}

#[test]
fn a_sitting_that_was_broken_off_goes_on_and_everything_else_waits() {
    let saves = tempfile::tempdir().expect("a folder");
    let first = said("en", saves.path(), 0, &[words(&["Li"]), begun(), firsts(6)]);
    assert!(first.contains("Question 1 of 12") && first.contains("Kept."), "{first}");
    let answered = record(saves.path())[0].matches("\"answered\"").count();
    // Whatever is wanted, the sitting comes first: its time ran on, and it is up.
    let later = heard_after(1, bundled(), "en", saves.path(), &["4", "1"]);
    assert!(later.contains("Going on with “Entry quiz”"), "{later}");
    assert!(later.contains("The time is up.") && later.contains("Not passed."), "{later}");
    let record = &record(saves.path())[0];
    assert!(record.contains("\"resumed\"") && record.contains("\"time_up\""), "{record}");
    assert_eq!(record.matches("\"answered\"").count(), answered, "nothing was answered afterwards");
}

#[test]
fn an_exam_that_needs_another_and_one_that_was_failed_today_are_refused() {
    let saves = tempfile::tempdir().expect("a folder");
    let mut second = begun();
    second[3] = "2".to_owned();
    let said = said("en", saves.path(), 0, &[words(&["Li"]), second]);
    assert!(said.contains("“Entry quiz” has to be passed before."), "{said}");
    let out = words(&["b", "y", "b", "y"]);
    heard(bundled(), "en", saves.path(), &begun().iter().chain(&out).map(String::as_str).collect::<Vec<_>>());
    let again = begun();
    let said = heard(bundled(), "en", saves.path(), &again[1..].iter().map(String::as_str).collect::<Vec<_>>());
    assert!(said.contains("It may be begun again from"), "{said}");
}

#[test]
fn a_record_that_was_changed_counts_for_nothing() {
    let saves = tempfile::tempdir().expect("a folder");
    said("en", saves.path(), 0, &[words(&["Li"]), begun(), firsts(200), words(&["b", "y", "b", "y"])]);
    let text = record(saves.path())[0].replacen("\"item\":0,\"reply\":[[0]", "\"item\":0,\"reply\":[[1]", 1);
    let folder = fs::read_dir(saves.path()).expect("listed").map(|own| own.expect("one").path().join("sittings"));
    let folder = folder.into_iter().find(|own| own.is_dir()).expect("a folder");
    fs::write(folder.join("000001.sitting"), text).expect("written");
    let exams = begun();
    let said = heard(bundled(), "en", saves.path(), &exams[1..3].iter().map(String::as_str).collect::<Vec<_>>());
    assert!(said.contains("may be begun") && !said.contains("passed on"), "{said}");
}

#[test]
fn the_screen_is_closed_while_a_sitting_is_open() {
    let saves = tempfile::tempdir().expect("a folder");
    said("en", saves.path(), 0, &[words(&["Li"]), begun(), firsts(2)]);
    for keys in ["1", "2", "4", "5", "7"] {
        let script = [Key::Esc].into_iter().chain(keys.chars().map(Key::Char)).map(UiEvent::Key).collect();
        let shown = picture_in(saves.path(), bundled().clone(), "en", (80, 24), script);
        assert!(shown.contains("An exam is being sat"), "{keys}: {shown}");
    }
}

#[test]
fn an_answer_that_was_picked_once_answers_nothing() {
    let saves = tempfile::tempdir().expect("a folder");
    // To the first open question, and one number; then another one.
    let heard = said("en", saves.path(), 0, &[words(&["Li"]), begun(), words(&["1", "1", "2"])]);
    assert!(heard.contains("Picked 1 (") && heard.contains("Picked 2 (") && !heard.contains("Kept."), "{heard}");
    assert!(!record(saves.path())[0].contains("\"answered\""), "nothing was confirmed");
}
