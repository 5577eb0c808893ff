//! What the rules about guessing share: when a way of guessing hits too often, and how that is told.

use super::rule::Rule;
use crate::author::check::guess::{DecisionPoint, Guess};
use crate::author::check::inspection::Inspection;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::Diagnostic;
use crate::base::text::Lang;
use crate::both;
use crate::content::scenario::{SourceRef, TextId};

/// How improbable so many hits must be before they are told, and the fewest moments that can tell anything.
pub(super) const UNLIKELY: f64 = 0.02;
pub(super) const POINTS: usize = 4;

/// The choices that a way of guessing finds, as their scenes and ids.
pub(super) fn named(inspection: &Inspection, hits: &[&DecisionPoint]) -> String {
    let name = |point: &&DecisionPoint| {
        let scene = inspection.scenario.scene(point.scene);
        format!("{}/{}", scene.name, scene.choices[point.best.index()].id)
    };
    hits.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// The diagnostic about a way of guessing that hits too often; it points at the text that gives most away.
pub(super) fn tell(
    inspection: &Inspection,
    rule: &Rule,
    guess: &Guess,
    lang: Lang,
    worst: Option<TextId>,
    what: Phrase,
    help: Phrase,
) -> Option<Diagnostic> {
    let worst = worst.filter(|_| guess.tried >= POINTS && guess.by_chance < UNLIKELY)?;
    let (hits, tried) = (guess.hits.len(), guess.tried);
    let message = both!(
        "in \"{lang}\" the best answer is {what} {hits} times out of {tried}",
        "在 \"{lang}\" 里，{tried} 次中有 {hits} 次最好的答案是{what}";
        what = what
    );
    let help = both!("{help}: {named}", "{help}：{named}", named = named(inspection, &guess.hits); help = help);
    Some(rule.diagnostic(inspection.scenario.place(SourceRef::Text(worst, Some(lang))), message).help(help))
}
