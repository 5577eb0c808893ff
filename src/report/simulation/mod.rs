//! What became of a crowd of simulated players.

mod document;
pub mod json;
pub mod text;

pub use document::SimulationDocument;
