//! Whether an expectation holds at a moment of a play, and what was there if it does not.

use super::comparison::{compares, sign};
use super::deferred::DeferredExpectation;
use super::moment::Moment;
use super::script::{ChoiceRef, Expectation};
use super::unmet::Unmet;
use super::view::{likest, same_words, told};
use crate::content::scenario::{Comparison, EndingId};
use crate::content::standard::RequirementId;
use crate::play::engine::Open;
use crate::play::scoring::{EntryKind, Ledger};
use crate::speech::narration::{Mood, clock};

/// What an expectation comes to at its moment, unless it is not met.
pub(super) enum Answer {
    Met,
    /// Only the judgement can tell.
    Later(DeferredExpectation),
}

impl Moment<'_> {
    /// Looks whether this is so.
    ///
    /// # Errors
    /// What was there instead.
    pub(super) fn expect(&self, expectation: &Expectation<RequirementId, EndingId>) -> Result<Answer, Unmet> {
        let met = match expectation {
            Expectation::Told(words) => self.expect_told(words),
            Expectation::Untold(words) => self.expect_untold(words),
            Expectation::Open(choice) => self.expect_status(choice, "open", |open| open == Open::Yes),
            Expectation::Hidden(choice) => self.expect_status(choice, "hidden", |open| open == Open::Hidden),
            Expectation::Locked(choice, reason) => self.expect_locked(choice, reason.as_deref()),
            Expectation::Entry { kind, requirement, by } => self.expect_entry(*kind, *requirement, by.as_ref()),
            Expectation::Mood(order, number) => self.expect_mood(*order, *number),
            Expectation::MoodWord(word) => self.expect_mood_word(&word.text),
            Expectation::Clock(order, time) => self.expect_clock(*order, *time),
            Expectation::Ending(ending) => self.expect_ending(*ending),
            Expectation::Score(order, score) => {
                return self.at_the_end("a score", DeferredExpectation::Score(*order, *score));
            }
            Expectation::Verdict(verdict) => {
                return self.at_the_end("a verdict", DeferredExpectation::Verdict(*verdict));
            }
            Expectation::Label(_) if self.view.session.turns().is_empty() => {
                return Err(Unmet::new("a label", "no move was made yet"));
            }
            Expectation::Label(label) => return Ok(Answer::Later(DeferredExpectation::Label(*label))),
        };
        met.map(|()| Answer::Met)
    }

    fn at_the_end(&self, what: &str, question: DeferredExpectation) -> Result<Answer, Unmet> {
        if self.view.session.is_over() {
            return Ok(Answer::Later(question));
        }
        let help = "a play is judged at its end; let the walk go on to an ending first";
        Err(Unmet::new(what, "the play is not over").help(help))
    }

    fn expect_told(&self, words: &str) -> Result<(), Unmet> {
        let wanted = same_words(words);
        let holds = |line: &String| same_words(line).contains(&*wanted);
        let session = &self.view.session;
        let now = session.turns().len();
        let told_now = told(self.view, now);
        if told_now.iter().any(holds) {
            return Ok(());
        }
        let earlier = (0..now).rev().find(|moves| told(self.view, *moves).iter().any(holds));
        let help = match earlier {
            Some(0) => "it was told at the very beginning; move the line up".to_owned(),
            Some(moves) => {
                let id = &session.taken(&session.turns()[moves - 1]).id;
                format!("it was told after \"{id}\"; move the line there")
            }
            None => String::new(),
        };
        let found = match likest(&wanted, &told_now) {
            Some(line) => format!("the nearest is: {line}"),
            None => "nothing was told".to_owned(),
        };
        Err(Unmet::new(format!("to read \"{words}\""), found).help(help))
    }

    fn expect_untold(&self, words: &str) -> Result<(), Unmet> {
        let unwanted = same_words(words);
        let told = told(self.view, self.view.session.turns().len());
        match told.iter().find(|line| same_words(line).contains(&*unwanted)) {
            Some(line) => Err(Unmet::new(format!("not to read \"{words}\""), format!("there is: {line}"))),
            None => Ok(()),
        }
    }

    fn expect_locked(&self, choice: &ChoiceRef, reason: Option<&str>) -> Result<(), Unmet> {
        self.expect_status(choice, "locked", |open| matches!(open, Open::Locked(_)))?;
        reason.map_or(Ok(()), |reason| self.expect_reason(choice, reason))
    }

    fn expect_entry(&self, kind: EntryKind, requirement: RequirementId, by: Option<&ChoiceRef>) -> Result<(), Unmet> {
        let (session, scenario, standard) = (&self.view.session, &self.script.scenario, &self.script.standard);
        let ledger = Ledger::judge(scenario, standard, session.turns());
        let own: Vec<_> = ledger.entries.iter().filter(|entry| entry.requirement == requirement).collect();
        let id_of = |turn: Option<usize>| turn.map(|turn| &*session.taken(&session.turns()[turn]).id);
        let caused = |turn| by.is_none_or(|by| id_of(turn) == Some(&*by.text));
        if own.iter().any(|entry| entry.kind == kind && caused(entry.turn)) {
            return Ok(());
        }
        let there = own.iter().map(|entry| match id_of(entry.turn) {
            Some(id) => format!("{} by \"{id}\"", entry.kind.word()),
            None => entry.kind.word().to_owned(),
        });
        let there: Vec<String> = there.collect();
        let is_due = scenario.due.iter().any(|due| due.requirement == requirement);
        let found = match (there.is_empty(), is_due) {
            (false, _) => format!("it is {}", there.join(" and ")),
            (true, true) => "it is not due so far, and no move touched it".to_owned(),
            (true, false) => "no `due` of this scenario asks for it, and no move touched it".to_owned(),
        };
        let by = by.map(|by| format!(" by \"{}\"", by.text)).unwrap_or_default();
        let id = &standard.requirement(requirement).id;
        Err(Unmet::new(format!("{id} {}{by}", kind.word()), found))
    }

    fn expect_mood(&self, order: Comparison, number: i32) -> Result<(), Unmet> {
        let mood = self.view.session.state().mood(&self.script.scenario);
        if order.holds(mood, number) {
            return Ok(());
        }
        Err(Unmet::new(format!("the mood {}{number}", sign(order)), format!("it is {mood}")))
    }

    fn expect_mood_word(&self, word: &str) -> Result<(), Unmet> {
        let (scenario, state) = (&self.script.scenario, self.view.session.state());
        let mood = Mood::of(scenario, &state).word(&self.view.words);
        if mood == *word {
            return Ok(());
        }
        Err(Unmet::new(format!("the mood {word}"), format!("it is {mood} ({})", state.mood(scenario))))
    }

    fn expect_clock(&self, order: Comparison, time: u32) -> Result<(), Unmet> {
        let now = self.view.session.state().clock(&self.script.scenario);
        if compares(order, now, time) {
            return Ok(());
        }
        Err(Unmet::new(format!("the clock {}{}", sign(order), clock(time)), format!("it is {}", clock(now))))
    }

    fn expect_ending(&self, wanted: EndingId) -> Result<(), Unmet> {
        let session = &self.view.session;
        let scenario = session.scenario();
        let expected = format!("the ending \"{}\"", scenario.ending(wanted).name);
        match session.ending() {
            Some(ending) if ending == wanted => Ok(()),
            Some(ending) => Err(Unmet::new(expected, format!("it is \"{}\"", scenario.ending(ending).name))),
            None => {
                let scene = session.state().scene(scenario).map_or("", |scene| &*scenario.scene(scene).name);
                let unmet = Unmet::new(expected, format!("the play goes on in {scene}"));
                Err(unmet.help(format!("open here: {}", self.open_ids().join(", "))))
            }
        }
    }
}
