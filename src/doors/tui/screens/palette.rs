//! Everything by its name: type a few letters of a command, a scenario or a clause, and press Enter.
//!
//! ```text
//!   Find: bell▏
//!
//! ▸ Look whether there is a doorbell.   Calling at the door (2)
//!   Ring lightly, once.                 Calling at the door (5)
//! ```

use super::component::Component;
use super::navigation::{Destination, Navigation};
use super::search::{finds_requirement, finds_scenario};
use crate::content::scenario::ScenarioHead;
use crate::content::standard::RequirementId;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::width;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::prose::Row;
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::ui_effect::UiEffect;
use crate::doors::tui::widgets::{field, rows};
use crate::speech::line_breaking::fit;
use crate::speech::narration::cite;
use crate::tr;
use crate::trainer::recorded_play::Refusal;
use ratatui::layout::Rect;
use std::sync::Arc;
use tui_input::Input;
use unicode_width::UnicodeWidthStr;

#[derive(Debug)]
pub(crate) struct PaletteScreen {
    /// Whether the standard may be read, and so is found.
    may_read: Result<(), Refusal>,
    search: Input,
    focus: usize,
    found: Vec<PaletteEntry>,
}

#[derive(Clone, Debug)]
enum PaletteEntry {
    Command(PaletteCommand),
    Scenario(Arc<ScenarioHead>),
    Requirement(RequirementId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PaletteCommand {
    Home,
    Scenarios,
    Standard,
    Language,
    Mouse,
    Learners,
    Quit,
}

const COMMANDS: [PaletteCommand; 7] = [
    PaletteCommand::Home,
    PaletteCommand::Scenarios,
    PaletteCommand::Standard,
    PaletteCommand::Language,
    PaletteCommand::Mouse,
    PaletteCommand::Learners,
    PaletteCommand::Quit,
];

/// More finds than this help nobody.
const MOST: usize = 60;

impl Component for PaletteScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::Palette
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let count = self.found.len();
        match action {
            Action::Back => return Navigation::Back,
            Action::Edit(request) => {
                field::edit(&mut self.search, request);
                self.focus = 0;
            }
            Action::Up | Action::Scroll(..0) => self.focus = rows::moved(self.focus, -1, count),
            Action::Down | Action::Scroll(_) => self.focus = rows::moved(self.focus, 1, count),
            Action::PageUp => self.focus = rows::moved(self.focus, -10, count),
            Action::PageDown => self.focus = rows::moved(self.focus, 10, count),
            Action::Accept => return self.open(self.focus, ui),
            Action::Row(row) => return self.open(row, ui),
            _ => {}
        }
        Navigation::Stay
    }

    fn paste(&mut self, words: &str) {
        field::paste(&mut self.search, words);
        self.focus = 0;
    }

    fn arrange(&mut self, ui: &mut UiContext) {
        let wanted = self.search.value().trim().to_lowercase();
        let is_open = self.may_read.is_ok();
        let commands = COMMANDS.into_iter().filter(|command| is_open || *command != PaletteCommand::Standard);
        let commands = commands.filter(|command| name(*command, ui).to_lowercase().contains(&wanted));
        let scenarios = ui.pack.scenarios.heads().filter(|head| finds_scenario(head, &wanted));
        let standard = ui.standard();
        let means = |id: &RequirementId| is_open && !wanted.is_empty() && finds_requirement(standard, *id, &wanted);
        let requirements = standard.ids().filter(means);
        let found = commands.map(PaletteEntry::Command).chain(scenarios.cloned().map(PaletteEntry::Scenario));
        self.found = found.chain(requirements.map(PaletteEntry::Requirement)).take(MOST).collect();
        self.focus = self.focus.min(self.found.len().saturating_sub(1));
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let unavailable_reason = self.may_read.as_ref().err().map(|refused| refused.told(&ui.words));
        ScreenFrame { title: tr!(ui.words, "palette"), unavailable_reason, ..ScreenFrame::default() }
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        let label = tr!(ui.words, "search");
        canvas.put(area.x, area.y, area.right(), Tone::Dim, &label);
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let room = usize::from(area.width) - 2;
        let items: Vec<Vec<Row>> = self.found.iter().map(|entry| vec![row(entry, ui, room)]).collect();
        rows::draw(canvas, &items, self.focus, list);
        if self.found.is_empty() {
            canvas.put(area.x + 2, list.y, area.right(), Tone::Plain, &tr!(ui.words, "nothing-found"));
        }
        field::draw(canvas, &self.search, area.x + width(&label) + 1, area.y, area.right());
    }
}

impl PaletteScreen {
    pub(crate) fn new(may_read: Result<(), Refusal>) -> PaletteScreen {
        PaletteScreen { may_read, search: Input::default(), focus: 0, found: Vec::new() }
    }

    fn open(&self, number: usize, ui: &mut UiContext) -> Navigation {
        match self.found.get(number) {
            None => Navigation::Stay,
            Some(PaletteEntry::Scenario(head)) => match ui.pack.scenario(&head.id) {
                Some(scenario) => Navigation::FromHome(Destination::Briefing(scenario.clone())),
                None => Navigation::Stay,
            },
            Some(PaletteEntry::Requirement(id)) => Navigation::Become(Destination::Standard(Some(*id))),
            Some(PaletteEntry::Command(command)) => match command {
                PaletteCommand::Home => Navigation::FromHome(Destination::Home),
                PaletteCommand::Scenarios => Navigation::FromHome(Destination::List),
                PaletteCommand::Standard => Navigation::Become(Destination::Standard(None)),
                PaletteCommand::Language => {
                    ui.speak_next();
                    Navigation::Back
                }
                PaletteCommand::Mouse => {
                    ui.switch_mouse();
                    Navigation::Back
                }
                PaletteCommand::Learners => {
                    ui.effects.push(UiEffect::ListLearners);
                    Navigation::FromHome(Destination::Learners)
                }
                PaletteCommand::Quit => Navigation::Quit,
            },
        }
    }
}

fn row(entry: &PaletteEntry, ui: &UiContext, width: usize) -> Row {
    let (words, kind) = match entry {
        PaletteEntry::Command(command) => (name(*command, ui), String::new()),
        PaletteEntry::Scenario(head) => (head.title.in_lang(ui.lang()).to_owned(), tr!(ui.words, "a-scenario")),
        PaletteEntry::Requirement(id) => {
            let standard = ui.standard();
            let text = &standard.requirement(*id).text;
            (text.in_lang(ui.lang()).to_owned(), cite(&ui.words, standard, *id))
        }
    };
    let kind = ui.theme.text(&kind).into_owned();
    let room = width.saturating_sub(kind.width() + 2);
    let words = fit(&ui.theme.text(&words), room, ui.theme.ellipsis());
    let gap = " ".repeat(width.saturating_sub(words.width() + kind.width()));
    Row { indent: 0, spans: vec![(Tone::Plain, words), (Tone::Dim, format!("{gap}{kind}"))] }
}

fn name(command: PaletteCommand, ui: &UiContext) -> String {
    let words = &ui.words;
    match command {
        PaletteCommand::Home => tr!(words, "go-home"),
        PaletteCommand::Scenarios => tr!(words, "scenarios"),
        PaletteCommand::Standard => tr!(words, "read-the-standard"),
        PaletteCommand::Language => tr!(words, "switch-language"),
        PaletteCommand::Mouse if ui.mouse => tr!(words, "switch-mouse-off"),
        PaletteCommand::Mouse => tr!(words, "switch-mouse-on"),
        PaletteCommand::Learners => tr!(words, "who-is-learning"),
        PaletteCommand::Quit => tr!(words, "do-quit"),
    }
}
