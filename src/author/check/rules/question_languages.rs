//! A question that is not the same one in its languages.

use super::Rule;
use crate::author::check::Sample;
use crate::author::check::bank_inspection::{BankInspection, offered};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::quantity::{contradiction, quantities};
use crate::base::text::{Lang, Text};
use crate::both;
use crate::content::bank::{Question, QuestionPart};

pub(in crate::author::check) const RULE: Rule = Rule {
    code: Code::QUESTION_LANGUAGES,
    severity: Severity::Warning,
    title: Phrase::new("a question tells its languages different things", "一道题在各种语言里说的不一样"),
    prose: Phrase::new(
        "Two candidates sit the same paper in two languages, and one of them reads another number, or half as much again \
        to go by. Told is a number or a time on which the languages of a text disagree; and a question, or its first \
        part, whose length beside the other language is under 0.7 or over 1.4 of what is usual in the whole bank. Short \
        ones are not measured, nor a bank of fewer than twenty.\n\n\
        Correct the number that is out of date; write what only one language says into the other, or take it out.",
        "两位考生用两种语言做同一份卷子，其中一位读到的数不同，或者能参考的话多出一半。各种语言对数字或时间说法不一，\
            会提出来；整道题或者题干，和另一种语言相比，长度不到全库通常比例的 0.7，或者超过 1.4，也会提出来。太\
            短的不量，不到二十道题的题库也不量。\n\n\
            哪个数过时了就改哪个；只有一种语言说到的，另一种也写上，或者删掉。",
    ),
    trips: Sample::QuestionEdits {
        edits: &[("Hold it two seconds more", "Hold it five seconds more")],
        at: "Hold it five seconds more",
    },
    passes: Sample::QuestionEdits { edits: &[("Hold it two seconds more", "Hold it 2 s more")], at: "" },
    check: None,
};

/// The least and the most of the usual ratio, in hundredths: beyond them a text says something that the other does not.
const USUAL: (usize, usize) = (70, 140);

/// How many characters of the base language make a length: one word more or less is then within the bounds.
const MEASURED: usize = 15;

/// How many questions it takes to know what is usual.
const BANK: usize = 20;

pub(in crate::author::check) fn check(inspection: &BankInspection) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = inspection.questions().flat_map(|own| disagreeing(inspection, own)).collect();
    let Some((base, others)) = inspection.languages.split_first() else { return found };
    if inspection.bank.questions.len() < BANK {
        return found;
    }
    for lang in others {
        found.extend(uneven(inspection, *base, *lang, asked));
        found.extend(uneven(inspection, *base, *lang, shown));
    }
    found.dedup();
    found
}

fn asked(question: &Question) -> Vec<&Text> {
    vec![&question.ask]
}

fn shown(question: &Question) -> Vec<&Text> {
    asked(question).into_iter().chain(offered(&question.kind).into_iter().map(|answer| answer.says)).collect()
}

/// Numbers and times on which the languages of a text disagree.
fn disagreeing(inspection: &BankInspection, (number, question): (usize, &Question)) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (part, text) in question.texts() {
        let mut languages = text.iter().map(|(lang, words)| (lang, words, quantities(lang, words)));
        let Some((base, base_words, base_read)) = languages.next() else { continue };
        for (lang, words, read) in languages {
            let Some((own, other)) = contradiction(&read, &base_read) else { continue };
            let (said, meant) = (&words[own.at.clone()], &base_words[other.at.clone()]);
            let message = both!(
                "the languages disagree on {what}: \"{said}\" here, \"{meant}\" in \"{base}\"",
                "各种语言的{what}不一致：这里是“{said}”，\"{base}\" 里是“{meant}”";
                what = own.measure.told()
            );
            let place = inspection.bank.place_in(number, part, lang, own.at.clone());
            let help = Phrase::new("correct whichever is out of date", "哪个过时了就改哪个");
            found.push(RULE.diagnostic(place, message).help(help));
        }
    }
    found
}

/// The questions of which some texts are too long or too short beside the base language.
fn uneven(inspection: &BankInspection, base: Lang, lang: Lang, texts: fn(&Question) -> Vec<&Text>) -> Vec<Diagnostic> {
    let length = |question: &Question, lang: Lang| -> usize {
        texts(question).iter().map(|text| text.in_lang(lang).chars().count()).sum()
    };
    let ratio = |question: &Question| {
        let of = length(question, base);
        (of >= MEASURED).then(|| 100 * length(question, lang) / of)
    };
    let mut all: Vec<usize> = inspection.questions().filter_map(|(_, own)| ratio(own)).collect();
    all.sort_unstable();
    let Some(usual) = all.get(all.len() / 2).copied().filter(|usual| *usual > 0) else { return Vec::new() };
    let told = |(number, own): (usize, &Question)| {
        let share = 100 * ratio(own)? / usual;
        let message = match share {
            _ if share < USUAL.0 => both!(
                "in \"{lang}\" the question has {share} of 100 characters that are usual beside \"{base}\"",
                "\"{lang}\" 的题目比 \"{base}\" 短得多：只有通常长度的百分之 {share}"
            ),
            _ if share > USUAL.1 => both!(
                "in \"{lang}\" the question has {share} characters where 100 are usual beside \"{base}\"",
                "\"{lang}\" 的题目比 \"{base}\" 长得多：是通常长度的百分之 {share}"
            ),
            _ => return None,
        };
        let help = Phrase::new("say the same in both languages", "两种语言说的要一样多");
        Some(RULE.diagnostic(inspection.place(number, QuestionPart::Ask, lang), message).help(help))
    };
    inspection.questions().filter_map(told).collect()
}
