//! A script that can be played: every name in it is there.

use super::script::ValidStep;
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::content::notation::Source;
use crate::content::scenario::{Packed, Scenario};
use crate::content::standard::Standard;
use std::sync::Arc;

/// A play as an author wrote it down. Only validating a script makes one.
#[derive(Clone, Debug)]
pub struct Playscript {
    /// The text it was read from.
    pub source: Source,
    /// What is played.
    pub scenario: Arc<Scenario>,
    /// What judges the play.
    pub standard: Packed<Standard>,
    /// The dice of the play: those that the script names, or that give what it names.
    pub seed: Seed,
    /// The language that the play is told in.
    pub language: Lang,
    /// The chances whose outcome the script decides itself, by seed or by name.
    pub(super) chances: Vec<Box<str>>,
    pub(super) steps: Vec<ValidStep>,
}
