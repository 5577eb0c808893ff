//! How a command ended, and which exit code that is.

use super::failure::Failure;

/// How a command that could do its work ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    Fine,
    /// `check` found errors, or warnings where it should be strict; a walk does not hold, or a certificate neither.
    Diagnostics,
    /// Everything is told, but something that was handed in could not be judged.
    WrongUse,
}

/// Wrong use, or a fault of the world.
pub(super) const WRONG: u8 = 2;

/// What the shell is told: 0 fine (also for a failed or unfinished play given by `--choices`), 1 findings, 2 wrong use or
/// a fault of the world.
pub(super) fn exit_code(ended: &Result<Ended, Failure>) -> u8 {
    match ended {
        Ok(Ended::Fine) | Err(Failure::ReaderLeft) => 0,
        Ok(Ended::Diagnostics) => 1,
        Ok(Ended::WrongUse)
        | Err(
            Failure::World(_)
            | Failure::Unsaved(_)
            | Failure::Content(_)
            | Failure::Closed(_)
            | Failure::Unsolved(_)
            | Failure::Unplaced(_)
            | Failure::Stream { .. }
            | Failure::Wrong { .. }
            | Failure::Unwritten(_),
        ) => WRONG,
    }
}
