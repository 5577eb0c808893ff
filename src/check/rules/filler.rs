//! A choice that makes no difference worth choosing.

use super::{Rule, Sample};
use crate::check::Inspection;
use crate::finding::{Code, Finding, Severity};
use crate::scenario::{ChoiceId, SceneId, Spot};
use crate::solver::Weighed;

pub const RULE: Rule = Rule {
    code: Code::FILLER,
    severity: Severity::Note,
    title: "a choice that is never the best and never the worst",
    prose: "In every situation where this choice is open there is something better and something worse. A middling answer can \
        be exactly what the scene needs, half right as people are. But often it is only there to make up the number, and \
        the learner reads it for nothing. Look at it once more: what would somebody who takes it be thinking?\n\n\
        Make it the right answer in some situation, or give it a price of its own, or leave it out. If it is meant as it \
        is, leave it: this is a note.",
    trips: Sample::Edits {
        edits: &[("breaks: [\"basic.conduct.visit.normal.14.r1\"],", "meets: [\"basic.conduct.visit.normal.14.r2\"],")],
        at: "id: \"wait_to_be_asked\"",
    },
    passes: Sample::Edits {
        edits: &[(
            "breaks: [\"basic.conduct.visit.normal.14.r1\"],",
            "breaks: [\"basic.conduct.visit.normal.13.r1\"],",
        )],
        at: "",
    },
    check: Some(check),
};

/// What was seen of one choice.
#[derive(Clone, Copy, Default)]
struct Seen {
    /// In how many situations it stood beside at least two others.
    open: u32,
    ever_best: bool,
    ever_worst: bool,
}

fn check(inspection: &Inspection) -> Vec<Finding> {
    let Some(values) = inspection.values() else { return Vec::new() };
    let scenario = inspection.scenario;
    let mut seen: Vec<Vec<Seen>> =
        scenario.scenes.iter().map(|scene| vec![Seen::default(); scene.choices.len()]).collect();
    values.weigh(|open| look(open, &mut seen));
    let mut findings = Vec::new();
    for (scene, seen) in (0..).map(SceneId).zip(&seen) {
        let filler = |(_, seen): &(ChoiceId, &Seen)| seen.open > 0 && !seen.ever_best && !seen.ever_worst;
        for (choice, _) in (0..).map(ChoiceId).zip(seen).filter(filler) {
            let id = &scenario.scene(scene).choices[choice.index()].id;
            let message = format!("\"{id}\" is never the best choice and never the worst");
            let place = scenario.place(Spot::Choice(scene, choice));
            findings.push(
                RULE.finding(place, message).help("let it be right somewhere, or let it cost something of its own"),
            );
        }
    }
    findings
}

fn look(open: &[Weighed], seen: &mut [Vec<Seen>]) {
    let worst = open.iter().map(|own| own.loss).max().unwrap_or(0);
    for own in open.iter().filter(|_| open.len() > 2) {
        let seen = &mut seen[own.taken.scene.index()][own.taken.choice.index()];
        seen.open += 1;
        seen.ever_best |= own.loss == 0;
        seen.ever_worst |= own.loss == worst;
    }
}
