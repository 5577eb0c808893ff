//! A pass that says too little, or too much.

use super::Rule;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::chance::Seed;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::play::solver::Policy;

pub(super) const RULE: Rule = Rule {
    code: Code::CALIBRATION,
    severity: Severity::Warning,
    title: "a pass comes too easily or too hard",
    prose: "Crowds of simulated novices play the scenario. Of those who slip once in ten moves at least 80 of 100 should pass; of \
        those who slip once in four at most 25, once in three at most 10. Outside that band a pass says too little, or \
        failing too much.\n\n\
        Too hard: single choices cost too much (`doorstep solve ID --costs`), or everything hangs on a few moves. Too easy: \
        wrong choices cost nothing, or much is met without a choice. Visits of fewer than 16 moves that count are \
        calibrated in sets of two or three, and are not told.",
    trips: Sample::Told("a visit of 16 moves that count with a pass mark of 95: one slip fails it"),
    passes: Sample::Told("the same visit with the pass mark of 70"),
    check: Some(check),
};

/// How many players each crowd has.
const PLAYERS: u32 = 2_000;

/// How often a novice slips in a hundred moves, and how many of a hundred such players may pass at least and at most.
const BANDS: [(u32, u32, u32); 3] = [(10, 80, 100), (25, 0, 25), (33, 0, 10)];

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let Some(mut simulator) = inspection.simulator().filter(|_| inspection.is_full_visit()) else { return Vec::new() };
    let mut found = Vec::new();
    for (slips, least, most) in BANDS {
        let crowd = simulator.play(Policy::Novice { slips }, PLAYERS, Seed::new(0));
        let passed = f64::from(crowd.passed) * 100.0 / f64::from(PLAYERS);
        if crowd.passed * 100 < least * PLAYERS || crowd.passed * 100 > most * PLAYERS {
            let band = if least > 0 {
                both!("at least {least}", "至少 {least}")
            } else {
                both!("at most {most}", "至多 {most}")
            };
            found.push(both!(
                "{slips} % slips: {passed:.1} of 100 pass, should be {band}",
                "出错率 {slips} %：100 人里有 {passed:.1} 人及格，应当{band}";
                band = band
            ));
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    let message = both!(
        "novices pass too often or too seldom: {found}",
        "新手及格的太多或太少：{found}";
        found = Bilingual::join(&found, Phrase::new("; ", "；"))
    );
    let help = Phrase::new(
        "sort the choices by what they cost: `doorstep solve ID --costs`",
        "`doorstep solve ID --costs` 按代价列出各个选项",
    );
    vec![inspection.whole(Code::CALIBRATION, message, help).severity(RULE.severity)]
}
