//! What all screens share: the content, the words, who is learning, and what was found out on the way.

use super::theme::Theme;
use super::ui_effect::UiEffect;
use super::ui_event::{Now, OpenedLearner};
use crate::base::bilingual::Bilingual;
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::content::scenario::{Pack, Scenario};
use crate::content::standard::Standard;
use crate::play::engine::Session;
use crate::play::scoring::{Ledger, Score};
use crate::record::attempt::{Attempt, AttemptId, Mode};
use crate::record::circumstances::Circumstances;
use crate::record::day::Day;
use crate::record::history::{History, Resumable, WantedPlay};
use crate::record::journal::{Happened, JournalEvent};
use crate::record::play_result::PlayResult;
use crate::record::summary::{JudgedResult, PlayedContent};
use crate::speech::messages::Messages;
use crate::speech::narration::{Narrator, spoken_name};
use crate::store::{SaveState, StoreError};
use crate::tr;
use crate::trainer::course::of_visit;
use crate::trainer::learning::{Learning, TodayPlan};
use crate::trainer::open_play::{go_on, may_begin};
use crate::trainer::recorded_play::{Beginning, KeepAttempt, RecordedPlay};
use crate::trainer::solve::{SolveRequest, SolveResponse};
use crate::trainer::solver_cache::{Async, SolverCache};
use std::sync::{Arc, LazyLock};

pub(super) struct UiContext {
    pub pack: Arc<Pack>,
    pub words: Messages,
    pub theme: Theme,
    /// The window in cells.
    pub size: (u16, u16),
    pub learner: Option<OpenedLearner>,
    /// Everybody known, the one who played last first.
    pub learners: Vec<String>,
    /// Whether clicks are taken from the terminal.
    pub mouse: bool,
    /// Said once, until the next key.
    pub notice: Option<String>,
    /// Whether what the learner did is on the disk.
    pub saves: SaveState,
    pub now: Now,
    pub effects: Vec<UiEffect>,
    /// Whether the next picture replies to an answer: input that came before it does not choose on it.
    pub replied: bool,
    known: SolverCache,
    /// What was planned last, for whom and after how much had happened.
    planned: Option<((String, usize, usize), Arc<TodayPlan>)>,
}

impl UiContext {
    pub(super) fn new(pack: Arc<Pack>, words: Messages, theme: Theme, size: (u16, u16), now: Now) -> UiContext {
        UiContext {
            pack,
            words,
            theme,
            size,
            learner: None,
            learners: Vec::new(),
            mouse: true,
            notice: None,
            saves: SaveState::default(),
            now,
            effects: Vec::new(),
            replied: false,
            known: SolverCache::default(),
            planned: None,
        }
    }

    pub(super) fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// Speaks another language from now on; the learner's is remembered.
    pub(super) fn speak(&mut self, lang: Lang) {
        self.words.speak(lang);
        self.notice = self.words.spoken_in_english();
        if let Some(learner) = &mut self.learner {
            learner.language = lang;
            self.effects.push(UiEffect::Remember(lang));
        }
    }

    /// Speaks the next language of the content; after the last comes the first.
    pub(super) fn speak_next(&mut self) {
        if let Some(lang) = self.words.next_language() {
            self.speak(lang);
        }
    }

    /// Speaks the language before it in the content; before the first comes the last.
    pub(super) fn speak_previous(&mut self) {
        if let Some(lang) = self.words.previous_language() {
            self.speak(lang);
        }
    }

    /// Takes clicks from now on, or leaves them to the terminal, which then selects text; the learner's wish is remembered.
    pub(super) fn switch_mouse(&mut self) {
        self.mouse = !self.mouse;
        self.notice = Some(if self.mouse { tr!(self.words, "mouse-is-on") } else { tr!(self.words, "mouse-is-off") });
        if self.learner.is_some() {
            self.effects.push(UiEffect::RememberMouse(self.mouse));
        }
    }

    pub(super) fn standard(&self) -> &Standard {
        &self.pack.standard
    }

    pub(super) fn player(&self) -> &str {
        self.learner.as_ref().map_or("", |learner| &learner.name)
    }

    pub(super) fn narrator<'d>(&'d self, scenario: &'d Scenario) -> Narrator<'d> {
        Narrator { scenario, standard: &self.pack.standard, words: &self.words, player: spoken_name(self.player()) }
    }

    /// What was played so far; nothing while nobody is here.
    pub(super) fn history(&self) -> &History {
        static NOTHING: LazyLock<History> = LazyLock::new(History::default);
        self.learner.as_ref().map_or(&NOTHING, |learner| &learner.history)
    }

    /// What is known so far; none while nobody is here.
    pub(super) fn learning(&self) -> Option<&Learning> {
        self.learner.as_ref().map(|learner| &learner.learning)
    }

    /// Everything that happened to what is known; nothing while nobody is here.
    pub(super) fn events(&self) -> &[JournalEvent] {
        self.learning().map_or(&[], Learning::events)
    }

    /// Writes down that the visit of a unit was passed, once the scale of the play is known.
    pub(super) fn learn_visit(&mut self, session: &Session) {
        let Some(Async::Known(best)) = self.known.best(session.scenario(), session.seed()) else { return };
        let passed = of_visit(&self.pack, self.events(), session, *best);
        self.learn_from(passed);
    }

    /// Writes down what an activity showed, before the next picture.
    pub(super) fn learn_from(&mut self, happened: Vec<Happened>) {
        if self.learner.is_some() && !happened.is_empty() {
            self.effects.push(UiEffect::Learn(happened));
        }
    }

    /// What today is for. It is planned anew only after something happened.
    pub(super) fn plan(&mut self) -> Arc<TodayPlan> {
        let Some(learner) = &self.learner else { return Arc::default() };
        let known = (learner.name.clone(), learner.learning.events().len(), learner.history.len());
        if let Some((_, plan)) = self.planned.as_ref().filter(|(of, _)| *of == known) {
            return plan.clone();
        }
        let plan = Arc::new(learner.learning.plan(&self.pack, &learner.history));
        self.planned = Some((known, plan.clone()));
        plan
    }

    /// What was planned last.
    pub(super) fn planned(&self) -> Option<&TodayPlan> {
        self.planned.as_ref().map(|(_, plan)| &**plan)
    }

    /// Takes in what was written down.
    pub(super) fn learnt(&mut self, events: Vec<JournalEvent>, day: Day) {
        if let Some(learner) = &mut self.learner {
            learner.learning.take(events, day);
        }
    }

    /// The newest play that can be gone on with.
    pub(super) fn resumable(&self) -> Option<Resumable<'_>> {
        self.history().resumable(&self.pack)
    }

    /// Goes on with the open play that is wanted, if its moves are at hand; else begins one, under a fresh seed where none
    /// is wanted.
    pub(super) fn go_on_or_begin(
        &mut self,
        scenario: &Arc<Scenario>,
        wanted: WantedPlay,
        fresh: Seed,
    ) -> Option<RecordedPlay> {
        let at_hand = |id| self.history().get(id).cloned();
        match go_on(self.history(), scenario, wanted, self.now.time, at_hand) {
            Some((play, misfit)) => {
                self.ask_best(scenario, play.session().seed());
                let has_begun = !play.session().turns().is_empty();
                self.notice = match misfit {
                    Some(_) => Some(tr!(self.words, "notice-edited")),
                    None => has_begun.then(|| tr!(self.words, "going-on")),
                };
                Some(play)
            }
            None => self.begin(scenario, wanted.seed.unwrap_or(fresh), wanted.mode.unwrap_or(Mode::Learn)),
        }
    }

    /// Begins a play of the learner's. Where no number is left for it, or an exam is open under its seed, that is said, and
    /// nothing is begun.
    pub(super) fn begin(&mut self, scenario: &Arc<Scenario>, seed: Seed, mode: Mode) -> Option<RecordedPlay> {
        if let Err(refused) = may_begin(self.history(), &scenario.id, seed) {
            self.notice = Some(refused.told(&self.words));
            return None;
        }
        let given = self.learner.as_mut().map_or(Some(AttemptId::FIRST), |learner| learner.history.begin());
        let Some(id) = given else {
            self.notice = Some(tr!(self.words, "no-number", highest = AttemptId::LAST.to_string()));
            return None;
        };
        self.ask_best(scenario, seed);
        let play = RecordedPlay::begin(Beginning {
            pack: &self.pack,
            scenario: scenario.clone(),
            seed,
            mode,
            language: self.lang(),
            id,
            now: self.now.time,
        });
        play.opening().into_iter().for_each(|keep| self.keep(keep));
        Some(play)
    }

    /// Goes on with a play of the learner's, and says so where its scenario was edited since.
    pub(super) fn resume(&mut self, id: AttemptId) -> Option<RecordedPlay> {
        let attempt = self.history().get(id)?.clone();
        let scenario = self.pack.scenario(&attempt.scenario)?.clone();
        self.ask_best(&scenario, attempt.seed);
        let (play, misfit) = RecordedPlay::resume(&scenario, id, &attempt, self.now.time);
        if misfit.is_some() {
            self.notice = Some(tr!(self.words, "notice-edited"));
        }
        Some(play)
    }

    /// What the result of a play is to be read with.
    pub(super) fn circumstances(&self, play: &RecordedPlay) -> Circumstances {
        play.circumstances(&self.pack).after(self.history(), play.id(), play.attempt())
    }

    /// Asks for the moves of those of these plays that are not at hand.
    pub(super) fn fetch(&mut self, ids: impl IntoIterator<Item = AttemptId>) {
        let missing: Vec<AttemptId> = ids.into_iter().filter(|id| self.history().get(*id).is_none()).collect();
        if !missing.is_empty() {
            self.effects.push(UiEffect::Fetch(missing));
        }
    }

    /// Takes in plays that were asked for. One that cannot be read is said, and is not asked for again.
    pub(super) fn provide(&mut self, found: Vec<(AttemptId, Result<Arc<Attempt>, Bilingual>)>) {
        let Some(learner) = &mut self.learner else { return };
        let mut read = Vec::new();
        for (id, attempt) in found {
            match attempt {
                Ok(attempt) => read.push((id, attempt)),
                Err(why) => {
                    learner.history.forget(id);
                    self.notice = Some(why.in_lang(self.words.lang()).to_owned());
                }
            }
        }
        learner.history.provide(read);
    }

    /// The most points under the seed of a play, as far as it is known: by what it came to, or by the solver, who is asked
    /// if nobody did yet.
    pub(super) fn best_of(&mut self, id: AttemptId, scenario: &Arc<Scenario>, seed: Seed) -> Option<i32> {
        let now = PlayedContent::now(&scenario.id, &scenario.hash, &self.pack.standard_hash);
        let noted = self.history().play(id).and_then(|play| play.result_now(&now));
        if let Some(noted) = noted {
            return Some(noted.best);
        }
        self.ask_best(scenario, seed);
        match self.known.best(scenario, seed) {
            Some(Async::Known(best)) => Some(*best),
            Some(Async::Pending | Async::Unknown(_)) | None => None,
        }
    }

    /// Judges a play that nobody has judged yet, as soon as it can be.
    pub(super) fn judge(&mut self, id: AttemptId, scenario: &Arc<Scenario>, seed: Seed) {
        if self.best_of(id, scenario, seed).is_some() {
            self.settle(&scenario.id, seed);
        }
    }

    /// Notes what the plays at hand came to that waited for this scale.
    fn settle(&mut self, scenario: &str, seed: Seed) {
        let Some(scenario) = self.pack.scenario(scenario).cloned() else { return };
        let Some(Async::Known(best)) = self.known.best(&scenario, seed).cloned() else { return };
        let now = Arc::new(PlayedContent::now(&scenario.id, &scenario.hash, &self.pack.standard_hash));
        let is_unsettled =
            |id| self.history().play(id).is_some_and(|play| play.result.as_ref().is_none_or(|own| own.by != now));
        let waiting = self
            .history()
            .at_hand()
            .filter(|(id, own)| own.finished && own.seed == seed && own.scenario == scenario.id && is_unsettled(*id));
        let waiting: Vec<(AttemptId, Arc<Attempt>)> = waiting.map(|(id, own)| (id, own.clone())).collect();
        for (id, attempt) in waiting {
            let Some(run) = attempt.run(&scenario, 0) else { continue };
            let points = Ledger::judge(&scenario, &self.pack.standard, run.turns()).points();
            self.note(id, JudgedResult { by: now.clone(), result: PlayResult { points, best } });
        }
    }

    /// Notes what a play came to: in its file, if it was played in this session by what there is today.
    fn note(&mut self, id: AttemptId, judged: JudgedResult) {
        let Some(learner) = &mut self.learner else { return };
        match learner.history.note(id, &judged) {
            Some(attempt) => self.keep(KeepAttempt { id, attempt }),
            None => self.effects.push(UiEffect::Note(id, judged)),
        }
    }

    /// Keeps an attempt, here and on the disk.
    pub(super) fn keep(&mut self, mut keep: KeepAttempt) {
        let Some(learner) = &mut self.learner else { return };
        keep.attempt = learner.history.keep(keep.id, keep.attempt);
        self.effects.push(UiEffect::Keep(keep));
    }

    /// Takes in how the saves stand; that all is well again is said once.
    pub(super) fn learn_saves(&mut self, saves: SaveState) {
        if self.saves.unsaved().is_some() && saves.why().is_none() {
            self.notice = Some(tr!(self.words, "notice-saved-again"));
        }
        self.saves = saves;
    }

    /// What is said to whoever leaves this play before its end; nothing where nothing was done in it.
    pub(super) fn farewell(&self, left: &RecordedPlay) -> Option<String> {
        self.history().get(left.id())?;
        Some(match self.saves.unsaved().and_then(StoreError::why) {
            None => tr!(self.words, "notice-kept"),
            Some(why) => tr!(self.words, "notice-unsaved", why = why.told().in_lang(self.words.lang()).to_owned()),
        })
    }

    /// What the solver said so far.
    pub(super) fn known(&self) -> &SolverCache {
        &self.known
    }

    pub(super) fn learn(&mut self, answer: SolveResponse) {
        let scaled = match &answer {
            SolveResponse::Best { scenario, seed, .. } => Some((scenario.clone(), *seed)),
            SolveResponse::Review { play, .. } => Some((play.scenario.clone(), play.seed)),
            SolveResponse::Line { .. } | SolveResponse::LastMove { .. } => None,
        };
        self.known.learn(answer);
        if let Some((scenario, seed)) = scaled {
            self.settle(&scenario, seed);
        }
    }

    /// Asks for the best under a seed, unless it was asked before.
    pub(super) fn ask_best(&mut self, scenario: &Arc<Scenario>, seed: Seed) {
        let question = self.known.ask_best(scenario, seed);
        self.ask(question);
    }

    /// Asks for a finished play to be reviewed, unless it was asked before.
    pub(super) fn ask_review(&mut self, session: &Session) {
        let question = self.known.ask_review(session);
        self.ask(question);
    }

    /// Asks for the best way on from where a play stands, unless it was asked before.
    pub(super) fn ask_line(&mut self, session: &Session) {
        let question = self.known.ask_line(session);
        self.ask(question);
    }

    /// Asks how good the last move of a play is, unless it was asked before.
    pub(super) fn ask_last_move(&mut self, session: &Session) {
        let question = self.known.ask_last_move(session);
        self.ask(question);
    }

    fn ask(&mut self, question: Option<SolveRequest>) {
        self.effects.extend(question.map(UiEffect::Solve));
    }

    /// The score of a run, once its scale is known.
    pub(super) fn score(&self, session: &Session) -> Option<Score> {
        let Some(Async::Known(best)) = self.known.best(session.scenario(), session.seed()) else { return None };
        let ledger = Ledger::judge(session.scenario(), self.standard(), session.turns());
        Some(Score::share(ledger.points(), *best))
    }
}
