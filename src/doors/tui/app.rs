//! The app between an event and a picture: events in, effects out, and a drawing that changes nothing. It knows no clock,
//! no chance and no disk.

use super::action::Action;
use super::canvas::Canvas;
use super::desk_start::DeskStart;
use super::frame::{self, draw_too_small};
use super::keys::{Key, KeyContext, meaning};
use super::screens::Screen;
use super::screens::desk::DeskScreen;
use super::screens::navigation::{Destination, Findable, Navigation};
use super::screens::welcome::WelcomeScreen;
use super::theme::Theme;
use super::ui_context::UiContext;
use super::ui_effect::UiEffect;
use super::ui_event::{Now, OpenedLearner, UiEvent};
use super::window::clamped;
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::content::scenario::{Pack, Scenario};
use crate::doors::learner_change::LearnerChange;
use crate::doors::store_words::refusal;
use crate::record::history::WantedPlay;
use crate::speech::messages::Messages;
use crate::store::{SaveState, StoreError, Watched};
use crate::tr;
use crate::trainer::exam_run::WantedExam;
use crate::trainer::open_play::may_look_up;
use crate::trainer::recorded_play::{RecordedPlay, Refusal};
use ratatui::layout::{Position, Rect};
use std::sync::Arc;

pub(super) struct App {
    pub(super) ui: UiContext,
    /// Where one is, and below it where one came from; never empty.
    pub(super) screens: Vec<Screen>,
    /// What to open once the learner is known.
    first: Start,
    /// What a click means, by the last picture.
    hits: Vec<(Rect, Action)>,
    /// Whether a play or its review was opened.
    pub(super) entered: bool,
}

/// Where a session begins.
#[derive(Clone, Debug)]
pub enum Start {
    Home,
    /// At the exams, as the command line asked.
    Exams(WantedExam),
    /// At a scenario that is being written.
    Preview(Box<Previewing>),
    /// At the desk of whoever trains a group.
    Desk(DeskStart),
    /// In a play, as the command line asked: an open one, or a new one.
    Play {
        scenario: Arc<Scenario>,
        wanted: WantedPlay,
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

/// What came of an event.
#[derive(Debug)]
pub(super) struct Update {
    /// Whether there may be something else to see.
    pub changed: bool,
    /// Whether the next picture replies to a choice, or is the first of a play or its review: input that came before it
    /// does not choose on it.
    pub replied: bool,
    /// What is asked of the outside, in this order.
    pub effects: Vec<UiEffect>,
}

impl App {
    pub(super) fn new(pack: Arc<Pack>, lang: Lang, theme: Theme, size: (u16, u16), start: Start, now: Now) -> App {
        let words = Messages::of(&pack, lang);
        let ui = UiContext::new(pack, words, theme, clamped(size.0, size.1), now);
        let screen = match &start {
            Start::Home | Start::Exams(_) | Start::Play { .. } => Screen::Welcome(WelcomeScreen::default()),
            Start::Preview(own) => {
                let (file, seed, choices) = (own.watched.name(), own.seed, own.way.clone());
                Screen::at(Destination::Preview { file, seed, choices }, &ui)
            }
            Start::Desk(own) => Screen::Desk(Box::new(DeskScreen::new(own.report.clone()))),
        };
        App { ui, screens: vec![screen], first: start, hits: Vec::new(), entered: false }
    }

    /// Takes an event and tells what is asked of the outside.
    pub(super) fn on(&mut self, event: UiEvent, now: Now) -> Update {
        self.ui.now = now;
        let changed = self.take(event);
        if changed && self.is_drawn() {
            let top = self.screens.last_mut().expect("a screen is always there");
            top.arrange(&mut self.ui);
        }
        let effects = std::mem::take(&mut self.ui.effects);
        let is_kept = effects.iter().any(|effect| matches!(effect, UiEffect::Keep(_)));
        Update {
            changed,
            replied: std::mem::take(&mut self.entered) || std::mem::take(&mut self.ui.replied) || is_kept,
            effects,
        }
    }

    /// Whether anything came of it.
    fn take(&mut self, event: UiEvent) -> bool {
        match event {
            UiEvent::Key(key) => return self.press(key),
            UiEvent::Click { x, y } => return self.click(Position { x, y }),
            UiEvent::Wheel(rows) => self.act(Action::Scroll(rows)),
            UiEvent::Paste(words) => {
                let top = self.screens.last_mut().expect("a screen is always there");
                top.paste(&words);
            }
            UiEvent::Resized(width, height) => self.ui.size = clamped(width, height),
            UiEvent::Colours(colours) => self.ui.theme.colours = colours,
            UiEvent::Glyphs(glyphs) => self.ui.theme.glyphs = glyphs,
            UiEvent::Opened(Ok(learner)) => self.opened(*learner),
            UiEvent::Opened(Err(why)) => self.not_opened(&why),
            UiEvent::LearnersChanged(change) => self.learners_changed(change),
            UiEvent::Closed => self.closed(),
            UiEvent::Learners(learners) => self.ui.learners = learners,
            UiEvent::Solved(answer) => self.ui.learn(answer),
            UiEvent::Exported(Ok(path)) => {
                self.ui.notice = Some(tr!(self.ui.words, "notice-exported", path = path));
            }
            UiEvent::Exported(Err(why)) => self.ui.notice = Some(why.in_lang(self.ui.words.lang()).to_owned()),
            UiEvent::Version(version) => {
                if let Some(preview) = self.screens.iter_mut().find_map(Screen::as_preview) {
                    preview.see(*version, &mut self.ui);
                }
            }
            UiEvent::Checked { version, diagnostics } => {
                if let Some(preview) = self.screens.iter_mut().find_map(Screen::as_preview) {
                    preview.checked(version, diagnostics);
                }
            }
            UiEvent::Fetched(found) => self.ui.provide(found),
            UiEvent::Learnt(events, day) => self.ui.learnt(events, day),
            UiEvent::Saves(saves) => self.ui.learn_saves(saves),
            UiEvent::Notice(notice) => self.ui.notice = Some(notice.in_lang(self.ui.words.lang()).to_owned()),
            UiEvent::Look => {
                self.ui.effects.push(UiEffect::Look);
                return false;
            }
            UiEvent::Exam(told) => self.exam_told(told),
            UiEvent::Shown(attempt) => self.show_play(attempt.as_ref()),
            UiEvent::Accepted(number, became) => self.accepted(number, became),
            UiEvent::Tick => return self.tick(),
            // Whoever holds the terminal stops and goes on.
            UiEvent::Stop | UiEvent::GoneOn => return false,
            UiEvent::CannotStop => self.ui.notice = Some(tr!(self.ui.words, "cannot-stop")),
            UiEvent::Leave => self.ui.effects.push(UiEffect::Quit),
        }
        true
    }

    fn press(&mut self, key: Key) -> bool {
        self.act_on(meaning(key, self.key_context()))
    }

    /// What was drawn last at a place is what a click means.
    fn click(&mut self, at: Position) -> bool {
        let action = self.hits.iter().rev().find(|(area, _)| area.contains(at)).map(|(_, action)| *action);
        self.act_on(action)
    }

    /// Whether there is anything to do.
    fn act_on(&mut self, action: Option<Action>) -> bool {
        if let Some(action) = action {
            self.act(action);
        }
        action.is_some()
    }

    /// Where keys go.
    fn key_context(&self) -> KeyContext {
        self.top().key_context()
    }

    fn top(&self) -> &Screen {
        self.screens.last().expect("a screen is always there")
    }

    fn is_drawn(&self) -> bool {
        self.ui.size.0 >= frame::SMALLEST.0 && self.ui.size.1 >= frame::SMALLEST.1
    }

    fn act(&mut self, action: Action) {
        let told = self.ui.notice.take();
        let context = self.key_context();
        let step = match action {
            Action::Quit if self.is_drawn() && self.warns_of_time(told.as_deref()) => Navigation::Stay,
            Action::Quit => Navigation::Quit,
            Action::Mouse => {
                self.ui.switch_mouse();
                Navigation::Stay
            }
            Action::Repaint => self.ask(UiEffect::Repaint),
            Action::Suspend => self.ask(UiEffect::Suspend),
            // In a window that is too small nothing can be seen, so nothing is done but leaving.
            _ if !self.is_drawn() => Navigation::Stay,
            Action::Help if context != KeyContext::Help => Navigation::Open(Destination::Help(context)),
            Action::Palette => Navigation::Open(Destination::Palette(self.findable())),
            Action::Standard => self.read_standard(),
            Action::Language => {
                self.ui.speak_next();
                Navigation::Stay
            }
            action => {
                let top = self.screens.last_mut().expect("a screen is always there");
                top.act(action, &mut self.ui)
            }
        };
        self.go(step);
    }

    /// While an exam is under way on any of the screens, or waits elsewhere, the standard is closed.
    fn may_read_standard(&self) -> Result<(), Refusal> {
        let here = self.screens.iter().filter_map(Screen::under_way).try_for_each(RecordedPlay::may_read_standard);
        here.and_then(|()| self.may_look_up())
    }

    /// Whether an exam is being sat, so that everything else waits.
    fn is_sitting(&self) -> bool {
        self.ui.learner.as_ref().is_some_and(|learner| learner.exams.is_open)
    }

    /// Whether what helps may be looked at.
    fn may_look_up(&self) -> Result<(), Refusal> {
        if self.is_sitting() { Err(Refusal::SittingOpen) } else { may_look_up(self.ui.history(), &self.ui.pack) }
    }

    fn findable(&self) -> Findable {
        let actions = self.top().offered(&self.ui);
        Findable { may_read: self.may_read_standard(), here: self.key_context(), actions }
    }

    fn read_standard(&mut self) -> Navigation {
        if let Err(refused) = self.may_read_standard() {
            self.ui.notice = Some(refused.told(&self.ui.words));
            return Navigation::Stay;
        }
        Navigation::Open(Destination::Standard(self.top().cited(&self.ui)))
    }

    fn ask(&mut self, effect: UiEffect) -> Navigation {
        self.ui.effects.push(effect);
        Navigation::Stay
    }

    fn go(&mut self, step: Navigation) {
        match self.at_desk(step) {
            Navigation::Stay => {}
            Navigation::Quit => self.ui.effects.push(UiEffect::Quit),
            Navigation::Back if self.screens.len() == 1 => self.ui.effects.push(UiEffect::Quit),
            Navigation::Back => {
                if let Some(left) = self.screens.pop().as_ref().and_then(Screen::under_way) {
                    self.ui.notice = self.ui.farewell(left);
                }
            }
            Navigation::Act(action) => {
                self.screens.pop();
                self.act(action);
            }
            Navigation::Open(destination) => self.open(destination),
            Navigation::Become(destination) => {
                self.screens.pop();
                self.open(destination);
            }
            Navigation::FromHome(destination) => {
                self.screens.clear();
                self.open(Destination::Home);
                if !matches!(destination, Destination::Home) {
                    self.open(destination);
                }
            }
        }
    }

    fn open(&mut self, destination: Destination) {
        let is_apart = matches!(
            destination,
            Destination::Home
                | Destination::Learners
                | Destination::Help(_)
                | Destination::Palette(_)
                | Destination::Exams(_)
        );
        let waits = destination.helps() || self.is_sitting() && !is_apart;
        if waits && let Err(refused) = self.may_look_up() {
            self.ui.notice = Some(refused.told(&self.ui.words));
            if refused == Refusal::SittingOpen {
                self.show_exams();
            }
            return;
        }
        self.entered |= matches!(destination, Destination::Play(_) | Destination::Debrief(_));
        self.screens.push(Screen::at(destination, &self.ui));
    }

    /// Somebody is here: on to where the session was to begin. Who never played goes straight to the first briefing.
    fn opened(&mut self, learner: OpenedLearner) {
        let first_time = matches!(self.top(), Screen::Welcome(_)) && learner.history.is_empty();
        self.ui.words.speak(learner.language);
        if first_time && !self.ui.mouse {
            self.ui.effects.push(UiEffect::RememberMouse(false));
        } else {
            self.ui.mouse = learner.mouse;
        }
        self.ui.learner = Some(learner);
        self.go(Navigation::FromHome(Destination::Home));
        match std::mem::replace(&mut self.first, Start::Home) {
            Start::Play { scenario, wanted } => {
                let play = self.ui.go_on_or_begin(&scenario, wanted, self.ui.now.seed);
                if let Some(play) = play {
                    self.open(Destination::Play(Box::new(play)));
                }
            }
            Start::Home if self.is_sitting() => {
                self.ui.notice = Some(Refusal::SittingOpen.told(&self.ui.words));
                self.show_exams();
            }
            Start::Exams(wanted) => self.open(Destination::Exams(wanted)),
            Start::Home if first_time => {
                if let Some(scenario) = self.ui.pack.scenarios.get(0).cloned() {
                    self.open(Destination::Briefing(scenario));
                }
            }
            Start::Home | Start::Preview(_) | Start::Desk(_) => {}
        }
    }

    /// Whoever is known chooses again among all; only on a first day nobody is.
    fn not_opened(&mut self, why: &StoreError) {
        self.ui.notice = Some(refusal(why, &self.ui.words));
        self.ui.effects.push(UiEffect::ListLearners);
        match self.top() {
            Screen::Learners(_) => {}
            Screen::Welcome(_) if self.ui.learners.is_empty() => {}
            Screen::Welcome(_) => self.begin_at(Destination::Learners),
            _ => self.open(Destination::Learners),
        }
    }

    fn learners_changed(&mut self, change: Result<LearnerChange, StoreError>) {
        let words = &self.ui.words;
        self.ui.notice = Some(change.map_or_else(|why| refusal(&why, words), |change| change.told(words)));
    }

    /// Nobody is here: somebody else is chosen, or comes for the first time.
    fn closed(&mut self) {
        self.ui.learner = None;
        self.ui.saves = SaveState::default();
        if self.ui.learners.is_empty() {
            self.screens = vec![Screen::Welcome(WelcomeScreen::default())];
        } else {
            self.begin_at(Destination::Learners);
        }
    }

    /// A screen from which there is no way back.
    fn begin_at(&mut self, destination: Destination) {
        self.screens = vec![Screen::at(destination, &self.ui)];
    }

    /// Whether clicks are taken.
    pub(super) fn takes_clicks(&self) -> bool {
        self.ui.mouse
    }

    /// How it looks now.
    pub(super) fn theme(&self) -> Theme {
        self.ui.theme
    }

    /// Draws what is on the screen; nothing changes by it.
    pub(super) fn draw(&self, canvas: &mut Canvas) {
        if self.is_drawn() {
            self.top().draw(canvas, &self.ui);
        } else {
            draw_too_small(canvas, &self.ui.words);
        }
    }

    /// Notes what a click means on the picture that was drawn.
    pub(super) fn drawn(&mut self, hits: Vec<(Rect, Action)>) {
        self.hits = hits;
    }
}
