//! A rule of thumb that finds the best answer without reading.

use super::Rule;
use crate::author::check::cheap_rule::{CheapRule, DEALS, MarkTest, fit};
use crate::author::check::guess::DecisionPoint;
use crate::author::check::surface::{FeatureBits, features};
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::text::Lang;
use crate::both;
use crate::content::scenario::SourceRef;

pub(super) const RULE: Rule = Rule {
    code: Code::CHEAP_RULE,
    severity: Severity::Warning,
    title: Phrase::new("a rule of thumb finds the best answers", "靠一条小窍门就能找出最好的答案"),
    prose: Phrase::new(
        "Marks that give little away by themselves can give much away together: take what is said, leave what gives a reason, \
        and of those the shorter. All marks that can be seen without understanding are looked at (length, manners, marks at the \
        end, said or done, reasons, slots), and the list of at most three questions is sought that finds most best \
        answers of this scenario. Fitting always finds something, so the right answers are dealt out anew three hundred times: it \
        is told when the list does better than in all but three of these deals, and finds half as many again as chance.\n\n\
        Write some right answers against the list that is told, and some wrong ones along with it. What is told does not \
        change from run to run.",
        "单看一样看不出什么，几样合起来就露了底：挑说的，不要讲理由的，剩下里面选短的。凡是不用理解就看得见的\
            都算：长短、客气不客气、结尾的标点、是说是做、有没有理由、有没有填空。程序找出最多三个问题的一串，看\
            哪一串在这个情景里猜中最多。硬凑总能凑出点什么，所以又把正确答案随机重排三百次：只有这一串比其中除三\
            次以外的都准，并且比瞎猜准一半以上，才会提出来。\n\n\
            照着列出的窍门，让几个对的答案不合它，让几个错的合上它。每次检查的结果都一样。",
    ),
    trips: Sample::Edits {
        edits: &[
            ("甩干水，收好伞，再按门铃", "收好伞！"),
            ("“您好，请问您贵姓？”", "“您贵姓！”"),
            ("“您好，我是{company}社区经理{player}。”", "“我是{company}社区经理{player}！”"),
            ("“这是我的工作证，您看看。”", "“工作证！”"),
            ("“伞是湿的，您看放哪儿好？”", "“伞放哪儿！”"),
        ],
        at: "id: \"wet_umbrella\"",
    },
    passes: Sample::Edits { edits: &[("“伞是湿的，您看放哪儿好？”", "“伞放哪儿！”")], at: "" },
    check: Some(check),
};

/// The fewest moments that can tell anything.
const POINTS: usize = 5;

/// In so many deals at most may chance do as well.
const AS_GOOD: usize = 3;

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let points = inspection.points();
    if points.len() < POINTS {
        return Vec::new();
    }
    let languages = inspection.scenario.languages.iter().copied();
    languages.filter_map(|lang| found(inspection, points, lang)).collect()
}

fn found(inspection: &Inspection, points: &[DecisionPoint], lang: Lang) -> Option<Diagnostic> {
    let marks: Vec<FeatureBits> =
        points.iter().map(|point| features(inspection, lang, point.scene, &point.open)).collect();
    let rule = fit(points, &marks);
    let tells = rule.as_good <= AS_GOOD && rule.found > rule.by_chance * 1.5;
    tells.then(|| diagnostic(inspection, lang, &rule, points.len()))
}

fn diagnostic(inspection: &Inspection, lang: Lang, rule: &CheapRule, points: usize) -> Diagnostic {
    let told = |question: &MarkTest| question.feature.told(question.has).into();
    let list: Vec<Bilingual> = rule.questions.iter().map(told).collect();
    let list = Bilingual::join(&list, Phrase::new(", of those ", "，其中"));
    let CheapRule { found, by_chance, as_good, .. } = rule;
    let message = both!(
        "in \"{lang}\" a rule of thumb finds {found:.1} of {points} best answers, chance {by_chance:.1}: {list}",
        "在 \"{lang}\" 里，靠一条小窍门能找出 {points} 个最好答案里的 {found:.1} 个，瞎猜是 {by_chance:.1} 个：{list}";
        list = list
    );
    let help = both!(
        "write some right answers against it and some wrong ones along with it; {as_good} of {DEALS} random deals did as well",
        "让几个对的答案不合这条窍门，让几个错的合上它；随机重排 {DEALS} 次，有 {as_good} 次一样准"
    );
    RULE.diagnostic(inspection.scenario.place(SourceRef::Whole), message).help(help)
}
