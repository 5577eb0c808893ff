//! A screen with nothing on it but choices, or a last screen with nothing at all.

use super::Rule;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::{EndingId, SceneId, SourceRef};

pub(super) const RULE: Rule = Rule {
    code: Code::SILENT,
    severity: Severity::Warning,
    title: Phrase::new("a scene or ending in which nothing is said or shown", "场景或者结局里什么都没说、什么都没写"),
    prose: Phrase::new(
        "The learner comes here and reads nothing but choices, or, at the end, nothing but a title. Something has changed \
        since the last screen, else it would be the same scene; and an ending without an image is a bare \"you failed\".\n\n\
        One or two lines are enough: what is seen, what is heard, who stands there. If the reply of the choice before has told \
        it all, let the choice stay in its scene (leave `goto` out) and use `again`.",
        "学员来到这里，除了选项什么也读不到；结局里除了标题什么也没有。和上一屏比总有什么变了，否则就该是同一\
            个场景；没有画面的结局，就只剩一句“你失败了”。\n\n\
            一两句就够：看到什么，听到什么，谁站在那里。如果前一个选项的 `reply` 已经说完了，就让那个选项留在原来\
            的场景（不写 `goto`），用 `again`。",
    ),
    trips: Sample::Edits {
        edits: &[(
            "            lines: [
                (by: \"customer\", text: { \"zh\": \"哦，电信的。\", \"en\": \"Ah. The telephone people.\" }),
                (text: { \"zh\": \"他没让开，也没伸手要什么。\", \"en\": \"He doesn't stand aside. He doesn't ask for anything either.\" }),
            ],\n",
            "",
        )],
        at: "\"card\": Scene(",
    },
    passes: Sample::Edits {
        edits: &[(
            "                (by: \"customer\", text: { \"zh\": \"哦，电信的。\", \"en\": \"Ah. The telephone people.\" }),\n",
            "",
        )],
        at: "",
    },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let scenario = inspection.scenario;
    let tell = |source_ref, message| {
        RULE.diagnostic(scenario.place(source_ref), message)
            .help(Phrase::new("say what is seen or heard there", "写写那里看到什么、听到什么"))
    };
    let scenes = SceneId::enumerate(&scenario.scenes).filter(|(_, scene)| scene.lines.is_empty());
    let endings = EndingId::enumerate(&scenario.endings).filter(|(_, ending)| ending.lines.is_empty());
    scenes
        .map(|(id, scene)| {
            tell(SourceRef::Scene(id), {
                both!(
                    "nothing is said or shown in \"{name}\"",
                    "\"{name}\" 里什么都没说、什么都没写",
                    name = scene.name
                )
            })
        })
        .chain(endings.map(|(id, ending)| {
            tell(
                SourceRef::Ending(id),
                both!(
                    "nothing is said or shown in the ending \"{name}\"",
                    "结局 \"{name}\" 里什么都没说、什么都没写",
                    name = ending.name
                ),
            )
        }))
        .collect()
}
