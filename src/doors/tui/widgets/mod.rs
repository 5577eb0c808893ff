//! Pieces that more than one screen draws.

pub mod curve;
pub mod field;
pub mod meter;
pub mod rows;
pub mod story;
