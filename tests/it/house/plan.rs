//! The plan of the house as its map tells it: the wings in the order of `src/lib.rs`, the rooms in the order of each
//! wing's `mod.rs`, and the water line.

use super::source::{House, SourceFile};
use syn::Item;

pub(super) const MAP: &str = "src/lib.rs";

/// How the line of the map begins that is the water line. (The words "water line" may stand in any comment.)
const WATER_LINE: &str = "// ~";

pub(super) struct Plan {
    pub(super) wings: Vec<Wing>,
}

pub(super) struct Wing {
    pub(super) name: String,
    pub(super) rooms: Vec<String>,
    pub(super) dry: bool,
}

impl Plan {
    /// # Panics
    /// When the map has no water line, or nothing above or below it: then nothing would be checked.
    pub(super) fn of(house: &House) -> Plan {
        let map = house.file(MAP);
        let water_line = map.text.lines().position(|line| line.starts_with(WATER_LINE));
        let water_line = 1 + water_line.unwrap_or_else(|| panic!("{MAP} has no line that begins with `{WATER_LINE}`"));
        let wing = |(name, line): (String, usize)| Wing {
            rooms: modules_of(house.file(&format!("src/{name}/mod.rs"))).map(|(room, _)| room).collect(),
            dry: line < water_line,
            name,
        };
        let wings: Vec<Wing> = modules_of(map).map(wing).collect();
        let dry = wings.iter().filter(|wing| wing.dry).count();
        assert!(dry > 0, "{MAP} lists no wing above the water line");
        assert!(dry < wings.len(), "{MAP} lists no wing below the water line");
        Plan { wings }
    }

    /// Where a wing stands, counted from the top.
    pub(super) fn position(&self, wing: &str) -> Option<usize> {
        self.wings.iter().position(|known| known.name == wing)
    }

    pub(super) fn is_dry(&self, file: &str) -> bool {
        self.wings.iter().any(|wing| wing.dry && file.starts_with(&format!("src/{}/", wing.name)))
    }
}

impl Wing {
    pub(super) fn file(&self) -> String {
        format!("src/{}/mod.rs", self.name)
    }

    /// Where a room stands, counted from the top.
    pub(super) fn position(&self, room: &str) -> Option<usize> {
        self.rooms.iter().position(|known| known == room)
    }
}

/// The modules that a file lists, each with its line.
fn modules_of(file: &SourceFile) -> impl Iterator<Item = (String, usize)> {
    file.shipped.items.iter().filter_map(|item| match item {
        Item::Mod(module) => Some((module.ident.to_string(), module.ident.span().start().line)),
        _ => None,
    })
}

fn house_with_map(map: &str) -> House {
    House::of(&[(MAP, map), ("src/base/mod.rs", "pub mod text;"), ("src/store/mod.rs", "")])
}

#[test]
fn wings_rooms_and_the_water_line_are_read_from_the_map() {
    let plan =
        Plan::of(&house_with_map("//! Above the water line\npub mod base;\n// ~~ water line ~~\npub mod store;"));
    assert_eq!(
        plan.wings.iter().map(|wing| (wing.name.as_str(), wing.dry)).collect::<Vec<_>>(),
        [("base", true), ("store", false)]
    );
    assert_eq!(plan.wings[0].rooms, ["text"]);
    assert!(plan.is_dry("src/base/text.rs") && !plan.is_dry("src/store/read.rs") && !plan.is_dry(MAP));
}

#[test]
#[should_panic(expected = "src/lib.rs has no line that begins with `// ~`")]
fn a_map_that_only_speaks_of_the_water_line_is_refused() {
    Plan::of(&house_with_map("//! Above the water line\npub mod base;\n// water line ~~~\npub mod store;"));
}

#[test]
#[should_panic(expected = "src/lib.rs lists no wing above the water line")]
fn a_map_with_nothing_above_the_water_line_is_refused() {
    Plan::of(&house_with_map("// ~~ water line ~~\npub mod base;\npub mod store;"));
}

#[test]
#[should_panic(expected = "src/lib.rs lists no wing below the water line")]
fn a_map_with_nothing_below_the_water_line_is_refused() {
    Plan::of(&house_with_map("pub mod base;\npub mod store;\n// ~~ water line ~~"));
}
