//! The review of a play as lines: the same facts as on the screen and on paper.

use super::lines::Lines;
use crate::play::debrief::Debrief;
use crate::play::engine::Session;
use crate::speech::narration::{
    self, MoveTold, NarratedMove, Narrator, Review, ReviewLine, clock, entry_kind, label_counts, signed_label,
};
use crate::tr;
use std::io::{self, Write};

impl Lines<'_> {
    /// Prints the review of a play that is over, and what is to say besides: a sentence each.
    ///
    /// # Errors
    /// When the output fails.
    pub fn debrief(
        &self,
        session: &Session,
        debrief: &Debrief,
        remarks: &[String],
        out: &mut impl Write,
    ) -> io::Result<()> {
        let (narrator, words) = (self.narrator(session), &self.words);
        let review = narrator.review(session, &debrief.card.ledger);
        self.result(&narrator, session, debrief, &review, out)?;
        remarks.iter().try_for_each(|remark| writeln!(out, "{remark}"))?;
        for (id, share) in &debrief.card.dimensions {
            let share = share.map_or("–".to_owned(), |share| share.whole().to_string());
            writeln!(out, "{}  {share}", narrator.plain(&self.standard.dimensions[id.index()].title))?;
        }
        writeln!(out, "\n{}", tr!(words, "move-by-move"))?;
        for (turn, told) in review.moves.iter().enumerate() {
            let solved = narrator.move_told(session, debrief, told, turn);
            self.one_move(debrief, turn, told, &solved, out)?;
        }
        self.never_done(&narrator, debrief, &review, out)?;
        out.flush()
    }

    /// Score, verdict and outcome, what the points are made of, and how good the moves were.
    fn result(
        &self,
        narrator: &Narrator,
        session: &Session,
        debrief: &Debrief,
        review: &Review,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let (words, card) = (&self.words, &debrief.card);
        let verdict = narration::verdict(words, card.verdict);
        let (score, mark) = (tr!(words, "score", score = card.score.whole()), narrator.scenario.pass_mark);
        writeln!(out, "\n{score}  {verdict} {}", tr!(words, "pass-needs", mark = mark))?;
        writeln!(out, "{}", narrator.outcome(session).join(" · "))?;
        writeln!(out, "{}", narrator.account(card, review, " · "))?;
        writeln!(out, "{}", label_counts(words, debrief).join(" · "))?;
        if !card.critical.is_empty() {
            writeln!(out, "{}", tr!(words, "critical-fails", count = card.critical.len()))?;
        }
        match debrief.no_return {
            Some(turn) => {
                let number = turn + 1;
                writeln!(out, "{}", tr!(words, "no-return", number = number))
            }
            None => Ok(()),
        }
    }

    fn one_move(
        &self,
        debrief: &Debrief,
        turn: usize,
        told: &NarratedMove,
        solved: &MoveTold,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let (words, own) = (&self.words, &debrief.moves[turn]);
        writeln!(out, "{}. {}  {}", turn + 1, clock(told.clock), told.words)?;
        let judged = own.label.map_or_else(|| tr!(words, "only-choice"), |own| signed_label(words, own));
        let reachable = tr!(words, "still-reachable", score = own.reachable.whole());
        let parts: Vec<String> = [Some(judged), solved.cost.clone(), Some(reachable)].into_iter().flatten().collect();
        writeln!(out, "   {}", parts.join(" · "))?;
        for line in &told.lines {
            writeln!(out, "   {}", self.entry(line))?;
            self.gave_way(line, out)?;
        }
        for feedback in told.feedback.iter().filter(|_| !told.lines.is_empty()) {
            writeln!(out, "   {}{feedback}", tr!(words, "why"))?;
        }
        if !solved.given_up.is_empty() {
            writeln!(out, "   {}", tr!(words, "given-up", best = debrief.card.best))?;
        }
        for row in &solved.given_up {
            writeln!(out, "      {} {} [{}]", row.points, row.text, row.cite)?;
        }
        solved.notes.iter().try_for_each(|note| writeln!(out, "   {note}"))?;
        if solved.better.is_empty() {
            return Ok(());
        }
        let better = solved.better.join(&tr!(words, "or"));
        writeln!(out, "   {}{better}", tr!(words, "better"))
    }

    fn never_done(
        &self,
        narrator: &Narrator,
        debrief: &Debrief,
        review: &Review,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let words = &self.words;
        if !review.missed.is_empty() {
            writeln!(out, "\n{}", tr!(words, "missed"))?;
        }
        for missed in &review.missed {
            writeln!(out, "   {}", self.entry(&missed.line))?;
            writeln!(out, "      {}", narrator.chance(missed, review, Some(debrief)))?;
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

    /// `2/4 too late in the order: Ring again … [Calling at the door (7)]`
    fn entry(&self, line: &ReviewLine) -> String {
        let (price, kind) = (line.price(), entry_kind(&self.words, line.kind));
        let gap = if price.is_empty() { "" } else { " " };
        format!("{price}{gap}{kind}{}{} [{}]", tr!(self.words, "colon"), line.text, line.cite)
    }

    fn gave_way(&self, line: &ReviewLine, out: &mut impl Write) -> io::Result<()> {
        match &line.because {
            Some((to, because)) => {
                let (to, because) = (to.as_str(), because.as_str());
                writeln!(out, "      {}", tr!(self.words, "gave-way", to = to, because = because))
            }
            None => Ok(()),
        }
    }
}
