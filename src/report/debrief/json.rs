//! A debrief as JSON. Moves are numbered from 1, null where there is none; scores and losses are percent with two
//! decimals, `cost` and `luck` whole points of 100 as people are shown them; texts are objects by language.

use super::document::DebriefDocument;
use crate::content::standard::RequirementId;
use crate::play::debrief::{Debrief, Missed, Reviewed};
use crate::play::scoring::Label;
use crate::report::clock::minutes;
use crate::report::localized::SlotFiller;
use crate::report::numbered::number;
use crate::report::origin::origin_json;
use serde_json::{Value, json};

/// The whole document. A value is percent of what the start is worth, `value_after` that of the move taken before the
/// dice fell; `why` is what the scenario says about the move.
pub fn render(document: &DebriefDocument) -> Value {
    let (scenario, debrief) = (document.session.scenario(), document.debrief);
    let card = &debrief.card;
    let (filler, state) = (SlotFiller::new(scenario), document.session.state());
    json!({
        "scenario": scenario.id,
        "seed": document.session.seed().number(),
        "played": document.origin.map(origin_json),
        "ending": document.session.ending().map(|ending| &scenario.ending(ending).name),
        "score": card.score.percent(),
        "points": card.points,
        "best": card.best,
        "verdict": card.verdict.word(),
        "ledger": ledger(document),
        "labels": labels(debrief),
        "minutes": minutes(state.elapsed(scenario)),
        "mood": state.mood(scenario),
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
    let cost = document.debrief.cost(own.turn);
    let rows = own.parting.iter().flat_map(|parting| &parting.rows);
    let given_up = rows.map(|row| json!({"requirement": name(document, row.requirement), "points": row.points}));
    let given_up: Value = given_up.collect();
    let names = |ids: &[RequirementId]| ids.iter().map(|id| json!(name(document, *id))).collect::<Value>();
    json!({
        "move": number(own.turn),
        "choice": choice.id,
        "label": own.label.map(Label::word),
        "loss": f64::from(own.loss) / 100.0,
        "value_before": own.value_before.percent(),
        "value_after": own.value_after.percent(),
        "reachable": own.reachable.percent(),
        "cost": cost.cost,
        "luck": cost.luck,
        "critical": own.critical,
        "given_up": given_up,
        "best_choice": choices[own.best_choice.index()].id,
        "best_choices": own.best_choices.iter().map(|best| json!(choices[best.index()].id)).collect::<Value>(),
        "requirements": {
            "met": names(&own.met),
            "late": names(&own.late),
            "broken": names(&own.broken),
            "yielded": names(&own.yielded),
        },
        "why": why,
    })
}

/// Every entry once: what became of it, with the move, and its points.
fn ledger(document: &DebriefDocument) -> Value {
    let entries = document.debrief.card.ledger.entries.iter().map(|entry| {
        json!({
            "requirement": name(document, entry.requirement),
            "entry": entry.kind.word(),
            "move": entry.turn.map(number),
            "points": entry.points,
        })
    });
    entries.collect()
}

/// How many moves have each label; `forced` are those that had nothing beside them.
fn labels(debrief: &Debrief) -> Value {
    let labelled = Label::ALL.map(|label| (label.word().to_owned(), json!(debrief.count(Some(label)))));
    let forced = ("forced".to_owned(), json!(debrief.count(None)));
    Value::Object(labelled.into_iter().chain([forced]).collect())
}

fn missed(document: &DebriefDocument, missed: &Missed) -> Value {
    let given_up = document.debrief.given_up_with(missed.requirement);
    let name = name(document, missed.requirement);
    json!({"requirement": name, "moment": missed.moment.map(number), "given_up": given_up.map(number)})
}

fn name<'d>(document: &DebriefDocument<'d>, id: RequirementId) -> &'d str {
    &document.standard.requirement(id).id
}
