//! What a debrief says: its head, and everything about one move. Rows out of values; it knows no keys.

use crate::doors::tui::prose::{self, Paragraph, Row};
use crate::doors::tui::theme::{Theme, Tone};
use crate::doors::tui::widgets::story::{Citation, paragraphs};
use crate::play::debrief::{Debrief, Reviewed};
use crate::play::engine::Session;
use crate::play::scoring::{Entry, EntryKind, Label, Ledger, Score, Scorecard, Verdict};
use crate::speech::narration::{
    Detail, Mood, MoveMark, Narrator, Passage, Review, ReviewLine, clock, entry_kind, label, verdict,
};
use crate::tr;

/// A play, and how it is told.
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

    /// The score, the outcome in words, and beside a branch that the first run is what counts.
    pub(super) fn head(&self, score: &ScoreLine, other_try: OtherTry) -> Vec<Row> {
        let words = self.narrator.words;
        let score = match (score, self.known) {
            (ScoreLine::Known | ScoreLine::Pending(_), Some(known)) => self.verdict(&known.card, known.accuracy),
            (ScoreLine::Pending(Some(score)), None) => {
                Paragraph::new(Tone::Strong, tr!(words, "score", score = score.to_string()))
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
            OtherTry::Scored(first) => Some(tr!(words, "first-run-scored", score = first.to_string())),
        };
        let mut head = vec![score, self.outcome()];
        head.extend(other_try.map(|words| Paragraph::new(Tone::Strong, words)));
        self.rows(&head)
    }

    fn verdict(&self, card: &Scorecard, accuracy: Option<u32>) -> Paragraph {
        let words = self.narrator.words;
        let (tone, kind) = match card.verdict {
            Verdict::Pass => (Tone::Good, EntryKind::Met),
            Verdict::Fail => (Tone::Bad, EntryKind::Broken),
        };
        let (sign, verdict) = (self.theme.entry(kind).1, verdict(words, card.verdict));
        let needs = tr!(words, "pass-needs", mark = self.narrator.scenario.pass_mark);
        let paragraph = Paragraph::new(Tone::Strong, tr!(words, "score", score = card.score.to_string()))
            .and(tone, format!("  {sign} {verdict}"))
            .and(Tone::Dim, format!("  {needs}"));
        match accuracy {
            Some(accuracy) => paragraph.and(Tone::Plain, format!("  {}", tr!(words, "exactness", accuracy = accuracy))),
            None => paragraph,
        }
    }

    fn outcome(&self) -> Paragraph {
        let (words, state) = (self.narrator.words, self.session.state());
        let ending = self.session.ending();
        let ending = ending.map(|ending| self.narrator.fill(&self.narrator.scenario.ending(ending).title, &state));
        let parts = [
            ending.unwrap_or_default(),
            tr!(words, "mood", mood = Mood::of(self.narrator.scenario, &state).word(words)),
            tr!(words, "minutes", minutes = state.elapsed(self.narrator.scenario).div_ceil(60)),
            tr!(words, "moves", count = self.session.turns().len()),
        ];
        Paragraph::new(Tone::Plain, parts.join(self.theme.between()))
    }

    /// As many rows as the curve will have, until it is there.
    pub(super) fn waiting(&self, rows: usize) -> Vec<Row> {
        let mut all = self.rows(&[Paragraph::new(Tone::Dim, tr!(self.narrator.words, "review-pending"))]);
        all.resize(rows, Row::default());
        all
    }

    /// Everything about one move.
    pub(super) fn one_move(&self, turn: usize) -> Vec<Row> {
        let own = self.known.and_then(|known| known.moves.get(turn));
        let told = &self.review.moves[turn];
        let mut all = vec![self.judged(turn, own)];
        all.push(Paragraph::new(Tone::Own, format!("{} {}", self.theme.pointer(), told.words)).indented(0, 2));
        all.extend(self.answer(self.session, turn, Meaning::Left));
        all.extend(told.lines.iter().map(|line| self.line(line, 2)));
        if let Some(feedback) = &told.feedback {
            all.push(self.why(feedback, 2));
        }
        all.extend(self.verdict_of_curve(turn, own));
        all.extend(own.into_iter().flat_map(|own| self.better(own)));
        all.extend(self.chances(turn));
        self.rows(&all)
    }

    /// `Move 3 of 13 · 10:00:30   ?? blunder · cost 21.4 % · still reachable 62.5`
    fn judged(&self, turn: usize, own: Option<&Reviewed>) -> Paragraph {
        let words = self.narrator.words;
        let number = turn + 1;
        let place = tr!(words, "move-of", number = number, count = self.session.turns().len());
        let mut paragraph = Paragraph::new(Tone::Strong, place)
            .and(Tone::Dim, format!("{}{}", self.theme.between(), clock(self.review.moves[turn].clock)));
        let Some(own) = own else { return paragraph };
        paragraph = match own.label {
            Some(label) => paragraph.and(self.theme.label(own.label), format!("   {}", self.signed(label))),
            None => paragraph.and(Tone::Dim, format!("   {}", tr!(words, "only-choice"))),
        };
        if own.loss > 0 {
            let cost = tr!(words, "move-cost", percent = Score(own.loss).to_string());
            paragraph = paragraph.and(Tone::Plain, format!("{}{cost}", self.theme.between()));
        }
        let reachable = tr!(words, "still-reachable", score = own.reachable.to_string());
        paragraph.and(Tone::Dim, format!("{}{reachable}", self.theme.between()))
    }

    /// `?? blunder`
    pub(super) fn signed(&self, own: Label) -> String {
        let word = label(self.narrator.words, own);
        match own.sign() {
            "" => word,
            sign => format!("{sign} {word}"),
        }
    }

    /// What happened to the pass with this move, and why a right move can lower the curve.
    fn verdict_of_curve(&self, turn: usize, own: Option<&Reviewed>) -> Vec<Paragraph> {
        let words = self.narrator.words;
        let (Some(known), Some(own)) = (self.known, own) else { return Vec::new() };
        let mut all = Vec::new();
        if known.no_return == Some(turn) {
            let (tone, sign) = self.theme.entry(EntryKind::Broken);
            all.push(Paragraph::new(tone, format!("{sign} {}", tr!(words, "no-return-here"))).indented(2, 4));
        }
        let before = turn.checked_sub(1).map_or(Score::FULL, |before| known.moves[before].reachable);
        if own.loss == 0 && own.reachable < before {
            all.push(Paragraph::new(Tone::Plain, tr!(words, "against-the-dice")).indented(2, 2));
        }
        all
    }

    /// The better move, played: what is answered, what it meets, and why.
    fn better(&self, own: &Reviewed) -> Vec<Paragraph> {
        let words = self.narrator.words;
        let mut other = self.session.clone();
        other.rewind_to(own.turn);
        let Some(choice) = other.choice(own.best_choice).cloned().filter(|_| own.loss > 0) else { return Vec::new() };
        let text = self.narrator.fill(&choice.text, &other.state());
        if other.take(own.best_choice).is_err() {
            return Vec::new();
        }
        let head = Paragraph::new(Tone::Strong, tr!(words, "better")).and(Tone::Own, text).indented(0, 2);
        let mut all = vec![Paragraph::blank(), head];
        all.extend(self.answer(&other, own.turn, Meaning::Told));
        all
    }

    /// How the customer takes a move: words and mood; and, where it is wanted, what happens, what it meets and why.
    fn answer(&self, session: &Session, turn: usize, meaning: Meaning) -> Vec<Paragraph> {
        let mut reply = self.narrator.turn(session, turn, Detail::Whole);
        let is_meaning = |own: &Passage| matches!(own, Passage::Mood { .. } | Passage::Marks(_) | Passage::Feedback(_));
        let rest = reply.split_off(reply.iter().position(is_meaning).unwrap_or(reply.len()));
        let (means, next): (Vec<Passage>, Vec<Passage>) = rest.into_iter().partition(is_meaning);
        let told = meaning == Meaning::Told;
        let speaks = |own: &Passage| matches!(own, Passage::Speech { .. });
        let answers = |own: &Passage| speaks(own) || told && matches!(own, Passage::Narration(_));
        // Where a move has no answer of its own, what is said next is one.
        let (own, other) = if reply.iter().any(answers) { (reply, Vec::new()) } else { (Vec::new(), next) };
        let said = own.into_iter().filter(answers).chain(other.into_iter().filter(speaks));
        let means = means.into_iter().filter(|own| told || matches!(own, Passage::Mood { .. }));
        said.chain(means).flat_map(|passage| self.passage(passage)).collect()
    }

    fn passage(&self, passage: Passage) -> Vec<Paragraph> {
        match passage {
            Passage::Marks(marks) => marks.iter().map(|mark| self.mark(mark)).collect(),
            other => paragraphs(&[other], &self.narrator, self.theme, Citation::ByClause),
        }
    }

    /// What a better move meets, with its clause.
    fn mark(&self, mark: &MoveMark) -> Paragraph {
        let (tone, sign) = self.theme.mark(mark.kind);
        Paragraph::new(tone, sign)
            .and(Tone::Plain, format!(" {}", self.narrator.requirement(mark.requirement)))
            .and(Tone::Dim, format!("  {}", self.narrator.cite(mark.requirement)))
            .indented(2, 4)
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
        let (_, points) = self.theme.points(line.points);
        let kind = match line.kind {
            EntryKind::Met | EntryKind::Broken => String::new(),
            other => format!("{}{}", entry_kind(words, other), tr!(words, "colon")),
        };
        let mut paragraph = Paragraph::new(tone, format!("{sign} {points:>3}  "))
            .and(Tone::Plain, format!("{kind}{}", line.text))
            .and(Tone::Dim, format!("  {}", line.cite));
        if let Some((to, because)) = &line.because {
            let reason = tr!(words, "gave-way", to = to.as_str(), because = because.as_str());
            paragraph = paragraph.and(Tone::Plain, format!("  {reason}"));
        }
        paragraph.indented(indent, indent + 7)
    }

    /// One of the entries that cost most.
    pub(super) fn cost(&self, entry: &Entry, cost: i32) -> Paragraph {
        let words = self.narrator.words;
        let moment = match entry.turn {
            Some(turn) => {
                let number = turn + 1;
                tr!(words, "turn-number", number = number)
            }
            None => entry_kind(words, entry.kind),
        };
        let (tone, sign) = self.theme.entry(entry.kind);
        let line = self.narrator.entry(entry);
        let lost = self.theme.points(-cost).1;
        Paragraph::new(tone, format!("{sign} {lost:>3}  {moment}  "))
            .and(Tone::Plain, line.text)
            .and(Tone::Dim, format!("  {}", line.cite))
            .indented(2, 9)
    }
}

/// Whether it is told what a move means: of the own move the ledger tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Told,
    Left,
}
