//! The right answers of a bank can be told by their tone.

use super::Rule;
use super::question_guess::{Trick, tell_tricks};
use crate::author::check::Sample;
use crate::author::check::bank_guess::largest_of;
use crate::author::check::bank_inspection::BankInspection;
use crate::author::check::manners::{hedges, manners};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};

pub(in crate::author::check) const RULE: Rule = Rule {
    code: Code::QUESTION_TONE,
    severity: Severity::Warning,
    title: Phrase::new("the right answers of questions can be told by their tone", "题目的正确答案听口气就能猜中"),
    prose: Phrase::new(
        "If the answer with please and thank you in it is always right, a polite child passes; if the one with usually \
        and perhaps is, so does anybody who has sat exams before, because only what is true needs care. Polite words and \
        words of caution are counted in each language, over the whole bank and kind by kind. It is told where choosing \
        by them wins more than three questions in a hundred beyond chance (half the standard error of a paper), and \
        chance would do so in fewer than two of a hundred banks.\n\n\
        Give wrong answers their good manners back; take out of right ones what nobody prescribed.",
        "带请、谢谢的总是对的，有礼貌的孩子也能及格；带一般、可能的总是对的，考惯了试的人也能及格，因为只有对的话才需\
            要留余地。每种语言都数客气的词和留余地的词，看整个题库，各种题型分开。照着选，比碰运气在全库一百道题里多对三\
            道以上（一份卷子误差的一半），而且纯属偶然的话一百个题库里不到两个会这样，就会提出来。\n\n\
            让错的答案也客气些；对的答案里，没有规定的客气话就去掉。",
    ),
    trips: Sample::Told(Phrase::new(
        "twenty questions, in twelve of which the right answer alone says please",
        "二十道题里，有十二道只有对的答案说了“请”",
    )),
    passes: Sample::Told(Phrase::new(
        "the same, and in eight others a wrong answer alone does",
        "同样二十道题，另外八道只有错的答案说了“请”",
    )),
    check: None,
};

pub(in crate::author::check) fn check(inspection: &BankInspection) -> Vec<Diagnostic> {
    let help =
        Phrase::new("let wrong answers be as polite and as careful as right ones", "错的答案也要一样客气、一样留余地");
    let in_lang = |lang| {
        let tricks = [
            Trick {
                what: Phrase::new("the politest answer", "最客气的"),
                among: &|_, answers| largest_of(answers, |own| manners(own.says.in_lang(lang), lang)),
            },
            Trick {
                what: Phrase::new("the most cautious answer", "最留余地的"),
                among: &|_, answers| largest_of(answers, |own| hedges(own.says.in_lang(lang), lang)),
            },
        ];
        tell_tricks(inspection, &RULE, lang, &tricks, help)
    };
    inspection.languages.iter().copied().flat_map(in_lang).collect()
}
