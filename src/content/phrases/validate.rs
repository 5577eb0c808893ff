//! From the files of `phrases/` to a [`PhraseBook`], and everything that is wrong with them. What one phrase has wrong hides
//! no other.

use super::book::{PhraseBook, PhraseTests};
use super::phrase_reader::{PhraseContext, PhraseReader};
use super::spec::PhrasesSpec;
use crate::base::diagnostic::Diagnostic;
use crate::both;
use crate::content::notation::{IdKeeper, ReadFile, Source, SourcePath, Validator, read_files};
use std::sync::Arc;

/// The phrases of these files as far as they are valid, and what is wrong with the others.
pub fn validate(sources: &[Source], context: &PhraseContext) -> (PhraseBook, Vec<Diagnostic>) {
    let (read, mut diagnostics) = read_files(sources, context.languages, |spec: &PhrasesSpec| spec.format);
    let ids = IdKeeper::new("phrases", |id| both!("two phrases are named \"{id}\"", "有两句话都叫 \"{id}\""));
    let mut files = PhraseFiles { context, book: PhraseBook::default(), ids };
    for ReadFile { mut validator, spec } in read {
        files.add(&mut validator, &spec);
        diagnostics.append(&mut validator.take_diagnostics());
    }
    (files.book, diagnostics)
}

/// What the files read so far hold.
struct PhraseFiles<'s> {
    context: &'s PhraseContext<'s>,
    book: PhraseBook,
    ids: IdKeeper<'s>,
}

impl<'s> PhraseFiles<'s> {
    fn add(&mut self, validator: &mut Validator<'s>, spec: &PhrasesSpec) {
        let list = SourcePath::FILE.field("phrases");
        for (index, phrase) in spec.phrases.iter().enumerate() {
            let at = list.item(index);
            let before = validator.diagnostics.len();
            let (valid, replies) = PhraseReader { validator, context: self.context }.phrase(&at, phrase);
            self.ids.keep_apart(validator, &phrase.id, index);
            if validator.diagnostics.len() == before {
                let phrase = Arc::new(valid);
                self.book.phrases.push(phrase.clone());
                self.book.tests.push(PhraseTests { phrase, replies, source: validator.source.clone(), index });
            }
        }
    }
}
