//! The screens, one a file, and how they hand over to each other.

pub(super) mod best_line;
pub(super) mod briefing;
mod component;
pub(super) mod course;
pub(super) mod debrief;
pub(super) mod desk;
pub(super) mod exam;
pub(super) mod help;
pub(super) mod history;
pub(super) mod home;
pub(super) mod learners;
pub(super) mod list;
pub(super) mod log;
pub(super) mod moment;
pub(super) mod navigation;
pub(super) mod palette;
pub(super) mod phrase;
pub(super) mod reading;
pub(super) mod play;
pub(super) mod preview;
pub(super) mod question;
pub(super) mod questions;
pub(super) mod standard;
pub(super) mod today;
pub(super) mod unit;
pub(super) mod welcome;

use super::action::Action;
use super::canvas::Canvas;
use super::frame::ScreenFrame;
use super::keys::{Binding, KeyContext, Visibility, bindings_at};
use super::ui_context::UiContext;
use crate::content::standard::RequirementId;
use crate::tr;
use crate::trainer::recorded_play::RecordedPlay;
use component::Component;
use navigation::{Destination, Navigation};

/// What is on the screen. One at a time.
#[derive(Debug)]
pub(super) enum Screen {
    Welcome(welcome::WelcomeScreen),
    Home(home::HomeScreen),
    Learners(learners::LearnersScreen),
    List(list::ListScreen),
    Briefing(briefing::BriefingScreen),
    Play(play::PlayScreen),
    Log(log::LogScreen),
    Standard(standard::StandardScreen),
    Help(help::HelpScreen),
    Debrief(debrief::DebriefScreen),
    BestLine(best_line::BestLineScreen),
    History(history::HistoryScreen),
    Palette(palette::PaletteScreen),
    Preview(Box<preview::PreviewScreen>),
    Today(today::TodayScreen),
    Course(course::CourseScreen),
    Unit(Box<unit::UnitScreen>),
    Moment(Box<moment::MomentScreen>),
    Questions(questions::QuestionsScreen),
    Question(Box<question::QuestionScreen>),
    Phrase(Box<phrase::PhraseScreen>),
    Reading(Box<reading::ReadingScreen>),
    Exams(exam::ExamsScreen),
    ExamRules(exam::ExamRulesScreen),
    Sitting(Box<exam::SittingScreen>),
    Desk(Box<desk::DeskScreen>),
}

impl Screen {
    /// The screen of a destination.
    pub(super) fn at(destination: Destination, ui: &UiContext) -> Screen {
        match destination {
            Destination::Home => Screen::Home(home::HomeScreen::default()),
            Destination::Learners => Screen::Learners(learners::LearnersScreen::default()),
            Destination::List => Screen::List(list::ListScreen::default()),
            Destination::Briefing(scenario) => Screen::Briefing(briefing::BriefingScreen::new(scenario, ui)),
            Destination::Play(play) => Screen::Play(play::PlayScreen::new(*play)),
            Destination::Log(play) => Screen::Log(log::LogScreen::new(&play)),
            Destination::Standard(None) => Screen::Standard(standard::StandardScreen::new(ui)),
            Destination::Standard(Some(id)) => Screen::Standard(standard::StandardScreen::at(id, ui)),
            Destination::Help(context) => Screen::Help(help::HelpScreen::new(context)),
            Destination::Debrief(play) => Screen::Debrief(debrief::DebriefScreen::new(*play)),
            Destination::BestLine(from) => Screen::BestLine(best_line::BestLineScreen::new(from)),
            Destination::History(at) => Screen::History(history::HistoryScreen::at(at)),
            Destination::Palette(here) => Screen::Palette(palette::PaletteScreen::new(here)),
            Destination::Today => Screen::Today(today::TodayScreen::default()),
            Destination::Course => Screen::Course(course::CourseScreen::default()),
            Destination::Unit(named) => unit::UnitScreen::new(&named, ui)
                .map_or_else(|| Screen::Course(course::CourseScreen::default()), |own| Screen::Unit(Box::new(own))),
            // One that cannot be played was left out of the plan.
            Destination::Moment(key) => moment::MomentScreen::new(key, ui)
                .map_or_else(|| Screen::Today(today::TodayScreen::default()), |own| Screen::Moment(Box::new(own))),
            Destination::Questions => Screen::Questions(questions::QuestionsScreen::default()),
            Destination::Round(round) => Screen::Question(Box::new(question::QuestionScreen::new(*round))),
            Destination::Phrases(drill) => Screen::Phrase(Box::new(phrase::PhraseScreen::new(*drill))),
            Destination::Reading(reading) => Screen::Reading(Box::new(reading::ReadingScreen::new(*reading))),
            Destination::Exams(wanted) => Screen::Exams(exam::ExamsScreen::new(wanted)),
            Destination::ExamRules(exam, wanted) => Screen::ExamRules(exam::ExamRulesScreen::new(exam, wanted)),
            Destination::Sitting(opened) => Screen::Sitting(Box::new(exam::SittingScreen::new(*opened, ui))),
            Destination::Preview { file, seed, choices } => {
                Screen::Preview(Box::new(preview::PreviewScreen::new(file, seed, choices)))
            }
        }
    }

    /// Which part of the table of keys holds now.
    pub(super) fn key_context(&self) -> KeyContext {
        self.component().key_context()
    }

    /// Does what was asked for.
    pub(super) fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        self.component_mut().act(action, ui)
    }

    /// What was pasted, for screens with a field.
    pub(super) fn paste(&mut self, words: &str) {
        self.component_mut().paste(words);
    }

    /// Makes ready what is drawn.
    pub(super) fn arrange(&mut self, ui: &mut UiContext) {
        self.component_mut().arrange(ui);
    }

    /// Draws the screen with everything around it.
    pub(super) fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let screen = self.component();
        let unsaved = ui.saves.why().map(|_| tr!(ui.words, "unsaved-mark"));
        let frame = ScreenFrame { notice: ui.notice.clone(), unsaved, ..screen.frame(ui) };
        frame.draw(canvas, screen.key_context(), screen.column(ui), &ui.words);
        screen.draw(canvas, ui);
        frame.draw_long_notice(canvas, screen.column(ui));
    }

    /// The requirement that it speaks of.
    pub(super) fn cited(&self, ui: &UiContext) -> Option<RequirementId> {
        self.component().cited(ui)
    }

    /// The keys that do something here now, but for those that move a pointer or leave.
    pub(super) fn offered(&self, ui: &UiContext) -> Vec<&'static Binding> {
        let without = self.component().frame(ui).without;
        let context = self.key_context();
        let shown = [Visibility::InFooter, Visibility::InHelp].into_iter().flat_map(|at| bindings_at(context, at));
        shown.filter(|own| own.action.has_a_name_of_its_own() && !without.contains(&own.action)).collect()
    }

    /// The play that stands before a choice here, if one does.
    pub(super) fn under_way(&self) -> Option<&RecordedPlay> {
        match self {
            Screen::Play(screen) if !screen.play.session().is_over() => Some(&screen.play),
            _ => None,
        }
    }

    /// The preview, if this is it.
    pub(super) fn as_preview(&mut self) -> Option<&mut preview::PreviewScreen> {
        match self {
            Screen::Preview(preview) => Some(preview),
            _ => None,
        }
    }

    /// The sitting, if this is one.
    pub(super) fn as_sitting(&mut self) -> Option<&mut exam::SittingScreen> {
        match self {
            Screen::Sitting(sitting) => Some(sitting),
            _ => None,
        }
    }

    /// The trainer's desk, if this is it.
    pub(super) fn as_desk(&mut self) -> Option<&mut desk::DeskScreen> {
        match self {
            Screen::Desk(desk) => Some(desk),
            _ => None,
        }
    }

    /// Whether the time of an exam is running here.
    pub(super) fn is_timed(&self) -> bool {
        matches!(self, Screen::Sitting(sitting) if sitting.is_open())
    }

    /// Whether a text is read aloud here, and its bar moves.
    pub(super) fn is_read_aloud(&self) -> bool {
        matches!(self, Screen::Reading(reading) if reading.is_running())
    }

    fn component(&self) -> &dyn Component {
        match self {
            Screen::Welcome(screen) => screen,
            Screen::Home(screen) => screen,
            Screen::Learners(screen) => screen,
            Screen::List(screen) => screen,
            Screen::Briefing(screen) => screen,
            Screen::Play(screen) => screen,
            Screen::Log(screen) => screen,
            Screen::Standard(screen) => screen,
            Screen::Help(screen) => screen,
            Screen::Debrief(screen) => screen,
            Screen::BestLine(screen) => screen,
            Screen::History(screen) => screen,
            Screen::Palette(screen) => screen,
            Screen::Preview(screen) => screen.as_ref(),
            Screen::Today(screen) => screen,
            Screen::Course(screen) => screen,
            Screen::Unit(screen) => screen.as_ref(),
            Screen::Moment(screen) => screen.as_ref(),
            Screen::Questions(screen) => screen,
            Screen::Question(screen) => screen.as_ref(),
            Screen::Phrase(screen) => screen.as_ref(),
            Screen::Reading(screen) => screen.as_ref(),
            Screen::Exams(screen) => screen,
            Screen::ExamRules(screen) => screen,
            Screen::Sitting(screen) => screen.as_ref(),
            Screen::Desk(screen) => screen.as_ref(),
        }
    }

    fn component_mut(&mut self) -> &mut dyn Component {
        match self {
            Screen::Welcome(screen) => screen,
            Screen::Home(screen) => screen,
            Screen::Learners(screen) => screen,
            Screen::List(screen) => screen,
            Screen::Briefing(screen) => screen,
            Screen::Play(screen) => screen,
            Screen::Log(screen) => screen,
            Screen::Standard(screen) => screen,
            Screen::Help(screen) => screen,
            Screen::Debrief(screen) => screen,
            Screen::BestLine(screen) => screen,
            Screen::History(screen) => screen,
            Screen::Palette(screen) => screen,
            Screen::Preview(screen) => screen.as_mut(),
            Screen::Today(screen) => screen,
            Screen::Course(screen) => screen,
            Screen::Unit(screen) => screen.as_mut(),
            Screen::Moment(screen) => screen.as_mut(),
            Screen::Questions(screen) => screen,
            Screen::Question(screen) => screen.as_mut(),
            Screen::Phrase(screen) => screen.as_mut(),
            Screen::Reading(screen) => screen.as_mut(),
            Screen::Exams(screen) => screen,
            Screen::ExamRules(screen) => screen,
            Screen::Sitting(screen) => screen.as_mut(),
            Screen::Desk(screen) => screen.as_mut(),
        }
    }
}
