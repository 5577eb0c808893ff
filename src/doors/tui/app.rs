//! The app between a key and a picture: input in, effects out, and a drawing that changes nothing. It knows no clock, no
//! chance and no disk.

use super::action::{Action, Effect, Input, Moment, Opened};
use super::canvas::Canvas;
use super::desk::Desk;
use super::frame::{self, draw_too_small};
use super::keys::Place;
use super::run::Run;
use super::screens::briefing::Briefing;
use super::screens::help::Help;
use super::screens::home::Home;
use super::screens::learners::Learners;
use super::screens::palette::Palette;
use super::screens::play::Play;
use super::screens::preview;
use super::screens::standard::Browser;
use super::screens::welcome::Welcome;
use super::screens::{Screen, Step};
use super::theme::Theme;
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::content::scenario::{Pack, Scenario};
use crate::speech::messages::Messages;
use crate::store::{Mode, Watched};
use crate::tr;
use std::sync::Arc;

pub struct App {
    desk: Desk,
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
    pub fn new(pack: Arc<Pack>, lang: Lang, theme: Theme, size: (u16, u16), start: Start, moment: Moment) -> App {
        let desk = Desk::new(pack, Messages::new(lang), theme, size, moment);
        let screen = match &start {
            Start::Home | Start::Play { .. } => Screen::Welcome(Welcome::default()),
            Start::Preview(own) => preview::screen(own.watched.name(), own.seed, own.way.clone()),
        };
        App { desk, screens: vec![screen], first: start }
    }

    /// Where keys go.
    pub fn place(&self) -> Place {
        self.top().place()
    }

    /// Takes an input and tells what is asked of the outside.
    pub fn on(&mut self, input: Input, moment: Moment) -> Vec<Effect> {
        self.desk.moment = moment;
        match input {
            Input::Action(action) => {
                self.desk.notice = None;
                self.act(action);
            }
            Input::Paste(words) => {
                let top = self.screens.last_mut().expect("a screen is always there");
                top.paste(&words, &mut self.desk);
            }
            Input::Resized(width, height) => self.desk.size = (width, height),
            Input::Opened(Ok(learner)) => self.opened(learner),
            Input::Opened(Err(why)) => {
                self.desk.notice = Some(why);
                self.desk.effects.push(Effect::ListLearners);
                if !matches!(self.top(), Screen::Learners(_) | Screen::Welcome(_)) {
                    self.screens.push(Screen::Learners(Learners::default()));
                }
            }
            Input::Learners(learners) => self.desk.learners = learners,
            Input::Begun(number) => {
                for screen in &mut self.screens {
                    if let Screen::Play(play) = screen {
                        play.run.number.get_or_insert(number);
                    }
                }
            }
            Input::Solved(answer) => self.desk.learn(answer),
            Input::Exported(written) => {
                self.desk.notice = Some(match written {
                    Ok(path) => tr!(self.desk.words, "notice-exported", path = path),
                    Err(why) => why,
                });
            }
            Input::Version(version) => {
                let preview = self.screens.iter_mut().find_map(Screen::as_preview);
                preview.into_iter().for_each(|preview| preview.see((*version).clone(), &mut self.desk));
            }
            Input::Checked { version, diagnostics } => {
                let preview = self.screens.iter_mut().find_map(Screen::as_preview);
                preview.into_iter().for_each(|preview| preview.checked(version, diagnostics.clone()));
            }
            Input::Notice(notice) => self.desk.notice = Some(notice),
        }
        if self.is_drawn() {
            let top = self.screens.last_mut().expect("a screen is always there");
            top.arrange(&mut self.desk);
        }
        std::mem::take(&mut self.desk.effects)
    }

    fn top(&self) -> &Screen {
        self.screens.last().expect("a screen is always there")
    }

    fn is_drawn(&self) -> bool {
        self.desk.size.0 >= frame::SMALLEST.0 && self.desk.size.1 >= frame::SMALLEST.1
    }

    fn act(&mut self, action: Action) {
        let place = self.place();
        let step = match action {
            Action::Quit => Step::Quit,
            // In a window that is too small nothing can be seen, so nothing is done but leaving.
            _ if !self.is_drawn() => Step::Stay,
            Action::Help if place != Place::Help => Step::Open(Screen::Help(Help::new(place))),
            Action::Palette => Step::Open(Screen::Palette(Palette::default())),
            Action::Standard => Step::Open(Screen::Standard(Browser::new(&self.desk))),
            Action::Language => {
                self.desk.speak_next(1);
                Step::Stay
            }
            action => {
                let top = self.screens.last_mut().expect("a screen is always there");
                top.act(action, &mut self.desk)
            }
        };
        self.go(step);
    }

    fn go(&mut self, step: Step) {
        match step {
            Step::Stay => {}
            Step::Quit => self.desk.effects.push(Effect::Quit),
            Step::Back if self.screens.len() == 1 => self.desk.effects.push(Effect::Quit),
            Step::Back => {
                if matches!(self.screens.pop(), Some(Screen::Play(play)) if !play.run.session.is_over()) {
                    self.desk.notice = Some(tr!(self.desk.words, "notice-kept"));
                }
            }
            Step::Open(screen) => self.screens.push(screen),
            Step::Become(screen) => {
                self.screens.pop();
                self.screens.push(screen);
            }
            Step::FromHome(screen) => {
                self.screens = vec![Screen::Home(Home::default())];
                if !matches!(screen, Screen::Home(_)) {
                    self.screens.push(screen);
                }
            }
        }
    }

    /// Somebody is here: on to where the session was to begin. Who never played goes straight to the first briefing.
    fn opened(&mut self, learner: Opened) {
        let first_time = matches!(self.top(), Screen::Welcome(_)) && learner.attempts.is_empty();
        self.desk.words.speak(learner.language);
        self.desk.learner = Some(learner);
        self.screens = vec![Screen::Home(Home::default())];
        match std::mem::replace(&mut self.first, Start::Home) {
            Start::Play { scenario, seed, mode } => {
                let seed = seed.unwrap_or(self.desk.moment.seed);
                let run = Run::begin(&mut self.desk, &scenario, seed, mode);
                self.screens.push(Screen::Play(Play::new(run)));
            }
            Start::Home if first_time => {
                if let Some(scenario) = self.desk.pack.scenarios.first().cloned() {
                    self.screens.push(Screen::Briefing(Briefing::new(scenario, &self.desk)));
                }
            }
            Start::Home | Start::Preview(_) => {}
        }
    }

    pub fn draw(&self, canvas: &mut Canvas) {
        if self.is_drawn() {
            self.top().draw(canvas, &self.desk);
        } else {
            draw_too_small(canvas, &self.desk.words);
        }
    }
}
