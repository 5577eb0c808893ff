//! Readers of phrases, and the ear: what is loaded has its faults told soundly, and whatever is said is judged at once.

use super::shown::{are_sound, is_safe};
use super::world;
use doorstep::base::text::{Lang, Text};
use doorstep::content::notation::Source;
use doorstep::content::scenario::{PackSources, load};
use doorstep::content::standard::{Element, ElementNeed};
use doorstep::play::hearing::{ElementHeard, SlotValue, Utterance, hear, hear_phrase};
use doorstep::speech::messages::Messages;
use doorstep::speech::saying;
use std::time::{Duration, Instant};

/// No reply takes longer to judge, however it is made.
const A_MOMENT: Duration = Duration::from_secs(2);

/// A file of phrases in the small world.
pub fn phrases(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    world::pack();
    let sources = PackSources { phrases: vec![Source::new("phrases/02_taboos.ron", text)], ..world::sources() };
    let loaded = load(&sources).expect("the standard of the world is sound");
    are_sound(&loaded.diagnostics, &[&sources.phrases[0]]);
    for tests in &loaded.pack.phrases.tests {
        for reply in &tests.replies {
            let words = Messages::new(reply.lang);
            is_safe(&saying::situation(&words, &tests.phrase, "小陈"));
            is_safe(&saying::model(&words, &tests.phrase, ""));
            let heard = hear_phrase(&tests.phrase, &loaded.pack.standard, reply.lang, SlotValue::Open, &reply.words);
            if let Ok(hearing) = heard {
                for line in saying::lines(&words, &hearing) {
                    is_safe(&line.told);
                }
            }
        }
    }
}

/// A pattern, a pattern that spoils, the value of a slot, and in the lines below a reply, heard in both languages.
pub fn hearing(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let text: String = text.chars().take(2_000).collect();
    let mut lines = text.splitn(4, '\n');
    let (says, spoiled, value) = (lines.next(), lines.next(), lines.next());
    let reply = lines.next().unwrap_or(&text);
    for lang in ["zh", "en", "fr"].into_iter().filter_map(Lang::new) {
        let start = Instant::now();
        let utterance = Utterance::new(lang, reply);
        let list = |words: Option<&str>| vec![(lang, words.into_iter().map(Into::into).collect())];
        let element = Element {
            name: Text::new(vec![(lang, "it".into())]),
            says: list(says),
            slot: value.map(|_| "own".into()),
            needs: vec![
                ElementNeed::Question,
                ElementNeed::Firm,
                ElementNeed::Own,
                ElementNeed::Hour,
                ElementNeed::After("it".into()),
            ],
            spoiled_by: list(spoiled),
            may_be_denied: reply.len().is_multiple_of(2),
        };
        let value = |_: &str| value.map_or(SlotValue::AnyTime, SlotValue::words);
        let first = hear(&element, &[&element], &utterance, &value);
        assert_eq!(first, hear(&element, &[&element], &utterance, &value), "one reply is heard in one way");
        if let ElementHeard::Spoiled(by) = first {
            assert!(!by.is_empty(), "spoiled by nothing");
        }
        assert!(start.elapsed() < A_MOMENT, "{:?}", start.elapsed());
    }
}
