//! The best answer carries a mark, too often.

use super::Rule;
use super::guessed::{POINTS, named};
use crate::author::check::guess::{Divided, divide};
use crate::author::check::surface::{Feature, FeatureBits, features};
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::text::Lang;
use crate::both;
use crate::content::scenario::{SourceRef, TextId};

pub(super) const RULE: Rule = Rule {
    code: Code::SURFACE,
    severity: Severity::Warning,
    title: Phrase::new("the best answer can be told by a mark on its surface", "最好的答案看表面就能猜中"),
    prose: Phrase::new(
        "Of the first scenarios' choices, those that gave a reason (免得, 反正, in case, anyway) were wrong 36 times and right \
        never: whoever struck them out needed no standard. Looked at is every choice that stands on a best line and meets \
        something, and whether it is the shortest, ends in an exclamation mark, a question mark or “…”, is said or done, says \
        why, or has a slot in it: having it, and having it not. It is told when chance would make that mark part the \
        right from the wrong so often in fewer than five of a thousand scenarios, for each language by itself.\n\n\
        The choices that give most away are named. Let right answers have reasons too, and wrong ones none; let something done \
        be right among things said. Length, politeness and place have codes of their own.",
        "最早写的那些情景里，讲了理由的选项（免得、反正、in case、anyway）错了 36 次，一次也没对过：谁把它们划\
            掉，就用不着标准了。凡是在最好的走法上、又做到了什么的选项都算，看它是不是最短的，结尾是不是感叹号、\
            问号或“……”，是说还是做，有没有讲理由，有没有填空；有和没有两头都看。如果纯属偶然，一千个情景里不\
            到五个会这样把对错分开，就会提出来，各种语言分开算。\n\n\
            最露底的几个选项已经列出来。让对的答案也有理由，错的也可以没有；让几个说的选项里，对的是做的那个。长\
            短、客气和位置另有代码。",
    ),
    trips: Sample::Edits {
        edits: &[
            ("甩干水，收好伞，再按门铃", "收伞按铃"),
            ("“您好，请问您贵姓？”", "“贵姓？”"),
            ("“您好，我是{company}社区经理{player}。”", "“{company}社区经理{player}。”"),
            ("指指胸前的工号牌，笑着点点头", "指指胸前的工号牌，笑着朝他点点头，再往门里看一眼"),
            ("“这是我的工作证，您看看。”", "“工作证。”"),
            ("“伞是湿的，您看放哪儿好？”", "“伞放哪儿？”"),
        ],
        at: "收伞按铃",
    },
    passes: Sample::Edits { edits: &[("“伞是湿的，您看放哪儿好？”", "“伞放哪儿？”")], at: "" },
    check: Some(check),
};

/// Many marks are looked at, each in two ways, so each must be less likely than for one way of guessing.
const UNLIKELY: f64 = 0.005;

/// What other rules look at.
const ELSEWHERE: [Feature; 2] = [Feature::Longest, Feature::Politest];

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let points = inspection.points();
    let mut diagnostics = Vec::new();
    for lang in inspection.scenario.languages.iter().copied() {
        let seen: Vec<FeatureBits> =
            points.iter().map(|point| features(inspection, lang, point.scene, &point.open)).collect();
        for (number, feature) in Feature::ALL.into_iter().enumerate().filter(|(_, f)| !ELSEWHERE.contains(f)) {
            for has in [true, false] {
                let among = |point: usize| if has { seen[point][number] } else { !seen[point][number] };
                diagnostics.extend(tell(inspection, lang, feature.told(has), &divide(points, among)));
            }
        }
    }
    diagnostics
}

fn tell(inspection: &Inspection, lang: Lang, what: Phrase, divided: &Divided) -> Option<Diagnostic> {
    let first = divided.hits.first().filter(|_| divided.tried >= POINTS && divided.by_chance < UNLIKELY)?;
    let place = SourceRef::Text(TextId::Choice(first.scene, first.best), Some(lang));
    let message = both!(
        "in \"{lang}\" the best answer is {what} {hits} times out of {tried}",
        "在 \"{lang}\" 里，{tried} 次中有 {hits} 次最好的答案是{what}",
        hits = divided.hits.len(),
        tried = divided.tried;
        what = what
    );
    let help = both!(
        "let some right answers be otherwise: {named}",
        "让其中几个对的答案换个样子：{named}",
        named = named(inspection, &divided.hits)
    );
    Some(RULE.diagnostic(inspection.scenario.place(place), message).help(help))
}
