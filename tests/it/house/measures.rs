//! The measures of the house: how long files and functions are. Tests are not measured, and docs count as lines: a file
//! is read with them.

use super::source::{House, SourceFile};
use proc_macro2::Span;
use std::fmt::Write;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{ImplItemFn, ItemFn, TraitItemFn};

/// How long a thing of one kind may be, in lines.
struct Limits {
    median: usize,
    /// What 95 of a hundred keep to.
    usual: usize,
    longest: usize,
}

const FILE: Limits = Limits { median: 120, usual: 400, longest: 400 };
const FUNCTION: Limits = Limits { median: 8, usual: 40, longest: 60 };

struct Length {
    lines: usize,
    of: String,
}

/// Every file under `src/`, up to its tests.
fn files(house: &House) -> Vec<Length> {
    house.sources().map(|(path, file)| Length { lines: lines_before_tests(file), of: path.to_owned() }).collect()
}

fn lines_before_tests(file: &SourceFile) -> usize {
    let lines: Vec<&str> = file.text.lines().collect();
    let tests = lines.iter().position(|line| line.trim() == "#[cfg(test)]").unwrap_or(lines.len());
    lines[..tests].iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1)
}

/// Every function under `src/`, from its `fn` to its last bracket.
fn functions(house: &House) -> Vec<Length> {
    let mut ruler = Ruler { path: "", found: Vec::new() };
    for (path, file) in house.sources() {
        ruler.path = path;
        ruler.visit_file(&file.shipped);
    }
    ruler.found
}

struct Ruler<'h> {
    path: &'h str,
    found: Vec<Length>,
}

impl Ruler<'_> {
    fn measure(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let (first, last) = (signature.fn_token.span().start().line, end_of(block.span()));
        let of = format!("{}:{first}: {}", self.path, signature.ident);
        self.found.push(Length { lines: last + 1 - first, of });
    }
}

fn end_of(span: Span) -> usize {
    span.end().line
}

impl<'ast> Visit<'ast> for Ruler<'_> {
    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.measure(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        self.measure(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast TraitItemFn) {
        if let Some(block) = &function.default {
            self.measure(&function.sig, block);
        }
        visit::visit_trait_item_fn(self, function);
    }
}

/// What is longer than the limits allow, longest first; empty when all keep to them.
fn beyond(mut lengths: Vec<Length>, limits: &Limits) -> String {
    lengths.sort_by(|a, b| b.lines.cmp(&a.lines).then_with(|| a.of.cmp(&b.of)));
    let at = |percent: usize| lengths.get(lengths.len() * (100 - percent) / 100).map_or(0, |length| length.lines);
    let mut told = String::new();
    for (what, lines, limit) in [("half", at(50), limits.median), ("95 of a hundred", at(95), limits.usual)] {
        if lines > limit {
            writeln!(told, "{what} may have {limit} lines, and have {lines}").expect("a string takes all");
        }
    }
    for Length { lines, of } in lengths.iter().take_while(|length| length.lines > limits.longest) {
        writeln!(told, "{of} has {lines} lines").expect("a string takes all");
    }
    told
}

#[test]
fn files_are_short() {
    let found = beyond(files(&House::real()), &FILE);
    assert!(found.is_empty(), "{found}");
}

#[test]
fn functions_are_short() {
    let found = beyond(functions(&House::real()), &FUNCTION);
    assert!(found.is_empty(), "{found}");
}

#[test]
fn a_file_is_measured_up_to_its_tests() {
    let text = format!("//! Docs.\nfn f() {{}}\n{}\n#[cfg(test)]\nmod tests {{\n\n\n}}\n", "\n// why\n".repeat(200));
    let house =
        House::of(&[("src/a.rs", &text), ("src/b.rs", "fn f() {}\n"), ("src/c.rs", "\n\n"), ("tests/it/d.rs", &text)]);
    assert_eq!(
        beyond(files(&house), &FILE),
        "95 of a hundred may have 400 lines, and have 402\nsrc/a.rs has 402 lines\n"
    );
}

#[test]
fn a_function_is_measured_from_its_name_to_its_last_bracket() {
    let body = "    a();\n".repeat(60);
    let text = format!(
        "/// Docs.\nfn f(\n) {{\n{body}}}\nimpl S {{\n/// Docs.\n#[inline]\nfn g() {{\n{body}}}\n}}\ntrait T {{\nfn h() {{}}\nfn i();\n}}\n#[cfg(test)]\nmod tests {{ fn j() {{\n{body} }} }}"
    );
    let lengths = functions(&House::of(&[("src/a.rs", &text)]));
    assert_eq!(lengths.iter().map(|length| length.lines).collect::<Vec<_>>(), [63, 62, 1]);
    let told = "half may have 8 lines, and have 62\n95 of a hundred may have 40 lines, and have 63\nsrc/a.rs:2: f has 63 lines\nsrc/a.rs:68: g has 62 lines\n";
    assert_eq!(beyond(lengths, &FUNCTION), told);
}
