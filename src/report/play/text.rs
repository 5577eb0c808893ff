//! A play in a few lines for people.

use super::document::{FinishedPlay, OpenPlay, PlayDocument, PlayProgress, StoredPlay};
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::play::scoring::EDITION;
use crate::record::attempt::Outdated;
use crate::record::play_origin::PlayOrigin;
use crate::report::clock::clock;
use crate::report::numbered::number;
use crate::report::origin::started;

/// The whole text; what can be chosen is in this language.
pub fn render(document: &PlayDocument, lang: Lang) -> String {
    let text = match &document.progress {
        PlayProgress::Open(play) => open(play, lang),
        PlayProgress::Over(play) => over(play),
    };
    text + &document.stored.as_ref().map(|own| stored(own, document.seed)).unwrap_or_default()
}

/// Whose play it is, what is another than it was, and which edition of the rules judged and judges.
fn stored(stored: &StoredPlay, seed: Seed) -> String {
    let PlayOrigin { learner, mode, hints, rewinds, .. } = &stored.origin;
    let learner = learner.as_ref().map(|name| format!(" by {name}")).unwrap_or_default();
    let (started, mode) = (started(&stored.origin), mode.word());
    let mut text = format!("played{learner}, {started}, {mode}, seed {seed}; hints: {hints}, taken back: {rewinds}\n");
    for what in &stored.outdated {
        text += &match what {
            Outdated::Scenario | Outdated::Standard => format!("changed since: {}\n", what.word()),
            Outdated::Rules => format!(
                "played under edition {} of the rules of judging; judged anew here by edition {EDITION}\n",
                stored.rules
            ),
        };
    }
    if stored.rules == EDITION {
        text += &format!("judged by edition {EDITION} of the rules, then and now\n");
    }
    text
}

fn open(play: &OpenPlay, lang: Lang) -> String {
    let mut text = format!("{} {}\n", clock(play.clock), play.scene.as_deref().unwrap_or("null"));
    for choice in &play.open {
        text += &format!("  {}  {}\n", choice.id, choice.text.in_lang(lang));
    }
    text
}

fn over(play: &FinishedPlay) -> String {
    let FinishedPlay { score, points, best, verdict, .. } = play;
    let ending = play.ending.as_deref().unwrap_or("null");
    let mut text = format!("{ending}: {:?} ({points} of {best} points), {}\n", score.percent(), verdict.word());
    for row in &play.ledger {
        let turn = row.turn.map_or_else(|| "-".to_owned(), |turn| number(turn).to_string());
        text += &format!("{turn:>4}  {:8} {:>3}  {}\n", row.kind.word(), row.points, row.requirement);
    }
    text
}
