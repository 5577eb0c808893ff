//! The law of the house: a room names only rooms that stand above it in `src/lib.rs`; above the water line nothing knows
//! disk, clock, terminal or environment. clippy holds the second too, call by call; this test also sees what is imported
//! and never called.

use std::fs;
use std::path::{Path, PathBuf};

const WATER_LINE: &str = "water line";

/// What the rooms above the water line may not name.
const WORLD: [&str; 17] = [
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "Instant",
    "SystemTime",
    "Timestamp::now",
    "stdout",
    "stderr",
    "stdin",
    "println!",
    "eprintln!",
    "dbg!",
    "std::collections::HashMap",
    "std::collections::HashSet",
    "collections::{Hash",
];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The rooms in the order of `lib.rs`, with whether each stands above the water line.
fn rooms() -> Vec<(String, bool)> {
    let map = fs::read_to_string(source().join("lib.rs")).expect("the map of the house");
    let mut above = true;
    let mut rooms = Vec::new();
    for line in map.lines() {
        above &= !line.contains(WATER_LINE);
        if let Some(room) = line.strip_prefix("pub mod ").and_then(|rest| rest.split(';').next()) {
            rooms.push((room.to_owned(), above));
        }
    }
    rooms
}

/// The files of a room, each with its code: comments, and the tests at its end, left out.
fn files(room: &str) -> Vec<(PathBuf, String)> {
    let mut waiting = vec![source().join(format!("{room}.rs")), source().join(room)];
    let mut files = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(&path).expect("listed").map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|end| end == "rs") && path.is_file() {
            let text = fs::read_to_string(&path).expect("read");
            files.push((path, code_of(&text)));
        }
    }
    assert!(!files.is_empty(), "lib.rs names a room {room} that has no file");
    files
}

/// The code of a file without comments; what stands under `#[cfg(test)]` at its end is left out.
fn code_of(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let lines = before_tests.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| line.split(" // ").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The rooms that a piece of code names as `crate::room` or in `use crate::{room, …}`.
fn named<'r>(code: &str, rooms: &'r [(String, bool)]) -> Vec<&'r str> {
    let mut words: Vec<String> = Vec::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(list) => words.extend(heads(list)),
            None => words.push(first_word(rest)),
        }
    }
    rooms.iter().map(|(room, _)| room.as_str()).filter(|room| words.iter().any(|word| word == room)).collect()
}

/// The first word of every entry of a list `a::b, c::{d, e}}`.
fn heads(list: &str) -> Vec<String> {
    let (mut depth, mut heads, mut fresh) = (1, Vec::new(), true);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => fresh = true,
            _ if c.is_whitespace() => {}
            _ if fresh => {
                heads.push(first_word(&list[at..]));
                fresh = false;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    heads
}

fn first_word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn a_room_names_only_rooms_above_it() {
    let rooms = rooms();
    assert!(rooms.len() > 15 && rooms.iter().any(|(_, above)| !above), "{rooms:?}");
    let mut broken = Vec::new();
    for (number, (room, _)) in rooms.iter().enumerate() {
        for (path, code) in files(room) {
            let below = named(&code, &rooms[number + 1..]);
            broken.extend(
                below.iter().map(|below| format!("{} names {below}, which stands below {room}", path.display())),
            );
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_file_belongs_to_a_room_of_the_map() {
    let rooms = rooms();
    for entry in fs::read_dir(source()).expect("listed").map(|entry| entry.expect("an entry").path()) {
        if entry.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b".")) {
            continue;
        }
        let name = entry.file_stem().and_then(|name| name.to_str()).expect("a name").to_owned();
        let known = matches!(name.as_str(), "lib" | "main") || rooms.iter().any(|(room, _)| *room == name);
        assert!(known, "{} stands in no place of the map", entry.display());
    }
}

#[test]
fn above_the_water_line_nothing_knows_the_world() {
    let mut broken = Vec::new();
    for (room, _) in rooms().iter().filter(|(_, above)| *above) {
        for (path, code) in files(room) {
            let named = WORLD.iter().filter(|word| contains_word(&code, word));
            broken.extend(named.map(|word| format!("{} names {word}", path.display())));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Whether `word` stands in the code by itself, not inside a longer name.
fn contains_word(code: &str, word: &str) -> bool {
    let inner = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| {
        let ends_open = word.ends_with('{') || word.ends_with('!') || word.ends_with("Hash");
        !code[..at].ends_with(inner) && (ends_open || !code[at + word.len()..].starts_with(inner))
    })
}

#[test]
fn the_test_itself_sees_what_it_looks_for() {
    let rooms = [("text", true), ("store", false), ("cli", false)].map(|(room, above)| (room.to_owned(), above));
    let code = code_of(
        "use crate::{text::{A, B}, cli};\n// crate::store\nfn f() { crate::base::text::g() }\n#[cfg(test)]\nmod tests { use crate::store; }",
    );
    assert_eq!(named(&code, &rooms), ["text", "cli"]);
    assert!(contains_word("let now = Instant::now();", "Instant") && !contains_word("Instantly", "Instant"));
    assert!(contains_word("use std::collections::{HashMap}", "collections::{Hash"));
}
