//! A debrief as JSON. Scores, losses and values are percent with two decimals, `cost` and `luck` whole points of 100 as
//! people are shown them.

use super::document::DebriefDocument;
use crate::content::standard::RequirementId;
use crate::play::debrief::{Debrief, Missed, Reviewed};
use crate::play::scoring::Label;
use crate::report::json::{DocumentKind, JsonDocument, document, percent, play, record, row};
use crate::report::localized::SlotFiller;
use crate::report::numbered::number;
use crate::report::play::FinishedPlay;
use crate::report::play::json::over;
use serde_json::{Value, json};

/// The whole document. A value is percent of what the start is worth, `value_after` that of the move taken before the
/// dice fell; `why` is what the scenario says about the move.
pub fn render(reviewed: &DebriefDocument) -> JsonDocument {
    let DebriefDocument { session, standard, debrief, origin, .. } = *reviewed;
    let filler = SlotFiller::new(session.scenario());
    let mut keys = over(&FinishedPlay::new(session, standard, &debrief.card));
    keys["scenario"] = json!(session.scenario().id);
    keys["play"] = play(Some(session.seed()), &session.choice_ids());
    keys["record"] = origin.map(record).into();
    keys["counts"] = labels(debrief);
    keys["no_return_move"] = json!(debrief.no_return.map(number));
    keys["moves"] = debrief.moves.iter().map(|own| one_move(reviewed, own, &filler)).collect();
    keys["missed"] = debrief.missed.iter().map(|own| missed(reviewed, own)).collect();
    document(DocumentKind::Debrief, keys)
}

fn one_move(reviewed: &DebriefDocument, own: &Reviewed, filler: &SlotFiller) -> Value {
    let session = reviewed.session;
    let turn = &session.turns()[own.turn];
    let choices = &session.scenario().scene(turn.taken.scene).choices;
    let choice = session.taken(turn);
    let why = choice.feedback.iter().find(|(when, _)| when.holds(&turn.before.0));
    let why = why.map(|(_, words)| filler.fill(words, &turn.before).json());
    let cost = reviewed.debrief.cost(own.turn);
    let rows = own.parting.iter().flat_map(|parting| &parting.rows);
    let given_up: Value = rows.map(|own| row(name(reviewed, own.requirement), own.points)).collect();
    let names = |ids: &[RequirementId]| ids.iter().map(|id| json!(name(reviewed, *id))).collect::<Value>();
    json!({
        "move": number(own.turn),
        "scene": session.scenario().scene(turn.taken.scene).name,
        "choice": choice.id,
        "label": own.label.map(Label::word),
        "loss": percent(own.loss),
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

/// How many moves have each label; `forced` are those that had nothing beside them.
fn labels(debrief: &Debrief) -> Value {
    let labelled = Label::ALL.map(|label| (label.word().to_owned(), json!(debrief.count(Some(label)))));
    let forced = ("forced".to_owned(), json!(debrief.count(None)));
    Value::Object(labelled.into_iter().chain([forced]).collect())
}

fn missed(reviewed: &DebriefDocument, missed: &Missed) -> Value {
    json!({
        "requirement": name(reviewed, missed.requirement),
        "move": missed.moment.map(number),
        "given_up_move": reviewed.debrief.given_up_with(missed.requirement).map(number),
    })
}

fn name<'d>(reviewed: &DebriefDocument<'d>, id: RequirementId) -> &'d str {
    &reviewed.standard.requirement(id).id
}
