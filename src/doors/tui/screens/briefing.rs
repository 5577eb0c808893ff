//! What one knows before the clock starts, and how to play.
//!
//! ```text
//! ── No answer ──────────────────────────────── basic · 8 min ──
//!   Saturday morning, Huaishu Lane …
//!   The clock starts at 09:55; a pass needs 80.
//!
//! ▸ 1  Learn      hints and reasons
//!   2  Practice   what each move met and broke
//!   3  Say it     the same, but prescribed words are typed
//!   4  Exam       nothing until the end
//!      Seed       40321    Ctrl-N new seed
//! ```

use super::component::Component;
use super::navigation::{Destination, Navigation};
use crate::base::chance::Seed;
use crate::base::text::narrow;
use crate::content::scenario::Scenario;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::{cells, downwards, width};
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::page::Page;
use crate::doors::tui::prose::{self, Paragraph};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::field;
use crate::record::attempt::{AttemptId, Mode};
use crate::record::history::WantedPlay;
use crate::speech::narration::{clock, mode_name, tier};
use crate::tr;
use crate::trainer::recorded_play::{modes_of, offered_mode};
use ratatui::layout::Rect;
use std::sync::Arc;
use tui_input::{Input, InputRequest};

#[derive(Debug)]
pub(crate) struct BriefingScreen {
    scenario: Arc<Scenario>,
    /// What it can be played in.
    modes: Vec<Mode>,
    mode: usize,
    focus: Focus,
    seed: Input,
    /// Whether the seed was typed, and so is meant.
    is_typed: bool,
    page: Page,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    Mode,
    Seed,
}

impl Component for BriefingScreen {
    fn key_context(&self) -> KeyContext {
        match self.focus {
            Focus::Mode => KeyContext::Briefing,
            Focus::Seed => KeyContext::Seed,
        }
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let height = usize::from(self.text_area(ui.size).height);
        match action {
            Action::Back => return Navigation::Back,
            Action::Accept => return self.begin(ui),
            Action::Pick(number) if (1..=self.modes.len()).contains(&usize::from(number)) => {
                self.mode = usize::from(number) - 1;
            }
            Action::Row(row) if row == self.mode => return self.begin(ui),
            Action::Row(row) if row < self.modes.len() => (self.mode, self.focus) = (row, Focus::Mode),
            Action::Down if self.mode + 1 < self.modes.len() && self.focus == Focus::Mode => self.mode += 1,
            Action::Row(_) | Action::Down => self.focus = Focus::Seed,
            Action::Up if self.focus == Focus::Seed => self.focus = Focus::Mode,
            Action::Up => self.mode = self.mode.saturating_sub(1),
            Action::Edit(InputRequest::InsertChar(c)) => self.type_digit(narrow(c)),
            Action::Edit(request) => {
                field::edit(&mut self.seed, request);
                self.is_typed = true;
            }
            Action::FreshSeed => (self.seed, self.is_typed) = (Input::new(ui.now.seed.to_string()), false),
            Action::PageDown => self.page.scroll(downwards(height) - 1, height),
            Action::PageUp => self.page.scroll(1 - downwards(height), height),
            Action::Scroll(by) => self.page.scroll(by.into(), height),
            _ => {}
        }
        Navigation::Stay
    }

    fn arrange(&mut self, ui: &mut UiContext) {
        let open_exam = self.open_exam(ui);
        ui.fetch(open_exam);
        let area = self.text_area(ui.size);
        let narrator = ui.narrator(&self.scenario);
        let mut all: Vec<Paragraph> = Vec::new();
        for line in narrator.plain(&self.scenario.briefing).split('\n') {
            all.push(Paragraph::new(Tone::Plain, line));
        }
        all.push(Paragraph::blank());
        let start = clock(self.scenario.clock.start);
        let start = start[..5].to_owned();
        let facts = tr!(ui.words, "briefing-facts", time = start, mark = self.scenario.pass_mark);
        all.push(Paragraph::new(Tone::Dim, facts));
        let rows = prose::rows(&all, usize::from(area.width), ui.theme);
        self.page.set(rows, usize::from(area.height));
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let words = &ui.words;
        let facts = [tier(words, self.scenario.tier), tr!(words, "minutes", minutes = self.scenario.minutes)];
        let below = self.page.below(usize::from(self.text_area(ui.size).height));
        ScreenFrame {
            title: ui.narrator(&self.scenario).plain(&self.scenario.title),
            right: facts.join(ui.theme.between()),
            picks: (self.focus == Focus::Mode).then(|| (self.modes.len(), tr!(words, "do-mode"))),
            below: (below > 0).then(|| tr!(words, "more", rows = below, sign = ui.theme.more_below())),
            ..ScreenFrame::default()
        }
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = self.text_area(ui.size);
        self.page.draw(canvas, area);
        // Close below a short text, at the bottom below a long one.
        let text = cells(self.page.rows.len()).min(area.height);
        let top = area.y + text + 1;
        let names: Vec<String> = self.modes.iter().map(|mode| mode_name(*mode, &ui.words)).collect();
        let column = area.x + 7 + names.iter().map(|name| width(name)).max().unwrap_or(0);
        for (number, (mode, name)) in self.modes.iter().copied().zip(&names).enumerate() {
            let y = top + cells(number);
            canvas.put(area.x + 2, y, area.right(), Tone::Key, &format!("{}", number + 1));
            canvas.put(area.x + 5, y, area.right(), Tone::Strong, name);
            canvas.put(column, y, area.right(), Tone::Plain, &self.mode_says(mode, ui));
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
        self.draw_seed(canvas, ui, Rect { y: top + cells(self.modes.len()) + 1, height: 1, ..area }, column);
    }
}

impl BriefingScreen {
    /// A learner's first play of a scenario is offered in learn mode, a later one in practice.
    pub(crate) fn new(scenario: Arc<Scenario>, ui: &UiContext) -> BriefingScreen {
        let offered = offered_mode(ui.history(), &scenario);
        let modes = modes_of(&scenario, ui.standard());
        let mode = modes.iter().position(|mode| *mode == offered).unwrap_or(0);
        let seed = Input::new(ui.now.seed.to_string());
        BriefingScreen { scenario, modes, mode, focus: Focus::Mode, seed, is_typed: false, page: Page::default() }
    }

    /// A seed has digits alone, and so many at most.
    fn type_digit(&mut self, c: char) {
        if c.is_ascii_digit() && self.seed.value().len() < 15 {
            field::edit(&mut self.seed, InputRequest::InsertChar(c));
            self.is_typed = true;
        }
    }

    fn begin(&self, ui: &mut UiContext) -> Navigation {
        let (mode, shown) = (self.modes[self.mode], self.seed.value().parse().map_or(ui.now.seed, Seed::new));
        // An exam that is open is gone on with, whatever seed is offered beside it.
        let seed = (mode != Mode::Exam || self.is_typed).then_some(shown);
        match ui.go_on_or_begin(&self.scenario, WantedPlay { mode: Some(mode), seed }, shown) {
            Some(play) => Navigation::Become(Destination::Play(Box::new(play))),
            None => Navigation::Stay,
        }
    }

    /// The exam of this scenario that is open, if one is.
    fn open_exam(&self, ui: &UiContext) -> Option<AttemptId> {
        let wanted = WantedPlay { mode: Some(Mode::Exam), seed: None };
        ui.history().open_plays(&self.scenario.id, wanted).next()
    }

    fn mode_says(&self, mode: Mode, ui: &UiContext) -> String {
        let words = &ui.words;
        match mode {
            Mode::Learn => tr!(words, "learn-says"),
            Mode::Practice => tr!(words, "practice-says"),
            Mode::Say => tr!(words, "say-says"),
            Mode::Exam if self.open_exam(ui).is_some() => tr!(words, "open-exam-says"),
            Mode::Exam => tr!(words, "exam-says"),
        }
    }

    fn draw_seed(&self, canvas: &mut Canvas, ui: &UiContext, area: Rect, column: u16) {
        canvas.put(area.x + 5, area.y, area.right(), Tone::Plain, &tr!(ui.words, "seed"));
        let end = column + cells(self.seed.value().len()) + 2;
        match self.focus {
            Focus::Mode => canvas.put(column, area.y, end, Tone::Plain, self.seed.value()),
            Focus::Seed => {
                field::draw(canvas, &self.seed, column, area.y, end);
                canvas.put(area.x, area.y, area.right(), Tone::Strong, canvas.theme.pointer())
            }
        };
        canvas.put(end + 1, area.y, area.right(), Tone::Dim, &tr!(ui.words, "seed-says"));
        canvas.hit(area, Action::Row(self.modes.len()));
    }

    /// The text, above the modes and the seed.
    fn text_area(&self, size: (u16, u16)) -> Rect {
        let area = frame::column(size);
        let below = cells(self.modes.len()) + 3;
        Rect { y: area.y + 1, height: area.height.saturating_sub(below + 1), ..area }
    }
}
