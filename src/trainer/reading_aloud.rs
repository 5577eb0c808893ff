//! A text read aloud at the pace that the pack asks for. Nobody listens: whoever reads tells when the first word is spoken and
//! when the last was.

use crate::base::text::Lang;
use crate::content::scenario::PackWords;
use std::time::Duration;

/// How far from the pace is near it, in hundredths of it.
const NEAR: u32 = 15;

/// A text that is read aloud.
#[derive(Clone, Debug)]
pub struct ReadingAloud {
    text: Box<str>,
    lang: Lang,
    count: u32,
    pace: u32,
    /// When the first word was spoken, by a clock that only goes on.
    begun: Option<Duration>,
    took: Option<Duration>,
}

/// How a reading was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingPace {
    /// About as it should be.
    Right,
    /// Too fast to be followed.
    Fast,
    /// So slowly that nobody waits for the end.
    Slow,
}

impl ReadingAloud {
    /// A text to be read; none where the pack asks for no pace in its language, or there is nothing to be read.
    pub fn new(text: &str, lang: Lang, words: &PackWords) -> Option<ReadingAloud> {
        let (pace, count) = (words.pace_in(lang)?, count(text, lang));
        (count > 0).then(|| ReadingAloud { text: text.into(), lang, count, pace, begun: None, took: None })
    }

    /// What is read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether characters are counted, and not words.
    pub fn counts_characters(&self) -> bool {
        is_without_spaces(self.lang)
    }

    /// So much a minute is asked for.
    pub fn pace(&self) -> u32 {
        self.pace
    }

    /// How long it takes at that pace.
    pub fn due(&self) -> Duration {
        Duration::from_millis(u64::from(self.count) * 60_000 / u64::from(self.pace.max(1)))
    }

    /// The first word is spoken, or spoken again.
    pub fn begin(&mut self, now: Duration) {
        (self.begun, self.took) = (Some(now), None);
    }

    /// The last word was spoken.
    pub fn end(&mut self, now: Duration) {
        self.took = self.begun.map(|begun| now.saturating_sub(begun));
    }

    /// Whether it is being read.
    pub fn is_running(&self) -> bool {
        self.begun.is_some() && self.took.is_none()
    }

    /// How much of it should have been read by now, in hundredths of a percent.
    pub fn share(&self, now: Duration) -> u32 {
        let passed = self.took.unwrap_or_else(|| self.begun.map_or(Duration::ZERO, |begun| now.saturating_sub(begun)));
        let share = passed.as_millis() * 10_000 / self.due().as_millis().max(1);
        u32::try_from(share).unwrap_or(u32::MAX).min(10_000)
    }

    /// How long it took, how much a minute that is, and how that was; none before it was read.
    pub fn result(&self) -> Option<(Duration, u32, ReadingPace)> {
        let took = self.took?;
        let millis = took.as_millis().max(1);
        let found = u32::try_from(u128::from(self.count) * 60_000 / millis).unwrap_or(u32::MAX);
        let (least, most) = (self.pace * (100 - NEAR), self.pace * (100 + NEAR));
        let pace = match found.saturating_mul(100) {
            own if own < least => ReadingPace::Slow,
            own if own > most => ReadingPace::Fast,
            _ => ReadingPace::Right,
        };
        Some((took, found, pace))
    }
}

/// How much is spoken of a text: characters where there are no spaces between words, else words.
fn count(text: &str, lang: Lang) -> u32 {
    let is_spoken = |own: char| own.is_alphanumeric();
    let count = if is_without_spaces(lang) {
        text.chars().filter(|own| is_spoken(*own)).count()
    } else {
        text.split_whitespace().filter(|word| word.contains(is_spoken)).count()
    };
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn is_without_spaces(lang: Lang) -> bool {
    matches!(lang.tag().get(..2), Some("zh" | "ja" | "th"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(tag: &str, text: &str) -> Option<ReadingAloud> {
        let lang = |tag| Lang::new(tag).expect("a tag");
        let words = PackWords { pace: vec![(lang("zh"), 150), (lang("en"), 100)], ..PackWords::default() };
        ReadingAloud::new(text, lang(tag), &words)
    }

    #[test]
    fn characters_are_counted_in_chinese_and_words_in_english() {
        let sixty = "一二三四五六七八九十".repeat(6);
        let own = reading("zh", &format!("{sixty}，。！")).expect("a pace");
        assert_eq!((own.due(), own.counts_characters()), (Duration::from_secs(24), true));
        let own = reading("en", "Good morning – I’m from Qingchuan Telecom.").expect("a pace");
        assert_eq!((own.due(), own.counts_characters()), (Duration::from_millis(3_600), false));
        assert!(reading("fr", "Bonjour.").is_none() && reading("en", " – ").is_none());
    }

    #[test]
    fn who_reads_too_fast_or_too_slowly_is_told() {
        let second = Duration::from_secs;
        for (took, found, pace) in [
            (24, 150, ReadingPace::Right),
            (21, 171, ReadingPace::Right),
            (20, 180, ReadingPace::Fast),
            (28, 128, ReadingPace::Right),
            (29, 124, ReadingPace::Slow),
        ] {
            let mut own = reading("zh", &"字".repeat(60)).expect("a pace");
            assert_eq!((own.share(second(9)), own.result()), (0, None));
            own.begin(second(5));
            assert!(own.is_running());
            assert_eq!((own.share(second(17)), own.share(second(500))), (5_000, 10_000));
            own.end(second(5 + took));
            assert_eq!(own.result(), Some((second(took), found, pace)));
            assert!(!own.is_running());
        }
    }
}
