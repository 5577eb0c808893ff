//! Validating the clock: when a play starts, what it waits for, when it closes.

use super::fragments::FragmentFile;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::Code;
use crate::both;
use crate::content::notation::{SourcePath, Validator};
use crate::content::scenario::ids::EndingId;
use crate::content::scenario::spec::{ClockSpec, ScenarioSpec};
use crate::content::scenario::time::{duration, time_of_day};
use crate::content::scenario::whole::Clock;

pub(super) fn clock(validator: &mut Validator, spec: &ClockSpec) -> Clock {
    let root = SourcePath::FILE.field("clock");
    let mut read = |field, text: &str| {
        time_of_day(text).unwrap_or_else(|| {
            validator.error(
                Code::NUMBER,
                &root.field(field),
                both!("\"{text}\" is no time of day", "\"{text}\" 不是一个时刻"),
                Phrase::new("write 09:57 or 09:57:30", "写成 09:57 或 09:57:30"),
            );
            0
        })
    };
    let start = read("start", &spec.start);
    let appointment = spec.appointment.as_deref().map(|text| read("appointment", text));
    let closes_at = read("closes_at", &spec.closes_at);
    if closes_at <= start {
        validator.error(
            Code::NUMBER,
            &root.field("closes_at"),
            Phrase::new("the scenario closes before it starts", "情景还没开始就结束了"),
            Phrase::new("choose a later time", "写一个更晚的时刻"),
        );
    }
    Clock { start, appointment, closes_at, timeout: EndingId::FIRST }
}

/// The longest that one choice can take, so that the clock's field never overflows.
pub(super) fn longest_choice(spec: &ScenarioSpec, called: &[&FragmentFile], clock: &Clock) -> u32 {
    let scenes = spec.scenes.0.iter().chain(called.iter().flat_map(|file| &file.spec.scenes.0));
    let choices = scenes.flat_map(|(_, scene)| &scene.choices);
    let seconds = choices.filter_map(|choice| {
        let until = choice.until.as_deref().and_then(time_of_day).map(|time| time.saturating_sub(clock.start));
        until.or_else(|| choice.takes.as_deref().and_then(duration))
    });
    seconds.max().unwrap_or(0).max(60)
}
