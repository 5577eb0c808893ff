//! The ids of what a standard is made of.

use crate::base::ids::ids;

ids!(
    /// A section by its place in the standard.
    SectionId(u16),
    /// A clause by its place in the standard.
    ClauseId(u16),
    /// A requirement by its place in the standard.
    RequirementId(u16),
    /// A dimension by its place in the standard.
    DimensionId(u16)
);
