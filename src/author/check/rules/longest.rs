//! The best answer is the longest, too often.

use super::Rule;
use super::guessed::tell;
use crate::author::check::guess::{DecisionPoint, guess, largest};
use crate::author::check::shown_words::words_of;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::content::scenario::{ChoiceId, TextId};

pub(super) const RULE: Rule = Rule {
    code: Code::LONGEST,
    severity: Severity::Warning,
    title: Phrase::new("the best answer can be told by its length", "最好的答案看长短就能猜中"),
    prose: Phrase::new(
        "The right answer wants to be complete, so it grows; learners notice long before authors do, and then they measure \
        instead of thinking. Looked at is every choice that stands on a best line, under whatever outcome of the dice, and \
        meets something: how often is it longer than all that stood beside it? If chance would bring that in fewer than two \
        of a hundred scenarios, it is told, for each language by itself. With four choices a scene and thirty such moments \
        that means about every second one; with five moments, all of them.\n\n\
        Cut the right answers first, they are mostly too careful. Then give some wrong ones the reason that people give \
        themselves.",
        "正确答案总想说得周全，于是越写越长；学员比作者早发现得多，从此只量长短，不再思考。凡是在最好的走法上\
            （不管随机怎么落）、又做到了什么的选项都算：它有多少次比旁边所有的都长？如果纯属偶然，一百个情景里不\
            到两个会这样，就会提出来，各种语言分开算。每个场景四个选项、一共三十步的话，大约每两次有一次就算；只\
            有五步，就要五次都是。\n\n\
            先把对的答案改短，它们多半太小心。再给几个错的加上人们替自己找的理由。",
    ),
    trips: Sample::Edits {
        edits: &[
            ("甩干水，收好伞，再按门铃", "先把伞上的水甩干净，再收好扎紧，然后轻轻按门铃"),
            ("“您好，请问您贵姓？”", "“您好，打扰了，先请问一下，您贵姓？”"),
            ("“这是我的工作证，您看看。”", "“这是我的工作证，带照片的，您慢慢看。”"),
            ("“伞是湿的，您看放哪儿好？”", "“我这把伞是湿的，您看，放在您家哪儿比较好？”"),
        ],
        at: "“我这把伞是湿的，您看，放在您家哪儿比较好？”",
    },
    passes: Sample::Edits {
        edits: &[("“这是我的工作证，您看看。”", "“这是我的工作证，带照片的，您慢慢看。”")],
        at: "",
    },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let points = inspection.points();
    let mut diagnostics = Vec::new();
    for lang in inspection.scenario.languages.iter().copied() {
        let length = |scene, id: ChoiceId| {
            let choice = &inspection.scenario.scene(scene).choices[id.index()];
            words_of(inspection, choice.text.in_lang(lang), lang).chars().count()
        };
        let longest = guess(points, |point| largest(point, |id| length(point.scene, id)));
        let margin = |point: &&&DecisionPoint| {
            let others = point.open.iter().filter(|id| **id != point.best).map(|id| length(point.scene, *id));
            length(point.scene, point.best) - others.max().unwrap_or(0)
        };
        let worst = longest.hits.iter().max_by_key(margin).map(|point| TextId::Choice(point.scene, point.best));
        diagnostics.extend(tell(
            inspection,
            &RULE,
            &longest,
            lang,
            worst,
            Phrase::new("the longest", "最长的"),
            Phrase::new("cut it, or let a wrong one say more", "把它改短，或者让错的多说几句"),
        ));
    }
    diagnostics
}
