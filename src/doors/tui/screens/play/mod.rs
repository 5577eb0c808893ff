//! The play itself.
//!
//! ```text
//! ── No answer · At the door ─────────────── calm · ✓3 ○4 · 10:00:30 ──
//!   You pressed the bell lightly and let go at the sound.      │ At the door
//!   Nobody answers. The stairwell light goes out.              │ ▄▄▆▆▄ calm
//!                                                              │ 3 met · 4 open
//!   What do you do?                                            │ ✓ (5) Ring lightly …
//! ▸ 1  Wait half a minute, then ring once more                 │
//!   2  Ring again at once, a little longer                     │
//! ──────────────────────────────────────────────────────────────┴─────
//!   1-2 choose  Enter take  F3 hint  F4 rewind  …
//! ```
//!
//! In a wide window the clauses that a move was about and the moves so far stand in a third column.
//!
//! Text and choices are one long page. After a choice the page stands so that what is new is read from its first row; if
//! it is longer than the window, choosing waits until its end has been seen.

mod aside;
mod layout;
mod panel;
mod say_field;
mod saying;

use super::component::Component;
use super::navigation::{Destination, Navigation};
use crate::content::standard::RequirementId;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::downwards;
use crate::doors::tui::columns::Columns;
use crate::doors::tui::frame::ScreenFrame;
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::layout_key::LayoutKey;
use crate::doors::tui::page::Page;
use crate::doors::tui::prose::Row;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::{choices, field};
use crate::play::hearing::LONGEST_REPLY;
use crate::play::hint::Hint;
use crate::record::attempt::Mode;
use crate::speech::narration::{Mood, Standing, clock};
use crate::tr;
use crate::trainer::recorded_play::{KeepAttempt, PlayCommand, RecordedPlay, Refusal};
use crate::trainer::say_it::SayMoment;
use ratatui::layout::Rect;
use say_field::SayField;
use std::ops::Range;

#[derive(Clone, Debug)]
pub(crate) struct PlayScreen {
    pub play: RecordedPlay,
    /// The open choice in focus, counted among the open ones.
    focus: Option<usize>,
    /// What a hint said in the present moment, once it was asked for.
    hint: Option<Hint>,
    /// What can be done in the present moment.
    moment: SayMoment,
    /// What is said in one's own words.
    say: Box<SayField>,
    page: Page,
    /// Where each turn begins on the page: the opening, then one for each turn.
    starts: Vec<usize>,
    /// How many of the page's rows are told story; below stand the choices.
    story: usize,
    /// The rows of each open choice.
    choices: Vec<Range<usize>>,
    /// One past the last row that was in view.
    seen: usize,
    /// What stands in the panel at the side, and in the column beside that.
    panel: Vec<Row>,
    aside: Vec<Row>,
    /// How much is met, broken and open so far.
    standing: Standing,
    layout_key: Option<LayoutKey>,
}

impl Component for PlayScreen {
    fn key_context(&self) -> KeyContext {
        if self.say.is_open { KeyContext::Say } else { KeyContext::Play }
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let height = usize::from(body(ui.size).height);
        match action {
            action if self.say.is_open && self.act_in_field(action, ui) => {}
            Action::Back => return Navigation::Back,
            Action::Pick(number) => return self.choose(usize::from(number) - 1, ui),
            Action::Row(row) => return self.choose(row, ui),
            Action::Accept => return self.accept(ui),
            Action::Down => self.move_focus(1, height),
            Action::Up => self.move_focus(-1, height),
            Action::PageDown => self.read_on(height),
            Action::PageUp => self.page.scroll(-(downwards(height) - 2), height),
            Action::Scroll(by) => self.page.scroll(by.into(), height),
            Action::First => self.page.go(0, height),
            Action::Last => self.page.go(self.page.rows.len(), height),
            Action::Hint if self.play.mode() == Mode::Say => self.show_words(ui),
            Action::Hint => self.give_hint(ui),
            Action::Rewind => self.rewind(ui),
            Action::Log => return Navigation::Open(Destination::Log(Box::new(self.play.clone()))),
            _ => {}
        }
        self.seen = self.seen.max(self.page.top + height);
        Navigation::Stay
    }

    fn paste(&mut self, words: &str) {
        if self.say.is_open {
            self.say.was_cut = !field::paste_within(&mut self.say.reply, words, LONGEST_REPLY);
            self.layout_key = None;
        }
    }

    /// Makes the rows again where language, size or the story changed.
    fn arrange(&mut self, ui: &mut UiContext) {
        if std::mem::take(&mut self.say.was_cut) {
            ui.notice = Some(tr!(ui.words, "saying-cut", most = LONGEST_REPLY));
        }
        let layout_key = Some(LayoutKey::of(ui));
        if self.layout_key == layout_key {
            return;
        }
        let height = usize::from(body(ui.size).height);
        let first = self.layout_key.is_none();
        let all_seen = self.seen >= self.page.rows.len();
        self.layout_key = layout_key;
        self.starts.clear();
        self.lay_out(ui);
        match (first, all_seen) {
            (true, _) | (_, false) => self.show_news(height),
            // Everything was read: stay at the choices.
            (false, true) => {
                self.page.go(self.page.rows.len(), height);
                self.seen = self.page.rows.len();
            }
        }
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let session = self.play.session();
        let scenario = session.scenario();
        let narrator = ui.narrator(scenario);
        let height = usize::from(body(ui.size).height);
        let below = self.page.below(height);
        let mut without =
            vec![Action::Accept; usize::from(self.focus.is_none() && !self.say.is_open && !session.is_over())];
        if session.is_over() || !self.may_hint(ui) {
            without.push(Action::Hint);
        }
        if self.play.may_take_back().is_err() {
            without.push(Action::Rewind);
        }
        if self.play.may_read_standard().is_err() {
            without.push(Action::Standard);
        }
        let place = narrator.place(session, session.turns().len());
        let title = [Some(narrator.plain(&scenario.title)), place.filter(|_| !has_panel(ui.size))];
        ScreenFrame {
            title: title.into_iter().flatten().collect::<Vec<_>>().join(ui.theme.between()),
            right: self.right(ui),
            picks: Some((
                self.choices.len(),
                if self.play.is_confirmed_first() { tr!(ui.words, "do-pick-first") } else { tr!(ui.words, "do-pick") },
            )),
            without,
            accept: if session.is_over() {
                Some(tr!(ui.words, "do-debrief"))
            } else {
                self.play.is_confirmed_first().then(|| tr!(ui.words, "do-confirm"))
            },
            unavailable_reason: self.unavailable().map(|refused| refused.told(&ui.words)),
            below: (below > 0).then(|| tr!(ui.words, "more", rows = below, sign = ui.theme.more_below())),
            ..ScreenFrame::default()
        }
    }

    fn column(&self, ui: &UiContext) -> Rect {
        columns(ui.size).whole
    }

    fn cited(&self, _ui: &UiContext) -> Option<RequirementId> {
        self.play.session().turns().last()?.requirements().next()
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = body(ui.size);
        choices::draw(canvas, &self.page, area, &self.choices, self.focus);
        self.draw_field(canvas, ui);
        if self.play.session().is_over() {
            canvas.hit(area, Action::Accept);
        }
        let columns = columns(ui.size);
        for (column, rows) in
            columns.panel.into_iter().zip([&self.panel]).chain(columns.third.into_iter().zip([&self.aside]))
        {
            canvas.column(column, rows);
        }
    }
}

impl PlayScreen {
    pub(crate) fn new(play: RecordedPlay) -> PlayScreen {
        PlayScreen {
            play,
            focus: None,
            hint: None,
            moment: SayMoment::default(),
            say: Box::default(),
            page: Page::default(),
            starts: Vec::new(),
            story: 0,
            choices: Vec::new(),
            seen: 0,
            panel: Vec::new(),
            aside: Vec::new(),
            standing: Standing::default(),
            layout_key: None,
        }
    }

    /// Whether everything was read and a choice is in view.
    fn ready(&self, height: usize) -> bool {
        self.seen >= self.page.rows.len() && self.page.top + height > self.story + 1
    }

    /// Shows what comes next: from the first row that was not seen, or the end.
    fn read_on(&mut self, height: usize) {
        let unread = self.seen < self.page.rows.len();
        let top = if unread { self.page.top + height - 1 } else { self.page.rows.len() };
        self.page.go(top, height);
    }

    fn accept(&mut self, ui: &mut UiContext) -> Navigation {
        if self.play.session().is_over() && self.ready(usize::from(body(ui.size).height)) {
            return Navigation::Become(Destination::Debrief(Box::new(self.play.clone())));
        }
        if let Some(focus) = self.focus {
            self.choose(focus, ui)
        } else {
            let height = usize::from(body(ui.size).height);
            if self.ready(height) {
                self.move_focus(1, height);
            } else {
                self.read_on(height);
            }
            self.seen = self.seen.max(self.page.top + height);
            Navigation::Stay
        }
    }

    fn choose(&mut self, number: usize, ui: &mut UiContext) -> Navigation {
        let height = usize::from(body(ui.size).height);
        if !self.ready(height) {
            self.read_on(height);
            self.seen = self.seen.max(self.page.top + height);
            return Navigation::Stay;
        }
        if number >= self.choices.len() {
            return Navigation::Stay;
        }
        let is_sure = !self.play.is_confirmed_first() || self.focus == Some(number);
        if !is_sure || !self.page.shows(&self.choices[number], height) {
            self.focus = Some(number);
            self.page.reveal(self.choices[number].clone(), height);
            return Navigation::Stay;
        }
        match number.checked_sub(self.say_rows()).map(|own| self.moment.listed.get(own).copied()) {
            None => self.open_field(ui),
            Some(None) => self.should_count(ui),
            Some(Some(choice)) => {
                if let Ok(keep) = self.play.on(PlayCommand::Take(choice), ui.now.time) {
                    self.say.clear();
                    self.took(keep, ui);
                }
            }
        }
        Navigation::Stay
    }

    /// A choice was taken: what came of it is kept, and shown from its first row.
    fn took(&mut self, keep: KeepAttempt, ui: &mut UiContext) {
        ui.keep(keep);
        let shown = ui.learning().map(|own| own.of_play(&self.play, ui.standard()));
        ui.learn_from(shown.unwrap_or_default());
        ui.learn_visit(self.play.session());
        self.hint = None;
        self.focus = None;
        self.lay_out(ui);
        self.show_news(usize::from(body(ui.size).height));
    }

    /// Moves the view so that the newest turn is read from its first row, with as much of the past above as there is
    /// room for.
    fn show_news(&mut self, height: usize) {
        let news = self.starts.last().copied().unwrap_or(0);
        let end = self.page.rows.len().saturating_sub(height);
        self.page.go(end.min(news), height);
        self.seen = self.page.top + height;
    }

    fn move_focus(&mut self, by: isize, height: usize) {
        if !self.ready(height) {
            self.page.scroll(by, height);
            return;
        }
        let Some(last) = self.choices.len().checked_sub(1) else { return };
        let focus = match self.focus {
            Some(focus) => focus.saturating_add_signed(by).min(last),
            None if by > 0 => 0,
            None => last,
        };
        self.focus = Some(focus);
        self.page.reveal(self.choices[focus].clone(), height);
    }

    fn give_hint(&mut self, ui: &mut UiContext) {
        if self.play.session().is_over() {
            return;
        }
        match self.play.on(PlayCommand::Hint, ui.now.time) {
            Ok(keep) => {
                ui.keep(keep);
                self.hint = Some(Hint::at(self.play.session(), ui.standard()).unwrap_or(Hint::Nothing));
                self.lay_out(ui);
                self.go_to_choices(ui);
            }
            Err(refused) => ui.notice = Some(refused.told(&ui.words)),
        }
    }

    fn rewind(&mut self, ui: &mut UiContext) {
        match self.play.on(PlayCommand::TakeBack, ui.now.time) {
            Ok(keep) => {
                ui.keep(keep);
                self.say.clear();
                self.hint = None;
                self.focus = None;
                self.lay_out(ui);
                self.go_to_choices(ui);
                let number = self.play.session().turns().len() + 1;
                ui.notice = Some(tr!(ui.words, "notice-rewound", count = number));
            }
            Err(refused) => ui.notice = Some(refused.told(&ui.words)),
        }
    }

    fn go_to_choices(&mut self, ui: &UiContext) {
        self.page.go(self.page.rows.len(), usize::from(body(ui.size).height));
    }

    /// What of the usual the mode does not offer at all.
    fn unavailable(&self) -> Option<Refusal> {
        match self.play.mode() {
            Mode::Exam => self.play.may_take_back().err().filter(|refused| *refused == Refusal::NotInExam),
            Mode::Practice => self.play.may_hint().err(),
            Mode::Learn | Mode::Say => None,
        }
    }

    fn right(&self, ui: &UiContext) -> String {
        let session = self.play.session();
        let scenario = session.scenario();
        let state = session.state();
        let mut parts = Vec::new();
        if self.play.is_confirmed_first() {
            parts.push(tr!(ui.words, "mode-exam"));
        } else if !has_panel(ui.size) {
            parts.push(Mood::of(scenario, &state).word(&ui.words));
            if self.play.mode() == Mode::Learn {
                parts.extend(panel::meter(ui.theme, &self.standing));
            }
        }
        parts.push(clock(state.clock(scenario)));
        parts.join(ui.theme.between())
    }
}

/// The column of the story.
fn body(size: (u16, u16)) -> Rect {
    columns(size).text
}

/// The story, the panel, and what stands beside both.
fn columns(size: (u16, u16)) -> Columns {
    Columns::of(size, [9, 5, 5])
}

fn has_panel(size: (u16, u16)) -> bool {
    columns(size).panel.is_some()
}
