//! The third sentence of the law: the files of a room form no circle. Circles are looked for in the whole library; one
//! that leaves its room also breaks the order of rooms or wings.
//!
//! A file leans on the file that defines what it names. A re-export ties nothing by itself, so a `mod.rs` that only lists
//! and re-exports is in no circle; one that defines things is a file like any other. What is reached by a method call
//! alone is not seen.

use super::modules::{End, Modules};
use super::plan::MAP;
use super::references::{Reference, Role};
use super::source::House;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// For each file the files it leans on, each with the names that tie them.
type Ties = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// Every knot of files that lean on each other, told tie by tie: first the shortest circle in it.
fn circles(house: &House) -> Vec<String> {
    let ties = ties(&Modules::new(house));
    knots(&ties).iter().map(|knot| tell(&ties, knot)).collect()
}

fn ties(modules: &Modules) -> Ties {
    let mut ties = Ties::new();
    for (file, references) in modules.references() {
        for (other, name) in references.iter().filter_map(|reference| leans_on(modules, reference)) {
            if file != other {
                ties.entry(file.to_owned()).or_default().entry(other.to_owned()).or_default().insert(name);
            }
        }
    }
    ties
}

fn leans_on<'m>(modules: &'m Modules, reference: &Reference) -> Option<(&'m str, String)> {
    if matches!(reference.role, Role::Import { shared: true, .. }) {
        return None;
    }
    match modules.resolve(reference).end {
        End::Item { home, name } => Some((modules.file_of(&home), name)),
        End::Module(module) if reference.role == Role::Glob => Some((modules.file_of(&module), "*".to_owned())),
        End::Module(_) | End::Outside(_) => None,
    }
}

/// The groups of files that all reach each other, without those that are alone.
fn knots(ties: &Ties) -> Vec<BTreeSet<&str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> = ties.keys().map(|file| (file.as_str(), reach(ties, file))).collect();
    let mut knots: Vec<BTreeSet<&str>> = Vec::new();
    for (file, others) in &reached {
        if !others.contains(file) || knots.iter().any(|knot| knot.contains(file)) {
            continue;
        }
        let back = |other: &&str| reached.get(other).is_some_and(|others| others.contains(file));
        knots.push(others.iter().copied().filter(back).collect());
    }
    knots
}

/// Every file that is reached from this one, by one tie or more.
fn reach<'t>(ties: &'t Ties, file: &str) -> BTreeSet<&'t str> {
    let mut reached = BTreeSet::new();
    let mut waiting = vec![file];
    while let Some(file) = waiting.pop() {
        for other in ties.get(file).into_iter().flat_map(BTreeMap::keys) {
            if reached.insert(other.as_str()) {
                waiting.push(other);
            }
        }
    }
    reached
}

fn tell(ties: &Ties, knot: &BTreeSet<&str>) -> String {
    let circle = shortest_circle(ties, knot);
    let steps: Vec<(&str, &str)> = circle.iter().copied().zip(circle.iter().copied().cycle().skip(1)).collect();
    let mut lines = vec![format!("{} files lean on each other; the shortest circle:", knot.len())];
    lines.extend(steps.iter().map(|(file, other)| tell_tie(ties, file, other)));
    let inside = |file: &&str, other: &str| knot.contains(other) && !steps.contains(&(file, other));
    let more: Vec<String> = knot
        .iter()
        .flat_map(|file| ties[*file].keys().filter(move |other| inside(file, other)).map(move |other| (file, other)))
        .map(|(file, other)| tell_tie(ties, file, other))
        .collect();
    if !more.is_empty() {
        lines.push(format!("and {} ties more in the same knot:", more.len()));
        lines.extend(more);
    }
    lines.join("\n")
}

fn tell_tie(ties: &Ties, file: &str, other: &str) -> String {
    let names: Vec<&str> = ties[file][other].iter().map(String::as_str).collect();
    format!("  {file} names {} of {other}", names.join(", "))
}

fn shortest_circle<'t>(ties: &'t Ties, knot: &BTreeSet<&'t str>) -> Vec<&'t str> {
    let circles = knot.iter().map(|file| circle_through(ties, file));
    circles.min_by_key(Vec::len).expect("a knot has files")
}

/// A shortest way from a file back to itself, told by the files on it, the first one once.
fn circle_through<'t>(ties: &'t Ties, first: &'t str) -> Vec<&'t str> {
    let mut before: BTreeMap<&str, &str> = BTreeMap::new();
    let mut waiting = VecDeque::from([first]);
    while let Some(file) = waiting.pop_front() {
        for other in ties.get(file).into_iter().flat_map(BTreeMap::keys).map(String::as_str) {
            if before.contains_key(other) {
                continue;
            }
            before.insert(other, file);
            if other == first {
                return back_along(&before, first);
            }
            waiting.push_back(other);
        }
    }
    unreachable!("{first} is in a circle")
}

fn back_along<'t>(before: &BTreeMap<&'t str, &'t str>, first: &'t str) -> Vec<&'t str> {
    let mut circle = vec![first];
    let mut at = before[first];
    while at != first {
        circle.insert(1, at);
        at = before[at];
    }
    circle
}

#[test]
fn the_files_of_a_room_form_no_circle() {
    let found = circles(&House::real());
    assert!(found.is_empty(), "{} circles of files:\n\n{}", found.len(), found.join("\n\n"));
}

/// A house of one wing with one room of three files.
fn small_house(root: &str, state: &str, session: &str) -> House {
    House::of(&[
        (MAP, "pub mod play;\n#[macro_export] macro_rules! tr { () => {} }"),
        ("src/play/mod.rs", "pub mod engine;"),
        ("src/play/engine/mod.rs", &format!("mod state;\nmod session;\n{root}")),
        ("src/play/engine/state.rs", &format!("pub struct State;\npub enum Node {{ Ending }}\n{state}")),
        ("src/play/engine/session.rs", &format!("use super::state::State;\npub struct Session(State);\n{session}")),
    ])
}

const LISTS: &str = "pub use state::State;\npub use session::Session;";

const CIRCLE: &str = "2 files lean on each other; the shortest circle:
  src/play/engine/session.rs names State of src/play/engine/state.rs
  src/play/engine/state.rs names Session of src/play/engine/session.rs";

#[test]
fn two_files_that_name_each_other_are_seen_however_they_do_it() {
    for code in [
        "use super::session::Session;",
        "use super::session::{self as other}; fn f(_: other::Session) {}",
        "fn f(_: super::Session) {}",
        "use crate::play::engine::{State, Session as S};",
        "use super::super::engine::Session;",
        "fn f() { format!(\"{}\", super::Session::default()); }",
        "fn f() { tr!(super::session::Session); }",
        "mod inner { pub fn f(_: super::super::Session) {} }",
        "#[value(parser = super::Session::parse)] struct V;",
    ] {
        assert_eq!(circles(&small_house(LISTS, code, "")), [CIRCLE], "{code}");
    }
}

#[test]
fn a_folder_that_defines_things_is_a_file_like_others() {
    let root = format!("{LISTS}\nuse state::Node;\npub struct Rules(Node);");
    let told = circles(&small_house(&root, "use super::Rules;", ""));
    assert_eq!(
        told,
        ["2 files lean on each other; the shortest circle:
  src/play/engine/mod.rs names Node of src/play/engine/state.rs
  src/play/engine/state.rs names Rules of src/play/engine/mod.rs"]
    );
}

#[test]
fn a_larger_knot_is_told_shortest_circle_first() {
    let root = format!("{LISTS}\npub struct Rules(Session);");
    let told = circles(&small_house(&root, "use super::{Rules, Session};", ""));
    assert_eq!(
        told,
        ["3 files lean on each other; the shortest circle:
  src/play/engine/session.rs names State of src/play/engine/state.rs
  src/play/engine/state.rs names Session of src/play/engine/session.rs
and 2 ties more in the same knot:
  src/play/engine/mod.rs names Session of src/play/engine/session.rs
  src/play/engine/state.rs names Rules of src/play/engine/mod.rs"]
    );
}

#[test]
fn the_real_house_with_two_files_that_name_each_other_is_refused() {
    let house = House::real()
        .with_added("src/base/text.rs", "use crate::base::chance::Seed;")
        .with_added("src/base/chance.rs", "use super::text::Lang;");
    let told = circles(&house);
    let planted = "2 files lean on each other; the shortest circle:
  src/base/chance.rs names Lang of src/base/text.rs
  src/base/text.rs names Seed of src/base/chance.rs";
    assert!(told.contains(&planted.to_owned()), "{told:#?}");
}

#[test]
fn lists_tests_comments_and_strings_tie_nothing() {
    for code in [
        "#[cfg(test)] mod tests { use super::super::Session; }",
        "// super::Session\n/// [`super::Session`]\npub const S: &str = \"super::Session\";",
        "fn session(session: u8) -> u8 { session }",
        "pub use super::session::Session;",
    ] {
        assert_eq!(circles(&small_house(LISTS, code, "")), [""; 0], "{code}");
    }
}
