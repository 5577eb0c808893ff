//! The texts of a pack for whoever translates them. Each format is read again by `author/strings/read`.

pub mod csv;
pub mod po;
pub mod xliff;
