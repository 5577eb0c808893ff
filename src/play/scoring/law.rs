//! The law of judging: what an entry is called, when a play passes, and how a loss is called.

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntryKind {
    /// Due, and met in its place: its weight.
    Met,
    /// Due and met, but out of the procedure's order: half its weight.
    Late,
    /// Due and never met: nothing, or for a remedy the loss of its weight.
    Missed,
    /// The loss of its weight, each time.
    Broken,
    /// Met, but never due.
    Extra,
    /// Gave way to another rule.
    Yielded,
}

impl EntryKind {
    pub fn word(self) -> &'static str {
        match self {
            EntryKind::Met => "met",
            EntryKind::Late => "late",
            EntryKind::Missed => "missed",
            EntryKind::Broken => "broken",
            EntryKind::Extra => "extra",
            EntryKind::Yielded => "yielded",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Pass,
    Fail,
}

impl Verdict {
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Pass => "pass",
            Verdict::Fail => "fail",
        }
    }
}

/// How good a move was, by what it lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Label {
    Best,
    Good,
    Inaccuracy,
    Mistake,
    Blunder,
}

impl Label {
    /// The label of a loss in hundredths of a percent.
    pub fn of(loss: u32) -> Label {
        match loss {
            0 => Label::Best,
            1..500 => Label::Good,
            500..1_000 => Label::Inaccuracy,
            1_000..1_500 => Label::Mistake,
            _ => Label::Blunder,
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Label::Best => "best",
            Label::Good => "good",
            Label::Inaccuracy => "inaccuracy",
            Label::Mistake => "mistake",
            Label::Blunder => "blunder",
        }
    }

    /// As chess players write it; nothing beside a fair move.
    pub fn sign(self) -> &'static str {
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

    #[test]
    fn labels_change_exactly_on_their_bounds() {
        let labels = [0, 1, 499, 500, 999, 1_000, 1_499, 1_500, 10_000].map(Label::of);
        let (good, inaccuracy, mistake, blunder) = (Label::Good, Label::Inaccuracy, Label::Mistake, Label::Blunder);
        assert_eq!(labels, [Label::Best, good, good, inaccuracy, inaccuracy, mistake, mistake, blunder, blunder]);
    }
}
