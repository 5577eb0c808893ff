//! A finished play, reviewed: the score and why it is not 100, then every move with what it won and cost.
//!
//! ```text
//! ── No answer · debrief ─────────────────────────────── seed 40321 ──
//!   87.5  passed                                       a pass needs 80
//!   The note is up · customer: calm · 12 min · 13 moves
//!
//!   Procedure       ████████████████░░░░  80
//!   Etiquette       ████████████████████  100
//!
//!   What cost most
//!   ✗ −8  move 5   Do not …  Calling at the door (5)
//!
//!   Move by move
//! ▸ 1  09:55:00  Look for a bell first                            +8
//!      ✓ +4  Look whether there is a doorbell.  Calling at the door (2)
//!      Why: …
//! ```

use super::play::Play;
use super::{Screen, Step};
use crate::say;
use crate::scoring::{Entry, EntryKind, Ledger, Scorecard, Verdict};
use crate::show::{Line, Missed, Mood, Move, Review, Teller, clock, entry_kind};
use crate::text::Lang;
use crate::tui::action::Action;
use crate::tui::canvas::Canvas;
use crate::tui::desk::{Best, Desk};
use crate::tui::frame::{self, Frame};
use crate::tui::keys::Place;
use crate::tui::page::Page;
use crate::tui::prose::{self, Paragraph, Row};
use crate::tui::run::{Leg, Run};
use crate::tui::theme::{Theme, Tone};
use crate::tui::widgets::meter::bar;
use ratatui::layout::Rect;
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

#[derive(Debug)]
pub struct Debrief {
    run: Run,
    /// The move in focus; none at first, so that the score is what is read first.
    focus: Option<usize>,
    page: Page,
    /// The rows of each move.
    moves: Vec<Range<usize>>,
    laid: Option<(Lang, (u16, u16), Best)>,
}

/// How many entries are named beside a score under 100.
const COSTLIEST: usize = 5;
/// How wide the bars are.
const BAR: usize = 24;

impl Debrief {
    pub fn new(run: Run) -> Debrief {
        Debrief { run, focus: None, page: Page::default(), moves: Vec::new(), laid: None }
    }

    pub fn place(&self) -> Place {
        Place::Debrief
    }

    pub fn act(&mut self, action: Action, desk: &mut Desk) -> Step {
        let height = usize::from(frame::column(desk.size).height);
        match action {
            Action::Back => return Step::Back,
            Action::Up => self.move_focus(-1, height),
            Action::Down => self.move_focus(1, height),
            Action::Row(row) if self.focus == Some(row) => return self.again(row, desk),
            Action::Row(row) => self.focus = Some(row),
            Action::Accept => match self.focus {
                Some(focus) => return self.again(focus, desk),
                None => self.move_focus(1, height),
            },
            Action::Scroll(by) => self.page.scroll(by.into(), height),
            Action::PageDown => self.page.scroll(height as isize - 2, height),
            Action::PageUp => self.page.scroll(2 - height as isize, height),
            Action::First => self.page.go(0, height),
            Action::Last => self.page.go(self.page.rows.len(), height),
            _ => {}
        }
        Step::Stay
    }

    fn move_focus(&mut self, by: isize, height: usize) {
        let Some(last) = self.moves.len().checked_sub(1) else { return };
        let focus = match self.focus {
            None if by < 0 => return self.page.scroll(by, height),
            None => 0,
            Some(0) if by < 0 => {
                self.focus = None;
                return self.page.go(0, height);
            }
            // Below the last move stands what was missed.
            Some(focus) if focus == last && by > 0 => return self.page.scroll(by, height),
            Some(focus) => focus.saturating_add_signed(by).min(last),
        };
        self.focus = Some(focus);
        self.page.reveal(self.moves[focus].clone(), height);
    }

    /// Back to the moment before a move, on a branch of its own: the first run keeps its score.
    fn again(&self, turn: usize, desk: &mut Desk) -> Step {
        let mut run = self.run.clone();
        run.leg = Leg::Again;
        run.rewind_to(turn, desk);
        let number = turn + 1;
        desk.notice = Some(say!(desk.words, "notice-again", number = number));
        Step::Become(Screen::Play(Play::new(run)))
    }

    pub fn arrange(&mut self, desk: &mut Desk) {
        let session = &self.run.session;
        desk.ask_best(session.scenario(), session.seed());
        let best = desk.best(session.scenario(), session.seed()).cloned().unwrap_or(Best::Pending);
        let laid = Some((desk.lang(), desk.size, best.clone()));
        if self.laid == laid {
            return;
        }
        self.laid = laid;
        let area = frame::column(desk.size);
        let width = usize::from(area.width);
        let session = self.run.session.clone();
        let teller = desk.teller(session.scenario());
        let ledger = Ledger::judge(teller.scenario, teller.standard, session.turns());
        let review = teller.review(&session, &ledger);
        let sheet = Sheet { teller, theme: desk.theme, width, run: &self.run };
        let mut rows = sheet.head(&ledger, &best);
        self.moves.clear();
        rows.extend(sheet.rows(vec![Paragraph::blank(), sheet.heading(say!(desk.words, "move-by-move"))]));
        for (number, reviewed) in review.moves.iter().enumerate() {
            rows.push(Row::default());
            let from = rows.len();
            rows.extend(sheet.reviewed(number, reviewed));
            self.moves.push(from..rows.len());
        }
        rows.extend(sheet.rest(&review));
        self.page.set(rows, usize::from(area.height));
    }

    pub fn frame(&self, desk: &Desk) -> Frame {
        let teller = desk.teller(self.run.session.scenario());
        let below = self.page.below(usize::from(frame::column(desk.size).height));
        Frame {
            title: format!(
                "{}{}{}",
                teller.plain(&teller.scenario.title),
                desk.theme.between(),
                say!(desk.words, "debrief")
            ),
            right: say!(desk.words, "seed-is", seed = self.run.session.seed().to_string()),
            without: vec![Action::Accept; usize::from(self.focus.is_none())],
            shut: self.focus.is_none().then(|| say!(desk.words, "pick-a-move")),
            below: (below > 0).then(|| say!(desk.words, "more", rows = below, sign = desk.theme.more_below())),
            ..Frame::default()
        }
    }

    pub fn draw(&self, canvas: &mut Canvas, desk: &Desk) {
        let area = frame::column(desk.size);
        self.page.draw(canvas, area);
        canvas.cursor(area.x, area.y);
        for (number, rows) in self.moves.iter().enumerate() {
            for y in rows.clone().filter_map(|row| self.page.y_of(row, area)) {
                canvas.hit(Rect { y, height: 1, ..area }, Action::Row(number));
            }
            if self.focus == Some(number)
                && let Some(y) = self.page.y_of(rows.start, area)
            {
                canvas.point(area, y);
            }
        }
    }
}

/// What the rows are made with.
struct Sheet<'s> {
    teller: Teller<'s>,
    theme: Theme,
    width: usize,
    run: &'s Run,
}

impl Sheet<'_> {
    fn rows(&self, paragraphs: Vec<Paragraph>) -> Vec<Row> {
        prose::rows(&paragraphs, self.width, self.theme)
    }

    fn heading(&self, words: String) -> Paragraph {
        Paragraph::new(Tone::Strong, words)
    }

    /// The score, the outcome in words, the dimensions, and why it is not 100.
    fn head(&self, ledger: &Ledger, best: &Best) -> Vec<Row> {
        let mut all = Vec::new();
        match best {
            Best::Pending => all.push(Paragraph::new(Tone::Dim, say!(self.teller.words, "scale-pending"))),
            Best::Unknown(why) => {
                let points = ledger.points();
                all.push(Paragraph::new(
                    Tone::Plain,
                    say!(self.teller.words, "scale-unknown", points = points, why = why.as_str()),
                ));
            }
            Best::Known(best) => {
                let card = Scorecard::new(self.teller.scenario, self.teller.standard, ledger.clone(), *best);
                all.push(self.verdict(&card));
                all.push(self.outcome());
                all.extend(self.leg());
                all.push(Paragraph::blank());
                all.extend(self.dimensions(&card));
                all.extend(self.costliest(&card));
                return self.rows(all);
            }
        }
        all.push(self.outcome());
        self.rows(all)
    }

    fn verdict(&self, card: &Scorecard) -> Paragraph {
        let words = self.teller.words;
        let (tone, sign, verdict) = match card.verdict {
            Verdict::Pass => (Tone::Good, self.theme.entry(EntryKind::Met).1, say!(words, "passed")),
            Verdict::Fail => (Tone::Bad, self.theme.entry(EntryKind::Broken).1, say!(words, "failed")),
        };
        let mut paragraph = Paragraph::new(Tone::Strong, say!(words, "score", score = card.score.to_string()))
            .and(tone, format!("  {sign} {verdict}"))
            .and(Tone::Dim, format!("  {}", say!(words, "pass-needs", mark = self.teller.scenario.pass_mark)));
        if !card.critical.is_empty() {
            paragraph =
                paragraph.and(Tone::Bad, format!("  {}", say!(words, "critical-broken", count = card.critical.len())));
        }
        paragraph.and(Tone::Dim, format!("  {}", say!(words, "points-of", points = card.points, best = card.best)))
    }

    fn outcome(&self) -> Paragraph {
        let (words, session) = (self.teller.words, &self.run.session);
        let state = session.state();
        let ending =
            session.ending().map(|ending| self.teller.fill(&self.teller.scenario.ending(ending).title, &state));
        let parts = [
            ending.unwrap_or_default(),
            say!(words, "mood", mood = Mood::of(self.teller.scenario, &state).word(words)),
            say!(words, "minutes", minutes = state.elapsed(self.teller.scenario).div_ceil(60)),
            say!(words, "moves", count = session.turns().len()),
        ];
        Paragraph::new(Tone::Plain, parts.join(self.theme.between()))
    }

    /// Beside a branch, a word that the first run is what counts.
    fn leg(&self) -> Option<Paragraph> {
        match self.run.leg {
            Leg::First => None,
            Leg::Again => Some(Paragraph::new(Tone::Dim, say!(self.teller.words, "first-run-counts"))),
        }
    }

    fn dimensions(&self, card: &Scorecard) -> Vec<Paragraph> {
        let lang = self.teller.words.lang();
        let scored: Vec<_> = card.dimensions.iter().filter_map(|(id, score)| Some((*id, (*score)?))).collect();
        let title = |id: crate::standard::DimensionId| self.teller.standard.dimensions[id.index()].title.in_lang(lang);
        let widest = scored.iter().map(|(id, _)| title(*id).width()).max().unwrap_or(0);
        let line = |(id, score): &(crate::standard::DimensionId, crate::scoring::Score)| {
            let gap = " ".repeat(widest - title(*id).width() + 2);
            Paragraph::new(Tone::Plain, format!("{}{gap}", title(*id)))
                .and(Tone::Plain, bar(self.theme, score.0, BAR))
                .and(Tone::Strong, format!("  {score}"))
        };
        scored.iter().map(line).collect()
    }

    fn costliest(&self, card: &Scorecard) -> Vec<Paragraph> {
        let words = self.teller.words;
        let costs = card.costliest(self.teller.standard, COSTLIEST);
        if costs.is_empty() {
            return vec![Paragraph::blank(), self.heading(say!(words, "nothing-lost-here"))];
        }
        let line = |(index, cost): &(usize, i32)| {
            let entry = &card.ledger.entries[*index];
            let number = match entry.turn {
                Some(turn) => {
                    let number = turn + 1;
                    say!(words, "turn-number", number = number)
                }
                None => entry_kind(words, entry.kind),
            };
            let lost = self.theme.points(-cost).1;
            let told = self.teller.entry(entry);
            self.told(entry, &format!("{lost:>3}  {number}  "), &told)
        };
        let lines = costs.iter().map(line);
        [Paragraph::blank(), self.heading(say!(words, "what-cost-most"))].into_iter().chain(lines).collect()
    }

    fn told(&self, entry: &Entry, front: &str, line: &Line) -> Paragraph {
        let (tone, sign) = self.theme.entry(entry.kind);
        Paragraph::new(tone, format!("{sign} "))
            .and(tone, front)
            .and(Tone::Plain, line.text.clone())
            .and(Tone::Dim, format!("  {}", line.cite))
            .indented(2, 9)
    }

    fn reviewed(&self, number: usize, reviewed: &Move) -> Vec<Row> {
        let (tone, points) = self.theme.points(reviewed.points);
        let mut head = Paragraph::new(Tone::Key, format!("{:<3}", number + 1))
            .and(Tone::Dim, format!("{}  ", clock(reviewed.clock)))
            .and(Tone::Own, reviewed.words.clone());
        if reviewed.lines.iter().any(|line| line.points != 0) {
            head = head.and(tone, format!("  {points}"));
        }
        let mut all = vec![head.indented(2, 5)];
        all.extend(reviewed.lines.iter().map(|line| self.line(line, 5)));
        if let Some(feedback) = &reviewed.feedback {
            let why = Paragraph::new(Tone::Strong, say!(self.teller.words, "why"));
            all.push(why.and(Tone::Plain, feedback.clone()).indented(5, 7));
        }
        self.rows(all)
    }

    fn line(&self, line: &Line, indent: usize) -> Paragraph {
        let words = self.teller.words;
        let (tone, sign) = self.theme.entry(line.kind);
        let (_, points) = self.theme.points(line.points);
        let kind = match line.kind {
            EntryKind::Met | EntryKind::Broken => String::new(),
            other => format!("{}{}", entry_kind(words, other), say!(words, "colon")),
        };
        let mut paragraph = Paragraph::new(tone, format!("{sign} {points:>3}  "))
            .and(Tone::Plain, format!("{kind}{}", line.text))
            .and(Tone::Dim, format!("  {}", line.cite));
        if let Some((to, because)) = &line.because {
            let reason = say!(words, "gave-way", to = to.as_str(), because = because.as_str());
            paragraph = paragraph.and(Tone::Plain, format!("  {reason}"));
        }
        paragraph.indented(indent, indent + 7)
    }

    /// What was never done, and what never had to be.
    fn rest(&self, review: &Review) -> Vec<Row> {
        let words = self.teller.words;
        let mut all = Vec::new();
        if !review.missed.is_empty() {
            all.extend([Paragraph::blank(), self.heading(say!(words, "missed"))]);
            all.extend(review.missed.iter().map(|missed| self.missed(missed, review)));
        }
        if !review.given_way.is_empty() {
            all.extend([Paragraph::blank(), self.heading(say!(words, "given-way"))]);
            all.extend(review.given_way.iter().map(|line| self.line(line, 2)));
        }
        self.rows(all)
    }

    fn missed(&self, missed: &Missed, review: &Review) -> Paragraph {
        let words = self.teller.words;
        let moment = match missed.moment {
            Some(turn) => {
                let number = turn + 1;
                say!(words, "first-chance", number = number, time = clock(review.moves[turn].clock))
            }
            None => say!(words, "no-chance"),
        };
        self.line(&missed.line, 2).and(Tone::Plain, format!("  {moment}"))
    }
}
