//! The best way on from a moment of a play, walked step by step: what could be chosen and what is, what is answered, and
//! how the score stands. Nothing is played here and nothing is kept.
//!
//! ```text
//! ── No answer · best line ─────────────────── move 4 of 12 · 09:59:40 ──
//!   Score so far  ████████░░░░░░░░░░░░░░░░  37.5 of 100
//!
//!   Hammer on the door
//! ▸ Ring lightly, once
//!
//!   Ms Lin (behind the door)  “Who is it?”
//!   ✓ Ring lightly, once.  At the door (2)
//!   Why: once is enough.
//! ```

use super::component::Component;
use super::navigation::Navigation;
use crate::content::scenario::ChoiceId;
use crate::content::standard::RequirementId;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::{cells, downwards};
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::layout_key::LayoutKey;
use crate::doors::tui::page::Page;
use crate::doors::tui::prose::{self, Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::meter::bar;
use crate::doors::tui::widgets::story::{Citation, paragraphs};
use crate::play::engine::{Open, Session};
use crate::play::scoring::{Ledger, Score};
use crate::speech::narration::{Detail, Narrator, Passage, clock};
use crate::tr;
use crate::trainer::solver_cache::Async;
use ratatui::layout::Rect;
use std::sync::Arc;

#[derive(Debug)]
pub(crate) struct BestLineScreen {
    /// The play up to the moment from which the best is walked.
    from: Session,
    line: Async<Arc<Session>>,
    /// How many of its moves are shown; 0 is the moment before the first.
    step: usize,
    /// How the score stands.
    head: Vec<Row>,
    page: Page,
    layout_key: Option<LayoutKey<BestLineView>>,
}

/// What the rows tell about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct BestLineView {
    step: usize,
    answered: bool,
}

/// How wide the bar is.
const BAR: usize = 24;

impl Component for BestLineScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::BestLine
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let height = usize::from(self.below_head(ui.size).height);
        match action {
            Action::Back => return Navigation::Back,
            Action::Right | Action::Accept => self.go(self.step + 1),
            Action::Left => self.go(self.step.saturating_sub(1)),
            Action::Down => self.read(1, height),
            Action::Up => self.read(-1, height),
            Action::PageDown => self.read(downwards(height) - 1, height),
            Action::PageUp => self.read(1 - downwards(height), height),
            Action::Scroll(by) => self.page.scroll(by.into(), height),
            Action::First => self.go(0),
            Action::Last => self.go(self.steps()),
            _ => {}
        }
        Navigation::Stay
    }

    fn arrange(&mut self, ui: &mut UiContext) {
        ui.ask_best(self.from.scenario(), self.from.seed());
        ui.ask_line(&self.from);
        self.line = ui.known().line(&self.from).cloned().unwrap_or(Async::Pending);
        let answered = !matches!(self.line, Async::Pending);
        let layout_key = Some(LayoutKey::showing(BestLineView { step: self.step, answered }, ui));
        if self.layout_key == layout_key {
            return;
        }
        self.layout_key = layout_key;
        let width = usize::from(frame::column(ui.size).width);
        let shown = self.shown();
        let narrator = ui.narrator(shown.scenario());
        self.head = prose::rows(&self.standing(&shown, &narrator, ui), width, ui.theme);
        let rows = prose::rows(&self.move_shown(&shown, &narrator, ui), width, ui.theme);
        self.page.set(rows, usize::from(self.below_head(ui.size).height));
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let shown = self.shown();
        let narrator = ui.narrator(shown.scenario());
        let below = self.page.below(usize::from(self.below_head(ui.size).height));
        let time = clock(shown.state().clock(shown.scenario()));
        let place = tr!(ui.words, "move-of", number = shown.turns().len(), count = self.last_move());
        ScreenFrame {
            title: format!(
                "{}{}{}",
                narrator.plain(&narrator.scenario.title),
                ui.theme.between(),
                tr!(ui.words, "best-line")
            ),
            right: format!("{place}{}{time}", ui.theme.between()),
            without: vec![Action::Right; usize::from(self.step == self.steps())],
            unavailable_reason: (self.step == self.steps() && self.step > 0).then(|| tr!(ui.words, "best-line-ends")),
            below: (below > 0).then(|| tr!(ui.words, "more", rows = below, sign = ui.theme.more_below())),
            ..ScreenFrame::default()
        }
    }

    fn cited(&self, _ui: &UiContext) -> Option<RequirementId> {
        self.shown().turns().last()?.requirements().next()
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        for (y, row) in (area.y..area.bottom()).zip(&self.head) {
            canvas.row(area, y, row);
        }
        let below = self.below_head(ui.size);
        self.page.draw(canvas, below);
        canvas.hit(below, Action::Right);
        canvas.cursor(below.x, below.y);
    }
}

impl BestLineScreen {
    pub(crate) fn new(from: Session) -> BestLineScreen {
        BestLineScreen {
            from,
            line: Async::Pending,
            step: 0,
            head: Vec::new(),
            page: Page::default(),
            layout_key: None,
        }
    }

    /// How many moves the line has.
    fn steps(&self) -> usize {
        match &self.line {
            Async::Known(line) => line.turns().len() - self.from.turns().len(),
            Async::Pending | Async::Unknown(_) => 0,
        }
    }

    fn go(&mut self, step: usize) {
        let step = step.min(self.steps());
        if step != self.step {
            self.step = step;
            self.page.top = 0;
        }
    }

    /// Reads on: first what stands below the view, then the next move.
    fn read(&mut self, rows: isize, height: usize) {
        let more = if rows > 0 { self.page.below(height) > 0 } else { self.page.top > 0 };
        match (more, rows > 0) {
            (true, _) => self.page.scroll(rows, height),
            (false, true) => self.go(self.step + 1),
            (false, false) => self.go(self.step.saturating_sub(1)),
        }
    }

    /// The play as far as it is shown.
    fn shown(&self) -> Session {
        match &self.line {
            Async::Known(line) => {
                let mut shown = Session::clone(line);
                shown.rewind_to(self.from.turns().len() + self.step);
                shown
            }
            Async::Pending | Async::Unknown(_) => self.from.clone(),
        }
    }

    /// How the score stands, or why there is no line to walk.
    fn standing(&self, shown: &Session, narrator: &Narrator, ui: &UiContext) -> Vec<Paragraph> {
        let words = narrator.words;
        let best = match (&self.line, ui.known().best(shown.scenario(), shown.seed())) {
            (Async::Unknown(why), _) => {
                return vec![Paragraph::new(Tone::Plain, tr!(words, "no-best-line", why = why.as_str()))];
            }
            (Async::Known(_), Some(Async::Known(best))) => *best,
            (Async::Known(_) | Async::Pending, _) => {
                return vec![Paragraph::new(Tone::Dim, tr!(words, "best-line-pending"))];
            }
        };
        let score = |session: &Session| {
            let ledger = Ledger::judge(narrator.scenario, narrator.standard, session.turns());
            Score::share(ledger.points(), best)
        };
        let now = score(shown);
        let line = Paragraph::new(Tone::Plain, tr!(words, "score-so-far"))
            .and(Tone::Plain, format!("  {}", bar(ui.theme, now.0, BAR)))
            .and(Tone::Strong, format!("  {}", tr!(words, "score", score = now.whole())));
        let Async::Known(whole) = &self.line else { return vec![line] };
        let (first, last) = (self.from.turns().len() + 1, score(whole).whole());
        let goal = match first {
            1 => tr!(words, "best-line-whole", score = last),
            _ => tr!(words, "best-line-from", number = first, score = last),
        };
        vec![line, Paragraph::new(Tone::Dim, goal)]
    }

    /// The moment before the line, or its move that is shown: what else was open, what is answered, and why.
    fn move_shown(&self, shown: &Session, narrator: &Narrator, ui: &UiContext) -> Vec<Paragraph> {
        let set = |passages: &[Passage]| paragraphs(passages, narrator, ui.theme, Citation::InFull);
        let Some(last) = shown.turns().len().checked_sub(1) else { return set(&narrator.opening(shown)) };
        if self.step == 0 {
            let mut all = vec![Paragraph::new(Tone::Dim, tr!(narrator.words, "where-you-stood")), Paragraph::blank()];
            all.extend(set(&narrator.turn(shown, last, Detail::Bare)));
            return all;
        }
        let mut before = shown.clone();
        before.rewind_to(last);
        let mut all = others(&before, shown.turns()[last].taken.choice, narrator);
        let mut passages = narrator.turn(shown, last, Detail::Whole);
        // What was taken stands among what else there was.
        let took = passages.remove(0);
        let own = set(&[took]);
        let place = before
            .shown()
            .iter()
            .filter(|(_, open)| *open == Open::Yes)
            .position(|(id, _)| shown.turns()[last].taken.choice == *id);
        let place = place.unwrap_or(0).min(all.len());
        all.splice(place..place, own);
        all.push(Paragraph::blank());
        all.extend(set(&passages));
        all
    }

    fn below_head(&self, size: (u16, u16)) -> Rect {
        let area = frame::column(size);
        let above = cells(self.head.len() + 1).min(area.height.saturating_sub(1));
        Rect { y: area.y + above, height: area.height - above, ..area }
    }

    /// The number of the last move of the whole play.
    fn last_move(&self) -> usize {
        self.from.turns().len() + self.steps()
    }
}

/// What else was open, in the order of the screen.
fn others(before: &Session, taken: ChoiceId, narrator: &Narrator) -> Vec<Paragraph> {
    let texts = narrator.others(before, taken).into_iter();
    texts.map(|text| Paragraph::new(Tone::Dim, text).indented(2, 4)).collect()
}
