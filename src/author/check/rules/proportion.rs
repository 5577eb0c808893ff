//! A single choice that costs too much.

use super::Rule;
use crate::author::check::{Inspection, Sample};
use crate::author::costs::{Cost, costs};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::SourceRef;

pub(super) const RULE: Rule = Rule {
    code: Code::PROPORTION,
    severity: Severity::Warning,
    title: Phrase::new("one choice costs more than an eighth of the play", "一个选项的代价超过全程的八分之一"),
    prose: Phrase::new(
        "A choice without a critical break should lose at most 12 of 100, or the swing of its heaviest row where that is \
        more. This one loses more: it hits several rows in one click, or closes a way on which much was to be won. A \
        learner who slips once there can hardly pass, and the loss says little about what she can do.\n\n\
        The rows that it gives up are named. Let some of them still be met afterwards, spread them over more choices, or \
        leave the smaller ones out. Visits of fewer than 16 moves that count are judged in sets, and are not told. \
        `doorstep solve ID --costs` lists all choices by what they lose.",
        "没有触红线的选项，至多该丢 100 分里的 12 分；它最重的那一条本身更重的，以那一条为限。这一个丢得更多：\
            一下子错了好几条，或者堵死了一条能得很多分的路。学员在这里错一次就很难及格，而这样丢的分说明不了他的\
            本事。\n\n\
            丢掉的要求都列出来了。让其中几条之后还做得到，分到几个选项上，或者去掉小的几条。算分的步数不到 16 步\
            的上门按组来看，这里不提。`doorstep solve 编号 --costs` 按丢的分列出所有选项。",
    ),
    trips: Sample::Told(Phrase::new(
        "a visit of 16 moves that count, in which one choice gives up three rows",
        "算分的有 16 步的上门，其中一个选项一下子丢掉三条要求",
    )),
    passes: Sample::Told(Phrase::new(
        "the same visit, where the other two rows can be met in the next scene",
        "同样的上门，另外两条在下一个场景里还做得到",
    )),
    check: Some(check),
};

/// The most that a choice may lose, in hundredths of a percent.
const MOST: u32 = 1_200;

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let Some(values) = inspection.values().filter(|_| inspection.is_full_visit()) else { return Vec::new() };
    let dear = values.costs().into_iter().filter(|cost| cost.loss > MOST);
    let all = costs(inspection.scenario, inspection.standard, values, dear);
    let beyond = |cost: &&Cost| !cost.critical && cost.loss > MOST.max(cost.heaviest);
    let tell = |cost: &Cost| {
        let id = &inspection.choice(cost.taken).id;
        let rows: Vec<&str> =
            cost.rows.iter().map(|row| &*inspection.standard.requirement(row.requirement).id).collect();
        let loss = f64::from(cost.loss) / 100.0;
        let message = both!(
            "\"{id}\" loses {loss} of 100 at one moment: {rows}",
            "\"{id}\" 一下子丢掉 100 分里的 {loss} 分：{rows}",
            rows = rows.join(", ")
        );
        let help = Phrase::new(
            "let some of these rows be met elsewhere, or spread them over more choices",
            "让其中几条在别处也能做到，或者分到几个选项上",
        );
        let place = inspection.scenario.place(SourceRef::Choice(cost.taken.scene, cost.taken.choice));
        let mut witness = inspection.witness_along(&cost.line);
        witness.choices.push(id.clone());
        RULE.diagnostic(place, message).help(help).witness(witness)
    };
    all.iter().filter(beyond).map(tell).collect()
}
