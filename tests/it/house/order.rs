//! The first half of the law: a wing names only wings above it in `src/lib.rs`, a room only rooms above it in its wing's
//! `mod.rs`.

use super::modules::Modules;
use super::plan::{MAP, Plan, Wing};
use super::references::{ModulePath, Reference};
use super::source::House;
use std::collections::{BTreeMap, BTreeSet};

/// Every file that looks down, with what it names there, and the first line where it does.
fn looks_down(house: &House) -> Vec<String> {
    let plan = Plan::of(house);
    let modules = Modules::new(house);
    let mut found: BTreeMap<(&str, String), Vec<&Reference>> = BTreeMap::new();
    for (file, references) in modules.references() {
        for reference in references {
            let passed = modules.resolve(reference).passed;
            for why in passed.iter().filter_map(|named| what_is_below(&plan, &reference.module, named)) {
                found.entry((file, why)).or_default().push(reference);
            }
        }
    }
    found.iter().map(|((file, why), named)| tell(file, why, named)).collect()
}

fn tell(file: &str, why: &str, named: &[&Reference]) -> String {
    let line = named.iter().map(|reference| reference.line).min().unwrap_or_default();
    let words: BTreeSet<String> = named.iter().map(|reference| reference.path.join("::")).collect();
    format!("{file}:{line}: names {}, but {why}", words.into_iter().collect::<Vec<_>>().join(", "))
}

/// Says why a module may not be named in another one, if it may not.
fn what_is_below(plan: &Plan, here: &ModulePath, named: &ModulePath) -> Option<String> {
    let (wing, other) = (here.first()?, named.first()?);
    if wing == other {
        let wing = &plan.wings[plan.position(wing)?];
        return room_below(wing, here.get(1)?, named.get(1)?);
    }
    let below = plan.position(wing)? < plan.position(other)?;
    below.then(|| format!("the wing {other} stands below {wing} in {MAP}"))
}

fn room_below(wing: &Wing, room: &str, other: &str) -> Option<String> {
    let below = wing.position(room)? < wing.position(other)?;
    below.then(|| format!("the room {other} stands below {room} in {}", wing.file()))
}

#[test]
fn a_wing_names_only_wings_above_it_and_a_room_only_rooms_above_it() {
    let found = looks_down(&House::real());
    assert!(found.is_empty(), "{} looks down:\n{}", found.len(), found.join("\n"));
}

/// A house of two wings, in which `play` has two rooms.
fn small_house() -> House {
    House::of(&[
        (MAP, "pub mod base;\n// ~~\npub mod play;\n#[macro_export] macro_rules! tr { () => {} }"),
        ("src/base/mod.rs", "pub mod text;"),
        ("src/base/text.rs", "pub struct Text;"),
        ("src/play/mod.rs", "pub mod engine;\npub mod solver;"),
        ("src/play/engine/mod.rs", "mod state;\npub use state::State;"),
        ("src/play/engine/state.rs", "pub struct State;"),
        ("src/play/solver.rs", "use super::engine::State;\nuse crate::base::text;\npub struct Solver;"),
    ])
}

#[track_caller]
fn assert_seen(house: House, file: &str, code: &str, told: &str) {
    assert_eq!(looks_down(&house.with_added(file, code)), [format!("{file}:2: {told}")], "{code}");
}

const TEXT: &str = "src/base/text.rs";
const STATE: &str = "src/play/engine/state.rs";
const WING_BELOW: &str = "but the wing play stands below base in src/lib.rs";
const ROOM_BELOW: &str = "but the room solver stands below engine in src/play/mod.rs";

#[test]
fn a_wing_below_is_seen_however_it_is_named() {
    for (code, name) in [
        ("use crate::play::engine::State;", "crate::play::engine::State"),
        ("use crate::{play};", "crate::play"),
        ("use crate::{base::text::Text as T, play::{solver::Solver}};", "crate::play::solver::Solver"),
        ("fn f(_: super::super::play::engine::State) {}", "super::super::play::engine::State"),
        ("pub use crate::play::*;", "crate::play"),
        ("#[value(parser = crate::play::parse)] struct V;", "crate::play::parse"),
        ("fn f() { format!(\"{}\", crate::play::solver::Solver); }", "crate::play::solver::Solver"),
        ("fn f() { let _ = tr!(crate::play::NAMES, \"key\"); }", "crate::play::NAMES"),
        ("macro_rules! m { () => { $crate::play::solver::Solver } }", "crate::play::solver::Solver"),
        ("impl From<crate::play::Win> for Text { }", "crate::play::Win"),
    ] {
        assert_seen(small_house(), TEXT, code, &format!("names {name}, {WING_BELOW}"));
    }
}

#[test]
fn a_room_below_is_seen_however_it_is_named() {
    for (code, name) in [
        ("use crate::play::solver::Solver;", "crate::play::solver::Solver"),
        ("use super::super::solver::Solver;", "super::super::solver::Solver"),
        ("fn f() { debug_assert!(super::super::solver::HOLDS); }", "super::super::solver::HOLDS"),
        ("mod inner { use super::super::super::solver::{self}; }", "super::super::super::solver"),
    ] {
        assert_seen(small_house(), STATE, code, &format!("names {name}, {ROOM_BELOW}"));
    }
}

#[test]
fn a_thing_from_below_is_seen_behind_a_reexport_from_above() {
    let house = small_house().with("src/base/mod.rs", "pub mod text;\npub use crate::play::engine::State;");
    let house = house.with_added(TEXT, "fn f(_: super::State) {}");
    assert_eq!(
        looks_down(&house),
        [
            format!("src/base/mod.rs:2: names crate::play::engine::State, {WING_BELOW}"),
            format!("{TEXT}:2: names super::State, {WING_BELOW}"),
        ]
    );
}

#[test]
fn the_real_house_with_a_wing_named_from_above_is_refused() {
    let told = looks_down(&House::real().with_added("src/base/text.rs", "use crate::play::engine::Session;"));
    let planted = format!("names crate::play::engine::Session, {WING_BELOW}");
    assert!(told.iter().any(|line| line.starts_with("src/base/text.rs:") && line.ends_with(&planted)), "{told:#?}");
}

#[test]
fn comments_strings_tests_and_what_stands_above_are_no_looks_down() {
    for code in [
        "// use crate::play::solver::Solver;",
        "/// [`crate::play::solver::Solver`]\nstruct S;",
        "const S: &str = \"crate::play::solver\";",
        "#[cfg(test)] mod tests { use crate::play::solver::Solver; }",
        "struct S; impl S { #[cfg(test)] fn f(_: crate::play::solver::Solver) {} }",
        "use crate::base::text::Text; use std::play::Solver; fn play(solver: u8) -> u8 { solver }",
        "fn f(play: u8) { format!(\"{}\", play); }",
        "pub(in crate::play::solver) fn f() {}",
    ] {
        assert_eq!(looks_down(&small_house().with_added(STATE, code)), [""; 0], "{code}");
        let in_solver = small_house().with_added("src/play/solver.rs", code);
        assert_eq!(looks_down(&in_solver), [""; 0], "{code}");
    }
}
