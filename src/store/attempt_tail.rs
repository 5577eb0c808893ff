//! What is added to the file of an attempt while it is played: a line for everything that was done. So a choice costs the
//! disk some bytes, not the whole file; when a play is over or left, its file is written whole, without a tail.

use super::save_format::DecodeError;
use crate::base::bilingual::Phrase;
use crate::base::text::make_safe;
use crate::both;
use crate::play::engine::RecordedMove;
use crate::record::attempt::Attempt;
use crate::record::moment::whole_milliseconds;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The lines that make `new` of `old`; none where they do not, and the file is to be written whole.
pub(super) fn tail(old: &Attempt, new: &Attempt) -> Option<String> {
    let done = new.moves.strip_prefix(&old.moves[..]).filter(|done| !done.is_empty())?;
    let mut grown = old.clone();
    let mut lines = String::new();
    for done in done {
        grown.moves.push(done.clone());
        (grown.rules, grown.updated) = (new.rules, new.updated);
        (grown.clock_moved, grown.finished) = (new.clock_moved, new.finished);
        lines += &StepSpec::of(done, new).line()?;
    }
    (grown == *new).then_some(lines)
}

/// Does to an attempt what the lines say. A torn end is what a kill in the middle of a write leaves: it was never shown to
/// be kept, and is passed over.
///
/// # Errors
/// When a whole line cannot be understood.
pub(super) fn grow(attempt: &mut Attempt, tail: &str) -> Result<(), DecodeError> {
    let whole = tail.rfind('\n').map_or("", |end| &tail[..end]);
    for line in whole.lines().filter(|line| !line.trim().is_empty()) {
        let damaged = |en, zh| {
            let line: String = make_safe(line).chars().take(60).collect();
            DecodeError::Damaged(both!("{words}: {line}", "{words}：{line}"; words = Phrase::new(en, zh)))
        };
        let step: StepSpec =
            ron::from_str(line).map_err(|_| damaged("a line after its end makes no sense", "末尾之后有一行看不懂"))?;
        let at = step
            .at
            .parse()
            .map(whole_milliseconds)
            .map_err(|_| damaged("the time of a line makes no sense", "有一行的时间不合理"))?;
        attempt.moves.push(RecordedMove::from(step.did));
        attempt.clock_moved = step.clock_moved || at < attempt.updated;
        attempt.updated = at.max(attempt.updated);
        (attempt.rules, attempt.finished) = (step.rules, step.finished);
    }
    Ok(())
}

/// One line: what was done, and how the attempt stood afterwards.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Step", deny_unknown_fields)]
struct StepSpec<'a> {
    did: MoveSpec<'a>,
    at: String,
    rules: u32,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    clock_moved: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    finished: bool,
}

impl<'a> StepSpec<'a> {
    fn of(done: &'a RecordedMove, after: &Attempt) -> StepSpec<'a> {
        StepSpec {
            did: done.into(),
            at: whole_milliseconds(after.updated).to_string(),
            rules: after.rules,
            clock_moved: after.clock_moved,
            finished: after.finished,
        }
    }

    /// None where it would not be one line.
    fn line(&self) -> Option<String> {
        let style = ron::ser::PrettyConfig::new().struct_names(true).depth_limit(0).separator(" ").new_line("");
        let line = ron::ser::to_string_pretty(self, style).ok()?;
        (!line.contains(['\n', '\r'])).then(|| line + "\n")
    }
}

/// Something that was done, as it stands in a file.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Move")]
pub(super) enum MoveSpec<'a> {
    Take(Cow<'a, str>),
    Rewind { to: usize },
    Hint,
}

impl<'a> From<&'a RecordedMove> for MoveSpec<'a> {
    fn from(done: &'a RecordedMove) -> MoveSpec<'a> {
        match done {
            RecordedMove::Take(id) => MoveSpec::Take((&**id).into()),
            RecordedMove::Rewind { to } => MoveSpec::Rewind { to: *to },
            RecordedMove::Hint => MoveSpec::Hint,
        }
    }
}

impl From<MoveSpec<'_>> for RecordedMove {
    fn from(written: MoveSpec<'_>) -> RecordedMove {
        match written {
            MoveSpec::Take(id) => RecordedMove::Take(id.into()),
            MoveSpec::Rewind { to } => RecordedMove::Rewind { to },
            MoveSpec::Hint => RecordedMove::Hint,
        }
    }
}
