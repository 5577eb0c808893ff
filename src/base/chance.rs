//! The only dice: a seed and named draws.
//!
//! A draw is keyed by (seed, name, occurrence), never by the order of drawing, so another path under the same seed
//! meets the same customer. The stream is `ChaCha8` (`rand_chacha`), which is promised not to change; the key and the
//! mapping to outcomes are ours and pinned by tests: stored plays depend on them for ever.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use std::fmt;

/// What all chance of one play comes from. Below 2^53, so that every JSON reader keeps it exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Seed(u64);

impl Seed {
    /// What every seed is below.
    pub const LIMIT: u64 = 1 << 53;

    /// A seed from a number; only the lowest 53 bits count.
    pub const fn new(number: u64) -> Seed {
        Seed(number % Seed::LIMIT)
    }

    /// The seed as it is typed and saved.
    pub const fn number(self) -> u64 {
        self.0
    }

    /// The stream of one named draw.
    fn stream(self, name: &str, occurrence: u32) -> ChaCha8Rng {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&self.0.to_le_bytes());
        key[8..16].copy_from_slice(&fnv1a(name.as_bytes()).to_le_bytes());
        key[16..20].copy_from_slice(&occurrence.to_le_bytes());
        key[24..].copy_from_slice(b"doorstep");
        ChaCha8Rng::from_seed(key)
    }

    /// The roll of one named draw.
    pub fn roll(self, name: &str, occurrence: u32) -> Roll {
        Roll(self.stream(name, occurrence).next_u64())
    }

    /// Rolls without end, for a crowd of players that nobody will ask for one by one.
    pub fn rolls_without_end(self, name: &str) -> RollsWithoutEnd {
        RollsWithoutEnd(self.stream(name, 0))
    }

    /// The numbers 0 to `count`-1 in an order that this seed and name decide (Fisher and Yates).
    pub fn shuffle(self, name: &str, count: usize) -> Vec<usize> {
        let mut stream = self.stream(name, 0);
        let mut order: Vec<usize> = (0..count).collect();
        for last in (1..count).rev() {
            let places = u32::try_from(last + 1).unwrap_or(u32::MAX);
            order.swap(last, Roll(stream.next_u64()).below(places) as usize);
        }
        order
    }
}

impl fmt::Display for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// 64 random bits that have not been mapped to an outcome yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Roll(pub u64);

impl Roll {
    /// Where the roll falls among outcomes with these weights; their sum must not be 0.
    pub fn pick(self, weights: &[u32]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (outcome, weight) in weights.iter().enumerate() {
            if left < *weight {
                return outcome;
            }
            left -= weight;
        }
        weights.len().saturating_sub(1)
    }

    /// A number below `limit`, by multiplying and shifting; the bias is below limit / 2^64.
    #[inline]
    pub fn below(self, limit: u32) -> u32 {
        high_half(u128::from(self.0) * u128::from(limit))
    }
}

/// What stands above the lowest 64 bits of a product of 64 by 32 bits: at most 32 bits.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the product has 96 bits, and 64 of them are shifted out")]
fn high_half(product: u128) -> u32 {
    (product >> 64) as u32
}

/// One roll after the other.
#[derive(Clone, Debug)]
pub struct RollsWithoutEnd(ChaCha8Rng);

impl RollsWithoutEnd {
    /// The next roll.
    #[inline]
    pub fn roll(&mut self) -> Roll {
        Roll(self.0.next_u64())
    }
}

/// Where the outcomes of a play come from: a seed when somebody plays, all of them in turn when a play is averaged.
pub trait Dice {
    /// The outcome (an index into `weights`) of the chance with this number in its scenario.
    fn draw(&mut self, chance: usize, weights: &[u32]) -> usize;
}

/// Dice that were rolled beforehand: one roll a chance, by its number in the scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rolls(pub Box<[Roll]>);

impl Rolls {
    /// The roll of each named chance under a seed, in this order.
    pub fn of_seed<'n>(seed: Seed, names: impl Iterator<Item = &'n str>) -> Rolls {
        Rolls(names.map(|name| seed.roll(name, 0)).collect())
    }
}

impl Dice for Rolls {
    fn draw(&mut self, chance: usize, weights: &[u32]) -> usize {
        self.0[chance].pick(weights)
    }
}

/// FNV-1a, 64 bits: the pinned hash of names.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// If this test fails, every stored play would meet another customer: do not change the numbers.
    #[test]
    fn the_first_draws_of_a_few_seeds_are_pinned() {
        let rolls = [0, 1, 2, 42, Seed::LIMIT - 1].map(|n| Seed::new(n).roll("bell", 0).0);
        let pinned = [
            1_254_250_840_045_338_271,
            11_283_110_638_228_301_028,
            10_759_707_921_311_478_261,
            17_533_485_084_039_759_445,
            15_063_769_956_646_108_882,
        ];
        assert_eq!(rolls, pinned);
        assert_eq!(Seed::new(42).shuffle("order:landing", 6), [4, 5, 3, 1, 0, 2]);
    }

    #[test]
    fn outcomes_come_as_often_as_their_weights_say() {
        let mut seen = [0u32; 3];
        for seed in 0..10_000 {
            seen[Seed::new(seed).roll("whereabouts", 0).pick(&[5, 3, 2])] += 1;
        }
        assert!(
            seen[0].abs_diff(5000) < 200 && seen[1].abs_diff(3000) < 200 && seen[2].abs_diff(2000) < 200,
            "{seen:?}"
        );
    }

    #[test]
    fn names_and_occurrences_draw_apart() {
        let seed = Seed::new(7);
        assert_ne!(seed.roll("bell", 0), seed.roll("bell", 1));
        assert_ne!(seed.roll("bell", 0), seed.roll("peephole", 0));
        assert_eq!(Roll(u64::MAX).pick(&[1, 0]), 0, "an outcome without weight never comes");
    }
}
