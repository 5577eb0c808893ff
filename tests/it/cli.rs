//! Every command through the built program: what it prints, where, and with which exit code. Screens are typed at in
//! `tests/it/screens.rs` and `tests/it/terminal.rs`; bad input is in `tests/it/hostile.rs`.

use crate::program::{Machine, SCENARIOS, Said, bundled_folder, bundled_text, numbers};
use serde_json::{Value, json};
use std::fs;
use std::process::Stdio;

const HOME: &str = "customer_not_home";

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

fn both_languages(text: &Value) {
    assert_eq!(keys(text), ["en", "zh"], "{text}");
    assert!(text.as_object().is_some_and(|text| text.values().all(|words| words.as_str() != Some(""))), "{text}");
}

fn is_clock(value: &Value) -> bool {
    let text = value.as_str().unwrap_or_default();
    text.len() == 8 && text.split(':').all(|part| part.len() == 2 && part.parse::<u32>().is_ok())
}

/// Plays these choices of a scenario under a seed.
fn play(machine: &Machine, scenario: &str, seed: u64, choices: &[String]) -> Value {
    machine.json(&["play", scenario, "--seed", &seed.to_string(), "--choices", &choices.join(","), "--json"])
}

#[test]
fn the_list_has_every_scenario_with_its_fields() {
    let list = Machine::new().json(&["list", "--json"]);
    let list = list["scenarios"].as_array().expect("a list");
    let mut ids: Vec<&str> = list.iter().filter_map(|entry| entry["id"].as_str()).collect();
    ids.sort_unstable();
    let mut known = SCENARIOS;
    known.sort_unstable();
    assert_eq!(ids, known);
    for entry in list {
        let fields = ["counts", "estimated_seconds", "id", "length", "requirements", "tier", "title"];
        assert_eq!(keys(entry), fields);
        both_languages(&entry["title"]);
        assert!(matches!(entry["tier"].as_str(), Some("basic" | "advanced" | "excellent")));
        for number in ["scenes", "choices", "endings"] {
            assert!(entry["counts"][number].as_u64().is_some_and(|number| number > 0), "{number} of {entry}");
        }
        assert!(entry["estimated_seconds"].as_u64().is_some_and(|seconds| (60..3_600).contains(&seconds)), "{entry}");
        assert!(
            entry["requirements"].as_array().is_some_and(|ids| !ids.is_empty() && ids.iter().all(Value::is_string))
        );
        let (shortest, longest) = (entry["length"]["shortest"].as_u64(), entry["length"]["longest"].as_u64());
        assert!(shortest.is_some_and(|moves| moves > 0) && shortest < longest, "{}", entry["length"]);
    }
}

#[test]
fn the_list_for_people_speaks_the_language_that_is_asked_for() {
    let machine = Machine::new();
    let english = machine.run(&["list"]);
    let chinese = machine.run(&["list", "--lang", "zh"]);
    assert_eq!((english.code, chinese.code), (Some(0), Some(0)));
    for scenario in SCENARIOS {
        assert!(english.out.contains(scenario) && chinese.out.contains(scenario));
    }
    let is_chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    assert!(!is_chinese(&english.out) && is_chinese(&chinese.out));
}

#[test]
fn a_play_that_is_not_over_says_where_it_stands() {
    let machine = Machine::new();
    let line = machine.best_line(HOME, 7);
    for moves in 0..line.len() {
        let stand = play(&machine, HOME, 7, &line[..moves]);
        assert_eq!(stand["finished"], false);
        assert_eq!(stand["play"], json!({"seed": 7, "choices": line[..moves]}));
        assert!(is_clock(&stand["clock"]) && stand["scene"].is_string(), "{stand}");
        let open = stand["open"].as_array().expect("a list");
        assert!(open.iter().any(|choice| choice["id"] == *line[moves]), "the best move is open");
        for choice in open {
            assert_eq!(keys(choice), ["id", "kind", "text"]);
            assert!(matches!(choice["kind"].as_str(), Some("say" | "do" | "wait")), "{choice}");
            both_languages(&choice["text"]);
        }
        for choice in stand["locked"].as_array().expect("a list") {
            assert_eq!(keys(choice), ["id", "reason", "text"]);
            both_languages(&choice["reason"]);
        }
    }
}

#[test]
fn a_play_that_is_over_is_judged() {
    let machine = Machine::new();
    for scenario in SCENARIOS {
        let line = machine.best_line(scenario, 7);
        let over = play(&machine, scenario, 7, &line);
        assert_eq!((&over["finished"], &over["verdict"]), (&json!(true), &json!("pass")));
        assert_eq!((&over["score"], &over["points"]), (&json!(100.0), &over["best"]));
        assert_eq!(over["critical"], json!([]));
        assert!(
            over["ending"].is_string() && over["elapsed_seconds"].as_u64() > Some(60) && over["mood"].is_i64(),
            "{over}"
        );
        for dimension in over["dimensions"].as_array().expect("a list") {
            assert_eq!(keys(dimension), ["dimension", "score"]);
            assert!(dimension["score"].is_null() || dimension["score"] == 100.0, "{dimension}");
        }
        for entry in over["ledger"].as_array().expect("a list") {
            assert_eq!(keys(entry), ["entry", "move", "points", "requirement"]);
            assert!(matches!(entry["entry"].as_str(), Some("met" | "extra" | "yielded")), "{scenario}: {entry}");
            let within = |number: u64| (1..=line.len() as u64).contains(&number);
            assert!(entry["move"].is_null() || entry["move"].as_u64().is_some_and(within), "{entry}");
        }
    }
}

#[test]
fn the_sum_of_the_ledger_is_the_score() {
    let machine = Machine::new();
    let line = always_first(&machine, HOME, 3);
    let over = play(&machine, HOME, 3, &line);
    let points: i64 = over["ledger"].as_array().expect("a list").iter().filter_map(|e| e["points"].as_i64()).sum();
    let best = over["best"].as_i64().expect("a number");
    assert_eq!(over["points"], points);
    let hundredths = i32::try_from(points.max(0) * 10_000 / best).expect("at most 10,000");
    assert_eq!(over["score"], json!(f64::from(hundredths) / 100.0));
    assert_eq!(over["verdict"], "fail", "who always takes the first choice does not pass");
}

/// A play that takes the first open choice until it is over.
fn always_first(machine: &Machine, scenario: &str, seed: u64) -> Vec<String> {
    let mut line = Vec::new();
    loop {
        let stand = play(machine, scenario, seed, &line);
        if stand["finished"] == true {
            return line;
        }
        line.push(stand["open"][0]["id"].as_str().expect("an open choice").to_owned());
        assert!(line.len() < 200, "a play is finite");
    }
}

#[test]
fn a_choice_that_is_not_open_is_refused_with_those_that_are() {
    let machine = Machine::new();
    let line = machine.best_line(HOME, 7);
    let stand = play(&machine, HOME, 7, &line[..1]);
    let unknown = machine.run(&["play", HOME, "--seed", "7", "--choices", &format!("{},nonsense", line[0]), "--json"]);
    let told = unknown.refused_in_json("\"nonsense\" is not open here");
    for choice in stand["open"].as_array().expect("a list") {
        let id = choice["id"].as_str().expect("an id");
        assert!(unknown.err.contains(id), "{}", unknown.err);
        assert!(told["message"].as_str().is_some_and(|message| message.contains(id)), "{told}");
    }
    // The second move of a play, taken first, is closed.
    machine.run(&["play", HOME, "--seed", "7", "--choices", &line[1]]).refused("is not open here; open: ");
    let after = [line.join(","), line[0].clone()].join(",");
    machine.run(&["play", HOME, "--seed", "7", "--choices", &after]).refused("the play is over");
    let near: String = format!("{}x", line[0]);
    let mistyped = machine.run(&["play", HOME, "--seed", "7", "--choices", &near]);
    mistyped.refused(&format!("did you mean \"{}\"?", line[0]));
}

#[test]
fn a_play_by_choices_reads_in_the_language_that_is_asked_for() {
    let machine = Machine::new();
    let first = &machine.best_line(HOME, 7)[0];
    let stand = play(&machine, HOME, 7, &[]);
    let choice = stand["open"].as_array().and_then(|open| open.iter().find(|choice| choice["id"] == **first));
    let text = &choice.expect("it is open")["text"];
    for lang in ["zh", "en"] {
        let told = machine.run(&["play", HOME, "--seed", "7", "--choices", "", "--lang", lang]);
        assert_eq!(told.code, Some(0));
        assert!(told.out.contains(text[lang].as_str().expect("words")), "{lang}: {}", told.out);
    }
}

#[test]
fn a_stored_play_is_replayed_to_the_same_document() {
    let machine = Machine::new();
    let line = machine.best_line(HOME, 7);
    let choices = line.join(",");
    let arguments = ["play", HOME, "--seed", "7", "--choices", &choices, "--json"];
    let played = machine.json(&arguments);
    let kept = machine.json(&[&arguments[..], &["--save", "--learner", "lin", "--mode", "exam"]].concat());
    assert_eq!(played, kept);
    let file = machine.saves().join("lin/attempts/000001.ron");
    assert!(fs::read_to_string(&file).expect("it is stored").contains("mode: Exam"));
    let file = file.to_str().expect("a path");
    let mut again = machine.json(&["replay", file, "--json"]);
    assert_eq!((&again["stale"], &again["rules"]), (&json!([]), &json!({"played": 2, "judged": 2})));
    let own = &again["record"];
    assert_eq!((&own["learner"], &own["mode"]), (&json!("lin"), &json!("exam")));
    assert_eq!((&own["hints"], &own["rewinds"], own["started"].is_string()), (&json!(0), &json!(0), true));
    for key in ["stale", "rules", "record"] {
        again[key] = Value::Null;
    }
    assert_eq!(again, played);
    let told = machine.run(&["replay", file]);
    assert!(told.code == Some(0) && told.out.contains("pass") && !told.out.contains("changed"), "{}", told.out);
    assert!(told.out.contains("edition 2 of the rules, then and now"), "{}", told.out);
    assert!(
        told.out.contains("played by lin, 20") && told.out.contains(" UTC, exam, seed 7; hints: 0"),
        "{}",
        told.out
    );
}

#[test]
fn a_review_of_a_stored_play_says_whose_it_is_and_with_which_help_it_was_played() {
    let machine = Machine::new();
    let typed = numbers(HOME, 7, &machine.best_line(HOME, 7));
    let input = format!("h\n{}\nu\n{}\n", typed[0], typed.join("\n"));
    let played = machine.feed(&["play", HOME, "--seed", "7", "--plain", "--learner", "Lin"], input.as_bytes());
    assert!(played.out.contains("100 of 100"), "{}", played.out);
    let folder = fs::read_dir(machine.saves()).expect("listed").next().expect("a learner").expect("read").path();
    let file = folder.join("attempts/000001.ron");
    let kept = fs::read_to_string(&file).expect("kept");
    let began = kept.lines().find(|line| line.trim_start().starts_with("started: ")).expect("a moment");
    fs::write(&file, kept.replace(began, "    started: \"2026-03-01T09:00:00Z\",")).expect("written");
    let file = file.to_str().expect("a path");
    for (format, lang, facts) in [
        ("--md", "en", ["Learner: Lin", "mode: Learn", "1 hint", "1 taken back", "seed 7", "2026-03-01 09:00 UTC"]),
        ("--html", "en", ["Learner: Lin", "mode: Learn", "1 hint", "1 taken back", "seed 7", "2026-03-01 09:00 UTC"]),
        ("--md", "zh", ["学员：Lin", "模式：学习", "提示 1 次", "收回 1 步", "种子 7", "2026-03-01 09:00 UTC"]),
    ] {
        let told = machine.run(&["debrief", file, format, "--lang", lang]).out;
        for fact in facts {
            assert!(told.contains(fact), "{format} {lang}: no {fact:?} in {told}");
        }
    }
    let own = machine.json(&["debrief", file, "--json"]);
    let own = &own["record"];
    assert_eq!((&own["learner"], &own["mode"]), (&json!("Lin"), &json!("learn")));
    assert_eq!((&own["hints"], &own["rewinds"]), (&json!(1), &json!(1)));
    let unstored =
        ["debrief", "--scenario", HOME, "--seed", "7", "--choices", &machine.best_line(HOME, 7).join(","), "--json"];
    assert!(machine.json(&unstored)["record"].is_null(), "nobody played it");
}

#[test]
fn a_play_of_the_first_edition_is_told_so_and_judged_anew() {
    let machine = Machine::new();
    let line = machine.best_line(HOME, 7).join(",");
    let arguments = ["play", HOME, "--seed", "7", "--choices", &line, "--json", "--save", "--learner", "lin"];
    let played = machine.json(&arguments);
    let file = machine.saves().join("lin/attempts/000001.ron");
    let text = fs::read_to_string(&file).expect("it is stored");
    fs::write(&file, text.replace("format: 3", "format: 1").replace("    rules: 2,\n", "")).expect("written");
    let file = file.to_str().expect("a path");
    let again = machine.json(&["replay", file, "--json"]);
    assert_eq!((&again["stale"], &again["rules"]), (&json!(["rules"]), &json!({"played": 1, "judged": 2})));
    assert_eq!(again["ledger"], played["ledger"]);
    let told = machine.run(&["replay", file]).out;
    assert!(told.contains("under edition 1 of the rules of judging; judged anew here by edition 2"), "{told}");
}

#[test]
fn a_stored_play_is_judged_again_after_the_scenario_was_edited() {
    let machine = Machine::new().with_content();
    let line = machine.best_line(HOME, 7).join(",");
    let played =
        machine.json(&["play", HOME, "--seed", "7", "--choices", &line, "--save", "--learner", "lin", "--json"]);
    let scenario = machine.path().join("scenarios").join(format!("{HOME}.ron"));
    fs::write(&scenario, bundled_text(HOME) + "\n// another word\n").expect("written");
    let replay = ["replay", "saves/lin/attempts/000001.ron", "--json"];
    let again = machine.json(&replay);
    assert_eq!((&again["stale"], &again["ledger"]), (&json!(["scenario"]), &played["ledger"]));
    let section = machine.path().join("scenarios/standard/01_preamble.ron");
    let text = fs::read_to_string(&section).expect("read");
    fs::write(&section, text + "\n// another word\n").expect("written");
    assert_eq!(machine.json(&replay)["stale"], json!(["scenario", "standard"]));
    // The same file beside the content of the program itself, which nobody edited.
    let file = machine.path().join("saves/lin/attempts/000001.ron");
    let untouched = machine.json(&[&["--scenarios", bundled_folder().to_str().expect("a path")], &replay[..]].concat());
    assert!(file.is_file() && untouched["stale"] == json!([]), "{}", untouched["stale"]);
    fs::write(&scenario, bundled_text(HOME).replace(r#"id: "go_in""#, r#"id: "walk_in""#)).expect("written");
    if line.starts_with("go_in,") {
        machine.run(&replay).refused_in_json("the scenario has changed since this play");
    }
}

#[test]
fn an_unfinished_play_is_stored_and_replayed_too() {
    let machine = Machine::new();
    let line = machine.best_line(HOME, 7);
    let stand =
        machine.json(&["play", HOME, "--seed", "7", "--choices", &line[0], "--save", "--learner", "lin", "--json"]);
    let again = machine.json(&["replay", "saves/lin/attempts/000001.ron", "--json"]);
    assert_eq!((&again["finished"], &again["scene"]), (&json!(false), &stand["scene"]));
}

#[test]
fn the_best_line_replays_to_a_hundred() {
    let machine = Machine::new();
    for scenario in SCENARIOS {
        for seed in [0, 11] {
            let solved = machine.json(&["solve", scenario, "--seed", &seed.to_string(), "--json"]);
            assert!(
                solved["search_seconds"].as_f64().is_some_and(|seconds| (0.0..60.0).contains(&seconds)),
                "{solved}"
            );
            let over = play(&machine, scenario, seed, &machine.best_line(scenario, seed));
            assert_eq!((&over["score"], &over["points"]), (&json!(100.0), &solved["best"]));
            let wrong = ["broken", "missed", "late"];
            let entries = over["ledger"].as_array().expect("a list");
            assert!(entries.iter().all(|entry| !wrong.contains(&entry["entry"].as_str().expect("a word"))));
        }
    }
    let told = machine.run(&["solve", HOME, "--seed", "7"]);
    assert!(told.code == Some(0) && told.out.contains(&machine.best_line(HOME, 7).join(",")), "{}", told.out);
}

#[test]
fn the_standard_has_every_requirement_with_its_fields() {
    let machine = Machine::new();
    let all = machine.json(&["standard", "--json"]);
    let all = all["requirements"].as_array().expect("a list");
    let house = all.iter().filter(|entry| entry["section"] == "house").count();
    assert_eq!((all.len() - house, house), (325, 14));
    for entry in all {
        let asked = [
            "id",
            "tier",
            "kind",
            "procedure",
            "rank",
            "weight",
            "nature",
            "never_due",
            "instance_of",
            "critical",
            "dimension",
            "text",
            "facts",
            "elements",
        ];
        for field in asked {
            assert!(entry.get(field).is_some(), "{field} of {entry}");
        }
        both_languages(&entry["text"]);
        assert!(matches!(entry["weight"].as_i64(), Some(2 | 4 | 8)) && entry["nature"].is_string(), "{entry}");
        assert_eq!(entry["rank"].is_null(), entry["procedure"].is_null(), "{entry}");
        assert!(entry["facts"].is_array() && entry["elements"].is_array() && entry["dimension"].is_string(), "{entry}");
    }
    let one = machine.json(&["standard", "basic.conduct.visit.normal.07.r1", "--json"]);
    assert_eq!(one["requirements"].as_array().map(Vec::len), Some(1));
    let section = machine.json(&["standard", "basic.conduct.visit", "--json"]);
    assert_eq!(section["counts"]["requirements"], 47);
    let tier = machine.json(&["standard", "excellent", "--json"]);
    assert_eq!(tier["counts"]["requirements"], 9);
    assert!(machine.run(&["standard", "--lang", "zh"]).out.lines().count() > 325);
}

#[test]
fn what_is_nearly_right_is_offered() {
    let machine = Machine::new();
    machine.run(&["solve", "customer_not_hom"]).refused("did you mean \"customer_not_home\"?");
    machine
        .run(&["play", "shoe_cover_declined", "--choices", "", "--json"])
        .refused_in_json("\"shoe_covers_declined\"?");
    machine.run(&["standard", "basic.conduct.visit.norml"]).refused("did you mean \"basic.conduct.visit.normal\"?");
    machine.run(&["standard", "basic.conduct.vist"]).refused("did you mean \"basic.conduct.visit\"?");
    machine.run(&["list", "--lang", "fr"]).refused("there are: zh, en");
    machine.run(&["stadard"]).refused("'standard'");
    machine.run(&["list", "--jsn"]).refused("'--json'");
    machine.run(&["solve", "nothing_like_it"]).refused("there are: ");
}

#[test]
fn wrong_use_is_told_with_exit_code_2() {
    let machine = Machine::new();
    let cases: [&[&str]; 11] = [
        &["play", HOME, "--seed", "9007199254740992"],
        &["play", HOME, "--seed", "-1"],
        &["play", HOME, "--choices", "x", "--save"],
        &["play", HOME, "--mode", "easy"],
        &["play", HOME, "--lang", "not a tag"],
        &["list", "--lang", "fr"],
        &["standard", "--lang", "fr"],
        &["play", HOME, "--plain", "--lang", "fr"],
        &["play", HOME, "--choices", "", "--lang", "fr"],
        &["replay"],
        &["completions", "nosuch"],
    ];
    for arguments in cases {
        machine.run(arguments).refused("");
    }
    machine.run(&["play", HOME, "--json"]).refused_in_json("--choices");
}

#[test]
fn the_bundled_content_is_without_fault() {
    let checked = Machine::new().with_content().run(&["check", "scenarios/customer_not_home.ron", "--json"]);
    let told = checked.json();
    let grave = told["diagnostics"].as_array().expect("a list").iter().filter(|own| own["severity"] != "note");
    assert_eq!((checked.code, grave.collect::<Vec<_>>()), (Some(0), vec![]), "notes may stand");
}

#[test]
fn a_spoiled_scenario_is_told_with_its_place() {
    let machine = Machine::new().with_content();
    let text = bundled_text(HOME);
    let spoiled = text.replacen("visit.normal.06.r2\"", "visit.normal.06.r3\"", 1);
    let line = 1 + spoiled.lines().position(|line| line.contains("normal.06.r3\"")).expect("it is spoiled");
    machine.write("scenarios/customer_not_home.ron", &spoiled);
    let checked = machine.run(&["check", "scenarios/customer_not_home.ron", "--json"]);
    assert_eq!(checked.code, Some(1));
    let diagnostics = checked.json();
    let diagnostic = &diagnostics["diagnostics"][0];
    let place = &diagnostic["place"];
    assert_eq!((&place["line"], &diagnostic["severity"]), (&json!(line), &json!("error")));
    assert_eq!(place["file"], "scenarios/customer_not_home.ron");
    assert!(diagnostics["counts"]["errors"].as_u64() > Some(0), "{}", diagnostics["counts"]);
    assert!(
        place["column"].as_u64().is_some_and(|column| column > 1) && diagnostic["witness"].is_null(),
        "{diagnostic}"
    );
    assert!(diagnostic["hint"].as_str().is_some_and(|help| help.contains("did you mean")), "{diagnostic}");
    let told = machine.run(&["check", "scenarios/customer_not_home.ron"]);
    assert_eq!((told.code, told.err.as_str()), (Some(1), ""));
    assert!(told.out.contains(&format!("scenarios/customer_not_home.ron:{line}:")), "{}", told.out);
    // The others are still there; this one says why it is not.
    assert_eq!(machine.json(&["list", "--json"])["counts"]["scenarios"], SCENARIOS.len() - 1);
    assert!(machine.run(&["solve", "shoe_covers_declined"]).out.contains("best:"));
    let refused = machine.run(&["solve", HOME]);
    assert!(refused.code == Some(2) && refused.err.contains("06.r3"), "{}", refused.err);
}

#[test]
fn a_folder_of_ones_own_is_played() {
    let machine = Machine::new().with_content();
    fs::rename(machine.path().join("scenarios"), machine.path().join("ours")).expect("renamed");
    for other in SCENARIOS.iter().filter(|id| **id != HOME) {
        fs::remove_file(machine.path().join(format!("ours/{other}.ron"))).expect("removed");
    }
    let list = machine.json(&["list", "--json", "--scenarios", "ours"]);
    assert_eq!(list["counts"]["scenarios"], 1);
    assert_eq!(machine.json(&["list", "--json"])["counts"]["scenarios"], SCENARIOS.len(), "else the built-in content");
}

#[test]
fn every_command_has_help_with_an_example() {
    let machine = Machine::new();
    for command in ["list", "play", "solve", "standard", "check", "replay", "schema", "completions", "man"] {
        let help = machine.run(&[command, "--help"]);
        assert_eq!((help.code, help.err.as_str()), (Some(0), ""), "{command}");
        let example = help.out.split("Example").nth(1).expect("an example");
        assert!(example.contains(&format!("doorstep {command}")), "{}", help.out);
        assert!(machine.run(&["--help"]).out.contains(&format!("\n  {command}")), "{command} is in the overview");
    }
    assert!(machine.run(&["--help"]).out.contains("Example: doorstep play"));
    let version = machine.run(&["--version"]).out;
    let named = version.strip_prefix(concat!("doorstep ", env!("CARGO_PKG_VERSION"), " (")).expect("its own version");
    let content = named.split("content ").nth(1).and_then(|rest| rest.split(')').next());
    assert!(content.is_some_and(|hash| hash.len() == 12 && hash.chars().all(|c| c.is_ascii_hexdigit())), "{version}");
}

#[test]
fn help_and_refusals_are_told_in_the_language_that_is_asked_for() {
    let machine = Machine::new();
    let help = machine.run(&["solve", "--help", "--lang", "zh"]);
    assert!(help.code == Some(0) && help.out.contains("用法：doorstep solve [选项] <ID>"), "{}", help.out);
    assert!(help.out.contains("例：doorstep solve") && help.out.contains("在标准输出写一份 JSON"), "{}", help.out);
    assert!(machine.run(&["man", "--lang", "zh"]).out.contains(".SH 环境变量"));
    let cases: [(&[&str], &str); 8] = [
        (
            &["play", HOME, "--mode", "easy"],
            "错误：“--mode <MODE>” 不能是 “easy”，可以是 “learn”、“practice”、“say”、“exam”",
        ),
        (&["play", HOME, "--seed", "x"], "“x”：种子是一个整数"),
        (&["paly"], "没有 “paly” 这个命令"),
        (&["play", HOME, "--sed", "1"], "没有 “--sed” 这个参数\n\n  提示：是不是想写 “--seed”？"),
        (&["solve"], "还缺 “<ID>”"),
        (&["solve", HOME, "--costs", "--seed", "1"], "“--costs” 和 “--seed <SEED>” 不能一起用"),
        (&["solve", HOME, "--seed"], "“--seed <SEED>” 后面还要写一个值"),
        (&["new"], "后面还要写一个命令"),
    ];
    for (arguments, told) in cases {
        let refused = machine.run(&[arguments, &["--lang", "zh"]].concat());
        assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(refused.err.contains(told), "{told} in {}", refused.err);
        for english in ["error", "Usage", "For more", "tip"] {
            assert!(!refused.err.contains(english), "{english} in {}", refused.err);
        }
    }
}

#[test]
fn completions_and_the_man_page_come_from_the_same_definition() {
    let machine = Machine::new();
    for (shell, sign) in [("bash", "COMPREPLY"), ("zsh", "#compdef doorstep"), ("fish", "--command doorstep")] {
        let script = machine.run(&["completions", shell]);
        assert_eq!((script.code, script.err.as_str()), (Some(0), ""));
        assert!(script.out.contains(sign) && script.out.contains("DOORSTEP_COMPLETE"), "{shell}: {}", script.out);
    }
    let page = machine.run(&["man"]);
    assert!(page.code == Some(0) && page.out.contains(".TH doorstep 1") && page.out.contains("replay"));
    assert!(!page.out.contains("(1)"), "it names no page that nobody wrote");
    for title in ["COMMANDS", "KEYS", "ENVIRONMENT", "FILES", "JSON", "EXIT STATUS", "EXAMPLES"] {
        let own = page.out.split(&format!("\n.SH {title}\n")).nth(1).and_then(|rest| rest.split("\n.SH ").next());
        assert!(own.is_some_and(|own| own.lines().count() > 5), "{title}:\n{}", page.out);
    }
    let is_request = |line: &str| {
        [".TP", ".SH ", ".SS ", ".PP", ".TH ", ".nf", ".fi", ".ie ", ".el "].iter().any(|own| line.starts_with(own))
    };
    let stray = page.out.lines().find(|line| line.starts_with('.') && !is_request(line));
    assert_eq!(stray, None, "no word is taken for a request");
}

#[test]
fn a_reader_that_leaves_is_no_fault() {
    let machine = Machine::new();
    let longer_than_any_pipe: [&[&str]; 3] = [&["standard", "--json"], &["list", "--json"], &["man"]];
    for arguments in longer_than_any_pipe {
        let mut child = machine
            .command(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        let said = Said::of(&output);
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{arguments:?}");
    }
}

#[test]
fn plain_mode_plays_the_same_visit_by_numbers() {
    let machine = Machine::new();
    let line = machine.best_line("complaint_escalation", 5);
    let typed = numbers("complaint_escalation", 5, &line).join("\n") + "\n";
    for (lang, score, passed, over) in
        [("en", "100 of 100", "passed", "The visit is over."), ("zh", "100 分", "及格", "这次上门结束了")]
    {
        let played =
            machine.feed(&["play", "complaint_escalation", "--seed", "5", "--plain", "--lang", lang], typed.as_bytes());
        assert_eq!((played.code, played.err.as_str()), (Some(0), ""), "{lang}");
        assert!(played.out.contains(score) && played.out.contains(passed), "{lang}: {}", played.out);
        let (play, review) = played.out.split_once(over).expect("it comes to its end");
        let count = |text: &str| text.matches("\nYou: ").count() + text.matches("\n你：").count();
        let asked = play.matches("What do you do?").count() + play.matches("你怎么做？").count();
        assert_eq!(asked, line.len(), "each moment is told once");
        assert!(count(review) >= line.len(), "and reviewed: nothing more is typed");
    }
}

#[test]
fn plain_mode_survives_wrong_input() {
    let machine = Machine::new();
    let wrong = b"0\n99\n-1\n\nwhat?\n99999999999999999999999\n1 2\n\xff\xfe\n\x1b[2J\n?\nh\nu\n";
    let said = machine.feed(&["play", HOME, "--seed", "7", "--plain"], wrong);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    assert_eq!(said.out.matches("Here you can type: ").count(), 10, "{}", said.out);
    assert!(said.out.contains("Hint: ") && said.out.contains("Nothing to take back yet."), "{}", said.out);
    assert!(!said.out.contains("\nYou: "), "no move was made");
    let exam = machine.feed(&["play", HOME, "--seed", "7", "--plain", "--mode", "exam"], b"h\n1\nu\n");
    assert_eq!(exam.out.matches("No hints, no rewind and no standard in an exam.").count(), 2);
}

#[test]
fn plain_mode_goes_on_where_the_input_ended() {
    let machine = Machine::new();
    let line = machine.best_line(HOME, 7);
    let typed = numbers(HOME, 7, &line);
    let arguments = ["play", HOME, "--seed", "7", "--plain", "--learner", "Lin"];
    let half = line.len() / 2;
    let first = machine.feed(&arguments, (typed[..half].join("\n") + "\n").as_bytes());
    assert!(first.out.ends_with("the same command goes on with it.\n"), "{}", first.out);
    // Without the seed it goes on all the same; the last line has no line break.
    let rest = typed[half..].join("\n");
    let second = machine.feed(&["play", HOME, "--plain", "--learner", "Lin"], rest.as_bytes());
    assert!(second.out.starts_with("Going on where you left off."), "{}", second.out);
    assert!(second.out.contains("100 of 100"), "{}", second.out);
    let folder = fs::read_dir(machine.saves()).expect("listed").next().expect("a learner").expect("read").path();
    let kept = fs::read_dir(folder.join("attempts")).expect("listed").count();
    assert_eq!(kept, 1, "one play, one file");
    let third = machine.feed(&arguments, b"");
    assert!(!third.out.contains("Going on"), "the play is over; another begins");
}

#[test]
fn plain_mode_goes_on_from_the_last_move_that_still_fits_and_says_so() {
    let machine = Machine::new();
    let arguments = ["play", HOME, "--seed", "7", "--plain", "--learner", "Lin"];
    machine.feed(&arguments, b"1\n1\n");
    let folder = fs::read_dir(machine.saves()).expect("listed").next().expect("a learner").expect("read").path();
    let file = folder.join("attempts/000001.ron");
    let text = fs::read_to_string(&file).expect("kept");
    for fitting in [1, 0] {
        let (before, after) = text.split_at(text.match_indices("Take(").nth(fitting).expect("two moves").0);
        let edited = after.split_once(')').expect("a bracket").1;
        fs::write(&file, format!("{before}Take(\"gone\"){edited}")).expect("written");
        let said = machine.feed(&["play", HOME, "--plain", "--learner", "Lin"], b"");
        assert!(said.out.starts_with("The scenario was edited since"), "{}", said.out);
        assert_eq!(said.out.matches("\nYou: ").count(), fitting, "{}", said.out);
    }
    // What is gone on with is a play again: the next time nothing is said of an edit, and all of it stands.
    machine.feed(&["play", HOME, "--plain", "--learner", "Lin"], b"1\n1\n");
    let said = machine.feed(&["play", HOME, "--plain", "--learner", "Lin"], b"");
    assert!(said.out.starts_with("Going on where you left off."), "{}", said.out);
    assert_eq!(said.out.matches("\nYou: ").count(), 1, "the last reply, not the whole story: {}", said.out);
    let replayed = machine.run(&["replay", file.to_str().expect("a path"), "--json"]);
    assert_eq!(replayed.json()["finished"], false);
}

#[test]
fn plain_mode_understands_what_an_input_method_types() {
    let machine = Machine::new();
    let arguments = ["play", HOME, "--seed", "7", "--plain", "--lang", "zh"];
    let wide = machine.feed(&arguments, "１\nｈ\nｕ\n？\n　２　\nＱ\n".as_bytes());
    let ascii = machine.feed(&arguments, b"1\nh\nu\n?\n2\nQ\n");
    assert_eq!(wide.out, ascii.out);
    assert!(ascii.out.matches("\n你：").count() >= 2 && ascii.out.contains("提示："), "{}", ascii.out);
}

#[test]
fn plain_mode_changes_its_language_in_the_middle() {
    let machine = Machine::new();
    let said = machine.feed(&["play", HOME, "--seed", "7", "--plain", "--lang", "en"], b"1\nlang\n1\nlang\nq\n");
    assert_eq!(said.code, Some(0));
    assert!(said.out.contains("What do you do?") && said.out.contains("你怎么做？"), "{}", said.out);
    assert!(said.out.ends_with("The play ends here.\n"), "{}", said.out);
    assert_eq!(said.out.matches("\nYou: ").count(), 2, "the present moment alone: {}", said.out);
    assert_eq!(said.out.matches("\n你：").count(), 2, "{}", said.out);
}

#[test]
fn the_language_of_the_environment_is_spoken() {
    let machine = Machine::new();
    let cases = [
        ("zh_CN.UTF-8", "你怎么做？"),
        ("C", "What do you do?"),
        ("de_DE", "What do you do?"),
        ("", "What do you do?"),
    ];
    for (lang, question) in cases {
        let mut command = machine.command(&["play", HOME, "--seed", "7", "--plain"]);
        let said = crate::program::feed(command.env("LC_ALL", lang), b"");
        assert!(said.out.contains(question), "{lang}: {}", said.out);
    }
    let mut unset = machine.command(&["play", HOME, "--seed", "7", "--plain"]);
    assert!(crate::program::feed(unset.env_remove("LC_ALL"), b"").out.contains("What do you do?"));
}

#[test]
fn an_exam_that_was_left_out_is_told_with_its_place_wherever_exams_are_asked_for() {
    let machine = Machine::new().with_content();
    let file = machine.path().join("scenarios/exams/basic.ron");
    let text = fs::read_to_string(&file).expect("the exam");
    fs::write(&file, text.replacen("minutes: 70,", "minutes: 970,", 1)).expect("written");
    let list = machine.run(&["--scenarios", "scenarios", "exam", "list"]);
    assert_eq!(list.code, Some(0), "{}", list.err);
    assert!(list.err.contains("exams/basic.ron:") && list.err.contains("is not between 1 and 480"), "{}", list.err);
    for asked in [&["exam", "forms", "basic"][..], &["exam", "sit", "basic", "--learner", "lin"]] {
        let said = machine.run(&[&["--scenarios", "scenarios"], asked].concat());
        assert_ne!(said.code, Some(0), "{}", said.err);
        assert!(said.err.contains("exams/basic.ron:"), "{}", said.err);
    }
    let forms = machine.run(&["--scenarios", "scenarios", "exam", "forms", "entry", "--papers", "2"]);
    assert!(forms.err.contains("exams/basic.ron:"), "{}", forms.err);
}
