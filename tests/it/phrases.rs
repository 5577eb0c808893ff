//! Phrases to be said in one's own words: what of a file is told as wrong, and where.

use crate::common::{bundled, sources};
use doorstep::content::notation::Source;
use doorstep::content::scenario::{Loaded, load};

const SECTION: &str = r#"Section(format: 2, id: "basic.p", printed: { "en": "A" }, title: { "en": "A" }, clauses: [
    (number: "01", printed: { "en": "1" }, requirements: [
        (id: "r1", kind: Phrase, weight: Normal, text: { "en": "a" }, elements: [
            (name: { "en": "a greeting" }, says: { "en": ["hello", "hello {customer}"] }),
            (name: { "en": "the hour" }, slot: "hour"),
        ]),
        (id: "r2", kind: Phrase, weight: Normal, text: { "en": "b" }),
    ]),
])"#;

const FILE: &str = r#"Phrases(format: 2, phrases: [
    (
        id: "one", requirements: ["basic.p.01.r1"], situation: { "en": "s" },
        slots: { "customer": { "en": "Ms Lin" }, "hour": { "en": "ten o'clock" } },
        model: { "en": "Hello {customer}, {player} here, ten." },
        good: { "en": ["g1", "g2", "g3", "g4", "g5", "g6", "g7", "hello at {hour}"] },
        bad: { "en": ["b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8"] },
    ),
    (
        id: "two", requirements: ["basic.p.01.r1"], situation: { "en": "s" },
        slots: { "customer": { "en": "Ms Lin" }, "hour": { "en": "ten o'clock" } },
        model: { "en": "m" },
        good: { "en": ["g1", "g2", "g3", "g4", "g5", "g6", "g7", "g8"] },
        bad: { "en": ["b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8"] },
    ),
])"#;

fn loaded(text: &str) -> Loaded {
    let mut sources = sources("Scenario()", &[]);
    sources.scenarios.clear();
    sources.sections.push(Source::new("standard/p.ron", SECTION));
    sources.phrases = vec![Source::new("phrases/a.ron", text)];
    load(&sources).expect("the small standard is sound")
}

/// An edit of the file, and where and how it is told.
const FAULTS: [(&str, &str, &str, &str); 16] = [
    ("id: \"two\"", "id: \"one\"", "phrases[1].id", "two phrases are named \"one\""),
    ("id: \"one\"", "id: \"One\"", "phrases[0].id", "\"One\" cannot name a phrase"),
    ("\"basic.p.01.r1\"", "\"basic.p.01.r9\"", "phrases[0].requirements[0]", "no requirement \"basic.p.01.r9\""),
    ("\"basic.p.01.r1\"", "\"basic.p.01.r2\"", "phrases[0].requirements[0]", "basic.p.01.r2 prescribes no words"),
    ("[\"basic.p.01.r1\"]", "[]", "phrases[0].requirements", "asks for nothing"),
    (
        "\"customer\": { \"en\": \"Ms Lin\" }, \"hour\"",
        "\"customer\": { \"en\": \"Ms Lin\" }, \"our\"",
        "phrases[0].slots",
        "{hour} has no value here, and basic.p.01.r1 asks for it",
    ),
    (
        "\"hour\": {",
        "\"player\": { \"en\": \"x\" }, \"hour\": {",
        "phrases[0].slots[\"player\"]",
        "the learner's own name",
    ),
    ("\"g1\", ", "", "phrases[0].good[\"en\"]", "7 replies stand here"),
    ("\"b1\", ", "", "phrases[0].bad[\"en\"]", "7 replies stand here"),
    ("\"g1\"", "\"g2\"", "phrases[0].good[\"en\"][1]", "stands twice"),
    ("\"b3\"", "\"g2\"", "phrases[0].bad[\"en\"][2]", "stands twice"),
    ("\"g1\"", "\"{our}\"", "phrases[0].good[\"en\"][0]", "the slot {our} is not known here"),
    ("\"g1\"", "\"{our\"", "phrases[0].good[\"en\"][0]", "a brace has no partner"),
    ("\"g1\"", "\"\\u{1b}[2J\"", "phrases[0].good[\"en\"][0]", "the text holds the control character U+001B"),
    ("bad: { \"en\"", "bad: { \"zh\"", "phrases[0].bad[\"zh\"]", "\"zh\" is not among the pack's languages"),
    (
        "situation: { \"en\": \"s\" }",
        "situation: { \"en\": \"{our}\" }",
        "phrases[0].situation[\"en\"]",
        "the slot {our} is not known here",
    ),
];

#[test]
fn a_fault_of_a_phrase_is_told_at_its_place_with_a_cure_and_hides_no_other_phrase() {
    let sound = loaded(FILE);
    assert_eq!((sound.pack.phrases.phrases.len(), sound.diagnostics.len()), (2, 0), "{:?}", sound.diagnostics);
    for (find, put, path, message) in FAULTS {
        assert!(FILE.contains(find), "{find}");
        let Loaded { pack, diagnostics } = loaded(&FILE.replacen(find, put, 1));
        let told: Vec<String> = diagnostics.iter().map(|own| format!("{} {own}", own.place.path)).collect();
        let first = diagnostics.iter().find(|own| own.place.path == path).unwrap_or_else(|| panic!("{put}: {told:#?}"));
        assert!(first.to_string().contains(message), "{told:?}");
        assert!(!first.help.is_empty() || message.contains("no requirement"), "{told:?}");
        assert!(first.place.line > 0 && first.place.span.end > 0, "{told:?}");
        assert_eq!(pack.phrases.phrases.len(), 1, "{told:?}");
    }
}

#[test]
fn a_language_without_replies_is_told() {
    let none = loaded(&FILE.replacen("bad: { \"en\"", "bad: { \"zh\"", 1));
    assert!(none.diagnostics.iter().any(|own| own.to_string().contains("no reply is in the language \"en\"")));
}

#[test]
fn a_test_reply_has_its_place_and_packed_content_has_none() {
    let book = loaded(FILE).pack.phrases;
    let tests = &book.tests[0];
    let last = tests.replies.iter().rfind(|own| own.is_good).expect("good ones");
    let place = tests.place(last);
    assert_eq!((&*place.file, place.line, &*place.path), ("phrases/a.ron", 6, "phrases[0].good[\"en\"][7]"));
    assert!(bundled().phrases.tests.is_empty());
}

#[test]
fn a_phrase_has_its_own_slots_and_those_of_the_pack() {
    let book = loaded(FILE).pack.phrases;
    let slot = |name: &str| {
        book.phrases[0].slot(name).map(|own| own.iter().map(|(_, words)| words.to_owned()).collect::<String>())
    };
    assert_eq!(slot("customer").as_deref(), Some("Ms Lin"));
    assert_eq!(slot("player"), None);
}
