//! A debrief as a document to keep: its name and its text. The store writes it.

use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::ui_effect::Export;
use crate::play::debrief::Debrief;
use crate::report::debrief::{DebriefWording, html, markdown};
use crate::tr;
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
    let mut sheet = DebriefWording::new(&ui.narrator(scenario), play.session(), review);
    let branch = match play.kind() {
        RunKind::Scored => String::new(),
        RunKind::Retry => {
            sheet.diagnostics.push(tr!(ui.words, "first-run-counts"));
            format!("-run{}", play.endings())
        }
    };
    let (ending, text) = match paper {
        Paper::Html => ("html", html::debrief(&sheet)),
        Paper::Markdown => ("md", markdown::debrief(&sheet)),
    };
    let lang = ui.lang();
    Export { name: format!("{}-{}{branch}.{}.{ending}", play.id(), scenario.id, lang.tag()), text }
}
