//! From the files of `phrases/` to a [`PhraseBook`], and everything that is wrong with them. What one phrase has wrong hides
//! no other.

use super::book::{PhraseBook, PhraseTests};
use super::phrase_reader::{PhraseContext, PhraseReader};
use super::spec::PhrasesSpec;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::both;
use crate::content::notation::{RENAME_ONE, Source, SourcePath, Tag, Validator};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The phrases of these files as far as they are valid, and what is wrong with the others.
pub fn validate(sources: &[Source], context: &PhraseContext) -> (PhraseBook, Vec<Diagnostic>) {
    let mut files = PhraseFiles { context, book: PhraseBook::default(), first: FxHashMap::default() };
    let tags: Vec<Tag> = context.languages.iter().map(|lang| Tag(*lang)).collect();
    let mut diagnostics = Vec::new();
    for source in sources {
        match source.read::<PhrasesSpec>() {
            Ok(spec) => {
                let mut validator = Validator::new(source, spec.format, &tags);
                files.add(&mut validator, &spec);
                diagnostics.append(&mut validator.take_diagnostics());
            }
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    (files.book, diagnostics)
}

/// What the files read so far hold.
struct PhraseFiles<'s> {
    context: &'s PhraseContext<'s>,
    book: PhraseBook,
    /// Where each id stands first: its file, and its place in the list there.
    first: FxHashMap<Box<str>, (&'s Source, usize)>,
}

impl<'s> PhraseFiles<'s> {
    fn add(&mut self, validator: &mut Validator<'s>, spec: &PhrasesSpec) {
        let list = SourcePath::FILE.field("phrases");
        for (index, phrase) in spec.phrases.iter().enumerate() {
            let at = list.item(index);
            let before = validator.diagnostics.len();
            let (valid, replies) = PhraseReader { validator, context: self.context }.phrase(&at, phrase);
            self.keep_apart(validator, &phrase.id, index);
            if validator.diagnostics.len() == before {
                let phrase = Arc::new(valid);
                self.book.phrases.push(phrase.clone());
                self.book.tests.push(PhraseTests { phrase, replies, source: validator.source.clone(), index });
            }
        }
    }

    /// An id that another phrase has, in whichever file, is told with both places.
    fn keep_apart(&mut self, validator: &mut Validator<'s>, id: &str, index: usize) {
        let Some((file, first)) = self.first.get(id).copied() else {
            self.first.insert(id.into(), (validator.source, index));
            return;
        };
        validator.record(|source| {
            let place =
                |source: &Source, index| source.place(&SourcePath::FILE.field("phrases").item(index).field("id"));
            let message = both!("two phrases are named \"{id}\"", "有两句话都叫 \"{id}\"");
            Diagnostic::error(Code::DUPLICATE, place(source, index), message).help(RENAME_ONE).also(place(file, first))
        });
    }
}
