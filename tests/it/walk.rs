//! Walks: every play under `tests/walks` holds, straight and with saving and loading after every move; and whatever a
//! walk has wrong is told in one sentence, at its line and column.

use crate::common::bundled;
use doorstep::author::coverage::Reached;
use doorstep::author::playscript::{Mismatch, Outcome, open, run};
use doorstep::both;
use doorstep::content::notation::Source;
use doorstep::content::scenario::SceneId;
use doorstep::store::{read_walks, reloaded};
use insta::assert_snapshot;
use std::path::Path;

/// Plays a walk that can be read.
fn played(text: &str) -> Outcome {
    let walk =
        open(&Source::new("a.walk", text), bundled()).unwrap_or_else(|mismatches| panic!("{}", told(&mismatches)));
    run(&walk, |session| reloaded(session, walk.language, &bundled().standard_hash))
}

/// What is wrong with a walk, a line for each fault.
fn wrong(text: &str) -> String {
    match open(&Source::new("a.walk", text), bundled()) {
        Err(mismatches) => told(&mismatches),
        Ok(walk) => told(&run(&walk, |session| reloaded(session, walk.language, &bundled().standard_hash)).mismatches),
    }
}

fn told(mismatches: &[Mismatch]) -> String {
    mismatches.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn at_home(lines: &str) -> String {
    format!("scenario customer_not_home\nseed 7\nlanguage en\n{lines}")
}

#[test]
fn every_walk_of_this_repository_holds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut failed = Vec::new();
    let mut scenarios: Vec<Box<str>> = Vec::new();
    for source in read_walks(&["tests/walks".into()], root).expect("listed") {
        let source = source.expect("it is read");
        match open(&source, bundled()) {
            Err(mismatches) => failed.push(told(&mismatches)),
            Ok(walk) => {
                let outcome = run(&walk, |session| reloaded(session, walk.language, &bundled().standard_hash));
                assert!(outcome.asked > 0, "{} expects nothing", source.file);
                assert!(outcome.session.is_over(), "{} does not come to an ending", source.file);
                scenarios.push(walk.scenario.id.clone());
                failed.extend((!outcome.mismatches.is_empty()).then(|| told(&outcome.mismatches)));
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    for scenario in bundled().scenarios.iter() {
        let own = scenarios.iter().filter(|id| **id == scenario.id).count();
        assert!(own >= 3, "{} has {own} walks", scenario.id);
    }
}

#[test]
fn named_chances_find_a_seed_that_gives_them() {
    let text = "scenario customer_not_home\nlanguage en\nchance lift is broken\nchance bell none\nchoose go_in\nexpect locked ride \"being repaired\"\nchoose steady, window, look\nexpect text \"No bell on either side\"";
    let outcome = played(text);
    assert_eq!(told(&outcome.mismatches), "");
    assert_eq!(outcome.asked, 2);
}

#[test]
fn a_choice_may_be_named_by_its_words_in_the_language_of_the_walk() {
    let chinese =
        "scenario customer_not_home\nlanguage zh\nseed 7\nchoose “提起箱子进楼”\nexpect open \"坐电梯上七楼\"";
    assert_eq!(told(&played(chinese).mismatches), "");
    assert_snapshot!(wrong(&at_home("choose \"the\"")), @r#"a.walk:4:8: expected to choose "the"; these words stand in several choices here: bench, go_in, order (open here: bench, go_in, order)"#);
    assert_snapshot!(wrong(&at_home("choose \"jump\"")), @r#"a.walk:4:8: expected to choose "jump"; nothing on the screen of courtyard reads so (open here: bench, go_in, order)"#);
}

#[test]
fn what_cannot_be_read_is_told_line_by_line_with_what_was_meant() {
    let text = "scenaro customer_not_home\nchose go_in\nexpect\nexpect txt \"a\"\nexpect text abc\nexpect score lots\nexpect clock 25:00\nchoose\nexpect text \"half\nseed -1\nexpect label great\nexpect verdict maybe\nchance bell\nexpect mood >> 2\nexpect no entry";
    assert_snapshot!(wrong(text));
}

#[test]
fn names_that_are_gone_are_told_all_at_once_even_behind_a_move_that_fails() {
    let text = at_home(
        "choose windw\nexpect open lok\nexpect met visit.normal.7.r1\nexpect met r1\nexpect ending three_oclock\nexpect mood clam\nexpect broken visit.normal.05.r1 by pres",
    );
    assert_snapshot!(wrong(&text));
    assert_snapshot!(wrong("scenario customer_at_home"), @r#"a.walk:1:10: there is no scenario "customer_at_home" (did you mean "customer_not_home"?)"#);
    assert_snapshot!(wrong("scenario customer_not_home\nlanguage fr"), @r#"a.walk:2:10: there is no text here in the language "fr" (there are: zh, en)"#);
    assert_snapshot!(wrong("scenario customer_not_home\nchance bel works\nchance bell loud\nchance bell works"), @r#"
    a.walk:2:8: there is no chance "bel" (did you mean "bell"?)
    a.walk:3:13: there is no outcome of bell "loud" (there are: works, none)
    "#);
}

#[test]
fn a_play_that_goes_another_way_says_what_was_there() {
    let text = at_home(
        "choose go_in\nexpect text \"rain\"\nexpect text \"Below block 6\"\nexpect open window\nexpect locked ride\nexpect mood 2\nexpect mood pleased\nexpect clock 10:00\nexpect met visit.normal.02.r1\nexpect score 100\nexpect ending waited_below\nexpect label blunder\nchoose window\nchoose ride",
    );
    assert_snapshot!(wrong(&text));
}

#[test]
fn a_move_that_fails_names_the_dice_that_the_walk_left_open() {
    let text = "scenario customer_not_home\nlanguage en\nchance lift broken\nchance peephole none\nchoose go_in, steady, window, look\nchoose ride\nchoose tidy";
    assert_snapshot!(wrong(text), @r#"a.walk:6:8: expected to choose "ride"; it stands in lobby, and the play is in door (open here: tidy, rest, listen, step_up; the dice gave, and the walk does not say: bell none)"#);
    assert_eq!(played(text).unplayed, 1);
}

#[test]
fn dice_that_no_seed_gives_are_told() {
    let text = "scenario complaint_escalation\nlanguage en\nchance superior away\nchance news in\nchance bell works";
    assert!(wrong(text).contains("a.walk:5:8: there is no chance \"bell\""), "{}", wrong(text));
    let both = "scenario customer_not_home\nseed 7\nchance bell works";
    assert_snapshot!(wrong(both), @"a.walk:3:8: a seed and named chances stand together (keep the seed, or what the dice gave)");
}

#[test]
fn windows_line_ends_a_byte_order_mark_and_a_chinese_keyboard_are_as_good_as_any() {
    let text = "\u{FEFF}scenario：customer_not_home\r\nseed: 7\r\n\r\nlanguage\tzh // 注\r\nchoose go_in，ride、window\r\nexpect clock 9：59\r\nexpect no text 「没有的话」\r\n";
    assert_eq!(told(&played(text).mismatches), "");
    assert_snapshot!(wrong("\u{FEFF}scenario customer_not_home\r\nchoose go_inn\r\n"), @r#"a.walk:2:8: no scene of customer_not_home has a choice "go_inn" (did you mean "go_in"?)"#);
}

#[test]
fn nothing_hostile_in_a_walk_reaches_the_terminal_or_breaks_the_reading() {
    let hostile = "scenario customer_not_home\nchoose \u{1b}[2J\u{202e}x\nexpect text \"\u{9b}\u{7}\"\n";
    assert!(wrong(hostile).chars().all(|c| !c.is_control() || c == '\n'), "{:?}", wrong(hostile));
    for odd in [
        "",
        "\n\n",
        "\0",
        "# only a comment",
        "\"",
        "“",
        "((((",
        "expect",
        "choose ,,,,",
        ">>>>",
        "seed 99999999999999999999",
    ] {
        assert!(!wrong(odd).is_empty(), "{odd:?} passed");
    }
    let ron = "Scenario(\n    format: 2,\n".repeat(400);
    assert_eq!(wrong(&ron).lines().count(), 21, "one mistake is not told a thousand times");
}

#[test]
fn half_a_walk_is_never_a_panic() {
    let whole = std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/walks/complaint_escalation/on_time.walk"),
    );
    let whole = whole.expect("it is read");
    for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
        // Reading and proving only: playing each would take minutes.
        let _ = open(&Source::new("a.walk", &whole[..end]), bundled());
    }
}

#[test]
fn a_save_that_loses_something_is_told_at_its_move() {
    let walk = open(&Source::new("a.walk", &at_home("choose go_in\nchoose ride")), bundled()).expect("it is proven");
    let mut moves = 0;
    let outcome = run(&walk, |session| {
        moves += 1;
        let mut session = session.clone();
        if moves == 2 {
            session.rewind();
        }
        Ok(session)
    });
    assert_snapshot!(told(&outcome.mismatches), @"a.walk:5:8: after saving and loading, the play stands elsewhere");
    let outcome = run(&walk, |_| Err(both!("the disk is full", "磁盘满了")));
    assert_snapshot!(told(&outcome.mismatches), @"a.walk:4:8: after saving and loading, the disk is full");
}

#[test]
fn what_a_walk_reaches_can_be_counted() {
    let outcome = played(&at_home("choose go_in, ride, window"));
    let scenario = outcome.session.scenario();
    let mut reached = Reached::none(scenario);
    reached.add(scenario, outcome.session.turns());
    let scenes = SceneId::of(&scenario.scenes).filter(|id| reached.scene(*id)).count();
    assert_eq!((scenes, reached.count()), (4, (3, 0)), "scenes, choices and endings");
}

#[test]
fn a_score_before_the_end_and_a_choice_after_it_are_told() {
    assert_snapshot!(wrong(&at_home("expect score 100")), @"a.walk:4:14: expected a score; the play is not over (a play is judged at its end; let the walk go on to an ending first)");
    let walk = std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/walks/customer_not_home/the_fever.walk"),
    );
    let text = walk.expect("it is read") + "\nchoose go_in\nexpect score < 50\n";
    let mismatches = wrong(&text);
    assert!(
        mismatches.contains("expected to choose \"go_in\"; the play is over, in the ending \"three_o_clock\""),
        "{mismatches}"
    );
}

#[test]
fn a_play_is_written_as_a_walk_that_holds() {
    let machine = crate::program::Machine::new();
    let line = machine.best_line("churn_retention", 3);
    let whole = line.join(",");
    let begun = line[..4].join(",");
    for (file, choices) in [("whole.walk", &whole), ("begun.walk", &begun)] {
        let played = ["play", "churn_retention", "--seed", "3", "--choices", choices, "--record", file, "--lang", "zh"];
        assert_eq!(machine.run(&played).code, Some(0), "{file}");
        let held = machine.run(&["walk", file]);
        assert_eq!(held.code, Some(0), "{}", held.out);
        let again = machine.run(&played);
        assert!(again.code == Some(2) && again.err.contains(&format!("{file} 已经有了，没有动它")), "{}", again.err);
    }
    let text = std::fs::read_to_string(machine.path().join("whole.walk")).expect("written");
    assert!(text.contains("language zh\nseed 3\n") && text.contains("expect verdict pass"), "{text}");
    let other = text.replace("expect score = 100", "expect score = 99");
    machine.write("other.walk", &other);
    assert_eq!(machine.run(&["walk", "other.walk"]).code, Some(1), "{other}");
}

#[test]
fn a_play_of_lines_is_written_as_a_walk_when_it_is_over_or_left() {
    let machine = crate::program::Machine::new();
    let line = machine.best_line("churn_retention", 3);
    let whole = crate::program::numbers("churn_retention", 3, &line);
    for (file, typed, lines) in [("whole.walk", whole.len(), "expect verdict pass"), ("left.walk", 3, "choose ")] {
        let input: String = whole[..typed].iter().map(|number| format!("{number}\n")).collect();
        let play = ["play", "churn_retention", "--seed", "3", "--plain", "--record", file];
        let said = machine.feed(&play, input.as_bytes());
        assert!(said.code == Some(0) && said.err.contains(&format!("written as a walk: {file}")), "{}", said.err);
        let text = std::fs::read_to_string(machine.path().join(file)).expect("written");
        assert!(text.contains(lines), "{text}");
        let chosen = line[..typed].iter().all(|id| text.contains(&**id));
        assert!(chosen && (typed == line.len() || !text.contains(&*line[typed])), "{text}");
        let held = machine.run(&["walk", file]);
        assert_eq!(held.code, Some(0), "{}", held.out);
        let again = machine.feed(&play, input.as_bytes());
        assert!(again.err.contains(&format!("{file} is there already")), "{}", again.err);
        assert_eq!((again.code, &*again.out), (Some(2), ""), "it is refused before the first scene");
    }
}

#[test]
fn a_walk_that_cannot_be_written_is_refused_before_the_first_scene() {
    let machine = crate::program::Machine::new();
    machine.write("file", "");
    for lang in ["en", "zh"] {
        let play = ["play", "churn_retention", "--plain", "--lang", lang, "--record"];
        let refused = machine.feed(&[&play[..], &["file/in.walk"]].concat(), b"1\n");
        assert_eq!((refused.code, &*refused.out), (Some(2), ""), "{}", refused.err);
        assert!(refused.err.contains("file/in.walk"), "{}", refused.err);
        let nothing = machine.feed(&[&play[..], &["new/none.walk"]].concat(), b"q\n");
        assert!(nothing.code == Some(0) && nothing.err.contains("none.walk"), "{}", nothing.err);
        assert!(!machine.path().join("new").exists(), "nothing was chosen, nothing is left behind");
    }
    machine.run(&["play", "--record", "a.walk"]).refused("<ID>");
}

#[test]
fn a_retry_leaves_the_walk_of_the_run_that_counts() {
    let machine = crate::program::Machine::new();
    let line = machine.best_line("churn_retention", 3);
    let numbers = crate::program::numbers("churn_retention", 3, &line);
    let input: String =
        numbers.iter().map(String::as_str).chain(["a 1", "2", "q"]).map(|line| line.to_owned() + "\n").collect();
    let play = ["play", "churn_retention", "--seed", "3", "--plain", "--record", "first.walk"];
    assert_eq!(machine.feed(&play, input.as_bytes()).code, Some(0));
    let text = std::fs::read_to_string(machine.path().join("first.walk")).expect("written");
    assert!(text.contains("expect verdict pass"), "{text}");
}
