//! Could the best answer be guessed without knowing the trade? The moments at which a best play chooses, and how likely
//! it is that chance alone puts the best answer where a guesser looks.

use crate::content::scenario::{ChoiceId, SceneId};

/// A choice that stands on a best line and meets something, among what was open there.
pub(super) struct DecisionPoint {
    pub scene: SceneId,
    pub best: ChoiceId,
    pub open: Vec<ChoiceId>,
}

/// How often a way of guessing finds the best answer.
pub(super) struct Guess<'m> {
    pub hits: Vec<&'m DecisionPoint>,
    /// At how many moments it has a guess at all.
    pub tried: usize,
    /// How probable it is that so many hits come by chance.
    pub by_chance: f64,
}

/// A way of guessing, as the one choice that it takes at a moment, if it takes any.
pub(super) fn guess(points: &[DecisionPoint], pick: impl Fn(&DecisionPoint) -> Option<ChoiceId>) -> Guess<'_> {
    let tried: Vec<(&DecisionPoint, ChoiceId)> =
        points.iter().filter_map(|point| pick(point).map(|choice| (point, choice))).collect();
    let hits: Vec<&DecisionPoint> =
        tried.iter().filter(|(point, choice)| point.best == *choice).map(|(point, _)| *point).collect();
    let chances: Vec<f64> = tried.iter().map(|(point, _)| one_in(point.open.len())).collect();
    let by_chance = at_least(hits.len(), &chances);
    Guess { tried: tried.len(), hits, by_chance }
}

/// How probable it is to hit one of so many choices; a scene has far fewer than a number of 32 bits can count.
fn one_in(choices: usize) -> f64 {
    1.0 / f64::from(u32::try_from(choices).unwrap_or(u32::MAX))
}

/// How probable it is that at least so many of these happen.
pub(super) fn at_least(wanted: usize, chances: &[f64]) -> f64 {
    let mut exactly = vec![1.0];
    for chance in chances {
        let mut next = vec![0.0; exactly.len() + 1];
        for (hits, weight) in exactly.iter().enumerate() {
            next[hits] += weight * (1.0 - chance);
            next[hits + 1] += weight * chance;
        }
        exactly = next;
    }
    exactly.iter().skip(wanted).sum()
}

/// How often the best answer is among the choices that have something, where some of the open ones have it and some not.
pub(super) struct Divided<'m> {
    pub hits: Vec<&'m DecisionPoint>,
    /// At how many moments it divides the choices.
    pub tried: usize,
    /// How probable it is that so many hits come by chance.
    pub by_chance: f64,
}

/// What comes of choosing only among those that have something: `among` gives their bits, by the place of a moment.
pub(super) fn divide(points: &[DecisionPoint], among: impl Fn(usize) -> u32) -> Divided<'_> {
    let mut divided = Divided { hits: Vec::new(), tried: 0, by_chance: 1.0 };
    let mut chances = Vec::new();
    for (number, point) in points.iter().enumerate() {
        let (bits, all) = (among(number) & point.bits(), point.bits());
        if bits == 0 || bits == all {
            continue;
        }
        divided.tried += 1;
        chances.push(f64::from(bits.count_ones()) / f64::from(all.count_ones()));
        if bits & point.best_bit() != 0 {
            divided.hits.push(point);
        }
    }
    divided.by_chance = at_least(divided.hits.len(), &chances);
    divided
}

impl DecisionPoint {
    /// A bit for each open choice, the first 32 of them.
    pub(super) fn bits(&self) -> u32 {
        u32::MAX.checked_shr(32_u32.saturating_sub(u32::try_from(self.open.len()).unwrap_or(32))).unwrap_or(0)
    }

    /// The bit of the best one.
    pub(super) fn best_bit(&self) -> u32 {
        let place = self.open.iter().take(32).position(|id| *id == self.best);
        place.map_or(0, |place| 1 << place)
    }
}

/// The choice for which something is largest, if it is larger than for all others.
pub(super) fn largest(point: &DecisionPoint, of: impl Fn(ChoiceId) -> usize) -> Option<ChoiceId> {
    let best = point.open.iter().copied().max_by_key(|id| of(*id))?;
    let others = point.open.iter().filter(|id| **id != best);
    (others.map(|id| of(*id)).max()? < of(best)).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::at_least;

    #[test]
    fn the_tail_is_that_of_independent_chances() {
        let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-12, "{a} {b}");
        near(at_least(0, &[0.5, 0.5]), 1.0);
        near(at_least(1, &[0.5, 0.5]), 0.75);
        near(at_least(2, &[0.5, 0.25]), 0.125);
        near(at_least(3, &[0.5, 0.25]), 0.0);
    }
}
