//! What a debrief says: its head, and everything about one move. Rows out of values; it knows no keys.

use crate::doors::tui::prose::{self, Paragraph, Row};
use crate::doors::tui::theme::{Theme, Tone};
use crate::doors::tui::widgets::story::{Citation, paragraphs};
use crate::play::debrief::{Debrief, Reviewed};
use crate::play::engine::Session;
use crate::play::scoring::{EntryKind, Ledger, Score, Scorecard, Verdict};
use crate::speech::narration::{
    GivenUp, MoveTold, Narrator, Passage, Review, ReviewLine, clock, entry_kind, signed_label, verdict,
};
use crate::tr;

/// A play, and how it is told.
#[derive(Clone, Copy)]
pub(super) struct Told<'t> {
    pub narrator: Narrator<'t>,
    pub theme: Theme,
    pub width: usize,
    pub session: &'t Session,
    pub ledger: &'t Ledger,
    /// What the ledger says, in words.
    pub review: &'t Review,
    /// What the solver says, as soon as it has.
    pub known: Option<&'t Debrief>,
}

/// What stands on top.
pub(super) enum ScoreLine {
    /// The score may be known before the moves are.
    Pending(Option<Score>),
    Known,
    /// Why nobody knows the scale.
    Unknown(String),
}

/// The run that counts, beside one that was tried again.
#[derive(Clone, Copy, Debug)]
pub(super) enum OtherTry {
    /// This is the run that counts.
    None,
    /// Its scale is not known yet.
    Unscored,
    Scored(Score),
}

impl Told<'_> {
    pub(super) fn rows(&self, paragraphs: &[Paragraph]) -> Vec<Row> {
        prose::rows(paragraphs, self.width, self.theme)
    }

    pub(super) fn heading(words: String) -> Paragraph {
        Paragraph::new(Tone::Strong, words)
    }

    /// The score, the outcome in words, beside a branch that the first run is what counts, and what else the result is to be
    /// read with.
    pub(super) fn head(&self, score: &ScoreLine, other_try: OtherTry, remarks: &[String]) -> Vec<Row> {
        let words = self.narrator.words;
        let score = match (score, self.known) {
            (ScoreLine::Known | ScoreLine::Pending(_), Some(known)) => self.verdict(&known.card),
            (ScoreLine::Pending(Some(score)), None) => {
                Paragraph::new(Tone::Strong, tr!(words, "score", score = score.whole()))
            }
            (ScoreLine::Pending(None) | ScoreLine::Known, None) => {
                Paragraph::new(Tone::Dim, tr!(words, "scale-pending"))
            }
            (ScoreLine::Unknown(why), _) => {
                let points = self.ledger.points();
                Paragraph::new(Tone::Plain, tr!(words, "scale-unknown", points = points, why = why.as_str()))
            }
        };
        let other_try = match other_try {
            OtherTry::None => None,
            OtherTry::Unscored => Some(tr!(words, "first-run-counts")),
            OtherTry::Scored(first) => Some(tr!(words, "first-run-scored", score = first.whole())),
        };
        let mut head = vec![score, self.outcome()];
        head.extend(other_try.map(|words| Paragraph::new(Tone::Strong, words)));
        if !remarks.is_empty() {
            head.push(Paragraph::new(Tone::Strong, remarks.join(&tr!(words, "between-sentences"))));
        }
        self.rows(&head)
    }

    fn verdict(&self, card: &Scorecard) -> Paragraph {
        let words = self.narrator.words;
        let (tone, kind) = match card.verdict {
            Verdict::Pass => (Tone::Good, EntryKind::Met),
            Verdict::Fail => (Tone::Bad, EntryKind::Broken),
        };
        let (sign, verdict) = (self.theme.entry(kind).1, verdict(words, card.verdict));
        let needs = tr!(words, "pass-needs", mark = self.narrator.scenario.pass_mark);
        Paragraph::new(Tone::Strong, tr!(words, "score", score = card.score.whole()))
            .and(tone, format!("  {sign} {verdict}"))
            .and(Tone::Dim, format!("  {needs}"))
    }

    fn outcome(&self) -> Paragraph {
        Paragraph::new(Tone::Plain, self.narrator.outcome(self.session).join(self.theme.between()))
    }

    /// As many rows as the curve will have, until it is there.
    pub(super) fn waiting(&self, rows: usize) -> Vec<Row> {
        let mut all = self.rows(&[Paragraph::new(Tone::Dim, tr!(self.narrator.words, "review-pending"))]);
        all.resize(rows, Row::default());
        all
    }

    /// Everything about one move.
    pub(super) fn one_move(&self, turn: usize) -> Vec<Row> {
        let known = self.known.filter(|known| turn < known.moves.len());
        let told = &self.review.moves[turn];
        let solved = known.map(|known| self.narrator.move_told(self.session, known, told, turn)).unwrap_or_default();
        let mut all = vec![self.judged(turn, known, &solved)];
        all.push(Paragraph::new(Tone::Own, format!("{} {}", self.theme.pointer(), told.words)).indented(0, 2));
        all.extend(self.answer(self.session, turn, Meaning::Left));
        all.extend(told.lines.iter().map(|line| self.line(line, 2)));
        if let Some(feedback) = &told.feedback {
            all.push(self.why(feedback, 2));
        }
        all.extend(known.into_iter().flat_map(|known| self.given_up(known, &solved)));
        all.extend(solved.notes.iter().map(|note| Paragraph::new(Tone::Plain, note.clone()).indented(2, 2)));
        all.extend(known.into_iter().flat_map(|known| self.better(&known.moves[turn], &solved)));
        all.extend(self.chances(turn));
        self.rows(&all)
    }

    /// `Move 3 of 13 · 10:00:30   ?? blunder · cost 21 of 100 · still reachable 62`
    fn judged(&self, turn: usize, known: Option<&Debrief>, solved: &MoveTold) -> Paragraph {
        let words = self.narrator.words;
        let number = turn + 1;
        let place = tr!(words, "move-of", number = number, count = self.session.turns().len());
        let mut paragraph = Paragraph::new(Tone::Strong, place)
            .and(Tone::Dim, format!("{}{}", self.theme.between(), clock(self.review.moves[turn].clock)));
        let Some(known) = known else { return paragraph };
        let own = &known.moves[turn];
        paragraph = match own.label {
            Some(label) => paragraph.and(self.theme.label(own.label), format!("   {}", signed_label(words, label))),
            None => paragraph.and(Tone::Dim, format!("   {}", tr!(words, "only-choice"))),
        };
        if let Some(cost) = &solved.cost {
            paragraph = paragraph.and(Tone::Plain, format!("{}{cost}", self.theme.between()));
        }
        let reachable = tr!(words, "still-reachable", score = own.reachable.whole());
        paragraph.and(Tone::Dim, format!("{}{reachable}", self.theme.between()))
    }

    /// What the move gave up besides what its own entries say.
    fn given_up(&self, known: &Debrief, solved: &MoveTold) -> Vec<Paragraph> {
        if solved.given_up.is_empty() {
            return Vec::new();
        }
        let head = Paragraph::new(Tone::Plain, tr!(self.narrator.words, "given-up", best = known.card.best));
        let row = |row: &GivenUp| {
            Paragraph::new(Tone::Bad, format!("{:>5}  ", row.points))
                .and(Tone::Plain, row.text.clone())
                .and(Tone::Dim, format!("  {}", row.cite))
                .indented(2, 9)
        };
        std::iter::once(head.indented(2, 2)).chain(solved.given_up.iter().map(row)).collect()
    }

    /// The better moves, the first of them played: what is answered, what it meets, and why.
    fn better(&self, own: &Reviewed, solved: &MoveTold) -> Vec<Paragraph> {
        let words = self.narrator.words;
        if solved.better.is_empty() {
            return Vec::new();
        }
        let mut other = self.session.clone();
        other.rewind_to(own.turn);
        let text = self.narrator.one_of(&solved.better);
        if other.take(own.best_choice).is_err() {
            return Vec::new();
        }
        let head = Paragraph::new(Tone::Strong, tr!(words, "better")).and(Tone::Own, text).indented(0, 2);
        let mut all = vec![Paragraph::blank(), head];
        all.extend(self.answer(&other, own.turn, Meaning::Told));
        all
    }

    /// How the customer takes a move, laid out.
    fn answer(&self, session: &Session, turn: usize, meaning: Meaning) -> Vec<Paragraph> {
        let answer = self.narrator.answer(session, turn, meaning == Meaning::Told);
        answer.into_iter().flat_map(|passage| self.passage(passage)).collect()
    }

    fn passage(&self, passage: Passage) -> Vec<Paragraph> {
        paragraphs(&[passage], &self.narrator, self.theme, Citation::ByClause)
    }

    /// What was never done and could first have been done here.
    fn chances(&self, turn: usize) -> Vec<Paragraph> {
        let words = self.narrator.words;
        let here: Vec<_> = self.review.missed.iter().filter(|missed| missed.moment == Some(turn)).collect();
        if here.is_empty() {
            return Vec::new();
        }
        let head = [Paragraph::blank(), Told::heading(tr!(words, "chance-here"))];
        head.into_iter().chain(here.iter().map(|missed| self.line(&missed.line, 2))).collect()
    }

    pub(super) fn why(&self, words: &str, indent: usize) -> Paragraph {
        let why = Paragraph::new(Tone::Strong, tr!(self.narrator.words, "why"));
        why.and(Tone::Plain, words).indented(indent, indent + 2)
    }

    /// One entry of the ledger with its clause, and for what gave way the reason.
    pub(super) fn line(&self, line: &ReviewLine, indent: usize) -> Paragraph {
        let words = self.narrator.words;
        let (tone, sign) = self.theme.entry(line.kind);
        let price = line.price();
        let kind = format!("{}{}", entry_kind(words, line.kind), tr!(words, "colon"));
        let mut paragraph = Paragraph::new(tone, format!("{sign} {price:>5}  "))
            .and(Tone::Plain, format!("{kind}{}", line.text))
            .and(Tone::Dim, format!("  {}", line.cite));
        if let Some((to, because)) = &line.because {
            let reason = tr!(words, "gave-way", to = to.as_str(), because = because.as_str());
            paragraph = paragraph.and(Tone::Plain, format!("  {reason}"));
        }
        paragraph.indented(indent, indent + 9)
    }
}

/// Whether it is told what a move means: of the own move the ledger tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Told,
    Left,
}
