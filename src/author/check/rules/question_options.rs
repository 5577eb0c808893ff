//! Two answers that are one, that overlap, or of which one stands out.

use super::Rule;
use super::tokens::letters;
use crate::author::check::Sample;
use crate::author::check::bank_inspection::{BankInspection, OfferedAnswer, offered};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::quantity::{Quantity, quantities};
use crate::base::text::Lang;
use crate::both;
use crate::content::bank::{Question, QuestionKind, QuestionPart};

pub(in crate::author::check) const RULE: Rule = Rule {
    code: Code::QUESTION_OPTIONS,
    severity: Severity::Warning,
    title: Phrase::new(
        "answers that are one and the same, overlap, or stand out",
        "答案彼此相同、互相重叠，或者有一个特别显眼",
    ),
    prose: Phrase::new(
        "Two answers with the same words are a coin to be tossed, which is an error. An answer that holds another one \
        whole says that too: whoever is right with the longer is right with the shorter, and so it goes for 3 to 5 \
        beside 4. And where one answer alone is quoted speech, or alone ends in a full stop, the eye goes to it; that is \
        told where it is the right one, or the mark is left over. Acts that are ranked may hold each other, since one \
        may do more than another, and lines of a dialogue follow each other.\n\n\
        Write each answer so that it excludes the others, all of one make: all speech, or all acts.",
        "两个答案一模一样，就只能抛硬币，这算错误。一个答案把另一个整个包在里面，等于也说了那一个：选长的对，选短的也\
            对；4 和 3 到 5 放在一起也是这样。还有，只有一个答案是带引号的话，或者只有一个末尾有句号，眼睛就会落\
            在它上面：它正好是对的，或者那个句号是多出来的，就会提出来。排高下的做法可以一个包着另一个，因为可以多做一步\
            ；对话里的句子本来就一句接一句。\n\n\
            每个答案都要和别的分得开，样子一致：要么都是话，要么都是做法。",
    ),
    trips: Sample::QuestionEdits {
        edits: &[("Give it another press at once", "Let go, and stand waiting.")],
        at: "\"Let go, and stand waiting.\"",
    },
    passes: Sample::QuestionEdits {
        edits: &[("Give it another press at once", "Let it ring, and stand waiting")],
        at: "",
    },
    check: None,
};

pub(in crate::author::check) fn check(inspection: &BankInspection) -> Vec<Diagnostic> {
    let of = |(number, question): (usize, &Question)| {
        let answers = match question.kind {
            QuestionKind::Mistake { .. } => Vec::new(),
            _ => offered(&question.kind),
        };
        let told = |lang: &Lang| {
            let fault = fault(&question.kind, &answers, *lang)?;
            let place = inspection.place(number, QuestionPart::Says(fault.place), *lang);
            Some(RULE.diagnostic(place, fault.message).severity(fault.severity).help(fault.help))
        };
        inspection.languages.iter().find_map(told)
    };
    inspection.questions().filter_map(of).collect()
}

struct OptionFault {
    place: usize,
    severity: Severity,
    message: Bilingual,
    help: Phrase,
}

fn fault(kind: &QuestionKind, answers: &[OfferedAnswer], lang: Lang) -> Option<OptionFault> {
    pairs(kind, answers, lang).or_else(|| odd_one(answers, lang))
}

/// Two answers that are one, or of which one says the other too.
fn pairs(kind: &QuestionKind, answers: &[OfferedAnswer], lang: Lang) -> Option<OptionFault> {
    let is_ranked = matches!(kind, QuestionKind::Judgement(_));
    for (at, own) in answers.iter().enumerate() {
        for other in answers.iter().take(at) {
            let (first, second) = (other.says.in_lang(lang), own.says.in_lang(lang));
            let (message, severity) = if letters(first) == letters(second) {
                (both!("two answers read alike: \"{second}\"", "有两个答案一样：“{second}”"), Severity::Error)
            } else if !is_ranked && (holds(first, second) || holds(second, first)) {
                (
                    both!("\"{first}\" and \"{second}\": one holds the other", "“{first}”和“{second}”：一个包着另一个"),
                    RULE.severity,
                )
            } else if let Some(true) = overlap(first, second, lang) {
                (both!("\"{first}\" and \"{second}\" overlap", "“{first}”和“{second}”有重叠"), RULE.severity)
            } else {
                continue;
            };
            let help = Phrase::new("say what makes them two", "写出它们的区别");
            return Some(OptionFault { place: own.place, severity, message, help });
        }
    }
    None
}

/// Whether the longer begins or ends with all of the shorter. Ten is no part of twenty.
fn holds(longer: &str, shorter: &str) -> bool {
    let (whole, part) = (letters(longer), letters(shorter));
    let is_number = |words: &str| words.chars().any(|c| "一二两三四五六七八九十百0123456789".contains(c));
    let says_something = part.chars().count() >= 4 && !(is_number(&part) && part.chars().count() < 8);
    says_something && whole.len() > part.len() && (whole.starts_with(&part) || whole.ends_with(&part))
}

/// Whether two answers that are numbers share more than an end; none where they are no numbers.
fn overlap(first: &str, second: &str, lang: Lang) -> Option<bool> {
    let only = |words: &str| -> Option<Quantity> {
        let mut read = quantities(lang, words);
        let one = read.pop().filter(|_| read.is_empty())?;
        let rest = words.len() - one.at.len();
        (rest == 0).then_some(one)
    };
    let (first, second) = (only(first)?, only(second)?);
    let inside = |one: &Quantity, range: &Quantity| range.from < one.from && one.from < range.to;
    let crosses =
        first.from < second.to && second.from < first.to && first.from != first.to && second.from != second.to;
    Some(first.measure == second.measure && (crosses || inside(&first, &second) || inside(&second, &first)))
}

/// An answer that alone is of another make.
fn odd_one(answers: &[OfferedAnswer], lang: Lang) -> Option<OptionFault> {
    if answers.len() < 3 {
        return None;
    }
    let alone = |has: &dyn Fn(&str) -> bool| {
        let mut having = answers.iter().filter(|own| has(own.says.in_lang(lang)));
        having.next().filter(|_| having.next().is_none())
    };
    let is_speech = |words: &str| words.starts_with('“') && words.ends_with('”');
    let odd = alone(&is_speech).or_else(|| alone(&|words| !is_speech(words))).filter(|own| own.is_key);
    if let Some(own) = odd {
        let message =
            Phrase::new("the right answer alone is speech, or alone is none", "只有对的答案是一句话，或者只有它不是")
                .into();
        let help = Phrase::new("make them all speech, or all acts", "要么都写成话，要么都写成做法");
        return Some(OptionFault { place: own.place, severity: RULE.severity, message, help });
    }
    let own = alone(&|words| words.ends_with(['。', '.']))?;
    let message = Phrase::new("this answer alone ends in a full stop", "只有这个答案末尾有句号").into();
    let help = Phrase::new("end all answers alike", "答案的末尾要一致");
    Some(OptionFault { place: own.place, severity: RULE.severity, message, help })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_hold_each_other_as_words_and_overlap_as_numbers() {
        assert!(holds("Read it back and sign", "Read it back"));
        assert!(!holds("二十秒", "十秒") && !holds("Read it back", "Sign it"));
        let over = |first: &str, second: &str| overlap(first, second, Lang::new("en").expect("a tag"));
        assert_eq!(over("3 to 5 times", "4 times"), Some(true));
        assert_eq!(over("2 to 3 times", "3 to 5 times"), Some(false));
        assert_eq!(over("10 seconds", "20 seconds"), Some(false));
        assert_eq!(over("wait 10 seconds", "20 seconds"), None);
    }
}
