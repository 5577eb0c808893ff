//! The screens, one a file, and how they hand over to each other.

pub(super) mod best_line;
pub(super) mod briefing;
pub(super) mod debrief;
pub(super) mod help;
pub(super) mod history;
pub(super) mod home;
pub(super) mod learners;
pub(super) mod list;
pub(super) mod log;
pub(super) mod navigation;
pub(super) mod palette;
pub(super) mod play;
pub(super) mod preview;
mod search;
pub(super) mod standard;
pub(super) mod welcome;

use super::action::Action;
use super::canvas::Canvas;
use super::frame::{self, ScreenFrame};
use super::keys::KeyContext;
use super::ui_context::UiContext;
use navigation::{Destination, Navigation};
use ratatui::layout::Rect;

/// What is on the screen. One at a time.
#[derive(Debug)]
pub(super) enum Screen {
    Welcome(welcome::WelcomeScreen),
    Home(home::HomeScreen),
    Learners(learners::LearnersScreen),
    List(list::ListScreen),
    Briefing(briefing::BriefingScreen),
    Play(play::PlayScreen),
    Log(log::LogScreen),
    Standard(standard::StandardScreen),
    Help(help::HelpScreen),
    Debrief(debrief::DebriefScreen),
    BestLine(best_line::BestLineScreen),
    History(history::HistoryScreen),
    Palette(palette::PaletteScreen),
    Preview(preview::PreviewScreen),
}

/// Calls the same function of whichever screen it is.
macro_rules! each {
    ($screen:expr, $inner:ident => $call:expr) => {
        match $screen {
            Screen::Welcome($inner) => $call,
            Screen::Home($inner) => $call,
            Screen::Learners($inner) => $call,
            Screen::List($inner) => $call,
            Screen::Briefing($inner) => $call,
            Screen::Play($inner) => $call,
            Screen::Log($inner) => $call,
            Screen::Standard($inner) => $call,
            Screen::Help($inner) => $call,
            Screen::Debrief($inner) => $call,
            Screen::BestLine($inner) => $call,
            Screen::History($inner) => $call,
            Screen::Palette($inner) => $call,
            Screen::Preview($inner) => $call,
        }
    };
}

impl Screen {
    /// The screen of a destination.
    pub(super) fn at(destination: Destination, ui: &UiContext) -> Screen {
        match destination {
            Destination::Home => Screen::Home(home::HomeScreen::default()),
            Destination::Learners => Screen::Learners(learners::LearnersScreen::default()),
            Destination::List => Screen::List(list::ListScreen::default()),
            Destination::Briefing(scenario) => Screen::Briefing(briefing::BriefingScreen::new(scenario, ui)),
            Destination::Play(play) => Screen::Play(play::PlayScreen::new(*play)),
            Destination::Log(play) => Screen::Log(log::LogScreen::new(&play)),
            Destination::Standard(None) => Screen::Standard(standard::StandardScreen::new(ui)),
            Destination::Standard(Some(id)) => Screen::Standard(standard::StandardScreen::at(id, ui)),
            Destination::Help(context) => Screen::Help(help::HelpScreen::new(context)),
            Destination::Debrief(play) => Screen::Debrief(debrief::DebriefScreen::new(*play)),
            Destination::BestLine(from) => Screen::BestLine(best_line::BestLineScreen::new(from)),
            Destination::History => Screen::History(history::HistoryScreen::default()),
            Destination::Palette => Screen::Palette(palette::PaletteScreen::default()),
            Destination::Preview { file, seed, choices } => {
                Screen::Preview(preview::PreviewScreen::new(file, seed, choices))
            }
        }
    }

    pub(super) fn key_context(&self) -> KeyContext {
        each!(self, screen => screen.key_context())
    }

    /// Does what was asked for.
    pub(super) fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        each!(self, screen => screen.act(action, ui))
    }

    /// Makes ready what is drawn: rows are broken here, once, and not while drawing.
    pub(super) fn arrange(&mut self, ui: &mut UiContext) {
        each!(self, screen => screen.arrange(ui));
    }

    /// Draws the screen with everything around it.
    pub(super) fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let mut frame: ScreenFrame = each!(self, screen => screen.frame(ui));
        frame.notice = ui.notice.clone();
        frame.draw(canvas, self.key_context(), self.column(ui), &ui.words);
        each!(self, screen => screen.draw(canvas, ui));
    }

    /// What was pasted, for screens with a field.
    pub(super) fn paste(&mut self, words: &str, ui: &mut UiContext) {
        match self {
            Screen::Welcome(screen) => screen.paste(words),
            Screen::Learners(screen) => screen.paste(words),
            Screen::List(screen) => screen.paste(words, ui),
            Screen::Standard(screen) => screen.paste(words, ui),
            Screen::Palette(screen) => screen.paste(words, ui),
            Screen::Home(_)
            | Screen::Briefing(_)
            | Screen::Play(_)
            | Screen::Log(_)
            | Screen::Help(_)
            | Screen::Debrief(_)
            | Screen::BestLine(_)
            | Screen::History(_)
            | Screen::Preview(_) => {}
        }
    }

    /// Whether this is a play that stands before a choice.
    pub(super) fn is_under_way(&self) -> bool {
        matches!(self, Screen::Play(screen) if !screen.play.session().is_over())
    }

    /// The preview, if this is it.
    pub(super) fn as_preview(&mut self) -> Option<&mut preview::PreviewScreen> {
        match self {
            Screen::Preview(preview) => Some(preview),
            _ => None,
        }
    }

    fn column(&self, ui: &UiContext) -> Rect {
        match self {
            Screen::Play(play) => play.column(ui),
            Screen::Debrief(debrief) => debrief.column(ui),
            Screen::Preview(preview) => preview.column(ui),
            Screen::Standard(_) => frame::wide_column(ui.size),
            Screen::Welcome(_)
            | Screen::Home(_)
            | Screen::Learners(_)
            | Screen::List(_)
            | Screen::Briefing(_)
            | Screen::Log(_)
            | Screen::Help(_)
            | Screen::BestLine(_)
            | Screen::History(_)
            | Screen::Palette(_) => frame::column(ui.size),
        }
    }
}
