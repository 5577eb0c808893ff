//! What a kind needs, and one question in several languages made of several.

use super::columns::OPTIONS;
use super::draft::DraftQuestion;
use super::draft_kind::{DraftAnswer, DraftKind, DraftRemark};
use super::draft_text::DraftText;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::both;
use crate::content::bank::Worth;
use std::ops::RangeInclusive;

const PARTS: RangeInclusive<usize> = 2..=OPTIONS;

/// Whether what a kind needs is there.
///
/// # Errors
/// What is not, as one sentence without a full stop.
pub(super) fn fits(kind: &DraftKind) -> Result<(), Bilingual> {
    let count = match kind {
        DraftKind::Single(answers) | DraftKind::Several(answers) | DraftKind::Number(answers) => answers.len(),
        DraftKind::TrueFalse { reasons, .. } => reasons.len(),
        DraftKind::Order { steps, .. } => steps.len(),
        DraftKind::Match { pairs, extra, .. } => {
            if pairs.len() < *PARTS.start() {
                return Err(Phrase::new("it has fewer than two pairs", "不到两对").into());
            }
            pairs.len() + extra.len()
        }
        DraftKind::Judgement(acts) => acts.len(),
        DraftKind::Mistake { lines, .. } => lines.len(),
    };
    if !PARTS.contains(&count) {
        return Err(both!(
            "it has {count} answers; there may be 2 to {OPTIONS}",
            "有 {count} 个答案；只能有 2 到 {OPTIONS} 个"
        ));
    }
    let rights = |answers: &[DraftAnswer]| answers.iter().filter(|own| own.is_right).count();
    let is_right = match kind {
        DraftKind::Single(answers) | DraftKind::Number(answers) => rights(answers) == 1,
        DraftKind::TrueFalse { reasons, .. } => rights(reasons) == 1,
        DraftKind::Several(answers) => rights(answers) >= 2 && rights(answers) < answers.len(),
        DraftKind::Judgement(acts) => {
            let mut worths: Vec<Worth> = acts.iter().map(|act| act.worth).collect();
            worths.sort_unstable();
            worths == [Worth::Best, Worth::Good, Worth::Poor, Worth::Worst]
        }
        DraftKind::Mistake { lines, .. } => {
            let faults = lines.iter().filter(|line| line.remark == DraftRemark::Fault).count();
            faults <= 1 && lines.iter().any(|line| line.own)
        }
        DraftKind::Order { .. } | DraftKind::Match { .. } => true,
    };
    let odd = || Phrase::new("its kind wants another number of right answers", "这种题对的答案不该是这么多").into();
    if is_right { Ok(()) } else { Err(odd()) }
}

/// Takes in the same question in another language. Whether it is the same: its kind, and what is right of it.
pub(super) fn merge(question: &mut DraftQuestion, other: DraftQuestion) -> bool {
    if shape(&question.kind) != shape(&other.kind) || question.tests != other.tests {
        return false;
    }
    let mut other = other;
    let theirs: Vec<DraftText> = texts(&mut other).into_iter().map(std::mem::take).collect();
    for (own, other) in texts(question).into_iter().zip(theirs) {
        own.add(other);
    }
    true
}

/// All texts, in one order.
fn texts(question: &mut DraftQuestion) -> Vec<&mut DraftText> {
    let mut all = vec![&mut question.claim, &mut question.ask];
    match &mut question.kind {
        DraftKind::Single(answers)
        | DraftKind::Several(answers)
        | DraftKind::Number(answers)
        | DraftKind::TrueFalse { reasons: answers, .. } => {
            all.extend(answers.iter_mut().flat_map(|own| [&mut own.says, &mut own.why]));
        }
        DraftKind::Order { steps, why } => {
            all.extend(steps);
            all.push(why);
        }
        DraftKind::Match { pairs, extra, why } => {
            all.extend(pairs.iter_mut().flat_map(|(left, right)| [left, right]));
            all.extend(extra);
            all.push(why);
        }
        DraftKind::Judgement(acts) => all.extend(acts.iter_mut().flat_map(|act| [&mut act.says, &mut act.why])),
        DraftKind::Mistake { with, lines } => {
            all.push(with);
            all.extend(lines.iter_mut().flat_map(|line| [&mut line.says, &mut line.why]));
        }
    }
    all
}

/// Everything but the words.
fn shape(kind: &DraftKind) -> String {
    let rights = |answers: &[DraftAnswer]| answers.iter().map(|own| own.is_right).collect::<Vec<_>>();
    match kind {
        DraftKind::Single(answers) => format!("single {:?}", rights(answers)),
        DraftKind::Several(answers) => format!("several {:?}", rights(answers)),
        DraftKind::Number(answers) => format!("number {:?}", rights(answers)),
        DraftKind::TrueFalse { holds, reasons } => format!("{holds} {:?}", rights(reasons)),
        DraftKind::Order { steps, .. } => format!("order {}", steps.len()),
        DraftKind::Match { pairs, extra, .. } => format!("match {} {}", pairs.len(), extra.len()),
        DraftKind::Judgement(acts) => format!("{:?}", acts.iter().map(|act| act.worth).collect::<Vec<_>>()),
        DraftKind::Mistake { lines, .. } => {
            format!("{:?}", lines.iter().map(|line| (line.own, line.remark)).collect::<Vec<_>>())
        }
    }
}
