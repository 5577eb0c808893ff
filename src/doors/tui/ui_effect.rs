//! What the app asks of the outside; what comes of it is a [`UiEvent`](super::UiEvent).

use super::desk_start::DeskAsked;
use super::exam_exchange::ExamAsked;
use crate::base::text::Lang;
use crate::doors::learner_change::LearnerChange;
use crate::record::attempt::AttemptId;
use crate::record::journal::Happened;
use crate::record::summary::JudgedResult;
use crate::report::debrief::Export;
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
    /// What an activity showed, for the journal.
    Learn(Vec<Happened>),
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
    /// Something for a sitting; the picture waits for it.
    Exam(ExamAsked),
    /// Something for the trainer's desk.
    Desk(DeskAsked),
    /// Looks at the file of the preview.
    Look,
    /// Draws everything anew.
    Repaint,
    /// Stops the program, back to the shell.
    Suspend,
    Quit,
}
