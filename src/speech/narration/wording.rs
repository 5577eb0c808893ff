//! The words for what has a fixed set of names (tiers, entries, labels), and for times of day and durations.

use crate::content::standard::{RequirementId, Standard, Tier};
use crate::play::scoring::{EntryKind, Label, Verdict};
use crate::speech::messages::Messages;
use crate::tr;

/// `10:05:30` of these seconds since midnight.
pub fn clock(seconds: u32) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60)
}

pub(super) fn hour_and_minute(seconds: u32) -> String {
    format!("{:02}:{:02}", seconds / 3600 % 24, seconds / 60 % 60)
}

/// `30 s`, `2 min` or `1 min 30 s`.
pub fn duration(words: &Messages, seconds: u32) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => tr!(words, "seconds", seconds = seconds),
        (minutes, 0) => tr!(words, "minutes", minutes = minutes),
        (minutes, seconds) => tr!(words, "minutes-seconds", minutes = minutes, seconds = seconds),
    }
}

/// The name of a tier of the standard.
pub fn tier(words: &Messages, tier: Tier) -> String {
    match tier {
        Tier::Basic => tr!(words, "tier-basic"),
        Tier::Advanced => tr!(words, "tier-advanced"),
        Tier::Excellent => tr!(words, "tier-excellent"),
    }
}

/// How a requirement is cited: `Calling at the door, item 7`.
pub fn cite(words: &Messages, standard: &Standard, id: RequirementId) -> String {
    let lang = words.lang();
    let section = standard.section_of(id).title.in_lang(lang);
    tr!(words, "cite", section = section, clause = standard.clause_of(id).printed.in_lang(lang))
}

/// What became of a requirement, in a word or two.
pub fn entry_kind(words: &Messages, kind: EntryKind) -> String {
    match kind {
        EntryKind::Met => tr!(words, "entry-met"),
        EntryKind::Late => tr!(words, "entry-late"),
        EntryKind::Mended => tr!(words, "entry-mended"),
        EntryKind::Spoiled => tr!(words, "entry-spoiled"),
        EntryKind::Missed => tr!(words, "entry-missed"),
        EntryKind::Broken => tr!(words, "entry-broken"),
        EntryKind::Extra => tr!(words, "entry-extra"),
        EntryKind::Yielded => tr!(words, "entry-yielded"),
    }
}

/// How good a move was, in a word.
pub fn label(words: &Messages, label: Label) -> String {
    match label {
        Label::Best => tr!(words, "label-best"),
        Label::Good => tr!(words, "label-good"),
        Label::Inaccuracy => tr!(words, "label-inaccuracy"),
        Label::Mistake => tr!(words, "label-mistake"),
        Label::Blunder => tr!(words, "label-blunder"),
    }
}

/// Whether a play passed.
pub fn verdict(words: &Messages, verdict: Verdict) -> String {
    match verdict {
        Verdict::Pass => tr!(words, "passed"),
        Verdict::Fail => tr!(words, "failed"),
    }
}
