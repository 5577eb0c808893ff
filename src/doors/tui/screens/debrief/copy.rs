//! A debrief as a document to keep: its name and its text. The store writes it.

use crate::doors::tui::action::Export;
use crate::doors::tui::recorded_play::{RecordedPlay, RunKind};
use crate::doors::tui::ui_context::UiContext;
use crate::play::debrief::Debrief;
use crate::report::{Sheet, html, markdown};
use crate::tr;

/// What a debrief is written on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paper {
    Html,
    Markdown,
}

/// The document of a run, in the language of the session; none where the run has no number to be named by.
pub(super) fn copy(run: &RecordedPlay, review: &Debrief, paper: Paper, ui: &UiContext) -> Option<Export> {
    let number = run.number?;
    let scenario = run.session.scenario();
    let mut sheet = Sheet::new(&ui.narrator(scenario), &run.session, review);
    let branch = match run.leg {
        RunKind::Scored => String::new(),
        RunKind::Retry => {
            sheet.diagnostics.push(tr!(ui.words, "first-run-counts"));
            format!("-run{}", run.endings())
        }
    };
    let (ending, text) = match paper {
        Paper::Html => ("html", html::debrief(&sheet)),
        Paper::Markdown => ("md", markdown::debrief(&sheet)),
    };
    let lang = ui.lang();
    Some(Export { name: format!("{number}-{}{branch}.{}.{ending}", scenario.id, lang.tag()), text })
}
