//! How files lie: every file is listed by the one above it, a folder's own file is its `mod.rs`, and each wing says in a
//! line what every room is.

use super::plan::{MAP, Plan};
use super::source::House;
use std::collections::BTreeSet;
use syn::Item;

/// Files that no `mod` leads to, and files with a folder of the same name beside them.
fn misplaced(house: &House) -> Vec<String> {
    let listed: BTreeSet<String> =
        house.sources().flat_map(|(path, file)| listed_in(path, &file.whole.items)).collect();
    let roots = [MAP, "src/main.rs"];
    let orphans = house.sources().filter(|(path, _)| !roots.contains(path) && !listed.contains(&as_listed(path)));
    let orphans = orphans.map(|(path, _)| format!("{path}: no file lists it"));
    orphans.chain(house.files().filter_map(|(path, _)| beside_its_folder(house, path))).collect()
}

/// The files that the modules of a file lead to, as [`as_listed`] tells them.
fn listed_in(path: &str, items: &[Item]) -> Vec<String> {
    let stem = path.strip_suffix(".rs").expect("a file of Rust");
    let folder = ["/mod", "/lib", "/main"].iter().find_map(|root| stem.strip_suffix(root)).unwrap_or(stem);
    let modules = items.iter().filter_map(|item| match item {
        Item::Mod(module) if module.content.is_none() => Some(format!("{folder}/{}", module.ident)),
        _ => None,
    });
    modules.collect()
}

/// A file by its module: `src/base` for `src/base/mod.rs`.
fn as_listed(path: &str) -> String {
    let stem = path.strip_suffix(".rs").expect("a file of Rust");
    stem.strip_suffix("/mod").unwrap_or(stem).to_owned()
}

fn beside_its_folder(house: &House, path: &str) -> Option<String> {
    let folder = format!("{}/", path.strip_suffix(".rs")?);
    let has_folder = house.files().any(|(other, _)| other.starts_with(&folder));
    has_folder.then(|| format!("{path}: belongs into its folder, as {folder}mod.rs"))
}

/// Lines of the map and of the wings that list a module and do not say what it is.
fn unexplained(house: &House) -> Vec<String> {
    let wings = Plan::of(house).wings;
    let lists = wings.iter().map(super::plan::Wing::file).chain([MAP.to_owned()]);
    lists.flat_map(|path| unexplained_in(house, &path)).collect()
}

fn unexplained_in(house: &House, path: &str) -> Vec<String> {
    let lines: Vec<&str> = house.file(path).text.lines().collect();
    let modules = house.file(path).shipped.items.iter().filter_map(|item| match item {
        Item::Mod(module) => Some(module),
        _ => None,
    });
    let silent = modules.filter(|module| {
        let line = lines[module.ident.span().start().line - 1];
        line.split_once("; //").is_none_or(|(_, said)| said.trim().is_empty())
    });
    silent.map(|module| format!("{path}: `mod {0};` says not what {0} is", module.ident)).collect()
}

#[test]
fn every_file_is_listed_and_lies_in_its_folder() {
    let found = misplaced(&House::with_tests());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_wing_says_what_its_rooms_are() {
    let found = unexplained(&House::real());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn small_house() -> House {
    House::of(&[
        (MAP, "pub mod base; // words\n// ~~ water line ~~\npub mod store; //   the disk"),
        ("src/main.rs", "fn main() {}"),
        ("src/base/mod.rs", "pub mod text; // words\npub(crate) mod bits; // facts"),
        ("src/base/bits.rs", "#[cfg(test)] mod tests;"),
        ("src/base/text.rs", ""),
        ("src/store/mod.rs", ""),
    ])
}

#[test]
fn a_file_that_nothing_lists_and_a_file_beside_its_folder_are_seen() {
    let tests_beside = "src/base/bits.rs: belongs into its folder, as src/base/bits/mod.rs";
    assert_eq!(misplaced(&small_house()), [""; 0]);
    assert_eq!(misplaced(&small_house().with("src/base/bits/tests.rs", "")), [tests_beside]);
    assert_eq!(misplaced(&small_house().with("src/store/keys.rs", "")), ["src/store/keys.rs: no file lists it"]);
    assert_eq!(misplaced(&small_house().with("src/play/mod.rs", "")), ["src/play/mod.rs: no file lists it"]);
}

#[test]
fn a_room_of_which_nothing_is_said_is_seen() {
    assert_eq!(unexplained(&small_house()), [""; 0]);
    for line in ["mod keys;", "mod keys; //", "// keys\nmod keys;"] {
        let told = unexplained(&small_house().with("src/store/mod.rs", line));
        assert_eq!(told, ["src/store/mod.rs: `mod keys;` says not what keys is"], "{line}");
    }
}
