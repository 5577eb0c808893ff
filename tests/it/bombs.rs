//! Content that is made to burst: `check` answers each bomb with a sentence or with nothing, within the memory of a small
//! machine, and no signal ends it.

#![cfg(unix)]

use crate::common::{scenario_around, sources};
use crate::program::{Machine, Said, feed};
use std::fs;
use std::process::Command;

/// What a check may take, in KiB.
const MEMORY: u32 = 2 << 20;

/// A scenario of one scene with these choices, and these parts besides.
fn scene(choices: &str, parts: &str) -> String {
    scenario_around(&format!(
        r#"clock: (start: "10:00", closes_at: "23:00", timeout: "late"), due: ["basic.a.01.r1"], start: "hall",
        scenes: {{ "hall": Scene(choices: [{choices}
            Choice(id: "do", text: {{ "en": "Do it" }}, meets: ["basic.a.01.r1"], goto: "late"),
            Choice(id: "leave", text: {{ "en": "Leave" }}, goto: "late"),
        ]) }},
        endings: {{ "late": Ending(title: {{ "en": "Late" }}, lines: []) }},
        {parts}"#
    ))
}

/// So many scenes in a line, in each of which all choices read alike.
fn line(count: usize) -> String {
    let scenes = many(count, |n| {
        let next = if n + 1 == count { "late".to_owned() } else { format!("s{}", n + 1) };
        let alike = |id: char| format!(r#"Choice(id: "{id}", text: {{ "en": "x" }}, goto: "{next}"),"#);
        format!("\"s{n}\": Scene(choices: [{}{}{}]),\n", alike('a'), alike('b'), alike('c'))
    });
    scenario_around(&format!(
        r#"clock: (start: "00:00", closes_at: "23:59", timeout: "late"), due: [], start: "s0", scenes: {{ {scenes} }},
        endings: {{ "late": Ending(title: {{ "en": "Late" }}, lines: []) }},"#
    ))
}

fn many(count: usize, each: impl Fn(usize) -> String) -> String {
    (0..count).map(each).collect()
}

/// Each by what is too much of.
fn bombs() -> Vec<(&'static str, String)> {
    let choice = |n: usize, rest: &str| format!(r#"Choice(id: "c{n}", text: {{ "en": "x{n}" }}, {rest}),"#);
    let numbers = many(12, |n| format!(r#""n{n}": Number(from: 0, to: 1000),"#));
    let counting = many(12, |n| choice(n, &format!(r#"effects: ["n{n} += 1"], when: "n{n} < 1000""#)));
    let ten = many(10, |n| format!(r#""o{n}": 1,"#));
    let chances = many(40, |n| format!(r#""c{n}": {{ {ten} }},"#));
    let flag = r#"variables: { "up": Flag },"#;
    let when = |condition: String| scene(&choice(0, &format!("when: \"{condition}\"")), flag);
    vec![
        ("choices in any order", scene(&many(24, |n| choice(n, "once: true, takes: \"1s\"")), "")),
        ("numbers", scene(&counting, &format!("variables: {{ {numbers} }},"))),
        (
            "dice",
            scene(&many(40, |n| choice(n, &format!(r#"reveal: ["c{n}"]"#))), &format!("chance: {{ {chances} }},")),
        ),
        ("brackets of a condition", when(format!("{}up{}", "(".repeat(20_000), ")".repeat(20_000)))),
        ("nots of a condition", when(format!("{}up", "not ".repeat(20_000)))),
        ("parts of a condition", when(many(20_000, |_| "up or ".to_owned()) + "up")),
        ("brackets of a file", "[".repeat(1 << 20)),
        ("words", scene(&choice(0, &format!(r#"reply: [(text: {{ "en": "{}" }})]"#, "word ".repeat(200_000))), "")),
        (
            "lines",
            scene(&choice(0, &format!("reply: [{}]", many(20_000, |n| format!(r#"(text: {{ "en": "x{n}" }}),"#)))), ""),
        ),
        (
            "routes",
            scene(
                &choice(0, &format!("routes: [{}]", many(5_000, |_| r#"(when: "up", goto: "late"),"#.to_owned()))),
                flag,
            ),
        ),
        ("choices", scene(&many(5_000, |n| choice(n, "goto: \"late\"")), "")),
        ("findings", line(5_000)),
        ("time", scene(&choice(0, r#"takes: "99999999999999999999h""#), "")),
        ("bounds", scene("", r#"variables: { "n": Number(from: -2147483648, to: 2147483647) },"#)),
    ]
}

/// Checks a pack of this one scenario, within the memory.
fn check(scenario: &str) -> Said {
    let machine = Machine::new();
    let files = sources(scenario, &[]);
    let own = [&files.pack, &files.standard];
    for source in own.into_iter().chain(&files.sections).chain(&files.scenarios) {
        let path = machine.path().join("scenarios").join(&*source.file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, &*source.text).expect("written");
    }
    let mut command = Command::new("/bin/sh");
    let limited = format!("ulimit -v {MEMORY} && exec \"$0\" check --scenarios scenarios");
    command.args(["-c", &limited, env!("CARGO_BIN_EXE_doorstep")]).current_dir(machine.path());
    feed(&mut command, b"")
}

#[test]
fn a_bomb_is_answered_within_the_memory_of_a_small_machine() {
    for (what, scenario) in bombs() {
        let said = check(&scenario);
        assert!(matches!(said.code, Some(0 | 1)), "too many {what}: {:?}\n{}\n{}", said.code, said.out, said.err);
    }
}
