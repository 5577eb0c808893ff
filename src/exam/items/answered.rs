//! What somebody won of a question, and which of its options she chose.

use crate::base::chance::Seed;
use crate::content::bank::{AnswerOption, DialogueLine, Question, QuestionKind, Worth};
use crate::exam::statistics::OptionMark;
use crate::play::asking::Asked;
use crate::play::asking::Marking;
use crate::record::sitting::ItemReply;
use std::sync::Arc;

/// What was won of a question, and its options.
pub(super) struct Answered {
    pub share: f64,
    pub options: Vec<OptionMark>,
}

/// What was answered; no answer wins nothing. None where the answer does not fit the question any more.
pub(super) fn answered(question: &Arc<Question>, seed: Seed, reply: Option<&ItemReply>) -> Option<Answered> {
    let mut asked = Asked::new(question, seed);
    let points = match reply {
        Some(reply) => {
            reply.iter().try_for_each(|step| asked.reply(step)).ok()?;
            asked.marking()?.points
        }
        None => 0,
    };
    let share = f64::from(points) / f64::from(Marking::FULL);
    let taken = |option| reply.is_some() && is_taken(&question.kind, asked.replied(), option);
    let options = keys(&question.kind).into_iter().enumerate();
    let options = options.map(|(option, is_key)| OptionMark { option, is_taken: taken(option), is_key });
    Some(Answered { share, options: options.collect() })
}

/// By option, whether it is wanted. A statement has an option for each reason with which it can be said to hold, and then one for
/// each with which it can be said not to; a judgement has those that can be called best. Orders and pairs have no options.
fn keys(kind: &QuestionKind) -> Vec<bool> {
    match kind {
        QuestionKind::Single(answers) | QuestionKind::Several(answers) | QuestionKind::Number(answers) => {
            answers.iter().map(AnswerOption::is_right).collect()
        }
        QuestionKind::TrueFalse { holds, reasons } => {
            let said = |said: bool| reasons.iter().map(move |reason| said == *holds && reason.is_right());
            said(true).chain(said(false)).collect()
        }
        QuestionKind::Judgement(acts) => acts.iter().map(|act| act.worth == Worth::Best).collect(),
        QuestionKind::Mistake { lines, .. } => {
            let is_fine = !lines.iter().any(DialogueLine::is_fault);
            lines.iter().map(DialogueLine::is_fault).chain([is_fine]).collect()
        }
        QuestionKind::Order { .. } | QuestionKind::Match { .. } => Vec::new(),
    }
}

fn is_taken(kind: &QuestionKind, replies: &[usize], option: usize) -> bool {
    match (kind, replies) {
        (QuestionKind::Several(_), chosen) => chosen.contains(&option),
        (QuestionKind::TrueFalse { reasons, .. }, [said, reason]) => said * reasons.len() + reason == option,
        (_, [first, ..]) => *first == option,
        (_, []) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text::Text;

    fn question(kind: QuestionKind) -> Arc<Question> {
        let (claim, ask) = (Text::default(), Text::default());
        Arc::new(Question { id: "q".into(), tests: vec![], enemies: vec![], slots: vec![], claim, ask, kind })
    }

    fn answers(rights: &[bool]) -> Vec<AnswerOption> {
        let answer = |right: &bool| AnswerOption { says: Text::default(), why: (!right).then(Text::default) };
        rights.iter().map(answer).collect()
    }

    fn taken(kind: QuestionKind, reply: &ItemReply) -> (f64, Vec<usize>, Vec<usize>) {
        let own = answered(&question(kind), Seed::new(1), Some(reply)).expect("it fits");
        let places = |is_wanted: fn(&OptionMark) -> bool| {
            let wanted = own.options.iter().filter(|mark| is_wanted(mark));
            wanted.map(|mark| mark.option).collect()
        };
        (own.share, places(|mark| mark.is_taken), places(|mark| mark.is_key))
    }

    #[test]
    fn options_are_places_in_the_question_however_it_was_shown() {
        let number = QuestionKind::Number(answers(&[false, true, false]));
        assert_eq!(taken(number, &vec![vec![2]]), (0.0, vec![2], vec![1]));
        for shown in 0..3 {
            let (share, taken, key) = taken(QuestionKind::Single(answers(&[false, false, true])), &vec![vec![shown]]);
            assert_eq!((taken == key, key), (share > 0.5, vec![2]), "whichever was shown there");
        }
        let several = QuestionKind::Several(answers(&[true, true, false]));
        assert_eq!(taken(several, &vec![vec![0, 1, 2]]), (0.5, vec![0, 1, 2], vec![0, 1]));
    }

    #[test]
    fn a_statement_has_an_option_for_each_verdict_with_each_reason() {
        let kind = QuestionKind::TrueFalse { holds: false, reasons: answers(&[true, false]) };
        for reason in 0..2 {
            let (share, taken, key) = taken(kind.clone(), &vec![vec![1], vec![reason]]);
            assert_eq!((taken.len(), key.clone()), (1, vec![2]));
            assert_eq!(taken == key, share > 0.5);
        }
    }

    #[test]
    fn no_answer_sees_all_options_and_chooses_none() {
        let number = question(QuestionKind::Number(answers(&[false, true])));
        let own = answered(&number, Seed::new(1), None).expect("it fits");
        assert_eq!((own.share, own.options.len()), (0.0, 2));
        assert!(own.options.iter().all(|mark| !mark.is_taken));
        assert!(answered(&number, Seed::new(1), Some(&vec![vec![9]])).is_none(), "there is no tenth answer");
    }
}
