//! What the app may not know itself: the saves, the clock, the dice and the solver. Effects are done here, and told back.

use super::app::{App, Start};
use super::canvas::Canvas;
use super::event_queue::EventQueue;
use super::exam_exchange::ExamsKnown;
use super::pace::{Pace, Pause};
use super::solver_thread::answer_aside;
use super::theme::Theme;
use super::ui_effect::UiEffect;
use super::ui_event::{Now, OpenedLearner, UiEvent};
use super::watch::{Watch, watch_aside};
use crate::base::bilingual::Bilingual;
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::both;
use crate::content::scenario::Pack;
use crate::doors::earlier_plays::take_in;
use crate::record::attempt::AttemptId;
use crate::record::day::Day;
use crate::record::history::History;
use crate::record::journal::JournalOrigin;
use crate::store::{Learner, OpenSitting, SaveState, Saves, StoreError, StoredSitting, shown};
use crate::trainer::learning::Learning;
use crate::trainer::open_play::go_on;
use crate::trainer::play_tape::PlayFollower;
use crate::trainer::solve::SolveRequest;
use jiff::Timestamp;
use ratatui::Terminal;
use ratatui::backend::Backend;
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

/// Everything that a session is handed from outside.
pub struct SessionDeps {
    pub pack: Arc<Pack>,
    pub saves: Saves,
    /// The learner whom the command line named; otherwise the one who played last.
    pub learner: Option<String>,
    pub language: Language,
    /// How it looks until the terminal has said more of itself.
    pub theme: Theme,
    pub start: Start,
    pub now: Box<dyn FnMut() -> Timestamp>,
    /// How many seconds local time is ahead of UTC: a day of practice is the learner's own.
    pub offset: i32,
    /// A seed that nobody used yet.
    pub fresh_seed: Box<dyn FnMut() -> Seed>,
    /// Told of every play as it stands, before it is written.
    pub on_keep: Option<PlayFollower>,
    pub solving: Solving,
    /// How long choosing input rests after a reply.
    pub pause: Pause,
    /// What the learner should know at once, such as a file of content that could not be read.
    pub notice: Option<Bilingual>,
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
    /// Everything, over whatever stands there.
    Anew,
    /// The program is to stop first.
    Stop,
    Over,
}

/// An app in its world.
pub struct SessionRunner {
    app: App,
    pub(super) deps: SessionDeps,
    pub(super) learner: Option<Learner>,
    /// Under what this session writes in journals.
    pub(super) origin: JournalOrigin,
    /// The sitting that is added to.
    pub(super) sat: Option<OpenSitting>,
    /// Why something is lost that a learner did who was here before.
    lost: Option<StoreError>,
    /// None where questions are answered before the next picture.
    solver: Option<Sender<SolveRequest>>,
    over: bool,
    /// What the app asked for beyond a picture of what changed.
    asked: Option<Redraw>,
    pace: Pace,
    /// Since when the program's own clock counts.
    started: Instant,
    /// Whether the next picture is a reply.
    replied: bool,
    /// While the file of a preview is looked at.
    _watch: Option<Watch>,
    /// How often the file of a preview was another one, where no thread counts.
    looks: usize,
}

impl SessionRunner {
    /// Opens the saves and the first screen.
    ///
    /// # Errors
    /// When the size of the terminal cannot be told.
    pub fn open<B: Backend>(
        mut deps: SessionDeps,
        events: &EventQueue,
        terminal: &mut Terminal<B>,
    ) -> Result<SessionRunner, B::Error> {
        let size = terminal.size()?;
        let lang = deps.language.first();
        let now = deps.now(Duration::ZERO);
        let app = App::new(deps.pack.clone(), lang, deps.theme, (size.width, size.height), deps.start.clone(), now);
        let solver = match deps.solving {
            // Without a thread of its own the solver is still there, only slower to leave the picture alone.
            Solving::Aside => answer_aside(deps.pack.standard.clone(), events.sender()).ok(),
            Solving::AtOnce => None,
        };
        let watch = deps.watch(events);
        let notice = deps.notice.take();
        let mut runner = SessionRunner {
            app,
            pace: Pace::new(deps.pause),
            replied: false,
            origin: JournalOrigin::of_session(now.time, now.seed),
            deps,
            learner: None,
            sat: None,
            started: Instant::now(),
            lost: None,
            solver,
            over: false,
            asked: None,
            _watch: watch,
            looks: 0,
        };
        runner.begin_or_look(lang);
        if let Some(notice) = notice {
            runner.tell(UiEvent::Notice(notice));
        }
        Ok(runner)
    }

    /// Takes what happened.
    pub fn take(&mut self, event: UiEvent) -> Redraw {
        if !self.pace.admits(&event, Instant::now()) {
            return Redraw::Same;
        }
        let changed = self.tell(event);
        if self.over {
            return Redraw::Over;
        }
        if !changed {
            return Redraw::Same;
        }
        self.tell_notices();
        self.asked.take().unwrap_or(Redraw::Changed)
    }

    /// Whether clicks are taken from the terminal now.
    pub(super) fn takes_clicks(&self) -> bool {
        self.app.takes_clicks()
    }

    /// After how long the picture may be another one though nothing has happened.
    pub(super) fn looks_again_after(&self) -> Option<Duration> {
        self.app.looks_again_after()
    }

    /// Draws what is there now.
    ///
    /// # Errors
    /// What the backend says when it cannot draw.
    pub fn draw<B: Backend>(&mut self, terminal: &mut Terminal<B>) -> Result<(), B::Error> {
        let size = terminal.size()?;
        self.tell(UiEvent::Resized(size.width, size.height));
        let mut hits = Vec::new();
        terminal.draw(|frame| {
            let mut canvas = Canvas::new(frame.buffer_mut(), self.app.theme());
            self.app.draw(&mut canvas);
            let cursor = canvas.cursor;
            hits = canvas.hits;
            if let Some(cursor) = cursor {
                frame.set_cursor_position(cursor);
            }
        })?;
        self.app.drawn(hits);
        if std::mem::take(&mut self.replied) {
            self.pace.rest(Instant::now());
        }
        Ok(())
    }

    /// Lists who is known, and opens who was named or played last.
    pub(super) fn begin(&mut self, lang: Lang) {
        let known = self.deps.saves.names_by_last_play();
        let name = self.deps.learner.clone().or(known.first().cloned());
        self.tell(UiEvent::Learners(known));
        if let Some(name) = name {
            let opened = self.open_learner(&name, lang);
            for event in opened {
                self.tell(event);
            }
        }
        self.tell_notices();
    }

    /// Tells the app something, does what it asks for, and tells it the answers; whether there may be something else to
    /// see.
    fn tell(&mut self, event: UiEvent) -> bool {
        let (mut events, mut changed) = (VecDeque::from([event]), false);
        while let Some(event) = events.pop_front() {
            let update = self.app.on(event, self.deps.now(self.started.elapsed()));
            changed |= update.changed;
            self.replied |= update.replied;
            for effect in update.effects {
                events.extend(self.perform(effect));
            }
        }
        changed
    }

    /// Does what the app asks for; what there is to tell of it.
    fn perform(&mut self, effect: UiEffect) -> Vec<UiEvent> {
        match effect {
            UiEffect::Quit => {
                self.over = true;
                Vec::new()
            }
            UiEffect::Repaint => {
                self.asked = Some(Redraw::Anew);
                Vec::new()
            }
            UiEffect::Suspend => {
                self.asked = Some(Redraw::Stop);
                Vec::new()
            }
            UiEffect::ListLearners => vec![UiEvent::Learners(self.deps.saves.names_by_last_play())],
            UiEffect::Open { name, language } => self.open_learner(&name, language),
            UiEffect::Change(change) => self.change(change),
            UiEffect::Keep(keep) => {
                self.deps.on_keep.iter_mut().for_each(|follow| follow(&keep));
                self.write(|learner| learner.save(keep.id, &keep.attempt))
            }
            UiEffect::Learn(happened) => self.learn(happened),
            UiEffect::Fetch(ids) => self.fetch(ids),
            UiEffect::Note(id, result) => {
                self.learner.iter_mut().for_each(|learner| learner.note(id, result.clone()));
                Vec::new()
            }
            UiEffect::Remember(lang) => self.write(|learner| learner.set_language(lang)),
            UiEffect::RememberMouse(mouse) => self.write(|learner| learner.set_mouse(mouse)),
            UiEffect::Solve(request) => match &self.solver {
                // Where the thread has ended nobody waits for its answer any more.
                Some(solver) => solver.send(request).map_or_else(|_| Vec::new(), |()| Vec::new()),
                None => vec![UiEvent::Solved(request.answer(&self.deps.pack.standard))],
            },
            UiEffect::Export(export) => {
                let written = self.learner.as_ref().map(|learner| learner.export(&export.name, &export.text));
                let told = written.map(|written| written.map(|path| shown(&path)).map_err(|error| error.sentence()));
                told.into_iter().map(UiEvent::Exported).collect()
            }
            UiEffect::Exam(asked) => self.sit(asked),
            UiEffect::Desk(asked) => self.at_desk(asked),
            UiEffect::Look => self.look(),
        }
    }

    /// Writes something for the learner, before the next picture; how the saves stand then.
    fn write(&mut self, write: impl FnOnce(&mut Learner) -> Result<(), StoreError>) -> Vec<UiEvent> {
        let Some(learner) = self.learner.as_mut() else { return Vec::new() };
        // What failed is told once by the notices, and for as long as it lasts by the state.
        let _ = write(learner);
        vec![UiEvent::Saves(learner.state())]
    }

    /// Looks plays up.
    fn fetch(&self, ids: Vec<AttemptId>) -> Vec<UiEvent> {
        let Some(learner) = &self.learner else { return Vec::new() };
        let load = |id| (id, learner.load(id).map_err(|error| error.sentence()));
        vec![UiEvent::Fetched(ids.into_iter().map(load).collect())]
    }

    /// Looks at the file of the preview in the place of the thread that does it otherwise.
    fn look(&mut self) -> Vec<UiEvent> {
        let Start::Preview(own) = &mut self.deps.start else { return Vec::new() };
        let Some(version) = own.watched.version() else { return Vec::new() };
        self.looks += 1;
        let diagnostics = version.check();
        vec![UiEvent::Version(Box::new(version)), UiEvent::Checked { version: self.looks, diagnostics }]
    }

    /// Opens a learner. Who was here before is brought to the disk and let go of; and stays, if the other cannot be opened.
    pub(super) fn open_learner(&mut self, name: &str, language: Lang) -> Vec<UiEvent> {
        let (mut learner, mut history) = match self.deps.saves.open(name, language, (self.deps.now)()) {
            Ok(opened) => opened,
            Err(error) => return vec![UiEvent::Opened(Err(error))],
        };
        let language = match self.deps.language {
            Language::Asked(lang) => lang,
            Language::Guessed(_) => learner.profile().language,
        };
        self.look_up_start(&learner, &mut history);
        let today = Day::at((self.deps.now)(), self.deps.offset);
        let earlier = take_in(&mut learner, &history, &self.deps.pack, (self.origin, self.deps.offset));
        let learning = Learning::replay(learner.read_journal().to_vec(), today);
        let is_open = learner.sittings().0.iter().any(StoredSitting::is_open);
        let exams = ExamsKnown { is_open, past: None };
        let profile = learner.profile();
        let (name, mouse) = (profile.name.clone(), profile.mouse);
        let opened = OpenedLearner { name, language, mouse, history, learning, exams };
        self.let_go();
        let saves = UiEvent::Saves(learner.state());
        self.learner = Some(learner);
        [saves, UiEvent::Opened(Ok(Box::new(opened)))].into_iter().chain(earlier.map(UiEvent::Notice)).collect()
    }

    /// Looks up the open play that the command line asked for, so that it is at hand.
    fn look_up_start(&mut self, learner: &Learner, history: &mut History) {
        let now = (self.deps.now)();
        let Start::Play { scenario, wanted } = &self.deps.start else { return };
        let mut found = Vec::new();
        let open = go_on(history, scenario, *wanted, now, |id| {
            let attempt = learner.load(id).ok()?;
            found.push((id, attempt.clone()));
            Some(attempt)
        });
        if let (Some((play, _)), Some(follow)) = (open, &mut self.deps.on_keep) {
            follow(&play.keep());
        }
        history.provide(found);
    }

    /// Brings whoever is here to the disk; what cannot be brought there is lost, and not forgotten.
    pub(super) fn let_go(&mut self) {
        self.sat = None;
        let left = self.learner.take().map(|learner| learner.close().0);
        let lost = left.as_ref().and_then(SaveState::unsaved).cloned();
        self.lost = self.lost.take().or(lost);
    }

    /// The end: why something that was done is not on the disk, if it is not.
    pub fn close(mut self) -> Option<StoreError> {
        self.let_go();
        self.lost
    }

    fn tell_notices(&mut self) {
        let notices = self.learner.as_mut().map(Learner::take_notices).unwrap_or_default();
        for notice in notices {
            self.tell(UiEvent::Notice(notice.sentence()));
        }
    }
}

impl SessionDeps {
    fn now(&mut self, counted: Duration) -> Now {
        Now { time: (self.now)(), seed: (self.fresh_seed)(), counted }
    }

    /// Begins to look at the file of a preview. Without a thread nothing would ever be shown, so that is told at once.
    fn watch(&mut self, events: &EventQueue) -> Option<Watch> {
        let (Start::Preview(own), Solving::Aside) = (&self.start, self.solving) else { return None };
        match watch_aside(own.watched.clone(), events.sender()) {
            Ok(watch) => Some(watch),
            Err(why) => {
                self.notice = Some(both!("{why}", "没法看着文件：{why}"));
                None
            }
        }
    }
}

impl Language {
    /// The language that is spoken until a learner is known.
    pub fn first(self) -> Lang {
        match self {
            Language::Asked(lang) | Language::Guessed(lang) => lang,
        }
    }
}
