//! The app between a key and a picture: input in, effects out, and a drawing that changes nothing. It knows no clock, no
//! chance and no disk.

use super::action::{Action, Effect, Input, Now, Opened};
use super::canvas::Canvas;
use super::frame::{self, draw_too_small};
use super::keys::KeyContext;
use super::recorded_play::RecordedPlay;
use super::screens::briefing::BriefingScreen;
use super::screens::help::HelpScreen;
use super::screens::home::HomeScreen;
use super::screens::learners::LearnersScreen;
use super::screens::palette::PaletteScreen;
use super::screens::play::PlayScreen;
use super::screens::preview;
use super::screens::standard::StandardScreen;
use super::screens::welcome::WelcomeScreen;
use super::screens::{Navigation, Screen};
use super::theme::Theme;
use super::ui_context::UiContext;
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::content::scenario::{Pack, Scenario};
use crate::speech::messages::Messages;
use crate::store::{Mode, Watched};
use crate::tr;
use std::sync::Arc;

pub(super) struct App {
    ui: UiContext,
    /// Where one is, and below it where one came from; never empty.
    screens: Vec<Screen>,
    /// What to open once the learner is known.
    first: Start,
}

/// Where a session begins.
#[derive(Clone, Debug)]
pub enum Start {
    Home,
    /// At a scenario that is being written.
    Preview(Box<Previewing>),
    /// In a play, as the command line asked.
    Play {
        scenario: Arc<Scenario>,
        seed: Option<Seed>,
        mode: Mode,
    },
}

/// What is previewed, and from where.
#[derive(Clone, Debug)]
pub struct Previewing {
    pub watched: Watched,
    pub seed: Seed,
    /// The choices that lead to where the author wants to begin.
    pub way: Vec<Box<str>>,
}

impl App {
    pub(super) fn new(pack: Arc<Pack>, lang: Lang, theme: Theme, size: (u16, u16), start: Start, moment: Now) -> App {
        let ui = UiContext::new(pack, Messages::new(lang), theme, size, moment);
        let screen = match &start {
            Start::Home | Start::Play { .. } => Screen::Welcome(WelcomeScreen::default()),
            Start::Preview(own) => preview::screen(own.watched.name(), own.seed, own.way.clone()),
        };
        App { ui, screens: vec![screen], first: start }
    }

    /// Where keys go.
    pub(super) fn key_context(&self) -> KeyContext {
        self.top().key_context()
    }

    /// Takes an input and tells what is asked of the outside.
    pub(super) fn on(&mut self, input: Input, moment: Now) -> Vec<Effect> {
        self.ui.moment = moment;
        match input {
            Input::Action(action) => {
                self.ui.notice = None;
                self.act(action);
            }
            Input::Paste(words) => {
                let top = self.screens.last_mut().expect("a screen is always there");
                top.paste(&words, &mut self.ui);
            }
            Input::Resized(width, height) => self.ui.size = (width, height),
            Input::Opened(Ok(learner)) => self.opened(learner),
            Input::Opened(Err(why)) => {
                self.ui.notice = Some(why);
                self.ui.effects.push(Effect::ListLearners);
                if !matches!(self.top(), Screen::Learners(_) | Screen::Welcome(_)) {
                    self.screens.push(Screen::Learners(LearnersScreen::default()));
                }
            }
            Input::Learners(learners) => self.ui.learners = learners,
            Input::Begun(number) => {
                for screen in &mut self.screens {
                    if let Screen::Play(play) = screen {
                        play.run.number.get_or_insert(number);
                    }
                }
            }
            Input::Solved(answer) => self.ui.learn(answer),
            Input::Exported(written) => {
                self.ui.notice = Some(match written {
                    Ok(path) => tr!(self.ui.words, "notice-exported", path = path),
                    Err(why) => why,
                });
            }
            Input::Version(version) => {
                let preview = self.screens.iter_mut().find_map(Screen::as_preview);
                preview.into_iter().for_each(|preview| preview.see((*version).clone(), &mut self.ui));
            }
            Input::Checked { version, diagnostics } => {
                let preview = self.screens.iter_mut().find_map(Screen::as_preview);
                preview.into_iter().for_each(|preview| preview.checked(version, diagnostics.clone()));
            }
            Input::Notice(notice) => self.ui.notice = Some(notice),
        }
        if self.is_drawn() {
            let top = self.screens.last_mut().expect("a screen is always there");
            top.arrange(&mut self.ui);
        }
        std::mem::take(&mut self.ui.effects)
    }

    fn top(&self) -> &Screen {
        self.screens.last().expect("a screen is always there")
    }

    fn is_drawn(&self) -> bool {
        self.ui.size.0 >= frame::SMALLEST.0 && self.ui.size.1 >= frame::SMALLEST.1
    }

    fn act(&mut self, action: Action) {
        let context = self.key_context();
        let step = match action {
            Action::Quit => Navigation::Quit,
            // In a window that is too small nothing can be seen, so nothing is done but leaving.
            _ if !self.is_drawn() => Navigation::Stay,
            Action::Help if context != KeyContext::Help => Navigation::Open(Screen::Help(HelpScreen::new(context))),
            Action::Palette => Navigation::Open(Screen::Palette(PaletteScreen::default())),
            Action::Standard => Navigation::Open(Screen::Standard(StandardScreen::new(&self.ui))),
            Action::Language => {
                self.ui.speak_next(1);
                Navigation::Stay
            }
            action => {
                let top = self.screens.last_mut().expect("a screen is always there");
                top.act(action, &mut self.ui)
            }
        };
        self.go(step);
    }

    fn go(&mut self, step: Navigation) {
        match step {
            Navigation::Stay => {}
            Navigation::Quit => self.ui.effects.push(Effect::Quit),
            Navigation::Back if self.screens.len() == 1 => self.ui.effects.push(Effect::Quit),
            Navigation::Back => {
                if matches!(self.screens.pop(), Some(Screen::Play(play)) if !play.run.session.is_over()) {
                    self.ui.notice = Some(tr!(self.ui.words, "notice-kept"));
                }
            }
            Navigation::Open(screen) => self.screens.push(screen),
            Navigation::Become(screen) => {
                self.screens.pop();
                self.screens.push(screen);
            }
            Navigation::FromHome(screen) => {
                self.screens = vec![Screen::Home(HomeScreen::default())];
                if !matches!(screen, Screen::Home(_)) {
                    self.screens.push(screen);
                }
            }
        }
    }

    /// Somebody is here: on to where the session was to begin. Who never played goes straight to the first briefing.
    fn opened(&mut self, learner: Opened) {
        let first_time = matches!(self.top(), Screen::Welcome(_)) && learner.attempts.is_empty();
        self.ui.words.speak(learner.language);
        self.ui.learner = Some(learner);
        self.screens = vec![Screen::Home(HomeScreen::default())];
        match std::mem::replace(&mut self.first, Start::Home) {
            Start::Play { scenario, seed, mode } => {
                let seed = seed.unwrap_or(self.ui.moment.seed);
                let run = RecordedPlay::begin(&mut self.ui, &scenario, seed, mode);
                self.screens.push(Screen::Play(PlayScreen::new(run)));
            }
            Start::Home if first_time => {
                if let Some(scenario) = self.ui.pack.scenarios.first().cloned() {
                    self.screens.push(Screen::Briefing(BriefingScreen::new(scenario, &self.ui)));
                }
            }
            Start::Home | Start::Preview(_) => {}
        }
    }

    pub(super) fn draw(&self, canvas: &mut Canvas) {
        if self.is_drawn() {
            self.top().draw(canvas, &self.ui);
        } else {
            draw_too_small(canvas, &self.ui.words);
        }
    }
}
