//! A play told as lines: what was said, where it stands, what can be chosen. It only ever adds lines, and decides nothing.

use crate::content::scenario::ChoiceId;
use crate::content::standard::Standard;
use crate::play::engine::{Open, Session, State};
use crate::record::attempt::Mode;
use crate::speech::messages::Messages;
use crate::speech::narration::{Detail, Narrator, Passage, clock, due_changed, duration, mark_word};
use crate::tr;
use std::io::{self, Write};

/// Tells plays as lines, in one language, to one player.
pub struct Lines<'p> {
    pub standard: &'p Standard,
    pub words: Messages,
    pub player: String,
}

impl Lines<'_> {
    pub(super) fn narrator<'n>(&'n self, session: &'n Session) -> Narrator<'n> {
        Narrator { scenario: session.scenario(), standard: self.standard, words: &self.words, player: &self.player }
    }

    /// Where a play stands, without playing on: what was told last, and what can be chosen, in the order of its numbers.
    ///
    /// # Errors
    /// When the output fails.
    pub fn place(&self, session: &Session, mode: Mode, out: &mut impl Write) -> io::Result<Vec<ChoiceId>> {
        let narrator = self.narrator(session);
        let told = match session.turns().len().checked_sub(1) {
            None => narrator.opening(session),
            Some(last) => narrator.turn(session, last, Detail::Whole),
        };
        self.tell(session, &told, out)?;
        if session.is_over() { Ok(Vec::new()) } else { self.choices(session, mode, out) }
    }

    /// The whole story so far, from the title on.
    pub(super) fn story(&self, session: &Session, detail: Detail, out: &mut impl Write) -> io::Result<()> {
        let (narrator, scenario) = (self.narrator(session), session.scenario());
        writeln!(out, "{}", narrator.plain(&scenario.title))?;
        writeln!(out, "{}\n", tr!(self.words, "seed-is", seed = session.seed().number()))?;
        writeln!(out, "{}", narrator.fill(&scenario.briefing, &State::opening(scenario)))?;
        writeln!(out, "{}\n", tr!(self.words, "plain-help"))?;
        self.tell(session, &narrator.opening(session), out)?;
        for number in 0..session.turns().len() {
            self.tell(session, &narrator.turn(session, number, detail), out)?;
        }
        out.flush()
    }

    /// Prints the open choices, numbered in the order of the answer, and in learn mode the locked ones with their reasons.
    pub(super) fn choices(&self, session: &Session, mode: Mode, out: &mut impl Write) -> io::Result<Vec<ChoiceId>> {
        let (narrator, state) = (self.narrator(session), session.state());
        writeln!(out, "\n{}  {}", clock(state.clock(narrator.scenario)), tr!(self.words, "question"))?;
        let mut open = Vec::new();
        for (id, status) in session.shown() {
            let Some(choice) = session.choice(id) else { continue };
            let text = narrator.fill(&choice.text, &state);
            match status {
                Open::Yes => {
                    open.push(id);
                    writeln!(out, "{}. {text}", open.len())?;
                }
                Open::Locked(lock) if mode == Mode::Learn => {
                    let reason = narrator.fill(&choice.locks[lock].1, &state);
                    writeln!(out, "-  {text} {}", tr!(self.words, "locked", reason = reason))?;
                }
                Open::Locked(_) | Open::Hidden => {}
            }
        }
        out.flush()?;
        Ok(open)
    }

    pub(super) fn tell(&self, session: &Session, passages: &[Passage], out: &mut impl Write) -> io::Result<()> {
        let narrator = self.narrator(session);
        passages.iter().try_for_each(|passage| self.passage(&narrator, passage, out))
    }

    fn passage(&self, narrator: &Narrator, passage: &Passage, out: &mut impl Write) -> io::Result<()> {
        let words = &self.words;
        match passage {
            Passage::Place(place) => writeln!(out, "[{place}]"),
            Passage::Narration(text) => writeln!(out, "{text}"),
            Passage::Speech { speaker, how, words: said } => {
                let how = how.as_ref().map(|how| tr!(words, "stage-direction", how = how.as_str())).unwrap_or_default();
                let colon = tr!(words, "colon");
                writeln!(out, "{speaker}{how}{colon}{}", tr!(words, "quoted", words = said.as_str()))
            }
            Passage::Chosen { words: text, seconds, .. } => writeln!(out, "> {text} ({})", duration(words, *seconds)),
            Passage::Mood { from, to, by } => {
                let arrow = if *by > 0 { "+" } else { "-" };
                let (from, to) = (from.word(words), to.word(words));
                let told = if from == to {
                    tr!(words, "mood-still", mood = to)
                } else {
                    tr!(words, "mood-change", from = from, to = to, arrow = "->")
                };
                writeln!(out, "{arrow} {told}")
            }
            Passage::Marks(marks) => marks.iter().try_for_each(|mark| {
                let (requirement, cite) = (narrator.requirement(mark.requirement), narrator.cite(mark.requirement));
                writeln!(out, "{}{requirement} [{cite}]", mark_word(words, mark.kind))
            }),
            Passage::DueChanged { more, fewer } => writeln!(out, "{}", due_changed(words, *more, *fewer)),
            Passage::Feedback(text) => writeln!(out, "{}{text}", tr!(words, "why")),
            Passage::TimedOut => writeln!(out, "{}", tr!(words, "timed-out")),
            Passage::Ended(title) => writeln!(out, "{}{title}", tr!(words, "ending")),
        }
    }
}
