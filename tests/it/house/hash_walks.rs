//! Where a file walks a hash map or a hash set. Looking something up in one is fine; the order in which one is walked is
//! nobody's choice, and changes with the library or the machine.
//!
//! A name is known to be one when it is a field, a parameter, a local or a function of the same file whose type or first
//! value says so. Nothing is known of what another file hands over.

use std::collections::BTreeSet;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{
    Block, Expr, ExprCall, ExprClosure, ExprForLoop, ExprMethodCall, Field, FnArg, Ident, Local, Macro, Member, Pat,
    PatType, Path, ReturnType, Signature, Token, Type,
};

const HASHES: [&str; 4] = ["FxHashMap", "FxHashSet", "HashMap", "HashSet"];

/// What only passes a value on: a hash behind it is still one.
const WRAPPERS: [&str; 8] = ["Arc", "Box", "Cow", "Mutex", "Option", "Rc", "RefCell", "RwLock"];
const UNWRAPPERS: [&str; 11] =
    ["as_mut", "as_ref", "borrow", "borrow_mut", "clone", "expect", "lock", "read", "to_owned", "unwrap", "write"];

const WALKS: [&str; 15] = [
    "difference",
    "drain",
    "extract_if",
    "intersection",
    "into_iter",
    "into_keys",
    "into_values",
    "iter",
    "iter_mut",
    "keys",
    "retain",
    "symmetric_difference",
    "union",
    "values",
    "values_mut",
];

/// What takes everything out of its argument, in the argument's order.
const TAKERS: [&str; 4] = ["chain", "extend", "from_iter", "zip"];

/// Every walk with its line, such as `known.keys()` or `for … in known`.
pub(super) fn hash_walks(file: &syn::File) -> Vec<(usize, String)> {
    let mut known = KnownInFile::default();
    known.visit_file(file);
    let mut finder = Finder { known, locals: Vec::new(), found: Vec::new() };
    finder.visit_file(file);
    finder.found
}

/// What holds a hash wherever in the file it is named.
#[derive(Default)]
struct KnownInFile {
    fields: BTreeSet<String>,
    functions: BTreeSet<String>,
    aliases: BTreeSet<String>,
}

impl KnownInFile {
    fn is_hash_name(&self, name: &Ident) -> bool {
        HASHES.iter().any(|hash| name == hash) || self.aliases.contains(&name.to_string())
    }

    fn is_hash_type(&self, given: &Type) -> bool {
        match given {
            Type::Reference(reference) => self.is_hash_type(&reference.elem),
            Type::Path(path) => path.path.segments.last().is_some_and(|last| {
                let wraps = WRAPPERS.iter().any(|wrapper| last.ident == wrapper);
                self.is_hash_name(&last.ident) || wraps && type_arguments(last).any(|inner| self.is_hash_type(inner))
            }),
            _ => false,
        }
    }
}

fn type_arguments(segment: &syn::PathSegment) -> impl Iterator<Item = &Type> {
    let given = match &segment.arguments {
        syn::PathArguments::AngleBracketed(given) => Some(&given.args),
        _ => None,
    };
    given.into_iter().flatten().filter_map(|argument| match argument {
        syn::GenericArgument::Type(given) => Some(given),
        _ => None,
    })
}

impl<'ast> Visit<'ast> for KnownInFile {
    fn visit_item_type(&mut self, alias: &'ast syn::ItemType) {
        if self.is_hash_type(&alias.ty) {
            self.aliases.insert(alias.ident.to_string());
        }
    }

    fn visit_field(&mut self, field: &'ast Field) {
        if let Some(name) = &field.ident
            && self.is_hash_type(&field.ty)
        {
            self.fields.insert(name.to_string());
        }
    }

    fn visit_signature(&mut self, signature: &'ast Signature) {
        if let ReturnType::Type(_, given) = &signature.output
            && self.is_hash_type(given)
        {
            self.functions.insert(signature.ident.to_string());
        }
    }
}

struct Finder {
    known: KnownInFile,
    /// The names of each open scope, innermost last, and whether each is a hash.
    locals: Vec<Vec<(String, bool)>>,
    found: Vec<(usize, String)>,
}

impl Finder {
    fn declare(&mut self, pattern: &Pat, is_hash: bool) {
        match pattern {
            Pat::Ident(name) => {
                if let Some(scope) = self.locals.last_mut() {
                    scope.push((name.ident.to_string(), is_hash));
                }
            }
            Pat::Type(typed) => self.declare(&typed.pat, self.known.is_hash_type(&typed.ty)),
            _ => {}
        }
    }

    fn is_hash_local(&self, name: &Ident) -> bool {
        let mut known = self.locals.iter().rev().flat_map(|scope| scope.iter().rev());
        known.find(|(local, _)| name == local).is_some_and(|(_, is_hash)| *is_hash)
    }

    /// How an expression that is a hash is named, if it is one.
    fn hash_in(&self, expression: &Expr) -> Option<String> {
        match expression {
            Expr::Reference(inner) => self.hash_in(&inner.expr),
            Expr::Paren(inner) => self.hash_in(&inner.expr),
            Expr::Unary(inner) => self.hash_in(&inner.expr),
            Expr::Try(inner) => self.hash_in(&inner.expr),
            Expr::Path(path) => path.path.get_ident().filter(|name| self.is_hash_local(name)).map(Ident::to_string),
            Expr::Field(field) => match &field.member {
                Member::Named(name) => self.known.fields.get(&name.to_string()).cloned(),
                Member::Unnamed(_) => None,
            },
            Expr::Call(call) => self.hash_of_call(call),
            Expr::MethodCall(call) => self.hash_of_method(call),
            Expr::Struct(made) => self.hash_of_path(&made.path),
            _ => None,
        }
    }

    /// `FxHashMap::default()`, or a function of this file that returns one.
    fn hash_of_call(&self, call: &ExprCall) -> Option<String> {
        let Expr::Path(function) = call.func.as_ref() else { return None };
        self.hash_of_path(&function.path)
    }

    fn hash_of_path(&self, path: &Path) -> Option<String> {
        let names: Vec<&Ident> = path.segments.iter().map(|segment| &segment.ident).collect();
        let last = names.last()?.to_string();
        let makes = names.iter().any(|name| self.known.is_hash_name(name)) || self.known.functions.contains(&last);
        makes.then_some(last)
    }

    /// `….collect::<FxHashSet<_>>()`, a method of this file that returns one, or what hands on a hash before it.
    fn hash_of_method(&self, call: &ExprMethodCall) -> Option<String> {
        let named = call.method.to_string();
        let turbofish = call.turbofish.iter().flat_map(|given| &given.args);
        let collected = turbofish.into_iter().any(|argument| match argument {
            syn::GenericArgument::Type(given) => self.known.is_hash_type(given),
            _ => false,
        });
        if collected || self.known.functions.contains(&named) {
            return Some(named);
        }
        UNWRAPPERS.contains(&named.as_str()).then(|| self.hash_in(&call.receiver)).flatten()
    }

    fn in_scope(&mut self, visit: impl FnOnce(&mut Self)) {
        self.locals.push(Vec::new());
        visit(self);
        self.locals.pop();
    }

    fn take_arguments<'a>(&mut self, taker: &Ident, arguments: impl IntoIterator<Item = &'a Expr>) {
        if !TAKERS.iter().any(|name| taker == name) {
            return;
        }
        for name in arguments.into_iter().filter_map(|argument| self.hash_in(argument)).collect::<Vec<_>>() {
            self.found.push((taker.span().start().line, format!("{taker}({name})")));
        }
    }
}

impl<'ast> Visit<'ast> for Finder {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.in_scope(|finder| visit::visit_item_fn(finder, function));
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.in_scope(|finder| visit::visit_impl_item_fn(finder, function));
    }

    fn visit_fn_arg(&mut self, argument: &'ast FnArg) {
        if let FnArg::Typed(PatType { pat, ty, .. }) = argument {
            self.declare(pat, self.known.is_hash_type(ty));
        }
    }

    fn visit_block(&mut self, block: &'ast Block) {
        self.in_scope(|finder| visit::visit_block(finder, block));
    }

    fn visit_expr_closure(&mut self, closure: &'ast ExprClosure) {
        self.in_scope(|finder| {
            closure.inputs.iter().for_each(|input| finder.declare(input, false));
            visit::visit_expr_closure(finder, closure);
        });
    }

    fn visit_local(&mut self, local: &'ast Local) {
        visit::visit_local(self, local);
        let made = local.init.as_ref().is_some_and(|init| self.hash_in(&init.expr).is_some());
        self.declare(&local.pat, made);
    }

    fn visit_expr_for_loop(&mut self, walk: &'ast ExprForLoop) {
        if let Some(name) = self.hash_in(&walk.expr) {
            self.found.push((walk.for_token.span.start().line, format!("for … in {name}")));
        }
        visit::visit_expr_for_loop(self, walk);
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        let method = call.method.to_string();
        if WALKS.contains(&method.as_str())
            && let Some(name) = self.hash_in(&call.receiver)
        {
            self.found.push((call.method.span().start().line, format!("{name}.{method}()")));
        }
        self.take_arguments(&call.method, &call.args);
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        if let Expr::Path(function) = call.func.as_ref()
            && let Some(last) = function.path.segments.last()
        {
            self.take_arguments(&last.ident, &call.args);
        }
        visit::visit_expr_call(self, call);
    }

    /// What stands in a macro is looked at where it is a list of expressions, as in `format!` and `assert!`.
    fn visit_macro(&mut self, invoked: &'ast Macro) {
        let list = invoked.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated);
        for expression in list.into_iter().flatten() {
            self.visit_expr(&expression);
        }
    }
}

#[track_caller]
fn walks(code: &str) -> Vec<String> {
    let file = syn::parse_file(code).unwrap_or_else(|error| panic!("{code}: {error}"));
    hash_walks(&file).into_iter().map(|(_, word)| word).collect()
}

#[test]
fn every_way_to_walk_a_hash_is_seen() {
    for (code, told) in [
        ("fn f(known: &FxHashMap<u8, u8>) { known.keys().min(); }", "known.keys()"),
        ("fn f(mut known: FxHashSet<u8>) { (&mut known).drain(); }", "known.drain()"),
        ("fn f(known: Option<&rustc_hash::FxHashSet<u8>>) { known.unwrap().iter(); }", "known.iter()"),
        ("fn f(known: &FxHashSet<u8>) { for one in known { } }", "for … in known"),
        ("fn f(known: &FxHashSet<u8>) { for one in &*known { } }", "for … in known"),
        ("fn f() { let known: FxHashSet<u8> = made(); known.retain(|one| true); }", "known.retain()"),
        ("fn f() { let known = FxHashMap::default(); for (a, b) in &known { } }", "for … in known"),
        ("fn f() { let known = a.iter().collect::<FxHashSet<_>>(); known.into_iter(); }", "known.into_iter()"),
        ("fn f(known: &FxHashSet<u8>) { all.extend(known); }", "extend(known)"),
        ("fn f(known: FxHashSet<u8>) { Vec::from_iter(known); }", "from_iter(known)"),
        ("fn f(known: &FxHashMap<u8, u8>) { assert!(known.values().all(|one| true)); }", "known.values()"),
        ("struct S { known: FxHashMap<u8, u8> } impl S { fn f(&self) { self.known.values(); } }", "known.values()"),
        ("struct S { known: Arc<FxHashMap<u8, u8>> } fn f(s: S) { for one in s.known.as_ref() { } }", "for … in known"),
        ("fn made() -> FxHashSet<u8> { } fn f() { let known = made(); known.iter(); }", "known.iter()"),
        ("fn made() -> FxHashSet<u8> { } fn f() { for one in made() { } }", "for … in made"),
        ("type Known = FxHashSet<u8>; fn f(known: Known) { known.iter(); }", "known.iter()"),
        ("fn f(known: &FxHashSet<u8>) { all.iter().map(|one| { for a in known { } }); }", "for … in known"),
    ] {
        assert_eq!(walks(code), [told], "{code}");
    }
}

#[test]
fn looking_up_in_a_hash_and_walking_something_else_is_fine() {
    for code in [
        "fn f(known: &mut FxHashMap<u8, u8>) { known.get(&1); known.insert(1, 2); known.len(); known.entry(1); }",
        "fn f(known: &[u8]) { known.iter(); for one in known { } }",
        "fn f(known: &FxHashSet<u8>) { let known = [1]; for one in known { } }",
        "fn f(known: &FxHashSet<u8>) { } fn g(known: &[u8]) { for one in known { } }",
        "fn f(known: &FxHashSet<u8>) { all.iter().map(|known| known.iter()); }",
        "fn f(known: Vec<FxHashSet<u8>>) { for one in known { } }",
        "fn f(known: &FxHashMap<u8, Vec<u8>>) { known[&1].iter(); }",
        "fn f(all: &[u8]) { all.iter().collect::<FxHashSet<_>>().len(); }",
    ] {
        assert_eq!(walks(code), [""; 0], "{code}");
    }
}
