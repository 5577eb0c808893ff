//! Screens by keystrokes: start on a fixed world, type keys, compare the picture.

use crate::common::typed::{Session, digit_of, session, take};
use doorstep::base::bilingual::Phrase;
use doorstep::doors::tui::{Colours, Glyphs, Key, Pause, Theme, UiEvent};
use insta::assert_snapshot;

const CLEAN: [&str; 3] = ["Look for a bell", "Ring lightly", "Good morning"];

#[test]
fn a_frame_is_one_write_and_a_key_that_means_nothing_is_none() {
    let playing = session("en").playing("Li", 1);
    let writes = |session: &Session| session.seen().0.borrow().writes;
    assert_eq!(writes(&playing.clone().keys("Down")), writes(&playing) + 1);
    assert_eq!(writes(&playing.clone().keys("z z")), writes(&playing));
    assert_eq!(writes(&playing.clone().keys("End End")), writes(&playing), "the same picture is not written again");
}

#[test]
fn the_first_screen_asks_for_a_language_and_a_name() {
    assert_snapshot!("welcome_en", session("en").picture());
    assert_snapshot!("welcome_zh", session("zh").keys("小李").picture());
}

#[test]
fn the_first_scenario_begins_within_three_keys() {
    assert!(session("en").keys("Enter Enter").picture().contains("What do you do?"));
}

#[test]
fn a_briefing_offers_the_modes_and_shows_the_seed() {
    assert_snapshot!("briefing_en", session("en").keys("Li Enter").picture());
    let edited = session("en").keys("Li Enter Down Down Down Backspace 42 x");
    assert!(edited.picture().contains("42 "), "digits are taken, letters are not");
    assert!(edited.keys("Enter F4").picture().contains("What do you do?"));
}

#[test]
fn a_play_begins_with_its_text_and_its_choices() {
    assert_snapshot!("play_en", session("en").playing("Li", 1).picture());
    assert_snapshot!("play_zh", session("zh").playing("小李", 1).picture());
}

#[test]
fn a_locked_choice_says_why_in_learn_mode() {
    assert!(session("en").playing("Li", 1).picture().contains("(You don't know of a bell yet.)"));
    let practice = session("en").playing("Li", 2).picture();
    assert!(!practice.contains("Ring lightly") && !practice.contains("You don't know"), "{practice}");
}

#[test]
fn learn_mode_tells_the_reason_with_its_clause() {
    let told = take(session("en").playing("Li", 1), &CLEAN[..2]);
    assert_snapshot!("after_two_moves_en", told.picture());
}

#[test]
fn practice_tells_what_was_met_and_broken() {
    assert_snapshot!("practice_en", take(session("en").playing("Li", 2), &["Hammer"]).picture());
}

#[test]
fn plain_words_say_what_a_move_did_in_practice_and_learning() {
    for mode in [1, 2] {
        let told = take(session("en").playing("Li", mode), &["Hammer"]).picture();
        assert!(told.contains("✗ broken: Never hammer on the door."), "{told}");
        let told = take(session("en").playing("Li", mode), &["Look for a bell"]).picture();
        assert!(told.contains("✓ met: Look for a bell first."), "{told}");
    }
}

#[test]
fn in_an_exam_no_way_leads_to_the_standard() {
    let exam = session("en").playing("Li", 3);
    let is_closed = |picture: &str| picture.contains("no standard in an exam");
    for keys in ["F6", "s", "F5 F6", "F5 s"] {
        let picture = exam.clone().keys(keys).picture();
        assert!(is_closed(&picture) && !picture.contains("requirements"), "{keys}: {picture}");
        assert!(!picture.contains("F6"), "{keys}: the footer offers it no more, so no click does: {picture}");
    }
    for keys in ["Ctrl-P", "F5 Ctrl-P", "F1 Esc Ctrl-P"] {
        let palette = exam.clone().keys(keys);
        let found = palette.clone().keys("hammer").picture();
        assert!(!found.contains("Never hammer") && is_closed(&found), "{keys}: {found}");
        let commands = palette.picture();
        assert!(!commands.contains("Read the standard") && commands.contains("Go home"), "{keys}: {commands}");
    }
    let practice = session("en").playing("Li", 2);
    assert!(practice.clone().keys("Ctrl-P hammer").picture().contains("Never hammer"));
    assert!(practice.keys("F6").picture().contains("requirements"));
}

#[test]
fn the_meter_never_counts_what_was_broken_as_done() {
    let start = session("en").playing("Li", 1);
    assert!(start.picture().contains("calm · ○3 ·"), "{}", start.picture());
    let broken = take(start.clone(), &["Hammer"]).picture();
    assert!(broken.contains(" · ✗1 ○3 · "), "{broken}");
    let wide = take(start.sized(120, 30), &["Look for a bell", "Ring"]).picture();
    assert!(wide.contains("2 met · 1 open"), "{wide}");
}

#[test]
fn an_exam_shows_nothing_and_says_why_hints_are_missing() {
    let exam = take(session("en").playing("Li", 3), &["Hammer"]);
    assert_snapshot!("exam_en", exam.picture());
    assert!(exam.keys("h").picture().contains("─ No hints, no rewind and no standard in an exam. ─"));
}

#[test]
fn in_an_exam_a_choice_is_picked_and_then_confirmed() {
    let exam = session("en").playing("Li", 3);
    let digit = digit_of(&exam, "Hammer").to_string();
    let other = digit_of(&exam, "Look for a bell").to_string();
    let picked = exam.clone().keys(&digit);
    assert!(!picked.picture().contains("door down"), "{}", picked.picture());
    assert!(picked.picture().contains("Enter confirm"), "{}", picked.picture());
    for sure in ["Enter", &digit] {
        assert!(picked.clone().keys(sure).picture().contains("door down"), "{sure}");
    }
    let second_thoughts = picked.keys(&other).keys("Enter").picture();
    assert!(!second_thoughts.contains("door down") && second_thoughts.contains("bell"), "{second_thoughts}");
}

#[test]
fn what_was_typed_before_a_play_was_seen_chooses_nothing_in_it() {
    let ahead = |pause| session("en").pausing(pause).playing("Li", 1).keys("1 2 Enter 1").picture();
    let start = session("en").playing("Li", 1).picture();
    assert_eq!(ahead(Pause::of_millis(10_000).expect("a pause")), start);
    assert_ne!(ahead(Pause::NONE), start);
}

#[test]
fn a_choice_that_is_not_in_view_is_shown_before_it_is_taken() {
    let play = take(session("en").sized(60, 20).playing("Li", 1), &CLEAN[..2]);
    let shown = |session: &Session| {
        let picture = session.picture();
        let asked = picture.lines().skip_while(|row| !row.contains("What do you do?")).skip(1);
        let choices = asked.filter_map(|row| row.trim().strip_prefix("▸ ").unwrap_or(row.trim()).split_once("  "));
        choices.filter_map(|(digit, words)| Some((digit.parse::<u8>().ok()?, words.to_owned()))).collect::<Vec<_>>()
    };
    let all = shown(&play);
    let (last, words) = all.last().expect("there are choices");
    let scrolled = (1..20).map(|rows| (0..rows).fold(play.clone(), |play, _| play.event(UiEvent::Wheel(-1))));
    let scrolled = scrolled.into_iter().find(|play| (1..all.len()).contains(&shown(play).len()));
    let scrolled = scrolled.expect("a window that ends between the choices");
    let once = scrolled.keys(&last.to_string());
    assert!(shown(&once).iter().any(|(_, own)| own == words), "it is shown, and not taken: {}", once.picture());
    assert!(shown(&once.keys(&last.to_string())).iter().all(|(_, own)| own != words), "now it is taken");
}

#[test]
fn a_hint_names_what_is_due_next() {
    let hint = session("en").playing("Li", 1).keys("F3").picture();
    assert!(hint.contains("Hint: Look for a bell first.  At the door, (1)"), "{hint}");
}

#[test]
fn a_rewind_takes_the_last_move_back() {
    let back = take(session("en").playing("Li", 1), &["Hammer"]).keys("F4").picture();
    assert!(back.contains("Back before move 1.") && !back.contains("door down"), "{back}");
}

#[test]
fn the_language_changes_in_the_middle_of_a_play() {
    let told = take(session("en").playing("Li", 1), &CLEAN[..2]).keys("F2");
    assert_snapshot!("after_two_moves_zh", told.picture());
    assert_eq!(told.keys("F2").picture(), take(session("en").playing("Li", 1), &CLEAN[..2]).picture());
}

#[test]
fn a_play_that_was_left_goes_on_from_home() {
    let left = take(session("en").playing("Li", 2), &["Hammer"]).keys("Esc");
    assert_snapshot!("home_en", left.picture());
    let later = left.again();
    assert!(later.picture().contains("Go on: One door"));
    let on = later.keys("3").picture();
    assert!(on.contains("The door opens a crack."), "{on}");
}

#[test]
fn the_standard_is_walked_and_searched_in_either_language() {
    let walked = session("en").keys("Li Enter Esc F6 Down Right Down Down Right Down");
    assert_snapshot!("standard_en", walked.picture());
    let found = session("en").keys("Li Enter F6 门铃").picture();
    assert!(found.contains("Look for a bell first.") && found.contains("Ring lightly"), "{found}");
    assert!(session("en").keys("Li Enter F6 door.03.r2").picture().contains("Critical: breaking it fails the play."));
}

#[test]
fn help_tells_the_keys_of_the_screen_one_came_from() {
    assert_snapshot!("help_en", session("en").playing("Li", 1).keys("F1").picture());
}

#[test]
fn the_log_tells_the_whole_play() {
    let log = take(session("en").playing("Li", 1), &CLEAN[..2]).keys("F5").picture();
    assert!(log.contains("09:58:10") && log.contains("Who is it?") && !log.contains("Why:"), "{log}");
}

#[test]
fn anything_is_found_by_its_name() {
    let found = session("en").keys("Li Enter Ctrl-P bell").picture();
    assert!(found.contains("One door") && found.contains("Look for a bell first."), "{found}");
    assert!(session("en").keys("Li Enter Esc Ctrl-P knock Enter").picture().contains("Seed"));
}

#[test]
fn what_can_be_done_here_is_found_by_its_name_with_its_key_and_done() {
    let playing = session("en").playing("Li", 1);
    let offered = playing.clone().keys("Ctrl-P").picture();
    for (name, key) in [("hint", "F3"), ("log", "F5"), ("Switch the language", "F2")] {
        let row = offered.lines().find(|row| row.contains(name));
        assert!(row.is_some_and(|row| row.contains(key)), "{name}: {offered}");
    }
    assert!(!offered.contains("rewind"), "nothing can be taken back yet: {offered}");
    assert_eq!(playing.clone().keys("Ctrl-P hint Enter").picture(), playing.keys("F3").picture());
}

#[test]
fn a_play_is_found_by_its_title_and_its_mode_in_any_order() {
    let typed = UiEvent::Paste("practice door".to_owned());
    let over = take(session("en").playing("Li", 2), &CLEAN).keys("Enter Esc Ctrl-P").event(typed);
    let found = over.picture();
    assert!(found.contains("practice") && found.contains("of 100"), "{found}");
    let opened = over.keys("Down Enter").picture();
    assert!(opened.contains("your plays") || opened.contains("Your plays"), "{opened}");
}

#[test]
fn the_key_of_the_standard_opens_the_clause_that_a_reply_or_a_move_is_about() {
    let told = take(session("en").playing("Li", 2), &["Hammer"]).keys("F6").picture();
    assert!(told.contains("Never hammer on the door"), "{told}");
    let review = take(session("en").playing("Li", 2), &CLEAN).keys("Enter");
    assert!(review.clone().keys("Right F6").picture().contains("Look for a bell first"), "{}", review.picture());
}

#[test]
fn a_long_message_stands_whole_above_the_keys() {
    let long = "The disk is full, and so nothing of what you do now will be there tomorrow; \
                make room and play on, or stop here and write down what you have learnt so far.";
    for (width, height) in [(60, 20), (80, 24)] {
        let told =
            session("en").playing("Li", 1).sized(width, height).event(UiEvent::Notice(Phrase::new(long, long).into()));
        let picture = told.picture();
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>().join(" ");
        assert!(words(&picture).contains(long), "{picture}");
        assert!(picture.lines().last().is_some_and(|keys| keys.contains("Esc")), "{picture}");
        assert!(!told.keys("Down").picture().contains("disk is full"));
    }
}

#[test]
fn a_wide_window_shows_the_panel() {
    let wide = take(session("en").playing("Li", 1).sized(120, 30), &["Look for a bell"]);
    assert_snapshot!("wide_en", wide.picture());
}

#[test]
fn in_the_widest_window_the_story_the_steps_and_the_clause_stand_side_by_side() {
    let english = take(session("en").playing("Li", 1).sized(200, 60), &["Look for a bell"]);
    assert_snapshot!("widest_en", english.picture());
    let chinese = take(session("zh").playing("小李", 2).sized(200, 60), &["看看有没有门铃", "用拳头捶门"]);
    assert_snapshot!("widest_zh", chinese.picture());
}

#[test]
fn in_the_widest_window_an_exam_tells_the_moves_and_no_clause() {
    let exam = take(session("en").playing("Li", 3).sized(200, 60), &["Hammer"]).picture();
    let moves = exam.lines().skip_while(|row| !row.contains("Your moves so far")).nth(1);
    assert!(moves.is_some_and(|row| row.trim_end().ends_with("09:58:00  Hammer on the door")), "{exam}");
    assert!(!exam.contains("Never hammer") && !exam.contains("door.02"), "{exam}");
}

#[test]
fn the_smallest_window_holds_a_play_and_a_smaller_one_says_what_it_needs() {
    let small = take(session("zh").playing("小李", 1).sized(60, 20), &["看看有没有门铃", "轻轻按一下"]);
    assert_snapshot!("small_zh", small.picture());
    for (width, height) in [(59, 24), (20, 5), (1, 1)] {
        let tiny = session("en").sized(width, height).keys("Enter Enter Down").picture();
        assert!(tiny.starts_with(if width == 1 { "T" } else { "This needs a window" }), "{tiny}");
    }
}

#[test]
fn a_window_may_change_its_size_at_any_time() {
    let told = take(session("en").playing("Li", 1), &CLEAN[..2]);
    let resized = told.event(UiEvent::Resized(30, 3)).event(UiEvent::Resized(65_535, 65_535));
    assert!(resized.picture().contains("The door opens a crack."));
}

#[test]
fn nothing_new_scrolls_away_unread() {
    let told = take(session("en").playing("Li", 1).sized(60, 20), &CLEAN[..1]);
    let more = take(told, &["Ring lightly"]);
    let first = more.picture();
    assert!(first.contains("Ring lightly, once") && first.contains("Who is it?"), "the news begin in view\n{first}");
}

#[test]
fn a_click_works_where_a_key_does() {
    let playing = session("en").playing("Li", 1);
    let picture = playing.picture();
    let row = picture.lines().position(|row| row.contains("Hammer on the door")).expect("shown");
    let y = u16::try_from(row).expect("a row of the screen");
    let clicked = playing.event(UiEvent::Click { x: 20, y }).picture();
    assert!(clicked.contains("You'll have the door down!"), "{clicked}");
}

#[test]
fn a_hostile_name_is_shown_harmless() {
    let mut hostile = session("en");
    for c in "\u{1b}[2J\u{202e}evil\u{200b}{time}".chars() {
        hostile = hostile.event(UiEvent::Key(Key::Char(c)));
    }
    let hostile = hostile.event(UiEvent::Paste("\u{9b}31m\n../../x".to_owned())).keys("Enter Enter");
    let written = hostile.written();
    assert!(
        written.contains("\u{FFFD}[2J\u{FFFD}evil\u{FFFD}{time}\u{FFFD}31m"),
        "shown as it is, but for what would harm"
    );
    assert!(!written.contains(['\u{202e}', '\u{200b}', '\u{9b}', '\u{7}']));
}

#[test]
fn the_ascii_set_draws_nothing_that_may_be_two_cells_wide() {
    let theme = Theme { colours: Colours::None, glyphs: Glyphs::Ascii };
    let picture = take(session("en").themed(theme).playing("Li", 1), &CLEAN[..2]).picture();
    assert!(!picture.contains(['“', '”', '…', '—', '─', '│', '·', '↓', '→', '✓', '▸', '▼']), "{picture}");
    assert_snapshot!("ascii_zh", session("zh").themed(theme).playing("小李", 1).picture());
}

#[test]
fn where_nothing_can_be_saved_play_goes_on_and_says_so() {
    let file = tempfile::NamedTempFile::new().expect("a file in place of the folder");
    let opened = session("en").keys("Li Enter");
    let lost = opened.play(&opened.script, file.path()).picture();
    assert!(lost.contains("could not prepare"), "{lost}");
    let on = session("en").playing("Li", 1);
    assert!(on.play(&on.script, file.path()).picture().contains("What do you do?"));
}

#[test]
fn somebody_else_may_learn_too() {
    let other = session("en").keys("Li Enter Esc 9 Wang Enter");
    assert!(other.picture().contains("Learner: Wang"), "{}", other.picture());
    let back = other.keys("9 Down Enter").picture();
    assert!(back.contains("Learner: "), "{back}");
}
