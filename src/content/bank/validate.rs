//! From the files of `questions/` to a [`Bank`], and everything that is wrong with them. What one question has wrong hides
//! no other.

use super::question_reader::QuestionReader;
use super::spec::QuestionsSpec;
use super::whole::Bank;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::Lang;
use crate::both;
use crate::content::notation::{RENAME_ONE, Source, SourcePath, Tag, Validator, noun};
use crate::content::standard::Standard;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The questions of these files as far as they are valid, and what is wrong with the others.
pub fn validate(sources: &[Source], standard: &Standard, languages: &[Lang]) -> (Bank, Vec<Diagnostic>) {
    let tags: Vec<Tag> = languages.iter().map(|lang| Tag(*lang)).collect();
    let mut diagnostics = Vec::new();
    let mut read: Vec<(&Source, QuestionsSpec)> = Vec::new();
    for source in sources {
        match source.read() {
            Ok(spec) => read.push((source, spec)),
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    // A question may name one of a later file.
    let known: BTreeSet<&str> = read.iter().flat_map(|(_, spec)| &spec.questions).map(|own| &*own.id).collect();
    let mut files = QuestionFiles { standard, known: &known, bank: Bank::default(), first: FxHashMap::default() };
    for (source, spec) in &read {
        let mut validator = Validator::new(source, spec.format, &tags);
        files.add(&mut validator, spec);
        diagnostics.append(&mut validator.take_diagnostics());
    }
    (files.bank, diagnostics)
}

/// What the files read so far hold.
struct QuestionFiles<'s> {
    standard: &'s Standard,
    known: &'s BTreeSet<&'s str>,
    bank: Bank,
    /// Where each id stands first: its file, and its place in the list there.
    first: FxHashMap<Box<str>, (&'s Source, usize)>,
}

impl<'s> QuestionFiles<'s> {
    fn add(&mut self, validator: &mut Validator<'s>, spec: &QuestionsSpec) {
        self.section(validator, &spec.section);
        let list = SourcePath::FILE.field("questions");
        for (index, question) in spec.questions.iter().enumerate() {
            let at = list.item(index);
            let before = validator.diagnostics.len();
            let valid = QuestionReader { validator, standard: self.standard, questions: self.known, slots: Vec::new() }
                .question(&at, question);
            self.keep_apart(validator, &question.id, index);
            if validator.diagnostics.len() == before {
                let Some(valid) = valid else { continue };
                self.bank.questions.push(Arc::new(valid));
                self.bank.sources.push((validator.source.clone(), index));
            }
        }
    }

    fn section(&self, validator: &mut Validator, id: &str) {
        let mut known = self.standard.sections.iter().map(|section| &*section.id);
        if !known.clone().any(|own| own == id) {
            validator.unknown(&SourcePath::FILE.field("section"), noun::SECTION, id, &mut known);
        }
    }

    /// An id that another question has, in whichever file, is told with both places.
    fn keep_apart(&mut self, validator: &mut Validator<'s>, id: &str, index: usize) {
        let Some((file, first)) = self.first.get(id).copied() else {
            self.first.insert(id.into(), (validator.source, index));
            return;
        };
        validator.record(|source| {
            let place =
                |source: &Source, index| source.place(&SourcePath::FILE.field("questions").item(index).field("id"));
            let message = both!("two questions are named \"{id}\"", "有两道题都叫 \"{id}\"");
            Diagnostic::error(Code::DUPLICATE, place(source, index), message).help(RENAME_ONE).also(place(file, first))
        });
    }
}
