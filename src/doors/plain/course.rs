//! The courses: every unit, whether it is done, what is to be done in it next, or what it waits for.

use super::command::PlainPrompt;
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::room::{Onward, PlainRoom, RoomName};
use crate::tr;
use crate::trainer::course::{FollowedUnit, UnitState, followed};
use crate::trainer::course_words;
use crate::trainer::exam_run::WantedExam;

#[derive(Debug)]
pub(super) struct CourseRoom;

impl PlainRoom for CourseRoom {
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward> {
        loop {
            let count = tell(own, dialog)?;
            match own.listen(dialog, &PlainPrompt::of(count, &[]))? {
                Wish::Back => return Ok(Onward::Back),
                Wish::Number(number) if number == count => {
                    return Ok(Onward::Open(RoomName::Exams(WantedExam::default())));
                }
                Wish::Number(number) => {
                    let all = units(own);
                    let Some(chosen) = all.get(number - 1) else { continue };
                    if !matches!(chosen.state, UnitState::Behind(_)) {
                        return Ok(Onward::Open(RoomName::Unit(chosen.named())));
                    }
                    dialog.say(&own.lines().sentence(&course_words::state(&own.words, chosen)))?;
                }
                Wish::Do(..) | Wish::Words(_) | Wish::Reworded => {}
            }
        }
    }
}

fn units(own: &PlainContext) -> Vec<FollowedUnit<'_>> {
    followed(&own.pack.courses, own.events())
}

/// The units below the titles of their courses, and the exams behind them; how many numbers there are.
fn tell(own: &PlainContext, dialog: &mut Dialog) -> Spoken<usize> {
    let all = units(own);
    let lang = own.lang();
    for (unit, number) in all.iter().zip(1..) {
        if unit.number == 0 {
            dialog.say("")?;
            dialog.say(&own.lines().sentence(unit.course.title.in_lang(lang)))?;
            dialog.say(unit.course.about.in_lang(lang))?;
        }
        let state = own.lines().aside(&course_words::state(&own.words, unit));
        dialog.say(&format!("{number}. {}{state}", unit.unit.title.in_lang(lang)))?;
    }
    let exams = all.len() + 1;
    dialog.say("")?;
    dialog.say(&format!("{exams}. {}", tr!(own.words, "exams-title")))?;
    Ok(exams)
}
