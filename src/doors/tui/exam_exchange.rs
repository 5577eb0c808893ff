//! What is asked of the place where sittings are kept, and what comes back. The file of a sitting and the learner's folder
//! are there; the rules of a sitting are with the screen.

use crate::base::bilingual::Phrase;
use crate::content::blueprint::Blueprint;
use crate::record::day::Day;
use crate::record::sitting::SittingLine;
use crate::store::StoreError;
use crate::trainer::exam_past::PastSitting;
use crate::trainer::exam_run::{ExamRun, WantedExam};
use std::sync::Arc;

/// Something to be done for a sitting.
#[derive(Clone, Debug)]
pub(super) enum ExamAsked {
    /// Tells what was sat before.
    List,
    /// Begins an exam: its first line is on the disk before it is opened.
    Begin(Arc<Blueprint>, WantedExam),
    /// Goes on with the exam that is open, or with the further form that waits.
    GoOn(Arc<Blueprint>),
    /// Brings an event to the disk.
    Keep(SittingLine),
}

/// What comes back.
#[derive(Clone, Debug)]
pub enum ExamTold {
    /// What was sat before, marked anew, and the day that it is.
    Listed(Arc<Vec<PastSitting>>, Day),
    /// A sitting is under way, or why none is.
    Opened(Result<Box<OpenedExam>, CannotOpenExam>),
    /// An event was brought to the disk, and what a proctor would be told now; or why it is not there.
    Kept(Result<SittingChallenges, StoreError>),
}

/// What the proctor is told who opens a sitting, and who closes it.
pub(super) type SittingChallenges = [String; 2];

/// A sitting that was opened.
#[derive(Clone, Debug)]
pub struct OpenedExam {
    pub run: ExamRun,
    /// What a proctor is told of the record as it stands.
    pub challenges: SittingChallenges,
    /// Whether it was begun before, and its time went on.
    pub is_resumed: bool,
}

/// Why no sitting is opened.
#[derive(Clone, Debug)]
pub enum CannotOpenExam {
    /// No paper can be drawn.
    Short,
    /// It cannot be kept, so it is not begun.
    Unkept(StoreError),
    /// Its record cannot be read, or written on.
    Unread(StoreError),
    /// Its record makes no sense with the content of today.
    Unmarked(Phrase),
}

/// What is known of a learner's exams.
#[derive(Clone, Debug, Default)]
pub struct ExamsKnown {
    /// Whether one is being sat, so that everything else waits.
    pub is_open: bool,
    /// What was sat before, and the day that it is; none where nobody has asked since something changed.
    pub past: Option<(Arc<Vec<PastSitting>>, Day)>,
}
