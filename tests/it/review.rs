//! A play reviewed at the terminal, by keystrokes: what was wrong is found and read, tried again and reviewed again, the
//! best line is walked, a copy is kept, and an old play is opened anew.

use crate::common::typed::{Session, session, take};
use doorstep::doors::tui::{Colours, Glyphs, Key, Theme, UiEvent};
use insta::assert_snapshot;
use std::fs;
use std::path::Path;

const CLEAN: [&str; 3] = ["Look for a bell", "Ring lightly", "Good morning"];
const ROUGH: [&str; 2] = ["Hammer", "Push in"];

/// A failed play, in the first, second or third mode, with its debrief open.
fn failed(mode: u8) -> Session {
    take(session("en").playing("Li", mode), &ROUGH).keys("Enter")
}

fn failed_in_chinese() -> Session {
    take(session("zh").playing("小李", 1), &["用拳头捶门", "推门进去"]).keys("Enter")
}

#[test]
fn the_first_look_is_the_score_the_curve_and_what_cost_most() {
    assert_snapshot!("failed_en", failed(1).picture());
    assert_snapshot!("failed_zh", failed_in_chinese().picture());
    let clean = take(session("en").playing("Li", 1), &CLEAN).keys("Enter");
    assert_snapshot!("clean_en", clean.picture());
}

#[test]
fn a_blunder_is_found_with_one_key_and_read_with_the_better_move() {
    assert_snapshot!("blunder_en", failed(1).keys("Enter").picture());
    assert_snapshot!("blunder_zh", failed_in_chinese().keys("Enter").picture());
}

/// Whether these words come into view page by page.
fn paged_to(review: Session, words: &str) -> bool {
    std::iter::successors(Some(review), |page| Some(page.clone().keys("PgDn")))
        .take(8)
        .any(|page| page.picture().contains(words))
}

#[test]
fn what_stands_below_is_read_with_one_key_and_then_comes_the_next_move() {
    assert!(paged_to(failed(1), "Never done"), "{}", failed(1).picture());
    assert!(paged_to(failed(1), "Move 1 of 2"), "{}", failed(1).picture());
    let read = (0..60).fold(failed(1), |read, _| read.keys("Down"));
    assert!(read.picture().contains("Never done"), "{}", read.picture());
    let back = (0..60).fold(read, |read, _| read.keys("Up"));
    assert_eq!(back.picture(), failed(1).picture());
}

#[test]
fn mistakes_are_stepped_through_forwards_and_back() {
    let second = failed(1).keys("Enter Tab");
    assert!(second.picture().contains("Move 2 of 2"), "{}", second.picture());
    assert!(second.clone().keys("n").picture().contains("no other mistake"));
    assert!(second.clone().keys("p").picture().contains("Move 1 of 2"));
    assert!(second.keys("Shift-Tab Shift-Tab").picture().contains("no other mistake"));
}

#[test]
fn a_click_on_the_curve_goes_to_its_move() {
    let review = failed(1);
    let row = review.picture().lines().position(|row| row.contains("100 █")).expect("the curve");
    let y = u16::try_from(row).expect("a row of the screen");
    // The scale takes four cells after the margin, and each step six: before the first move, then the moves.
    let clicked = review.event(UiEvent::Click { x: 2 + 4 + 6 + 1, y }).picture();
    assert!(clicked.contains("Move 1 of 2"), "{clicked}");
}

#[test]
fn a_retried_branch_is_played_to_its_end_and_reviewed_too() {
    let again = failed(2).keys("Enter Enter");
    assert!(again.picture().contains("Again from move 1; your first score stays."), "{}", again.picture());
    let other = take(again, &CLEAN).keys("Enter");
    assert_snapshot!("branch_en", other.picture());
    // Back from the branch stands the first run, and it is the one that counts.
    let first = other.clone().keys("Esc");
    assert!(first.picture().contains("0 of 100"), "{}", first.picture());
    assert!(first.keys("Esc 4").picture().contains("best so far 0"));
    let later = other.clone().again().keys("6 Enter");
    assert!(later.picture().contains("0 of 100") && !later.picture().contains("Another try"), "{}", later.picture());
    // The other try is found again too, and says what it is.
    let list = other.again().keys("6");
    assert!(list.picture().contains("One door · Again from move 1"), "{}", list.picture());
    let again = list.keys("Down Enter").picture();
    assert!(
        again.contains("100 of 100") && again.contains("Another try. What counts is your first run: 0."),
        "{again}"
    );
}

#[test]
fn a_try_that_is_not_over_is_gone_on_with_from_the_list() {
    let again = take(failed(2).keys("Enter Enter"), &CLEAN[..1]).again();
    let list = again.keys("6");
    assert!(list.picture().contains("One door · Again from move 1"), "{}", list.picture());
    let on = list.keys("Down Enter").picture();
    assert!(on.contains("What do you do?") && on.contains("Look for a bell"), "{on}");
}

#[test]
fn help_that_was_taken_stands_beside_the_result_and_in_the_list() {
    let helped = take(session("en").playing("Li", 1).keys("F3"), &ROUGH[..1]).keys("F4");
    let over = take(helped, &CLEAN).keys("Enter");
    let told = over.picture();
    assert!(told.contains("One move was taken back. One hint was asked for."), "{told}");
    let list = over.again().keys("6").picture();
    let list: Vec<&str> = list.split_whitespace().collect();
    assert!(list.join(" ").contains("1 taken back · 1 hint"), "{list:?}");
}

#[test]
fn what_is_tried_after_taking_back_an_ending_is_another_try() {
    let over = take(session("en").playing("Li", 1), &ROUGH);
    let again = take(over.keys("F4"), &["Good morning"]).keys("Enter").picture();
    assert!(again.contains("Another try. What counts is your first run: 0."), "{again}");
}

#[test]
fn how_it_ended_is_told_again() {
    let clean = take(session("en").playing("Li", 1).sized(80, 50), &CLEAN).keys("Enter").picture();
    assert!(clean.contains("How it ended") && clean.contains("She steps aside."), "{clean}");
}

#[test]
fn a_play_of_the_first_edition_says_so() {
    let saves = tempfile::tempdir().expect("a folder");
    failed(1).seen_in(saves.path());
    let learner = fs::read_dir(saves.path()).expect("listed").next().expect("a learner").expect("an entry").path();
    let file = learner.join("attempts/000001.ron");
    let first =
        fs::read_to_string(&file).expect("read").replace("format: 3", "format: 1").replace("    rules: 2,\n", "");
    fs::write(&file, first).expect("written");
    let list = session("en").keys("6").seen_in(saves.path()).picture();
    assert!(list.contains("rules: edition 1"), "{list}");
    let opened = session("en").keys("6 Enter").seen_in(saves.path()).picture();
    assert!(
        opened
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .contains("edition 1 of the rules when it was played; here it is judged anew by edition 2"),
        "{opened}"
    );
}

#[test]
fn the_first_run_can_be_tried_again_after_a_branch_that_went_another_way() {
    let branch = take(failed(2).keys("Enter Enter"), &CLEAN[..2]).keys("Esc");
    let again = branch.keys("Right Enter");
    assert!(again.picture().contains("Again from move 2"), "{}", again.picture());
    assert!(again.picture().contains("door down"), "before the second move of the first run: {}", again.picture());
    // What was tried in between is in the record, and the record leads to where one stands.
    let later = take(again, &["Good morning"]).again().keys("6 Enter Right");
    assert!(later.picture().contains("Hammer on the door"), "{}", later.picture());
}

#[test]
fn the_best_line_is_walked_from_the_start_and_from_before_a_move() {
    let start = failed(1).keys("F12");
    assert_snapshot!("best_line_start_en", start.picture());
    assert_snapshot!("best_line_step_en", start.clone().keys("Right Right").picture());
    let end = start.keys("Right Right Right Right").picture();
    assert!(end.contains("100 of 100") && end.contains("Here the best line ends."), "{end}");
    let from = failed_in_chinese().keys("Enter Right F12");
    assert_snapshot!("best_line_from_zh", from.picture());
    let back = from.keys("Right Left Esc").picture();
    assert!(back.contains("第 2 步，共 2 步"), "{back}");
}

/// The documents in a folder of saves, with their names.
fn documents(saves: &Path) -> Vec<(String, String)> {
    let learner = fs::read_dir(saves).expect("listed").next().expect("a learner").expect("an entry").path();
    let Ok(entries) = fs::read_dir(learner.join("debriefs")) else { return Vec::new() };
    let mut documents: Vec<_> = entries
        .map(|entry| entry.expect("an entry"))
        .map(|entry| {
            let text = fs::read_to_string(entry.path()).expect("read");
            (entry.file_name().into_string().expect("UTF-8"), text)
        })
        .collect();
    documents.sort();
    documents
}

#[test]
fn a_copy_is_kept_with_one_key_and_the_notice_names_it() {
    let saves = tempfile::tempdir().expect("a folder");
    let branch = take(failed(1).keys("F7 F2 F8 F2 Enter Enter"), &CLEAN).keys("Enter e");
    let notice = branch.seen_in(saves.path()).picture();
    let unbroken = notice.split_whitespace().collect::<String>();
    assert!(unbroken.contains("debriefs/000001-knock-run2.en.html"), "{notice}");
    let kept = documents(saves.path());
    let names: Vec<&str> = kept.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["000001-knock-run2.en.html", "000001-knock.en.html", "000001-knock.zh.md"]);
    assert!(kept[0].1.contains("100 of 100") && kept[0].1.ends_with("</html>\n"), "{}", kept[0].1);
    assert!(kept[1].1.contains("0 of 100") && kept[1].1.contains("Hammer on the door"));
    for (_, text) in &kept[..2] {
        assert!(text.contains("Learner: Li · 2027-01-15 ") && text.contains("mode: Learn · no hints"), "{text}");
    }
    assert!(kept[2].1.contains("学员：Li · 2027-01-15 "), "{}", kept[2].1);
    assert!(kept[2].1.starts_with("# 一扇门") && kept[2].1.contains("?? 严重失误"), "{}", kept[2].1);
}

#[test]
fn a_copy_that_cannot_be_kept_is_said_and_the_debrief_goes_on() {
    let saves = tempfile::tempdir().expect("a folder");
    let first = take(session("en").playing("Li", 1), &ROUGH);
    first.seen_in(saves.path());
    let learner = fs::read_dir(saves.path()).expect("listed").next().expect("a learner").expect("an entry").path();
    fs::write(learner.join("debriefs"), "a file where the folder belongs").expect("written");
    let told = session("en").keys("6 Enter F7").seen_in(saves.path()).picture();
    assert!(told.contains("could not write") && told.contains("0 of 100"), "{told}");
}

#[test]
fn an_old_play_is_opened_again_from_home_and_one_that_is_not_over_goes_on() {
    let later = take(failed(2).keys("Esc 4 Enter Enter"), &ROUGH[..1]).again();
    let list = later.clone().keys("6");
    assert_snapshot!("history_en", list.picture());
    assert!(list.clone().keys("Enter").picture().contains("What do you do?"));
    let opened = list.keys("Down Enter Enter");
    assert!(opened.picture().contains("?? blunder") && opened.picture().contains("Hammer"), "{}", opened.picture());
    assert!(later.keys("F2 6").picture().contains("没做完"));
}

#[test]
fn a_play_whose_scenario_was_edited_is_no_dead_end() {
    let saves = tempfile::tempdir().expect("a folder");
    failed(1).seen_in(saves.path());
    let learner = fs::read_dir(saves.path()).expect("listed").next().expect("a learner").expect("an entry").path();
    let file = learner.join("attempts/000001.ron");
    let whole = fs::read_to_string(&file).expect("read");
    let opened = |text: String| {
        fs::write(&file, text).expect("written");
        session("en").keys("6 Enter").seen_in(saves.path()).picture()
    };
    let gone = opened(whole.replace("\"hammer\"", "\"shout\""));
    assert!(gone.contains("no longer fits"), "{gone}");
    let elsewhere = opened(whole.replace("\"knock\"", "\"ring\""));
    assert!(elsewhere.contains("not here any more"), "{elsewhere}");
    let hash = whole.lines().find(|line| line.contains("scenario_hash")).expect("a hash").to_owned();
    let edited = opened(whole.replace(&hash, "    scenario_hash: \"00\","));
    assert!(edited.contains("judged by what it says now") && edited.contains("0 of 100"), "{edited}");
}

#[test]
fn an_exam_is_reviewed_after_its_end_and_nothing_leaks_before() {
    let exam = take(session("en").sized(80, 40).playing("Li", 3), &ROUGH[..1]);
    for keys in ["Enter", "F12 Esc", "n", "b", "e", "m", "F7", "F8"] {
        let picture = exam.clone().keys(keys).picture();
        assert!(
            !picture.contains("blunder") && !picture.contains("Better") && !picture.contains("of 100"),
            "{picture}"
        );
    }
    let list = exam.clone().keys("Esc 6").picture();
    assert!(list.contains("not finished · Exam") && !list.contains("of 100"), "{list}");
    let on = exam.clone().keys("Esc 6 Enter").picture();
    assert!(on.contains("What do you do?") && !on.contains("blunder"), "{on}");
    let over = take(exam, &ROUGH[1..]).keys("Enter Enter");
    assert!(paged_to(over.clone(), "?? blunder"), "{}", over.picture());
    assert!(paged_to(over.clone(), "Better: Look for a bell"), "{}", over.picture());
}

#[test]
fn without_colour_and_in_ascii_the_debrief_says_the_same() {
    let theme = Theme { colours: Colours::None, glyphs: Glyphs::Ascii };
    let ascii = take(session("en").themed(theme).playing("Li", 1), &ROUGH).keys("Enter Enter");
    assert_snapshot!("ascii_en", ascii.picture());
    let wide = ['█', '─', '✗', '▲', '·', '…', '“', '▸'];
    for keys in ["", "F12", "F12 Right", "Esc 3"] {
        let picture = ascii.clone().keys(keys).picture();
        assert!(!picture.contains(wide), "{picture}");
    }
    let coloured = Theme { colours: Colours::OnDark, glyphs: Glyphs::Unicode };
    let plain = failed(1).keys("Enter");
    assert_eq!(plain.clone().themed(coloured).picture(), plain.picture(), "colour is never the only sign");
    assert!(!plain.written().contains("\u{1b}[38"), "no colour where none is wanted");
}

#[test]
fn the_smallest_and_a_wide_window_hold_a_debrief() {
    let small = failed(1).sized(60, 20).keys("Enter");
    assert_snapshot!("small_en", small.picture());
    assert_snapshot!("wide_en", failed(1).sized(120, 30).keys("Right Right").picture());
}

#[test]
fn the_smallest_window_names_the_key_of_the_best_line() {
    for review in [failed(1), failed_in_chinese()] {
        for keys in ["", "Enter", "Enter Tab", "End"] {
            let picture = review.clone().sized(60, 20).keys(keys).picture();
            let footer = picture.lines().last().unwrap_or_default();
            assert!(footer.contains("F12 ") && footer.contains("F1 ") && footer.contains("Esc "), "{keys}: {footer}");
        }
    }
}

#[test]
fn in_the_widest_window_the_curve_the_moves_and_the_reasons_stand_side_by_side() {
    assert_snapshot!("widest_whole_en", failed(1).sized(200, 60).picture());
    assert_snapshot!("widest_move_en", failed(1).sized(200, 60).keys("Right Right").picture());
    assert_snapshot!("widest_move_zh", failed_in_chinese().sized(200, 60).keys("Right").picture());
}

#[test]
fn keys_of_all_kinds_leave_a_debrief_standing() {
    let keys =
        "Up Down Left Right PgUp PgDn Home End F1 Esc F2 Tab Shift-Tab F12 Left Right Home End PgUp PgDn F1 Esc Esc F8";
    let seen = keys.split(' ').fold((failed(1), 0), |(session, count), key| {
        let session = session.keys(key);
        assert!(!session.picture().trim().is_empty(), "after {count} keys");
        (session, count + 1)
    });
    assert_eq!(seen.1, keys.split(' ').count());
    let resized = failed(1).keys("Enter").event(UiEvent::Resized(59, 10)).event(UiEvent::Resized(90, 25));
    assert!(resized.picture().contains("Move 1 of 2"));
    let typed = failed(1).event(UiEvent::Key(Key::Char('9'))).event(UiEvent::Paste("x".to_owned()));
    assert_eq!(typed.picture(), failed(1).picture());
}
