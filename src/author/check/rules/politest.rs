//! The best answer is the politest, too often.

use super::Rule;
use super::guessed::tell;
use crate::author::check::guess::{guess, largest};
use crate::author::check::manners::manners;
use crate::author::check::shown_words::words_of;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::content::scenario::{ChoiceId, TextId};

pub(super) const RULE: Rule = Rule {
    code: Code::POLITEST,
    severity: Severity::Warning,
    title: Phrase::new("the best answer can be told by its tone", "最好的答案听语气就能猜中"),
    prose: Phrase::new(
        "If the one with please, thank you and sorry in it is always right, nobody needs the standard: a polite child would \
        pass. Yet the wrong turns of real life are polite too, and at times the kind answer is the wrong one. Polite words \
        are counted in each language, wherever one answer has more of them than all beside it; it is told when chance \
        would make it the best so often in fewer than two of a hundred scenarios.\n\n\
        Take out politeness that is not prescribed, or give a wrong answer its good manners back.",
        "带请、谢谢、对不起的总是对的，那就用不着标准了：一个有礼貌的孩子也能及格。可是现实里走错的路也很客气\
            ，有时候和气的答案恰恰是错的。每种语言都数客气的词，看一个答案是不是比旁边所有的都多；如果纯属偶然，\
            一百个情景里不到两个会这样，就会提出来。\n\n\
            去掉没有规定的客气话，或者让错的答案也客气些。",
    ),
    trips: Sample::Edits {
        edits: &[
            ("“高老师，您好！让您久等了。”", "“高老师！是我。”"),
            ("“您好，请问您贵姓？”", "“您好，打扰了，请问您贵姓？”"),
            ("“您好，我是来给您修电话线的。”", "“修电话线的。”"),
            ("“这是我的工作证，您看看。”", "“这是我的工作证，麻烦您看看，谢谢您。”"),
            ("“伞是湿的，您看放哪儿好？”", "“不好意思，伞是湿的，请问放哪儿好？”"),
        ],
        at: "“您好，打扰了，请问您贵姓？”",
    },
    passes: Sample::Edits {
        edits: &[("“这是我的工作证，您看看。”", "“这是我的工作证，麻烦您看看，谢谢您。”")],
        at: "",
    },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let points = inspection.points();
    let mut diagnostics = Vec::new();
    for lang in inspection.scenario.languages.iter().copied() {
        let count = |scene, id: ChoiceId| {
            let choice = &inspection.scenario.scene(scene).choices[id.index()];
            manners(&words_of(inspection, choice.text.in_lang(lang), lang), lang)
        };
        let politest = guess(points, |point| largest(point, |id| count(point.scene, id)));
        // The first of those that have most, so that the diagnostic does not wander.
        let most = politest.hits.iter().rev().max_by_key(|point| count(point.scene, point.best));
        let worst = most.map(|point| TextId::Choice(point.scene, point.best));
        let help = Phrase::new(
            "take out what is not prescribed, or give a wrong one its manners back",
            "去掉没有规定的客气话，或者让错的也客气些",
        );
        diagnostics.extend(tell(
            inspection,
            &RULE,
            &politest,
            lang,
            worst,
            Phrase::new("the politest", "最客气的"),
            help,
        ));
    }
    diagnostics
}
