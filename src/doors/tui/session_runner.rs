//! What the app may not know itself: the saves, the clock, the dice and the solver. Effects are done here, and told back.

use super::action::{Action, Effect, Input, Now, Opened, Urgency};
use super::app::{App, Start};
use super::canvas::Canvas;
use super::clamped;
use super::events::{Events, Happening};
use super::keys::meaning;
use super::solve::{SolveRequest, answer_aside};
use super::theme::Theme;
use super::watch::{Watch, watch_aside};
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::content::scenario::Pack;
use crate::store::{Learner, Saves, shown};
use jiff::Timestamp;
use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::{Position, Rect};
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::mpsc::Sender;

/// Everything that a session is handed from outside.
pub struct SessionDeps {
    pub pack: Arc<Pack>,
    pub saves: Saves,
    /// The learner whom the command line named; otherwise the one who played last.
    pub learner: Option<String>,
    pub language: Language,
    pub theme: Theme,
    pub start: Start,
    pub now: Box<dyn FnMut() -> Timestamp>,
    /// A seed that nobody used yet.
    pub fresh_seed: Box<dyn FnMut() -> Seed>,
    pub solving: Solving,
    /// What the learner should know at once, such as a file of content that could not be read.
    pub notice: Option<String>,
}

/// In which language a session begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// The command line said so: it goes before what the learner chose last.
    Asked(Lang),
    /// From the environment, for who has not chosen yet.
    Guessed(Lang),
}

/// Where the solver is asked; an answer may take a second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Solving {
    /// In a thread, while the play goes on.
    Aside,
    /// Before the next picture, so that a test knows when.
    AtOnce,
}

/// Whether there is something to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redraw {
    Same,
    Changed,
    Over,
}

/// An app in its world.
pub struct SessionRunner {
    app: App,
    world: SessionDeps,
    learner: Option<Learner>,
    /// None where questions are answered before the next picture.
    solver: Option<Sender<SolveRequest>>,
    /// What a click means, from the last picture.
    hits: Vec<(Rect, Action)>,
    over: bool,
    /// While the file of a preview is looked at.
    _watch: Option<Watch>,
    /// How often the file of a preview was another one, where no thread counts.
    looks: usize,
}

impl SessionRunner {
    /// Opens the saves and the first screen.
    pub fn open<B: Backend>(
        mut world: SessionDeps,
        events: &Events,
        terminal: &mut Terminal<B>,
    ) -> Result<SessionRunner, B::Error> {
        let size = terminal.size()?;
        let moment = Now { now: (world.now)(), seed: (world.fresh_seed)() };
        let lang = match world.language {
            Language::Asked(lang) | Language::Guessed(lang) => lang,
        };
        let size = clamped(size.width, size.height);
        let app = App::new(world.pack.clone(), lang, world.theme, size, world.start.clone(), moment);
        let solver = match world.solving {
            // Without a thread of its own the solver is still there, only slower to leave the picture alone.
            Solving::Aside => answer_aside(world.pack.standard.clone(), events.sender()).ok(),
            Solving::AtOnce => None,
        };
        let watch = match (&world.start, world.solving) {
            // Without a thread nothing would ever be shown, so that is told at once.
            (Start::Preview(own), Solving::Aside) => match watch_aside(own.watched.clone(), events.sender()) {
                Ok(watch) => Some(watch),
                Err(why) => {
                    world.notice = Some(why.to_string());
                    None
                }
            },
            (Start::Preview(_), Solving::AtOnce) | (Start::Home | Start::Play { .. }, _) => None,
        };
        let notice = world.notice.take();
        let mut door =
            SessionRunner { app, world, learner: None, solver, hits: Vec::new(), over: false, _watch: watch, looks: 0 };
        let known = door.learners();
        let name = door.world.learner.clone().or(known.first().cloned());
        door.tell(Input::Learners(known));
        if let Some(name) = name {
            let opened = door.open_learner(&name, lang);
            door.tell(opened);
        }
        door.tell_notices();
        notice.into_iter().for_each(|notice| door.tell(Input::Notice(notice)));
        Ok(door)
    }

    /// Takes what happened.
    pub fn take(&mut self, happening: Happening) -> Redraw {
        let input = match happening {
            Happening::Leave => return Redraw::Over,
            Happening::Key(key) => meaning(key, self.app.key_context()).map(Input::Action),
            Happening::Click { x, y } => self.clicked(x, y).map(Input::Action),
            Happening::Wheel(by) => Some(Input::Action(Action::Scroll(by))),
            Happening::Paste(words) => Some(Input::Paste(words)),
            Happening::Resized(width, height) => {
                let (width, height) = clamped(width, height);
                Some(Input::Resized(width, height))
            }
            Happening::Version(version) => Some(Input::Version(version)),
            Happening::Checked { version, diagnostics } => Some(Input::Checked { version, diagnostics }),
            Happening::Look => return self.look(),
            Happening::Solved(answer) => Some(Input::Solved(answer)),
        };
        let Some(input) = input else { return Redraw::Same };
        self.tell(input);
        self.tell_notices();
        if self.over { Redraw::Over } else { Redraw::Changed }
    }

    pub fn draw<B: Backend>(&mut self, terminal: &mut Terminal<B>) -> Result<(), B::Error> {
        let now = terminal.size()?;
        let (width, height) = clamped(now.width, now.height);
        self.tell(Input::Resized(width, height));
        let mut hits = Vec::new();
        terminal.draw(|frame| {
            let mut canvas = Canvas::new(frame.buffer_mut(), self.world.theme);
            self.app.draw(&mut canvas);
            let cursor = canvas.cursor;
            hits = canvas.hits;
            if let Some(cursor) = cursor {
                frame.set_cursor_position(cursor);
            }
        })?;
        self.hits = hits;
        Ok(())
    }

    /// Looks at the file of the preview in the place of the thread that does it otherwise.
    fn look(&mut self) -> Redraw {
        let Start::Preview(own) = &mut self.world.start else { return Redraw::Same };
        let Some(version) = own.watched.version() else { return Redraw::Same };
        self.looks += 1;
        let (number, diagnostics) = (self.looks, version.check());
        self.tell(Input::Version(Box::new(version)));
        self.tell(Input::Checked { version: number, diagnostics });
        Redraw::Changed
    }

    /// What was drawn last at a place is what a click means.
    fn clicked(&self, x: u16, y: u16) -> Option<Action> {
        let hit = self.hits.iter().rev().find(|(area, _)| area.contains(Position { x, y }));
        hit.map(|(_, action)| *action)
    }

    /// Tells the app something, does what it asks for, and tells it the answers.
    fn tell(&mut self, input: Input) {
        let mut inputs = VecDeque::from([input]);
        while let Some(input) = inputs.pop_front() {
            let moment = Now { now: (self.world.now)(), seed: (self.world.fresh_seed)() };
            for effect in self.app.on(input, moment) {
                inputs.extend(self.perform(effect));
            }
        }
    }

    fn perform(&mut self, effect: Effect) -> Option<Input> {
        match effect {
            Effect::Quit => {
                self.over = true;
                None
            }
            Effect::ListLearners => Some(Input::Learners(self.learners())),
            Effect::Open { name, language } => Some(self.open_learner(&name, language)),
            Effect::Begin => self.learner.as_mut().map(|learner| Input::Begun(learner.begin())),
            Effect::Save { number, attempt, urgency } => {
                let learner = self.learner.as_mut()?;
                match urgency {
                    Urgency::Soon => learner.save(number, *attempt),
                    Urgency::BeforeReply => {
                        let failed = learner.save_now(number, *attempt).err()?;
                        return Some(Input::Notice(failed.to_string()));
                    }
                }
                None
            }
            Effect::Remember(lang) => {
                let failed = self.learner.as_mut()?.set_language(lang).err()?;
                Some(Input::Notice(failed.to_string()))
            }
            Effect::Solve(question) => match &self.solver {
                // Where the thread has ended nobody waits for its answer any more.
                Some(solver) => solver.send(question).err().and(None),
                None => Some(Input::Solved(question.answer(&self.world.pack.standard))),
            },
            Effect::Export(export) => {
                let learner = self.learner.as_ref()?;
                let written = learner.export(&export.name, &export.text);
                Some(Input::Exported(written.map(|path| shown(&path)).map_err(|error| error.to_string())))
            }
        }
    }

    /// Everybody known, the one who played last first.
    fn learners(&self) -> Vec<String> {
        let (mut entries, _) = self.world.saves.learners();
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.last.as_ref().map(|(_, attempt)| attempt.updated)));
        entries.into_iter().map(|entry| entry.profile.name).collect()
    }

    fn open_learner(&mut self, name: &str, language: Lang) -> Input {
        if self.learner.as_ref().is_some_and(|learner| learner.profile().name != name) {
            // Brought to the disk and let go of, before the next one is opened.
            self.learner = None;
        }
        let opened = match self.learner.take() {
            Some(same) => Ok(same),
            None => self.world.saves.open(name, language, (self.world.now)()),
        };
        match opened {
            Err(error) => Input::Opened(Err(error.to_string())),
            Ok(learner) => {
                let attempts = learner.attempts().map(|(number, attempt)| (number, attempt.clone())).collect();
                let language = match self.world.language {
                    Language::Asked(lang) => lang,
                    Language::Guessed(_) => learner.profile().language,
                };
                let opened = Opened { name: learner.profile().name.clone(), language, attempts };
                self.learner = Some(learner);
                Input::Opened(Ok(opened))
            }
        }
    }

    fn tell_notices(&mut self) {
        let notices = self.learner.as_mut().map(Learner::take_notices).unwrap_or_default();
        for notice in notices {
            self.tell(Input::Notice(notice.to_string()));
        }
    }
}
