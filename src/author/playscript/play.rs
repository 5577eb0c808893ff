//! A walk played: straight, and once more with the play saved and loaded after every move. What the play was told to do
//! and could not, and what was expected and is not so, becomes a fault; the first choice that cannot be taken ends it.

use super::mismatch::Mismatch;
use super::read::{ChoiceRef, Expectation, Instruction, ScriptStep};
use super::validate::Playscript;
use super::view::{FoundChoice, PlayView, find, likest, names_of, same_words, told};
use crate::base::diagnostic::suggest;
use crate::content::scenario::{ChoiceId, Comparison, EndingId};
use crate::content::standard::RequirementId;
use crate::play::debrief::Debrief;
use crate::play::engine::{Event, Open, Session};
use crate::play::scoring::{EntryKind, Label, Ledger, Score, Scorecard, Verdict};
use crate::play::solver::{Solver, Values};
use crate::speech::narration::{Mood, clock};
use std::ops::Range;

/// How a walk went.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The play as far as it could be played.
    pub session: Session,
    /// In the order of the file; empty when the walk holds.
    pub mismatches: Vec<Mismatch>,
    /// How many expectations were looked at.
    pub asked: usize,
    /// How many choices and expectations stand behind the choice that could not be taken.
    pub unplayed: usize,
    /// Of a finished play whose scenario can be solved.
    pub judged: Option<(Score, Verdict)>,
}

/// Plays a walk straight, and again with `reload` after every move: it is handed the play, saves and loads it, and
/// gives back what was loaded, or why that failed.
pub fn run(script: &Playscript, mut reload: impl FnMut(&Session) -> Result<Session, String>) -> Outcome {
    let mut straight = ScriptPlayer::new(script);
    straight.play(&mut |_| None);
    let mut kept = ScriptPlayer::new(script);
    kept.play(&mut |session| Some(reload(session)));
    let judged = straight.judge();
    let mut mismatches = straight.mismatches;
    for mismatch in kept.mismatches {
        if !mismatches.contains(&mismatch) {
            let told = match &mismatch.kind {
                super::MismatchKind::Reloaded(message) => message.clone(),
                super::MismatchKind::Written(_) | super::MismatchKind::Unmet { .. } => mismatch.message(),
            };
            mismatches.push(Mismatch::reloaded(mismatch.place, told).help(mismatch.help));
        }
    }
    mismatches.sort_by_key(|mismatch| mismatch.place.span.start);
    let unplayed = straight.unplayed;
    Outcome { session: straight.view.session, mismatches, asked: straight.asked, unplayed, judged }
}

struct ScriptPlayer<'w> {
    script: &'w Playscript,
    view: PlayView<'w>,
    mismatches: Vec<Mismatch>,
    asked: usize,
    unplayed: usize,
    /// What is judged when the play is over: where it stands, after how many moves.
    later: Vec<(Range<usize>, usize, DeferredExpectation)>,
}

/// What only a judgement can say.
#[derive(Clone, Copy)]
enum DeferredExpectation {
    Score(Comparison, Score),
    Verdict(Verdict),
    Label(Option<Label>),
}

type ValidExpectation = Expectation<RequirementId, EndingId>;

impl<'w> ScriptPlayer<'w> {
    fn new(script: &'w Playscript) -> ScriptPlayer<'w> {
        let session = Session::new(script.scenario.clone(), script.seed);
        let view = PlayView::new(session, &script.standard, script.language);
        ScriptPlayer { script, view, mismatches: Vec::new(), asked: 0, unplayed: 0, later: Vec::new() }
    }

    /// Plays all steps; `between` may put another play in the place of this one after a move.
    fn play(&mut self, between: &mut dyn FnMut(&Session) -> Option<Result<Session, String>>) {
        let script = self.script;
        for (number, ScriptStep { at, instruction }) in script.steps.iter().enumerate() {
            let went_on = match instruction {
                Instruction::Choose(choice_ref) => self.choose(choice_ref) && self.reload(at, between),
                Instruction::Expect(expectation) => {
                    self.asked += 1;
                    self.expect(at, expectation);
                    true
                }
            };
            if !went_on {
                self.unplayed = script.steps.len() - number - 1;
                return;
            }
        }
    }

    fn unmet(&mut self, at: &Range<usize>, expected: String, found: String, help: String) {
        let place = self.script.source.place_at(at.clone());
        self.mismatches.push(Mismatch::unmet(place, expected, found).help(help));
    }

    fn choose(&mut self, choice_ref: &ChoiceRef) -> bool {
        let found = find(&self.view, choice_ref);
        if let FoundChoice::Here(id, Open::Yes) = found
            && self.view.session.take(id).is_ok()
        {
            return true;
        }
        let expected = format!("to choose {}", quoted(choice_ref));
        let (there, help) = (self.stands(&found), self.open_here(choice_ref));
        self.unmet(&choice_ref.at, expected, there, help);
        false
    }

    fn reload(
        &mut self,
        at: &Range<usize>,
        between: &mut dyn FnMut(&Session) -> Option<Result<Session, String>>,
    ) -> bool {
        let mismatch = match between(&self.view.session) {
            None => return true,
            Some(Ok(loaded)) if is_same(&loaded, &self.view.session) => {
                self.view.session = loaded;
                return true;
            }
            Some(Ok(_)) => "the play stands elsewhere".to_owned(),
            Some(Err(why)) => why,
        };
        self.mismatches.push(Mismatch::reloaded(self.script.source.place_at(at.clone()), mismatch));
        false
    }

    /// What is there instead of a choice that can be taken.
    fn stands(&self, found: &FoundChoice) -> String {
        let session = &self.view.session;
        let scenario = session.scenario();
        let Some(here) = session.state().scene(scenario) else {
            let ending = session.ending().map_or("", |ending| &*scenario.ending(ending).name);
            return format!("the play is over, in the ending \"{ending}\"");
        };
        let here = &scenario.scene(here).name;
        match found {
            FoundChoice::Here(_, Open::Yes) => "it is open".to_owned(),
            FoundChoice::Here(id, Open::Locked(lock)) => {
                format!("it is locked: {}", self.view.reason(*id, *lock))
            }
            FoundChoice::Here(_, Open::Hidden) => {
                "it is hidden: its `when` does not hold, or it was taken once already".to_owned()
            }
            FoundChoice::Elsewhere(scenes) => {
                format!("it stands in {}, and the play is in {here}", scenes.join(", "))
            }
            FoundChoice::Many(ids) => format!("these words stand in several choices here: {}", ids.join(", ")),
            FoundChoice::Nothing => format!("nothing on the screen of {here} reads so"),
        }
    }

    fn open_here(&self, choice_ref: &ChoiceRef) -> String {
        let session = &self.view.session;
        let open = names_of(session, |open| open == Open::Yes);
        if open.is_empty() {
            return "remove the line, or see where the play went another way".to_owned();
        }
        let near = suggest(&choice_ref.text, open.iter().copied());
        let mut help = match near {
            Some(near) => format!("did you mean \"{near}\"? Open here: {}", open.join(", ")),
            None => format!("open here: {}", open.join(", ")),
        };
        let dice = self.unnamed_dice();
        if !dice.is_empty() {
            help += &format!("; the dice gave, and the walk does not say: {}", dice.join(", "));
        }
        help
    }

    /// What fell by chance on the way without being named in the walk.
    fn unnamed_dice(&self) -> Vec<String> {
        let scenario = &self.script.scenario;
        let events = self.view.session.turns().iter().flat_map(|turn| &turn.events);
        let fell = events.filter_map(|event| match event {
            Event::Revealed { chance, outcome } => Some((&scenario.chances[chance.index()], outcome.index())),
            _ => None,
        });
        let unnamed = fell.filter(|(chance, _)| !self.script.chances.contains(&chance.name));
        unnamed.map(|(chance, outcome)| format!("{} {}", chance.name, chance.outcomes[outcome])).collect()
    }

    fn expect(&mut self, at: &Range<usize>, expectation: &ValidExpectation) {
        match expectation {
            Expectation::Told(words) => self.expect_told(at, words),
            Expectation::Untold(words) => {
                let told = told(&self.view, self.view.session.turns().len());
                if let Some(line) = told.iter().find(|line| same_words(line).contains(&*same_words(words))) {
                    self.unmet(at, format!("not to read \"{words}\""), format!("there is: {line}"), String::new());
                }
            }
            Expectation::Open(choice_ref) => self.expect_choice(at, choice_ref, "open", |open| open == Open::Yes),
            Expectation::Hidden(choice_ref) => {
                self.expect_choice(at, choice_ref, "hidden", |open| open == Open::Hidden);
            }
            Expectation::Locked(choice_ref, reason) => {
                self.expect_choice(at, choice_ref, "locked", |open| matches!(open, Open::Locked(_)));
                reason.iter().for_each(|reason| self.expect_reason(at, choice_ref, reason));
            }
            Expectation::Entry { kind, requirement, by } => self.expect_entry(at, *kind, *requirement, by.as_ref()),
            Expectation::Score(order, score) => {
                self.at_the_end(at, "a score", DeferredExpectation::Score(*order, *score))
            }
            Expectation::Verdict(verdict) => self.at_the_end(at, "a verdict", DeferredExpectation::Verdict(*verdict)),
            Expectation::Label(label) => match self.view.session.turns().len() {
                0 => self.unmet(at, "a label".to_owned(), "no move was made yet".to_owned(), String::new()),
                moves => self.later.push((at.clone(), moves, DeferredExpectation::Label(*label))),
            },
            Expectation::Mood(order, number) => {
                let mood = self.view.session.state().mood(&self.script.scenario);
                if !order.holds(mood, *number) {
                    let expected = format!("the mood {}{number}", sign(*order));
                    self.unmet(at, expected, format!("it is {mood}"), String::new());
                }
            }
            Expectation::MoodWord(word) => {
                let state = self.view.session.state();
                let mood = Mood::of(&self.script.scenario, &state).word(&self.view.words);
                if mood != *word.text {
                    let found = format!("it is {mood} ({})", state.mood(&self.script.scenario));
                    self.unmet(at, format!("the mood {}", word.text), found, String::new());
                }
            }
            Expectation::Clock(order, time) => {
                let now = self.view.session.state().clock(&self.script.scenario);
                if !order.holds(now as i32, *time as i32) {
                    let expected = format!("the clock {}{}", sign(*order), clock(*time));
                    self.unmet(at, expected, format!("it is {}", clock(now)), String::new());
                }
            }
            Expectation::Ending(ending) => self.expect_ending(at, *ending),
        }
    }

    fn expect_told(&mut self, at: &Range<usize>, words: &str) {
        let wanted = same_words(words);
        let now = self.view.session.turns().len();
        let told_now = told(&self.view, now);
        if told_now.iter().any(|line| same_words(line).contains(&*wanted)) {
            return;
        }
        let earlier =
            (0..now).rev().find(|turn| told(&self.view, *turn).iter().any(|line| same_words(line).contains(&*wanted)));
        let help = match earlier {
            Some(0) => "it was told at the very beginning; move the line up".to_owned(),
            Some(turn) => {
                let session = &self.view.session;
                let id = &session.taken(&session.turns()[turn - 1]).id;
                format!("it was told after \"{id}\"; move the line there")
            }
            None => String::new(),
        };
        let found = match likest(&wanted, &told_now) {
            Some(line) => format!("the nearest is: {line}"),
            None => "nothing was told".to_owned(),
        };
        self.unmet(at, format!("to read \"{words}\""), found, help);
    }

    fn expect_choice(&mut self, at: &Range<usize>, choice_ref: &ChoiceRef, wanted: &str, fits: impl Fn(Open) -> bool) {
        let found = find(&self.view, choice_ref);
        let holds = match &found {
            FoundChoice::Here(_, open) => fits(*open),
            // What no choice on the screen reads is hidden indeed.
            FoundChoice::Nothing => fits(Open::Hidden) && !self.view.session.is_over(),
            FoundChoice::Elsewhere(_) | FoundChoice::Many(_) => false,
        };
        if holds {
            return;
        }
        let shown = names_of(&self.view.session, |open| open == Open::Yes);
        let help = if shown.is_empty() { String::new() } else { format!("open here: {}", shown.join(", ")) };
        let there = self.stands(&found);
        self.unmet(at, format!("{} to be {wanted}", quoted(choice_ref)), there, help);
    }

    fn expect_reason(&mut self, at: &Range<usize>, choice_ref: &ChoiceRef, wanted: &str) {
        let FoundChoice::Here(id, Open::Locked(lock)) = find(&self.view, choice_ref) else { return };
        let reason = self.view.reason(id, lock);
        if !same_words(&reason).contains(&*same_words(wanted)) {
            self.unmet(at, format!("the reason \"{wanted}\""), format!("it is: {reason}"), String::new());
        }
    }

    fn expect_entry(&mut self, at: &Range<usize>, kind: EntryKind, requirement: RequirementId, by: Option<&ChoiceRef>) {
        let session = &self.view.session;
        let ledger = Ledger::judge(&self.script.scenario, &self.script.standard, session.turns());
        let own: Vec<_> = ledger.entries.iter().filter(|entry| entry.requirement == requirement).collect();
        let id_of = |turn: Option<usize>| turn.map(|turn| &*session.taken(&session.turns()[turn]).id);
        let caused = |turn| by.is_none_or(|by| id_of(turn) == Some(&*by.text));
        if own.iter().any(|entry| entry.kind == kind && caused(entry.turn)) {
            return;
        }
        let there = own.iter().map(|entry| match id_of(entry.turn) {
            Some(id) => format!("{} by \"{id}\"", entry.kind.word()),
            None => entry.kind.word().to_owned(),
        });
        let there: Vec<String> = there.collect();
        let due = self.script.scenario.due.iter().any(|due| due.requirement == requirement);
        let found = match (there.is_empty(), due) {
            (false, _) => format!("it is {}", there.join(" and ")),
            (true, true) => "it is not due so far, and no move touched it".to_owned(),
            (true, false) => "no `due` of this scenario asks for it, and no move touched it".to_owned(),
        };
        let by = by.map(|by| format!(" by \"{}\"", by.text)).unwrap_or_default();
        let id = &self.script.standard.requirement(requirement).id;
        self.unmet(at, format!("{id} {}{by}", kind.word()), found, String::new());
    }

    fn expect_ending(&mut self, at: &Range<usize>, wanted: EndingId) {
        let session = &self.view.session;
        let scenario = session.scenario().clone();
        let found = match session.ending() {
            Some(ending) if ending == wanted => return,
            Some(ending) => format!("it is \"{}\"", scenario.ending(ending).name),
            None => {
                let scene = session.state().scene(&scenario).map_or("", |scene| &*scenario.scene(scene).name);
                format!("the play goes on in {scene}")
            }
        };
        let help = if session.is_over() {
            String::new()
        } else {
            format!("open here: {}", names_of(session, |open| open == Open::Yes).join(", "))
        };
        self.unmet(at, format!("the ending \"{}\"", scenario.ending(wanted).name), found, help);
    }

    fn at_the_end(&mut self, at: &Range<usize>, what: &str, later: DeferredExpectation) {
        if self.view.session.is_over() {
            self.later.push((at.clone(), self.view.session.turns().len(), later));
        } else {
            let help = "a play is judged at its end; let the walk go on to an ending first".to_owned();
            self.unmet(at, what.to_owned(), "the play is not over".to_owned(), help);
        }
    }

    /// Judges the play, as far as the walk asks for it.
    fn judge(&mut self) -> Option<(Score, Verdict)> {
        let session = self.view.session.clone();
        let scenario = session.scenario().clone();
        let solver = Solver::new(&scenario, &self.script.standard);
        let rolls = scenario.rolls(session.seed());
        let best = solver.best(&mut rolls.clone());
        let labels = self.later.iter().any(|(.., later)| matches!(later, DeferredExpectation::Label(_)));
        let debrief = match (&best, labels) {
            (Ok(best), true) => {
                let judged = Values::new(&solver).and_then(|values| values.judge(session.turns(), &rolls));
                judged.map(|judged| Some(Debrief::of(&session, &self.script.standard, best.best, &judged)))
            }
            _ => Ok(None),
        };
        let card = best.as_ref().ok().map(|best| {
            let ledger = Ledger::judge(&scenario, &self.script.standard, session.turns());
            Scorecard::new(&scenario, &self.script.standard, ledger, best.best)
        });
        let unsolved = best.as_ref().err().map(ToString::to_string).or(debrief.as_ref().err().map(ToString::to_string));
        for (at, moves, later) in std::mem::take(&mut self.later) {
            let reviewed = debrief.as_ref().ok().and_then(Option::as_ref).and_then(|own| own.moves.get(moves - 1));
            match (later, &card) {
                (DeferredExpectation::Label(wanted), _) if reviewed.is_some() => {
                    let found = reviewed.map(|own| (own.label, own.loss, own.best_choice));
                    found.into_iter().for_each(|found| self.expect_label(&at, moves - 1, wanted, found));
                }
                (DeferredExpectation::Score(order, wanted), Some(card)) => {
                    if !order.holds(card.score.0 as i32, wanted.0 as i32) {
                        let found = format!("it is {} ({} of {} points)", card.score, card.points, card.best);
                        self.unmet(&at, format!("the score {}{wanted}", sign(order)), found, self.costs(card));
                    }
                }
                (DeferredExpectation::Verdict(wanted), Some(card)) => {
                    if card.verdict != wanted {
                        let found = format!("it is {}, with {}", card.verdict.word(), card.score);
                        self.unmet(&at, format!("the verdict {}", wanted.word()), found, self.costs(card));
                    }
                }
                (
                    DeferredExpectation::Label(_) | DeferredExpectation::Score(..) | DeferredExpectation::Verdict(_),
                    _,
                ) => {
                    let why = unsolved.clone().unwrap_or_default();
                    let help = "`doorstep check` shows where it goes wrong".to_owned();
                    self.unmet(&at, "a judgement".to_owned(), format!("there is none: {why}"), help);
                }
            }
        }
        card.filter(|_| session.is_over()).map(|card| (card.score, card.verdict))
    }

    fn expect_label(
        &mut self,
        at: &Range<usize>,
        turn: usize,
        wanted: Option<Label>,
        (label, loss, best): (Option<Label>, u32, ChoiceId),
    ) {
        if label == wanted {
            return;
        }
        let session = &self.view.session;
        let turn = &session.turns()[turn];
        let scene = self.script.scenario.scene(turn.taken.scene);
        let found = match label {
            Some(label) => format!("it is {} and lost {} percent", label.word(), Score(loss)),
            None => "nothing else was open, so it has none".to_owned(),
        };
        let better = &scene.choices[best.index()].id;
        let help = if best == turn.taken.choice { String::new() } else { format!("best here: {better}") };
        let wanted = wanted.map_or("none", Label::word);
        self.unmet(at, format!("\"{}\" labelled {wanted}", session.taken(turn).id), found, help);
    }

    /// What a score under 100 went to.
    fn costs(&self, card: &Scorecard) -> String {
        let session = &self.view.session;
        let told = card.costliest(&self.script.standard, 3).into_iter().map(|(index, cost)| {
            let entry = &card.ledger.entries[index];
            let by = entry.turn.map(|turn| format!(" by \"{}\"", session.taken(&session.turns()[turn]).id));
            let id = &self.script.standard.requirement(entry.requirement).id;
            format!("{id} {}{} (-{cost})", entry.kind.word(), by.unwrap_or_default())
        });
        let told: Vec<String> = told.collect();
        if told.is_empty() { String::new() } else { format!("what cost most: {}", told.join(", ")) }
    }
}

/// Whether two plays came to the same moment by the same moves.
fn is_same(one: &Session, other: &Session) -> bool {
    let told = |session: &Session| -> Vec<_> { session.turns().iter().map(|turn| turn.events.clone()).collect() };
    one.state() == other.state() && one.choice_ids() == other.choice_ids() && told(one) == told(other)
}

fn quoted(choice_ref: &ChoiceRef) -> String {
    format!("\"{}\"", choice_ref.text)
}

/// A comparison as it stands before a number; equality needs no sign.
fn sign(order: Comparison) -> &'static str {
    match order {
        Comparison::Equal => "",
        Comparison::NotEqual => "!= ",
        Comparison::Less => "< ",
        Comparison::LessOrEqual => "<= ",
        Comparison::Greater => "> ",
        Comparison::GreaterOrEqual => ">= ",
    }
}
