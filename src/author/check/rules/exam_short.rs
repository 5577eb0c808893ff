//! An exam that no paper can be drawn for. Found where papers are drawn.

use super::Rule;
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::EXAM_SHORT,
    severity: Severity::Warning,
    title: Phrase::new("an exam that no paper can be drawn for", "这场考试出不了卷"),
    prose: Phrase::new(
        "The blueprint asks for more than the bank keeps for papers: questions of a block that can stand beside each other, \
        orders, numbers, judgements, one about each critical requirement, enough for a further form. A question counts in \
        every language or in none, so what is short is short in all of them. Whoever wants to sit the exam is turned away.\n\n\
        Write questions, or ask for fewer. About half of the bank is kept for papers, by a hash of each id, and what a course \
        asks is never among it: to gain one for papers, write two.",
        "考试要的题，比题库里留给试卷的多：一块里能放在一起的题、排顺序的、问数字的、判断和找错的、每条红线要求各一道、\
            加试还要用的。一道题要么各种语言都有，要么不算，所以缺就是每种语言都缺。想考的人会被挡在门外。\n\n\
            多写几道题，或者少要几道。题库大约一半留给试卷，按编号的散列来分，课程里问到的从不在内：想让试卷多一道，\
            就写两道。",
    ),
    trips: Sample::Told(Phrase::new(
        "a block that wants ten questions of a section for which the bank keeps four",
        "一块要某一节的十道题，题库里留给试卷的只有四道",
    )),
    passes: Sample::Told(Phrase::new("the same block with four", "同一块只要四道")),
    check: None,
};
