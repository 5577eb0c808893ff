//! A play at a line-by-line door: what is typed becomes a command, what comes of it is told.

use super::lines::Lines;
use crate::base::text::{Lang, narrowed};
use crate::content::scenario::ChoiceId;
use crate::play::hint::Hint;
use crate::speech::messages::Messages;
use crate::tr;
use crate::trainer::recorded_play::{KeepAttempt, PlayCommand, RecordedPlay};
use jiff::Timestamp;
use std::io::{self, BufRead, Read, Write};

/// A play, and the lines that tell it.
pub struct PlainPlay<'p> {
    pub play: RecordedPlay,
    pub lines: Lines<'p>,
    /// The languages that `lang` goes round.
    pub languages: Vec<Lang>,
}

/// How a play was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    AtTheEnd,
    /// The input ended, or the player asked to go; everything taken so far is kept.
    Early,
}

/// What a typed line asks for.
enum TypedLine {
    Command(PlayCommand),
    Language,
    Help,
    Leave,
    Nothing,
}

impl PlainPlay<'_> {
    /// Plays until the end of the play or of the input. Each move is handed to `keep` before its reply is printed; what
    /// that has to say of it is told at once.
    ///
    /// # Errors
    /// When the input or output fails.
    pub fn run(
        &mut self,
        input: &mut impl BufRead,
        out: &mut impl Write,
        now: &mut dyn FnMut() -> Timestamp,
        mut keep: impl FnMut(&KeepAttempt, &Messages) -> Option<String>,
    ) -> io::Result<Left> {
        self.lines.story(self.play.session(), self.play.detail(), out)?;
        while !self.play.session().is_over() {
            let shown = self.lines.choices(self.play.session(), self.play.mode(), out)?;
            let Some(line) = read_line(input)? else { return Ok(Left::Early) };
            match understand(narrowed(&line).trim(), &shown) {
                TypedLine::Command(command) => match self.play.on(command, now()) {
                    Ok(done) => {
                        let news = keep(&done, &self.lines.words);
                        news.map_or(Ok(()), |news| writeln!(out, "{news}"))?;
                        self.reply(command, out)?;
                    }
                    Err(refused) => writeln!(out, "{}", refused.told(&self.lines.words))?,
                },
                TypedLine::Language => self.next_language(out)?,
                TypedLine::Help => writeln!(out, "{}", tr!(self.lines.words, "plain-help"))?,
                TypedLine::Leave => return Ok(Left::Early),
                TypedLine::Nothing => writeln!(out, "{}", tr!(self.lines.words, "plain-what", count = shown.len()))?,
            }
        }
        Ok(Left::AtTheEnd)
    }

    /// Tells what came of a command that was obeyed.
    fn reply(&self, command: PlayCommand, out: &mut impl Write) -> io::Result<()> {
        let (session, words) = (self.play.session(), &self.lines.words);
        let narrator = self.lines.narrator(session);
        let turns = session.turns().len();
        match command {
            PlayCommand::Take(_) => {
                writeln!(out)?;
                self.lines.tell(session, &narrator.turn(session, turns - 1, self.play.detail()), out)
            }
            PlayCommand::TakeBack => {
                let number = turns + 1;
                writeln!(out, "{}", tr!(words, "notice-rewound", count = number))
            }
            PlayCommand::Hint => {
                let hint = Hint::at(session, narrator.standard).unwrap_or(Hint::Nothing);
                writeln!(out, "{}{}", tr!(words, "hint"), narrator.hint(hint))
            }
        }
    }

    /// The same play in the next language, told again from its beginning.
    fn next_language(&mut self, out: &mut impl Write) -> io::Result<()> {
        let now = self.languages.iter().position(|lang| *lang == self.lines.words.lang()).unwrap_or(0);
        if let Some(next) = self.languages.get((now + 1) % self.languages.len().max(1)) {
            self.lines.words.speak(*next);
        }
        writeln!(out)?;
        self.lines.story(self.play.session(), self.play.detail(), out)
    }
}

fn understand(line: &str, shown: &[ChoiceId]) -> TypedLine {
    if let Some(id) = line.parse::<usize>().ok().and_then(|number| shown.get(number.wrapping_sub(1))) {
        return TypedLine::Command(PlayCommand::Take(*id));
    }
    match line.to_ascii_lowercase().as_str() {
        "h" | "hint" | "提示" => TypedLine::Command(PlayCommand::Hint),
        "u" | "undo" | "rewind" | "悔棋" | "退回" => TypedLine::Command(PlayCommand::TakeBack),
        "lang" | "语言" => TypedLine::Language,
        "?" | "help" | "帮助" => TypedLine::Help,
        "q" | "quit" | "exit" | "离开" => TypedLine::Leave,
        _ => TypedLine::Nothing,
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
