//! What a change of a scenario means to a learner: small edits of a small world, and of the bundled content through the
//! built program.

use crate::common::{scenario_around, world};
use crate::program::{Machine, bundled_text};
use doorstep::author::coverage::Exposure;
use doorstep::author::diff::{Fate, ReplayOutcome, ScenarioDiff, ScenarioVersion};
use doorstep::base::chance::Seed;
use doorstep::base::text::Lang;
use doorstep::content::scenario::Pack;
use doorstep::play::engine::Closed;
use doorstep::play::scoring::Label;
use doorstep::report::diff::{ComparedVersion, DiffDocument, PlayedIn, StoredPlayDiff, json, text as report_text};
use doorstep::speech::messages::Messages;
use serde_json::{Value, json};
use std::fs;
use unicode_width::UnicodeWidthStr;

const PARTS: &str = r#"
    clock: (start: "09:00", closes_at: "10:00", timeout: "late"),
    chance: { "dog": { "awake": 1, "asleep": 2 } },
    due: ["basic.a.01.r1", "basic.a.01.r3"],
    start: "door",
    scenes: {
        "door": Scene(
            lines: [(text: { "en": "A door." })],
            choices: [
                Choice(id: "knock", text: { "en": "Knock" }, reveal: ["dog"], meets: ["basic.a.01.r1"], goto: "hall"),
                Choice(id: "barge", text: { "en": "Barge in" }, reveal: ["dog"], breaks: ["basic.c.01.r2"], goto: "hall"),
                Choice(id: "leave", text: { "en": "Leave" }, goto: "gone"),
            ],
        ),
        "hall": Scene(
            lines: [(text: { "en": "A hall." })],
            choices: [
                Choice(id: "greet", text: { "en": "Greet" }, meets: ["basic.a.01.r3"], goto: "done"),
                Choice(id: "nod", text: { "en": "Nod" }, goto: "done"),
            ],
        ),
    },
    endings: {
        "done": (title: { "en": "Done" }, lines: [(text: { "en": "Done." })]),
        "gone": (title: { "en": "Gone" }, lines: [(text: { "en": "Gone." })]),
        "late": (title: { "en": "Late" }, lines: [(text: { "en": "Late." })]),
    },
"#;

fn pack(parts: &str) -> Pack {
    let loaded = world(&scenario_around(parts), &[]);
    let told: Vec<String> = loaded.diagnostics.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    loaded.pack
}

fn edition(pack: &Pack) -> ScenarioVersion<'_> {
    ScenarioVersion { scenario: pack.scenarios.get(0).expect("valid"), standard: &pack.standard }
}

/// The small world with these words replaced.
fn edited(edits: &[(&str, &str)]) -> Pack {
    let parts = edits.iter().fold(PARTS.to_owned(), |parts, (from, to)| {
        assert_eq!(parts.matches(from).count(), 1, "{from}");
        parts.replace(from, to)
    });
    pack(&parts)
}

fn change(edits: &[(&str, &str)]) -> ScenarioDiff {
    ScenarioDiff::between(edition(&pack(PARTS)), edition(&edited(edits))).expect("solved")
}

/// What is told of a change, with these stored plays.
fn text(edits: &[(&str, &str)], lang: &str, stored: Vec<StoredPlayDiff>) -> (String, Value) {
    let (old, new) = (pack(PARTS), edited(edits));
    let change = ScenarioDiff::between(edition(&old), edition(&new)).expect("solved");
    let version =
        |pack: &'static Pack| ComparedVersion { shown: "test.ron", edition: edition(pack), standard_hash: "s" };
    let (old, new) = (Box::leak(Box::new(old)), Box::leak(Box::new(new)));
    let document = DiffDocument { old: version(old), new: version(new), change: &change, stored };
    (
        report_text::render(&document, &Messages::new(Lang::new(lang).expect("a tag"))),
        serde_json::to_value(json::render(&document)).expect("a document"),
    )
}

#[test]
fn the_same_text_twice_has_not_changed() {
    let same = change(&[]);
    assert!(same.is_nothing() && same.is_judged_alike());
    assert_eq!((same.outcomes, same.bests.len()), (2, 2), "the dog is awake or asleep");
    assert_eq!(same.compared, 0, "nothing needs to be judged again");
    let (told, document) = text(&[], "en", Vec::new());
    assert_eq!(told, "test (test.ron) → test (test.ron)\nNothing changed.\n");
    assert_eq!((&document["same"], &document["bests"], &document["labels"]), (&json!(true), &json!([]), &json!([])));
}

#[test]
fn other_words_change_no_judgement() {
    let change = change(&[("\"Knock\"", "\"Tap\""), ("\"A hall.\"", "\"The hall.\"")]);
    assert!(change.is_judged_alike() && !change.is_nothing());
    let reworded: Vec<_> = change.parts.reworded.iter().map(|own| (own.name.as_str(), own.only_in.len())).collect();
    assert_eq!(reworded, [("hall", 0), ("door/knock", 0)], "in its one language");
    let (told, _) = text(&[("\"Knock\"", "\"Tap\"")], "en", Vec::new());
    assert!(told.contains("Learners are judged as before") && told.contains("~ reworded (1): door/knock"), "{told}");
}

#[test]
fn a_requirement_that_moved_to_another_choice_moves_labels_and_the_best_play() {
    let edits = [
        (r#""Greet" }, meets: ["basic.a.01.r3"]"#, r#""Greet" }"#),
        (r#""Nod" }"#, r#""Nod" }, meets: ["basic.a.01.r3"]"#),
    ];
    let change = change(&edits);
    assert!(change.exposures.is_empty(), "it is met as before: {:?}", change.exposures);
    for best in &change.bests {
        assert_eq!((best.old.points, best.new.points), (12, 12));
        assert_eq!((best.old.ids.join(","), best.new.ids.join(",")), ("knock,greet".into(), "knock,nod".into()));
        assert_eq!(best.fate(), Fate::Fails);
        assert!(matches!(&best.again, ReplayOutcome::Over { points: 4, .. }), "{:?}", best.again);
    }
    let moved: Vec<_> = change
        .labels
        .iter()
        .map(|moved| (&*moved.scene, &*moved.choice, moved.was.label, moved.is.label, moved.times))
        .collect();
    let (best, blunder) = (Some(Label::Best), Some(Label::Blunder));
    assert_eq!(
        moved,
        [("hall", "greet", best, blunder, 2), ("hall", "nod", blunder, best, 2)],
        "in both states of the dog"
    );
    assert_eq!((change.labels[0].is.loss, change.labels[0].after.join(",")), (6_667, "knock".into()));
    let (told, _) = text(&edits, "en", Vec::new());
    for words in [
        "Another best play under 2 of 2 outcomes of the dice.",
        "no longer passes (2)",
        "33.33 (not passed)",
        "After move 1 (knock) the best was greet and is nod.",
        "hall/greet: best → blunder ?? (-66.67)",
    ] {
        assert!(told.contains(words), "{words} in {told}");
    }
}

#[test]
fn a_choice_of_another_name_makes_old_plays_unfit() {
    let change = change(&[("id: \"knock\"", "id: \"rap\"")]);
    assert_eq!(
        (&*change.parts.choices.added, &*change.parts.choices.removed),
        (&["door/rap".to_owned()][..], &["door/knock".to_owned()][..])
    );
    let best = &change.bests[0];
    assert_eq!(best.fate(), Fate::Unfit);
    assert_eq!(best.again, ReplayOutcome::Stopped { turn: 0, choice: "knock".into(), why: Closed::Unknown });
    assert!(change.labels.is_empty(), "what is in one version alone is not compared");
    let (told, _) = text(&[("id: \"knock\"", "id: \"rap\"")], "zh", Vec::new());
    assert!(told.contains("第 1 步：已经没有 knock 这个选项") && told.contains("+ 选项 (1): door/rap"), "{told}");
}

#[test]
fn what_is_no_longer_due_changes_the_scale() {
    let change = change(&[(r#"["basic.a.01.r1", "basic.a.01.r3"]"#, r#"["basic.a.01.r1"]"#)]);
    assert!(change.bests.iter().all(|best| (best.old.points, best.new.points, best.fate()) == (12, 4, Fate::Full)));
    let [touched] = &change.exposures[..] else { panic!("{:?}", change.exposures) };
    assert_eq!((&*touched.id, touched.was.due, touched.is.due, touched.is.met), ("basic.a.01.r3", true, false, true));
    let moved: Vec<_> = change.labels.iter().map(|moved| (&*moved.choice, moved.was.label, moved.is.label)).collect();
    assert_eq!(moved, [("nod", Some(Label::Blunder), Some(Label::Best))], "nodding is no longer worse");
}

#[test]
fn a_break_that_is_gone_is_no_longer_covered() {
    let edits = [(r#" breaks: ["basic.c.01.r2"],"#, "")];
    let change = change(&edits);
    let [touched] = &change.exposures[..] else { panic!("{:?}", change.exposures) };
    assert_eq!(
        (touched.was, touched.is),
        (Exposure { breakable: true, written: true, ..Exposure::default() }, Exposure::default())
    );
    let (told, _) = text(&edits, "en", Vec::new());
    assert!(told.contains("basic.c.01.r2  -broken · no longer covered here"), "{told}");
}

#[test]
fn dice_that_are_in_one_version_alone_fall_in_every_way() {
    let more = [
        (
            r#""dog": { "awake": 1, "asleep": 2 }"#,
            r#""dog": { "awake": 1, "asleep": 1 }, "bell": { "works": 1, "none": 3 }"#,
        ),
        (r#"text: { "en": "Leave" }"#, r#"text: { "en": "Leave" }, reveal: ["bell"]"#),
    ];
    let change = change(&more);
    // The dog wakes at 1/3 or 1/2 of its rolls: awake in both, in the new one alone, in neither; and two ways of the bell.
    assert_eq!((change.outcomes, change.bests.len()), (6, 6));
    for best in &change.bests {
        assert_eq!(best.outcome.dice.len(), 2);
        assert!(best.outcome.seed.is_some(), "{:?}", best.outcome.dice);
        assert!(!best.changed());
    }
    assert!(change.is_judged_alike());
}

#[test]
fn another_pass_mark_is_told() {
    let change = change(&[("start: \"door\",", "pass_mark: 90, start: \"door\",")]);
    assert_eq!((change.pass_mark, change.is_nothing()), ((70, 90), false));
}

#[test]
fn the_document_is_pinned() {
    let stored = StoredPlayDiff {
        learner: "lin".to_owned(),
        number: 3,
        file: "saves/lin/attempts/000003.ron".to_owned(),
        seed: Seed::new(5),
        choices: vec!["knock".to_owned()],
        played: PlayedIn::Old,
        finished: true,
        was: Some(ReplayOutcome::Open { turns: 1 }),
        is: ReplayOutcome::Stopped { turn: 1, choice: "\u{1b}x".into(), why: Closed::NotOpen },
    };
    let (told, mut value) = text(&[("id: \"nod\"", "id: \"bow\"")], "en", vec![stored]);
    assert!(told.contains("1 of 1 stored plays become stale"), "{told}");
    assert!(told.contains("lin 000003: was not over after 1 move; now move 2: \u{FFFD}x is not open"), "{told}");
    for side in ["old", "new"] {
        assert_eq!(value[side]["scenario_hash"].as_str().map(str::len), Some(64));
        value[side]["scenario_hash"] = json!("");
    }
    let version = json!({"file": "test.ron", "scenario": "test", "scenario_hash": "", "standard_hash": "s"});
    let nothing = json!({"added": [], "removed": []});
    let going_on = json!({"finished": false, "points": null, "score": null, "verdict": null, "stopped": null});
    let mut stopped = going_on.clone();
    stopped["stopped"] = json!({"move": 2, "choice": "\u{FFFD}x", "why": "closed"});
    let way = |choice: &str| json!([{"scene": "hall", "choice": choice}]);
    let expected = json!({
        "format": 1,
        "document": "diff",
        "old": version,
        "new": version,
        "same": false,
        "judged_alike": true,
        "pass_mark": {"old": 70, "new": 70},
        "scenes": nothing,
        "choices": {"added": way("bow"), "removed": way("nod")},
        "endings": nothing,
        "reworded": [],
        "counts": {"outcomes": 2, "outcomes_compared": 2, "moves_compared": 5},
        "bests": [],
        "labels": [],
        "requirements": [],
        "stored": [{
            "learner": "lin",
            "number": 3,
            "file": "saves/lin/attempts/000003.ron",
            "play": {"seed": 5, "choices": ["knock"]},
            "version": "old",
            "finished": true,
            "old": going_on,
            "new": stopped,
        }],
    });
    assert_eq!(value, expected, "{value:#}");
    let (_, value) = text(&[("id: \"knock\"", "id: \"rap\"")], "en", Vec::new());
    let best = &value["bests"][0];
    assert_eq!(best["dice"], json!({"dog": "awake"}));
    for (version, choices) in [("old", ["knock", "greet"]), ("new", ["rap", "greet"])] {
        assert_eq!((&best[version]["play"]["choices"], &best[version]["best"]), (&json!(choices), &json!(12)));
    }
    assert_eq!(best["old_play_now"], "unfit");
    assert_eq!(best["replay"]["stopped"], json!({"move": 1, "choice": "knock", "why": "gone"}));
}

const COVERS: &str = "shoe_covers_declined";

#[test]
fn a_bundled_scenario_beside_its_own_copy_says_nothing_changed() {
    let machine = Machine::new();
    let copy = machine.write("yesterday.ron", bundled_text(COVERS));
    let copy = copy.to_str().expect("a path");
    for pair in [[copy, copy], [copy, COVERS], [COVERS, COVERS]] {
        let said = machine.run(&["diff", pair[0], pair[1]]);
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
        assert!(said.out.ends_with("\nNothing changed.\n"), "{}", said.out);
    }
}

#[test]
fn an_edit_of_the_bundled_content_tells_which_stored_plays_it_makes_stale() {
    let machine = Machine::new().with_content();
    let line = machine.best_line(COVERS, 5);
    for choices in [line.join(","), line[..2].join(",")] {
        let play = ["play", COVERS, "--seed", "5", "--choices", &choices, "--save", "--learner", "lin"];
        assert_eq!(machine.run(&play).code, Some(0));
    }
    let old = machine.write("old.ron", bundled_text(COVERS));
    let old = old.to_str().expect("a path");
    let file = machine.path().join(format!("scenarios/{COVERS}.ron"));
    // The choice that ends the best play gets another name.
    let last = line.last().expect("a move");
    let renamed = bundled_text(COVERS).replace(&format!("id: \"{last}\""), "id: \"renamed_choice\"");
    fs::write(&file, &renamed).expect("written");
    let value = machine.json(&["diff", old, file.to_str().expect("a path"), "--json"]);
    assert_eq!(value["judged_alike"], false);
    assert!(value["choices"]["added"][0]["choice"] == "renamed_choice", "{value:#}");
    assert!(value["bests"].as_array().is_some_and(|bests| bests.iter().any(|best| best["old_play_now"] == "unfit")));
    let stored = value["stored"].as_array().expect("stored plays");
    assert_eq!(stored.len(), 2);
    assert!(stored.iter().all(|play| play["version"] == "old"));
    let stopped = &stored[0]["new"]["stopped"];
    assert_eq!((&stored[0]["old"]["score"], &stopped["why"]), (&json!(100.0), &json!("gone")));
    assert_eq!((&stopped["choice"], &stopped["move"]), (&json!(last), &json!(line.len())));
    let again = &stored[1]["new"];
    assert!(again["finished"] == false && again["stopped"].is_null(), "a play that stopped before can still go on");
    fs::write(&file, format!("{} // other words\n", bundled_text(COVERS))).expect("written");
    let said = machine.run(&["diff", old, file.to_str().expect("a path"), "--lang", "en"]);
    assert!(said.out.contains("2 of 2 stored plays become stale"), "{}", said.out);
    assert!(said.out.lines().all(|line| line.width() <= 80), "{}", said.out);
}

#[test]
fn what_is_no_version_of_a_scenario_is_refused() {
    let machine = Machine::new().with_content();
    machine.run(&["diff", "gone.ron", COVERS]).refused("gone.ron");
    machine.run(&["diff", "scenarios", COVERS]).refused("is not one scenario");
    machine.run(&["diff", "scenarios/fragments/leaving.ron", COVERS]).refused("is not one scenario");
    machine.write("half.ron", &bundled_text(COVERS)[..4000]);
    let said = machine.run(&["diff", "half.ron", COVERS]);
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
    assert!(said.err.contains("half.ron:") && said.err.contains("DS001"), "{}", said.err);
    assert_eq!(machine.run(&["diff", COVERS]).code, Some(2), "one version is not two");
}
