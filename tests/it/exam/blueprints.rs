//! What of a file of `exams/` is told as wrong, and where.

use crate::common::sources;
use doorstep::content::notation::Source;
use doorstep::content::scenario::{Loaded, load};
use doorstep::exam::short::find_short;

const FILE: &str = r#"Exam(format: 2, id: "first", title: { "en": "t" }, about: { "en": "a" }, tier: Basic, after: "zero", minutes: 10,
    blocks: [
        (title: { "en": "A" }, sections: ["basic.a"], items: 2),
        (title: { "en": "B" }, sections: ["basic.b", "basic.c"], items: 1),
    ],
    judgement: 25, orders: 1, numbers: 1,
    scenarios: (count: 1, from: ["test"]),
    cuts: (quiz: 75, scenarios: 70, each: 55, sections: [(section: "basic.a", share: 50)]),
    further: 1, retake: (wait_days: [3], attempts: 3, within_days: 90), valid_months: 24,
)"#;

const ZERO: &str = r#"Exam(format: 2, id: "zero", title: { "en": "t" }, about: { "en": "a" }, minutes: 5,
    blocks: [(title: { "en": "A" }, sections: ["basic"], items: 1)], cuts: (quiz: 50),
    retake: (attempts: 1, within_days: 1), valid_months: 0)"#;

fn loaded(text: &str) -> Loaded {
    let mut sources = sources("Scenario()", &[]);
    sources.exams = vec![Source::new("exams/first.ron", text), Source::new("exams/zero.ron", ZERO)];
    let mut loaded = load(&sources).expect("the small standard is sound");
    loaded.diagnostics.retain(|own| &*own.place.file != "test.ron");
    loaded
}

/// An edit of the file, and where and how it is told.
const FAULTS: [(&str, &str, &str, &str); 15] = [
    ("id: \"first\"", "id: \"second\"", "id", "the file is named \"first.ron\""),
    ("after: \"zero\"", "after: \"first\"", "after", "there is no exam \"first\""),
    ("after: \"zero\"", "after: \"zreo\"", "after", "there is no exam \"zreo\""),
    ("minutes: 10", "minutes: 0", "minutes", "0 is not between 1 and 480"),
    ("items: 2", "items: 0", "blocks[0].items", "0 is not between 1 and 100"),
    ("[\"basic.a\"]", "[\"basic.x\"]", "blocks[0].sections[0]", "there is no section \"basic.x\""),
    ("[\"basic.a\"]", "[]", "blocks[0].sections", "the block names no section"),
    ("[\"basic.a\"]", "[\"basic.b\"]", "blocks[1].sections[0]", "belong to a block already"),
    ("judgement: 25", "judgement: 101", "judgement", "101 is not between 0 and 100"),
    ("orders: 1", "orders: 4", "orders", "4 is not between 0 and 3"),
    ("from: [\"test\"]", "from: [\"tset\"]", "scenarios.from[0]", "there is no scenario \"tset\""),
    ("count: 1", "count: 2", "scenarios.from", "2 scenarios are to be played, and 1 stand here"),
    ("(section: \"basic.a\"", "(section: \"basic.q\"", "cuts.sections[0].section", "there is no section \"basic.q\""),
    ("quiz: 75", "quiz: 175", "cuts.quiz", "175 is not between 0 and 100"),
    ("wait_days: [3]", "wait_days: [9999]", "retake.wait_days[0]", "9999 is not between 0 and 3650"),
];

#[test]
fn a_fault_of_an_exam_is_told_at_its_place_and_hides_no_other_exam() {
    let sound = loaded(FILE);
    assert_eq!((sound.pack.blueprints.blueprints.len(), sound.diagnostics.len()), (2, 0), "{:?}", sound.diagnostics);
    for (find, put, path, message) in FAULTS {
        assert!(FILE.contains(find), "{find}");
        let broken = loaded(&FILE.replacen(find, put, 1));
        let told: Vec<(&str, &str)> =
            broken.diagnostics.iter().map(|own| (&*own.place.path, &*own.message.en)).collect();
        assert!(told.iter().any(|(at, words)| *at == path && words.contains(message)), "{put}: {told:?}");
        let left: Vec<&str> = broken.pack.blueprints.blueprints.iter().map(|own| &*own.id).collect();
        assert_eq!(left, ["zero"], "{put}");
    }
}

#[test]
fn a_pack_without_exams_keeps_no_question_back() {
    let mut sources = sources("Scenario()", &[]);
    let question = |id: &str| {
        format!(
            r#"(id: "{id}", tests: ["basic.a.01.r1"], claim: {{ "en": "c" }}, ask: {{ "en": "a" }}, kind: Single([
                (says: {{ "en": "right" }}), (says: {{ "en": "wrong" }}, why: {{ "en": "w" }})]))"#
        )
    };
    let all: Vec<String> = ["one", "two", "three", "four", "five", "six"].map(question).into();
    let file = format!(r#"Questions(format: 2, section: "basic.a", questions: [{}])"#, all.join(","));
    sources.questions = vec![Source::new("questions/a.ron", &file)];
    let bank = load(&sources).expect("sound").pack.bank;
    assert_eq!((bank.practised().count(), bank.kept().count()), (6, 0));
    sources.exams = vec![Source::new("exams/zero.ron", ZERO)];
    let bank = load(&sources).expect("sound").pack.bank;
    assert_eq!(bank.practised().count() + bank.kept().count(), 6);
    assert!(bank.practised().count() > 0 && bank.kept().count() > 0, "a part for each");
}

#[test]
fn check_tells_everything_that_a_blueprint_lacks_at_its_place() {
    let found = find_short(&loaded(FILE).pack);
    let told: Vec<(&str, &str, String)> =
        found.iter().map(|own| (&*own.place.file, &*own.place.path, own.code.to_string())).collect();
    for path in ["blocks[0].items", "blocks[1].items", "orders", "numbers", "judgement"] {
        assert!(told.contains(&("exams/first.ron", path, "DS092".to_owned())), "{path}: {told:?}");
    }
    assert!(found.iter().all(|own| own.place.line > 0 && !own.message.zh.is_empty()));
    assert_eq!(find_short(crate::common::bundled()), [], "papers can be drawn for what is bundled");
}
