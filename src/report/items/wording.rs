//! Sentences about items that several formats need.

use crate::base::bilingual::{Bilingual, Phrase};
use crate::both;
use crate::exam::items::NotCounted;
use crate::exam::statistics::Suspicion;

/// What is to be looked at.
pub(super) fn suspicion(own: Suspicion) -> Phrase {
    match own {
        Suspicion::WrongBeatsKey { .. } => Phrase::new(
            "in the best third a wrong option beats the key: wrong key?",
            "最好的三分之一里，选某个错项的比选对的还多：答案是不是定错了？",
        ),
        Suspicion::Negative => Phrase::new(
            "whoever is better elsewhere does worse here: wrong key?",
            "别处做得好的人，这里反而更差：答案是不是定错了？",
        ),
        Suspicion::Hard => Phrase::new("too hard: under 25 %", "太难：不到 25 %"),
        Suspicion::Flat => Phrase::new("hardly tells people apart: under 0.15", "分不出高下：相关不到 0.15"),
        Suspicion::Easy => Phrase::new("too easy: over 95 %", "太容易：超过 95 %"),
        Suspicion::Exposed => Phrase::new("seen by more than 30 %: it will be known", "见过的人超过 30 %：快成明题了"),
        Suspicion::Few => Phrase::new("fewer than 30 persons: says little", "不到 30 人：说明不了多少"),
    }
}

/// As programs name it.
pub(super) fn suspicion_word(own: Suspicion) -> &'static str {
    match own {
        Suspicion::WrongBeatsKey { .. } => "wrong_beats_key",
        Suspicion::Negative => "negative",
        Suspicion::Hard => "hard",
        Suspicion::Flat => "flat",
        Suspicion::Easy => "easy",
        Suspicion::Exposed => "exposed",
        Suspicion::Few => "few",
    }
}

/// What does not count, a sentence for each that there is.
pub(super) fn not_counted(own: &NotCounted) -> Vec<Bilingual> {
    let NotCounted { repeated, open, outdated, hinted, rewound, gone, edited, unsolved } = *own;
    let told = [
        (
            outdated,
            both!(
                "not counted: {outdated} of older content that cannot be followed any more",
                "没有算进去：{outdated} 次是旧内容，现在走不下去了"
            ),
        ),
        (
            repeated,
            both!(
                "not counted: {repeated} later ones of the same learner (--all counts them)",
                "没有算进去：{repeated} 次是同一学员后来的（--all 会算）"
            ),
        ),
        (open, both!("not counted: {open} that still go on", "没有算进去：{open} 次还没结束")),
        (
            gone,
            both!(
                "not counted: {gone} answers to questions that are gone or changed",
                "没有算进去：{gone} 个回答，题目已经没有了或者变了"
            ),
        ),
        (hinted, both!("not counted: {hinted} decisions after a hint", "没有算进去：{hinted} 次选择之前看过提示")),
        (
            rewound,
            both!(
                "counted up to the first move taken back: {rewound}",
                "{rewound} 次演练里有反悔，只算到第一次反悔之前"
            ),
        ),
        (
            edited,
            both!(
                "counted although the scenario was edited since: {edited}",
                "{edited} 次演练之后情景改过，照样走得通，算在里面"
            ),
        ),
        (
            unsolved,
            both!(
                "not counted: {unsolved} of a scenario too large to solve",
                "没有算进去：{unsolved} 次，情景太大，算不出来"
            ),
        ),
    ];
    told.into_iter().filter(|(count, _)| *count > 0).map(|(_, sentence)| sentence).collect()
}
