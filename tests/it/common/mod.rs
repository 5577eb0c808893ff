//! What several tests share: the bundled content, and small worlds made of text.

#![allow(dead_code, reason = "each test file uses a part of it")]

pub(super) mod generated;
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

const PACK: &str = r#"Pack(format: 1, languages: ["en"], title: { "en": "Test" }, slots: { "company": { "en": "Qingchuan Telecom" } })"#;

const STANDARD: &str = r#"Standard(
    format: 1,
    languages: ["en"],
    title: { "en": "Test standard" },
    dimensions: [(id: "all", title: { "en": "All" })],
    assign: [(dimension: "all")],
)"#;

/// Two procedures with ranks and a section without; `basic.c.01.r1` is critical.
const SECTIONS: [&str; 3] = [
    r#"Section(format: 1, id: "basic.a", printed: "a", title: { "en": "A" }, clauses: [
        (number: "01", printed: "1", requirements: [
            (id: "r1", kind: Step, rank: 1, weight: Normal, text: { "en": "a one" }),
            (id: "r2", kind: Step, rank: 2, weight: Minor, text: { "en": "a two" }),
            (id: "r3", kind: Step, rank: 2, weight: Major, text: { "en": "a three" }),
            (id: "r4", kind: Step, rank: 3, weight: Normal, text: { "en": "a four" }),
            (id: "r5", kind: Step, rank: 4, weight: Minor, text: { "en": "a five" }),
        ]),
    ])"#,
    r#"Section(format: 1, id: "basic.b", printed: "b", title: { "en": "B" }, clauses: [
        (number: "01", printed: "1", requirements: [
            (id: "r1", kind: Step, rank: 1, weight: Major, text: { "en": "b one" }),
            (id: "r2", kind: Step, rank: 2, weight: Normal, text: { "en": "b two" }),
        ]),
    ])"#,
    r#"Section(format: 1, id: "basic.c", printed: "c", title: { "en": "C" }, clauses: [
        (number: "01", printed: "1", requirements: [
            (id: "r1", kind: Taboo, weight: Major, critical: true, text: { "en": "c one" }),
            (id: "r2", kind: Etiquette, weight: Normal, text: { "en": "c two" }),
            (id: "r3", kind: Phrase, weight: Minor, text: { "en": "c three" }),
        ]),
    ])"#,
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

/// A world of one scenario (named `test`) and some fragments, over a small standard in English.
pub(super) fn sources(scenario: &str, fragments: &[(&str, &str)]) -> PackSources {
    let section = |(n, text): (usize, &&str)| Source::new(&format!("standard/{n}.ron"), text);
    PackSources {
        pack: Source::new("pack.ron", PACK),
        standard: Source::new("standard/standard.ron", STANDARD),
        sections: SECTIONS.iter().enumerate().map(section).collect(),
        fragments: fragments.iter().map(|(id, text)| Source::new(&format!("fragments/{id}.ron"), text)).collect(),
        scenarios: vec![Source::new("test.ron", scenario)],
    }
}

/// The same, proven as far as possible.
pub(super) fn world(scenario: &str, fragments: &[(&str, &str)]) -> Loaded {
    load(&sources(scenario, fragments)).expect("the small standard is sound")
}

/// A scenario named `test` around these parts.
pub(super) fn scenario_around(parts: &str) -> String {
    format!(
        r#"Scenario(
    format: 1, id: "test", languages: ["en"], tier: Basic, minutes: 1,
    title: {{ "en": "Test" }}, summary: {{ "en": "Test" }}, briefing: {{ "en": "Test" }},
{parts}
)"#
    )
}
