//! A debrief as a document to keep: its name and its text. The store writes it.

use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::ui_effect::Export;
use crate::play::debrief::Debrief;
use crate::record::play_origin::PlayOrigin;
use crate::report::debrief::{DebriefDocument, html, markdown};
use crate::speech::remarks::remarks;
use crate::trainer::recorded_play::{RecordedPlay, RunKind};

/// What a debrief is written on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paper {
    Html,
    Markdown,
}

/// The document of a run, in the language of the session.
pub(super) fn copy(play: &RecordedPlay, review: &Debrief, paper: Paper, ui: &UiContext) -> Export {
    let scenario = play.session().scenario();
    let circumstances = ui.circumstances(play);
    let remarks = remarks(&ui.words, &circumstances);
    let origin = PlayOrigin::new(Some(ui.player().to_owned()), play.attempt(), &circumstances);
    let branch = match play.kind() {
        RunKind::Scored => String::new(),
        RunKind::Retry => format!("-run{}", play.run_number()),
    };
    let narrator = ui.narrator(scenario);
    let (session, standard) = (play.session(), narrator.standard);
    let document = DebriefDocument { session, standard, debrief: review, origin: Some(&origin), remarks: &remarks };
    let (ending, text) = match paper {
        Paper::Html => ("html", html::render(&document, &narrator)),
        Paper::Markdown => ("md", markdown::render(&document, &narrator)),
    };
    let lang = ui.lang();
    Export { name: format!("{}-{}{branch}.{}.{ending}", play.id(), scenario.id, lang.tag()), text }
}
