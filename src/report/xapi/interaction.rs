//! A question as an interaction: what can be answered, what is right, and what was answered.

use super::statement::language_map;
use crate::base::text::Text;
use crate::content::bank::{AnswerOption, DialogueLine, Question, QuestionKind, Worth};
use serde_json::{Value, json};

/// What xAPI wants to know of a question.
pub(super) struct Interaction {
    /// The keys of its definition.
    pub definition: Value,
    /// What was answered.
    pub response: String,
}

/// The interaction of a form with the places that were answered (see [`crate::play::asking::Asked::replied`]).
pub(super) fn interaction(form: &Question, replied: &[usize]) -> Interaction {
    match &form.kind {
        QuestionKind::Single(answers) | QuestionKind::Number(answers) | QuestionKind::Several(answers) => {
            choice(&answers.iter().map(|own| &own.says).collect::<Vec<_>>(), &rights(answers), replied)
        }
        QuestionKind::Mistake { lines, .. } => {
            let fault = lines.iter().position(DialogueLine::is_fault).unwrap_or(lines.len());
            choice(&lines.iter().map(|own| &own.says).collect::<Vec<_>>(), &[fault], replied)
        }
        QuestionKind::Order { steps, .. } => {
            let places: Vec<usize> = (0..steps.len()).collect();
            let choices = components(steps.iter(), "o");
            let definition = json!({
                "interactionType": "sequencing",
                "choices": choices,
                "correctResponsesPattern": [joined(&places, "o")],
            });
            Interaction { definition, response: joined(replied, "o") }
        }
        QuestionKind::Match { pairs, extra, .. } => {
            let places: Vec<usize> = (0..pairs.len()).collect();
            let sources = components(pairs.iter().map(|own| &own.left), "l");
            let targets = components(pairs.iter().map(|own| &own.right).chain(extra), "r");
            let replied = &replied[..pairs.len().min(replied.len())];
            matching(&sources, &targets, &paired("l", &places), &paired("l", replied))
        }
        QuestionKind::TrueFalse { holds, reasons } => {
            let verdict = |said: usize, reason: usize| format!("verdict[.]v{}[,]reason[.]r{}", said + 1, reason + 1);
            let own = rights(reasons).first().copied().unwrap_or(0);
            let right = verdict(usize::from(!holds), own);
            let said = replied.first().zip(replied.get(1)).map(|(said, reason)| verdict(*said, *reason));
            let mut targets =
                json!([{"id": "v1", "description": {"en": "true"}}, {"id": "v2", "description": {"en": "false"}}]);
            extend(&mut targets, components(reasons.iter().map(|own| &own.says), "r"));
            let sources = json!([
                {"id": "verdict", "description": {"en": "whether it holds"}},
                {"id": "reason", "description": {"en": "why"}},
            ]);
            matching(&sources, &targets, &right, &said.unwrap_or_default())
        }
        QuestionKind::Judgement(acts) => {
            let place = |worth| acts.iter().position(|act| act.worth == worth).unwrap_or(0);
            let told = |best: usize, worst: usize| format!("best[.]o{}[,]worst[.]o{}", best + 1, worst + 1);
            let said = replied.first().zip(replied.get(1)).map(|(best, worst)| told(*best, *worst));
            let sources = json!([
                {"id": "best", "description": {"en": "best"}},
                {"id": "worst", "description": {"en": "worst"}},
            ]);
            let targets = components(acts.iter().map(|act| &act.says), "o");
            let right = told(place(Worth::Best), place(Worth::Worst));
            matching(&sources, &targets, &right, &said.unwrap_or_default())
        }
    }
}

fn rights(answers: &[AnswerOption]) -> Vec<usize> {
    answers.iter().enumerate().filter(|(_, own)| own.is_right()).map(|(place, _)| place).collect()
}

/// One of several, or any number; a place behind the last says that there is none.
fn choice(options: &[&Text], right: &[usize], replied: &[usize]) -> Interaction {
    // What is chosen has no order of its own.
    let mut replied = replied.to_vec();
    replied.sort_unstable();
    let mut choices = components(options.iter().copied(), "o");
    if right.iter().chain(&replied).any(|place| *place == options.len()) {
        let none = json!([{"id": format!("o{}", options.len() + 1), "description": {"en": "none"}}]);
        extend(&mut choices, none);
    }
    let definition =
        json!({"interactionType": "choice", "choices": choices, "correctResponsesPattern": [joined(right, "o")]});
    Interaction { definition, response: joined(&replied, "o") }
}

fn matching(sources: &Value, targets: &Value, right: &str, response: &str) -> Interaction {
    let definition = json!({
        "interactionType": "matching",
        "source": sources,
        "target": targets,
        "correctResponsesPattern": [right],
    });
    Interaction { definition, response: response.to_owned() }
}

fn extend(list: &mut Value, more: Value) {
    if let (Some(list), Value::Array(more)) = (list.as_array_mut(), more) {
        list.extend(more);
    }
}

fn components<'t>(texts: impl Iterator<Item = &'t Text>, letter: &str) -> Value {
    let component = |(place, text): (usize, &Text)| json!({"id": format!("{letter}{}", place + 1), "description": language_map(text)});
    texts.enumerate().map(component).collect()
}

/// Places as their ids, one after the other.
fn joined(places: &[usize], letter: &str) -> String {
    places.iter().map(|place| format!("{letter}{}", place + 1)).collect::<Vec<_>>().join("[,]")
}

/// Each left side with the right one that stands at its place.
fn paired(letter: &str, rights: &[usize]) -> String {
    let pair = |(left, right): (usize, &usize)| format!("{letter}{}[.]r{}", left + 1, right + 1);
    rights.iter().enumerate().map(pair).collect::<Vec<_>>().join("[,]")
}
