//! Every name that the shipped code of a file says: in types and expressions, in `use`, in attributes, and between the
//! brackets of macros. What a name stands for is found in `modules`.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Ident, ItemMod, ItemUse, Macro, Meta, Path, UseTree, Visibility};

/// The way to a module from the root of the crate: `["play", "solver"]`; the root itself is empty.
pub(super) type ModulePath = Vec<String>;

/// A name as it is written: `super::graph::StateGraph` in some module.
pub(super) struct Reference {
    /// The module in which it is written.
    pub(super) module: ModulePath,
    pub(super) path: Vec<String>,
    pub(super) line: usize,
    pub(super) role: Role,
}

/// What a name is written for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Code,
    /// `name!(…)`.
    Macro,
    /// `use path as name;`, which another module may see when it is `shared`.
    Import {
        name: String,
        shared: bool,
    },
    /// `use path::*;`
    Glob,
}

/// The names of a file, whose own module is `module`.
pub(super) fn references(module: ModulePath, file: &syn::File) -> Vec<Reference> {
    let mut collector = Collector { module, found: Vec::new() };
    collector.visit_file(file);
    collector.found
}

struct Collector {
    module: ModulePath,
    found: Vec<Reference>,
}

impl Collector {
    fn push(&mut self, path: &[Ident], role: Role) {
        let Some(first) = path.first() else { return };
        let line = first.span().start().line;
        let path = path.iter().map(ToString::to_string).collect();
        self.found.push(Reference { module: self.module.clone(), path, line, role });
    }

    fn take_use(&mut self, tree: &UseTree, above: &[Ident], shared: bool) {
        let below = |name: &Ident| [above, std::slice::from_ref(name)].concat();
        match tree {
            UseTree::Path(path) => self.take_use(&path.tree, &below(&path.ident), shared),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.take_use(tree, above, shared)),
            UseTree::Glob(_) => self.push(above, Role::Glob),
            UseTree::Name(name) if name.ident == "self" => {
                self.push(above, import(above.last().expect("a group of something"), shared));
            }
            UseTree::Name(name) => self.push(&below(&name.ident), import(&name.ident, shared)),
            UseTree::Rename(name) if name.ident == "self" => self.push(above, import(&name.rename, shared)),
            UseTree::Rename(name) => self.push(&below(&name.ident), import(&name.rename, shared)),
        }
    }

    /// Tokens have no grammar: what looks like a path is taken for one. `above` is what stands before a brace, as in
    /// `use super::{a, b}`.
    fn take_tokens(&mut self, tokens: TokenStream, above: &[Ident]) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rest = tokens.as_slice();
        while let Some((token, after)) = rest.split_first() {
            rest = match token {
                TokenTree::Ident(name) => self.take_path(name, after, above),
                TokenTree::Group(group) => {
                    self.take_tokens(group.stream(), &[]);
                    after
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => after,
            };
        }
    }

    /// Takes the path that begins with `first`, and tells what is left behind it.
    fn take_path<'t>(&mut self, first: &Ident, mut rest: &'t [TokenTree], above: &[Ident]) -> &'t [TokenTree] {
        let mut path = [above, std::slice::from_ref(first)].concat();
        while let [TokenTree::Punct(one), TokenTree::Punct(two), next, after @ ..] = rest
            && (one.as_char(), two.as_char()) == (':', ':')
        {
            match next {
                TokenTree::Ident(name) => path.push(name.clone()),
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    self.take_tokens(group.stream(), &path);
                    return after;
                }
                _ => break,
            }
            rest = after;
        }
        let called = matches!(rest, [TokenTree::Punct(mark), TokenTree::Group(_), ..] if mark.as_char() == '!');
        self.push(&path, if called { Role::Macro } else { Role::Code });
        rest
    }
}

fn import(name: &Ident, shared: bool) -> Role {
    Role::Import { name: name.to_string(), shared }
}

fn names_of(path: &Path) -> Vec<Ident> {
    path.segments.iter().map(|segment| segment.ident.clone()).collect()
}

impl<'ast> Visit<'ast> for Collector {
    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        self.module.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let shared = !matches!(item.vis, Visibility::Inherited);
        self.take_use(&item.tree, &[], shared);
    }

    fn visit_path(&mut self, path: &'ast Path) {
        self.push(&names_of(path), Role::Code);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, invoked: &'ast Macro) {
        self.push(&names_of(&invoked.path), Role::Macro);
        self.take_tokens(invoked.tokens.clone(), &[]);
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if let Meta::List(list) = &attribute.meta {
            self.take_tokens(list.tokens.clone(), &[]);
        }
    }

    /// `pub(super)` says how far a name reaches, and names nothing.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}
}
