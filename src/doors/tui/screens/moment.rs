//! A moment of one of the learner's own plays, just before it went wrong, to be played again.
//!
//! ```text
//! ── Your own mistake · No answer ─────────────────────────────────────
//!   You went wrong here: Calling at the door (item 5)
//!   So far: …
//!
//!   What do you do?
//! ▸ 1  Wait half a minute, then ring once more
//! ```

use super::component::Component;
use super::navigation::Navigation;
use crate::content::scenario::{ChoiceId, Scenario};
use crate::content::standard::RequirementId;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::layout_key::LayoutKey;
use crate::doors::tui::page::Page;
use crate::doors::tui::prose::{self, Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::story::{Citation, paragraphs};
use crate::doors::tui::widgets::{choices, rows};
use crate::learn::moment::{KeptMoment, passes};
use crate::play::engine::{Open, Session};
use crate::play::solver::Judged;
use crate::record::journal::EventKey;
use crate::speech::narration::Detail;
use crate::tr;
use crate::trainer::learning::seconds;
use crate::trainer::moment_words;
use crate::trainer::solver_cache::Async;
use jiff::Timestamp;
use std::ops::Range;
use std::sync::Arc;

#[derive(Debug)]
pub(crate) struct MomentScreen {
    own: KeptMoment,
    /// The play as it stood, and with the move that was made now.
    session: Session,
    judged: Option<Async<Option<Arc<Judged>>>>,
    is_noted: bool,
    since: Option<Timestamp>,
    focus: usize,
    page: Page,
    choices: Vec<Range<usize>>,
    layout_key: Option<LayoutKey<(usize, bool)>>,
}

impl Component for MomentScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::Moment
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let height = usize::from(frame::column(ui.size).height);
        match action {
            Action::Back => return Navigation::Back,
            Action::Accept if self.is_played() => {
                return if self.is_judged() { Navigation::Back } else { Navigation::Stay };
            }
            Action::Accept => self.choose(self.focus, ui),
            Action::Pick(number) => self.choose(usize::from(number) - 1, ui),
            Action::Row(row) => self.choose(row, ui),
            Action::Down if self.choices.is_empty() => self.page.scroll(1, height),
            Action::Up if self.choices.is_empty() => self.page.scroll(-1, height),
            Action::Down => self.move_focus(1, height),
            Action::Up => self.move_focus(-1, height),
            Action::PageDown | Action::PageUp | Action::Scroll(_) | Action::First | Action::Last => {
                self.page.turn(action, height);
            }
            _ => {}
        }
        Navigation::Stay
    }

    /// Asks how good the move was, and writes down what came of it.
    fn arrange(&mut self, ui: &mut UiContext) {
        self.since = self.since.or(Some(ui.now.time));
        if self.is_played() {
            ui.ask_last_move(&self.session);
            self.judged = ui.known().last_move(&self.session).cloned();
            self.note(ui);
        }
        let shown = (self.session.turns().len(), self.is_judged());
        let layout_key = Some(LayoutKey::showing(shown, ui));
        if self.layout_key != layout_key {
            self.layout_key = layout_key;
            self.lay_out(ui);
        }
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let scenario = self.session.scenario();
        let below = self.page.below(usize::from(frame::column(ui.size).height));
        let title = [tr!(ui.words, "moment-title"), ui.narrator(scenario).plain(&scenario.title)];
        ScreenFrame {
            title: title.join(ui.theme.between()),
            picks: Some((self.choices.len(), tr!(ui.words, "do-pick"))),
            accept: self.is_played().then(|| tr!(ui.words, "do-go-on")),
            below: (below > 0).then(|| tr!(ui.words, "more", rows = below, sign = ui.theme.more_below())),
            ..ScreenFrame::default()
        }
    }

    fn cited(&self, ui: &UiContext) -> Option<RequirementId> {
        self.own.moment.requirements.iter().find_map(|id| ui.standard().find(id))
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        choices::draw(canvas, &self.page, area, &self.choices, Some(self.focus));
        if self.choices.is_empty() {
            canvas.hit(area, Action::Accept);
        }
    }
}

impl MomentScreen {
    /// The moment of this key; none where it cannot be played.
    pub(crate) fn new(key: EventKey, ui: &UiContext) -> Option<MomentScreen> {
        let own = ui.learning()?.moment(key)?.clone();
        let session = crate::learn::moment::restore(&own.moment, ui.pack.scenario(&own.moment.scenario)).ok()?;
        Some(MomentScreen {
            own,
            session,
            judged: None,
            is_noted: false,
            since: None,
            focus: 0,
            page: Page::default(),
            choices: Vec::new(),
            layout_key: None,
        })
    }

    fn is_played(&self) -> bool {
        self.session.turns().len() > self.own.moment.before.len()
    }

    fn is_judged(&self) -> bool {
        matches!(self.judged, Some(Async::Known(_) | Async::Unknown(_)))
    }

    fn note(&mut self, ui: &mut UiContext) {
        let Some(Async::Known(Some(judged))) = &self.judged else { return };
        if !std::mem::replace(&mut self.is_noted, true) {
            let taken = seconds(self.since, ui.now.time);
            let shown = ui.learning().map(|own| own.of_moment(&self.own, judged, taken, ui.standard()));
            ui.learn_from(shown.unwrap_or_default());
        }
    }

    /// The open choices in the order of the screen.
    fn open(&self) -> Vec<ChoiceId> {
        self.session.shown().into_iter().filter(|(_, open)| *open == Open::Yes).map(|(id, _)| id).collect()
    }

    fn choose(&mut self, number: usize, ui: &mut UiContext) {
        let height = usize::from(frame::column(ui.size).height);
        let Some(rows) = self.choices.get(number).cloned() else { return };
        self.focus = number;
        if !self.page.shows(&rows, height) {
            self.page.reveal(rows, height);
            return;
        }
        let Some(choice) = self.open().get(number).copied() else { return };
        if self.session.take(choice).is_ok() {
            ui.replied = true;
        }
    }

    fn move_focus(&mut self, by: isize, height: usize) {
        self.focus = rows::moved(self.focus, by, self.choices.len());
        self.page.reveal(self.choices[self.focus].clone(), height);
    }

    fn lay_out(&mut self, ui: &UiContext) {
        let area = frame::column(ui.size);
        let (width, height) = (usize::from(area.width), usize::from(area.height));
        self.choices.clear();
        let rows = if self.is_played() { self.played_rows(width, ui) } else { self.open_rows(width, ui) };
        self.page.set(rows, height);
        match (self.choices.first(), self.choices.last()) {
            (Some(first), Some(last)) => self.page.reveal(first.start.saturating_sub(1)..last.end, height),
            _ => self.page.go(0, height),
        }
    }

    fn open_rows(&mut self, width: usize, ui: &UiContext) -> Vec<Row> {
        let scenario = self.session.scenario().clone();
        let narrator = ui.narrator(&scenario);
        let why = moment_words::reason(&ui.words, ui.standard(), &self.own);
        let mut all = vec![Paragraph::new(Tone::Dim, why), Paragraph::blank()];
        all.extend(self.told(self.session.turns().len(), &scenario, ui));
        all.push(Paragraph::blank());
        all.push(Paragraph::new(Tone::Strong, tr!(ui.words, "question")));
        let mut rows = prose::rows(&all, width, ui.theme);
        let state = self.session.state();
        for (number, id) in self.open().into_iter().enumerate() {
            let Some(choice) = self.session.choice(id) else { continue };
            let from = rows.len();
            let number = Paragraph::new(Tone::Key, format!("  {}  ", number + 1));
            let text = narrator.fill(&choice.text, &state).into_owned();
            rows.extend(number.and(Tone::Plain, text).indented(0, 5).rows(width, ui.theme));
            self.choices.push(from..rows.len());
        }
        rows
    }

    /// What was told last when so many moves were made: the opening, or the newest turn.
    fn told(&self, turns: usize, scenario: &Arc<Scenario>, ui: &UiContext) -> Vec<Paragraph> {
        let narrator = ui.narrator(scenario);
        let passages = match turns.checked_sub(1) {
            None => narrator.opening(&self.session),
            Some(turn) => narrator.turn(&self.session, turn, Detail::Bare),
        };
        paragraphs(&passages, &narrator, ui.theme, Citation::ByClause)
    }

    fn played_rows(&self, width: usize, ui: &UiContext) -> Vec<Row> {
        let scenario = self.session.scenario().clone();
        let mut all = self.told(self.session.turns().len(), &scenario, ui);
        all.push(Paragraph::blank());
        match &self.judged {
            None | Some(Async::Pending) => all.push(Paragraph::new(Tone::Dim, tr!(ui.words, "moment-judging"))),
            Some(Async::Unknown(why)) => {
                all.push(Paragraph::new(Tone::Bad, tr!(ui.words, "moment-unjudged", why = why.clone())));
            }
            Some(Async::Known(judged)) => {
                let Some(judged) = judged else { return prose::rows(&all, width, ui.theme) };
                let tone = if passes(judged) { Tone::Good } else { Tone::Bad };
                let words = moment_words::outcome(&ui.narrator(&scenario), &self.session, &self.own, judged);
                let mut words = words.into_iter();
                all.extend(words.next().map(|verdict| Paragraph::new(tone, verdict)));
                all.extend(words.map(|line| Paragraph::new(Tone::Plain, line).indented(2, 2)));
            }
        }
        prose::rows(&all, width, ui.theme)
    }
}
