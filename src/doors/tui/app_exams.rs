//! What the app does when it is told of an exam, and when time goes by in one.

use super::app::App;
use super::exam_exchange::{CannotOpenExam, ExamTold, ExamsKnown, OpenedExam};
use super::screens::Screen;
use super::screens::navigation::Destination;
use crate::doors::store_words::refusal;
use crate::tr;
use crate::trainer::exam_run::WantedExam;
use std::time::Duration;

impl App {
    /// Takes what there is to tell of an exam.
    pub(super) fn exam_told(&mut self, told: ExamTold) {
        match told {
            ExamTold::Listed(past, today) => {
                if let Some(learner) = &mut self.ui.learner {
                    learner.exams.past = Some((past, today));
                }
            }
            ExamTold::Opened(Ok(opened)) => self.exam_opened(opened),
            ExamTold::Opened(Err(why)) => self.ui.notice = Some(self.exam_not_opened(&why)),
            ExamTold::Kept(Ok(challenges)) => {
                if let Some(sitting) = self.screens.iter_mut().find_map(Screen::as_sitting) {
                    sitting.hear_challenges(challenges);
                }
            }
            ExamTold::Kept(Err(why)) => self.ui.notice = Some(refusal(&why, &self.ui.words)),
        }
    }

    /// The sitting stands over the list of exams, and nothing but home below that.
    fn exam_opened(&mut self, opened: Box<OpenedExam>) {
        let exam = opened.run.blueprint().title.in_lang(self.ui.words.lang()).to_owned();
        self.ui.notice = opened.is_resumed.then(|| tr!(self.ui.words, "exam-resumed", exam = exam));
        if let Some(learner) = &mut self.ui.learner {
            learner.exams = ExamsKnown { is_open: opened.run.sitting().closed().is_none(), past: None };
        }
        self.screens.clear();
        for destination in [Destination::Home, Destination::Exams(WantedExam::default()), Destination::Sitting(opened)]
        {
            self.screens.push(Screen::at(destination, &self.ui));
        }
        self.entered = true;
        // Its time went on.
        self.tick();
    }

    fn exam_not_opened(&self, why: &CannotOpenExam) -> String {
        let words = &self.ui.words;
        match why {
            CannotOpenExam::Short => tr!(words, "exam-refused-short"),
            CannotOpenExam::Unkept(why) => {
                let why = refusal(why, words);
                tr!(words, "exam-refused-unkept", why = why)
            }
            CannotOpenExam::Unread(why) => refusal(why, words),
            CannotOpenExam::Unmarked(why) => tr!(words, "exam-unmarked", why = why.in_lang(words.lang())),
        }
    }

    /// Lets time go on in a sitting that is on the screen; whether there is something else to see.
    pub(super) fn tick(&mut self) -> bool {
        let App { screens, ui, .. } = self;
        if screens.last().is_some_and(Screen::is_read_aloud) {
            return true;
        }
        screens.iter_mut().find_map(Screen::as_sitting).is_some_and(|sitting| sitting.tick(ui))
    }

    /// Whether the time of an exam is running on the screen.
    pub(super) fn is_timed(&self) -> bool {
        self.screens.iter().any(Screen::is_timed)
    }

    /// After how long the picture is another one though nothing has happened: where a bar moves, or the time of an exam runs.
    pub(super) fn looks_again_after(&self) -> Option<Duration> {
        if self.screens.last().is_some_and(Screen::is_read_aloud) {
            return Some(Duration::from_millis(100));
        }
        self.is_timed().then_some(Duration::from_secs(1))
    }

    /// Whoever quits in a sitting is told once that its time runs on; whether that is told now.
    pub(super) fn warns_of_time(&mut self, told: Option<&str>) -> bool {
        let warning = tr!(self.ui.words, "exam-quit");
        let warns = self.is_timed() && told != Some(&*warning);
        if warns {
            self.ui.notice = Some(warning);
        }
        warns
    }

    /// What waits for a sitting leads to it.
    pub(super) fn show_exams(&mut self) {
        if !matches!(self.screens.last(), Some(Screen::Exams(_) | Screen::ExamRules(_) | Screen::Sitting(_))) {
            self.screens.push(Screen::at(Destination::Exams(WantedExam::default()), &self.ui));
        }
    }
}
