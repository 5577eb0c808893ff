//! The solver against brute force: small generated scenarios, every play of them tried.
//!
//! Brute force plays through `Session` and judges by the ledger, which share nothing with the solver's tally and table;
//! so this also holds the two forms of judging together.

mod common;

use doorstep::chance::Seed;
use doorstep::engine::{Event, Session};
use doorstep::scenario::Scenario;
use doorstep::scoring::{Ledger, Scorecard};
use doorstep::solver::{Solver, every_outcome};
use doorstep::standard::Standard;
use proptest::prelude::*;
use std::cmp::Reverse;
use std::fmt::Write;
use std::sync::Arc;

/// A stream of small numbers from one big one, so that a failing case is one number.
struct Whim(u64);

impl Whim {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % limit
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len() as u64) as usize]
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

fn marks(whim: &mut Whim, most: u64, from: &[&str]) -> String {
    let mut list: Vec<String> = Vec::new();
    for _ in 0..whim.below(most + 1) {
        let requirement = whim.pick(from);
        if list.iter().any(|mark| mark.contains(requirement)) {
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
    let meets = marks(whim, most, &common::REQUIREMENTS);
    let breaks = if whim.one_in(3) { marks(whim, 1, &common::REQUIREMENTS) } else { String::new() };
    write!(text, "meets: [{meets}], breaks: [{breaks}], ").expect("a String takes everything");
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

fn scenario(whim: &mut Whim) -> (String, String) {
    let names = ["s0", "s1", "s2"];
    let targets = ["s0", "s1", "s2", "end", "end", "other"];
    let mut due: Vec<String> = Vec::new();
    let mut remedy = Vec::new();
    for requirement in common::REQUIREMENTS {
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
        r#"Fragment(format: 1, id: "side", languages: ["en"], start: "inner", scenes: {{
            "inner": Scene(choices: [{}, Choice(id: "back", text: {{ "en": "x" }}, takes: "30s", returns: true)]) }})"#,
        side.join(", ")
    );
    (common::scenario_around(&parts), fragment)
}

/// A play as the solver ranks it: more points, then not ended by the clock, then fewer moves, then first by ids.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Play {
    points: i32,
    plays_on: bool,
    moves: Reverse<usize>,
    line: Reverse<Vec<String>>,
}

/// The best play by trying every one.
fn by_hand(session: &mut Session, standard: &Standard, best: &mut Option<Play>, plays: &mut u32) {
    if session.is_over() {
        *plays += 1;
        let ledger = Ledger::judge(session.scenario(), standard, session.turns());
        if !ledger.critical(standard).is_empty() {
            return;
        }
        let timed_out = session.turns().iter().any(|turn| turn.events.contains(&Event::TimedOut));
        let line: Vec<String> = session.choice_ids().into_iter().map(str::to_owned).collect();
        let play =
            Play { points: ledger.points(), plays_on: !timed_out, moves: Reverse(line.len()), line: Reverse(line) };
        if best.as_ref().is_none_or(|best| play > *best) {
            *best = Some(play);
        }
        return;
    }
    let state = session.state();
    let open: Vec<_> = state.open_choices(session.scenario()).collect();
    for choice in open {
        session.take(choice).expect("it is open");
        by_hand(session, standard, best, plays);
        session.rewind();
    }
}

fn agree(case: u64) -> Result<(), TestCaseError> {
    let mut whim = Whim(case | 1);
    let (scenario, fragment) = scenario(&mut whim);
    let loaded = common::world(&scenario, &[("side", &fragment)]);
    prop_assert!(loaded.findings.is_empty(), "{:?}\n{scenario}", loaded.findings.first().map(ToString::to_string));
    let (scenario_text, scenario) = (scenario, loaded.pack.scenario("test").expect("it is proven").clone());
    for seed in [1, 2, 5].map(Seed::new) {
        let (mut best, mut plays) = (None, 0);
        by_hand(&mut Session::new(scenario.clone(), seed), &loaded.pack.standard, &mut best, &mut plays);
        prop_assume!(plays < 200_000);
        let solved = Solver::new(&scenario, &loaded.pack.standard).best(&mut scenario.rolls(seed));
        match (best, solved) {
            (None, Err(_)) => {}
            (Some(Play { points, line: Reverse(line), .. }), Ok(solution)) => {
                prop_assert_eq!(
                    solution.best,
                    points,
                    "case {} seed {} by hand {:?}\n{}\n{}",
                    case,
                    seed,
                    line,
                    scenario_text,
                    fragment
                );
                let ids = ids(&scenario, &solution.line);
                prop_assert_eq!(&ids, &line, "case {} seed {}\n{}\n{}", case, seed, scenario_text, fragment);
            }
            (by_hand, solved) => {
                prop_assert!(false, "case {case} seed {seed}: {by_hand:?} {solved:?}\n{scenario_text}")
            }
        }
    }
    // One graph for all outcomes finds what a search for each of them finds.
    let solver = Solver::new(&scenario, &loaded.pack.standard);
    let outcomes = every_outcome(&scenario);
    for (rolls, solved) in outcomes.iter().zip(solver.best_of_each(&outcomes)) {
        prop_assert_eq!(solved, solver.best(&mut rolls.clone()), "case {} {:?}\n{}", case, rolls, scenario_text);
    }
    Ok(())
}

fn ids(scenario: &Scenario, line: &[doorstep::engine::Move]) -> Vec<String> {
    line.iter().map(|taken| scenario.scene(taken.scene).choices[taken.choice.index()].id.to_string()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, max_global_rejects: 100_000, ..ProptestConfig::default() })]

    #[test]
    fn the_solver_and_brute_force_agree_to_the_last_point(case: u64) {
        agree(case)?;
    }
}

/// Every play under one seed has one scale, and nothing scores above it.
#[test]
fn no_play_scores_above_its_scale() {
    let pack = common::bundled();
    for scenario in &pack.scenarios {
        let seed = Seed::new(3);
        let best = Solver::new(scenario, &pack.standard).best(&mut scenario.rolls(seed)).expect("it is solved").best;
        for player in 0..200u64 {
            let session = random_play(scenario, seed, player);
            let card = Scorecard::new(
                scenario,
                &pack.standard,
                Ledger::judge(scenario, &pack.standard, session.turns()),
                best,
            );
            assert!(card.points <= best || !card.critical.is_empty(), "{} {:?}", scenario.id, session.choice_ids());
        }
    }
}

fn random_play(scenario: &Arc<Scenario>, seed: Seed, player: u64) -> Session {
    let mut whim = Whim(player * 7919 + 12345);
    let mut session = Session::new(scenario.clone(), seed);
    while !session.is_over() {
        let state = session.state();
        let open: Vec<_> = state.open_choices(scenario).collect();
        session.take(open[whim.below(open.len() as u64) as usize]).expect("it is open");
    }
    session
}

/// Cases in which the solver was once wrong.
#[test]
fn what_was_once_wrong_stays_right() {
    for case in [3591361094255488174, 9215274601887141062] {
        agree(case).expect("the case agrees");
    }
}
