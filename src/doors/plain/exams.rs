//! The exams: how each stands with this learner, and one begun or gone on with.

use super::command::PlainPrompt;
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::play_recorder::PlayRecorder;
use super::proctor::let_proctor;
use super::room::{Onward, PlainRoom, RoomName};
use crate::content::blueprint::Blueprint;
use crate::doors::store_words::refusal;
use crate::exam::sitting::ProctorTurn;
use crate::record::day::Day;
use crate::tr;
use crate::trainer::exam_past::{CannotSit, PastSitting, may_sit};
use crate::trainer::exam_run::{ExamEntry, ExamRun, WantedExam};
use crate::trainer::exam_words;
use std::sync::Arc;

#[derive(Debug)]
pub(super) struct ExamsRoom {
    pub(super) wanted: WantedExam,
}

impl PlainRoom for ExamsRoom {
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward> {
        let exams = own.pack.blueprints.blueprints.clone();
        if exams.is_empty() || own.recorder.is_none() {
            let nobody = own.recorder.is_none() && !exams.is_empty();
            let told = if nobody { tr!(own.words, "exams-nobody") } else { tr!(own.words, "exams-none") };
            dialog.say(&told)?;
            return Ok(Onward::Back);
        }
        let named = self.wanted.id.take().and_then(|id| exams.iter().find(|own| own.id == id));
        if let Some(exam) = named
            && let Some(onward) = self.open(exam, &own.past_sittings(), own, dialog)?
        {
            return Ok(onward);
        }
        loop {
            dialog.say("")?;
            dialog.say(&own.lines().sentence(&tr!(own.words, "exams-title")))?;
            let (past, today) = (own.past_sittings(), own.today());
            for (exam, number) in exams.iter().zip(1..) {
                let (title, facts) = (exam.title.in_lang(own.lang()), exam_words::facts(&own.words, exam));
                let state = exam_words::state(&own.words, exam, &past, &own.pack, today);
                dialog.say(&format!("{number}. {}", own.lines().list(&[title.to_owned(), facts, state])))?;
            }
            match own.listen(dialog, &PlainPrompt::of(exams.len(), &[]))? {
                Wish::Number(number) => {
                    if let Some(onward) = self.open(&exams[number - 1], &past, own, dialog)? {
                        return Ok(onward);
                    }
                }
                Wish::Back => return Ok(Onward::Back),
                Wish::Do(..) | Wish::Words(_) | Wish::Reworded => {}
            }
        }
    }
}

impl ExamsRoom {
    /// Goes on with an exam, or begins it after its rules were told.
    fn open(
        &self,
        exam: &Arc<Blueprint>,
        past: &[PastSitting],
        own: &mut PlainContext,
        dialog: &mut Dialog,
    ) -> Spoken<Option<Onward>> {
        let today = own.today();
        let last = past.iter().rposition(|own| own.exam == exam.id);
        if let Some(at) = last.filter(|at| past[*at].is_opened_again(today)) {
            return go_on(at, exam, own, dialog);
        }
        match may_sit(exam, past, today) {
            Ok(()) => self.begin(exam, own, dialog),
            Err(CannotSit::Open(id)) if id == exam.id => Ok(None),
            Err(why) => dialog.say(&exam_words::refusal(&own.words, &why, &own.pack)).map(|()| None),
        }
    }

    fn begin(&self, exam: &Arc<Blueprint>, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Option<Onward>> {
        dialog.say("")?;
        dialog.say(exam.title.in_lang(own.lang()))?;
        dialog.say(exam.about.in_lang(own.lang()))?;
        dialog.say(&own.lines().sentence(&exam_words::facts(&own.words, exam)))?;
        for rule in exam_words::rules(&own.words) {
            dialog.say(&rule)?;
        }
        dialog.say(&format!("1. {}", tr!(own.words, "exam-begin")))?;
        dialog.say(&format!("2. {}", tr!(own.words, "exam-not-now")))?;
        loop {
            match own.listen(dialog, &PlainPrompt::of(2, &[]))? {
                Wish::Number(1) => break,
                Wish::Number(_) | Wish::Back => return Ok(None),
                Wish::Do(..) | Wish::Words(_) | Wish::Reworded => {}
            }
        }
        let (seed, at) = ((own.fresh_seed)(), (own.now)());
        let entry = ExamEntry {
            candidate: own.player().into(),
            language: own.lang(),
            seed,
            extra_minutes: self.wanted.extra_minutes,
            proctor: self.wanted.proctor.clone(),
        };
        let Ok((mut run, line)) = ExamRun::begin(&own.pack, exam, entry, at) else {
            return dialog.say(&tr!(own.words, "exam-refused-short")).map(|()| None);
        };
        let Some(recorder) = &mut own.recorder else { return Ok(None) };
        match recorder.begin_sitting(&line) {
            Ok(mut file) => {
                let_proctor(ProctorTurn::Opens, (&mut run, &mut file), own, dialog)?;
                Ok(Some(Onward::Open(RoomName::Exam(Box::new(run), file))))
            }
            Err(why) => {
                let why = refusal(&why, &own.words);
                dialog.say(&tr!(own.words, "exam-refused-unkept", why = why)).map(|()| None)
            }
        }
    }
}

/// Goes on with the sitting of this place.
fn go_on(place: usize, exam: &Arc<Blueprint>, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Option<Onward>> {
    let at = (own.now)();
    let Some(recorder) = &mut own.recorder else { return Ok(None) };
    let stored = recorder.sittings().into_iter().nth(place);
    let Some((stored, file)) = stored.and_then(|own| Some((recorder.reopen_sitting(&own).ok()?, own))) else {
        return Ok(None);
    };
    let mut open = stored;
    let gone_on = ExamRun::resume(&own.pack, exam, &file.lines, at);
    match gone_on {
        Ok((mut run, line)) => {
            if let Some(line) = line {
                if let Err(why) = recorder.keep_event(&mut open, &line) {
                    return dialog.say(&refusal(&why, &own.words)).map(|()| None);
                }
                let title = exam.title.in_lang(own.lang()).to_owned();
                dialog.say(&tr!(own.words, "exam-resumed", exam = title))?;
                let_proctor(ProctorTurn::Opens, (&mut run, &mut open), own, dialog)?;
            }
            Ok(Some(Onward::Open(RoomName::Exam(Box::new(run), open))))
        }
        Err(why) => {
            let why = why.told();
            dialog.say(&tr!(own.words, "exam-unmarked", why = why.in_lang(own.lang()))).map(|()| None)
        }
    }
}

impl PlainContext {
    /// What this learner sat before, marked anew; what is no sitting is left out.
    pub(super) fn past_sittings(&self) -> Vec<PastSitting> {
        let sittings = self.recorder.as_ref().map(PlayRecorder::sittings).unwrap_or_default();
        sittings.iter().filter_map(|own| PastSitting::of(&own.lines, &self.pack, self.offset)).collect()
    }

    /// The day that it is here.
    pub(super) fn today(&mut self) -> Day {
        Day::at((self.now)(), self.offset)
    }

    /// The exam whose sitting is open, so that everything else waits.
    pub(super) fn open_exam(&self) -> Option<Box<str>> {
        let sittings = self.recorder.as_ref().map(PlayRecorder::sittings).unwrap_or_default();
        sittings.iter().find(|own| own.is_open()).and_then(|own| Some(own.begun()?.exam.clone()))
    }
}
