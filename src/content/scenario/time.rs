//! Times of day and durations as they are typed: `10:05`, `1m30s`.

/// `"10:05"` or `"10:05:30"` in seconds since midnight.
pub fn time_of_day(text: &str) -> Option<u32> {
    let parts: Vec<u32> = text.split(':').map(two_digits).collect::<Option<_>>()?;
    match parts[..] {
        [h, m] if h < 24 && m < 60 => Some(h * 3600 + m * 60),
        [h, m, s] if h < 24 && m < 60 && s < 60 => Some(h * 3600 + m * 60 + s),
        _ => None,
    }
}

fn two_digits(text: &str) -> Option<u32> {
    let fits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

/// `"90s"`, `"2m"`, `"1h"` or `"1m30s"` in seconds; at most a day.
pub fn duration(text: &str) -> Option<u32> {
    let mut total: u32 = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number: u32 = rest[..digits].parse().ok()?;
        let unit = match rest.as_bytes().get(digits)? {
            b's' => 1,
            b'm' => 60,
            b'h' => 3600,
            _ => return None,
        };
        total = total.checked_add(number.checked_mul(unit)?)?;
        rest = &rest[digits + 1..];
    }
    (!text.is_empty() && total <= 24 * 3600).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_durations() {
        assert_eq!(
            (time_of_day("09:57"), time_of_day("24:00"), time_of_day("9:5:07")),
            (Some(35820), None, Some(32707))
        );
        assert_eq!(
            (duration("1m30s"), duration("2h"), duration("5"), duration("")),
            (Some(90), Some(7200), None, None)
        );
    }
}
