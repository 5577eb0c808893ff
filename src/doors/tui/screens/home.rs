//! Home: what to do now, the likeliest first.
//!
//! ```text
//!   Practise the visit before you ring the bell.
//!
//! ▸ 1  Go on: No answer
//!        learn · 7 moves · 09:58:10
//!   2  Play a scenario
//!   3  Your plays
//!   4  Read the standard
//!   5  Language: English
//!   6  Learner: Li
//! ```

use super::component::Component;
use super::navigation::{Destination, Navigation};
use crate::base::language::own_name;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::ui_effect::UiEffect;
use crate::doors::tui::widgets::rows;
use crate::record::history::Resumable;
use crate::speech::narration::mode_name;
use crate::tr;
use ratatui::layout::Rect;

#[derive(Debug, Default)]
pub(crate) struct HomeScreen {
    focus: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HomeEntry {
    GoOn,
    First,
    Scenarios,
    History,
    Standard,
    Language,
    Learner,
}

impl Component for HomeScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::Home
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let entries = HomeScreen::entries(ui);
        match action {
            Action::Back => return Navigation::Quit,
            Action::Up => self.focus = rows::moved(self.focus, -1, entries.len()),
            Action::Down => self.focus = rows::moved(self.focus, 1, entries.len()),
            Action::Accept => return HomeScreen::open(entries.get(self.focus), ui),
            Action::Pick(number) => return HomeScreen::open(entries.get(usize::from(number) - 1), ui),
            Action::Row(row) => return HomeScreen::open(entries.get(row), ui),
            _ => {}
        }
        Navigation::Stay
    }

    /// Looks up what can be gone on with.
    fn arrange(&mut self, ui: &mut UiContext) {
        let candidates = ui.history().candidates(&ui.pack);
        ui.fetch(candidates.into_iter().flatten());
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let picks = Some((HomeScreen::entries(ui).len(), tr!(ui.words, "do-pick")));
        ScreenFrame { title: tr!(ui.words, "title"), right: ui.player().to_owned(), picks, ..ScreenFrame::default() }
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        let top = area.y + area.height / 6;
        canvas.put(area.x, top, area.right(), Tone::Strong, ui.pack.title.in_lang(ui.lang()));
        canvas.put(area.x, top + 1, area.right(), Tone::Dim, &tr!(ui.words, "tagline"));
        let width = usize::from(area.width) - 2;
        let entries = HomeScreen::entries(ui);
        let items: Vec<Vec<Row>> =
            entries.iter().zip(1..).map(|(entry, number)| item(*entry, number, ui, width)).collect();
        let list = Rect { y: top + 4, height: area.bottom().saturating_sub(top + 4), ..area };
        rows::draw(canvas, &items, self.focus.min(items.len().saturating_sub(1)), list);
    }
}

impl HomeScreen {
    fn entries(ui: &UiContext) -> Vec<HomeEntry> {
        let begin = match (ui.resumable().is_some(), ui.history().is_empty() && !ui.pack.scenarios.is_empty()) {
            (true, _) => Some(HomeEntry::GoOn),
            (false, true) => Some(HomeEntry::First),
            (false, false) => None,
        };
        let history = (!ui.history().is_empty()).then_some(HomeEntry::History);
        let mut entries: Vec<HomeEntry> = begin.into_iter().chain([HomeEntry::Scenarios]).chain(history).collect();
        entries.extend([HomeEntry::Standard, HomeEntry::Language, HomeEntry::Learner]);
        entries
    }

    fn open(entry: Option<&HomeEntry>, ui: &mut UiContext) -> Navigation {
        match entry {
            None => Navigation::Stay,
            Some(HomeEntry::GoOn) => {
                let newest = ui.resumable().map(|own| own.id);
                match newest.and_then(|id| ui.resume(id)) {
                    Some(play) => Navigation::Open(Destination::Play(Box::new(play))),
                    None => Navigation::Stay,
                }
            }
            Some(HomeEntry::First) => match ui.pack.scenarios.get(0).cloned() {
                Some(scenario) => Navigation::Open(Destination::Briefing(scenario)),
                None => Navigation::Stay,
            },
            Some(HomeEntry::Scenarios) => Navigation::Open(Destination::List),
            Some(HomeEntry::History) => Navigation::Open(Destination::History(None)),
            Some(HomeEntry::Standard) => Navigation::Open(Destination::Standard(None)),
            Some(HomeEntry::Language) => {
                ui.speak_next();
                Navigation::Stay
            }
            Some(HomeEntry::Learner) => {
                ui.effects.push(UiEffect::ListLearners);
                Navigation::Open(Destination::Learners)
            }
        }
    }
}

fn item(entry: HomeEntry, number: usize, ui: &UiContext, width: usize) -> Vec<Row> {
    let words = &ui.words;
    let (text, below) = match entry {
        HomeEntry::GoOn => match ui.resumable() {
            None => (String::new(), None),
            Some(Resumable { attempt, head, .. }) => {
                let title = head.title.in_lang(ui.lang());
                let mode = mode_name(attempt.mode, words);
                let moves = tr!(words, "moves", count = attempt.line().len());
                (tr!(words, "go-on", title = title), Some(format!("{mode}{}{moves}", ui.theme.between())))
            }
        },
        HomeEntry::First => {
            let first = ui.pack.scenarios.heads().next();
            let title = first.map(|head| head.title.in_lang(ui.lang())).unwrap_or_default();
            (tr!(words, "first-scenario", title = title), None)
        }
        HomeEntry::Scenarios => (tr!(words, "play-a-scenario", count = ui.pack.scenarios.len()), None),
        HomeEntry::History => (tr!(words, "your-plays", count = ui.history().len()), None),
        HomeEntry::Standard => (tr!(words, "read-the-standard"), None),
        HomeEntry::Language => (tr!(words, "language-is", language = own_name(ui.lang())), None),
        HomeEntry::Learner => (tr!(words, "learner-is", name = ui.player()), None),
    };
    let mut item =
        Paragraph::new(Tone::Key, format!("{number}  ")).and(Tone::Plain, text).indented(0, 3).rows(width, ui.theme);
    if let Some(below) = below {
        item.extend(Paragraph::new(Tone::Dim, below).indented(3, 3).rows(width, ui.theme));
    }
    item.push(Row::default());
    item
}
