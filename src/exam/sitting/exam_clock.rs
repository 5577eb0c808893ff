//! The time of a sitting. It goes on while the program is closed, and nothing is gained by a clock that is set back.

use crate::record::moment::whole_milliseconds;
use jiff::Timestamp;
use std::time::Duration;

/// How much time was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExamClock {
    used: Duration,
    at: Timestamp,
    went_back: bool,
}

/// How far the clock on the wall may fall behind the program's own before it was set back: clocks are put right by a
/// little all the time.
const DRIFT: Duration = Duration::from_secs(2);

impl ExamClock {
    /// A clock that starts now.
    pub fn new(at: Timestamp) -> ExamClock {
        ExamClock { used: Duration::ZERO, at: whole_milliseconds(at), went_back: false }
    }

    /// Goes on to now. `ticked` is what the program's own clock counted since the last time, where it was running then; the
    /// longer of both counts.
    pub fn go_on(&mut self, at: Timestamp, ticked: Option<Duration>) {
        let at = whole_milliseconds(at);
        let passed = Duration::try_from(at.duration_since(self.at)).unwrap_or(Duration::ZERO);
        let ticked = ticked.unwrap_or(Duration::ZERO);
        self.went_back |= at < self.at || passed + DRIFT < ticked;
        self.used += whole(passed.max(ticked));
        self.at = at;
    }

    /// Starts again after a time that does not count.
    pub(super) fn restart(&mut self, at: Timestamp) {
        self.at = whole_milliseconds(at);
    }

    /// Takes what a line says.
    pub(super) fn set(&mut self, at: Timestamp, used: Duration) {
        self.went_back |= at < self.at;
        (self.at, self.used) = (at, used.max(self.used));
    }

    /// Whether less time is told to be used by then than passed on the clock; that cannot be.
    pub(super) fn lags(&self, at: Timestamp, used: Duration) -> bool {
        let passed = Duration::try_from(at.duration_since(self.at)).unwrap_or(Duration::ZERO);
        used.saturating_sub(self.used) + DRIFT < passed
    }

    /// How much of the time was used; whole milliseconds.
    pub fn used(&self) -> Duration {
        self.used
    }

    /// When it was asked last.
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// Whether the clock on the wall was set back in between.
    pub fn went_back(&self) -> bool {
        self.went_back
    }
}

fn whole(duration: Duration) -> Duration {
    Duration::from_millis(u64::try_from(duration.as_millis()).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock() -> (ExamClock, Timestamp) {
        let at = "2026-03-01T09:00:00Z".parse().expect("a moment");
        (ExamClock::new(at), at)
    }

    #[test]
    fn time_goes_on_while_the_program_is_closed() {
        let (mut clock, at) = clock();
        clock.go_on(at + Duration::from_mins(10), None);
        assert_eq!((clock.used(), clock.went_back()), (Duration::from_mins(10), false));
    }

    #[test]
    fn a_clock_set_back_gains_nothing_and_is_told() {
        let (mut clock, at) = clock();
        clock.go_on(at - Duration::from_mins(10), Some(Duration::from_secs(30)));
        assert_eq!((clock.used(), clock.went_back()), (Duration::from_secs(30), true));
        clock.go_on(at - Duration::from_secs(570), Some(Duration::from_secs(30)));
        assert_eq!(clock.used(), Duration::from_mins(1), "from there it goes on as ever");
    }

    #[test]
    fn a_lid_that_was_shut_stops_nothing() {
        let (mut clock, at) = clock();
        clock.go_on(at + Duration::from_mins(15), Some(Duration::from_secs(10)));
        assert_eq!((clock.used(), clock.went_back()), (Duration::from_mins(15), false));
    }
}
