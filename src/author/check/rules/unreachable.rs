//! What is written and never met.

use super::Rule;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::{ChoiceId, EndingId, SceneId, SourceFile, SourceRef};

pub(super) const RULE: Rule = Rule {
    code: Code::UNREACHABLE,
    severity: Severity::Warning,
    title: Phrase::new("a scene, choice or ending that no play reaches", "有场景、选项或者结局，怎么走都到不了"),
    prose: Phrase::new(
        "However foolish the player and however the dice fall, nobody ever sees this. Either it is a leftover, or a \
        condition somewhere is never true and part of your story is cut off; the second is why it is worth a look. The ending \
        named by `timeout` counts as reached when some play is still under way at `closes_at`.\n\n\
        Take the condition that should lead here and ask when it could hold. If it never should, remove the part. Scenes of \
        fragments are not counted, since several scenarios share them.",
        "不管怎么乱选、随机怎么落，谁也看不到它。要么是写剩下的，要么是哪里的条件永远不成立，你的故事被切掉了\
            一块；后一种才是值得看一眼的原因。`timeout` 指的结局，只要有一种走法到 `closes_at` 还没走完，就算到得\
            了。\n\n\
            找到本该通到这里的条件，想想它什么时候能成立。要是永远不该成立，就删掉这一块。片段里的场景不算，因为\
            几个情景共用它们。",
    ),
    trips: Sample::Edits {
        edits: &[
            ("goto: \"wet_page\"", "goto: \"dry_books\""),
            ("goto: \"wet_page\"", "goto: \"dry_books\""),
            ("goto: \"wet_page\"", "goto: \"dry_books\""),
        ],
        at: "\"wet_page\": Ending(",
    },
    passes: Sample::Edits { edits: &[("goto: \"wet_page\"", "goto: \"dry_books\"")], at: "" },
    check: Some(check),
};

/// What no play reaches. Not the scenes of fragments, which serve several scenarios.
fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    if inspection.explored.is_err() {
        return Vec::new();
    }
    let (scenario, observed) = (inspection.scenario, &inspection.observed);
    let tell = |source_ref, message| {
        RULE.diagnostic(scenario.place(source_ref), message)
            .help(Phrase::new("remove it, or open a way to it", "删掉它，或者给它开一条路"))
    };
    let mut diagnostics = Vec::new();
    let own = SceneId::enumerate(&scenario.scenes).filter(|(_, scene)| scene.origin.file == SourceFile::Own);
    for (id, scene) in own {
        if !observed.scenes[id.index()] {
            let message =
                both!("no play reaches the scene \"{name}\"", "怎么走都到不了场景 \"{name}\"", name = scene.name);
            diagnostics.push(tell(SourceRef::Scene(id), message));
            continue;
        }
        let choices = ChoiceId::enumerate(&scene.choices).zip(&observed.choices[id.index()]);
        for ((number, choice), _) in choices.filter(|(_, taken)| !**taken) {
            let message = both!("the choice \"{id}\" is never open", "选项 \"{id}\" 从来不能选", id = choice.id);
            diagnostics.push(tell(SourceRef::Choice(id, number), message));
        }
    }
    let endings = EndingId::enumerate(&scenario.endings).zip(&observed.endings);
    for ((id, ending), _) in endings.filter(|(_, reached)| !**reached) {
        if id != scenario.clock.timeout {
            let message =
                both!("no play reaches the ending \"{name}\"", "怎么走都到不了结局 \"{name}\"", name = ending.name);
            diagnostics.push(tell(SourceRef::Ending(id), message));
        } else if !can_time_out(inspection) {
            let message = both!(
                "no play lasts until the scenario closes, so \"{name}\" is never reached",
                "怎么走都用不完时间，所以到不了 \"{name}\"",
                name = ending.name
            );
            let help = Phrase::new("close earlier, or let something last that long", "早点结束，或者让什么事花那么久");
            diagnostics.push(tell(SourceRef::Ending(id), message).help(help));
        }
    }
    diagnostics
}

/// Whether a play can still be under way when the scenario closes. Exploring does not meet that moment where nothing reads
/// the clock.
fn can_time_out(inspection: &Inspection) -> bool {
    let unasked = vec![false; inspection.scenario.lines.len()];
    inspection.observed.move_graph.can_go_round()
        || inspection.clock_ranges(unasked).is_none_or(|ranges| ranges.can_time_out)
}
