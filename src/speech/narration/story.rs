//! The story of a play, passage by passage, re-told at any time in any language from the moves alone.

use super::mark::{MarkKind, MoveMark};
use super::mood::Mood;
use super::narrator::Narrator;
use crate::content::scenario::{ChoiceId, ChoiceKind};
use crate::play::engine::{Event, Node, Open, Session, State, Turn};
use crate::play::scoring::{EntryKind, Ledger};

/// One piece of what a player reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    /// Where this happens, when it is another place than before.
    Place(String),
    /// What is seen and heard.
    Narration(String),
    /// What somebody says.
    Speech {
        /// Who.
        speaker: String,
        /// In which manner, if the scenario says so.
        how: Option<String>,
        /// What.
        words: String,
    },
    /// What the player did, and the seconds it took.
    Chosen {
        /// Whether it was said or done.
        kind: ChoiceKind,
        /// The choice as it read.
        words: String,
        /// How long it took.
        seconds: u32,
    },
    /// The customer's mood changed.
    Mood {
        /// How the customer felt before.
        from: Mood,
        /// How they feel now.
        to: Mood,
        /// By how many points; never 0.
        by: i32,
    },
    /// Requirements that the move met or broke.
    Marks(Vec<MoveMark>),
    /// How many requirements are due since this move that were not, and how many are due no more.
    DueChanged {
        /// Newly due, and not done.
        more: usize,
        /// No longer due.
        fewer: usize,
    },
    /// What the scenario says of the move.
    Feedback(String),
    /// The scenario closed before the player came to an end.
    TimedOut,
    /// The title of the ending that was reached.
    Ended(String),
}

/// How much is said about a move while the play goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// What happened, what it met and broke, why, and what is due since: where somebody is learning.
    Taught,
    /// What happened, what it met and broke, and why.
    Whole,
    /// Only what happened.
    Bare,
}

impl Narrator<'_> {
    /// What else is open in this moment beside a choice, in the order of the screen.
    pub fn others(&self, before: &Session, taken: ChoiceId) -> Vec<String> {
        let state = before.state();
        let open = before.shown().into_iter().filter(|(id, open)| *open == Open::Yes && *id != taken);
        open.filter_map(|(id, _)| Some(self.fill(&before.choice(id)?.text, &state).into_owned())).collect()
    }

    /// What is read before the first choice.
    pub fn opening(&self, session: &Session) -> Vec<Passage> {
        let place = self.place(session, 0).map(Passage::Place);
        let state = State::opening(self.scenario);
        place.into_iter().chain(session.opening().iter().filter_map(|event| self.line(event, &state))).collect()
    }

    /// What is read after one turn: the choice, the reply, what it meant, and where it led.
    pub fn turn(&self, session: &Session, number: usize, detail: Detail) -> Vec<Passage> {
        let turn = &session.turns()[number];
        let mut passages = vec![self.took(session, turn)];
        let arrived = |event: &Event| matches!(event, Event::Entered(_) | Event::Stayed(_) | Event::Ended(_));
        let arrival = turn.events.iter().rposition(arrived).unwrap_or(turn.events.len());
        passages.extend(turn.events[..arrival].iter().filter_map(|event| self.line(event, &turn.after)));
        match detail {
            Detail::Whole => passages.extend(self.meaning(session, number)),
            Detail::Taught => {
                passages.extend(self.meaning(session, number));
                passages.extend(self.due_changed(session, number));
            }
            Detail::Bare => {}
        }
        if turn.events.contains(&Event::TimedOut) {
            passages.push(Passage::TimedOut);
        }
        let place = self.place(session, number + 1);
        if place != self.place(session, number) {
            passages.extend(place.map(Passage::Place));
        }
        passages.extend(turn.events[arrival..].iter().filter_map(|event| self.line(event, &turn.after)));
        if let Node::Ending(ending) = turn.after.node(self.scenario) {
            passages.push(Passage::Ended(self.fill(&self.scenario.ending(ending).title, &turn.after).into_owned()));
        }
        passages
    }

    /// What is told of the ending that a play came to: its lines, after everything that led there. Nothing before that.
    pub fn ending_scene(&self, session: &Session) -> Vec<Passage> {
        let Some(last) = session.turns().last().filter(|_| session.is_over()) else { return Vec::new() };
        let end = last.events.iter().rposition(|event| matches!(event, Event::Ended(_))).unwrap_or(last.events.len());
        last.events[end..].iter().filter_map(|event| self.line(event, &last.after)).collect()
    }

    /// How the customer takes a move: words and mood; and, where it is wanted, what happens, what it meets and why.
    pub fn answer(&self, session: &Session, turn: usize, with_meaning: bool) -> Vec<Passage> {
        let mut reply = self.turn(session, turn, Detail::Whole);
        let is_meaning = |own: &Passage| matches!(own, Passage::Mood { .. } | Passage::Marks(_) | Passage::Feedback(_));
        let rest = reply.split_off(reply.iter().position(is_meaning).unwrap_or(reply.len()));
        let (means, next): (Vec<Passage>, Vec<Passage>) = rest.into_iter().partition(is_meaning);
        let speaks = |own: &Passage| matches!(own, Passage::Speech { .. });
        let answers = |own: &Passage| speaks(own) || with_meaning && matches!(own, Passage::Narration(_));
        // Where a move has no answer of its own, what is said next is one.
        let (own, other) = if reply.iter().any(answers) { (reply, Vec::new()) } else { (Vec::new(), next) };
        let said = own.into_iter().filter(answers).chain(other.into_iter().filter(speaks));
        let means = means.into_iter().filter(|own| with_meaning || matches!(own, Passage::Mood { .. }));
        said.chain(means).collect()
    }

    fn took(&self, session: &Session, turn: &Turn) -> Passage {
        let choice = session.taken(turn);
        let seconds = turn.after.elapsed(self.scenario) - turn.before.elapsed(self.scenario);
        Passage::Chosen { kind: choice.kind, words: self.fill(&choice.text, &turn.before).into_owned(), seconds }
    }

    fn line(&self, event: &Event, state: &State) -> Option<Passage> {
        let Event::Line(id) = event else { return None };
        let line = &self.scenario.lines[id.index()];
        let words = self.fill(&line.text, state).into_owned();
        Some(match line.by {
            None => Passage::Narration(words),
            Some(by) => Passage::Speech {
                speaker: self.plain(&self.scenario.speakers[by.index()].title),
                how: line.how.as_ref().map(|how| self.fill(how, state).into_owned()),
                words,
            },
        })
    }

    /// What a turn meant: the mood, the requirements, and the scenario's own words.
    fn meaning(&self, session: &Session, number: usize) -> Vec<Passage> {
        let turn = &session.turns()[number];
        let mut meaning = Vec::new();
        let by = turn.after.mood(self.scenario) - turn.before.mood(self.scenario);
        if by != 0 {
            let mood = |state| Mood::of(self.scenario, state);
            meaning.push(Passage::Mood { from: mood(&turn.before), to: mood(&turn.after), by });
        }
        let marks = self.marks(session, number);
        if !marks.is_empty() {
            meaning.push(Passage::Marks(marks));
        }
        meaning.extend(self.feedback(&session.taken(turn).feedback, &turn.before).map(Passage::Feedback));
        meaning
    }

    fn due_changed(&self, session: &Session, number: usize) -> Option<Passage> {
        let (more, fewer) = self.due_changes(session, number);
        (more + fewer > 0 && session.turns()[number].after.scene(self.scenario).is_some())
            .then_some(Passage::DueChanged { more, fewer })
    }

    /// The requirements that a turn touched, as they were judged when it was taken.
    pub fn marks(&self, session: &Session, number: usize) -> Vec<MoveMark> {
        let ledger = Ledger::judge(self.scenario, self.standard, &session.turns()[..=number]);
        let own = ledger.entries.iter().filter(|entry| entry.turn == Some(number));
        let mark = |entry: &crate::play::scoring::Entry| {
            let kind = match entry.kind {
                EntryKind::Met => MarkKind::Met,
                EntryKind::Late => MarkKind::Late,
                EntryKind::Mended => MarkKind::Mended,
                EntryKind::Spoiled => MarkKind::Spoiled,
                EntryKind::Broken if self.standard.requirement(entry.requirement).is_critical() => MarkKind::Critical,
                EntryKind::Broken => MarkKind::Broken,
                EntryKind::Yielded => MarkKind::Yielded,
                EntryKind::Extra | EntryKind::Missed => return None,
            };
            Some(MoveMark { kind, requirement: entry.requirement })
        };
        own.filter_map(mark).collect()
    }
}
