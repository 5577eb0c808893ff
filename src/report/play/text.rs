//! A play in a few lines for people.

use super::document::{FinishedPlay, OpenPlay, PlayDocument, PlayProgress, StoredPlay};
use crate::base::bilingual::{Bilingual, Phrase, speaks_chinese};
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::both;
use crate::play::scoring::EDITION;
use crate::record::attempt::{Mode, Outdated};
use crate::record::play_origin::PlayOrigin;
use crate::report::clock::clock;
use crate::report::numbered::number;
use crate::report::origin::started;
use crate::speech::messages::Messages;
use crate::speech::narration::{self, entry_kind};
use unicode_width::UnicodeWidthStr;

/// The whole text, in this language.
pub fn render(document: &PlayDocument, lang: Lang) -> String {
    let text = match &document.progress {
        PlayProgress::Open(play) => open(play, lang),
        PlayProgress::Over(play) => over(play, lang),
    };
    text + &document.stored.as_ref().map(|own| stored(own, document.seed, lang)).unwrap_or_default()
}

/// Whose play it is, what is another than it was, and which edition of the rules judged and judges.
fn stored(stored: &StoredPlay, seed: Seed, lang: Lang) -> String {
    let PlayOrigin { learner, mode, hints, rewinds, .. } = &stored.origin;
    let learner = learner.as_ref().map(|name| both!(" by {name}", "，学员 {name}")).unwrap_or_default();
    let mut lines = vec![both!(
        "played{learner}, {started}, {mode}, seed {seed}; hints: {hints}, taken back: {rewinds}",
        "演练{learner}，{started}，{mode}，种子 {seed}；提示：{hints}，退回：{rewinds}",
        started = started(&stored.origin);
        learner = learner,
        mode = mode_words(*mode)
    )];
    lines.extend(stored.outdated.iter().map(|what| match what {
        Outdated::Scenario => Phrase::new("changed since: scenario", "此后改过：情景").into(),
        Outdated::Standard => Phrase::new("changed since: standard", "此后改过：标准").into(),
        Outdated::Rules => both!(
            "played under edition {rules} of the rules of judging; judged anew here by edition {EDITION}",
            "演练时用的是第 {rules} 版评判规则；这里按第 {EDITION} 版重新评判",
            rules = stored.rules
        ),
    }));
    if stored.rules == EDITION {
        lines.push(both!(
            "judged by edition {EDITION} of the rules, then and now",
            "那时和现在都按第 {EDITION} 版规则评判"
        ));
    }
    lines.iter().map(|line| format!("{}\n", line.in_lang(lang))).collect()
}

fn mode_words(mode: Mode) -> Phrase {
    let zh = match mode {
        Mode::Learn => "学习",
        Mode::Practice => "练习",
        Mode::Say => "自己说",
        Mode::Exam => "考试",
    };
    Phrase::new(mode.word(), zh)
}

fn open(play: &OpenPlay, lang: Lang) -> String {
    let mut text = format!("{} {}\n", clock(play.clock), play.scene.as_deref().unwrap_or("null"));
    for choice in &play.open {
        text += &format!("  {}  {}\n", choice.id, choice.text.in_lang(lang));
    }
    text
}

fn over(play: &FinishedPlay, lang: Lang) -> String {
    let FinishedPlay { score, points, best, verdict, .. } = play;
    let ending = play.ending.as_deref().unwrap_or("null");
    let words = Messages::new(lang);
    let told = both!(
        "{ending}: {score:?} ({points} of {best} points), {verdict}",
        "{ending}：{score:?} 分（{best} 点里的 {points} 点），{verdict}",
        score = score.percent();
        verdict = Bilingual { en: verdict.word().to_owned(), zh: narration::verdict(&words, *verdict) }
    );
    let mut text = format!("{}\n", told.in_lang(lang));
    for row in &play.ledger {
        let turn = row.turn.map_or_else(|| "-".to_owned(), |turn| number(turn).to_string());
        let kind = if speaks_chinese(lang) { entry_kind(&words, row.kind) } else { row.kind.word().to_owned() };
        let gap = " ".repeat(8_usize.saturating_sub(kind.width()));
        text += &format!("{turn:>4}  {kind}{gap} {:>3}  {}\n", row.points, row.requirement);
    }
    text
}
