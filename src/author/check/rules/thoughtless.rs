//! Players who do not think, and pass.

use super::Rule;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::chance::Seed;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::SourceRef;
use crate::play::solver::{Crowd, Policy};

pub(super) const RULE: Rule = Rule {
    code: Code::THOUGHTLESS,
    severity: Severity::Error,
    title: Phrase::new("players who do not think pass", "不动脑筋的人也能及格"),
    prose: Phrase::new(
        "A crowd that chooses at random plays the scenario, another that always takes the first choice of the file, a third \
        that always takes the longest. At most one player in a hundred may pass by chance, and the average may not reach \
        half of the pass mark; of the other two crowds nobody may pass, however the dice fall for them. Otherwise a pass \
        says nothing about the learner.\n\n\
        Usually too little can go wrong: wrong choices that break nothing, many requirements met by one choice that comes \
        by itself, or a pass mark that is too low. Give the wrong choices their price, or make more of the visit count.",
        "一批人随机乱选，一批人总选文件里的第一个，一批人总选最长的。乱选的人，一百个里至多一个能及格，平均分\
            不能到及格线的一半；另外两批，不管随机怎么落，一个都不能及格。否则及格说明不了什么。\n\n\
            多半是错了也没什么代价：错的选项什么都不违反，一个顺手的选项就做到好几条，或者及格线太低。让错的选项\
            有代价，或者让更多的步骤算分。",
    ),
    trips: Sample::Edits { edits: &[("    minutes: 3,", "    minutes: 3,\n    pass_mark: 20,")], at: "pass_mark: 20" },
    passes: Sample::Edits { edits: &[("    minutes: 3,", "    minutes: 3,\n    pass_mark: 90,")], at: "" },
    check: Some(check),
};

/// How many players each crowd has.
const PLAYERS: u32 = 1_000;

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let Some(mut simulator) = inspection.simulator() else { return Vec::new() };
    let mut crowd = |policy| simulator.play(policy, PLAYERS, Seed::new(0));
    let mark = inspection.scenario.pass_mark;
    let random = crowd(Policy::Random);
    let mut found = Vec::new();
    if random.passed * 100 > PLAYERS || random.mean().0 > mark * 50 {
        let (passed, mean) = (share(&random), random.mean());
        found.push(both!(
            "whoever chooses at random scores {mean} on average, and {passed} % of them pass",
            "随机乱选的人平均得 {mean} 分，{passed} % 的人及格"
        ));
    }
    for (policy, habit) in [
        (Policy::First, Phrase::new("the first choice of the file", "文件里的第一个")),
        (Policy::Longest, Phrase::new("the longest choice", "最长的")),
    ] {
        let crowd = crowd(policy);
        if crowd.passed > 0 {
            found.push(both!(
                "whoever always takes {habit} passes {passed} % of the time",
                "总选{habit}的人，{passed} % 会及格",
                passed = share(&crowd);
                habit = habit
            ));
        }
    }
    let place = || inspection.scenario.place(SourceRef::PassMark);
    found.into_iter().map(|message| RULE.diagnostic(place(), message).help(HELP)).collect()
}

const HELP: Phrase = Phrase::new(
    "give the wrong choices their price, or let more of the play count",
    "让错的选项有代价，或者让更多的步骤算分",
);

/// Who passed, in percent with one decimal.
fn share(crowd: &Crowd) -> String {
    let tenths = u64::from(crowd.passed) * 1_000 / u64::from(crowd.players.max(1));
    format!("{}.{}", tenths / 10, tenths % 10)
}
