//! Courses: what of a file is told as wrong and where, how far a learner is, and a unit from its lesson to its check at both
//! doors.

use crate::common::{bundled, sources};
use doorstep::content::notation::Source;
use doorstep::content::scenario::{Loaded, load};

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
