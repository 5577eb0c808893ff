//! What came of a learner who was written into one file, or taken in from one.

/// A learner as one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedLearner {
    /// The name.
    pub learner: String,
    /// How many plays are in it.
    pub plays: usize,
    /// How many events of the journal are in it.
    pub events: usize,
    /// SHA-256 of all its parts, as its last line says it.
    pub sha256: String,
    /// The whole file.
    pub text: String,
}

/// What one file has brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedLearner {
    /// Who has it now.
    pub learner: String,
    /// Whether nobody of this name was here before.
    pub is_new: bool,
    /// What became of its plays.
    pub plays: ImportedPlays,
    /// How many events of its journal were not here.
    pub events: usize,
}

/// What became of the plays of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportedPlays {
    /// Plays that were not here.
    pub added: usize,
    /// Plays that the file takes further than they were here.
    pub went_on: usize,
    /// Plays that went another way here: both are kept.
    pub parted: usize,
    /// Plays of which everything was here.
    pub known: usize,
}

impl ImportedLearner {
    /// Whether the file has changed anything.
    pub fn is_news(&self) -> bool {
        let ImportedPlays { added, went_on, parted, .. } = self.plays;
        self.is_new || added + went_on + parted + self.events > 0
    }
}
