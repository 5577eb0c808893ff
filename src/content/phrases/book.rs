//! All phrases of a pack, by id and by what they ask for.

use super::phrase::{SpokenPhrase, TestReply};
use crate::base::diagnostic::Location;
use crate::content::notation::{Source, SourcePath};
use crate::content::standard::{RequirementId, SectionId, Standard};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The phrases of a pack, in the order of their files.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct PhraseBook {
    /// All of them.
    pub phrases: Vec<Arc<SpokenPhrase>>,
    /// The replies that test them; none in packed content, which was tested before.
    #[serde(skip)]
    pub tests: Vec<PhraseTests>,
}

/// The replies that test one phrase.
#[derive(Clone, Debug)]
pub struct PhraseTests {
    /// The phrase.
    pub phrase: Arc<SpokenPhrase>,
    /// Good and bad ones, in the order of the file.
    pub replies: Vec<TestReply>,
    pub(super) source: Source,
    pub(super) index: usize,
}

impl PhraseTests {
    /// The file in which they stand.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Where one of the replies stands.
    pub fn place(&self, reply: &TestReply) -> Location {
        let (entry, item) = reply.place;
        let list = SourcePath::FILE.field("phrases");
        let phrase = list.item(self.index);
        let side = phrase.field(if reply.is_good { "good" } else { "bad" });
        self.source.place(&side.entry(entry, reply.lang.tag()).item(item))
    }
}

impl PhraseBook {
    /// The phrase of this id.
    pub fn find(&self, id: &str) -> Option<&Arc<SpokenPhrase>> {
        self.phrases.iter().find(|phrase| *phrase.id == *id)
    }

    /// The sections that have phrases, in the order of the standard, each with how many.
    pub fn sections(&self, standard: &Standard) -> Vec<(SectionId, usize)> {
        let mut counts = BTreeMap::new();
        for id in self.phrases.iter().filter_map(|phrase| phrase.requirements.first()) {
            *counts.entry(standard.requirement(*id).section).or_default() += 1;
        }
        counts.into_iter().collect()
    }

    /// Those of one section.
    pub fn of_section(&self, standard: &Standard, section: SectionId) -> impl Iterator<Item = &Arc<SpokenPhrase>> {
        let of = move |id: &RequirementId| standard.requirement(*id).section == section;
        self.phrases.iter().filter(move |phrase| phrase.requirements.first().is_some_and(of))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }
}
