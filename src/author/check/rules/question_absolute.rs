//! Absolute words give away which answers of a bank are wrong, or right.

use super::Rule;
use super::question_guess::{Trick, tell_tricks};
use crate::author::check::Sample;
use crate::author::check::bank_inspection::{BankInspection, OfferedAnswer};
use crate::author::check::manners::absolutes;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::text::Lang;

pub(in crate::author::check) const RULE: Rule = Rule {
    code: Code::QUESTION_ABSOLUTE,
    severity: Severity::Warning,
    title: Phrase::new("absolute words stand on one side only", "说得太死的词只出现在一边"),
    prose: Phrase::new(
        "Always, never and without exception are soon written into what is to be wrong, since hardly anything always \
        holds; and a standard full of prohibitions puts them into what is right. Whoever has noticed either needs to \
        know nothing. Over the whole bank, kind by kind and language by language, it is told where keeping to the \
        answers with such words, or to those without, wins more than three questions in a hundred beyond chance (half \
        the standard error of a paper), and chance would do so in fewer than two of a hundred banks.\n\n\
        Take such words out where they are not needed, and put one into an answer of the other side.",
        "总是、从不、一律这样的词，写错的答案时顺手就用上了，因为世上很少有总是如此的事；标准里禁令多，它们又会跑到对\
            的答案里。看出门道的人，什么都不用懂。这里看整个题库，各种题型、各种语言分开：只选有这种词的，或者只选没有的\
            ，比碰运气在全库一百道题里多对三道以上（一份卷子误差的一半），而且纯属偶然的话一百个题库里不到两个会这样，就\
            会提出来。\n\n\
            用不着的地方去掉，再给另一边的答案也写上一个。",
    ),
    trips: Sample::Told(Phrase::new(
        "twenty questions whose wrong answers all say never, and no right one",
        "二十道题里，错的都写着“从不”，对的都没写",
    )),
    passes: Sample::Told(Phrase::new(
        "the same, and half of the right ones say so too",
        "同样二十道题，对的也有一半写着“从不”",
    )),
    check: None,
};

pub(in crate::author::check) fn check(inspection: &BankInspection) -> Vec<Diagnostic> {
    let help = Phrase::new("take them out, or use them on both sides", "去掉，或者两边都用");
    let having = |answers: &[OfferedAnswer], lang: Lang, wanted: bool| -> Vec<usize> {
        let has = |at: &usize| (absolutes(answers[*at].says.in_lang(lang), lang) > 0) == wanted;
        (0..answers.len()).filter(has).collect()
    };
    let in_lang = |lang| {
        let tricks = [
            Trick {
                what: Phrase::new("an answer with an absolute word", "说得死的"),
                among: &|_, answers| having(answers, lang, true),
            },
            Trick {
                what: Phrase::new("an answer without an absolute word", "说得不死的"),
                among: &|_, answers| having(answers, lang, false),
            },
        ];
        tell_tricks(inspection, &RULE, lang, &tricks, help)
    };
    inspection.languages.iter().copied().flat_map(in_lang).collect()
}
