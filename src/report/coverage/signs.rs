//! The signs that stand for degrees of heat.

use crate::author::coverage::CoverageLevel;

/// The set of signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signs {
    /// Blocks and dots.
    Unicode,
    /// What any terminal has.
    Ascii,
}

impl Signs {
    /// The sign of a degree of heat.
    pub fn of(self, heat: CoverageLevel) -> char {
        match (self, heat) {
            (Signs::Unicode, CoverageLevel::Whole) => '█',
            (Signs::Unicode, CoverageLevel::Met) => '▓',
            (Signs::Unicode, CoverageLevel::Extra) => '▒',
            (Signs::Unicode, CoverageLevel::Breakable) => '░',
            (Signs::Unicode, CoverageLevel::Nothing) => '·',
            (Signs::Ascii, CoverageLevel::Whole) => '#',
            (Signs::Ascii, CoverageLevel::Met) => '+',
            (Signs::Ascii, CoverageLevel::Extra) => 'o',
            (Signs::Ascii, CoverageLevel::Breakable) => 'x',
            (Signs::Ascii, CoverageLevel::Nothing) => '.',
            (_, CoverageLevel::Owed) => '!',
            (_, CoverageLevel::Idle) => '?',
        }
    }

    /// What stands where words were cut.
    pub(in crate::report) fn cut(self) -> &'static str {
        match self {
            Signs::Unicode => "…",
            Signs::Ascii => "..",
        }
    }

    /// A share as a bar of ten cells.
    pub(in crate::report) fn bar(self, part: usize, all: usize) -> String {
        const CELLS: usize = 10;
        let full = (part * CELLS).checked_div(all).unwrap_or(0);
        let (on, off) = match self {
            Signs::Unicode => ("█", "·"),
            Signs::Ascii => ("#", "."),
        };
        on.repeat(full) + &off.repeat(CELLS - full)
    }
}
