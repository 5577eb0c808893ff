//! What a person can want, what the outside tells, and what the app asks of the outside. Plain values all three, so that
//! the app is the same behind a terminal, a test and later a remote session.

use super::solve::{SolveRequest, SolveResponse};
use crate::author::preview::PreviewVersion;
use crate::base::chance::Seed;
use crate::base::diagnostic::Diagnostic;
use crate::base::text::Lang;
use crate::store::{Attempt, AttemptId};
use jiff::Timestamp;
use tui_input::InputRequest;

/// What a key or a click means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
    /// Takes what is in focus.
    Accept,
    /// One step back, or out.
    Back,
    /// The thing with this number, counted from 1.
    Pick(u8),
    /// The row with this index, as a click says it.
    Row(usize),
    /// So many rows, as a wheel says it.
    Scroll(i8),
    /// A change in a field of text.
    Edit(InputRequest),
    Hint,
    Rewind,
    Log,
    Standard,
    Language,
    Help,
    Palette,
    FreshSeed,
    /// On to the next move that lost something, and back to the one before.
    NextMistake,
    LastMistake,
    BestLine,
    AsHtml,
    AsMarkdown,
    Diagnostics,
    Restart,
    Quit,
}

/// What the outside tells the app.
#[derive(Clone, Debug)]
pub(super) enum Input {
    Action(Action),
    Paste(String),
    /// The window in cells, after [`clamped`](super::clamped).
    Resized(u16, u16),
    /// An answer to [`Effect::Open`].
    Opened(Result<Opened, String>),
    /// An answer to [`Effect::ListLearners`].
    Learners(Vec<String>),
    /// An answer to [`Effect::Begin`].
    Begun(AttemptId),
    /// An answer to [`Effect::Solve`].
    Solved(SolveResponse),
    /// An answer to [`Effect::Export`]: the path of the file, or why there is none.
    Exported(Result<String, String>),
    /// The file of the preview says something else now.
    Version(Box<PreviewVersion>),
    /// What playing the version with this number in every way has found.
    Checked {
        version: usize,
        diagnostics: Vec<Diagnostic>,
    },
    /// Something that the learner should know, such as a save that failed.
    Notice(String),
}

/// A learner who was opened.
#[derive(Clone, Debug)]
pub(super) struct Opened {
    pub name: String,
    pub language: Lang,
    /// The newest first.
    pub attempts: Vec<(AttemptId, Attempt)>,
}

/// What the app asks of the outside.
#[derive(Clone, Debug)]
pub(super) enum Effect {
    ListLearners,
    /// Opens the learner of this name, and makes one if there is none.
    Open {
        name: String,
        language: Lang,
    },
    /// A number for a new attempt.
    Begin,
    Save {
        number: AttemptId,
        attempt: Box<Attempt>,
        urgency: Urgency,
    },
    /// The learner wants this language from now on.
    Remember(Lang),
    /// Something for the solver; it may take a second and is answered later.
    Solve(SolveRequest),
    /// A document for the learner's own folder.
    Export(Box<Export>),
    Quit,
}

/// A document that a learner keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Export {
    /// A file name without folders.
    pub name: String,
    pub text: String,
}

/// When a save must be on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Urgency {
    /// As soon as it can be; play goes on.
    Soon,
    /// Before anything else is shown: in an exam no reply may be seen and taken back by a kill.
    BeforeReply,
}

/// What the outside alone knows, at the moment of an input.
#[derive(Clone, Copy, Debug)]
pub(super) struct Now {
    pub now: Timestamp,
    /// A seed that nobody used yet.
    pub seed: Seed,
}
