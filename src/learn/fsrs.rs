//! How memory fades and is renewed: FSRS-6 with its default parameters, over whole days. It knows numbers alone; what is
//! remembered, and when, is the matter of `memory`.
//!
//! The formulas are those of <https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm>, written here because
//! the crate brings the training of parameters and forty packages along. They are held to two other implementations.

use crate::record::journal::Rating;

/// The share that is to be remembered when something is due.
pub const RETENTION: f64 = 0.9;

/// The parameters that FSRS-6 was published with.
const W: [f64; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
    1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

const LEAST_STABILITY: f64 = 0.001;

/// The most days between two reviews: a hundred years.
const LONGEST: f64 = 36_500.0;

/// The share of what was never met that is right at the first try all the same.
const GUESSED: f64 = 0.3;

/// How firmly something is remembered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strength {
    /// The days after which nine of ten such things are still remembered.
    pub stability: f64,
    /// From 1, easily kept, to 10.
    pub difficulty: f64,
}

impl Strength {
    /// After the first time.
    pub fn first(rating: Rating) -> Strength {
        let stability = match rating {
            Rating::Again => W[0],
            Rating::Hard => W[1],
            Rating::Good => W[2],
        };
        Strength { stability, difficulty: first_difficulty(grade(rating)).clamp(1.0, 10.0) }
    }

    /// After so many days, and then a review.
    #[must_use]
    pub fn reviewed(self, days: u32, rating: Rating) -> Strength {
        let stability = match (days, rating) {
            (0, _) => self.same_day(rating),
            (_, Rating::Again) => self.forgotten(days),
            (_, Rating::Hard | Rating::Good) => self.remembered(days, rating),
        };
        Strength { stability: stability.max(LEAST_STABILITY), difficulty: self.next_difficulty(rating) }
    }

    /// The chance that it is remembered after so many days, from 0 to 1.
    pub fn retrievability(self, days: u32) -> f64 {
        (1.0 + factor() * f64::from(days) / self.stability).powf(-W[20])
    }

    /// What a review on this day adds to the chance that it is remembered so many days later. Whether it is known is not
    /// known beforehand, so both are weighed by how likely they are.
    pub fn gain(self, days: u32, later: u32) -> f64 {
        let known = self.retrievability(days);
        let (right, wrong) = (self.reviewed(days, Rating::Good), self.reviewed(days, Rating::Again));
        let with = known * right.retrievability(later) + (1.0 - known) * wrong.retrievability(later);
        with - self.retrievability(days.saturating_add(later))
    }

    /// What a first meeting adds to it.
    pub fn first_gain(later: u32) -> f64 {
        let after = |rating| Strength::first(rating).retrievability(later);
        GUESSED * after(Rating::Good) + (1.0 - GUESSED) * after(Rating::Again)
    }

    /// The days until it is due: at least one.
    pub fn interval(self) -> u32 {
        let days = self.stability / factor() * (RETENTION.powf(-1.0 / W[20]) - 1.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 36,500")]
        let whole = days.round().clamp(1.0, LONGEST) as u32;
        whole
    }

    fn same_day(self, rating: Rating) -> f64 {
        let growth = (W[17] * (grade(rating) - 3.0 + W[18])).exp() * self.stability.powf(-W[19]);
        self.stability * if rating.is_right() { growth.max(1.0) } else { growth }
    }

    fn forgotten(self, days: u32) -> f64 {
        let left = ((self.stability + 1.0).powf(W[13]) - 1.0) * ((1.0 - self.retrievability(days)) * W[14]).exp();
        let long = W[11] * self.difficulty.powf(-W[12]) * left;
        long.min(self.stability / (W[17] * W[18]).exp())
    }

    fn remembered(self, days: u32, rating: Rating) -> f64 {
        let surprise = ((1.0 - self.retrievability(days)) * W[10]).exp() - 1.0;
        let penalty = if rating == Rating::Hard { W[15] } else { 1.0 };
        let growth = W[8].exp() * (11.0 - self.difficulty) * self.stability.powf(-W[9]) * surprise * penalty;
        self.stability * (1.0 + growth)
    }

    fn next_difficulty(self, rating: Rating) -> f64 {
        let change = -W[6] * (grade(rating) - 3.0);
        let damped = self.difficulty + (10.0 - self.difficulty) * change / 9.0;
        (W[7] * first_difficulty(4.0) + (1.0 - W[7]) * damped).clamp(1.0, 10.0)
    }
}

/// What makes a thing due after as many days as it is stable.
fn factor() -> f64 {
    0.9_f64.powf(-1.0 / W[20]) - 1.0
}

/// FSRS counts its ratings from 1; 4, "easy", is for learners who grade themselves.
fn grade(rating: Rating) -> f64 {
    match rating {
        Rating::Again => 1.0,
        Rating::Hard => 2.0,
        Rating::Good => 3.0,
    }
}

fn first_difficulty(grade: f64) -> f64 {
    W[4] - (W[5] * (grade - 1.0)).exp() + 1.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use Rating::{Again, Good, Hard};
    use proptest::prelude::{prop, prop_assert, proptest};

    /// A review so many days after the one before, and after it: stability, difficulty, the interval, and the
    /// retrievability ten days later.
    type Step = (Rating, u32, f64, f64, u32, f64);

    /// Made with py-fsrs 6.3.2 (the Python package `fsrs`): `Scheduler(desired_retention=0.9, learning_steps=(), relearning_steps=(),
    /// enable_fuzzing=False)`, then `review_card` at whole days. ts-fsrs 5.4.2 (npm), `next_state` with its default
    /// parameters and short-term steps on, gave the same to eight decimals of difficulty and 8e-8 of stability.
    const VECTORS: [&[Step]; 7] = [
        &[
            (Good, 0, 2.306_500_000, 2.118_103_970, 2, 0.774_366_917),
            (Good, 2, 10.964_332_336, 2.111_214_236, 11, 0.906_199_146),
            (Good, 11, 46.280_217_288, 2.104_331_391, 46, 0.970_808_070),
            (Good, 46, 162.862_201_639, 2.097_455_429, 163, 0.991_027_092),
            (Good, 163, 497.447_193_600, 2.090_586_343, 497, 0.996_995_176),
        ],
        &[
            (Again, 0, 0.212_000_000, 6.413_300_000, 1, 0.551_845_498),
            (Good, 1, 1.886_787_620, 6.402_115_069, 2, 0.754_845_456),
            (Good, 2, 6.269_161_318, 6.390_941_324, 6, 0.864_870_541),
            (Again, 5, 1.042_892_538, 8.798_955_324, 1, 0.696_902_080),
            (Hard, 1, 1.759_518_544, 9.187_918_945, 2, 0.748_021_967),
            (Good, 3, 3.994_168_171, 9.173_959_395, 4, 0.826_003_855),
        ],
        &[
            (Hard, 0, 1.293_100_000, 5.112_170_706, 1, 0.717_869_655),
            (Hard, 1, 3.249_411_766, 6.740_459_511, 3, 0.807_009_023),
            (Good, 4, 10.332_721_669, 6.728_947_421, 10, 0.902_232_824),
            (Again, 30, 1.605_634_363, 8.910_055_630, 2, 0.739_064_861),
            (Good, 1, 2.775_644_903, 8.896_373_943, 3, 0.792_137_727),
            (Good, 9, 8.240_050_236, 8.882_705_939, 8, 0.886_159_021),
        ],
        &[
            (Good, 0, 2.306_500_000, 2.118_103_970, 2, 0.774_366_917),
            (Again, 0, 0.775_083_983, 7.394_502_741, 1, 0.668_299_405),
            (Good, 0, 0.828_164_800, 7.382_336_608, 1, 0.674_639_724),
            (Good, 1, 2.728_444_969, 7.370_182_641, 3, 0.790_503_617),
            (Good, 400, 31.697_098_377, 7.358_040_827, 32, 0.959_297_433),
        ],
        &[
            (Again, 0, 0.212_000_000, 6.413_300_000, 1, 0.551_845_498),
            (Again, 1, 0.100_885_790, 8.806_304_469, 1, 0.492_985_578),
            (Again, 1, 0.055_034_530, 9.592_868_765, 1, 0.449_324_738),
            (Again, 1, 0.033_369_187, 9.851_407_101, 1, 0.416_103_723),
            (Good, 1, 0.202_489_073, 9.836_784_063, 1, 0.548_033_699),
        ],
        &[
            (Good, 0, 2.306_500_000, 2.118_103_970, 2, 0.774_366_917),
            (Hard, 0, 2.306_500_000, 4.752_858_489, 2, 0.774_366_917),
            (Hard, 3, 7.179_616_345, 6.501_931_317, 7, 0.875_673_623),
            (Good, 0, 7.179_616_345, 6.490_657_755, 7, 0.875_673_623),
            (Again, 10, 1.197_431_731, 8.831_731_437, 1, 0.710_359_277),
            (Again, 0, 0.420_125_946, 9.601_226_437, 1, 0.611_285_741),
            (Hard, 1, 0.803_545_845, 9.720_503_895, 1, 0.671_747_721),
            (Good, 14, 3.104_837_315, 9.706_011_761, 3, 0.802_742_712),
        ],
        &[
            (Again, 0, 0.212_000_000, 6.413_300_000, 1, 0.551_845_498),
            (Hard, 0, 0.212_000_000, 7.604_209_769, 1, 0.551_845_498),
            (Good, 3, 2.099_141_522, 7.591_833_929, 2, 0.765_235_000),
            (Good, 8, 9.704_697_116, 7.579_470_464, 10, 0.897_927_475),
            (Good, 25, 32.013_324_171, 7.567_119_363, 32, 0.959_643_066),
            (Hard, 60, 62.293_691_585, 8.370_168_830, 62, 0.977_715_046),
            (Good, 90, 119.318_797_642, 8.357_027_031, 119, 0.987_898_062),
            (Good, 365, 272.349_260_877, 8.343_898_373, 272, 0.994_561_833),
        ],
    ];

    #[test]
    fn reviews_lead_where_two_other_implementations_lead() {
        for steps in VECTORS {
            let mut own: Option<Strength> = None;
            for (rating, days, stability, difficulty, interval, later) in steps.iter().copied() {
                let next = own.map_or_else(|| Strength::first(rating), |own| own.reviewed(days, rating));
                assert!((next.stability / stability - 1.0).abs() < 1e-6, "{next:?} instead of {stability}");
                assert!((next.difficulty - difficulty).abs() < 1e-6, "{next:?} instead of {difficulty}");
                assert_eq!(next.interval(), interval, "{next:?}");
                assert!((next.retrievability(10) - later).abs() < 1e-6, "{next:?}");
                own = Some(next);
            }
        }
    }

    #[test]
    fn nine_of_ten_are_remembered_after_as_many_days_as_the_stability() {
        let own = Strength { stability: 30.0, difficulty: 5.0 };
        assert!((own.retrievability(30) - RETENTION).abs() < 1e-12 && own.interval() == 30);
        assert!((own.retrievability(0) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_review_is_worth_most_where_something_is_about_to_be_forgotten_and_worth_keeping() {
        let (firm, fickle) =
            (Strength { stability: 30.0, difficulty: 5.0 }, Strength { stability: 0.1, difficulty: 10.0 });
        assert!(firm.gain(30, 30) > firm.gain(3, 30) && firm.gain(3, 30) > firm.gain(0, 30));
        assert!(firm.gain(30, 30) > fickle.gain(1, 30), "what is lost by tomorrow can wait");
        assert!(Strength::first_gain(30) > firm.gain(30, 30), "what was never met gains most");
    }

    proptest! {
        #[test]
        fn no_reviews_leave_the_bounds(reviews in prop::collection::vec((0..3usize, 0..20_000u32), 1..40)) {
            let mut own = Strength::first(Rating::ALL[reviews[0].0]);
            for (rating, days) in reviews {
                own = own.reviewed(days, Rating::ALL[rating]);
                prop_assert!(own.stability.is_finite() && own.stability > 0.0, "{own:?}");
                prop_assert!((1.0..=10.0).contains(&own.difficulty), "{own:?}");
                prop_assert!((1..=36_500).contains(&own.interval()), "{own:?}");
                prop_assert!((0.0..=1.0).contains(&own.retrievability(days)), "{own:?}");
            }
        }
    }
}
