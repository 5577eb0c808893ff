//! The sittings of whoever is here: listed, begun, gone on with, and every event on the disk before the next picture.

use super::exam_exchange::{CannotOpenExam, ExamAsked, ExamTold, OpenedExam, SittingChallenges};
use super::session_runner::SessionRunner;
use super::ui_event::UiEvent;
use crate::content::blueprint::Blueprint;
use crate::exam::sitting::ProctorTurn;
use crate::record::day::Day;
use crate::record::sitting::SittingLine;
use crate::store::{Learner, OpenSitting};
use crate::trainer::exam_past::PastSitting;
use crate::trainer::exam_run::{ExamEntry, ExamRun, WantedExam};
use std::sync::Arc;

impl SessionRunner {
    /// Does what is asked for a sitting; what there is to tell of it.
    pub(super) fn sit(&mut self, asked: ExamAsked) -> Vec<UiEvent> {
        let told = match asked {
            ExamAsked::List => self.list_sittings(),
            ExamAsked::Begin(blueprint, wanted) => Some(ExamTold::Opened(self.begin_exam(&blueprint, wanted))),
            ExamAsked::GoOn(blueprint) => self.go_on_with_exam(&blueprint).map(ExamTold::Opened),
            ExamAsked::Keep(line) => self.keep_event(&line),
        };
        let saves = self.learner.as_ref().map(|learner| UiEvent::Saves(learner.state()));
        saves.into_iter().chain(told.map(UiEvent::Exam)).collect()
    }

    fn list_sittings(&mut self) -> Option<ExamTold> {
        let today = Day::at((self.deps.now)(), self.deps.offset);
        let sittings = self.learner.as_ref()?.sittings().0;
        let past = sittings.iter().filter_map(|own| PastSitting::of(&own.lines, &self.deps.pack, self.deps.offset));
        Some(ExamTold::Listed(Arc::new(past.collect()), today))
    }

    fn begin_exam(
        &mut self,
        blueprint: &Arc<Blueprint>,
        wanted: WantedExam,
    ) -> Result<Box<OpenedExam>, CannotOpenExam> {
        let Some(learner) = &mut self.learner else { return Err(CannotOpenExam::Short) };
        let profile = learner.profile();
        let entry = ExamEntry {
            candidate: profile.name.as_str().into(),
            language: profile.language,
            seed: (self.deps.fresh_seed)(),
            extra_minutes: wanted.extra_minutes,
            proctor: wanted.proctor,
        };
        let begun = ExamRun::begin(&self.deps.pack, blueprint, entry, (self.deps.now)());
        let (run, line) = begun.map_err(|_| CannotOpenExam::Short)?;
        let file = learner.begin_sitting(&line).map_err(|why| {
            // It is told with what it means: no exam has begun.
            let _ = learner.take_notices();
            CannotOpenExam::Unkept(why)
        })?;
        Ok(Box::new(self.opened(run, file, false)))
    }

    /// Goes on with the newest sitting of an exam; none where there is none.
    fn go_on_with_exam(&mut self, blueprint: &Arc<Blueprint>) -> Option<Result<Box<OpenedExam>, CannotOpenExam>> {
        let learner = self.learner.as_mut()?;
        let is_meant = |own: &PastSitting| own.exam == blueprint.id;
        let (pack, offset) = (&self.deps.pack, self.deps.offset);
        let newest = learner.sittings().0.into_iter().rev();
        let stored = newest
            .into_iter()
            .find(|own| PastSitting::of(&own.lines, pack, offset).is_some_and(|own| is_meant(&own)))?;
        let mut file = match learner.reopen_sitting(&stored) {
            Ok(file) => file,
            Err(why) => return Some(Err(CannotOpenExam::Unread(why))),
        };
        let (run, line) = match ExamRun::resume(pack, blueprint, &stored.lines, (self.deps.now)()) {
            Ok(resumed) => resumed,
            Err(why) => return Some(Err(CannotOpenExam::Unmarked(why.told()))),
        };
        if let Some(line) = &line
            && let Err(why) = learner.keep_event(&mut file, line)
        {
            return Some(Err(CannotOpenExam::Unread(why)));
        }
        Some(Ok(Box::new(self.opened(run, file, line.is_some()))))
    }

    fn opened(&mut self, run: ExamRun, file: OpenSitting, is_resumed: bool) -> OpenedExam {
        let opened = OpenedExam { run, challenges: challenges(&file), is_resumed };
        self.sat = Some(file);
        opened
    }

    /// Where the disk refuses, the line is held and written with the next one.
    fn keep_event(&mut self, line: &SittingLine) -> Option<ExamTold> {
        let (learner, file) = (self.learner.as_mut()?, self.sat.as_mut()?);
        Some(ExamTold::Kept(Learner::keep_event(learner, file, line).map(|()| challenges(file))))
    }
}

fn challenges(file: &OpenSitting) -> SittingChallenges {
    [ProctorTurn::Opens, ProctorTurn::Closes].map(|turn| file.challenge(turn))
}
