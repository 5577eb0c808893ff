//! The law of judging, said once: what each kind of entry is worth, when a play passes, and how a loss is called. The
//! ledger, the solver's model, the crowds and every door ask here. Which entries a play has is for the ledger to find.

use super::score::Score;

/// The edition of these rules. An attempt keeps the edition that judged it first; 1 is the one without natures, mending
/// and critical conduct as a list, and with a pass mark of 80.
pub const EDITION: u32 = 2;

/// What happened to a requirement in a play.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntryKind {
    /// Due, and met in its place.
    Met,
    /// Due and met, but out of the procedure's order.
    Late,
    /// Due, tried badly first, and met afterwards.
    Mended,
    /// Due, tried badly, and never met.
    Spoiled,
    /// Due and never met.
    Missed,
    /// A guard acted against; each time counts.
    Broken,
    /// Met, but never due.
    Extra,
    /// Gave way to another rule.
    Yielded,
}

/// What a requirement of this weight earns when it is met out of its procedure's order, or only at the second try: half.
/// Every weight is even.
pub const fn half_points(weight: i32) -> i32 {
    weight / 2
}

impl EntryKind {
    /// All of them, the best first.
    pub const ALL: [EntryKind; 8] = [
        EntryKind::Met,
        EntryKind::Late,
        EntryKind::Mended,
        EntryKind::Spoiled,
        EntryKind::Broken,
        EntryKind::Missed,
        EntryKind::Extra,
        EntryKind::Yielded,
    ];

    /// The points that an entry wins (or, below 0, loses) for a requirement of this weight.
    pub const fn points(self, weight: i32) -> i32 {
        match self {
            EntryKind::Met => weight,
            EntryKind::Late | EntryKind::Mended => half_points(weight),
            EntryKind::Broken => -weight,
            EntryKind::Spoiled | EntryKind::Missed | EntryKind::Extra | EntryKind::Yielded => 0,
        }
    }

    /// The same where the requirement is a remedy: it only makes good, so meeting it pays nothing, and missing it costs
    /// its weight.
    pub const fn points_of_remedy(self, weight: i32) -> i32 {
        match self {
            EntryKind::Missed | EntryKind::Broken => -weight,
            EntryKind::Spoiled | EntryKind::Mended => -half_points(weight),
            EntryKind::Met | EntryKind::Late | EntryKind::Extra | EntryKind::Yielded => 0,
        }
    }

    /// How many points an entry is away from the best that could have happened to its requirement.
    pub const fn cost(self, weight: i32) -> i32 {
        match self {
            EntryKind::Broken | EntryKind::Missed | EntryKind::Spoiled => weight,
            EntryKind::Late | EntryKind::Mended => weight - half_points(weight),
            EntryKind::Met | EntryKind::Extra | EntryKind::Yielded => 0,
        }
    }

    /// The word for machines: in JSON and in playscripts.
    pub const fn word(self) -> &'static str {
        match self {
            EntryKind::Met => "met",
            EntryKind::Late => "late",
            EntryKind::Mended => "mended",
            EntryKind::Spoiled => "spoiled",
            EntryKind::Missed => "missed",
            EntryKind::Broken => "broken",
            EntryKind::Extra => "extra",
            EntryKind::Yielded => "yielded",
        }
    }
}

/// Whether a play is good enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Pass,
    /// It is not.
    Fail,
}

impl Verdict {
    /// A play passes when its score reaches the pass mark (in whole percent) and it broke nothing critical.
    pub fn of(score: Score, pass_mark: u32, criticals: usize) -> Verdict {
        if criticals == 0 && score >= Score::of_percent(pass_mark) { Verdict::Pass } else { Verdict::Fail }
    }

    /// The word for machines: in JSON and in playscripts.
    pub const fn word(self) -> &'static str {
        match self {
            Verdict::Pass => "pass",
            Verdict::Fail => "fail",
        }
    }
}

/// How good a move was, by what it lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Label {
    /// Nothing better could be done.
    Best,
    /// It lost hardly anything.
    Good,
    /// It lost a little.
    Inaccuracy,
    /// It lost much.
    Mistake,
    /// It lost very much, or broke something critical.
    Blunder,
}

impl Label {
    /// All labels, the best first.
    pub const ALL: [Label; 5] = [Label::Best, Label::Good, Label::Inaccuracy, Label::Mistake, Label::Blunder];

    /// The least loss that is called so, in hundredths of a percent.
    pub const fn least_loss(self) -> u32 {
        match self {
            Label::Best => 0,
            Label::Good => 1,
            Label::Inaccuracy => 500,
            Label::Mistake => 1_000,
            Label::Blunder => 1_500,
        }
    }

    /// The label of a loss in hundredths of a percent.
    pub fn of(loss: u32) -> Label {
        Label::ALL.into_iter().rev().find(|label| label.least_loss() <= loss).unwrap_or(Label::Best)
    }

    /// The word for machines: in JSON and in playscripts.
    pub const fn word(self) -> &'static str {
        match self {
            Label::Best => "best",
            Label::Good => "good",
            Label::Inaccuracy => "inaccuracy",
            Label::Mistake => "mistake",
            Label::Blunder => "blunder",
        }
    }

    /// Whether something better mattered: an inaccuracy, a mistake or a blunder.
    pub const fn is_mistake(self) -> bool {
        !self.sign().is_empty()
    }

    /// As chess players write it; nothing beside a fair move.
    pub const fn sign(self) -> &'static str {
        match self {
            Label::Best | Label::Good => "",
            Label::Inaccuracy => "?!",
            Label::Mistake => "?",
            Label::Blunder => "??",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::standard::Weight;

    #[test]
    fn labels_change_exactly_on_their_bounds() {
        let labels = [0, 1, 499, 500, 999, 1_000, 1_499, 1_500, 10_000].map(Label::of);
        let (good, inaccuracy, mistake, blunder) = (Label::Good, Label::Inaccuracy, Label::Mistake, Label::Blunder);
        assert_eq!(labels, [Label::Best, good, good, inaccuracy, inaccuracy, mistake, mistake, blunder, blunder]);
    }

    #[test]
    fn a_late_or_mended_step_earns_half_and_no_weight_loses_by_rounding() {
        for weight in [Weight::Minor, Weight::Normal, Weight::Major].map(Weight::points) {
            for half in [EntryKind::Late, EntryKind::Mended] {
                assert_eq!(2 * half.points(weight), weight);
                assert_eq!(half.points(weight) + half.cost(weight), weight);
            }
        }
    }

    #[test]
    fn trying_badly_never_costs_more_than_never_doing_it() {
        assert!(EntryKind::Spoiled.points(8) >= EntryKind::Missed.points(8));
        assert!(EntryKind::Spoiled.points_of_remedy(8) >= EntryKind::Missed.points_of_remedy(8));
        assert!(EntryKind::Spoiled.cost(8) <= EntryKind::Missed.cost(8));
    }

    #[test]
    fn entries_win_and_cost_what_the_law_says() {
        assert_eq!(EntryKind::ALL.map(|kind| kind.points(8)), [8, 4, 4, 0, -8, 0, 0, 0]);
        assert_eq!(EntryKind::ALL.map(|kind| kind.points_of_remedy(8)), [0, 0, -4, -4, -8, -8, 0, 0]);
        assert_eq!(EntryKind::ALL.map(|kind| kind.cost(8)), [0, 4, 4, 8, 8, 8, 0, 0]);
    }

    #[test]
    fn a_play_passes_exactly_on_the_mark_and_never_with_a_critical_break() {
        let verdicts = [7_999, 8_000, 10_000].map(|score| Verdict::of(Score(score), 80, 0));
        assert_eq!(verdicts, [Verdict::Fail, Verdict::Pass, Verdict::Pass]);
        assert_eq!(Verdict::of(Score::FULL, 80, 1), Verdict::Fail);
    }
}
