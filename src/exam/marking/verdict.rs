//! Whether the marks of a sitting pass.

use super::marks::SittingMarks;
use super::share::Share;
use crate::content::blueprint::Blueprint;
use crate::content::standard::RequirementId;

/// What a sitting comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExamVerdict {
    /// It passes.
    Passed,
    /// Everything else passes, and the questions lie so near the cut that a further form decides.
    Borderline,
    /// It does not pass, for these reasons; at least one.
    Failed(Vec<FailReason>),
}

/// A cut that was missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FailReason {
    /// Of all questions.
    Quiz {
        /// What was reached.
        share: Share,
        /// What passes.
        cut: Share,
    },
    /// Of the questions of some sections.
    Section {
        /// What their ids begin with.
        section: Box<str>,
        /// What was reached.
        share: Share,
        /// What passes.
        cut: Share,
    },
    /// Of the scenarios on average.
    Visits {
        /// What was reached.
        share: Share,
        /// What passes.
        cut: Share,
    },
    /// Of one scenario.
    Visit {
        /// Its id.
        scenario: Box<str>,
        /// What was reached.
        share: Share,
        /// What passes.
        cut: Share,
    },
    /// Something was done that nobody does and passes.
    Critical {
        /// The id of the scenario.
        scenario: Box<str>,
        /// What was broken.
        requirement: RequirementId,
    },
}

/// The verdict on these marks. Shares are compared to the last hundredth, not as they are shown.
pub fn judge(marks: &SittingMarks, blueprint: &Blueprint) -> ExamVerdict {
    let mut reasons = beside_the_quiz(marks, blueprint);
    let (quiz, cut) = (marks.quiz(), Share::of_points(blueprint.cuts.quiz));
    let is_near = quiz.0.abs_diff(cut.0) <= marks.quiz_error().0;
    let may_go_further = blueprint.further > 0 && marks.items.len() == marks.first;
    if reasons.is_empty() && is_near && may_go_further {
        return ExamVerdict::Borderline;
    }
    if quiz < cut {
        reasons.insert(0, FailReason::Quiz { share: quiz, cut });
    }
    if reasons.is_empty() { ExamVerdict::Passed } else { ExamVerdict::Failed(reasons) }
}

/// Everything but the questions as a whole.
fn beside_the_quiz(marks: &SittingMarks, blueprint: &Blueprint) -> Vec<FailReason> {
    let mut reasons = Vec::new();
    let cuts = &blueprint.cuts;
    for cut in &cuts.sections {
        let limit = Share::of_points(cut.share);
        if let Some(share) = marks.of_sections(&cut.sections).filter(|share| *share < limit) {
            reasons.push(FailReason::Section { section: cut.section.clone(), share, cut: limit });
        }
    }
    let mean = Share::of_points(cuts.scenarios);
    if let Some(share) = marks.visits_mean().filter(|share| *share < mean) {
        reasons.push(FailReason::Visits { share, cut: mean });
    }
    let each = Share::of_points(cuts.each);
    for visit in &marks.visits {
        if visit.share < each {
            reasons.push(FailReason::Visit { scenario: visit.scenario.clone(), share: visit.share, cut: each });
        }
        for requirement in &visit.critical {
            reasons.push(FailReason::Critical { scenario: visit.scenario.clone(), requirement: *requirement });
        }
    }
    reasons
}
