//! What the app asks of the outside; what comes of it is a [`UiEvent`](super::UiEvent).

use crate::base::text::Lang;
use crate::record::attempt::AttemptId;
use crate::record::summary::JudgedResult;
use crate::trainer::recorded_play::KeepAttempt;
use crate::trainer::solve::SolveRequest;

/// Something to be done.
#[derive(Clone, Debug)]
pub(super) enum UiEffect {
    ListLearners,
    /// Opens the learner of this name, and makes one if there is none.
    Open {
        name: String,
        language: Lang,
    },
    /// Changes who is known.
    Change(LearnerChange),
    Keep(KeepAttempt),
    /// The moves of these plays, which are not at hand.
    Fetch(Vec<AttemptId>),
    /// What a play came to that was judged anew.
    Note(AttemptId, JudgedResult),
    /// The learner wants this language from now on.
    Remember(Lang),
    /// The learner wants clicks to be taken, or not, from now on.
    RememberMouse(bool),
    /// Something for the solver; it may take a second and is answered later.
    Solve(SolveRequest),
    /// A document for the learner's own folder.
    Export(Box<Export>),
    /// Looks at the file of the preview.
    Look,
    /// Draws everything anew.
    Repaint,
    /// Stops the program, back to the shell.
    Suspend,
    Quit,
}

/// What can be done to a learner from the list of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LearnerChange {
    Rename {
        from: String,
        to: String,
    },
    /// All plays of one go to the other.
    Merge {
        from: String,
        into: String,
    },
    Delete {
        name: String,
    },
}

impl LearnerChange {
    /// Whether somebody of this name is changed by it.
    pub(super) fn concerns(&self, name: &str) -> bool {
        match self {
            LearnerChange::Rename { from, .. } => from == name,
            LearnerChange::Merge { from, into } => from == name || into == name,
            LearnerChange::Delete { name: own } => own == name,
        }
    }

    /// Who is there afterwards in the place of whom it concerns.
    pub(super) fn whoever_stays(&self) -> Option<&str> {
        match self {
            LearnerChange::Rename { to, .. } => Some(to),
            LearnerChange::Merge { into, .. } => Some(into),
            LearnerChange::Delete { .. } => None,
        }
    }
}

/// A document that a learner keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Export {
    /// A file name without folders.
    pub name: String,
    pub text: String,
}
