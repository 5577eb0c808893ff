//! A moment of a scenario's day as programs read it. People read [`crate::speech::narration::clock`].

/// Seconds as minutes with two decimals.
pub(super) fn minutes(seconds: u32) -> f64 {
    (f64::from(seconds) / 60.0 * 100.0).round() / 100.0
}

/// `"HH:MM:SS"` of these seconds since midnight; the hours go on past 24.
pub(super) fn clock(seconds: u32) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
