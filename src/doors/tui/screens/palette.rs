//! Everything by its name: type a few letters of a command, a scenario or a clause, and press Enter.
//!
//! ```text
//!   Find: bell▏
//!
//! ▸ Look whether there is a doorbell.   Calling at the door (2)
//!   Ring lightly, once.                 Calling at the door (5)
//! ```

use super::briefing::Briefing;
use super::home::Home;
use super::learners::Learners;
use super::list::{self, List};
use super::standard::Browser;
use super::{Screen, Step};
use crate::content::scenario::Scenario;
use crate::content::standard::RequirementId;
use crate::doors::tui::action::{Action, Effect};
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::desk::Desk;
use crate::doors::tui::frame::{self, Frame};
use crate::doors::tui::keys::Place;
use crate::doors::tui::prose::{Row, fit};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::widgets::{field, rows};
use crate::tr;
use ratatui::layout::Rect;
use std::sync::Arc;
use tui_input::Input;
use unicode_width::UnicodeWidthStr;

#[derive(Debug, Default)]
pub struct Palette {
    search: Input,
    focus: usize,
    found: Vec<Find>,
}

#[derive(Clone, Debug)]
enum Find {
    Command(Command),
    Scenario(Arc<Scenario>),
    Requirement(RequirementId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Command {
    Home,
    Scenarios,
    Standard,
    Language,
    Learners,
    Quit,
}

const COMMANDS: [Command; 6] =
    [Command::Home, Command::Scenarios, Command::Standard, Command::Language, Command::Learners, Command::Quit];

/// More finds than this help nobody.
const MOST: usize = 60;

impl Palette {
    pub fn place(&self) -> Place {
        Place::Palette
    }

    pub fn act(&mut self, action: Action, desk: &mut Desk) -> Step {
        let count = self.found.len();
        match action {
            Action::Back => return Step::Back,
            Action::Edit(request) => {
                field::edit(&mut self.search, request);
                self.focus = 0;
            }
            Action::Up | Action::Scroll(..0) => self.focus = rows::moved(self.focus, -1, count),
            Action::Down | Action::Scroll(_) => self.focus = rows::moved(self.focus, 1, count),
            Action::PageUp => self.focus = rows::moved(self.focus, -10, count),
            Action::PageDown => self.focus = rows::moved(self.focus, 10, count),
            Action::Accept => return self.open(self.focus, desk),
            Action::Row(row) => return self.open(row, desk),
            _ => {}
        }
        Step::Stay
    }

    pub fn paste(&mut self, words: &str, _desk: &mut Desk) {
        field::paste(&mut self.search, words);
        self.focus = 0;
    }

    fn open(&self, number: usize, desk: &mut Desk) -> Step {
        match self.found.get(number) {
            None => Step::Stay,
            Some(Find::Scenario(scenario)) => Step::FromHome(Screen::Briefing(Briefing::new(scenario.clone(), desk))),
            Some(Find::Requirement(id)) => Step::Become(Screen::Standard(Browser::at(*id, desk))),
            Some(Find::Command(command)) => match command {
                Command::Home => Step::FromHome(Screen::Home(Home::default())),
                Command::Scenarios => Step::FromHome(Screen::List(List::default())),
                Command::Standard => Step::Become(Screen::Standard(Browser::new(desk))),
                Command::Language => {
                    desk.speak_next(1);
                    Step::Back
                }
                Command::Learners => {
                    desk.effects.push(Effect::ListLearners);
                    Step::FromHome(Screen::Learners(Learners::default()))
                }
                Command::Quit => Step::Quit,
            },
        }
    }

    pub fn arrange(&mut self, desk: &mut Desk) {
        let wanted = self.search.value().trim().to_lowercase();
        let commands = COMMANDS.into_iter().filter(|command| name(*command, desk).to_lowercase().contains(&wanted));
        let scenarios = desk.pack.scenarios.iter().filter(|scenario| list::matches(scenario, &wanted));
        let standard = desk.standard();
        let means = |id: &RequirementId| !wanted.is_empty() && super::standard::is_meant(standard, *id, &wanted);
        let requirements = standard.ids().filter(means);
        let found = commands.map(Find::Command).chain(scenarios.cloned().map(Find::Scenario));
        self.found = found.chain(requirements.map(Find::Requirement)).take(MOST).collect();
        self.focus = self.focus.min(self.found.len().saturating_sub(1));
    }

    pub fn frame(&self, desk: &Desk) -> Frame {
        Frame { title: tr!(desk.words, "palette"), ..Frame::default() }
    }

    pub fn draw(&self, canvas: &mut Canvas, desk: &Desk) {
        let area = frame::column(desk.size);
        let label = tr!(desk.words, "search");
        canvas.put(area.x, area.y, area.right(), Tone::Dim, &label);
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let width = usize::from(area.width) - 2;
        let items: Vec<Vec<Row>> = self.found.iter().map(|find| vec![row(find, desk, width)]).collect();
        rows::draw(canvas, &items, self.focus, list);
        if self.found.is_empty() {
            canvas.put(area.x + 2, list.y, area.right(), Tone::Plain, &tr!(desk.words, "nothing-found"));
        }
        field::draw(canvas, &self.search, area.x + label.width() as u16 + 1, area.y, area.right());
    }
}

fn row(find: &Find, desk: &Desk, width: usize) -> Row {
    let (words, kind) = match find {
        Find::Command(command) => (name(*command, desk), String::new()),
        Find::Scenario(scenario) => (desk.narrator(scenario).plain(&scenario.title), tr!(desk.words, "a-scenario")),
        Find::Requirement(id) => {
            let standard = desk.standard();
            let (text, section) = (&standard.requirement(*id).text, &standard.section_of(*id).title);
            let cite = format!("{} {}", section.in_lang(desk.lang()), standard.clause_of(*id).printed);
            (text.in_lang(desk.lang()).to_owned(), cite)
        }
    };
    let kind = desk.theme.text(&kind).into_owned();
    let room = width.saturating_sub(kind.width() + 2);
    let words = fit(&desk.theme.text(&words), room, desk.theme.ellipsis());
    let gap = " ".repeat(width.saturating_sub(words.width() + kind.width()));
    Row { indent: 0, spans: vec![(Tone::Plain, words), (Tone::Dim, format!("{gap}{kind}"))] }
}

fn name(command: Command, desk: &Desk) -> String {
    let words = &desk.words;
    match command {
        Command::Home => tr!(words, "go-home"),
        Command::Scenarios => tr!(words, "scenarios"),
        Command::Standard => tr!(words, "read-the-standard"),
        Command::Language => tr!(words, "switch-language"),
        Command::Learners => tr!(words, "who-is-learning"),
        Command::Quit => tr!(words, "do-quit"),
    }
}
