//! Small scenarios made of chance: order, yields, remedies, fragments, dice and a clock in a few scenes.

use std::fmt::Write;

/// A stream of small numbers from one big one, so that a failing case is one number.
pub(crate) struct Whim(pub u64);

impl Whim {
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % limit
    }

    /// A place in a list of this length, which has one at least.
    pub(crate) fn place(&mut self, length: usize) -> usize {
        let place = self.below(u64::try_from(length).expect("no list is longer"));
        usize::try_from(place).expect("below a length")
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.place(from.len())]
    }
}

const CONDITIONS: [&str; 9] = [
    "up",
    "not up",
    "count >= 1",
    "revealed luck and luck is good",
    "mood < 0",
    "clock >= 10:02",
    "elapsed < 90s",
    "up or count >= 2",
    "not (revealed luck) or luck is bad",
];

/// Due conditions may read a chance that is not drawn: they do not hold yet then.
const DUE_CONDITIONS: [&str; 5] = ["luck is good", "luck is not good", "up", "count >= 1 and not up", "clock >= 10:01"];

const EFFECTS: [&str; 6] = ["up = true", "up = false", "count = 1", "count = 2", "mood -= 1", "mood += 1"];

fn marks(whim: &mut Whim, most: u64, from: &[&str], taken: &str) -> String {
    let mut list: Vec<String> = Vec::new();
    for _ in 0..whim.below(most + 1) {
        let requirement = whim.pick(from);
        if taken.contains(requirement) || list.iter().any(|mark| mark.contains(requirement)) {
            continue;
        }
        let when = if whim.one_in(3) { format!(" when {}", whim.pick(&CONDITIONS)) } else { String::new() };
        list.push(format!("\"{requirement}{when}\""));
    }
    list.join(", ")
}

fn choice(whim: &mut Whim, id: &str, targets: &[&str], fragment: bool) -> String {
    let mut text = format!("Choice(id: \"{id}\", text: {{ \"en\": \"x\" }}, takes: \"{}s\", ", 20 + 20 * whim.below(4));
    let most = 3;
    let meets = marks(whim, most, &super::REQUIREMENTS, "");
    let breaks = if whim.one_in(3) { marks(whim, 1, &super::GUARDS, &meets) } else { String::new() };
    let duties: Vec<&str> = super::REQUIREMENTS.into_iter().filter(|row| !super::GUARDS.contains(row)).collect();
    let spoils = if whim.one_in(3) { marks(whim, 2, &duties, &meets) } else { String::new() };
    write!(text, "meets: [{meets}], spoils: [{spoils}], breaks: [{breaks}], ").expect("a String takes everything");
    if whim.one_in(2) {
        write!(text, "effects: [\"{}\"], ", whim.pick(&EFFECTS)).expect("a String takes everything");
    }
    if whim.one_in(4) {
        text += "reveal: [\"luck\"], ";
    }
    if whim.one_in(4) {
        write!(text, "when: \"{}\", ", whim.pick(&CONDITIONS)).expect("a String takes everything");
    }
    if whim.one_in(2) {
        text += "once: true, ";
    }
    if fragment && whim.one_in(4) {
        text += "call: \"side\", ";
    }
    if whim.one_in(5) {
        write!(text, "routes: [(when: \"{}\", goto: \"{}\")], ", whim.pick(&CONDITIONS), whim.pick(targets))
            .expect("a String takes everything");
    }
    if !whim.one_in(4) {
        write!(text, "goto: \"{}\", ", whim.pick(targets)).expect("a String takes everything");
    }
    text + ")"
}

/// The texts of a scenario and of the fragment that it calls.
pub(crate) fn scenario(whim: &mut Whim) -> (String, String) {
    let names = ["s0", "s1", "s2"];
    let targets = ["s0", "s1", "s2", "end", "end", "other"];
    let mut due: Vec<String> = Vec::new();
    let mut remedy = Vec::new();
    for requirement in super::REQUIREMENTS {
        let when = if whim.one_in(2) { format!(" when {}", whim.pick(&DUE_CONDITIONS)) } else { String::new() };
        match whim.below(5) {
            0 => {}
            1 if whim.one_in(2) => remedy.push(format!("\"{requirement}{when}\"")),
            _ => due.push(format!("\"{requirement}{when}\"")),
        }
    }
    due.push("\"basic.a.01.r1\"".to_owned());
    let first = due.len() - 1;
    if due[..first].iter().chain(&remedy).any(|line| line.contains("basic.a.01.r1")) {
        due.pop();
    }
    let mut yields = String::new();
    if whim.one_in(2) {
        let from = ["basic.a.01.r2", "basic.b.01.r1", "basic.c.01.r2", "basic.c.01.r3"];
        let (requirement, when) = (whim.pick(&from), whim.pick(&CONDITIONS));
        yields = format!(
            "(requirement: \"{requirement}\", to: \"basic.a.01.r1\", when: \"{when}\", because: {{ \"en\": \"x\" }})"
        );
    }
    let mut scenes = String::new();
    for name in names {
        let choices: Vec<String> =
            (0..2 + whim.below(2)).map(|n| choice(whim, &format!("c{n}"), &targets, true)).collect();
        // One way out in every situation.
        let out = "Choice(id: \"out\", text: { \"en\": \"x\" }, takes: \"60s\", goto: \"end\")";
        writeln!(scenes, "\"{name}\": Scene(choices: [{}, {out}]),", choices.join(", "))
            .expect("a String takes everything");
    }
    let parts = format!(
        r#"clock: (start: "10:00", closes_at: "10:0{}", timeout: "late"),
chance: {{ "luck": {{ "good": 2, "bad": 1 }} }},
odds: [(chance: "luck", when: "up", weights: {{ "good": 1, "bad": 3 }})],
variables: {{ "up": Flag, "count": Number(from: 0, to: 2) }},
fragments: ["side"],
due: [{}],
remedy: [{}],
yields: [{yields}],
start: "s0",
scenes: {{ {scenes} "caller": Scene(choices: [Choice(id: "c", text: {{ "en": "x" }}, call: "side", goto: "end")]) }},
endings: {{ "end": Ending(title: {{ "en": "x" }}, lines: []), "other": Ending(title: {{ "en": "x" }}, lines: []), "late": Ending(title: {{ "en": "x" }}, lines: []) }},"#,
        3 + whim.below(2),
        due.join(", "),
        remedy.join(", "),
    );
    let side: Vec<String> = (0..2).map(|n| choice(whim, &format!("f{n}"), &["inner"], false)).collect();
    let fragment = format!(
        r#"Fragment(format: 2, id: "side", languages: ["en"], start: "inner", scenes: {{
            "inner": Scene(choices: [{}, Choice(id: "back", text: {{ "en": "x" }}, takes: "30s", returns: true)]) }})"#,
        side.join(", ")
    );
    (super::scenario_around(&parts), fragment)
}
