//! Which file a part was written in, and as which entry: all that a part remembers of its source.

use super::ids::FragmentId;
use serde::{Deserialize, Serialize};

/// One of the files that a scenario is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum SourceFile {
    /// The scenario's own.
    #[default]
    Own,
    /// That of a fragment which it calls.
    Fragment(FragmentId),
}

impl SourceFile {
    /// The fragment, where it is a fragment's.
    pub fn fragment(self) -> Option<FragmentId> {
        match self {
            SourceFile::Own => None,
            SourceFile::Fragment(id) => Some(id),
        }
    }
}

/// Where a part was written: the file and the entry's index there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The file.
    pub file: SourceFile,
    /// Which entry of its list, from 0.
    pub index: usize,
}
