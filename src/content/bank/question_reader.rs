//! One question from what was typed.

use super::question::{Act, AnswerOption, DialogueLine, MatchPair, Question, QuestionKind, Remark, Worth};
use super::slot_reader::{judge_slots, slots};
use super::spec::{ActSpec, AnswerSpec, DialogueSpec, KindSpec, PairSpec, QuestionSpec};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::Code;
use crate::base::text::Text;
use crate::both;
use crate::content::notation::{KEEP_ONE, LocalizedSpec, SourcePath, Validator, noun};
use crate::content::standard::{RequirementId, Standard};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// How many answers, steps, pairs or acts a question may have: a digit chooses each.
const PARTS: RangeInclusive<usize> = 2..=8;
/// How many lines a dialogue may have, with the answer that nothing is wrong.
const LINES: RangeInclusive<usize> = 2..=8;

/// A question being read.
pub(super) struct QuestionReader<'v, 's> {
    pub(super) validator: &'v mut Validator<'s>,
    pub(super) standard: &'v Standard,
    /// The ids of all questions, also of those with a fault.
    pub(super) questions: &'v BTreeSet<Box<str>>,
    /// The names of the slots of the question that is read.
    pub(super) slots: Vec<Box<str>>,
}

impl QuestionReader<'_, '_> {
    /// The question, or none where its kind has a part too many or too few to be put; why is told.
    pub(super) fn question(&mut self, at: &SourcePath, spec: &QuestionSpec) -> Option<Question> {
        self.validator.identifier(&at.field("id"), noun::QUESTION, &spec.id);
        let tests = self.tests(&at.field("tests"), &spec.tests);
        let enemies = self.enemies(&at.field("enemies"), spec);
        let slots = slots(self.validator, &at.field("slots"), spec);
        self.slots = slots.iter().map(|slot| slot.name.clone()).collect();
        let claim = self.validator.plain(&at.field("claim"), &spec.claim);
        let ask = self.text(&at.field("ask"), &spec.ask);
        if matches!(spec.kind, KindSpec::Number(_)) {
            self.slots.clear();
        }
        let kind = self.kind(&at.field("kind"), &spec.kind)?;
        let question = Question { id: spec.id.as_str().into(), tests, enemies, slots, claim, ask, kind };
        judge_slots(self.validator, &at.field("slots"), &question, self.standard);
        Some(question)
    }

    fn tests(&mut self, at: &SourcePath, ids: &[String]) -> Vec<RequirementId> {
        let mut tests = Vec::new();
        for (index, id) in ids.iter().enumerate() {
            let here = at.item(index);
            match self.standard.find(id) {
                Some(found) if tests.contains(&found) => {
                    let message = both!("\"{id}\" stands twice", "\"{id}\" 写了两次");
                    self.validator.error(Code::DUPLICATE, &here, message, KEEP_ONE);
                }
                Some(found) => tests.push(found),
                None => {
                    let known = self.standard.requirements.iter().map(|own| &*own.id);
                    self.validator.unknown(&here, noun::REQUIREMENT, id, known);
                }
            }
        }
        if ids.is_empty() {
            let help = Phrase::new("name at least one requirement", "至少写一条要求");
            self.validator.error(
                Code::STRUCTURE,
                at,
                Phrase::new("the question tests nothing", "这道题什么也没有考"),
                help,
            );
        }
        tests
    }

    fn enemies(&mut self, at: &SourcePath, spec: &QuestionSpec) -> Vec<Box<str>> {
        for (index, id) in spec.enemies.iter().enumerate() {
            let here = at.item(index);
            if *id == spec.id {
                let message = Phrase::new("the question is its own enemy", "这道题把自己写成了对头");
                self.validator.error(Code::STRUCTURE, &here, message, Phrase::new("name another one", "写另一道题"));
            } else if spec.enemies[..index].contains(id) {
                let message = both!("\"{id}\" stands twice", "\"{id}\" 写了两次");
                self.validator.error(Code::DUPLICATE, &here, message, KEEP_ONE);
            } else if !self.questions.contains(&**id) {
                self.validator.unknown(&here, noun::QUESTION, id, self.questions.iter().map(|own| &**own));
            }
        }
        spec.enemies.iter().map(|id| id.as_str().into()).collect()
    }

    fn kind(&mut self, at: &SourcePath, spec: &KindSpec) -> Option<QuestionKind> {
        Some(match spec {
            KindSpec::Single(answers) => QuestionKind::Single(self.one_right(&at.item(0), answers)?),
            KindSpec::Number(answers) => QuestionKind::Number(self.one_right(&at.item(0), answers)?),
            KindSpec::Several(answers) => QuestionKind::Several(self.some_right(&at.item(0), answers)?),
            KindSpec::Order { steps, why } => {
                let list = at.field("steps");
                self.count(&list, steps.len(), PARTS)?;
                QuestionKind::Order { steps: self.texts(&list, steps), why: self.text(&at.field("why"), why) }
            }
            KindSpec::Match { pairs, extra, why } => self.pairs(at, pairs, extra, why)?,
            KindSpec::TrueFalse { holds, reasons } => {
                let reasons = self.one_right(&at.field("reasons"), reasons)?;
                QuestionKind::TrueFalse { holds: *holds, reasons }
            }
            KindSpec::Judgement(acts) => QuestionKind::Judgement(self.acts(&at.item(0), acts)?),
            KindSpec::Mistake { with, lines } => {
                let with = self.text(&at.field("with"), with);
                QuestionKind::Mistake { with, lines: self.lines(&at.field("lines"), lines)? }
            }
        })
    }

    fn text(&mut self, at: &SourcePath, words: &LocalizedSpec) -> Text {
        let slots = &self.slots;
        self.validator.text(at, words, &|name| slots.iter().any(|own| **own == *name))
    }

    fn texts(&mut self, at: &SourcePath, all: &[LocalizedSpec]) -> Vec<Text> {
        all.iter().enumerate().map(|(index, words)| self.text(&at.item(index), words)).collect()
    }

    /// None, and a fault, where there are too few or too many.
    fn count(&mut self, at: &SourcePath, found: usize, most: RangeInclusive<usize>) -> Option<()> {
        if most.contains(&found) {
            return Some(());
        }
        let message = both!("{found} stand here", "这里有 {found} 个");
        let help = both!(
            "write {least} to {most} of them",
            "写 {least} 到 {most} 个",
            least = most.start(),
            most = most.end()
        );
        self.validator.error(Code::STRUCTURE, at, message, help);
        None
    }

    fn answers(&mut self, at: &SourcePath, answers: &[AnswerSpec]) -> Option<Vec<AnswerOption>> {
        self.count(at, answers.len(), PARTS)?;
        let valid = |(index, answer): (usize, &AnswerSpec)| {
            let here = at.item(index);
            let says = self.text(&here.field("says"), &answer.says);
            let why = answer.why.as_ref().map(|why| self.text(&here.field("why"), why));
            AnswerOption { says, why }
        };
        Some(answers.iter().enumerate().map(valid).collect())
    }

    fn one_right(&mut self, at: &SourcePath, answers: &[AnswerSpec]) -> Option<Vec<AnswerOption>> {
        let valid = self.answers(at, answers)?;
        let right = valid.iter().filter(|answer| answer.is_right()).count();
        if right == 1 {
            return Some(valid);
        }
        let message = both!("{right} answers are right", "有 {right} 个答案是对的");
        let help = Phrase::new(
            "exactly one is to be right: it has no `why`, and each wrong one has one",
            "只能有一个是对的：对的不写 `why`，错的每个都写",
        );
        self.validator.error(Code::STRUCTURE, at, message, help);
        None
    }

    fn some_right(&mut self, at: &SourcePath, answers: &[AnswerSpec]) -> Option<Vec<AnswerOption>> {
        let valid = self.answers(at, answers)?;
        let right = valid.iter().filter(|answer| answer.is_right()).count();
        if right >= 2 && right < valid.len() {
            return Some(valid);
        }
        let message =
            both!("{right} of {all} answers are right", "{all} 个答案里有 {right} 个是对的", all = valid.len());
        let help = Phrase::new(
            "at least two are to be right (without a `why`) and at least one wrong (with one)",
            "至少两个对的（不写 `why`），至少一个错的（要写）",
        );
        self.validator.error(Code::STRUCTURE, at, message, help);
        None
    }

    fn pairs(
        &mut self,
        at: &SourcePath,
        pairs: &[PairSpec],
        extra: &[LocalizedSpec],
        why: &LocalizedSpec,
    ) -> Option<QuestionKind> {
        let list = at.field("pairs");
        self.count(&list, pairs.len(), PARTS)?;
        self.count(&at.field("extra"), pairs.len() + extra.len(), PARTS)?;
        let pair = |(index, pair): (usize, &PairSpec)| {
            let here = list.item(index);
            let left = self.text(&here.field("left"), &pair.left);
            MatchPair { left, right: self.text(&here.field("right"), &pair.right) }
        };
        let pairs = pairs.iter().enumerate().map(pair).collect();
        let extra = self.texts(&at.field("extra"), extra);
        Some(QuestionKind::Match { pairs, extra, why: self.text(&at.field("why"), why) })
    }

    fn acts(&mut self, at: &SourcePath, acts: &[ActSpec]) -> Option<Vec<Act>> {
        let act = |(index, act): (usize, &ActSpec)| {
            let here = at.item(index);
            let says = self.text(&here.field("says"), &act.says);
            Act { says, worth: act.worth, why: self.text(&here.field("why"), &act.why) }
        };
        let valid: Vec<Act> = acts.iter().enumerate().map(act).collect();
        let mut worths: Vec<Worth> = valid.iter().map(|act| act.worth).collect();
        worths.sort_unstable();
        if worths == [Worth::Best, Worth::Good, Worth::Poor, Worth::Worst] {
            return Some(valid);
        }
        let message = Phrase::new("these are not the four worths, each once", "四种高下没有各写一个");
        let help =
            Phrase::new("write one act of each: Best, Good, Poor and Worst", "Best、Good、Poor、Worst 各写一个做法");
        self.validator.error(Code::STRUCTURE, at, message, help);
        None
    }

    fn lines(&mut self, at: &SourcePath, lines: &[DialogueSpec]) -> Option<Vec<DialogueLine>> {
        self.count(at, lines.len(), LINES)?;
        let valid: Vec<DialogueLine> =
            lines.iter().enumerate().filter_map(|(index, line)| self.line(&at.item(index), line)).collect();
        let faults = valid.iter().filter(|line| line.is_fault()).count();
        if valid.len() < lines.len() {
            return None;
        }
        if faults > 1 || valid.iter().all(|line| !line.own) {
            let message = both!("{faults} lines are a mistake", "有 {faults} 句是错的");
            let help = Phrase::new(
                "at most one `you` line has a `fault`, and at least one line is yours",
                "最多一句 `you` 写 `fault`，而且至少有一句 `you`",
            );
            self.validator.error(Code::STRUCTURE, at, message, help);
            return None;
        }
        Some(valid)
    }

    fn line(&mut self, at: &SourcePath, spec: &DialogueSpec) -> Option<DialogueLine> {
        let DialogueSpec { you, they, fine, fault } = spec;
        let (own, says) = match (you, they) {
            (Some(words), None) => (true, self.text(&at.field("you"), words)),
            (None, Some(words)) if fine.is_none() && fault.is_none() => (false, self.text(&at.field("they"), words)),
            _ => return self.odd_line(at),
        };
        let remark = match (fine, fault) {
            (None, None) => Remark::None,
            (Some(why), None) => Remark::Fine(self.text(&at.field("fine"), why)),
            (None, Some(why)) => Remark::Fault(self.text(&at.field("fault"), why)),
            (Some(_), Some(_)) => return self.odd_line(at),
        };
        Some(DialogueLine { own, says, remark })
    }

    fn odd_line(&mut self, at: &SourcePath) -> Option<DialogueLine> {
        let message = Phrase::new("it is not clear who says this line", "看不出这一句是谁说的");
        let help = Phrase::new(
            "write `they`, or `you` with at most one of `fine` and `fault`",
            "写 `they`；或者写 `you`，再加 `fine`、`fault` 里最多一个",
        );
        self.validator.error(Code::STRUCTURE, at, message, help);
        None
    }
}
