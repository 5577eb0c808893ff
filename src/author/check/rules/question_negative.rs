//! A question that asks for what is not so, without saying it loudly, or denies twice.

use super::Rule;
use super::worded::{is_chinese, is_english, is_whole_word};
use crate::author::check::Sample;
use crate::author::check::bank_inspection::{BankInspection, offered};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::text::Lang;
use crate::content::bank::{Question, QuestionKind, QuestionPart};
use std::ops::Range;

pub(in crate::author::check) const RULE: Rule = Rule {
    code: Code::QUESTION_NEGATIVE,
    severity: Severity::Warning,
    title: Phrase::new("a question that asks for what is not so, or denies twice", "题目反着问，或者一句话否定两次"),
    prose: Phrase::new(
        "Which of these would not do? Whoever reads quickly answers which would, and loses a point that says nothing \
        about the work. With a not in the answer as well, or two in one statement, even a careful reader has to turn it \
        over in the mind; what is then tested is logic.\n\n\
        Ask for what is done. Where it must be asked the other way, mark the word: NOT in English, “不” in Chinese. Of a \
        statement keep one of its denials.",
        "下面哪一项不行？看得快的人，会答成哪一项行，丢的这一分和干活毫无关系。答案里要是还有个“不”，或者一句话里否\
            定了两次，看得再仔细也得在脑子里转个弯，考的就成了绕口令。\n\n\
            问该做的。非要反着问，就把那个字标出来：中文写“不”，英文写 NOT。判断的话，否定只留一个。",
    ),
    trips: Sample::QuestionEdits {
        edits: &[("接下来怎么做？", "下面哪一种不行？"), ("What do you do now?", "Which of these will not do?")],
        at: "\"你按下去，听见屋里响了。下面哪一种不行？\"",
    },
    passes: Sample::QuestionEdits {
        edits: &[("接下来怎么做？", "下面哪一种“不”行？"), ("What do you do now?", "Which of these will NOT do?")],
        at: "",
    },
    check: None,
};

pub(in crate::author::check) fn check(inspection: &BankInspection) -> Vec<Diagnostic> {
    let of = |(number, question): (usize, &Question)| {
        let fault = |lang: &Lang| {
            let (part, at, (message, help)) = fault(inspection, question, *lang)?;
            let place = inspection.bank.place_in(number, part, *lang, at);
            Some(RULE.diagnostic(place, message).help(help))
        };
        inspection.languages.iter().find_map(fault)
    };
    inspection.questions().filter_map(of).collect()
}

type Fault = (QuestionPart, Range<usize>, (Bilingual, Phrase));

fn fault(inspection: &BankInspection, question: &Question, lang: Lang) -> Option<Fault> {
    let words = question.ask.in_lang(lang);
    if matches!(question.kind, QuestionKind::TrueFalse { .. }) {
        // What denies twice in one language only is idiom.
        let everywhere = inspection.languages.iter().all(|own| twice(question.ask.in_lang(*own), *own).is_some());
        let at = twice(words, lang).filter(|_| everywhere)?;
        let message = Phrase::new("the statement denies twice in one clause", "这句话在一个分句里否定了两次");
        return Some((QuestionPart::Ask, at, (message.into(), Phrase::new("keep one of them", "只留一个"))));
    }
    if matches!(question.kind, QuestionKind::Mistake { .. }) {
        return None;
    }
    let (at, is_marked) = asked_negatively(words, lang)?;
    let denies = |says: &str| denials(says, lang).next().is_some();
    if let Some(answer) = offered(&question.kind).into_iter().find(|own| denies(own.says.in_lang(lang))) {
        let says = answer.says.in_lang(lang);
        let message = Phrase::new("question and answer both deny", "题目和答案都是否定的").into();
        let help =
            Phrase::new("ask for what is done, or say the answer without a denial", "正着问，或者答案里别用否定");
        return Some((QuestionPart::Says(answer.place), 0..says.len(), (message, help)));
    }
    let message = Phrase::new("the question asks for what is not so, and does not mark it", "题目反着问，却没有标出来");
    let help = Phrase::new("ask for what is done, or write NOT", "正着问，或者写成“不”");
    (!is_marked).then(|| (QuestionPart::Ask, at, (message.into(), help)))
}

/// The word by which the last sentence asks for what is not so, and whether it is marked.
fn asked_negatively(words: &str, lang: Lang) -> Option<(Range<usize>, bool)> {
    let start = sentence(words);
    let last = &words[start..];
    if is_chinese(lang) {
        let which =
            ["哪一项", "哪项", "哪一个", "哪个", "哪一种", "哪种", "哪些", "哪几项", "哪几个", "哪一句", "哪几句"];
        let from = which.iter().filter_map(|which| last.find(which).map(|at| at + which.len())).min()?;
        let tail = &last[from..];
        let (at, word) = ["“不”", "不该", "不能", "不行", "不对", "不合", "不妥", "不属", "不应", "不可", "错"]
            .iter()
            .filter_map(|word| tail.find(word).map(|at| (at, *word)))
            .min()?;
        let at = start + from + at;
        return Some((at..at + word.len(), word == "“不”"));
    }
    if !is_english(lang) {
        return None;
    }
    let lower = words.to_ascii_lowercase();
    let from = start + ["which", "what of these"].iter().filter_map(|which| lower[start..].find(which)).min()?;
    let found = ["not", "except", "wrong", "never", "n't", "n’t"].iter().filter_map(|word| {
        let at = from + lower[from..].find(word)?;
        let at = at..at + word.len();
        (word.starts_with("n'") || word.starts_with("n’") || is_whole_word(words, &at)).then_some(at)
    });
    let at = found.min_by_key(|at| at.start)?;
    let is_marked = words[at.clone()].chars().all(|c| !c.is_ascii_lowercase());
    Some((at, is_marked))
}

/// Where the last sentence begins.
fn sentence(words: &str) -> usize {
    let closing = |c: char| matches!(c, '。' | '？' | '！' | '?' | '!' | '.' | '”' | '"');
    let body = words.trim_end_matches(closing);
    body.rfind(['。', '？', '！', '?', '!', '.'])
        .map_or(0, |at| at + body[at..].chars().next().map_or(1, char::len_utf8))
}

/// Two denials in one clause.
fn twice(words: &str, lang: Lang) -> Option<Range<usize>> {
    let ends = |at: &Range<usize>, other: &Range<usize>| {
        let between = &words[at.end..other.start];
        between.contains(['，', '。', '？', '！', '：', '；', '“', '”', ',', '.', '?', '!', ':', ';', '、'])
    };
    let found: Vec<Range<usize>> = denials(words, lang).collect();
    let pair = found.windows(2).find(|pair| !ends(&pair[0], &pair[1]))?;
    Some(pair[0].start..pair[1].end)
}

/// The words that deny, in their order.
fn denials(words: &str, lang: Lang) -> impl Iterator<Item = Range<usize>> {
    let denying: &[&str] = match lang.tag().get(..2) {
        Some("zh") => &["不", "没", "别", "未", "勿", "非"],
        Some("en") => &["not", "never", "no", "without", "n't", "n’t", "nobody", "nothing"],
        _ => &[],
    };
    // In these nothing is denied.
    let whole = [
        "不过",
        "不但",
        "不错",
        "不同",
        "不好意思",
        "对不起",
        "是不是",
        "能不能",
        "要不",
        "差不多",
        "分别",
        "特别",
        "别人",
        "别的",
        "非常",
        "是非",
        "不得不",
        "不久",
        "不如",
    ];
    let lower = words.to_ascii_lowercase();
    let idle: Vec<Range<usize>> =
        whole.iter().flat_map(|part| lower.match_indices(part).map(|(at, found)| at..at + found.len())).collect();
    let mut found: Vec<Range<usize>> = denying
        .iter()
        .flat_map(|word| lower.match_indices(word).map(|(at, found)| at..at + found.len()))
        .filter(|at| !idle.iter().any(|idle| idle.start <= at.start && at.end <= idle.end))
        .filter(|at| {
            is_chinese(lang)
                || lower[at.clone()].starts_with("n'")
                || lower[at.clone()].starts_with("n’")
                || is_whole_word(words, at)
        })
        .collect();
    found.sort_by_key(|at| at.start);
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_asks_the_other_way_round_is_seen_and_what_quotes_is_not() {
        let lang = |tag| Lang::new(tag).expect("a tag");
        let asks = |tag: &'static str, words: &str| asked_negatively(words, lang(tag)).map(|found| found.1);
        assert_eq!(asks("zh", "门开了。哪些做法不合适？"), Some(false));
        assert_eq!(asks("zh", "哪一种“不”行？"), Some(true));
        assert_eq!(asks("zh", "他说：“不用。”哪一句合适？"), None);
        assert_eq!(asks("en", "He's in. Which of these are wrong?"), Some(false));
        assert_eq!(asks("en", "Which would NOT do?"), Some(true));
        assert_eq!(asks("en", "“Not now.” Which answer fits?"), None);
    }

    #[test]
    fn two_denials_count_within_one_clause() {
        let lang = |tag| Lang::new(tag).expect("a tag");
        assert!(twice("这话不能不说。", lang("zh")).is_some());
        assert!(twice("不早，不晚。", lang("zh")).is_none());
        assert!(twice("You never do it without asking.", lang("en")).is_some());
        assert!(twice("It isn't late, and nobody waits.", lang("en")).is_none());
    }
}
