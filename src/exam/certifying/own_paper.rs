//! Whether a sitting's paper is one that its exam puts: whoever has the program can seal a record of her own, with a paper of
//! one question.

use crate::content::blueprint::Blueprint;
use crate::content::scenario::Pack;
use crate::exam::marking::{ExamVerdict, judge, mark};
use crate::exam::sitting::Sitting;
use crate::record::sitting::{PaperItem, SittingEvent, SittingLine};
use std::collections::BTreeSet;

/// The most minutes more that a candidate is given.
pub const MOST_EXTRA_MINUTES: u32 = 480;

/// Whether the paper has the blocks, scenarios and minutes of its exam, each question and scenario once, and a further form
/// only behind a borderline one.
pub(super) fn is_own_paper(lines: &[SittingLine], sitting: &Sitting, blueprint: &Blueprint, pack: &Pack) -> bool {
    let begun = sitting.begun();
    let in_time = begun.minutes == blueprint.minutes && begun.extra_minutes <= MOST_EXTRA_MINUTES;
    let asked: BTreeSet<&str> = sitting.items().iter().map(|item| &*item.question).collect();
    let visits: BTreeSet<&str> = begun.paper.visits.iter().map(|own| &*own.scenario).collect();
    let is_in_pool = match &blueprint.scenarios {
        Some(pool) => {
            visits.len() == pool.count as usize && visits.iter().all(|own| pool.from.iter().any(|id| **id == **own))
        }
        None => visits.is_empty(),
    };
    let (first, further) = sitting.items().split_at(sitting.first_items());
    let filled = blueprint
        .blocks
        .iter()
        .enumerate()
        .all(|(block, own)| first.iter().filter(|item| item.block == block).count() == own.items as usize);
    let fits = |item: &PaperItem| is_of_block(item, blueprint, pack);
    in_time
        && is_in_pool
        && visits.len() == begun.paper.visits.len()
        && asked.len() == sitting.items().len()
        && first.len() == blueprint.items() as usize
        && filled
        && sitting.items().iter().all(fits)
        && (further.is_empty() && !sitting.is_further() || is_due_further(lines, further.len(), blueprint, pack))
}

fn is_of_block(item: &PaperItem, blueprint: &Blueprint, pack: &Pack) -> bool {
    let Some(block) = blueprint.blocks.get(item.block) else { return false };
    let tests = pack.bank.find(&item.question).and_then(|own| own.tests.first());
    tests.is_some_and(|first| block.sections.contains(&pack.standard.requirement(*first).section))
}

/// Whether a further form has its questions, and the first was borderline.
fn is_due_further(lines: &[SittingLine], items: usize, blueprint: &Blueprint, pack: &Pack) -> bool {
    let before = lines.iter().position(|line| matches!(line.what, SittingEvent::Further { .. }));
    let first = before.and_then(|at| Sitting::replay(&lines[..at]).ok());
    let marks = first.and_then(|first| mark(&first, blueprint, pack).ok());
    items == blueprint.further as usize && marks.is_some_and(|own| judge(&own, blueprint) == ExamVerdict::Borderline)
}
