//! A moment of one's own in words: why it is played again, and what came of it.

use crate::content::standard::{RequirementId, Standard};
use crate::learn::moment::{KeptMoment, passes};
use crate::play::debrief::label;
use crate::play::engine::Session;
use crate::play::solver::Judged;
use crate::speech::messages::Messages;
use crate::speech::narration::{Narrator, cite, label as label_words};
use crate::tr;

/// What the moment is about, as far as the standard of today knows it.
fn about(standard: &Standard, own: &KeptMoment) -> Option<RequirementId> {
    own.moment.requirements.iter().find_map(|id| standard.find(id))
}

/// Why it is played again: the clause is named and not told, as it would be the answer.
pub fn reason(words: &Messages, standard: &Standard, own: &KeptMoment) -> String {
    let what = about(standard, own).map(|id| cite(words, standard, id)).unwrap_or_default();
    tr!(words, "reason-own-mistake", what = what, times = own.mistakes)
}

/// What came of the move that was made now: the verdict, what was better if it was not good, and what it was about.
pub fn outcome(narrator: &Narrator, session: &Session, own: &KeptMoment, judged: &Judged) -> Vec<String> {
    let words = narrator.words;
    let label = label(judged).map(|own| label_words(words, own)).unwrap_or_default();
    let mut told = Vec::new();
    if passes(judged) {
        told.push(tr!(words, "moment-passed", label = label));
    } else {
        told.push(tr!(words, "moment-failed", label = label));
        let mut before = session.clone();
        before.rewind_to(own.moment.before.len());
        let state = before.state();
        let better = judged.equals.iter().filter_map(|id| before.choice(*id));
        let better: Vec<String> = better.map(|choice| narrator.fill(&choice.text, &state).into_owned()).collect();
        told.push(tr!(words, "moment-better", choice = narrator.one_of(&better)));
    }
    if let Some(id) = about(narrator.standard, own) {
        told.push(tr!(words, "moment-about", what = narrator.requirement(id), clause = narrator.cite(id)));
    }
    told
}
