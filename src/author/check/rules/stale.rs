//! A number was changed in one language and forgotten in the other.

use super::Rule;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::quantity::{contradiction, quantities};
use crate::both;

pub(super) const RULE: Rule = Rule {
    code: Code::STALE,
    severity: Severity::Warning,
    title: Phrase::new(
        "the languages of a text disagree on a number or a time",
        "一段文字在各种语言里，数字或时间不一致",
    ),
    prose: Phrase::new(
        "Both languages name a time, a duration, a distance, how often, a date or a figure, and they are not the same: \
        mostly one was changed and the other forgotten. Two learners then play two visits, and one of them waits too \
        long.\n\n\
        `三十秒`, `半分钟`, `30 s` and `half a minute` are one and the same here; what is vague (`几分钟`, `a few minutes`) \
        agrees with everything, and a number that only one language names is left alone. Correct whichever is out of date.",
        "两种语言都提到了时刻、时长、距离、次数、日期或数目，却不一样：多半是改了一种，忘了另一种。于是两位学\
            员演的是两次不同的上门，其中一位会等得太久。\n\n\
            `三十秒`、`半分钟`、`30 s`、`half a minute` 是一回事；含糊的（`几分钟`、`a few minutes`）和什么都不矛\
            盾，只有一种语言提到的数不管。哪个过时了就改哪个。",
    ),
    trips: Sample::Edits { edits: &[("For ten o'clock.", "For eleven o'clock.")], at: "For eleven o'clock." },
    passes: Sample::Edits { edits: &[("For ten o'clock.", "For 10:00.")], at: "" },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let scenario = inspection.scenario;
    let mut diagnostics = Vec::new();
    for (writing, text) in scenario.texts() {
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
            let help = Phrase::new("correct whichever is out of date", "哪个过时了就改哪个");
            let place = scenario.place_in(writing, lang, own.at.clone());
            diagnostics.push(RULE.diagnostic(place, message).help(help));
        }
    }
    diagnostics
}
