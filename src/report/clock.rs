//! A moment of a scenario's day as programs read it. People read [`crate::speech::narration::clock`].

/// `"HH:MM:SS"` of these seconds since midnight; the hours go on past 24.
pub(super) fn clock(seconds: u32) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
