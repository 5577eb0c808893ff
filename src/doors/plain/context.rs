//! What all rooms share: the content, the words, who is learning and where that is kept, and what the solver has said. It
//! asks the trainer what may be done, and decides nothing.

use super::command::{PlainCommand, PlainPrompt, TypedLine, read};
use super::dialog::{Dialog, PlainExit, Spoken};
use super::lines::Lines;
use super::patience::patiently;
use super::play_recorder::{CannotBegin, PlayRecorder, SessionStart};
use crate::base::chance::Seed;
use crate::base::text::{Lang, make_safe};
use crate::content::scenario::{Pack, Scenario};
use crate::doors::tui::Language;
use crate::play::debrief::Debrief;
use crate::play::engine::Session;
use crate::play::scoring::Ledger;
use crate::play::solver::Judged;
use crate::record::attempt::{AttemptId, Mode};
use crate::record::circumstances::Circumstances;
use crate::record::history::{History, WantedPlay};
use crate::record::journal::{Happened, JournalEvent};
use crate::record::play_result::PlayResult;
use crate::record::summary::{JudgedResult, PlayedContent};
use crate::speech::messages::Messages;
use crate::speech::narration::spoken_name;
use crate::speech::past_plays::PastPlays;
use crate::store::{Saves, StoreError};
use crate::tr;
use crate::trainer::course::of_visit;
use crate::trainer::learning::{Learning, TodayPlan};
use crate::trainer::play_tape::PlayFollower;
use crate::trainer::recorded_play::{Beginning, KeepAttempt, RecordedPlay};
use crate::trainer::solve::SolveRequest;
use crate::trainer::solver_cache::{Async, SolverCache};
use jiff::Timestamp;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

/// Everything that lines are made of.
pub struct PlainContext {
    pub pack: Arc<Pack>,
    pub words: Messages,
    /// In which language it was begun, and whether that was asked for.
    pub language: Language,
    /// Where learners are kept; none for a single play of somebody without a name.
    pub saves: Option<Saves>,
    pub recorder: Option<PlayRecorder>,
    pub now: Box<dyn FnMut() -> Timestamp>,
    /// How many seconds local time is ahead of UTC.
    pub offset: i32,
    pub fresh_seed: Box<dyn FnMut() -> Seed>,
    pub known: SolverCache,
    /// Told of every play as it stands, whether it is kept for anybody or not.
    pub on_keep: Option<PlayFollower>,
    /// How long the solver may work before it is said that it does.
    pub patience: Duration,
    /// Why something is lost that a learner did who was here before.
    pub lost: Option<StoreError>,
}

/// What a learner wants who was listened to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// The thing of this number, from 1.
    Number(usize),
    /// A command that means something here, and what stood behind it.
    Do(PlainCommand, String),
    /// Words, where words mean something.
    Words(String),
    /// The language is another one now: what stands here is to be said again.
    Reworded,
    Back,
}

/// Which play it is that is begun or gone on with, and how it came to that.
#[derive(Debug)]
pub(super) enum Entered {
    New(RecordedPlay),
    GoneOn(RecordedPlay),
    /// The scenario was edited since.
    Edited(RecordedPlay),
}

impl PlainContext {
    /// The name that is spoken; nothing for somebody without one.
    pub(super) fn player(&self) -> &str {
        self.recorder.as_ref().map_or("", |recorder| spoken_name(recorder.name()))
    }

    pub(super) fn lines(&self) -> Lines<'_> {
        Lines { standard: &self.pack.standard, words: &self.words, player: self.player() }
    }

    pub(super) fn lang(&self) -> Lang {
        self.words.lang()
    }

    pub(super) fn history(&self) -> &History {
        static NOTHING: LazyLock<History> = LazyLock::new(History::default);
        self.recorder.as_ref().map_or(&NOTHING, PlayRecorder::history)
    }

    /// What is known so far; none for somebody who is kept nowhere.
    pub(super) fn learning(&self) -> Option<&Learning> {
        self.recorder.as_ref().map(PlayRecorder::learning)
    }

    /// Everything that happened to what is known; nothing for somebody who is kept nowhere.
    pub(super) fn events(&self) -> &[JournalEvent] {
        self.learning().map_or(&[], Learning::events)
    }

    /// Writes down that the visit of a unit was passed, where it was.
    pub(super) fn learn_visit(&mut self, session: &Session, dialog: &mut Dialog) -> Spoken<()> {
        let is_taught = self.pack.courses.visits(&session.scenario().id);
        if self.recorder.is_none() || !session.is_over() || !is_taught {
            return Ok(());
        }
        if let Some(best) = self.best(session.scenario(), session.seed(), dialog)? {
            let passed = of_visit(&self.pack, self.events(), session, best);
            self.learn_from(passed);
        }
        Ok(())
    }

    /// What today is for.
    pub(super) fn plan(&self) -> TodayPlan {
        self.learning().map_or_else(TodayPlan::default, |own| own.plan(&self.pack, self.history()))
    }

    /// Writes down what an activity showed, before anything else is said.
    pub(super) fn learn_from(&mut self, happened: Vec<Happened>) {
        let (at, offset) = ((self.now)(), self.offset);
        if let Some(recorder) = self.recorder.as_mut().filter(|_| !happened.is_empty()) {
            recorder.learn_from(happened, at, offset);
        }
    }

    pub(super) fn past(&self) -> PastPlays<'_> {
        PastPlays { pack: &self.pack, words: &self.words, player: self.player(), history: self.history() }
    }

    /// Listens until something is typed that means something at this prompt. Help and what is not understood are answered
    /// here, leaving and the end of the input end everything.
    pub(super) fn listen(&mut self, dialog: &mut Dialog, prompt: &PlainPrompt) -> Spoken<Wish> {
        loop {
            self.tell_news(dialog)?;
            let line = dialog.hear()?;
            let wish = match read(&line) {
                TypedLine::Number(number) if (1..=prompt.numbers).contains(&number) => Some(Wish::Number(number)),
                TypedLine::Command(_, rest) if prompt.is_for_sentences && !rest.is_empty() => {
                    Some(Wish::Words(line.clone()))
                }
                TypedLine::Command(command, rest) if prompt.takes(command) => match command {
                    PlainCommand::Leave => return Err(PlainExit::Left),
                    PlainCommand::Back => Some(Wish::Back),
                    PlainCommand::Language => {
                        self.change_language(dialog)?;
                        Some(Wish::Reworded)
                    }
                    PlainCommand::Help => {
                        dialog.say(&prompt.help(&self.words))?;
                        continue;
                    }
                    other => Some(Wish::Do(other, rest)),
                },
                TypedLine::Words(words) if prompt.words.is_some() && !words.is_empty() => Some(Wish::Words(words)),
                TypedLine::Number(_) | TypedLine::Command(..) if prompt.words.is_some() => {
                    Some(Wish::Words(line.clone()))
                }
                TypedLine::Number(_) | TypedLine::Command(..) | TypedLine::Words(_) => None,
            };
            match wish {
                Some(wish) => return Ok(wish),
                None => self.not_understood(dialog, &line, prompt)?,
            }
        }
    }

    fn not_understood(&self, dialog: &mut Dialog, line: &str, prompt: &PlainPrompt) -> Spoken<()> {
        let typed = make_safe(line);
        let told = if typed.is_empty() {
            tr!(self.words, "plain-nothing-typed")
        } else {
            tr!(self.words, "plain-not-understood", typed = typed)
        };
        dialog.say(&told)?;
        dialog.say(&prompt.help(&self.words))
    }

    /// Says what there is to say of the saves.
    pub(super) fn tell_news(&mut self, dialog: &mut Dialog) -> Spoken<()> {
        let Some(recorder) = &mut self.recorder else { return Ok(()) };
        let found = recorder.take_notices().into_iter().filter(|error| !matches!(error, StoreError::InMemory { .. }));
        let lang = self.words.lang();
        let found = found.map(|error| error.sentence().in_lang(lang).to_owned());
        let found: Vec<String> = found.chain(recorder.news(&self.words)).collect();
        dialog.say_all(&found)
    }

    /// Speaks the next language, and says so where the interface does not speak it itself.
    pub(super) fn change_language(&mut self, dialog: &mut Dialog) -> Spoken<()> {
        self.speak_next();
        self.words.spoken_in_english().map_or(Ok(()), |note| dialog.say(&note))
    }

    pub(super) fn speak_next(&mut self) {
        let Some(next) = self.words.next_language() else { return };
        self.words.speak(next);
        if let Some(recorder) = &mut self.recorder {
            recorder.set_language(next);
        }
    }

    /// Goes on with the open play that is wanted; else begins one, under a fresh seed where none is wanted.
    ///
    /// # Errors
    /// Why none is begun.
    pub(super) fn go_on_or_begin(
        &mut self,
        scenario: &Arc<Scenario>,
        wanted: WantedPlay,
        fresh: Option<Seed>,
    ) -> Result<Entered, CannotBegin> {
        let now = (self.now)();
        let open = self.recorder.as_mut().and_then(|recorder| recorder.go_on(scenario, wanted, now));
        if let Some((play, misfit)) = open {
            self.on_keep.iter_mut().for_each(|follow| follow(&play.keep()));
            return Ok(match misfit {
                Some(_) => Entered::Edited(play),
                None if play.session().turns().is_empty() => Entered::New(play),
                None => Entered::GoneOn(play),
            });
        }
        let seed = wanted.seed.or(fresh).unwrap_or_else(|| (self.fresh_seed)());
        let id = self.recorder.as_mut().map_or(Ok(AttemptId::FIRST), |recorder| recorder.begin(scenario, seed))?;
        let (pack, language, mode) = (self.pack.clone(), self.lang(), wanted.mode.unwrap_or(Mode::Learn));
        let scenario = scenario.clone();
        let play = RecordedPlay::begin(Beginning { pack: &pack, scenario, seed, mode, language, id, now });
        if let Some(keep) = play.opening() {
            self.keep(&keep);
        }
        Ok(Entered::New(play))
    }

    /// Keeps what was done in a play, if it is kept for anybody.
    pub(super) fn keep(&mut self, keep: &KeepAttempt) {
        self.recorder.iter_mut().for_each(|recorder| recorder.keep(keep));
        self.on_keep.iter_mut().for_each(|follow| follow(keep));
    }

    /// What the result of a play is to be read with.
    pub(super) fn circumstances(&self, play: &RecordedPlay) -> Circumstances {
        play.circumstances(&self.pack).after(self.history(), play.id(), play.attempt())
    }

    /// The most points under the seed of a play: by what it came to, or by the solver.
    pub(super) fn best(&mut self, scenario: &Arc<Scenario>, seed: Seed, dialog: &mut Dialog) -> Spoken<Option<i32>> {
        let request = self.known.ask_best(scenario, seed);
        self.solve(request, dialog)?;
        Ok(match self.known.best(scenario, seed) {
            Some(Async::Known(best)) => Some(*best),
            Some(Async::Pending | Async::Unknown(_)) | None => None,
        })
    }

    /// Puts to the solver what was not asked before. Where that takes long, it is said once that it does.
    fn solve(&mut self, request: Option<SolveRequest>, dialog: &mut Dialog) -> Spoken<()> {
        let Some(request) = request else { return Ok(()) };
        let (standard, words, mut said) = (&self.pack.standard, &self.words, Ok(()));
        let answer = patiently(|| request.answer(standard), self.patience, || said = dialog.tell_at_once(words));
        self.known.learn(answer);
        said
    }

    /// The most points under the seed of a play of the learner's, and notes what it came to if nobody has yet.
    pub(super) fn judge(&mut self, id: AttemptId, dialog: &mut Dialog) -> Spoken<Option<i32>> {
        let Some(attempt) = self.history().get(id).cloned() else { return Ok(None) };
        let Some(scenario) = self.pack.scenario(&attempt.scenario).cloned() else { return Ok(None) };
        let now = PlayedContent::now(&scenario.id, &scenario.hash, &self.pack.standard_hash);
        if let Some(noted) = self.history().play(id).and_then(|play| play.result_now(&now)) {
            return Ok(Some(noted.best));
        }
        let Some(best) = self.best(&scenario, attempt.seed, dialog)? else { return Ok(None) };
        if let Some(run) = attempt.run(&scenario, 0) {
            let points = Ledger::judge(&scenario, &self.pack.standard, run.turns()).points();
            let judged = JudgedResult { by: Arc::new(now), result: PlayResult { points, best } };
            self.recorder.iter_mut().for_each(|recorder| recorder.note(id, judged.clone()));
        }
        Ok(Some(best))
    }

    /// What the solver says, asked once.
    pub(super) fn review(&mut self, session: &Session, dialog: &mut Dialog) -> Spoken<Async<Arc<Debrief>>> {
        let request = self.known.ask_review(session);
        self.solve(request, dialog)?;
        Ok(self.known.review(session).cloned().unwrap_or(Async::Pending))
    }

    /// The best way on from where a play stands, asked once.
    pub(super) fn best_line(&mut self, session: &Session, dialog: &mut Dialog) -> Spoken<Async<Arc<Session>>> {
        let request = self.known.ask_line(session);
        self.solve(request, dialog)?;
        Ok(self.known.line(session).cloned().unwrap_or(Async::Pending))
    }

    /// How good the last move of a play is, asked once.
    pub(super) fn last_move(&mut self, session: &Session, dialog: &mut Dialog) -> Spoken<Async<Option<Arc<Judged>>>> {
        let request = self.known.ask_last_move(session);
        self.solve(request, dialog)?;
        Ok(self.known.last_move(session).cloned().unwrap_or(Async::Pending))
    }

    /// Looks up the moves of plays; what cannot be read is said.
    pub(super) fn fetch(&mut self, dialog: &mut Dialog, ids: Vec<AttemptId>) -> Spoken<()> {
        let unread = self.recorder.as_mut().map_or(Vec::new(), |recorder| recorder.fetch(ids));
        let told: Vec<String> = unread.iter().map(|why| why.in_lang(self.words.lang()).to_owned()).collect();
        dialog.say_all(&told)
    }

    /// Opens a learner's saves, and lets go of who was here.
    ///
    /// # Errors
    /// Why the saves cannot be opened; who was here stays.
    pub(super) fn open(&mut self, name: &str) -> Result<(), StoreError> {
        let Some(saves) = &self.saves else { return Ok(()) };
        let opened = {
            let (now, drawn) = ((self.now)(), (self.fresh_seed)());
            let start = SessionStart { now, offset: self.offset, drawn };
            PlayRecorder::open(saves, &self.pack, name, self.words.lang(), start)?
        };
        if let Language::Guessed(_) = self.language {
            self.words.speak(opened.language());
        }
        self.let_go();
        self.recorder = Some(opened);
        Ok(())
    }

    /// Brings whoever is here to the disk; what cannot be brought there is lost, and not forgotten.
    pub(super) fn let_go(&mut self) {
        let lost = self.recorder.take().and_then(PlayRecorder::close);
        self.lost = self.lost.take().or(lost);
    }

    /// Everybody known, the one who played last first.
    pub(super) fn learners(&self) -> Vec<String> {
        self.saves.as_ref().map(Saves::names_by_last_play).unwrap_or_default()
    }
}
