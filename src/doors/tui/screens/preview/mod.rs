//! A scenario while its author writes it: the play on one side, what is wrong with the newest version on the other.
//!
//! ```text
//! ── preview · A wet umbrella ─────────────────── seed 0 · calm · 09:56:20 ──
//!   The rain has not stopped …                          │ version 4 · 1 error
//!                                                       │ error 61:27 DS004
//!   What do you do?                                     │   there is no scene
//! ▸ 1  Shake it out and fold it, then ring   fold_it    │   "dor": did you mean
//!   2  Tuck it under your arm and ring       under_arm  │   "door"?
//! ──────────────────────────────────────────────────────┴──────────────────
//! ```
//!
//! In a narrow window the findings stand below the play, as many as there is room for; F5 shows all of them. While the
//! file cannot be played, the version before stays, and the first line of the findings says so.

mod diagnostics;
mod layout;

use super::navigation::Navigation;
use crate::author::preview::{Preview, PreviewVersion};
use crate::base::chance::Seed;
use crate::base::diagnostic::Diagnostic;
use crate::content::scenario::ChoiceId;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::layout_key::LayoutKey;
use crate::doors::tui::page::Page;
use crate::doors::tui::prose::Row;
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::rows;
use crate::speech::narration::{Mood, clock};
use crate::tr;
use ratatui::layout::Rect;
use std::ops::Range;

#[derive(Debug)]
pub(crate) struct PreviewScreen {
    /// The file, as it is shown.
    file: String,
    preview: Preview,
    view: PreviewTab,
    /// The story and the choices below it.
    page: Page,
    /// Where the newest turn begins on the page.
    news: usize,
    choices: Vec<(ChoiceId, Range<usize>)>,
    /// The choice in focus, counted among the open ones.
    focus: Option<usize>,
    /// What is told about the newest version, for the pane.
    pane: Vec<Row>,
    /// All findings, each with its rows, for the list.
    list: Vec<Vec<Row>>,
    listed: usize,
    layout_key: Option<LayoutKey>,
}

/// What fills the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PreviewTab {
    Play,
    Diagnostics,
}

impl PreviewScreen {
    pub(crate) fn new(file: String, seed: Seed, way: Vec<Box<str>>) -> PreviewScreen {
        PreviewScreen {
            file,
            preview: Preview::new(seed, way),
            view: PreviewTab::Play,
            page: Page::default(),
            news: 0,
            choices: Vec::new(),
            focus: None,
            pane: Vec::new(),
            list: Vec::new(),
            listed: 0,
            layout_key: None,
        }
    }

    pub(crate) fn key_context(&self) -> KeyContext {
        match self.view {
            PreviewTab::Play => KeyContext::Preview,
            PreviewTab::Diagnostics => KeyContext::Diagnostics,
        }
    }

    /// Takes the newest version of the file.
    pub(crate) fn see(&mut self, version: PreviewVersion, ui: &mut UiContext) {
        self.preview.see(version);
        if let Some(pack) = self.preview.pack() {
            ui.pack = pack.clone();
        }
        self.listed = 0;
        self.moved();
    }

    /// Takes what playing a version in every way has found.
    pub(crate) fn checked(&mut self, version: usize, diagnostics: Vec<Diagnostic>) {
        self.preview.checked(version, diagnostics);
        self.layout_key = None;
    }

    /// Another moment is shown: everything is laid anew, and no choice is in focus.
    fn moved(&mut self) {
        self.focus = None;
        self.layout_key = None;
    }

    pub(crate) fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        match (action, self.view) {
            (Action::Back, PreviewTab::Play) => return Navigation::Back,
            (Action::Back | Action::Diagnostics, PreviewTab::Diagnostics) => self.view = PreviewTab::Play,
            (Action::Diagnostics, PreviewTab::Play) => self.view = PreviewTab::Diagnostics,
            (Action::Rewind, PreviewTab::Play) => match self.preview.rewind() {
                true => self.moved(),
                false => ui.notice = Some(tr!(ui.words, "nothing-to-rewind")),
            },
            (Action::Restart, PreviewTab::Play) => {
                self.preview.restart();
                self.moved();
            }
            (Action::FreshSeed, PreviewTab::Play) => {
                self.preview.reseed(ui.now.seed);
                self.moved();
            }
            (action, PreviewTab::Play) => self.in_play(action, ui),
            (action, PreviewTab::Diagnostics) => self.in_list(action, ui),
        }
        Navigation::Stay
    }

    fn in_play(&mut self, action: Action, ui: &UiContext) {
        let height = usize::from(Areas::of(ui.size, self.pane.len()).play.height);
        match action {
            Action::Pick(number) => self.choose(usize::from(number).wrapping_sub(1)),
            Action::Row(row) => self.choose(row),
            Action::Accept => self.focus.into_iter().for_each(|focus| self.choose(focus)),
            Action::Down => self.move_focus(1, height),
            Action::Up => self.move_focus(-1, height),
            Action::PageDown => self.page.scroll(height as isize - 1, height),
            Action::PageUp => self.page.scroll(1 - height as isize, height),
            Action::Scroll(by) => self.page.scroll(by.into(), height),
            Action::First => self.page.go(0, height),
            Action::Last => self.page.go(self.page.rows.len(), height),
            _ => {}
        }
    }

    fn choose(&mut self, number: usize) {
        if let Some((choice, _)) = self.choices.get(number).cloned() {
            self.preview.take(choice);
            self.moved();
        }
    }

    fn move_focus(&mut self, by: isize, height: usize) {
        let Some(last) = self.choices.len().checked_sub(1) else { return };
        let focus = match self.focus {
            Some(focus) => focus.saturating_add_signed(by).min(last),
            None if by > 0 => 0,
            None => last,
        };
        self.focus = Some(focus);
        self.page.reveal(self.choices[focus].1.clone(), height);
    }

    fn in_list(&mut self, action: Action, ui: &mut UiContext) {
        let step = usize::from(frame::column(ui.size).height / 2) as isize;
        match action {
            Action::Down => self.listed = rows::moved(self.listed, 1, self.list.len()),
            Action::Up => self.listed = rows::moved(self.listed, -1, self.list.len()),
            Action::PageDown => self.listed = rows::moved(self.listed, step, self.list.len()),
            Action::PageUp => self.listed = rows::moved(self.listed, -step, self.list.len()),
            Action::Scroll(by) => self.listed = rows::moved(self.listed, by.into(), self.list.len()),
            Action::First => self.listed = 0,
            Action::Last => self.listed = self.list.len().saturating_sub(1),
            Action::Row(row) if row == self.listed => self.show_diagnostic(ui),
            Action::Row(row) => self.listed = row.min(self.list.len().saturating_sub(1)),
            Action::Pick(number) => self.listed = usize::from(number - 1).min(self.list.len().saturating_sub(1)),
            Action::Accept => self.show_diagnostic(ui),
            _ => {}
        }
    }

    /// Plays to where the finding in focus shows itself.
    fn show_diagnostic(&mut self, ui: &mut UiContext) {
        let witness = self.preview.diagnostics().get(self.listed).and_then(|diagnostic| diagnostic.witness.clone());
        match witness {
            Some(witness) if self.preview.is_newest() && self.preview.go(&witness) => {
                self.view = PreviewTab::Play;
                self.moved();
            }
            Some(_) | None => ui.notice = Some(tr!(ui.words, "preview-no-way")),
        }
    }

    /// Whether Enter leads anywhere from the finding in focus.
    fn has_witness(&self) -> bool {
        let witness = self.preview.diagnostics().get(self.listed).and_then(|diagnostic| diagnostic.witness.as_ref());
        self.preview.is_newest() && witness.is_some_and(|witness| witness.seed.is_some())
    }

    /// Makes the rows again where anything changed.
    pub(crate) fn arrange(&mut self, ui: &mut UiContext) {
        let layout_key = Some(LayoutKey::of(ui));
        if self.layout_key == layout_key {
            return;
        }
        self.layout_key = layout_key;
        self.lay_out_diagnostics(ui);
        self.lay_out_play(ui);
        let height = usize::from(Areas::of(ui.size, self.pane.len()).play.height);
        let end = self.page.rows.len().saturating_sub(height);
        self.page.go(end.min(self.news), height);
        if let Some((_, rows)) = self.focus.and_then(|focus| self.choices.get(focus)) {
            self.page.reveal(rows.clone(), height);
        }
    }

    pub(crate) fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let words = &ui.words;
        let mut title = vec![tr!(words, "preview")];
        let mut right = Vec::new();
        match (self.preview.session(), self.view) {
            (Some(session), PreviewTab::Play) => {
                let (scenario, state) = (session.scenario(), session.state());
                title.push(ui.narrator(scenario).plain(&scenario.title));
                let seed = self.preview.seed().number();
                right.push(tr!(words, "preview-seed", seed = seed.to_string()));
                right.push(Mood::of(scenario, &state).word(words));
                right.push(clock(state.clock(scenario)));
            }
            (_, PreviewTab::Diagnostics) | (None, PreviewTab::Play) => title.push(self.file.clone()),
        }
        let below = match self.view {
            PreviewTab::Play => self.page.below(usize::from(Areas::of(ui.size, self.pane.len()).play.height)),
            PreviewTab::Diagnostics => 0,
        };
        ScreenFrame {
            title: title.join(ui.theme.between()),
            right: right.join(ui.theme.between()),
            accept: (self.view == PreviewTab::Diagnostics).then(|| tr!(words, "do-show-finding")),
            picks: (self.view == PreviewTab::Play && !self.choices.is_empty())
                .then(|| (self.choices.len(), tr!(words, "do-pick"))),
            without: self.without(),
            below: (below > 0).then(|| tr!(words, "more", rows = below, sign = ui.theme.more_below())),
            ..ScreenFrame::default()
        }
    }

    /// What does nothing at this moment.
    fn without(&self) -> Vec<Action> {
        let moves = self.preview.session().map_or(0, |session| session.turns().len());
        let mut without = Vec::new();
        let idle = match self.view {
            PreviewTab::Play => self.focus.is_none(),
            PreviewTab::Diagnostics => !self.has_witness(),
        };
        if idle {
            without.push(Action::Accept);
        }
        if moves == 0 {
            without.extend([Action::Rewind, Action::Restart]);
        }
        if self.preview.session().is_none() {
            without.push(Action::FreshSeed);
        }
        without
    }

    pub(crate) fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        match self.view {
            PreviewTab::Play => self.draw_play(canvas, ui),
            PreviewTab::Diagnostics => {
                let area = frame::column(ui.size);
                match self.list.is_empty() {
                    true => {
                        canvas.put(area.x, area.y, area.right(), Tone::Plain, &self.verdict(ui));
                        canvas.cursor(area.x, area.y);
                    }
                    false => rows::draw(canvas, &self.list, self.listed, area),
                }
            }
        }
    }

    fn draw_play(&self, canvas: &mut Canvas, ui: &UiContext) {
        let areas = Areas::of(ui.size, self.pane.len());
        let area = areas.play;
        self.page.draw(canvas, area);
        canvas.cursor(area.x, area.y);
        for (number, (_, rows)) in self.choices.iter().enumerate() {
            for y in rows.clone().filter_map(|row| self.page.y_of(row, area)) {
                canvas.hit(Rect { y, height: 1, ..area }, Action::Row(number));
            }
            if self.focus == Some(number)
                && let Some(y) = self.page.y_of(rows.start, area)
            {
                let height = (rows.len() as u16).min(area.bottom() - y);
                canvas.put(area.x, y, area.right(), Tone::Strong, canvas.theme.pointer());
                canvas.focus(Rect { x: area.x + 5, y, width: area.width.saturating_sub(5), height });
                canvas.cursor(area.x + 2, y);
            }
        }
        self.draw_pane(canvas, &areas);
    }

    fn draw_pane(&self, canvas: &mut Canvas, areas: &Areas) {
        let pane = areas.pane;
        if areas.beside {
            let (above, below) = canvas.theme.joints();
            canvas.vertical_rule(pane.x - 2, pane.y, pane.bottom());
            canvas.put(pane.x - 2, pane.y - 1, pane.x - 1, Tone::Dim, above);
            canvas.put(pane.x - 2, pane.bottom(), pane.x - 1, Tone::Dim, below);
        } else {
            let whole = canvas.area();
            canvas.line(0, pane.y - 1, whole.width);
        }
        for (y, row) in (pane.y..pane.bottom()).zip(&self.pane) {
            canvas.row(pane, y, row);
        }
        canvas.hit(pane, Action::Diagnostics);
    }

    pub(crate) fn column(&self, ui: &UiContext) -> Rect {
        match self.view {
            PreviewTab::Play => Areas::whole(ui.size),
            PreviewTab::Diagnostics => frame::column(ui.size),
        }
    }
}

/// Where the play and the findings are drawn.
struct Areas {
    play: Rect,
    pane: Rect,
    beside: bool,
}

impl Areas {
    fn whole(size: (u16, u16)) -> Rect {
        let room = if size.0 >= frame::WITH_PANEL { frame::MEASURE + 64 } else { frame::MEASURE };
        let width = room.min(size.0.saturating_sub(4));
        Rect { x: (size.0 - width) / 2, y: 1, width, height: size.1.saturating_sub(3) }
    }

    /// For a pane of so many rows: beside the play where there is room, otherwise below it, where it never takes more
    /// than a third of the window.
    fn of(size: (u16, u16), rows: usize) -> Areas {
        let whole = Areas::whole(size);
        if size.0 >= frame::WITH_PANEL {
            let play = Rect { width: frame::MEASURE.min(whole.width * 3 / 5), ..whole };
            let x = play.right() + 3;
            return Areas { play, pane: Rect { x, width: whole.right() - x, ..whole }, beside: true };
        }
        let height = (rows.max(1) as u16).min(whole.height / 3);
        let play = Rect { height: whole.height - height - 1, ..whole };
        Areas { play, pane: Rect { y: play.bottom() + 1, height, ..whole }, beside: false }
    }
}
