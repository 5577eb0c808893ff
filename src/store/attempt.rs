//! One play as it is kept: a seed and moves by choice id, so that wording and order of choices may change. It does not
//! know the rules: replaying the moves against a session is the caller's work.

use super::error::{Cause, StoreError};
use super::read::{read_text, within_limit};
use crate::base::chance::Seed;
use crate::base::text::{Lang, make_safe};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::path::Path;
use std::time::Duration;

/// The format that this program writes, for attempts and for `learner.ron`.
pub(super) const FORMAT: u32 = 1;

/// The place of an attempt among those of its learner, from 1: the only order there is, as clocks are moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AttemptId(u32);

/// One play by one learner, finished or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The id of the scenario.
    pub scenario: Box<str>,
    pub seed: Seed,
    pub mode: Mode,
    pub language: Lang,
    /// Everything the learner did, in order; nothing is ever taken out.
    pub moves: Vec<Move>,
    /// The hashes of what was played and judged, to tell later that either was edited.
    pub scenario_hash: Box<str>,
    pub standard_hash: Box<str>,
    /// Whole milliseconds. Never later than `updated`.
    pub started: Timestamp,
    pub updated: Timestamp,
    /// Whether the clock was seen to run backwards, so that the times mean little.
    pub clock_moved: bool,
    pub finished: bool,
}

/// How much help the learner has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mode {
    Learn,
    Practice,
    Exam,
}

/// One thing a learner did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Move {
    /// Took the choice with this id.
    Take(Box<str>),
    /// Went back to the moment before the turn with this index, counted from 0.
    Rewind { to: usize },
    /// Asked for a hint.
    Hint,
}

/// What counts of an attempt: its play until the first ending, as the rewinds on the way left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// The choice ids.
    pub line: Vec<&'a str>,
    /// Before which turns a hint was asked for, in the order of asking. A rewind does not take a hint back.
    pub hints: Vec<usize>,
    /// Whether an ending was reached.
    pub over: bool,
}

impl AttemptId {
    pub(super) const FIRST: AttemptId = AttemptId(1);

    pub fn get(self) -> u32 {
        self.0
    }

    pub(super) fn next(self) -> AttemptId {
        AttemptId(self.0.saturating_add(1))
    }

    /// The name of its file.
    pub(super) fn file(self) -> String {
        format!("{self}.ron")
    }

    /// The number in the name of an attempt's file, also of one that was set aside.
    pub(super) fn of_file(name: &str) -> Option<AttemptId> {
        let (digits, _) = name.split_once(".ron")?;
        let number = digits.parse().ok().filter(|number| *number > 0).map(AttemptId)?;
        (number.to_string() == digits).then_some(number)
    }
}

impl fmt::Display for AttemptId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

impl Attempt {
    /// Adds what the learner did at this moment.
    pub fn record(&mut self, done: Move, now: Timestamp) {
        self.moves.push(done);
        self.touch(now);
    }

    /// Notes that the attempt was alive at this moment. A clock that runs backwards never shortens it.
    pub fn touch(&mut self, now: Timestamp) {
        let now = whole_milliseconds(now);
        if now < self.updated {
            self.clock_moved = true;
        } else {
            self.updated = now;
        }
    }

    /// From the start to the last sign of life; never negative.
    pub fn lasted(&self) -> Duration {
        Duration::try_from(self.updated.duration_since(self.started)).unwrap_or_default()
    }

    /// The choice ids after all takes and rewinds: where the play stands now.
    pub fn line(&self) -> Vec<&str> {
        let mut line = Vec::new();
        for done in &self.moves {
            match done {
                Move::Take(id) => line.push(&**id),
                Move::Rewind { to } => line.truncate(*to),
                Move::Hint => {}
            }
        }
        line
    }

    /// The play that counts: rewinds before the first ending are applied, and what happened after it does not count.
    /// `ends` is asked after every take whether the play is over after these choices.
    pub fn first_run(&self, mut ends: impl FnMut(&[&str]) -> bool) -> Run<'_> {
        let mut run = Run { line: Vec::new(), hints: Vec::new(), over: false };
        for done in &self.moves {
            match done {
                Move::Take(id) => {
                    run.line.push(id);
                    if ends(&run.line) {
                        run.over = true;
                        return run;
                    }
                }
                Move::Rewind { to } => run.line.truncate(*to),
                Move::Hint => run.hints.push(run.line.len()),
            }
        }
        run
    }
}

/// Reads one attempt from anywhere, for replaying it. The file is left as it is, whatever it holds.
///
/// # Errors
/// [`StoreError::Read`], [`StoreError::Newer`] or [`StoreError::Damaged`].
pub fn load_attempt(path: &Path) -> Result<Attempt, StoreError> {
    let text = read_text(path).map_err(|why| StoreError::Read { path: path.to_owned(), why })?;
    decode(&text).map_err(|unread| match unread {
        DecodeError::Newer(format) => StoreError::Newer { path: path.to_owned(), format },
        DecodeError::Damaged(words) => {
            StoreError::Damaged { path: path.to_owned(), aside: None, why: Cause::Notation(words) }
        }
    })
}

/// Why a text is no save of this format.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum DecodeError {
    Newer(u32),
    Damaged(String),
}

/// The attempt as text that a person can read.
///
/// # Errors
/// When it would be larger than what is read again.
pub(super) fn encode(attempt: &Attempt) -> Result<String, Cause> {
    let written = AttemptSpec {
        format: FORMAT,
        scenario: attempt.scenario.clone(),
        seed: attempt.seed.number(),
        mode: attempt.mode,
        language: attempt.language.tag().to_owned(),
        moves: attempt.moves.clone(),
        scenario_hash: attempt.scenario_hash.clone(),
        standard_hash: attempt.standard_hash.clone(),
        started: whole_milliseconds(attempt.started).to_string(),
        updated: whole_milliseconds(attempt.updated).to_string(),
        clock_moved: attempt.clock_moved,
        finished: attempt.finished,
    };
    pretty(&written)
}

pub(super) fn decode(text: &str) -> Result<Attempt, DecodeError> {
    let written: AttemptSpec = understand(text, |written: &AttemptSpec| written.format)?;
    let wrong = |what: &str| DecodeError::Damaged(format!("its {what} makes no sense"));
    let moment = |words: &str| words.parse().map(whole_milliseconds).ok();
    let started = moment(&written.started).ok_or_else(|| wrong("start"))?;
    let updated = moment(&written.updated).ok_or_else(|| wrong("time of update"))?;
    if written.seed >= Seed::LIMIT {
        return Err(wrong("seed"));
    }
    Ok(Attempt {
        // Shown even where no scenario has this id any more, so it is cleaned like any text.
        scenario: make_safe(&written.scenario).into(),
        seed: Seed::new(written.seed),
        mode: written.mode,
        language: Lang::new(&written.language).ok_or_else(|| wrong("language"))?,
        moves: written.moves,
        scenario_hash: written.scenario_hash,
        standard_hash: written.standard_hash,
        started,
        updated: updated.max(started),
        clock_moved: written.clock_moved || updated < started,
        finished: written.finished,
    })
}

/// A save as it stands in its file.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Attempt", deny_unknown_fields)]
struct AttemptSpec {
    format: u32,
    scenario: Box<str>,
    seed: u64,
    mode: Mode,
    language: String,
    moves: Vec<Move>,
    scenario_hash: Box<str>,
    standard_hash: Box<str>,
    started: String,
    updated: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    clock_moved: bool,
    finished: bool,
}

/// A kind of save file, typed with its format.
pub(super) fn understand<T: for<'t> Deserialize<'t>>(text: &str, format: impl Fn(&T) -> u32) -> Result<T, DecodeError> {
    let read = ron::from_str::<T>(text);
    let stated = read.as_ref().ok().map(format).or_else(|| stated_format(text));
    match (read, stated) {
        (_, Some(newer)) if newer > FORMAT => Err(DecodeError::Newer(newer)),
        (Ok(typed), Some(FORMAT)) => Ok(typed),
        (Ok(_), _) => Err(DecodeError::Damaged("its format never was".to_owned())),
        (Err(_), _) if text.trim().is_empty() => Err(DecodeError::Damaged("it is empty".to_owned())),
        (Err(error), _) => {
            let words: String = make_safe(&error.code.to_string()).chars().take(200).collect();
            Err(DecodeError::Damaged(format!("line {}: {words}", error.span.start.line)))
        }
    }
}

pub(super) fn pretty<T: Serialize>(typed: &T) -> Result<String, Cause> {
    let style = ron::ser::PrettyConfig::new().struct_names(true).new_line("\n");
    let mut text = ron::ser::to_string_pretty(typed, style).map_err(|error| Cause::Notation(error.to_string()))?;
    text.push('\n');
    within_limit(text.into_bytes()).and_then(super::read::text_of)
}

pub(super) fn whole_milliseconds(moment: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(moment.as_millisecond()).unwrap_or(moment)
}

/// The format that a file states, when the rest of it is not understood: read from its first lines only, as the
/// notation itself may be new.
fn stated_format(text: &str) -> Option<u32> {
    let (_, rest) = text.split_once('(')?;
    let rest = rest.trim_start().strip_prefix("format")?.trim_start().strip_prefix(':')?.trim_start();
    let (digits, _) = rest.split_once(|c: char| !c.is_ascii_digit())?;
    // Only a whole file can be newer: a torn one has no closing bracket.
    if text.trim_end().ends_with(')') { digits.parse().ok() } else { None }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    fn moment(words: &str) -> Timestamp {
        words.parse().expect("a moment")
    }

    pub(in crate::store) fn sample() -> Attempt {
        Attempt {
            scenario: "customer_not_home".into(),
            seed: Seed::new(42),
            mode: Mode::Practice,
            language: Lang::new("zh").expect("a tag"),
            moves: vec![Move::Take("ring".into()), Move::Hint, Move::Take("wait".into()), Move::Rewind { to: 1 }],
            scenario_hash: "ab".repeat(32).into(),
            standard_hash: "cd".repeat(32).into(),
            started: moment("2026-03-01T09:00:00Z"),
            updated: moment("2026-03-01T09:04:30.25Z"),
            clock_moved: false,
            finished: false,
        }
    }

    fn played(moves: &[Move]) -> Attempt {
        Attempt { moves: moves.to_vec(), ..sample() }
    }

    fn take(id: &str) -> Move {
        Move::Take(id.into())
    }

    #[test]
    fn a_save_is_something_that_a_person_can_read() {
        insta::assert_snapshot!(encode(&sample()).expect("encoded"), @r#"
        Attempt(
            format: 1,
            scenario: "customer_not_home",
            seed: 42,
            mode: Practice,
            language: "zh",
            moves: [
                Take("ring"),
                Hint,
                Take("wait"),
                Rewind(
                    to: 1,
                ),
            ],
            scenario_hash: "abababababababababababababababababababababababababababababababab",
            standard_hash: "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd",
            started: "2026-03-01T09:00:00Z",
            updated: "2026-03-01T09:04:30.25Z",
            finished: false,
        )
        "#);
    }

    #[test]
    fn the_line_is_what_takes_and_rewinds_leave() {
        let attempt = played(&[take("a"), take("b"), take("c"), Move::Rewind { to: 1 }, Move::Hint, take("d")]);
        assert_eq!(attempt.line(), ["a", "d"]);
        assert_eq!(played(&[take("a"), Move::Rewind { to: 9 }]).line(), ["a"], "a rewind forward changes nothing");
    }

    #[test]
    fn the_first_run_ends_at_the_first_ending_and_keeps_the_rewinds_before_it() {
        let moves = [take("a"), take("b"), Move::Rewind { to: 1 }, Move::Hint, take("end"), Move::Rewind { to: 0 }];
        let attempt = played(&[&moves[..], &[take("better"), take("end")]].concat());
        let run = attempt.first_run(|line| line.last() == Some(&"end"));
        assert_eq!(run, Run { line: vec!["a", "end"], hints: vec![1], over: true });
        assert_eq!(attempt.line(), ["better", "end"]);
        assert!(!played(&moves[..4]).first_run(|line| line.last() == Some(&"end")).over);
    }

    #[test]
    fn a_clock_that_is_set_back_is_noted_and_shortens_nothing() {
        let mut attempt = sample();
        attempt.record(take("ring"), moment("2026-03-01T08:00:00Z"));
        assert!(attempt.clock_moved);
        assert_eq!(attempt.lasted(), Duration::from_millis(270_250));
        let back = encode(&sample()).expect("encoded").replace("09:04", "08:04");
        let read = decode(&back).expect("read");
        assert_eq!((read.clock_moved, read.lasted()), (true, Duration::ZERO));
    }

    #[test]
    fn a_newer_format_is_told_apart_from_damage() {
        let text = encode(&sample()).expect("encoded");
        assert_eq!(decode(&text.replace("format: 1", "format: 2")), Err(DecodeError::Newer(2)));
        let newer = "Attempt(\n  format: 3,\n  mood: <new notation>,\n)\n";
        assert_eq!(decode(newer), Err(DecodeError::Newer(3)));
        assert!(matches!(decode(&newer[..20]), Err(DecodeError::Damaged(_))), "torn");
        assert!(matches!(decode(&text.replace("format: 1", "format: 0")), Err(DecodeError::Damaged(_))));
        assert_eq!(decode(" \n"), Err(DecodeError::Damaged("it is empty".to_owned())));
    }

    #[test]
    fn a_file_cut_anywhere_is_damaged_and_never_another_attempt() {
        let text = encode(&sample()).expect("encoded");
        for end in 0..text.trim_end().len() {
            assert!(matches!(decode(&text[..end]), Err(DecodeError::Damaged(_))), "cut at {end}");
        }
    }

    #[test]
    fn numbers_are_read_from_names_of_files_also_of_those_set_aside() {
        assert_eq!(AttemptId::of_file("000012.ron"), Some(AttemptId(12)));
        assert_eq!(AttemptId::of_file("1000000.ron.damaged2"), Some(AttemptId(1_000_000)));
        for other in ["12.ron", "000000.ron", "+00012.ron", "a.ron", "000012.txt", "99999999999.ron", ""] {
            assert_eq!(AttemptId::of_file(other), None, "{other}");
        }
    }

    fn any_move() -> impl Strategy<Value = Move> {
        prop_oneof![
            "\\PC{0,12}|[a-z_]{1,20}".prop_map(|id| Move::Take(id.into())),
            any::<usize>().prop_map(|to| Move::Rewind { to }),
            Just(Move::Hint),
        ]
    }

    proptest! {
        #[test]
        fn every_attempt_comes_back_as_it_was(
            moves in prop::collection::vec(any_move(), 0..20), scenario in "[a-z0-9_]{0,40}|[一-龥]{1,20}", seed in 0..Seed::LIMIT,
            start in 0i64..4_000_000_000_000, took in 0i64..100_000_000, flags in any::<(bool, bool)>()
        ) {
            let started = Timestamp::from_millisecond(start).expect("in range");
            let updated = Timestamp::from_millisecond(start + took).expect("in range");
            let attempt = Attempt {
                moves, scenario: scenario.into(), seed: Seed::new(seed), started, updated,
                clock_moved: flags.0, finished: flags.1, ..sample()
            };
            let text = encode(&attempt).expect("encoded");
            prop_assert_eq!(decode(&text), Ok(attempt));
        }
    }
}
