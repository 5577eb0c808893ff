//! The play as a whole: what it came to, what cost most, what was never done, the dimensions, and all moves in a line each.

use super::told::Told;
use crate::content::standard::DimensionId;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::widgets::meter::bar;
use crate::doors::tui::widgets::story::{Citation, paragraphs};
use crate::play::debrief::Debrief;
use crate::play::scoring::{EntryKind, Label, Score};
use crate::speech::line_breaking::fit;
use crate::speech::narration::{MissedLine, label_counts};
use crate::tr;
use unicode_width::UnicodeWidthStr;

/// How many moves are named beside a score under 100.
const COSTLIEST: usize = 5;
/// In a narrower list there is only room for the words.
const WITH_COST: usize = 50;
/// How wide the bars are.
const BAR: usize = 24;

impl Told<'_> {
    /// The play as a whole, but for the list of its moves.
    pub(super) fn overview(&self) -> Vec<Row> {
        let summed = self.known.into_iter().flat_map(|known| [self.summary(known), self.costs(known)].concat());
        let dimensions = self.known.into_iter().flat_map(|known| self.dimensions(known));
        self.rows(&summed.chain(self.undone()).chain(dimensions).collect::<Vec<_>>())
    }

    /// What the points come to: how the moves were, which cost most, and the dimensions.
    pub(super) fn figures(&self) -> Vec<Row> {
        let Some(known) = self.known else { return Vec::new() };
        self.rows(&[self.summary(known), self.costs(known), self.dimensions(known)].concat())
    }

    /// What was left undone, and how it ended.
    pub(super) fn left_open(&self) -> Vec<Row> {
        self.rows(&self.undone().collect::<Vec<_>>()).into_iter().skip_while(|row| row.spans.is_empty()).collect()
    }

    /// What stands above the list of moves on the page.
    pub(super) fn list_heading(&self) -> Vec<Row> {
        self.rows(&[Paragraph::blank(), Told::heading(tr!(self.narrator.words, "move-by-move"))])
    }

    fn undone(&self) -> impl Iterator<Item = Paragraph> {
        self.missed().into_iter().chain(self.given_way()).chain(self.ending())
    }

    fn given_way(&self) -> Vec<Paragraph> {
        if self.review.given_way.is_empty() {
            return Vec::new();
        }
        let head = [Paragraph::blank(), Told::heading(tr!(self.narrator.words, "given-way"))];
        head.into_iter().chain(self.review.given_way.iter().map(|line| self.line(line, 2))).collect()
    }

    /// Why it is no pass, how the moves were, and what the points are made of.
    fn summary(&self, known: &Debrief) -> Vec<Paragraph> {
        let words = self.narrator.words;
        let mut all = Vec::new();
        let card = &known.card;
        if !card.critical.is_empty() {
            let sign = self.theme.entry(EntryKind::Broken).1;
            let broken = tr!(words, "critical-fails", count = card.critical.len());
            all.push(Paragraph::new(Tone::Bad, format!("{sign} {broken}")).indented(0, 2));
        }
        let mut parts = label_counts(words, known);
        parts.extend(known.no_return.map(|turn| {
            let number = turn + 1;
            tr!(words, "no-return-at", number = number)
        }));
        all.push(Paragraph::new(Tone::Plain, parts.join(self.theme.between())));
        let account = self.narrator.account(card, self.review, self.theme.between());
        all.push(Paragraph::new(Tone::Plain, account));
        all
    }

    /// The moves that cost most.
    fn costs(&self, known: &Debrief) -> Vec<Paragraph> {
        let words = self.narrator.words;
        let costly = known.costliest(COSTLIEST);
        if costly.is_empty() {
            return vec![Paragraph::blank(), Told::heading(tr!(words, "nothing-lost-here"))];
        }
        let lines = costly.into_iter().map(|turn| self.cost(known, turn));
        [Paragraph::blank(), Told::heading(tr!(words, "what-cost-most"))].into_iter().chain(lines).collect()
    }

    /// `move 3  ?? cost 12 of 100  Write the note and go`
    fn cost(&self, known: &Debrief, turn: usize) -> Paragraph {
        let (own, told, number) = (&known.moves[turn], &self.review.moves[turn], turn + 1);
        let cost = self.narrator.move_told(self.session, known, told, turn).cost.unwrap_or_default();
        let sign = own.label.map_or("", Label::sign);
        Paragraph::new(Tone::Dim, tr!(self.narrator.words, "turn-number", number = number))
            .and(self.theme.label(own.label), format!("  {sign} {cost}"))
            .and(Tone::Plain, format!("  {}", told.words))
            .indented(2, 4)
    }

    /// How it ended, as it was told in play.
    fn ending(&self) -> Vec<Paragraph> {
        let scene = self.narrator.ending_scene(self.session);
        if scene.is_empty() {
            return Vec::new();
        }
        let head = [Paragraph::blank(), Told::heading(tr!(self.narrator.words, "how-it-ended"))];
        head.into_iter().chain(paragraphs(&scene, &self.narrator, self.theme, Citation::ByClause)).collect()
    }

    /// What was never done, with the moment when it could have been.
    fn missed(&self) -> Vec<Paragraph> {
        if self.review.missed.is_empty() {
            return Vec::new();
        }
        let head = [Paragraph::blank(), Told::heading(tr!(self.narrator.words, "missed"))];
        head.into_iter().chain(self.review.missed.iter().map(|missed| self.chance(missed))).collect()
    }

    fn chance(&self, missed: &MissedLine) -> Paragraph {
        let moment = self.narrator.chance(missed, self.review, self.known);
        self.line(&missed.line, 2).and(Tone::Plain, format!("  {moment}"))
    }

    fn dimensions(&self, known: &Debrief) -> Vec<Paragraph> {
        let lang = self.narrator.words.lang();
        let scored = known.card.dimensions.iter().filter_map(|(id, score)| Some((*id, (*score)?)));
        let scored: Vec<(DimensionId, Score)> = scored.collect();
        let title = |id: DimensionId| self.narrator.standard.dimensions[id.index()].title.in_lang(lang);
        let widest = scored.iter().map(|(id, _)| title(*id).width()).max().unwrap_or(0);
        let line = |(id, score): &(DimensionId, Score)| {
            let gap = " ".repeat(widest - title(*id).width() + 2);
            Paragraph::new(Tone::Plain, format!("{}{gap}", title(*id)))
                .and(Tone::Plain, bar(self.theme, score.0, BAR))
                .and(Tone::Strong, format!("  {}", score.whole()))
                .indented(2, 2)
        };
        let head = Told::heading(tr!(self.narrator.words, "by-dimension"));
        [Paragraph::blank(), head].into_iter().chain(scored.iter().map(line)).collect()
    }

    /// All moves, a row each: number, sign, words, and what it cost.
    pub(super) fn list(&self, width: usize) -> Vec<Row> {
        let row = |(turn, told): (usize, &crate::speech::narration::NarratedMove)| {
            let own = self.known.and_then(|known| known.moves.get(turn));
            let label = own.and_then(|own| own.label);
            let sign = label.map_or("", Label::sign);
            let known = self.known.filter(|_| width >= WITH_COST);
            let solved = known.map(|known| self.narrator.move_told(self.session, known, told, turn));
            let cost = solved.and_then(|solved| solved.lost).unwrap_or_default();
            let cost = self.theme.text(&cost);
            let front = format!("{:>3}  ", turn + 1);
            let room = width.saturating_sub(front.width() + 4 + cost.width() + 1);
            let words = fit(&self.theme.text(&told.words), room, self.theme.ellipsis());
            let gap = " ".repeat(room - words.width() + 1);
            let spans = vec![
                (Tone::Dim, front),
                (self.theme.label(label), format!("{sign:<4}")),
                (Tone::Plain, words),
                (Tone::Dim, format!("{gap}{cost}")),
            ];
            Row { indent: 0, spans }
        };
        self.review.moves.iter().enumerate().map(row).collect()
    }
}
