//! An attempt as a file: its text, its name, and the way back.

use super::attempt_tail::{MoveSpec, grow};
use super::error::{Cause, StoreError};
use super::read::read_text;
use super::save_format::{DecodeError, Formats, pretty, understand};
use crate::base::bilingual::Phrase;
use crate::base::chance::Seed;
use crate::base::text::{Lang, make_safe};
use crate::both;
use crate::play::engine::RecordedMove;
use crate::record::attempt::{Attempt, AttemptId, Mode};
use crate::record::moment::whole_milliseconds;
use crate::record::play_result::PlayResult;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::path::Path;

/// The first format did not say by which edition of the rules a play was judged: it was the first edition. From the third
/// on a file may have a tail of what was done since it was written, and says what a finished play came to. The fourth is that
/// of a play in which one says it oneself: a program without that mode tells it as newer, and still reads all others.
const FORMATS: Formats = Formats { oldest: 1, newest: 4 };

fn format_of(mode: Mode) -> u32 {
    match mode {
        Mode::Learn | Mode::Practice | Mode::Exam => 3,
        Mode::Say => 4,
    }
}

/// Reads one attempt from anywhere, for replaying it. The file is left as it is, whatever it holds.
///
/// # Errors
/// [`StoreError::Read`], [`StoreError::Newer`] or [`StoreError::Damaged`].
pub fn load_attempt(path: &Path) -> Result<Attempt, StoreError> {
    let text = read_text(path).map_err(|why| StoreError::Read { path: path.to_owned(), why })?;
    decode(&text).map_err(|error| match error {
        DecodeError::Newer(format) => StoreError::Newer { path: path.to_owned(), format },
        DecodeError::Damaged(words) => {
            StoreError::Damaged { path: path.to_owned(), aside: None, why: Cause::Notation(words) }
        }
    })
}

/// The name of an attempt's file.
pub(super) fn file_name(id: AttemptId) -> String {
    format!("{id}.ron")
}

/// The attempt that a file belongs to by its name, also one that was set aside.
pub(super) fn id_of(name: &str) -> Option<AttemptId> {
    let (digits, _) = name.split_once(".ron")?;
    let id = digits.parse().ok().and_then(AttemptId::new)?;
    (id.to_string() == digits).then_some(id)
}

/// The attempt as text that a person can read.
///
/// # Errors
/// When it would be larger than what is read again.
pub(super) fn encode(attempt: &Attempt) -> Result<String, Cause> {
    pretty(&AttemptSpec {
        format: format_of(attempt.mode),
        rules: attempt.rules,
        scenario: (&*attempt.scenario).into(),
        seed: attempt.seed.number(),
        mode: attempt.mode,
        language: attempt.language.tag().into(),
        moves: attempt.moves.iter().map(MoveSpec::from).collect(),
        scenario_hash: (&*attempt.scenario_hash).into(),
        standard_hash: (&*attempt.standard_hash).into(),
        started: whole_milliseconds(attempt.started).to_string(),
        updated: whole_milliseconds(attempt.updated).to_string(),
        clock_moved: attempt.clock_moved,
        finished: attempt.finished,
        result: attempt.result.map(|own| ResultSpec { points: own.points, best: own.best }),
    })
}

/// The attempt that a text holds.
///
/// # Errors
/// When the text is of a newer format, or damaged.
pub(super) fn decode(text: &str) -> Result<Attempt, DecodeError> {
    let (head, tail) = text.split_at(text.find(HEAD_END).map_or(text.len(), |at| at + HEAD_END.len()));
    let mut attempt = decode_head(head, text)?;
    grow(&mut attempt, tail)?;
    Ok(attempt)
}

/// Where the text of an attempt ends: its strings never hold the start of a line.
const HEAD_END: &str = "\n)\n";

fn decode_head(head: &str, whole: &str) -> Result<Attempt, DecodeError> {
    let written: AttemptSpec<'static> = understand(head, whole, FORMATS, |written: &AttemptSpec| written.format)?;
    let wrong = |en, zh| {
        DecodeError::Damaged(both!("its {what} makes no sense", "它的{what}不合理"; what = Phrase::new(en, zh)))
    };
    let moment = |words: &str| words.parse().map(whole_milliseconds).ok();
    let started = moment(&written.started).ok_or_else(|| wrong("start", "开始时间"))?;
    let updated = moment(&written.updated).ok_or_else(|| wrong("time of update", "更新时间"))?;
    if written.seed >= Seed::LIMIT {
        return Err(wrong("seed", "种子"));
    }
    Ok(Attempt {
        // Shown even where no scenario has this id any more, so it is cleaned like any text.
        scenario: make_safe(&written.scenario).into(),
        seed: Seed::new(written.seed),
        mode: written.mode,
        language: Lang::new(&written.language).ok_or_else(|| wrong("language", "语言"))?,
        moves: written.moves.into_iter().map(RecordedMove::from).collect(),
        rules: written.rules,
        scenario_hash: written.scenario_hash.into(),
        standard_hash: written.standard_hash.into(),
        started,
        updated: updated.max(started),
        clock_moved: written.clock_moved || updated < started,
        finished: written.finished,
        result: written.result.map(|own| PlayResult { points: own.points, best: own.best }),
    })
}

/// An attempt as it stands in its file.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Attempt", deny_unknown_fields)]
struct AttemptSpec<'a> {
    format: u32,
    #[serde(default = "first_edition")]
    rules: u32,
    scenario: Cow<'a, str>,
    seed: u64,
    #[serde(with = "ModeSpec")]
    mode: Mode,
    language: Cow<'a, str>,
    moves: Vec<MoveSpec<'a>>,
    scenario_hash: Cow<'a, str>,
    standard_hash: Cow<'a, str>,
    started: String,
    updated: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    clock_moved: bool,
    finished: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    result: Option<ResultSpec>,
}

/// What a finished play came to.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Result", deny_unknown_fields)]
struct ResultSpec {
    points: i32,
    best: i32,
}

/// The rules of every play that does not say by which it was judged.
fn first_edition() -> u32 {
    1
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Mode", rename = "Mode")]
enum ModeSpec {
    Learn,
    Practice,
    Say,
    Exam,
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use jiff::Timestamp;
    use proptest::prelude::{Just, Strategy, any, prop, prop_assert_eq, prop_oneof, proptest};
    use std::time::Duration;

    fn moment(words: &str) -> Timestamp {
        words.parse().expect("a moment")
    }

    pub(in crate::store) fn sample() -> Attempt {
        Attempt {
            scenario: "customer_not_home".into(),
            seed: Seed::new(42),
            mode: Mode::Practice,
            language: Lang::new("zh").expect("a tag"),
            moves: vec![
                RecordedMove::Take("ring".into()),
                RecordedMove::Hint,
                RecordedMove::Take("wait".into()),
                RecordedMove::Rewind { to: 1 },
            ],
            rules: 2,
            scenario_hash: "ab".repeat(32).into(),
            standard_hash: "cd".repeat(32).into(),
            started: moment("2026-03-01T09:00:00Z"),
            updated: moment("2026-03-01T09:04:30.25Z"),
            clock_moved: false,
            finished: false,
            result: None,
        }
    }

    #[test]
    fn a_save_is_something_that_a_person_can_read() {
        insta::assert_snapshot!(encode(&sample()).expect("encoded"), @r#"
        Attempt(
            format: 3,
            rules: 2,
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
    fn times_that_run_backwards_in_a_file_are_noted_and_last_no_time() {
        let back = encode(&sample()).expect("encoded").replace("09:04", "08:04");
        let read = decode(&back).expect("read");
        assert_eq!((read.clock_moved, read.lasted()), (true, Duration::ZERO));
    }

    #[test]
    fn a_play_of_the_first_format_loads_as_one_of_the_first_edition_of_the_rules() {
        let first =
            encode(&sample()).expect("encoded").replace("format: 3", "format: 1").replace("    rules: 2,\n", "");
        assert_eq!(decode(&first), Ok(Attempt { rules: 1, ..sample() }));
        let ours = encode(&decode(&first).expect("read")).expect("encoded");
        assert!(ours.contains("format: 3") && ours.contains("rules: 1"), "it keeps its edition: {ours}");
    }

    #[test]
    fn a_newer_format_is_told_apart_from_damage() {
        let text = encode(&sample()).expect("encoded");
        assert_eq!(decode(&text.replace("format: 3", "format: 5")), Err(DecodeError::Newer(5)));
        let newer = "Attempt(\n  format: 5,\n  mood: <new notation>,\n)\n";
        assert_eq!(decode(newer), Err(DecodeError::Newer(5)));
        assert!(matches!(decode(&newer[..20]), Err(DecodeError::Damaged(_))), "torn");
        assert!(matches!(decode(&text.replace("format: 3", "format: 0")), Err(DecodeError::Damaged(_))));
        assert_eq!(decode(" \n"), Err(DecodeError::Damaged(Phrase::new("it is empty", "它是空的").into())));
    }

    #[test]
    fn a_play_that_an_older_program_cannot_know_says_so_and_no_other_does() {
        for mode in Mode::ALL {
            let text = encode(&Attempt { mode, ..sample() }).expect("encoded");
            assert_eq!(text.contains("format: 4"), mode == Mode::Say, "{text}");
            assert_eq!(decode(&text).map(|own| own.mode), Ok(mode));
        }
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
        assert_eq!(id_of("000012.ron"), AttemptId::new(12));
        assert_eq!(id_of("1000000.ron.damaged2"), AttemptId::new(1_000_000));
        for other in ["12.ron", "000000.ron", "+00012.ron", "a.ron", "000012.txt", "99999999999.ron", ""] {
            assert_eq!(id_of(other), None, "{other}");
        }
    }

    fn any_move() -> impl Strategy<Value = RecordedMove> {
        prop_oneof![
            "\\PC{0,12}|[a-z_]{1,20}".prop_map(|id| RecordedMove::Take(id.into())),
            any::<usize>().prop_map(|to| RecordedMove::Rewind { to }),
            Just(RecordedMove::Hint),
        ]
    }

    proptest! {
        #[test]
        fn every_attempt_comes_back_as_it_was(
            moves in prop::collection::vec(any_move(), 0..20), scenario in "[a-z0-9_]{0,40}|[一-龥]{1,20}", seed in 0..Seed::LIMIT,
            start in 0i64..4_000_000_000_000, took in 0i64..100_000_000, flags in any::<(bool, bool)>(), result in prop::option::of(any::<(i32, i32)>())
        ) {
            let started = Timestamp::from_millisecond(start).expect("in range");
            let updated = Timestamp::from_millisecond(start + took).expect("in range");
            let attempt = Attempt {
                moves, scenario: scenario.into(), seed: Seed::new(seed), started, updated,
                clock_moved: flags.0, finished: flags.1,
                result: result.map(|(points, best)| PlayResult { points, best }), ..sample()
            };
            let text = encode(&attempt).expect("encoded");
            prop_assert_eq!(decode(&text), Ok(attempt));
        }
    }
}
