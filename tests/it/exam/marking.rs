//! What a sitting comes to: right answers win all, none win nothing, cuts are cuts, and nobody passes by guessing.

use super::papers::{drawable, paper};
use super::sitting::{begun, start};
use crate::common::bundled;
use doorstep::base::chance::Seed;
use doorstep::content::bank::{Question, QuestionKind, Worth};
use doorstep::content::blueprint::Blueprint;
use doorstep::content::scenario::Pack;
use doorstep::exam::marking::{
    ExamVerdict, FailReason, Marker, MarkingFault, Share, SittingMarks, judge, key_hash, mark,
};
use doorstep::exam::simulated::{CandidateKind, CandidatesAsked, study};
use doorstep::exam::sitting::Sitting;
use doorstep::play::asking::{Asked, Offered};
use doorstep::play::solver::Solver;
use doorstep::record::sitting::{ItemReply, SittingEvent};
use std::sync::Arc;

/// What a candidate chooses who knows everything.
pub(super) fn right(question: &Arc<Question>, seed: Seed) -> ItemReply {
    let mut asked = Asked::new(question, seed);
    // Its names and hours are filled in.
    let question = &asked.question().clone();
    let mut reply = Vec::new();
    while let Some(choices) = asked.choices() {
        let chosen = (0..choices.offered.len()).filter(|at| is_right(question, &choices.offered[*at], reply.len()));
        let chosen: Vec<usize> = match question.kind {
            QuestionKind::Several(_) => chosen.collect(),
            _ => chosen.take(1).collect(),
        };
        asked.reply(&chosen).unwrap_or_else(|why| panic!("{}: {why}", question.id));
        reply.push(chosen);
    }
    reply
}

fn is_right(question: &Question, offered: &Offered, step: usize) -> bool {
    let says = |text: &doorstep::base::text::Text| matches!(offered, Offered::Words(own) if own == text);
    match &question.kind {
        QuestionKind::Single(answers) | QuestionKind::Several(answers) | QuestionKind::Number(answers) => {
            answers.iter().any(|own| own.is_right() && says(&own.says))
        }
        QuestionKind::Order { steps, .. } => says(&steps[step]),
        QuestionKind::Match { pairs, .. } => says(&pairs[step].right),
        QuestionKind::TrueFalse { holds, .. } if step == 0 => {
            *offered == if *holds { Offered::True } else { Offered::False }
        }
        QuestionKind::TrueFalse { reasons, .. } => reasons.iter().any(|own| own.is_right() && says(&own.says)),
        QuestionKind::Judgement(acts) => {
            let worth = if step == 0 { Worth::Best } else { Worth::Worst };
            acts.iter().any(|act| act.worth == worth && says(&act.says))
        }
        QuestionKind::Mistake { lines, .. } => match lines.iter().find(|line| line.is_fault()) {
            Some(fault) => says(&fault.says),
            None => *offered == Offered::NoMistake,
        },
    }
}

/// A sitting in which the first questions are answered rightly, so many, and every scenario is played at its best.
fn sat(blueprint: &Blueprint, pack: &Pack, rights: usize) -> Sitting {
    sat_under(blueprint, pack, rights, 5)
}

/// The same of the paper of this seed.
fn sat_under(blueprint: &Blueprint, pack: &Pack, rights: usize, of: u64) -> Sitting {
    let (mut sitting, _) = Sitting::begin(begun(paper(blueprint, pack, of), blueprint.minutes), start());
    let seed = sitting.begun().seed;
    let mut happen = |event| {
        sitting.happen(event, start(), None).expect("it may happen");
    };
    let paper = paper(blueprint, pack, of);
    for (item, own) in paper.items.iter().enumerate().take(rights) {
        let question = pack.bank.find(&own.question).expect("it is in the bank");
        happen(SittingEvent::Answered { item, reply: right(question, seed) });
    }
    for (visit, own) in paper.visits.iter().enumerate() {
        let scenario = pack.scenario(&own.scenario).expect("it is there");
        let solver = Solver::for_learner(scenario, &pack.standard);
        let best = solver.best(&mut scenario.rolls(own.seed)).expect("it can be solved");
        happen(SittingEvent::VisitBegun(visit));
        let mut session = doorstep::play::engine::Session::new(scenario.clone(), own.seed);
        for taken in best.line {
            let choice = scenario.scene(taken.scene).choices[taken.choice.index()].id.clone();
            session.take_id(&choice).expect("it is open");
            happen(SittingEvent::Chose { visit, choice });
        }
        assert!(session.is_over());
    }
    sitting
}

fn marked(sitting: &Sitting, blueprint: &Blueprint) -> SittingMarks {
    mark(sitting, blueprint, bundled()).unwrap_or_else(|fault| panic!("{fault}"))
}

#[test]
fn who_knows_everything_passes_and_who_answers_nothing_fails() {
    let pack = bundled();
    for blueprint in drawable(pack) {
        let items = blueprint.items() as usize;
        let all = marked(&sat(&blueprint, pack, items), &blueprint);
        let wrong: Vec<&str> =
            all.items.iter().filter(|own| own.share != Share(10_000)).map(|own| &*own.question).collect();
        assert_eq!((all.quiz(), wrong), (Share(10_000), vec![]), "{}", blueprint.id);
        assert_eq!(all.visits_mean().unwrap_or(Share(10_000)), Share(10_000), "{}", blueprint.id);
        assert_eq!(judge(&all, &blueprint), ExamVerdict::Passed, "{}", blueprint.id);
        let none = marked(&Sitting::begin(begun(paper(&blueprint, pack, 5), 1), start()).0, &blueprint);
        assert_eq!(none.quiz(), Share(0));
        assert!(matches!(judge(&none, &blueprint), ExamVerdict::Failed(_)), "{}", blueprint.id);
    }
}

#[test]
fn whoever_marks_many_sittings_measures_each_by_its_own_dice() {
    let pack = bundled();
    let blueprint = pack.blueprints.find("basic").expect("bundled");
    let mut marker = Marker::new(pack);
    for seed in 0..6 {
        let marks = marker.mark(&sat_under(blueprint, pack, 3, seed), blueprint).expect("marked");
        assert_eq!(marks.visits_mean(), Some(Share(10_000)), "the best play of seed {seed}");
    }
}

#[test]
fn a_cut_is_a_cut_and_near_it_a_further_form_decides() {
    let pack = bundled();
    let blueprint = pack.blueprints.find("entry").expect("the quiz");
    let share = |rights| marked(&sat(blueprint, pack, rights), blueprint);
    assert_eq!(judge(&share(9), blueprint), ExamVerdict::Passed, "9 of 12 are 75");
    let ExamVerdict::Failed(reasons) = judge(&share(8), blueprint) else { panic!("8 of 12 are too few") };
    assert_eq!(reasons, [FailReason::Quiz { share: Share(6_666), cut: Share(7_500) }]);
    // The same with a further form: within one standard error of the cut it decides, above and below.
    let further = Blueprint { further: 4, ..(**blueprint).clone() };
    let verdicts: Vec<bool> =
        (0..=12).map(|rights| judge(&share(rights), &further) == ExamVerdict::Borderline).collect();
    let borderline: Vec<usize> = (0..=12).filter(|at| verdicts[*at]).collect();
    assert_eq!(borderline, [8, 9, 10], "SE of 8, 9, 10 of 12: 14.2, 13.1, 11.2");
}

#[test]
fn a_question_that_is_gone_is_told_by_its_name() {
    let pack = bundled();
    let blueprint = pack.blueprints.find("entry").expect("the quiz");
    let mut paper = paper(blueprint, pack, 5);
    paper.items[3].question = "gone".into();
    let (sitting, _) = Sitting::begin(begun(paper, 10), start());
    assert_eq!(mark(&sitting, blueprint, pack), Err(MarkingFault::NoQuestion("gone".into())));
}

#[test]
fn an_answer_that_fits_no_question_is_told() {
    let pack = bundled();
    let blueprint = pack.blueprints.find("entry").expect("the quiz");
    let (mut sitting, _) = Sitting::begin(begun(paper(blueprint, pack, 5), 10), start());
    let odd = SittingEvent::Answered { item: 0, reply: vec![vec![99]] };
    sitting.happen(odd, start(), None).expect("a sitting knows no questions");
    assert!(matches!(mark(&sitting, blueprint, pack), Err(MarkingFault::Misfit(_))));
}

#[test]
fn words_are_no_part_of_what_decides() {
    let pack = bundled();
    let blueprint = pack.blueprints.find("entry").expect("the quiz");
    let items = paper(blueprint, pack, 5).items;
    let hash = |pack: &Pack| key_hash(blueprint, &items, &pack.bank, &pack.standard);
    let before = hash(pack);
    let changed = |change: fn(&mut Question)| {
        let mut pack = pack.clone();
        let mut bank = (*pack.bank).clone();
        let own = bank.questions.iter_mut().find(|own| own.id == items[0].question).expect("it is there");
        change(Arc::make_mut(own));
        pack.bank = bank.into();
        hash(&pack)
    };
    assert_eq!(before, changed(|own| own.ask = own.claim.clone()));
    assert_ne!(before, changed(|own| own.tests.reverse_and_add()));
}

/// What a question tests, changed in any way.
trait Change {
    fn reverse_and_add(&mut self);
}

impl Change for Vec<doorstep::content::standard::RequirementId> {
    fn reverse_and_add(&mut self) {
        self.push(self[0]);
    }
}

#[test]
fn nobody_passes_by_guessing_and_a_perfect_candidate_always_does() {
    let pack = bundled();
    for blueprint in drawable(pack) {
        let asked = CandidatesAsked { candidates: 200, seed: Seed::new(0) };
        let study = study(&blueprint, pack, asked).unwrap_or_else(|missing| panic!("{missing:?}"));
        let passed = |kind| study.groups.iter().find(|own| own.kind == kind).map(|own| own.passed);
        assert_eq!(passed(CandidateKind::Random), Some(0), "{}", blueprint.id);
        assert_eq!(passed(CandidateKind::Perfect), Some(200), "{}", blueprint.id);
        let rates: Vec<u32> = study.groups.iter().map(|own| own.passed).collect();
        assert!(rates.is_sorted_by(|a, b| a >= b), "{}: {rates:?}", blueprint.id);
    }
}
