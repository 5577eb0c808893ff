//! What a bank is short of before a blueprint can be filled.

use super::question_facts::{QuestionFacts, facts_of, is_judged, is_number, is_order};
use super::quota::Quota;
use crate::content::bank::Bank;
use crate::content::blueprint::Blueprint;
use crate::content::standard::{RequirementId, Standard};
use rustc_hash::FxHashSet;

/// Something that is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shortage {
    /// A block wants so many questions that can stand beside each other, and there are fewer.
    Block {
        /// Its place in the blueprint.
        block: usize,
        /// How many it wants.
        wants: u32,
        /// How many there are.
        has: u32,
    },
    /// Too few questions put a procedure in order.
    Orders {
        /// How many are wanted.
        wants: u32,
        /// How many there are.
        has: u32,
    },
    /// Too few ask for a number.
    Numbers {
        /// How many are wanted.
        wants: u32,
        /// How many there are.
        has: u32,
    },
    /// Too few are judgements or dialogues.
    Judged {
        /// How many are wanted.
        wants: u32,
        /// How many there are.
        has: u32,
    },
    /// No question is about this critical row.
    Critical(RequirementId),
    /// The further form wants more questions of a block than the first leaves.
    Further {
        /// Its place in the blueprint.
        block: usize,
        /// How many both forms want.
        wants: u32,
        /// How many there are.
        has: u32,
    },
    /// Each wish can be met, and no draw met all of them at once.
    Together,
}

/// Whether a block has so many clauses that no two of its questions need be of one. Otherwise they are of different
/// requirements.
pub(super) fn one_a_clause(blueprint: &Blueprint, standard: &Standard, block: usize) -> bool {
    let block = &blueprint.blocks[block];
    let rows = standard.requirements.iter().filter(|row| block.sections.contains(&row.section));
    let clauses: FxHashSet<_> = rows.map(|row| row.clause).collect();
    clauses.len() > block.items as usize
}

/// What is missing, each demand by itself; empty where each can be met.
pub fn shortages(blueprint: &Blueprint, bank: &Bank, standard: &Standard) -> Vec<Shortage> {
    let facts = facts_of(blueprint, bank, standard);
    let mut missing = Vec::new();
    let further = Quota::of_further(blueprint).blocks;
    for (block, spec) in blueprint.blocks.iter().enumerate() {
        let own: Vec<&QuestionFacts> = facts.iter().filter(|own| own.block == block).collect();
        let (wants, has) = (spec.items, beside(&own, one_a_clause(blueprint, standard, block)));
        if has < wants {
            missing.push(Shortage::Block { block, wants, has });
            continue;
        }
        let (wants, has) = (wants + further[block], count(own.len()));
        if has < wants {
            missing.push(Shortage::Further { block, wants, has });
        }
    }
    let orders = count(facts.iter().filter(|own| is_order(own)).count());
    let numbers = count(facts.iter().filter(|own| is_number(own)).count());
    let judged = count(facts.iter().filter(|own| is_judged(own)).count());
    let wished = [
        (blueprint.orders, orders, Shortage::Orders { wants: blueprint.orders, has: orders }),
        (blueprint.numbers, numbers, Shortage::Numbers { wants: blueprint.numbers, has: numbers }),
        (blueprint.judged_items(), judged, Shortage::Judged { wants: blueprint.judged_items(), has: judged }),
    ];
    missing.extend(wished.into_iter().filter(|(wants, has, _)| has < wants).map(|(_, _, shortage)| shortage));
    missing.extend(uncovered(blueprint, standard, &facts).map(Shortage::Critical));
    missing
}

/// The critical rows in the sections of the blueprint that no question is about.
fn uncovered<'f>(
    blueprint: &'f Blueprint,
    standard: &'f Standard,
    facts: &'f [QuestionFacts<'f>],
) -> impl Iterator<Item = RequirementId> {
    let belongs = |id: &RequirementId| {
        let row = standard.requirement(*id);
        row.is_critical() && blueprint.blocks.iter().any(|block| block.sections.contains(&row.section))
    };
    standard.ids().filter(belongs).filter(|id| !facts.iter().any(|own| own.critical.contains(id)))
}

/// How many of these can stand beside each other, at least: taken greedily, those with the fewest rows first.
fn beside(facts: &[&QuestionFacts], apart: bool) -> u32 {
    let mut order = facts.to_vec();
    order.sort_by_key(|own| own.question.tests.len());
    let mut chosen: Vec<&QuestionFacts> = Vec::new();
    for own in order {
        if !chosen.iter().any(|other| own.is_enemy_of(other) || apart && own.clause == other.clause) {
            chosen.push(own);
        }
    }
    count(chosen.len())
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
