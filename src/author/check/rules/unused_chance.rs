//! Dice that fall for nothing.

use super::Rule;
use crate::author::check::reads::ScenarioReads;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::{ChanceId, SourceRef};

pub(super) const RULE: Rule = Rule {
    code: Code::UNUSED_CHANCE,
    severity: Severity::Warning,
    title: Phrase::new("a chance that is never revealed, or never read", "随机从来没揭晓，或者揭晓了没人看"),
    prose: Phrase::new(
        "Nothing is drawn before a choice `reveal`s it: a chance that no choice reveals never happens at all. And one that \
        is revealed but read by no condition makes two visits that are the same to the last word.\n\n\
        Reveal it where the learner would find out, and let at least one line, route or requirement depend on it. Otherwise \
        remove it; each chance multiplies the outcomes that must be proven.",
        "选项没有 `reveal` 它，就什么都没有定下来：没有选项揭晓的随机，等于从来没有发生。揭晓了却没有条件看它\
            ，两次上门就一个字都不差。\n\n\
            在学员会发现的地方揭晓它，让至少一句台词、一条去向或者一条要求随它变化。否则就删掉；每多一个随机，要\
            证明的组合就成倍地多。",
    ),
    trips: Sample::Edits {
        edits: &[(
            "        \"place\": {",
            "        \"mood_of_the_day\": { \"fine\": 5, \"cross\": 5 },\n        \"place\": {",
        )],
        at: "\"mood_of_the_day\"",
    },
    passes: Sample::Edits { edits: &[("\"stand\": 5, \"bucket\": 5", "\"stand\": 9, \"bucket\": 1")], at: "" },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let scenario = inspection.scenario;
    let reads = ScenarioReads::of(scenario);
    let mut diagnostics = Vec::new();
    for (id, chance) in ChanceId::enumerate(&scenario.chances) {
        let revealed = scenario.choices().any(|choice| choice.reveal.contains(&id));
        let message = match (revealed, reads.fields.contains(&chance.field)) {
            (true, true) => continue,
            (false, _) => both!("no choice reveals `{name}`", "没有选项揭晓 `{name}`", name = chance.name),
            (true, false) => both!(
                "`{name}` is revealed, but nothing depends on it",
                "`{name}` 揭晓了，却什么都不看它",
                name = chance.name
            ),
        };
        let help = Phrase::new(
            "reveal it and let something depend on it, or remove it",
            "揭晓它，并让一些内容随它变化；否则删掉",
        );
        diagnostics.push(RULE.diagnostic(scenario.place(SourceRef::Chance(id)), message).help(help));
    }
    diagnostics
}
