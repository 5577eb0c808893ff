//! What a draw has to know of a question, looked up once.

use crate::content::bank::{Bank, Question, QuestionKind};
use crate::content::blueprint::Blueprint;
use crate::content::standard::{ClauseId, RequirementId, Standard};
use std::sync::Arc;

/// What is known of a question that may stand on a paper of one blueprint.
#[derive(Clone, Debug)]
pub(super) struct QuestionFacts<'b> {
    pub(super) question: &'b Arc<Question>,
    /// The block that it counts to.
    pub(super) block: usize,
    /// The clause of what it tests first.
    pub(super) clause: ClauseId,
    /// Whether a critical row is among what it tests.
    pub(super) critical: Vec<RequirementId>,
    /// What a candidate at the cut is expected to win, in hundredths.
    pub(super) share: u32,
}

impl QuestionFacts<'_> {
    /// Whether one gives the other away.
    pub(super) fn is_enemy_of(&self, other: &QuestionFacts) -> bool {
        self.question.is_enemy_of(other.question)
    }
}

/// Whether it puts a procedure in order.
pub(super) fn is_order(own: &QuestionFacts) -> bool {
    matches!(own.question.kind, QuestionKind::Order { .. })
}

/// Whether it asks for a number.
pub(super) fn is_number(own: &QuestionFacts) -> bool {
    matches!(own.question.kind, QuestionKind::Number(_))
}

/// Whether it asks for judgement rather than knowledge.
pub(super) fn is_judged(own: &QuestionFacts) -> bool {
    matches!(own.question.kind, QuestionKind::Judgement(_) | QuestionKind::Mistake { .. })
}

/// The questions of the bank that are kept for papers and belong to a block of this blueprint, in the bank's order.
pub(super) fn facts_of<'b>(blueprint: &Blueprint, bank: &'b Bank, standard: &Standard) -> Vec<QuestionFacts<'b>> {
    let facts = |question: &'b Arc<Question>| {
        let first = standard.requirement(*question.tests.first()?);
        let block = blueprint.blocks.iter().position(|block| block.sections.contains(&first.section))?;
        let is_critical = |id: &&RequirementId| standard.requirement(**id).critical.is_some();
        let critical = question.tests.iter().filter(is_critical).copied().collect();
        Some(QuestionFacts { question, block, clause: first.clause, critical, share: expected_share(&question.kind) })
    };
    bank.kept().filter_map(facts).collect()
}

/// How many questions of the bank may stand on a paper of this blueprint.
pub fn pool(blueprint: &Blueprint, bank: &Bank, standard: &Standard) -> usize {
    facts_of(blueprint, bank, standard).len()
}

/// What a candidate at the cut is expected to win of a question of this kind, in hundredths, until it has been answered
/// often enough to know: what guessing gives, and seven tenths of what it leaves.
pub fn expected_share(kind: &QuestionKind) -> u32 {
    let guessing = match kind {
        QuestionKind::Single(answers) | QuestionKind::Number(answers) => share_of(1, answers.len()),
        QuestionKind::TrueFalse { reasons, .. } => share_of(1, 2 * reasons.len()),
        QuestionKind::Mistake { lines, .. } => share_of(1, 1 + lines.iter().filter(|line| line.own).count()),
        // One act is best and one second best; half is lost where the worst is not seen.
        QuestionKind::Judgement(_) => 24,
        QuestionKind::Several(_) | QuestionKind::Order { .. } | QuestionKind::Match { .. } => 10,
    };
    guessing + (100 - guessing) * 7 / 10
}

fn share_of(part: usize, of: usize) -> u32 {
    u32::try_from(100 * part / of.max(1)).unwrap_or(0)
}
