//! What `doorstep schema` says of the documents of `--json` is what the program prints: every key, and no other.

use crate::exam::certificate::certify_on;
use crate::program::{Machine, SCENARIOS, Said, bundled_text};
use boon::{Compiler, SchemaIndex, Schemas};
use doorstep::author::coverage::CoverageLevel;
use doorstep::content::standard::Tier;
use doorstep::play::scoring::{EntryKind, Label};
use doorstep::record::attempt::Mode;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

const HOME: &str = "customer_not_home";
const COVERS: &str = "shoe_covers_declined";

/// The kinds of documents.
const KINDS: [&str; 22] = [
    "list",
    "play",
    "solve",
    "costs",
    "simulate",
    "study",
    "standard",
    "check",
    "debrief",
    "coverage",
    "diff",
    "walk",
    "progress",
    "report",
    "export",
    "import",
    "exams",
    "forms",
    "candidates",
    "items",
    "verify",
    "error",
];

/// A schema that documents are held against.
struct Guard {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Guard {
    fn of(schema: &Value) -> Guard {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        let at = "https://doorstep.test/schema.json";
        compiler.add_resource(at, schema.clone()).expect("it has an address");
        let index = compiler.compile(at, &mut schemas).unwrap_or_else(|fault| panic!("{fault:#}"));
        Guard { schemas, index }
    }

    /// That of the draft itself.
    fn of_schemas() -> Guard {
        let mut schemas = Schemas::new();
        let draft = "https://json-schema.org/draft/2020-12/schema";
        let index = Compiler::new().compile(draft, &mut schemas).expect("the draft is known");
        Guard { schemas, index }
    }

    fn holds(&self, document: &Value) -> bool {
        self.schemas.validate(document, self.index).is_ok()
    }

    /// Panics with what is wrong with the document.
    fn hold(&self, document: &Value, what: &str) {
        if let Err(fault) = self.schemas.validate(document, self.index) {
            panic!("{what}: {fault:#}");
        }
    }
}

/// A schema that the program prints.
fn printed(arguments: &[&str]) -> Value {
    Machine::new().json(&[&["schema"], arguments].concat())
}

/// A document, the command that printed it, and its kind.
struct Sample {
    command: String,
    kind: String,
    document: Value,
}

/// Documents of all kinds, each as it is with and without what may be missing in it.
static SAMPLES: LazyLock<Vec<Sample>> = LazyLock::new(samples);

/// A machine with plays of Lin: one over, one going on, and one that the old scenario of `old.ron` was played in.
struct Desk {
    machine: Machine,
    line: String,
}

impl Desk {
    fn new() -> Desk {
        let machine = Machine::new().with_content();
        let line = machine.best_line(COVERS, 5).join(",");
        let desk = Desk { machine, line };
        for choices in [&desk.line, desk.first()] {
            let play = ["play", COVERS, "--seed", "5", "--choices", choices, "--save", "--learner", "lin"];
            assert_eq!(desk.machine.run(&play).code, Some(0));
        }
        desk.machine.write("old.ron", bundled_text(COVERS));
        desk.machine.write("holds.walk", format!("scenario {COVERS}\nseed 5\nchoose {}\n", desk.first()));
        let wrong = format!("scenario {COVERS}\nseed 5\nexpect scene nowhere\nchoose {}\nchoose gone\n", desk.first());
        desk.machine.write("wrong.walk", wrong);
        desk.machine.write("stray.walk", "scenario nowhere\n");
        let moved = format!("scenario {COVERS}\nseed 5\nexpect clock 23:59\n");
        desk.machine.write("otherwise.walk", moved);
        desk
    }

    fn first(&self) -> &str {
        self.line.split(',').next().expect("a move")
    }

    /// What the program says to this, as a document.
    fn ask(&self, arguments: &[&str]) -> Sample {
        let arguments = [arguments, &["--json"]].concat();
        let said: Said = self.machine.run(&arguments);
        let document: Value =
            serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("{arguments:?}: {} {}", said.out, said.err));
        let kind = document["document"].as_str().expect("a kind").to_owned();
        Sample { command: arguments.join(" "), kind, document }
    }

    /// Another scenario than was played: its last choice has another name, and a rule of it is broken no more.
    fn edit(&self) {
        let last = self.line.rsplit(',').next().expect("a move");
        let renamed = bundled_text(COVERS).replace(&format!("id: \"{last}\""), "id: \"renamed_choice\"");
        self.machine.write(&format!("scenarios/{COVERS}.ron"), renamed);
    }

    fn spoil(&self) {
        let spoiled = bundled_text(HOME).replacen("visit.normal.06.r2\"", "visit.normal.06.r3\"", 1);
        self.machine.write(&format!("scenarios/{HOME}.ron"), spoiled);
    }
}

fn samples() -> Vec<Sample> {
    let desk = Desk::new();
    certify_on(&desk.machine);
    let (over, open) = ("saves/lin/attempts/000001.ron", "saves/lin/attempts/000002.ron");
    let one = "basic.conduct.visit.normal.07.r1";
    let by_choices =
        |command: &[&str], choices: &str| desk.ask(&[command, &["--seed", "5", "--choices", choices]].concat());
    let mut all = vec![
        desk.ask(&["list"]),
        by_choices(&["play", COVERS], ""),
        by_choices(&["play", COVERS], &desk.line),
        by_choices(&["play", COVERS], "nonsense"),
        by_choices(&["debrief", "--scenario", COVERS], &desk.line),
        by_choices(&["debrief", "--scenario", COVERS], desk.first()),
        desk.ask(&["debrief", "--scenario", COVERS, "--choices", &poor_line(&desk.machine)]),
        desk.ask(&["replay", over]),
        desk.ask(&["replay", open]),
        desk.ask(&["debrief", over]),
        desk.ask(&["solve", COVERS]),
        desk.ask(&["solve", COVERS, "--costs"]),
        desk.ask(&["simulate", COVERS, "--players", "200"]),
        desk.ask(&["simulate", "--course", "--learners", "2", "--days", "3"]),
        desk.ask(&["exam", "list"]),
        desk.ask(&["exam", "forms", "entry", "--papers", "20"]),
        desk.ask(&["exam", "simulate", "entry", "--candidates", "5"]),
        desk.ask(&["items"]),
        desk.ask(&["items", "--exam", "entry"]),
        desk.ask(&["verify", "li.certificate", "old.ron", "--issuer", "keys/academy.card"]),
        desk.ask(&["standard"]),
        desk.ask(&["standard", one]),
        desk.ask(&["coverage", COVERS, "--walks", "holds.walk"]),
        desk.ask(&["check", &format!("scenarios/{COVERS}.ron")]),
        desk.ask(&["walk", "holds.walk", "wrong.walk", "stray.walk", "otherwise.walk", "gone.walk"]),
        desk.ask(&["walk", "holds.walk", "wrong.walk", "stray.walk", "otherwise.walk"]),
        desk.ask(&["diff", "old.ron", "old.ron"]),
        desk.ask(&["solve", "nowhere"]),
        desk.ask(&["progress", "lin"]),
        desk.ask(&["report", "saves", "."]),
        desk.ask(&["report", "--learner", "lin"]),
        desk.ask(&["export", "lin", "lin.learner"]),
        desk.ask(&["import", "lin.learner"]),
        desk.ask(&["list", "--lang", "fr"]),
        desk.ask(&["list", "--jsn"]),
        desk.ask(&["replay"]),
    ];
    desk.edit();
    all.extend([
        desk.ask(&["diff", "old.ron", &format!("scenarios/{COVERS}.ron")]),
        desk.ask(&["replay", open]),
        desk.ask(&["replay", over]),
    ]);
    desk.spoil();
    all.extend([desk.ask(&["check"]), desk.ask(&["solve", HOME]), desk.ask(&["list"])]);
    all
}

/// A play that takes the last open choice each time.
fn poor_line(machine: &Machine) -> String {
    let mut line: Vec<String> = Vec::new();
    loop {
        let stand = machine.json(&["play", COVERS, "--seed", "0", "--choices", &line.join(","), "--json"]);
        let Some(open) = stand["open"].as_array() else { return line.join(",") };
        line.push(open.last().expect("a choice")["id"].as_str().expect("an id").to_owned());
    }
}

#[test]
fn every_schema_is_one_by_the_draft() {
    let draft = Guard::of_schemas();
    for kind in KINDS {
        let schema = printed(&[kind]);
        draft.hold(&schema, kind);
        Guard::of(&schema);
    }
    let all = printed(&[]);
    draft.hold(&all, "all");
    assert_eq!(all["oneOf"].as_array().map(Vec::len), Some(KINDS.len()));
    assert!(!draft.holds(&json!({"type": "text"})), "not everything is a schema");
    Machine::new().run(&["schema", "plays"]).refused("'play'");
}

#[test]
fn every_key_is_described_and_no_other_may_stand_there() {
    for kind in KINDS {
        strict(&printed(&[kind]), &Map::new(), kind);
    }
    let fault = json!({"type": "object", "properties": {"a": {"description": "…"}}, "required": []});
    assert!(std::panic::catch_unwind(|| strict(&fault, &Map::new(), "planted")).is_err());
}

/// Panics where an object of a schema leaves anything open, or says of a key nothing.
fn strict(schema: &Value, shapes: &Map<String, Value>, at: &str) {
    let shapes = schema["$defs"].as_object().unwrap_or(shapes);
    if let Some(keys) = schema["properties"].as_object() {
        let required: BTreeSet<&str> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert_eq!(required, keys.keys().map(String::as_str).collect(), "{at}: all keys are there");
        assert_eq!(schema["additionalProperties"], false, "{at}: and no other");
        for (key, own) in keys {
            let shape = own["$ref"].as_str().and_then(|name| shapes.get(name.strip_prefix("#/$defs/")?));
            let told = own.get("description").or_else(|| shape?.get("description"));
            assert!(
                told.and_then(Value::as_str).is_some_and(|told| told.ends_with('.')),
                "{at}.{key} is not described"
            );
        }
    }
    match schema {
        Value::Object(keys) => keys.iter().for_each(|(key, own)| strict(own, shapes, &format!("{at}.{key}"))),
        Value::Array(list) => list.iter().for_each(|own| strict(own, shapes, at)),
        _ => {}
    }
}

#[test]
fn what_every_command_prints_is_what_its_schema_says() {
    let any = Guard::of(&printed(&[]));
    let guards: Vec<(&str, Guard)> = KINDS.iter().map(|kind| (*kind, Guard::of(&printed(&[kind])))).collect();
    for sample in SAMPLES.iter() {
        let own = guards.iter().find(|(kind, _)| *kind == sample.kind).expect("a kind");
        own.1.hold(&sample.document, &sample.command);
        any.hold(&sample.document, &sample.command);
        let others = guards.iter().filter(|(kind, guard)| *kind != sample.kind && guard.holds(&sample.document));
        assert_eq!(others.count(), 0, "{} is of one kind", sample.command);
    }
    let seen: BTreeSet<&str> = SAMPLES.iter().map(|sample| &*sample.kind).collect();
    assert_eq!(seen, KINDS.into_iter().collect());
}

#[test]
fn a_document_begins_with_its_format_and_kind() {
    let machine = Machine::new();
    let line = machine.best_line(HOME, 7).join(",");
    for (arguments, kind) in [
        (&["list"][..], "list"),
        (&["play", HOME, "--choices", ""], "play"),
        (&["debrief", "--scenario", HOME, "--seed", "7", "--choices", &line], "debrief"),
        (&["solve", "nowhere"], "error"),
    ] {
        let said = machine.run(&[arguments, &["--json"]].concat());
        let head = format!("{{\n  \"format\": 1,\n  \"document\": \"{kind}\",\n");
        assert!(said.out.starts_with(&head) && said.out.ends_with("\n}\n"), "{}", said.out);
    }
}

#[test]
fn every_shape_and_every_null_of_the_schemas_is_seen_in_some_document() {
    let mut unseen: Vec<String> = Vec::new();
    for kind in KINDS {
        let schema = printed(&[kind]);
        let documents: Vec<&Value> =
            SAMPLES.iter().filter(|sample| sample.kind == kind).map(|sample| &sample.document).collect();
        let variants = schema["oneOf"].as_array().cloned().unwrap_or_else(|| vec![schema.clone()]);
        for variant in variants {
            for (key, own) in variant["properties"].as_object().expect("keys") {
                let values = documents.iter().filter_map(|document| document.get(key));
                let (null, some): (Vec<&Value>, Vec<&Value>) = values.partition(|value| value.is_null());
                let nullable = own["type"].as_array().is_some_and(|types| types.contains(&json!("null")))
                    || own["anyOf"].as_array().is_some_and(|any| any.contains(&json!({"type": "null"})));
                if some.is_empty() || nullable && null.is_empty() {
                    unseen.push(format!("{kind}.{key}"));
                }
            }
        }
    }
    assert_eq!(unseen, ["play.scene", "play.ending", "debrief.ending"], "what ends always ends somewhere");
}

#[test]
fn a_key_more_a_key_less_and_a_wrong_type_are_noticed_wherever_they_stand() {
    for kind in KINDS {
        let guard = Guard::of(&printed(&[kind]));
        for sample in SAMPLES.iter().filter(|sample| sample.kind == kind) {
            let document = shortened(&sample.document);
            guard.hold(&document, &sample.command);
            for path in paths(&document) {
                for (fault, planted) in planted(&document, &path) {
                    assert!(!guard.holds(&planted), "{}: {fault} at {path}", sample.command);
                }
            }
        }
    }
}

/// The document with the first object of each list alone.
fn shortened(value: &Value) -> Value {
    match value {
        Value::Object(keys) => keys.iter().map(|(key, own)| (key.clone(), shortened(own))).collect(),
        Value::Array(list) if list.first().is_some_and(Value::is_object) => json!([shortened(&list[0])]),
        other => other.clone(),
    }
}

/// Where anything stands in a document, as JSON pointers.
fn paths(value: &Value) -> Vec<String> {
    let parts: Vec<(String, &Value)> = match value {
        Value::Object(keys) => keys.iter().map(|(key, own)| (key.clone(), own)).collect(),
        Value::Array(list) => list.iter().take(1).map(|own| ("0".to_owned(), own)).collect(),
        _ => Vec::new(),
    };
    let below = parts.iter().flat_map(|(key, own)| paths(own).into_iter().map(move |path| format!("/{key}{path}")));
    [String::new()].into_iter().chain(below).collect()
}

/// What is by name: scenarios, dice and languages come and go.
fn is_by_name(path: &str, keys: &Map<String, Value>) -> bool {
    keys.keys().all(|key| ["en", "zh"].contains(&&**key))
        || path.ends_with("/dice")
        || keys.keys().all(|key| SCENARIOS.contains(&&**key))
}

/// The document with every fault that can be planted at this place.
fn planted(document: &Value, path: &str) -> Vec<(String, Value)> {
    let with = |fault: &dyn Fn(&mut Value)| {
        let mut planted = document.clone();
        fault(planted.pointer_mut(path).expect("it is there"));
        planted
    };
    let own = document.pointer(path).expect("it is there");
    let mut faults = vec![("another type".to_owned(), with(&|own| *own = json!([[{"planted": 1}]])))];
    if let Some(keys) = own.as_object() {
        faults.push(("a key more".to_owned(), with(&|own| own["planted!"] = json!([[]]))));
        for key in keys.keys().filter(|_| !is_by_name(path, keys)) {
            let less = with(&|own| drop(own.as_object_mut().expect("an object").remove(key)));
            faults.push((format!("no {key}"), less));
        }
    }
    faults
}

#[test]
fn every_word_that_the_program_may_print_stands_in_the_schemas() {
    let named = |kind: &str, pointer: &str| -> BTreeSet<String> {
        let schema = printed(&[kind]);
        let words = schema.pointer(pointer).and_then(|own| own["enum"].as_array()).expect("words");
        words.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let own = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<BTreeSet<_>>();
    let tier = "/properties/scenarios/items/properties/tier";
    let label = "/properties/moves/items/properties/label";
    assert_eq!(named("list", tier), own(&Tier::ALL.map(Tier::word)));
    assert_eq!(named("debrief", label), own(&Label::ALL.map(Label::word)));
    assert_eq!(named("diff", "/$defs/Judgement/properties/label"), own(&Label::ALL.map(Label::word)));
    assert_eq!(named("play", "/$defs/Entry/properties/entry"), own(&EntryKind::ALL.map(EntryKind::word)));
    let mode = "/properties/first_runs/items/properties/mode";
    assert_eq!(named("progress", mode), own(&Mode::ALL.map(Mode::word)));
    assert_eq!(named("play", "/$defs/Record/properties/mode"), own(&Mode::ALL.map(Mode::word)));
    assert_eq!(named("diff", "/$defs/Exposure/properties/heat"), own(&CoverageLevel::ALL.map(CoverageLevel::word)));
}

#[test]
fn a_schema_of_every_kind_stands_in_its_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/schemas");
    let files = fs::read_dir(folder).expect("listed").map(|entry| entry.expect("an entry").file_name());
    let files: BTreeSet<String> = files.filter_map(|name| name.into_string().ok()).collect();
    let named = KINDS.iter().chain(&["shapes"]).map(|kind| format!("{kind}.json"));
    assert_eq!(files, named.collect());
}
