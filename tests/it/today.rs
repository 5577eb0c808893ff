//! A day: what went wrong comes back as a moment, at both doors; answers are kept before they are told; minutes are kept to.

use crate::common::bundled;
use crate::common::heard::{heard, heard_after};
use crate::common::typed::{Session, session, take};
use doorstep::content::scenario::{Pack, ScenarioHead, load};
use doorstep::store::Content;
use std::fs;
use std::path::Path;

/// A visit of the small pack in which two things go wrong, reviewed to its end.
fn failed() -> Session {
    take(session("en").playing("Li", 1), &["Hammer", "Push in"]).keys("Enter")
}

/// The journal of the only learner.
fn journal(saves: &Path) -> String {
    let learner = fs::read_dir(saves).expect("listed").next().expect("one").expect("read").path();
    let file = fs::read_dir(&learner).expect("listed").map(|own| own.expect("read").path());
    let file =
        file.into_iter().find(|own| own.file_name().is_some_and(|name| name.to_string_lossy().starts_with("journal")));
    fs::read_to_string(file.expect("a journal")).expect("read")
}

fn small() -> Pack {
    let content = Content::find(Some(Path::new("tests/screens/pack")), Path::new(env!("CARGO_MANIFEST_DIR")));
    load(&content.and_then(|content| content.read()).expect("read").sources).expect("it is proven").pack
}

#[test]
fn a_mistake_comes_back_as_a_moment_and_is_passed_by_a_good_move() {
    let home = failed().after(1);
    assert!(home.picture().contains("Your own mistake: One door"), "{}", home.picture());
    let today = home.keys("1");
    assert!(today.picture().contains("You went wrong here"), "{}", today.picture());
    let moment = today.keys("1");
    let picture = moment.picture();
    assert!(picture.contains("Your own mistake · One door") && picture.contains("Hammer on the door"), "{picture}");
    let wrong = take_shown(&moment, "Hammer");
    assert!(wrong.picture().contains("Not yet: ") && wrong.picture().contains("Better: "), "{}", wrong.picture());
    let right = take_shown(&moment, "Look for a bell");
    assert!(right.picture().contains("That is it: "), "{}", right.picture());
    let saves = tempfile::tempdir().expect("a folder");
    right.keys("Enter").seen_in(saves.path());
    let kept = journal(saves.path());
    assert!(kept.contains("assed") && kept.matches("eviewed").count() > 2, "{kept}");
}

/// Takes the choice that these words stand beside.
fn take_shown(session: &Session, words: &str) -> Session {
    let picture = session.picture();
    let row = picture.lines().find(|row| row.contains(words)).unwrap_or_else(|| panic!("no {words} in {picture}"));
    let digit = row.trim_start_matches(['▸', ' ']).chars().next().expect("a digit");
    session.clone().keys(&digit.to_string())
}

#[test]
fn in_lines_too_a_mistake_comes_back_as_a_moment() {
    let (pack, saves) = (small(), tempfile::tempdir().expect("a folder"));
    let scenario = pack.scenarios.get(0).expect("one").clone();
    let numbers = |line: &[&str]| {
        let mut own = doorstep::play::engine::Session::new(scenario.clone(), doorstep::base::chance::Seed::new(7));
        let mut typed = Vec::new();
        for id in line {
            let shown = own.shown();
            let open: Vec<_> = (shown.into_iter())
                .filter(|(_, open)| *open == doorstep::play::engine::Open::Yes)
                .map(|(id, _)| id)
                .collect();
            let at = open.iter().position(|own_id| *own.choice(*own_id).expect("open").id == **id).expect("it is open");
            typed.push((at + 1).to_string());
            own.take(open[at]).expect("it is open");
        }
        typed
    };
    let typed = numbers(&["hammer", "push"]);
    heard(&pack, "en", saves.path(), &["Li", "1", &typed[0], &typed[1], "q"]);
    let wrong = heard_after(1, &pack, "en", saves.path(), &["1", "1", &numbers(&["hammer"])[0], "q"]);
    assert!(wrong.contains("Your own mistake: One door") && wrong.contains("Not yet: "), "{wrong}");
    let right = heard_after(1, &pack, "en", saves.path(), &["1", "1", &numbers(&["look"])[0], "q"]);
    assert!(right.contains("You went wrong here 2 times") && right.contains("That is it: "), "{right}");
}

#[test]
fn minutes_are_chosen_and_kept() {
    let home = session("en").keys("Li Enter Esc 1");
    let more = home.keys("Right");
    assert!(more.picture().contains("15 minutes a day"), "{}", more.picture());
    let again = more.after(1).keys("Esc 1").picture();
    assert!(again.contains("15 minutes a day"), "{again}");
    let saves = tempfile::tempdir().expect("a folder");
    let said = heard(bundled(), "zh", saves.path(), &["小李", "b", "1", "分钟 5", "分钟 很多", "q"]);
    assert!(said.contains("每天 5 分钟") && said.contains("后面写上分钟数"), "{said}");
}

#[test]
fn the_day_of_an_exam_is_asked_for_once_set_told_and_taken_away_on_the_screen() {
    let asks = "Is there an exam?";
    let today = session("en").keys("Li Enter Esc 1");
    assert!(today.picture().contains(asks), "{}", today.picture());
    let typing = today.keys("x");
    assert!(typing.picture().contains("On which day is the exam?"), "{}", typing.picture());
    for (typed, told) in [
        ("s o o n", "That is no day"),
        ("2 0 0 1 - 0 1 - 0 2", "2001-01-02 is over"),
        ("2 9 9 9 - 1 - 1", "years away"),
    ] {
        let refused = typing.clone().keys(typed).keys("Enter").picture();
        assert!(refused.contains(told) && refused.contains("On which day"), "{typed}: {refused}");
    }
    let left = typing.clone().keys("1 Esc").picture();
    assert!(left.contains(asks), "nothing was set: {left}");
    let set = typing.keys("1 2 - 2 0 Enter");
    let picture = set.picture();
    assert!(picture.contains("Exam: ") && picture.contains("-12-20 (in ") && !picture.contains(asks), "{picture}");
    let again = set.after(1).keys("Esc 1");
    assert!(again.picture().contains("-12-20 (in "), "{}", again.picture());
    let gone = again.keys("Ctrl-T Ctrl-U Enter").picture();
    assert!(!gone.contains("-12-20") && !gone.contains(asks), "{gone}");
}

#[test]
fn in_lines_too_the_day_of_an_exam_is_set_and_taken_away_in_both_languages() {
    let said = |lang: &str, name: &str, typed: [&str; 5]| {
        let saves = tempfile::tempdir().expect("a folder");
        heard(bundled(), lang, saves.path(), &[&[name, "b", "1"], &typed[..], &["q"]].concat())
    };
    let english = said("en", "Li", ["exam soon", "exam 2001-01-02", "exam", "exam 12-20", "exam none"]);
    for told in ["Is there an exam?", "That is no day", "2001-01-02 is over", "Type it behind the word", "-12-20 (in "]
    {
        assert!(english.contains(told), "{told}: {english}");
    }
    let after = english.rsplit("exam none").next().expect("the end");
    assert!(!after.contains("-12-20") && !after.contains("Is there an exam?"), "{after}");
    let chinese = said("zh", "小李", ["考试 明天", "考试 2001-01-02", "考试", "考试 12月20日", "考试 无"]);
    for told in ["要考试吗", "这不是日期", "2001-01-02 已经过了", "写在这个词后面", "-12-20（"] {
        assert!(chinese.contains(told), "{told}: {chinese}");
    }
}

#[test]
fn an_answer_is_in_the_journal_before_it_is_told() {
    let saves = tempfile::tempdir().expect("a folder");
    let said = heard(bundled(), "en", saves.path(), &["Li", "b", "5", "1", "1", "1", "1", "1", "1", "1"]);
    assert!(said.contains("Question 1 of 10.") && said.contains("ight"), "{said}");
    let kept = journal(saves.path());
    assert!(kept.lines().filter(|line| line.contains("question")).count() > 0, "{kept}");
}

#[test]
fn home_opens_no_question_and_no_scenario_to_plan_the_day() {
    let (saves, carried) = (tempfile::tempdir().expect("a folder"), || Content::embedded().packed().expect("carried"));
    // A first day begins with a visit, which is opened.
    heard(bundled(), "en", saves.path(), &["Li", "b", "q"]);
    let fresh = carried();
    let said = heard(&fresh, "en", saves.path(), &["q"]);
    assert!(said.contains("1. Today") && said.contains(&fresh.questions.len().to_string()), "{said}");
    assert_eq!((fresh.bank.is_open(), fresh.scenarios.opened()), (false, 0), "{said}");
    // Answers, so that something is due.
    heard(&fresh, "en", saves.path(), &["b", "5", "1", "1", "1", "1", "1", "1", "1", "1"]);
    let later = carried();
    let said = heard_after(3, &later, "en", saves.path(), &["q"]);
    assert!(said.contains("1. Today"), "{said}");
    assert_eq!((later.bank.is_open(), later.scenarios.opened()), (false, 0), "{said}");
    // The same numbers, whether they are counted before or after opening.
    let (heads, whole) = (&later.questions, &later.bank);
    assert_eq!(heads.len(), whole.practised().count());
    assert!(heads.iter().zip(whole.practised()).all(|(head, own)| head.id == own.id && head.tests == own.tests));
    for (head, own) in later.scenarios.heads().zip(later.scenarios.iter()) {
        assert_eq!(**head, ScenarioHead::of(own));
    }
}

#[test]
fn while_an_exam_waits_nothing_that_helps_is_open_on_the_screen() {
    let saves = tempfile::tempdir().expect("a folder");
    failed().seen_in(saves.path());
    let home = || session("en").after(1);
    let waits = "An exam is open: go on with it first";
    for (keys, opens) in
        [("1", "Your own mistake"), ("7", "At the door"), ("s", "At the door"), ("6 Enter", "One door")]
    {
        let picture = home().keys(keys).seen_in(saves.path()).picture();
        assert!(picture.contains(opens) && !picture.contains(waits), "{keys}: {picture}");
    }
    let open = session("en").keys("4 Enter 3 Enter").seen_in(saves.path()).picture();
    assert!(open.contains("What do you do?"), "{open}");
    for keys in ["1", "7", "s", "6 Down Enter"] {
        let picture = home().keys(keys).seen_in(saves.path()).picture();
        assert!(picture.contains(waits), "{keys}: {picture}");
    }
    let found = home().keys("Ctrl-P r i n g").seen_in(saves.path()).picture();
    assert!(!found.contains("Ring"), "no clause is found either: {found}");
    let gone_on = home().keys("3").seen_in(saves.path()).picture();
    assert!(gone_on.contains("What do you do?"), "{gone_on}");
}

#[test]
fn while_an_exam_waits_nothing_that_helps_is_open_in_lines() {
    for (lang, waits) in [("en", "An exam is open: go on with it first"), ("zh", "有一场考试还没考完")] {
        let saves = tempfile::tempdir().expect("a folder");
        let before = heard(bundled(), lang, saves.path(), &["Li", "b", "7", "q"]);
        assert!(!before.contains(waits), "{before}");
        // The fourth way to play is an exam.
        heard(bundled(), lang, saves.path(), &["4", "1", "4", "b", "q"]);
        for row in ["1", "2", "5", "7"] {
            let said = heard(bundled(), lang, saves.path(), &[row, "q"]);
            assert!(said.contains(waits), "{row}: {said}");
        }
    }
}

#[test]
fn a_moment_stays_shut_while_an_exam_of_its_very_visit_is_open() {
    let saves = tempfile::tempdir().expect("a folder");
    failed().seen_in(saves.path());
    let open = session("en").keys("4 Enter 3 Enter").seen_in(saves.path()).picture();
    assert!(open.contains("What do you do?"), "{open}");
    let today = session("en").after(1).keys("1").seen_in(saves.path()).picture();
    assert!(today.contains("Today") && !today.contains("Your own mistake"), "{today}");
}
