//! A choice that makes no difference worth choosing.

use super::Rule;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::{ChoiceId, SceneId, SourceRef};
use crate::play::solver::Weighed;

pub(super) const RULE: Rule = Rule {
    code: Code::FILLER,
    severity: Severity::Note,
    title: Phrase::new(
        "a choice of no account that is never the best and never the worst",
        "一个既不是最好也不是最差、无关紧要的选项",
    ),
    prose: Phrase::new(
        "In every situation where this choice is open there is something better and something worse, and it neither meets \
        nor breaks anything itself: it costs what it leaves undone. That can be just what the scene needs, since people \
        do let a moment pass. But often it is only there to make up the number, and the learner reads it for nothing. \
        A middling answer that meets one rule and not another has a lesson of its own, and is not told.\n\n\
        Ask what somebody who takes it is thinking. Make it the right answer in some situation, say which rule it breaks, \
        or leave it out. If it is meant as it is, leave it: this is a note.",
        "凡是能选它的时候，都有更好的，也有更差的，它自己又不做到、不违反任何要求：它的代价只是错过了什么。这\
            也许正是场景需要的，人确实会放过时机；但更多的时候它只是来凑数的，学员白读一遍。做到一条、没做到另一\
            条的中等答案自有它的道理，不在此列。\n\n\
            想一想选它的人是怎么想的。让它在某种情况下是对的，写明它违反了哪条规则，或者删掉它。如果本来就是这个\
            意思，就留着：这只是提示。",
    ),
    trips: Sample::Edits {
        edits: &[
            ("spoils: [\"basic.conduct.visit.normal.14.r1\"],", ""),
            ("id: \"you_rang_us\",", "id: \"you_rang_us\",\n                    breaks: [\"house.06.r1\"],"),
        ],
        at: "id: \"wait_to_be_asked\"",
    },
    passes: Sample::Edits {
        edits: &[("spoils: [\"basic.conduct.visit.normal.14.r1\"],", "meets: [\"basic.conduct.visit.normal.14.r2\"],")],
        at: "",
    },
    check: Some(check),
};

/// What was seen of one choice.
#[derive(Clone, Copy, Default)]
struct ChoiceRecord {
    /// In how many situations it stood beside at least two others.
    open: u32,
    ever_best: bool,
    ever_worst: bool,
}

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let Some(values) = inspection.values() else { return Vec::new() };
    let scenario = inspection.scenario;
    let mut records: Vec<Vec<ChoiceRecord>> =
        scenario.scenes.iter().map(|scene| vec![ChoiceRecord::default(); scene.choices.len()]).collect();
    values.weigh(|open| look(open, &mut records));
    // What a best play under some dice takes is no filler, even where it is not best on average.
    for taken in inspection.solutions().flat_map(|(_, solution)| &solution.line) {
        records[taken.scene.index()][taken.choice.index()].ever_best = true;
    }
    let mut diagnostics = Vec::new();
    for (scene, records) in SceneId::enumerate(&records) {
        let own = |choice: ChoiceId| &scenario.scene(scene).choices[choice.index()];
        let counts = |choice: ChoiceId| {
            let own = own(choice);
            !own.meets.is_empty() || !own.spoils.is_empty() || !own.breaks.is_empty()
        };
        let middling = |record: &ChoiceRecord| record.open > 0 && !record.ever_best && !record.ever_worst;
        let filler = |(choice, record): &(ChoiceId, &ChoiceRecord)| middling(record) && !counts(*choice);
        for (choice, _) in ChoiceId::enumerate(records).filter(filler) {
            let id = &own(choice).id;
            let message = both!(
                "\"{id}\" is never the best choice and never the worst",
                "\"{id}\" 从来不是最好的，也从来不是最差的"
            );
            let place = scenario.place(SourceRef::Choice(scene, choice));
            let help = Phrase::new(
                "let it be right somewhere, or let it cost something of its own",
                "让它在某种情况下是对的，或者让它自己有个代价",
            );
            diagnostics.push(RULE.diagnostic(place, message).help(help));
        }
    }
    diagnostics
}

fn look(open: &[Weighed], records: &mut [Vec<ChoiceRecord>]) {
    let worst = open.iter().map(|own| own.loss).max().unwrap_or(0);
    for own in open {
        let record = &mut records[own.taken.scene.index()][own.taken.choice.index()];
        record.ever_best |= own.loss == 0;
        if open.len() > 2 {
            record.open += 1;
            record.ever_worst |= own.loss == worst;
        }
    }
}
