//! Pieces that more than one screen draws.

pub(super) mod choices;
pub(super) mod curve;
pub(super) mod field;
pub(super) mod lesson_page;
pub(super) mod long_field;
pub(super) mod meter;
pub(super) mod requirement;
pub(super) mod rows;
pub(super) mod story;
