//! What a table of questions is made of.

/// The columns of a table before those of the options, and how many options a row has room for: `report/questions` writes such
/// tables.
pub const COLUMNS: [&str; 9] = ["id", "tests", "language", "kind", "holds", "with", "ask", "claim", "why"];
/// How many options, steps, pairs or lines a question may have.
pub const OPTIONS: usize = 8;
