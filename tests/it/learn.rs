//! From a play to what is remembered and to what tomorrow is for, on the bundled content.

use crate::common::bundled;
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::content::scenario::Scenario;
use doorstep::content::standard::{RequirementId, SectionId};
use doorstep::learn::evidence::{Evidence, is_counted};
use doorstep::learn::mastery::{MasteryChange, MasteryLevel, PartMastery};
use doorstep::learn::memory::Memories;
use doorstep::learn::moment::{KeptMoments, MomentGone, judge_last, moments_of, passes, restore};
use doorstep::learn::simulated::{School, StudyAsked, study};
use doorstep::learn::today::{
    Activity, Available, CourseNext, DayAsked, OfferedMoment, OfferedQuestion, OfferedScenario, OwnTempo, PlanReason,
    plan,
};
use doorstep::play::debrief::Debrief;
use doorstep::play::engine::{RecordedMove, Session};
use doorstep::record::attempt::{Attempt, AttemptId, Mode};
use doorstep::record::day::Day;
use doorstep::record::journal::{
    CourseUnit, EventKey, Happened, JournalEvent, JournalOrigin, OwnMoment, PlayRef, Rating, ReviewSource,
};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

const COVERS: &str = "shoe_covers_declined";

fn scenario() -> &'static Arc<Scenario> {
    bundled().scenario(COVERS).expect("it is bundled")
}

fn day(number: i32) -> Day {
    Day::new(number).expect("a day")
}

/// A play of somebody who chooses at random, and its debrief: the first with a mistake in it.
fn poor_play() -> &'static (Session, Debrief) {
    static PLAY: OnceLock<(Session, Debrief)> = OnceLock::new();
    PLAY.get_or_init(|| {
        let with_mistakes = (0..40).map(random_play).find(|(play, debrief)| {
            let shown = Evidence::of_ledger(&debrief.card.ledger, &BTreeSet::new());
            let has = |rating| shown.iter().any(|own| own.rating == rating);
            has(Rating::Again) && has(Rating::Good) && moments_of(debrief, play, &bundled().standard).len() > 1
        });
        with_mistakes.expect("not everybody is lucky")
    })
}

fn random_play(number: u64) -> (Session, Debrief) {
    let mut rolls = Seed::new(number).rolls_without_end("random");
    let mut session = Session::new(scenario().clone(), Seed::new(3));
    while !session.is_over() {
        let open: Vec<_> = session.state().open_choices(scenario()).collect();
        let pick = rolls.roll().below(u32::try_from(open.len()).expect("few are open"));
        session.take(open[pick as usize]).expect("it is open");
    }
    let debrief = Debrief::new(&session, &bundled().standard).expect("solved");
    (session, debrief)
}

fn attempt(moves: Vec<RecordedMove>) -> Attempt {
    let (now, lang) = (Timestamp::UNIX_EPOCH, Lang::new("en").expect("a tag"));
    let mut own = Attempt::begin(scenario(), &bundled().standard_hash, Seed::new(3), Mode::Practice, lang, now);
    own.moves = moves;
    own
}

fn takes(session: &Session) -> Vec<RecordedMove> {
    session.choice_ids().into_iter().map(|id| RecordedMove::Take(id.into())).collect()
}

fn rated(moves: Vec<RecordedMove>) -> BTreeMap<String, Rating> {
    let evidence = Evidence::of_play(&attempt(moves), scenario(), &bundled().standard);
    let id = |own: &Evidence| bundled().standard.requirement(own.requirement).id.to_string();
    evidence.iter().map(|own| (id(own), own.rating)).collect()
}

fn events(happened: Vec<Happened>, on: Day) -> Vec<JournalEvent> {
    let key = |number| EventKey { origin: JournalOrigin::new(1), number };
    let event = |(number, what)| JournalEvent { key: key(number), at: Timestamp::UNIX_EPOCH, day: on, what };
    (1..).zip(happened).map(event).collect()
}

#[test]
fn a_play_shows_what_was_known_by_its_first_run_alone() {
    let poor = takes(&poor_play().0);
    let first = rated(poor.clone());
    assert!(first.values().any(|own| *own == Rating::Again) && first.values().any(|own| *own == Rating::Good));
    let mut again = poor.clone();
    again.push(RecordedMove::Rewind { to: 0 });
    again.extend(poor.iter().cloned());
    assert_eq!(rated(again), first, "what is tried afterwards shows nothing");
    assert!(rated(poor[..poor.len() - 1].to_vec()).is_empty(), "and a play without an ending neither");
}

#[test]
fn what_was_met_with_a_hint_or_after_going_back_was_hard_and_nothing_else_changes() {
    let poor = takes(&poor_play().0);
    let plain = rated(poor.clone());
    let harder = |moves| {
        let told = rated(moves);
        assert_eq!(told.len(), plain.len());
        let changed = told.iter().filter(|(id, own)| plain[*id] != **own);
        changed.inspect(|(_, own)| assert_eq!(**own, Rating::Hard)).count()
    };
    let is_good = |id: &RequirementId| plain[&*bundled().standard.requirement(*id).id] == Rating::Good;
    let met = &poor_play().1.moves;
    let turn = met.iter().position(|own| own.met.iter().any(is_good)).expect("some move meets something");
    let mut hinted = poor.clone();
    hinted.insert(turn, RecordedMove::Hint);
    let by_hint = harder(hinted);
    let mut back = poor.clone();
    back.insert(turn, RecordedMove::Rewind { to: turn });
    back.insert(turn, poor[turn].clone());
    assert!(by_hint > 0);
    assert_eq!(harder(back), by_hint, "going back over a move is as good as a hint at it");
}

#[test]
fn what_an_edit_left_behind_was_taken_back_by_nobody() {
    let poor = takes(&poor_play().0);
    let mut edited = poor.clone();
    edited.splice(1..1, [RecordedMove::Take("gone".into()), poor[1].clone(), RecordedMove::Rewind { to: 1 }]);
    assert_eq!(rated(edited), rated(poor));
}

#[test]
fn each_mistake_becomes_a_moment_that_is_restored_exactly() {
    let (play, debrief) = poor_play();
    for own in &moments_of(debrief, play, &bundled().standard) {
        assert!(!own.requirements.is_empty(), "{own:?} is about something");
        let mut session = restore(own, Some(scenario())).expect("nothing was edited");
        let turn = own.before.len();
        assert_eq!(session.state(), play.turns()[turn].before, "the very position");
        session.take_id(&own.wrong).expect("it is open");
        let judged = judge_last(&session, &bundled().standard).expect("solved").expect("a move");
        assert!(!passes(&judged), "the same mistake does not pass");
        session.rewind();
        session.take(debrief.moves[turn].best_choice).expect("it is open");
        let judged = judge_last(&session, &bundled().standard).expect("solved").expect("a move");
        assert!(passes(&judged), "the best move does");
    }
}

#[test]
fn a_moment_whose_scenario_was_edited_is_played_where_the_choices_still_stand_or_dropped_with_a_word() {
    let (play, debrief) = poor_play();
    let own = moments_of(debrief, play, &bundled().standard).pop().expect("a mistake");
    let edited = Scenario { hash: "another".into(), ..Scenario::clone(scenario()) };
    assert!(restore(&own, Some(&Arc::new(edited))).is_ok(), "other words, the same choices");
    assert_eq!(restore(&own, None).map(|_| ()), Err(MomentGone::Scenario));
    let gone = OwnMoment { wrong: "gone".into(), ..own.clone() };
    assert_eq!(restore(&gone, Some(scenario())).map(|_| ()), Err(MomentGone::Choice));
    let mut closed = own;
    closed.before[0] = "gone".into();
    let why = restore(&closed, Some(scenario())).map(|_| ()).expect_err("the way is closed");
    assert!(matches!(&why, MomentGone::Moves(misfit) if misfit.at == 0));
    assert!(why.told().en.contains("gone") && why.told().zh.contains("gone"), "{why:?}");
}

#[test]
fn a_play_becomes_memory_a_moment_and_the_first_thing_of_tomorrow() {
    let ((play, debrief), standard) = (poor_play(), &*bundled().standard);
    let source = PlayRef { attempt: AttemptId::FIRST, scenario: COVERS.into(), started: Timestamp::UNIX_EPOCH };
    let shown = Evidence::of_play(&attempt(takes(play)), scenario(), standard);
    let reviewed = shown.iter().map(|own| own.happened(standard, ReviewSource::Play(source.clone()), None));
    let made = moments_of(debrief, play, standard).into_iter().map(Happened::MomentMade);
    let journal = events(reviewed.chain(made).collect(), day(0));
    let tomorrow = day(1);
    let memories = Memories::replay(&journal, tomorrow);
    assert_eq!(memories.len(), shown.len());
    assert!(is_counted(&journal, &attempt(takes(play))) && !is_counted(&[], &attempt(takes(play))));
    let available = Available {
        moments: KeptMoments::replay(&journal).iter().map(OfferedMoment::of).collect(),
        questions: questions(&memories.iter().map(|(id, _)| id).collect::<Vec<_>>()),
        ..Available::default()
    };
    let asked = DayAsked { minutes: 10, exam: None, day: tomorrow };
    let planned = plan(&asked, &memories, &available, &OwnTempo::default(), standard);
    assert!(planned.seconds() <= 600 && planned.rest.is_none(), "{planned:?}");
    let own = planned.activities.iter().filter(|own| matches!(own.activity, Activity::Moment(_)));
    assert!(own.clone().count() > 0, "{planned:?}");
    for own in own {
        assert!(matches!(own.reason, PlanReason::OwnMistake { times: 1, .. }), "{own:?}");
    }
}

fn questions(requirements: &[&str]) -> Vec<OfferedQuestion> {
    let question = |id: &&str| OfferedQuestion { id: (*id).into(), requirements: vec![(*id).into()], asked: None };
    requirements.iter().map(question).collect()
}

/// The ids of the first requirements of some sections that have as many.
fn some_requirements(sections: usize, each: usize) -> Vec<&'static str> {
    let standard = &*bundled().standard;
    let own =
        |section: SectionId| standard.requirements.iter().filter(move |own| own.section == section).map(|own| &*own.id);
    let sections = SectionId::of(&standard.sections).filter(|section| own(*section).count() >= each).take(sections);
    let ids: Vec<&str> = sections.flat_map(|section| own(section).take(each)).collect();
    assert!(!ids.is_empty());
    ids
}

fn memories_of(reviews: &[(&str, Rating, i32)]) -> Memories {
    let mut memories = Memories::default();
    for (id, rating, on) in reviews {
        memories.review(id, *rating, day(*on));
    }
    memories
}

fn planned(asked: DayAsked, memories: &Memories, available: &Available) -> doorstep::learn::today::DayPlan {
    plan(&asked, memories, available, &OwnTempo::default(), &bundled().standard)
}

fn asked(minutes: u32, on: i32) -> DayAsked {
    DayAsked { minutes, exam: None, day: day(on) }
}

#[test]
fn a_day_takes_no_longer_than_was_asked_for_and_what_does_not_fit_is_no_debt() {
    let ids = some_requirements(6, 9);
    let reviews: Vec<_> = ids.iter().map(|id| (*id, Rating::Again, 0)).collect();
    let (memories, available) =
        (memories_of(&reviews), Available { questions: questions(&ids), ..Available::default() });
    for minutes in [0, 1, 3, 10] {
        let own = planned(asked(minutes, 400), &memories, &available);
        assert!(own.seconds() <= minutes * 60, "{minutes}: {own:?}");
        assert_eq!(own.activities.len(), ids.len().min(minutes as usize * 3), "after a year as after a day");
    }
}

#[test]
fn no_two_in_a_row_are_from_one_section_where_that_can_be_helped() {
    let ids = some_requirements(3, 4);
    let reviews: Vec<_> = ids.iter().map(|id| (*id, Rating::Good, 0)).collect();
    let available = Available { questions: questions(&ids), ..Available::default() };
    let own = planned(asked(10, 30), &memories_of(&reviews), &available);
    assert_eq!(own.activities.len(), 12);
    for pair in own.activities.windows(2) {
        assert_ne!(pair[0].section, pair[1].section, "{own:?}");
    }
}

#[test]
fn a_visit_is_made_where_it_covers_four_things_that_are_due_and_fits() {
    let ids = some_requirements(4, 2);
    let reviews: Vec<_> = ids.iter().map(|id| (*id, Rating::Good, 0)).collect();
    let visit = |minutes, covers: &[&str]| OfferedScenario {
        id: COVERS.into(),
        requirements: covers.iter().map(|id| (*id).into()).collect(),
        minutes,
        played: None,
    };
    let day_with = |scenario| {
        let available = Available { questions: questions(&ids), scenarios: vec![scenario], ..Available::default() };
        let own = planned(asked(5, 9), &memories_of(&reviews), &available);
        own.activities.into_iter().find(|own| matches!(own.activity, Activity::Scenario(_))).map(|own| own.reason)
    };
    assert_eq!(day_with(visit(3, &ids)), Some(PlanReason::Covers { due: 8 }));
    assert_eq!(day_with(visit(6, &ids)), None, "it does not fit");
    assert!(!matches!(day_with(visit(3, &ids[..3])), Some(PlanReason::Covers { .. })), "three are too few");
}

#[test]
fn what_is_new_comes_by_the_course_and_without_one_by_first_questions() {
    let ids = some_requirements(2, 3);
    let unit = CourseUnit { course: "basics".into(), unit: "door".into() };
    let next = CourseNext { unit: unit.clone(), minutes: 25, requirements: Vec::new() };
    let questions = questions(&ids);
    let with = Available { questions: questions.clone(), course_next: Some(next), ..Available::default() };
    let own = planned(asked(10, 0), &Memories::default(), &with);
    let told: Vec<_> = own.activities.iter().map(|own| (&own.activity, own.seconds)).collect();
    assert_eq!(told, [(&Activity::Unit(unit), 600)], "as much of it as there is time for");
    let without = Available { questions, ..Available::default() };
    let own = planned(asked(10, 0), &Memories::default(), &without);
    assert_eq!(own.activities.len(), 6);
    assert!(own.activities.iter().all(|own| matches!(own.reason, PlanReason::FirstTime { .. })));
}

#[test]
fn what_is_new_waits_while_too_little_of_the_old_is_held() {
    let ids = some_requirements(8, 5);
    let (old, new) = ids.split_at(20);
    let reviews = |on| old.iter().map(|id| (*id, Rating::Good, on)).collect::<Vec<_>>();
    let available = Available { questions: questions(&ids), ..Available::default() };
    let is_new = |own: &doorstep::learn::today::PlannedActivity| matches!(own.reason, PlanReason::FirstTime { .. });
    let late = planned(asked(2, 40), &memories_of(&reviews(0)), &available);
    assert!(late.activities.iter().all(|own| !is_new(own)), "{late:?}");
    let soon = planned(asked(2, 1), &memories_of(&reviews(0)), &available);
    assert!(soon.activities.iter().all(is_new) && new.len() >= soon.activities.len(), "{soon:?}");
}

#[test]
fn where_nothing_is_due_there_is_a_visit_to_the_weakest_section_or_a_rest_with_its_end() {
    let ids = some_requirements(1, 2);
    let memories = memories_of(&[(ids[0], Rating::Good, 0), (ids[0], Rating::Good, 2)]);
    let own = planned(asked(10, 2), &memories, &Available::default());
    assert_eq!(own.rest.map(|rest| rest.until), Some(Some(day(13))), "{own:?}");
    let visit = OfferedScenario { id: COVERS.into(), requirements: vec![ids[1].into()], minutes: 9, played: None };
    let available = Available { scenarios: vec![visit.clone()], ..Available::default() };
    let own = planned(asked(10, 2), &memories, &available);
    assert!(matches!(own.activities[0].reason, PlanReason::Weakest { .. }) && own.rest.is_none(), "{own:?}");
    let played = OfferedScenario { played: Some(day(2)), ..visit };
    let own = planned(asked(10, 2), &memories, &Available { scenarios: vec![played], ..Available::default() });
    assert!(own.activities.is_empty(), "not twice on one day");
}

#[test]
fn before_an_exam_what_would_be_forgotten_comes_and_on_the_last_day_what_was_failed_alone() {
    let ids = some_requirements(3, 1);
    let memories = memories_of(&[
        (ids[0], Rating::Good, 0),
        (ids[0], Rating::Good, 2),
        (ids[1], Rating::Again, 8),
        (ids[1], Rating::Good, 8),
        (ids[2], Rating::Good, 9),
    ]);
    let available = Available { questions: questions(&ids), ..Available::default() };
    let on = |exam| {
        let own = planned(DayAsked { exam: Some(day(exam)), ..asked(10, 10) }, &memories, &available);
        let mut tested: Vec<_> = own.activities.iter().map(|own| own.activity.clone()).collect();
        tested.sort_by_key(|own| format!("{own:?}"));
        tested
    };
    let question = |id: &str| Activity::Question(id.into());
    let mut all: Vec<_> = ids.iter().map(|id| question(id)).collect();
    all.sort_by_key(|own| format!("{own:?}"));
    assert_eq!(on(40), all, "none of it would last until then");
    assert_eq!(on(11), [question(ids[1])]);
}

#[test]
fn what_got_better_is_what_is_remembered_now_and_was_not() {
    let (standard, ids) = (&*bundled().standard, some_requirements(1, 3));
    let before = memories_of(&[(ids[0], Rating::Good, 0), (ids[1], Rating::Good, 29)]);
    let mut after = before.clone();
    after.review(ids[0], Rating::Good, day(30));
    after.review(ids[1], Rating::Again, day(30));
    after.review(ids[2], Rating::Good, day(30));
    let change = MasteryChange::between(&before, &after, standard, day(30));
    let find = |id: &str| standard.find(id).expect("it is there");
    let mut gained = change.gained.clone();
    gained.sort();
    assert_eq!((gained, change.lost), (vec![find(ids[0]), find(ids[2])], vec![find(ids[1])]));
    let section = standard.requirement(find(ids[0])).section;
    let all = PartMastery::by_section(&after, standard, day(30));
    let (_, first) = all.into_iter().find(|(own, _)| *own == section).expect("each section is there");
    assert_eq!((first.known, first.learning), (1, 2), "what was remembered after a month will last for weeks");
    assert!(first.share > 0.0 && first.share < 1.0);
    assert_eq!(MasteryLevel::of(None, day(0)), MasteryLevel::Never);
}

/// What the program claims of its plan; `doorstep simulate --course` prints the same for more learners.
#[test]
fn ten_minutes_a_day_by_the_plan_hold_more_than_the_same_minutes_otherwise() {
    let asked = StudyAsked { learners: 60, days: 60, minutes: 10, seed: Seed::new(0) };
    let school = School::of(bundled());
    let compared = study(asked, &school);
    let [by_plan, by_scenario, in_order] = &compared.results[..] else { panic!("{compared:?}") };
    for other in [by_scenario, in_order] {
        assert!(by_plan.whole > other.whole + 0.03, "{compared:?}");
    }
    assert!(by_plan.held > 0.89 && by_plan.held > in_order.held + 0.05, "{compared:?}");
    assert!(by_plan.minutes <= 10.0 && in_order.minutes <= 10.0, "{compared:?}");
    assert_eq!(study(asked, &school), compared, "the same seed, the same learners");
}
