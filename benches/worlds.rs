//! What is measured: a generated scenario, the bundled content, and plays of them. It measures nothing itself.

#![allow(dead_code, reason = "each bench uses a part of it")]

use doorstep::base::chance::Seed;
use doorstep::base::text::{Lang, Text};
use doorstep::content::scenario::{Loaded, Pack, PackSources, Packed, Scenario, load};
use doorstep::content::standard::Standard;
use doorstep::play::engine::{Event, Move, Session, Turn};
use doorstep::play::scoring::Ledger;
use doorstep::play::solver::Solver;
use doorstep::speech::messages::Messages;
use doorstep::speech::narration::Narrator;
use doorstep::store::Content;
use std::fmt::Write;
use std::sync::Arc;

#[path = "../tests/it/common/mod.rs"]
mod common;

/// The story of the peers in size: 60 scenes, 149 choices, about 307 bytes of text a step.
pub(crate) const SCENES: usize = 60;
const CHOICES: usize = 149;

/// Words for one line of a scene or one reply.
const WORDS: &str = "The corridor smells of paint and of somebody's lunch; behind the door at {time} a chair is moved, \
                     and then it is quiet again.";

/// The text of a scenario of that size, in English, over the small standard of the tests.
pub(crate) fn story() -> String {
    let mut scenes = String::new();
    let mut told = 0;
    for scene in 0..SCENES {
        let choices = (CHOICES * (scene + 1) / SCENES) - told;
        told += choices;
        write!(scenes, "\"s{scene}\": Scene(lines: [(text: {{ \"en\": \"{WORDS}\" }})], choices: [")
            .expect(INTO_STRING);
        for choice in 0..choices {
            scenes += &story_choice(scene, choice);
        }
        scenes += "]),\n";
    }
    common::scenario_around(&format!(
        r#"clock: (start: "10:00", closes_at: "18:00", timeout: "late"),
chance: {{ "luck": {{ "good": 2, "bad": 1 }} }},
variables: {{ "up": Flag, "count": Number(from: 0, to: 2) }},
due: ["{}"],
start: "s0",
scenes: {{ {scenes} }},
endings: {{ "end": Ending(title: {{ "en": "x" }}, lines: []), "late": Ending(title: {{ "en": "x" }}, lines: []) }},"#,
        common::REQUIREMENTS.join("\", \"")
    ))
}

const INTO_STRING: &str = "a String takes everything";

fn story_choice(scene: usize, choice: usize) -> String {
    let next = if scene + 1 == SCENES { "end".to_owned() } else { format!("s{}", scene + 1) };
    let requirement = common::REQUIREMENTS[(scene + choice) % common::REQUIREMENTS.len()];
    let marks = match (scene % 6, choice) {
        (0, 0) => format!("meets: [\"{requirement}\"], "),
        (3, 1) => format!("{}: [\"{requirement} when count >= 1 and not up\"], ", harms(requirement)),
        _ => String::new(),
    };
    let own = ["effects: [\"up = true\"], ", "effects: [\"mood -= 1\"], ", "reveal: [\"luck\"], "][choice % 3];
    format!(
        "Choice(id: \"c{choice}\", kind: Say, text: {{ \"en\": \"Wait for half a minute, then ring once more\" }}, \
         takes: \"30s\", {marks}{own}reply: [(text: {{ \"en\": \"{WORDS}\" }})], \
         feedback: {{ \"en\": \"Two rings close together sound like a demand.\" }}, goto: \"{next}\"),\n"
    )
}

/// Under which name a choice acts against a requirement: a guard is broken, a duty spoiled.
fn harms(requirement: &str) -> &'static str {
    if common::GUARDS.contains(&requirement) { "breaks" } else { "spoils" }
}

/// A room with 1.6 million states: four numbers of twenty values and one of ten, each raised by a choice of its own.
pub(crate) fn wide() -> PackSources {
    counters(&[20, 20, 20, 20, 10], "", "", "due: [\"basic.c.01.r2\"],")
}

/// A room with 1.6 million states in which chance is drawn once, at a moment of the player's choosing, and decides what
/// was right.
pub(crate) fn wide_with_chance() -> PackSources {
    let due = "due: [\"basic.c.01.r2 when luck is good\", \"basic.c.01.r3 when luck is bad\"],";
    let look = r#"Choice(id: "look", text: { "en": "x" }, when: "not (revealed luck)", reveal: ["luck"]),
        Choice(id: "other", text: { "en": "x" }, meets: ["basic.c.01.r3"], goto: "end"),"#;
    counters(&[20, 20, 20, 67], r#"chance: { "luck": { "good": 2, "bad": 1 } },"#, look, due)
}

fn counters(sizes: &[usize], chance: &str, choices: &str, due: &str) -> PackSources {
    let (mut variables, mut raise) = (String::new(), String::new());
    for (n, size) in sizes.iter().enumerate() {
        let last = size - 1;
        write!(variables, "\"n{n}\": Number(from: 0, to: {last}), ").expect(INTO_STRING);
        writeln!(
            raise,
            "Choice(id: \"raise{n}\", text: {{ \"en\": \"x\" }}, takes: \"1s\", when: \"n{n} < {last}\", \
             effects: [\"n{n} += 1\"]),"
        )
        .expect(INTO_STRING);
    }
    let scenario = common::scenario_around(&format!(
        r#"clock: (start: "08:00", closes_at: "23:59", timeout: "late"), {chance}
variables: {{ {variables} }},
{due}
start: "room",
scenes: {{ "room": Scene(choices: [ {raise} {choices}
    Choice(id: "go", text: {{ "en": "x" }}, meets: ["basic.c.01.r2"], goto: "end")]) }},
endings: {{ "end": Ending(title: {{ "en": "x" }}, lines: []), "late": Ending(title: {{ "en": "x" }}, lines: []) }},"#
    ));
    common::sources(&scenario, &[])
}

/// A scenario of 5,000 scenes and 15,000 choices in one file of at most 1 MiB: a long way with three choices at each stop,
/// and something to meet or to break at seven of them.
pub(crate) fn long() -> PackSources {
    const LONG: usize = 5_000;
    let mut scenes = String::new();
    for scene in 0..LONG {
        let next = if scene + 1 == LONG { "end".to_owned() } else { format!("s{}", scene + 1) };
        let requirement = common::REQUIREMENTS[(scene / (LONG / 7)).min(6)];
        let marks = |kind: &str| match scene % (LONG / 7) {
            1 => format!("{kind}:[\"{requirement}\"],feedback:{{\"en\":\"x\"}},"),
            _ => String::new(),
        };
        let (good, bad) = (marks("meets"), marks(harms(requirement)));
        let choice =
            |id: char, marks: &str| format!("Choice(id:\"{id}\",text:{{\"en\":\"x\"}},{marks}goto:\"{next}\"),");
        let choices = [choice('a', &good), choice('b', ""), choice('c', &bad)].concat();
        writeln!(scenes, "\"s{scene}\":Scene(choices:[{choices}]),").expect(INTO_STRING);
    }
    let scenario = common::scenario_around(&format!(
        r#"clock: (start: "00:00", closes_at: "23:59", timeout: "late"), due: ["{}"], start: "s0", scenes: {{ {scenes} }},
endings: {{ "end": Ending(title: {{ "en": "x" }}, lines: []), "late": Ending(title: {{ "en": "x" }}, lines: []) }},"#,
        common::REQUIREMENTS[..7].join("\", \"")
    ));
    common::sources(&scenario, &[])
}

pub(crate) fn story_sources() -> PackSources {
    common::sources(&story(), &[])
}

/// Proves what has no fault.
pub(crate) fn validate(sources: &PackSources) -> Loaded {
    let loaded = load(sources).expect("the standard is sound");
    assert!(loaded.diagnostics.is_empty(), "{}", loaded.diagnostics[0]);
    loaded
}

/// The bundled content as it comes out of the program.
pub(crate) fn bundled_sources() -> PackSources {
    Content::embedded().read().expect("the content is whole").sources
}

pub(crate) fn bundled() -> Pack {
    validate(&bundled_sources()).pack
}

/// A scenario with its best line under one seed, and everything that telling it needs.
pub(crate) struct Line {
    pub scenario: Arc<Scenario>,
    pub standard: Packed<Standard>,
    pub seed: Seed,
    pub moves: Vec<Move>,
    words: Messages,
}

impl Line {
    /// Of a bundled scenario.
    pub(crate) fn of(pack: &Pack, scenario: &Arc<Scenario>) -> Line {
        let seed = Seed::new(7);
        let solution = Solver::new(scenario, &pack.standard).best(&mut scenario.rolls(seed)).expect("it is solved");
        let (scenario, standard) = (scenario.clone(), pack.standard.clone());
        Line { scenario, standard, seed, moves: solution.line, words: Messages::new(chinese()) }
    }

    /// The line of each bundled scenario.
    pub(crate) fn all(pack: &Pack) -> Vec<Line> {
        pack.scenarios.iter().map(|scenario| Line::of(pack, scenario)).collect()
    }

    /// Plays the line: every step with its events, every text that they name with its slots filled, and at the end the
    /// ledger. How many bytes of text were told, and how many entries there are.
    pub(crate) fn play(&self) -> (usize, usize) {
        let narrator =
            Narrator { scenario: &self.scenario, standard: &self.standard, words: &self.words, player: "Lin" };
        let session = self.session();
        let told =
            |turn: &Turn| self.texts(&turn.events).map(|text| narrator.fill(text, &turn.after).len()).sum::<usize>();
        let bytes = session.turns().iter().map(told).sum();
        (bytes, Ledger::judge(&self.scenario, &self.standard, session.turns()).entries.len())
    }

    /// The texts that the events name: the choice, and every line.
    fn texts<'l>(&'l self, events: &'l [Event]) -> impl Iterator<Item = &'l Text> {
        events.iter().filter_map(|event| match event {
            Event::Took { scene, choice } => Some(&self.scenario.scene(*scene).choices[choice.index()].text),
            Event::Line(line) => Some(&self.scenario.lines[line.index()].text),
            _ => None,
        })
    }

    /// The same play as a session.
    pub(crate) fn session(&self) -> Session {
        let mut session = Session::new(self.scenario.clone(), self.seed);
        for taken in &self.moves {
            session.take(taken.choice).expect("the line is open");
        }
        session
    }
}

pub(crate) fn chinese() -> Lang {
    Lang::new("zh").expect("a tag")
}

/// A scenario of one room in which one can wait without end: each move tells ten lines.
pub(crate) fn waiting_sources() -> PackSources {
    let line = r#"(text: { "zh": "走廊里有油漆味，也有谁家午饭的味道；门后面{time}时有人挪了一下椅子，然后又安静了。", "en": "It is {time}." }),"#;
    let text = r#"{ "zh": "再等半分钟，然后轻轻按一下门铃", "en": "x" }"#;
    let scenario = format!(
        r#"Scenario(format: 2, id: "test", languages: ["zh", "en"], tier: Basic, minutes: 1,
            title: {text}, summary: {text}, briefing: {text},
            clock: (start: "08:00", closes_at: "23:59", timeout: "late"), due: ["basic.a.01.r1"], start: "room",
            scenes: {{ "room": Scene(place: {text}, lines: [{lines}], again: [{lines}], choices: [
                Choice(id: "wait", text: {text}, takes: "1s"),
                Choice(id: "look", text: {text}, takes: "1s"),
                Choice(id: "go", text: {text}, meets: ["basic.a.01.r1"], goto: "end")]) }},
            endings: {{ "end": Ending(title: {text}, lines: []), "late": Ending(title: {text}, lines: []) }})"#,
        lines = line.repeat(10)
    );
    common::sources(&scenario, &[])
}
