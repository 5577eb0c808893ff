//! Whether what a learner did is on the disk: the one truth from which every farewell, mark, line on standard error and
//! exit code is made.

use super::error::StoreError;

/// How the saves of a learner stand. It lasts until the next thing that is written, or tried.
#[derive(Clone, Debug, Default)]
pub struct SaveState {
    pub(super) why: Option<StoreError>,
    pub(super) unsaved: usize,
}

impl SaveState {
    /// Why nothing new comes to the disk at present; none while all is well.
    pub fn why(&self) -> Option<&StoreError> {
        self.why.as_ref()
    }

    /// Why something that the learner did is not on the disk; none where everything is, or nothing was done.
    pub fn unsaved(&self) -> Option<&StoreError> {
        self.why().filter(|_| self.unsaved > 0)
    }
}
