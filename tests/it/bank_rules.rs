//! Rules of `check` over a whole bank: what only many questions together give away, and what names and places of faults
//! come to.

use crate::rules::findings_of_questions;
use doorstep::author::check::QUESTIONS;
use doorstep::base::diagnostic::Code;
use std::fmt::Write;

/// A right answer and three wrong ones, in Chinese and English.
type Answers = [(&'static str, &'static str); 4];

/// Twenty questions about one requirement each of the same section; the first answer of each is right.
fn bank(answers: impl Fn(usize) -> Answers) -> String {
    let mut file = String::from("Questions(format: 2, section: \"basic.conduct.visit.normal\", questions: [\n");
    for number in 0..20 {
        let says = |(zh, en): (&str, &str)| format!("says: {{\"zh\": \"{zh}\", \"en\": \"{en}\"}}");
        let why = "why: {\"zh\": \"客户受累。\", \"en\": \"It hurts.\"}";
        let [right, wrong @ ..] = answers(number);
        let wrong: String = wrong.into_iter().map(|own| format!("({}, {why}),", says(own))).collect();
        write!(
            file,
            "(id: \"q{number}\", tests: [\"basic.conduct.visit.normal.05.r1\"],\n\
             claim: {{\"zh\": \"轻按\", \"en\": \"Lightly\"}},\n\
             ask: {{\"zh\": \"第{number}家怎么叫门？\", \"en\": \"House {number}: how do you call?\"}},\n\
             kind: Single([({}), {wrong}])),\n",
            says(right)
        )
        .expect("written");
    }
    file + "])"
}

/// The codes that are told of such a bank, each once.
fn codes(answers: impl Fn(usize) -> Answers) -> Vec<Code> {
    let found = findings_of_questions(&bank(answers));
    let mut codes: Vec<Code> = found.into_iter().map(|own| own.code).collect();
    codes.sort_unstable();
    codes.dedup();
    // That so many questions share their answers is another matter.
    codes.retain(|code| *code != Code::QUESTION_TWICE);
    codes
}

const EVEN: Answers = [("轻按", "Press it"), ("敲敲", "Knock now"), ("喊人", "Call out"), ("拍门", "Slap it!")];

#[test]
fn a_bank_whose_answers_are_alike_gives_nothing_away() {
    assert_eq!(codes(|_| EVEN), []);
}

#[test]
fn the_longest_answer_is_told_where_it_is_right_too_often() {
    let long = |often: usize| {
        move |number: usize| match number {
            _ if number < often => [("把铃轻轻地按下去", "Press the bell, lightly"), EVEN[1], EVEN[2], EVEN[3]],
            _ => [EVEN[0], ("把门重重地拍几下", "Slap the door a few times"), EVEN[2], EVEN[3]],
        }
    };
    assert_eq!(codes(long(16)), [Code::QUESTION_LENGTH]);
    assert_eq!(codes(long(7)), []);
}

#[test]
fn the_politest_answer_is_told_where_it_is_right_too_often() {
    let polite = |often: usize| {
        move |number: usize| match number {
            _ if number < often => [("请按", "Please."), EVEN[1], EVEN[2], EVEN[3]],
            _ => [EVEN[0], ("请敲", "Please!"), EVEN[2], EVEN[3]],
        }
    };
    assert!(codes(polite(20)).contains(&Code::QUESTION_TONE));
    assert!(!codes(polite(6)).contains(&Code::QUESTION_TONE));
}

#[test]
fn absolute_words_are_told_where_they_stand_on_one_side_only() {
    let wrong: Answers = [EVEN[0], ("从不敲", "Never do"), ("从不喊", "Never go"), ("从不拍", "Never at")];
    let both: Answers = [("从不按", "Never it"), wrong[1], EVEN[2], EVEN[3]];
    assert!(codes(|_| wrong).contains(&Code::QUESTION_ABSOLUTE));
    let mixed = |number: usize| if number.is_multiple_of(2) { both } else { [EVEN[0], wrong[1], EVEN[2], EVEN[3]] };
    assert!(!codes(mixed).contains(&Code::QUESTION_ABSOLUTE));
}

#[test]
fn words_of_questions_are_held_to_the_rules_of_scenarios_at_their_place() {
    let text = bank(|_| EVEN);
    let faulty = [
        ("\"客户受累。\"", "\"中国电信也这样。\"", Code::REAL_NAME),
        ("\"客户受累。\"", "\"他打13800138000来问。\"", Code::PRIVATE_NUMBER),
        ("\"客户受累。\"", "\"客户,受累。\"", Code::PUNCTUATION),
        ("\"It hurts.\"", "\"TODO\"", Code::PLACEHOLDER),
        ("\"It hurts.\"", "\"客户受累。\"", Code::UNTRANSLATED),
    ];
    for (find, put, code) in faulty {
        let changed = text.replacen(find, put, 1);
        let found = findings_of_questions(&changed);
        let own = found.iter().find(|own| own.code == code).unwrap_or_else(|| panic!("{code}: {found:?}"));
        assert!(own.place.path.starts_with("questions[0].kind[0][1].why["), "{}", own.place.path);
        assert!(changed[own.place.span.clone()].len() <= put.len(), "{code}");
    }
}

#[test]
fn a_question_that_answers_another_is_left_alone_where_they_are_named_enemies() {
    let given_away = QUESTIONS.replacen("你按下去，", "等了三十秒，你又按下去，", 1);
    let count =
        |text: &str| findings_of_questions(text).iter().filter(|own| own.code == Code::QUESTION_ANSWERED).count();
    assert_eq!(count(&given_away), 1);
    let test = "tests: [\"basic.conduct.visit.normal.06.r1\"],";
    assert_eq!(count(&given_away.replacen(test, &format!("{test} enemies: [\"finger_on_the_bell\"],"), 1)), 0);
}
