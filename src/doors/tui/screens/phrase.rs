//! A sentence to be said: the situation, a field for the reply, then what was heard of it and one way to say it.
//!
//! ```text
//! ── Appointment call ───────────────────────────────────── 1 of 5 ──
//!   Somebody picks up. A man says “Yes?” and nothing more.
//!
//!   What do you say?
//!   Hello, is that Mr Ding?▏
//! ─────────────────────────────────────────────────────────────────────
//!   Enter say it  F2 中文  F1 help  Esc back
//! ```

use super::component::Component;
use super::navigation::{Destination, Navigation};
use crate::content::standard::RequirementId;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::cells;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::layout_key::LayoutKey;
use crate::doors::tui::page::Page;
use crate::doors::tui::prose::{self, Paragraph};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::{choices, field, long_field, rows};
use crate::play::hearing::LONGEST_REPLY;
use crate::speech::narration::spoken_name;
use crate::speech::saying;
use crate::tr;
use crate::trainer::day_words;
use crate::trainer::learning::{Learning, seconds};
use crate::trainer::phrase_drill::{HeardReply, PhraseDrill, Speaking};
use crate::trainer::reading_aloud::ReadingAloud;
use jiff::Timestamp;
use ratatui::layout::Rect;
use std::ops::Range;
use tui_input::Input;

#[derive(Debug)]
pub(crate) struct PhraseScreen {
    drill: PhraseDrill,
    reply: Input,
    /// Whether what was pasted was too long.
    was_cut: bool,
    page: Page,
    /// The rows of what can be done after a reply.
    offered: Vec<Range<usize>>,
    focus: usize,
    is_over: bool,
    /// When the present phrase was put.
    since: Option<Timestamp>,
    layout_key: Option<LayoutKey>,
}

/// What can be done after a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum AfterReply {
    Again,
    ShouldCount,
    ReadAloud,
    GoOn,
}

impl Component for PhraseScreen {
    fn key_context(&self) -> KeyContext {
        if self.is_over || self.drill.heard().is_some() { KeyContext::HeardPhrase } else { KeyContext::Phrase }
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let height = usize::from(frame::column(ui.size).height);
        self.was_cut = false;
        match action {
            Action::Back => return Navigation::Back,
            Action::Accept if self.is_over => return Navigation::Back,
            Action::Edit(request) => field::edit_within(&mut self.reply, request, LONGEST_REPLY),
            Action::Accept if self.drill.heard().is_none() => self.say(ui),
            Action::Accept => return self.choose(self.focus, ui),
            Action::Pick(number) => return self.choose(usize::from(number) - 1, ui),
            Action::Row(row) => return self.choose(row, ui),
            Action::Down if self.offered.is_empty() => self.page.scroll(1, height),
            Action::Up if self.offered.is_empty() => self.page.scroll(-1, height),
            Action::Down => self.move_focus(1, height),
            Action::Up => self.move_focus(-1, height),
            Action::PageDown | Action::PageUp | Action::Scroll(_) | Action::First | Action::Last => {
                self.page.turn(action, height);
            }
            _ => {}
        }
        Navigation::Stay
    }

    fn paste(&mut self, words: &str) {
        if self.key_context() == KeyContext::Phrase {
            self.was_cut = !field::paste_within(&mut self.reply, words, LONGEST_REPLY);
        }
    }

    fn arrange(&mut self, ui: &mut UiContext) {
        let layout_key = Some(LayoutKey::of(ui));
        if self.layout_key != layout_key {
            self.since = self.since.or(Some(ui.now.time));
            self.layout_key = layout_key;
            self.lay_out(ui);
        }
        if std::mem::take(&mut self.was_cut) {
            ui.notice = Some(tr!(ui.words, "saying-cut", most = LONGEST_REPLY));
        }
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let words = &ui.words;
        let (number, count) = self.drill.place();
        let section = self.drill.phrase().requirements.first().map(|id| ui.standard().section_of(*id));
        let below = self.page.below(usize::from(frame::column(ui.size).height));
        ScreenFrame {
            title: section.map_or_else(String::new, |section| section.title.in_lang(ui.lang()).to_owned()),
            right: if self.is_over { String::new() } else { tr!(words, "saying-of", number = number, count = count) },
            picks: (!self.offered.is_empty()).then(|| (self.offered.len(), tr!(words, "do-pick"))),
            accept: self.is_over.then(|| tr!(words, "do-go-on")),
            below: (below > 0).then(|| tr!(words, "more", rows = below, sign = ui.theme.more_below())),
            ..ScreenFrame::default()
        }
    }

    fn cited(&self, _ui: &UiContext) -> Option<RequirementId> {
        self.drill.phrase().requirements.first().copied()
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        choices::draw(canvas, &self.page, area, &self.offered, Some(self.focus));
        if self.key_context() == KeyContext::Phrase {
            // The field stands below the situation, or at the foot of a window that is too low for both.
            let height = cells(long_field::height(&self.reply, area.width.into())).min(area.height);
            let y = area.y.saturating_add(cells(self.page.rows.len())).min(area.bottom() - height);
            long_field::draw(canvas, &self.reply, Rect { y, height, ..area });
        }
    }
}

impl PhraseScreen {
    pub(crate) fn new(drill: PhraseDrill) -> PhraseScreen {
        PhraseScreen {
            drill,
            reply: Input::default(),
            was_cut: false,
            page: Page::default(),
            offered: Vec::new(),
            focus: 0,
            is_over: false,
            since: None,
            layout_key: None,
        }
    }

    fn move_focus(&mut self, by: isize, height: usize) {
        self.focus = rows::moved(self.focus, by, self.offered.len());
        self.page.reveal(self.offered[self.focus].clone(), height);
    }

    /// Says what stands in the field, and writes down what it shows.
    fn say(&mut self, ui: &mut UiContext) {
        let player = spoken_name(ui.player()).to_owned();
        let by = Speaking { lang: ui.lang(), player: &player, standard: ui.standard() };
        match self.drill.say(self.reply.value(), &by) {
            Ok(heard) => {
                let hearing = heard.hearing.clone();
                let taken = seconds(self.since.replace(ui.now.time), ui.now.time);
                let shown = Learning::of_reply(self.drill.phrase(), &hearing, taken, ui.standard());
                ui.replied = true;
                ui.learn_from(shown);
                self.focus = 0;
                self.lay_out(ui);
                self.show_offered(ui);
            }
            Err(why) => ui.notice = Some(saying::unheard(&ui.words, why)),
        }
    }

    /// What was heard is read from its first row, as far as what can be done is in view too.
    fn show_offered(&mut self, ui: &UiContext) {
        let height = usize::from(frame::column(ui.size).height);
        self.page.go(self.page.rows.len(), height);
    }

    fn choose(&mut self, number: usize, ui: &mut UiContext) -> Navigation {
        let Some(after) = self.after(ui).get(number).copied() else { return Navigation::Stay };
        ui.replied = true;
        match after {
            AfterReply::ReadAloud => {
                let reading = self.reading(ui);
                return reading.map_or(Navigation::Stay, |own| Navigation::Open(Destination::Reading(Box::new(own))));
            }
            AfterReply::Again => {
                self.drill.again();
                self.reply.reset();
            }
            AfterReply::ShouldCount => {
                let filed = self.drill.file(ui.standard());
                ui.learn_from(filed.into_iter().collect());
                ui.notice = Some(tr!(ui.words, "saying-filed"));
            }
            AfterReply::GoOn => {
                self.is_over = !self.drill.go_on();
                self.reply.reset();
            }
        }
        self.since = Some(ui.now.time);
        self.focus = 0;
        self.page.top = 0;
        self.lay_out(ui);
        if after == AfterReply::ShouldCount {
            self.show_offered(ui);
        }
        Navigation::Stay
    }

    /// The model, to be read aloud; none where the pack asks for no pace.
    fn reading(&self, ui: &UiContext) -> Option<ReadingAloud> {
        let model = saying::model(&ui.words, self.drill.phrase(), spoken_name(ui.player()));
        ReadingAloud::new(&model, ui.lang(), &ui.pack.words)
    }

    /// What can be done now.
    fn after(&self, ui: &UiContext) -> Vec<AfterReply> {
        let Some(heard) = self.drill.heard().filter(|_| !self.is_over) else { return Vec::new() };
        let is_refused = !heard.hearing.is_whole();
        let all = [
            (is_refused, AfterReply::Again),
            (is_refused && !self.drill.is_filed(), AfterReply::ShouldCount),
            (self.reading(ui).is_some(), AfterReply::ReadAloud),
            (true, AfterReply::GoOn),
        ];
        all.into_iter().filter(|(is_offered, _)| *is_offered).map(|(_, own)| own).collect()
    }

    fn lay_out(&mut self, ui: &UiContext) {
        let area = frame::column(ui.size);
        let width = usize::from(area.width);
        self.offered.clear();
        let mut rows = prose::rows(&self.told(ui), width, ui.theme);
        for (number, after) in (1..).zip(self.after(ui)) {
            let from = rows.len();
            let does = match after {
                AfterReply::Again => tr!(ui.words, "saying-again"),
                AfterReply::ShouldCount => tr!(ui.words, "saying-should-count"),
                AfterReply::ReadAloud => tr!(ui.words, "saying-aloud"),
                AfterReply::GoOn => tr!(ui.words, "saying-go-on"),
            };
            let row = Paragraph::new(Tone::Key, format!("  {number}  ")).and(Tone::Plain, does).indented(0, 5);
            rows.extend(row.rows(width, ui.theme));
            self.offered.push(from..rows.len());
        }
        self.page.set(rows, usize::from(area.height));
    }

    fn told(&self, ui: &UiContext) -> Vec<Paragraph> {
        let words = &ui.words;
        if self.is_over {
            let (_, count) = self.drill.place();
            let told = tr!(words, "saying-over", right = self.drill.right(), count = count);
            return vec![Paragraph::new(Tone::Strong, told)];
        }
        let player = spoken_name(ui.player());
        let why = self.drill.reason().map(|reason| day_words::reason(words, ui.standard(), reason));
        let mut all: Vec<Paragraph> = why.map(|why| Paragraph::new(Tone::Dim, why)).into_iter().collect();
        all.push(Paragraph::new(Tone::Plain, saying::situation(words, self.drill.phrase(), player)));
        all.push(Paragraph::blank());
        match self.drill.heard() {
            Some(heard) => all.extend(self.heard(heard, player, ui)),
            None => all.push(Paragraph::new(Tone::Strong, tr!(words, "saying-field"))),
        }
        all
    }

    /// What was heard of a reply, and one way to say it.
    fn heard(&self, heard: &HeardReply, player: &str, ui: &UiContext) -> Vec<Paragraph> {
        let words = &ui.words;
        let colon = tr!(words, "colon");
        let labelled = |label: String, text: &str| {
            Paragraph::new(Tone::Dim, format!("{label}{colon}")).and(Tone::Plain, text).indented(0, 2)
        };
        let mut all = vec![labelled(tr!(words, "saying-yours"), &heard.words)];
        let tone = if heard.hearing.is_whole() { Tone::Good } else { Tone::Bad };
        all.push(Paragraph::new(tone, saying::verdict(words, &heard.hearing)));
        for line in saying::lines(words, &heard.hearing) {
            let sign = format!("{} {}{colon}", ui.theme.right_or_wrong(line.is_good), line.part);
            all.push(Paragraph::new(Tone::Strong, sign).and(Tone::Plain, line.told).indented(2, 4));
        }
        all.push(Paragraph::blank());
        let model = saying::model(words, self.drill.phrase(), player);
        all.push(labelled(tr!(words, "saying-model"), &model));
        all.push(Paragraph::blank());
        all
    }
}
