//! The right answers of a bank can be told by their length.

use super::Rule;
use super::question_guess::{Trick, tell_tricks};
use crate::author::check::Sample;
use crate::author::check::bank_guess::largest_of;
use crate::author::check::bank_inspection::{BankInspection, OfferedAnswer};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};

pub(in crate::author::check) const RULE: Rule = Rule {
    code: Code::QUESTION_LENGTH,
    severity: Severity::Warning,
    title: Phrase::new("the right answers of questions can be told by their length", "题目的正确答案看长短就能猜中"),
    prose: Phrase::new(
        "What is right wants to be complete, and what is wrong is soon said; or the mistake in a dialogue is the line \
        that explains itself. Somebody who knows nothing then measures instead of thinking. Over the whole bank, kind by \
        kind and language by language, this asks how often the longest answer, or the shortest, is the one that is \
        looked for. It is told where that wins more than three questions in a hundred beyond chance (half the standard \
        error of a paper), and chance would do so in fewer than two of a hundred banks.\n\n\
        No single question is wrong. Cut the right answers of those that are named, or give a wrong one the reason that \
        somebody would have for it, until the advantage is gone.",
        "对的总想说全，错的几个字就完了；或者对话里出错的那句，偏偏爱多解释两句。什么都不懂的人，量量长短就能答对。这\
            里看整个题库，各种题型、各种语言分开：最长的（或者最短的）答案有多少次正是要找的那个。比碰运气在全库一百道题\
            里多对三道以上（一份卷子误差的一半），而且纯属偶然的话一百个题库里不到两个会这样，就会提出来。\n\n\
            不是哪一道题写错了。把点到的那些题里对的答案改短，或者给错的加上一句别人真会有的理由，改到看不出来为止。",
    ),
    trips: Sample::Told(Phrase::new(
        "twenty questions, in sixteen of which the right answer is the longest of four",
        "二十道题各有四个答案，其中十六道对的最长",
    )),
    passes: Sample::Told(Phrase::new("the same with seven of them", "同样二十道题，对的最长的只有七道")),
    check: None,
};

pub(in crate::author::check) fn check(inspection: &BankInspection) -> Vec<Diagnostic> {
    let help = Phrase::new("cut what is right, or let what is wrong say more", "把对的改短，或者让错的多说几句");
    let in_lang = |lang| {
        let length = move |own: &OfferedAnswer| own.says.in_lang(lang).chars().count();
        let tricks = [
            Trick {
                what: Phrase::new("the longest answer", "最长的"),
                among: &|_, answers| largest_of(answers, length),
            },
            Trick {
                what: Phrase::new("the shortest answer", "最短的"),
                among: &|_, answers| largest_of(answers, |own| usize::MAX - length(own)),
            },
        ];
        tell_tricks(inspection, &RULE, lang, &tricks, help)
    };
    inspection.languages.iter().copied().flat_map(in_lang).collect()
}
