//! Home in words: what can be done, the same rows with the same numbers at every door and on every day.

use super::course_words;
use super::day_words;
use super::learning::{Learning, TodayPlan};
use crate::base::language::own_name;
use crate::content::scenario::Pack;
use crate::record::history::{History, Resumable};
use crate::speech::messages::Messages;
use crate::speech::narration::mode_name;
use crate::tr;

/// What can be done at home, in the order of its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HomeEntry {
    /// A few minutes of practice.
    Today,
    /// What is learnt unit by unit.
    Course,
    /// On with what is open; for who never played, the first scenario.
    GoOn,
    /// All scenarios.
    Scenarios,
    /// All questions.
    Questions,
    /// What was played.
    History,
    /// The standard.
    Standard,
    /// The next language.
    Language,
    /// Who is learning.
    Learner,
}

impl HomeEntry {
    /// All of them; the first has number 1.
    pub const ALL: [HomeEntry; 9] = [
        HomeEntry::Today,
        HomeEntry::Course,
        HomeEntry::GoOn,
        HomeEntry::Scenarios,
        HomeEntry::Questions,
        HomeEntry::History,
        HomeEntry::Standard,
        HomeEntry::Language,
        HomeEntry::Learner,
    ];
}

/// What home is told from.
#[derive(Clone, Copy, Debug)]
pub struct Home<'h> {
    /// What can be played and answered.
    pub pack: &'h Pack,
    /// The interface in the language to tell it in.
    pub words: &'h Messages,
    /// The learner's name; empty for somebody without one.
    pub player: &'h str,
    /// What was played.
    pub history: &'h History,
    /// What the learner knows and what today is for; none for somebody who is kept nowhere.
    pub learning: Option<(&'h Learning, &'h TodayPlan)>,
}

impl Home<'_> {
    /// What is likeliest wanted: to go on, to begin, or to practise.
    pub fn likeliest(&self) -> HomeEntry {
        let is_open = self.history.resumable(self.pack).is_some() || self.history.is_empty();
        let can_practise = self.learning.is_some_and(|(_, today)| !today.plan.activities.is_empty());
        match (is_open, can_practise) {
            (true, _) => HomeEntry::GoOn,
            (false, true) => HomeEntry::Today,
            (false, false) => HomeEntry::Scenarios,
        }
    }

    /// An entry, and what stands below it where there is more to say.
    pub fn told(&self, entry: HomeEntry) -> (String, Vec<String>) {
        let Home { pack, words, player, history, .. } = *self;
        let only = |text: String| (text, Vec::new());
        match entry {
            HomeEntry::Today => match self.learning {
                Some((learning, today)) => day_words::summary(words, pack, learning, today),
                None => only(tr!(words, "today-nobody")),
            },
            HomeEntry::Course => match self.learning {
                Some((learning, _)) => course_words::summary(words, &pack.courses, learning.events()),
                None => only(tr!(words, "course-nobody")),
            },
            HomeEntry::GoOn => match history.resumable(pack) {
                Some(open) => self.going_on(&open),
                None => only(self.beginning().unwrap_or_else(|| tr!(words, "go-on-none"))),
            },
            HomeEntry::Scenarios => only(tr!(words, "play-a-scenario", count = pack.scenarios.len())),
            HomeEntry::Questions => only(tr!(words, "practise-questions", count = pack.questions.len())),
            HomeEntry::History => only(tr!(words, "your-plays", count = history.len())),
            HomeEntry::Standard => only(tr!(words, "read-the-standard")),
            HomeEntry::Language => only(tr!(words, "language-is", language = own_name(words.lang()))),
            HomeEntry::Learner if player.is_empty() => {
                only(tr!(words, "learner-is", name = tr!(words, "plain-nobody")))
            }
            HomeEntry::Learner => only(tr!(words, "learner-is", name = player)),
        }
    }

    fn going_on(&self, open: &Resumable) -> (String, Vec<String>) {
        let words = self.words;
        let title = open.head.title.in_lang(words.lang());
        let moves = tr!(words, "moves", count = open.attempt.line().len());
        (tr!(words, "go-on", title = title), vec![mode_name(open.attempt.mode, words), moves])
    }

    /// The first scenario, for who never played.
    fn beginning(&self) -> Option<String> {
        let first = self.pack.scenarios.heads().next().filter(|_| self.history.is_empty())?;
        Some(tr!(self.words, "first-scenario", title = first.title.in_lang(self.words.lang())))
    }
}
