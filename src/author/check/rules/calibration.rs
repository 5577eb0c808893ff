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
    title: Phrase::new("a pass comes too easily or too hard", "及格太容易或者太难"),
    prose: Phrase::new(
        "Crowds of simulated novices play the scenario. Of those who slip once in ten moves at least 80 of 100 should pass; of \
        those who slip once in four at most 25, once in three at most 10. Outside that band a pass says too little, or \
        failing too much.\n\n\
        Too hard: single choices cost too much (`doorstep solve ID --costs`), or everything hangs on a few moves. Too easy: \
        wrong choices cost nothing, or much is met without a choice. Visits of fewer than 16 moves that count are \
        calibrated in sets of two or three, and are not told.",
        "程序让成批的模拟新手来演。十步错一步的人，100 个里至少该有 80 个及格；四步错一步的至多 25 个，三步错\
            一步的至多 10 个。出了这个范围，及格就说明不了什么，不及格又太冤。\n\n\
            太难：有的选项代价太大（`doorstep solve 编号 --costs` 列出来），或者成败全看几步。太容易：选错没有代\
            价，或者很多要求不用选就做到了。算分的步数不到 16 步的上门，要两三个合成一组来校准，这里不提。",
    ),
    trips: Sample::Told(Phrase::new(
        "a visit of 16 moves that count with a pass mark of 95: one slip fails it",
        "算分的有 16 步、及格线是 95 的上门：错一步就不及格",
    )),
    passes: Sample::Told(Phrase::new("the same visit with the pass mark of 70", "同样的上门，及格线是 70")),
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
