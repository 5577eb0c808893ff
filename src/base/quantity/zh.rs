//! Chinese: numerals and digits with their measure words.

use super::{Measure, Quantity, calendar_zh};

/// The text as characters, each with its byte.
struct ChineseReader {
    chars: Vec<(usize, char)>,
    end: usize,
}

/// A numeral: twice its value, so that a half is whole.
#[derive(Clone, Copy)]
struct ChineseNumeral {
    twice: u32,
    next: usize,
    /// About so much: `十几`, `两三`.
    vague: bool,
}

/// Measure words that follow a numeral, longest first: the measure, and what one of them counts.
const UNITS: [(&str, Measure, u32); 32] = [
    ("分钟", Measure::Duration, 60),
    ("秒钟", Measure::Duration, 1),
    ("小时", Measure::Duration, 3600),
    ("钟头", Measure::Duration, 3600),
    ("刻钟", Measure::Duration, 900),
    ("厘米", Measure::Length, 10),
    ("公分", Measure::Length, 10),
    ("毫米", Measure::Length, 1),
    ("星期", Measure::Days, 7),
    ("礼拜", Measure::Days, 7),
    ("块", Measure::Money, 100),
    ("元", Measure::Money, 100),
    ("岁", Measure::Age, 1),
    ("户", Measure::Homes, 1),
    ("位", Measure::People, 1),
    ("人", Measure::People, 1),
    ("秒", Measure::Duration, 1),
    ("米", Measure::Length, 1000),
    ("次", Measure::Times, 1),
    ("遍", Measure::Times, 1),
    ("下", Measure::Times, 1),
    ("声", Measure::Times, 1),
    ("回", Measure::Times, 1),
    ("号", Measure::Day, 1),
    ("周", Measure::Days, 7),
    ("天", Measure::Days, 1),
    ("年", Measure::Months, 12),
    ("月", Measure::Months, 1),
    ("%", Measure::Percent, 1),
    ("％", Measure::Percent, 1),
    ("cm", Measure::Length, 10),
    ("CM", Measure::Length, 10),
];

pub(super) fn read(words: &str) -> Vec<Quantity> {
    let reader = ChineseReader { chars: words.char_indices().collect(), end: words.len() };
    let mut found = Vec::new();
    let mut at = 0;
    while at < reader.chars.len() {
        match reader.quantity(at) {
            Some((quantity, next)) => {
                found.extend(quantity);
                at = next;
            }
            None => at += 1,
        }
    }
    found.extend(calendar_zh::read(words));
    found
}

impl ChineseReader {
    fn get(&self, at: usize) -> Option<char> {
        self.chars.get(at).map(|(_, c)| *c)
    }

    fn byte(&self, at: usize) -> usize {
        self.chars.get(at).map_or(self.end, |(byte, _)| *byte)
    }

    fn follows(&self, at: usize, word: &str) -> Option<usize> {
        let fits = word.chars().zip(at..).all(|(c, at)| self.get(at) == Some(c));
        fits.then(|| at + word.chars().count())
    }

    fn any(&self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().find_map(|word| self.follows(at, word))
    }

    fn after(&self, at: usize, word: char) -> bool {
        at > 0 && self.get(at - 1) == Some(word)
    }

    /// What begins here, and where to read on; no quantity where a numeral measures nothing or nothing exact.
    fn quantity(&self, at: usize) -> Option<(Option<Quantity>, usize)> {
        if let Some(next) = self.follows(at, "百分之") {
            let percent = self.numeral(next)?;
            let measure = self.percent(at);
            return Some((self.made(measure, 1, percent, None, at..percent.next), percent.next));
        }
        if let Some(found) = self.discount(at).or_else(|| self.digital(at)) {
            return Some(found);
        }
        if let Some(found) = self.before_the_hour(at) {
            return Some(found);
        }
        if self.is_weekday(at) {
            return Some((None, at + 1));
        }
        let first = self.numeral(at)?;
        let skipped = self.after(at, '第') || self.after(at, '几') || self.after(at, '数');
        let range = self.any(first.next, &["到", "至", "~", "～", "-", "—"]).and_then(|next| self.numeral(next));
        let last = range.unwrap_or(first);
        let read = self.time(at, last).filter(|_| range.is_none()).or_else(|| self.measured(at, first, range));
        let (quantity, next) = read.unwrap_or((None, last.next));
        Some((quantity.filter(|_| !skipped), next))
    }

    /// Whether a numeral only names the day of a week, and another one follows: the 六 of `周六十点`.
    fn is_weekday(&self, at: usize) -> bool {
        let week = self.after(at, '周')
            || self.after(at, '期') && at > 1 && self.after(at - 1, '星')
            || self.after(at, '拜') && at > 1 && self.after(at - 1, '礼');
        let width = if self.after(at, '周') { 1 } else { 2 };
        let before = at.checked_sub(width + 1).and_then(|at| self.get(at));
        let counted = before.is_some_and(|c| digit_of(c).is_some() || c.is_ascii_digit() || matches!(c, '个' | '每'));
        let day = self.get(at).and_then(digit_of).is_some_and(|day| (1..=6).contains(&day));
        week && !counted && day && self.numeral(at + 1).is_some()
    }

    /// `差一分九点`.
    fn before_the_hour(&self, at: usize) -> Option<(Option<Quantity>, usize)> {
        let minutes = self.numeral(self.follows(at, "差")?)?;
        let (lacking, next) = self.minutes_of_hour(minutes)?;
        let hour = self.numeral(self.any(next, &["就", "到", "不到"]).unwrap_or(next))?;
        let next = self.follows(hour.next, "点")?;
        let time = (hour.twice / 2 * 60).checked_sub(lacking)? % 720;
        let quantity = Quantity::new(Measure::Time, time, time, self.byte(at)..self.byte(next));
        Some((Some(quantity).filter(|_| !minutes.vague && !hour.vague), next))
    }

    /// `五分`, `五分钟`, `一刻`, as they stand beside an hour.
    fn minutes_of_hour(&self, minutes: ChineseNumeral) -> Option<(u32, usize)> {
        match self.follows(minutes.next, "刻") {
            Some(next) => Some((minutes.twice / 2 * 15, next)),
            None => Some((minutes.twice / 2, self.any(minutes.next, &["分钟", "分"])?)),
        }
    }

    /// `过了四分`, `差五分` behind an hour: the minutes past it, or past the hour before.
    fn beside_the_hour(&self, hours: u32, after: usize) -> Option<(u32, usize)> {
        let past = self.any(after, &["过了", "过"]).and_then(|next| self.minutes_of_hour(self.numeral(next)?));
        let lacking = || self.minutes_of_hour(self.numeral(self.any(after, &["还差", "差"])?)?);
        match past {
            Some((minutes, next)) => Some((hours * 60 + minutes, next)),
            None => lacking().and_then(|(minutes, next)| Some(((hours * 60).checked_sub(minutes)?, next))),
        }
    }

    /// `10:30`, `10：30`.
    fn digital(&self, at: usize) -> Option<(Option<Quantity>, usize)> {
        let begins = at == 0 || !self.get(at - 1).is_some_and(|c| c.is_ascii_digit());
        let number = |from: usize| {
            let digits: String = (from..).map_while(|at| self.get(at)).take_while(char::is_ascii_digit).collect();
            digits.parse::<u32>().ok().map(|value| (value, digits.len()))
        };
        let (hour, width) = number(at).filter(|_| begins)?;
        let colon = at + width;
        let (minute, 2) = number(self.any(colon, &[":", "："])?)? else { return None };
        let next = colon + 3;
        let time = (hour * 60 + minute) % 720;
        let fits = hour <= 24 && minute < 60;
        fits.then(|| (Some(Quantity::new(Measure::Time, time, time, self.byte(at)..self.byte(next))), next))
    }

    /// `打八折`, `八五折优惠`, `半价`: what is left of a price, told as what is taken off.
    fn discount(&self, at: usize) -> Option<(Option<Quantity>, usize)> {
        let made = |off: u32, next: usize| {
            (Some(Quantity::new(Measure::Discount, off, off, self.byte(at)..self.byte(next))), next)
        };
        if let Some(next) = self.any(at, &["半价", "对折", "五折"]) {
            return Some(made(50, next));
        }
        let figure = |at: usize| {
            let c = self.get(at)?;
            c.to_digit(10).or_else(|| digit_of(c)).filter(|digit| (1..10).contains(digit))
        };
        let tens = figure(at)?;
        let (left, next) = figure(at + 1).map_or((tens * 10, at + 1), |ones| (tens * 10 + ones, at + 2));
        let end = self.follows(next, "折")?;
        let folded = self.after(at, '叠') || self.after(at, '成') || self.after(at, '对');
        let ends = !folded && self.get(end).is_none_or(|c| !c.is_alphabetic());
        let priced = self.after(at, '打')
            || ends
            || left % 10 != 0
            || self.any(end, &["优惠", "起", "价", "后", "的"]).is_some();
        priced.then(|| made(100 - left, end))
    }

    /// Whether a percentage at this place is one that is taken off.
    fn percent(&self, at: usize) -> Measure {
        let before: String = (0..at).filter_map(|at| self.get(at)).collect();
        let bare = before.trim_end_matches(['了', '个']);
        let off = ["便宜", "优惠", "减", "减免", "降", "降价", "省", "少"].iter().any(|word| bare.ends_with(word));
        if off { Measure::Discount } else { Measure::Percent }
    }

    /// Behind the 时 of `上午十时`, which is neither a moment (`一时`) nor another word.
    fn formal_hour(&self, hour: ChineseNumeral) -> Option<usize> {
        let after = self.follows(hour.next, "时")?;
        (hour.twice > 2 && self.any(after, &["间", "候", "段", "常", "代", "辰"]).is_none()).then_some(after)
    }

    /// `十点`, `十点半`, `三点四十分`. `一点` alone is mostly "a little".
    fn time(&self, at: usize, hour: ChineseNumeral) -> Option<(Option<Quantity>, usize)> {
        let after = self.follows(hour.next, "点").or_else(|| self.formal_hour(hour))?;
        let hours = hour.twice / 2;
        let points = self.after(at, '这')
            || self.after(at, '那')
            || self.after(at, '有')
            || self.any(after, &["要求", "建议", "意见"]).is_some();
        let exact = !hour.vague && !points && hours <= 24;
        if let Some((time, next)) = self.beside_the_hour(hours, after) {
            let quantity = Quantity::new(Measure::Time, time % 720, time % 720, self.byte(at)..self.byte(next));
            return Some((Some(quantity).filter(|_| exact), next));
        }
        let (minutes, next) = match self.any(after, &["整", "钟", "正"]) {
            Some(next) => (0, next),
            None => match (self.follows(after, "半"), self.numeral(after)) {
                (Some(next), _) => (30, next),
                (None, Some(more)) => match self.follows(more.next, "刻") {
                    Some(next) => (more.twice / 2 * 15, next),
                    None => match self.follows(more.next, "分") {
                        Some(next) => (more.twice / 2, next),
                        // `一点一点` is no time; `十点零五`, `九点四十` are.
                        None if more.twice >= 20 || matches!(self.get(after), Some('零' | '0')) => {
                            (more.twice / 2, more.next)
                        }
                        None => return Some((None, after)),
                    },
                },
                (None, None) => (0, after),
            },
        };
        let little = hours == 1 && next == after;
        let fits = hour.twice.is_multiple_of(2) && minutes < 60 && exact && !little;
        let time = (hours * 60 + minutes) % 720;
        let quantity = fits.then(|| Quantity::new(Measure::Time, time, time, self.byte(at)..self.byte(next)));
        Some((quantity, next))
    }

    /// A numeral, or two as a range, with a measure word.
    fn measured(
        &self,
        at: usize,
        first: ChineseNumeral,
        range: Option<ChineseNumeral>,
    ) -> Option<(Option<Quantity>, usize)> {
        let mut last = range.unwrap_or(first);
        last.next = self.any(last.next, &["个", " "]).unwrap_or(last.next);
        if let Some(next) = self.follows(last.next, "半").filter(|_| range.is_none()) {
            (last.twice, last.next) = (last.twice + 1, next);
        }
        // `两分三十秒`, `一分半钟`: minutes without their second character.
        if let Some((seconds, next)) = self.minutes(last) {
            let quantity = Quantity::new(Measure::Duration, seconds, seconds, self.byte(at)..self.byte(next));
            return Some((Some(quantity).filter(|_| !last.vague), next));
        }
        let (word, measure, one) = UNITS.into_iter().find(|(word, _, _)| self.follows(last.next, word).is_some())?;
        let next = self.follows(last.next, word)?;
        let counted = self.any(first.next, &["个"]).is_some() || last.twice == 1;
        let named = match word {
            // A calendar month, a year by its number, the number of a house.
            "月" => !counted,
            "年" => first.twice > 200,
            // A piece of something, or money: `两块布`, `三十块`.
            "块" => first.twice < 20 && self.follows(next, "钱").is_none(),
            "位" => self.follows(next, "数").is_some(),
            // Half a day is a long while.
            "天" => last.twice == 1,
            "号" => first.twice > 62 || self.any(next, &["楼", "院", "线", "码", "单"]).is_some(),
            _ => false,
        };
        // Once is hardly ever counted: `一下`, `一声不吭`, `一次也没`.
        let idle = matches!(measure, Measure::Times | Measure::People | Measure::Homes) && last.twice <= 2;
        if named || idle {
            return Some((None, next));
        }
        let (low, high) = (first.twice.min(last.twice), range.map(|range| range.twice));
        let value = ChineseNumeral { twice: if range.is_some() { low } else { last.twice }, ..last };
        let measure = if measure == Measure::Percent { self.percent(at) } else { measure };
        let mut quantity = self.made(measure, one, value, high, at..next);
        if let Some(quantity) = &mut quantity {
            quantity.soft = last.twice == 2 && measure == Measure::Duration && one <= 60 && range.is_none();
        }
        Some((quantity.filter(|_| !first.vague && !last.vague), next))
    }

    fn minutes(&self, minutes: ChineseNumeral) -> Option<(u32, usize)> {
        let after = self.follows(minutes.next, "分")?;
        if let Some(next) = self.any(after, &["半钟", "半"]) {
            return Some((minutes.twice * 30 + 30, next));
        }
        let seconds = self.numeral(after)?;
        Some((minutes.twice * 30 + seconds.twice / 2, self.follows(seconds.next, "秒")?))
    }

    fn made(
        &self,
        measure: Measure,
        one: u32,
        low: ChineseNumeral,
        high: Option<u32>,
        at: std::ops::Range<usize>,
    ) -> Option<Quantity> {
        let from = low.twice.checked_mul(one)? / 2;
        let to = high.unwrap_or(low.twice).checked_mul(one)? / 2;
        let bytes = self.byte(at.start)..self.byte(at.end);
        (!low.vague && from <= to).then(|| Quantity::new(measure, from, to, bytes))
    }

    /// The numeral that begins here.
    fn numeral(&self, at: usize) -> Option<ChineseNumeral> {
        if self.get(at)? == '半' {
            return Some(ChineseNumeral { twice: 1, next: at + 1, vague: false });
        }
        let (number, mut next, mut vague) = self.digits(at).or_else(|| self.characters(at))?;
        if self.any(next, &["几", "多", "来", "余"]).is_some() {
            vague = true;
            next += 1;
        }
        number.checked_mul(2).map(|twice| ChineseNumeral { twice, next, vague })
    }

    fn digits(&self, at: usize) -> Option<(u32, usize, bool)> {
        let digits: String = (at..).map_while(|at| self.get(at)).take_while(char::is_ascii_digit).collect();
        let next = at + digits.len();
        // The hour of `10:30` or a price with cents is read by nobody.
        let decimal =
            matches!(self.get(next), Some('.' | ':')) && self.get(next + 1).is_some_and(|c| c.is_ascii_digit());
        digits.parse().ok().map(|value| (value, next, decimal))
    }

    fn characters(&self, at: usize) -> Option<(u32, usize, bool)> {
        let (mut sum, mut digit, mut next, mut vague): (u32, Option<u32>, usize, bool) = (0, None, at, false);
        while let Some(c) = self.get(next) {
            if let Some(value) = digit_of(c) {
                vague |= digit.is_some_and(|before| before != 0);
                digit = Some(value);
            } else if let Some(power) = power_of(c) {
                sum += digit.take().unwrap_or(1) * power;
            } else {
                break;
            }
            next += 1;
        }
        (next > at).then(|| (sum + digit.unwrap_or(0), next, vague))
    }
}

fn digit_of(c: char) -> Option<u32> {
    match c {
        '两' => Some(2),
        _ => "零一二三四五六七八九".chars().zip(0..).find(|(known, _)| *known == c).map(|(_, value)| value),
    }
}

fn power_of(c: char) -> Option<u32> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1_000),
        _ => None,
    }
}
