//! What rows were laid out for. A screen keeps its key beside its rows, and makes them anew only when the key changes.

use super::theme::Theme;
use super::ui_context::UiContext;
use crate::base::text::Lang;

/// The language, the window and the theme, and whatever else shapes the rows of one screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LayoutKey<Shown = ()> {
    lang: Lang,
    size: (u16, u16),
    theme: Theme,
    shown: Shown,
}

impl LayoutKey {
    /// For rows that depend on nothing but the language, the window and the theme.
    pub(super) fn of(ui: &UiContext) -> LayoutKey {
        LayoutKey::showing((), ui)
    }
}

impl<Shown> LayoutKey<Shown> {
    pub(super) fn showing(shown: Shown, ui: &UiContext) -> LayoutKey<Shown> {
        LayoutKey { lang: ui.lang(), size: ui.size, theme: ui.theme, shown }
    }
}
