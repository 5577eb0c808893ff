//! What the app asks of any screen, whichever it is.

use super::navigation::Navigation;
use crate::content::standard::RequirementId;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::ui_context::UiContext;
use ratatui::layout::Rect;

pub(crate) trait Component {
    /// Which part of the table of keys holds here.
    fn key_context(&self) -> KeyContext;

    /// Does what was asked for; an action that means nothing here does nothing.
    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation;

    /// What was pasted, for screens with a field.
    fn paste(&mut self, _words: &str) {}

    /// Makes ready what is drawn: rows are broken here, once, and not while drawing.
    fn arrange(&mut self, _ui: &mut UiContext) {}

    /// What stands around the screen.
    fn frame(&self, ui: &UiContext) -> ScreenFrame;

    /// Where the frame sets its title and its keys.
    fn column(&self, ui: &UiContext) -> Rect {
        frame::column(ui.size)
    }

    /// The requirement that the screen speaks of, where the standard is opened.
    fn cited(&self, _ui: &UiContext) -> Option<RequirementId> {
        None
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext);
}
