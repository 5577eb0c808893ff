//! Many files of one kind: read alike, and the ids in their lists kept apart alike.

use super::locate::SourcePath;
use super::named::Tag;
use super::noun::RENAME_ONE;
use super::read::Source;
use super::validator::Validator;
use crate::base::bilingual::Bilingual;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::Lang;
use rustc_hash::FxHashMap;
use serde::de::DeserializeOwned;

/// A file that was read, and what tells its faults.
pub struct ReadFile<'s, T> {
    /// What tells its faults.
    pub validator: Validator<'s>,
    /// What was typed.
    pub spec: T,
}

/// The files that could be read, in their order, and why the others could not.
pub fn read_files<'s, T: DeserializeOwned>(
    sources: &'s [Source],
    languages: &[Lang],
    format: fn(&T) -> u32,
) -> (Vec<ReadFile<'s, T>>, Vec<Diagnostic>) {
    let tags: Vec<Tag> = languages.iter().map(|lang| Tag(*lang)).collect();
    let (mut files, mut diagnostics) = (Vec::new(), Vec::new());
    for source in sources {
        match source.read() {
            Ok(spec) => files.push(ReadFile { validator: Validator::new(source, format(&spec), &tags), spec }),
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    (files, diagnostics)
}

/// Where each id stands first, over all files.
pub struct IdKeeper<'s> {
    list: &'static str,
    twice: fn(&str) -> Bilingual,
    first: FxHashMap<Box<str>, (&'s Source, usize)>,
}

impl<'s> IdKeeper<'s> {
    /// For the things in the list of this name; `twice` says that two are named alike.
    pub fn new(list: &'static str, twice: fn(&str) -> Bilingual) -> IdKeeper<'s> {
        IdKeeper { list, twice, first: FxHashMap::default() }
    }

    /// An id that another thing has, in whichever file, is told with both places.
    pub fn keep_apart(&mut self, validator: &mut Validator<'s>, id: &str, index: usize) {
        let Some((file, first)) = self.first.get(id).copied() else {
            self.first.insert(id.into(), (validator.source, index));
            return;
        };
        let (list, message) = (self.list, (self.twice)(id));
        validator.record(|source| {
            let place = |source: &Source, index| source.place(&SourcePath::FILE.field(list).item(index).field("id"));
            Diagnostic::error(Code::DUPLICATE, place(source, index), message).help(RENAME_ONE).also(place(file, first))
        });
    }
}
