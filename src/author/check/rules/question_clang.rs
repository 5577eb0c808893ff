//! The right answer sounds like the question, or copies the standard.

use super::Rule;
use super::question_guess::{Trick, tell_tricks};
use super::tokens::{longest_run, tokens};
use super::worded::{is_chinese, is_han};
use crate::author::check::Sample;
use crate::author::check::bank_guess::largest_of;
use crate::author::check::bank_inspection::{BankInspection, OfferedAnswer, offered};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::text::Lang;
use crate::both;
use crate::content::bank::{Question, QuestionKind, QuestionPart};

pub(in crate::author::check) const RULE: Rule = Rule {
    code: Code::QUESTION_CLANG,
    severity: Severity::Warning,
    title: Phrase::new(
        "the right answer can be told by words of the question or of the standard",
        "从题目或标准的字眼就能认出正确答案",
    ),
    prose: Phrase::new(
        "Two echoes. The right answer alone takes up words of the question: over the whole bank that is told where \
        choosing what echoes most wins more than three questions in a hundred beyond chance (half the standard error of \
        a paper), and chance would do so in fewer than two of a hundred banks. Or the right answer alone copies the \
        sentence that it tests, seven Chinese characters or six words in a row, and at least twice as much as any other: \
        whoever has read the standard once recognises it and need not have understood it.\n\n\
        Say what is right as somebody at work would, and let a wrong answer take up the words of the question or of the \
        standard, in the wrong place.",
        "两种回声。一种是只有对的答案重复了题目里的字眼：看整个题库，专选重复得最多的，比碰运气在全库一百道题里多对三\
            道以上（一份卷子误差的一半），而且纯属偶然的话一百个题库里不到两个会这样，就会提出来。另一种是只有对的答案照\
            抄了所考的那句标准，连着七个字或六个英文单词，至少是别的答案的两倍：标准读过一遍的人，认得出来就行，不必懂。\n\n\
            对的答案，照干活的人平时的说法写；题目和标准里的字眼，让错的答案用在不该用的地方。",
    ),
    trips: Sample::QuestionEdits {
        edits: &[("Let go, and stand waiting", "Take your finger off the bell as soon as it sounds")],
        at: "Take your finger off the bell as soon as it sounds",
    },
    passes: Sample::QuestionEdits {
        edits: &[
            ("Let go, and stand waiting", "Take your finger off the bell as soon as it sounds"),
            ("Give it another press at once", "Press again as soon as it sounds out"),
        ],
        at: "",
    },
    check: None,
};

/// How many words in a row are a copy: half of an ordinary sentence of the standard.
const COPIED: (usize, usize) = (7, 6);

pub(in crate::author::check) fn check(inspection: &BankInspection) -> Vec<Diagnostic> {
    let help = Phrase::new("say it in other words, or let a wrong answer echo too", "换个说法，或者让错的答案也重复");
    let in_lang = |lang: Lang| {
        let echo = |question: &Question, answers: &[OfferedAnswer]| {
            if matches!(question.kind, QuestionKind::Mistake { .. }) {
                return Vec::new();
            }
            let asked = pieces(question.ask.in_lang(lang), lang);
            largest_of(answers, |own| {
                pieces(own.says.in_lang(lang), lang).iter().filter(|piece| asked.contains(piece)).count()
            })
        };
        let tricks = [Trick {
            what: Phrase::new("the answer that echoes the question most", "重复题目最多的"),
            among: &echo,
        }];
        let mut found = tell_tricks(inspection, &RULE, lang, &tricks, help);
        found.extend(inspection.questions().filter_map(|own| copied(inspection, own, lang)));
        found
    };
    inspection.languages.iter().copied().flat_map(in_lang).collect()
}

/// What an ear catches: in Chinese two characters in a row, otherwise words that are long enough to mean something.
fn pieces(words: &str, lang: Lang) -> Vec<String> {
    let tokens = tokens(words, lang);
    let mut pieces: Vec<String> = if is_chinese(lang) {
        tokens.windows(2).map(<[String]>::concat).collect()
    } else {
        tokens.into_iter().filter(|word| word.chars().count() > 3).collect()
    };
    pieces.sort_unstable();
    pieces.dedup();
    pieces
}

/// A right answer that alone copies a requirement.
fn copied(inspection: &BankInspection, (number, question): (usize, &Question), lang: Lang) -> Option<Diagnostic> {
    if matches!(question.kind, QuestionKind::Mistake { .. }) {
        return None;
    }
    let tested: Vec<Vec<String>> =
        inspection.tested(question).map(|own| tokens(own.text.in_lang(lang), lang)).collect();
    let run = |own: &OfferedAnswer| {
        let said = tokens(own.says.in_lang(lang), lang);
        let longest = tested.iter().map(|text| longest_run(&said, text)).max_by_key(|run| run.1)?;
        Some(said[longest.0..longest.0 + longest.1].to_vec())
    };
    let answers = offered(&question.kind);
    let others = answers.iter().filter(|own| !own.is_key).filter_map(run).map(|own| own.len()).max().unwrap_or(0);
    let keys = answers.iter().filter(|own| own.is_key).filter_map(|own| Some((own, run(own)?)));
    let (key, own) = keys.max_by_key(|(_, own)| own.len())?;
    let least = if is_chinese(lang) { COPIED.0 } else { COPIED.1 };
    if own.len() < least || own.len() < 2 * others {
        return None;
    }
    let separator = if own.iter().any(|word| word.chars().any(is_han)) { "" } else { " " };
    let message = both!(
        "the right answer alone copies the standard: \"{words}\"",
        "只有对的答案照抄了标准：“{words}”",
        words = own.join(separator)
    );
    let place = inspection.place(number, QuestionPart::Says(key.place), lang);
    Some(RULE.diagnostic(place, message).help(Phrase::new("say it in other words", "换个说法")))
}
