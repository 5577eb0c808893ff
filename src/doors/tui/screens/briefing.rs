//! What one knows before the clock starts, and how to play.
//!
//! ```text
//! ── No answer ──────────────────────────────── basic · 8 min ──
//!   Saturday morning, Huaishu Lane …
//!   The clock starts at 09:55; a pass needs 80.
//!
//! ▸ 1  Learn      hints and reasons
//!   2  Practice   what each move met and broke
//!   3  Exam       nothing until the end
//!      Seed       40321    F7: another customer
//! ```

use super::play::Play;
use super::{Screen, Step};
use crate::base::chance::Seed;
use crate::content::scenario::Scenario;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::desk::Desk;
use crate::doors::tui::frame::{self, Frame};
use crate::doors::tui::keys::Place;
use crate::doors::tui::page::Page;
use crate::doors::tui::prose::{self, Paragraph};
use crate::doors::tui::run::Run;
use crate::doors::tui::theme::Tone;
use crate::doors::tui::widgets::field;
use crate::speech::messages::Messages;
use crate::speech::narration::{clock, tier};
use crate::store::Mode;
use crate::tr;
use ratatui::layout::Rect;
use std::sync::Arc;
use tui_input::{Input, InputRequest};
use unicode_width::UnicodeWidthStr;

const MODES: [Mode; 3] = [Mode::Learn, Mode::Practice, Mode::Exam];

#[derive(Debug)]
pub struct Briefing {
    scenario: Arc<Scenario>,
    mode: usize,
    focus: Focus,
    seed: Input,
    page: Page,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    Mode,
    Seed,
}

/// How many rows the choice below the text takes.
const BELOW: u16 = 6;

impl Briefing {
    /// A learner's first play of a scenario is offered in learn mode, a later one in practice.
    pub fn new(scenario: Arc<Scenario>, desk: &Desk) -> Briefing {
        let known = desk.attempts().iter().any(|(_, attempt)| attempt.finished && attempt.scenario == scenario.id);
        let seed = Input::new(desk.moment.seed.to_string());
        Briefing { scenario, mode: usize::from(known), focus: Focus::Mode, seed, page: Page::default() }
    }

    pub fn place(&self) -> Place {
        match self.focus {
            Focus::Mode => Place::Briefing,
            Focus::Seed => Place::Seed,
        }
    }

    pub fn act(&mut self, action: Action, desk: &mut Desk) -> Step {
        let height = usize::from(text_area(desk.size).height);
        match action {
            Action::Back => return Step::Back,
            Action::Accept => return self.begin(desk),
            Action::Pick(number @ 1..=3) => self.mode = usize::from(number) - 1,
            Action::Row(row) if row == self.mode => return self.begin(desk),
            Action::Row(row) if row < MODES.len() => (self.mode, self.focus) = (row, Focus::Mode),
            Action::Row(_) => self.focus = Focus::Seed,
            Action::Down if self.mode + 1 < MODES.len() && self.focus == Focus::Mode => self.mode += 1,
            Action::Down => self.focus = Focus::Seed,
            Action::Up if self.focus == Focus::Seed => self.focus = Focus::Mode,
            Action::Up => self.mode = self.mode.saturating_sub(1),
            Action::Edit(InputRequest::InsertChar(c)) if !c.is_ascii_digit() || self.seed.value().len() >= 15 => {}
            Action::Edit(request) => field::edit(&mut self.seed, request),
            Action::FreshSeed => self.seed = Input::new(desk.moment.seed.to_string()),
            Action::PageDown => self.page.scroll(height as isize - 1, height),
            Action::PageUp => self.page.scroll(1 - height as isize, height),
            Action::Scroll(by) => self.page.scroll(by.into(), height),
            _ => {}
        }
        Step::Stay
    }

    fn begin(&self, desk: &mut Desk) -> Step {
        let seed = self.seed.value().parse().map_or(desk.moment.seed, Seed::new);
        let run = Run::begin(desk, &self.scenario, seed, MODES[self.mode]);
        Step::Become(Screen::Play(Play::new(run)))
    }

    pub fn arrange(&mut self, desk: &mut Desk) {
        let area = text_area(desk.size);
        let narrator = desk.narrator(&self.scenario);
        let mut all: Vec<Paragraph> = Vec::new();
        for line in narrator.plain(&self.scenario.briefing).split('\n') {
            all.push(Paragraph::new(Tone::Plain, line));
        }
        all.push(Paragraph::blank());
        let start = clock(self.scenario.clock.start);
        let start = start[..5].to_owned();
        let facts = tr!(desk.words, "briefing-facts", time = start, mark = self.scenario.pass_mark);
        all.push(Paragraph::new(Tone::Dim, facts));
        let rows = prose::rows(&all, usize::from(area.width), desk.theme);
        self.page.set(rows, usize::from(area.height));
    }

    pub fn frame(&self, desk: &Desk) -> Frame {
        let words = &desk.words;
        let facts = [tier(words, self.scenario.tier), tr!(words, "minutes", minutes = self.scenario.minutes)];
        let below = self.page.below(usize::from(text_area(desk.size).height));
        Frame {
            title: desk.narrator(&self.scenario).plain(&self.scenario.title),
            right: facts.join(desk.theme.between()),
            picks: (self.focus == Focus::Mode).then(|| (MODES.len(), tr!(words, "do-mode"))),
            below: (below > 0).then(|| tr!(words, "more", rows = below, sign = desk.theme.more_below())),
            ..Frame::default()
        }
    }

    pub fn draw(&self, canvas: &mut Canvas, desk: &Desk) {
        let area = text_area(desk.size);
        self.page.draw(canvas, area);
        // Close below a short text, at the bottom below a long one.
        let text = (self.page.rows.len() as u16).min(area.height);
        let top = area.y + text + 1;
        let names = MODES.map(|mode| mode_name(mode, &desk.words));
        let column = area.x + 7 + names.iter().map(|name| name.width()).max().unwrap_or(0) as u16;
        for (number, (mode, name)) in MODES.into_iter().zip(&names).enumerate() {
            let y = top + number as u16;
            canvas.put(area.x + 2, y, area.right(), Tone::Key, &format!("{}", number + 1));
            canvas.put(area.x + 5, y, area.right(), Tone::Strong, name);
            canvas.put(column, y, area.right(), Tone::Plain, &mode_says(mode, &desk.words));
            canvas.hit(Rect { y, height: 1, ..area }, Action::Row(number));
            if number == self.mode {
                match self.focus {
                    Focus::Mode => canvas.point(area, y),
                    Focus::Seed => {
                        canvas.put(area.x, y, area.right(), Tone::Strong, canvas.theme.pointer());
                    }
                }
            }
        }
        self.draw_seed(canvas, desk, Rect { y: top + 4, height: 1, ..area }, column);
    }

    fn draw_seed(&self, canvas: &mut Canvas, desk: &Desk, area: Rect, column: u16) {
        canvas.put(area.x + 5, area.y, area.right(), Tone::Plain, &tr!(desk.words, "seed"));
        let end = column + self.seed.value().len() as u16 + 2;
        match self.focus {
            Focus::Mode => canvas.put(column, area.y, end, Tone::Plain, self.seed.value()),
            Focus::Seed => {
                field::draw(canvas, &self.seed, column, area.y, end);
                canvas.put(area.x, area.y, area.right(), Tone::Strong, canvas.theme.pointer())
            }
        };
        canvas.put(end + 1, area.y, area.right(), Tone::Dim, &tr!(desk.words, "seed-says"));
        canvas.hit(area, Action::Row(MODES.len()));
    }
}

fn text_area(size: (u16, u16)) -> Rect {
    let area = frame::column(size);
    Rect { y: area.y + 1, height: area.height.saturating_sub(BELOW + 1), ..area }
}

pub fn mode_name(mode: Mode, words: &Messages) -> String {
    match mode {
        Mode::Learn => tr!(words, "mode-learn"),
        Mode::Practice => tr!(words, "mode-practice"),
        Mode::Exam => tr!(words, "mode-exam"),
    }
}

fn mode_says(mode: Mode, words: &Messages) -> String {
    match mode {
        Mode::Learn => tr!(words, "learn-says"),
        Mode::Practice => tr!(words, "practice-says"),
        Mode::Exam => tr!(words, "exam-says"),
    }
}
