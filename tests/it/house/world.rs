//! The last sentence of the law: nothing above the water line can reach the world. What is reached by a name is looked
//! for here; walking a hash map, whose order is the world's as well, in `hash_walks`. clippy.toml holds the calls too.

use super::hash_walks::hash_walks;
use super::modules::{End, Modules};
use super::plan::{MAP, Plan};
use super::references::{Reference, Role};
use super::source::House;

/// What the names of the world begin with.
const WORLD: [&[&str]; 30] = [
    &["std", "fs"],
    &["std", "env"],
    &["std", "net"],
    &["std", "os"],
    &["std", "process"],
    &["std", "thread"],
    &["std", "io", "stdin"],
    &["std", "io", "stdout"],
    &["std", "io", "stderr"],
    &["std", "time", "Instant"],
    &["std", "time", "SystemTime"],
    &["std", "collections", "HashMap"],
    &["std", "collections", "HashSet"],
    &["std", "collections", "hash_map", "HashMap"],
    &["std", "collections", "hash_map", "RandomState"],
    &["std", "collections", "hash_set", "HashSet"],
    &["std", "hash", "RandomState"],
    &["i18n_embed", "DesktopLanguageRequester"],
    &["rand", "rng"],
    &["rand", "random"],
    &["rand", "rngs", "SysRng"],
    &["rand", "rngs", "ThreadRng"],
    &["clap"],
    &["clap_complete"],
    &["crossterm"],
    &["etcetera"],
    &["ratatui"],
    &["signal_hook"],
    &["tempfile"],
    &["tui_input"],
];

/// Macros that write to this process' own streams.
const WRITERS: [&str; 5] = ["print", "println", "eprint", "eprintln", "dbg"];

/// A word of the world that one file above the water line may say.
struct Exception {
    file: &'static str,
    word: &'static str,
    reason: &'static str,
}

const EXCEPTIONS: [Exception; 1] = [Exception {
    file: "src/base/parallel.rs",
    word: "std::thread",
    reason: "outcomes of the dice are searched, and scenarios checked, by two threads; each item is alone, so they change no answer",
}];

/// A word of the world in a file above the water line.
#[derive(Debug, PartialEq, Eq)]
struct Reach {
    file: String,
    line: usize,
    word: String,
}

fn reaches(house: &House) -> Vec<Reach> {
    let plan = Plan::of(house);
    let modules = Modules::new(house);
    let mut found = Vec::new();
    for (file, references) in modules.references().filter(|(file, _)| plan.is_dry(file)) {
        let named = references.iter().filter_map(|named| Some((named.line, word_of_the_world(&modules, named)?)));
        let walked = hash_walks(&house.file(file).shipped);
        let mut here: Vec<(usize, String)> = named.chain(walked).collect();
        here.sort();
        here.dedup();
        found.extend(here.into_iter().map(|(line, word)| Reach { file: file.to_owned(), line, word }));
    }
    found
}

fn word_of_the_world(modules: &Modules, reference: &Reference) -> Option<String> {
    let End::Outside(path) = modules.resolve(reference).end else { return None };
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    match path.as_slice() {
        [name] | ["std", name] if reference.role == Role::Macro && WRITERS.contains(name) => Some(format!("{name}!")),
        ["jiff", .., "now" | "system"] => Some(path.join("::")),
        _ => WORLD.iter().find(|world| path.starts_with(world)).map(|world| world.join("::")),
    }
}

/// What `exceptions` do not let through, and which of them let nothing through.
fn judge(reaches: &[Reach], exceptions: &[Exception]) -> Vec<String> {
    let fits = |reach: &Reach, exception: &Exception| reach.file == exception.file && reach.word == exception.word;
    let told = reaches.iter().filter(|reach| !exceptions.iter().any(|exception| fits(reach, exception)));
    let told = told.map(|Reach { file, line, word }| format!("{file}:{line}: reaches the world by {word}"));
    let idle = exceptions.iter().filter(|exception| !reaches.iter().any(|reach| fits(reach, exception)));
    let idle = idle.map(|exception| format!("{}: needs no exception for {} any more", exception.file, exception.word));
    told.chain(idle).collect()
}

#[test]
fn nothing_above_the_water_line_reaches_the_world() {
    let found = judge(&reaches(&House::real()), &EXCEPTIONS);
    assert!(found.is_empty(), "{} reaches for the world:\n{}", found.len(), found.join("\n"));
    assert!(EXCEPTIONS.iter().all(|exception| !exception.reason.is_empty()), "an exception has a reason");
}

fn small_house() -> House {
    House::of(&[
        (MAP, "pub mod base;\n// ~~ water line ~~\npub mod store;"),
        ("src/base/mod.rs", "pub mod text;"),
        ("src/base/text.rs", ""),
        ("src/store/mod.rs", ""),
    ])
}

const TEXT: &str = "src/base/text.rs";

#[track_caller]
fn assert_seen(code: &str, word: &str) {
    let told = judge(&reaches(&small_house().with(TEXT, code)), &[]);
    assert_eq!(told, [format!("{TEXT}:1: reaches the world by {word}")], "{code}");
    assert_eq!(reaches(&small_house().with("src/store/mod.rs", code)), [], "below the water line: {code}");
}

#[test]
fn the_world_is_seen_however_it_is_named() {
    for (code, word) in [
        ("use std::fs;", "std::fs"),
        ("use std::fs as disk; fn f() { disk::read(\"a\"); }", "std::fs"),
        ("fn f() { std::fs::read(\"a\"); }", "std::fs"),
        ("use std::{cmp::Ordering, env::{self, var}};", "std::env"),
        ("fn f() { ::std::process::exit(1); }", "std::process"),
        ("use std::net::TcpStream;", "std::net"),
        ("use std::thread::Builder;", "std::thread"),
        ("use std::io::{self, Write}; fn f() { io::stdout(); }", "std::io::stdout"),
        ("use std::io::stderr as told;", "std::io::stderr"),
        ("use std::time::{Duration, Instant};", "std::time::Instant"),
        ("use std::time; fn f(_: time::SystemTime) {}", "std::time::SystemTime"),
        ("fn f() { println!(\"a\"); }", "println!"),
        ("fn f() { std::eprint!(\"a\"); }", "eprint!"),
        ("fn f() { assert!({ dbg!(1) == 1 }); }", "dbg!"),
        ("fn f() { format!(\"{}\", std::env::var(\"A\")); }", "std::env"),
        ("macro_rules! m { () => { std::fs::read(\"a\") } }", "std::fs"),
        ("use jiff::Timestamp; fn f() { Timestamp::now(); }", "jiff::Timestamp::now"),
        ("use jiff::Zoned as Moment; fn f() -> fn() -> Moment { Moment::now }", "jiff::Zoned::now"),
        ("use std::collections::{BTreeMap, HashMap};", "std::collections::HashMap"),
        ("fn f() -> std::collections::hash_map::RandomState {}", "std::collections::hash_map::RandomState"),
        ("use std::hash::RandomState;", "std::hash::RandomState"),
        ("pub use std::fs::read;", "std::fs"),
        ("mod inner { use std::fs::*; }", "std::fs"),
        ("use rand::rngs::SysRng;", "rand::rngs::SysRng"),
        ("use ratatui::style::Color;", "ratatui"),
        ("#[derive(clap::Parser)] struct S;", "clap"),
        ("use tempfile::NamedTempFile;", "tempfile"),
    ] {
        assert_seen(code, word);
    }
}

#[test]
fn walking_a_hash_map_is_seen_with_everything_else() {
    assert_seen("fn f(known: &FxHashMap<u8, u8>) { known.keys(); }", "known.keys()");
}

#[test]
fn comments_strings_tests_and_namesakes_are_not_the_world() {
    for code in [
        "//! std::fs, println!\n/// [`std::env::var`]\nfn f() {} // Instant::now()",
        "const S: &str = \"use std::fs; println!\";",
        "#[cfg(test)] mod tests { use std::fs; fn f() { println!(\"a\"); } }",
        "use std::time::Duration; use jiff::Timestamp; fn now(fs: u8) -> u8 { fs }",
        "mod thread { pub fn spawn() {} } fn f() { thread::spawn(); }",
        "fn print(println: u8) -> bool { println != 1 }",
        "use std::collections::hash_map::Entry; // what a look-up gives
fn f(entry: Entry<u8, u8>) {}",
        "use std::io::Write; use std::collections::BTreeMap; use rand::Rng;",
    ] {
        assert_eq!(reaches(&small_house().with(TEXT, code)), [], "{code}");
    }
}

#[test]
fn an_exception_lets_one_word_of_one_file_through_until_it_is_needed_no_more() {
    let exception = Exception { file: TEXT, word: "std::thread", reason: "two halves at once" };
    let house = small_house().with(TEXT, "use std::thread;\nuse std::fs;");
    assert_eq!(judge(&reaches(&house), &[exception]), [format!("{TEXT}:2: reaches the world by std::fs")]);
    let idle = Exception { file: TEXT, word: "std::thread", reason: "two halves at once" };
    assert_eq!(judge(&[], &[idle]), [format!("{TEXT}: needs no exception for std::thread any more")]);
}

#[test]
fn the_real_house_with_a_disk_above_the_water_line_is_refused() {
    let house = House::real().with_added("src/play/engine/state.rs", "fn f() { std::fs::read(\"a\"); }");
    let told = reaches(&house);
    let planted = |reach: &Reach| reach.file == "src/play/engine/state.rs" && reach.word == "std::fs";
    assert!(told.iter().any(planted), "{told:?}");
}
