//! The pictures in README.md are what the program draws: each stands under a comment with the keys that lead to it. Pages
//! in two languages are level, and the examples in them are valid.
//!
//! `DOORSTEP_WRITE=1 cargo test --test it documents` draws them anew.

use crate::common::screen::named;
use crate::common::typed::picture_of;
use doorstep::base::diagnostic::Diagnostic;
use doorstep::content::notation::Source;
use doorstep::content::scenario::{PackSources, load};
use doorstep::doors::tui::Key;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The screen after these keys: `Enter`, `Down`, `F2` … by name, everything else letter by letter.
fn screen(lang: &str, keys: &str) -> String {
    let typed = keys.split(' ').flat_map(|word| match named(word) {
        Some(key) => vec![key],
        None => word.chars().map(Key::Char).collect(),
    });
    picture_of(crate::common::bundled().clone(), lang, (80, 24), typed) + "\n"
}

/// The document with every picture drawn anew.
fn drawn(document: &str) -> String {
    let mut out = String::new();
    let mut rest = document;
    while let Some(at) = rest.find("<!-- screen ") {
        let (before, from) = rest.split_at(at);
        let (comment, after) = from.split_once("-->\n").expect("the comment ends");
        let (lang, keys) = comment["<!-- screen ".len()..].trim().split_once(": ").expect("a language and keys");
        let (_, after) =
            after.strip_prefix("```text\n").and_then(|block| block.split_once("```\n")).expect("a block follows");
        write!(out, "{before}{comment}-->\n```text\n{}```\n", screen(lang, keys)).expect("a String takes everything");
        rest = after;
    }
    out + rest
}

fn path_of(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// A page of this name, read.
fn page(name: &str) -> String {
    std::fs::read_to_string(path_of(name)).expect("the page is there")
}

#[test]
fn the_pictures_in_the_readme_are_what_the_program_draws() {
    for (name, lang) in [("README.md", "en"), ("README.zh.md", "zh")] {
        let readme = page(name);
        let drawn = drawn(&readme);
        assert_eq!(readme.matches("<!-- screen ").count(), readme.matches(&format!("<!-- screen {lang}: ")).count());
        if std::env::var_os("DOORSTEP_WRITE").is_some() {
            std::fs::write(path_of(name), &drawn).expect("it is written");
        } else {
            assert!(drawn == readme, "draw {name} anew: DOORSTEP_WRITE=1 cargo test --test it documents");
        }
    }
}

/// The blocks of code of one kind, without the lines that open and close them.
fn blocks(page: &str, kind: &str) -> Vec<String> {
    let opening = format!("```{kind}\n");
    let opened = page.split(&opening).skip(1);
    opened.map(|block| block.split("```").next().unwrap_or_default().to_owned()).collect()
}

/// What two languages of a page must share: the levels of its headings, and its commands without their comments.
fn skeleton(page: &str) -> (Vec<usize>, Vec<String>) {
    let mut in_code = false;
    let levels = page.lines().filter_map(|line| {
        in_code ^= line.starts_with("```");
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        (!in_code && level > 0).then_some(level)
    });
    let commands = |block: &String| {
        let bare = block.lines().map(|line| line.split(" #").next().unwrap_or_default().trim_end().to_owned());
        bare.filter(|line| !line.is_empty() && !line.starts_with('#')).collect::<Vec<_>>()
    };
    (levels.collect(), blocks(page, "sh").iter().flat_map(commands).collect())
}

#[test]
fn the_pages_say_the_same_in_both_languages() {
    for folder in ["", "scenarios/", "scenarios/standard/", "editors/"] {
        let [en, zh] = ["README.md", "README.zh.md"].map(|name| skeleton(&page(&format!("{folder}{name}"))));
        assert_eq!(en, zh, "{folder}README.md and {folder}README.zh.md");
        assert!(!en.0.is_empty());
    }
}

#[test]
fn the_standard_of_the_guide_is_valid() {
    for name in ["scenarios/standard/README.md", "scenarios/standard/README.zh.md"] {
        let blocks = blocks(&page(name), "ron");
        let [pack, standard, section, house] = &blocks[..] else { panic!("{name} has {} blocks", blocks.len()) };
        let sources = PackSources {
            pack: Source::new("pack.ron", pack),
            words: None,
            standard: Source::new("standard/standard.ron", standard),
            sections: vec![
                Source::new("standard/01_line_test.ron", section),
                Source::new("standard/90_house.ron", house),
            ],
            questions: Vec::new(),
            phrases: Vec::new(),
            courses: Vec::new(),
            exams: Vec::new(),
            fragments: Vec::new(),
            scenarios: Vec::new(),
        };
        let told = |diagnostics: Vec<Diagnostic>| diagnostics.iter().map(ToString::to_string).collect::<Vec<_>>();
        let loaded = load(&sources).unwrap_or_else(|faults| panic!("{name}: {:#?}", told(faults)));
        assert!(loaded.pack.standard.requirements.len() > 1, "{name}");
        assert_eq!(told(loaded.diagnostics), [""; 0], "{name}");
    }
}

/// The parts that can be typed in a file of a standard, and the words that may stand in them, as the program reads them.
fn notation_of_a_standard() -> (Vec<String>, Vec<String>) {
    let parsed = |name: &str| syn::parse_file(&page(&format!("src/content/standard/{name}"))).expect("Rust");
    let parts = parsed("spec.rs").items.into_iter().filter_map(|item| match item {
        syn::Item::Struct(own) => Some(own.fields),
        _ => None,
    });
    let parts = parts.flatten().filter_map(|field| Some(field.ident?.to_string())).collect();
    let words = parsed("kinds.rs").items.into_iter().filter_map(|item| match item {
        // A tier is named by its word.
        syn::Item::Enum(own) if own.ident != "Tier" => Some(own.variants),
        _ => None,
    });
    (parts, words.flatten().map(|word| word.ident.to_string()).collect())
}

/// What of the notation a page leaves out: a part without a row of a table or without an example, a word unsaid.
fn undocumented(page: &str, parts: &[String], words: &[String]) -> Vec<String> {
    let examples = blocks(page, "ron").concat();
    let in_table =
        |part: &str| page.lines().any(|line| line.starts_with('|') && line.contains(&format!("| `{part}` |")));
    let shown = |part: &str| examples.contains(&format!("{part}:"));
    let part = parts.iter().filter(|part| !in_table(part) || !shown(part));
    let word =
        words.iter().filter(|word| !page.contains(&format!("`{word}`")) && !page.contains(&format!("({word})`")));
    part.chain(word.filter(|word| *word != "Guard" && *word != "Duty")).cloned().collect()
}

#[test]
fn every_part_of_a_standard_is_explained_with_an_example() {
    let (parts, words) = notation_of_a_standard();
    assert!(parts.len() > 30 && words.len() > 20, "{parts:?} {words:?}");
    for name in ["scenarios/standard/README.md", "scenarios/standard/README.zh.md"] {
        assert_eq!(undocumented(&page(name), &parts, &words), [""; 0], "{name}");
    }
    let without =
        page("scenarios/standard/README.md").replace("| `instance_of` |", "| `instance` |").replace("`Equipment`", "");
    assert_eq!(undocumented(&without, &parts, &words), ["instance_of", "Equipment"], "what is left out is noticed");
}
