//! A play as a walk: what was chosen and how it ended, as `doorstep walk` reads it.

use super::document::{PlayDocument, PlayProgress};
use crate::base::text::Lang;

/// How many choices stand on a line.
const ON_A_LINE: usize = 6;

/// The whole text, whose own texts are read in this language. A play that is over is to come to the same ending and
/// judgement; an ending that the clock brought has a name like any other.
pub fn render(document: &PlayDocument, lang: Lang) -> String {
    let seed = document.seed.number();
    let mut text = format!("scenario {}\nlanguage {lang}\nseed {seed}\n\n", document.scenario);
    for line in document.choices.chunks(ON_A_LINE) {
        text += &format!("choose {}\n", line.join(", "));
    }
    if let PlayProgress::Over(play) = &document.progress {
        if let Some(ending) = &play.ending {
            text += &format!("expect ending {ending}\n");
        }
        text += &format!("expect score = {}\nexpect verdict {}\n", play.score.percent(), play.verdict.word());
    }
    text
}
