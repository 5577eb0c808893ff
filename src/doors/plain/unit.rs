//! A unit of a course: its lesson, told once, and then what comes next: a visit to follow, the visit itself, its questions.

use super::command::{PlainCommand, PlainPrompt};
use super::context::{PlainContext, Wish};
use super::dialog::{Dialog, Spoken};
use super::room::{Onward, PlainRoom, RoomName};
use crate::content::course::{Lesson, LessonLine};
use crate::play::engine::Session;
use crate::record::journal::CourseUnit;
use crate::tr;
use crate::trainer::course::{FollowedUnit, check, follow, of_lesson};
use crate::trainer::course_words::UnitEntry;

#[derive(Debug)]
pub(super) struct UnitRoom {
    unit: CourseUnit,
    is_told: bool,
}

impl PlainRoom for UnitRoom {
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward> {
        loop {
            let Some(unit) = followed(&self.unit, own) else { return Ok(Onward::Back) };
            if !std::mem::replace(&mut self.is_told, true) {
                tell(&unit, own, dialog)?;
                let read = of_lesson(&unit);
                own.learn_from(read);
                continue;
            }
            offer(&unit, own, dialog)?;
            match own.listen(dialog, &PlainPrompt::of(UnitEntry::ALL.len(), &[PlainCommand::SayAgain]))? {
                Wish::Back => return Ok(Onward::Back),
                Wish::Number(number) => match open(UnitEntry::ALL[number - 1], &self.unit, own) {
                    Some(name) => return Ok(Onward::Open(name)),
                    None => dialog.say(&tr!(own.words, "unit-no-visit"))?,
                },
                Wish::Do(..) | Wish::Reworded => self.is_told = false,
                Wish::Words(_) => {}
            }
        }
    }
}

impl UnitRoom {
    pub(super) fn new(unit: CourseUnit) -> UnitRoom {
        UnitRoom { unit, is_told: false }
    }
}

fn followed<'o>(unit: &CourseUnit, own: &'o PlainContext) -> Option<FollowedUnit<'o>> {
    follow(&own.pack.courses, own.events(), unit)
}

/// Where an entry leads; nowhere where its scenario or its questions are not there.
fn open(entry: UnitEntry, unit: &CourseUnit, own: &mut PlainContext) -> Option<RoomName> {
    let seed = (own.fresh_seed)();
    let unit = followed(unit, own)?;
    let scenario = own.pack.scenario(&unit.unit.scenario).cloned();
    Some(match entry {
        UnitEntry::WorkedVisit => RoomName::BestLine(Session::new(scenario?, seed)),
        UnitEntry::Visit => RoomName::Briefing(scenario?),
        UnitEntry::Check => RoomName::Round(Box::new(check(&unit, &own.pack.bank, seed)?)),
    })
}

fn offer(unit: &FollowedUnit, own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
    dialog.say("")?;
    for (entry, number) in UnitEntry::ALL.into_iter().zip(1..) {
        let done = entry.is_done(unit).then(|| own.lines().aside(&tr!(own.words, "unit-is-done")));
        let says = entry.told(&own.words, &own.pack, unit);
        dialog.say(&format!("{number}. {says}{}", done.unwrap_or_default()))?;
    }
    dialog.say(&tr!(own.words, "plain-unit-offer"))
}

/// The lesson from its first line to its last.
fn tell(unit: &FollowedUnit, own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
    let (words, lang, lesson): (_, _, &Lesson) = (&own.words, own.lang(), &unit.unit.lesson);
    let (number, count): (usize, usize) = (unit.number + 1, unit.course.units.len());
    let place = tr!(words, "course-unit-of", number = number, count = count);
    dialog.say("")?;
    dialog.say(&format!("{}{}", unit.unit.title.in_lang(lang), own.lines().aside(&place)))?;
    dialog.say(lesson.purpose.in_lang(lang))?;
    head(&tr!(words, "lesson-steps"), own, dialog)?;
    for (step, number) in lesson.steps.iter().zip(1..) {
        let mut says = step.says.in_lang(lang).to_owned();
        if let Some(case) = &step.only_if {
            says = tr!(words, "lesson-step-if", case = case.in_lang(lang), says = says);
        }
        dialog.say(&format!("{number}. {says}"))?;
    }
    told_lines(&tr!(words, "lesson-good"), &lesson.good, own, dialog)?;
    told_lines(&tr!(words, "lesson-bad"), &lesson.bad, own, dialog)?;
    head(&tr!(words, "lesson-aloud"), own, dialog)?;
    dialog.say(lesson.aloud.says.in_lang(lang))
}

fn head(title: &str, own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
    dialog.say("")?;
    dialog.say(&format!("{title}{}", tr!(own.words, "colon").trim_end()))
}

fn told_lines(title: &str, lines: &[LessonLine], own: &PlainContext, dialog: &mut Dialog) -> Spoken<()> {
    head(title, own, dialog)?;
    for line in lines {
        dialog.say(line.says.in_lang(own.lang()))?;
        dialog.say(line.because.in_lang(own.lang()))?;
    }
    Ok(())
}
