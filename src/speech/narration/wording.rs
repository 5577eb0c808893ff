//! The words for what has a fixed set of names (tiers, entries, labels), and for times of day and durations.

use super::mark::MarkKind;
use crate::content::standard::{Kind, RequirementId, Standard, Tier, Weight};
use crate::play::debrief::Debrief;
use crate::play::scoring::{EntryKind, Label, Verdict};
use crate::record::attempt::Mode;
use crate::speech::messages::Messages;
use crate::tr;

/// A choice that takes at least so many seconds is shown with its time.
pub const LONG: u32 = 60;

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

/// What a kind of requirement is called.
pub fn kind(words: &Messages, kind: Kind) -> String {
    match kind {
        Kind::Phrase => tr!(words, "kind-phrase"),
        Kind::Step => tr!(words, "kind-step"),
        Kind::ConditionBranch => tr!(words, "kind-condition-branch"),
        Kind::Etiquette => tr!(words, "kind-etiquette"),
        Kind::Attitude => tr!(words, "kind-attitude"),
        Kind::Appearance => tr!(words, "kind-appearance"),
        Kind::Taboo => tr!(words, "kind-taboo"),
        Kind::Equipment => tr!(words, "kind-equipment"),
        Kind::Marketing => tr!(words, "kind-marketing"),
        Kind::Language => tr!(words, "kind-language"),
    }
}

/// What a mode is called.
pub fn mode_name(mode: Mode, words: &Messages) -> String {
    match mode {
        Mode::Learn => tr!(words, "mode-learn"),
        Mode::Practice => tr!(words, "mode-practice"),
        Mode::Say => tr!(words, "mode-say"),
        Mode::Exam => tr!(words, "mode-exam"),
    }
}

/// How a requirement is cited: `Calling at the door, item 7`.
pub fn cite(words: &Messages, standard: &Standard, id: RequirementId) -> String {
    let lang = words.lang();
    let section = standard.section_of(id).title.in_lang(lang);
    tr!(words, "cite", section = section, clause = standard.clause_of(id).printed.in_lang(lang))
}

/// How much a requirement counts.
pub fn weight_told(words: &Messages, weight: Weight) -> String {
    let points = weight.points();
    match weight {
        Weight::Minor => tr!(words, "weight-minor", points = points),
        Weight::Normal => tr!(words, "weight-normal", points = points),
        Weight::Major => tr!(words, "weight-major", points = points),
    }
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

/// What stands before a requirement that a move touched: `met: `. No sign stands alone.
pub fn mark_word(words: &Messages, kind: MarkKind) -> String {
    match kind {
        MarkKind::Met => tr!(words, "mark-met"),
        MarkKind::Late => tr!(words, "mark-late"),
        MarkKind::Mended => tr!(words, "mark-mended"),
        MarkKind::Spoiled => tr!(words, "mark-spoiled"),
        MarkKind::Broken => tr!(words, "mark-broken"),
        MarkKind::Critical => tr!(words, "mark-critical"),
        MarkKind::Yielded => tr!(words, "mark-yielded"),
    }
}

/// `+2 now due`, and what is due no more.
pub fn due_changed(words: &Messages, more: usize, fewer: usize) -> String {
    let more = (more > 0).then(|| tr!(words, "now-due", count = more));
    let fewer = (fewer > 0).then(|| tr!(words, "no-longer-due", count = fewer));
    more.into_iter().chain(fewer).collect::<Vec<_>>().join(" · ")
}

/// The sign before an entry, beside its word.
pub fn entry_sign(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Met => "✓",
        EntryKind::Late => "≈",
        EntryKind::Mended => "↺",
        EntryKind::Spoiled => "⊘",
        EntryKind::Missed => "○",
        EntryKind::Broken => "✗",
        EntryKind::Extra => "·",
        EntryKind::Yielded => "⇢",
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

/// The same with the sign of chess players: `?? blunder`.
pub fn signed_label(words: &Messages, own: Label) -> String {
    match own.sign() {
        "" => label(words, own),
        sign => format!("{sign} {}", label(words, own)),
    }
}

/// How many moves of a play were how good, the best first, without those that it has none of.
pub fn label_counts(words: &Messages, debrief: &Debrief) -> Vec<String> {
    let labels = Label::ALL.into_iter().map(Some).chain([None]);
    let counted = labels.map(|label| (label, debrief.count(label))).filter(|(_, count)| *count > 0);
    let told = counted.map(|(label, count)| match label {
        Some(Label::Best) => tr!(words, "count-best", count = count),
        Some(Label::Good) => tr!(words, "count-good", count = count),
        Some(Label::Inaccuracy) => tr!(words, "count-inaccuracy", count = count),
        Some(Label::Mistake) => tr!(words, "count-mistake", count = count),
        Some(Label::Blunder) => tr!(words, "count-blunder", count = count),
        None => tr!(words, "count-forced", count = count),
    });
    told.collect()
}

/// Whether a play passed.
pub fn verdict(words: &Messages, verdict: Verdict) -> String {
    match verdict {
        Verdict::Pass => tr!(words, "passed"),
        Verdict::Fail => tr!(words, "failed"),
    }
}

/// `2/4`: won of what there was to win; `−8`: taken, where there was nothing to win; nothing where it is neither.
pub fn price(points: i32, worth: Option<i32>) -> String {
    match (points, worth) {
        (points, Some(worth)) if points < 0 => format!("−{}/{worth}", -points),
        (points, Some(worth)) => format!("{points}/{worth}"),
        (0, None) => String::new(),
        (points, None) if points < 0 => format!("−{}", -points),
        (points, None) => format!("+{points}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text::Lang;

    #[test]
    fn a_price_says_what_was_won_of_how_much_and_a_loss_has_its_sign() {
        let prices = [(4, Some(4)), (2, Some(4)), (0, Some(8)), (-8, Some(8)), (-8, None), (0, None)];
        assert_eq!(prices.map(|(points, worth)| price(points, worth)), ["4/4", "2/4", "0/8", "−8/8", "−8", ""]);
    }

    #[test]
    fn a_mark_says_what_the_move_did() {
        let [en, zh] = ["en", "zh"].map(|tag| Messages::new(Lang::new(tag).expect("a tag")));
        for (kind, told, also) in [
            (MarkKind::Met, "met: ", "做到："),
            (MarkKind::Late, "too late in the order: ", "顺序晚了："),
            (MarkKind::Mended, "made good: ", "补好了："),
            (MarkKind::Spoiled, "done badly: ", "没做好："),
            (MarkKind::Broken, "broken: ", "违反："),
            (MarkKind::Critical, "critical: ", "严重违规："),
            (MarkKind::Yielded, "gave way: ", "让路："),
        ] {
            assert_eq!((&*mark_word(&en, kind), &*mark_word(&zh, kind)), (told, also));
        }
    }
}
