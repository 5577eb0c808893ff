//! The judgement of a play as lines.

use super::lines::Lines;
use crate::play::engine::Session;
use crate::play::scoring::{Ledger, Scorecard};
use crate::speech::narration::{self, clock, entry_kind};
use crate::tr;
use std::io::{self, Write};

impl Lines<'_> {
    /// Prints the judgement of a play that is over, on the scale of `best` points.
    ///
    /// # Errors
    /// When the output fails.
    pub fn debrief(&self, session: &Session, best: i32, out: &mut impl Write) -> io::Result<()> {
        let (narrator, words, scenario) = (self.narrator(session), &self.words, session.scenario());
        let card =
            Scorecard::new(scenario, self.standard, Ledger::judge(scenario, self.standard, session.turns()), best);
        let verdict = narration::verdict(words, card.verdict);
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
        let review = narrator.review(session, &card.ledger);
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
