//! What the trainer's desk is handed: the group that was read, and what only the outside can do for it.

use crate::base::bilingual::Bilingual;
use crate::record::attempt::Attempt;
use crate::trainer::group::GroupReport;
use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

/// A play with its moves, by the places of its learner and of itself; none where it cannot be read any more.
type ShowPlay = dyn Fn(usize, usize) -> Option<Attempt>;

/// Writes the sentence of a number into its phrase; what was done, or why not.
type AcceptReply = dyn Fn(usize) -> Result<Bilingual, Bilingual>;

/// What the desk asks for.
#[derive(Clone, Copy, Debug)]
pub(super) enum DeskAsked {
    /// A play, to be reviewed: whose, and which.
    Show { learner: usize, play: usize },
    /// The sentence of this number, to be written among the good replies.
    Accept(usize),
}

/// A group to be looked at.
#[derive(Clone)]
pub struct DeskStart {
    /// What it did.
    pub report: Arc<GroupReport>,
    /// A play of it.
    pub show: Rc<ShowPlay>,
    /// Takes a sentence in.
    pub accept: Rc<AcceptReply>,
}

impl fmt::Debug for DeskStart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeskStart").field("learners", &self.report.learners.len()).finish_non_exhaustive()
    }
}
