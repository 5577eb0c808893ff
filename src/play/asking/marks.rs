//! How each kind of question is marked. One point a question, in hundredths: several and pairs give what is right less
//! what is wrong, an order half where one move would mend it, a judgement half for the second best.

use super::choices::Offered;
use super::marking::{Found, MarkedAnswer, Marking};
use crate::base::text::Text;
use crate::content::bank::{Act, AnswerOption, DialogueLine, MatchPair, Remark, Worth};

const FULL: u32 = Marking::FULL;
const HALF: u32 = FULL / 2;

/// One of several.
pub(super) fn picked(answers: &[AnswerOption], chosen: usize) -> Marking {
    let points = if answers[chosen].is_right() { FULL } else { 0 };
    Marking { points, flagged: false, answers: told(answers, &[chosen]), why: None }
}

/// Any number of several: what is right less what is wrong, of all that is right.
pub(super) fn several(answers: &[AnswerOption], chosen: &[usize]) -> Marking {
    let keys = answers.iter().filter(|answer| answer.is_right()).count();
    let right = chosen.iter().filter(|place| answers[**place].is_right()).count();
    let points = share(right.saturating_sub(chosen.len() - right), keys);
    Marking { points, flagged: false, answers: told(answers, chosen), why: None }
}

/// What was chosen, and what is right and was not.
fn told(answers: &[AnswerOption], chosen: &[usize]) -> Vec<MarkedAnswer> {
    let mut all = Vec::new();
    for (place, answer) in answers.iter().enumerate() {
        let found = match (chosen.contains(&place), answer.is_right()) {
            (true, true) => Found::Right,
            (true, false) => Found::Wrong,
            (false, true) => Found::Missed,
            (false, false) => continue,
        };
        all.push(MarkedAnswer { answer: Offered::Words(answer.says.clone()), found, why: answer.why.clone() });
    }
    all.sort_by_key(|own| own.found != Found::Wrong);
    all
}

/// Steps in an order: all of it, or half where moving one step would mend it.
pub(super) fn ordered(steps: &[Text], why: &Text, chosen: &[usize]) -> Marking {
    let points = match chosen {
        _ if chosen.is_sorted() => FULL,
        _ if one_move_off(chosen) => HALF,
        _ => 0,
    };
    let answer = |(place, step): (usize, &Text)| MarkedAnswer {
        answer: Offered::Words(step.clone()),
        found: Found::Place(place + 1, chosen.get(place) == Some(&place)),
        why: None,
    };
    let answers = steps.iter().enumerate().map(answer).collect();
    Marking { points, flagged: false, answers, why: Some(why.clone()) }
}

/// Whether taking one out and putting it elsewhere sorts them.
fn one_move_off(chosen: &[usize]) -> bool {
    (0..chosen.len()).any(|out| {
        let mut rest = chosen.iter().enumerate().filter(|(at, _)| *at != out).map(|(_, place)| place);
        rest.by_ref().is_sorted()
    })
}

/// Right sides given to the left ones: what is right less what is wrong, of all.
pub(super) fn matched(pairs: &[MatchPair], why: &Text, chosen: &[usize]) -> Marking {
    let right = chosen.iter().enumerate().filter(|(left, right)| *left == **right).count();
    let points = share(right.saturating_sub(pairs.len() - right), pairs.len());
    let answer = |(place, pair): (usize, &MatchPair)| MarkedAnswer {
        answer: Offered::Words(pair.right.clone()),
        found: Found::Partner(pair.left.clone(), chosen.get(place) == Some(&place)),
        why: None,
    };
    let answers = pairs.iter().enumerate().map(answer).collect();
    Marking { points, flagged: false, answers, why: Some(why.clone()) }
}

/// Whether a statement holds, and why: both, or nothing.
pub(super) fn stated(holds: bool, said: bool, reasons: &[AnswerOption], chosen: usize) -> Marking {
    let truth = |holds: bool| if holds { Offered::True } else { Offered::False };
    let mut marking = picked(reasons, chosen);
    let verdict = |answer, found| MarkedAnswer { answer, found, why: None };
    if said == holds {
        marking.answers.insert(0, verdict(truth(said), Found::Right));
    } else {
        marking.points = 0;
        marking.answers.insert(0, verdict(truth(said), Found::Wrong));
        marking.answers.insert(1, verdict(truth(holds), Found::Missed));
    }
    marking
}

/// The best and the worst of four acts: a point for the best and half for the second best; half of it is lost where the
/// worst was not seen.
pub(super) fn judged(acts: &[Act], best: usize, worst: usize) -> Marking {
    let chosen = match acts[best].worth {
        Worth::Best => FULL,
        Worth::Good => HALF,
        Worth::Poor | Worth::Worst => 0,
    };
    let points = if acts[worst].worth == Worth::Worst { chosen } else { chosen / 2 };
    let flagged = acts[best].worth == Worth::Worst;
    let answer = |act: &Act| MarkedAnswer {
        answer: Offered::Words(act.says.clone()),
        found: Found::Worth(act.worth),
        why: Some(act.why.clone()),
    };
    let mut acts: Vec<&Act> = acts.iter().collect();
    acts.sort_by_key(|act| act.worth);
    Marking { points, flagged, answers: acts.into_iter().map(answer).collect(), why: None }
}

/// The line that is a mistake; a place behind the last line says that none is.
pub(super) fn spotted(lines: &[DialogueLine], chosen: usize) -> Marking {
    let fault = lines.iter().position(DialogueLine::is_fault).unwrap_or(lines.len());
    let mut answers = vec![line(lines, chosen, if chosen == fault { Found::Right } else { Found::Wrong })];
    if chosen != fault {
        answers.push(line(lines, fault, Found::Missed));
    }
    let points = if chosen == fault { FULL } else { 0 };
    Marking { points, flagged: false, answers, why: None }
}

fn line(lines: &[DialogueLine], place: usize, found: Found) -> MarkedAnswer {
    let Some(line) = lines.get(place) else {
        return MarkedAnswer { answer: Offered::NoMistake, found, why: None };
    };
    let why = match &line.remark {
        Remark::None => None,
        Remark::Fine(why) | Remark::Fault(why) => Some(why.clone()),
    };
    MarkedAnswer { answer: Offered::Words(line.says.clone()), found, why }
}

/// So many of so many, in hundredths.
fn share(part: usize, of: usize) -> u32 {
    u32::try_from(part * FULL as usize / of.max(1)).unwrap_or(FULL)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(right: bool) -> AnswerOption {
        AnswerOption { says: Text::default(), why: (!right).then(Text::default) }
    }

    #[test]
    fn what_is_wrong_is_taken_from_what_is_right() {
        let answers = [true, true, true, false].map(answer);
        assert_eq!(several(&answers, &[0, 1, 2]).points, 100);
        assert_eq!(several(&answers, &[0, 1, 3]).points, 33);
        assert_eq!(several(&answers, &[3]).points, 0);
        assert_eq!(several(&answers, &[0, 1, 2, 3]).points, 66);
    }

    #[test]
    fn an_order_is_half_right_where_one_move_mends_it() {
        let steps = vec![Text::default(); 4];
        let points = |chosen: &[usize]| ordered(&steps, &Text::default(), chosen).points;
        assert_eq!(points(&[0, 1, 2, 3]), 100);
        assert_eq!(points(&[3, 0, 1, 2]), 50);
        assert_eq!(points(&[1, 0, 2, 3]), 50);
        assert_eq!(points(&[1, 0, 3, 2]), 0);
        assert_eq!(points(&[3, 2, 1, 0]), 0);
    }

    #[test]
    fn a_judgement_wants_the_best_and_the_worst() {
        let acts = [Worth::Best, Worth::Good, Worth::Poor, Worth::Worst];
        let acts = acts.map(|worth| Act { says: Text::default(), worth, why: Text::default() });
        let marked = |best, worst| (judged(&acts, best, worst).points, judged(&acts, best, worst).flagged);
        assert_eq!(marked(0, 3), (100, false));
        assert_eq!(marked(1, 3), (50, false));
        assert_eq!(marked(0, 2), (50, false));
        assert_eq!(marked(2, 3), (0, false));
        assert_eq!(marked(3, 2), (0, true));
    }

    #[test]
    fn a_statement_wants_its_reason_too() {
        let reasons = [true, false].map(answer);
        assert!(stated(true, true, &reasons, 0).is_right());
        assert_eq!(stated(true, true, &reasons, 1).points, 0);
        assert_eq!(stated(true, false, &reasons, 0).points, 0);
    }
}
