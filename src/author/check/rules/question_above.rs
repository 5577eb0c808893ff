//! An answer that speaks of the other answers.

use super::Rule;
use crate::author::check::Sample;
use crate::author::check::bank_inspection::{BankInspection, OfferedAnswer, offered};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::text::Lang;
use crate::both;
use crate::content::bank::{Question, QuestionKind, QuestionPart};

pub(in crate::author::check) const RULE: Rule = Rule {
    code: Code::QUESTION_ABOVE,
    severity: Severity::Error,
    title: Phrase::new("an answer speaks of the other answers", "答案说的是别的答案"),
    prose: Phrase::new(
        "All of the above, none of these, both: the order in which answers are shown is drawn, so nothing is above. And \
        where two are seen to be right, all must be; nothing needs to be known of the third.\n\n\
        Ask with `Several` what holds, or write an answer of its own.",
        "以上都对、都不对、两者都是：答案的次序是随机的，没有什么“以上”。再说，看出有两个对，就知道是全对，第三个懂\
            不懂都一样。\n\n\
            用 `Several` 问哪些成立，或者另写一个答案。",
    ),
    trips: Sample::QuestionEdits {
        edits: &[("马上再按一下", "以上都不对"), ("Give it another press at once", "None of the above")],
        at: "\"以上都不对\"",
    },
    passes: Sample::QuestionEdits {
        edits: &[("马上再按一下", "都按一下"), ("Give it another press at once", "Press all of the buttons")],
        at: "",
    },
    check: None,
};

pub(in crate::author::check) fn check(inspection: &BankInspection) -> Vec<Diagnostic> {
    let of = |(number, question): (usize, &Question)| {
        // A line of a dialogue is about what was said.
        let answers = match question.kind {
            QuestionKind::Mistake { .. } => Vec::new(),
            _ => offered(&question.kind),
        };
        let fault = |own: OfferedAnswer| {
            let lang = *inspection.languages.iter().find(|lang| is_about_others(own.says.in_lang(**lang), **lang))?;
            let words = own.says.in_lang(lang);
            let message = both!("\"{words}\" speaks of the other answers", "“{words}”说的是别的答案");
            let place = inspection.place(number, QuestionPart::Says(own.place), lang);
            let help =
                Phrase::new("write an answer of its own, or ask with `Several`", "另写一个答案，或者改成 `Several`");
            Some(RULE.diagnostic(place, message).help(help))
        };
        answers.into_iter().filter_map(fault).collect::<Vec<_>>()
    };
    inspection.questions().flat_map(of).collect()
}

/// Whether the whole answer, or how it begins, points at the others.
fn is_about_others(words: &str, lang: Lang) -> bool {
    let bare = words.trim().trim_end_matches(['。', '.', '！', '!']).to_lowercase();
    match lang.tag().get(..2) {
        Some("zh") => {
            let begins = ["以上", "上述", "上面几", "上面三", "上面两", "前面几", "前面三", "前两项", "前三项"];
            let whole = [
                "都对",
                "都不对",
                "全对",
                "全不对",
                "全部正确",
                "都是",
                "都不是",
                "两者都是",
                "两者都不是",
                "都可以",
                "都不行",
            ];
            begins.iter().any(|part| bare.starts_with(part)) || whole.contains(&&*bare)
        }
        Some("en") => {
            let others = ["the above", "the others", "these answers", "those above"];
            let begins = ["all of ", "none of ", "any of ", "both of ", "neither of ", "one of "];
            let points = begins.iter().any(|part| {
                bare.strip_prefix(part).is_some_and(|rest| others.iter().any(|other| rest.starts_with(other)))
            });
            let whole =
                ["all of these", "none of these", "all of them", "none of them", "both", "both of these", "neither"];
            points || whole.contains(&&*bare)
        }
        _ => false,
    }
}
