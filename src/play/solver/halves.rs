//! A list worked on by two threads, half by half. The only file of the house above the water line that starts a thread:
//! nothing of the world comes in with it, since what is done with an item hangs on the item alone, and the results come
//! back in the order of the list.

use std::thread;

/// From how many items on a second thread is worth its start.
const WORTH_A_THREAD: usize = 8;

/// What `work` makes of each item, in their order.
pub(super) fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    if items.len() < WORTH_A_THREAD {
        return items.iter().map(work).collect();
    }
    let (one, other) = items.split_at(items.len() / 2);
    thread::scope(|scope| {
        let one = scope.spawn(|| one.iter().map(&work).collect::<Vec<_>>());
        let other: Vec<_> = other.iter().map(&work).collect();
        let mut all = one.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        all.extend(other);
        all
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_back_in_the_order_of_the_list() {
        for count in [0, 1, WORTH_A_THREAD - 1, WORTH_A_THREAD, 101] {
            let items: Vec<usize> = (0..count).collect();
            assert_eq!(map(&items, |item| item * 2), items.iter().map(|item| item * 2).collect::<Vec<_>>());
        }
    }
}
