//! Content with more things than can be numbered: told once, at its place, and never wrapped to some other thing.

use crate::common::{scenario_around, sources};
use crate::program::Machine;
use doorstep::author::check::check;
use doorstep::base::chance::Seed;
use doorstep::base::diagnostic::{Code, Diagnostic};
use doorstep::content::notation::Source;
use doorstep::content::scenario::load;
use doorstep::play::solver::{Solver, Values};
use std::fmt::Write;
use std::ops::Range;

/// What ids of two bytes can number.
const IDS: usize = 65_536;

/// How many requirements stand in one file.
const IN_A_FILE: usize = 4_000;

/// The files of a standard with so many requirements in all, each by its name and text.
fn sections(requirements: usize) -> Vec<(String, String)> {
    let firsts = (0..requirements).step_by(IN_A_FILE);
    let file = |first: usize| (format!("many_{first:05}.ron"), section(first..requirements.min(first + IN_A_FILE)));
    firsts.map(file).collect()
}

fn section(numbers: Range<usize>) -> String {
    let words = r#"{"zh":"a","en":"a"}"#;
    let mut text = format!(
        r#"Section(format: 2, id: "basic.many_{}", printed: {words}, title: {words}, clauses: [(number: "01", printed: {words}, requirements: ["#,
        numbers.start
    );
    for number in numbers {
        writeln!(text, r#"(id:"r{number}",kind:Taboo,weight:Minor,text:{words}),"#).expect("a String takes all");
    }
    text + "])])"
}

/// What is said about the small world, whose scenario is this.
fn told(scenario: &str) -> Vec<String> {
    let loaded = load(&sources(scenario, &[])).expect("the small standard is sound");
    assert!(loaded.pack.scenarios.is_empty(), "it is not played");
    loaded.diagnostics.iter().map(ToString::to_string).collect()
}

/// A scenario of one scene with these parts besides.
fn with(parts: &str) -> String {
    scenario_around(&format!(
        r#"clock: (start: "10:00", closes_at: "11:00", timeout: "late"), due: ["basic.a.01.r1"], start: "hall",
        scenes: {{ "hall": Scene(choices: [Choice(id: "go", text: {{ "en": "Go" }}, goto: "late")]) }},
        endings: {{ "late": Ending(title: {{ "en": "Late" }}, lines: []) }},
        {parts}"#
    ))
}

/// So many entries with names of their own.
fn entries(count: usize, value: &str) -> String {
    (0..count).fold(String::new(), |list, n| list + &format!("\"{n:x}\":{value},"))
}

#[test]
fn a_standard_has_as_many_requirements_as_there_are_ids_and_not_one_more() {
    let mut files = sources("", &[]);
    let both = files.standard.text.replace(r#"["en"]"#, r#"["zh", "en"]"#).replace(r#"{ "en""#, r#"{ "zh": "a", "en""#);
    let critical =
        r#"critical: [(requirement: "basic.c.01.r1", reason: { "zh": "a", "en": "It cannot be taken back." })],"#;
    assert!(both.contains(critical), "{both}");
    files.standard = Source::new("standard/standard.ron", &both.replace(critical, "critical: [],"));
    files.scenarios.clear();
    let house =
        r#"Section(format: 2, id: "house", printed: {"zh":"a","en":"a"}, title: {"zh":"a","en":"a"}, clauses: [])"#;
    let house = ("house.ron".to_owned(), house.to_owned());
    let of = |count| -> Vec<Source> {
        let files = sections(count).into_iter().chain([house.clone()]);
        files.map(|(name, text)| Source::new(&name, &text)).collect()
    };

    files.sections = of(IDS);
    let standard = load(&files).expect("each has an id").pack.standard;
    let end = standard.find("basic.many_64000.01.r65535").expect("the last");
    assert_eq!((standard.ids().count(), end.index()), (IDS, IDS - 1));

    files.sections = of(IDS + 1);
    let told: Vec<String> = load(&files).expect_err("one too many").iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "many_64000.ron:1537:1: error [DS010]: the standard has more than 65536 requirements (move sections into the standard of another pack)"
        ]
    );
}

#[test]
fn the_program_prints_no_part_of_a_standard_that_is_too_large() {
    let machine = Machine::new().with_content();
    for (name, text) in sections(72_000) {
        machine.write(&format!("scenarios/standard/{name}"), text);
    }
    for (command, code) in [("standard", 2), ("check", 1)] {
        let said = machine.run(&[command]);
        assert_eq!((said.code, said.out.matches("basic.many").count()), (Some(code), 0), "{}{}", said.out, said.err);
        assert!((said.out + &said.err).contains("the standard has more than 65536 requirements"), "{command:?}");
    }
}

#[test]
fn names_beyond_the_ids_are_told_by_kind_and_number() {
    let chance = format!("chance: {{ {} }},", entries(IDS + 1, r#"{"a":1}"#));
    assert_eq!(
        told(&with(&chance)),
        ["test.ron:7:17: error [DS010]: 65537 chances; at most 65536 (split the scenario)"]
    );
}

/// So many chances of two outcomes, drawn one after the other; the first line names what is due.
fn chances_in_a_row(count: usize) -> String {
    let scene = |n: usize| {
        let next = if n + 1 < count { format!("s{}", n + 1) } else { "e".to_owned() };
        format!(
            r#""s{n}": Scene(choices: [Choice(id: "go", text: {{ "en": "Go" }}, reveal: ["c{n}"], goto: "{next}")]),"#
        )
    };
    let scenes: String = (0..count).map(scene).collect();
    let chances: String = (0..count).map(|n| format!(r#""c{n}": {{ "a": 1, "b": 1 }},"#)).collect();
    scenario_around(&format!(
        r#"clock: (start: "10:00", closes_at: "11:00", timeout: "late"), due: ["basic.a.01.r1"], start: "s0",
        chance: {{ {chances} }},
        scenes: {{ {scenes} "e": Scene(choices: [
            Choice(id: "do", text: {{ "en": "Do it" }}, meets: ["basic.a.01.r1"], goto: "late"),
            Choice(id: "leave", text: {{ "en": "Leave" }}, goto: "late"),
        ]) }},
        endings: {{ "late": Ending(title: {{ "en": "Late" }}, lines: []) }},"#
    ))
}

#[test]
fn a_choice_whose_dice_fall_in_too_many_ways_is_refused() {
    let ten: String = (0..10).map(|n| format!(r#""o{n}": 1,"#)).collect();
    let chances: String = (0..8).map(|n| format!(r#""c{n}": {{ {ten} }},"#)).collect();
    let reveal: String = (0..8).map(|n| format!(r#""c{n}","#)).collect();
    let text = with(&format!("chance: {{ {chances} }},"))
        .replace(r#"goto: "late")"#, &format!(r#"reveal: [{reveal}], goto: "late")"#));
    let told = told(&text);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].contains("error [DS010]: the dice of this choice can fall in 100000000 ways; at most 1000"),
        "{told:?}"
    );
}

#[test]
fn eighteen_chances_are_played_and_judged_and_said_to_be_too_many_to_prove() {
    let loaded = load(&sources(&chances_in_a_row(18), &[])).expect("the small standard is sound");
    assert!(loaded.diagnostics.is_empty(), "{}", loaded.diagnostics[0]);
    let (scenario, standard) = (loaded.pack.scenarios.get(0).expect("valid"), &loaded.pack.standard);
    let solver = Solver::for_learner(scenario, standard);
    let values = Values::new(&solver).expect("few states");
    let best = values.best(&scenario.rolls(Seed::new(7))).expect("it can be won");
    assert_eq!((best.line.len(), values.states()), (19, 19), "what nobody reads is forgotten");
    let told: Vec<String> =
        check(scenario, standard).iter().filter(|f| f.code == Code::UNBOUNDED).map(ToString::to_string).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("the dice can fall in 262144 ways"), "{told:?}");
}

#[test]
fn what_a_hundred_places_share_is_told_a_hundred_times_and_then_counted() {
    let scene = |n: usize| {
        format!(
            r#""s{n}": Scene(lines: [(text: {{ "en": "TODO" }})], choices: [Choice(id: "go", text: {{ "en": "Go" }}, goto: "s{}")]),"#,
            n + 1
        )
    };
    let scenes: String = (0..150).map(scene).collect();
    let text = with("")
        .replace("scenes: {", &format!("scenes: {{ {scenes}"))
        .replace(r#""hall": Scene"#, r#""s150": Scene"#)
        .replace(r#"start: "hall""#, r#"start: "s0""#);
    let loaded = load(&sources(&text, &[])).expect("the small standard is sound");
    let found = check(loaded.pack.scenarios.get(0).expect("valid"), &loaded.pack.standard);
    let todos: Vec<&Diagnostic> = found.iter().filter(|f| f.code == Code::PLACEHOLDER).collect();
    assert_eq!(todos.len(), 101);
    assert!(todos.iter().any(|f| f.message.en == "50 more places of this scenario have the same fault"));
}
