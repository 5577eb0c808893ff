//! Questions at both doors: by keys and by lines, answered rightly and wrongly, and never by what was meant for another.

use crate::common::bundled;
use crate::common::heard::{TYPED, heard};
use crate::common::screen::named;
use crate::common::typed::picture_of;
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::doors::tui::Key;
use doorstep::play::asking::Asked;
use doorstep::trainer::round::drawn;

/// The picture of the bundled pack after a name and these keys, at home first.
fn picture(lang: &str, size: (u16, u16), keys: &str) -> String {
    let name = "Li".chars().map(Key::Char).chain([Key::Enter, Key::Esc]);
    let keys = keys.split(' ').filter_map(|word| named(word).or_else(|| word.chars().next().map(Key::Char)));
    picture_of(bundled().clone(), lang, size, name.chain(keys))
}

/// The first question of today under the seed of the pictures, as it is put.
fn first(seed: u64) -> Asked {
    let seed = Seed::new(seed);
    let row = drawn(&bundled().bank, &bundled().standard, None, seed);
    Asked::new(&row[0], seed)
}

#[test]
fn a_round_is_drawn_without_two_in_a_row_of_one_section_and_the_same_under_one_seed() {
    let pack = bundled();
    for seed in 0..40 {
        let row = drawn(&pack.bank, &pack.standard, None, Seed::new(seed));
        let again = drawn(&pack.bank, &pack.standard, None, Seed::new(seed));
        let ids: Vec<&str> = row.iter().map(|own| &*own.id).collect();
        assert_eq!(ids, again.iter().map(|own| &*own.id).collect::<Vec<_>>());
        assert_eq!(ids.len(), 10);
        let sections: Vec<_> = row.iter().map(|own| pack.standard.requirement(own.tests[0]).section).collect();
        let pairs = sections.windows(2).filter(|pair| pair[0] == pair[1]).count();
        let most = sections.iter().map(|own| sections.iter().filter(|other| *other == own).count()).max();
        assert!(pairs == 0 || most > Some(5), "{seed}: {sections:?}");
    }
}

#[test]
fn a_question_is_answered_on_the_screen_and_told_why() {
    let en = Lang::new("en").expect("a tag");
    let asked = first(4);
    let stem = asked.question().ask.in_lang(en);
    let opening: String = stem.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
    for size in [(60, 20), (80, 24), (200, 60)] {
        let open = picture("en", size, "5 1");
        assert!(open.contains(&opening) && open.contains("question 1 of 10"), "{opening}: {open}");
        let answered = picture("en", size, "5 1 1 1 Home");
        assert!(answered.contains("ight") || answered.contains("2  "), "{answered}");
    }
}

#[test]
fn a_round_is_answered_by_lines_to_its_end() {
    let saves = tempfile::tempdir().expect("a folder");
    // Home, a mixed round, and then the first answer to everything, over and over, `n` between the questions.
    let typed: Vec<&str> = ["Li", "b", "5", "1"].into_iter().chain(["1", "n"].repeat(200)).collect();
    let said = heard(bundled(), "en", saves.path(), &typed);
    assert!(said.contains("Question 1 of 10.") && said.contains("Question 10 of 10."), "{said}");
    assert!(said.contains("Once more."), "what was wrong comes back: {said}");
    let verdicts = said.matches("\nRight.\n").count() + said.matches("\nNot right.\n").count();
    assert!(verdicts > 8, "{said}");
    assert!(!said.contains("panicked") && said.contains(TYPED));
}

#[test]
fn several_are_picked_one_by_one_and_none_is_no_answer() {
    // The first answer is given to the questions of one section after the other, until one with boxes is shown.
    let ways = (2..8).flat_map(|row| (0..16).map(move |steps| format!("5 {row} {}", "1 Enter ".repeat(steps))));
    let reached = ways.map(|way| (picture("en", (80, 40), way.trim_end()), way));
    let found = reached.into_iter().find_map(|(shown, way)| {
        let last = shown.lines().find(|line| line.contains("That is all"))?;
        let digit = last.trim_start_matches(['▸', ' ']).chars().next()?;
        Some((way, digit))
    });
    let (way, digit) = found.expect("a question with several answers is reached");
    let after = |keys: &str| picture("en", (80, 40), &format!("{way}{keys}"));
    let none = after(&digit.to_string());
    assert!(none.contains("Pick at least one first."), "{none}");
    let picked = after("2");
    assert!(picked.contains("[x]"), "{picked}");
    let unpicked = after("2 2");
    assert!(!unpicked.contains("[x]"), "{unpicked}");
    let told = after(&format!("2 {digit}"));
    assert!(told.contains("ight"), "{told}");
}
