//! A choice that only somebody who knows the dice can make.

use super::Rule;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::chance::Rolls;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::SourceRef;
use crate::play::engine::Move;
use crate::play::solver::Values;

pub(super) const RULE: Rule = Rule {
    code: Code::FORESIGHT,
    severity: Severity::Error,
    title: Phrase::new("100 cannot be reached without foresight", "不能未卜先知，就到不了 100 分"),
    prose: Phrase::new(
        "At some screen chance decides which choice was right, and it has not been revealed yet. A learner who always takes \
        what is best on everything that can be known still loses points under some outcome: she is marked down for bad \
        luck. This is proven, not sampled: every play of best choices, ties included, under every outcome of the dice.\n\n\
        Reveal the chance before the choice that hangs on it: let the learner look, ask or phone first. Or make the due \
        line hold only once the chance is known (`revealed place and place is stand`), with a way to meet it afterwards. \
        The play that is shown takes a best choice at every move and still falls short.",
        "在某一步，选什么才对要由随机决定，而它还没有揭晓。学员就算每次都按已知的情况选最好的，碰上某种结果还\
            是要丢分：这是怪他运气不好。这不是抽样，而是证明：每一步都选最好的所有走法，并列的也算，再配上随机的\
            每一种结果，全都走过。\n\n\
            在受它影响的选项之前就揭晓：让学员先看、先问、先打电话。或者让这一条等到揭晓以后才该做（`revealed place and place is stand`）\
            ，并且之后还做得到。给出的走法每一步都选了最好的，仍然不够 100 分。",
    ),
    trips: Sample::Edits {
        edits: &[
            (
                "        \"basic.conduct.visit.normal.19.r2\",\n    ],",
                "        \"basic.conduct.visit.normal.19.r2 when place is stand\",\n        \
                 \"basic.conduct.etiquette.listening.01.r1 when place is bucket\",\n    ],",
            ),
            (
                "spoils: [\"basic.conduct.visit.normal.19.r2\"],\n                    breaks: [\"house.02.r1\"],",
                "reveal: [\"place\"],\n                    meets: [\"basic.conduct.etiquette.listening.01.r1\"],",
            ),
        ],
        at: "id: \"door_handle\"",
    },
    passes: Sample::Edits {
        edits: &[(
            "        \"basic.conduct.visit.normal.19.r2\",\n    ],",
            "        \"basic.conduct.visit.normal.19.r2 when place is stand or place is bucket\",\n    ],",
        )],
        at: "",
    },
    check: Some(check),
};

/// The first outcome that shows it is enough: the others are the same fault seen from another side.
fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let Some(values) = inspection.values() else { return Vec::new() };
    let short = inspection.solutions().find_map(|(rolls, solution)| {
        let (line, lacking) = values.shortfall(rolls, solution.best)?;
        Some((rolls, solution.best, line, lacking))
    });
    let found = short.map(|(rolls, best, line, lacking)| {
        let source_ref = fork(inspection, values, (rolls, best), &line).map_or(SourceRef::Whole, |at| SourceRef::Choice(at.scene, at.choice));
        let message = both!(
            "here chance decides what was right before it can be known: best play loses {lacking} points under some dice",
            "这里选什么对，由还没揭晓的随机决定：选得再好，碰上某种结果也会少 {lacking} 点"
        );
        let help = Phrase::new(
            "let the learner find out first: reveal the chance before the choice that hangs on it",
            "先让学员知道：在受它影响的选项之前揭晓这个随机",
        );
        let place = inspection.scenario.place(source_ref);
        RULE.diagnostic(place, message).help(help).witness(inspection.witness_under(rolls, &line))
    });
    found.into_iter().collect()
}

/// The move of the line after which not everything could be reached any more.
fn fork(inspection: &Inspection, values: &Values, (rolls, best): (&Rolls, i32), line: &[Move]) -> Option<Move> {
    let judged = values.judge(inspection.replay(rolls, line).turns(), rolls).ok()?;
    let lost = judged.iter().position(|judged| judged.reachable < best)?;
    line.get(lost).copied()
}
