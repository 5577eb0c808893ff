//! The right answers of a bank stand too often in one place, or numbers do not rise.

use super::Rule;
use super::question_guess::{Trick, tell_tricks};
use crate::author::check::Sample;
use crate::author::check::bank_inspection::{BankInspection, OfferedAnswer};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::quantity::{Quantity, quantities};
use crate::base::text::Lang;
use crate::content::bank::{Question, QuestionKind, QuestionPart};

pub(in crate::author::check) const RULE: Rule = Rule {
    code: Code::QUESTION_PLACE,
    severity: Severity::Warning,
    title: Phrase::new("answers stand where they give themselves away", "答案的位置泄了底"),
    prose: Phrase::new(
        "Most answers are shown in an order that is drawn. Numbers and the lines of a dialogue stand as they are written, \
        so their places must give nothing away: the second line is not the mistake more often than others, the right \
        number not always the last but one. It is told where going by the place wins more than three questions in a \
        hundred beyond chance (half the standard error of a paper), and chance would do so in fewer than two of a \
        hundred banks. Numbers that do not rise are told of each question: whoever reads a list that jumps thinks about \
        the list.\n\n\
        Put an innocent line before the mistake, or begin later; add a number below or above the right one. Sort \
        numbers.",
        "多数答案的次序是随机的。数字和对话照着写的次序显示，所以位置不能泄底：第二句不能比别的更常出错，对的数字不能\
            总在倒数第二。只看位置来选，比碰运气在全库一百道题里多对三道以上（一份卷子误差的一半），而且纯属偶然的话一百\
            个题库里不到两个会这样，就会提出来。数字不从小到大的，一道一道地提：表里的数跳来跳去，人就只顾着看表了。\n\n\
            在出错的那句前面加一句没毛病的，或者开头删掉一句；在对的数字下面或上面添一个。数字排好次序。",
    ),
    trips: Sample::QuestionEdits {
        edits: &[("\"zh\": \"十秒\", \"en\": \"10 seconds\"", "\"zh\": \"四十秒\", \"en\": \"40 seconds\"")],
        at: "\"zh\": \"三十秒\", \"en\": \"30",
    },
    passes: Sample::QuestionEdits {
        edits: &[("\"zh\": \"十秒\", \"en\": \"10 seconds\"", "\"zh\": \"二十秒\", \"en\": \"20 seconds\"")],
        at: "",
    },
    check: None,
};

/// How many places are looked at, from the front and from the end.
const PLACES: usize = 4;

pub(in crate::author::check) fn check(inspection: &BankInspection) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = inspection.questions().filter_map(|own| falling(inspection, own)).collect();
    let Some(lang) = inspection.languages.first().copied() else { return found };
    let is_fixed = |own: &Question| matches!(own.kind, QuestionKind::Number(_) | QuestionKind::Mistake { .. });
    let help = Phrase::new("move some of them", "挪动其中一些");
    for place in 0..PLACES {
        let from_front = |own: &Question, answers: &[OfferedAnswer]| -> Vec<usize> {
            (0..answers.len()).filter(|at| is_fixed(own) && *at == place).collect()
        };
        let from_end = |own: &Question, answers: &[OfferedAnswer]| -> Vec<usize> {
            (0..answers.len()).filter(|at| is_fixed(own) && at + place + 1 == answers.len()).collect()
        };
        let tricks = [Trick { what: FRONT[place], among: &from_front }, Trick { what: END[place], among: &from_end }];
        found.extend(tell_tricks(inspection, &RULE, lang, &tricks, help));
    }
    found
}

const FRONT: [Phrase; PLACES] = [
    Phrase::new("the first", "第一个"),
    Phrase::new("the second", "第二个"),
    Phrase::new("the third", "第三个"),
    Phrase::new("the fourth", "第四个"),
];

const END: [Phrase; PLACES] = [
    Phrase::new("the last", "最后一个"),
    Phrase::new("the last but one", "倒数第二个"),
    Phrase::new("the last but two", "倒数第三个"),
    Phrase::new("the last but three", "倒数第四个"),
];

/// The first number that is not higher than the one before.
fn falling(inspection: &BankInspection, (number, question): (usize, &Question)) -> Option<Diagnostic> {
    let QuestionKind::Number(answers) = &question.kind else { return None };
    let lang = *inspection.languages.first()?;
    let read = |words: &str, lang: Lang| -> Option<Quantity> { quantities(lang, words).into_iter().next() };
    let sizes: Vec<Quantity> = answers.iter().map(|own| read(own.says.in_lang(lang), lang)).collect::<Option<_>>()?;
    let falls = |pair: &[Quantity]| pair[0].measure == pair[1].measure && pair[1].from <= pair[0].from;
    let at = sizes.windows(2).position(falls)? + 1;
    let place = inspection.place(number, QuestionPart::Says(at), lang);
    let message = Phrase::new("this number is not higher than the one before", "这个数不比前一个大");
    Some(RULE.diagnostic(place, message).help(Phrase::new("let numbers rise", "数字从小到大排")))
}
