//! Whether an expectation holds at a moment of a play, and what was there if it does not.

use super::comparison::{compares, sign};
use super::deferred::DeferredExpectation;
use super::moment::Moment;
use super::script::{ChoiceRef, Expectation};
use super::unmet::Unmet;
use super::view::{likest, same_words, told};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::both;
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
            Expectation::Open(choice) => {
                self.expect_status(choice, Phrase::new("open", "能选"), |open| open == Open::Yes)
            }
            Expectation::Hidden(choice) => {
                self.expect_status(choice, Phrase::new("hidden", "不出现"), |open| open == Open::Hidden)
            }
            Expectation::Locked(choice, reason) => self.expect_locked(choice, reason.as_deref()),
            Expectation::Entry { kind, requirement, by } => self.expect_entry(*kind, *requirement, by.as_ref()),
            Expectation::Mood(order, number) => self.expect_mood(*order, *number),
            Expectation::MoodWord(word) => self.expect_mood_word(&word.text),
            Expectation::Clock(order, time) => self.expect_clock(*order, *time),
            Expectation::Ending(ending) => self.expect_ending(*ending),
            Expectation::Score(order, score) => {
                return self.at_the_end(Phrase::new("a score", "有得分"), DeferredExpectation::Score(*order, *score));
            }
            Expectation::Verdict(verdict) => {
                return self.at_the_end(Phrase::new("a verdict", "有评判"), DeferredExpectation::Verdict(*verdict));
            }
            Expectation::Label(_) if self.view.session.turns().is_empty() => {
                return Err(Unmet::new(
                    Phrase::new("a label", "有评价"),
                    Phrase::new("no move was made yet", "还一步都没走"),
                ));
            }
            Expectation::Label(label) => return Ok(Answer::Later(DeferredExpectation::Label(*label))),
        };
        met.map(|()| Answer::Met)
    }

    fn at_the_end(&self, what: Phrase, question: DeferredExpectation) -> Result<Answer, Unmet> {
        if self.view.session.is_over() {
            return Ok(Answer::Later(question));
        }
        let help = Phrase::new(
            "a play is judged at its end; let the walk go on to an ending first",
            "走完才评判；让脚本先走到结局",
        );
        Err(Unmet::new(what, Phrase::new("the play is not over", "演练还没走完")).help(help))
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
            Some(0) => {
                Phrase::new("it was told at the very beginning; move the line up", "一开头就说过了；把这一行往上移")
                    .into()
            }
            Some(moves) => {
                let id = &session.taken(&session.turns()[moves - 1]).id;
                both!("it was told after \"{id}\"; move the line there", "选了 \"{id}\" 之后说过；把这一行移到那里")
            }
            None => Bilingual::default(),
        };
        let found = match likest(&wanted, &told_now) {
            Some(line) => both!("the nearest is: {line}", "最接近的是：{line}"),
            None => Phrase::new("nothing was told", "什么都没说").into(),
        };
        Err(Unmet::new(both!("to read \"{words}\"", "看到“{words}”"), found).help(help))
    }

    fn expect_untold(&self, words: &str) -> Result<(), Unmet> {
        let unwanted = same_words(words);
        let told = told(self.view, self.view.session.turns().len());
        match told.iter().find(|line| same_words(line).contains(&*unwanted)) {
            Some(line) => Err(Unmet::new(
                both!("not to read \"{words}\"", "看不到“{words}”"),
                both!("there is: {line}", "却有：{line}"),
            )),
            None => Ok(()),
        }
    }

    fn expect_locked(&self, choice: &ChoiceRef, reason: Option<&str>) -> Result<(), Unmet> {
        self.expect_status(choice, Phrase::new("locked", "选不了"), |open| matches!(open, Open::Locked(_)))?;
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
        let there = own.iter().map(|entry| {
            if let Some(id) = id_of(entry.turn) {
                both!("{kind} by \"{id}\"", "{kind}（\"{id}\"）", kind = entry.kind.word())
            } else {
                both!("{kind}", "{kind}", kind = entry.kind.word())
            }
        });
        let there: Vec<Bilingual> = there.collect();
        let is_due = scenario.due.iter().any(|due| due.requirement == requirement);
        let found = match (there.is_empty(), is_due) {
            (false, _) => {
                let there = Bilingual::join(&there, Phrase::new(" and ", "、"));
                both!("it is {there}", "实际是 {there}"; there = there)
            }
            (true, true) => {
                Phrase::new("it is not due so far, and no move touched it", "到现在还不该做，也没有一步碰到它").into()
            }
            (true, false) => Phrase::new(
                "no `due` of this scenario asks for it, and no move touched it",
                "这个情景的 `due` 没有要求它，也没有一步碰到它",
            )
            .into(),
        };
        let by = by.map(|by| both!(" by \"{id}\"", "（\"{id}\"）", id = by.text)).unwrap_or_default();
        let id = &standard.requirement(requirement).id;
        Err(Unmet::new(both!("{id} {kind}{by}", "{id} 是 {kind}{by}", kind = kind.word(); by = by), found))
    }

    fn expect_mood(&self, order: Comparison, number: i32) -> Result<(), Unmet> {
        let mood = self.view.session.state().mood(&self.script.scenario);
        if order.holds(mood, number) {
            return Ok(());
        }
        let wanted = both!("the mood {sign}{number}", "心情是 {sign}{number}", sign = sign(order));
        Err(Unmet::new(wanted, both!("it is {mood}", "实际是 {mood}")))
    }

    fn expect_mood_word(&self, word: &str) -> Result<(), Unmet> {
        let (scenario, state) = (&self.script.scenario, self.view.session.state());
        let mood = Mood::of(scenario, &state).word(&self.view.words);
        if mood == *word {
            return Ok(());
        }
        let found = both!("it is {mood} ({number})", "实际是{mood}（{number}）", number = state.mood(scenario));
        Err(Unmet::new(both!("the mood {word}", "心情是{word}"), found))
    }

    fn expect_clock(&self, order: Comparison, time: u32) -> Result<(), Unmet> {
        let now = self.view.session.state().clock(&self.script.scenario);
        if compares(order, now, time) {
            return Ok(());
        }
        let wanted = both!("the clock {sign}{time}", "时钟是 {sign}{time}", sign = sign(order), time = clock(time));
        Err(Unmet::new(wanted, both!("it is {now}", "实际是 {now}", now = clock(now))))
    }

    fn expect_ending(&self, wanted: EndingId) -> Result<(), Unmet> {
        let session = &self.view.session;
        let scenario = session.scenario();
        let expected = both!("the ending \"{name}\"", "到结局 \"{name}\"", name = scenario.ending(wanted).name);
        match session.ending() {
            Some(ending) if ending == wanted => Ok(()),
            Some(ending) => {
                let found = both!("it is \"{name}\"", "实际是 \"{name}\"", name = scenario.ending(ending).name);
                Err(Unmet::new(expected, found))
            }
            None => {
                let scene = session.state().scene(scenario).map_or("", |scene| &*scenario.scene(scene).name);
                let unmet = Unmet::new(expected, both!("the play goes on in {scene}", "演练还在 {scene}"));
                Err(unmet.help(self.open_here()))
            }
        }
    }
}
