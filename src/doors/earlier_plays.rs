//! Plays that are older than the journal: what they showed is taken in once, when a journal begins.

use crate::base::bilingual::Bilingual;
use crate::both;
use crate::content::scenario::Pack;
use crate::record::day::Day;
use crate::record::history::History;
use crate::record::journal::{Happened, JournalOrigin, JournalStamp};
use crate::store::Learner;
use crate::trainer::learning::Learning;
use jiff::Timestamp;

/// Writes into a journal that says nothing yet what the plays before it showed, each on its day; and tells it. Nothing where
/// the journal has begun, so that it happens once.
pub(super) fn take_in(
    learner: &mut Learner,
    history: &History,
    pack: &Pack,
    (origin, offset): (JournalOrigin, i32),
) -> Option<Bilingual> {
    if !history.plays().iter().any(|play| play.finished) || !learner.read_journal().is_empty() {
        return None;
    }
    let finished = history.plays().iter().filter(|play| play.finished);
    let mut shown: Vec<(Timestamp, Vec<Happened>)> = finished
        .filter_map(|play| {
            let attempt = learner.load(play.id).ok()?;
            let scenario = pack.scenario(&attempt.scenario)?;
            let shown = Learning::of_earlier(play.id, &attempt, scenario, &pack.standard);
            (!shown.is_empty()).then_some((attempt.updated, shown))
        })
        .collect();
    shown.sort_by_key(|(at, _)| *at);
    let count = shown.len();
    let day_of = |at: Timestamp| Day::at(at, offset);
    for plays in shown.chunk_by_mut(|(one, _), (other, _)| day_of(*one) == day_of(*other)) {
        let Some((at, _)) = plays.last() else { continue };
        let stamp = JournalStamp { origin, at: *at, day: day_of(*at) };
        let happened = plays.iter_mut().flat_map(|(_, shown)| std::mem::take(shown)).collect();
        // Whether it is on the disk is told by the state, for as long as it is not.
        let _ = learner.append(happened, stamp);
    }
    (count > 0).then(|| {
        both!(
            "what you showed in {count} earlier plays is remembered from now on",
            "以前 {count} 次演练里会的和不会的，从现在起都记住了"
        )
    })
}
