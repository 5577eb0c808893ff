//! Many papers of one blueprint beside each other: whether they are equally hard, and how often each question is seen.

use crate::base::chance::Seed;
use crate::content::blueprint::Blueprint;
use crate::content::scenario::Pack;
use crate::exam::paper::{Shortage, draw, expected_share, pool};
use std::collections::BTreeMap;

/// What many papers have in common and where they differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormSpread {
    /// How many were drawn.
    pub papers: u32,
    /// How many questions of the bank may stand on one.
    pub pool: usize,
    /// How many of those stood on none.
    pub never: usize,
    /// What a candidate at the cut is expected to win: least, mean and most of all papers, in hundredths of a point.
    pub expected: (u32, u32, u32),
    /// How many questions two papers that follow each other share: mean in hundredths, and most.
    pub shared: (u32, usize),
    /// The questions that stand on most papers, each with on how many.
    pub most_seen: Vec<(Box<str>, u32)>,
}

/// How many of the most seen questions are told.
const TOLD: usize = 10;

/// Draws so many papers, from this seed on.
///
/// # Errors
/// What the bank is short of.
pub fn spread(blueprint: &Blueprint, pack: &Pack, papers: u32, seed: Seed) -> Result<FormSpread, Vec<Shortage>> {
    let mut times: BTreeMap<Box<str>, u32> = BTreeMap::new();
    let (mut expected, mut shared): (Vec<u32>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut last: Vec<Box<str>> = Vec::new();
    for number in 0..papers {
        let own = Seed::new(seed.number().wrapping_add(u64::from(number)));
        let paper = draw(blueprint, &pack.bank, &pack.standard, own)?;
        let ids: Vec<Box<str>> = paper.items.into_iter().map(|item| item.question).collect();
        let kinds = ids.iter().filter_map(|id| pack.bank.find(id)).map(|question| expected_share(&question.kind));
        expected.push(kinds.sum::<u32>() * 100 / u32::try_from(ids.len()).unwrap_or(u32::MAX).max(1));
        if number > 0 {
            shared.push(ids.iter().filter(|id| last.contains(id)).count());
        }
        for id in &ids {
            *times.entry(id.clone()).or_default() += 1;
        }
        last = ids;
    }
    let pool = pool(blueprint, &pack.bank, &pack.standard);
    let mut most_seen: Vec<(Box<str>, u32)> = times.into_iter().collect();
    most_seen.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    let never = pool - most_seen.len().min(pool);
    most_seen.truncate(TOLD);
    let mean = expected.iter().map(|own| u64::from(*own)).sum::<u64>() / (expected.len() as u64).max(1);
    let mean_shared = 100 * shared.iter().sum::<usize>() / shared.len().max(1);
    Ok(FormSpread {
        papers,
        pool,
        never,
        expected: (
            expected.iter().min().copied().unwrap_or(0),
            u32::try_from(mean).unwrap_or(u32::MAX),
            expected.iter().max().copied().unwrap_or(0),
        ),
        shared: (u32::try_from(mean_shared).unwrap_or(u32::MAX), shared.into_iter().max().unwrap_or(0)),
        most_seen,
    })
}
