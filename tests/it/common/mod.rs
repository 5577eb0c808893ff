//! What several tests share: the bundled content, and small worlds made of text.

#![allow(dead_code, reason = "each test file uses a part of it")]

pub(super) mod by_the_book;
pub(super) mod generated;
pub(super) mod heard;
pub(super) mod screen;
pub(super) mod typed;

use doorstep::content::notation::Source;
use doorstep::content::scenario::{Loaded, Pack, PackSources, load};
use doorstep::store::Content;
use std::path::Path;
use std::sync::OnceLock;

/// The content of this repository, proven once.
pub(super) fn bundled() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
        let files =
            Content::find(Some(&folder), Path::new("/")).and_then(|content| content.read()).expect("content is read");
        let loaded = load(&files.sources).expect("the standard is proven");
        let diagnostics: Vec<String> =
            files.diagnostics.iter().chain(&loaded.diagnostics).map(ToString::to_string).collect();
        assert!(diagnostics.is_empty(), "{}", diagnostics.join("\n"));
        loaded.pack
    })
}

const PACK: &str = r#"Pack(format: 2, languages: ["en"], title: { "en": "Test" }, slots: { "company": { "en": "Qingchuan Telecom" } })"#;

const STANDARD: &str = r#"Standard(
    format: 2,
    languages: ["en"],
    title: { "en": "Test standard" },
    dimensions: [(id: "all", title: { "en": "All" })],
    assign: [(dimension: "all")],
    critical: [(requirement: "basic.c.01.r1", reason: { "en": "It cannot be taken back." })],
)"#;

/// Two procedures with ranks and a section without; `basic.c.01.r1` is critical. [`GUARDS`] are guards.
const SECTIONS: [&str; 4] = [
    r#"Section(format: 2, id: "basic.a", printed: { "en": "a" }, title: { "en": "A" }, clauses: [
        (number: "01", printed: { "en": "1" }, requirements: [
            (id: "r1", kind: Step, rank: 1, weight: Normal, text: { "en": "a one" }),
            (id: "r2", kind: Step, rank: 2, weight: Minor, text: { "en": "a two" }),
            (id: "r3", kind: Step, rank: 2, weight: Major, text: { "en": "a three" }),
            (id: "r4", kind: Step, nature: Guard(Consent), rank: 3, weight: Normal, text: { "en": "a four" }),
            (id: "r5", kind: Step, rank: 4, weight: Minor, text: { "en": "a five" }),
        ]),
    ])"#,
    r#"Section(format: 2, id: "basic.b", printed: { "en": "b" }, title: { "en": "B" }, clauses: [
        (number: "01", printed: { "en": "1" }, requirements: [
            (id: "r1", kind: Step, rank: 1, weight: Major, text: { "en": "b one" }),
            (id: "r2", kind: Step, nature: Guard(Safety), rank: 2, weight: Normal, text: { "en": "b two" }),
        ]),
    ])"#,
    r#"Section(format: 2, id: "basic.c", printed: { "en": "c" }, title: { "en": "C" }, clauses: [
        (number: "01", printed: { "en": "1" }, requirements: [
            (id: "r1", kind: Taboo, nature: Guard(Prohibition), weight: Major, text: { "en": "c one" }),
            (id: "r2", kind: Etiquette, nature: Guard(Consent), weight: Normal, text: { "en": "c two" }),
            (id: "r3", kind: Phrase, weight: Minor, text: { "en": "c three" }),
        ]),
    ])"#,
    r#"Section(format: 2, id: "house", printed: { "en": "house" }, title: { "en": "House" }, clauses: [])"#,
];

/// The requirements of the small standard.
pub(super) const REQUIREMENTS: [&str; 10] = [
    "basic.a.01.r1",
    "basic.a.01.r2",
    "basic.a.01.r3",
    "basic.a.01.r4",
    "basic.a.01.r5",
    "basic.b.01.r1",
    "basic.b.01.r2",
    "basic.c.01.r1",
    "basic.c.01.r2",
    "basic.c.01.r3",
];

/// Those of them that are guards: they can be broken, and not spoiled.
pub(super) const GUARDS: [&str; 4] = ["basic.a.01.r4", "basic.b.01.r2", "basic.c.01.r1", "basic.c.01.r2"];

/// A world of one scenario (named `test`) and some fragments, over a small standard in English.
pub(super) fn sources(scenario: &str, fragments: &[(&str, &str)]) -> PackSources {
    let section = |(n, text): (usize, &&str)| Source::new(&format!("standard/{n}.ron"), text);
    PackSources {
        pack: Source::new("pack.ron", PACK),
        words: None,
        standard: Source::new("standard/standard.ron", STANDARD),
        sections: SECTIONS.iter().enumerate().map(section).collect(),
        questions: Vec::new(),
        phrases: Vec::new(),
        courses: Vec::new(),
        exams: Vec::new(),
        fragments: fragments.iter().map(|(id, text)| Source::new(&format!("fragments/{id}.ron"), text)).collect(),
        scenarios: vec![Source::new("test.ron", scenario)],
    }
}

/// The same, proven as far as possible.
pub(super) fn world(scenario: &str, fragments: &[(&str, &str)]) -> Loaded {
    load(&sources(scenario, fragments)).expect("the small standard is sound")
}

/// Whether a figure of accuracy stands in a text. (A section of the standard is called so, and a label is an inaccuracy.)
pub(super) fn shows_accuracy(text: &str) -> bool {
    let lower = text.to_lowercase();
    let figure = |after: &str| after.trim_start_matches([' ', ':']).starts_with(|c: char| c.is_ascii_digit());
    lower.match_indices("accuracy").any(|(at, word)| figure(&lower[at + word.len()..]))
}

/// A scenario named `test` around these parts.
pub(super) fn scenario_around(parts: &str) -> String {
    format!(
        r#"Scenario(
    format: 2, id: "test", languages: ["en"], tier: Basic, minutes: 1,
    title: {{ "en": "Test" }}, summary: {{ "en": "Test" }}, briefing: {{ "en": "Test" }},
{parts}
)"#
    )
}
