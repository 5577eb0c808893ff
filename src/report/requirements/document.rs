//! A part of the standard.

use crate::content::standard::{RequirementId, Standard};

/// Some requirements of a standard, or all of them, in its order.
pub struct StandardExtract<'s> {
    /// Where they stand.
    pub standard: &'s Standard,
    /// Which they are.
    pub requirements: Vec<RequirementId>,
}

impl<'s> StandardExtract<'s> {
    /// Everything at or below this id; all of the standard for the empty one.
    pub fn below(standard: &'s Standard, path: &str) -> StandardExtract<'s> {
        StandardExtract { standard, requirements: standard.below(path).collect() }
    }
}
