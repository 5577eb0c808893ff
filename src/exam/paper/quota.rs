//! How many questions of which kind a form has.

use crate::content::blueprint::Blueprint;

/// How many questions of which kind a form has.
pub(super) struct Quota {
    /// Of each block.
    pub(super) blocks: Vec<u32>,
    /// That put a procedure in order, at least.
    pub(super) orders: u32,
    /// That ask for a number, at least.
    pub(super) numbers: u32,
    /// That are judgements or dialogues, at least.
    pub(super) judged: u32,
    /// Whether each critical topic stands in it.
    pub(super) critical: bool,
}

impl Quota {
    /// That of a paper.
    pub(super) fn of(blueprint: &Blueprint) -> Quota {
        Quota {
            blocks: blueprint.blocks.iter().map(|block| block.items).collect(),
            orders: blueprint.orders,
            numbers: blueprint.numbers,
            judged: blueprint.judged_items(),
            critical: true,
        }
    }

    /// That of the further form: blocks in the same proportion.
    pub(super) fn of_further(blueprint: &Blueprint) -> Quota {
        let judged = (blueprint.further * blueprint.judgement).div_ceil(100);
        Quota { blocks: in_proportion(blueprint), orders: 0, numbers: 0, judged, critical: false }
    }
}

/// How many questions of each block the further form has: as many of a hundred as the first, the largest rest first.
fn in_proportion(blueprint: &Blueprint) -> Vec<u32> {
    let (all, further) = (blueprint.items().max(1), blueprint.further);
    let mut counts: Vec<u32> = blueprint.blocks.iter().map(|block| block.items * further / all).collect();
    let rest = |at: &usize| blueprint.blocks[*at].items * further % all;
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(rest(at)), *at));
    let given: u32 = counts.iter().sum();
    order.into_iter().take((further - given) as usize).for_each(|at| counts[at] += 1);
    counts
}
