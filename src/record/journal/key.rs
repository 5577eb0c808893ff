//! The keys of events. No other event of any machine has the same, so two journals become one without loss or doubling.

use crate::base::chance::Seed;
use jiff::Timestamp;
use std::fmt;
use std::str::FromStr;

/// A random number that a session draws before it writes: two copies of a folder never write under one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct JournalOrigin(u64);

/// What tells an event from all others, wherever they were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventKey {
    /// Who wrote it.
    pub origin: JournalOrigin,
    /// Its place among those that its origin has written, from 1.
    pub number: u64,
}

impl JournalOrigin {
    /// The origin of a random number.
    pub const fn new(random: u64) -> JournalOrigin {
        JournalOrigin(random)
    }

    /// That of a session which began at this moment and drew this seed: two that began in the same millisecond drew others.
    pub fn of_session(began: Timestamp, drawn: Seed) -> JournalOrigin {
        let moment = began.as_millisecond().unsigned_abs();
        JournalOrigin((moment << 20) ^ drawn.number())
    }
}

impl fmt::Display for JournalOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Display for EventKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.origin, self.number)
    }
}

/// The words are no key of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoKey;

impl FromStr for EventKey {
    type Err = NoKey;

    /// A key as it is shown.
    fn from_str(words: &str) -> Result<EventKey, NoKey> {
        let (origin, number) = words.split_once('-').ok_or(NoKey)?;
        let origin = u64::from_str_radix(origin, 16).map(JournalOrigin).map_err(|_| NoKey)?;
        let key = EventKey { origin, number: number.parse().map_err(|_| NoKey)? };
        (key.number > 0 && key.to_string() == words).then_some(key).ok_or(NoKey)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_is_shown_and_in_no_other_way() {
        let key = EventKey { origin: JournalOrigin::new(0x2a), number: 7 };
        assert_eq!(key.to_string(), "000000000000002a-7");
        assert_eq!(key.to_string().parse(), Ok(key));
        for other in ["2a-7", "000000000000002a-07", "000000000000002a-0", "000000000000002A-7", "000000000000002a", ""]
        {
            assert_eq!(other.parse::<EventKey>(), Err(NoKey), "{other}");
        }
    }
}
