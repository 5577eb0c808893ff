//! A text that says what time it is, while the clock on the screen says another.

use super::Rule;
use crate::author::check::clock_range::ShownFrom;
use crate::author::check::voice::line_index;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::quantity::{Quantity, now_hours};
use crate::base::text::Lang;
use crate::both;
use crate::content::scenario::TextId;

pub(super) const RULE: Rule = Rule {
    code: Code::HOUR,
    severity: Severity::Warning,
    title: Phrase::new("a text tells another hour than the clock", "文字说的钟点和时钟对不上"),
    prose: Phrase::new(
        "现在十点半, it's half past ten: the words say what time it is now, and in no play is this line shown within a quarter of \
        an hour of it. The clock stands at the top of the screen, so every learner sees that one of the two is wrong. Only words \
        that surely speak of now are read (现在, 已经 … 了, it's …), and only lines of scenes: an ending may tell of next week.\n\n\
        Write the hour that it is, use {time}, or say it without the hour. The first play that comes to the line is shown.",
        "现在十点半、it's half past ten：这句话说的是此刻几点，可是不管怎么走，这一句出现的时候时钟都差一刻钟\
            以上。时钟就在屏幕顶上，学员一眼就看出有一个是错的。只有肯定在说现在的话才算（现在……、已经……了、\
            it's …），而且只看场景里的句子：结局可以说到下星期。\n\n\
            写实际的钟点，用 {time}，或者不提钟点。给出的是第一种演到这一句的走法。",
    ),
    trips: Sample::Edits {
        edits: &[("哦，电信的。", "哦，电信的。现在都十一点半了。")],
        at: "哦，电信的。现在都十一点半了。",
    },
    passes: Sample::Edits { edits: &[("哦，电信的。", "哦，电信的。现在刚好十点。")], at: "" },
    check: Some(check),
};

/// How far the clock may be from the hour that is told, in seconds.
const NEAR: u32 = 15 * 60;

/// Half a day: what is told of hours does not say which half.
const HALF_DAY: u32 = 12 * 3600;

/// A line that says what time it is.
struct ToldHour<'s> {
    line: usize,
    id: TextId,
    lang: Lang,
    words: &'s str,
    hour: Quantity,
}

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let told = told(inspection);
    if told.is_empty() || inspection.explored.is_err() {
        return Vec::new();
    }
    let mut wanted = vec![false; inspection.scenario.lines.len()];
    for told in &told {
        wanted[told.line] = true;
    }
    let Some(ranges) = inspection.clock_ranges(wanted) else { return Vec::new() };
    let wrong = told.iter().filter_map(|told| {
        let shown = ranges.lines.iter().find(|shown| shown.line == told.line)?;
        (!can_be(told.hour.from * 60, shown)).then(|| diagnostic(inspection, told, shown))
    });
    wrong.collect()
}

fn told<'i>(inspection: &Inspection<'i>) -> Vec<ToldHour<'i>> {
    let scenario: &'i crate::content::scenario::Scenario = inspection.scenario;
    let mut told = Vec::new();
    for (id, text) in scenario.texts() {
        let TextId::Line(of, number) = id else { continue };
        for (lang, words) in text.iter() {
            let line = line_index(scenario, of, number);
            told.extend(now_hours(lang, words).into_iter().map(|hour| ToldHour { line, id, lang, words, hour }));
        }
    }
    told
}

/// Whether the clock is ever near such an hour, in seconds past noon or midnight, when the line is shown.
fn can_be(hour: u32, shown: &ShownFrom) -> bool {
    let (from, to) = (shown.earliest.saturating_sub(NEAR), shown.latest + NEAR);
    (0..4).map(|half| hour + half * HALF_DAY).any(|time| (from..=to).contains(&time))
}

fn diagnostic(inspection: &Inspection, told: &ToldHour, shown: &ShownFrom) -> Diagnostic {
    let clock = |time: u32| format!("{}:{:02}", time / 3600 % 24, time / 60 % 60);
    let (from, to) = (clock(shown.earliest), clock(shown.latest));
    let span = if from == to {
        both!("at {from}", "是 {from}")
    } else {
        both!("between {from} and {to}", "在 {from} 到 {to} 之间")
    };
    let message = both!(
        "\"{words}\" is said here, and the clock stands {span}",
        "这里说“{words}”，而时钟{span}",
        words = &told.words[told.hour.at.clone()];
        span = span
    );
    let place = inspection.scenario.place_in(told.id, told.lang, told.hour.at.clone());
    let diagnostic = RULE
        .diagnostic(place, message)
        .help(Phrase::new("write the hour that it is, or use {time}", "写实际的钟点，或者用 {time}"));
    diagnostic.witness(inspection.witness_of(shown.at))
}
