//! Even the best play is not clean.

use super::Rule;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::{Code, Diagnostic, Location, Severity};
use crate::both;
use crate::content::scenario::SourceRef;
use crate::play::scoring::{Entry, EntryKind, Ledger};

pub(super) const RULE: Rule = Rule {
    code: Code::CONTRADICTION,
    severity: Severity::Error,
    title: Phrase::new("the best play breaks, misses or repairs something", "最好的走法也会违反、漏掉或者补救什么"),
    prose: Phrase::new(
        "Under every outcome of the dice one play must meet all that is due, in the order of its procedure, break nothing \
        and need no remedy. If even the best play cannot, the scenario asks for two things at once, and the learner is \
        blamed for the author's contradiction.\n\n\
        The play that is shown is the best there is. Follow it to the place where it goes wrong: often a `when` is missing \
        on a due line, one choice both meets and breaks, or the scenes force a step of a procedure before an earlier one. \
        Where two rules truly pull apart, say with `yields` which one gives way.",
        "随机的每一种结果，都要有一种走法：该做的都按流程的顺序做到，什么都不违反，也用不着补救。如果最好的走\
            法也做不到，就是情景自己要求了互相矛盾的两件事，学员却要替作者的矛盾挨批评。\n\n\
            给出的已经是最好的走法。顺着它找到出毛病的地方：往往是 `due` 的一行少了 `when`，一个选项既做到又违反\
            ，或者场景的先后逼着人先做流程里后面的一步。两条规则真的冲突时，用 `yields` 写明哪一条让路。",
    ),
    trips: Sample::Edits {
        edits: &[(
            "                    effects: [\"mood += 1\"],
                    meets: [\"basic.conduct.visit.normal.19.r2\"],",
            "                    effects: [\"mood += 1\"],
                    meets: [\"basic.conduct.visit.normal.19.r2\"],
                    breaks: [\"house.02.r1\"],",
        )],
        at: "id: \"wet_umbrella\"",
    },
    passes: Sample::Edits {
        edits: &[(
            "                    effects: [\"mood += 1\"],
                    meets: [\"basic.conduct.visit.normal.19.r2\"],",
            "                    effects: [\"mood += 1\"],
                    meets: [\"basic.conduct.visit.normal.19.r2\"],
                    breaks: [\"house.02.r1 when dripping\"],",
        )],
        at: "",
    },
    check: Some(check),
};

/// Each fault once, with the first outcome that shows it.
fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    let clean = inspection.clean_plays_of_outcomes();
    for (rolls, solution) in inspection.solutions().filter(|(_, solution)| solution.best > 0) {
        let most = clean.iter().find(|(own, _)| own == rolls).and_then(|(_, clean)| clean.as_ref());
        if most.is_some_and(|clean| clean.most.points >= solution.best) {
            continue;
        }
        let best = inspection.replay(rolls, &solution.line);
        let ledger = Ledger::judge(inspection.scenario, inspection.standard, best.turns());
        let mut faults: Vec<_> = ledger.entries.iter().filter_map(|entry| fault(inspection, entry)).collect();
        if faults.is_empty() && ledger.needs_remedy {
            let place = inspection.scenario.place(SourceRef::Whole);
            faults.push((place, Phrase::new("even the best play calls for a remedy", "最好的走法也要补救").into()));
        }
        for (place, message) in faults {
            if diagnostics.iter().all(|known| known.message != message) {
                let help = Phrase::new(
                    "under every outcome of the dice one play must meet all that is due, in order, and break nothing",
                    "随机的每种结果都要有一种走法：该做的按顺序做到，什么都不违反",
                );
                let witness = inspection.witness_under(rolls, &solution.line);
                diagnostics.push(RULE.diagnostic(place, message).help(help).witness(witness));
            }
        }
    }
    diagnostics
}

/// What keeps the best line from being clean.
fn fault(inspection: &Inspection, entry: &Entry) -> Option<(Location, Bilingual)> {
    let scenario = inspection.scenario;
    let due = scenario.due.iter().position(|due| due.requirement == entry.requirement);
    let verb = match entry.kind {
        EntryKind::Missed => Phrase::new("misses", "漏掉了"),
        EntryKind::Late => Phrase::new("meets out of order", "没有按顺序做到"),
        EntryKind::Broken => Phrase::new("breaks", "违反了"),
        EntryKind::Spoiled | EntryKind::Mended => Phrase::new("spoils", "没做好"),
        EntryKind::Met if due.is_some_and(|due| scenario.due[due].remedy) => {
            Phrase::new("needs the remedy", "还要补救")
        }
        EntryKind::Met | EntryKind::Extra | EntryKind::Yielded => return None,
    };
    let place = scenario.place(due.map_or(SourceRef::Whole, SourceRef::Due));
    let id = &inspection.standard.requirement(entry.requirement).id;
    Some((place, both!("even the best play {verb} {id}", "最好的走法也{verb} {id}"; verb = verb)))
}
