//! Papers: a draw keeps every promise of its blueprint, and two papers are equally hard.

use crate::common::bundled;
use doorstep::base::chance::Seed;
use doorstep::content::bank::{Question, QuestionKind};
use doorstep::content::blueprint::Blueprint;
use doorstep::content::notation::Source;
use doorstep::content::scenario::{Pack, load};
use doorstep::exam::forms::spread;
use doorstep::exam::paper::{draw, draw_further, shortages};
use doorstep::record::sitting::{ExamPaper, PaperItem};
use doorstep::store::Content;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The exams of the bundled pack that papers can be drawn for.
pub(super) fn drawable(pack: &Pack) -> Vec<Arc<Blueprint>> {
    let all = pack.blueprints.blueprints.iter();
    all.filter(|own| shortages(own, &pack.bank, &pack.standard).is_empty()).cloned().collect()
}

pub(super) fn paper(blueprint: &Blueprint, pack: &Pack, seed: u64) -> ExamPaper {
    draw(blueprint, &pack.bank, &pack.standard, Seed::new(seed)).unwrap_or_else(|missing| panic!("{missing:?}"))
}

fn questions<'p>(paper: &ExamPaper, pack: &'p Pack) -> Vec<&'p Question> {
    paper.items.iter().map(|item| &**pack.bank.find(&item.question).expect("it is in the bank")).collect()
}

#[test]
fn a_paper_keeps_every_promise_of_its_blueprint() {
    let pack = bundled();
    let exams = drawable(pack);
    assert!(exams.iter().any(|own| &*own.id == "entry"), "at least the quiz can be drawn");
    for blueprint in &exams {
        let kept: BTreeSet<&str> = pack.bank.kept().map(|own| &*own.id).collect();
        let critical: BTreeSet<_> = (pack.bank.kept().flat_map(|own| &own.tests))
            .filter(|id| pack.standard.requirement(**id).is_critical())
            .filter(|id| {
                let section = pack.standard.requirement(**id).section;
                blueprint.blocks.iter().any(|block| block.sections.contains(&section))
            })
            .collect();
        for seed in 0..200 {
            let paper = paper(blueprint, pack, seed);
            let asked = questions(&paper, pack);
            for (block, spec) in blueprint.blocks.iter().enumerate() {
                let count = paper.items.iter().filter(|item| item.block == block).count();
                assert_eq!(count, spec.items as usize, "{} {seed}: block {block}", blueprint.id);
            }
            assert!(paper.items.is_sorted_by_key(|item| item.block));
            assert!(asked.iter().all(|own| kept.contains(&*own.id)), "nothing that is practised");
            let mut tested = BTreeSet::new();
            for id in asked.iter().flat_map(|own| &own.tests) {
                assert!(tested.insert(id), "{} {seed}: one gives another away", blueprint.id);
            }
            let orders = asked.iter().filter(|own| matches!(own.kind, QuestionKind::Order { .. })).count();
            let numbers = asked.iter().filter(|own| matches!(own.kind, QuestionKind::Number(_))).count();
            let judged = asked
                .iter()
                .filter(|own| matches!(own.kind, QuestionKind::Judgement(_) | QuestionKind::Mistake { .. }))
                .count();
            assert!(orders >= blueprint.orders as usize && numbers >= blueprint.numbers as usize);
            assert!(judged >= blueprint.judged_items() as usize);
            if blueprint.items() >= 30 {
                assert!(critical.iter().all(|id| tested.contains(*id)), "{} {seed}: critical", blueprint.id);
            }
        }
    }
}

#[test]
fn a_seed_is_a_paper_for_ever_and_another_seed_another_paper() {
    let pack = bundled();
    for blueprint in drawable(pack) {
        let first = paper(&blueprint, pack, 7);
        assert_eq!(first, paper(&blueprint, pack, 7));
        assert_ne!(first, paper(&blueprint, pack, 8));
    }
}

#[test]
fn a_thousand_papers_are_equally_hard_within_three_of_a_hundred() {
    let pack = bundled();
    for blueprint in drawable(pack) {
        let spread = spread(&blueprint, pack, 1_000, Seed::new(0)).unwrap_or_else(|missing| panic!("{missing:?}"));
        let (least, _, most) = spread.expected;
        assert!(most - least <= 600, "{}: {spread:?}", blueprint.id);
        assert!(spread.shared.1 < blueprint.items() as usize, "{}: no two are one", blueprint.id);
    }
}

#[test]
fn what_a_course_asks_is_never_on_a_paper() {
    let pack = bundled();
    let mut asked = pack.courses.courses.iter().flat_map(|course| &course.units).flat_map(|unit| &unit.check);
    assert!(asked.clone().count() > 0);
    assert!(asked.all(|id| pack.bank.kept().all(|own| own.id != *id)));
}

#[test]
fn named_enemies_never_stand_on_one_paper_nor_on_one_and_its_further_form() {
    let pack = bundled();
    let blueprint = drawable(pack).into_iter().find(|own| own.further > 0).expect("one with a further form");
    let first = paper(&blueprint, pack, 1);
    let further = |pack: &Pack, first: &ExamPaper, seed: u64| {
        draw_further(&blueprint, &pack.bank, &pack.standard, &first.items, Seed::new(seed)).expect("there are enough")
    };
    let after = further(pack, &first, 1);
    let (one, two, three) = (&first.items[0].question, &first.items[1].question, &after[0].question);
    let mut sources = Content::embedded().read().expect("read").sources;
    let (id, enemies) = (format!("id: \"{one}\","), format!("id: \"{one}\", enemies: [\"{two}\", \"{three}\"],"));
    for source in &mut sources.questions {
        *source = Source::new(&source.file, &source.text.replacen(&id, &enemies, 1));
    }
    let apart = load(&sources).expect("sound").pack;
    let both = |items: &[PaperItem], other: &str| {
        let has = |id: &str| items.iter().any(|item| &*item.question == id);
        has(one) && has(other)
    };
    assert!(both(&first.items, two), "they met before");
    for seed in 0..100 {
        let drawn = paper(&blueprint, &apart, seed);
        assert!(!both(&drawn.items, two) && !both(&drawn.items, three), "{seed}");
        let more = further(&apart, &drawn, seed);
        assert!(!both(&[&drawn.items[..], &more[..]].concat(), three), "{seed}");
    }
}
