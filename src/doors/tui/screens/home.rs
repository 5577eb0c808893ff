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

use super::briefing::Briefing;
use super::history::History;
use super::learners::Learners;
use super::list::List;
use super::play::Play;
use super::standard::Browser;
use super::{Screen, Step};
use crate::doors::tui::action::{Action, Effect};
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::desk::{Desk, language_name};
use crate::doors::tui::frame::{self, Frame};
use crate::doors::tui::keys::Place;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::run::Run;
use crate::doors::tui::theme::Tone;
use crate::doors::tui::widgets::rows;
use crate::tr;
use ratatui::layout::Rect;

#[derive(Debug, Default)]
pub struct Home {
    focus: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    GoOn,
    First,
    Scenarios,
    History,
    Standard,
    Language,
    Learner,
}

impl Home {
    pub fn place(&self) -> Place {
        Place::Home
    }

    fn entries(&self, desk: &Desk) -> Vec<Entry> {
        let begin = match (desk.unfinished().is_some(), desk.attempts().is_empty() && !desk.pack.scenarios.is_empty()) {
            (true, _) => Some(Entry::GoOn),
            (false, true) => Some(Entry::First),
            (false, false) => None,
        };
        let history = (!desk.attempts().is_empty()).then_some(Entry::History);
        let mut entries: Vec<Entry> = begin.into_iter().chain([Entry::Scenarios]).chain(history).collect();
        entries.extend([Entry::Standard, Entry::Language, Entry::Learner]);
        entries
    }

    pub fn act(&mut self, action: Action, desk: &mut Desk) -> Step {
        let entries = self.entries(desk);
        match action {
            Action::Back => return Step::Quit,
            Action::Up => self.focus = rows::moved(self.focus, -1, entries.len()),
            Action::Down => self.focus = rows::moved(self.focus, 1, entries.len()),
            Action::Accept => return self.open(entries.get(self.focus), desk),
            Action::Pick(number) => return self.open(entries.get(usize::from(number) - 1), desk),
            Action::Row(row) => return self.open(entries.get(row), desk),
            _ => {}
        }
        Step::Stay
    }

    fn open(&self, entry: Option<&Entry>, desk: &mut Desk) -> Step {
        match entry {
            None => Step::Stay,
            Some(Entry::GoOn) => {
                let Some((number, attempt, scenario)) = desk.unfinished() else { return Step::Stay };
                let (attempt, scenario) = (attempt.clone(), scenario.clone());
                Step::Open(Screen::Play(Play::new(Run::resume(desk, &scenario, number, attempt))))
            }
            Some(Entry::First) => match desk.pack.scenarios.first().cloned() {
                Some(scenario) => Step::Open(Screen::Briefing(Briefing::new(scenario, desk))),
                None => Step::Stay,
            },
            Some(Entry::Scenarios) => Step::Open(Screen::List(List::default())),
            Some(Entry::History) => Step::Open(Screen::History(History::default())),
            Some(Entry::Standard) => Step::Open(Screen::Standard(Browser::new(desk))),
            Some(Entry::Language) => {
                desk.speak_next(1);
                Step::Stay
            }
            Some(Entry::Learner) => {
                desk.effects.push(Effect::ListLearners);
                Step::Open(Screen::Learners(Learners::default()))
            }
        }
    }

    pub fn arrange(&mut self, _desk: &mut Desk) {}

    pub fn frame(&self, desk: &Desk) -> Frame {
        let picks = Some((self.entries(desk).len(), tr!(desk.words, "do-pick")));
        Frame { title: tr!(desk.words, "title"), right: desk.player().to_owned(), picks, ..Frame::default() }
    }

    pub fn draw(&self, canvas: &mut Canvas, desk: &Desk) {
        let area = frame::column(desk.size);
        let top = area.y + area.height / 6;
        canvas.put(area.x, top, area.right(), Tone::Strong, desk.pack.title.in_lang(desk.lang()));
        canvas.put(area.x, top + 1, area.right(), Tone::Dim, &tr!(desk.words, "tagline"));
        let width = usize::from(area.width) - 2;
        let entries = self.entries(desk);
        let items: Vec<Vec<Row>> =
            entries.iter().zip(1..).map(|(entry, number)| item(*entry, number, desk, width)).collect();
        let list = Rect { y: top + 4, height: area.bottom().saturating_sub(top + 4), ..area };
        rows::draw(canvas, &items, self.focus.min(items.len().saturating_sub(1)), list);
    }
}

fn item(entry: Entry, number: usize, desk: &Desk, width: usize) -> Vec<Row> {
    let words = &desk.words;
    let (text, below) = match entry {
        Entry::GoOn => match desk.unfinished() {
            None => (String::new(), None),
            Some((_, attempt, scenario)) => {
                let title = desk.narrator(scenario).plain(&scenario.title);
                let mode = super::briefing::mode_name(attempt.mode, words);
                let moves = tr!(words, "moves", count = attempt.line().len());
                (tr!(words, "go-on", title = title), Some(format!("{mode}{}{moves}", desk.theme.between())))
            }
        },
        Entry::First => {
            let title = desk.pack.scenarios.first().map(|s| desk.narrator(s).plain(&s.title)).unwrap_or_default();
            (tr!(words, "first-scenario", title = title), None)
        }
        Entry::Scenarios => (tr!(words, "play-a-scenario", count = desk.pack.scenarios.len()), None),
        Entry::History => (tr!(words, "your-plays", count = desk.attempts().len()), None),
        Entry::Standard => (tr!(words, "read-the-standard"), None),
        Entry::Language => (tr!(words, "language-is", language = language_name(desk.lang())), None),
        Entry::Learner => (tr!(words, "learner-is", name = desk.player()), None),
    };
    let mut item =
        Paragraph::new(Tone::Key, format!("{number}  ")).and(Tone::Plain, text).indented(0, 3).rows(width, desk.theme);
    if let Some(below) = below {
        item.extend(Paragraph::new(Tone::Dim, below).indented(3, 3).rows(width, desk.theme));
    }
    item.push(Row::default());
    item
}
