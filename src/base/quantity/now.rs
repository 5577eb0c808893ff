//! Words that surely say what time it is now: `现在十点半`, `都十点了`, `it's ten o'clock`.

use super::measure::NOW;
use super::{Measure, Quantity, quantities};
use crate::base::text::Lang;

/// What may stand between 现在 and the hour.
const CHINESE_FILLERS: [char; 12] = ['是', '才', '刚', '好', '正', '都', '已', '经', '快', '到', '就', '，'];

const ENGLISH_FILLERS: [&str; 11] =
    ["just", "now", "only", "already", "almost", "nearly", "gone", "exactly", "about", "not quite", "barely"];

/// The hours that a text tells as the present one; none where it speaks of another day as well.
pub fn now_hours(lang: Lang, words: &str) -> Vec<Quantity> {
    let all = quantities(lang, words);
    let elsewhere = |quantity: &Quantity| match quantity.measure {
        Measure::Weekday | Measure::RelativeWeek | Measure::RelativeMonth | Measure::RelativeYear | Measure::Day => {
            true
        }
        Measure::RelativeDay => quantity.from != NOW,
        _ => false,
    };
    if all.iter().any(elsewhere) {
        return Vec::new();
    }
    let is_now = |quantity: &Quantity| match lang.tag().get(..2) {
        Some("zh") => chinese(&words[..quantity.at.start], &words[quantity.at.end..]),
        Some("en") => english(&words[..quantity.at.start]),
        _ => false,
    };
    all.into_iter().filter(|quantity| quantity.measure == Measure::Time && is_now(quantity)).collect()
}

fn chinese(before: &str, after: &str) -> bool {
    let bare = before.trim_end_matches(CHINESE_FILLERS);
    let now = ["现在", "这会儿", "眼下", "此刻"].iter().any(|word| bare.ends_with(word));
    let already = before.ends_with('都') || before.ends_with("已经");
    now || already && after.trim_start_matches(['多', '整']).starts_with('了')
}

fn english(before: &str) -> bool {
    let lower = before.to_lowercase().replace('’', "'");
    let mut rest = lower.trim_end();
    while let Some(shorter) = ENGLISH_FILLERS.iter().find_map(|filler| rest.strip_suffix(filler)) {
        rest = shorter.trim_end();
    }
    let ends = |word: &str| rest.strip_suffix(word).is_some_and(|head| !head.ends_with(char::is_alphanumeric));
    ends("it's") || ends("it is")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(tag: &str, words: &str) -> Vec<u32> {
        now_hours(Lang::new(tag).expect("a tag"), words).iter().map(|quantity| quantity.from).collect()
    }

    #[test]
    fn only_what_surely_speaks_of_now_is_read() {
        assert_eq!(hours("zh", "现在十点半。"), [630]);
        assert_eq!(hours("zh", "现在才刚到九点"), [540]);
        assert_eq!(hours("zh", "都十一点了！"), [660]);
        assert_eq!(hours("en", "It's already half past ten."), [630]);
        assert_eq!(hours("en", "It’s just gone ten o’clock."), [600]);
        for words in ["约的十点。", "现在改到十点", "十点再来", "不到十点", "现在约明天十点"]
        {
            assert!(hours("zh", words).is_empty(), "{words}");
        }
        for words in
            ["For ten o'clock.", "It's tomorrow at ten o'clock.", "It'll be ten o'clock", "Back at half past ten"]
        {
            assert!(hours("en", words).is_empty(), "{words}");
        }
    }
}
