//! A play told as lines: what was said, where it stands, what can be chosen. Words alone, no sign that a voice would spell
//! or swallow. It prints nothing, and decides nothing.

use crate::content::scenario::ChoiceId;
use crate::content::standard::Standard;
use crate::play::engine::{Open, Session};
use crate::record::attempt::Mode;
use crate::speech::messages::Messages;
use crate::speech::narration::{Detail, LONG, Mood, MoveMark, Narrator, Passage, Standing, clock, duration, mark_word};
use crate::tr;

/// Tells plays as lines, in one language, to one player.
#[derive(Clone, Copy, Debug)]
pub struct Lines<'p> {
    pub standard: &'p Standard,
    pub words: &'p Messages,
    pub player: &'p str,
}

impl<'p> Lines<'p> {
    pub(super) fn narrator<'n>(&self, session: &'n Session) -> Narrator<'n>
    where
        'p: 'n,
    {
        Narrator { scenario: session.scenario(), standard: self.standard, words: self.words, player: self.player }
    }

    /// Where a play stands, without playing on: what was told last.
    pub fn last_told(&self, session: &Session, detail: Detail) -> Vec<String> {
        let narrator = self.narrator(session);
        match session.turns().len().checked_sub(1) {
            None => self.tell(session, &narrator.opening(session)),
            Some(last) => self.tell(session, &narrator.turn(session, last, detail)),
        }
    }

    /// The whole story so far.
    pub(super) fn story(&self, session: &Session, detail: Detail) -> Vec<String> {
        let narrator = self.narrator(session);
        let mut all = self.tell(session, &narrator.opening(session));
        for number in 0..session.turns().len() {
            all.push(String::new());
            all.extend(self.tell(session, &narrator.turn(session, number, detail)));
        }
        all
    }

    /// The time, and as far as it may be told how the customer feels and how much is met, failed and open; then the question.
    pub(super) fn moment(&self, session: &Session, mode: Mode, detail: Detail) -> String {
        let (narrator, state, words) = (self.narrator(session), session.state(), self.words);
        let mut told = vec![clock(state.clock(session.scenario()))];
        if detail != Detail::Bare {
            told.push(tr!(words, "mood", mood = Mood::of(session.scenario(), &state).word(words)));
        }
        if detail != Detail::Bare && mode == Mode::Learn {
            told.extend(self.standing(&narrator, session));
        }
        let told: Vec<String> = told.iter().map(|part| self.sentence(part)).collect();
        let between = tr!(words, "between-sentences");
        format!("{}{between}{}", told.join(&between), tr!(words, "question"))
    }

    fn standing(&self, narrator: &Narrator, session: &Session) -> Option<String> {
        let told = Standing::of(&narrator.progress(session, session.turns().len())).told(self.words);
        (!told.is_empty()).then(|| format!("{}{}", tr!(self.words, "plain-due"), self.list(&told)))
    }

    /// The open choices, numbered in the order of the seed, and in learn mode the locked ones with their reasons.
    pub fn choices(&self, session: &Session, mode: Mode) -> (Vec<String>, Vec<ChoiceId>) {
        self.choices_of(session, mode, |_| true)
    }

    /// The same of those alone that are listed.
    pub(super) fn choices_of(
        &self,
        session: &Session,
        mode: Mode,
        is_listed: impl Fn(ChoiceId) -> bool,
    ) -> (Vec<String>, Vec<ChoiceId>) {
        let (narrator, state, words) = (self.narrator(session), session.state(), self.words);
        let (mut told, mut open) = (Vec::new(), Vec::new());
        for (id, status) in session.shown() {
            let Some(choice) = session.choice(id) else { continue };
            let text = narrator.fill(&choice.text, &state);
            match status {
                Open::Yes if is_listed(id) => {
                    open.push(id);
                    let seconds = choice.takes.seconds(state.clock(session.scenario()));
                    let takes = if seconds < LONG { String::new() } else { self.aside(&duration(words, seconds)) };
                    told.push(format!("{}. {text}{takes}", open.len()));
                }
                Open::Locked(lock) if mode == Mode::Learn => {
                    let reason = self.aside(&narrator.fill(&choice.locks[lock].1, &state));
                    told.push(tr!(words, "plain-locked", choice = format!("{text}{reason}")));
                }
                Open::Yes | Open::Locked(_) | Open::Hidden => {}
            }
        }
        (told, open)
    }

    pub(super) fn tell(&self, session: &Session, passages: &[Passage]) -> Vec<String> {
        let narrator = self.narrator(session);
        passages.iter().flat_map(|passage| self.passage(&narrator, passage)).collect()
    }

    fn passage(&self, narrator: &Narrator, passage: &Passage) -> Vec<String> {
        let words = self.words;
        vec![match passage {
            Passage::Place(place) => tr!(words, "plain-place", place = place.as_str()),
            Passage::Narration(text) => text.clone(),
            Passage::Speech { speaker, how, words: said } => {
                let how = how.as_ref().map(|how| self.aside(how)).unwrap_or_default();
                format!("{speaker}{how}{}{}", tr!(words, "colon"), tr!(words, "quoted", words = said.as_str()))
            }
            Passage::Chosen { words: text, seconds, .. } => {
                let takes = if *seconds < LONG { String::new() } else { self.aside(&duration(words, *seconds)) };
                format!("{}{takes}", tr!(words, "plain-you", choice = text.as_str()))
            }
            Passage::Mood { from, to, by } => self.mood(*from, *to, *by),
            Passage::Marks(marks) => return marks.iter().map(|mark| self.mark(narrator, mark)).collect(),
            Passage::DueChanged { more, fewer } => self.due_changed(*more, *fewer),
            Passage::Feedback(text) => format!("{}{text}", tr!(words, "why")),
            Passage::TimedOut => tr!(words, "timed-out"),
            Passage::Ended(title) => format!("{}{title}", tr!(words, "ending")),
        }]
    }

    fn mood(&self, from: Mood, to: Mood, by: i32) -> String {
        let (before, now) = (from.word(self.words), to.word(self.words));
        match (from == to, by > 0) {
            (false, true) => tr!(self.words, "plain-mood-better", before = before, now = now),
            (false, false) => tr!(self.words, "plain-mood-worse", before = before, now = now),
            (true, true) => tr!(self.words, "plain-mood-bit-better", now = now),
            (true, false) => tr!(self.words, "plain-mood-bit-worse", now = now),
        }
    }

    /// `Met: Ring again after half a minute. (Calling at the door, item 7)`
    pub(super) fn mark(&self, narrator: &Narrator, mark: &MoveMark) -> String {
        let (requirement, cite) = (narrator.requirement(mark.requirement), narrator.cite(mark.requirement));
        format!("{}{requirement}{}", capital(&mark_word(self.words, mark.kind)), self.aside(&cite))
    }

    fn due_changed(&self, more: usize, fewer: usize) -> String {
        let more = (more > 0).then(|| tr!(self.words, "plain-now-due", count = more));
        let fewer = (fewer > 0).then(|| tr!(self.words, "plain-no-longer-due", count = fewer));
        more.into_iter().chain(fewer).collect::<Vec<_>>().join(&tr!(self.words, "between-sentences"))
    }

    /// What stands in brackets behind something.
    pub(super) fn aside(&self, what: &str) -> String {
        tr!(self.words, "stage-direction", how = what)
    }

    /// Words as a sentence; what ends like one already gets no second stop.
    pub(super) fn sentence(&self, what: &str) -> String {
        let has_end = what.ends_with(['.', '!', '?', '。', '！', '？']);
        let stop = if has_end { String::new() } else { tr!(self.words, "plain-stop") };
        format!("{}{stop}", capital(what))
    }

    /// One after the other.
    pub(super) fn list(&self, all: &[String]) -> String {
        all.join(&tr!(self.words, "plain-comma"))
    }
}

/// The words with their first letter large.
pub(super) fn capital(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + rest.as_str())
}
