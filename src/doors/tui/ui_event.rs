//! Everything that the outside tells the app, in one type: keys and clicks, the window, answers of work that was done
//! aside, and what became of an effect. A plain value, so that the app is the same behind a terminal, a script of a test
//! and later a remote session.

use super::exam_exchange::{ExamTold, ExamsKnown};
use super::keys::Key;
use super::theme::{Colours, Glyphs};
use crate::author::preview::PreviewVersion;
use crate::base::bilingual::Bilingual;
use crate::base::chance::Seed;
use crate::base::diagnostic::Diagnostic;
use crate::base::text::Lang;
use crate::doors::learner_change::LearnerChange;
use crate::record::attempt::{Attempt, AttemptId};
use crate::record::day::Day;
use crate::record::history::History;
use crate::record::journal::JournalEvent;
use crate::store::{SaveState, StoreError};
use crate::trainer::learning::Learning;
use crate::trainer::solve::SolveResponse;
use jiff::Timestamp;
use std::sync::Arc;
use std::time::Duration;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum UiEvent {
    Key(Key),
    Click {
        x: u16,
        y: u16,
    },
    /// Rows, downwards.
    Wheel(i8),
    Paste(String),
    /// The window in cells.
    Resized(u16, u16),
    /// What the terminal's background allows.
    Colours(Colours),
    /// What the terminal draws one cell wide.
    Glyphs(Glyphs),
    /// The solver found something out.
    Solved(SolveResponse),
    /// The file of the preview says something else now.
    Version(Box<PreviewVersion>),
    /// What playing the version with this number in every way has found.
    Checked {
        version: usize,
        diagnostics: Vec<Diagnostic>,
    },
    /// Look at the file of the preview now, and play it in every way before the next picture, so that a test knows when.
    Look,
    /// A learner was opened, or why not.
    Opened(Result<Box<OpenedLearner>, StoreError>),
    /// Somebody was renamed, merged or deleted, or why not.
    LearnersChanged(Result<LearnerChange, StoreError>),
    /// Nobody is here any more: whoever was is deleted.
    Closed,
    /// Everybody known, the one who played last first.
    Learners(Vec<String>),
    /// A document was written: the path of the file, or why there is none.
    Exported(Result<String, Bilingual>),
    /// Plays with their moves, or why they cannot be read.
    Fetched(Vec<(AttemptId, Result<Arc<Attempt>, Bilingual>)>),
    /// What was added to the journal, and the day that it is.
    Learnt(Vec<JournalEvent>, Day),
    /// How the saves of the learner stand now.
    Saves(SaveState),
    /// Something that the learner should know, such as a save that failed.
    Notice(Bilingual),
    /// What there is to tell of a sitting.
    Exam(ExamTold),
    /// A play of a group; none where it cannot be read any more.
    Shown(Option<Arc<Attempt>>),
    /// What became of the sentence of this number that was to be accepted.
    Accepted(usize, Result<Bilingual, Bilingual>),
    /// Time went by, and nothing else happened.
    Tick,
    /// The program is to stop, and to go on later: a signal says so.
    Stop,
    /// It goes on, and what it drew may be gone.
    GoneOn,
    /// It cannot stop: no shell would take over.
    CannotStop,
    /// A signal came, the terminal is gone, or a script is at its end.
    Leave,
}

impl UiEvent {
    /// Whether it comes from a hand.
    pub(super) fn is_input(&self) -> bool {
        matches!(self, UiEvent::Key(_) | UiEvent::Click { .. } | UiEvent::Wheel(_) | UiEvent::Paste(_))
    }
}

/// A learner who was opened.
#[derive(Clone, Debug)]
pub struct OpenedLearner {
    pub name: String,
    pub language: Lang,
    /// Whether clicks are taken.
    pub mouse: bool,
    /// What was played so far.
    pub history: History,
    /// What is known so far.
    pub learning: Learning,
    /// What is known of the exams.
    pub exams: ExamsKnown,
}

/// What the outside alone knows, at the moment of an event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Now {
    pub time: Timestamp,
    /// A seed that nobody used yet.
    pub seed: Seed,
    /// What the program's own clock counted since the session began: nobody can move it.
    pub counted: Duration,
}
