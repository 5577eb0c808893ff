//! More situations than can be looked at.

use super::Rule;
use crate::author::check::{BestPlays, Inspection, Sample};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::play::solver::Unsolved;

pub(super) const RULE: Rule = Rule {
    code: Code::UNBOUNDED,
    severity: Severity::Error,
    title: Phrase::new("the scenario has more situations than can be searched", "情景的变化太多，走不完"),
    prose: Phrase::new(
        "Every situation that some play can reach is looked at, up to a million with eight million moves between them, and \
        every way in which the dice can fall, up to two thousand. Past that nothing is proven, so nothing is promised either; \
        a learner's machine gives up three times sooner, and then a play has no score. A visit of ten minutes has some ten \
        thousand situations; millions come from counters that go far and from many choices that may be taken in any order.\n\n\
        Use `once` on what happens once, counters no larger than the story tells apart, and set flags back when no later \
        scene reads them.",
        "每种走法能到的每一种局面都要看，最多一百万种局面、八百万步；随机的每一种组合也要看，最多两千种。超过\
            了，什么都证明不了，也就什么都不能保证；学员的机器到三分之一就会放弃，那样演完就没有分数。十分钟的一\
            次上门，局面有一万来种；上百万种多半来自数得太大的计数，和许多可以按任意次序做的选项。\n\n\
            只会发生一次的写上 `once`，计数不要比故事分得出的更大，后面的场景不再看的开关就改回去。",
    ),
    trips: Sample::Edits {
        edits: &[
            (
                "\"read_note\": Flag",
                "\"read_note\": Flag, \"a\": Number(from: 0, to: 999), \"b\": Number(from: 0, to: 999), \"c\": Number(from: 0, to: 999)",
            ),
            (
                "once: true,\n                    takes: \"5s\",\n                    effects: [\"read_note = true\"],",
                "when: \"a < 999 and b < 999 and c < 999\",\n                    effects: [\"read_note = true\", \"a += 1\"],",
            ),
            (
                "                Choice(\n                    id: \"read_the_note\",",
                "                Choice(
                    id: \"listen\", text: { \"zh\": \"听听门里\", \"en\": \"Listen at the door\" },
                    when: \"b < 999\", effects: [\"b += 1\"],
                ),
                Choice(
                    id: \"shift\", text: { \"zh\": \"换只手拿伞\", \"en\": \"Change hands\" },
                    when: \"c < 999\", effects: [\"c += 1\"],
                ),
                Choice(
                    id: \"read_the_note\",",
            ),
        ],
        at: "id: \"wet_umbrella\"",
    },
    passes: Sample::Edits {
        edits: &[
            (
                "\"read_note\": Flag",
                "\"read_note\": Flag, \"a\": Number(from: 0, to: 9), \"b\": Number(from: 0, to: 9)",
            ),
            (
                "once: true,\n                    takes: \"5s\",\n                    effects: [\"read_note = true\"],",
                "when: \"a < 9 and b < 9\",\n                    effects: [\"read_note = true\", \"a += 1\"],",
            ),
            (
                "                Choice(\n                    id: \"read_the_note\",",
                "                Choice(
                    id: \"listen\", text: { \"zh\": \"听听门里\", \"en\": \"Listen at the door\" },
                    when: \"b < 9\", effects: [\"b += 1\"],
                ),
                Choice(
                    id: \"read_the_note\",",
            ),
        ],
        at: "",
    },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let fault = match (&inspection.explored, inspection.best_plays()) {
        (Err(fault), _) => {
            let less = Phrase::new("fewer variables, or a number that bounds a loop", "少用变量，或者用一个数限制循环");
            Some((fault.told(), less))
        }
        (Ok(()), Some(BestPlays::Outcomes(outcomes))) => outcomes.iter().find_map(|(_, solved)| match solved {
            Err(fault @ Unsolved::TooLarge { .. }) => {
                let less = Phrase::new("fewer variables, or larger steps of time", "少用变量，或者每步时间长一些");
                Some((fault.told(), less))
            }
            Ok(_) | Err(Unsolved::NoEnding | Unsolved::TooManyOutcomes { .. }) => None,
        }),
        (Ok(()), Some(BestPlays::TooMany(fault))) => {
            let help = Phrase::new("fewer chances, or fewer outcomes of each", "少用几个随机，或者减少每个的结果");
            return vec![inspection.whole(RULE.code, fault.told(), help)];
        }
        (Ok(()), Some(BestPlays::Overflow(_)) | None) => None,
    };
    let tell = |(message, less): (Bilingual, Phrase)| {
        let help = both!("use `once` on more choices, {less}", "给更多选项写 `once`，{less}"; less = less);
        inspection.whole(RULE.code, message, help)
    };
    fault.map(tell).into_iter().collect()
}
