//! The signs beside choices where a map is text.

/// A choice with the sign of what it is: ★ on the best play, ✗ never open.
pub(super) fn signed(best: bool, reached: bool, words: &str) -> String {
    match (best, reached) {
        (true, _) => format!("★ {words}"),
        (false, false) => format!("✗ {words}"),
        (false, true) => words.to_owned(),
    }
}
