//! A way in and no way out.

use super::Rule;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::SourceRef;

pub(super) const RULE: Rule = Rule {
    code: Code::TRAP,
    severity: Severity::Error,
    title: Phrase::new("a situation from which only the clock leads out", "只有等时间到了才出得来"),
    prose: Phrase::new(
        "After this choice the play can go round and round, but no choice, in whatever order, ever reaches an ending; the \
        learner sits it out until the scenario closes. To him it is a program that does not answer any more.\n\n\
        Open a way on from one of the scenes of the circle. If running out of time is the very ending you mean, let a choice \
        go there with `goto`: then it is an ending like any other.",
        "选了这个以后，怎么选都在原地打转，按什么次序都到不了结局；学员只能耗到情景结束。在他看来，是程序不理\
            他了。\n\n\
            从打转的场景里开一条出路。如果就是要他耗完时间，让一个选项用 `goto` 去那个结局：那它就是一个普通的结\
            局。",
    ),
    trips: Sample::Edits {
        edits: &[
            (
                "could be anyone's. Your card is in your pocket.\",\n                    },\n                    goto: \"mat\",",
                "could be anyone's. Your card is in your pocket.\",\n                    },\n                    goto: \"shut_out\",",
            ),
            (
                "        \"hall\": Scene(",
                "        \"shut_out\": Scene(
            lines: [(text: { \"zh\": \"门关上了。\", \"en\": \"The door is shut.\" })],
            choices: [Choice(id: \"ring_again\", text: { \"zh\": \"再按一下门铃\", \"en\": \"Ring again\" })],
        ),
        \"hall\": Scene(",
            ),
        ],
        at: "id: \"you_rang_us\"",
    },
    passes: Sample::Edits {
        edits: &[
            (
                "could be anyone's. Your card is in your pocket.\",\n                    },\n                    goto: \"mat\",",
                "could be anyone's. Your card is in your pocket.\",\n                    },\n                    goto: \"shut_out\",",
            ),
            (
                "        \"hall\": Scene(",
                "        \"shut_out\": Scene(
            lines: [(text: { \"zh\": \"门关上了。\", \"en\": \"The door is shut.\" })],
            choices: [Choice(id: \"ring_again\", text: { \"zh\": \"再按一下门铃\", \"en\": \"Ring again\" }, goto: \"card\")],
        ),
        \"hall\": Scene(",
            ),
        ],
        at: "",
    },
    check: Some(check),
};

/// How many ways into traps are looked at.
const LOOKED_AT: usize = 1_000;

/// Each choice that leads into a trap, once.
fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    if inspection.explored.is_err() {
        return Vec::new();
    }
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    let mut told: Vec<SourceRef> = Vec::new();
    for here in inspection.traps().into_iter().take(LOOKED_AT) {
        let last = inspection.path(here).last().copied();
        let source_ref = last.map_or(SourceRef::Whole, |last| SourceRef::Choice(last.scene, last.choice));
        if !told.contains(&source_ref) {
            told.push(source_ref);
            let message = match last {
                Some(last) => {
                    let id = &inspection.choice(last).id;
                    both!(
                        "after \"{id}\" no ending can be reached but by the clock",
                        "选了 \"{id}\" 之后，只有时间到了才会结束"
                    )
                }
                None => Phrase::new(
                    "no play of this scenario reaches an ending before it closes",
                    "怎么走都要等到情景结束的时刻，走不到任何结局",
                )
                .into(),
            };
            let help = Phrase::new(
                "open a way on, or let a choice go to the ending that is meant",
                "开一条出路，或者让一个选项去你要的结局",
            );
            let diagnostic = RULE.diagnostic(inspection.scenario.place(source_ref), message).help(help);
            diagnostics.push(diagnostic.witness(inspection.witness_into(here)));
        }
    }
    diagnostics
}
