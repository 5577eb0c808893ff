//! The answers of a sitting, each the last that was given.

use super::interaction::{Interaction, interaction};
use super::statement::{Statement, StatementParts, XapiHome, activity, language_map, scaled};
use super::vocabulary::{ANSWERED, ASSESSMENT, EXAMS, QUESTION, QUESTIONS};
use crate::content::scenario::Pack;
use crate::exam::sitting::Sitting;
use crate::play::asking::{Asked, Marking};
use crate::record::sitting::{ItemReply, SittingEvent, SittingLine};
use jiff::Timestamp;
use serde_json::{Map, Value, json};

/// Whose sitting it is.
pub(super) struct OfSitting<'s> {
    pub home: &'s XapiHome,
    pub learner: &'s str,
    pub registration: &'s str,
    pub pack: &'s Pack,
}

/// A statement for each question that has an answer which still fits it.
pub(super) fn of_answers(sitting: &Sitting, lines: &[SittingLine], of: &OfSitting) -> Vec<Statement> {
    let answer = |(place, item): (usize, &crate::record::sitting::PaperItem)| {
        let reply = sitting.reply(place)?;
        let at = last_answered(lines, place)?;
        of_answer(sitting, &item.question, reply, at, of)
    };
    sitting.items().iter().enumerate().filter_map(answer).collect()
}

fn last_answered(lines: &[SittingLine], place: usize) -> Option<Timestamp> {
    let is_own = |line: &&SittingLine| matches!(&line.what, SittingEvent::Answered { item, .. } if *item == place);
    lines.iter().rev().find(is_own).map(|line| line.at)
}

fn of_answer(sitting: &Sitting, question: &str, reply: &ItemReply, at: Timestamp, of: &OfSitting) -> Option<Statement> {
    let begun = sitting.begun();
    let mut asked = Asked::new(of.pack.bank.find(question)?, begun.seed);
    reply.iter().try_for_each(|step| asked.reply(step)).ok()?;
    let marking = asked.marking()?;
    let Interaction { definition, response } = interaction(asked.question(), asked.replied());
    let mut object = activity(&of.home.below(QUESTIONS, question), QUESTION, Some(&asked.question().claim));
    object["definition"]["description"] = language_map(&asked.question().ask);
    if let (Some(own), Value::Object(keys)) = (object["definition"].as_object_mut(), definition) {
        own.extend(keys);
    }
    let share = f64::from(marking.points) / f64::from(Marking::FULL);
    let result = json!({
        "success": marking.is_right(),
        "completion": true,
        "response": response,
        "score": {"scaled": scaled(share), "raw": marking.points, "min": 0, "max": Marking::FULL},
    });
    let exam = of.pack.blueprints.find(&begun.exam).map(|exam| &exam.title);
    let parent = activity(&of.home.below(EXAMS, &begun.exam), ASSESSMENT, exam);
    let mut context = Map::new();
    context.insert("contextActivities".to_owned(), json!({"parent": [parent]}));
    let told = StatementParts {
        home: of.home,
        learner: of.learner,
        lang: begun.language,
        at,
        verb: ANSWERED,
        object,
        result: Some(result),
        registration: of.registration.to_owned(),
        context,
    };
    Some(told.statement())
}
