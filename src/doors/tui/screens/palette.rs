//! Everything by its name: type a few letters of what can be done here, of a scenario, a play or a clause, and press Enter.
//!
//! ```text
//!   Find: bell▏
//!
//! ▸ Look whether there is a doorbell.   Calling at the door (2)
//!   Ring lightly, once.                 Calling at the door (5)
//! ```

use super::component::Component;
use super::navigation::{Destination, Findable, Navigation};
use crate::content::scenario::ScenarioHead;
use crate::content::standard::RequirementId;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::width;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::{Binding, KeyContext, label};
use crate::doors::tui::prose::Row;
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::ui_effect::UiEffect;
use crate::doors::tui::widgets::{field, rows};
use crate::record::attempt::{AttemptId, Mode};
use crate::record::journal::CourseUnit;
use crate::record::summary::PlaySummary;
use crate::speech::line_breaking::fit;
use crate::speech::narration::{cite, mode_name};
use crate::speech::search::{Search, finds_requirement, finds_scenario};
use crate::tr;
use crate::trainer::course::{FollowedUnit, UnitState, follow, followed};
use crate::trainer::course_words;
use crate::trainer::exam_run::WantedExam;
use ratatui::layout::Rect;
use rustc_hash::FxHashMap;
use std::sync::Arc;
use tui_input::Input;
use unicode_width::UnicodeWidthStr;

#[derive(Debug)]
pub(crate) struct PaletteScreen {
    findable: Findable,
    search: Input,
    focus: usize,
    found: Vec<PaletteEntry>,
}

#[derive(Clone, Debug)]
enum PaletteEntry {
    /// Something that can be done on the screen that one comes from.
    Here(&'static Binding),
    Command(PaletteCommand),
    Scenario(Arc<ScenarioHead>),
    /// A unit of a course.
    Unit(CourseUnit),
    Play(AttemptId),
    Requirement(RequirementId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PaletteCommand {
    Help,
    Home,
    Course,
    Exams,
    Scenarios,
    History,
    Standard,
    Learners,
    Quit,
}

const COMMANDS: [PaletteCommand; 9] = [
    PaletteCommand::Help,
    PaletteCommand::Home,
    PaletteCommand::Course,
    PaletteCommand::Exams,
    PaletteCommand::Scenarios,
    PaletteCommand::History,
    PaletteCommand::Standard,
    PaletteCommand::Learners,
    PaletteCommand::Quit,
];

/// More finds of one kind than this help nobody.
const MOST: usize = 60;
const MOST_PLAYS: usize = 20;

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
            Action::Accept => return self.open(self.focus, ui),
            Action::Row(row) => return self.open(row, ui),
            _ => self.focus = rows::led(action, self.focus, count, 10).unwrap_or(self.focus),
        }
        Navigation::Stay
    }

    fn paste(&mut self, words: &str) {
        field::paste(&mut self.search, words);
        self.focus = 0;
    }

    fn arrange(&mut self, ui: &mut UiContext) {
        self.found = Search::new(self.search.value()).find(|search| self.matches(search, ui));
        self.focus = self.focus.min(self.found.len().saturating_sub(1));
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let unavailable_reason = self.findable.may_read.as_ref().err().map(|refused| refused.told(&ui.words));
        ScreenFrame { title: tr!(ui.words, "palette"), unavailable_reason, ..ScreenFrame::default() }
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        let label = tr!(ui.words, "search");
        canvas.put(area.x, area.y, area.right(), Tone::Dim, &label);
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let room = usize::from(area.width) - 2;
        let items: Vec<Vec<Row>> = self.found.iter().map(|entry| vec![self.row(entry, ui, room)]).collect();
        rows::draw(canvas, &items, self.focus, list);
        if self.found.is_empty() {
            canvas.put(area.x + 2, list.y, area.right(), Tone::Plain, &tr!(ui.words, "nothing-found"));
        }
        field::draw(canvas, &self.search, area.x + width(&label) + 1, area.y, area.right());
    }
}

impl PaletteScreen {
    pub(crate) fn new(findable: Findable) -> PaletteScreen {
        PaletteScreen { findable, search: Input::default(), focus: 0, found: Vec::new() }
    }

    /// What has these words: what can be done here first, plays and requirements only where something is searched for.
    fn matches(&self, search: &Search, ui: &UiContext) -> Vec<PaletteEntry> {
        let (standard, is_open) = (ui.standard(), self.findable.may_read.is_ok());
        let here = self.findable.actions.iter().filter(|own| is_open || own.action != Action::Standard);
        let here = here.filter(|own| search.is_in([&*self.label(own, ui)]));
        let reads = self.findable.actions.iter().any(|own| own.action == Action::Standard);
        let commands = COMMANDS.into_iter().filter(|own| *own != PaletteCommand::Standard || is_open && !reads);
        let commands = commands.filter(|own| *own != PaletteCommand::Course || has_course(ui));
        let commands = commands.filter(|own| *own != PaletteCommand::Exams || has_exams(ui));
        let commands = commands.filter(|own| search.is_in([&*name(*own, ui)]));
        let scenarios = ui.pack.scenarios.heads().filter(|head| finds_scenario(head, search));
        let plays = plays_with(search, ui).take(if search.is_empty() { 0 } else { MOST_PLAYS });
        let cited = |id: &RequirementId| is_open && !search.is_empty() && finds_requirement(standard, *id, search);
        let found = here.map(|own| PaletteEntry::Here(own)).chain(commands.map(PaletteEntry::Command));
        let found = found.chain(scenarios.cloned().map(PaletteEntry::Scenario));
        let found = found.chain(units_with(search, ui).map(PaletteEntry::Unit));
        let requirements = standard.ids().filter(cited).map(PaletteEntry::Requirement).take(MOST);
        found.chain(plays.map(|play| PaletteEntry::Play(play.id))).chain(requirements).collect()
    }

    fn label(&self, binding: &Binding, ui: &UiContext) -> String {
        let words = &ui.words;
        match binding.action {
            Action::Language => tr!(words, "switch-language", language = words.next_by_itself()),
            Action::Mouse if ui.mouse => tr!(words, "switch-mouse-off"),
            Action::Mouse => tr!(words, "switch-mouse-on"),
            action => label(action, self.findable.here, words),
        }
    }

    fn open(&self, number: usize, ui: &mut UiContext) -> Navigation {
        match self.found.get(number) {
            None => Navigation::Stay,
            Some(PaletteEntry::Scenario(head)) => match ui.pack.scenario(&head.id) {
                Some(scenario) => Navigation::FromHome(Destination::Briefing(scenario.clone())),
                None => Navigation::Stay,
            },
            Some(PaletteEntry::Unit(unit)) => open_unit(unit, ui),
            Some(PaletteEntry::Requirement(id)) => Navigation::Become(Destination::Standard(Some(*id))),
            Some(PaletteEntry::Here(binding)) => Navigation::Act(binding.action),
            Some(PaletteEntry::Play(id)) => Navigation::FromHome(Destination::History(Some(*id))),
            Some(PaletteEntry::Command(command)) => match command {
                PaletteCommand::Help => Navigation::Become(Destination::Help(self.findable.here)),
                PaletteCommand::Home => Navigation::FromHome(Destination::Home),
                PaletteCommand::Course => Navigation::FromHome(Destination::Course),
                PaletteCommand::Exams => Navigation::FromHome(Destination::Exams(WantedExam::default())),
                PaletteCommand::Scenarios => Navigation::FromHome(Destination::List),
                PaletteCommand::History => Navigation::FromHome(Destination::History(None)),
                PaletteCommand::Standard => Navigation::Become(Destination::Standard(None)),
                PaletteCommand::Learners => {
                    ui.effects.push(UiEffect::ListLearners);
                    Navigation::FromHome(Destination::Learners)
                }
                PaletteCommand::Quit => Navigation::Quit,
            },
        }
    }

    fn row(&self, entry: &PaletteEntry, ui: &UiContext, width: usize) -> Row {
        let (words, kind) = match entry {
            PaletteEntry::Here(binding) => {
                let keys: Vec<String> = binding.keys_at(self.findable.here).map(|key| key.name(&ui.words)).collect();
                (self.label(binding, ui), keys.join("  "))
            }
            PaletteEntry::Command(command) => (name(*command, ui), String::new()),
            PaletteEntry::Scenario(head) => (head.title.in_lang(ui.lang()).to_owned(), tr!(ui.words, "a-scenario")),
            PaletteEntry::Unit(unit) => {
                let own = follow(&ui.pack.courses, ui.events(), unit);
                (
                    own.map(|own| own.unit.title.in_lang(ui.lang()).to_owned()).unwrap_or_default(),
                    tr!(ui.words, "a-unit"),
                )
            }
            PaletteEntry::Play(id) => played(*id, ui),
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
}

/// Whether there is a course, and somebody who follows it.
fn has_exams(ui: &UiContext) -> bool {
    ui.learner.is_some() && !ui.pack.blueprints.blueprints.is_empty()
}

fn has_course(ui: &UiContext) -> bool {
    !ui.pack.courses.is_empty() && ui.learning().is_some()
}

/// The units that have these words in their title or in that of their course.
fn units_with(search: &Search, ui: &UiContext) -> impl Iterator<Item = CourseUnit> {
    let all = if has_course(ui) { followed(&ui.pack.courses, ui.events()) } else { Vec::new() };
    let finds = |own: &FollowedUnit| {
        let texts = own.unit.title.iter().chain(own.course.title.iter()).map(|(_, words)| words);
        search.is_in(texts.chain([&*own.unit.id]))
    };
    all.into_iter().filter(finds).map(|own| own.named()).collect::<Vec<_>>().into_iter()
}

/// On to a unit; of one that is locked it is said what it waits for.
fn open_unit(unit: &CourseUnit, ui: &mut UiContext) -> Navigation {
    let own = follow(&ui.pack.courses, ui.events(), unit);
    let locked = own.filter(|own| matches!(own.state, UnitState::Behind(_)));
    match locked.map(|own| course_words::state(&ui.words, &own)) {
        Some(why) => {
            ui.notice = Some(why);
            Navigation::Stay
        }
        None => Navigation::FromHome(Destination::Unit(unit.clone())),
    }
}

/// The newest plays that have these words in the title of their scenario, in their mode or their number. Thousands of plays
/// are of few scenarios and modes, so each of these is asked once.
fn plays_with<'u>(search: &'u Search, ui: &'u UiContext) -> impl Iterator<Item = &'u PlaySummary> {
    let mut asked: FxHashMap<(&str, Mode), (Vec<String>, bool)> = FxHashMap::default();
    ui.history().newest_first().filter(move |play| {
        let (texts, has_words) = asked.entry((&*play.content.scenario, play.mode)).or_insert_with(|| {
            let texts = texts_of(play, ui);
            let has_words = search.is_in(texts.iter().map(String::as_str));
            (texts, has_words)
        });
        let has_number = || search.is_in(texts.iter().map(String::as_str).chain([&*play.id.to_string()]));
        *has_words || search.has_digits() && has_number()
    })
}

/// By what a play is found besides its number.
fn texts_of(play: &PlaySummary, ui: &UiContext) -> Vec<String> {
    let title = ui.pack.scenarios.head(&play.content.scenario).map(|head| &head.title);
    let titles = title.into_iter().flat_map(|title| title.iter().map(|(_, words)| words.to_owned()));
    titles.chain([play.content.scenario.to_string(), mode_name(play.mode, &ui.words)]).collect()
}

/// The title of a play, and what is known of it in short.
fn played(id: AttemptId, ui: &UiContext) -> (String, String) {
    let Some(play) = ui.history().play(id) else { return (id.to_string(), tr!(ui.words, "a-play")) };
    let head = ui.pack.scenarios.head(&play.content.scenario);
    let title = head.map_or_else(|| play.content.scenario.to_string(), |head| head.title.in_lang(ui.lang()).to_owned());
    let came_to = match &play.result {
        Some(own) => tr!(ui.words, "score", score = own.result.score().whole()),
        None if play.finished => tr!(ui.words, "played"),
        None => tr!(ui.words, "not-finished"),
    };
    let facts = [tr!(ui.words, "a-play"), mode_name(play.mode, &ui.words), came_to];
    (title, facts.join(ui.theme.between()))
}

fn name(command: PaletteCommand, ui: &UiContext) -> String {
    let words = &ui.words;
    match command {
        PaletteCommand::Help => tr!(words, "do-help"),
        PaletteCommand::Home => tr!(words, "go-home"),
        PaletteCommand::Course => tr!(words, "course-title"),
        PaletteCommand::Exams => tr!(words, "exams-title"),
        PaletteCommand::Scenarios => tr!(words, "scenarios"),
        PaletteCommand::History => tr!(words, "history"),
        PaletteCommand::Standard => tr!(words, "read-the-standard"),
        PaletteCommand::Learners => tr!(words, "who-is-learning"),
        PaletteCommand::Quit => tr!(words, "do-quit"),
    }
}
