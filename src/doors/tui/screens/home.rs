//! Home: what can be done; every number stands for the same thing on every day.
//!
//! ```text
//!   Practise the visit before you ring the bell.
//!
//!   1  Today: about 10 min
//!   2  Course: The first month (1 of 4 units done)
//! ▸ 3  Go on: No answer
//!        learn · 7 moves
//!   4  Play a scenario
//!   …
//! ```

use super::component::Component;
use super::navigation::{Destination, Navigation};
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::ui_effect::UiEffect;
use crate::doors::tui::widgets::rows;
use crate::tr;
use crate::trainer::home::{Home, HomeEntry};
use ratatui::layout::Rect;

#[derive(Debug, Default)]
pub(crate) struct HomeScreen {
    /// Where the pointer was put; else it stands at what is likeliest wanted.
    focus: Option<usize>,
}

const ENTRIES: [HomeEntry; 9] = HomeEntry::ALL;

impl Component for HomeScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::Home
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let focus = self.focus(ui);
        match action {
            Action::Back => return Navigation::Quit,
            Action::Up => self.focus = Some(rows::moved(focus, -1, ENTRIES.len())),
            Action::Down => self.focus = Some(rows::moved(focus, 1, ENTRIES.len())),
            Action::Accept => return open(ENTRIES[focus], ui),
            Action::Pick(number) => return self.pick(usize::from(number) - 1, ui),
            Action::Row(row) => return self.pick(row, ui),
            _ => {}
        }
        Navigation::Stay
    }

    /// Looks up what can be gone on with and what today is for.
    fn arrange(&mut self, ui: &mut UiContext) {
        let candidates = ui.history().candidates(&ui.pack);
        ui.fetch(candidates.into_iter().flatten());
        ui.plan();
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let picks = Some((ENTRIES.len(), tr!(ui.words, "do-pick")));
        ScreenFrame { title: tr!(ui.words, "title"), right: ui.player().to_owned(), picks, ..ScreenFrame::default() }
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        let width = usize::from(area.width) - 2;
        let mut items: Vec<Vec<Row>> =
            ENTRIES.iter().zip(1..).map(|(entry, number)| item(*entry, number, ui, width)).collect();
        let height = |items: &[Vec<Row>]| items.iter().map(Vec::len).sum::<usize>();
        let room = usize::from(area.height.saturating_sub(4));
        // Where they have no room with a row between them, they stand close.
        if height(&items) > room {
            for rows in &mut items {
                rows.truncate(rows.len() - 1);
            }
        }
        let spare = room.saturating_sub(height(&items)).min(usize::from(area.height / 6));
        let top = area.y + u16::try_from(spare).unwrap_or(0);
        canvas.put(area.x, top, area.right(), Tone::Strong, ui.pack.title.in_lang(ui.lang()));
        canvas.put(area.x, top + 1, area.right(), Tone::Dim, &tr!(ui.words, "tagline"));
        let list = Rect { y: top + 3, height: area.bottom().saturating_sub(top + 3), ..area };
        rows::draw(canvas, &items, self.focus(ui), list);
    }
}

impl HomeScreen {
    fn focus(&self, ui: &UiContext) -> usize {
        let likeliest = home(ui).likeliest();
        self.focus.or_else(|| ENTRIES.iter().position(|own| *own == likeliest)).unwrap_or(0)
    }

    fn pick(&mut self, number: usize, ui: &mut UiContext) -> Navigation {
        let Some(entry) = ENTRIES.get(number) else { return Navigation::Stay };
        self.focus = None;
        open(*entry, ui)
    }
}

fn home(ui: &UiContext) -> Home<'_> {
    let learning = ui.learning().zip(ui.planned());
    Home { pack: &ui.pack, words: &ui.words, player: ui.player(), history: ui.history(), learning }
}

fn open(entry: HomeEntry, ui: &mut UiContext) -> Navigation {
    match entry {
        HomeEntry::Course if ui.pack.courses.is_empty() || ui.learning().is_none() => refuse(ui, HomeEntry::Course),
        HomeEntry::Course => Navigation::Open(Destination::Course),
        HomeEntry::Today => Navigation::Open(Destination::Today),
        HomeEntry::GoOn => {
            let newest = ui.resumable().map(|own| own.id);
            let first = ui.pack.scenarios.get(0).filter(|_| ui.history().is_empty()).cloned();
            match (newest.and_then(|id| ui.resume(id)), first) {
                (Some(play), _) => Navigation::Open(Destination::Play(Box::new(play))),
                (None, Some(scenario)) => Navigation::Open(Destination::Briefing(scenario)),
                (None, None) => refuse(ui, HomeEntry::GoOn),
            }
        }
        HomeEntry::Scenarios => Navigation::Open(Destination::List),
        HomeEntry::Questions if ui.pack.questions.is_empty() => refuse(ui, HomeEntry::Questions),
        HomeEntry::Questions => Navigation::Open(Destination::Questions),
        HomeEntry::History => Navigation::Open(Destination::History(None)),
        HomeEntry::Standard => Navigation::Open(Destination::Standard(None)),
        HomeEntry::Language => {
            ui.speak_next();
            Navigation::Stay
        }
        HomeEntry::Learner => {
            ui.effects.push(UiEffect::ListLearners);
            Navigation::Open(Destination::Learners)
        }
    }
}

/// Says that there is nothing behind an entry, in its own words.
fn refuse(ui: &mut UiContext, entry: HomeEntry) -> Navigation {
    ui.notice = Some(home(ui).told(entry).0);
    Navigation::Stay
}

fn item(entry: HomeEntry, number: usize, ui: &UiContext, width: usize) -> Vec<Row> {
    let (text, below) = home(ui).told(entry);
    let mut item =
        Paragraph::new(Tone::Key, format!("{number}  ")).and(Tone::Plain, text).indented(0, 3).rows(width, ui.theme);
    if !below.is_empty() {
        let below = below.join(ui.theme.between());
        item.extend(Paragraph::new(Tone::Dim, below).indented(3, 3).rows(width, ui.theme));
    }
    item.push(Row::default());
    item
}
