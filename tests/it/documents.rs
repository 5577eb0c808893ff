//! The pictures in README.md are what the program draws: each stands under a comment with the keys that lead to it.
//!
//! `DOORSTEP_WRITE=1 cargo test --test it documents` draws them anew.

use crate::common::screen::{Screen, named};
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::doors::tui::{
    BufferedBackend, Colours, EventQueue, Glyphs, Key, Language, Pause, SessionDeps, Solving, Start, Theme, UiEvent,
    run,
};
use doorstep::store::Saves;
use ratatui::Terminal;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

/// The screen after these keys: `Enter`, `Down`, `F2` … by name, everything else letter by letter.
fn screen(lang: &str, keys: &str) -> String {
    let saves = tempfile::tempdir().expect("a folder for saves");
    let world = SessionDeps {
        pack: Arc::new(crate::common::bundled().clone()),
        saves: Saves::at(saves.path()),
        learner: None,
        language: Language::Asked(Lang::new(lang).expect("a language")),
        theme: Theme { colours: Colours::None, glyphs: Glyphs::Unicode },
        start: Start::Home,
        now: Box::new(|| "2026-01-05T09:00:00Z".parse().expect("a moment")),
        fresh_seed: Box::new(|| Seed::new(4)),
        solving: Solving::AtOnce,
        pause: Pause::NONE,
        notice: None,
    };
    let typed = keys.split(' ').flat_map(|word| match named(word) {
        Some(key) => vec![key],
        None => word.chars().map(Key::Char).collect(),
    });
    let screen = Screen::new(80, 24);
    let mut terminal = Terminal::new(BufferedBackend::new(screen.clone()).of_size(80, 24)).expect("a terminal");
    run(&mut terminal, EventQueue::scripted(typed.map(UiEvent::Key)), world).expect("the session runs");
    screen.picture() + "\n"
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

#[test]
fn the_pictures_in_the_readme_are_what_the_program_draws() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).expect("README.md is there");
    let drawn = drawn(&readme);
    if std::env::var_os("DOORSTEP_WRITE").is_some() {
        std::fs::write(&path, &drawn).expect("README.md is written");
    } else {
        assert!(drawn == readme, "draw them anew: DOORSTEP_WRITE=1 cargo test --test it documents");
    }
}
