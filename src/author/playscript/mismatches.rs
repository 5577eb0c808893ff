//! All that is wrong with one script, gathered while it is read and validated, each at its place in the text.

use super::mismatch::Mismatch;
use super::token::Word;
use crate::base::bilingual::Bilingual;
use crate::content::notation::Source;
use std::ops::Range;

/// What was found wrong so far.
pub(super) struct Mismatches<'s> {
    source: &'s Source,
    found: Vec<Mismatch>,
}

impl<'s> Mismatches<'s> {
    pub(super) fn new(source: &'s Source) -> Mismatches<'s> {
        Mismatches { source, found: Vec::new() }
    }

    /// The bytes `at` of the text cannot be read, or name what is not there.
    pub(super) fn add(&mut self, at: Range<usize>, message: impl Into<Bilingual>, help: impl Into<Bilingual>) {
        self.found.push(Mismatch::written(self.source.place_at(at), message).help(help));
    }

    /// The same of one word.
    pub(super) fn add_at(&mut self, word: &Word, message: impl Into<Bilingual>, help: impl Into<Bilingual>) {
        self.add(word.at.clone(), message, help);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.found.len()
    }

    pub(super) fn into_vec(self) -> Vec<Mismatch> {
        self.found
    }
}
