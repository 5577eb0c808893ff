//! Whether an utterance has a part that a requirement prescribes, as it is prescribed.

use super::doubt::{by_others, denied, denied_back, denied_inside, hedged, vague};
use super::filling::fillings;
use super::named_moment::NamedMoment;
use super::pattern::{Hit, hits, reading_in};
use super::slot_value::SlotValue;
use super::utterance::{PlacedQuantity, Sentence, Utterance};
use crate::base::quantity::{Measure, Quantity};
use crate::base::text::Lang;
use crate::content::standard::{Element, ElementNeed};
use std::ops::Range;

/// What was heard of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ElementHeard {
    /// It was said.
    Said,
    /// It was not.
    Missing,
    /// It was said and taken back, or said of something else; by these words.
    Spoiled(Box<str>),
}

/// What an utterance has of a part, of whose slots `value` tells by name. `all` are the parts that have to
/// be said together: one may have to come after another. What has no words in the utterance's language, no slot and no need cannot be told, and
/// counts as said.
pub fn hear<'v>(
    element: &Element,
    all: &[&Element],
    utterance: &Utterance,
    value: &dyn Fn(&str) -> SlotValue<'v>,
) -> ElementHeard {
    let ear = Ear { element, utterance, value };
    if let Some(words) = ear.spoiling() {
        return ElementHeard::Spoiled(words);
    }
    if !ear.can_be_told() || ear.is_unknown() {
        return ElementHeard::Said;
    }
    let hits = ear.hits();
    let mut doubt = None;
    for hit in &hits {
        match ear.doubt(hit, all) {
            Doubt::None => return ElementHeard::Said,
            Doubt::Taken(words) => doubt = doubt.or(Some(words)),
            Doubt::Unmet => {}
        }
    }
    doubt.map_or(ElementHeard::Missing, |words| ElementHeard::Spoiled(words.trim().into()))
}

/// What is to be said against a place where a part was found.
enum Doubt {
    None,
    Taken(&'static str),
    /// Something that it needs is not there.
    Unmet,
}

/// One part and what is listened to.
struct Ear<'e, 'v> {
    element: &'e Element,
    utterance: &'e Utterance,
    value: &'e dyn Fn(&str) -> SlotValue<'v>,
}

impl Ear<'_, '_> {
    fn lang(&self) -> Lang {
        self.utterance.lang()
    }

    fn list<'l>(&self, lists: &'l [(Lang, Vec<Box<str>>)]) -> Option<&'l [Box<str>]> {
        lists.iter().find(|(lang, _)| *lang == self.lang()).map(|(_, list)| &**list)
    }

    /// The words that spoil it wherever they stand.
    fn spoiling(&self) -> Option<Box<str>> {
        let list = self.list(&self.element.spoiled_by)?;
        let told = list.iter().find_map(|words| {
            let found = self.found(words).iter().any(Hit::is_placed);
            found.then(|| self.told(words))
        })?;
        Some(told.replace('…', " … ").replace('*', "").into())
    }

    fn can_be_told(&self) -> bool {
        let element = self.element;
        element.slot.is_some() || self.list(&element.says).is_some() || self.measure().is_some()
    }

    fn is_unknown(&self) -> bool {
        let slot = self.element.slot.as_deref();
        slot.is_some_and(|slot| matches!((self.value)(slot), SlotValue::Unknown))
    }

    /// What has to be named, where no words say it.
    fn measure(&self) -> Option<Measure> {
        self.element.needs.iter().find_map(|need| match need {
            ElementNeed::Hour => Some(Measure::Time),
            ElementNeed::Number => Some(Measure::Duration),
            ElementNeed::Question
            | ElementNeed::Statement
            | ElementNeed::Firm
            | ElementNeed::Own
            | ElementNeed::After(_) => None,
        })
    }

    /// Everywhere it was found.
    fn hits(&self) -> Vec<Hit> {
        let mut hits = Vec::new();
        for words in self.list(&self.element.says).into_iter().flatten() {
            hits.extend(self.found(words));
        }
        if let Some(slot) = &self.element.slot {
            hits.extend(self.slot(slot));
        } else if let Some(measure) = self.measure() {
            hits.extend(self.measured(|own| own.quantity.measure == measure));
        }
        if self.is_value() {
            hits.retain(|hit| !self.is_other_number(hit));
        }
        hits
    }

    /// Whether a number that is not the one that is fixed stands there.
    fn is_other_number(&self, hit: &Hit) -> bool {
        let sentence = hit.sentence.and_then(|number| self.utterance.sentences.get(number));
        let all = sentence.into_iter().flat_map(|sentence| &sentence.quantities);
        let here: Vec<&PlacedQuantity> =
            all.filter(|own| own.at.start < hit.at.end && hit.at.start < own.at.end).collect();
        let is_fixed = |other: &PlacedQuantity| {
            here.iter().any(|own| !own.is_other && own.quantity.measure == other.quantity.measure)
        };
        here.iter().any(|own| own.is_other && !is_fixed(own))
    }

    /// Where words stand, with the slots in them filled in.
    fn found(&self, words: &str) -> Vec<Hit> {
        let typed = hits(words, self.utterance);
        if !typed.is_empty() || !words.contains('{') {
            return typed;
        }
        let in_filled = |filled: &String| {
            let found = hits(filled, self.utterance);
            // `ms suns home`, as it is typed in haste.
            if found.is_empty() { hits(&filled.replace("'s", "s"), self.utterance) } else { found }
        };
        fillings(words, self.value).iter().flat_map(in_filled).collect()
    }

    /// Words that were found, as they were said.
    fn told(&self, words: &str) -> String {
        let filled = fillings(words, self.value);
        let all = || [words].into_iter().chain(filled.iter().map(String::as_str));
        let read = all().find_map(|own| reading_in(own, self.utterance));
        read.unwrap_or_else(|| filled.first().map_or(words, |own| own).to_owned())
    }

    fn slot(&self, name: &str) -> Vec<Hit> {
        let mut hits = self.found(&format!("{{{name}}}"));
        match (self.value)(name) {
            SlotValue::Words { words, forms } => {
                hits.extend(self.found(words));
                // `ms suns`, as it is typed in haste.
                hits.extend(self.found(&format!("{words}s")));
                hits.extend(forms.iter().flat_map(|form| self.found(form)));
                self.keep_this_time(words, &mut hits);
                hits.extend(if is_address(words) { self.address(words) } else { self.moments(words) });
                hits.extend(self.utterance.digits_of(words).into_iter().map(|(number, at)| Hit::new(number, at)));
            }
            SlotValue::AnyTime => {
                hits.extend(self.measured(|own| own.quantity.measure == Measure::Time));
                hits.extend(self.found("{time}"));
                hits.extend(self.found("{appointment}"));
            }
            SlotValue::Open | SlotValue::Unknown => {}
        }
        hits
    }

    fn measured(&self, wanted: impl Fn(&PlacedQuantity) -> bool) -> Vec<Hit> {
        let sentences = self.utterance.sentences.iter().enumerate();
        let all = sentences.flat_map(|(number, sentence)| sentence.quantities.iter().map(move |own| (number, own)));
        let hit = |(number, own): (usize, &PlacedQuantity)| Hit::new(number, own.at.clone());
        all.filter(|(_, own)| wanted(own)).map(hit).collect()
    }

    /// Where an utterance names the same time or day as a value, however they are written.
    fn moments(&self, words: &str) -> Vec<Hit> {
        let wanted = NamedMoment::of(self.lang(), words);
        let mut hits = Vec::new();
        for (number, sentence) in self.utterance.sentences.iter().enumerate() {
            hits.extend(wanted.places(sentence).into_iter().map(|at| Hit::new(number, at)));
        }
        hits
    }

    /// Leaves out where the words stand in another time: `下午四点` in `下午四点半`.
    fn keep_this_time(&self, words: &str, hits: &mut Vec<Hit>) {
        if hits.is_empty() || is_address(words) {
            return;
        }
        let wanted = NamedMoment::of(self.lang(), words);
        hits.retain(|hit| {
            let sentence = hit.sentence.and_then(|number| self.utterance.sentences.get(number));
            sentence.is_none_or(|sentence| !wanted.is_in_other_time(sentence, &hit.at))
        });
    }

    /// Where an address is named with all its parts, in their order.
    fn address(&self, words: &str) -> Vec<Hit> {
        let parts: Vec<&str> = words.split(PARTS_OF_PLACE).map(str::trim).filter(|part| !part.is_empty()).collect();
        if parts.len() < 2 { Vec::new() } else { self.found(&parts.join("…")) }
    }

    fn doubt(&self, hit: &Hit, all: &[&Element]) -> Doubt {
        let Some(sentence) = hit.sentence.and_then(|number| self.utterance.sentences.get(number)) else {
            let asks = !self.element.needs.contains(&ElementNeed::Question) || self.utterance.asks();
            return if asks { Doubt::None } else { Doubt::Unmet };
        };
        let (lang, at) = (self.lang(), &hit.at);
        if !self.element.may_be_denied {
            let back = self.is_value().then(|| denied_back(lang, sentence, at)).flatten();
            if let Some(word) = denied(lang, sentence, at).or_else(|| denied_inside(lang, sentence, &hit.gaps)).or(back)
            {
                return Doubt::Taken(word);
            }
        }
        if self.is_moment(sentence, at)
            && let Some(word) = vague(lang, sentence, at)
        {
            return Doubt::Taken(word);
        }
        for need in &self.element.needs {
            let taken = match need {
                ElementNeed::Firm => hedged(lang, sentence, at),
                ElementNeed::Own => by_others(lang, sentence, at),
                ElementNeed::Question if !sentence.asks => return Doubt::Unmet,
                ElementNeed::Statement if sentence.asks_at(lang, at) => return Doubt::Unmet,
                ElementNeed::After(other) if !self.comes_after(hit, other, all) => return Doubt::Unmet,
                ElementNeed::Question
                | ElementNeed::Statement
                | ElementNeed::After(_)
                | ElementNeed::Hour
                | ElementNeed::Number => None,
            };
            if let Some(word) = taken {
                return Doubt::Taken(word);
            }
        }
        Doubt::None
    }

    fn is_value(&self) -> bool {
        self.element.slot.is_some() || self.measure().is_some()
    }

    /// Whether what was found is a time of day or a day: about so much is not enough then.
    fn is_moment(&self, sentence: &Sentence, at: &Range<usize>) -> bool {
        let of_day = |own: &Quantity| matches!(own.measure, Measure::Time | Measure::RelativeDay | Measure::Weekday);
        let mut named = sentence.quantities.iter().filter(|own| of_day(&own.quantity));
        self.is_value()
            && (named.any(|own| own.at.start < at.end && at.start < own.at.end)
                || sentence.words.get(at.clone()).is_some_and(names_an_hour))
    }

    fn comes_after(&self, hit: &Hit, other: &str, all: &[&Element]) -> bool {
        let called = |element: &&&Element| element.name.iter().any(|(_, name)| name == other);
        let Some(element) = all.iter().find(called) else { return true };
        let first = Ear { element, utterance: self.utterance, value: self.value };
        first.hits().iter().any(|own| (own.sentence, own.at.end) <= (hit.sentence, hit.at.start))
    }
}

/// Behind these a Chinese address goes on.
const PARTS_OF_PLACE: [char; 12] = ['路', '街', '巷', '弄', '里', '号', '幢', '栋', '楼', '元', '单', '室'];

/// Whether words are a Chinese address: a place with a number behind it. The 18号 in it is no day.
fn is_address(words: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    words.contains(['路', '街', '巷', '弄', '里', '幢', '栋', '室', '楼']) && words.contains(digit)
}

/// Whether words are an hour that no clock shows: `ten`, `4 in the afternoon`.
fn names_an_hour(words: &str) -> bool {
    let (hour, rest) = words.split_once(' ').unwrap_or((words, ""));
    let is_hour = hour.parse::<u32>().is_ok_and(|hour| (1..=12).contains(&hour));
    is_hour && (rest.is_empty() || rest.starts_with("in the ") || rest.starts_with("o'clock"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text::Text;

    fn lang(tag: &str) -> Lang {
        Lang::new(tag).expect("a tag")
    }

    fn element(tag: &str, says: &[&str], slot: Option<&str>, needs: &[ElementNeed]) -> Element {
        let words = says.iter().map(|words| (*words).into()).collect();
        let says = if says.is_empty() { vec![] } else { vec![(lang(tag), words)] };
        Element {
            name: Text::default(),
            says,
            slot: slot.map(Into::into),
            needs: needs.to_vec(),
            spoiled_by: Vec::new(),
            may_be_denied: false,
        }
    }

    fn heard(tag: &str, element: &Element, words: &str, value: SlotValue<'static>) -> ElementHeard {
        hear(element, &[element], &Utterance::new(lang(tag), words), &|_| value)
    }

    fn says(tag: &str, list: &[&str], needs: &[ElementNeed], words: &str) -> bool {
        heard(tag, &element(tag, list, None, needs), words, SlotValue::Unknown) == ElementHeard::Said
    }

    /// Whether a slot of this value is heard.
    fn fills(tag: &str, value: &'static str, words: &str) -> bool {
        heard(tag, &element(tag, &[], Some("own"), &[]), words, SlotValue::words(value)) == ElementHeard::Said
    }

    #[test]
    fn any_of_the_words_shows_a_part() {
        assert!(says("en", &["thank you", "thanks"], &[], "Thanks!"));
        assert!(!says("en", &["thank you", "thanks"], &[], "Lovely."));
        assert!(says("en", &[], &[], "what nobody has words for counts as said"));
    }

    #[test]
    fn a_slot_is_shown_by_its_value_or_by_itself() {
        let hour = element("en", &[], Some("hour"), &[]);
        let said = |words: &str, value| heard("en", &hour, words, value) == ElementHeard::Said;
        assert!(said("at ten o'clock", SlotValue::words("10:00")));
        assert!(!said("at eleven o'clock", SlotValue::words("10:00")));
        assert!(said("at {hour}", SlotValue::Open));
        assert!(!said("tomorrow", SlotValue::Open));
        assert!(said("at three o'clock", SlotValue::AnyTime));
        assert!(said("at {appointment}", SlotValue::AnyTime));
        assert!(said("whenever", SlotValue::Unknown));
    }

    #[test]
    fn times_days_and_numbers_are_one_in_any_writing() {
        for words in ["明天10:30到", "十点半到", "明 天 10 点 半 到", "上午十点三十分"] {
            assert!(fills("zh", "上午十点半", words), "{words}");
        }
        for words in ["明天十点到", "下午十点半", "十一点半"] {
            assert!(!fills("zh", "上午十点半", words), "{words}");
        }
        for words in ["at 10 a.m.", "tomorrow at ten", "ten sharp", "10am", "ten tomorrow morning"] {
            assert!(fills("en", "ten in the morning", words), "{words}");
        }
        for words in ["at ten past nine", "for ten minutes", "at ten in the evening", "at nine"] {
            assert!(!fills("en", "ten in the morning", words), "{words}");
        }
        assert!(fills("en", "between nine and eleven in the morning", "from 9 to 11 a.m."));
        assert!(fills("zh", "上午九点到十一点", "9:00-11:00"));
        assert!(fills("zh", "明天", "明儿见") && !fills("zh", "明天", "后天见"));
        assert!(fills("en", "13800001234", "138 0000 1234, any time"));
        assert!(!fills("en", "13800001234", "138 0000 12345"));
    }

    #[test]
    fn an_hour_is_no_part_of_another_time() {
        for words in ["下午四点半到", "四点一刻到"] {
            assert!(!fills("zh", "下午四点", words), "{words}");
        }
        assert!(fills("zh", "四点", "四点到") && fills("zh", "四点", "改四点半不行，就四点到"));
        for words in
            ["at half past four", "at twenty past four", "at a quarter to four", "between three and four", "4.30pm"]
        {
            assert!(!fills("en", "four", words), "{words}");
        }
        assert!(fills("en", "three", "between three and four"), "it begins then");
        for words in ["at four", "4pm then", "4 p.m.", "moved from ten to four", "four o'clock", "Four, then."] {
            assert!(fills("en", "four", words), "{words}");
        }
        assert!(!fills("en", "ten in the morning", "tomorrow, 10pm") && fills("en", "half past five", "at 5.30pm"));
        assert!(fills("en", "half past ten", "at 10.30") && fills("en", "30 minutes", "in 30mins"));
        assert!(fills("zh", "1203", "幺二零三"));
    }

    #[test]
    fn other_ways_to_say_a_slot_fill_it_in_words_as_well() {
        static FORMS: std::sync::LazyLock<[Box<str>; 1]> = std::sync::LazyLock::new(|| ["(mrs|miss) shen".into()]);
        let value = SlotValue::Words { words: "Ms Shen", forms: &*FORMS };
        let home = element("en", &["{customer}'s?", "(home|{customer}) speaking"], None, &[]);
        for words in ["Is this Mrs Shen's?", "is it miss shens?", "Ms Shen's?", "Mrs Shen speaking"] {
            assert_eq!(heard("en", &home, words, value), ElementHeard::Said, "{words}");
        }
        assert_eq!(heard("en", &home, "Is this Mrs Shaw's?", value), ElementHeard::Missing);
        let mut name = element("en", &[], Some("customer"), &[]);
        name.spoiled_by = vec![(lang("en"), vec!["not {customer}".into()])];
        let spoiled = heard("en", &name, "That's not Miss Shen", value);
        assert_eq!(spoiled, ElementHeard::Spoiled("not miss shen".into()));
    }

    #[test]
    fn a_number_that_is_fixed_is_the_only_one_that_is_heard() {
        let after = element("en", &[], None, &[ElementNeed::Number]);
        let heard = |fixed: &str, words: &str| {
            let fixed = crate::base::quantity::quantities(lang("en"), fixed);
            let said = Utterance::new(lang("en"), words).against(&fixed);
            hear(&after, &[&after], &said, &|_| SlotValue::Unknown) == ElementHeard::Said
        };
        assert!(heard("in ten minutes", "I'll ring in 10 minutes") && heard("soon", "in half an hour"));
        assert!(heard("at ten", "in half an hour") && heard("in ten minutes", "ten minutes, not half an hour"));
        assert!(!heard("in ten minutes", "in half an hour"));
    }

    #[test]
    fn a_denial_takes_it_back_and_what_only_looks_like_one_does_not() {
        assert!(!fills("zh", "上午十点", "我不能十点到"));
        assert!(!fills("zh", "上午十点", "十点我来不了"));
        assert!(!says("zh", &["道歉"], &[], "我就不道歉了"));
        assert!(!says("en", &["on time"], &[], "I can't promise to be on time"));
        for words in [
            "不好意思，我准时到",
            "不知道您方不方便，我准时到",
            "没问题，准时到",
            "是不是准时到",
            "您在家不，我准时到",
            "不见不散，准时到",
        ] {
            assert!(says("zh", &["准时"], &[], words), "{words}");
        }
        for words in [
            "don't worry, on time",
            "I won't be long and I am on time",
            "no problem on time then",
            "don't you mind, on time",
        ] {
            assert!(says("en", &["on time"], &[], words), "{words}");
        }
        let old = Element { may_be_denied: true, ..element("en", &["at three"], None, &[]) };
        assert_eq!(heard("en", &old, "I can't come at three", SlotValue::Unknown), ElementHeard::Said);
        let spoiled = heard("en", &element("en", &["on time"], None, &[]), "never on time", SlotValue::Unknown);
        assert_eq!(spoiled, ElementHeard::Spoiled("never".into()));
    }

    #[test]
    fn politeness_is_no_hedge_and_a_condition_is_one() {
        for words in ["准时到，应该不影响您吧", "您要是有空，我就准时到", "不过我准时到", "我准时到，不知道您方不方便"]
        {
            assert!(says("zh", &["准时"], &[ElementNeed::Firm], words), "{words}");
        }
        for words in [
            "要是有空，我准时到",
            "路上不堵就准时到",
            "我差不多准时到",
            "我准时到，尽量吧",
            "不一定准时到",
            "八成准时到",
        ] {
            assert!(!says("zh", &["准时"], &[ElementNeed::Firm], words), "{words}");
        }
        for words in ["Might I be on time", "I'll be on time, if I may", "I should be able to be on time"] {
            assert!(says("en", &["on time"], &[ElementNeed::Firm], words), "{words}");
        }
        for words in ["I might be on time", "I will be on time, it's hard to say"] {
            assert!(!says("en", &["on time"], &[ElementNeed::Firm], words), "{words}");
        }
    }

    #[test]
    fn others_are_known_by_who_is_sent_and_by_whom_one_stands_in_for() {
        for words in ["派个师傅准时到", "有人会准时到", "小李替我准时到", "我们班长准时到"] {
            assert!(!says("zh", &["准时"], &[ElementNeed::Own], words), "{words}");
        }
        for words in ["我替公司准时到", "没能替您办好，我准时到"] {
            assert!(says("zh", &["准时"], &[ElementNeed::Own], words), "{words}");
        }
        assert!(!says("en", &["on time"], &[ElementNeed::Own], "one of the lads will be on time"));
        assert!(says("en", &["on time"], &[ElementNeed::Own], "I am your technician and I am on time"));
    }

    #[test]
    fn a_value_is_denied_behind_it() {
        for words in ["十点我走不开", "十点实在抽不出空", "十点我忙不过来", "十点排满了"] {
            assert!(!fills("zh", "上午十点", words), "{words}");
        }
        for words in ["最快十点到", "尽快，十点到", "不到十分钟的活，十点到", "不知该不该问，十点到"]
        {
            assert!(fills("zh", "上午十点", words), "{words}");
        }
        assert!(!fills("en", "10 a.m.", "ten o'clock tomorrow isn't possible"));
        assert!(!fills("en", "10 a.m.", "ten tomorrow i cant do"));
    }

    #[test]
    fn an_address_needs_its_parts_and_a_number_may_be_denied() {
        let address = "青榆路18号2单元1203";
        assert!(
            fills("zh", address, "青榆路18号2单元1203，对吗") && fills("zh", address, "是青榆路18号，2单元，1203室吧")
        );
        assert!(!fills("zh", address, "是18号吧") && !fills("zh", address, "18号上午十点"));
        assert!(fills("zh", "十八号", "18号去"));
        assert!(!fills("en", "13800001234", "don't ring 138 0000 1234"));
        let own = element("en", &[], Some("own"), &[ElementNeed::Own]);
        let number = SlotValue::words("13800001234");
        let spoiled = heard("en", &own, "my colleague's number is 138 0000 1234", number);
        assert_eq!(spoiled, ElementHeard::Spoiled("colleague's".into()));
        for words in ["周六十点", "周六上午十时", "星期六十点见"] {
            assert!(fills("zh", "周六上午十点", words), "{words}");
        }
        assert!(!fills("zh", "上午十点", "十点半") && !fills("zh", "明天上午十点", "十点半"));
    }

    #[test]
    fn what_asks_and_what_only_looks_like_it() {
        for words in ["十点可否", "十点咋样", "十点是否方便", "十点行伐", "十点妥否"] {
            assert!(says("zh", &["十点"], &[ElementNeed::Question], words), "{words}");
        }
        for words in ["哪天不灵了就找我", "我在路上呢找我", "无论怎么样找我"] {
            assert!(!says("zh", &["找我"], &[ElementNeed::Question], words), "{words}");
        }
        assert!(!says("zh", &["十点"], &[ElementNeed::Statement], "十点到行吗"));
        for words in
            ["ring me hows that", "hows about you ring me", "did i hear ring me", "anything else you need ring me"]
        {
            let asks = !words.starts_with("anything");
            assert_eq!(says("en", &["ring me"], &[ElementNeed::Question], words), asks, "{words}");
        }
        for words in ["When you have a minute, ring me", "do not hesitate to ring me", "ok if anything happens ring me"]
        {
            assert!(!says("en", &["ring me"], &[ElementNeed::Question], words), "{words}");
        }
    }

    #[test]
    fn a_time_about_so_much_or_one_of_two_is_not_named() {
        for words in ["十点左右", "大概十点", "十点以后", "十点或者十一点"] {
            assert!(!fills("zh", "上午十点", words), "{words}");
        }
        for words in ["around ten o'clock", "after 10 a.m.", "ten o'clock or eleven"] {
            assert!(!fills("en", "10 a.m.", words), "{words}");
        }
        for words in ["差不多十点", "at about ten in the morning", "ten in the morning at the earliest"] {
            let (tag, value) = if words.is_ascii() { ("en", "ten in the morning") } else { ("zh", "上午十点") };
            assert!(!fills(tag, value, words), "{words}");
        }
        assert!(fills("en", "tomorrow", "how about tomorrow?") && fills("en", "10 a.m.", "how about 10 a.m.?"));
    }

    #[test]
    fn a_need_is_held_beside_the_words() {
        let name = ["丁先生"];
        assert!(says("zh", &name, &[ElementNeed::Question], "您好，是丁先生吧？我是小沈。"));
        assert!(says("zh", &name, &[ElementNeed::Question], "您好 请问是丁先生不 我是小沈"));
        assert!(!says("zh", &name, &[ElementNeed::Question], "丁先生，您好。在吗？"));
        assert!(says("en", &["mr ding"], &[ElementNeed::Question], "hi is that mr ding im calling"));
        assert!(!says("en", &["mr ding"], &[ElementNeed::Question], "Hello Mr Ding, good to hear you."));
        assert!(says("en", &["all right"], &[ElementNeed::Statement], "All right, shall I call at ten?"));
        assert!(!says("en", &["all right"], &[ElementNeed::Statement], "I'll call. Is that all right?"));
        assert!(!says("zh", &["准时"], &[ElementNeed::Firm], "我争取准时到"));
        assert!(!says("zh", &["准时"], &[ElementNeed::Own], "同事会准时到"));
        assert!(!says("en", &["on time"], &[ElementNeed::Firm], "I'll try to be on time"));
        assert!(!says("en", &["on time"], &[ElementNeed::Own], "a colleague will be there on time"));
        assert!(
            says("en", &[], &[ElementNeed::Number], "in ten minutes")
                && !says("en", &[], &[ElementNeed::Number], "in a few minutes")
        );
        assert!(says("zh", &[], &[ElementNeed::Hour], "三点到") && !says("zh", &[], &[ElementNeed::Hour], "晚点到"));
    }

    #[test]
    fn an_order_is_kept() {
        let named = |name: &str| Text::new(vec![(lang("en"), name.into())]);
        let who = Element { name: named("who"), ..element("en", &["shen yinuo"], None, &[]) };
        let why = element("en", &["earlier"], None, &[ElementNeed::After("who".into())]);
        let heard =
            |words: &str| hear(&why, &[&who, &why], &Utterance::new(lang("en"), words), &|_| SlotValue::Unknown);
        assert_eq!(heard("It's Shen Yinuo, I rang earlier."), ElementHeard::Said);
        assert_eq!(heard("I rang earlier. It's Shen Yinuo."), ElementHeard::Missing);
    }
}
