//! A choice that lasts longer than anybody would stand for.

use super::Rule;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::{ChoiceId, ChoiceKind, Clock, SceneId, SourceRef, Takes};

pub(super) const RULE: Rule = Rule {
    code: Code::DURATION,
    severity: Severity::Warning,
    title: Phrase::new(
        "a choice that takes absurdly long, or waits for an hour outside the visit",
        "一个选项花的时间离谱，或者等到了上门之外的时刻",
    ),
    prose: Phrase::new(
        "One choice takes more than three hours, one sentence more than ten minutes, or a wait lasts until an hour before the \
        beginning of the visit or after its end. It is nearly always a slip (`90m` for `90s`, `19:58` for `09:58`), and the clock is \
        part of what the learner is judged by: the play is over before she knows what happened.\n\n\
        Correct the time. A long story is told in an ending, not waited for.",
        "一个选项超过三小时，一句话超过十分钟，或者等到了上门开始之前、结束之后。十有八九是笔误（`90s` 写成 `90m`，\
            `09:58` 写成 `19:58`），而时钟也是评判的一部分：学员还没明白怎么回事，演练就结束了。\n\n\
            改正时间。说来话长的事，写在结局里，不要靠等。",
    ),
    trips: Sample::Edits { edits: &[("takes: \"5s\"", "takes: \"5h\"")], at: "id: \"read_the_note\"" },
    passes: Sample::Edits { edits: &[("takes: \"5s\"", "takes: \"5m\"")], at: "" },
    check: Some(check),
};

/// The longest that a choice, and that something said, may take, in seconds.
const LONGEST: u32 = 3 * 3600;
const LONGEST_SAID: u32 = 600;

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let scenario = inspection.scenario;
    let mut diagnostics = Vec::new();
    for (scene, own) in SceneId::enumerate(&scenario.scenes) {
        for (number, choice) in ChoiceId::enumerate(&own.choices) {
            if let Some(what) = absurd(choice.kind, choice.takes, &scenario.clock) {
                let place = scenario.place(SourceRef::Choice(scene, number));
                let message = both!("\"{id}\" {what}", "\"{id}\" {what}", id = choice.id; what = what);
                let help = Phrase::new("correct `takes` or `until`", "改正 `takes` 或 `until`");
                diagnostics.push(RULE.diagnostic(place, message).help(help));
            }
        }
    }
    diagnostics
}

fn absurd(kind: ChoiceKind, takes: Takes, clock: &Clock) -> Option<Bilingual> {
    match takes {
        Takes::Seconds(seconds) if seconds > LONGEST => {
            Some(both!("takes {hours} hours", "要花 {hours} 小时", hours = seconds / 3600))
        }
        Takes::Seconds(seconds) if kind == ChoiceKind::Say && seconds > LONGEST_SAID => Some(both!(
            "is something said, and takes {minutes} minutes",
            "只是说一句话，却要花 {minutes} 分钟",
            minutes = seconds / 60
        )),
        Takes::Until(time) if time <= clock.start => {
            Some(Phrase::new("waits for an hour that is past when play begins", "等的时刻在开始之前就过了").into())
        }
        Takes::Until(time) if time > clock.closes_at => {
            Some(Phrase::new("waits past the hour at which the scenario closes", "等的时刻在情景结束之后").into())
        }
        Takes::Seconds(_) | Takes::Until(_) => None,
    }
}
