//! What is wrong with the newest version, in rows: a few for the pane beside or below the play, and all for the list.

use super::areas::PreviewAreas;
use crate::author::preview::Preview;
use crate::base::diagnostic::{Diagnostic, Severity};
use crate::doors::tui::frame;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::speech::messages::Messages;
use crate::tr;

/// The pane: how the newest version stands, and as many diagnostics as there is room for.
pub(super) fn pane(preview: &Preview, file: &str, ui: &UiContext, room: usize) -> Vec<Row> {
    let areas = PreviewAreas::of(ui.size, usize::MAX);
    // Below the play only what stops it may take its room; warnings wait behind their key.
    let calm = !areas.beside && preview.counts().0 == 0 && preview.stopped().is_none();
    let height = if calm { 2 } else { room };
    let width = usize::from(areas.pane.width);
    let mut rows = Paragraph::new(Tone::Strong, verdict(preview, file, ui)).rows(width, ui.theme);
    if let Some(stopped) = preview.stopped() {
        let text = tr!(
            ui.words,
            "preview-stopped",
            at = stopped.at,
            all = stopped.of,
            choice = stopped.closed.wanted.to_string()
        );
        rows.extend(Paragraph::new(Tone::Bad, text).indented(0, 2).rows(width, ui.theme));
    }
    for diagnostic in preview.diagnostics() {
        if rows.len() >= height {
            break;
        }
        if areas.beside {
            rows.push(Row::default());
        }
        rows.extend(with_help(diagnostic, width, ui));
    }
    rows.truncate(height);
    rows
}

/// The list: each diagnostic with its rows, and the choices that show it.
pub(super) fn list(preview: &Preview, ui: &UiContext) -> Vec<Vec<Row>> {
    let width = usize::from(frame::column(ui.size).width - 2);
    let whole = |diagnostic: &Diagnostic| {
        let mut rows = with_help(diagnostic, width, ui);
        if let Some(witness) = &diagnostic.witness {
            let shown_by = tr!(ui.words, "preview-shown-by", choices = witness.choices.join(", "));
            rows.extend(Paragraph::new(Tone::Dim, shown_by).indented(2, 2).rows(width, ui.theme));
        }
        rows.push(Row::default());
        rows
    };
    preview.diagnostics().iter().map(whole).collect()
}

/// How the newest version stands, in one line.
pub(super) fn verdict(preview: &Preview, file: &str, ui: &UiContext) -> String {
    let words = &ui.words;
    let (errors, others) = preview.counts();
    let head = match (preview.versions(), preview.is_newest(), preview.session()) {
        (0, ..) => return tr!(words, "preview-reading", file = short_name(file)),
        (_, false, Some(_)) => tr!(words, "preview-older"),
        (version, ..) => tr!(words, "preview-version", number = version),
    };
    let mut parts = vec![head];
    if errors + others == 0 {
        parts.extend(preview.is_checked().then(|| tr!(words, "preview-clean")));
    } else {
        parts.extend((errors > 0).then(|| tr!(words, "preview-errors", errors = errors)));
        parts.extend((others > 0).then(|| tr!(words, "preview-others", others = others)));
    }
    parts.extend((!preview.is_checked()).then(|| tr!(words, "preview-checking")));
    parts.join(ui.theme.between())
}

fn short_name(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}

fn with_help(diagnostic: &Diagnostic, width: usize, ui: &UiContext) -> Vec<Row> {
    let mut rows = headline(diagnostic, &ui.words).rows(width, ui.theme);
    if !diagnostic.help.is_empty() {
        let help = Paragraph::new(Tone::Dim, diagnostic.help.in_lang(ui.words.lang())).indented(2, 2);
        rows.extend(help.rows(width, ui.theme));
    }
    rows
}

/// A diagnostic without its help. Its file is named only where it is not the scenario's own.
fn headline(diagnostic: &Diagnostic, words: &Messages) -> Paragraph {
    let (tone, kind) = match diagnostic.severity {
        Severity::Error => (Tone::Bad, tr!(words, "finding-error")),
        Severity::Warning => (Tone::Strong, tr!(words, "finding-warning")),
        Severity::Note => (Tone::Dim, tr!(words, "finding-note")),
    };
    let place = &diagnostic.place;
    let place = format!(" {}:{} {}  ", place.line, place.column, diagnostic.code);
    Paragraph::new(tone, kind)
        .and(Tone::Dim, place)
        .and(Tone::Plain, diagnostic.message.in_lang(words.lang()))
        .indented(0, 2)
}
