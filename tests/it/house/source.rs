//! The source of this crate as a value: every file by its path, as text and as syntax. A copy with one file planted is
//! cheap, so a test can break a law in the copy and see the break told. It judges nothing.

use super::shipped::without_tests;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::rc::Rc;

/// Files by their path from the root of the repository, such as `src/base/text.rs`.
#[derive(Clone)]
pub(super) struct House {
    files: BTreeMap<String, Rc<SourceFile>>,
}

pub(super) struct SourceFile {
    pub(super) text: String,
    /// Everything that stands in the file.
    pub(super) whole: syn::File,
    /// What is left without `#[cfg(test)]`: what the program is built of.
    pub(super) shipped: syn::File,
}

impl House {
    /// The library and the program, as they stand on the disk.
    pub(super) fn real() -> House {
        House::read(&["src"])
    }

    /// The same with their tests and benches.
    pub(super) fn with_tests() -> House {
        House::read(&["src", "tests/it", "benches"])
    }

    fn read(folders: &[&str]) -> House {
        let mut house = House { files: BTreeMap::new() };
        for folder in folders {
            house.read_folder(Path::new(env!("CARGO_MANIFEST_DIR")), folder);
        }
        house
    }

    fn read_folder(&mut self, root: &Path, folder: &str) {
        for entry in fs::read_dir(root.join(folder)).expect("a folder of source") {
            let entry = entry.expect("an entry");
            let path = format!("{folder}/{}", entry.file_name().to_str().expect("a name in UTF-8"));
            if entry.file_type().expect("a kind").is_dir() {
                self.read_folder(root, &path);
            } else if is_rust(&path) {
                let text = fs::read_to_string(entry.path()).expect("source in UTF-8");
                self.insert(&path, &text);
            }
        }
    }

    /// A house of these files only.
    pub(super) fn of(files: &[(&str, &str)]) -> House {
        files.iter().fold(House { files: BTreeMap::new() }, |house, (path, text)| house.with(path, text))
    }

    /// The same house with this text in this place, in a new file or instead of what stood there.
    pub(super) fn with(mut self, path: &str, text: &str) -> House {
        self.insert(path, text);
        self
    }

    /// The same house with this text at the end of a file.
    pub(super) fn with_added(self, path: &str, text: &str) -> House {
        let longer = format!("{}\n{text}", self.file(path).text);
        self.with(path, &longer)
    }

    fn insert(&mut self, path: &str, text: &str) {
        self.files.insert(path.to_owned(), Rc::new(SourceFile::read(path, text)));
    }

    pub(super) fn file(&self, path: &str) -> &SourceFile {
        self.files.get(path).unwrap_or_else(|| panic!("there is no file {path}"))
    }

    pub(super) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    pub(super) fn files(&self) -> impl Iterator<Item = (&str, &SourceFile)> {
        self.files.iter().map(|(path, file)| (path.as_str(), file.as_ref()))
    }

    /// The files under `src/`: the library and the program.
    pub(super) fn sources(&self) -> impl Iterator<Item = (&str, &SourceFile)> {
        self.files().filter(|(path, _)| path.starts_with("src/"))
    }
}

impl SourceFile {
    fn read(path: &str, text: &str) -> SourceFile {
        let whole = syn::parse_file(text).unwrap_or_else(|error| {
            let start = error.span().start();
            panic!("{path}:{}:{}: {error}", start.line, start.column + 1)
        });
        SourceFile { text: text.to_owned(), shipped: without_tests(&whole), whole }
    }
}

fn is_rust(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == "rs")
}
