//! Numbers that are fixed where something is said: the ten minutes after which somebody is to be rung again.

use crate::base::quantity::{Measure, Quantity};

/// Numbers that are fixed.
pub(super) struct FixedNumbers<'f> {
    pub(super) all: &'f [Quantity],
}

impl FixedNumbers<'_> {
    /// Whether a quantity is of a measure that is fixed, and none of those that are; `beside` are those of its sentence.
    pub(super) fn is_other(&self, own: &Quantity, beside: &[Quantity]) -> bool {
        let is_meant =
            matches!(own.measure, Measure::Time | Measure::Duration | Measure::RelativeDay | Measure::Weekday);
        let mut fixed = self.all.iter().filter(|fixed| fixed.measure == own.measure).peekable();
        is_meant && !own.soft && fixed.peek().is_some() && !fixed.any(|fixed| self.is_same(fixed, own, beside))
    }

    fn is_same(&self, fixed: &Quantity, own: &Quantity, beside: &[Quantity]) -> bool {
        match own.measure {
            Measure::Weekday => fixed.from < own.to && own.from < fixed.to,
            Measure::Time => (fixed.from, fixed.to) == (own.from, own.to) && self.may_be_in(beside),
            _ => (fixed.from, fixed.to) == (own.from, own.to),
        }
    }

    /// Whether the part of the day that is named is one that is fixed, where both are.
    fn may_be_in(&self, beside: &[Quantity]) -> bool {
        fn parts(all: &[Quantity]) -> impl Iterator<Item = &Quantity> {
            all.iter().filter(|own| own.measure == Measure::PartOfDay)
        }
        let same = |own: &Quantity| parts(self.all).any(|fixed| fixed.from < own.to && own.from < fixed.to);
        parts(self.all).next().is_none() || parts(beside).next().is_none() || parts(beside).any(same)
    }
}
