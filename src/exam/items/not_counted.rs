//! What does not count, and why: told beside the figures.

/// How many of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NotCounted {
    /// Later plays or sittings of the same learner.
    pub repeated: usize,
    /// Sittings that go on.
    pub open: usize,
    /// Plays of older content that cannot be played again, and sittings that cannot have happened.
    pub outdated: usize,
    /// Decisions before which a hint was asked for.
    pub hinted: usize,
    /// Plays of which what follows a move that was taken back does not count.
    pub rewound: usize,
    /// Answers to questions that are not there any more, or are others now.
    pub gone: usize,
    /// Plays that count although the scenario was edited since: every move of them can still be made.
    pub edited: usize,
    /// Plays of scenarios that cannot be solved.
    pub unsolved: usize,
}
