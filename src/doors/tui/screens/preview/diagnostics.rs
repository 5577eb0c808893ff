//! What is wrong with the newest version: a few rows beside or below the play, and the whole list.

use super::{Areas, PreviewScreen};
use crate::base::diagnostic::{Diagnostic, Severity};
use crate::doors::tui::frame;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::speech::messages::Messages;
use crate::tr;

impl PreviewScreen {
    pub(super) fn lay_out_diagnostics(&mut self, ui: &UiContext) {
        let areas = Areas::of(ui.size, usize::MAX);
        // Below the play only what stops it may take its room; warnings wait behind F5.
        let calm = !areas.beside && self.preview.counts().0 == 0 && self.preview.stopped().is_none();
        let height = if calm { 2 } else { usize::from(areas.pane.height) };
        let width = usize::from(areas.pane.width);
        let mut rows = Paragraph::new(Tone::Strong, self.verdict(ui)).rows(width, ui.theme);
        if let Some(stopped) = self.preview.stopped() {
            let text = tr!(
                ui.words,
                "preview-stopped",
                at = stopped.at,
                all = stopped.of,
                choice = stopped.closed.wanted.to_string()
            );
            rows.extend(Paragraph::new(Tone::Bad, text).indented(0, 2).rows(width, ui.theme));
        }
        for diagnostic in self.preview.diagnostics() {
            if rows.len() >= height {
                break;
            }
            if areas.beside {
                rows.push(Row::default());
            }
            rows.extend(told(diagnostic, &ui.words).rows(width, ui.theme));
            if !diagnostic.help.is_empty() {
                let help = Paragraph::new(Tone::Dim, diagnostic.help.clone()).indented(2, 2);
                rows.extend(help.rows(width, ui.theme));
            }
        }
        rows.truncate(height);
        self.pane = rows;
        let width = usize::from(frame::column(ui.size).width - 2);
        let whole = |diagnostic: &Diagnostic| {
            let mut rows = told(diagnostic, &ui.words).rows(width, ui.theme);
            let mut more = |words: &str| {
                rows.extend(Paragraph::new(Tone::Dim, words).indented(2, 2).rows(width, ui.theme));
            };
            if !diagnostic.help.is_empty() {
                more(&diagnostic.help);
            }
            if let Some(witness) = &diagnostic.witness {
                more(&tr!(ui.words, "preview-shown-by", choices = witness.choices.join(", ")));
            }
            rows.push(Row::default());
            rows
        };
        self.list = self.preview.diagnostics().iter().map(whole).collect();
    }

    /// How the newest version stands, in one line.
    pub(super) fn verdict(&self, ui: &UiContext) -> String {
        let words = &ui.words;
        let (errors, others) = self.preview.counts();
        let version = self.preview.versions();
        let head = match (version, self.preview.is_newest(), self.preview.session()) {
            (0, ..) => return tr!(words, "preview-reading", file = self.short_name()),
            (_, false, Some(_)) => tr!(words, "preview-older"),
            (..) => tr!(words, "preview-version", number = version),
        };
        let mut parts = vec![head];
        match (errors + others, self.preview.is_checked()) {
            (0, true) => parts.push(tr!(words, "preview-clean")),
            (0, false) => {}
            (..) => {
                parts.extend((errors > 0).then(|| tr!(words, "preview-errors", errors = errors)));
                parts.extend((others > 0).then(|| tr!(words, "preview-others", others = others)));
            }
        }
        if !self.preview.is_checked() {
            parts.push(tr!(words, "preview-checking"));
        }
        parts.join(ui.theme.between())
    }

    fn short_name(&self) -> &str {
        self.file.rsplit(['/', '\\']).next().unwrap_or(&self.file)
    }
}

/// A finding without its help. Its file is named only where it is not the scenario's own.
fn told(diagnostic: &Diagnostic, words: &Messages) -> Paragraph {
    let (tone, kind) = match diagnostic.severity {
        Severity::Error => (Tone::Bad, tr!(words, "finding-error")),
        Severity::Warning => (Tone::Strong, tr!(words, "finding-warning")),
        Severity::Note => (Tone::Dim, tr!(words, "finding-note")),
    };
    let place = &diagnostic.place;
    let place = format!(" {}:{} {}  ", place.line, place.column, diagnostic.code);
    Paragraph::new(tone, kind).and(Tone::Dim, place).and(Tone::Plain, diagnostic.message.clone()).indented(0, 2)
}
