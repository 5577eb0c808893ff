//! Sittings: what may happen in one and what may not, and that a sitting is the replay of its lines.

use super::papers::{drawable, paper};
use crate::common::bundled;
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::exam::sitting::{ProctorTurn, Sitting, SittingError};
use doorstep::record::sitting::{
    ClosedBecause, ExamPaper, PaperItem, PaperVisit, SittingBegun, SittingEvent, SittingLine,
};
use jiff::Timestamp;
use std::time::Duration;

pub(super) fn start() -> Timestamp {
    "2026-03-01T09:00:00Z".parse().expect("a moment")
}

pub(super) fn begun(paper: ExamPaper, minutes: u32) -> SittingBegun {
    SittingBegun {
        exam: "entry".into(),
        candidate: "李娜".into(),
        language: Lang::new("zh").expect("a tag"),
        seed: Seed::new(7),
        paper,
        minutes,
        extra_minutes: 0,
        key_hash: "k".into(),
        standard_hash: "s".into(),
        rules: 1,
        proctor: None,
    }
}

fn small() -> ExamPaper {
    let item = |id: &str, block| PaperItem { question: id.into(), block };
    let visit = PaperVisit { scenario: "customer_not_home".into(), seed: Seed::new(3) };
    ExamPaper { items: vec![item("a", 0), item("b", 1)], visits: vec![visit] }
}

/// Everything that happens in it, second after second.
fn sat(events: Vec<SittingEvent>) -> (Sitting, Vec<SittingLine>, Vec<Result<(), SittingError>>) {
    let (mut sitting, first) = Sitting::begin(begun(small(), 10), start());
    let (mut lines, mut results) = (vec![first], Vec::new());
    for (second, event) in (1..).zip(events) {
        let happened = sitting.happen(event, start() + Duration::from_secs(second), Some(Duration::from_secs(1)));
        results.push(happened.map(|line| lines.push(line)));
    }
    (sitting, lines, results)
}

#[test]
fn a_sitting_is_the_replay_of_its_lines() {
    let (sitting, lines, results) = sat(vec![
        SittingEvent::Shown(0),
        SittingEvent::Answered { item: 0, reply: vec![vec![1]] },
        SittingEvent::Flagged { item: 0, on: true },
        SittingEvent::VisitBegun(0),
        SittingEvent::Chose { visit: 0, choice: "ring".into() },
        SittingEvent::Answered { item: 0, reply: vec![vec![2]] },
        SittingEvent::Resumed,
        SittingEvent::Closed(ClosedBecause::HandedIn),
    ]);
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    let again = Sitting::replay(&lines).expect("it happened");
    assert_eq!(format!("{sitting:?}"), format!("{again:?}"));
    assert_eq!(again.reply(0), Some(&vec![vec![2]]), "the last answer counts");
    assert!(again.is_flagged(0) && again.closed() == Some(ClosedBecause::HandedIn));
    assert_eq!((again.open_items(), again.resumed(), again.used()), (1, 1, Duration::from_secs(8)));
}

#[test]
fn what_may_not_happen_is_refused_and_changes_nothing() {
    let (sitting, lines, results) = sat(vec![
        SittingEvent::Answered { item: 2, reply: vec![] },
        SittingEvent::Chose { visit: 0, choice: "ring".into() },
        SittingEvent::VisitBegun(0),
        SittingEvent::VisitBegun(0),
        SittingEvent::VisitLeft(0),
        SittingEvent::Chose { visit: 0, choice: "ring".into() },
        SittingEvent::Further { items: vec![], minutes: 5, key_hash: None },
        SittingEvent::Closed(ClosedBecause::HandedIn),
        SittingEvent::Answered { item: 0, reply: vec![vec![0]] },
    ]);
    let wanted = [
        Err(SittingError::NoSuchPlace),
        Err(SittingError::NotThatVisit),
        Ok(()),
        Err(SittingError::NotThatVisit),
        Ok(()),
        Err(SittingError::NotThatVisit),
        Err(SittingError::NotFurther),
        Ok(()),
        Err(SittingError::Closed),
    ];
    assert_eq!(results, wanted);
    assert_eq!(sitting.open_items(), 2);
    // A file that says otherwise is told with the line.
    let mut forged = lines.clone();
    forged.push(SittingLine { what: SittingEvent::Answered { item: 0, reply: vec![vec![0]] }, ..lines[2].clone() });
    assert_eq!(Sitting::replay(&forged).map(|_| ()), Err((lines.len(), SittingError::Closed)));
    assert_eq!(Sitting::replay(&lines[1..]).map(|_| ()), Err((0, SittingError::NotBegun)));
    assert_eq!(Sitting::replay(&[]).map(|_| ()), Err((0, SittingError::NotBegun)));
}

#[test]
fn after_the_time_nothing_is_answered_and_a_lid_that_was_shut_counts() {
    let (mut sitting, _) = Sitting::begin(begun(small(), 10), start());
    let at = |seconds| start() + Duration::from_secs(seconds);
    let answer = || SittingEvent::Answered { item: 0, reply: vec![vec![0]] };
    sitting.happen(answer(), at(599), None).expect("a second is left");
    assert_eq!(sitting.happen(answer(), at(600), None), Err(SittingError::TimeUp));
    assert!(sitting.time_left().is_zero());
    sitting.happen(SittingEvent::Closed(ClosedBecause::TimeUp), at(601), None).expect("it can be closed");
    // A further form gives time of its own; what passed in between does not count.
    let items = vec![PaperItem { question: "c".into(), block: 0 }];
    let further = SittingEvent::Further { items, minutes: 2, key_hash: Some("all".into()) };
    sitting.happen(further, at(900), None).expect("the paper was closed");
    assert_eq!((sitting.items().len(), sitting.first_items(), sitting.open_items()), (3, 2, 2));
    assert_eq!(
        (sitting.keyed().0, sitting.keyed().1.len()),
        ("all", 3),
        "what is right is looked up for all questions"
    );
    sitting.happen(SittingEvent::Answered { item: 2, reply: vec![vec![0]] }, at(960), None).expect("in time");
    assert_eq!(sitting.time_left(), Duration::from_secs(12 * 60 - 601 - 60));
}

#[test]
fn the_time_waits_for_a_proctor_and_for_nobody_else() {
    let at = |seconds| start() + Duration::from_secs(seconds);
    let code = || SittingEvent::Witnessed { proctor: "Luo".into(), code: "c".into() };
    let own = SittingBegun { proctor: Some("Luo".into()), ..begun(small(), 10) };
    let (mut sitting, first) = Sitting::begin(own, start());
    assert_eq!(sitting.awaits_proctor(), Some(ProctorTurn::Opens));
    let mut lines = vec![first];
    for (second, what) in [(400, code()), (430, SittingEvent::Shown(0)), (500, code())] {
        lines.push(sitting.happen(what, at(second), None).expect("in time"));
    }
    assert_eq!((sitting.used(), sitting.awaits_proctor()), (Duration::from_secs(100), None));
    lines.push(sitting.happen(SittingEvent::Closed(ClosedBecause::HandedIn), at(520), None).expect("in time"));
    assert_eq!(sitting.awaits_proctor(), Some(ProctorTurn::Closes));
    lines.push(sitting.happen(code(), at(9_000), None).expect("whenever she comes"));
    assert_eq!((sitting.used(), sitting.awaits_proctor()), (Duration::from_mins(2), None));
    assert_eq!(format!("{:?}", Sitting::replay(&lines).expect("it happened")), format!("{sitting:?}"));
    // A record in which time was skipped elsewhere cannot have happened.
    for line in &mut lines[2..] {
        line.at += Duration::from_hours(1);
    }
    assert_eq!(Sitting::replay(&lines).map(|_| ()), Err((2, SittingError::TimeSkipped)));
}

#[test]
fn a_clock_set_back_is_told_and_gains_nothing() {
    let (mut sitting, first) = Sitting::begin(begun(small(), 10), start());
    let mut lines = vec![first];
    let back = start() - Duration::from_hours(1);
    let ticked = Some(Duration::from_mins(5));
    lines.push(sitting.happen(SittingEvent::Shown(0), back, ticked).expect("in time"));
    assert_eq!((sitting.used(), sitting.clock_went_back()), (Duration::from_mins(5), true));
    let again = Sitting::replay(&lines).expect("it happened");
    assert!(again.clock_went_back() && again.used() == sitting.used());
}

#[test]
fn every_paper_begins_and_is_replayed() {
    let pack = bundled();
    for blueprint in drawable(pack) {
        let (sitting, line) = Sitting::begin(begun(paper(&blueprint, pack, 1), blueprint.minutes), start());
        assert_eq!(sitting.open_items(), blueprint.items() as usize);
        assert_eq!(sitting.allowed(), Duration::from_mins(u64::from(blueprint.minutes)));
        assert_eq!(format!("{sitting:?}"), format!("{:?}", Sitting::replay(&[line]).expect("it began")));
    }
}
