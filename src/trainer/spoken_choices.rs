//! Where a choice speaks prescribed words, it can be said in one's own: which choices of a moment fold into that, and which
//! of them a sentence is. Pure: nothing is remembered, and nothing is taken here.

use super::phrase_drill::Speaking;
use crate::base::quantity::{Quantity, quantities};
use crate::content::scenario::{Choice, ChoiceId, ChoiceKind, Mark, Scenario, SpeakerId};
use crate::content::standard::{PLAYER_SLOT, RequirementId, Standard};
use crate::play::engine::{Open, Session, State};
use crate::play::hearing::{
    ElementHeard, ElementHearing, PhraseHearing, SlotValue, Unheard, Utterance, can_be_heard, hear_rows, other_hour,
};
use crate::speech::narration::Slots;
use std::cmp::Reverse;

/// The speaker who stands for the learner.
const PLAYER_SPEAKER: &str = "you";

/// The choices of a moment that are said in one's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpokenChoices {
    /// What meets prescribed words: the most complete first.
    meeting: Vec<SayableChoice>,
    /// These and the other wordings of the same, in the order of the screen.
    folded: Vec<ChoiceId>,
}

/// A choice that meets prescribed words.
#[derive(Clone, Debug, PartialEq, Eq)]
struct SayableChoice {
    choice: ChoiceId,
    /// What it meets of all that prescribes words.
    rows: Vec<RequirementId>,
}

impl SayableChoice {
    /// Whether it says all that another one says, and more.
    fn is_fuller(&self, other: &SayableChoice) -> bool {
        self.rows.len() > other.rows.len() && other.rows.iter().all(|row| self.rows.contains(row))
    }
}

/// A sentence, and which choice it is.
#[derive(Clone, Debug)]
pub struct HeardChoice {
    /// The choice that it was held against: the one that it came nearest to.
    pub model: ChoiceId,
    /// Every part of that one's words, and what was heard of it.
    pub hearing: PhraseHearing,
    /// The choice that it is. None where what is missing makes it no choice of this moment; several where words alone do not
    /// tell them apart: with one hand or with both.
    pub meant: Vec<ChoiceId>,
    /// The number that is fixed where it is none, as the model says it, if another one was said.
    pub instead: Option<Box<str>>,
}

/// A moment, and who speaks in it.
struct MomentEar<'e> {
    session: &'e Session,
    state: State,
    by: &'e Speaking<'e>,
}

impl SpokenChoices {
    /// What can be said in the present moment; none where no open choice speaks prescribed words.
    pub fn of(session: &Session, standard: &Standard) -> Option<SpokenChoices> {
        let state = session.state();
        let shown = session.shown().into_iter().filter(|(_, open)| *open == Open::Yes);
        let said = shown.filter_map(|(id, _)| Some((id, session.choice(id)?)));
        let said: Vec<(ChoiceId, &Choice)> = said.filter(|(_, choice)| choice.kind == ChoiceKind::Say).collect();
        let has_words = |id: &RequirementId| !standard.requirement(*id).elements.is_empty();
        let rows = |own: &Choice| holding(&own.meets, &state).filter(has_words).collect::<Vec<RequirementId>>();
        let all = said.iter().map(|(id, own)| (SayableChoice { choice: *id, rows: rows(own) }, *own));
        let mut meeting: Vec<(SayableChoice, &Choice)> = all.filter(|(own, _)| !own.rows.is_empty()).collect();
        // What says more comes first, then what is due earlier, then what does less harm.
        let rank = |own: &SayableChoice| own.rows.iter().map(|id| standard.requirement(*id).rank).min().flatten();
        meeting.sort_by_key(|(own, choice)| (Reverse(own.rows.len()), rank(own), harm(choice, &state), own.choice));
        let meeting: Vec<SayableChoice> = meeting.into_iter().map(|(own, _)| own).collect();
        let prescribed: Vec<RequirementId> = meeting.iter().flat_map(|own| own.rows.iter().copied()).collect();
        let touches = |own: &Choice| {
            let mut marks = holding(&own.meets, &state).chain(holding(&own.spoils, &state));
            marks.any(|id| prescribed.contains(&id))
        };
        let folded = said.iter().filter(|(_, own)| touches(own)).map(|(id, _)| *id).collect();
        (!meeting.is_empty()).then_some(SpokenChoices { meeting, folded })
    }

    /// Whether any scene of a scenario has words to be said.
    pub fn is_in(scenario: &Scenario, standard: &Standard) -> bool {
        let mut choices = scenario.scenes.iter().flat_map(|scene| &scene.choices);
        let has_words = |mark: &Mark| !standard.requirement(mark.requirement).elements.is_empty();
        choices.any(|own| own.kind == ChoiceKind::Say && own.meets.iter().any(has_words))
    }

    /// The choices that are said instead of chosen, in the order of the screen.
    pub fn folded(&self) -> &[ChoiceId] {
        &self.folded
    }

    /// Which choice a sentence is, and what was heard of it. What was said just before (`earlier`) can bring a part that
    /// the sentence lacks, and spoils nothing.
    ///
    /// # Errors
    /// When it cannot be judged.
    pub fn hear(
        &self,
        session: &Session,
        words: &str,
        earlier: Option<&str>,
        by: &Speaking,
    ) -> Result<HeardChoice, Unheard> {
        can_be_heard(by.lang, words)?;
        let ear = MomentEar { session, state: session.state(), by };
        let said = Utterance::new(by.lang, words);
        let heard: Vec<(&SayableChoice, PhraseHearing)> =
            self.meeting.iter().map(|own| (own, ear.heard(own, &own.rows, &said))).collect();
        if let Some(whole) = self.whole(&ear, &heard, words) {
            return Ok(whole);
        }
        // What was said too early need not be said again.
        if let Some(earlier) = earlier {
            let all = format!("{earlier}\n{words}");
            let said = Utterance::new(by.lang, &all);
            let with =
                |(own, now): &(&'_ SayableChoice, PhraseHearing)| with_earlier(now, ear.heard(own, &own.rows, &said));
            let both: Vec<(&SayableChoice, PhraseHearing)> = heard.iter().map(|own| (own.0, with(own))).collect();
            if let Some(whole) = self.whole(&ear, &both, &all) {
                return Ok(whole);
            }
        }
        // The first of those that are as near is the most complete.
        let open = heard.into_iter().rev().filter(|(_, hearing)| !hearing.is_whole());
        let nearest = open.max_by_key(|(_, hearing)| parts_said(hearing).filter(|said| *said).count());
        let Some((own, hearing)) = nearest else { return Err(Unheard::Nothing) };
        let meant: Vec<ChoiceId> = self.sibling(&ear, own, &hearing, words).into_iter().collect();
        let instead = if meant.is_empty() { ear.other_number(own, &hearing, &said) } else { None };
        Ok(HeardChoice { model: own.choice, hearing, meant, instead })
    }

    /// The choice of which everything was said, if there is one.
    fn whole(&self, ear: &MomentEar, heard: &[(&SayableChoice, PhraseHearing)], words: &str) -> Option<HeardChoice> {
        // What says less than another choice is meant only where most of its words were said.
        let is_meant = |own: &SayableChoice| {
            let is_fullest = !heard.iter().any(|(other, _)| other.is_fuller(own));
            let is_alone = !heard.iter().any(|(other, had)| is_tried_too(own, other, had));
            let fuller = || heard.iter().filter(|(other, _)| other.is_fuller(own)).map(|(other, _)| other.choice);
            is_alone && (is_fullest || ear.says_most_of(own.choice, fuller(), words))
        };
        let own = heard.iter().find(|(own, hearing)| hearing.is_whole() && is_meant(own))?;
        Some(ear.told(&self.folded, own, heard))
    }

    /// The one other wording that has the very parts that were heard and lacks the very parts that were not, and whose
    /// words were said for the greater part: nobody is taken to have said more than she did.
    fn sibling(&self, ear: &MomentEar, own: &SayableChoice, hearing: &PhraseHearing, words: &str) -> Option<ChoiceId> {
        let is_it = |id: &ChoiceId| {
            let Some(choice) = ear.session.choice(*id).filter(|_| *id != own.choice) else { return false };
            let mut lists = [&choice.meets, &choice.spoils, &choice.breaks].into_iter();
            let is_of_these = lists.all(|list| holding(list, &ear.state).all(|row| own.rows.contains(&row)));
            is_of_these
                && ear.says_most_of(*id, [own.choice], words)
                && parts_said(&ear.heard(own, &own.rows, &ear.words(choice))).eq(parts_said(hearing))
        };
        let mut found = self.folded.iter().copied().filter(is_it);
        found.next().filter(|_| found.next().is_none())
    }
}

/// Whether most of what another choice asks for beside this one was said too, and not all of it: then more was meant than
/// this one, and it is told what is missing.
fn is_tried_too(own: &SayableChoice, other: &SayableChoice, had: &PhraseHearing) -> bool {
    let beside = had.elements.iter().filter(|part| !own.rows.contains(&part.requirement));
    let (said, all) =
        beside.fold((0, 0), |(said, all), part| (said + usize::from(part.heard == ElementHeard::Said), all + 1));
    !had.is_whole() && other.choice != own.choice && said * 2 > all
}

/// What is heard now, with the parts that were said before and are not taken back now.
fn with_earlier(now: &PhraseHearing, both: PhraseHearing) -> PhraseHearing {
    let parts = now.elements.iter().zip(both.elements);
    let either = |(now, both): (&ElementHearing, ElementHearing)| match (&now.heard, &both.heard) {
        (ElementHeard::Missing, ElementHeard::Said) => both,
        (ElementHeard::Missing | ElementHeard::Said | ElementHeard::Spoiled(_), _) => now.clone(),
    };
    PhraseHearing { elements: parts.map(either).collect() }
}

/// Of each part whether it was said.
fn parts_said(hearing: &PhraseHearing) -> impl Iterator<Item = bool> + '_ {
    hearing.elements.iter().map(|part| part.heard == ElementHeard::Said)
}

/// Whether a reply has the greater part of some words, give or take what any two ways to say it differ in: of languages that
/// are written without spaces, of the pairs of characters. Words that stand beside them too tell nothing, unless all do.
fn says_most_of(words: &str, beside: &[String], reply: &str) -> bool {
    let (words, reply) = (pieces(words), pieces(reply));
    let mut own: Vec<&String> = words.iter().filter(|piece| !beside.contains(piece)).collect();
    if own.is_empty() {
        own = words.iter().collect();
    }
    let said = own.iter().filter(|piece| reply.contains(piece)).count();
    !own.is_empty() && said * 5 >= own.len() * 2
}

fn pieces(words: &str) -> Vec<String> {
    let lower = words.to_lowercase();
    let spelt: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if spelt.iter().all(|word| word.is_ascii()) {
        return spelt.into_iter().map(str::to_owned).collect();
    }
    let chars: Vec<char> = spelt.concat().chars().collect();
    chars.windows(2).map(|pair| pair.iter().collect()).collect()
}

impl MomentEar<'_> {
    /// What somebody's words have of the words of a choice.
    fn heard(&self, model: &SayableChoice, rows: &[RequirementId], said: &Utterance) -> PhraseHearing {
        let Some(own) = self.session.choice(model.choice) else { return self.rows_heard(rows, said, None) };
        let (hour, fixed) = (self.hour(own, rows), self.fixed(model.choice));
        if fixed.is_empty() {
            return self.rows_heard(rows, said, hour);
        }
        self.rows_heard(rows, &said.clone().against(&fixed), hour)
    }

    /// The slot that a choice does not say although it stands for it, and the hour that it names instead.
    fn hour<'s>(&'s self, own: &'s Choice, rows: &[RequirementId]) -> Option<(&'s str, &'s str)> {
        let text = own.text.in_lang(self.by.lang);
        other_hour(text, &self.words(own), rows, self.by.standard, &|name| self.value(name))
    }

    /// What words have of these rows, where a slot stands for another hour.
    fn rows_heard(&self, rows: &[RequirementId], said: &Utterance, hour: Option<(&str, &str)>) -> PhraseHearing {
        hear_rows(rows, self.by.standard, said, &|name| match hour {
            Some((slot, hour)) if slot == name => SlotValue::words(hour),
            Some(_) | None => self.value(name),
        })
    }

    /// The numbers that a choice's own words fix: the hour at which somebody is to be rung again.
    fn fixed(&self, choice: ChoiceId) -> Vec<Quantity> {
        quantities(self.by.lang, &self.text(choice).unwrap_or_default())
    }

    /// The number that a choice fixes, as it says it, where another one was said in its place.
    fn other_number(&self, model: &SayableChoice, hearing: &PhraseHearing, said: &Utterance) -> Option<Box<str>> {
        let own = self.session.choice(model.choice)?;
        let text = self.text(model.choice)?;
        let fixed = self.fixed(model.choice);
        let other = said.clone().against(&fixed).first_other()?;
        let number = fixed.iter().find(|own| own.measure == other)?;
        let in_any = self.rows_heard(&model.rows, said, self.hour(own, &model.rows));
        let is_lost = !parts_said(&in_any).eq(parts_said(hearing));
        text.get(number.at.clone()).filter(|_| is_lost).map(Into::into)
    }

    /// A choice of which everything was said; with what was left out of the choice that says as much and more.
    fn told(
        &self,
        folded: &[ChoiceId],
        whole: &(&SayableChoice, PhraseHearing),
        heard: &[(&SayableChoice, PhraseHearing)],
    ) -> HeardChoice {
        let rows = &whole.0.rows;
        let same = |id: &ChoiceId| {
            let other = heard.iter().find(|(other, hearing)| other.choice == *id && hearing.is_whole());
            other.is_some_and(|(other, _)| other.rows == *rows || self.says_it_too(whole.0, *id))
        };
        let meant: Vec<ChoiceId> = folded.iter().copied().filter(same).collect();
        let fuller = heard.iter().find(|(own, _)| own.is_fuller(whole.0));
        let (model, hearing) = fuller.unwrap_or(whole);
        HeardChoice { model: model.choice, hearing: hearing.clone(), meant, instead: None }
    }

    /// Whether the words of another choice, without what is said behind them, are those of this one as well.
    fn says_it_too(&self, own: &SayableChoice, other: ChoiceId) -> bool {
        self.text(other).is_some_and(|text| self.heard(own, &own.rows, &Utterance::new(self.by.lang, &text)).is_whole())
    }

    /// Everything that is said with a choice: its own words, and the lines of its reply that the learner speaks.
    fn words(&self, choice: &Choice) -> Utterance {
        let scenario = self.session.scenario();
        let player = SpeakerId::find(&scenario.speakers, |speaker| *speaker.name == *PLAYER_SPEAKER);
        let lines = scenario.lines.get(choice.reply.clone()).unwrap_or_default().iter();
        let own = lines.filter(|line| player.is_some() && line.by == player && line.when.holds(&self.state.0));
        let texts = [&choice.text].into_iter().chain(own.map(|line| &line.text));
        let words: Vec<String> = texts.map(|text| self.filled(text.in_lang(self.by.lang))).collect();
        Utterance::new(self.by.lang, &words.join("\n"))
    }

    /// Whether a reply has most of what only this choice says, and the others beside it do not.
    fn says_most_of(&self, choice: ChoiceId, beside: impl IntoIterator<Item = ChoiceId>, reply: &str) -> bool {
        let beside: Vec<String> =
            beside.into_iter().filter_map(|id| self.text(id)).flat_map(|text| pieces(&text)).collect();
        self.text(choice).is_some_and(|text| says_most_of(&text, &beside, reply))
    }

    /// The words of a choice alone.
    fn text(&self, choice: ChoiceId) -> Option<String> {
        self.session.choice(choice).map(|own| self.filled(own.text.in_lang(self.by.lang)))
    }

    fn filled(&self, words: &str) -> String {
        let slots = Slots { scenario: self.session.scenario(), lang: self.by.lang, player: self.by.player };
        slots.fill(words, &self.state).into_owned()
    }

    /// What stands for a slot here.
    fn value(&self, name: &str) -> SlotValue<'_> {
        let slot = self.session.scenario().slots.iter().find(|slot| *slot.name == *name);
        match slot {
            Some(slot) => {
                SlotValue::Words { words: slot.text.in_lang(self.by.lang), forms: slot.forms.in_lang(self.by.lang) }
            }
            None if name == PLAYER_SLOT && !self.by.player.is_empty() => SlotValue::words(self.by.player),
            None if matches!(name, "time" | "appointment") => SlotValue::AnyTime,
            None => SlotValue::Unknown,
        }
    }
}

/// The requirements of those marks that hold.
fn holding<'m>(marks: &'m [Mark], state: &'m State) -> impl Iterator<Item = RequirementId> + 'm {
    marks.iter().filter(|mark| mark.when.holds(&state.0)).map(|mark| mark.requirement)
}

/// How much a choice spoils and breaks.
fn harm(choice: &Choice, state: &State) -> usize {
    holding(&choice.spoils, state).chain(holding(&choice.breaks, state)).count()
}
