//! A debrief as JSON. Moves are numbered from 1, null where there is none; scores and losses are percent with two
//! decimals; texts are objects by language.

use super::document::DebriefDocument;
use crate::content::standard::RequirementId;
use crate::play::debrief::{Missed, Reviewed};
use crate::play::scoring::Label;
use crate::report::localized::SlotFiller;
use crate::report::numbered::number;
use serde_json::{Value, json};

/// The whole document. A value is percent of what the start is worth, `value_after` that of the move taken before the
/// dice fell; `why` is what the scenario says about the move.
pub fn render(document: &DebriefDocument) -> Value {
    let (scenario, debrief) = (document.session.scenario(), document.debrief);
    let card = &debrief.card;
    let filler = SlotFiller::new(scenario);
    json!({
        "scenario": scenario.id,
        "seed": document.session.seed().number(),
        "ending": document.session.ending().map(|ending| &scenario.ending(ending).name),
        "score": card.score.percent(),
        "points": card.points,
        "best": card.best,
        "verdict": card.verdict.word(),
        "accuracy": debrief.accuracy,
        "no_return": debrief.no_return.map(number),
        "moves": debrief.moves.iter().map(|own| reviewed(document, own, &filler)).collect::<Vec<_>>(),
        "missed": debrief.missed.iter().map(|own| missed(document, own)).collect::<Vec<_>>(),
    })
}

fn reviewed(document: &DebriefDocument, own: &Reviewed, filler: &SlotFiller) -> Value {
    let session = document.session;
    let turn = &session.turns()[own.turn];
    let choices = &session.scenario().scene(turn.taken.scene).choices;
    let choice = session.taken(turn);
    let why = choice.feedback.iter().find(|(when, _)| when.holds(&turn.before.0));
    let why = why.map(|(_, words)| filler.fill(words, &turn.before).json());
    let names = |ids: &[RequirementId]| ids.iter().map(|id| json!(name(document, *id))).collect::<Value>();
    json!({
        "move": number(own.turn),
        "choice": choice.id,
        "label": own.label.map(Label::word),
        "loss": f64::from(own.loss) / 100.0,
        "value_before": own.value_before.percent(),
        "value_after": own.value_after.percent(),
        "reachable": own.reachable.percent(),
        "best_choice": choices[own.best_choice.index()].id,
        "requirements": {
            "met": names(&own.met),
            "late": names(&own.late),
            "broken": names(&own.broken),
            "yielded": names(&own.yielded),
        },
        "why": why,
    })
}

fn missed(document: &DebriefDocument, missed: &Missed) -> Value {
    json!({"requirement": name(document, missed.requirement), "moment": missed.moment.map(number)})
}

fn name<'d>(document: &DebriefDocument<'d>, id: RequirementId) -> &'d str {
    &document.standard.requirement(id).id
}
