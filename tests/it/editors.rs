//! What `editors/` says of the notation is what the program reads: the parts of a scenario, which of them must be there,
//! and the words of conditions.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const GRAMMAR: &str = "editors/textmate/doorstep.tmLanguage.json";
const SCHEMA: &str = "editors/schema/scenario.schema.json";

/// A file of the repository, read.
fn text_of(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

fn json_of(name: &str) -> Value {
    serde_json::from_str(&text_of(name)).unwrap_or_else(|fault| panic!("{name}: {fault}"))
}

/// A part of a struct as the source has it.
struct Part {
    name: String,
    must_be_there: bool,
}

/// The structs of `spec.rs` without `Spec` in their names, each with its parts, and the one variable that has parts.
fn parts_by_struct() -> BTreeMap<String, Vec<Part>> {
    let mut structs: BTreeMap<String, Vec<Part>> = BTreeMap::new();
    let mut current: Option<String> = None;
    let mut has_default = false;
    for line in text_of("src/content/scenario/spec.rs").lines() {
        if let Some(rest) = line.strip_prefix("pub(super) struct ") {
            current = rest.strip_suffix("Spec {").map(str::to_owned);
        } else if line == "    Number {" {
            current = Some("Number".to_owned());
        } else if line == "}" || line == "    }," {
            current = None;
        } else if line.trim_start().starts_with("#[serde(default") {
            has_default = true;
        } else if let (Some(of), Some(rest)) =
            (&current, line.strip_prefix("    pub ").or_else(|| line.strip_prefix("        ")))
        {
            let (name, kind) = rest.split_once(": ").expect("a name and a type");
            let must_be_there = !has_default && !kind.starts_with("Option<");
            structs.entry(of.clone()).or_default().push(Part { name: name.to_owned(), must_be_there });
            has_default = false;
        }
    }
    structs
}

/// The names of the parts of one definition of the schema.
fn properties(definition: &Value) -> BTreeSet<String> {
    let named = definition["properties"].as_object();
    named.map(|parts| parts.keys().cloned().collect()).unwrap_or_default()
}

/// The strings of a list.
fn words(list: &Value) -> BTreeSet<String> {
    let entries = list.as_array().map(Vec::as_slice).unwrap_or_default();
    entries.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The words between `(` and `)` of a rule of the grammar: `\b(when)\s*(:)`, `\b(?:and|or|not)\b`.
fn words_of_rule(grammar: &Value, rule: &str, of: &str) -> BTreeSet<String> {
    let pattern = grammar["repository"][rule][of].as_str().unwrap_or_else(|| panic!("{rule} has no {of}"));
    let inside = pattern.split(['(', ')']).nth(1).expect("a group");
    inside.trim_start_matches("?:").split('|').map(str::to_owned).collect()
}

/// The words that conditions give a meaning, from the source of the program.
fn reserved_words() -> BTreeSet<String> {
    let source = text_of("src/content/scenario/resolve/scope.rs");
    let (_, list) = source.split_once("RESERVED: [&str;").expect("the list is there");
    let (list, _) = list.split_once(';').expect("the list ends");
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The names before colons in a piece of notation, outside of strings and comments.
fn part_names(notation: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for line in notation.lines() {
        let mut name = String::new();
        let (mut in_string, mut before) = (false, ' ');
        for c in line.chars() {
            if c == '"' && before != '\\' {
                in_string = !in_string;
            } else if !in_string && c == '/' && before == '/' {
                break;
            } else if !in_string && c == ':' && !name.is_empty() {
                names.insert(std::mem::take(&mut name));
            }
            if !in_string && (c.is_ascii_alphanumeric() || c == '_') {
                name.push(c);
            } else {
                name.clear();
            }
            before = c;
        }
    }
    names
}

/// The blocks of notation on a page.
fn notation_blocks(page: &str) -> Vec<String> {
    let opened = page.split("```ron\n").skip(1);
    opened.map(|block| block.split("```").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn what_editors_read_is_json() {
    for name in [GRAMMAR, SCHEMA, "editors/vscode/package.json", "editors/vscode/language-configuration.json"] {
        assert!(json_of(name).is_object(), "{name}");
    }
}

#[test]
fn the_schema_has_the_parts_that_are_read_and_no_other() {
    let schema = json_of(SCHEMA);
    let structs = parts_by_struct();
    assert!(
        ["Scenario", "Choice", "Number"].iter().all(|name| structs.contains_key(*name)),
        "spec.rs is written another way now"
    );
    for (name, parts) in &structs {
        let definition = match name.as_str() {
            "Number" => &schema["$defs"]["Variable"]["oneOf"][1]["properties"]["Number"],
            name => &schema["$defs"][name],
        };
        let all: BTreeSet<String> = parts.iter().map(|part| part.name.clone()).collect();
        assert_eq!(properties(definition), all, "the parts of {name}");
        let needed: BTreeSet<String> =
            parts.iter().filter(|part| part.must_be_there).map(|part| part.name.clone()).collect();
        assert_eq!(words(&definition["required"]), needed, "what must be there of {name}");
        assert_eq!(definition["additionalProperties"], false, "{name} has no other parts");
    }
}

#[test]
fn every_part_that_the_guides_show_stands_in_the_schema() {
    let schema = json_of(SCHEMA);
    let definitions = schema["$defs"].as_object().expect("definitions");
    let known: BTreeSet<String> = definitions.values().flat_map(properties).collect();
    for page in ["scenarios/README.md", "scenarios/README.zh.md"] {
        let shown: BTreeSet<String> =
            notation_blocks(&text_of(page)).iter().flat_map(|block| part_names(block)).collect();
        assert!(shown.contains("meets") && shown.contains("closes_at"), "{page} has examples");
        let unknown: Vec<&String> = shown.difference(&known).collect();
        assert!(unknown.is_empty(), "{page} shows {unknown:?}");
    }
}

#[test]
fn the_grammar_colours_the_words_of_conditions_and_no_other() {
    let grammar = json_of(GRAMMAR);
    let rules = ["condition-logic", "condition-test", "condition-given", "condition-truth"];
    let coloured: BTreeSet<String> = rules.iter().flat_map(|rule| words_of_rule(&grammar, rule, "match")).collect();
    let reserved = reserved_words();
    assert!(reserved.contains("revealed"), "the list in scope.rs is written another way now");
    assert_eq!(coloured, reserved);
    assert_eq!(words(&json_of(SCHEMA)["$defs"]["Name"]["not"]["enum"]), reserved, "no variable is named so");
}

#[test]
fn every_part_that_holds_conditions_marks_or_effects_is_coloured_as_such() {
    let (schema, grammar) = (json_of(SCHEMA), json_of(GRAMMAR));
    let rules = [("Condition", "field-condition"), ("Mark", "field-marks"), ("Effect", "field-effects")];
    for (kind, rule) in rules {
        let reference = format!("#/$defs/{kind}");
        let holds = |part: &Value| part["$ref"] == *reference || part["items"]["$ref"] == *reference;
        let definitions = schema["$defs"].as_object().expect("definitions");
        let parts = definitions.values().filter_map(|definition| definition["properties"].as_object()).flatten();
        let named: BTreeSet<String> = parts.filter(|(_, part)| holds(part)).map(|(name, _)| name.clone()).collect();
        assert_eq!(words_of_rule(&grammar, rule, "begin"), named, "{rule}");
    }
}
