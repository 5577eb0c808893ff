//! A playscript as it is typed, line for line: what is played, and what is expected on the way.

use super::token::Word;
use crate::base::chance::Seed;
use crate::content::notation::Source;
use crate::content::scenario::{Comparison, EndingId};
use crate::content::standard::RequirementId;
use crate::play::scoring::Label;
use crate::play::scoring::{EntryKind, Score, Verdict};
use std::ops::Range;

/// A playscript as typed: it could be read, and may still name what is not there.
#[derive(Clone, Debug)]
pub struct Script {
    /// The text it was read from.
    pub source: Source,
    /// The id of the scenario that is played.
    pub scenario: Word,
    /// Under which dice.
    pub dice: DiceSpec,
    /// The tag of the language that the play is told in; the scenario's first where none is named.
    pub language: Option<Word>,
    /// What is chosen and expected, in the order of the file.
    pub steps: Vec<TypedStep>,
}

/// What the dice of the play are.
#[derive(Clone, Debug)]
pub enum DiceSpec {
    /// Those of this seed.
    Seed(Seed),
    /// The first seed that gives these chances these outcomes; nothing named means seed 0.
    Named(Vec<(Word, Word)>),
}

/// A step whose names are words that may mean nothing.
pub type TypedStep = ScriptStep<Word, Word>;

/// A step whose names are all there.
pub(super) type ValidStep = ScriptStep<RequirementId, EndingId>;

/// One thing that a line says. `R` names a requirement and `E` an ending: words as typed, numbers once validated.
#[derive(Clone, Debug)]
pub struct ScriptStep<R, E> {
    /// The bytes that a mismatch points at.
    pub at: Range<usize>,
    /// What is to be done here.
    pub instruction: Instruction<R, E>,
}

/// What a step tells to do.
#[derive(Clone, Debug)]
pub enum Instruction<R, E> {
    /// Take this choice.
    Choose(ChoiceRef),
    /// Look whether this is so.
    Expect(Expectation<R, E>),
}

/// A choice: bare it is an id, in quotation marks it is a part of its words on the screen.
pub type ChoiceRef = Word;

/// What is expected at a moment of a play.
#[derive(Clone, Debug)]
pub enum Expectation<R, E> {
    /// These words were told since the last choice.
    Told(Box<str>),
    /// They were not.
    Untold(Box<str>),
    /// It can be chosen.
    Open(ChoiceRef),
    /// Shown, and not open; with a part of the reason, if it is given.
    Locked(ChoiceRef, Option<Box<str>>),
    /// Not on the screen.
    Hidden(ChoiceRef),
    /// The ledger so far has this entry.
    Entry {
        /// What became of the requirement.
        kind: EntryKind,
        /// Which one.
        requirement: R,
        /// The choice that caused it, if one is named.
        by: Option<ChoiceRef>,
    },
    /// Of the whole play, once it is over.
    Score(Comparison, Score),
    /// The customer's mood as a number.
    Mood(Comparison, i32),
    /// The mood as the screen calls it.
    MoodWord(Word),
    /// Seconds since midnight.
    Clock(Comparison, u32),
    /// The play is over, in this ending.
    Ending(E),
    /// Of the whole play, once it is over.
    Verdict(Verdict),
    /// Of the last choice; none means that nothing else was open.
    Label(Option<Label>),
}
