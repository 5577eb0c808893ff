//! A debrief as a document to keep: its name and its text. The store writes it.

use super::{DebriefDocument, html, markdown};
use crate::play::debrief::Debrief;
use crate::record::circumstances::Circumstances;
use crate::record::play_origin::PlayOrigin;
use crate::speech::narration::Narrator;
use crate::speech::remarks::remarks;
use crate::trainer::recorded_play::{RecordedPlay, RunKind};

/// What a debrief is written on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// One page that stands alone.
    Html,
    /// Text with headings and lists.
    Markdown,
}

/// A document that a learner keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// A file name without folders.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// The document of a run, in the language of its narrator.
pub fn copy(
    play: &RecordedPlay,
    review: &Debrief,
    paper: Paper,
    circumstances: &Circumstances,
    narrator: &Narrator,
) -> Export {
    let scenario = play.session().scenario();
    let remarks = remarks(narrator.words, circumstances);
    let learner = (!narrator.player.is_empty()).then(|| narrator.player.to_owned());
    let origin = PlayOrigin::new(learner, play.attempt(), circumstances);
    let branch = match play.kind() {
        RunKind::Scored => String::new(),
        RunKind::Retry => format!("-run{}", play.run_number()),
    };
    let (session, standard) = (play.session(), narrator.standard);
    let document = DebriefDocument { session, standard, debrief: review, origin: Some(&origin), remarks: &remarks };
    let (ending, text) = match paper {
        Paper::Html => ("html", html::render(&document, narrator)),
        Paper::Markdown => ("md", markdown::render(&document, narrator)),
    };
    let lang = narrator.words.lang();
    Export { name: format!("{}-{}{branch}.{}.{ending}", play.id(), scenario.id, lang.tag()), text }
}
