//! Which steps of a procedure were in place: the heaviest subsequence whose ranks do not fall.
//!
//! So doing step 9 first and then 1 to 8 is one late step, not eight.

/// One due step that a play performed, in the order of performing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Performed {
    /// Its place in the procedure as the standard has it; steps of one rank may come in any order.
    pub rank: i32,
    /// In points; not negative.
    pub weight: i32,
}

/// For each step whether it is in place. Between equally heavy choices the earlier steps are kept.
pub fn in_place(steps: &[Performed]) -> Vec<bool> {
    // heaviest[n]: the most that steps n.. can weigh in place, when step n is the first of them.
    let mut heaviest = vec![0; steps.len()];
    for n in (0..steps.len()).rev() {
        heaviest[n] = steps[n].weight + best_after(steps, &heaviest, n + 1, steps[n].rank);
    }
    let mut placed = vec![false; steps.len()];
    let (mut rank, mut left) = (i32::MIN, best_after(steps, &heaviest, 0, i32::MIN));
    for n in 0..steps.len() {
        if steps[n].rank >= rank && heaviest[n] == left {
            placed[n] = true;
            rank = steps[n].rank;
            left -= steps[n].weight;
        }
    }
    placed
}

fn best_after(steps: &[Performed], heaviest: &[i32], from: usize, rank: i32) -> i32 {
    (from..steps.len()).filter(|n| steps[*n].rank >= rank).map(|n| heaviest[n]).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert_eq, proptest};

    fn steps(ranks: &[(i32, i32)]) -> Vec<Performed> {
        ranks.iter().map(|(rank, weight)| Performed { rank: *rank, weight: *weight }).collect()
    }

    #[test]
    fn step_nine_done_first_is_one_late_step() {
        let late = in_place(&steps(&[(9, 4), (1, 4), (2, 4), (3, 4)]));
        assert_eq!(late, [false, true, true, true]);
    }

    #[test]
    fn between_equals_the_earlier_step_is_kept() {
        assert_eq!(in_place(&steps(&[(2, 4), (1, 4)])), [true, false]);
        assert_eq!(in_place(&steps(&[(1, 2), (3, 2), (2, 2)])), [true, true, false]);
        assert_eq!(in_place(&steps(&[(5, 2), (5, 8), (5, 4)])), [true, true, true]);
    }

    /// An independent check: every subsequence is tried.
    fn by_hand(steps: &[Performed]) -> (i32, u32) {
        let mut best = (0, 0);
        for set in 0u32..1 << steps.len() {
            let kept: Vec<_> = (0..steps.len()).filter(|n| set >> n & 1 == 1).collect();
            if kept.windows(2).any(|pair| steps[pair[0]].rank > steps[pair[1]].rank) {
                continue;
            }
            let weight: i32 = kept.iter().map(|n| steps[*n].weight).sum();
            // Earlier steps count for more when the weights are equal: compare the sets as seen from the first step.
            let earliness = set.reverse_bits();
            best = best.max((weight, earliness));
        }
        best
    }

    proptest! {
        #[test]
        fn the_heaviest_and_earliest_alignment_is_found(ranks in proptest::collection::vec((0i32..6, 1i32..4), 0..11)) {
            let steps = steps(&ranks.iter().map(|(rank, w)| (*rank, w * 2)).collect::<Vec<_>>());
            let placed = in_place(&steps);
            let weight: i32 = steps.iter().zip(&placed).filter(|(_, placed)| **placed).map(|(step, _)| step.weight).sum();
            let set = placed.iter().enumerate().fold(0u32, |set, (n, placed)| set | u32::from(*placed) << n);
            prop_assert_eq!((weight, set.reverse_bits()), by_hand(&steps));
        }
    }
}
