//! What happens in a sitting.

use super::paper::{ExamPaper, PaperItem};
use crate::base::chance::Seed;
use crate::base::text::Lang;
use jiff::Timestamp;
use std::time::Duration;

/// One event, and when it happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SittingLine {
    /// What the clock on the wall said; whole milliseconds.
    pub at: Timestamp,
    /// How much of the time was used by then; whole milliseconds. It never falls.
    pub used: Duration,
    /// What happened.
    pub what: SittingEvent,
}

/// What happens in a sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SittingEvent {
    /// It was begun, before the first question was seen. It is the first event, and no other is like it.
    Begun(Box<SittingBegun>),
    /// It was gone on with after the program had ended.
    Resumed,
    /// A question was shown; its place on the paper, from 0.
    Shown(usize),
    /// A question was answered, or answered anew.
    Answered {
        /// Its place on the paper.
        item: usize,
        /// What was chosen.
        reply: ItemReply,
    },
    /// A question was marked to come back to, or the mark was taken away.
    Flagged {
        /// Its place on the paper.
        item: usize,
        /// Whether it is marked now.
        on: bool,
    },
    /// A scenario was begun; its place on the paper.
    VisitBegun(usize),
    /// A choice was taken.
    Chose {
        /// The place of the scenario on the paper.
        visit: usize,
        /// The id of the choice.
        choice: Box<str>,
    },
    /// The scenario was given up before its end.
    VisitLeft(usize),
    /// A further form was drawn, because the first left it open. More time was given for it.
    Further {
        /// Its questions.
        items: Vec<PaperItem>,
        /// How many minutes more.
        minutes: u32,
        /// The hash of what decides about right and wrong on the whole paper from here on; none in older records.
        key_hash: Option<Box<str>>,
    },
    /// It is over.
    Closed(ClosedBecause),
    /// A proctor was there just then, and gave this code. Only her issuer can tell whether it is hers.
    Witnessed {
        /// Her name.
        proctor: Box<str>,
        /// What she gave.
        code: Box<str>,
    },
}

/// What was chosen in each step of a question: places in the list as it was shown, from 0.
pub type ItemReply = Vec<Vec<usize>>;

/// Why a sitting is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosedBecause {
    /// The candidate handed it in.
    HandedIn,
    /// The time was up.
    TimeUp,
}

/// How a sitting begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SittingBegun {
    /// The id of the exam.
    pub exam: Box<str>,
    /// The candidate, by name.
    pub candidate: Box<str>,
    /// The language it was begun in.
    pub language: Lang,
    /// What the order of answers comes from.
    pub seed: Seed,
    /// What is met.
    pub paper: ExamPaper,
    /// How many minutes there are, without those below.
    pub minutes: u32,
    /// How many minutes more this candidate was given.
    pub extra_minutes: u32,
    /// The hash of what decides about right and wrong on this paper, words apart.
    pub key_hash: Box<str>,
    /// The hash of the standard.
    pub standard_hash: Box<str>,
    /// The edition of the rules of judging.
    pub rules: u32,
    /// The proctor who is to open it, by name.
    pub proctor: Option<Box<str>>,
}
