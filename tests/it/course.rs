//! Courses: what of a file is told as wrong and where, how far a learner is, and a unit from its lesson to its check at both
//! doors.

use crate::common::heard::{TYPED, heard};
use crate::common::screen::named;
use crate::common::typed::picture_of;
use crate::common::{bundled, sources};
use doorstep::base::chance::Seed;
use doorstep::content::notation::Source;
use doorstep::content::scenario::{Loaded, Pack, load};
use doorstep::doors::tui::Key;
use doorstep::learn::today::CourseNext;
use doorstep::play::asking::{Asked, Choices};
use doorstep::play::engine::{Open, Session};
use doorstep::play::scoring::Ledger;
use doorstep::record::day::Day;
use doorstep::record::journal::{CourseUnit, EventKey, Happened, JournalEvent, JournalOrigin};
use doorstep::trainer::course::{UnitStage, UnitState, check, followed, next_unit, of_visit};
use doorstep::trainer::solver_cache::{Async, SolverCache};

const QUESTIONS: &str = r#"Questions(format: 2, section: "basic.a", questions: [
    (id: "one", tests: ["basic.a.01.r1"], claim: { "en": "c" }, ask: { "en": "a" }, kind: Single([
        (says: { "en": "right" }), (says: { "en": "wrong" }, why: { "en": "w" }),
    ])),
])"#;

const FILE: &str = r#"Course(format: 2, id: "first", title: { "en": "t" }, about: { "en": "a" }, units: [
    (id: "door", title: { "en": "d" }, lesson: (
        purpose: { "en": "p" },
        steps: [(says: { "en": "ring" }, tests: ["basic.a.01.r1"]), (says: { "en": "wait" }, tests: ["basic.a.01.r2"], if: { "en": "nobody" })],
        good: [(says: { "en": "good" }, because: { "en": "g" })],
        bad: [(says: { "en": "bad" }, because: { "en": "b" })],
        aloud: (tests: "basic.a.01.r1", says: { "en": "[Hello], it's me" }),
    ), scenario: "test", check: ["one"]),
    (id: "inside", title: { "en": "i" }, lesson: (
        purpose: { "en": "q" },
        steps: [(says: { "en": "sit" }, tests: ["basic.b.01.r1"])],
        good: [(says: { "en": "good" }, because: { "en": "g" })],
        bad: [(says: { "en": "bad" }, because: { "en": "b" })],
        aloud: (tests: "basic.b.01.r1", says: { "en": "[May I]?" }),
    ), scenario: "test", check: ["one"]),
])"#;

/// The course, beside a scenario that is broken: that is told of the scenario alone.
fn loaded(text: &str) -> Loaded {
    let mut sources = sources("Scenario()", &[]);
    sources.questions = vec![Source::new("questions/a.ron", QUESTIONS)];
    sources.courses = vec![Source::new("courses/first.ron", text)];
    let mut loaded = load(&sources).expect("the small standard is sound");
    loaded.diagnostics.retain(|own| &*own.place.file != "test.ron");
    loaded
}

/// An edit of the file, and where and how it is told.
const FAULTS: [(&str, &str, &str, &str); 12] = [
    ("id: \"first\"", "id: \"second\"", "id", "the file is named \"first.ron\""),
    ("id: \"inside\"", "id: \"door\"", "units[1].id", "two units are named \"door\""),
    ("id: \"inside\"", "id: \"In side\"", "units[1].id", "\"In side\" cannot name a unit"),
    ("scenario: \"test\"", "scenario: \"tset\"", "units[0].scenario", "there is no scenario \"tset\""),
    ("check: [\"one\"]", "check: [\"ono\"]", "units[0].check[0]", "there is no question \"ono\""),
    ("check: [\"one\"]", "check: [\"one\", \"one\"]", "units[0].check[1]", "\"one\" stands twice"),
    ("check: [\"one\"]", "check: []", "units[0].check", "0 stand here"),
    (
        "tests: [\"basic.a.01.r2\"]",
        "tests: [\"basic.a.01.r9\"]",
        "units[0].lesson.steps[1].tests[0]",
        "there is no requirement \"basic.a.01.r9\"",
    ),
    ("tests: [\"basic.b.01.r1\"]", "tests: []", "units[1].lesson.steps[0].tests", "the step teaches nothing"),
    ("\"[May I]?\"", "\"May I?\"", "units[1].lesson.aloud.says[\"en\"]", "no words are marked"),
    ("\"[May I]?\"", "\"[May I?\"", "units[1].lesson.aloud.says[\"en\"]", "no words are marked"),
    ("{ \"en\": \"nobody\" }", "{ \"en\": \" \" }", "units[0].lesson.steps[1].if[\"en\"]", "the text is empty"),
];

#[test]
fn a_fault_of_a_course_is_told_at_its_place_and_the_course_is_left_out() {
    let sound = loaded(FILE);
    assert_eq!((sound.pack.courses.courses.len(), sound.diagnostics.len()), (1, 0), "{:?}", sound.diagnostics);
    for (find, put, path, message) in FAULTS {
        assert!(FILE.contains(find), "{find}");
        let Loaded { pack, diagnostics } = loaded(&FILE.replacen(find, put, 1));
        let told: Vec<String> = diagnostics.iter().map(|own| format!("{} {own}", own.place.path)).collect();
        let [one] = &diagnostics[..] else { panic!("{put}: {told:#?}") };
        assert_eq!(one.place.path, path, "{told:?}");
        assert!(one.to_string().contains(message), "{told:?}");
        assert!(!one.help.is_empty() || message.starts_with("there is no"), "{told:?}");
        assert!(one.place.line > 0 && one.place.span.end > 0, "{told:?}");
        assert!(pack.courses.is_empty(), "{told:?}");
    }
}

#[test]
fn several_faults_of_a_course_are_told_at_once_with_what_was_probably_meant() {
    let text = FILE.replace("\"test\"", "\"tesst\"").replacen("[\"one\"]", "[\"oen\"]", 1);
    let told: Vec<String> = loaded(&text).diagnostics.iter().map(|own| own.help.en.clone()).collect();
    assert_eq!(told, ["did you mean \"test\"?", "did you mean \"one\"?", "did you mean \"test\"?"]);
}

#[test]
fn the_bundled_courses_teach_what_they_visit_and_ask() {
    let pack = bundled();
    assert!(!pack.courses.is_empty());
    for unit in pack.courses.courses.iter().flat_map(|course| &course.units) {
        assert_eq!(unit.check.len(), 5, "{}", unit.id);
        let scenario = pack.scenario(&unit.scenario).expect("it was proven");
        let visited = scenario.requirements();
        let taught = unit.requirements();
        let common = taught.iter().filter(|id| visited.contains(id)).count();
        assert!(common * 2 > taught.len(), "{}: {common} of {}", unit.id, taught.len());
    }
}

/// A unit of the bundled course by its place.
fn named_unit(number: usize) -> CourseUnit {
    let course = &bundled().courses.courses[0];
    CourseUnit { course: course.id.clone(), unit: course.units[number].id.clone() }
}

fn journal(what: Vec<Happened>) -> Vec<JournalEvent> {
    let origin = JournalOrigin::of_session(jiff::Timestamp::UNIX_EPOCH, Seed::new(1));
    let event = |(what, number): (Happened, u64)| JournalEvent {
        key: EventKey { origin, number },
        at: jiff::Timestamp::UNIX_EPOCH,
        day: Day::new(1).expect("a day"),
        what,
    };
    what.into_iter().zip(1..).map(event).collect()
}

/// Every unit: whether it is done, open or locked, and what comes next in it.
fn states(events: &[JournalEvent]) -> Vec<(&'static str, Option<UnitStage>)> {
    let name = |state: UnitState| match state {
        UnitState::Done => "done",
        UnitState::Open => "open",
        UnitState::Behind(_) => "locked",
    };
    followed(&bundled().courses, events).iter().map(|own| (name(own.state), own.progress.next())).collect()
}

/// How many units the bundled course has.
fn units() -> usize {
    bundled().courses.courses.iter().map(|course| course.units.len()).sum()
}

#[test]
fn a_unit_is_done_by_its_visit_and_its_check_and_then_the_next_opens() {
    use UnitStage::{Check, Lesson, Visit};
    let locked = ("locked", Some(Lesson));
    let (first, second) = (named_unit(0), named_unit(1));
    let mut happened = Vec::new();
    let mut after = |more: Vec<Happened>| {
        happened.extend(more);
        states(&journal(happened.clone()))
    };
    // The first two as they stand, and all others locked.
    let then = |first, second, third| [vec![first, second, third], vec![locked; units() - 3]].concat();
    assert_eq!(after(vec![]), then(("open", Some(Lesson)), locked, locked));
    let read = after(vec![Happened::LessonRead(first.clone()), Happened::MinutesChosen(15)]);
    assert_eq!(read, then(("open", Some(Visit)), locked, locked));
    // Out of order: the second unit's visit and questions before it is open.
    let ahead = after(vec![Happened::VisitPassed(second.clone()), Happened::UnitChecked(second)]);
    assert_eq!(ahead, then(("open", Some(Visit)), ("done", None), locked));
    let passed = after(vec![Happened::VisitPassed(first.clone())]);
    assert_eq!(passed, then(("open", Some(Check)), ("done", None), locked));
    let done = after(vec![Happened::UnitChecked(first)]);
    assert_eq!(done, then(("done", None), ("done", None), ("open", Some(Lesson))));
}

#[test]
fn the_plan_is_offered_the_open_unit_with_what_is_left_of_it() {
    let next = |happened: Vec<Happened>| next_unit(bundled(), &journal(happened));
    let CourseNext { unit, minutes, requirements } = next(vec![]).expect("the first");
    let first = named_unit(0);
    assert_eq!(unit, first);
    assert!(!requirements.is_empty());
    let read = next(vec![Happened::LessonRead(first.clone())]).expect("the first still");
    assert!(read.minutes < minutes && read.unit == first);
    let all =
        (0..units()).map(named_unit).flat_map(|own| [Happened::VisitPassed(own.clone()), Happened::UnitChecked(own)]);
    assert_eq!(next(all.collect()), None);
}

/// The best play of the first unit's scenario under a seed.
fn best_play(pack: &Pack, seed: u64) -> Session {
    let scenario = pack.scenario(&pack.courses.courses[0].units[0].scenario).expect("it is there").clone();
    let from = Session::new(scenario, Seed::new(seed));
    let mut known = SolverCache::default();
    let asked = known.ask_line(&from).expect("nobody asked yet");
    known.learn(asked.answer(&pack.standard));
    match known.line(&from) {
        Some(Async::Known(line)) => Session::clone(line),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_visit_is_passed_by_any_run_that_is_over_and_good_enough_and_once() {
    let pack = bundled();
    let mut play = best_play(pack, 4);
    let best = Ledger::judge(play.scenario(), &pack.standard, play.turns()).points();
    let passed = vec![Happened::VisitPassed(named_unit(0))];
    assert_eq!(of_visit(pack, &[], &play, best), passed);
    assert_eq!(of_visit(pack, &journal(passed), &play, best), [], "it is known");
    assert_eq!(of_visit(pack, &[], &play, best * 2), [], "not good enough");
    play.rewind();
    assert_eq!(of_visit(pack, &[], &play, best), [], "not over");
}

/// The numbers of the choices of a play, in its order.
fn numbers(play: &Session) -> Vec<String> {
    let mut session = Session::new(play.scenario().clone(), play.seed());
    let number = |id: &str| {
        let shown = session.shown();
        let mut open = shown.iter().filter(|(_, open)| *open == Open::Yes);
        let at = open.position(|(own, _)| session.choice(*own).is_some_and(|choice| *choice.id == *id));
        session.take_id(id).expect("it is open");
        (at.expect("it is open") + 1).to_string()
    };
    play.choice_ids().into_iter().map(number).collect()
}

/// All the ways to answer a step.
fn ways(choices: &Choices) -> Vec<Vec<usize>> {
    let count = choices.offered.len();
    if !choices.is_many() {
        return (0..count).map(|at| vec![at]).collect();
    }
    (1..1_usize << count).map(|set| (0..count).filter(|at| set & (1 << at) != 0).collect()).collect()
}

/// The answers, step by step, that are right, or wrong.
fn answers(asked: &Asked, right: bool) -> Option<Vec<(Vec<usize>, Option<usize>)>> {
    let Some(choices) = asked.choices() else {
        return asked.marking().filter(|own| own.is_right() == right).map(|_| Vec::new());
    };
    ways(&choices).into_iter().find_map(|way| {
        let mut next = asked.clone();
        next.reply(&way).ok()?;
        let mut rest = answers(&next, right)?;
        rest.insert(0, (way, choices.is_many().then_some(choices.offered.len())));
        Some(rest)
    })
}

/// The check of the first unit, its first question answered wrongly at first: for each question its answers, step by step;
/// of a step with several, how many there were to pick.
fn check_answers(seed: u64) -> Vec<Vec<(Vec<usize>, Option<usize>)>> {
    let pack = bundled();
    let unit = followed(&pack.courses, &[])[0];
    let mut round = check(&unit, &pack.bank, Seed::new(seed)).expect("it has questions");
    let mut all = Vec::new();
    loop {
        let steps = answers(round.asked(), !all.is_empty()).expect("it can be answered so");
        let mut answered = None;
        for (way, _) in &steps {
            answered = round.reply(way).expect("it is offered");
        }
        all.push(steps);
        let answered = answered.expect("it was the last step");
        assert_eq!(answered.completes.is_some(), all.len() == 6, "the wrong one comes back until it is right");
        if !round.go_on() {
            return all;
        }
    }
}

fn keys(typed: &str) -> impl Iterator<Item = Key> {
    typed.split(' ').filter_map(|word| named(word).or_else(|| word.chars().next().map(Key::Char)))
}

/// The picture of a tall window after a name and these keys, at home first.
fn picture(lang: &str, size: (u16, u16), typed: &str) -> String {
    let name = "Li".chars().map(Key::Char).chain([Key::Enter, Key::Esc]);
    picture_of(bundled().clone(), lang, size, name.chain(keys(typed)))
}

/// The window in which all of a lesson, a play and a question is seen at once.
const TALL: (u16, u16) = (100, 240);

#[test]
fn a_unit_is_gone_through_by_keys_from_a_fresh_start_until_the_next_opens() {
    let map = picture("en", TALL, "2");
    assert!(
        map.contains("open: read the lesson") && map.matches("locked: it opens when").count() == units() - 1,
        "{map}"
    );
    assert!(picture("en", TALL, "2 2").contains("locked: it opens when “The door stays shut” is done"));
    let unit = picture("en", TALL, "2 Enter");
    for words in
        ["How it goes", "├─ if nobody answers", "✓ “", "✗ “", "[Good morning]", "Now it is your turn", "▸ 1  Watch"]
    {
        assert!(unit.contains(words), "{words}: {unit}");
    }
    assert!(picture("en", TALL, "2 Enter Esc").contains("open: play its scenario"), "the lesson was read");
    let watched = picture("en", TALL, "2 Enter Enter Right");
    assert!(watched.contains("best line") && watched.contains("Move 1 of"), "{watched}");
    let back = picture("en", TALL, "2 Enter Enter Right Esc");
    assert!(back.contains("▸ 2  Do it yourself"), "{back}");
    let play = numbers(&best_play(bundled(), 4)).join(" ");
    let visit = format!("2 Enter Enter Right Esc Enter 1 Enter {play}");
    let passed = picture("en", TALL, &format!("{visit} Enter Esc"));
    assert!(passed.contains("▸ 3  Answer 5 questions") && passed.contains("✓ done"), "{passed}");
    assert!(picture("en", TALL, &format!("{visit} Enter Esc Esc")).contains("open: answer its questions"));
    let digits = |(way, many): &(Vec<usize>, Option<usize>)| {
        let all = way.iter().chain(many).map(|at| (at + 1).to_string());
        all.collect::<Vec<_>>().join(" ")
    };
    let question = |steps: &Vec<_>| format!("{} Enter", steps.iter().map(digits).collect::<Vec<_>>().join(" "));
    let answered: Vec<String> = check_answers(4).iter().map(question).collect();
    let five = format!("{visit} Enter Esc Enter {} Esc Esc", answered[..5].join(" "));
    let open = picture("en", TALL, &five);
    assert!(open.contains("open: answer its questions"), "one was wrong: {open}");
    let all = format!("{visit} Enter Esc Enter {} Enter Esc", answered.join(" "));
    let done = picture("en", TALL, &all);
    assert!(done.contains("✓ done") && done.contains("▸ 2  Shoe covers"), "{done}");
    assert!(done.matches("locked: it opens when").count() == units() - 2, "{done}");
}

#[test]
fn a_lesson_is_read_to_its_end_in_a_small_window_before_it_counts() {
    for lang in ["en", "zh"] {
        for size in [(60, 20), (80, 24), (200, 60)] {
            let page = picture(lang, size, "2 Enter");
            assert!(page.contains(if lang == "en" { "unit 1 of 10" } else { "第 1 单元" }), "{page}");
            let ends = picture(lang, size, &format!("2 Enter {}Home Esc", "PgDn ".repeat(12)));
            assert!(ends.contains(if lang == "en" { "play its scenario" } else { "自己来一遍" }), "{ends}");
        }
    }
    let first = picture("en", (80, 24), "2 Enter Esc");
    let is_unread = first.contains("open: read the lesson") && !first.contains("open: play its scenario");
    assert!(is_unread, "its end was not seen: {first}");
}

#[test]
fn a_unit_is_gone_through_by_lines_until_the_next_opens() {
    let saves = tempfile::tempdir().expect("a folder");
    let play = numbers(&best_play(bundled(), 7));
    let mut typed: Vec<String> = ["Li", "b", "2", "2", "1", "r", "1", "n", "b", "2", "1"].map(str::to_owned).into();
    typed.extend(play);
    typed.extend(["b", "3"].map(str::to_owned));
    for steps in check_answers(7) {
        typed.extend(steps.iter().map(|(way, _)| {
            let all: Vec<String> = way.iter().map(|at| (at + 1).to_string()).collect();
            all.join(" ")
        }));
        typed.push("n".to_owned());
    }
    // The last question ends the round by itself.
    typed.pop();
    typed.extend(["b", "q"].map(str::to_owned));
    let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
    let said = heard(bundled(), "en", saves.path(), &typed);
    let parts: Vec<&str> = said.split(TYPED).collect();
    assert!(parts[3].contains("1. The door stays shut (open: read the lesson)"), "{}", parts[3]);
    assert!(parts[4].contains("Locked: it opens when “The door stays shut” is done."), "{}", parts[4]);
    assert!(parts[5].contains("5. If nobody answers: ") && parts[5].contains("[Good morning]"), "{}", parts[5]);
    assert!(parts[6].contains("How it goes:"), "told again: {}", parts[6]);
    let last = parts[parts.len() - 2];
    assert!(last.contains("1. The door stays shut (done)") && last.contains("2. Shoe covers"), "{said}");
    assert!(last.matches("locked: ").count() == units() - 2, "{last}");
}

#[test]
fn the_course_and_its_units_are_found_by_name_and_a_locked_one_says_what_it_waits_for() {
    let found = picture("en", TALL, "Ctrl-P m o n t h");
    assert_eq!(found.matches("unit of the course").count(), units(), "{found}");
    let course = picture("en", TALL, "Ctrl-P c o u r s e Enter");
    assert!(course.contains("open: read the lesson"), "{course}");
    let unit = picture("en", TALL, "Ctrl-P m o n t h Enter");
    assert!(unit.contains("How it goes"), "{unit}");
    let locked = picture("en", TALL, "Ctrl-P m o n t h Down Enter");
    assert!(locked.contains("locked: it opens when “The door stays shut” is done"), "{locked}");
}
