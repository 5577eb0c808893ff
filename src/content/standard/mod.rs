//! The service standard: tiers, sections, clauses and their atomic requirements, as typed and valid.
//!
//! Nothing here knows what the standard is about: another organisation brings its own files.

mod ids;
mod kinds;
mod parts;
mod whole;
mod spec;
mod links;
mod pattern_fault;
mod element_reader;
mod slot_forms;
mod validate;

pub use ids::{ClauseId, DimensionId, RequirementId, SectionId};
pub use kinds::{FactKind, HOUSE, Kind, Nature, Protects, Tier, Weight};
pub use parts::{Clause, Dimension, Element, ElementNeed, Fact, PLAYER_SLOT, Requirement, Section};
pub use pattern_fault::{MOST_READINGS, pattern_fault};
pub(crate) use slot_forms::read_forms;
pub use slot_forms::{SlotForms, ValuedSlot};
pub use validate::validate;
pub use whole::{Standard, is_below};
