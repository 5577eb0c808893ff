//! What a scenario does with a requirement, and how deep that trains it.

/// What one scenario does with one requirement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "six facts that have nothing to do with each other, each told by itself"
)]
pub struct Exposure {
    /// It stands in the scenario's `due`.
    pub due: bool,
    /// It stands in the scenario's `remedy`.
    pub remedy: bool,
    /// Some choice names it, whether play ever comes to that or not.
    pub written: bool,
    /// Some play meets it.
    pub met: bool,
    /// Somewhere a choice meets it and another one beside it does not: it can be failed.
    pub failable: bool,
    /// Some play breaks it, also where it gives way to another rule.
    pub breakable: bool,
}

/// How deep a requirement is trained, from not at all to wholly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CoverageLevel {
    /// Nothing names it.
    Nothing,
    /// Some choice names it, and no play comes to that.
    Idle,
    /// It is due, and no play meets it.
    Owed,
    /// It can be broken, and is neither due nor met.
    Breakable,
    /// Some play meets it, and it is never due: it pays nothing.
    Extra,
    /// Due, and met by whoever comes there: nothing asks the learner for it.
    Met,
    /// Posed: due, and met by one choice and not by another beside it: what a learner can get wrong and right.
    Whole,
}

impl CoverageLevel {
    /// From nothing to whole.
    pub const ALL: [CoverageLevel; 7] = [
        CoverageLevel::Nothing,
        CoverageLevel::Idle,
        CoverageLevel::Owed,
        CoverageLevel::Breakable,
        CoverageLevel::Extra,
        CoverageLevel::Met,
        CoverageLevel::Whole,
    ];

    /// Its name in documents for machines.
    pub fn word(self) -> &'static str {
        match self {
            CoverageLevel::Nothing => "nothing",
            CoverageLevel::Idle => "idle",
            CoverageLevel::Owed => "owed",
            CoverageLevel::Breakable => "breakable",
            CoverageLevel::Extra => "extra",
            CoverageLevel::Met => "met",
            CoverageLevel::Whole => "whole",
        }
    }
}

impl Exposure {
    /// Whether play ever comes to it.
    pub fn happens(self) -> bool {
        self.met || self.breakable
    }

    /// How deep that trains it.
    pub fn level(self) -> CoverageLevel {
        let due = self.due || self.remedy;
        match (due, self.met) {
            (true, true) if self.is_posed() => CoverageLevel::Whole,
            (true, true) => CoverageLevel::Met,
            (true, false) => CoverageLevel::Owed,
            (false, true) => CoverageLevel::Extra,
            (false, false) if self.breakable => CoverageLevel::Breakable,
            (false, false) if self.written => CoverageLevel::Idle,
            (false, false) => CoverageLevel::Nothing,
        }
    }

    /// Whether it is due, can be met, and can be failed beside that.
    pub fn is_posed(self) -> bool {
        (self.due || self.remedy) && self.met && self.failable
    }

    /// What two scenarios do with it together.
    #[must_use]
    pub fn and(self, other: Exposure) -> Exposure {
        Exposure {
            due: self.due || other.due,
            remedy: self.remedy || other.remedy,
            written: self.written || other.written,
            met: self.met || other.met,
            failable: self.failable || other.failable,
            breakable: self.breakable || other.breakable,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_rises_with_what_a_learner_can_do() {
        let exposure = |due, written, met, failable| Exposure { due, written, met, failable, ..Exposure::default() };
        let levels = [
            exposure(false, false, false, false),
            exposure(false, true, false, false),
            exposure(true, true, false, false),
            Exposure { breakable: true, ..exposure(false, true, false, false) },
            exposure(false, true, true, true),
            exposure(true, true, true, false),
            exposure(true, true, true, true),
        ];
        assert_eq!(levels.map(Exposure::level), CoverageLevel::ALL);
        assert_eq!(
            levels[1].and(levels[3]).level(),
            CoverageLevel::Breakable,
            "what is idle in one scenario may happen in another"
        );
    }
}
