//! One course from what was typed.

use super::marked::marked;
use super::spec::{CourseSpec, LessonLineSpec, LessonSpec, LessonStepSpec, SpokenSentenceSpec, StudyUnitSpec};
use super::whole::{Course, Lesson, LessonLine, LessonStep, SpokenSentence, StudyUnit};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::Text;
use crate::both;
use crate::content::bank::Bank;
use crate::content::notation::{KEEP_ONE, LocalizedSpec, RENAME_ONE, SourcePath, Validator, noun};
use crate::content::standard::{RequirementId, Standard};
use std::ops::RangeInclusive;

/// How many units a course may have: a digit chooses each of the first nine.
const UNITS: RangeInclusive<usize> = 1..=40;
/// How many steps a lesson may have: it is one page.
const STEPS: RangeInclusive<usize> = 1..=12;
/// How many good and how many bad lines.
const LINES: RangeInclusive<usize> = 1..=3;
/// How many questions are answered at the end of a unit.
const QUESTIONS: RangeInclusive<usize> = 1..=9;

/// What a course can name.
#[derive(Clone, Copy, Debug)]
pub struct CourseContext<'c> {
    /// What is taught.
    pub standard: &'c Standard,
    /// What can be asked.
    pub bank: &'c Bank,
    /// Whether that is all that was typed; else a question that is not there may be one with a fault, which is told already.
    pub bank_is_whole: bool,
    /// The ids of the scenarios, also of those with a fault.
    pub scenarios: &'c [&'c str],
}

/// A course being read.
pub(super) struct CourseReader<'v, 's, 'c> {
    pub(super) validator: &'v mut Validator<'s>,
    pub(super) context: &'c CourseContext<'c>,
}

impl CourseReader<'_, '_, '_> {
    /// The course. It can be used only where nothing was told of it.
    pub(super) fn course(&mut self, spec: &CourseSpec) -> Option<Course> {
        let file = &SourcePath::FILE;
        self.validator.identifier(&file.field("id"), noun::COURSE, &spec.id);
        let title = self.text(&file.field("title"), &spec.title);
        let about = self.text(&file.field("about"), &spec.about);
        let list = file.field("units");
        self.count(&list, spec.units.len(), &UNITS);
        for (index, unit) in spec.units.iter().enumerate() {
            let first = spec.units.iter().position(|own| own.id == unit.id).unwrap_or(index);
            if first < index {
                self.named_twice(&list.item(index).field("id"), &list.item(first).field("id"), &unit.id);
            }
        }
        let units: Vec<Option<StudyUnit>> =
            spec.units.iter().enumerate().map(|(index, unit)| self.unit(&list.item(index), unit)).collect();
        Some(Course { id: spec.id.as_str().into(), title, about, units: units.into_iter().collect::<Option<_>>()? })
    }

    fn unit(&mut self, at: &SourcePath, spec: &StudyUnitSpec) -> Option<StudyUnit> {
        self.validator.identifier(&at.field("id"), noun::UNIT, &spec.id);
        let title = self.text(&at.field("title"), &spec.title);
        let lesson = self.lesson(&at.field("lesson"), &spec.lesson);
        let known = &self.context.scenarios;
        if !known.contains(&spec.scenario.as_str()) {
            self.validator.unknown(&at.field("scenario"), noun::SCENARIO, &spec.scenario, known.iter().copied());
        }
        let check = self.check(&at.field("check"), &spec.check);
        Some(StudyUnit {
            id: spec.id.as_str().into(),
            title,
            lesson: lesson?,
            scenario: spec.scenario.as_str().into(),
            check,
        })
    }

    fn lesson(&mut self, at: &SourcePath, spec: &LessonSpec) -> Option<Lesson> {
        let purpose = self.text(&at.field("purpose"), &spec.purpose);
        let list = at.field("steps");
        self.count(&list, spec.steps.len(), &STEPS);
        let steps = spec.steps.iter().enumerate().map(|(index, step)| self.step(&list.item(index), step)).collect();
        let good = self.lines(&at.field("good"), &spec.good);
        let bad = self.lines(&at.field("bad"), &spec.bad);
        let aloud = self.aloud(&at.field("aloud"), &spec.aloud)?;
        Some(Lesson { purpose, steps, good, bad, aloud })
    }

    fn step(&mut self, at: &SourcePath, spec: &LessonStepSpec) -> LessonStep {
        let says = self.text(&at.field("says"), &spec.says);
        let list = at.field("tests");
        if spec.tests.is_empty() {
            let help = Phrase::new("name at least one requirement", "至少写一条要求");
            let message = Phrase::new("the step teaches nothing", "这一步什么也没有教");
            self.validator.error(Code::STRUCTURE, &list, message, help);
        }
        let mut tests = Vec::new();
        for (index, id) in spec.tests.iter().enumerate() {
            let Some(found) = self.requirement(&list.item(index), id) else { continue };
            if tests.contains(&found) {
                self.twice(&list.item(index), id);
            } else {
                tests.push(found);
            }
        }
        let only_if = spec.only_if.as_ref().map(|case| self.text(&at.field("if"), case));
        LessonStep { says, tests, only_if }
    }

    fn lines(&mut self, at: &SourcePath, lines: &[LessonLineSpec]) -> Vec<LessonLine> {
        self.count(at, lines.len(), &LINES);
        let valid = |(index, line): (usize, &LessonLineSpec)| {
            let here = at.item(index);
            let says = self.text(&here.field("says"), &line.says);
            LessonLine { says, because: self.text(&here.field("because"), &line.because) }
        };
        lines.iter().enumerate().map(valid).collect()
    }

    fn aloud(&mut self, at: &SourcePath, spec: &SpokenSentenceSpec) -> Option<SpokenSentence> {
        let tests = self.requirement(&at.field("tests"), &spec.tests);
        let here = at.field("says");
        let says = self.text(&here, &spec.says);
        for (index, (lang, words)) in spec.says.0.iter().enumerate() {
            let is_marked = marked(words).is_some_and(|parts| parts.iter().any(|part| part.is_marked));
            if !is_marked {
                let message = Phrase::new("no words are marked as required", "没有标出哪些字是必须说的");
                let help = Phrase::new(
                    "put what must be said in [ ] or 【 】, each bracket with its partner and none inside another",
                    "把必须说的放进【】或 [ ] 里，括号要成对，也不能套着写",
                );
                self.validator.error(Code::STRUCTURE, &here.entry(index, lang), message, help);
            }
        }
        Some(SpokenSentence { tests: tests?, says })
    }

    fn check(&mut self, at: &SourcePath, ids: &[String]) -> Vec<Box<str>> {
        self.count(at, ids.len(), &QUESTIONS);
        let bank = self.context.bank;
        for (index, id) in ids.iter().enumerate() {
            let here = at.item(index);
            if ids[..index].contains(id) {
                self.twice(&here, id);
            } else if bank.find(id).is_none() && self.context.bank_is_whole {
                self.validator.unknown(&here, noun::QUESTION, id, bank.questions.iter().map(|own| &*own.id));
            }
        }
        ids.iter().map(|id| id.as_str().into()).collect()
    }

    fn requirement(&mut self, at: &SourcePath, id: &str) -> Option<RequirementId> {
        let standard = self.context.standard;
        let found = standard.find(id);
        if found.is_none() {
            let known = standard.requirements.iter().map(|own| &*own.id);
            self.validator.unknown(at, noun::REQUIREMENT, id, known);
        }
        found
    }

    fn text(&mut self, at: &SourcePath, words: &LocalizedSpec) -> Text {
        self.validator.plain(at, words)
    }

    fn twice(&mut self, at: &SourcePath, id: &str) {
        let message = both!("\"{id}\" stands twice", "\"{id}\" 写了两次");
        self.validator.error(Code::DUPLICATE, at, message, KEEP_ONE);
    }

    fn named_twice(&mut self, at: &SourcePath, first: &SourcePath, id: &str) {
        self.validator.record(|source| {
            let message = both!("two units are named \"{id}\"", "有两个单元都叫 \"{id}\"");
            let told = Diagnostic::error(Code::DUPLICATE, source.place(at), message);
            told.help(RENAME_ONE).also(source.place(first))
        });
    }

    fn count(&mut self, at: &SourcePath, found: usize, most: &RangeInclusive<usize>) {
        if most.contains(&found) {
            return;
        }
        let message = both!("{found} stand here", "这里有 {found} 个");
        let help = both!(
            "write {least} to {most} of them",
            "写 {least} 到 {most} 个",
            least = most.start(),
            most = most.end()
        );
        self.validator.error(Code::STRUCTURE, at, message, help);
    }
}
