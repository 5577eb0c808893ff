//! The customer's mood, in degrees and in words.

use crate::content::scenario::{MOOD, Scenario};
use crate::play::engine::State;
use crate::speech::messages::Messages;
use crate::tr;

/// How the customer feels, in five degrees from upset (0) to pleased (4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mood(pub u8);

impl Mood {
    /// How many degrees there are.
    pub const DEGREES: u8 = 5;

    /// The degree in a state. From three fifths of the way to an end of the gauge on it is a strong one.
    pub fn of(scenario: &Scenario, state: &State) -> Mood {
        let gauge = &scenario.variables[MOOD.index()];
        let value = state.mood(scenario);
        let strong = |end: i32| value.abs() * 5 >= end.abs() * 3;
        Mood(match value {
            0 => 2,
            1.. if strong(gauge.to) => 4,
            1.. => 3,
            _ if strong(gauge.from) => 0,
            _ => 1,
        })
    }

    /// The word for it.
    pub fn word(self, words: &Messages) -> String {
        match self.0 {
            0 => tr!(words, "mood-upset"),
            1 => tr!(words, "mood-displeased"),
            2 => tr!(words, "mood-calm"),
            3 => tr!(words, "mood-friendly"),
            _ => tr!(words, "mood-pleased"),
        }
    }
}
