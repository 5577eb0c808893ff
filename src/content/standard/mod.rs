//! The service standard: tiers, sections, clauses and their atomic requirements, as typed and valid.
//!
//! Nothing here knows what the standard is about: another organisation brings its own files.

mod ids;
mod kinds;
mod parts;
mod utterance;
mod said;
mod whole;
mod spec;
mod links;
mod validate;

pub use ids::{ClauseId, DimensionId, RequirementId, SectionId};
pub use kinds::{FactKind, HOUSE, Kind, Nature, Protects, Tier, Weight};
pub use parts::{Clause, Dimension, Element, Fact, Requirement, Section};
pub use said::{PLAYER_SLOT, SlotValue};
pub use utterance::Utterance;
pub use validate::validate;
pub use whole::{Standard, is_below};
