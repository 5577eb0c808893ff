//! The modules of the library, what each defines and imports, and the way from a name as it is written to the file that
//! defines what it stands for. Re-exports are followed, so a `mod.rs` that only lists is never where the way ends.

use super::plan::MAP;
use super::references::{ModulePath, Reference, Role, references};
use super::source::House;
use std::collections::BTreeMap;
use syn::Item;

/// No honest chain of re-exports is as long as this; one that runs in a ring is.
const LONGEST_CHAIN: usize = 32;

pub(super) struct Modules {
    modules: BTreeMap<ModulePath, Module>,
    /// By file.
    references: BTreeMap<String, Vec<Reference>>,
}

struct Module {
    file: String,
    /// A module, a type and a function may share a name.
    names: BTreeMap<String, Vec<Name>>,
    globs: Vec<Vec<String>>,
}

enum Name {
    Module,
    /// Defined in this module; only an exported macro is reached elsewhere than where it stands.
    Item(ModulePath),
    Import(Vec<String>),
}

/// What a name stands for.
pub(super) struct Resolved {
    /// Every module of the library that is named on the way.
    pub(super) passed: Vec<ModulePath>,
    pub(super) end: End,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// A thing that is defined in a module of the library.
    Item {
        home: ModulePath,
        name: String,
    },
    Module(ModulePath),
    /// Another crate's, the language's own, or a local name.
    Outside(Vec<String>),
}

impl Modules {
    pub(super) fn new(house: &House) -> Modules {
        let mut modules = Modules { modules: BTreeMap::new(), references: BTreeMap::new() };
        modules.entry(&ModulePath::new(), MAP);
        for (path, file) in house.sources().filter(|(path, _)| *path != "src/main.rs") {
            let module = module_of(path);
            modules.define(&module, path, &file.shipped.items);
            modules.references.insert(path.to_owned(), references(module, &file.shipped));
        }
        modules.import();
        modules
    }

    fn define(&mut self, module: &ModulePath, file: &str, items: &[Item]) {
        self.entry(module, file);
        for item in items {
            if let Item::Mod(inner) = item
                && let Some((_, items)) = &inner.content
            {
                self.define(&child(module, &inner.ident.to_string()), file, items);
            }
            if let Some((at, name, meaning)) = definition(module, item) {
                self.entry(&at, file).names.entry(name).or_default().push(meaning);
            }
        }
    }

    fn entry(&mut self, module: &ModulePath, file: &str) -> &mut Module {
        let new = || Module { file: file.to_owned(), names: BTreeMap::new(), globs: Vec::new() };
        self.modules.entry(module.clone()).or_insert_with(new)
    }

    fn import(&mut self) {
        for reference in self.references.values().flatten() {
            let module = self.modules.get_mut(&reference.module).expect("every name stands in a module");
            match &reference.role {
                Role::Import { name, .. } => {
                    module.names.entry(name.clone()).or_default().push(Name::Import(reference.path.clone()));
                }
                Role::Glob => module.globs.push(reference.path.clone()),
                Role::Code | Role::Macro => {}
            }
        }
    }

    /// Every file of the library with the names that its shipped code says.
    pub(super) fn references(&self) -> impl Iterator<Item = (&str, &[Reference])> {
        self.references.iter().map(|(file, references)| (file.as_str(), references.as_slice()))
    }

    pub(super) fn file_of(&self, module: &ModulePath) -> &str {
        &self.modules.get(module).unwrap_or_else(|| panic!("there is no module {}", module.join("::"))).file
    }

    pub(super) fn resolve(&self, reference: &Reference) -> Resolved {
        let mut passed = Vec::new();
        let end = self.follow(&reference.module, &reference.path, &mut passed, LONGEST_CHAIN);
        Resolved { passed, end }
    }

    /// Follows a path that is written in module `from`.
    fn follow(&self, from: &ModulePath, path: &[String], passed: &mut Vec<ModulePath>, left: usize) -> End {
        let mut at = from.clone();
        let mut rest = path;
        while let Some((word, after)) = rest.split_first() {
            match word.as_str() {
                "crate" => at.clear(),
                "self" => {}
                "super" => drop(at.pop()),
                _ => break,
            }
            rest = after;
        }
        let anchored = rest.len() < path.len();
        self.descend(at, rest, anchored, passed, left)
    }

    /// Follows a path from the module in which its first word is to be found.
    fn descend(
        &self,
        mut at: ModulePath,
        path: &[String],
        mut inside: bool,
        passed: &mut Vec<ModulePath>,
        left: usize,
    ) -> End {
        let mut rest = path;
        while let Some((word, after)) = rest.split_first() {
            if inside {
                passed.push(at.clone());
            }
            match self.find(&at, word, after.is_empty()) {
                Some(Name::Module) => at.push(word.clone()),
                Some(Name::Item(home)) => {
                    passed.push(home.clone());
                    return End::Item { home: home.clone(), name: word.clone() };
                }
                Some(Name::Import(target)) if left > 0 => {
                    return self.follow(&at, &[target.as_slice(), after].concat(), passed, left - 1);
                }
                Some(Name::Import(_)) => return End::Outside(path.to_vec()),
                None => return self.through_globs(&at, rest, passed, left).unwrap_or(End::Outside(path.to_vec())),
            }
            inside = true;
            rest = after;
        }
        passed.push(at.clone());
        End::Module(at)
    }

    /// What `name` means in a module. At the end of a path a thing goes before a module of the same name.
    fn find(&self, module: &ModulePath, name: &str, last: bool) -> Option<&Name> {
        let meanings = self.modules.get(module)?.names.get(name)?;
        let fits = |meaning: &&Name| matches!(meaning, Name::Module) != last;
        meanings.iter().find(fits).or(meanings.first())
    }

    fn through_globs(
        &self,
        module: &ModulePath,
        rest: &[String],
        passed: &mut Vec<ModulePath>,
        left: usize,
    ) -> Option<End> {
        let globs = &self.modules.get(module)?.globs;
        globs.iter().filter(|_| left > 0).find_map(|glob| {
            let mut tried = Vec::new();
            let end = self.follow(module, &[glob.as_slice(), rest].concat(), &mut tried, left - 1);
            let found = !matches!(end, End::Outside(_));
            found.then(|| {
                passed.append(&mut tried);
                end
            })
        })
    }
}

/// `src/play/solver/mod.rs` is `play::solver`, as `src/play/solver.rs` would be.
fn module_of(file: &str) -> ModulePath {
    let path = file.strip_prefix("src/").and_then(|path| path.strip_suffix(".rs")).expect("a file of the library");
    let names = path.split('/').filter(|name| *name != "lib" && *name != "mod");
    names.map(str::to_owned).collect()
}

fn child(module: &ModulePath, name: &str) -> ModulePath {
    [module.as_slice(), &[name.to_owned()]].concat()
}

/// Where the name of an item is found, the name, and what it means.
fn definition(module: &ModulePath, item: &Item) -> Option<(ModulePath, String, Name)> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => {
            let exported = item.attrs.iter().any(|attribute| attribute.path().is_ident("macro_export"));
            let at = if exported { ModulePath::new() } else { module.clone() };
            return item.ident.as_ref().map(|name| (at, name.to_string(), Name::Item(module.clone())));
        }
        Item::Mod(item) => return Some((module.clone(), item.ident.to_string(), Name::Module)),
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some((module.clone(), name.to_string(), Name::Item(module.clone())))
}
