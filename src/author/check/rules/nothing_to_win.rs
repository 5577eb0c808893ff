//! A visit on which nobody could score.

use super::Rule;
use crate::author::check::{BestPlays, Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::play::solver::Unsolved;

pub(super) const RULE: Rule = Rule {
    code: Code::NOTHING_TO_WIN,
    severity: Severity::Error,
    title: Phrase::new("under some outcome of the dice nothing can be won", "在随机的某种结果下得不到分"),
    prose: Phrase::new(
        "A score is a share of what was possible. If the dice fall so that nothing due can be met, or that no decent play \
        reaches an ending, there is no share to give, and an unlucky learner fails whatever he does. The seed that shows it \
        is named.\n\n\
        Make something due that holds under every outcome (there is always a door, a name, a goodbye), or open a way to an \
        ending for this customer too.",
        "得分是做到了该做的多少。如果随机这样落，该做的一条也做不到，或者规规矩矩的走法都到不了结局，就没有分\
            可算，运气不好的学员怎么做都不及格。这里写出了能看见它的种子。\n\n\
            写一条在每种结果下都成立的该做（门总有一扇，姓名总要问，告别总要说），或者给这位客户也开一条通到结局\
            的路。",
    ),
    trips: Sample::Edits {
        edits: &[(
            "        \"basic.conduct.visit.normal.19.r1\",
        \"basic.conduct.visit.normal.12.r1\",
        \"basic.conduct.visit.normal.13.r1\",
        \"basic.conduct.visit.normal.14.r1\",
        \"basic.conduct.visit.normal.14.r2\",
        \"basic.conduct.visit.normal.15.r1\",
        \"basic.conduct.visit.normal.16.r1\",
        \"basic.conduct.visit.normal.19.r2\",
",
            "        \"basic.conduct.visit.normal.19.r2 when place is bucket\",
",
        )],
        at: "id: \"wet_umbrella\"",
    },
    passes: Sample::Edits {
        edits: &[(
            "\"basic.conduct.visit.normal.13.r1\",\n",
            "\"basic.conduct.visit.normal.13.r1 when opener is father\",\n",
        )],
        at: "",
    },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let Some(BestPlays::Outcomes(outcomes)) = inspection.best_plays() else { return Vec::new() };
    // One witness is enough: the next outcome mostly fails for the same reason.
    let first = outcomes.iter().find_map(|(rolls, solved)| match solved {
        Ok(solution) if solution.best > 0 => None,
        Ok(solution) => {
            let message =
                both!("the best play has {points} points", "最好的走法也只有 {points} 点", points = solution.best);
            let help = Phrase::new(
                "nothing can be won under this outcome of the dice; make something due that can be met",
                "在这种随机结果下得不到分；写一条做得到的 `due`",
            );
            Some(inspection.whole(RULE.code, message, help).witness(inspection.witness_under(rolls, &solution.line)))
        }
        Err(fault @ Unsolved::NoEnding) => {
            let help = Phrase::new(
                "every outcome of the dice needs an ending that a decent player can reach",
                "随机的每种结果，都要有规矩的人走得到的结局",
            );
            Some(inspection.whole(RULE.code, fault.told(), help).witness(inspection.witness_under(rolls, &[])))
        }
        Err(Unsolved::TooLarge { .. } | Unsolved::TooManyOutcomes { .. }) => None,
    });
    first.into_iter().collect()
}
