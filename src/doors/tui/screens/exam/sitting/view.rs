//! What of a sitting is on the screen, and what can be chosen there.

use crate::content::scenario::ChoiceId;

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SittingView {
    /// A proctor's code is asked for, before the first question or after the last.
    Code,
    Overview,
    /// This question.
    Item(usize),
    /// The scenario that is open.
    Visit,
    /// Whether something is really meant.
    Sure(SureOf),
    TimeUp,
    Result,
}

/// What is asked about before it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SureOf {
    HandIn,
    /// To begin this scenario.
    Begin(usize),
    /// To give the open scenario up.
    Leave,
}

/// Something to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SittingEntry {
    Item(usize),
    Visit(usize),
    HandIn,
    Answer(usize),
    /// What was picked of several is all.
    AllPicked,
    Choice(ChoiceId),
    /// The scenario came to its end.
    VisitOver,
    No,
    Yes(SureOf),
    ToResult,
    Further,
    Code,
    Away,
}
