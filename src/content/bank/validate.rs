//! From the files of `questions/` to a [`Bank`], and everything that is wrong with them. What one question has wrong hides
//! no other.

use super::question_reader::QuestionReader;
use super::spec::QuestionsSpec;
use super::whole::Bank;
use crate::base::diagnostic::Diagnostic;
use crate::base::text::Lang;
use crate::both;
use crate::content::notation::{IdKeeper, ReadFile, Source, SourcePath, Validator, noun, read_files};
use crate::content::standard::Standard;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The questions of these files as far as they are valid, and what is wrong with the others.
pub fn validate(sources: &[Source], standard: &Standard, languages: &[Lang]) -> (Bank, Vec<Diagnostic>) {
    let (mut read, mut diagnostics) = read_files(sources, languages, |spec: &QuestionsSpec| spec.format);
    // A question may name one of a later file.
    let ids = read.iter().flat_map(|file| &file.spec.questions).map(|own| own.id.as_str().into());
    let known: BTreeSet<Box<str>> = ids.collect();
    let ids = IdKeeper::new("questions", |id| both!("two questions are named \"{id}\"", "有两道题都叫 \"{id}\""));
    let mut files = QuestionFiles { standard, known: &known, bank: Bank::default(), ids };
    for ReadFile { validator, spec } in &mut read {
        files.add(validator, spec);
        diagnostics.append(&mut validator.take_diagnostics());
    }
    (files.bank, diagnostics)
}

/// What the files read so far hold.
struct QuestionFiles<'k, 's> {
    standard: &'k Standard,
    known: &'k BTreeSet<Box<str>>,
    bank: Bank,
    ids: IdKeeper<'s>,
}

impl<'s> QuestionFiles<'_, 's> {
    fn add(&mut self, validator: &mut Validator<'s>, spec: &QuestionsSpec) {
        self.section(validator, &spec.section);
        let list = SourcePath::FILE.field("questions");
        for (index, question) in spec.questions.iter().enumerate() {
            let at = list.item(index);
            let before = validator.diagnostics.len();
            let valid = QuestionReader { validator, standard: self.standard, questions: self.known, slots: Vec::new() }
                .question(&at, question);
            self.ids.keep_apart(validator, &question.id, index);
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
}
