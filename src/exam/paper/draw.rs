//! Drawing a paper. What is rare is placed first; a form that does not come out, or is easier or harder than others, is
//! thrown away and drawn anew.

use super::question_facts::{QuestionFacts, facts_of, is_judged, is_number, is_order};
use super::quota::Quota;
use super::shortage::{Shortage, one_a_clause, shortages};
use crate::base::chance::Seed;
use crate::content::bank::Bank;
use crate::content::blueprint::Blueprint;
use crate::content::standard::{RequirementId, Standard};
use crate::record::sitting::{ExamPaper, PaperItem, PaperVisit};

/// How often a form is drawn anew before the bank is said to hold too little.
const DRAWS: u32 = 400;

/// How far the expected share of a form may lie from that of the bank, in hundredths.
const SPREAD: u32 = 3;

/// The paper of this seed.
///
/// # Errors
/// Everything that the bank is short of.
pub fn draw(blueprint: &Blueprint, bank: &Bank, standard: &Standard, seed: Seed) -> Result<ExamPaper, Vec<Shortage>> {
    let facts = facts_of(blueprint, bank, standard);
    let quota = Quota::of(blueprint);
    let items = form(&facts, blueprint, standard, &quota, seed, "form");
    let items = items.ok_or_else(|| told(shortages(blueprint, bank, standard)))?;
    Ok(ExamPaper { items, visits: visits(blueprint, seed) })
}

/// The further form of a borderline result: none of the questions of the first and none of their
/// named enemies, blocks in the same proportion.
///
/// # Errors
/// Everything that the bank is short of.
pub fn draw_further(
    blueprint: &Blueprint,
    bank: &Bank,
    standard: &Standard,
    first: &[PaperItem],
    seed: Seed,
) -> Result<Vec<PaperItem>, Vec<Shortage>> {
    let mut facts = facts_of(blueprint, bank, standard);
    let known: Vec<_> = first.iter().filter_map(|item| bank.find(&item.question)).collect();
    let was_given = |own: &QuestionFacts| {
        known.iter().any(|other| other.id == own.question.id || own.question.is_named_enemy_of(other))
    };
    facts.retain(|own| !was_given(own));
    let quota = Quota::of_further(blueprint);
    let items = form(&facts, blueprint, standard, &quota, seed, "further form");
    items.ok_or_else(|| told(shortages(blueprint, bank, standard)))
}

/// What is missing; where each demand can be met and not all of them together, that.
fn told(missing: Vec<Shortage>) -> Vec<Shortage> {
    if missing.is_empty() { vec![Shortage::Together] } else { missing }
}

fn visits(blueprint: &Blueprint, seed: Seed) -> Vec<PaperVisit> {
    let Some(pool) = &blueprint.scenarios else { return Vec::new() };
    let order = seed.shuffle("visits", pool.from.len()).into_iter().take(pool.count as usize);
    let visit = |at: usize| {
        let scenario = pool.from[at].clone();
        let seed = Seed::new(seed.roll(&scenario, 0).0);
        PaperVisit { scenario, seed }
    };
    order.map(visit).collect()
}

/// The questions of a form, block by block; none where no draw comes out.
fn form(
    facts: &[QuestionFacts],
    blueprint: &Blueprint,
    standard: &Standard,
    quota: &Quota,
    seed: Seed,
    name: &str,
) -> Option<Vec<PaperItem>> {
    let apart: Vec<bool> = (0..quota.blocks.len()).map(|block| one_a_clause(blueprint, standard, block)).collect();
    let target = expected(facts.iter(), quota);
    (0..DRAWS).find_map(|draw| {
        let rolls = Seed::new(seed.roll(name, draw).0);
        let order = rolls.shuffle("questions", facts.len());
        let form = FormInMaking { facts, quota, apart: &apart, order: &order, chosen: Vec::new() }.complete(rolls)?;
        let share = expected(form.iter().map(|at| &facts[*at]), quota);
        (share.abs_diff(target) <= SPREAD * 100).then(|| in_blocks(facts, &form))
    })
}

/// The expected share of some questions, blocks weighted as the form has them; in ten-thousandths.
fn expected<'f>(facts: impl Iterator<Item = &'f QuestionFacts<'f>>, quota: &Quota) -> u32 {
    let mut sums = vec![(0_u32, 0_u32); quota.blocks.len()];
    for own in facts {
        let (sum, count) = &mut sums[own.block];
        (*sum, *count) = (*sum + own.share, *count + 1);
    }
    let weighted = sums.iter().zip(&quota.blocks).filter(|((_, count), _)| *count > 0);
    let (total, items) = weighted
        .fold((0, 0), |(total, items), ((sum, count), weight)| (total + 100 * sum * weight / count, items + weight));
    total / items.max(1)
}

/// The chosen ones as a paper shows them.
fn in_blocks(facts: &[QuestionFacts], form: &[usize]) -> Vec<PaperItem> {
    let mut items: Vec<PaperItem> =
        form.iter().map(|at| PaperItem { question: facts[*at].question.id.clone(), block: facts[*at].block }).collect();
    items.sort_by_key(|item| item.block);
    items
}

/// A form being filled. Those of an earlier wish count for the later ones too.
struct FormInMaking<'f> {
    facts: &'f [QuestionFacts<'f>],
    quota: &'f Quota,
    /// For each block, whether no two of one clause may stand in it.
    apart: &'f [bool],
    /// The order in which questions are tried.
    order: &'f [usize],
    chosen: Vec<usize>,
}

impl FormInMaking<'_> {
    /// What was chosen, where every wish was met; shuffled, so that a place in a block says nothing.
    fn complete(mut self, rolls: Seed) -> Option<Vec<usize>> {
        if self.quota.critical {
            self.critical();
        }
        self.at_least(self.quota.orders, is_order)?;
        self.at_least(self.quota.numbers, is_number)?;
        self.at_least(self.quota.judged, is_judged)?;
        for block in 0..self.quota.blocks.len() {
            while self.left(block) > 0 {
                self.add(|own| own.block == block)?;
            }
        }
        Some(rolls.shuffle("places", self.chosen.len()).into_iter().map(|at| self.chosen[at]).collect())
    }

    /// Each critical topic that the bank has a question for, once.
    fn critical(&mut self) {
        let mut topics: Vec<RequirementId> = Vec::new();
        let rows = self.order.iter().flat_map(|at| &self.facts[*at].critical);
        rows.for_each(|row| topics.extend((!topics.contains(row)).then_some(*row)));
        for topic in topics {
            if !self.chosen.iter().any(|at| self.facts[*at].critical.contains(&topic)) {
                let _ = self.add(|own| own.critical.contains(&topic));
            }
        }
    }

    fn at_least(&mut self, count: u32, fits: impl Fn(&QuestionFacts) -> bool) -> Option<()> {
        while self.chosen.iter().filter(|at| fits(&self.facts[**at])).count() < count as usize {
            self.add(&fits)?;
        }
        Some(())
    }

    /// The first question in order that fits and may stand beside what was chosen.
    fn add(&mut self, fits: impl Fn(&QuestionFacts) -> bool) -> Option<()> {
        let next = self.order.iter().copied().find(|at| fits(&self.facts[*at]) && self.may_stand(*at))?;
        self.chosen.push(next);
        Some(())
    }

    fn may_stand(&self, at: usize) -> bool {
        let own = &self.facts[at];
        let clash = |other: &QuestionFacts| {
            own.is_enemy_of(other) || self.apart[own.block] && own.block == other.block && own.clause == other.clause
        };
        self.left(own.block) > 0 && !self.chosen.iter().any(|other| *other == at || clash(&self.facts[*other]))
    }

    fn left(&self, block: usize) -> u32 {
        let taken = self.chosen.iter().filter(|at| self.facts[**at].block == block).count();
        self.quota.blocks[block].saturating_sub(u32::try_from(taken).unwrap_or(u32::MAX))
    }
}
