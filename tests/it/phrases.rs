//! Phrases to be said in one's own words: what of a file is told as wrong, and where.

use crate::common::{bundled, sources};
use doorstep::author::check::check_all;
use doorstep::base::text::Lang;
use doorstep::content::notation::Source;
use doorstep::content::scenario::{Loaded, load};
use doorstep::play::hearing::{SlotValue, Unheard, hear_phrase};
use doorstep::store::Content;
use std::path::Path;
use std::time::{Duration, Instant};

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
const FAULTS: [(&str, &str, &str, &str); 17] = [
    (
        "model: { \"en\": \"Hello",
        "forms: { \"hour\": { \"en\": [\"(ten\"] } }, model: { \"en\": \"Hello",
        "phrases[0].forms[\"hour\"][\"en\"][0]",
        "a bracket of `(a|b)` is missing here",
    ),
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
fn a_test_reply_has_its_place() {
    let book = loaded(FILE).pack.phrases;
    let tests = &book.tests[0];
    let last = tests.replies.iter().rfind(|own| own.is_good).expect("good ones");
    let place = tests.place(last);
    assert_eq!((&*place.file, place.line, &*place.path), ("phrases/a.ron", 6, "phrases[0].good[\"en\"][7]"));
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

/// What of a reply to the first bundled phrase of a section is heard.
fn heard(id: &str, tag: &str, reply: &str) -> Result<bool, Unheard> {
    let pack = bundled();
    let phrase = pack.phrases.find(id).expect("a bundled phrase");
    let lang = Lang::new(tag).expect("a tag");
    hear_phrase(phrase, &pack.standard, lang, SlotValue::words("沈一诺"), reply).map(|own| own.is_whole())
}

#[test]
fn every_bundled_reply_is_heard_as_its_author_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let files = Content::find(Some(&folder), Path::new("/")).and_then(|content| content.read()).expect("read");
    let pack = load(&files.sources).expect("the standard is sound").pack;
    let mut wrong = Vec::new();
    let mut count = 0;
    for tests in &pack.phrases.tests {
        for reply in &tests.replies {
            count += 1;
            let heard = hear_phrase(&tests.phrase, &pack.standard, reply.lang, SlotValue::Open, &reply.words);
            if heard.is_ok_and(|own| own.is_whole()) != reply.is_good {
                wrong.push(format!("{} {}", tests.phrase.id, reply.words));
            }
        }
    }
    assert!(count >= 900 && wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_model_of_every_phrase_is_accepted() {
    for phrase in &bundled().phrases.phrases {
        for (lang, words) in phrase.model.iter() {
            let heard = hear_phrase(phrase, &bundled().standard, lang, SlotValue::Open, words).expect("it is heard");
            let faults: Vec<_> = heard.faults().map(|own| &own.name).collect();
            assert!(heard.is_whole(), "{} {lang}: {faults:?}", phrase.id);
        }
    }
}

#[test]
fn a_reply_that_cannot_be_judged_is_told_so_at_once() {
    let id = "appt_who_is_speaking";
    assert_eq!(heard(id, "zh", "您好，请问是丁先生吗？我是晴川电信社区经理沈一诺。"), Ok(true));
    assert_eq!(heard(id, "zh", ""), Err(Unheard::Nothing));
    assert_eq!(heard(id, "zh", " ，。!? "), Err(Unheard::Nothing));
    assert_eq!(heard(id, "zh", "Hello, is that Mr Ding?"), Err(Unheard::OtherLanguage));
    assert_eq!(heard(id, "en", "您好，请问是丁先生吗？我是社区经理。"), Err(Unheard::OtherLanguage));
    assert_eq!(heard(id, "en", "Hello, is that Mr Ding? 沈一诺, community manager, Qingchuan Telecom."), Ok(true));
    let pasted = "您好".repeat(2_000_000);
    let start = Instant::now();
    assert_eq!(heard(id, "zh", &pasted), Err(Unheard::TooLong));
    assert!(start.elapsed() < Duration::from_millis(100), "{:?}", start.elapsed());
}

#[test]
fn a_reply_that_is_heard_otherwise_than_its_author_says_is_told_by_check() {
    let edits: Vec<String> = (1..=8).map(|n| format!("\"hello {n} at ten o'clock\"")).collect();
    let good = |file: &str| {
        file.replacen(
            "\"g1\", \"g2\", \"g3\", \"g4\", \"g5\", \"g6\", \"g7\", \"hello at {hour}\"",
            &edits.join(", "),
            1,
        )
        .replacen("\"g1\", \"g2\", \"g3\", \"g4\", \"g5\", \"g6\", \"g7\", \"g8\"", &edits.join(", "), 1)
    };
    let told = |text: &str| {
        let loaded = loaded(text);
        assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
        let found = check_all(&loaded.pack, || ());
        found.iter().map(|own| format!("{} {own}", own.place.path)).collect::<Vec<_>>()
    };
    assert_eq!(told(&good(FILE)), Vec::<String>::new());
    let refused = told(&good(FILE).replacen("hello 3 at ten", "hello 3 at nine", 1));
    assert!(refused.len() == 1 && refused[0].starts_with("phrases[0].good[\"en\"][2]"), "{refused:?}");
    assert!(
        refused[0].contains("DS070") && refused[0].contains("\"the hour\" of basic.p.01.r1 is not heard"),
        "{refused:?}"
    );
    let accepted = told(&good(FILE).replacen("\"b2\"", "\"hello b2, ten o'clock\"", 1));
    assert!(accepted.len() == 1 && accepted[0].contains("this bad reply is accepted"), "{accepted:?}");
}
