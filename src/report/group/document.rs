//! What there is to say of a group.

use crate::content::scenario::Pack;
use crate::trainer::group::GroupReport;

/// A group, with what it is about.
pub struct GroupDocument<'p> {
    /// What was done.
    pub report: &'p GroupReport,
    /// What there is to know and to play.
    pub pack: &'p Pack,
    /// Whether it is of one learner who was asked for: then every play is told.
    pub is_one: bool,
}
