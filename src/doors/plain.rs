//! The play as lines of text on any input and output: for pipes, for screen readers, for terminals that can do nothing
//! else. Only ever adds lines; choices are numbers; nothing is drawn.

use crate::base::text::Lang;
use crate::content::scenario::ChoiceId;
use crate::content::standard::Standard;
use crate::play::engine::{Open, Session};
use crate::play::scoring::{Ledger, Scorecard, Verdict};
use crate::speech::messages::Messages;
use crate::speech::narration::{Detail, MarkKind, Narrator, Passage, clock, duration, entry_kind};
use crate::store::{Mode, Move};
use crate::tr;
use std::io::{self, BufRead, Read, Write};

/// A play at a line-by-line door.
pub struct Plain<'p> {
    pub session: Session,
    pub standard: &'p Standard,
    pub words: Messages,
    /// The languages that `lang` goes round.
    pub languages: Vec<Lang>,
    pub player: String,
    pub mode: Mode,
}

/// How a play was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    AtTheEnd,
    /// The input ended, or the player asked to go; everything taken so far is kept.
    Early,
}

/// What a typed line asks for.
enum Asked {
    Choice(ChoiceId),
    Hint,
    Rewind,
    Language,
    Help,
    Leave,
    Nothing,
}

impl Plain<'_> {
    /// Plays until the end of the play or of the input. Each move is handed to `keep` before its reply is printed.
    ///
    /// # Errors
    /// When the input or output fails.
    pub fn play(
        &mut self,
        input: &mut impl BufRead,
        out: &mut impl Write,
        mut keep: impl FnMut(Move, &Session),
    ) -> io::Result<Left> {
        self.greet(out)?;
        while !self.session.is_over() {
            let shown = self.choices(out)?;
            let Some(line) = read_line(input)? else { return Ok(Left::Early) };
            match self.asked(line.trim(), &shown) {
                Asked::Choice(id) => self.take(id, out, &mut keep)?,
                Asked::Hint => self.hint(out, &mut keep)?,
                Asked::Rewind => self.rewind(out, &mut keep)?,
                Asked::Language => self.next_language(out)?,
                Asked::Help => writeln!(out, "{}", tr!(self.words, "plain-help"))?,
                Asked::Leave => return Ok(Left::Early),
                Asked::Nothing => writeln!(out, "{}", tr!(self.words, "plain-what", count = shown.len()))?,
            }
        }
        Ok(Left::AtTheEnd)
    }

    /// Where the play stands, without playing on: what was told last, and what can be chosen, in the order of its numbers.
    ///
    /// # Errors
    /// When the output fails.
    pub fn place(&self, out: &mut impl Write) -> io::Result<Vec<ChoiceId>> {
        let narrator = self.narrator();
        match self.session.turns().len().checked_sub(1) {
            None => self.tell(&narrator.opening(&self.session), out)?,
            Some(last) => self.tell(&narrator.turn(&self.session, last, self.detail()), out)?,
        }
        if self.session.is_over() { Ok(Vec::new()) } else { self.choices(out) }
    }

    fn narrator(&self) -> Narrator<'_> {
        Narrator {
            scenario: self.session.scenario(),
            standard: self.standard,
            words: &self.words,
            player: &self.player,
        }
    }

    fn greet(&self, out: &mut impl Write) -> io::Result<()> {
        let (narrator, scenario) = (self.narrator(), self.session.scenario());
        writeln!(out, "{}", narrator.plain(&scenario.title))?;
        writeln!(out, "{}\n", tr!(self.words, "seed-is", seed = self.session.seed().number()))?;
        writeln!(out, "{}", narrator.fill(&scenario.briefing, &crate::play::engine::State::opening(scenario)))?;
        writeln!(out, "{}\n", tr!(self.words, "plain-help"))?;
        self.tell(&narrator.opening(&self.session), out)?;
        for number in 0..self.session.turns().len() {
            self.tell(&narrator.turn(&self.session, number, self.detail()), out)?;
        }
        out.flush()
    }

    fn detail(&self) -> Detail {
        match self.mode {
            Mode::Learn | Mode::Practice => Detail::Whole,
            Mode::Exam => Detail::Bare,
        }
    }

    /// Prints the open choices, and in learn mode the locked ones with their reasons.
    fn choices(&self, out: &mut impl Write) -> io::Result<Vec<ChoiceId>> {
        let (narrator, state) = (self.narrator(), self.session.state());
        writeln!(out, "\n{}  {}", clock(state.clock(narrator.scenario)), tr!(self.words, "question"))?;
        let mut open = Vec::new();
        for (id, status) in self.session.shown() {
            let Some(choice) = self.session.choice(id) else { continue };
            let text = narrator.fill(&choice.text, &state);
            match status {
                Open::Yes => {
                    open.push(id);
                    writeln!(out, "{}. {text}", open.len())?;
                }
                Open::Locked(lock) if self.mode == Mode::Learn => {
                    let reason = narrator.fill(&choice.locks[lock].1, &state);
                    writeln!(out, "-  {text} {}", tr!(self.words, "locked", reason = reason.as_str()))?;
                }
                Open::Locked(_) | Open::Hidden => {}
            }
        }
        out.flush()?;
        Ok(open)
    }

    fn asked(&self, line: &str, shown: &[ChoiceId]) -> Asked {
        if let Some(id) = line.parse::<usize>().ok().and_then(|number| shown.get(number.wrapping_sub(1))) {
            return Asked::Choice(*id);
        }
        match line.to_ascii_lowercase().as_str() {
            "h" | "hint" | "提示" => Asked::Hint,
            "u" | "undo" | "rewind" | "悔棋" | "退回" => Asked::Rewind,
            "lang" | "语言" => Asked::Language,
            "?" | "help" | "帮助" => Asked::Help,
            "q" | "quit" | "exit" | "离开" => Asked::Leave,
            _ => Asked::Nothing,
        }
    }

    fn take(&mut self, id: ChoiceId, out: &mut impl Write, keep: &mut impl FnMut(Move, &Session)) -> io::Result<()> {
        let taken = self.session.choice(id).map(|choice| choice.id.clone());
        if let Err(closed) = self.session.take(id) {
            return writeln!(out, "{closed}");
        }
        keep(Move::Take(taken.unwrap_or_default()), &self.session);
        let last = self.session.turns().len() - 1;
        writeln!(out)?;
        self.tell(&self.narrator().turn(&self.session, last, self.detail()), out)
    }

    fn hint(&mut self, out: &mut impl Write, keep: &mut impl FnMut(Move, &Session)) -> io::Result<()> {
        match self.mode {
            Mode::Learn => {}
            Mode::Practice => return writeln!(out, "{}", tr!(self.words, "not-in-practice")),
            Mode::Exam => return writeln!(out, "{}", tr!(self.words, "not-in-exam")),
        }
        keep(Move::Hint, &self.session);
        let narrator = self.narrator();
        let hint = narrator.hint(&self.session).map(|(requirement, _)| requirement);
        let words = hint.map_or_else(|| tr!(self.words, "hint-nothing"), |id| narrator.requirement(id));
        writeln!(out, "{}{words}", tr!(self.words, "hint"))
    }

    fn rewind(&mut self, out: &mut impl Write, keep: &mut impl FnMut(Move, &Session)) -> io::Result<()> {
        if self.mode == Mode::Exam {
            return writeln!(out, "{}", tr!(self.words, "not-in-exam"));
        }
        if !self.session.rewind() {
            return writeln!(out, "{}", tr!(self.words, "nothing-to-rewind"));
        }
        let to = self.session.turns().len();
        let number = to + 1;
        keep(Move::Rewind { to }, &self.session);
        writeln!(out, "{}", tr!(self.words, "notice-rewound", count = number))
    }

    /// The same play in the next language, told again from its beginning.
    fn next_language(&mut self, out: &mut impl Write) -> io::Result<()> {
        let now = self.languages.iter().position(|lang| *lang == self.words.lang()).unwrap_or(0);
        if let Some(next) = self.languages.get((now + 1) % self.languages.len().max(1)) {
            self.words.speak(*next);
        }
        writeln!(out)?;
        self.greet(out)
    }

    fn tell(&self, passages: &[Passage], out: &mut impl Write) -> io::Result<()> {
        passages.iter().try_for_each(|passage| self.passage(passage, out))
    }

    fn passage(&self, passage: &Passage, out: &mut impl Write) -> io::Result<()> {
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
                match from == to {
                    true => writeln!(out, "{arrow} {}", tr!(words, "mood-still", mood = to)),
                    false => {
                        writeln!(out, "{arrow} {}", tr!(words, "mood-change", from = from, to = to, arrow = "->"))
                    }
                }
            }
            Passage::Marks(marks) => marks.iter().try_for_each(|mark| {
                let narrator = self.narrator();
                let (requirement, cite) = (narrator.requirement(mark.requirement), narrator.cite(mark.requirement));
                writeln!(out, "{}{requirement} [{cite}]", self.sign(mark.kind))
            }),
            Passage::Feedback(text) => writeln!(out, "{}{text}", tr!(words, "why")),
            Passage::TimedOut => writeln!(out, "{}", tr!(words, "timed-out")),
            Passage::Ended(title) => writeln!(out, "{}{title}", tr!(words, "ending")),
        }
    }

    fn sign(&self, kind: MarkKind) -> String {
        match kind {
            MarkKind::Met => "+ ".to_owned(),
            MarkKind::Late => format!("+ {}", tr!(self.words, "mark-late")),
            MarkKind::Broken => "- ".to_owned(),
            MarkKind::Critical => format!("- {}", tr!(self.words, "mark-critical")),
            MarkKind::Yielded => format!("~ {}", tr!(self.words, "mark-yielded")),
        }
    }

    /// Prints the judgement of a play that is over, on the scale of `best` points.
    ///
    /// # Errors
    /// When the output fails.
    pub fn debrief(&self, best: i32, out: &mut impl Write) -> io::Result<()> {
        let (narrator, words, scenario) = (self.narrator(), &self.words, self.session.scenario());
        let card =
            Scorecard::new(scenario, self.standard, Ledger::judge(scenario, self.standard, self.session.turns()), best);
        let verdict = match card.verdict {
            Verdict::Pass => tr!(words, "passed"),
            Verdict::Fail => tr!(words, "failed"),
        };
        let (score, mark) = (tr!(words, "score", score = card.score.to_string()), scenario.pass_mark);
        writeln!(out, "\n{score}  {verdict} {}", tr!(words, "pass-needs", mark = mark))?;
        writeln!(out, "{}", tr!(words, "points-of", points = card.points, best = best))?;
        if !card.critical.is_empty() {
            writeln!(out, "{}", tr!(words, "critical-broken", count = card.critical.len()))?;
        }
        for (id, share) in &card.dimensions {
            let share = share.map_or("–".to_owned(), |share| share.to_string());
            writeln!(out, "{}  {share}", narrator.plain(&self.standard.dimensions[id.index()].title))?;
        }
        let review = narrator.review(&self.session, &card.ledger);
        writeln!(out, "\n{}", tr!(words, "move-by-move"))?;
        for (number, told) in review.moves.iter().enumerate() {
            writeln!(out, "{}. {}  {}  {:+}", number + 1, clock(told.clock), told.words, told.points)?;
            for line in &told.lines {
                let (kind, cite) = (entry_kind(words, line.kind), &line.cite);
                writeln!(out, "   {:+} {kind}: {} [{cite}]", line.points, line.text)?;
                self.gave_way(line, out)?;
            }
            for feedback in told.feedback.iter().filter(|_| !told.lines.is_empty()) {
                writeln!(out, "   {}{feedback}", tr!(words, "why"))?;
            }
        }
        self.never_done(&review, out)?;
        out.flush()
    }

    fn never_done(&self, review: &crate::speech::narration::Review, out: &mut impl Write) -> io::Result<()> {
        let words = &self.words;
        if !review.missed.is_empty() {
            writeln!(out, "\n{}", tr!(words, "missed"))?;
        }
        for missed in &review.missed {
            writeln!(out, "   {:+} {} [{}]", missed.line.points, missed.line.text, missed.line.cite)?;
            match missed.moment {
                Some(turn) => {
                    let (number, time) = (turn + 1, clock(review.moves[turn].clock));
                    writeln!(out, "      {}", tr!(words, "first-chance", number = number, time = time))?;
                }
                None => writeln!(out, "      {}", tr!(words, "no-chance"))?,
            }
        }
        if !review.given_way.is_empty() {
            writeln!(out, "\n{}", tr!(words, "given-way"))?;
        }
        for line in &review.given_way {
            writeln!(out, "   {} [{}]", line.text, line.cite)?;
            self.gave_way(line, out)?;
        }
        Ok(())
    }

    fn gave_way(&self, line: &crate::speech::narration::ReviewLine, out: &mut impl Write) -> io::Result<()> {
        match &line.because {
            Some((to, because)) => {
                let (to, because) = (to.as_str(), because.as_str());
                writeln!(out, "      {}", tr!(self.words, "gave-way", to = to, because = because))
            }
            None => Ok(()),
        }
    }
}

/// The longest line that is read as one, in bytes.
const LINE: u64 = 4096;

/// The next line, or none at the end of the input. Bytes that are no text make a wrong answer, not the end of a play.
fn read_line(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    let read = input.take(LINE).read_until(b'\n', &mut line)?;
    Ok((read > 0).then(|| String::from_utf8_lossy(&line).into_owned()))
}
