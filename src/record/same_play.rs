//! One play on two machines: whether two records are of the same, and which of them says more.

use super::attempt::{Attempt, Mode};
use crate::base::chance::Seed;
use jiff::Timestamp;

/// What tells a learner's play from all others, whatever number it has on a machine: what was played, and when it began.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PlayIdentity {
    scenario: Box<str>,
    seed: Seed,
    mode: Mode,
    started: Timestamp,
}

/// How another record of the same play stands to the own one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherRecord {
    /// It says no more than the own one.
    Known,
    /// It goes on where the own one ends.
    GoesOn,
    /// It went another way from some move on.
    Parted,
}

impl PlayIdentity {
    /// That of the play which is recorded here.
    pub fn of(attempt: &Attempt) -> PlayIdentity {
        let Attempt { scenario, seed, mode, started, .. } = attempt;
        PlayIdentity { scenario: scenario.clone(), seed: *seed, mode: *mode, started: *started }
    }
}

impl OtherRecord {
    /// Compares two records of one play.
    pub fn of(own: &Attempt, other: &Attempt) -> OtherRecord {
        if own.moves.starts_with(&other.moves) && own.finished >= other.finished {
            OtherRecord::Known
        } else if other.moves.starts_with(&own.moves) && other.finished >= own.finished {
            OtherRecord::GoesOn
        } else {
            OtherRecord::Parted
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text::Lang;
    use crate::play::engine::RecordedMove;

    fn record(line: &[&str], finished: bool) -> Attempt {
        Attempt {
            scenario: "knock".into(),
            seed: Seed::new(7),
            mode: Mode::Practice,
            language: Lang::new("en").expect("a tag"),
            moves: line.iter().map(|id| RecordedMove::Take((*id).into())).collect(),
            rules: 2,
            scenario_hash: "ab".into(),
            standard_hash: "cd".into(),
            started: Timestamp::UNIX_EPOCH,
            updated: Timestamp::UNIX_EPOCH,
            clock_moved: false,
            finished,
            result: None,
        }
    }

    #[test]
    fn the_longer_record_wins_where_it_goes_on_and_nothing_wins_where_they_part() {
        let (short, long, other) = (record(&["a"], false), record(&["a", "b"], true), record(&["a", "c", "d"], false));
        for (own, met, how) in [
            (&short, &short, OtherRecord::Known),
            (&long, &short, OtherRecord::Known),
            (&short, &long, OtherRecord::GoesOn),
            (&long, &other, OtherRecord::Parted),
            (&other, &long, OtherRecord::Parted),
            (&record(&["a"], false), &record(&["a"], true), OtherRecord::GoesOn),
            (&record(&["a"], true), &record(&["a"], false), OtherRecord::Known),
            // What is over and what went on without an end are two.
            (&record(&["a"], true), &record(&["a", "b"], false), OtherRecord::Parted),
        ] {
            assert_eq!(OtherRecord::of(own, met), how, "{:?} and {:?}", own.line(), met.line());
        }
    }

    #[test]
    fn a_play_is_known_by_what_was_played_and_when_and_in_no_other_way() {
        let own = record(&["a"], false);
        assert_eq!(PlayIdentity::of(&own), PlayIdentity::of(&record(&["b", "c"], true)));
        for other in [
            Attempt { scenario: "ring".into(), ..own.clone() },
            Attempt { seed: Seed::new(8), ..own.clone() },
            Attempt { mode: Mode::Exam, ..own.clone() },
            Attempt { started: Timestamp::from_millisecond(1).expect("in range"), ..own.clone() },
        ] {
            assert_ne!(PlayIdentity::of(&own), PlayIdentity::of(&other), "{other:?}");
        }
    }
}
