//! A pause after every reply. Choosing input that follows at once was aimed at the picture before, or comes from a key
//! that is still held, or is the second half of a double click: it says nothing about the picture that stands there now.

use super::keys::Key;
use super::ui_event::UiEvent;
use std::time::{Duration, Instant};

/// How long choosing input has to rest after a reply before it counts again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause(Duration);

impl Pause {
    /// Longer than a keyboard waits before it repeats a held key (500 ms on most systems, 660 at the most).
    pub const USUAL: Pause = Pause(Duration::from_millis(700));

    /// Everything counts at once, as in a script.
    pub const NONE: Pause = Pause(Duration::ZERO);

    /// Longer is no pause any more.
    pub const LONGEST_MILLIS: u16 = 10_000;

    /// So many milliseconds; none above [`Pause::LONGEST_MILLIS`].
    pub fn of_millis(millis: u16) -> Option<Pause> {
        (millis <= Pause::LONGEST_MILLIS).then_some(Pause(Duration::from_millis(millis.into())))
    }

    /// For input that cannot be the held key, because it is another: a hand moves so fast, but nobody reads so fast.
    fn for_another(self) -> Duration {
        self.0 / 3
    }
}

/// Tells input that was aimed at a picture from input that was not.
#[derive(Debug)]
pub(super) struct Pace {
    pause: Pause,
    /// What was chosen with last.
    last: Option<ChoosingInput>,
    /// While a pause is kept: when the reply was drawn, or choosing input came last.
    resting_since: Option<Instant>,
}

/// Input that can choose something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ChoosingInput {
    Key(Key),
    Click,
}

impl ChoosingInput {
    fn of(event: &UiEvent) -> Option<ChoosingInput> {
        match event {
            UiEvent::Key(key) => match key.narrowed() {
                key @ (Key::Enter | Key::Char('0'..='9')) => Some(ChoosingInput::Key(key)),
                _ => None,
            },
            UiEvent::Click { .. } => Some(ChoosingInput::Click),
            _ => None,
        }
    }
}

impl Pace {
    pub(super) fn new(pause: Pause) -> Pace {
        Pace { pause, last: None, resting_since: None }
    }

    /// Whether this counts. What does not makes the pause begin anew.
    pub(super) fn admits(&mut self, event: &UiEvent, now: Instant) -> bool {
        let Some(input) = ChoosingInput::of(event) else { return true };
        let pause = if self.last == Some(input) { self.pause.0 } else { self.pause.for_another() };
        let is_early = self.resting_since.is_some_and(|since| now.saturating_duration_since(since) < pause);
        self.resting_since = is_early.then_some(now);
        self.last = Some(input);
        !is_early
    }

    /// A reply was drawn.
    pub(super) fn rest(&mut self, now: Instant) {
        self.resting_since = Some(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which of these inputs count, each at its millisecond; every one that counts is replied to at once.
    fn counted(inputs: &[(u64, UiEvent)]) -> Vec<u64> {
        let (start, mut pace) = (Instant::now(), Pace::new(Pause::USUAL));
        let mut counted = Vec::new();
        for (at, event) in inputs {
            let now = start + Duration::from_millis(*at);
            if pace.admits(event, now) {
                counted.push(*at);
                pace.rest(now);
            }
        }
        counted
    }

    fn key(c: char) -> UiEvent {
        UiEvent::Key(Key::Char(c))
    }

    #[test]
    fn a_held_key_answers_once() {
        let held = std::iter::once(0).chain((500..3_000).step_by(33)).map(|at| (at, key('1')));
        assert_eq!(counted(&held.collect::<Vec<_>>()), [0]);
        let wide = std::iter::once(0).chain((500..3_000).step_by(33)).map(|at| (at, key('１')));
        assert_eq!(counted(&wide.collect::<Vec<_>>()), [0], "also where an input method is on");
        let slow_to_repeat =
            std::iter::once(0).chain((660..3_000).step_by(40)).map(|at| (at, UiEvent::Key(Key::Enter)));
        assert_eq!(counted(&slow_to_repeat.collect::<Vec<_>>()), [0]);
    }

    #[test]
    fn a_double_click_and_what_was_typed_ahead_answer_once() {
        let click = || UiEvent::Click { x: 3, y: 9 };
        assert_eq!(counted(&[(0, click()), (180, click()), (2_000, click())]), [0, 2_000]);
        assert_eq!(counted(&[(0, key('1')), (5, key('2')), (10, key('3')), (11, UiEvent::Key(Key::Enter))]), [0]);
    }

    #[test]
    fn who_reads_and_chooses_is_never_held_up() {
        assert_eq!(
            counted(&[(0, key('1')), (300, key('2')), (1_000, key('2')), (1_701, key('2'))]),
            [0, 300, 1_000, 1_701]
        );
        let (start, mut pace) = (Instant::now(), Pace::new(Pause::USUAL));
        pace.rest(start);
        for other in [Key::Down, Key::Char(' '), Key::Char('h'), Key::Esc, Key::PageDown] {
            assert!(pace.admits(&UiEvent::Key(other), start), "{other:?} chooses nothing");
        }
        assert!(pace.admits(&UiEvent::Resized(80, 24), start));
    }

    #[test]
    fn without_a_pause_everything_counts() {
        let (start, mut pace) = (Instant::now(), Pace::new(Pause::NONE));
        for _ in 0..3 {
            assert!(pace.admits(&key('1'), start));
            pace.rest(start);
        }
    }
}
