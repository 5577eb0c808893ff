//! No picture without a test: a snapshot that nothing names any more is kept by nobody, and misleads who reads it.

use super::source::House;
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use syn::visit::{self, Visit};
use syn::{Attribute, ItemFn, Lit, LitStr, Macro};

const FOLDERS: [&str; 2] = ["tests/it/snapshots", "tests/golden"];

/// The snapshots among these files that are named nowhere.
///
/// A test names one by a literal or by its own name; a kept play names the snapshot that lies beside it.
fn unnamed(house: &House, files: &BTreeSet<String>) -> Vec<String> {
    let stems = files.iter().filter_map(|file| file.strip_suffix(".snap"));
    let unnamed = stems.filter(|stem| {
        let is_played = files.contains(&format!("{stem}.ron"));
        !is_played && !is_named_by_a_test(house, stem)
    });
    unnamed.map(|stem| format!("{stem}.snap: no test names it")).collect()
}

/// A stem is `tests/it/snapshots/it__screens__home_en`: the picture `home_en` of the tests in `screens`.
fn is_named_by_a_test(house: &House, stem: &str) -> bool {
    let parts: Vec<&str> = stem.split("__").collect();
    let [_, modules @ .., name] = parts.as_slice() else { return false };
    let module = format!("tests/it/{}", modules.join("/"));
    let files = [format!("{module}.rs"), format!("{module}/mod.rs")];
    files.iter().filter(|file| house.has(file)).any(|file| words_of(&house.file(file).whole).contains(*name))
}

/// Every string and the name of every function in a file of tests.
fn words_of(file: &syn::File) -> BTreeSet<String> {
    let mut words = Words(BTreeSet::new());
    words.visit_file(file);
    words.0
}

struct Words(BTreeSet<String>);

impl<'ast> Visit<'ast> for Words {
    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.0.insert(function.sig.ident.to_string());
        visit::visit_item_fn(self, function);
    }

    fn visit_lit_str(&mut self, text: &'ast LitStr) {
        self.0.insert(text.value());
    }

    fn visit_macro(&mut self, invoked: &'ast Macro) {
        self.take_tokens(invoked.tokens.clone());
    }

    /// Docs are strings to the parser, and name nothing.
    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}

impl Words {
    fn take_tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.take_tokens(group.stream()),
                TokenTree::Literal(literal) => {
                    if let Lit::Str(text) = Lit::new(literal) {
                        self.0.insert(text.value());
                    }
                }
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }
}

fn kept() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = FOLDERS.iter().flat_map(|folder| {
        let entries = fs::read_dir(root.join(folder)).expect("a folder of snapshots");
        entries.map(move |entry| {
            let name = entry.expect("an entry").file_name().into_string().expect("a name in UTF-8");
            format!("{folder}/{name}")
        })
    });
    files.collect()
}

#[test]
fn every_snapshot_is_named() {
    let files = kept();
    assert!(files.iter().any(|file| file.strip_suffix(".snap").is_some()), "no snapshot was found");
    let found = unnamed(&House::with_tests(), &files);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_snapshot_that_no_test_names_is_seen() {
    let code = "/// \"gone\"\nfn by_its_own_name() { assert_snapshot!(\"home_en\", a(\"nested\")); let name = \"by_hand\"; }\n// \"gone\"";
    let house = House::of(&[("tests/it/screens.rs", code), ("tests/it/other/mod.rs", "fn told() {}")]);
    let named = ["screens__home_en", "screens__nested", "screens__by_hand", "screens__by_its_own_name", "other__told"];
    let unnamed_here = ["screens__gone", "screens__told", "nowhere__home_en"];
    let path = |name: &str| format!("tests/it/snapshots/it__{name}.snap");
    let golden = ["tests/golden/a.poor.ron", "tests/golden/a.poor.snap", "tests/golden/b.poor.snap"].map(str::to_owned);
    let files = named.iter().chain(&unnamed_here).map(|name| path(name)).chain(golden).collect();
    assert_eq!(
        unnamed(&house, &files),
        [
            "tests/golden/b.poor.snap: no test names it".to_owned(),
            format!("{}: no test names it", path("nowhere__home_en")),
            format!("{}: no test names it", path("screens__gone")),
            format!("{}: no test names it", path("screens__told")),
        ]
    );
}
