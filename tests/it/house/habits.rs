//! Small habits that a reader relies on: no `unwrap`, no lint silenced without a reason, no glob import.

use super::references::{Role, references};
use super::source::House;
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeSet;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, ExprMethodCall, ExprPath, Macro, Meta};

/// Where shipped code unwraps: `expect` says why it cannot fail, `unwrap` does not.
fn unwraps(house: &House) -> Vec<String> {
    let mut found = Vec::new();
    for (path, file) in house.sources() {
        let mut finder = Unwraps::default();
        finder.visit_file(&file.shipped);
        found.extend(finder.0.iter().map(|line| format!("{path}:{line}: unwraps")));
    }
    found
}

#[derive(Default)]
struct Unwraps(BTreeSet<usize>);

impl<'ast> Visit<'ast> for Unwraps {
    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        if call.method == "unwrap" {
            self.0.insert(call.method.span().start().line);
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_path(&mut self, path: &'ast ExprPath) {
        if path.path.segments.last().is_some_and(|last| last.ident == "unwrap") {
            self.0.insert(path.span().end().line);
        }
    }

    fn visit_macro(&mut self, invoked: &'ast Macro) {
        self.visit_tokens(invoked.tokens.clone());
    }
}

impl Unwraps {
    fn visit_tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Ident(name) if name == "unwrap" => drop(self.0.insert(name.span().start().line)),
                TokenTree::Group(group) => self.visit_tokens(group.stream()),
                TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }
}

/// Where a lint is silenced without a reason, in tests as well.
fn silenced(house: &House) -> Vec<String> {
    let mut found = Vec::new();
    for (path, file) in house.files() {
        let mut finder = Silenced::default();
        finder.visit_file(&file.whole);
        found.extend(finder.0.iter().map(|line| format!("{path}:{line}: silences a lint and gives no reason")));
    }
    found
}

#[derive(Default)]
struct Silenced(BTreeSet<usize>);

impl<'ast> Visit<'ast> for Silenced {
    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        let Meta::List(list) = &attribute.meta else { return };
        let silences = list.path.is_ident("allow") || list.path.is_ident("expect");
        let has_reason =
            list.tokens.clone().into_iter().any(|token| matches!(token, TokenTree::Ident(name) if name == "reason"));
        if silences && !has_reason {
            self.0.insert(list.path.span().start().line);
        }
    }
}

/// Where everything of a module is imported. Only tests may, and only what they test: `use super::*`.
fn globs(house: &House) -> Vec<String> {
    let mut found = Vec::new();
    for (path, file) in house.files() {
        let mut lines = glob_lines(&file.whole, |module| module != ["super"]);
        if path.starts_with("src/") {
            lines.extend(glob_lines(&file.shipped, |_| true));
        }
        found.extend(lines.iter().map(|line| format!("{path}:{line}: imports everything of a module")));
    }
    found
}

fn glob_lines(file: &syn::File, counts: impl Fn(&[String]) -> bool) -> BTreeSet<usize> {
    let all = references(Vec::new(), file);
    all.iter().filter(|name| name.role == Role::Glob && counts(&name.path)).map(|name| name.line).collect()
}

#[test]
fn shipped_code_never_unwraps() {
    let found = unwraps(&House::real());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_lint_is_silenced_without_a_reason() {
    let found = silenced(&House::with_tests());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn nothing_is_imported_by_a_star() {
    let found = globs(&House::with_tests());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn unwraps_are_seen_in_code_and_in_macros_but_not_in_tests() {
    for code in ["a.b().unwrap();", "a.map(Option::unwrap);", "format!(\"{}\", a.unwrap());", "a(|b| { b.unwrap() });"]
    {
        let house = House::of(&[("src/a.rs", &format!("fn f() {{\n{code} }}"))]);
        assert_eq!(unwraps(&house), ["src/a.rs:2: unwraps"], "{code}");
    }
    let fine = "// a.unwrap()\nfn f() { a.unwrap_or(0); a.expect(\"unwrap\"); }\n#[cfg(test)] mod t { fn f() { a.unwrap(); } }";
    assert_eq!(unwraps(&House::of(&[("src/a.rs", fine), ("tests/it/b.rs", "fn f() { a.unwrap(); }")])), [""; 0]);
}

#[test]
fn a_silenced_lint_is_seen_when_it_gives_no_reason() {
    for code in [
        "#[allow(dead_code)]\nfn f() {}",
        "#![expect(dead_code)]\nfn f() {}",
        "#[cfg(test)] mod t { #[allow(dead_code)] fn f() {} }",
    ] {
        let told = "src/a.rs:1: silences a lint and gives no reason";
        assert_eq!(silenced(&House::of(&[("src/a.rs", code)])), [told], "{code}");
    }
    let fine =
        "#[allow(dead_code, reason = \"a plant\")] fn f() {}\n// #[allow(dead_code)]\n#[deny(dead_code)] fn g() {}";
    assert_eq!(silenced(&House::of(&[("src/a.rs", fine)])), [""; 0]);
}

#[test]
fn a_star_is_seen_except_over_what_a_test_is_about() {
    for code in ["use super::*;", "fn f() { use Kind::*; }", "#[cfg(test)] mod t { use proptest::prelude::*; }"] {
        let told = "src/a.rs:1: imports everything of a module";
        assert_eq!(globs(&House::of(&[("src/a.rs", code)])), [told], "{code}");
    }
    let fine = "use std::fmt;\n#[cfg(test)] mod t { use super::*; }";
    assert_eq!(globs(&House::of(&[("src/a.rs", fine), ("tests/it/b.rs", "use super::*;")])), [""; 0]);
}
