//! One question answers another.

use super::Rule;
use super::tokens::{longest_run, tokens};
use super::worded::is_chinese;
use crate::author::check::Sample;
use crate::author::check::bank_inspection::{BankInspection, offered};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::quantity::{Measure, Quantity, quantities};
use crate::base::text::Lang;
use crate::both;
use crate::content::bank::{Question, QuestionKind, QuestionPart};

pub(in crate::author::check) const RULE: Rule = Rule {
    code: Code::QUESTION_ANSWERED,
    severity: Severity::Warning,
    title: Phrase::new("one question answers another", "一道题说出了另一道题的答案"),
    prose: Phrase::new(
        "What is asked here names the number that another question of the same section asks for, or has a right answer of \
        another question in it, word for word. On one paper whoever turns back and forth needs to know only how to read. \
        Questions that test a requirement in common never stand on one paper, and are not told.\n\n\
        Say it without the number, or in other words; or name the other question in `enemies`.",
        "这里的题目说到一个数，同一节另一道题问的正是它；或者一字不差地写着另一道题的正确答案。放在一份卷子里，前后翻\
            一翻就行，用不着懂。考同一条要求的题目不会同时出现在一份卷子里，不算。\n\n\
            题目里别写那个数，或者换个说法；要不就把那道题写进 `enemies`。",
    ),
    trips: Sample::QuestionEdits {
        edits: &[
            ("你按下去，听见屋里响了。", "等了三十秒，你又按下去，听见屋里响了。"),
            ("You press, and hear it ring inside.", "After thirty seconds you press again, and hear it ring inside."),
        ],
        at: "等了三十秒，你又按下去",
    },
    passes: Sample::QuestionEdits {
        edits: &[
            ("你按下去，听见屋里响了。", "等了一会儿，你又按下去，听见屋里响了。"),
            ("You press, and hear it ring inside.", "After a while you press again, and hear it ring inside."),
        ],
        at: "",
    },
    check: None,
};

/// How many words of an answer make it known again: half of an ordinary sentence.
const KNOWN: (usize, usize) = (8, 7);

pub(in crate::author::check) fn check(inspection: &BankInspection) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let asks: Vec<Vec<(Lang, Vec<String>)>> = inspection
        .questions()
        .map(|(_, own)| own.ask.iter().map(|(lang, words)| (lang, tokens(words, lang))).collect())
        .collect();
    for (asked, other) in inspection.questions() {
        let keys = Keys::of(other);
        for (number, own) in inspection.questions() {
            if number == asked || own.is_enemy_of(other) {
                continue;
            }
            let given = || {
                keys.named_in(own).filter(|_| is_near(inspection, own, other)).or_else(|| keys.said_in(&asks[number]))
            };
            let Some(lang) = given() else { continue };
            let message =
                both!("what is asked here answers \"{id}\"", "这里的题目说出了 \"{id}\" 的答案", id = other.id);
            let help =
                Phrase::new("say it otherwise, or name the other in `enemies`", "换个说法，或者把那道题写进 `enemies`");
            let place = inspection.place(number, QuestionPart::Ask, lang);
            found.push(RULE.diagnostic(place, message).help(help).also(inspection.bank.place(
                asked,
                QuestionPart::Id,
                None,
            )));
        }
    }
    found
}

/// Whether both are of one section, where a number means the same.
fn is_near(inspection: &BankInspection, own: &Question, other: &Question) -> bool {
    let section = |own: &Question| own.tests.first().map(|id| inspection.standard.requirement(*id).section);
    section(own) == section(other)
}

/// What is right in a question, as it may be found in another.
struct Keys<'q> {
    question: &'q Question,
    /// By language: each right answer that is long enough.
    words: Vec<(Lang, Vec<String>)>,
}

impl<'q> Keys<'q> {
    fn of(question: &'q Question) -> Keys<'q> {
        let right = match question.kind {
            QuestionKind::Mistake { .. } => Vec::new(),
            _ => offered(&question.kind).into_iter().filter(|own| own.is_key).collect(),
        };
        let words = right.iter().flat_map(|own| own.says.iter()).map(|(lang, words)| (lang, tokens(words, lang)));
        let least = |lang: Lang| if is_chinese(lang) { KNOWN.0 } else { KNOWN.1 };
        Keys { question, words: words.filter(|(lang, words)| words.len() >= least(*lang)).collect() }
    }

    /// The language in which what is asked names the number that is right.
    fn named_in(&self, other: &Question) -> Option<Lang> {
        let QuestionKind::Number(answers) = &self.question.kind else { return None };
        let key = answers.iter().find(|own| own.is_right())?;
        let names = |(lang, words): (Lang, &str)| {
            let wanted = quantities(lang, words).into_iter().find(|own| own.measure != Measure::Number)?;
            let ask = other.ask.in_lang(lang);
            let same = |own: &Quantity| {
                (own.measure, own.from, own.to) == (wanted.measure, wanted.from, wanted.to) && !own.soft
            };
            // Three knocks are not three visits.
            let says_the_same = wanted.measure != Measure::Times || ask.contains(words);
            (says_the_same && quantities(lang, ask).iter().any(same)).then_some(lang)
        };
        key.says.iter().find_map(names)
    }

    /// The language in which what is asked holds a right answer whole.
    fn said_in(&self, asks: &[(Lang, Vec<String>)]) -> Option<Lang> {
        let holds = |(lang, words): &(Lang, Vec<String>)| {
            let ask = asks.iter().find(|(own, _)| own == lang)?;
            (longest_run(words, &ask.1).1 == words.len()).then_some(*lang)
        };
        self.words.iter().find_map(holds)
    }
}
