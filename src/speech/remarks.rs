//! What stands beside a result, in words: the help that a run had, and what is another than when it was played.

use super::messages::Messages;
use crate::play::scoring::EDITION;
use crate::record::attempt::Outdated;
use crate::record::circumstances::Circumstances;
use crate::tr;

/// A sentence each, the weightiest first; none beside a run of today without any help.
pub fn remarks(words: &Messages, circumstances: &Circumstances) -> Vec<String> {
    let Circumstances { is_retry, rewinds, hints, edited_midway, seed_met, .. } = *circumstances;
    let mut remarks = Vec::new();
    if is_retry {
        remarks.push(tr!(words, "first-run-counts"));
    }
    if rewinds > 0 {
        remarks.push(tr!(words, "rewound", count = rewinds));
    }
    if hints > 0 {
        remarks.push(tr!(words, "hinted", count = hints));
    }
    if edited_midway {
        remarks.push(tr!(words, "edited-midway"));
    }
    if seed_met {
        remarks.push(tr!(words, "seed-met"));
    }
    remarks.extend(outdated(words, circumstances));
    remarks
}

/// The same in a word or two each, for a list.
pub fn short_remarks(words: &Messages, circumstances: &Circumstances) -> Vec<String> {
    let Circumstances { rewinds, hints, rules, .. } = *circumstances;
    let told = [
        (rewinds > 0).then(|| tr!(words, "rewound-short", count = rewinds)),
        (hints > 0).then(|| tr!(words, "hinted-short", count = hints)),
        circumstances.seed_met.then(|| tr!(words, "seed-met-short")),
        circumstances.outdated.contains(&Outdated::Rules).then(|| tr!(words, "rules-short", edition = rules)),
    ];
    told.into_iter().flatten().collect()
}

fn outdated(words: &Messages, circumstances: &Circumstances) -> Vec<String> {
    let has = |what| circumstances.outdated.contains(&what);
    let mut told = Vec::new();
    if has(Outdated::Scenario) {
        told.push(tr!(words, "judged-anew"));
    }
    if has(Outdated::Standard) {
        told.push(tr!(words, "standard-edited"));
    }
    if has(Outdated::Rules) {
        told.push(tr!(words, "rules-edited", was = circumstances.rules, is = EDITION));
    }
    told
}
