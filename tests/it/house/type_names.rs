//! One word means one thing: no two types of the program share a name. Associated types may: they are always said with
//! what they belong to. A type that a macro makes is not seen.

use super::source::House;
use std::collections::BTreeMap;
use syn::visit::{self, Visit};
use syn::{Ident, ItemEnum, ItemStruct, ItemTrait, ItemType, ItemUnion};

/// Every name that is defined more than once, with the places of its definitions; the most frequent first.
fn shared_names(house: &House) -> Vec<(String, Vec<String>)> {
    let mut definitions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, file) in house.sources() {
        let mut collector = Collector { path, definitions: &mut definitions };
        collector.visit_file(&file.shipped);
    }
    let mut shared: Vec<(String, Vec<String>)> =
        definitions.into_iter().filter(|(_, places)| places.len() > 1).collect();
    shared.sort_by_key(|(_, places)| std::cmp::Reverse(places.len()));
    shared
}

struct Collector<'h> {
    path: &'h str,
    definitions: &'h mut BTreeMap<String, Vec<String>>,
}

impl Collector<'_> {
    fn take(&mut self, name: &Ident) {
        let place = format!("{}:{}", self.path, name.span().start().line);
        self.definitions.entry(name.to_string()).or_default().push(place);
    }
}

impl<'ast> Visit<'ast> for Collector<'_> {
    fn visit_item_struct(&mut self, item: &'ast ItemStruct) {
        self.take(&item.ident);
    }

    fn visit_item_enum(&mut self, item: &'ast ItemEnum) {
        self.take(&item.ident);
    }

    fn visit_item_union(&mut self, item: &'ast ItemUnion) {
        self.take(&item.ident);
    }

    fn visit_item_type(&mut self, item: &'ast ItemType) {
        self.take(&item.ident);
    }

    fn visit_item_trait(&mut self, item: &'ast ItemTrait) {
        self.take(&item.ident);
        visit::visit_item_trait(self, item);
    }
}

/// `scripts/names` runs this test alone.
#[test]
fn no_two_types_share_a_name() {
    let shared = shared_names(&House::real());
    let told: Vec<String> = shared.iter().map(|(name, places)| format!("{name}: {}", places.join(", "))).collect();
    assert!(told.is_empty(), "{} names have more than one definition:\n{}", told.len(), told.join("\n"));
}

#[test]
fn two_types_of_one_name_are_seen_wherever_they_stand() {
    let first = "pub struct Step;\nenum Walk {}";
    for second in ["enum Step {}", "type Step = u8;", "trait Step {}", "union Step { a: u8 }", "mod m { struct Step; }"]
    {
        let house = House::of(&[("src/a.rs", first), ("src/b.rs", second), ("src/main.rs", "struct Main;")]);
        assert_eq!(shared_names(&house), [("Step".to_owned(), vec!["src/a.rs:1".to_owned(), "src/b.rs:1".to_owned()])]);
    }
    let inner = House::of(&[("src/a.rs", first), ("src/b.rs", "fn f() { struct Walk; }")]);
    assert_eq!(shared_names(&inner).len(), 1);
}

#[test]
fn associated_types_tests_and_words_in_text_share_no_name() {
    let second = "//! struct Step;\nimpl Iterator for S { type Step = u8; }\ntrait T { type Step; }\nconst S: &str = \"struct Step;\";\n#[cfg(test)] mod tests { struct Step; }";
    let house = House::of(&[("src/a.rs", "struct Step;"), ("src/b.rs", second), ("tests/it/c.rs", "struct Step;")]);
    assert_eq!(shared_names(&house), []);
}
