//! A scenario of a paper as lines of text, played once, from its beginning to its end.

use super::command::{PlainCommand, PlainPrompt};
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::exam::ExamRoom;
use super::sure::is_sure;
use crate::record::attempt::Mode;
use crate::speech::narration::Detail;
use crate::tr;
use crate::trainer::exam_run::VisitStage;

impl ExamRoom {
    pub(super) fn begin_visit(&mut self, visit: usize, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        if self.run.stage(visit) != VisitStage::Waiting {
            return dialog.say(&tr!(own.words, "exam-visit-closed"));
        }
        let question = tr!(own.words, "exam-visit-once");
        if !is_sure(&question, own, dialog)? {
            return Ok(());
        }
        let now = self.now(own);
        let begun = self.run.begin_visit(visit, now);
        self.put(begun, own, dialog)?;
        if let Some((_, session)) = self.run.visit() {
            let lines = own.lines();
            let narrator = lines.narrator(session);
            dialog.say("")?;
            dialog.say(&narrator.plain(&narrator.scenario.title))?;
            dialog.say(&narrator.plain(&narrator.scenario.briefing))?;
        }
        Ok(())
    }

    /// The scenario that is open, to its end. A choice is picked, and taken when it is typed once more.
    pub(super) fn play(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let mut picked = None;
        self.tell_scene(own, dialog)?;
        while let Some((_, session)) = self.run.visit() {
            if session.is_over() {
                let now = self.now(own);
                let _ = self.run.leave_visit(now);
                return dialog.say(&tr!(own.words, "plain-over"));
            }
            let (_, open) = own.lines().choices(session, Mode::Exam);
            match own.listen(dialog, &PlainPrompt::of(open.len(), &[PlainCommand::SayAgain]))? {
                Wish::Number(number) if picked == Some(open[number - 1]) => {
                    picked = None;
                    let now = self.now(own);
                    let taken = self.run.choose(open[number - 1], now);
                    if !self.put(taken, own, dialog)? {
                        return Ok(());
                    }
                    self.tell_scene(own, dialog)?;
                }
                Wish::Number(number) => {
                    let id = open[number - 1];
                    picked = Some(id);
                    let lines = own.lines();
                    let text = session.choice(id).map(|own| lines.narrator(session).fill(&own.text, &session.state()));
                    let choice = text.unwrap_or_default().into_owned();
                    dialog.say(&tr!(own.words, "plain-picked", number = number, choice = choice))?;
                }
                Wish::Do(..) | Wish::Reworded | Wish::Words(_) => self.tell_scene(own, dialog)?,
                Wish::Back => {
                    let question = tr!(own.words, "exam-visit-leave");
                    if is_sure(&question, own, dialog)? {
                        let now = self.now(own);
                        if let Ok(Some(line)) = self.run.leave_visit(now) {
                            self.keep(&line, own, dialog)?;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn tell_scene(&self, own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
        let Some((_, session)) = self.run.visit() else { return Ok(()) };
        let lines = own.lines();
        dialog.say("")?;
        dialog.say_all(&lines.last_told(session, Detail::Bare))?;
        if session.is_over() {
            return Ok(());
        }
        dialog.say("")?;
        dialog.say(&lines.moment(session, Mode::Exam, Detail::Bare))?;
        dialog.say_all(&lines.choices(session, Mode::Exam).0)
    }
}
