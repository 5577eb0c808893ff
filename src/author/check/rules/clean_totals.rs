//! Clean plays that come to different totals.

use super::Rule;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::chance::Rolls;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::SourceRef;
use crate::content::standard::RequirementId;
use crate::play::engine::Move;
use crate::play::scoring::Ledger;

pub(super) const RULE: Rule = Rule {
    code: Code::CLEAN_TOTALS,
    severity: Severity::Error,
    title: Phrase::new("two plays without a fault come to different totals", "两种没有差错的走法，得分不一样"),
    prose: Phrase::new(
        "Whoever breaks, spoils and misses nothing has done everything right, so under one outcome of the dice all such plays \
        must win the same. Where they do not, something pays that should not: provoking a question, asking for trouble, or \
        waiting for it.\n\n\
        Two plays are shown, the poorer and the richer. Look at the row that is due in one alone: let it be due in both, \
        take it off `due`, or make it a `remedy` if it arises from the learner's own conduct. Where several ways are \
        right, make their totals equal and leave undue what one of them has more.",
        "什么都没违反、没做砸、没漏掉，就是全都做对了；所以在随机的同一种结果下，这样的走法都该得一样多。如果\
            不一样，就是有什么不该给分的给了分：引人来问、自找麻烦，或者干等着麻烦上门。\n\n\
            这里给出两种走法，得分少的和得分多的。看看哪一条只在其中一种里该做：让它在两种里都该做，或者从 `due` 里\
            拿掉；如果它是学员自己惹出来的，就写成 `remedy`。有几条路都对的时候，让它们总分相等，其中一条路多出来\
            的要求就不要写成该做。",
    ),
    trips: Sample::Edits {
        edits: &[
            (
                "        \"basic.conduct.visit.normal.14.r2\",\n",
                "        \"basic.conduct.visit.normal.14.r2\",\n        \"basic.conduct.complaint.01.r1 when read_note\",\n",
            ),
            (
                "meets: [\"basic.conduct.visit.normal.14.r1\", \"basic.conduct.visit.normal.14.r2\"],",
                "meets: [\"basic.conduct.visit.normal.14.r1\", \"basic.conduct.visit.normal.14.r2\", \
                 \"basic.conduct.complaint.01.r1\"],",
            ),
        ],
        at: "\"basic.conduct.complaint.01.r1 when read_note\"",
    },
    passes: Sample::Edits {
        edits: &[
            (
                "        \"basic.conduct.visit.normal.14.r2\",\n",
                "        \"basic.conduct.visit.normal.14.r2\",\n        \"basic.conduct.complaint.01.r1\",\n",
            ),
            (
                "meets: [\"basic.conduct.visit.normal.14.r1\", \"basic.conduct.visit.normal.14.r2\"],",
                "meets: [\"basic.conduct.visit.normal.14.r1\", \"basic.conduct.visit.normal.14.r2\", \
                 \"basic.conduct.complaint.01.r1\"],",
            ),
        ],
        at: "",
    },
    check: Some(check),
};

/// The first outcome that shows it is enough: a play for each of the two totals.
fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let unequal = inspection.clean_plays().find(|(_, clean)| clean.least.points != clean.most.points);
    let Some((rolls, clean)) = unequal else { return Vec::new() };
    let [fewer, more] = [&clean.least, &clean.most].map(|play| due_in(inspection, rolls, &play.line));
    let alone = more.iter().find(|id| !fewer.contains(id)).or_else(|| fewer.iter().find(|id| !more.contains(id)));
    let due = alone.and_then(|id| inspection.scenario.due.iter().position(|due| due.requirement == *id));
    let place = inspection.scenario.place(due.map_or(SourceRef::Whole, SourceRef::Due));
    let row = alone.map(|id| {
        let id = &inspection.standard.requirement(*id).id;
        both!(": {id} is due in one alone", "，只有一种走法里该做 {id}")
    });
    let other = inspection.witness_under(rolls, &clean.least.line);
    let message = both!(
        "plays without a fault come to {least} and to {most} points{row}; the poorer is {poorer}",
        "两种没有差错的走法，一种得 {least} 点，一种得 {most} 点{row}；少的那种是 {poorer}",
        least = clean.least.points,
        most = clean.most.points,
        poorer = other.choices.join(",");
        row = row.unwrap_or_default()
    );
    let help = Phrase::new(
        "let both ways win the same, or make the row a remedy if the learner's own conduct calls for it",
        "让两种走法得分一样；如果是学员自己惹出来的，就把这一条写成 `remedy`",
    );
    let richer = inspection.witness_under(rolls, &clean.most.line);
    vec![RULE.diagnostic(place, message).help(help).witness(richer)]
}

/// What was due in a play.
fn due_in(inspection: &Inspection, rolls: &Rolls, line: &[Move]) -> Vec<RequirementId> {
    let play = inspection.replay(rolls, line);
    let ledger = Ledger::judge(inspection.scenario, inspection.standard, play.turns());
    ledger.due.into_iter().map(|(id, _)| id).collect()
}
